use std::sync::Arc;

use super::super::counts::count;
use super::super::layout_box::{Children, Column, LayoutBox, frame_of, height};
use super::super::line::{Line, rule};
use super::super::shaped::Shaped;
use super::super::state::LayoutState;
use super::bar_strip::BarStrip;
use super::range_strip::RangeStrip;
use super::table_row::{BrokenCell, label, share_lead, slices, tallest};
use crate::base::unit::{Mm, Pt};
use crate::document::{ColumnWidth, Inline, Row, Table, TableLayout, plain_text};
use crate::print::frame::{Frame, FrameItem, HeaderScope, Ink, Place, Role, Size, Tag};
use crate::print::look::Look;
use crate::print::style::Style;

/// The part of a table that a row belongs to.
#[derive(Clone, Copy)]
enum TablePart {
    /// The heading row.
    Head,
    /// The other rows, with their least height.
    Body { row_height: Pt },
}

/// A row of a table whose text is shaped.
struct ShapedRow {
    tag: Tag,
    cells: Vec<ShapedCell>,
}

/// A table whose text is shaped.
struct ShapedTable {
    head: Option<ShapedRow>,
    rows: Vec<ShapedRow>,
}

/// The widths of a table's columns.
struct Widths {
    widths: Vec<Pt>,
    /// Whether no word has to break.
    fit: bool,
}

impl ShapedTable {
    /// Makes the blanks among words no wider than this.
    fn narrow_blanks(&mut self, most: Pt) {
        let cells = self.rows.iter_mut().flat_map(|row| &mut row.cells);
        cells.for_each(|cell| cell.text.narrow_blanks(most));
    }
}

struct ShapedCell {
    tag: Tag,
    text: Shaped,
    strip: Option<Strip>,
}

/// What is drawn over the width of a cell that is nothing else.
enum Strip {
    Range(RangeStrip),
    Bars(BarStrip),
}

impl Strip {
    /// How wide a cell must be for it, without white space.
    fn least_width(&self, style: &Style) -> Pt {
        match self {
            Self::Range(strip) => strip.least_width(&style.range),
            Self::Bars(_) => style.bars.least_width,
        }
    }

    /// What stands in a heading.
    fn heading(&self, width: Pt, style: &Style) -> Line {
        match self {
            Self::Range(strip) => strip.heading(width, &style.range),
            Self::Bars(strip) => strip.heading(width, &style.bars),
        }
    }

    /// How high its row is at least.
    fn least_height(&self, style: &Style) -> Pt {
        match self {
            Self::Range(strip) => strip.least_height(&style.range),
            Self::Bars(_) => Pt::ZERO,
        }
    }

    /// At which height of a row of this height its middle is.
    fn middle(&self, first_line: Pt, height: Pt, style: &Style) -> Pt {
        match self {
            Self::Range(strip) => strip.middle(first_line, height, &style.range),
            Self::Bars(_) => height / 2.0,
        }
    }

    /// Draws it around this height, from a place to the right.
    fn draw(&self, at: Place, width: Pt, style: &Style, frame: &mut Frame) {
        match self {
            Self::Range(strip) => strip.draw(at, width, &style.range, frame),
            Self::Bars(strip) => strip.draw(at, width, &style.bars, frame),
        }
    }
}

