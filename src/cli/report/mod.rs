//! In: diagnostics, and the texts that they are about. Out: what a person, or a script, reads of them.
//!
//! This room must not know how a diagnostic came about.

mod human;
mod json;

pub use human::{render, total};
pub use json::{Finding, Report};
