use super::layout_box::{Children, Column, LayoutBox};
use super::state::LayoutState;
use crate::base::source::Span;
use crate::base::unit::Pt;
use crate::document::{Block, TextStyle};
use crate::print::frame::{FrameItem, Place, Size};

impl LayoutState<'_> {
    pub(super) fn quote(&mut self, blocks: &[Block], column: Column) -> Vec<LayoutBox> {
        let style = &self.style.quote;
        let indent = self.style.nested(style.indent, column.width);
        let inner =
            Column { x: column.x + indent, width: column.width - indent, is_outermost: false };
        let mut boxes = self.blocks(blocks, inner, &mut Children::default());
        for (index, it) in boxes.iter_mut().enumerate() {
            // The bar covers the white space too, so that it looks like one line.
            let above = if index == 0 { Pt::ZERO } else { it.above };
            let at = Place { x: column.x + style.bar_inset, y: -above };
            let size = Size { width: style.bar_width, height: it.height() + above };
            let gray = style.bar_gray;
            it.draw_below(|frame| frame.push(at, FrameItem::Fill { size, gray }));
        }
        boxes
    }

    pub(super) fn code(&mut self, text: &str, span: &Span, column: Column) -> Vec<LayoutBox> {
        let (look, area) = (self.style.code, &self.style.code_area);
        let style = TextStyle { code: true, ..TextStyle::default() };
        let (x, width) = (column.x + area.pad_x, column.width - area.pad_x * 2.0);
        // Which of its bytes a line begins with is not known.
        let start = Span::new(span.source, span.bytes.start..span.bytes.start + 1);
        let mut boxes = Vec::new();
        for line in text.lines() {
            let text = line.replace('\t', area.tab);
            let shaped = self.shape_written(&text, Some(&start), style, look);
            boxes.extend(self.lines(shaped, width).into_iter().map(|line| line.into_box(x)));
        }
        let last = boxes.len().saturating_sub(1);
        for (index, it) in boxes.iter_mut().enumerate() {
            let before = if index == 0 { area.pad_y } else { Pt::ZERO };
            let after = if index == last { area.pad_y } else { Pt::ZERO };
            let at = Place { x: column.x, y: -before };
            let size = Size { width: column.width, height: it.height() + before + after };
            it.draw_below(|frame| frame.push(at, FrameItem::Fill { size, gray: area.gray }));
        }
        boxes
    }
}
