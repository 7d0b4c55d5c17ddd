use std::ops::Range;

use skrifa::FontRef;
use skrifa::raw::types::Tag;

/// Where a table of a font is in its file.
pub(super) fn font_table(font: &FontRef<'_>, tag: [u8; 4]) -> Option<Range<usize>> {
    let tables = font.table_directory.table_records();
    let table = tables.iter().find(|table| table.tag() == Tag::new(&tag))?;
    let start = usize::try_from(table.offset()).ok()?;
    Some(start..start.checked_add(usize::try_from(table.length()).ok()?)?)
}