impl LayoutState<'_> {
    pub(super) fn table(&mut self, table: &Table, column: Column) -> Vec<LayoutBox> {
        let mut shaped = self.shaped_table(table, column.cell);
        let mut widths = self.widths(table, &shaped, column.width);
        if !widths.fit {
            shaped.narrow_blanks(self.style.table.least_blank_in_text);
            widths = self.widths(table, &shaped, column.width);
        }
        // Words are not broken if they fit in fine print.
        let small = self.style.small_cell;
        let original = column;
        let mut column = column;
        if self.style.table.shrinks && !widths.fit && small.size < column.cell.size {
            column.cell = small;
            shaped = self.shaped_table(table, small);
            shaped.narrow_blanks(self.style.table.least_blank_in_text);
            widths = self.widths(table, &shaped, column.width);
        }
        // A rating strip shows the numbers of its row again: it is left out before a word breaks.
        if !widths.fit
            && let Some(plain) = without_strips(table)
        {
            return self.table(&plain, original);
        }
        let (ShapedTable { head, rows }, widths) = (shaped, widths.widths);
        let row_height = table.layout.as_ref().and_then(|layout| layout.row_height);
        let row_height = row_height.map_or(Pt::ZERO, tenths) * self.style.table.given_share;
        let timeline = table.timeline.as_ref().map(|timeline| self.timeline(timeline, column));
        let above = if timeline.is_some() { self.style.timeline.below } else { Pt::ZERO };
        let mut boxes: Vec<LayoutBox> = Vec::from_iter(timeline);
        let first = boxes.len();
        let mut repeat = None;
        if let Some(head) = head {
            let head = self.row_boxes(head, &widths, table, column, TablePart::Head);
            if let [head] = head.as_slice() {
                repeat = Some(head.frame.clone());
            }
            boxes.extend(head.into_iter().map(|it| LayoutBox { sticky: true, ..it }));
        }
        let part = TablePart::Body { row_height };
        let mut laid_out = Vec::with_capacity(rows.len());
        for row in rows {
            laid_out.push(self.row_boxes(row, &widths, table, column, part));
        }
        boxes.extend(
            self.held_together(laid_out).map(|row| LayoutBox { repeat: repeat.clone(), ..row }),
        );
        if let Some(first) = boxes.get_mut(first) {
            first.above = above;
        }
        boxes
    }

    /// Makes rows stay on a page with others. A single row at the bottom of a page, or at the top of the next, looks lost. So does a
    /// part of a few rows, and a line of a row that breaks.
    fn held_together(&self, rows: Vec<Vec<LayoutBox>>) -> impl Iterator<Item = LayoutBox> {
        let style = &self.style.table;
        let last = rows.len().saturating_sub(1);
        let all: Pt = rows.iter().map(|row| height(row)).sum();
        let is_short =
            last < style.unbroken_rows && all <= self.style.depth() * style.unbroken_share;
        let most = self.style.depth() * style.held_share;
        let lows: Vec<bool> = rows.iter().map(|row| height(row) <= most).collect();
        let held = style.held_lines;
        rows.into_iter().enumerate().flat_map(move |(index, row)| {
            let is_low = |at: usize| lows.get(at).is_some_and(|is_low| *is_low);
            let is_held = index < last
                && (is_short || (index == 0 && is_low(0)) || (index + 1 == last && is_low(last)));
            let slices = row.len();
            row.into_iter().enumerate().map(move |(slice, it)| {
                let is_end = slice + 1 == slices;
                let is_beside_end = !is_end && (slice + 1 < held || slice + held >= slices);
                LayoutBox { sticky: is_beside_end || (is_end && is_held), ..it }
            })
        })
    }

    fn shaped_table(&mut self, table: &Table, look: Look) -> ShapedTable {
        let mut children = Children::default();
        let is_headed = table.head.iter().any(|cell| is_heading(cell));
        let head = is_headed.then(|| {
            let look = Look { strong: true, ..look };
            let role = |_| Role::Header(HeaderScope::Column);
            self.row(&table.head, look, children.next(Role::Row), role)
        });
        let rows = table.rows.iter().map(|row| {
            let role = |index| match index {
                0 if !is_headed => Role::Header(HeaderScope::Row),
                _ => Role::Cell,
            };
            self.row(row, look, children.next(Role::Row), role)
        });
        let rows = rows.collect();
        ShapedTable { head, rows }
    }

    fn row(&mut self, row: &Row, look: Look, tag: Tag, role: impl Fn(usize) -> Role) -> ShapedRow {
        let mut children = Children::default();
        let mut cells = Vec::with_capacity(row.len());
        for (index, cell) in row.iter().enumerate() {
            let tag = children.next(role(index));
            let text = self.shape(cell, look, &mut Children::default());
            cells.push(ShapedCell { tag, text, strip: self.strip_of(cell) });
        }
        ShapedRow { tag, cells }
    }

    /// What is drawn in a cell that is nothing else.
    fn strip_of(&mut self, cell: &[Inline]) -> Option<Strip> {
        let range = self.range_strip(cell).map(Strip::Range);
        range.or_else(|| self.bar_strip(cell).map(Strip::Bars))
    }

    /// How wide each column is: what its cells need, shared out by need where there is too little, and what is left over
    /// to the widest.
    fn widths(&self, table: &Table, shaped: &ShapedTable, available: Pt) -> Widths {
        let columns = table.columns.len();
        let mut needs = vec![(Pt::ZERO, Pt::ZERO); columns];
        for row in shaped.head.iter().chain(&shaped.rows) {
            for (need, cell) in needs.iter_mut().zip(&row.cells) {
                let (narrowest, widest) = cell.text.widths(self.style);
                // A blank that is alone in its cell is as wide as the cell.
                let is_flexible = table.layout.is_some() && cell.text.is_blank();
                let narrowest = if is_flexible { self.style.table.least_blank } else { narrowest };
                let strip = cell.strip.as_ref();
                let strip = strip.map_or(Pt::ZERO, |strip| strip.least_width(self.style));
                *need = (need.0.max(narrowest).max(strip), need.1.max(widest).max(strip));
            }
        }
        for (narrowest, widest) in &mut needs {
            *narrowest += self.style.table.pad_x * 2.0;
            *widest += self.style.table.pad_x * 2.0;
        }
        // Where not even the longest words fit, the longest of them break anywhere, and not those of a column that is narrow already.
        let fit = needs.iter().map(|need| need.0).sum::<Pt>() <= available;
        if !fit {
            cap(&mut needs, available);
        }
        let share = self.style.table.given_share;
        let given = table.layout.as_ref().and_then(|it| given(it, &needs, available, share));
        if let Some(widths) = given {
            return Widths { widths, fit };
        }
        let least: Pt = needs.iter().map(|need| need.0).sum();
        let most: Pt = needs.iter().map(|need| need.1).sum();
        let widths = if most <= available {
            let mut widths: Vec<Pt> = needs.iter().map(|need| need.1).collect();
            let widest = needs
                .iter()
                .enumerate()
                .max_by(|(at, (_, a)), (other, (_, b))| a.0.total_cmp(&b.0).then(other.cmp(at)));
            if let Some(width) = widest.and_then(|(index, _)| widths.get_mut(index)) {
                *width += available - most;
            }
            widths
        } else {
            // What is capped may be larger than what there is by the rounding of a sum.
            let share =
                (available - least).max(Pt::ZERO) / (most - least).max(Pt(f32::MIN_POSITIVE));
            needs.iter().map(|need| need.0 + (need.1 - need.0) * share).collect()
        };
        Widths { widths, fit }
    }

    /// A row as one box, or as several if it is too tall for that.
    fn row_boxes(
        &self,
        row: ShapedRow,
        widths: &[Pt],
        table: &Table,
        column: Column,
        part: TablePart,
    ) -> Vec<LayoutBox> {
        let style = &self.style.table;
        let (is_head, mut least_height, line_width) = match part {
            TablePart::Head => (true, Pt::ZERO, style.head_rule),
            TablePart::Body { row_height } => (false, row_height, style.row_rule),
        };
        let (pad_x, mut pad_y) = (style.pad_x, column.cell.leading * style.pad_y);
        let mut cells = Vec::with_capacity(row.cells.len());
        // What is alone in its cell to be filled in lies on the line below the row.
        let mut blanks = Vec::new();
        let mut strips = Vec::new();
        let has_blank_in_text =
            row.cells.iter().any(|cell| cell.text.has_blank() && !cell.text.is_blank());
        let mut x = column.x;
        for ((mut cell, width), alignment) in row.cells.into_iter().zip(widths).zip(&table.columns)
        {
            let inner = (*width - pad_x * 2.0).max(style.least_width);
            let (is_blank, is_box) = (cell.text.is_blank(), cell.text.is_box());
            if is_box {
                least_height = least_height.max(cell.text.box_pitch());
            } else {
                pad_y = pad_y.max(cell.text.box_gap() / 2.0);
            }
            cell.text.fill_cell(inner);
            let mut lines = cell.text.lines(inner, *alignment, self.style, self.fonts);
            match cell.strip {
                Some(strip) if is_head => lines = vec![strip.heading(inner, self.style)],
                Some(strip) => {
                    least_height = least_height.max(strip.least_height(self.style));
                    strips.push((x + pad_x, inner, strip));
                }
                None => {}
            }
            let cell = BrokenCell { tag: cell.tag, x: x + pad_x, is_box, lines };
            if is_blank {
                blanks.push(cell);
            } else {
                cells.push(cell);
            }
            x += *width;
        }
        share_lead(&mut cells);
        let is_written_on = !blanks.is_empty();
        let most = self.style.depth() * style.unbroken_share;
        let label = (!is_head && tallest(&cells) > most).then(|| label(&cells, table));
        let slices = slices(cells, most, is_head);
        let count = slices.len();
        let last = slices.len().saturating_sub(1);
        let mut boxes = Vec::new();
        for (index, mut cells) in slices.into_iter().enumerate() {
            let mut height = cells.size.height;
            let mut top = Pt::ZERO;
            if index == 0 {
                let missing = self.style.notes.ruling - pad_y - height;
                let is_raised = is_written_on && least_height == Pt::ZERO;
                top = if is_raised { pad_y.max(missing) } else { pad_y };
                height += top;
            }
            if index == last {
                height += pad_y;
            }
            let field_height = match (has_blank_in_text, is_written_on) {
                (true, _) => style.least_field_in_text,
                (false, true) => style.least_field,
                (false, false) => Pt::ZERO,
            };
            let needed = least_height.max(field_height);
            if last == 0 && height < needed {
                top += (needed - height) / 2.0;
                height = needed;
            }
            if index == 0 && has_blank_in_text && top < style.field_lead {
                height += style.field_lead - top;
                top = style.field_lead;
            }
            let mut frame = frame_of(height);
            for x in lines_between(table, widths) {
                let size = Size { width: style.column_rule, height };
                let at = Place { x: column.x + x - style.column_rule / 2.0, y: Pt::ZERO };
                frame.push(at, FrameItem::Fill { size, ink: Ink::BLACK });
            }
            for (x, width, strip) in strips.drain(..) {
                let y = strip.middle(top + column.cell.leading / 2.0, height, self.style);
                strip.draw(Place { x, y }, width, self.style, &mut frame);
            }
            cells.translate(Place { x: Pt::ZERO, y: top });
            frame.tagged(row.tag, |frame| {
                frame.append(Place::default(), cells);
                if index == last {
                    let bottom = height - style.field_gap;
                    blanks.drain(..).for_each(|blank| blank.draw_above(bottom, frame));
                }
            });
            if index == last {
                rule(&mut frame, Place { x: column.x, y: height }, column.width, line_width);
            }
            // Where a row continues on a new page, its label is repeated, if there is room for it.
            let has_room = |lines: usize| lines <= index && index + lines <= count;
            let label = label.as_ref().filter(|(_, lines)| has_room(*lines));
            let label = label.map(|(frame, _)| Arc::clone(frame));
            boxes.push(LayoutBox { ends_ruled: index == last, label, ..LayoutBox::new(frame) });
        }
        boxes
    }
}

