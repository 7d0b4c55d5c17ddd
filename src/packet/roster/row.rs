use std::collections::BTreeMap;

use crate::base::diagnostic::Diagnostic;
use crate::base::source::Span;
use crate::base::unit::{Language, Minutes};
use crate::packet::InterviewDetails;
use crate::select::{Criteria, Filters, InterviewerSlot};

/// One interview of a roster. What is absent comes from the command line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its number, from 1.
    pub number: usize,
    /// What the files are called.
    pub name: Option<String>,
    /// Who, when and for what: the details of people alone.
    pub details: InterviewDetails,
    /// The language of the documents.
    pub language: Option<Language>,
    /// The interviewers of a panel; empty if the row names none.
    pub interviewers: Vec<InterviewerSlot>,
    /// Which questions to select.
    pub criteria: RowCriteria,
    /// What is wrong with it: no packet can be built for a row with faults.
    pub faults: Vec<Diagnostic>,
    /// Where it is.
    pub places: Places,
}

/// The criteria that a row sets. Each of them takes the place of the command line's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowCriteria {
    /// The values of the facets that the row has cells for.
    pub filters: Filters,
    /// The length of the interview.
    pub minutes: Option<Minutes>,
    /// How much of it is kept for opening and closing.
    pub reserve: Option<Minutes>,
    /// How many questions there may be at most.
    pub limit: Option<usize>,
}

impl RowCriteria {
    /// The criteria of the command line, with those of the row in their place.
    #[must_use]
    pub fn over(&self, base: &Criteria) -> Criteria {
        Criteria {
            filters: self.filters.clone().or(&base.filters),
            minutes: self.minutes.or(base.minutes),
            reserve: self.reserve.unwrap_or(base.reserve),
            limit: self.limit.or(base.limit),
            order: base.order,
        }
    }
}

/// Where a row and its values are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places {
    /// The whole row.
    pub row: Span,
    /// The values of its columns.
    pub(super) values: BTreeMap<&'static str, Span>,
}

impl Places {
    /// The place of a column's value, or else of the row.
    #[must_use]
    pub fn of(&self, column: &str) -> Span {
        self.values.get(column).unwrap_or(&self.row).clone()
    }

    /// The column whose value is at a place, or around it.
    #[must_use]
    pub fn column_at(&self, span: &Span) -> Option<&'static str> {
        let holds = |place: &Span| {
            let is_inside =
                place.bytes.start <= span.bytes.start && span.bytes.end <= place.bytes.end;
            place.source == span.source && is_inside
        };
        self.values.iter().find(|(_, place)| holds(place)).map(|(column, _)| *column)
    }
}
