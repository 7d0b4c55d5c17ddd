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
use crate::base::threads;
use findings::Findings;

/// All advice about a bank, in the order of its spans. Two threads look at it, each at half of the work.
#[must_use]
pub fn review(bank: &Bank, spans: &Spans) -> Vec<Diagnostic> {
    let found = |reviews: &[fn(&mut Findings<'_>)]| {
        let mut findings = Findings::new(bank, spans);
        for review in reviews {
            review(&mut findings);
        }
        findings
    };
    let others = || found(&[follow_up::review, rubric::review, anchors::review]);
    let (wording, others) = threads::side_by_side(
        || found(&[wording::review, duplicates::review, coverage::review, roles::review]),
        others,
    );
    wording.with(others).finish()
}
