use std::collections::BTreeMap;

use super::Field;

/// Names form fields: each after the nearest anchor above it and its place there, so that the same question's fields are
/// named alike in every guide that asks it.
#[derive(Debug, Default)]
pub(super) struct Names {
    anchor: String,
    heading: String,
    items: usize,
    taken: BTreeMap<String, usize>,
}

impl Names {
    /// Fields from here on are named after this anchor.
    pub(super) fn enter(&mut self, anchor: &str) {
        self.anchor = slug(anchor);
        self.items = 0;
    }

    /// Fields from here on are described under this heading.
    pub(super) fn head(&mut self, heading: &str) {
        heading.clone_into(&mut self.heading);
    }

    /// The next box of a checklist, described by its words.
    pub(super) fn item(&mut self, words: &str) -> Field {
        self.items += 1;
        let place = format!("rubric.{}", self.items);
        self.field(&place, words)
    }

    /// A field with a place of its own under the anchor.
    pub(super) fn field(&mut self, place: &str, words: &str) -> Field {
        let anchor = if self.anchor.is_empty() { "form" } else { &self.anchor };
        let name = format!("{anchor}.{place}");
        let times = self.taken.entry(name.clone()).or_default();
        *times += 1;
        let name = match *times {
            1 => name,
            // The counted name may be taken by a field of that very name; counting on finds a free one.
            first => self.free(&name, first),
        };
        let label = match (self.heading.as_str(), words) {
            ("", words) => words.to_owned(),
            (heading, "") => heading.to_owned(),
            (heading, words) => format!("{heading}: {words}"),
        };
        Field { name, label }
    }

    fn free(&mut self, name: &str, first: usize) -> String {
        let mut number = first;
        loop {
            let candidate = format!("{name}-{number}");
            if !self.taken.contains_key(&candidate) {
                self.taken.insert(candidate.clone(), 1);
                return candidate;
            }
            number += 1;
        }
    }
}

/// Words as a name: lower-case ASCII letters and digits, with hyphens between them.
pub(super) fn slug(words: &str) -> String {
    let mut slug = String::new();
    for char in words.chars() {
        if char.is_ascii_alphanumeric() {
            slug.push(char.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(48);
    slug.trim_end_matches('-').to_owned()
}
