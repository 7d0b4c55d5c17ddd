use std::collections::BTreeMap;

use crate::base::diagnostic::Diagnostic;
use crate::base::source::{Span, Spanned};
use crate::base::unit::Minutes;
use crate::packet::InterviewDetails;
use crate::select::{Criteria, InterviewerSlot};

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
    /// Where it is.
    pub span: Span,
    /// What the files are called.
    pub name: Option<String>,
    /// Who, when and for what: the details of people alone.
    pub details: InterviewDetails,
    /// Who interviews as a panel; empty if it is not said.
    pub interviewers: Vec<InterviewerSlot>,
    /// Which questions, but for the reserve, and for what `named` says until its names are found.
    pub criteria: Criteria,
    /// What is asked of each facet, as it is written: ids or titles, several in a cell. `find_names` looks them up in a bank.
    pub named: BTreeMap<&'static str, Spanned<String>>,
    /// How much of the interview is kept for opening and closing.
    pub reserve: Option<Minutes>,
    /// What is wrong with it: nothing can be made of a row with faults.
    pub faults: Vec<Diagnostic>,
    /// Where the values of the columns are.
    pub(super) places: BTreeMap<&'static str, Span>,
}

impl Row {
    /// The place of a column's value, or else of the row.
    #[must_use]
    pub fn place(&self, column: &str) -> Span {
        self.places.get(column).unwrap_or(&self.span).clone()
    }

    /// The column whose value is at a place, or around it.
    #[must_use]
    pub fn column_at(&self, span: &Span) -> Option<&'static str> {
        let holds = |place: &Span| {
            let is_inside =
                place.bytes.start <= span.bytes.start && span.bytes.end <= place.bytes.end;
            place.source == span.source && is_inside
        };
        self.places.iter().find(|(_, place)| holds(place)).map(|(column, _)| *column)
    }
}
