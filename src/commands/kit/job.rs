use crate::bank::{Bank, Id};
use crate::base::files::safe_name;
use crate::base::text::UniqueNames;
use crate::base::unit::{Language, Minutes};
use crate::cli::BuildRequest;
use crate::packet::lock::{Lock, LockedInterviewer};
use crate::packet::roster::Row;
use crate::packet::{Interview, InterviewDetails, PacketKey, PanelSetup, Timing};
use crate::select::{Criteria, Filters, InterviewerSlot, LEVEL, ROLE};

/// An interview of a run, and what its files are called.
#[derive(Clone, Debug)]
pub(super) struct Job {
    /// Its row in the roster, from 1.
    pub(super) row: Option<usize>,
    /// What its files are called, but for the document and the ending.
    pub(super) name: String,
    /// The name that the user gave it, as it was given.
    pub(super) given_name: Option<String>,
    /// The language of its documents; nothing for that of the bank.
    pub(super) language: Option<Language>,
    pub(super) interview: Interview,
}

impl Job {
    /// The interview that the command line describes.
    pub(super) fn single(request: &BuildRequest, bank: &Bank, lock: Option<&Lock>) -> Self {
        let criteria = criteria(request, None, lock);
        let name = request.output.name.clone();
        Self {
            row: None,
            given_name: name.clone(),
            name: name.unwrap_or_else(|| stem(bank, &criteria)),
            language: request.documents.language.clone(),
            interview: Interview {
                details: request.details.clone(),
                timing: timing(request, &criteria),
                panel: panel(request, &[], lock),
                criteria,
            },
        }
    }

    /// The interview of a row: what is not in it comes from the command line.
    pub(super) fn of_row(
        request: &BuildRequest,
        row: &Row,
        bank: &Bank,
        lock: Option<&Lock>,
        digits: usize,
        names: &mut UniqueNames,
    ) -> Self {
        let criteria = criteria(request, Some(row), lock);
        let name = match &row.name {
            Some(name) => safe_name(name),
            None => format!("{:0digits$}-{}", row.number, stem(bank, &criteria)),
        };
        Self {
            row: Some(row.number),
            name: names.take(&name),
            given_name: row.name.clone(),
            language: row.language.clone().or(request.documents.language.clone()),
            interview: Interview {
                details: details(request, row),
                timing: timing(request, &criteria),
                panel: panel(request, &row.interviewers, lock),
                criteria,
            },
        }
    }

    /// What the id of its packet is made from, which has this kit.
    pub(super) fn packet_key<'a>(&'a self, kit: &'a str) -> PacketKey<'a> {
        PacketKey::new(kit, self.given_name.as_deref(), self.row, &self.interview.details)
    }
}

/// What is asked for: what the row says, then what the lock file decides, then the command line.
fn criteria(request: &BuildRequest, row: Option<&Row>, lock: Option<&Lock>) -> Criteria {
    let mut criteria = request.criteria.clone();
    if let Some(lock) = lock {
        let recipe = &lock.recipe;
        criteria.filters = Filters::default()
            .with(&ROLE, recipe.role.iter().cloned().collect())
            .with(&LEVEL, recipe.level.iter().cloned().collect());
        (criteria.minutes, criteria.reserve) = (recipe.minutes, recipe.reserve);
    }
    match row {
        Some(row) => row.criteria.over(&criteria),
        None => criteria,
    }
}

/// The details of a row's interview. Its interviewers are named on the papers of the whole panel too.
fn details(request: &BuildRequest, row: &Row) -> InterviewDetails {
    let details = row.details.clone().or(request.details.clone());
    let names: Vec<&str> = row.interviewers.iter().filter_map(|it| it.name.as_deref()).collect();
    let names = (!names.is_empty()).then(|| names.join(", "));
    InterviewDetails { interviewer: details.interviewer.or(names), ..details }
}

/// The panel, if it is one: the interviewers of the row, or else those of the command line. With a lock file they are its own, of whom
/// only the names may differ.
fn panel(
    request: &BuildRequest,
    of_row: &[InterviewerSlot],
    lock: Option<&Lock>,
) -> Option<PanelSetup> {
    let panel = request.panel.as_ref()?;
    let named = if of_row.is_empty() { &panel.interviewers } else { of_row };
    let locked = |(index, locked): (usize, &LockedInterviewer)| {
        let name = named.get(index).and_then(|it| it.name.clone());
        InterviewerSlot { name: name.or(locked.name.clone()), themes: locked.themes.clone() }
    };
    let interviewers = match lock {
        Some(lock) => lock.recipe.interviewers.iter().enumerate().map(locked).collect(),
        None => named.to_vec(),
    };
    Some(PanelSetup { interviewers, shared: panel.shared })
}

fn timing(request: &BuildRequest, criteria: &Criteria) -> Timing {
    let pause = request.panel.as_ref().map_or(Minutes(0), |panel| panel.pause);
    Timing { length: criteria.minutes, pause }
}

/// A name for the files that says what was chosen, in ids only: it never holds the name of a person.
fn stem(bank: &Bank, criteria: &Criteria) -> String {
    const MAX_LENGTH: usize = 120;
    let mut parts: Vec<String> = Vec::new();
    if criteria.filters.of(&ROLE).is_empty() {
        parts.extend(bank.origins.iter().map(|origin| origin.id.to_string()));
    }
    let named = criteria.filters.iter().filter(|(facet, _)| facet.is_in_names);
    parts.extend(named.flat_map(|(_, values)| values.iter().map(Id::to_string)));
    parts.extend(criteria.minutes.map(|minutes| format!("{minutes}-min")));
    let mut stem = parts.join("-");
    stem.truncate(MAX_LENGTH);
    stem.trim_end_matches('-').to_owned()
}
