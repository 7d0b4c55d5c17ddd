use crate::bank::Id;

/// Why a question is in a selection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A role that was asked for must ask it.
    MustAsk(Id),
    /// It is asked of the candidate by every interviewer, so that ratings can be compared.
    Shared,
    /// It is the first in the selection to give evidence of these competencies.
    Covers(Vec<Id>),
    /// It is the first in the selection about past behavior.
    PastBehavior,
    /// It adds this weight, and it fits the time.
    Fits(u32),
    /// It adds this weight, where only the number of questions is limited.
    Weight(u32),
    /// It comes first, where the limit keeps the first questions.
    First,
    /// The kit was locked with it.
    Locked,
    /// It is what was asked for, and nothing had to be left out.
    Matches,
}

/// Something that was aimed at and could not be met, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnmetGoal {
    /// What could not be met.
    pub aim: Aim,
    /// Why.
    pub why: Why,
}

/// What a selection or a panel aims at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Aim {
    /// A question that a role must ask is asked.
    MustAsk(Id),
    /// A question gives evidence of this competency.
    Competency(Id),
    /// Two people of a panel ask for evidence of this competency.
    SecondPerson(Id),
    /// Every interviewer of a panel asks the same questions.
    Shared {
        /// How many should be.
        asked: usize,
        /// How many are.
        found: usize,
    },
    /// A question is about past behavior.
    PastBehavior,
}

/// Why something could not be met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// The bank has too few questions for it.
    Bank,
    /// Too few questions match what was asked for.
    Filters,
    /// The interviewers' themes do not allow it.
    Themes,
    /// It does not fit the clock, whatever else is left out.
    Time,
    /// The limit allows too few questions, whatever else is left out.
    Limit,
    /// It fits only if fewer must-asks are asked.
    MustAsks,
    /// It does not fit beside the must-asks and what every interviewer asks.
    Shared,
    /// It fits only if an interviewer has nothing to ask.
    Everybody,
    /// It fits only in place of a competency that is covered.
    Competencies,
    /// It fits only in place of a competency, or of the second person who asks about one.
    SecondPeople,
    /// The limit keeps must-asks, and then what comes first.
    Order,
    /// No way to have it was found, and no proof that there is none.
    Unproven,
}

impl Aim {
    /// The codes of all of them.
    pub const CODES: [&'static str; 5] =
        ["must-ask", "competency", "second-person", "shared", "past-behavior"];

    /// A short name of what is aimed at, for scripts.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::MustAsk(_) => "must-ask",
            Self::Competency(_) => "competency",
            Self::SecondPerson(_) => "second-person",
            Self::Shared { .. } => "shared",
            Self::PastBehavior => "past-behavior",
        }
    }

    /// The question or the competency that is meant, where it is one.
    #[must_use]
    pub fn id(&self) -> Option<&Id> {
        match self {
            Self::MustAsk(id) | Self::Competency(id) | Self::SecondPerson(id) => Some(id),
            Self::Shared { .. } | Self::PastBehavior => None,
        }
    }
}

impl Why {
    /// Every reason.
    pub const ALL: [Self; 12] = [
        Self::Bank,
        Self::Filters,
        Self::Themes,
        Self::Time,
        Self::Limit,
        Self::MustAsks,
        Self::Shared,
        Self::Everybody,
        Self::Competencies,
        Self::SecondPeople,
        Self::Order,
        Self::Unproven,
    ];

    /// A short name of the reason, for scripts.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Bank => "bank",
            Self::Filters => "filters",
            Self::Themes => "themes",
            Self::Time => "time",
            Self::Limit => "limit",
            Self::MustAsks => "must-asks",
            Self::Shared => "shared",
            Self::Everybody => "everybody",
            Self::Competencies => "competencies",
            Self::SecondPeople => "second-people",
            Self::Order => "order",
            Self::Unproven => "unproven",
        }
    }
}
