//! In: a `Document`. Out: `Pages`: every word, line, box and field of it with its place on paper.
//!
//! Geometry only, and it cannot fail: whatever stands in the document gets a place. This room must not know what a PDF
//! is, nor what the words are about.

mod block;
mod brick;
mod fingerprint;
mod flow;
mod furniture;
mod inline;
mod missing;
mod name_tag;
mod notes;
mod set_block;
mod setter;
mod settle;
mod shaped;
mod shorten;
mod table;

pub use missing::MISSING_CHARACTER;

use crate::base::diagnostic::Accepted;
use crate::document::Document;
use crate::print::frame::Pages;
use crate::print::{Fonts, Style};
use setter::{Memory, Setter};

/// Sets any number of documents in one style, on any number of threads. What they have in common is set once; a document is set
/// the same, whichever were set before.
pub struct Typesetter {
    style: Style,
    fonts: Fonts,
    memory: Memory,
}

impl Typesetter {
    /// A typesetter that has set nothing yet.
    #[must_use]
    pub fn new(style: Style, fonts: Fonts) -> Self {
        Self { style, fonts, memory: Memory::new() }
    }

    /// Sets a document on pages. The warnings name the characters that cannot be printed, by script and cause, and notes that no page can hold.
    #[must_use]
    pub fn set(&self, document: &Document) -> Accepted<Pages> {
        Setter::new(document, &self.style, &self.fonts, &self.memory).set()
    }
}

/// Sets one document on pages. The warnings name the characters that cannot be printed, by script and cause, and notes that no page can hold.
#[must_use]
pub fn typeset(document: &Document, style: &Style, fonts: &Fonts) -> Accepted<Pages> {
    Setter::new(document, style, fonts, &Memory::new()).set()
}
