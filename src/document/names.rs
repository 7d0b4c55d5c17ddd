use icu_properties::CodePointSetData;
use icu_properties::props::DefaultIgnorableCodePoint;

use super::{Field, FrontMatter, NameTag};
use crate::base::text::{self, UniqueNames};

/// Names form fields: each after the nearest anchor above it and its place there, so that the same question's fields are
/// named alike in every guide that asks it.
#[derive(Debug)]
pub(super) struct Names {
    anchor: String,
    /// What a field is called that has neither words nor a heading above it.
    otherwise: String,
    /// What a space for notes is called.
    notes: String,
    heading: String,
    items: usize,
    /// The blanks at the head of every page.
    heads: Vec<Field>,
    taken: UniqueNames,
}

/// The longest part of a description, in characters: more is not listened to, and a heading describes every field below it.
const LONGEST: usize = 300;

impl Names {
    /// Nothing is named yet but the blanks at the head of every page. The title may be empty.
    pub(super) fn new(front: &FrontMatter) -> Self {
        let title = &front.title;
        // A screen reader must have something to say of every field (ISO 14289-1, 7.18.1).
        let otherwise = if has_words(title) { short(title) } else { front.words.blank.clone() };
        let heads = front.names.iter().filter_map(|tag| match tag {
            NameTag::Blank(field) => Some(field.clone()),
            NameTag::Known { .. } => None,
        });
        let (anchor, heading, taken) = (String::new(), String::new(), UniqueNames::default());
        let notes = front.words.notes.clone();
        Self { anchor, otherwise, notes, heading, items: 0, heads: heads.collect(), taken }
    }

    /// Fields from here on are named after this anchor.
    pub(super) fn enter(&mut self, anchor: &str) {
        self.anchor = slug(anchor);
        self.items = 0;
    }

    /// Fields from here on are described under this heading.
    pub(super) fn head(&mut self, heading: &str) {
        self.heading = short(heading);
    }

    /// The next box of a checklist, described by its words.
    pub(super) fn item(&mut self, words: &str) -> Field {
        self.items += 1;
        let place = format!("rubric.{}", self.items);
        self.field(&place, words)
    }

    /// A space for notes.
    pub(super) fn notes(&mut self) -> Field {
        let words = self.notes.clone();
        self.field("notes", &words)
    }

    /// A blank, described by its words. What is called as a blank at the head of every page is that very blank: who fills in one
    /// fills in all.
    pub(super) fn blank(&mut self, place: &str, words: &str) -> Field {
        let is_it = |head: &&Field| head.label.to_lowercase() == words.to_lowercase();
        match self.heads.iter().find(is_it) {
            Some(head) => head.clone(),
            None => self.field(place, words),
        }
    }

    /// A field with a place of its own under the anchor.
    pub(super) fn field(&mut self, place: &str, words: &str) -> Field {
        let anchor = if self.anchor.is_empty() { "form" } else { &self.anchor };
        let name = self.taken.take(&format!("{anchor}.{place}"));
        let words = short(words);
        let label = match (has_words(&self.heading), has_words(&words)) {
            (true, true) => format!("{}: {words}", self.heading),
            (true, false) => self.heading.clone(),
            (false, true) => words,
            (false, false) => self.otherwise.clone(),
        };
        Field { name, label }
    }
}

/// Whether there is anything in a text that can be seen or said: white space cannot, nor what only acts on its neighbors.
pub(super) fn has_words(text: &str) -> bool {
    let ignored = CodePointSetData::new::<DefaultIgnorableCodePoint>();
    text.chars().any(|it| !it.is_whitespace() && !it.is_control() && !ignored.contains(it))
}

/// As much of some words as a description needs.
pub(super) fn short(words: &str) -> String {
    match words.char_indices().nth(LONGEST) {
        None => words.to_owned(),
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
    }
}

/// The longest name that is made of words, in bytes.
const LONGEST_SLUG: usize = 48;

/// Words as a name; empty if there is none for them.
pub(super) fn slug(words: &str) -> String {
    text::slug(words, LONGEST_SLUG).unwrap_or_default()
}
