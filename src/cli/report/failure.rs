use std::fmt;
use std::sync::Arc;

use super::human::{render, total};
use super::shortened::shortened;
use super::unmet::unmet_lines;
use crate::base::diagnostic::{Diagnostic, Rejected};
use crate::base::source::Sources;
use crate::base::text::counted;
use crate::cli::usage::UsageError;
use crate::packet::UnmetView;
use crate::select::Criteria;

/// Why a command did not do all that it was asked for: data, until it is reported.
#[derive(Clone, Debug)]
pub enum Failure {
    /// A text cannot be used.
    Rejected {
        /// What is wrong: one thing at least.
        diagnostics: Vec<Diagnostic>,
        /// The texts that it is about.
        sources: Sources,
        /// What follows from it, if that is more than that the command ends.
        consequence: Option<Consequence>,
    },
    /// Goals were not met, and `--strict` was given.
    UnmetGoals {
        /// The goals.
        goals: Vec<UnmetView>,
        /// What was asked for; nothing for a kit from a lock file, which is built as it is.
        criteria: Option<Criteria>,
    },
    /// `check` has found something.
    CheckFailed {
        /// How many banks were checked.
        banks: usize,
        /// What was found. It has been shown.
        found: Vec<Diagnostic>,
    },
    /// Nothing could be imported. Why has been shown.
    NothingImported,
    /// Nothing was made of these rows of a roster. Why has been shown.
    RowsFailed {
        /// Their numbers, from 1.
        rows: Vec<usize>,
        /// Whether the rows after the first of them were skipped.
        are_others_skipped: bool,
    },
    /// Files were refused. Which, and why, has been shown.
    FilesRefused {
        /// How many.
        count: usize,
    },
    /// Values that were read from paper are not certain. Which, has been shown.
    ValuesAsked {
        /// How many.
        count: usize,
        /// Whether a page to answer on was written.
        has_review: bool,
    },
    /// Packets differ. In what, has been shown.
    Differences {
        /// In how many points.
        count: usize,
    },
    /// Files could not be removed. Which, and why, has been shown.
    NotRemoved {
        /// How many.
        count: usize,
    },
    /// Several things failed, each for its own reason.
    Several(Vec<Arc<anyhow::Error>>),
    /// Somebody pressed Ctrl-C.
    Interrupted,
}

/// What follows from texts that cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Consequence {
    /// Characters cannot be printed, which `--strict` makes an error.
    NotPrinted,
    /// No row of a roster was made, and `--keep-going` would make the others.
    NoRowWritten,
    /// Nothing was written.
    NothingWritten,
}

/// How a run ends that failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    /// What a person reads of it.
    pub text: String,
    /// The exit code: 1 if it could not be done, 2 if it cannot be asked for, 130 if it was interrupted.
    pub code: u8,
}

impl Failure {
    /// Why a text was rejected.
    #[must_use]
    pub fn rejected(rejected: &Rejected, sources: &Sources) -> Self {
        let (diagnostics, sources) = (rejected.diagnostics().to_vec(), sources.clone());
        Self::Rejected { diagnostics, sources, consequence: None }
    }

    /// What a person reads of it.
    #[must_use]
    pub fn text(&self, has_color: bool) -> String {
        match self {
            Self::Rejected { diagnostics, sources, consequence } => {
                let report = render(sources, diagnostics, has_color);
                match consequence {
                    Some(consequence) => format!("{report}\n\n{}", consequence.text()),
                    None => report,
                }
            }
            Self::UnmetGoals { goals, criteria } => {
                let goals = unmet_lines("error", goals, criteria.as_ref());
                format!("{goals}\nerror: some goals were not met (--strict)")
            }
            Self::CheckFailed { banks, found } => checked(*banks, found),
            Self::NothingImported => "nothing was imported".to_owned(),
            Self::RowsFailed { rows, are_others_skipped } => {
                let plural = if rows.len() == 1 { "row" } else { "rows" };
                let rows: Vec<String> = rows.iter().map(usize::to_string).collect();
                let rows = shortened(&rows, 20);
                let help = if *are_others_skipped {
                    "\n  help: remaining rows were skipped; use --keep-going to process them"
                } else {
                    ""
                };
                format!("error: {plural} {rows} failed{help}")
            }
            Self::FilesRefused { count } => {
                let refused = counted(*count, "document was", "documents were");
                format!("error: {refused} refused")
            }
            Self::ValuesAsked { count, has_review } => {
                let asked = counted(*count, "value is", "values are");
                let help = if *has_review {
                    "open the review page, save the answers, and run this again with --answers"
                } else {
                    "write a page to answer on with --review, and run this again with the saved --answers"
                };
                format!("error: {asked} not certain\n  help: {help}")
            }
            Self::Differences { count } => {
                format!("error: {}", counted(*count, "difference", "differences"))
            }
            Self::NotRemoved { count } => {
                format!("error: {} not removed", counted(*count, "file was", "files were"))
            }
            Self::Several(errors) => {
                let texts = errors.iter().map(|error| ending(error, has_color).text);
                texts.collect::<Vec<_>>().join("\n")
            }
            Self::Interrupted => {
                "interrupted: files already written are complete; run the same command again to resume".to_owned()
            }
        }
    }

    fn code(&self) -> u8 {
        match self {
            Self::Interrupted => 130,
            _ => 1,
        }
    }
}

impl Consequence {
    fn text(self) -> &'static str {
        match self {
            Self::NotPrinted => "error: some characters cannot be printed (--strict)",
            Self::NoRowWritten => {
                "error: nothing was written\n  help: use --keep-going to process the valid rows"
            }
            Self::NothingWritten => "error: nothing was written",
        }
    }
}

/// How a run ends that failed with this.
#[must_use]
pub fn ending(error: &anyhow::Error, has_color: bool) -> Ending {
    if let Some(failure) = error.downcast_ref::<Failure>() {
        return Ending { text: failure.text(has_color), code: failure.code() };
    }
    if let Some(UsageError { message, help }) = error.downcast_ref() {
        let helps = help.iter().map(|help| format!("\n  help: {help}"));
        return Ending { text: format!("error: {message}{}", helps.collect::<String>()), code: 2 };
    }
    Ending { text: format!("error: {error:#}"), code: 1 }
}

/// How many banks were checked, and what was found.
#[must_use]
pub fn checked(banks: usize, found: &[Diagnostic]) -> String {
    format!("checked {}: {} found", counted(banks, "bank", "banks"), total(found))
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(false))
    }
}

impl std::error::Error for Failure {}
