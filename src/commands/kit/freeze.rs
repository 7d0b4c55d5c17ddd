use std::path::Path;

use super::super::Usage;
use super::super::bank::text;
use super::super::failure::diagnosed;
use super::draft::{Frozen, Packed};
use super::interview::Interview;
use super::order::Order;
use crate::bank::Id;
use crate::diagnostic::Diagnostic;
use crate::kit::Interviewer;
use crate::lock::{self, Lock, LockedSeat};
use crate::output::{Console, Planned};
use crate::roster::Row;
use crate::source::Sources;

/// The kit that was frozen, if the command line names one.
pub(super) fn read(order: &Order<'_>, console: Console) -> anyhow::Result<Option<Frozen>> {
    let Some(path) = &order.args.lock.locked else { return Ok(None) };
    let mut sources = Sources::new();
    let id = sources.add(text(path)?);
    let lock = lock::read(&sources, id).map_err(|it| diagnosed(&it, &sources, console))?.value;
    match &order.panel {
        None if lock.seats.len() > 1 => {
            let why = format!(
                "--locked {}: this kit is a panel’s\n  help: give it to `interview-kit panel`",
                path.display()
            );
            Err(Usage(why).into())
        }
        Some(panel) if ![0, lock.seats.len()].contains(&panel.interviewers.len()) => {
            let why = format!(
                "--locked {}: this kit has {} interviewers, and {} are named",
                path.display(),
                lock.seats.len(),
                panel.interviewers.len()
            );
            Err(Usage(why).into())
        }
        _ => Ok(Some(Frozen { lock, sources })),
    }
}

/// Why a row cannot have the kit that was frozen: it asks for another one.
pub(super) fn fault(row: &Row, interview: &Interview, lock: &Lock) -> Option<Diagnostic> {
    let (seats, named) = (lock.seats.len(), row.interviewers.len());
    if interview.panel.is_some() && ![0, seats].contains(&named) {
        let message = format!("the kit has {seats} interviewers, and this row names {named}");
        return Some(Diagnostic::error("roster", message).at(row.place("interviewers")));
    }
    let asked = &row.criteria;
    let other =
        |asked: &[Id], frozen: &Option<Id>| !asked.is_empty() && !asked.iter().eq(frozen.iter());
    let columns = [
        ("role", other(&asked.roles, &lock.role)),
        ("level", other(&asked.levels, &lock.level)),
        ("theme", !asked.themes.is_empty()),
        ("theme-any", !asked.themes_any.is_empty()),
        ("competency", !asked.competencies.is_empty()),
        ("kind", !asked.kinds.is_empty()),
        ("question", !asked.questions.is_empty()),
        ("exclude", !asked.exclude.is_empty()),
        ("minutes", asked.minutes.is_some() && asked.minutes != lock.minutes),
        ("reserve", row.reserve.is_some_and(|minutes| minutes != lock.reserve)),
        ("limit", asked.limit.is_some()),
    ];
    let (column, _) = columns.into_iter().find(|(_, is_other)| *is_other)?;
    let message = "this row asks for another kit than the one that was frozen";
    let fault = Diagnostic::error("roster", message).at(row.place(column));
    Some(fault.help(format!("leave `{column}` empty, or make this row without --locked")))
}

/// The lock file of an interview.
pub(super) fn file(path: &Path, interview: &Interview, packed: &Packed) -> Planned {
    let kit = &packed.whole.kit;
    let alone = [Interviewer::default()];
    let interviewers = interview.panel.as_deref().unwrap_or(&alone);
    let seat = |(interviewer, questions): (&Interviewer, &Vec<Id>)| LockedSeat {
        interviewer: interviewer.name.clone(),
        themes: interviewer.themes.clone(),
        questions: questions.clone(),
    };
    let lock = Lock::new(
        kit,
        interview.packet.role.clone(),
        interview.packet.level.clone(),
        (interview.criteria.minutes, interview.criteria.reserve),
        packed.shared.clone(),
        interviewers.iter().zip(&packed.seats).map(seat).collect(),
    );
    Planned { path: path.to_owned(), bytes: lock.text(kit).into_bytes() }
}
