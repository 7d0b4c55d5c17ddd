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
    Undefined(TooAlike),
    /// Its value.
    Known {
        /// The value.
        value: f64,
        /// Its 95% confidence interval, or why there is none.
        interval: Result<[f64; 2], TooAlike>,
    },
}

/// What differs too little for a value or an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TooAlike {
    /// The ratings: all of them are the same, or in too many draws of the bootstrap, or interviewers differ by nothing but their severity.
    Ratings,
    /// The candidates, or at least not more than chance and interviewers do.
    Candidates,
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

impl TooAlike {
    /// Why there is no value.
    #[must_use]
    pub fn why_no_value(self) -> &'static str {
        match self {
            Self::Ratings => "cannot be computed: all ratings are the same",
            Self::Candidates => "cannot be computed: candidates differ too little",
        }
    }

    /// Why there is no interval.
    #[must_use]
    pub fn why_no_interval(self) -> &'static str {
        match self {
            Self::Ratings => "no interval: the ratings vary too little",
            Self::Candidates => "no interval: candidates differ too little",
        }
    }
}

impl Estimate {
    /// Why there is no value, or no interval. `None` if there are both.
    #[must_use]
    pub fn why(&self) -> Option<String> {
        match self {
            Self::NotEnough { n, needs } => Some(not_enough(*n, *needs)),
            Self::Undefined(reason) => Some(reason.why_no_value().to_owned()),
            Self::Known { interval, .. } => {
                interval.err().map(|reason| reason.why_no_interval().to_owned())
            }
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
