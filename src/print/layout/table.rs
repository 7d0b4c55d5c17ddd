use super::layout_box::{Column, LayoutBox};
use super::line::{Line, rule};
use super::shaped::Shaped;
use super::state::LayoutState;
use crate::base::unit::Pt;
use crate::document::{Row, Table, plain_text};
use crate::print::frame::{ElementId, HeaderScope, Item, Mark, Place, Role};
use crate::print::style::Look;

impl LayoutState<'_> {
    pub(super) fn table(
        &mut self,
        table: &Table,
        column: Column,
        repeats: &mut Vec<LayoutBox>,
    ) -> Vec<LayoutBox> {
        let element = self.element(Role::Table, column.parent);
        let is_headed = table.head.iter().any(|cell| !plain_text(cell).is_empty());
        let head = is_headed.then(|| {
            let look = Look { strong: true, ..self.style.cell };
            self.cells(&table.head, look, element, |_| Role::Header(HeaderScope::Column))
        });
        let rows: Vec<_> = table.rows.iter().map(|row| self.row(row, element, is_headed)).collect();
        let widths = self.widths(table, head.iter().chain(&rows), column.width);
        let mut boxes = Vec::new();
        let mut repeat = None;
        if let Some(head) = head {
            let set = self.set_row(head, &widths, table, column, self.style.table.head_rule);
            if let [layout_box] = set.as_slice() {
                repeat = Some(repeats.len());
                repeats.push(layout_box.clone());
            }
            boxes
                .extend(set.into_iter().map(|layout_box| LayoutBox { sticky: true, ..layout_box }));
        }
        let last = rows.len().saturating_sub(1);
        for (index, row) in rows.into_iter().enumerate() {
            let set = self.set_row(row, &widths, table, column, self.style.table.row_rule);
            // One row alone, at the foot of a page or at the head of the next, looks lost.
            let is_held = index + 1 == last || (index == 0 && last > 0);
            boxes.extend(set.into_iter().map(|layout_box| LayoutBox {
                sticky: layout_box.sticky || is_held,
                repeat,
                ..layout_box
            }));
        }
        boxes
    }

    fn row(&mut self, row: &Row, table: ElementId, is_headed: bool) -> Vec<Shaped> {
        let look = self.style.cell;
        self.cells(row, look, table, |index| match index {
            0 if !is_headed => Role::Header(HeaderScope::Row),
            _ => Role::Cell,
        })
    }

    fn cells(
        &mut self,
        row: &Row,
        look: Look,
        table: ElementId,
        role: impl Fn(usize) -> Role,
    ) -> Vec<Shaped> {
        let parent = self.element(Role::Row, table);
        let mut shaped = Vec::with_capacity(row.len());
        for (index, cell) in row.iter().enumerate() {
            let element = self.element(role(index), parent);
            shaped.push(self.shape(cell, look, element));
        }
        shaped
    }

    /// How wide each column is: what its cells need, shared out by need where there is too little, and what is left over
    /// to the widest.
    fn widths<'r>(
        &self,
        table: &Table,
        rows: impl Iterator<Item = &'r Vec<Shaped>>,
        room: Pt,
    ) -> Vec<Pt> {
        let columns = table.columns.len();
        let mut needs = vec![(Pt::ZERO, Pt::ZERO); columns];
        for row in rows {
            for (need, cell) in needs.iter_mut().zip(row) {
                let (narrowest, widest) = cell.widths(self.style);
                *need = (need.0.max(narrowest), need.1.max(widest));
            }
        }
        for (narrowest, widest) in &mut needs {
            *narrowest += self.style.table.pad_x * 2.0;
            *widest += self.style.table.pad_x * 2.0;
        }
        let least: Pt = needs.iter().map(|need| need.0).sum();
        let most: Pt = needs.iter().map(|need| need.1).sum();
        if most <= room {
            let mut widths: Vec<Pt> = needs.iter().map(|need| need.1).collect();
            let widest = needs
                .iter()
                .enumerate()
                .max_by(|(at, (_, a)), (other, (_, b))| a.0.total_cmp(&b.0).then(other.cmp(at)));
            if let Some(width) = widest.and_then(|(index, _)| widths.get_mut(index)) {
                *width += room - most;
            }
            widths
        } else if least <= room {
            let share = (room - least) / (most - least);
            needs.iter().map(|need| need.0 + (need.1 - need.0) * share).collect()
        } else {
            // Not even the longest words fit: columns shrink alike, and words break wherever they must.
            needs.iter().map(|need| need.0 * (room / least)).collect()
        }
    }

    /// A row as one layout_box, or as several where it is too tall for that.
    fn set_row(
        &mut self,
        row: Vec<Shaped>,
        widths: &[Pt],
        table: &Table,
        column: Column,
        line_width: Pt,
    ) -> Vec<LayoutBox> {
        let mut cells = Vec::with_capacity(row.len());
        let mut x = column.x;
        let is_written_on = row.iter().any(Shaped::is_blank);
        for ((mut shaped, width), alignment) in row.into_iter().zip(widths).zip(&table.columns) {
            let room = (*width - self.style.table.pad_x * 2.0).max(self.style.table.least_width);
            shaped.stretch(room);
            let is_blank = shaped.is_blank();
            let mut lines = shaped.lines(room, *alignment, self.style, self.fonts);
            if is_blank {
                // The rule below the row is the line to write on.
                let is_line = |item: &Item| matches!(item.mark, Mark::Line { .. });
                for line in &mut lines {
                    line.items.retain(|item| !is_line(item));
                }
            }
            cells.push((x + self.style.table.pad_x, lines));
            x += *width;
        }
        let rows = slices(cells, self.style.depth() * self.style.table.unbroken_share);
        let last = rows.len().saturating_sub(1);
        let mut boxes = Vec::new();
        for (index, (height, items)) in rows.into_iter().enumerate() {
            let mut layout_box = LayoutBox::new(height, items);
            if index == 0 {
                let missing = self.style.notes.ruling - self.style.table.pad_y - layout_box.height;
                let above = if is_written_on {
                    self.style.table.pad_y.max(missing)
                } else {
                    self.style.table.pad_y
                };
                layout_box.height += above;
                layout_box.items = moved(layout_box.items, above);
            }
            if index == last {
                layout_box.height += self.style.table.pad_y;
                let at = Place { x: column.x, y: layout_box.height };
                layout_box.items.push(rule(at, column.width, line_width));
            }
            boxes.push(layout_box);
        }
        boxes
    }
}

