use crate::bank::{Id, Kind, Theme};
use crate::base::unit::Minutes;

/// What is asked for. Within a facet any value may match; every facet that has values must match.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Criteria {
    /// Themes, primary ones only.
    pub themes: Vec<Theme>,
    /// Themes, primary or further ones.
    pub themes_any: Vec<Theme>,
    /// Roles: the questions of a role's level, less those that the role leaves out.
    pub roles: Vec<Id>,
    /// Levels.
    pub levels: Vec<Id>,
    /// Competencies.
    pub competencies: Vec<Id>,
    /// Kinds.
    pub kinds: Vec<Kind>,
    /// Questions by name.
    pub questions: Vec<Id>,
    /// Questions to leave out.
    pub exclude: Vec<Id>,
    /// The clock into which the questions must fit.
    pub minutes: Option<Minutes>,
    /// How much of the clock is kept for opening and closing.
    pub reserve: Minutes,
    /// How many questions there may be at most.
    pub limit: Option<usize>,
    /// In which order the questions are asked.
    pub order: AskOrder,
}

/// In which order questions are asked. Where nothing else tells two sets apart, the one whose questions come first in it is taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AskOrder {
    /// The bank's order.
    #[default]
    Bank,
    /// The order in which questions are asked for by name; the bank's order where none is.
    Given,
}

impl Criteria {
    /// The same, with the other's where nothing is asked for here; but for the reserve, which is always said, and the order, which is the
    /// other's.
    #[must_use]
    pub fn or(self, other: &Self) -> Self {
        fn either<T: Clone>(own: Vec<T>, other: &[T]) -> Vec<T> {
            if own.is_empty() { other.to_vec() } else { own }
        }
        Self {
            themes: either(self.themes, &other.themes),
            themes_any: either(self.themes_any, &other.themes_any),
            roles: either(self.roles, &other.roles),
            levels: either(self.levels, &other.levels),
            competencies: either(self.competencies, &other.competencies),
            kinds: either(self.kinds, &other.kinds),
            questions: either(self.questions, &other.questions),
            exclude: either(self.exclude, &other.exclude),
            minutes: self.minutes.or(other.minutes),
            reserve: self.reserve,
            limit: self.limit.or(other.limit),
            order: other.order,
        }
    }
}
