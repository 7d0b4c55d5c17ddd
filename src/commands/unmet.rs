use crate::bank::Bank;
use crate::cli::report::{Failure, remedies, shortened, unmet_goal, unmet_goals, unmet_sentence};
use crate::cli::terminal::Console;
use crate::commands::manifest::ManifestUnmet;
use crate::packet::UnmetView;
use crate::select::UnmetGoal;

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

/// Reports goals that were not met, and what can be done about it; fails where they have to be met.
pub(super) fn report(
    unmet: &[UnmetGoal],
    bank: &Bank,
    shortfall: Shortfall,
    console: Console,
) -> Result<(), Failure> {
    if unmet.is_empty() {
        return Ok(());
    }
    let (goals, remedies) = (unmet_goals(unmet, bank), remedies(unmet));
    if shortfall == Shortfall::Fail {
        return Err(Failure::UnmetGoals { goals, remedies });
    }
    let goals = goals.iter().map(|goal| format!("warning: {goal}"));
    let helps = remedies.iter().map(|remedy| format!("  help: {remedy}"));
    console.error(&goals.chain(helps).collect::<Vec<_>>().join("\n"));
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
    /// More than anybody reads at once.
    const MAX: usize = 10;
    let mut rows_of: Vec<(UnmetView, Vec<String>)> = Vec::new();
    for (row, goals) in unmet {
        for goal in UnmetView::all(goals, bank) {
            match rows_of.iter_mut().find(|(known, _)| *known == goal) {
                Some((_, rows)) => rows.push(row.to_string()),
                None => rows_of.push((goal, vec![row.to_string()])),
            }
        }
    }
    if rows_of.is_empty() {
        return;
    }
    let lines = rows_of.iter().take(MAX).map(|(goal, rows)| {
        let plural = if rows.len() == 1 { "row" } else { "rows" };
        format!("warning: {plural} {}: {}", shortened(rows, 5), unmet_sentence(goal))
    });
    let mut lines: Vec<String> = lines.collect();
    if rows_of.len() > MAX {
        lines.push(format!("warning: {} more goals were not met", rows_of.len() - MAX));
    }
    lines.push(
        "  help: --json lists what each row lacks and why; --strict refuses such rows".to_owned(),
    );
    console.error(&lines.join("\n"));
}
