//! Tables for spreadsheets: values separated by commas (RFC 4180), of which none starts a formula.

use std::borrow::Cow;

/// A table that is being written.
#[derive(Debug, Default)]
pub(super) struct Csv {
    text: String,
}

impl Csv {
    /// A table with these columns.
    pub(super) fn new(columns: &[&str]) -> Self {
        let mut csv = Self::default();
        csv.row(columns.iter().copied());
        csv
    }

    /// Adds a row.
    pub(super) fn row<'c>(&mut self, cells: impl IntoIterator<Item = &'c str>) {
        for (index, cell) in cells.into_iter().enumerate() {
            if index > 0 {
                self.text.push(',');
            }
            self.cell(cell);
        }
        self.text.push_str("\r\n");
    }

    /// The table. It begins with a byte order mark, by which Excel knows that it is UTF-8.
    pub(super) fn finish(self) -> String {
        format!("\u{FEFF}{}", self.text)
    }

    fn cell(&mut self, cell: &str) {
        let inside = defused(cell);
        let cell = inside.as_ref();
        let is_formula = starts_formula(cell);
        let is_quoted = is_formula || cell.contains(['"', ',', ';', '\t', '\n', '\r']);
        if !is_quoted {
            self.text.push_str(cell);
            return;
        }
        self.text.push('"');
        if is_formula {
            self.text.push('\'');
        }
        self.text.push_str(&cell.replace('"', "\"\""));
        self.text.push('"');
    }
}

/// What ends a cell where commas do not: semicolons, for spreadsheet programs in countries with decimal commas, tabs, and ends of lines.
/// Quotation marks do not protect within such a cell.
const SEPARATORS: [char; 4] = [';', '\t', '\n', '\r'];

/// The cell with an apostrophe before what would be a formula if the cell ended earlier. A dash before words is a list, and none.
fn defused(cell: &str) -> Cow<'_, str> {
    if !cell.contains(SEPARATORS) {
        return Cow::Borrowed(cell);
    }
    let mut safe = String::with_capacity(cell.len());
    for (index, part) in cell.split_inclusive(SEPARATORS).enumerate() {
        let is_call = part.contains(['(', '|', '!', '=', '＝']) || part.starts_with(['@', '＠']);
        if index > 0 && is_call && starts_formula(part) {
            safe.push('\'');
        }
        safe.push_str(part);
    }
    Cow::Owned(safe)
}

/// Whether a spreadsheet program might take a cell for a formula (OWASP, "CSV Injection"). Some of them skip white space and invisible
/// characters first, and some know full-width signs.
fn starts_formula(cell: &str) -> bool {
    let is_skipped = |char: char| {
        char.is_whitespace()
            || char.is_control()
            || matches!(char, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '"' | '\'')
    };
    let starts = |rest: &str| {
        rest.starts_with([
            '=', '+', '-', '@', '＝', '＋', '－', '＠', '−', '\t', '\r', '\n', '|', '%',
        ])
    };
    !is_number(cell) && (starts(cell) || starts(cell.trim_start_matches(is_skipped)))
}

/// Whether a cell is a sign, digits, and a decimal point at most. Such a number may begin with its sign.
fn is_number(cell: &str) -> bool {
    let digits = cell.strip_prefix(['-', '+']).unwrap_or(cell);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    [whole, part].iter().all(|it| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_digit()))
}
