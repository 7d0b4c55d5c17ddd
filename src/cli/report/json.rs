use serde::Serialize;

use crate::base::diagnostic::{Diagnostic, Severity};
use crate::base::source::Sources;

/// Diagnostics as scripts read them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The program that made it.
    pub generator: &'static str,
    /// The texts that were looked at.
    pub files: Vec<String>,
    /// How many errors there are.
    pub errors: usize,
    /// How many warnings and pieces of advice there are.
    pub advice: usize,
    /// All of them, in the order of their places.
    pub findings: Vec<Finding>,
}

/// A diagnostic as scripts read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The stable code: `K103`.
    pub code: &'static str,
    /// `error`, `warning` or `advice`.
    pub severity: &'static str,
    /// What was found.
    pub message: String,
    /// The text in which it was found.
    pub file: Option<String>,
    /// The line in which it begins, from 1.
    pub line: Option<usize>,
    /// The character of the line at which it begins, from 1.
    pub column: Option<usize>,
    /// The line in which it ends.
    pub end_line: Option<usize>,
    /// The character of that line before which it ends.
    pub end_column: Option<usize>,
    /// The ways out.
    pub help: Vec<String>,
    /// What could stand from the one place to the other instead, where that can be told.
    pub fix: Option<String>,
}

impl Report {
    /// The report on texts.
    #[must_use]
    pub fn new(sources: &Sources, diagnostics: &[Diagnostic]) -> Self {
        let errors = diagnostics.iter().filter(|found| found.severity == Severity::Error).count();
        Self {
            generator: concat!("interview-kit ", env!("CARGO_PKG_VERSION")),
            files: sources.ids().map(|id| sources.get(id).name.clone()).collect(),
            errors,
            advice: diagnostics.len() - errors,
            findings: diagnostics.iter().map(|found| Finding::new(sources, found)).collect(),
        }
    }
}

impl Finding {
    fn new(sources: &Sources, found: &Diagnostic) -> Self {
        let span = found.span.as_ref();
        let start = span.map(|span| sources.locate(span));
        let end = span.map(|span| sources.locate_byte(span.source, span.bytes.end));
        Self {
            code: found.code,
            severity: match found.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Advice => "advice",
            },
            message: found.message.clone(),
            file: span.map(|span| sources.get(span.source).name.clone()),
            line: start.map(|start| start.line),
            column: start.map(|start| start.column),
            end_line: end.map(|end| end.line),
            end_column: end.map(|end| end.column),
            help: found.help.clone(),
            fix: found.fix.as_ref().map(|fix| fix.replacement.clone()),
        }
    }
}
