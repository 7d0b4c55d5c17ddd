use std::fmt;

use serde::Serialize;

/// A point on a rating scale, from 1 up to the scale's length. “Not assessed” is the absence of a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Score(pub u8);

impl Score {
    /// The highest score of the longest scale that a bank may have.
    pub const MAX: Self = Self(7);
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}
