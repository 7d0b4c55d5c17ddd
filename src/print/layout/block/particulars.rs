use super::super::layout_box::{Children, Column, LayoutBox, frame_of};
use super::super::line::{Line, rule};
use super::super::state::LayoutState;
use crate::base::unit::Pt;
use crate::document::{Alignment, Cell, Row, Table};
use crate::print::frame::{Frame, HeaderScope, Place, Role, Tag};
use crate::print::look::Look;

/// Where the small words of a cell are that say what is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LabelPosition {
    /// Above what is filled in, as for a name or a date.
    Above,
    /// Below the line, as for a signature.
    Below,
}

impl LayoutState<'_> {
    /// A table of one row as cells side by side, each on a line of its own, with its heading as a label.
    pub(super) fn particulars(
        &mut self,
        table: &Table,
        labels: LabelPosition,
        column: Column,
    ) -> Vec<LayoutBox> {
        let style = &self.style.particulars;
        let count = table.columns.len().max(1);
        let parts = super::super::counts::count(count);
        let width = (column.width - style.gap * (parts - 1.0)) / parts;
        let (label_look, value_look) = (style.label, style.value);
        let (gap, pad) = (style.gap, style.pad);
        let mut children = Children::default();
        let role = Role::Header(HeaderScope::Column);
        let head = self.cells(&table.head, role, label_look, width, children.next(Role::Row));
        let empty = Row::new();
        let row = table.rows.first().unwrap_or(&empty);
        let row = self.cells(row, Role::Cell, value_look, width, children.next(Role::Row));
        // A signature needs as much space as a line to write on.
        let value_height = match labels {
            LabelPosition::Above => row.height.max(value_look.leading),
            LabelPosition::Below => row.height.max(self.style.notes.ruling),
        };
        let (label_top, value_top, line) = match labels {
            LabelPosition::Above => (Pt::ZERO, head.height, head.height + value_height + pad),
            LabelPosition::Below => (value_height + pad * 2.0, Pt::ZERO, value_height + pad),
        };
        let height = match labels {
            LabelPosition::Above => line,
            LabelPosition::Below => label_top + head.height,
        };
        let mut frame = frame_of(height);
        head.draw(&mut frame, Place { x: column.x, y: label_top }, width + gap);
        let value_top = value_top + value_height - row.height;
        row.draw(&mut frame, Place { x: column.x, y: value_top }, width + gap);
        for index in 0..count {
            let x = column.x + (width + gap) * super::super::counts::count(index);
            rule(&mut frame, Place { x, y: line }, width, self.style.particulars.rule);
        }
        vec![LayoutBox { ends_ruled: labels == LabelPosition::Above, ..LayoutBox::new(frame) }]
    }

    fn cells(&mut self, row: &[Cell], role: Role, look: Look, width: Pt, tag: Tag) -> CellRow {
        let mut children = Children::default();
        let mut cells = Vec::new();
        let mut height = Pt::ZERO;
        for cell in row {
            let mut shaped = self.shape(cell, look, &mut Children::default());
            shaped.fill_cell(width);
            let lines = shaped.lines(width, Alignment::Start, self.style, self.fonts);
            let frame = stacked(lines);
            height = height.max(frame.size.height);
            cells.push((children.next(role), frame));
        }
        CellRow { tag, cells, height }
    }
}

/// Cells side by side.
struct CellRow {
    tag: Tag,
    cells: Vec<(Tag, Frame)>,
    height: Pt,
}

impl CellRow {
    fn draw(self, frame: &mut Frame, at: Place, pitch: Pt) {
        frame.tagged(self.tag, |frame| {
            let mut at = at;
            for (tag, cell) in self.cells {
                frame.tagged(tag, |frame| frame.append(at, cell));
                at = at.moved(pitch, Pt::ZERO);
            }
        });
    }
}

/// Lines below each other.
pub(super) fn stacked(lines: Vec<Line>) -> Frame {
    let mut frame = frame_of(lines.iter().map(Line::height).sum());
    let mut y = Pt::ZERO;
    for line in lines {
        let below = y + line.height();
        frame.append(Place { x: Pt::ZERO, y }, line.frame);
        y = below;
    }
    frame
}
