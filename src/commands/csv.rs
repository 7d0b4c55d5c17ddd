use std::borrow::Cow;

/// Adds a line of CSV (RFC 4180) to a text. No cell of it starts a formula in a spreadsheet.
pub(super) fn push_line<'c>(text: &mut String, cells: impl IntoIterator<Item = Cow<'c, str>>) {
    for (index, cell) in cells.into_iter().enumerate() {
        if index > 0 {
            text.push(',');
        }
        let cell = safe_cell(&cell);
        if cell.contains([',', '"', '\n', '\r']) {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(&cell);
        }
    }
    text.push_str("\r\n");
}

/// A cell that no spreadsheet takes for a formula: one that begins like one gets an apostrophe before it (OWASP, CSV injection). A number
/// may begin with a sign.
pub(super) fn safe_cell(cell: &str) -> Cow<'_, str> {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && !is_number(cell);
    if is_formula { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

/// Whether a cell is a sign, digits, and a decimal point at most.
fn is_number(cell: &str) -> bool {
    let digits = cell.strip_prefix(['-', '+']).unwrap_or(cell);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    [whole, part].iter().all(|it| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_digit()))
}
