//! In: diagnostics, and the texts that they are about. Out: what a person reads of them.
//!
//! This room must not know how a diagnostic came about.

mod human;

pub use human::render;
