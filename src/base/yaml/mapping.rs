use std::collections::BTreeMap;

use super::{Entry, Node, Value};
use crate::base::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::base::source::{Sources, Span, Spanned};
use crate::base::text::listed;

/// What can be wrong with a mapping, whatever it describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A value has another type than its key wants.
    WrongType,
    /// A required key is missing.
    MissingKey,
    /// A key is not one of those that are read.
    UnknownKey,
    /// A key is used twice.
    DuplicateKey,
    /// A required key has no value, or a list that must have an item has none.
    Empty,
    /// A list has more items than are read.
    TooManyItems,
}

/// A kind of mapping: what it is called, and what its faults become.
#[derive(Clone, Copy, Debug)]
pub struct MappingKind {
    /// What it describes, in the user's words: `question`.
    pub name: &'static str,
    /// The beginning of the message about a value that is not a mapping, where “expected a mapping for this question” does not
    /// describe it well enough.
    pub expected: Option<&'static str>,
    /// What to do about a value that is not a mapping, and about a missing key.
    pub help: Option<&'static str>,
    /// The form of a key by which it is known, where several spellings mean the same key.
    pub normalize: fn(&str) -> String,
    /// Makes a diagnostic of a message, with the code and the severity that the fault has in this kind of file. Where a duplicate
    /// key is no error, its last value counts.
    pub report: fn(Fault, String) -> Diagnostic,
}

/// A mapping that is being read. It remembers which keys were asked for, so that it can name them when another key is found.
///
/// An empty value counts as a missing one.
pub struct Mapping<'a> {
    kind: MappingKind,
    span: Span,
    fields: Vec<Field>,
    asked: Vec<&'static str>,
    /// The texts that are read.
    pub sources: &'a Sources,
    /// What was found to be wrong so far.
    pub diagnostics: &'a mut Diagnostics,
}

/// An entry of a mapping with its normalized key.
struct Field {
    key: String,
    entry: Entry,
}

impl MappingKind {
    /// A kind of mapping whose keys have one spelling each.
    #[must_use]
    pub const fn new(name: &'static str, report: fn(Fault, String) -> Diagnostic) -> Self {
        Self { name, expected: None, help: None, normalize: str::to_owned, report }
    }
}

impl<'a> Mapping<'a> {
    /// Opens a mapping. Reports any other value, and every key that is used twice.
    pub fn open(
        node: Node,
        kind: MappingKind,
        sources: &'a Sources,
        diagnostics: &'a mut Diagnostics,
    ) -> Option<Self> {
        let Node { value, span } = node;
        let Value::Mapping(entries) = value else {
            let expected = match kind.expected {
                Some(expected) => expected.to_owned(),
                None => format!("expected a mapping for this {}", kind.name),
            };
            let message = format!("{expected}, found {}", value.kind());
            let fault = (kind.report)(Fault::WrongType, message).at(span);
            diagnostics.push(with_help(fault, kind.help));
            return None;
        };
        // An empty mapping has no place of its own; its first key is where a reader would look.
        let span = entries.first().map_or(span, |entry| entry.key.span.clone());
        let mut fields: Vec<Field> = Vec::with_capacity(entries.len());
        let mut known: BTreeMap<String, usize> = BTreeMap::new();
        for entry in entries {
            let key = (kind.normalize)(&entry.key.value);
            let Some(&first) = known.get(&key) else {
                known.insert(key.clone(), fields.len());
                fields.push(Field { key, entry });
                continue;
            };
            let fault = (kind.report)(Fault::DuplicateKey, format!("duplicate key `{key}`"));
            let first = &mut fields[first].entry;
            let line = sources.locate(&first.key.span).line;
            let fault = fault.at(entry.key.span.clone());
            diagnostics.push(if fault.severity == Severity::Error {
                fault.help(format!("first defined on line {line}; remove one of them"))
            } else {
                first.value = entry.value;
                fault.help(format!(
                    "first defined on line {line}; the last one counts, so remove the others"
                ))
            });
        }
        Some(Self { kind, span, fields, asked: Vec::new(), sources, diagnostics })
    }

