use unicode_width::UnicodeWidthStr;

use crate::base::text::printed_line;

/// The space between two columns.
const GAP: &str = "  ";

/// The columns of a table for people, as wide as their cells are.
pub(super) struct Columns {
    widths: Vec<usize>,
    to_the_left: usize,
}

impl Columns {
    /// Columns for these rows. The first columns, so many, are aligned to the left, and the others to the right.
    pub(super) fn of(rows: &[Vec<String>], to_the_left: usize) -> Self {
        let mut widths: Vec<usize> = Vec::new();
        for row in rows {
            for (column, cell) in row.iter().enumerate() {
                let width = shown(cell).width();
                match widths.get_mut(column) {
                    Some(widest) => *widest = width.max(*widest),
                    None => widths.push(width),
                }
            }
        }
        Self { widths, to_the_left }
    }

    /// The line of one of the rows.
    pub(super) fn line(&self, row: &[String]) -> String {
        let mut line = String::new();
        for (column, (cell, width)) in row.iter().zip(&self.widths).enumerate() {
            if column > 0 {
                line.push_str(GAP);
            }
            let cell = shown(cell);
            let pad = " ".repeat(width.saturating_sub(cell.width()));
            let is_left = column < self.to_the_left;
            let (first, second) = if is_left { (cell, pad) } else { (pad, cell) };
            line.push_str(&first);
            line.push_str(&second);
        }
        line.truncate(line.trim_end().len());
        line.push('\n');
        line
    }
}

/// A table for people, a row a line, with so many columns that are aligned to the left.
pub(super) fn aligned(rows: &[Vec<String>], to_the_left: usize) -> String {
    let columns = Columns::of(rows, to_the_left);
    rows.iter().map(|row| columns.line(row)).collect()
}

/// A cell as a terminal may show it. Names of files can have any character, those that control terminals too; the space behind a number
/// stays, by which numbers with and without a sign are aligned.
fn shown(cell: &str) -> String {
    let printed = printed_line(cell);
    if cell.ends_with(' ') { format!("{printed} ") } else { printed.into_owned() }
}
