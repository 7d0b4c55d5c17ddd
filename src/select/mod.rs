//! In: a bank and what somebody asked for. Out: which questions, in which order, who asks them, and why.
//!
//! Pure and deterministic. This room must not know how a selection is shown.

mod budget;
mod criteria;
mod facet;
mod frame;
mod matching;
mod packing;
mod panel;
mod reason;
mod refused;
mod rules;
mod selection;
mod sharing;
mod shortfall;
mod single;
mod slot;

pub use criteria::{AskOrder, Criteria};
pub use panel::{Panel, share};
pub use reason::{Aim, Reason, Unmet, Why};
pub use refused::{Left, NothingLeft, Refused, Unknown};
pub use selection::Selection;
pub use single::{check_names, select};
pub use slot::Seat;
