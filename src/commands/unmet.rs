use crate::bank::Bank;
use crate::cli::report::{Failure, unmet_goal, unmet_of_rows, unmet_warnings};
use crate::cli::terminal::Console;
use crate::commands::manifest::ManifestUnmet;
use crate::packet::UnmetView;
use crate::select::{Criteria, UnmetGoal};

/// What is done about aims that could not be met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shortfall {
    /// They are warned of.
    Warn,
    /// They end the program before anything is written.
    Fail,
}

impl Shortfall {
    pub(super) fn new(is_strict: bool) -> Self {
        if is_strict { Self::Fail } else { Self::Warn }
    }
}

/// Reports goals that were not met, and what can be done about it; fails where they have to be met. `criteria` are those of the
/// selection; a kit from a lock file has none that could be changed.
pub(super) fn report(
    unmet: &[UnmetGoal],
    bank: &Bank,
    criteria: Option<&Criteria>,
    shortfall: Shortfall,
    console: Console,
) -> Result<(), Failure> {
    if unmet.is_empty() {
        return Ok(());
    }
    let goals = UnmetView::all(unmet, bank);
    if shortfall == Shortfall::Fail {
        return Err(Failure::UnmetGoals { goals, criteria: criteria.cloned() });
    }
    console.error(&unmet_warnings(&goals, criteria));
    Ok(())
}

/// Something that could not be met, for scripts.
pub(super) fn record(bank: &Bank, unmet: &UnmetGoal) -> ManifestUnmet {
    ManifestUnmet {
        aim: unmet.aim.code().to_owned(),
        id: unmet.aim.id().map(ToString::to_string),
        why: unmet.why.code().to_owned(),
        message: unmet_goal(unmet, bank),
    }
}

/// Says once what many rows could not meet, with the rows.
pub(super) fn report_rows<'u>(
    unmet: impl Iterator<Item = (usize, &'u [UnmetGoal])>,
    bank: &Bank,
    console: Console,
) {
    let mut rows_of: Vec<(UnmetView, Vec<usize>)> = Vec::new();
    for (row, goals) in unmet {
        for goal in UnmetView::all(goals, bank) {
            match rows_of.iter_mut().find(|(known, _)| *known == goal) {
                Some((_, rows)) => rows.push(row),
                None => rows_of.push((goal, vec![row])),
            }
        }
    }
    if !rows_of.is_empty() {
        console.error(&unmet_of_rows(&rows_of));
    }
}
