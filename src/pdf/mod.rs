//! In: `Pages`. Out: the bytes of a PDF that can be printed, filled in, and read aloud.
//!
//! Whatever a PDF needs is said by the pages themselves; nothing is inferred from geometry. This room must not know what
//! a guide is. What the standards ask for, clause by clause, is in `PDF_UA1.md`.

mod annotations;
mod content;
mod error;
mod faces;
mod file;
mod form;
mod metadata;
mod outline;
mod sound;
mod tags;
mod write;

pub use error::PdfError;

use crate::pages::Pages;
use crate::unit::Timestamp;

/// Writes pages as a PDF. The same pages give the same bytes; `created`, where there is one, is written as the date.
pub fn write(pages: &Pages, created: Option<Timestamp>) -> Result<Vec<u8>, PdfError> {
    sound::check(pages)?;
    let faces = faces::Faces::new(pages)?;
    let painted = content::paint(pages, &faces)?;
    file::assemble(pages, &faces, painted, created)
}
