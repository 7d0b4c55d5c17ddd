use std::sync::{Arc, Mutex, PoisonError};

use minijinja::Value;
use minijinja::value::{Enumerator, Object, ObjectRepr, ValueKind};

/// A kit that remembers which names were looked for in it and not found.
pub(super) struct TrackedContext {
    root: Value,
    missed: Log,
}

/// A name that was looked for in a mapping that does not have it.
#[derive(Clone, Debug)]
pub(super) struct Missed {
    pub(super) name: String,
    /// The names that the mapping has.
    pub(super) known: Vec<String>,
}

type Log = Arc<Mutex<Vec<Missed>>>;

impl TrackedContext {
    pub(super) fn new(values: Value) -> Self {
        let missed = Log::default();
        Self { root: tracked(values, &missed), missed }
    }

    pub(super) fn root(&self) -> Value {
        self.root.clone()
    }

    /// The names that exist where a name was last looked for in vain.
    pub(super) fn known(&self, name: &str) -> Option<Vec<String>> {
        let missed = self.missed.lock().unwrap_or_else(PoisonError::into_inner);
        missed.iter().rev().find(|missed| missed.name == name).map(|missed| missed.known.clone())
    }

    /// The names at the top.
    pub(super) fn names(&self) -> Vec<String> {
        keys(&self.root)
    }
}

#[derive(Debug)]
struct TrackedValue {
    value: Value,
    missed: Log,
}

impl Object for TrackedValue {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        match self.value.kind() {
            ValueKind::Map => ObjectRepr::Map,
            _ => ObjectRepr::Seq,
        }
    }

    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        let found = self.value.get_item(key).ok().filter(|value| !value.is_undefined());
        if found.is_none()
            && let Some(name) = key.as_str()
        {
            let missed = Missed { name: name.to_owned(), known: keys(&self.value) };
            self.missed.lock().unwrap_or_else(PoisonError::into_inner).push(missed);
        }
        found.map(|value| tracked(value, &self.missed))
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        match (self.value.kind(), self.value.len()) {
            (ValueKind::Map, _) => {
                Enumerator::Values(keys(&self.value).into_iter().map(Value::from).collect())
            }
            (_, Some(length)) => Enumerator::Seq(length),
            (_, None) => Enumerator::Empty,
        }
    }
}

fn tracked(value: Value, missed: &Log) -> Value {
    match value.kind() {
        ValueKind::Map | ValueKind::Seq => {
            Value::from_object(TrackedValue { value, missed: Arc::clone(missed) })
        }
        _ => value,
    }
}

fn keys(mapping: &Value) -> Vec<String> {
    let keys = mapping.try_iter().into_iter().flatten();
    keys.filter_map(|key| key.as_str().map(str::to_owned)).collect()
}
