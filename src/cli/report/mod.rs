//! Diagnostics and failures become what a person or a script reads of them, and an exit code.
//!
//! Nothing here knows how a diagnostic came about.

mod failure;
mod human;
mod json;
mod selection;
mod shortened;
mod unmet;

pub use failure::{Consequence, Ending, Failure, checked, ending};
pub use human::{render, total, warn};
pub use json::{Finding, Report};
pub use selection::reason;
pub use shortened::shortened;
pub use unmet::{Naming, remedies, unmet_goal, unmet_of_rows, unmet_sentence, unmet_warnings};
