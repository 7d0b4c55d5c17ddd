//! In: a bank and what somebody asked for. Out: which questions, in the bank's order, and why.
//!
//! Pure and deterministic. This room must not know how a selection is shown.

mod criteria;
mod selection;

pub use criteria::Criteria;
pub use selection::Selection;
