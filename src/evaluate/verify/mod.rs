//! In: documents that came back. Out: in what they differ from each other, from the locked kit, and from documents as they were built;
//! and which questions each packet asks.
//!
//! Nothing here prints what people wrote, or their names.

mod compare;
mod dates;
mod debrief_form;
mod difference;
mod fields;
mod found;
mod kits;
mod matrix;
mod questions;
mod rating_state;
mod sheet;
mod usual;

pub use compare::{Verified, verify};
pub use difference::{Difference, DifferenceKind};
pub use found::{LockedKit, ReturnedSheets};
pub use matrix::{Cell, Matrix, Row, RowDocument};
pub use rating_state::RatingState;
pub use sheet::Sheet;
