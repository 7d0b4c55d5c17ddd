use std::ops::Range;

use skrifa::FontRef;
use skrifa::raw::TableProvider;
use skrifa::raw::types::Tag;

/// Blanks the hints of a TrueType font: instructions that fit the outlines of its glyphs to the pixels of a screen. They are half of some
/// fonts, and change nothing on paper. The zeros in their place are instructions without an effect (`SVTCA`, OpenType, “The TrueType
/// Instruction Set”), and compress to almost nothing.
pub(super) fn blank_hints(file: &mut [u8]) {
    for hints in hints(file).into_iter().flatten() {
        if let Some(hints) = file.get_mut(hints) {
            hints.fill(0);
        }
    }
}

/// Where the instructions of simple glyphs are. Composite glyphs have few, and none that their parts need. `None` if the font has no such
/// outlines.
fn hints(file: &[u8]) -> Option<Vec<Range<usize>>> {
    let font = FontRef::new(file).ok()?;
    let loca = font.loca(None).ok()?;
    let glyf = Tag::new(b"glyf");
    let tables = font.table_directory.table_records();
    let start = tables.iter().find(|table| table.tag() == glyf)?.offset();
    let bounds = |index: usize| Some([loca.get_raw(index)?, loca.get_raw(index + 1)?]);
    let glyphs = (0..loca.len()).filter_map(bounds);
    Some(glyphs.filter_map(|[from, to]| hints_of(file, start + from..start + to)).collect())
}

/// Where the instructions of a glyph are, if it is a simple one that has some (OpenType, “glyf”).
fn hints_of(file: &[u8], glyph: Range<u32>) -> Option<Range<usize>> {
    const HEADER: usize = 10;
    let (start, end) = (usize::try_from(glyph.start).ok()?, usize::try_from(glyph.end).ok()?);
    let short =
        |at: usize| Some(u16::from_be_bytes(*file.get(start..end)?.get(at..)?.first_chunk()?));
    // Composite glyphs have -1.
    let contours = usize::from(short(0).filter(|it| *it <= i16::MAX.unsigned_abs())?);
    let length = HEADER + contours * 2;
    let first = start + length + 2;
    let hints = first..first + usize::from(short(length)?);
    (hints.end <= end).then_some(hints)
}
