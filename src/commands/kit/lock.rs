use std::path::Path;

use super::super::bank::text;
use super::packet::{LockedKit, questions};
use super::row_failure::Fault;
use crate::bank::{Bank, Id};
use crate::base::diagnostic::Diagnostic;
use crate::base::files::Planned;
use crate::base::source::Sources;
use crate::base::text::counted;
use crate::cli::report::{Failure, warn};
use crate::cli::terminal::Console;
use crate::cli::{LockRequest, PanelRequest, UsageError};
use crate::packet::lock::{self, Lock, LockedInterviewer};
use crate::packet::roster::Row;
use crate::packet::{Interview, Packet};
use crate::select::{Facet, InterviewerSlot, LEVEL, ROLE};

/// The kit of the lock file that the command line names, if it names one.
pub(super) fn read(
    request: &LockRequest,
    panel: Option<&PanelRequest>,
    console: Console,
) -> anyhow::Result<Option<LockedKit>> {
    let LockRequest::Rebuild(path) = request else { return Ok(None) };
    let mut sources = Sources::new();
    let id = sources.add(text(path)?);
    let read = lock::read(&sources, id).map_err(|it| Failure::rejected(&it, &sources))?;
    warn(&read.warnings, &sources, console);
    let lock = read.value;
    let fault = |why: &str| UsageError::new(format!("--locked {}: {why}", path.display()));
    let count = lock.recipe.interviewers.len();
    Err(match panel {
        None if count > 1 => {
            fault("this lock file is for a panel").help("use `interview-kit panel`")
        }
        Some(panel) if ![0, count].contains(&panel.interviewers.len()) => {
            let were = counted(panel.interviewers.len(), "was", "were");
            fault(&format!("the lock file has {}, but {were} given", interviewers(count)))
        }
        Some(panel) if has_other_themes(&panel.interviewers, &lock) => {
            fault("the themes of --interviewers differ from those of the lock file")
                .help("give the names without themes: the lock file sets what each of them asks")
        }
        _ => return Ok(Some(LockedKit { lock, sources })),
    }
    .into())
}

fn interviewers(count: usize) -> String {
    counted(count, "interviewer", "interviewers")
}

/// Whether an interviewer is given themes that differ from those of the locked kit.
fn has_other_themes(named: &[InterviewerSlot], lock: &Lock) -> bool {
    let differ = |(interviewer, locked): (&InterviewerSlot, &LockedInterviewer)| {
        !interviewer.themes.is_empty() && interviewer.themes != locked.themes
    };
    named.iter().zip(&lock.recipe.interviewers).any(differ)
}

/// Why a row cannot use the locked kit: it asks for another one.
pub(super) fn fault(row: &Row, interview: &Interview, lock: &Lock) -> Option<Fault> {
    let (locked, named) = (lock.recipe.interviewers.len(), row.interviewers.len());
    if interview.panel.is_some() && ![0, locked].contains(&named) {
        let message =
            format!("the lock file has {}, but this row names {named}", interviewers(locked));
        let found = Diagnostic::error("roster", message).all_own_words();
        return Some(Fault::in_column(row, "interviewers", found));
    }
    let asked = &row.criteria;
    let is_other = |(facet, values): &(&'static Facet, &[Id])| match *facet {
        facet if *facet == ROLE => !values.iter().eq(&lock.recipe.role),
        facet if *facet == LEVEL => !values.iter().eq(&lock.recipe.level),
        _ => true,
    };
    let facets = asked.filters.iter().filter(is_other).map(|(facet, _)| facet.name);
    let others = [
        ("minutes", asked.minutes.is_some() && asked.minutes != lock.recipe.minutes),
        ("reserve", asked.reserve.is_some_and(|minutes| minutes != lock.recipe.reserve)),
        ("limit", asked.limit.is_some()),
        ("interviewers", interview.panel.is_some() && has_other_themes(&row.interviewers, lock)),
    ];
    let others = others.into_iter().filter(|(_, is_other)| *is_other).map(|(column, _)| column);
    let column = facets.chain(others).next()?;
    let message = "this row conflicts with the lock file";
    let found = Diagnostic::error("roster", message);
    let help = match column {
        "interviewers" => {
            "give the names without themes, or build this row without --locked".to_owned()
        }
        column => format!("clear `{column}`, or build this row without --locked"),
    };
    Some(Fault::in_column(row, column, found.help(help).all_own_words()))
}

/// The lock file of one interview.
pub(super) fn file(path: &Path, interview: &Interview, packet: &Packet<'_>) -> Planned {
    let lock = packet.lock(interview, &interview.names());
    Planned { path: path.to_owned(), bytes: lock.text().into_bytes() }
}

/// The lock of all interviews of a roster, where they have one kit; or else why it cannot be: each row that has another kit
/// than the first. Whoever interviews is in it where it is the same in every row.
pub(super) fn of_roster(
    bank: &Bank,
    rows: &[(&Row, &Interview)],
) -> anyhow::Result<Result<Option<Lock>, Vec<Fault>>> {
    let Some(((first_row, first), others)) = rows.split_first() else { return Ok(Ok(None)) };
    let asked = questions(first, bank, None)?;
    let expected = asked.lock(first, &[]);
    let mut names = first.names();
    let mut faults = Vec::new();
    for (row, interview) in others {
        let theirs = interview.names();
        for (name, their) in names.iter_mut().zip(&theirs) {
            *name = name.take().filter(|name| their.as_ref() == Some(name));
        }
        // Whatever asks for the same gets the same: most rows of a roster do.
        if interview.asked_for() == first.asked_for() {
            continue;
        }
        let found = questions(interview, bank, None)?.lock(interview, &[]);
        if found != expected {
            faults.push(another_kit(row, first_row.number, &found, &expected));
        }
    }
    Ok(if faults.is_empty() { Ok(Some(asked.lock(first, &names))) } else { Err(faults) })
}

fn another_kit(row: &Row, first: usize, found: &Lock, expected: &Lock) -> Fault {
    let themes = |lock: &Lock| -> Vec<_> {
        lock.recipe.interviewers.iter().map(|it| it.themes.clone()).collect()
    };
    let column = if found.recipe.role != expected.recipe.role {
        "role"
    } else if found.recipe.level != expected.recipe.level {
        "level"
    } else if found.recipe.minutes != expected.recipe.minutes {
        "minutes"
    } else if found.recipe.reserve != expected.recipe.reserve {
        "reserve"
    } else if themes(found) != themes(expected) {
        "interviewers"
    } else {
        ""
    };
    let message = format!(
        "this row has a different kit from row {first}, but --lock saves one kit for all rows"
    );
    let found = Diagnostic::error("roster", message).all_own_words();
    let found = found.help("split the roster by kit, and give each part its own --lock");
    Fault::in_column(row, column, found)
}
