use crate::bank::{Id, Kind, Theme};
use crate::unit::Minutes;

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
}
