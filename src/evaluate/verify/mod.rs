//! In: documents that came back. Out: in what they differ from each other, from the locked kit, and from documents as they were built;
//! and which questions each packet asks.
//!
//! Nothing here prints what people wrote, or their names.

mod dates;
mod difference;
mod fields;
mod kits;
mod matrix;
mod questions;
mod returned;
mod sheet;

pub use difference::{Difference, DifferenceKind};
pub use matrix::{Cell, Matrix, RatingState, Row, RowDocument};
pub use returned::{LockedKit, ReturnedSheets, Verified, verify};
pub use sheet::Sheet;
