use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use super::raw_row::{RawRow, Roster};
use super::row::Places;
use crate::base::diagnostic::{Diagnostic, Diagnostics};
use crate::base::source::{SourceId, Sources, Span, Spanned};
use crate::base::unit::{Language, LanguageParseError, Minutes};
use crate::packet::InterviewDetails;
use crate::select::{FACETS, InterviewerParseError, InterviewerSlot};

/// The cells of a row that are not empty, by their columns.
pub(super) struct Cells {
    span: Span,
    values: BTreeMap<&'static str, Spanned<String>>,
    /// What is wrong with the row.
    faults: Vec<Diagnostic>,
}

/// More faults are not reported for one row.
const MAX_FAULTS: usize = 10;

impl Cells {
    pub(super) fn new(span: Span) -> Self {
        Self { span, values: BTreeMap::new(), faults: Vec::new() }
    }

    pub(super) fn fault(&mut self, fault: Diagnostic) {
        self.faults.push(fault);
    }

    /// Adds the value of a column that has none yet.
    pub(super) fn add(&mut self, column: &'static str, cell: Spanned<String>) {
        if cell.value.is_empty() {
            return;
        }
        if cell.value.len() > InterviewDetails::MAX_BYTES {
            let message = format!("value is longer than {} bytes", InterviewDetails::MAX_BYTES);
            self.fault(Diagnostic::error("roster", message).at(cell.span).all_own_words());
        } else {
            self.values.insert(column, cell);
        }
    }
}

/// More interviews than any company holds in a year; a file with more is another than was meant.
pub(super) const MAX_ROWS: usize = 100_000;

/// The rows of a roster, if there are any.
pub(super) fn roster(
    cells: &[Cells],
    id: SourceId,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Option<Roster> {
    if cells.is_empty() {
        if !diagnostics.has_errors() {
            let end = sources.get(id).text.len();
            let fault = Diagnostic::error("roster", "the roster has no interviews");
            let help = "the first row must name the columns; each further row is one interview";
            diagnostics.push(fault.at(Span::new(id, end..end)).help(help));
        }
        return None;
    }
    if let Some(first) = cells.get(MAX_ROWS) {
        let message = format!("the roster has more than {MAX_ROWS} interviews");
        let fault = Diagnostic::error("roster", message);
        let place = first.span.clone();
        diagnostics.push(fault.at(place).help("split it into several rosters"));
        return None;
    }
    let rows = cells.iter().enumerate().map(|(index, cells)| row(index + 1, cells));
    Some(Roster { rows: rows.collect() })
}

fn row(number: usize, cells: &Cells) -> RawRow {
    let values = cells.values.iter().map(|(column, cell)| (*column, cell.span.clone())).collect();
    let text = |column: &str| cells.values.get(column).map(|cell| cell.value.clone());
    let details = InterviewDetails {
        candidate: text("candidate"),
        interviewer: text("interviewer"),
        position: text("position"),
        date: text("date"),
        time: text("time"),
        contact: text("contact"),
        keep_until: text("keep-until"),
    };
    let mut reader = Reader { cells, faults: Vec::new() };
    reader.details(&details);
    let minutes = reader.number("minutes", 1, 1440).map(Minutes);
    let limit = reader.number("limit", 1, 100_000);
    let reserve = reader.number("reserve", 0, 240).map(Minutes);
    let interviewers = reader.interviewers();
    let language = reader.language();
    let named = FACETS.iter().filter_map(|facet| {
        let cell = cells.values.get(facet.name)?;
        Some((facet.name, cell.clone()))
    });
    RawRow {
        number,
        name: text("name"),
        details,
        language,
        interviewers,
        minutes,
        reserve,
        limit,
        named: named.collect(),
        faults: cells.faults.iter().cloned().chain(reader.faults).collect(),
        places: Places { row: cells.span.clone(), values },
    }
}

struct Reader<'a> {
    cells: &'a Cells,
    faults: Vec<Diagnostic>,
}

impl Reader<'_> {
    /// The parts of a cell.
    fn parts(&self, column: &str, separators: &[char]) -> Vec<Spanned<String>> {
        let Some(cell) = self.cells.values.get(column) else { return Vec::new() };
        let parts = cell.value.split(separators).map(str::trim).filter(|part| !part.is_empty());
        parts.map(|part| Spanned { value: part.to_owned(), span: cell.span.clone() }).collect()
    }

    fn details(&mut self, details: &InterviewDetails) {
        for (column, fault) in details.faults() {
            let Some(cell) = self.cells.values.get(column) else { continue };
            let found = Diagnostic::error("roster", fault.to_string()).at(cell.span.clone());
            self.faults.push(found.in_own_words(fault.own_words()).help(fault.help()));
        }
    }

    fn interviewers(&mut self) -> Vec<InterviewerSlot> {
        let mut found = Vec::new();
        for part in self.parts("interviewers", &[',', ';']) {
            if self.faults.len() >= MAX_FAULTS {
                break;
            }
            match part.value.parse() {
                Ok(interviewer) => found.push(interviewer),
                Err(reason) => {
                    let message = format!("invalid value `{}` for `interviewers`", part.value);
                    let fault = Diagnostic::error("roster", message).at(part.span);
                    // The help names the word that is wrong.
                    let reason: InterviewerParseError = reason;
                    self.faults.push(fault.help(reason.to_string()));
                }
            }
        }
        found
    }

    fn language(&mut self) -> Option<Language> {
        let cell = self.cells.values.get("language")?;
        let read = cell.value.parse();
        let fault = |why: LanguageParseError| {
            let fault = Diagnostic::error("roster", why.to_string()).at(cell.span.clone());
            let fault = fault.in_own_words("this is not a valid language tag");
            let meant = why.nearest().map(|nearest| format!("did you mean `{nearest}`?"));
            fault.help(meant.unwrap_or_else(|| LanguageParseError::HELP.to_owned()))
        };
        read.map_err(|why| self.faults.push(fault(why))).ok()
    }

    fn number<N>(&mut self, column: &str, least: N, most: N) -> Option<N>
    where
        N: Copy + FromStr + PartialOrd + fmt::Display,
    {
        let cell = self.cells.values.get(column)?;
        match cell.value.parse() {
            Ok(number) if least <= number && number <= most => Some(number),
            _ => {
                let message = format!("invalid `{column}`: `{}`", cell.value);
                let fault = Diagnostic::error("roster", message).at(cell.span.clone());
                let help = format!("use a whole number from {least} to {most}");
                let fault = fault.in_own_words(format!("invalid `{column}`"));
                self.faults.push(fault.help(help));
                None
            }
        }
    }
}
