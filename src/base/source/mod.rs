//! In: the texts that a user wrote. Out: the same texts, each with a name and a way from a byte to its line and column.
//!
//! This module knows no other module: it does not know what a text means.

mod lines;
mod sources;
mod span;

pub use lines::lines;
pub use sources::{Location, Source, Sources};
pub use span::{SourceId, Span, Spanned};
