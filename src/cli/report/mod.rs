//! Diagnostics and failures become what a person or a script reads of them, and an exit code.
//!
//! Nothing here knows how a diagnostic came about.

mod failure;
mod human;
mod json;
mod selection;

pub use failure::{Consequence, Ending, Failure, checked, ending, shortened};
pub use human::{render, total, warn};
pub use json::{Finding, Report};
pub use selection::{reason, remedies, unmet_goal, unmet_goals, unmet_sentence};
