use super::super::layout_box::{Children, Column, LayoutBox};
use super::super::state::LayoutState;
use crate::base::unit::Pt;
use crate::document::Block;
use crate::print::block_styles::QuoteStyle;
use crate::print::frame::{FrameItem, Place, Size};

impl LayoutState<'_> {
    pub(super) fn quote(
        &mut self,
        blocks: &[Block],
        style: &QuoteStyle,
        column: Column,
    ) -> Vec<LayoutBox> {
        let indent = self.style.nested(style.indent, column.width);
        let inner = Column {
            x: column.x + indent,
            width: column.width - indent,
            is_outermost: false,
            ..column
        };
        let mut boxes = self.blocks(blocks, inner, &mut Children::default());
        for (index, it) in boxes.iter_mut().enumerate() {
            // The bar covers the white space too, so that it looks like one line.
            let above = if index == 0 { Pt::ZERO } else { it.above };
            let at = Place { x: column.x + style.bar_inset, y: -above };
            let size = Size { width: style.bar_width, height: it.height() + above };
            let ink = style.bar_ink;
            it.draw_below(|frame| frame.push(at, FrameItem::Fill { size, ink }));
        }
        boxes
    }
}
