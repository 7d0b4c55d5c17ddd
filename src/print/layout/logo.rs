use super::layout_box::{Children, Column, LaidOutBlock, LayoutBox, frame_of, height};
use crate::base::unit::Pt;
use crate::document::{Block, plain_text};
use crate::print::frame::{Frame, FrameItem, Place, Role, Size};
use crate::print::style::Style;

/// The logo in the text area of the first page: beside the title, as large as the title leaves room for, so that the text below is
/// where it would be without a logo.
#[derive(Clone, Copy, Debug)]
pub(super) struct BesideLogo {
    size: Size,
    /// Whether the title runs against the document, so that the logo is at the other side.
    runs_against: bool,
    /// Whether the document begins with a title.
    pub(super) has_title: bool,
}

impl BesideLogo {
    /// The logo of a document that begins with these blocks, if there is one. `runs_against` tells whether a text runs against the document.
    pub(super) fn new(
        blocks: &[Block],
        style: &Style,
        runs_against: impl FnOnce(&str) -> bool,
    ) -> Option<Self> {
        let size = style.logo.size()?;
        Some(match blocks.first().map(Block::unstyled) {
            Some(Block::Heading(heading)) => {
                let runs_against = runs_against(&plain_text(&heading.content));
                Self { size, runs_against, has_title: true }
            }
            _ => Self { size, runs_against: false, has_title: false },
        })
    }

    /// The column that it leaves for the title.
    pub(super) fn column(self, style: &Style, column: Column) -> Column {
        let taken = self.size.width + style.logo.gap;
        let x = if self.runs_against { column.x + taken } else { column.x };
        Column { x, width: column.width - taken, is_outermost: false, ..column }
    }

    /// The logo beside a title.
    pub(super) fn beside(self, title: &LaidOutBlock, style: &Style) -> Self {
        let first = title.boxes.first().map_or(Pt::ZERO, |first| first.above);
        let tall = height(&title.boxes) - first;
        let room = Size { width: self.size.width, height: tall + style.logo.rise };
        #[expect(clippy::expect_used, reason = "it is made only if there is a logo")]
        let size = style.logo.size_within(room).expect("a logo");
        Self { size, ..self }
    }

    /// The white space that it takes above a document without a title.
    pub(super) fn band(self, style: &Style) -> LayoutBox {
        LayoutBox::new(frame_of(self.size.height + style.logo.below - style.logo.rise))
    }

    /// Draws it.
    pub(super) fn draw(self, style: &Style, to: (&mut Frame, &mut Children)) {
        let right = style.side + style.measure() - self.size.width;
        let x = if self.runs_against { style.side } else { right };
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
