use std::sync::Arc;

use crate::base::unit::{Mm, Pt};
use crate::print::frame::{Logo, Size};

/// The logo on the first page: at the right of the title, or between the title and the marks of the page.
#[derive(Clone, Debug)]
pub struct LogoStyle {
    /// The logo, if there is one.
    pub image: Option<Arc<Logo>>,
    /// The most room for it beside a title that is above the text area.
    pub in_header: Size,
    /// The least space between it and the title.
    pub gap: Pt,
    /// How far it begins above the text area, below the marks of the page.
    pub rise: Pt,
    /// The least space between it and text below it, in a document without a title.
    pub below: Pt,
}

impl LogoStyle {
    pub(super) fn new() -> Self {
        Self {
            image: None,
            // The names are below it, 19 mm from the top edge of the paper.
            in_header: Size { width: Mm(45.0).into(), height: Mm(8.0).into() },
            gap: Mm(6.0).into(),
            rise: Mm(1.5).into(),
            below: Mm(3.0).into(),
        }
    }

    /// The same in large print, where the names are taller.
    pub(super) fn large(self) -> Self {
        Self { rise: Pt::ZERO, ..self }
    }

    /// The size of the logo where there is so much room.
    #[must_use]
    pub fn size_within(&self, room: Size) -> Option<Size> {
        self.image.as_ref().map(|logo| logo.within(room))
    }

    /// The most room that the logo takes in the text area.
    #[must_use]
    pub fn size(&self) -> Option<Size> {
        self.image.as_ref().map(|logo| logo.size)
    }

    /// The size of the logo beside a title above the text area.
    #[must_use]
    pub fn size_in_header(&self) -> Option<Size> {
        self.size_within(self.in_header)
    }
}
