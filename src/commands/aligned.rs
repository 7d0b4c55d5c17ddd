use unicode_width::UnicodeWidthStr;

use crate::base::text::printed_line;

/// The space between two columns.
const GAP: &str = "  ";

/// A table for people, a row a line: the first columns, so many, are aligned to the left, and the others to the right.
pub(super) fn aligned(rows: &[Vec<String>], to_the_left: usize) -> String {
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
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for (column, cell) in row.iter().enumerate() {
            if column > 0 {
                line.push_str(GAP);
            }
            let cell = shown(cell);
            let pad = " ".repeat(widths[column] - cell.width());
            let (first, second) = if column < to_the_left { (cell, pad) } else { (pad, cell) };
            line.push_str(&first);
            line.push_str(&second);
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// A cell as a terminal may show it. Names of files can have any character, those that control terminals too; the space behind a number
/// stays, by which numbers with and without a sign are aligned.
fn shown(cell: &str) -> String {
    let printed = printed_line(cell);
    if cell.ends_with(' ') { format!("{printed} ") } else { printed.into_owned() }
}
