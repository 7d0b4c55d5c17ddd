use std::fmt;

use super::content::Content;
use super::locale::{Locale, Locales, TextError};
use crate::base::unit::{Language, TimeParseError};

/// The language of a document's own words, and these words.
#[derive(Clone, Copy, Debug)]
pub struct Wording<'a> {
    /// The language.
    pub language: &'a Language,
    /// Its messages.
    pub locale: &'a Locale,
}

impl<'a> Wording<'a> {
    /// The program's own words in the language of the questions.
    #[must_use]
    pub fn built_in(content: &Content<'a>) -> Self {
        let language = content.language();
        let (_, locale) = Locales::built_in().of(language);
        Self { language, locale }
    }
}

/// Why the documents of an interview cannot be planned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanError {
    /// No schedule can be computed from the time of the details.
    Time(TimeParseError),
    /// A message of the locale cannot be put together.
    Text(TextError),
}

impl From<TimeParseError> for PlanError {
    fn from(error: TimeParseError) -> Self {
        Self::Time(error)
    }
}

impl From<TextError> for PlanError {
    fn from(error: TextError) -> Self {
        Self::Text(error)
    }
}

impl fmt::Display for PlanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Time(error) => error.fmt(f),
            Self::Text(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for PlanError {}
