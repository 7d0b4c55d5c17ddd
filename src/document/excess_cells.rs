use std::ops::Range;

/// The cells of a row that its table has no column for, from the end of its last cell to the end of the row. Markdown leaves them out
/// (GitHub Flavored Markdown, 4.10). `None` if nothing is written in them.
pub(super) fn excess_cells(text: &str, behind: Range<usize>) -> Option<Range<usize>> {
    let is_between = |sign: char| sign == '|' || sign.is_whitespace();
    let row = text.get(behind.clone())?;
    let start = behind.start + row.find(|sign| !is_between(sign))?;
    Some(start..behind.start + row.trim_end_matches(is_between).len())
}
