//! What the table, the CSV file and messages say alike.

use crate::evaluate::{Correlation, Estimate, Kind, LEAST_CANDIDATES, Rater, Reason};

/// Why a statistic has no value.
pub(super) const NO_VARIATION: &str = "cannot be computed: all ratings are the same";
/// Why a correlation has no value.
pub(super) const NO_DIFFERENCE: &str = "cannot be computed: candidates differ too little";
/// Why a statistic has no interval.
pub(super) const NO_INTERVAL: &str = "no interval: the ratings vary too little";

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

/// Who rated.
pub(super) fn rater(rater: &Rater) -> String {
    match rater {
        Rater::Named(name) => name.clone(),
        Rater::Number(number) => format!("Interviewer {number} (no name)"),
        Rater::Only => "Interviewer (no name)".to_owned(),
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
    let files = if count == 1 { "1 file was" } else { &format!("{count} files were") };
    format!("{files} refused when these records were collected; what it says is not counted")
}

/// There are too few of what a statistic is about.
pub(super) fn not_enough(n: usize, needs: usize) -> String {
    format!("not enough data: n = {n}, needs {needs}")
}

/// A value and its interval.
pub(super) fn estimate(estimate: &Estimate, number: fn(f64) -> String) -> String {
    match estimate {
        Estimate::NotEnough { n, needs } => not_enough(*n, *needs),
        Estimate::NoVariation => NO_VARIATION.to_owned(),
        Estimate::Known { value, interval } => with_interval(*value, *interval, number),
    }
}

/// A correlation and its interval.
pub(super) fn correlation(it: &Correlation) -> String {
    match it.value {
        Some(value) => with_interval(value, it.interval, decimal),
        None => NO_DIFFERENCE.to_owned(),
    }
}

/// What is said where no interviewers rated enough candidates.
pub(super) fn too_few_candidates(most: usize) -> String {
    not_enough(most, LEAST_CANDIDATES)
}

fn with_interval(value: f64, interval: Option<[f64; 2]>, number: fn(f64) -> String) -> String {
    match interval {
        Some([low, high]) => {
            format!("{} (95% interval {} to {})", number(value), number(low), number(high))
        }
        None => format!("{} ({NO_INTERVAL})", number(value)),
    }
}

/// A number with two decimals.
pub(super) fn decimal(value: f64) -> String {
    // Zero has no sign.
    let rounded = (value * 100.0).round() / 100.0 + 0.0;
    format!("{rounded:.2}")
}

/// A share as a percentage.
pub(super) fn percent(share: f64) -> String {
    format!("{:.0}%", share * 100.0)
}
