//! In: a bank that can be used, and where its texts are. Out: advice on how to make it better.
//!
//! Every rule is one of `bank::Rule`'s, and can be turned off in the bank with a reason. This module must not know how advice is
//! shown.

mod anchors;
mod coverage;
mod duplicates;
mod findings;
mod follow_up;
mod phrases;
mod roles;
mod rubric;
mod wording;
mod words;

use crate::bank::{Bank, Spans};
use crate::base::diagnostic::Diagnostic;
use findings::Findings;

/// All advice about a bank, in the order of its spans.
#[must_use]
pub fn review(bank: &Bank, spans: &Spans) -> Vec<Diagnostic> {
    let mut findings = Findings::new(bank, spans);
    wording::review(&mut findings);
    follow_up::review(&mut findings);
    rubric::review(&mut findings);
    anchors::review(&mut findings);
    duplicates::review(&mut findings);
    coverage::review(&mut findings);
    roles::review(&mut findings);
    findings.finish()
}
