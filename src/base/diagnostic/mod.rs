//! Faults and advice, found anywhere in a text that a user wrote: one list of them, each with its place. How they are shown is the
//! business of `cli/report`.

mod checked;
mod finding;

pub use checked::{Accepted, Checked, Diagnostics, Rejected};
pub use finding::{Diagnostic, Fix, Severity};
