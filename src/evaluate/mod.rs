//! In: records, and documents as they were filled in. Out: what they can support: differences between packets, an agenda, statistics,
//! what is past its date.
//!
//! This module must not know how a file is read or a document is printed, and what a bank is.

mod agreement;
mod alpha;
mod bits;
mod bootstrap;
pub mod debrief;
mod estimate;
mod f_distribution;
mod icc;
mod random;
mod ratings;
pub mod retention;
mod same_document;
mod same_raters;
mod scores;
mod usage;
pub mod verify;
mod written_date;

pub use agreement::{Agreement, LEAST_UNITS};
pub use alpha::{Coincidences, MeasurementLevel};
pub use bootstrap::{Bootstrap, CONFIDENCE};
pub use estimate::{Estimate, NoInterval, NoValue, not_enough, rounded};
pub use f_distribution::quantile as f_quantile;
pub use icc::{Correlation, Icc, icc};
pub use ratings::{Kind, KitRatings, LeftOut, LeftOutItem, Rated, Rater, Reason, ratings};
pub use same_document::Differing;
pub use same_raters::{LEAST_CANDIDATES, RaterGroup};
pub use scores::{CandidateScores, ItemScores, KindScores, Scores};
pub use usage::{ItemUsage, LEAST_OF_ONE, LEAST_RATINGS, RaterUsage, RubricLine};
pub use written_date::written_date;
