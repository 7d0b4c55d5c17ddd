use std::collections::BTreeMap;

use crate::bank::{Id, Kind, Theme};
use crate::diagnostic::Diagnostic;
use crate::kit::Interviewer;
use crate::source::Span;
use crate::unit::Minutes;

/// A list of interviews.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Roster {
    /// The interviews, in the order of the file; at least one.
    pub rows: Vec<Row>,
}

/// One interview: what is absent comes from the command line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its number, from 1.
    pub number: usize,
    /// Where it stands.
    pub span: Span,
    /// What the files are called.
    pub name: Option<String>,
    /// Who, when and for what.
    pub details: Details,
    /// Who interviews as a panel; empty if it is not said.
    pub interviewers: Vec<Interviewer>,
    /// Which questions.
    pub facets: Facets,
    /// What is wrong with it: nothing can be made of a row with faults.
    pub faults: Vec<Diagnostic>,
    /// Where the values of the columns stand.
    pub(super) places: BTreeMap<&'static str, Span>,
}

/// Who, when and for what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is `kit::Packet`'s field of the same name")]
pub struct Details {
    pub candidate: Option<String>,
    pub interviewer: Option<String>,
    pub position: Option<String>,
    pub date: Option<String>,
    pub time: Option<String>,
    pub contact: Option<String>,
    pub keep_until: Option<String>,
}

/// Which questions; a list is empty where nothing is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is `select::Criteria`'s field of the same name")]
pub struct Facets {
    pub themes: Vec<Theme>,
    pub themes_any: Vec<Theme>,
    pub roles: Vec<Id>,
    pub levels: Vec<Id>,
    pub competencies: Vec<Id>,
    pub kinds: Vec<Kind>,
    pub questions: Vec<Id>,
    pub exclude: Vec<Id>,
    pub minutes: Option<Minutes>,
    pub reserve: Option<Minutes>,
    pub limit: Option<usize>,
}

impl Row {
    /// Where the value of a column stands, or else where the row does.
    #[must_use]
    pub fn place(&self, column: &str) -> Span {
        self.places.get(column).unwrap_or(&self.span).clone()
    }
}
