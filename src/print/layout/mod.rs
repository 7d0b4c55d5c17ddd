//! In: a `Document`. Out: `Frames`: every word, line, box and field of it with its place on paper.
//!
//! Geometry only, and it cannot fail: whatever is in the document gets a place. This module must not know what a PDF is, nor what the
//! text is about.

mod block;
mod block_cache;
mod choices;
mod counts;
mod document;
mod header_footer;
mod identity_field;
mod inline;
mod layout_box;
mod legend;
mod line;
mod missing;
mod name_tag;
mod page_marks;
mod page_numbers;
mod paginate;
mod piece;
mod replace;
mod sections;
mod shaped;
mod shorten;
mod state;
mod symbol;

pub use missing::MISSING_CHARACTER;

use crate::base::diagnostic::Accepted;
use crate::document::Document;
use crate::print::frame::Frames;
use crate::print::{Fonts, Style};
use state::{Cache, LayoutState};

/// Lays out any number of documents in one style, on any number of threads. What they have in common is laid out once. The layout of
/// a document does not depend on those before.
pub struct Typesetter {
    style: Style,
    fonts: Fonts,
    cache: Cache,
}

impl Typesetter {
    /// A typesetter that has laid out nothing yet.
    #[must_use]
    pub fn new(style: Style, fonts: Fonts) -> Self {
        Self { style, fonts, cache: Cache::new() }
    }

    /// Lays out a document. The warnings name the characters that cannot be printed, by script and cause, and notes that no page can hold.
    #[must_use]
    pub fn set(&self, document: &Document) -> Accepted<Frames> {
        LayoutState::new(document, &self.style, &self.fonts, &self.cache).lay_out()
    }
}

/// Lays out one document. The warnings name the characters that cannot be printed, by script and cause, and notes that no page can hold.
#[must_use]
pub fn typeset(document: &Document, style: &Style, fonts: &Fonts) -> Accepted<Frames> {
    LayoutState::new(document, style, fonts, &Cache::new()).lay_out()
}
