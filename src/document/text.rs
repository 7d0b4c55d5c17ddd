use icu_properties::CodePointSetData;
use icu_properties::props::DefaultIgnorableCodePoint;

use super::model::{Inline, plain_text};
use crate::base::text::one_line;

/// The longest part of a description, in characters: more is not listened to, and a heading describes every field below it.
const MAX_LENGTH: usize = 300;

/// Whether a text has anything that can be seen or spoken: white space cannot, nor what only acts on its neighbors.
pub(super) fn has_words(text: &str) -> bool {
    let ignored = CodePointSetData::new::<DefaultIgnorableCodePoint>();
    text.chars().any(|it| !it.is_whitespace() && !it.is_control() && !ignored.contains(it))
}

/// As much of some words as a description needs.
pub(super) fn short(words: &str) -> String {
    match words.char_indices().nth(MAX_LENGTH) {
        None => words.to_owned(),
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
    }
}

/// A text without the line end at its end, and without the blank lines there.
pub(super) fn without_last_blank_lines(text: &str) -> &str {
    let words = text.trim_end();
    let rest = &text[words.len()..];
    let end = rest.find('\n').map_or(text.len(), |end| words.len() + end);
    if words.is_empty() { "" } else { &text[..end] }
}

/// The plain words of running text.
pub(super) fn plain(content: &[Inline]) -> String {
    one_line(&plain_text(content))
}