/// The table without its columns of rating strips, if it has any.
fn without_strips(table: &Table) -> Option<Table> {
    let is_strip = |cell: &Vec<Inline>| cell.iter().any(|it| matches!(it, Inline::Scale(_)));
    let strips: Vec<bool> = table.head.iter().map(is_strip).collect();
    if !strips.contains(&true) {
        return None;
    }
    let mut table = table.clone();
    let layout = table.layout.as_mut().map(|layout| &mut layout.columns);
    retain(&strips, &mut table.columns);
    if let Some(columns) = layout {
        retain(&strips, columns);
    }
    retain(&strips, &mut table.head);
    table.rows.iter_mut().for_each(|row| retain(&strips, row));
    Some(table)
}

/// Removes the items of a list that are in columns of strips.
fn retain<T>(strips: &[bool], list: &mut Vec<T>) {
    let mut strips = strips.iter();
    list.retain(|_| strips.next() != Some(&true));
}

/// Whether anything of a heading cell is printed.
fn is_heading(cell: &[Inline]) -> bool {
    let is_drawn =
        |it: &Inline| matches!(it, Inline::Scale(_) | Inline::Bars(_) | Inline::PageNumber { .. });
    !plain_text(cell).is_empty() || cell.iter().any(is_drawn)
}

/// Where lines run between columns, from the left edge of the table.
fn lines_between(table: &Table, widths: &[Pt]) -> Vec<Pt> {
    let columns = table.layout.iter().flat_map(|layout| &layout.columns);
    let mut x = Pt::ZERO;
    let mut lines = Vec::new();
    for (column, width) in columns.zip(widths) {
        if column.has_line_before {
            lines.push(x);
        }
        x += *width;
    }
    lines
}

