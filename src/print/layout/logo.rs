use super::layout_box::{Children, Column, LaidOutBlock, LayoutBox, frame_of, height};
use super::shorten::is_right_to_left;
use crate::base::unit::Pt;
use crate::document::{Block, plain_text};
use crate::print::frame::{Frame, FrameItem, Place, Role, Size};
use crate::print::style::Style;

/// The logo in the text area of the first page: beside the title, as large as the title leaves room for, so that the text below is
/// where it would be without a logo.
#[derive(Clone, Copy, Debug)]
pub(super) struct BesideLogo {
    size: Size,
    /// Whether the title is written from right to left, so that the logo is at its left.
    is_right_to_left: bool,
    /// Whether the document begins with a title.
    pub(super) has_title: bool,
}

impl BesideLogo {
    /// The logo of a document that begins with these blocks, if there is one.
    pub(super) fn new(blocks: &[Block], style: &Style) -> Option<Self> {
        let size = style.logo.size()?;
        Some(match blocks.first().map(Block::unstyled) {
            Some(Block::Heading(heading)) => {
                let is_right_to_left = is_right_to_left(&plain_text(&heading.content));
                Self { size, is_right_to_left, has_title: true }
            }
            _ => Self { size, is_right_to_left: false, has_title: false },
        })
    }

    /// The column that it leaves for the title.
    pub(super) fn column(self, style: &Style, column: Column) -> Column {
        let taken = self.size.width + style.logo.gap;
        let x = if self.is_right_to_left { column.x + taken } else { column.x };
        Column { x, width: column.width - taken, is_outermost: false, ..column }
    }

    /// The logo beside a title.
    pub(super) fn beside(self, title: &LaidOutBlock, style: &Style) -> Self {
        let first = title.boxes.first().map_or(Pt::ZERO, |first| first.above);
        let tall = height(&title.boxes) - first;
        Self { size: style.logo.within(self.size.width, tall + style.logo.rise), ..self }
    }

    /// The white space that it takes above a document without a title.
    pub(super) fn band(self, style: &Style) -> LayoutBox {
        LayoutBox::new(frame_of(self.size.height + style.logo.below - style.logo.rise))
    }

    /// Draws it.
    pub(super) fn draw(self, style: &Style, to: (&mut Frame, &mut Children)) {
        let right = style.side + style.measure() - self.size.width;
        let x = if self.is_right_to_left { style.side } else { right };
        draw(Place { x, y: style.top - style.logo.rise }, self.size, to);
    }
}

/// Draws the logo, if there is one, above the text area, so that it ends at `right`.
pub(super) fn draw_in_header(right: Pt, style: &Style, to: (&mut Frame, &mut Children)) {
    if let Some(size) = style.logo.size_in_header() {
        draw(Place { x: right - size.width, y: style.bar.top }, size, to);
    }
}

fn draw(at: Place, size: Size, (frame, children): (&mut Frame, &mut Children)) {
    frame.tagged(children.next(Role::Figure), |frame| frame.push(at, FrameItem::Logo(size)));
}
