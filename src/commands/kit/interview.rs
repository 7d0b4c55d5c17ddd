use crate::bank::{Bank, Id};
use crate::base::files::safe_name;
use crate::base::text::UniqueNames;
use crate::base::unit::Minutes;
use crate::cli::BuildRequest;
use crate::packet::lock::{Lock, LockedInterviewer};
use crate::packet::roster::Row;
use crate::packet::{InterviewDetails, Timing};
use crate::select::{Criteria, Filters, InterviewerSlot, LEVEL, ROLE};

/// One interview, or one panel's, for which a packet is made.
#[derive(Clone, Debug)]
pub(super) struct Interview {
    /// Its row in the roster, from 1.
    pub(super) row: Option<usize>,
    /// What its files are called, but for the document and the ending.
    pub(super) name: String,
    /// Whether somebody chose the name.
    pub(super) is_named: bool,
    pub(super) criteria: Criteria,
    pub(super) details: InterviewDetails,
    pub(super) timing: Timing,
    /// Who interviews, where it is a panel.
    pub(super) panel: Option<Vec<InterviewerSlot>>,
    /// How many questions everybody of the panel asks.
    pub(super) shared: usize,
}

impl Interview {
    /// The interview that the command line describes.
    pub(super) fn single(request: &BuildRequest, bank: &Bank, lock: Option<&Lock>) -> Self {
        let mut criteria = request.criteria.clone();
        if let Some(lock) = lock {
            let recipe = &lock.recipe;
            criteria.filters = Filters::default()
                .with(&ROLE, recipe.role.iter().cloned().collect())
                .with(&LEVEL, recipe.level.iter().cloned().collect());
            (criteria.minutes, criteria.reserve) = (recipe.minutes, recipe.reserve);
        }
        let name = request.output.name.clone();
        Self {
            row: None,
            is_named: name.is_some(),
            name: name.unwrap_or_else(|| stem(bank, &criteria)),
            details: request.details.clone(),
            timing: timing(request, &criteria),
            panel: request.panel.as_ref().map(|panel| slots(panel.interviewers.clone(), lock)),
            shared: request.panel.as_ref().map_or(0, |panel| panel.shared),
            criteria,
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
        let mut interview = Self::single(request, bank, lock);
        interview.row = Some(row.number);
        let criteria = row.criteria.clone().or(&interview.criteria);
        let reserve = row.reserve.unwrap_or(interview.criteria.reserve);
        interview.criteria = Criteria { reserve, ..criteria };
        interview.timing = timing(request, &interview.criteria);
        let mut details = row.details.clone().or(request.details.clone());
        let people = row.interviewers.iter().filter_map(|it| it.name.clone());
        let people: Vec<String> = people.collect();
        if details.interviewer.is_none() && !people.is_empty() {
            details.interviewer = Some(people.join(", "));
        }
        interview.details = details;
        if let (Some(panel), false) = (&mut interview.panel, row.interviewers.is_empty()) {
            *panel = slots(row.interviewers.clone(), lock);
        }
        interview.is_named = row.name.is_some();
        let name = match &row.name {
            Some(name) => safe_name(name),
            None => format!("{:0digits$}-{}", row.number, stem(bank, &interview.criteria)),
        };
        interview.name = names.take(&name);
        interview
    }
}

/// The interviewers: those of the lock file if there is one, of whom only the names may change.
fn slots(named: Vec<InterviewerSlot>, lock: Option<&Lock>) -> Vec<InterviewerSlot> {
    let Some(lock) = lock else { return named };
    let slot = |(index, locked): (usize, &LockedInterviewer)| {
        let name = named.get(index).and_then(|it| it.name.clone());
        InterviewerSlot { name: name.or(locked.name.clone()), themes: locked.themes.clone() }
    };
    lock.recipe.interviewers.iter().enumerate().map(slot).collect()
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