/// Makes the narrowest widths of columns as small as needed for their sum to be what there is: the same for all that were wider than it.
fn cap(needs: &mut [(Pt, Pt)], available: Pt) {
    let mut sorted: Vec<Pt> = needs.iter().map(|need| need.0).collect();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut left, mut columns) = (available, sorted.len());
    for narrowest in sorted {
        if narrowest * count(columns) > left {
            break;
        }
        left -= narrowest;
        columns -= 1;
    }
    let most = (left / count(columns.max(1))).max(Pt::ZERO);
    for (narrowest, _) in needs {
        *narrowest = narrowest.min(most.max(Pt::ZERO));
    }
}

/// The widths that the document gives, if the cells fit into them: a column is never narrower than its longest word.
fn given(layout: &TableLayout, needs: &[(Pt, Pt)], available: Pt, share: f32) -> Option<Vec<Pt>> {
    let mut widths: Vec<Pt> = Vec::with_capacity(needs.len());
    let mut rest = Vec::new();
    for (index, (column, (narrowest, _))) in layout.columns.iter().zip(needs).enumerate() {
        match column.width {
            ColumnWidth::Tenths(width) => {
                widths.push((tenths(width) * share).max(*narrowest));
            }
            ColumnWidth::Rest => {
                rest.push(index);
                widths.push(*narrowest);
            }
        }
    }
    let left = available - widths.iter().copied().sum::<Pt>();
    if left < Pt::ZERO {
        // What is wider than its longest word gives way.
        let excess: Pt = widths.iter().zip(needs).map(|(width, need)| *width - need.0).sum();
        let share = (Pt::ZERO - left) / excess.max(Pt(f32::MIN_POSITIVE));
        let narrower = |(width, need): (&Pt, &(Pt, Pt))| *width - (*width - need.0) * share;
        return (share <= 1.0).then(|| widths.iter().zip(needs).map(narrower).collect());
    }
    // Without a column for the rest, all grow alike, so that the table is as wide as the page.
    let growing = if rest.is_empty() { (0..widths.len()).collect() } else { rest };
    let share = left / count(growing.len());
    for index in growing {
        widths[index] += share;
    }
    Some(widths)
}

fn tenths(length: u16) -> Pt {
    Mm::from_tenths(length).into()
}
