use super::{Diagnostic, Severity};

/// What checking a text gives: a value that may be trusted, or every fault that was found.
pub type Checked<T> = Result<Accepted<T>, Rejected>;

/// A value that may be trusted, and the advice that came up on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted<T> {
    /// The value.
    pub value: T,
    /// Warnings only, in the order of the texts.
    pub warnings: Vec<Diagnostic>,
}

/// Everything that was found in a text that cannot be used. At least one of it is an error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejected {
    diagnostics: Vec<Diagnostic>,
}

/// Collects diagnostics while a text is being read.
#[derive(Debug, Default)]
pub struct Diagnostics {
    diagnostics: Vec<Diagnostic>,
    /// How many errors there are, those included that are not kept.
    errors: usize,
}

/// More errors than anybody mends before the next try. Any further ones are counted, but not kept.
const MAX_ERRORS: usize = 10_000;

impl Diagnostics {
    /// Nothing found yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Keeps a diagnostic.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        let is_error = diagnostic.severity == Severity::Error;
        self.errors += usize::from(is_error);
        if !is_error || self.errors <= MAX_ERRORS {
            self.diagnostics.push(diagnostic);
        }
    }

    /// Keeps an error that takes time to describe: it is made only if it is kept.
    pub fn push_with(&mut self, error: impl FnOnce() -> Diagnostic) {
        if self.errors < MAX_ERRORS {
            self.push(error());
        } else {
            self.errors += 1;
        }
    }

    /// Keeps all diagnostics of another collection.
    pub fn extend(&mut self, diagnostics: impl IntoIterator<Item = Diagnostic>) {
        diagnostics.into_iter().for_each(|diagnostic| self.push(diagnostic));
    }

    /// Keeps all that another collection has, and counts what it did not keep.
    pub fn append(&mut self, other: Self) {
        let kept = other.diagnostics.iter().filter(|it| it.severity == Severity::Error).count();
        self.errors += other.errors - kept;
        self.extend(other.diagnostics);
    }

    /// Whether nothing was found so far.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.diagnostics.is_empty()
    }

    /// Everything that was found so far, in the order in which it was found.
    #[must_use]
    pub fn into_vec(self) -> Vec<Diagnostic> {
        self.diagnostics
    }

    /// Whether an error is among what was found.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.errors > 0
    }

    /// Accepts `value` unless an error was found. Diagnostics come out in the order of their places.
    pub fn check<T>(mut self, value: Option<T>) -> Checked<T> {
        self.diagnostics.sort_by_key(|found| {
            let place = found.span.as_ref();
            place.map(|span| (span.source, span.bytes.start, span.bytes.end))
        });
        forget_repeated(&mut self.diagnostics);
        let more = self.errors.saturating_sub(MAX_ERRORS);
        if let (true, Some(last)) = (more > 0, self.diagnostics.last_mut()) {
            last.help.push(format!("{more} more errors not shown"));
        }
        match value {
            Some(value) if !self.has_errors() => Ok(Accepted { value, warnings: self.diagnostics }),
            _ => {
                if !self.has_errors() {
                    let message = "the text could not be read";
                    self.push(Diagnostic::error("unreadable", message));
                }
                Err(Rejected { diagnostics: self.diagnostics })
            }
        }
    }
}

/// Keeps each diagnostic once: what aliases repeat has its faults in one place. They are in the order of their places.
fn forget_repeated(diagnostics: &mut Vec<Diagnostic>) {
    let mut kept: Vec<Diagnostic> = Vec::with_capacity(diagnostics.len());
    for found in diagnostics.drain(..) {
        let here = kept.iter().rev().take_while(|before| before.span == found.span);
        if found.span.is_none() || !here.into_iter().any(|before| *before == found) {
            kept.push(found);
        }
    }
    *diagnostics = kept;
}

impl<T> Accepted<T> {
    /// A value about which there is nothing to say.
    #[must_use]
    pub fn without_warnings(value: T) -> Self {
        Self { value, warnings: Vec::new() }
    }

    /// The same warnings about a value made from this one.
    #[must_use]
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Accepted<U> {
        Accepted { value: make(self.value), warnings: self.warnings }
    }
}

impl Rejected {
    /// The same, with a way out below the last of them.
    #[must_use]
    pub fn help_last(mut self, help: &str) -> Self {
        if let Some(last) = self.diagnostics.last_mut() {
            last.help.push(help.to_owned());
        }
        self
    }

    /// All diagnostics, warnings among them, in the order of their places.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }
}

impl From<Diagnostic> for Rejected {
    /// A rejection for one reason, which counts as an error whatever it was made as.
    fn from(mut reason: Diagnostic) -> Self {
        reason.severity = Severity::Error;
        Self { diagnostics: vec![reason] }
    }
}
