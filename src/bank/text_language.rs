use std::collections::BTreeMap;

use super::Id;
use crate::base::unit::Language;

/// A text of a bank, by what it is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextOf<'a> {
    /// The title of a theme.
    Theme(&'a Id),
    /// The texts of a competency.
    Competency(&'a Id),
    /// The title of a reference document.
    Reference(&'a Id),
    /// The title of a level.
    Level(&'a Id),
    /// The title of a role.
    Role(&'a Id),
    /// The texts of a question.
    Question(&'a Id),
    /// The labels of the rating scale.
    Scale,
}

/// The languages of texts that come from other files than the first, by kind and id: what several files have in common comes from the
/// first of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextLanguages(BTreeMap<(u8, Option<Id>), Language>);

impl TextLanguages {
    /// Adds the language of a text, unless it is known already.
    pub(super) fn add(&mut self, text: TextOf<'_>, language: &Language) {
        self.0.entry(key(text)).or_insert_with(|| language.clone());
    }

    /// The language of a text, if it was added.
    pub(super) fn of(&self, text: TextOf<'_>) -> Option<&Language> {
        // Most banks are of one file, and nothing was added.
        if self.0.is_empty() { None } else { self.0.get(&key(text)) }
    }
}

fn key(text: TextOf<'_>) -> (u8, Option<Id>) {
    match text {
        TextOf::Theme(id) => (0, Some(id.clone())),
        TextOf::Competency(id) => (1, Some(id.clone())),
        TextOf::Reference(id) => (2, Some(id.clone())),
        TextOf::Level(id) => (3, Some(id.clone())),
        TextOf::Role(id) => (4, Some(id.clone())),
        TextOf::Question(id) => (5, Some(id.clone())),
        TextOf::Scale => (6, None),
    }
}
