use std::sync::Arc;

use super::header_footer::Furniture;
use super::layout_box::Children;
use super::page_numbers::PageNumbers;
use super::state::LayoutState;
use crate::base::diagnostic::{Accepted, Diagnostic};
use crate::print::frame::{DocumentInfo, Frame, Frames};

/// What must be known of all pages of a document before the first one is complete.
pub struct Survey {
    total: usize,
    numbers: PageNumbers,
    /// What numbers the elements after those of the blocks.
    children: Children,
}

impl LayoutState<'_> {
    /// Lays out the whole document: its blocks on pages, then the furniture of every page.
    pub(super) fn lay_out(mut self) -> Accepted<Frames> {
        let (mut children, mut pages) = (Children::default(), Vec::new());
        let mut numbers = PageNumbers::of(self.document);
        self.flow(&mut children, &mut |_, page| {
            pages.push(page);
            numbers.see(&pages[pages.len() - 1], pages.len());
        });
        let furniture = Furniture::new(&mut self, pages.len());
        let mut frames = self.no_frames();
        for (index, mut page) in pages.into_iter().enumerate() {
            numbers.fill(&mut page);
            let frame = furniture.add(&mut self, (index, page), &mut children);
            frames.pages.push(Arc::new(frame));
        }
        Accepted { value: frames, warnings: self.warnings() }
    }

    /// Lays out the document only to learn how many pages it has, and what is on which.
    pub(super) fn survey(mut self) -> Survey {
        let (mut children, mut total) = (Children::default(), 0);
        let mut numbers = PageNumbers::of(self.document);
        self.flow(&mut children, &mut |_, page| {
            total += 1;
            numbers.see(&page, total);
        });
        Survey { total, numbers, children }
    }

    /// Lays out the document again, and shows each page when it is complete. Returns the warnings.
    pub(super) fn stream(
        mut self,
        Survey { total, numbers, mut children }: Survey,
        see: &mut dyn FnMut(Frame),
    ) -> Vec<Diagnostic> {
        let furniture = Furniture::new(&mut self, total);
        let mut index = 0;
        self.flow(&mut Children::default(), &mut |state, mut page| {
            numbers.fill(&mut page);
            see(furniture.add(state, (index, page), &mut children));
            index += 1;
        });
        self.warnings()
    }

    /// The document without its pages.
    pub(super) fn no_frames(&self) -> Frames {
        let front = &self.document.front;
        Frames {
            info: DocumentInfo {
                title: front.title.clone(),
                lang: front.lang.clone(),
                author: front.author.clone(),
                subject: front.subject.clone(),
            },
            pages: Vec::new(),
            form_face: Arc::clone(self.fonts.form_face()),
            logo: self.style.logo.image.clone(),
            field_look: self.style.fields,
            faces: self.fonts.faces(),
        }
    }

    fn warnings(self) -> Vec<Diagnostic> {
        let mut warnings = self.missing.warnings(&self.document.front.lang);
        warnings.extend(self.warnings);
        warnings
    }
}
