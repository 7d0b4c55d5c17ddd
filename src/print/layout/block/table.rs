use super::super::layout_box::{Children, Column, LayoutBox, frame_of};
use super::super::line::{Line, rule};
use super::super::shaped::Shaped;
use super::super::state::LayoutState;
use crate::base::unit::Pt;
use crate::document::{Row, Table, plain_text};
use crate::print::frame::{Frame, HeaderScope, Place, Role, Tag};
use crate::print::style::Look;

/// A row of a table whose text is shaped.
struct ShapedRow {
    tag: Tag,
    cells: Vec<ShapedCell>,
}

struct ShapedCell {
    tag: Tag,
    text: Shaped,
}

/// A cell that is broken into lines.
struct BrokenCell {
    tag: Tag,
    /// From the left edge of the text area.
    x: Pt,
    lines: Vec<Line>,
}

impl LayoutState<'_> {
    pub(super) fn table(&mut self, table: &Table, column: Column) -> Vec<LayoutBox> {
        let mut children = Children::default();
        let is_headed = table.head.iter().any(|cell| !plain_text(cell).is_empty());
        let head = is_headed.then(|| {
            let look = Look { strong: true, ..self.style.cell };
            let role = |_| Role::Header(HeaderScope::Column);
            self.row(&table.head, look, children.next(Role::Row), role)
        });
        let rows: Vec<ShapedRow> = table
            .rows
            .iter()
            .map(|row| {
                let role = |index| match index {
                    0 if !is_headed => Role::Header(HeaderScope::Row),
                    _ => Role::Cell,
                };
                self.row(row, self.style.cell, children.next(Role::Row), role)
            })
            .collect();
        let widths = self.widths(table, head.iter().chain(&rows), column.width);
        let mut boxes = Vec::new();
        let mut repeat = None;
        if let Some(head) = head {
            let head = self.row_boxes(head, &widths, table, column, self.style.table.head_rule);
            if let [head] = head.as_slice() {
                repeat = Some(head.frame.clone());
            }
            boxes.extend(head.into_iter().map(|it| LayoutBox { sticky: true, ..it }));
        }
        let last = rows.len().saturating_sub(1);
        for (index, row) in rows.into_iter().enumerate() {
            let row = self.row_boxes(row, &widths, table, column, self.style.table.row_rule);
            // A single row at the bottom of a page, or at the top of the next, looks lost.
            let is_held = index + 1 == last || (index == 0 && last > 0);
            boxes.extend(row.into_iter().map(|it| LayoutBox {
                sticky: it.sticky || is_held,
                repeat: repeat.clone(),
                ..it
            }));
        }
        boxes
    }

    fn row(&mut self, row: &Row, look: Look, tag: Tag, role: impl Fn(usize) -> Role) -> ShapedRow {
        let mut children = Children::default();
        let mut cells = Vec::with_capacity(row.len());
        for (index, cell) in row.iter().enumerate() {
            let tag = children.next(role(index));
            cells.push(ShapedCell { tag, text: self.shape(cell, look, &mut Children::default()) });
        }
        ShapedRow { tag, cells }
    }

    /// How wide each column is: what its cells need, shared out by need where there is too little, and what is left over
    /// to the widest.
    fn widths<'r>(
        &self,
        table: &Table,
        rows: impl Iterator<Item = &'r ShapedRow>,
        available: Pt,
    ) -> Vec<Pt> {
        let columns = table.columns.len();
        let mut needs = vec![(Pt::ZERO, Pt::ZERO); columns];
        for row in rows {
            for (need, cell) in needs.iter_mut().zip(&row.cells) {
                let (narrowest, widest) = cell.text.widths(self.style);
                *need = (need.0.max(narrowest), need.1.max(widest));
            }
        }
        for (narrowest, widest) in &mut needs {
            *narrowest += self.style.table.pad_x * 2.0;
            *widest += self.style.table.pad_x * 2.0;
        }
        let least: Pt = needs.iter().map(|need| need.0).sum();
        let most: Pt = needs.iter().map(|need| need.1).sum();
        if most <= available {
            let mut widths: Vec<Pt> = needs.iter().map(|need| need.1).collect();
            let widest = needs
                .iter()
                .enumerate()
                .max_by(|(at, (_, a)), (other, (_, b))| a.0.total_cmp(&b.0).then(other.cmp(at)));
            if let Some(width) = widest.and_then(|(index, _)| widths.get_mut(index)) {
                *width += available - most;
            }
            widths
        } else if least <= available {
            let share = (available - least) / (most - least);
            needs.iter().map(|need| need.0 + (need.1 - need.0) * share).collect()
        } else {
            // Not even the longest words fit: all columns shrink alike, and words break anywhere.
            needs.iter().map(|need| need.0 * (available / least)).collect()
        }
    }

    /// A row as one box, or as several if it is too tall for that.
    fn row_boxes(
        &self,
        row: ShapedRow,
        widths: &[Pt],
        table: &Table,
        column: Column,
        line_width: Pt,
    ) -> Vec<LayoutBox> {
        let style = &self.style.table;
        let (pad_x, pad_y) = (style.pad_x, style.pad_y);
        let mut cells = Vec::with_capacity(row.cells.len());
        let mut x = column.x;
        let is_written_on = row.cells.iter().any(|cell| cell.text.is_blank());
        for ((mut cell, width), alignment) in row.cells.into_iter().zip(widths).zip(&table.columns)
        {
            let inner = (*width - pad_x * 2.0).max(style.least_width);
            cell.text.fill_cell(inner);
            let lines = cell.text.lines(inner, *alignment, self.style, self.fonts);
            cells.push(BrokenCell { tag: cell.tag, x: x + pad_x, lines });
            x += *width;
        }
        let slices = slices(cells, self.style.depth() * style.unbroken_share);
        let last = slices.len().saturating_sub(1);
        let mut boxes = Vec::new();
        for (index, mut cells) in slices.into_iter().enumerate() {
            let mut height = cells.size.height;
            let mut top = Pt::ZERO;
            if index == 0 {
                let missing = self.style.notes.ruling - pad_y - height;
                top = if is_written_on { pad_y.max(missing) } else { pad_y };
                height += top;
            }
            if index == last {
                height += pad_y;
            }
            let mut frame = frame_of(height);
            cells.translate(Place { x: Pt::ZERO, y: top });
            frame.tagged(row.tag, |frame| frame.append(Place::default(), cells));
            if index == last {
                rule(&mut frame, Place { x: column.x, y: height }, column.width, line_width);
            }
            boxes.push(LayoutBox { ends_ruled: index == last, ..LayoutBox::new(frame) });
        }
        boxes
    }
}

/// The cells of a row beside each other: all lines in one frame if they are no taller than `most`, or else a frame for each line.
fn slices(cells: Vec<BrokenCell>, most: Pt) -> Vec<Frame> {
    let tall = |cell: &BrokenCell| cell.lines.iter().map(Line::height).sum::<Pt>();
    let height = cells.iter().fold(Pt::ZERO, |height, cell| height.max(tall(cell)));
    if height <= most {
        let mut frame = frame_of(height);
        for BrokenCell { tag, x, lines } in cells {
            frame.tagged(tag, |frame| {
                let mut y = Pt::ZERO;
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
    for BrokenCell { tag, x, lines } in cells {
        for (line, frame) in lines.into_iter().zip(&mut frames) {
            frame.size.height = frame.size.height.max(line.height());
            let at = Place { x, y: Pt::ZERO };
            frame.tagged(tag, |frame| frame.append(at, line.frame));
        }
    }
    frames
}
