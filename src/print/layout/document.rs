use std::sync::Arc;

use super::header_footer;
use super::layout_box::Children;
use super::page_numbers;
use super::paginate::Paginator;
use super::state::LayoutState;
use crate::base::diagnostic::Accepted;
use crate::print::frame::{DocumentInfo, Frames};

impl LayoutState<'_> {
    /// Lays out the whole document: its blocks, then pages of them, then the header and footer of every page.
    pub(super) fn lay_out(mut self) -> Accepted<Frames> {
        let mut children = Children::default();
        let sections = self.sections(&mut children);
        let mut pages = Paginator::new(self.style).lay_out(sections);
        page_numbers::fill(self.document, &mut pages);
        let pages = header_footer::add(&mut self, pages, &mut children);
        let front = &self.document.front;
        let faces = self.fonts.faces();
        let frames = Frames {
            info: DocumentInfo {
                title: front.title.clone(),
                lang: front.lang.clone(),
                author: front.author.clone(),
                subject: front.subject.clone(),
            },
            pages,
            form_face: Arc::clone(self.fonts.form_face()),
            logo: self.style.logo.image.clone(),
            field_look: self.style.fields,
            faces,
        };
        let mut warnings = self.missing.warnings(&self.document.front.lang);
        warnings.extend(self.warnings);
        Accepted { value: frames, warnings }
    }
}
