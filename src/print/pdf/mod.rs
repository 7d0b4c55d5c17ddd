//! In: `Pages`. Out: the bytes of a PDF that can be printed, filled in, and read aloud.
//!
//! Whatever a PDF needs is said by the pages themselves; nothing is inferred from geometry. This room must not know what
//! a guide is. What the standards ask for, clause by clause, is in `PDF_UA1.md`.

mod annotations;
mod content;
mod deflate;
mod error;
mod faces;
mod file;
mod form;
mod glyph_table;
mod metadata;
mod objects;
mod outline;
mod sound;
mod subset;
mod tags;
mod to_unicode;
mod write;

pub use error::PdfError;

use crate::base::memo::Memo;
use crate::base::unit::Timestamp;
use crate::print::frame::Pages;
use faces::{Faces, FontCache};
use write::Compressed;

/// Writes any number of files, on any number of threads. What they have in common (fonts cut down alike, pages and structure that
/// are the same) is worked out once; a file is the same, byte for byte, whichever were written before.
pub struct Writer {
    fonts: FontCache,
    compressed: Compressed,
}

/// What a writer keeps of compressed data, in bytes: some twenty kits that have nothing in common.
const MOST_COMPRESSED: usize = 16 * 1024 * 1024;

impl Writer {
    /// A writer that has written nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self { fonts: FontCache::new(), compressed: Memo::new(MOST_COMPRESSED) }
    }

    /// Writes pages as a PDF. The same pages give the same bytes; `created`, where there is one, is written as the date.
    pub fn write(&self, pages: &Pages, created: Option<Timestamp>) -> Result<Vec<u8>, PdfError> {
        sound::check(pages)?;
        let faces = Faces::new(pages, &self.fonts)?;
        let painted = content::paint(pages, &faces)?;
        file::assemble(pages, &faces, painted, created, &self.compressed)
    }
}

impl Default for Writer {
    fn default() -> Self {
        Self::new()
    }
}

/// Writes pages as a PDF, once.
pub fn write(pages: &Pages, created: Option<Timestamp>) -> Result<Vec<u8>, PdfError> {
    Writer::new().write(pages, created)
}