/// The lines of a row's cells beside each other: all in one where they are no taller than `most`, or else line by line.
fn slices(cells: Vec<(Pt, Vec<Line>)>, most: Pt) -> Vec<(Pt, Vec<Item>)> {
    let tall = |lines: &Vec<Line>| lines.iter().map(|line| line.height).sum::<Pt>();
    let height = cells.iter().fold(Pt::ZERO, |height, (_, lines)| height.max(tall(lines)));
    if height <= most {
        let mut items = Vec::new();
        for (x, lines) in cells {
            let mut y = Pt::ZERO;
            for line in lines {
                items.extend(line.items.into_iter().map(|item| item.moved(x, y)));
                y += line.height;
            }
        }
        return vec![(height, items)];
    }
    let count = cells.iter().map(|(_, lines)| lines.len()).max().unwrap_or_default();
    let mut rows: Vec<(Pt, Vec<Item>)> = Vec::new();
    rows.resize_with(count, || (Pt::ZERO, Vec::new()));
    for (x, lines) in cells {
        for (line, (height, items)) in lines.into_iter().zip(&mut rows) {
            *height = height.max(line.height);
            items.extend(line.items.into_iter().map(|item| item.moved(x, Pt::ZERO)));
        }
    }
    rows
}

fn moved(items: Vec<Item>, y: Pt) -> Vec<Item> {
    items.into_iter().map(|item| item.moved(Pt::ZERO, y)).collect()
}
