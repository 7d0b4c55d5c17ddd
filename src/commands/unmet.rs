use super::Found;
use crate::bank::Bank;
use crate::cli::terminal::Console;
use crate::commands::manifest::ManifestUnmet;
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

/// Says what could not be met, and what can be done about it; fails where it has to be met.
pub(super) fn tell(
    unmet: &[String],
    remedies: &[String],
    shortfall: Shortfall,
    console: Console,
) -> Result<(), Found> {
    if unmet.is_empty() {
        return Ok(());
    }
    let kind = match shortfall {
        Shortfall::Warn => "warning",
        Shortfall::Fail => "error",
    };
    let told = unmet.iter().map(|line| format!("{kind}: {line}"));
    let helps = remedies.iter().map(|remedy| format!("  help: {remedy}"));
    let mut lines: Vec<String> = told.chain(helps).collect();
    match shortfall {
        Shortfall::Warn => {
            console.error(&lines.join("\n"));
            Ok(())
        }
        Shortfall::Fail => {
            lines.push("error: not everything could be met, and --strict was given".to_owned());
            Err(Found(lines.join("\n")))
        }
    }
}

/// Something that could not be met, for scripts.
pub(super) fn record(bank: &Bank, unmet: &UnmetGoal) -> ManifestUnmet {
    ManifestUnmet {
        aim: unmet.aim.code().to_owned(),
        id: unmet.aim.id().map(ToString::to_string),
        why: unmet.why.code().to_owned(),
        message: unmet.describe(bank),
    }
}

/// Says once what many rows could not meet, with the rows.
pub(super) fn tell_of_rows<'u>(
    unmet: impl Iterator<Item = (usize, &'u [String])>,
    console: Console,
) {
    /// More than anybody reads at once.
    const MOST: usize = 10;
    let mut rows_of: Vec<(&str, Vec<String>)> = Vec::new();
    for (row, lines) in unmet {
        for line in lines {
            match rows_of.iter_mut().find(|(known, _)| known == line) {
                Some((_, rows)) => rows.push(row.to_string()),
                None => rows_of.push((line, vec![row.to_string()])),
            }
        }
    }
    if rows_of.is_empty() {
        return;
    }
    let told = rows_of.iter().take(MOST).map(|(line, rows)| {
        let plural = if rows.len() == 1 { "row" } else { "rows" };
        format!("warning: {plural} {}: {line}", shortened(rows, 5))
    });
    let mut lines: Vec<String> = told.collect();
    if rows_of.len() > MOST {
        lines.push(format!("warning: {} more things could not be met", rows_of.len() - MOST));
    }
    lines.push(
        "  help: --json lists what each row lacks and why; --strict refuses such rows".to_owned(),
    );
    console.error(&lines.join("\n"));
}

/// Some of many rows.
pub(super) fn shortened(rows: &[String], most: usize) -> String {
    let shown = rows[..rows.len().min(most)].join(", ");
    if rows.len() > most { format!("{shown} and {} more", rows.len() - most) } else { shown }
}

/// What can be done about all of it, each thing once.
pub(super) fn remedies(unmet: &[UnmetGoal]) -> Vec<String> {
    let mut remedies: Vec<String> = Vec::new();
    for remedy in unmet.iter().map(UnmetGoal::remedy) {
        if !remedies.iter().any(|known| known.starts_with(&remedy)) {
            remedies.retain(|known| !remedy.starts_with(known.as_str()));
            remedies.push(remedy);
        }
    }
    remedies
}
