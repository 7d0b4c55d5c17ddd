use std::fmt;

use crate::base::diagnostic::{Diagnostic, Rejected};
use crate::base::source::Sources;
use crate::cli::report;
use crate::cli::terminal::Console;

/// A command line that asks for what cannot be asked for. The program ends with 2.
#[derive(Debug)]
pub struct Usage(pub String);

/// A text that cannot be used, with all that is wrong with it. It is put into words where it is shown.
#[derive(Clone, Debug)]
pub struct Diagnosed {
    /// What is wrong: one thing at least.
    pub diagnostics: Vec<Diagnostic>,
    /// The texts that it is about.
    pub sources: Sources,
    /// What comes of it, where that is more than that the program ends.
    pub end: Option<&'static str>,
}

/// Something was found that ends the program with 1, and has been shown.
#[derive(Debug)]
pub struct Found(pub String);

/// Somebody pressed Ctrl-C. The program ends with 130, as programs do that a signal ends.
#[derive(Debug)]
pub struct Stopped;

impl fmt::Display for Stopped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("stopped: what is there is whole, and the same command goes on from there")
    }
}

impl std::error::Error for Stopped {}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Usage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Diagnosed {
    /// All of it, as a person reads it.
    #[must_use]
    pub fn report(&self, has_colour: bool) -> String {
        let report = report::render(&self.sources, &self.diagnostics, has_colour);
        match self.end {
            Some(end) => format!("{report}\n\n{end}"),
            None => report,
        }
    }
}

impl fmt::Display for Diagnosed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.report(false))
    }
}

impl std::error::Error for Found {}
impl std::error::Error for Usage {}
impl std::error::Error for Diagnosed {}

/// A rejection as an error that says all of it.
pub(super) fn diagnosed(rejected: &Rejected, sources: &Sources) -> Diagnosed {
    Diagnosed { diagnostics: rejected.diagnostics().to_vec(), sources: sources.clone(), end: None }
}

/// Says what should be looked at.
pub(super) fn warn(warnings: &[Diagnostic], sources: &Sources, console: Console) {
    if !warnings.is_empty() {
        console.error(&report::render(sources, warnings, console.has_colour()));
    }
}
