use super::header_footer;
use super::paginate::Paginator;
use super::state::LayoutState;
use crate::base::diagnostic::Accepted;
use crate::print::fonts::Fonts;
use crate::print::frame::{About, Pages};

impl LayoutState<'_> {
    /// Lays out the whole document: its blocks, then pages of them, then what heads and foots every page.
    pub(super) fn lay_out(mut self) -> Accepted<Pages> {
        let sections = self.sections();
        let mut laid = Paginator::new(self.style, sections).lay();
        header_footer::add(&mut self, &mut laid);
        let front = &self.document.front;
        let pages = Pages {
            size: self.style.paper,
            about: About {
                title: front.title.clone(),
                lang: front.lang.clone(),
                author: front.author.clone(),
                subject: front.subject.clone(),
            },
            pages: laid.pages,
            faces: self.fonts.faces(),
            form_face: Fonts::form_face(),
            fields: self.fields,
            elements: self.elements,
            outline: laid.outline,
            anchors: laid.anchors,
        };
        let mut warnings = self.missing.warnings();
        warnings.extend(self.warnings);
        Accepted { value: pages, warnings }
    }
}
