//! In: `Frames`. Out: the bytes of a PDF that can be printed, filled in, and read aloud.
//!
//! The pages state all that a PDF needs; nothing is inferred from geometry. This module must not know what a guide is. `PDF_UA1.md`
//! lists the clauses of the accessibility standard and what keeps each.

mod annotations;
mod appearance;
mod content;
mod deflate;
mod element;
mod error;
mod faces;
mod facts;
mod field_tree;
mod file;
mod form;
mod form_field;
mod glyph_table;
mod images;
mod ink;
mod logo;
mod metadata;
mod metrics;
mod objects;
mod open_elements;
mod outline;
mod page_bodies;
mod page_painter;
mod page_streams;
mod paged_file;
mod parent_tree;
mod placed_fields;
mod similar;
mod subset;
mod tags;
mod to_unicode;
mod unneeded;
mod used_glyphs;
mod validate;
mod write;

pub use error::PdfError;

use std::borrow::Cow;
use std::sync::{Arc, mpsc};

use crate::base::memo::Memo;
use crate::base::threads;
use crate::base::unit::Timestamp;
use crate::print::frame::{Face, Frame, Frames, Numbering, Pages};
use faces::FontCache;
use file::Own;
use page_bodies::Bodies;
use page_painter::{Batch, PagePainter, Painted, PaintedPages, paint};
use page_streams::Known;
use paged_file::PagedFile;
use similar::{See, Similar, Written};
use write::Compressed;

/// Writes any number of files, on any number of threads. Work that they have in common (subsets of fonts, equal pages, equal
/// structure) is done once. The bytes of a file do not depend on the files that were written before.
pub struct Writer {
    fonts: FontCache,
    bodies: Bodies,
    compressed: Arc<Compressed>,
    similar: Similar,
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
            compressed: Arc::new(Memo::new(MAX_COMPRESSED)),
            similar: Similar::new(),
        }
    }

    /// Writes pages as a PDF. Equal pages give equal bytes. `created` is written as the date; without it the file has none. A page is gone as
    /// soon as it is painted, unless files are written side by side, which may share it.
    pub fn write(&self, frames: Frames, created: Option<Timestamp>) -> Result<Vec<u8>, PdfError> {
        if !threads::are_busy() {
            return self.write_on_all_cores(frames, created);
        }
        self.similar.write((&self.fonts, self.known()), frames, created, |frames, see| {
            let (mut numbering, frames) = frames.numbering();
            let mut painter = self.painter();
            let mut batches = Vec::new();
            for frame in frames {
                batches.extend(painter.add(numbering.page(&frame), numbering.pages())?);
            }
            self.finish((painter, batches), numbering.finish(), created, see)
        })
    }

    /// Begins a file whose pages are written as they come. It has the same as one that is written at once, in another order. The pages that there
    /// are already are returned.
    #[must_use]
    pub fn begin(&self, frames: Frames) -> (PdfFile<'_>, Vec<Arc<Frame>>) {
        let (mut numbering, frames) = frames.numbering();
        numbering.watch_branches();
        let (painter, written) = (self.painter(), PagedFile::new(&self.compressed));
        (PdfFile { numbering, painter, batches: Vec::new(), written }, frames)
    }

    /// Writes pages on all cores: some are painted while those after them are numbered.
    fn write_on_all_cores<'w>(
        &'w self,
        frames: Frames,
        created: Option<Timestamp>,
    ) -> Result<Vec<u8>, PdfError> {
        let (sender, receiver) = mpsc::channel();
        let (mut numbering, frames) = frames.numbering();
        let mut painter = self.painter();
        rayon::scope(|scope| {
            let mut number = 0;
            let mut paint = |batch: Batch<'w>| {
                let sender = sender.clone();
                // It cannot fail: the receiver is there until all are painted.
                scope.spawn(move |_| drop(sender.send((number, batch.paint()))));
                number += 1;
            };
            for frame in frames {
                let page = numbering.page(&frame);
                painter.add(page, numbering.pages())?.into_iter().for_each(&mut paint);
            }
            painter.end(numbering.pages())?.into_iter().for_each(&mut paint);
            painter.make_subsets()
        })?;
        drop(sender);
        let mut parts: Vec<(usize, Result<PaintedPages, PdfError>)> = receiver.iter().collect();
        parts.sort_unstable_by_key(|(number, _)| *number);
        for (_, pages) in parts {
            painter.keep(pages?);
        }
        self.finish((painter, Vec::new()), numbering.finish(), created, None)
    }

    fn painter(&self) -> PagePainter<'_> {
        PagePainter::new(&self.fonts, self.known())
    }

    fn known(&self) -> Known<'_> {
        Known { bodies: &self.bodies, compressed: &self.compressed }
    }

    fn finish<'w>(
        &'w self,
        (painter, left): (PagePainter<'w>, Vec<Batch<'w>>),
        mut pages: Pages,
        created: Option<Timestamp>,
        see: Option<&See<'_>>,
    ) -> Result<Vec<u8>, PdfError> {
        let Painted { faces, subsets, pages: packed } = painter.finish(&mut pages, left)?;
        validate::whole(&pages)?;
        let look = (&faces, &subsets);
        let (file, rest, boxes) = file::assemble(&pages, look, &packed, &self.compressed)?;
        let has_digests = packed.iter().map(|page| page.digests.is_some()).collect();
        let own = Own { pages: &pages, faces: &faces, packed, boxes };
        let bytes = match see {
            None => rest.write(Cow::Owned(file), own, created),
            Some(see) => {
                let bytes = rest.write(Cow::Borrowed(&file), own, created);
                see(Written { pages: &pages, faces: &faces, file, rest, has_digests });
                bytes
            }
        };
        threads::free(pages);
        bytes
    }
}

/// A PDF whose pages are written as they come.
pub struct PdfFile<'w> {
    numbering: Numbering,
    painter: PagePainter<'w>,
    /// What is not painted yet.
    batches: Vec<Batch<'w>>,
    written: PagedFile<'w>,
}

/// How many batches of pages wait for being painted side by side.
const MOST_WAITING: usize = 8;

impl PdfFile<'_> {
    /// Adds the fonts of a document whose pages come next.
    pub fn add_faces(&mut self, faces: &[Arc<Face>]) {
        self.numbering.add_faces(faces);
    }

    /// Adds the next page. It is gone as soon as it is written.
    pub fn add(&mut self, frame: &Frame) -> Result<(), PdfError> {
        let page = self.numbering.page(frame);
        self.batches.extend(self.painter.add(page, self.numbering.pages())?);
        if self.batches.len() >= MOST_WAITING {
            let painted = paint(std::mem::take(&mut self.batches))?;
            self.written.add(painted, &mut self.numbering, self.painter.faces())?;
        }
        Ok(())
    }

    /// How many pages there are so far.
    #[must_use]
    pub fn count(&self) -> usize {
        self.numbering.count()
    }

    /// The whole file. `created` is written as the date; without it the file has none.
    pub fn finish(mut self, created: Option<Timestamp>) -> Result<Vec<u8>, PdfError> {
        let (faces, subsets, left) =
            self.painter.finish_paged(self.numbering.pages(), self.batches)?;
        self.written.add(left, &mut self.numbering, &faces)?;
        self.written.finish(&self.numbering.finish(), (&faces, &subsets), created)
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
    let (writer, mut pages) = (Writer::new(), pages.clone());
    let mut painter = writer.painter();
    let mut batches = Vec::new();
    for page in std::mem::take(&mut pages.pages) {
        batches.extend(painter.add(page, &pages)?);
    }
    writer.finish((painter, batches), pages, created, None)
}
