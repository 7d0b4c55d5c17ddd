use std::ops::Range;

use super::columns::column;
use super::read::{Cells, MAX_ROWS};
use super::record::{Broken, Cell, Records};
use crate::base::diagnostic::{Diagnostic, Diagnostics};
use crate::base::source::{SourceId, Sources, Span, Spanned};

/// What separates cells, where the file does not say it: whichever the first row has most of.
const SEPARATORS: [char; 3] = [',', ';', '\t'];

/// The cells of a CSV file (RFC 4180), whose first row names the columns.
pub(super) fn cells(sources: &Sources, id: SourceId, diagnostics: &mut Diagnostics) -> Vec<Cells> {
    let file = File { sources, id, text: &sources.get(id).text };
    let start = if file.text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    let (separator, start) = match file.declared(start) {
        Some(Ok(declared)) => declared,
        Some(Err(fault)) => {
            diagnostics.push(fault);
            return Vec::new();
        }
        None => (file.likely(start), start),
    };
    let mut records = Records::new(file.text, start, separator);
    let mut rows = Vec::new();
    let mut columns: Option<Vec<Column>> = None;
    loop {
        let cells = match records.row() {
            Ok(Some(cells)) => cells,
            Ok(None) => break,
            Err(broken) => {
                diagnostics.push(file.broken(&broken));
                break;
            }
        };
        if cells.iter().all(|cell| cell.value.is_empty()) {
            continue;
        }
        match &columns {
            None => columns = Some(file.columns(cells, separator, diagnostics)),
            Some(columns) => rows.push(file.row(cells, columns, separator)),
        }
        if rows.len() > MAX_ROWS {
            break;
        }
    }
    rows
}

/// A column of the file.
enum Column {
    Named(&'static str),
    /// Its heading is wrong, which has been reported.
    Wrong,
    /// Spreadsheets write such columns when cells were formatted that are empty.
    Empty,
}

struct File<'t> {
    sources: &'t Sources,
    id: SourceId,
    text: &'t str,
}

impl File<'_> {
    /// The separator that a first line such as `sep=;` declares, and where the rows begin.
    fn declared(&self, start: usize) -> Option<Result<(char, usize), Diagnostic>> {
        let rest = &self.text[start..];
        let line = rest.split(['\r', '\n']).next()?;
        let name = line.get(..4).filter(|name| name.eq_ignore_ascii_case("sep="))?;
        let mut declared = line[name.len()..].chars();
        let separator =
            declared.next().filter(|separator| !separator.is_alphanumeric() && *separator != '"');
        let Some(separator) = separator.filter(|_| declared.as_str().trim().is_empty()) else {
            let fault =
                self.fault("this line does not name a separator", &(start..start + line.len()));
            return Some(Err(fault.help("write `sep=;`, or delete the line")));
        };
        Some(Ok((separator, start + line.len())))
    }

    /// The separator that makes the most cells of the first row.
    fn likely(&self, start: usize) -> char {
        let is_empty = |char: char| char.is_whitespace() || SEPARATORS.contains(&char);
        let text = self.text[start..].trim_start_matches(is_empty);
        let count = |separator: &char| {
            let first = Records::new(text, 0, *separator).row();
            first.ok().flatten().map_or(0, |cells| cells.len())
        };
        // Of equals, the last one is taken.
        SEPARATORS.into_iter().rev().max_by_key(count).unwrap_or(',')
    }

    fn columns(
        &self,
        headings: Vec<Cell>,
        separator: char,
        diagnostics: &mut Diagnostics,
    ) -> Vec<Column> {
        let mut columns = Vec::new();
        let mut first: Vec<(&'static str, Span)> = Vec::new();
        let is_alone = headings.len() == 1;
        for heading in headings {
            let heading = self.spanned(heading);
            if heading.value.is_empty() {
                columns.push(Column::Empty);
                continue;
            }
            if is_alone && heading.value.contains('|') {
                let sign = shown(separator);
                let message = format!("cells in this row are not separated by `{sign}`");
                let fault = Diagnostic::error("roster", message).at(heading.span);
                let help = "if `|` separates them, add `sep=|` as the first line";
                diagnostics.push(fault.help(help));
                columns.push(Column::Wrong);
                continue;
            }
            let Some(name) = column(&heading, diagnostics) else {
                columns.push(Column::Wrong);
                continue;
            };
            if let Some((_, before)) = first.iter().find(|(known, _)| *known == name) {
                let at = self.sources.locate(before);
                let message =
                    format!("duplicate column `{name}`; the first is at {}:{}", at.line, at.column);
                let fault = Diagnostic::error("roster", message).at(heading.span);
                diagnostics.push(fault.help("delete one of the columns, or rename it"));
                columns.push(Column::Wrong);
            } else {
                first.push((name, heading.span));
                columns.push(Column::Named(name));
            }
        }
        columns
    }

    #[expect(clippy::expect_used, reason = "rows without a filled cell are skipped")]
    fn row(&self, cells: Vec<Cell>, columns: &[Column], separator: char) -> Cells {
        let first = cells.first().expect("a row has at least one cell");
        let mut row = Cells::new(self.span(&first.bytes));
        let mut has_more = false;
        for (index, cell) in cells.into_iter().enumerate() {
            let cell = self.spanned(cell);
            match columns.get(index) {
                _ if cell.value.is_empty() => {}
                Some(Column::Named(name)) => row.add(name, cell),
                Some(Column::Wrong) => {}
                Some(Column::Empty) => {
                    let fault =
                        Diagnostic::error("roster", "the column of this cell has no header");
                    let help = "add a header to the first row, or clear the cell";
                    row.fault(fault.at(cell.span).help(help).all_own_words());
                }
                None if has_more => {}
                None => {
                    has_more = true;
                    let message = format!("row has more cells than the {} columns", columns.len());
                    let fault = Diagnostic::error("roster", message).at(cell.span);
                    let help = format!(
                        "put double quotes around cells that contain `{}`",
                        shown(separator)
                    );
                    row.fault(fault.help(help).all_own_words());
                }
            }
        }
        row
    }

    fn broken(&self, broken: &Broken) -> Diagnostic {
        const HELP: &str = "inside quotes, double every quote that is part of the text (`\"\"`)";
        match broken {
            Broken::Unclosed(open) => self
                .fault("this quote is not closed", &(*open..*open + 1))
                .help("add the closing quote at the end of the cell")
                .help(HELP),
            Broken::TextBehind { open, behind } => {
                let line = |byte: usize| self.sources.locate_byte(self.id, byte).line;
                let end = behind.start;
                if line(*open) == line(end) {
                    self.fault("text after the closing quote of this cell", behind).help(HELP)
                } else {
                    let message = format!(
                        "this quote is closed on line {}, in the middle of a text",
                        line(end)
                    );
                    let fault = self.fault(message, &(*open..*open + 1));
                    fault.help("add the closing quote at the end of the cell").help(HELP)
                }
            }
        }
    }

    fn fault(&self, message: impl Into<String>, bytes: &Range<usize>) -> Diagnostic {
        Diagnostic::error("roster", message).at(self.span(bytes))
    }

    fn spanned(&self, cell: Cell) -> Spanned<String> {
        Spanned { value: cell.value, span: self.span(&cell.bytes) }
    }

    fn span(&self, bytes: &Range<usize>) -> Span {
        Span::new(self.id, bytes.clone())
    }
}

/// A separator, as a message shows it.
fn shown(separator: char) -> String {
    if separator == '\t' { "tab".to_owned() } else { separator.to_string() }
}
