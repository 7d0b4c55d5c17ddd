//! What the table, the CSV file and messages say alike.

use crate::base::text::counted;
use crate::evaluate::{Estimate, Kind, LeftOut, Reason, not_enough};

/// A kind of things that are rated, in the plural.
pub(super) fn plural(kind: Kind) -> &'static str {
    match kind {
        Kind::Question => "questions",
        Kind::Competency => "competencies",
    }
}

/// A kind of things that are rated.
pub(super) fn singular(kind: Kind) -> &'static str {
    match kind {
        Kind::Question => "question",
        Kind::Competency => "competency",
    }
}

/// The interviewer of whom something is not counted.
pub(super) fn interviewer(left_out: &LeftOut) -> String {
    match (&left_out.interviewer, left_out.number) {
        (Some(name), _) => name.clone(),
        (None, Some(number)) => format!("Interviewer {number} (no name)"),
        (None, None) => "Interviewer (no name)".to_owned(),
    }
}

/// Why something is not counted.
pub(super) fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Blank => "blank",
        Reason::Conflict => "conflict",
        Reason::Unreadable => "unreadable",
    }
}

/// How many files are not in the records.
pub(super) fn refused(count: usize) -> String {
    let files = counted(count, "file was", "files were");
    format!("{files} refused when these records were collected; their contents are not counted")
}

/// A value and its interval, or why there is none.
pub(super) fn estimate(estimate: &Estimate, number: fn(f64) -> String) -> String {
    match estimate {
        Estimate::NotEnough { n, needs } => not_enough(*n, *needs),
        Estimate::Undefined(reason) => reason.to_string(),
        Estimate::Known { value, interval: Ok([low, high]) } => {
            let [value, low, high] = [value, low, high].map(|it| number(*it));
            format!("{value} (95% confidence interval {low} to {high})")
        }
        Estimate::Known { value, interval: Err(reason) } => {
            format!("{} ({reason})", number(*value))
        }
    }
}

/// A number with two decimals.
pub(super) fn decimal(value: f64) -> String {
    // Zero has no sign.
    let rounded = (value * 100.0).round() / 100.0 + 0.0;
    format!("{rounded:.2}")
}

/// A share as a percentage. Only all is 100%, and only nothing is 0%.
pub(super) fn percent(share: f64) -> String {
    let percent = (share * 100.0).round();
    let percent = if share > 0.0 && share < 1.0 { percent.clamp(1.0, 99.0) } else { percent };
    format!("{percent:.0}%")
}
