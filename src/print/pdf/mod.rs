//! In: `Pages`. Out: the bytes of a PDF that can be printed, filled in, and read aloud.
//!
//! The pages state all that a PDF needs; nothing is inferred from geometry. This module must not know what a guide is. `PDF_UA1.md`
//! lists the clauses of the accessibility standard and what keeps each.

mod annotations;
mod content;
mod deflate;
mod error;
mod faces;
mod facts;
mod file;
mod form;
mod glyph_table;
mod images;
mod ink;
mod logo;
mod metadata;
mod metrics;
mod objects;
mod outline;
mod page_bodies;
mod page_streams;
mod subset;
mod tags;
mod to_unicode;
mod unneeded;
mod used_glyphs;
mod validate;
mod write;

pub use error::PdfError;

use crate::base::memo::Memo;
use crate::base::threads;
use crate::base::unit::Timestamp;
use crate::print::frame::{Face, Pages};
use faces::{Faces, FontCache};
use page_bodies::Bodies;
use page_streams::Known;
use write::Compressed;

/// Writes any number of files, on any number of threads. Work that they have in common (subsets of fonts, equal pages, equal
/// structure) is done once. The bytes of a file do not depend on the files that were written before.
pub struct Writer {
    fonts: FontCache,
    bodies: Bodies,
    compressed: Compressed,
}

/// How many bytes of compressed data, with what they were made from, a writer keeps: about twenty kits that share nothing.
const MAX_COMPRESSED: usize = 16 * 1024 * 1024;
/// How many bytes of the bodies of pages, with what they are known by, a writer keeps: about fifty kits that share nothing.
const MAX_BODIES: usize = 8 * 1024 * 1024;

impl Writer {
    /// A writer that has written nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self {
            fonts: FontCache::new(),
            bodies: Memo::new(MAX_BODIES),
            compressed: Memo::new(MAX_COMPRESSED),
        }
    }

    /// Writes pages as a PDF. Equal pages give equal bytes. `created` is written as the date; without it the file has none.
    pub fn write(&self, mut pages: Pages, created: Option<Timestamp>) -> Result<Vec<u8>, PdfError> {
        validate::validate(&pages)?;
        let mut faces = Faces::new(&self.fonts);
        for page in &pages.pages {
            faces.see(&page.items, &pages.faces)?;
        }
        if !pages.fields.is_empty() {
            faces.see_form(pages.form_face, &pages.faces)?;
        }
        let known = Known { bodies: &self.bodies, compressed: &self.compressed };
        let mut pack = || page_streams::pack(&mut pages, &faces, known);
        let (packed, subsets) = if threads::are_busy() {
            (pack(), faces.subsets())
        } else {
            rayon::join(&mut pack, || faces.subsets())
        };
        let (packed, subsets) = (packed?, subsets?);
        file::assemble(&pages, (&faces, &subsets), packed, created, &self.compressed)
    }
}

/// Checks that a font can be embedded, by embedding some of it.
pub fn check_font(face: &Face) -> Result<(), PdfError> {
    faces::check(face)
}

impl Default for Writer {
    fn default() -> Self {
        Self::new()
    }
}

/// Writes pages as a PDF, once.
pub fn write(pages: &Pages, created: Option<Timestamp>) -> Result<Vec<u8>, PdfError> {
    Writer::new().write(pages.clone(), created)
}
