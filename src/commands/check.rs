use std::fmt::Write;

use super::bank::add;
use super::failure::Found;
use crate::bank::{Rule, load_with_places};
use crate::cli::{CheckArgs, CheckFormat};
use crate::diagnostic::{Diagnostic, Severity};
use crate::output::Console;
use crate::report::{self, Report};
use crate::review::review;
use crate::source::{SourceId, Sources};

pub(super) fn run(args: &CheckArgs) -> anyhow::Result<()> {
    let console = Console::new(args.quiet);
    if args.rules {
        console.data(rules(console.width().min(100)).as_bytes())?;
        return Ok(());
    }
    let mut sources = Sources::new();
    let ids = add(&args.banks, &mut sources)?;
    let found: Vec<Diagnostic> = if args.together {
        check(&sources, &ids)
    } else {
        ids.iter().flat_map(|id| check(&sources, &[*id])).collect()
    };
    let text = match args.format {
        CheckFormat::Human => report::render(&sources, &found, console.data_has_colour()),
        CheckFormat::Json => serde_json::to_string_pretty(&Report::new(&sources, &found))?,
    };
    if !text.is_empty() {
        console.data(format!("{text}\n").as_bytes())?;
    }
    let banks = if ids.len() == 1 { "1 bank".to_owned() } else { format!("{} banks", ids.len()) };
    let total = format!("checked {banks}: {} found", report::total(&found));
    let fails = |found: &Diagnostic| found.severity == Severity::Error || args.strict;
    if found.iter().any(fails) {
        return Err(Found(total).into());
    }
    console.message(&total);
    Ok(())
}

/// Everything that is to be said about banks that are read as one. Advice is for a bank without errors.
fn check(sources: &Sources, ids: &[SourceId]) -> Vec<Diagnostic> {
    match load_with_places(sources, ids) {
        Ok(read) => {
            let (bank, places) = read.value;
            let mut found = read.warnings;
            found.extend(review(&bank, &places));
            found
        }
        Err(rejected) => rejected.diagnostics().to_vec(),
    }
}

/// The rules, each with what it finds and why that matters, no wider than `width` characters.
fn rules(width: usize) -> String {
    let mut text = String::new();
    for rule in Rule::ALL {
        let severity = if rule.severity() == Severity::Error { "error " } else { "advice" };
        let first = format!("{}  {severity}  ", rule.code());
        let rest = " ".repeat(first.len());
        let options = textwrap::Options::new(width).initial_indent(&first).subsequent_indent(&rest);
        let about = format!("{}: {}", rule.title(), rule.reason());
        for line in textwrap::wrap(&about, options) {
            // Writing to a text cannot fail.
            let _ = writeln!(text, "{line}");
        }
    }
    text
}
