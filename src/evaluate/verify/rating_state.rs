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

/// A rating, and its value if one can be read.
type Rated = (RatingState, Option<String>);

impl RatingState {
    /// What two places where the same question is rated say together. A contradiction is one whatever else cannot be read, and what cannot
    /// be read may contradict what can. So the state does not depend on the order of the places, and is the one that the debrief form and
    /// the scores go by.
    pub(super) fn both(before: Option<Rated>, other: Rated) -> Rated {
        let Some((before, one)) = before else { return other };
        let (other, another) = other;
        let is_contradicted = matches!((&one, &another), (Some(one), Some(other)) if one != other);
        if is_contradicted || [before, other].contains(&Self::Conflict) {
            return (Self::Conflict, None);
        }
        let answer = one.or(another);
        if [before, other].contains(&Self::Unreadable) {
            return (Self::Unreadable, answer);
        }
        let state = if answer.is_some() { Self::Answered } else { Self::Blank };
        (state, answer)
    }
}
