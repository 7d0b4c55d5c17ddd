use std::sync::Arc;

use super::super::counts::count;
use super::super::layout_box::{Children, Column, LayoutBox, frame_of};
use super::super::paginate::filled;
use super::super::state::LayoutState;
use crate::base::unit::Pt;
use crate::document::{Block, List, Marker};
use crate::print::frame::{Frame, GroupKind, Place};

impl LayoutState<'_> {
    /// Blocks in columns side by side. They stay together; if no page can hold them, they follow each other.
    pub(super) fn columns(&mut self, columns: &[Vec<Block>], column: Column) -> Vec<LayoutBox> {
        let mut children = Children::default();
        let Some(parts) = self.side_by_side(columns.len(), column) else {
            let inner = Column { is_outermost: false, ..column };
            let all: Vec<Block> = columns.iter().flatten().cloned().collect();
            return self.blocks(&all, inner, &mut children);
        };
        let laid_out: Vec<Vec<LayoutBox>> = columns
            .iter()
            .zip(parts)
            .map(|(blocks, part)| self.blocks(blocks, part, &mut children))
            .collect();
        self.joined(laid_out)
    }

    /// A list in two columns, the first half of its items at the left.
    pub(super) fn list_in_two_columns(&mut self, list: &List, column: Column) -> Vec<LayoutBox> {
        let half = list.items.len().div_ceil(2);
        let Some(parts) = self.side_by_side(2, column) else { return self.list(list, column) };
        let mut children = Children::default();
        let mut laid_out = Vec::new();
        let mut marker = list.marker;
        for (items, part) in list.items.chunks(half.max(1)).zip(parts) {
            let of_column = List { marker, tight: list.tight, items: items.to_vec() };
            laid_out.push(self.list_items(&of_column, part, &mut children));
            if let Marker::Number(number) = &mut marker {
                *number = number.saturating_add(u64::try_from(items.len()).unwrap_or(u64::MAX));
            }
        }
        self.joined(laid_out)
    }

    /// Columns of equal width. `None` if they would be too narrow.
    fn side_by_side(&self, parts: usize, column: Column) -> Option<Vec<Column>> {
        let gap = self.style.columns.gap;
        let width = (column.width - gap * (count(parts) - 1.0)) / count(parts);
        let part = |index: usize| {
            let x = column.x + (width + gap) * count(index);
            Column { x, width, is_outermost: false, ..column }
        };
        (width >= self.style.columns.least_width).then(|| (0..parts).map(part).collect())
    }

    /// What is in columns as one box, or one after the other if no page can hold that.
    fn joined(&self, columns: Vec<Vec<LayoutBox>>) -> Vec<LayoutBox> {
        let frames: Vec<Frame> =
            columns.iter().map(|boxes| self.one_column(boxes.clone())).collect();
        let height = frames.iter().fold(Pt::ZERO, |most, frame| most.max(frame.size.height));
        if height > self.style.depth() {
            return columns.into_iter().flatten().collect();
        }
        let mut frame = frame_of(height);
        for column in frames {
            frame.group(Place::default(), GroupKind::Plain, Arc::new(column));
        }
        vec![LayoutBox::new(frame)]
    }

    /// Boxes below each other. Spaces for notes have the lines that they have at least.
    fn one_column(&self, boxes: Vec<LayoutBox>) -> Frame {
        let mut frame = Frame::default();
        let mut y = Pt::ZERO;
        for (index, mut it) in boxes.into_iter().enumerate() {
            if index > 0 {
                y += it.above;
            }
            let at = Place { x: Pt::ZERO, y };
            y += it.height();
            let kind = it.tag.map_or(GroupKind::Plain, GroupKind::Tagged);
            let growth = it.growth.take();
            if !it.frame.is_empty() {
                frame.group(at, kind.clone(), it.frame);
            }
            if let Some(growth) = growth {
                frame.group(at, kind, Arc::new(filled(growth, 0, self.style)));
            }
        }
        frame.size.height = y;
        frame
    }
}
