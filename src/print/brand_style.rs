use std::sync::Arc;

use super::look::Look;
use super::style::Style;
use crate::base::unit::{Pt, TextSize};
use crate::print::frame::{Ink, Logo};

/// What a brand changes about the pages. What is absent stays as the pages are designed.
#[derive(Clone, Debug, Default)]
pub struct BrandStyle {
    /// What headings, the bar on first pages, and the rule of what is read aloud are painted in.
    pub accent: Option<Ink>,
    /// The logo.
    pub logo: Option<Arc<Logo>>,
    /// From the left and the right edge of the paper to the text.
    pub side: Option<Pt>,
    /// From the top edge of the paper to the text.
    pub top: Option<Pt>,
    /// From the bottom edge of the paper to the text.
    pub bottom: Option<Pt>,
    /// The size of running text.
    pub text_size: Option<Pt>,
    /// The distance between two lines to write on.
    pub note_spacing: Option<Pt>,
}

impl Style {
    /// The same with what a brand changes. Large print keeps its text size, and at least its margins and its lines to write on.
    #[must_use]
    pub fn branded(self, brand: &BrandStyle, text: TextSize) -> Self {
        let BrandStyle { accent, logo, side, top, bottom, text_size, note_spacing } = brand;
        let mut style = self;
        if let Some(accent) = accent {
            style.accent = *accent;
            style.blocks.script.bar_ink = *accent;
        }
        if let Some(logo) = logo {
            style.logo.image = Some(Arc::clone(logo));
            style.header_title_width = style.header_title_width.min(style.header_beside_logo());
        }
        let wider =
            |given: &Option<Pt>, designed: Pt| given.map_or(designed, |it| it.max(designed));
        style.side = wider(side, style.side);
        style.top = wider(top, style.top);
        style.bottom = wider(bottom, style.bottom);
        style.notes.ruling = match (note_spacing, text) {
            (Some(ruling), TextSize::Regular) => *ruling,
            (ruling, _) => wider(ruling, style.notes.ruling),
        };
        match text_size {
            Some(size) if text == TextSize::Regular => style.with_text_of(*size),
            _ => style,
        }
    }

    /// How wide a title above the text area may be beside the logo and the longest words of the marks.
    fn header_beside_logo(&self) -> Pt {
        let logo = self.logo.size_in_header().map_or(Pt::ZERO, |size| size.width);
        let marks = self.page_marks.code + self.page_marks.text_width;
        self.measure() - marks - self.page_marks.clear - self.bar.clear - logo - self.logo.gap
    }

    /// The same with running text of this size. What is read and rated keeps its proportion to it; titles and fine print stay.
    fn with_text_of(self, size: Pt) -> Self {
        let share = size / self.body.size;
        let scaled = |look: Look| look.scaled(share);
        let [first, second, third] = self.headings;
        Self {
            body: scaled(self.body),
            choice: scaled(self.choice),
            headings: [first, scaled(second), scaled(third)],
            byline: scaled(self.byline),
            cell: scaled(self.cell),
            code: scaled(self.code),
            blocks: self.blocks.with_text_scaled(share),
            ..self
        }
    }
}
