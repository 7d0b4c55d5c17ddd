use std::collections::BTreeMap;

use crate::bank::Id;
use crate::base::source::Span;

/// Where the values of a lock file are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Places {
    /// The beginning of the file.
    pub(super) start: Span,
    pub(super) code: Span,
    /// The list of common questions.
    pub(super) shared: Span,
    /// The first mention of each question in the lists of the interviewers.
    pub(super) questions: BTreeMap<Id, Span>,
    /// The first mention of each theme.
    pub(super) themes: BTreeMap<Id, Span>,
    /// The goals that were not met, in their order.
    pub(super) goals: Vec<Span>,
}

impl Places {
    #[expect(clippy::expect_used, reason = "the reader of the file keeps the places of all ids")]
    pub(super) fn question(&self, id: &Id) -> &Span {
        self.questions.get(id).expect("each question of the recipe was read from a place")
    }

    #[expect(clippy::expect_used, reason = "the reader of the file keeps the places of all ids")]
    pub(super) fn theme(&self, id: &Id) -> &Span {
        self.themes.get(id).expect("each theme of the recipe was read from a place")
    }

    /// The place of a goal, by its index in the recipe.
    pub(super) fn goal(&self, index: usize) -> &Span {
        &self.goals[index]
    }
}
