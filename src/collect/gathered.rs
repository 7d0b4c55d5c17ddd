use std::collections::BTreeMap;

use super::document::{FieldEntry, FilledField};
use crate::document::FieldName;

/// The fields of a document, in its order, each name once.
#[derive(Default)]
pub(super) struct Gathered {
    fields: Vec<FilledField>,
    /// What each field is called in its file.
    called: Vec<String>,
    at: BTreeMap<FieldName, usize>,
}

impl Gathered {
    /// Adds a field that is called this in its file. What another field of the same name says is put together with it.
    pub(super) fn add(&mut self, field: FilledField, called: &str) {
        if let Some(at) = self.at.get(&field.name).copied() {
            self.fields[at].merge(field, [&self.called[at], called]);
            return;
        }
        self.at.insert(field.name.clone(), self.fields.len());
        self.fields.push(field);
        self.called.push(called.to_owned());
    }

    pub(super) fn finish(self) -> Vec<FilledField> {
        self.fields
    }
}

impl FilledField {
    /// Puts this field together with another one that stands for the same. One that says nothing does not count, and different answers
    /// are a conflict that names both fields.
    pub(super) fn merge(&mut self, other: Self, called: [&str; 2]) {
        if self.options.is_empty() {
            self.options = other.options;
        }
        let says_nothing =
            |entry: &FieldEntry| matches!(entry, FieldEntry::Choice(None) | FieldEntry::Text(None));
        if self.entry == other.entry || says_nothing(&other.entry) {
            return;
        }
        if says_nothing(&self.entry) {
            (self.entry, self.place) = (other.entry, other.place);
            return;
        }
        let unreadable = [&self.entry, &other.entry].into_iter().find(|entry| is_unreadable(entry));
        self.entry = match unreadable {
            Some(entry) => entry.clone(),
            None => FieldEntry::Conflict(
                [said(&self.entry, called[0]), said(&other.entry, called[1])].concat(),
            ),
        };
    }
}

fn is_unreadable(entry: &FieldEntry) -> bool {
    matches!(entry, FieldEntry::Unreadable(_))
}

/// What a field says, with the name of the field.
fn said(entry: &FieldEntry, called: &str) -> Vec<String> {
    let said = match entry {
        FieldEntry::Conflict(seen) => return seen.clone(),
        FieldEntry::Check(is_checked) => is_checked.to_string(),
        FieldEntry::Choice(Some(text)) | FieldEntry::Text(Some(text)) => text.clone(),
        FieldEntry::Choice(None) | FieldEntry::Text(None) => return Vec::new(),
        FieldEntry::Handwritten => "handwriting".to_owned(),
        FieldEntry::Unreadable(why) => why.clone(),
    };
    vec![format!("{said} ({called})")]
}
