use super::super::layout_box::{Column, LayoutBox};
use super::super::state::LayoutState;
use crate::base::source::Span;
use crate::base::unit::Pt;
use crate::document::Alignment;
use crate::print::frame::{FrameItem, Place, Size};

impl LayoutState<'_> {
    pub(super) fn code(&mut self, text: &str, span: &Span, column: Column) -> Vec<LayoutBox> {
        let (look, area) = (self.style.code, &self.style.code_area);
        let (x, width) = (column.x + area.pad_x, column.width - area.pad_x * 2.0);
        // Which of its bytes a line begins with is not known.
        let start = Span::new(span.source, span.bytes.start..span.bytes.start + 1);
        // Code begins at the left in every language.
        let alignment = if self.is_mirrored { Alignment::End } else { Alignment::Start };
        let mut boxes = Vec::new();
        for line in text.lines() {
            let text = line.replace('\t', area.tab);
            let shaped = self.shape_code(&text, &start, look);
            let lines = shaped.lines(width, alignment, self.style, self.fonts);
            boxes.extend(lines.into_iter().map(|line| line.into_box(x)));
        }
        let last = boxes.len().saturating_sub(1);
        for (index, it) in boxes.iter_mut().enumerate() {
            let before = if index == 0 { area.pad_y } else { Pt::ZERO };
            let after = if index == last { area.pad_y } else { Pt::ZERO };
            let at = Place { x: column.x, y: -before };
            let size = Size { width: column.width, height: it.height() + before + after };
            it.draw_below(|frame| frame.push(at, FrameItem::Fill { size, ink: area.ink }));
        }
        boxes
    }
}
