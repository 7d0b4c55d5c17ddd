use std::collections::BTreeMap;

use super::facet_names::FacetNames;
use super::row::{Places, Row, RowCriteria};
use crate::base::diagnostic::Diagnostic;
use crate::base::source::Spanned;
use crate::base::unit::{Language, Minutes};
use crate::packet::InterviewDetails;
use crate::select::InterviewerSlot;

/// A list of interviews, as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Roster {
    /// The interviews, in the order of the file; at least one.
    pub rows: Vec<RawRow>,
}

/// One interview, whose names of roles, questions and the like have not been looked up in a bank yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawRow {
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
    /// The length of the interview.
    pub minutes: Option<Minutes>,
    /// How much of it is kept for opening and closing.
    pub reserve: Option<Minutes>,
    /// How many questions there may be at most.
    pub limit: Option<usize>,
    /// The cells of the facets: ids or titles, several in a cell.
    pub named: BTreeMap<&'static str, Spanned<String>>,
    /// What is wrong with it so far.
    pub faults: Vec<Diagnostic>,
    /// Where it is.
    pub places: Places,
}

impl RawRow {
    /// Looks up in a bank what the row names. A name that the bank does not have is a fault of the row.
    #[must_use]
    pub fn resolve(self, names: &FacetNames<'_>) -> Row {
        let (filters, unknown) = names.filters(&self.named);
        let unknown_themes = names.check_themes(&self.interviewers);
        let unknown_themes = unknown_themes.map(|fault| fault.at(self.places.of("interviewers")));
        Row {
            number: self.number,
            name: self.name,
            details: self.details,
            language: self.language,
            interviewers: self.interviewers,
            criteria: RowCriteria {
                filters,
                minutes: self.minutes,
                reserve: self.reserve,
                limit: self.limit,
            },
            faults: self.faults.into_iter().chain(unknown).chain(unknown_themes).collect(),
            places: self.places,
        }
    }
}
