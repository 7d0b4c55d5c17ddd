use csv::ReaderBuilder;

use super::columns::column;
use super::read::{Cells, MOST_ROWS};
use crate::diagnostic::{Diagnostic, Sink};
use crate::source::{SourceId, Sources, Span, Spanned};

/// The cells of a CSV file (RFC 4180), whose first row names the columns. The separator is the comma, the semicolon or the
/// tabulator, whichever the first row has most of.
pub(super) fn cells(sources: &Sources, id: SourceId, sink: &mut Sink) -> Vec<Cells> {
    let whole = &sources.get(id).text;
    let start = if whole.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    let text = &whole[start..];
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let separator = [b',', b';', b'\t'].into_iter().rev();
    let count = |byte: &u8| first.bytes().filter(|it| it == byte).count();
    let separator = separator.max_by_key(count).unwrap_or(b',');
    let mut reader = ReaderBuilder::new();
    let reader = reader.has_headers(false).flexible(true).delimiter(separator);
    let mut rows = Vec::new();
    let mut columns: Option<Vec<Option<&'static str>>> = None;
    for record in reader.from_reader(text.as_bytes()).records() {
        // Only what is no UTF-8, or cannot be read, is an error to this reader; a text is neither.
        let Ok(record) = record else { continue };
        if rows.len() > MOST_ROWS {
            break;
        }
        let from = record.position().map_or(0, csv::Position::byte);
        let from = usize::try_from(from).unwrap_or_default();
        let spans = spans(text, from, separator);
        let cell = |(index, value): (usize, &str)| {
            let (from, to) = spans.get(index).or(spans.last()).copied().unwrap_or((from, from));
            let span = Span::new(id, start + from..start + to);
            Spanned { value: value.trim().to_owned(), span }
        };
        let cells: Vec<Spanned<String>> = record.iter().enumerate().map(cell).collect();
        let Some(columns) = &columns else {
            columns = Some(cells.iter().map(|heading| column(heading, sink)).collect());
            continue;
        };
        if cells.iter().all(|cell| cell.value.is_empty()) {
            continue;
        }
        let mut row = Cells::new(cells.first().map(|cell| cell.span.clone()));
        for (index, cell) in cells.into_iter().enumerate() {
            match columns.get(index) {
                Some(Some(column)) => row.add(column, cell),
                Some(None) => {}
                None if cell.value.is_empty() => {}
                None => {
                    let message =
                        format!("this row has a cell more than the {} columns", columns.len());
                    let fault = Diagnostic::error("roster", message).at(cell.span);
                    let fault = fault.help("put a cell with the separator in it in double quotes");
                    row.fault(fault.all_own_words());
                }
            }
        }
        rows.push(row);
    }
    rows
}

/// From which byte to which each cell of a record runs, its quotes included.
fn spans(text: &str, from: usize, separator: u8) -> Vec<(usize, usize)> {
    let bytes = text.as_bytes();
    // The record of the library begins behind the end of the one before, empty lines included.
    let blank = bytes[from..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
    let mut start = from + blank;
    let mut spans = Vec::new();
    let mut is_quoted = false;
    for (offset, byte) in bytes[start..].iter().enumerate() {
        let at = from + blank + offset;
        match byte {
            // In the middle of a cell without quotes, one is a letter like any other.
            b'"' if is_quoted || at == start => is_quoted = !is_quoted,
            b'\r' | b'\n' if !is_quoted => {
                spans.push((start, at));
                return spans;
            }
            byte if *byte == separator && !is_quoted => {
                spans.push((start, at));
                start = at + 1;
            }
            _ => {}
        }
    }
    spans.push((start, text.len()));
    spans
}
