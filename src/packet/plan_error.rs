use std::fmt;

use super::locale::TextError;
use crate::base::unit::TimeParseError;

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
