use rayon::prelude::*;

use super::PdfError;
use super::content;
use super::faces::{Faces, FontCache, Subsets};
use super::page_streams::{Known, PackedPage};
use super::validate;
use crate::base::threads;
use crate::print::frame::{FieldKind, Page, Pages};

/// Paints and packs the pages of a file as they come, so that what was painted is not kept: neither the operators nor the items of a page, but
/// for those that other parts of the file need.
pub(super) struct PagePainter<'w> {
    faces: Faces<'w>,
    known: Known<'w>,
    /// The pages that are not painted yet.
    waiting: Vec<Page>,
    /// The others, without what was painted.
    done: Vec<Page>,
    packed: Vec<PackedPage>,
}

/// The pages of a file when all are painted.
pub(super) struct Painted<'w> {
    pub(super) faces: Faces<'w>,
    pub(super) subsets: Subsets,
    pub(super) pages: Vec<PackedPage>,
}

/// How many pages are painted side by side.
const AT_ONCE: usize = 64;
/// Fewer pages than this are packed before another thread would have begun.
const WORTH_A_THREAD: usize = 4;

impl<'w> PagePainter<'w> {
    pub(super) fn new(fonts: &'w FontCache, known: Known<'w>) -> Self {
        let (waiting, done, packed) = (Vec::new(), Vec::new(), Vec::new());
        Self { faces: Faces::new(fonts), known, waiting, done, packed }
    }

    /// Adds the next page. `known` is what it and the pages before have in common.
    pub(super) fn add(&mut self, page: Page, known: &Pages) -> Result<(), PdfError> {
        self.waiting.push(page);
        if self.waiting.len() < AT_ONCE {
            return Ok(());
        }
        let waiting = self.seen(known)?;
        let painted = paint(waiting, known, &self.faces, self.known)?;
        self.keep(painted);
        Ok(())
    }

    /// Paints what is left, and puts what is left of the pages in their place.
    pub(super) fn finish(mut self, pages: &mut Pages) -> Result<Painted<'w>, PdfError> {
        let waiting = self.seen(pages)?;
        if !pages.fields.is_empty() {
            self.faces.see_form(pages.form_face, &pages.faces)?;
        }
        let paint = || paint(waiting, pages, &self.faces, self.known);
        let (painted, subsets) = if threads::are_busy() {
            (paint(), self.faces.subsets())
        } else {
            rayon::join(paint, || self.faces.subsets())
        };
        let (painted, subsets) = (painted?, subsets?);
        self.keep(painted);
        pages.pages = self.done;
        Ok(Painted { faces: self.faces, subsets, pages: self.packed })
    }

    /// The pages that wait, when the glyphs on them are known.
    fn seen(&mut self, known: &Pages) -> Result<Vec<Page>, PdfError> {
        let waiting = std::mem::take(&mut self.waiting);
        validate::items(&waiting, known)?;
        for page in &waiting {
            self.faces.see(&page.items, &known.faces)?;
        }
        Ok(waiting)
    }

    fn keep(&mut self, painted: Vec<(Page, PackedPage)>) {
        for (page, packed) in painted {
            self.done.push(page);
            self.packed.push(packed);
        }
    }
}

/// Paints and packs pages. If files are written side by side, the cores are busy; otherwise all of them are used.
fn paint(
    waiting: Vec<Page>,
    pages: &Pages,
    faces: &Faces<'_>,
    known: Known<'_>,
) -> Result<Vec<(Page, PackedPage)>, PdfError> {
    // A document says of itself what it was built with from the page on that has this field.
    let is_identity = |kind: &FieldKind| matches!(kind, FieldKind::Identity { .. });
    let has_digests = pages.fields.iter().any(|field| is_identity(&field.kind));
    let look = (pages.size.height, faces);
    let pack = |mut page: Page| {
        let packed = PackedPage::new(&content::PageItems::of(&page), look, has_digests, known)?;
        page.items.retain(|item| !content::is_only_painted(&item.mark));
        page.items.shrink_to_fit();
        Ok((page, packed))
    };
    if threads::are_busy() {
        return waiting.into_iter().map(pack).collect();
    }
    waiting.into_par_iter().with_min_len(WORTH_A_THREAD).map(pack).collect()
}
