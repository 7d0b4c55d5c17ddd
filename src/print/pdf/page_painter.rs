use rayon::prelude::*;

use super::PdfError;
use super::content;
use super::faces::{Faces, FontCache, Subsets};
use super::page_streams::{Known, PackedPage};
use super::validate;
use crate::base::threads;
use crate::base::unit::Pt;
use crate::print::frame::{FieldKind, Item, Page, Pages};

/// Paints and packs the pages of a file as they come, so that what was painted is not kept: neither the operators nor the items of a page, but
/// for those that other parts of the file need.
pub(super) struct PagePainter<'w> {
    faces: Faces<'w>,
    subsets: Option<Subsets>,
    known: Known<'w>,
    /// The pages that are in no batch yet.
    waiting: Vec<Page>,
    /// Those that are painted, without what was painted.
    done: Vec<Page>,
    packed: Vec<PackedPage>,
}

/// Pages that are painted one after the other, with all that this needs: meanwhile, another thread can go on with the pages after them.
pub(super) struct Batch<'w> {
    pages: Vec<Page>,
    /// The fonts, as far as the pages up to these show them.
    faces: Faces<'w>,
    known: Known<'w>,
    height: Pt,
    has_digests: bool,
}

/// Pages without what was painted, and as the file has them.
pub(super) type PaintedPages = Vec<(Page, PackedPage)>;

/// The pages of a file when all are painted.
pub(super) struct Painted<'w> {
    pub(super) faces: Faces<'w>,
    pub(super) subsets: Subsets,
    pub(super) pages: Vec<PackedPage>,
}

/// How many pages are a batch: fewer are packed before another thread would have begun.
const IN_BATCH: usize = 4;

impl<'w> PagePainter<'w> {
    pub(super) fn new(fonts: &'w FontCache, known: Known<'w>) -> Self {
        let (waiting, done, packed) = (Vec::new(), Vec::new(), Vec::new());
        Self { faces: Faces::new(fonts), subsets: None, known, waiting, done, packed }
    }

    /// Adds the next page. `known` is what it and the pages before have in common. A batch that is complete is to be painted.
    pub(super) fn add(&mut self, page: Page, known: &Pages) -> Result<Option<Batch<'w>>, PdfError> {
        self.waiting.push(page);
        if self.waiting.len() < IN_BATCH { Ok(None) } else { self.batch(known).map(Some) }
    }

    /// The batch of the last pages, and the fonts of the file, which can be made while pages are painted.
    pub(super) fn end(&mut self, known: &Pages) -> Result<Option<Batch<'w>>, PdfError> {
        let last = if self.waiting.is_empty() { None } else { Some(self.batch(known)?) };
        if !known.fields.is_empty() {
            self.faces.see_form(known.form_face, &known.faces)?;
        }
        Ok(last)
    }

    /// Makes what the file embeds of its fonts. To be called after the end.
    pub(super) fn make_subsets(&mut self) -> Result<(), PdfError> {
        self.subsets = Some(self.faces.subsets()?);
        Ok(())
    }

    /// Takes the pages of a batch, after those of all batches before.
    pub(super) fn keep(&mut self, painted: PaintedPages) {
        for (page, packed) in painted {
            self.done.push(page);
            self.packed.push(packed);
        }
    }

    /// Paints what is left, and puts what is left of the pages in their place.
    pub(super) fn finish(
        mut self,
        pages: &mut Pages,
        left: Vec<Batch<'w>>,
    ) -> Result<Painted<'w>, PdfError> {
        let (subsets, painted) = self.last(pages, left)?;
        self.keep(painted);
        pages.pages = self.done;
        Ok(Painted { faces: self.faces, subsets, pages: self.packed })
    }

    /// Paints what is left when pages were not kept. Returns it with the fonts of the file.
    pub(super) fn finish_paged(
        mut self,
        known: &Pages,
        left: Vec<Batch<'w>>,
    ) -> Result<(Faces<'w>, Subsets, PaintedPages), PdfError> {
        let (subsets, painted) = self.last(known, left)?;
        Ok((self.faces, subsets, painted))
    }

    fn last(
        &mut self,
        known: &Pages,
        mut left: Vec<Batch<'w>>,
    ) -> Result<(Subsets, PaintedPages), PdfError> {
        left.extend(self.end(known)?);
        let (painted, subsets) = match self.subsets.take() {
            Some(subsets) => (paint(left), Ok(subsets)),
            None if threads::are_busy() => (paint(left), self.faces.subsets()),
            None => rayon::join(|| paint(left), || self.faces.subsets()),
        };
        Ok((subsets?, painted?))
    }

    /// The fonts, as far as the pages so far show them.
    pub(super) fn faces(&self) -> &Faces<'w> {
        &self.faces
    }

    /// The pages that wait, when the glyphs on them are known.
    fn batch(&mut self, known: &Pages) -> Result<Batch<'w>, PdfError> {
        let pages = std::mem::take(&mut self.waiting);
        validate::items(&pages, known)?;
        for page in &pages {
            self.faces.see(page.items.iter().flat_map(Item::with_appearance), &known.faces)?;
        }
        // A document says of itself what it was built with from the page on that has this field.
        let is_identity = |kind: &FieldKind| matches!(kind, FieldKind::Identity { .. });
        let has_digests = known.fields.iter().any(|field| is_identity(&field.kind));
        let (faces, height) = (self.faces.clone(), known.size.height);
        Ok(Batch { pages, faces, known: self.known, height, has_digests })
    }
}

impl Batch<'_> {
    /// Paints and packs the pages.
    pub(super) fn paint(self) -> Result<PaintedPages, PdfError> {
        let Self { pages, faces, known, height, has_digests } = self;
        let pack = |mut page: Page| {
            let look = (height, &faces);
            let packed = PackedPage::new(&content::PageItems::of(&page), look, has_digests, known)?;
            page.items.retain(|item| !content::is_only_painted(&item.mark));
            page.items.shrink_to_fit();
            Ok((page, packed))
        };
        pages.into_iter().map(pack).collect()
    }
}

/// Paints batches. If files are written side by side, the cores are busy; otherwise all of them are used.
pub(super) fn paint(batches: Vec<Batch<'_>>) -> Result<PaintedPages, PdfError> {
    let painted: Vec<PaintedPages> = if threads::are_busy() {
        batches.into_iter().map(Batch::paint).collect::<Result<_, _>>()?
    } else {
        batches.into_par_iter().map(Batch::paint).collect::<Result<_, _>>()?
    };
    Ok(painted.into_iter().flatten().collect())
}
