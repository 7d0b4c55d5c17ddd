use super::super::layout_box::{Children, Column, LayoutBox, frame_of};
use super::super::line::{Line, rule};
use super::super::shaped::Shaped;
use super::super::state::LayoutState;
use crate::base::unit::Pt;
use crate::document::{Alignment, Inline};
use crate::print::frame::Place;
use crate::print::look::Look;

impl LayoutState<'_> {
    pub(super) fn paragraph_look(&self, content: &[Inline], is_byline: bool, body: Look) -> Look {
        let is_choice = content.iter().any(|it| matches!(it, Inline::Option { .. }));
        match (is_byline, is_choice) {
            (true, _) => self.style.byline,
            (_, true) => self.style.choice,
            _ => body,
        }
    }

    pub(super) fn paragraph(
        &mut self,
        content: &[Inline],
        look: Look,
        column: Column,
    ) -> Vec<LayoutBox> {
        let is_written_on = content.iter().any(|inline| matches!(inline, Inline::Blank { .. }));
        // What is read aloud has room for a word between its lines, and would fall apart with more.
        let is_script = look == self.style.blocks.script_text;
        let leading =
            if is_written_on && !is_script { self.style.notes.ruling } else { look.leading };
        let shaped = self.shape(content, Look { leading, ..look }, &mut Children::default());
        self.running_text(shaped, column)
    }

    /// Lines of running text as boxes, of which the first two and the last two stay together.
    pub(super) fn running_text(&mut self, shaped: Shaped, column: Column) -> Vec<LayoutBox> {
        let lines = self.lines(shaped, column.width);
        let mut boxes: Vec<_> = lines.into_iter().map(|line| line.into_box(column.x)).collect();
        let count = boxes.len();
        for (index, it) in boxes.iter_mut().enumerate() {
            it.sticky |= index + 1 < count && (index == 0 || index + 2 == count);
        }
        boxes
    }

    /// The lines of running text.
    pub(super) fn lines(&self, shaped: Shaped, width: Pt) -> Vec<Line> {
        shaped.lines(width, Alignment::Start, self.style, self.fonts)
    }

    pub(super) fn thematic_break(&self, column: Column) -> LayoutBox {
        let style = &self.style.thematic_break;
        let mut frame = frame_of(style.height);
        rule(&mut frame, Place { x: column.x, y: Pt::ZERO }, column.width, style.width);
        LayoutBox::new(frame)
    }
}
