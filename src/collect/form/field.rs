use std::collections::BTreeSet;
use std::rc::Rc;

use crate::base::facts::Facts;

/// A field of a form, from whatever file, with all that the file says of it.
#[derive(Clone, Debug)]
pub(super) struct FormField {
    /// Its whole name in the file.
    pub(super) name: String,
    pub(super) kind: Kind,
    /// What is written as its value: by the field itself, and by its places if they have values of their own.
    pub(super) values: Vec<Rc<Written>>,
    /// The values of its boxes in their order, for a form that only numbers them.
    pub(super) options: Option<Rc<Vec<String>>>,
    /// Its places on pages.
    pub(super) widgets: Vec<Widget>,
    /// What a document says of itself, if this field identifies one.
    pub(super) facts: Option<Rc<Facts>>,
}

/// What kind of field it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    /// Boxes; `is_choice` if at most one of them can be checked.
    Boxes {
        is_choice: bool,
    },
    /// A kind that no form of ours has, such as a signature.
    Other,
    /// The file does not say.
    Unknown,
}

/// A value as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Written {
    /// As a name, which stands for a box.
    Name(String),
    /// As text.
    Text(String),
    /// As something that cannot be read: why.
    Unreadable(String),
}

/// A place of a field on a page.
#[derive(Clone, Debug)]
pub(super) struct Widget {
    /// The page, from 0. `None` if it is on no page, or there are none.
    pub(super) page: Option<usize>,
    /// The state that it shows.
    pub(super) state: Option<String>,
    /// The value that a box has of its own: pypdf writes one into each box of a choice.
    pub(super) value: Option<Rc<Written>>,
    /// The states that it can show beside the empty one. `None` if it does not say so.
    pub(super) states: Option<Vec<String>>,
}

/// How many different values of a field are kept.
const MOST_VALUES: usize = 16;

impl FormField {
    pub(super) fn new(name: String) -> Self {
        Self {
            name,
            kind: Kind::Unknown,
            values: Vec::new(),
            options: None,
            widgets: Vec::new(),
            facts: None,
        }
    }

    /// Adds a value, once. Beyond some, more would only say again that they contradict each other.
    pub(super) fn say(&mut self, value: &Rc<Written>) {
        if self.values.len() < MOST_VALUES && !self.values.contains(value) {
            self.values.push(Rc::clone(value));
        }
    }
}

/// Takes back that a name is written with `-0` at its end where it is the beginning of other names too (`FieldTree` in
/// `print/pdf/form.rs`): a field of a PDF has no fields below it.
pub(super) fn restore_names(fields: &mut [FormField]) {
    let names: BTreeSet<&str> = fields.iter().map(|field| field.name.as_str()).collect();
    let is_branch = |name: &str| {
        let below = format!("{name}.");
        names.range(below.as_str()..).next().is_some_and(|name| name.starts_with(&below))
    };
    let restored = |field: &FormField| {
        let name = field.name.strip_suffix("-0")?;
        (!names.contains(name) && is_branch(name)).then(|| name.to_owned())
    };
    let restored: Vec<Option<String>> = fields.iter().map(restored).collect();
    for (field, name) in fields.iter_mut().zip(restored) {
        if let Some(name) = name {
            field.name = name;
        }
    }
}
