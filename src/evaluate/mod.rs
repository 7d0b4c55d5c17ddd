//! In: records. Out: what they can support: differences between packets, an agenda, statistics, what is past its date.
//!
//! This module must not know how a document is read or printed, and what a bank is.

mod agreement;
mod alpha;
mod bootstrap;
pub mod debrief;
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

pub use agreement::{Agreement, Estimate, LEAST_UNITS};
pub use alpha::{Coincidences, Level};
pub use bootstrap::{Bootstrap, LEVEL};
pub use f_distribution::quantile as f_quantile;
pub use icc::{Correlation, Icc, icc};
pub use ratings::{Kind, KitRatings, LeftOut, Rated, Rater, Reason, What, ratings};
pub use same_document::Differing;
pub use same_raters::{LEAST_CANDIDATES, RaterGroup, SameRaters};
pub use scores::{CandidateScores, ItemScores, ItemUsage, KindScores, RaterUsage, Scores};
pub use usage::{LEAST_OF_ONE, LEAST_RATINGS, RubricLine, Ticks, Usage};
pub use written_date::written_date;
