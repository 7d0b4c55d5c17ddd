//! In: a `Document`. Out: `Pages`: every word, line, box and field of it with its place on paper.
//!
//! Geometry only, and it cannot fail: whatever stands in the document gets a place. This room must not know what a PDF
//! is, nor what the words are about.

mod block;
mod brick;
mod flow;
mod fonts;
mod furniture;
mod inline;
mod setter;
mod shaped;
mod style;
mod table;

pub use fonts::Fonts;
pub use style::Style;

use crate::diagnostic::Accepted;
use crate::document::Document;
use crate::pages::Pages;

/// Sets a document on pages. The warnings name characters that no font has.
#[must_use]
pub fn typeset(document: &Document, style: &Style, fonts: &Fonts) -> Accepted<Pages> {
    setter::Setter::new(document, style, fonts).set()
}
