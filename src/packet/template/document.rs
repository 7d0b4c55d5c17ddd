/// A document of a packet, each with a template of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The interviewer guide: the questions with all that is needed to ask and to rate them.
    Guide,
    /// All ratings of one interviewer on one sheet.
    Scorecard,
    /// What the candidate is told beforehand.
    CandidateSheet,
    /// Who of a panel asks what, and when.
    PanelPlan,
    /// The form on which a panel comes to its decision.
    Debrief,
}

impl Part {
    /// Every document, in the order in which they lie in a packet.
    pub const ALL: [Self; 5] =
        [Self::PanelPlan, Self::CandidateSheet, Self::Guide, Self::Scorecard, Self::Debrief];

    /// Its name, as file names, manifest and command line have it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Guide => "guide",
            Self::Scorecard => "scorecard",
            Self::CandidateSheet => "candidate-sheet",
            Self::PanelPlan => "panel-plan",
            Self::Debrief => "debrief",
        }
    }

    /// Its name, as a person reads it.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Guide => "Interviewer guide",
            Self::Scorecard => "Scorecard",
            Self::CandidateSheet => "Candidate sheet",
            Self::PanelPlan => "Panel plan",
            Self::Debrief => "Debrief",
        }
    }

    /// Whether each interviewer of a panel has one of their own.
    #[must_use]
    pub fn is_each_interviewers(self) -> bool {
        matches!(self, Self::Guide | Self::Scorecard)
    }

    /// The template that it is made from.
    pub(super) fn template(self) -> &'static str {
        match self {
            Self::Guide => "guide.md",
            Self::Scorecard => "scorecard.md",
            Self::CandidateSheet => "candidate-sheet.md",
            Self::PanelPlan => "panel-plan.md",
            Self::Debrief => "debrief.md",
        }
    }
}
