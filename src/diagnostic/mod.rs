//! In: faults and advice, found anywhere in a text that a user wrote. Out: one list of them, each with its place; and the
//! name that a mistyped one most likely stands for.
//!
//! This room knows `source` only; it does not know how a diagnostic is shown (that is `report`).

mod checked;
mod finding;
mod suggest;

pub use checked::{Accepted, Checked, Rejected, Sink};
pub use finding::{Diagnostic, Fix, Severity};
pub use suggest::nearest;
