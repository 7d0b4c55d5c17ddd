use schemars::JsonSchema;
use serde::Serialize;

/// Whether a question was rated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum RatingState {
    /// It was.
    Answered,
    /// It was not.
    Blank,
    /// Two ratings contradict each other.
    Conflict,
    /// The rating cannot be read.
    Unreadable,
}

/// A rating and, if it is answered, its value.
type Rated = (RatingState, Option<String>);

impl RatingState {
    /// What two places where the same question is rated say together.
    pub(super) fn both(before: Option<Rated>, other: Rated) -> Rated {
        let Some(before) = before else { return other };
        match (before, other) {
            ((Self::Blank, _), other) => other,
            (before, (Self::Blank, _)) => before,
            ((Self::Answered, one), (Self::Answered, other)) if one == other => {
                (Self::Answered, other)
            }
            ((Self::Answered | Self::Conflict, _), (Self::Answered | Self::Conflict, _)) => {
                (Self::Conflict, None)
            }
            _ => (Self::Unreadable, None),
        }
    }
}