    /// Where the mapping begins.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span.clone()
    }

    /// Whether a key is there that has not been taken.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.fields.iter().any(|field| field.key == key)
    }

    /// The value of a key, unless it is missing or empty.
    pub fn take(&mut self, key: &'static str) -> Option<Node> {
        self.asked.push(key);
        let index = self.fields.iter().position(|field| field.key == key)?;
        let node = self.fields.remove(index).entry.value;
        (node.value != Value::Null).then_some(node)
    }

    /// The value of a required key.
    pub fn need(&mut self, key: &'static str) -> Option<Node> {
        let empty = self.fields.iter().find(|field| field.key == key);
        let empty = empty.map(|field| field.entry.key.span.clone());
        let node = self.take(key);
        if let (None, Some(span)) = (&node, empty) {
            let fault = (self.kind.report)(Fault::Empty, format!("`{key}` is empty")).at(span);
            self.diagnostics.push(fault.help("add a value after the colon"));
        } else if node.is_none() {
            let message = format!("missing key `{key}` in this {}", self.kind.name);
            let fault = (self.kind.report)(Fault::MissingKey, message).at(self.span());
            self.diagnostics.push(match self.kind.help {
                Some(help) => fault.help(help),
                None => fault.help(format!("add a line `{key}: …`")),
            });
        }
        node
    }

    /// A value as text, exactly as it was written.
    pub fn text(&mut self, node: Node, key: &str) -> Option<Spanned<String>> {
        let Node { value, span } = node;
        match value {
            Value::Scalar(value) => Some(Spanned { value, span }),
            other => {
                self.wrong_type(key, "text", &other, span, other.text_hint());
                None
            }
        }
    }

    /// The items of a value that must be a list of at most `max` items.
    pub fn items(&mut self, node: Node, key: &str, max: usize) -> Vec<Node> {
        let Value::List(mut items) = node.value else {
            let help = format!("write `{key}: [a, b]`, or one `- a` line per item");
            self.wrong_type(key, "a list", &node.value, node.span, Some(&help));
            return Vec::new();
        };
        if let Some(first) = items.get(max) {
            let message = format!("`{key}` has {} entries", items.len());
            let fault = (self.kind.report)(Fault::TooManyItems, message).at(first.span.clone());
            self.diagnostics.push(fault.help(format!("the maximum is {max}")));
            items.truncate(max);
        }
        items
    }

    /// The items of a value that must be a list of one to `max` items.
    pub fn some_items(&mut self, node: Node, key: &str, max: usize) -> Vec<Node> {
        let span = node.span.clone();
        let is_list = matches!(node.value, Value::List(_));
        let items = self.items(node, key, max);
        if items.is_empty() && is_list {
            let fault = (self.kind.report)(Fault::Empty, format!("`{key}` is empty")).at(span);
            self.diagnostics.push(fault.help("add at least one item"));
        }
        items
    }

    /// Reports a value of another type than its key wants.
    pub fn wrong_type(
        &mut self,
        key: &str,
        wanted: &str,
        found: &Value,
        span: Span,
        help: Option<&str>,
    ) {
        let message = format!("`{key}` must be {wanted}, found {}", found.kind());
        let fault = (self.kind.report)(Fault::WrongType, message).at(span);
        self.diagnostics.push(with_help(fault, help));
    }

    /// The keys that have not been taken.
    pub fn untaken_keys(&self) -> impl Iterator<Item = &Spanned<String>> {
        self.fields.iter().map(|field| &field.entry.key)
    }

    /// All entries that have not been taken, for a mapping whose keys the user chooses.
    #[must_use]
    pub fn into_entries(self) -> Vec<Entry> {
        self.fields.into_iter().map(|field| field.entry).collect()
    }

    /// Ends the reading: reports every key that was not asked for.
    pub fn close(mut self) {
        let unknown = self.unknown_keys();
        self.diagnostics.extend(unknown);
    }

    /// Takes the keys that have not been asked for, as diagnostics.
    pub fn unknown_keys(&mut self) -> Vec<Diagnostic> {
        let (kind, asked) = (self.kind, &self.asked);
        let fault = |Field { key, entry }: Field| {
            let message = format!("unknown key `{}` in this {}", entry.key.value, kind.name);
            let fault = (kind.report)(Fault::UnknownKey, message).at(entry.key.span);
            let fault = fault.suggest_instead(&key, asked.iter().copied());
            let names = listed(asked.iter().copied());
            let help = match fault.severity {
                Severity::Error => format!("expected one of: {names}"),
                _ => format!("ignored; expected one of: {names}"),
            };
            fault.help(help)
        };
        self.fields.drain(..).map(fault).collect()
    }
}

fn with_help(fault: Diagnostic, help: Option<&str>) -> Diagnostic {
    match help {
        Some(help) => fault.help(help),
        None => fault,
    }
}
