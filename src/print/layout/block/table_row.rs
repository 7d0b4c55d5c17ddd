//! The cells of a row of a table beside each other, in one frame or, if the row is too tall for that, in one for each line.

use std::sync::Arc;

use super::super::layout_box::frame_of;
use super::super::line::Line;
use crate::base::unit::Pt;
use crate::document::{ColumnWidth, Table};
use crate::print::frame::{Frame, FrameItem, Place, Tag};

/// A cell that is broken into lines.
pub(super) struct BrokenCell {
    pub(super) tag: Tag,
    /// From the left edge of the text area.
    pub(super) x: Pt,
    /// Whether it is one box without words, which is in the middle of its row.
    pub(super) is_box: bool,
    pub(super) lines: Vec<Line>,
}

impl BrokenCell {
    fn height(&self) -> Pt {
        self.lines.iter().map(Line::height).sum()
    }

    /// How much of the height of a row a cell with nothing but a box takes, so that the box is in the middle.
    fn box_height(&self) -> Pt {
        self.lines.first().map_or(Pt::ZERO, |line| line.height() + line.lead)
    }

    /// Draws a cell so that the field in it ends here.
    pub(super) fn draw_above(self, bottom: Pt, frame: &mut Frame) {
        frame.tagged(self.tag, |frame| {
            for line in self.lines {
                let y = bottom - field_bottom(&line.frame).unwrap_or(line.height());
                frame.append(Place { x: self.x, y }, line.frame);
            }
        });
    }
}

/// Moves the first line of every cell as far down as boxes move that of one.
pub(super) fn share_lead(cells: &mut [BrokenCell]) {
    let firsts = cells.iter().filter(|cell| !cell.is_box).filter_map(|cell| cell.lines.first());
    let most = firsts.fold(Pt::ZERO, |most, line| most.max(line.lead));
    let others = cells.iter_mut().filter(|cell| !cell.is_box);
    for line in others.filter_map(|cell| cell.lines.first_mut()) {
        line.lower(most - line.lead);
    }
}

/// The label of a row, and how many lines it has: its first cell, and all others before the first column of flexible width. Cells with
/// fields are left out: no field is drawn twice.
pub(super) fn label(cells: &[BrokenCell], table: &Table) -> (Arc<Frame>, usize) {
    let columns = table.layout.iter().flat_map(|layout| &layout.columns);
    let given = columns.take_while(|column| column.width != ColumnWidth::Rest).count();
    let has_field = |line: &Line| field_bottom(&line.frame).is_some();
    let called = cells.iter().take(given.max(1));
    let called = called.filter(|cell| !cell.lines.iter().any(has_field));
    let mut frame = Frame::default();
    let mut count = 0;
    for cell in called {
        let mut y = Pt::ZERO;
        for line in &cell.lines {
            frame.append(Place { x: cell.x, y }, line.frame.clone());
            y += line.height();
        }
        count = count.max(cell.lines.len());
    }
    (Arc::new(frame), count)
}

/// How tall the tallest cell is.
pub(super) fn tallest(cells: &[BrokenCell]) -> Pt {
    cells.iter().map(BrokenCell::height).fold(Pt::ZERO, Pt::max)
}

/// The cells of a row beside each other: all lines in one frame if they are no taller than `most`, or else a frame for each line.
/// Headings stand at the bottom, right above what they head.
pub(super) fn slices(cells: Vec<BrokenCell>, most: Pt, is_head: bool) -> Vec<Frame> {
    let height = tallest(&cells);
    if height <= most {
        let mut frame = frame_of(height);
        for cell in cells {
            let mut y = match (is_head, cell.is_box) {
                (true, _) => height - cell.height(),
                (false, true) => (height - cell.box_height()) / 2.0,
                (false, false) => Pt::ZERO,
            };
            let BrokenCell { tag, x, lines, .. } = cell;
            frame.tagged(tag, |frame| {
                for line in lines {
                    let below = y + line.height();
                    frame.append(Place { x, y }, line.frame);
                    y = below;
                }
            });
        }
        return vec![frame];
    }
    let count = cells.iter().map(|cell| cell.lines.len()).max().unwrap_or(0);
    let mut frames = vec![Frame::default(); count];
    for BrokenCell { tag, x, lines, .. } in cells {
        for (line, frame) in lines.into_iter().zip(&mut frames) {
            frame.size.height = frame.size.height.max(line.height());
            let at = Place { x, y: Pt::ZERO };
            frame.tagged(tag, |frame| frame.append(at, line.frame));
        }
    }
    frames
}

/// Where the lowest field in a frame ends.
fn field_bottom(frame: &Frame) -> Option<Pt> {
    let bottom = |(at, item): &(Place, FrameItem)| match item {
        FrameItem::FieldBox(field) => Some(at.y + field.size.height),
        FrameItem::Group(group) => field_bottom(&group.frame).map(|bottom| at.y + bottom),
        _ => None,
    };
    frame.items().iter().filter_map(bottom).reduce(Pt::max)
}
