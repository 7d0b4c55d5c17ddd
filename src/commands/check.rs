use std::fmt::Write;
use std::path::PathBuf;

use serde::Serialize;

use super::bank::{add, brands, check_repeats};
use super::{brand, json};
use crate::bank::review::review;
use crate::bank::{Rule, load_with_spans};
use crate::base::diagnostic::{Diagnostic, Severity};
use crate::base::source::{SourceId, Sources};
use crate::cli::report::{self, Failure, Report, checked};
use crate::cli::terminal::Console;
use crate::cli::{CheckArgs, CheckFormat};

pub(super) fn run(args: &CheckArgs) -> anyhow::Result<()> {
    let console = Console::new(args.quiet);
    let is_json = args.json || args.format == CheckFormat::Json;
    if args.rules && is_json {
        return json::print(&Rule::ALL.map(RuleRecord::new).as_slice(), console);
    }
    if args.rules {
        console.data(rules(console.width().min(100)).as_bytes())?;
        return Ok(());
    }
    if args.together {
        check_repeats(&args.banks)?;
    }
    let mut sources = Sources::new();
    let ids = add(&args.banks, &mut sources)?;
    let found: Vec<Diagnostic> = if args.together {
        check(&args.banks, &ids, &mut sources)
    } else {
        let one = |(index, id): (usize, &SourceId)| {
            let path = args.banks.get(index).map(std::slice::from_ref);
            // The built-in bank has no path.
            check(path.unwrap_or(&[]), &[*id], &mut sources)
        };
        ids.iter().enumerate().flat_map(one).collect()
    };
    if is_json {
        json::print(&Report::new(&sources, &found), console)?;
    } else if !found.is_empty() {
        let text = report::render(&sources, &found, console.stdout_has_color());
        console.data(format!("{text}\n").as_bytes())?;
    }
    let fails = |found: &Diagnostic| found.severity == Severity::Error || args.strict;
    if found.iter().any(fails) {
        return Err(Failure::CheckFailed { banks: ids.len(), found }.into());
    }
    console.info(&checked(ids.len(), &found));
    Ok(())
}

/// Everything that is to be said about banks that are read as one, from these paths, and about their brands. Advice is for a bank
/// without errors.
fn check(paths: &[PathBuf], ids: &[SourceId], sources: &mut Sources) -> Vec<Diagnostic> {
    match load_with_spans(sources, ids) {
        Ok(read) => {
            let (bank, spans) = read.value;
            let mut found = read.warnings;
            found.extend(brand::faults(&brands(paths, &bank, &spans), sources));
            found.extend(review(&bank, &spans));
            found
        }
        Err(rejected) => rejected.diagnostics().to_vec(),
    }
}

/// A rule, for scripts.
#[derive(Serialize)]
struct RuleRecord {
    code: &'static str,
    severity: &'static str,
    title: &'static str,
    reason: &'static str,
}

impl RuleRecord {
    fn new(rule: Rule) -> Self {
        let severity = if rule.severity() == Severity::Error { "error" } else { "advice" };
        Self { code: rule.code(), severity, title: rule.title(), reason: rule.reason() }
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
