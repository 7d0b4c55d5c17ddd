use super::texts::Locale;
use crate::base::unit::Language;

/// The language of a document's own words, and these words.
#[derive(Clone, Copy, Debug)]
pub struct Wording<'a> {
    /// The language.
    pub language: &'a Language,
    /// Its messages.
    pub locale: &'a Locale,
}
