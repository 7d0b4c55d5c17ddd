use super::super::counts::{count, whole};
use super::super::layout_box::{Children, Column, LayoutBox, frame_of};
use super::super::line::{Line, rule};
use super::super::state::LayoutState;
use crate::base::unit::{Mm, Pt};
use crate::document::{Alignment, Cell, ColumnWidth, Row, Table, TableColumn};
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
        let (gap, pad, line_gap) = (style.gap, style.pad, style.line_gap);
        let most = whole((column.width + gap) / (style.least_width + gap)).max(1);
        let lines = table.columns.len().div_ceil(most).max(1);
        let in_a_line = table.columns.len().div_ceil(lines).max(1);
        let widths = self.widths_of_particulars(table, in_a_line, column.width, gap);
        let (label_look, value_look, line_width) = (style.label, style.value, style.rule);
        let mut children = Children::default();
        let (head_tag, row_tag) = (children.next(Role::Row), children.next(Role::Row));
        let (mut heads, mut cells) = (Children::default(), Children::default());
        let empty = Row::new();
        let row = table.rows.first().unwrap_or(&empty);
        let mut frame = Frame::default();
        let mut top = Pt::ZERO;
        for (head, row) in table.head.chunks(in_a_line).zip(row.chunks(in_a_line)) {
            if top > Pt::ZERO {
                top += line_gap;
            }
            let role = Role::Header(HeaderScope::Column);
            let (heads, cells) = ((role, &mut heads), (Role::Cell, &mut cells));
            let head = self.cells(head, heads, label_look, &widths, head_tag);
            let row = self.cells(row, cells, value_look, &widths, row_tag);
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
            let value_top = top + value_top + value_height - row.height;
            let mut at = Place { x: column.x, y: top + line };
            for (width, _) in widths.iter().zip(&row.cells) {
                rule(&mut frame, at, *width, line_width);
                at.x += *width + gap;
            }
            head.draw(&mut frame, Place { x: column.x, y: top + label_top }, &widths, gap);
            row.draw(&mut frame, Place { x: column.x, y: value_top }, &widths, gap);
            top += height;
        }
        frame.size.height = top;
        vec![LayoutBox { ends_ruled: labels == LabelPosition::Above, ..LayoutBox::new(frame) }]
    }

    /// How wide the cells of a line are: as the document says, if all of them are side by side, or else all alike.
    fn widths_of_particulars(
        &self,
        table: &Table,
        in_a_line: usize,
        measure: Pt,
        gap: Pt,
    ) -> Vec<Pt> {
        let room = measure - gap * (count(in_a_line) - 1.0);
        let alike = vec![room / count(in_a_line); in_a_line];
        let given = table.layout.as_ref().map_or(&[][..], |layout| &layout.columns);
        if given.len() != in_a_line {
            return alike;
        }
        let width = |column: &TableColumn| match column.width {
            ColumnWidth::Tenths(tenths) => Some(Pt::from(Mm::from_tenths(tenths))),
            ColumnWidth::Rest => None,
        };
        let widths: Vec<Option<Pt>> = given.iter().map(width).collect();
        let taken: Pt = widths.iter().flatten().copied().sum();
        let others = widths.iter().filter(|width| width.is_none()).count();
        let rest = (room - taken) / count(others.max(1));
        // What is too narrow to write in is not what was meant.
        if rest < self.style.table.least_blank {
            return alike;
        }
        widths.into_iter().map(|width| width.unwrap_or(rest)).collect()
    }

    /// Cells side by side, as elements among `children` of a row.
    fn cells(
        &mut self,
        row: &[Cell],
        (role, children): (Role, &mut Children),
        look: Look,
        widths: &[Pt],
        tag: Tag,
    ) -> CellRow {
        let mut cells = Vec::new();
        let mut height = Pt::ZERO;
        for (cell, width) in row.iter().zip(widths) {
            let width = *width;
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
    fn draw(self, frame: &mut Frame, at: Place, widths: &[Pt], gap: Pt) {
        frame.tagged(self.tag, |frame| {
            let mut at = at;
            for ((tag, cell), width) in self.cells.into_iter().zip(widths) {
                frame.tagged(tag, |frame| frame.append(at, cell));
                at.x += *width + gap;
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
