//! In: faults and advice, found anywhere in a text that a user wrote. Out: one list of them, each with its place.
//!
//! This room knows `source` only; it does not know how a diagnostic is shown (that is `report`).

mod checked;
mod finding;

pub use checked::{Accepted, Checked, Rejected, Sink};
pub use finding::{Diagnostic, Severity};
