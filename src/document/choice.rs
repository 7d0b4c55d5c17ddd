use std::sync::Arc;

use super::field_hint::FieldHint;
use super::model::Field;
use super::names::Names;
use crate::base::text::UniqueNames;

/// A choice, of which some boxes have been read.
pub(super) struct Choice {
    pub(super) field: Arc<Field>,
    hint: Option<FieldHint>,
    taken: UniqueNames,
    boxes: usize,
}

impl Choice {
    /// A choice without boxes so far, and the hint that names it.
    pub(super) fn new(field: Field, hint: Option<FieldHint>) -> Self {
        Self { field: Arc::new(field), hint, taken: UniqueNames::default(), boxes: 0 }
    }

    /// The value of the next box: what the hint of the choice lists for it, or else its own id, the number that its words are, or its
    /// place. No two are alike.
    pub(super) fn value(&mut self, words: &str, id: Option<&str>) -> String {
        let listed = self.hint.as_ref().and_then(|hint| hint.values.get(self.boxes));
        self.boxes += 1;
        let number = Some(words).filter(|words| is_number(words));
        // `Off` is what a choice is called that has not been made (ISO 32000-1, 12.7.4.2.3); no value has a capital letter.
        match listed.map(String::as_str).or(id).or(number) {
            Some(value) => self.taken.take(value),
            None => self.taken.take(&self.boxes.to_string()),
        }
    }

    /// Reports a hint that does not list a value for each box.
    pub(super) fn finish(self, names: &mut Names) {
        let Self { hint, boxes, .. } = self;
        if let Some(hint) = hint.filter(|it| !it.values.is_empty() && it.values.len() != boxes) {
            names.fault(hint.miscounted(boxes));
        }
    }
}

/// Whether words are a number that can stand for an option, such as a rating.
fn is_number(words: &str) -> bool {
    (1..=4).contains(&words.len()) && words.bytes().all(|byte| byte.is_ascii_digit())
}
