use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::text::{MAX_ID_LENGTH, is_id, slug};

/// A stable id: lowercase letters and digits, with single hyphens between them, up to 64 characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct Id(
    #[schemars(regex(pattern = "^[a-z0-9]+(-[a-z0-9]+)*$"), length(max = MAX_ID_LENGTH))] String,
);

/// Why a text is not an id: it has other characters, or is too long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IdParseError;

impl Id {
    /// The id most like some words, if they contain a letter or digit.
    #[must_use]
    pub fn from_words(words: &str) -> Option<Self> {
        slug(words, MAX_ID_LENGTH)?.parse().ok()
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Parses an id.
///
/// ```
/// use interview_kit::bank::Id;
///
/// assert!("ignored-slas".parse::<Id>().is_ok());
/// assert!("Ignored SLAs".parse::<Id>().is_err());
/// ```
impl FromStr for Id {
    type Err = IdParseError;

    fn from_str(text: &str) -> Result<Self, IdParseError> {
        if is_id(text) { Ok(Self(text.to_owned())) } else { Err(IdParseError) }
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for IdParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "ids use lowercase letters, digits, and single hyphens, up to {MAX_ID_LENGTH} characters"
        )
    }
}

impl std::error::Error for IdParseError {}
