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

use std::panic::resume_unwind;
use std::thread;

use crate::bank::{Bank, Spans};
use crate::base::diagnostic::Diagnostic;
use findings::Findings;

/// All advice about a bank, in the order of its spans. Two threads look at it: the wording takes as long as all the rest.
#[must_use]
pub fn review(bank: &Bank, spans: &Spans) -> Vec<Diagnostic> {
    let found = |reviews: &[fn(&mut Findings<'_>)]| {
        let mut findings = Findings::new(bank, spans);
        for review in reviews {
            review(&mut findings);
        }
        findings
    };
    let (wording, others) = thread::scope(|scope| {
        let wording = || found(&[wording::review]);
        let thread = thread::Builder::new().spawn_scoped(scope, wording);
        let others = found(&[
            follow_up::review,
            rubric::review,
            anchors::review,
            duplicates::review,
            coverage::review,
            roles::review,
        ]);
        let wording = match thread {
            Ok(thread) => thread.join().unwrap_or_else(|panic| resume_unwind(panic)),
            // A machine that has no room for a thread may still do the work in this one.
            Err(_) => wording(),
        };
        (wording, others)
    });
    wording.with(others).finish()
}
