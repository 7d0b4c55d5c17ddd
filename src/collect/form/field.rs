use std::collections::BTreeSet;
use std::rc::Rc;

use super::limit::{Budget, Limit};
use super::pdf::Object;
use super::text;
use crate::base::facts::{Facts, FactsError};
use crate::collect::{Fault, FieldEntry};
use crate::document::FieldName;

/// A field of a form, from whatever file, with all that the file says of it.
#[derive(Clone, Debug)]
pub(super) struct FormField {
    /// Its whole name in the file.
    pub(super) name: Rc<str>,
    pub(super) kind: FieldType,
    /// What is written as its value: by the field itself, and by its widgets if they have values of their own.
    pub(super) values: Vec<Rc<Written>>,
    /// Whether more different values are written than are kept.
    pub(super) has_more: bool,
    /// The values of its boxes in their order, for a form that only numbers them.
    pub(super) options: Option<Rc<Vec<String>>>,
    /// Its widget annotations.
    pub(super) widgets: Vec<Widget>,
    /// What a document says of itself, if this field identifies one.
    pub(super) facts: Option<Rc<Result<Facts, FactsError>>>,
}

/// What kind of field it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FieldType {
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

impl Written {
    /// Reads the value of a field. Null is none.
    pub(super) fn read(value: &Object<'_>, budget: &Budget) -> Result<Option<Self>, Fault> {
        let written = match value {
            Object::Null => return Ok(None),
            Object::Name(name) => Self::Name(text::of_name(name)),
            Object::Text(bytes) => {
                budget.spend(Limit::Parsed, bytes.len())?;
                text::decode(bytes).map_or_else(Self::Unreadable, Self::Text)
            }
            _ => Self::Unreadable("what is filled in is neither text nor a box".to_owned()),
        };
        let (Self::Name(text) | Self::Text(text) | Self::Unreadable(text)) = &written;
        budget.spend(Limit::Text, text.len())?;
        Ok(Some(written))
    }
}

/// A widget annotation: what shows a field on a page (ISO 32000-1, 12.5.6.19).
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
    /// Where it is on its page: two corners, in points from the bottom left. Only read from blank prints.
    pub(super) area: Option<[f64; 4]>,
    /// What screen readers say of it. Only read from blank prints.
    pub(super) about: Option<Rc<str>>,
}

/// How many different values of a field are kept.
pub(super) const MOST_VALUES: usize = 16;

impl FormField {
    pub(super) fn new(name: Rc<str>) -> Self {
        Self {
            name,
            kind: FieldType::Unknown,
            values: Vec::new(),
            has_more: false,
            options: None,
            widgets: Vec::new(),
            facts: None,
        }
    }

    /// Adds a value, once. Keeps at most 16 different values, and whether there are more.
    pub(super) fn say(&mut self, value: &Rc<Written>) {
        if self.values.contains(value) {
            return;
        }
        if self.values.len() < MOST_VALUES {
            self.values.push(Rc::clone(value));
        } else {
            self.has_more = true;
        }
    }

    /// What a document says of itself, if it can be read.
    pub(super) fn known_facts(&self) -> Option<&Facts> {
        self.facts.as_deref()?.as_ref().ok()
    }
}

/// How many bytes of text are in what is filled into a field, in its name, and in what it is called in its file.
pub(super) fn bytes_of(
    name: &FieldName,
    called: &str,
    entry: &FieldEntry,
    options: &[String],
) -> usize {
    let texts = match entry {
        FieldEntry::Choice(Some(text))
        | FieldEntry::Text(Some(text))
        | FieldEntry::Unreadable(text) => std::slice::from_ref(text),
        FieldEntry::Conflict(seen) => seen,
        FieldEntry::Check(_)
        | FieldEntry::Choice(None)
        | FieldEntry::Text(None)
        | FieldEntry::Handwritten => &[],
    };
    let texts: usize = texts.iter().chain(options).map(|it| it.len() + size_of::<String>()).sum();
    // The name is kept twice: with the field, and to find it.
    texts + called.len() + 2 * (name.owner().map_or(0, str::len) + name.part().len())
}

/// Takes back that a name is written with `-0` at its end where it is the beginning of other names too (`FieldTree` in
/// `print/pdf/form.rs`): a field of a PDF has no fields below it.
pub(super) fn restore_names(fields: &mut [FormField]) {
    let names: BTreeSet<&str> = fields.iter().map(|field| &*field.name).collect();
    let is_branch = |name: &str| {
        let below = format!("{name}.");
        names.range(below.as_str()..).next().is_some_and(|name| name.starts_with(&below))
    };
    let restored = |field: &FormField| {
        let name = field.name.strip_suffix("-0")?;
        (!names.contains(name) && is_branch(name)).then(|| Rc::from(name))
    };
    let restored: Vec<Option<Rc<str>>> = fields.iter().map(restored).collect();
    for (field, name) in fields.iter_mut().zip(restored) {
        if let Some(name) = name {
            field.name = name;
        }
    }
}
