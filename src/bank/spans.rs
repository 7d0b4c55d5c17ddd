use crate::base::source::Span;

/// The places of everything in a `Bank`: the lists are as long as the bank's, in the same order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spans {
    /// Where each file begins.
    pub origins: Vec<OriginSpans>,
    /// The competencies' ids, where they are first defined.
    pub competencies: Vec<Span>,
    /// The levels' ids, where they are first defined.
    pub levels: Vec<Span>,
    /// The roles.
    pub roles: Vec<RoleSpans>,
    /// The questions.
    pub questions: Vec<QuestionSpans>,
}

/// Where a file describes itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OriginSpans {
    /// Its first key.
    pub start: Span,
    /// The codes of the rules that are turned off.
    pub allow: Vec<Span>,
    /// Its brand, if it names one.
    pub brand: Option<Span>,
}

/// Where a role's texts are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleSpans {
    /// Its id.
    pub id: Span,
    /// The questions that it must ask.
    pub must_ask: Vec<Span>,
    /// The questions that it leaves out.
    pub leave_out: Vec<Span>,
    /// The codes of the rules that are turned off for it.
    pub allow: Vec<Span>,
}

/// Where a question's texts are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionSpans {
    /// Which of the bank's origins it comes from.
    pub origin: usize,
    /// Its id.
    pub id: Span,
    /// The question itself.
    pub ask: Span,
    /// How long it takes.
    pub minutes: Span,
    /// The lines of its rubric.
    pub rubric: Vec<Span>,
    /// Its follow-up.
    pub follow_up: Option<Span>,
    /// Its probes.
    pub probes: Vec<Span>,
    /// Its warning signs.
    pub watch_for: Vec<Span>,
    /// The scores of its anchors.
    pub anchors: Vec<Span>,
    /// The codes of the rules that are turned off for it.
    pub allow: Vec<Span>,
}
