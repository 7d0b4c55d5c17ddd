use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

/// What a statistic comes to.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(into = "Statistic")]
#[schemars(with = "Statistic")]
pub enum Estimate {
    /// There are too few of what it is about.
    NotEnough {
        /// How many there are.
        n: usize,
        /// How many there must be.
        needs: usize,
    },
    /// It has no value.
    Undefined(NoValue),
    /// Its value.
    Known {
        /// The value.
        value: f64,
        /// Its 95% confidence interval, or why there is none.
        interval: Result<[f64; 2], NoInterval>,
    },
}

/// Why a statistic has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoValue {
    /// All ratings are the same.
    SameRatings,
    /// Candidates do not differ, or not more than chance and interviewers do.
    SameCandidates,
}

/// Why a value has no interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoInterval {
    /// In too many draws of the bootstrap, all ratings are the same.
    FewRatings,
    /// All of so many units show the same agreement, and so does every draw of them. An interval without width would look like certainty.
    SameAgreement {
        /// The number of units.
        n: usize,
    },
    /// Interviewers do not differ, or only in their severity.
    SameInterviewers,
    /// Candidates do not differ more than chance and interviewers do.
    SameCandidates,
}

/// A statistic as it is written as data.
#[derive(Serialize, JsonSchema)]
struct Statistic {
    /// Whether it is `known`, there is `not-enough-data`, or it is `undefined`.
    #[schemars(extend("enum" = ["known", "not-enough-data", "undefined"]))]
    state: &'static str,
    /// The value. Only if it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<f64>,
    /// The ends of its 95% confidence interval. Only if it is known and has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    interval: Option<[f64; 2]>,
    /// How many units or candidates there are. Only if they are not enough.
    #[serde(skip_serializing_if = "Option::is_none")]
    n: Option<usize>,
    /// How many there must be. Only if they are not enough.
    #[serde(skip_serializing_if = "Option::is_none")]
    needs: Option<usize>,
    /// Why there is no value, or no interval.
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<String>,
}

impl fmt::Display for NoValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::SameRatings => "cannot be computed: all ratings are the same",
            Self::SameCandidates => "cannot be computed: candidates differ too little",
        })
    }
}

impl fmt::Display for NoInterval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::FewRatings => f.write_str("no interval: the ratings vary too little"),
            Self::SameAgreement { n } => {
                write!(f, "no interval: all n = {n} units show the same agreement")
            }
            Self::SameInterviewers => {
                f.write_str("no interval: apart from severity, interviewers do not differ")
            }
            Self::SameCandidates => f.write_str("no interval: candidates differ too little"),
        }
    }
}

impl Estimate {
    /// Why there is no value, or no interval. `None` if there are both.
    #[must_use]
    pub fn why(&self) -> Option<String> {
        match self {
            Self::NotEnough { n, needs } => Some(not_enough(*n, *needs)),
            Self::Undefined(reason) => Some(reason.to_string()),
            Self::Known { interval, .. } => interval.err().map(|reason| reason.to_string()),
        }
    }
}

/// What is said where there are too few of what a statistic is about.
#[must_use]
pub fn not_enough(n: usize, needs: usize) -> String {
    format!("not enough data: n = {n}, needs {needs}")
}

/// A number with six decimals: more of them would differ between machines, whose logarithms do.
#[must_use]
pub fn rounded(value: f64) -> f64 {
    // Zero has no sign.
    (value * 1e6).round() / 1e6 + 0.0
}

impl From<Estimate> for Statistic {
    fn from(estimate: Estimate) -> Self {
        let none = Self {
            state: "undefined",
            value: None,
            interval: None,
            n: None,
            needs: None,
            why: estimate.why(),
        };
        match estimate {
            Estimate::NotEnough { n, needs } => {
                Self { state: "not-enough-data", n: Some(n), needs: Some(needs), ..none }
            }
            Estimate::Undefined(_) => none,
            Estimate::Known { value, interval } => {
                let interval = interval.ok().map(|ends| ends.map(rounded));
                Self { state: "known", value: Some(rounded(value)), interval, ..none }
            }
        }
    }
}
