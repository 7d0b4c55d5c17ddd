use std::ops::Range;

use skrifa::FontRef;
use skrifa::raw::TableProvider;

use crate::print::font_table::font_table;

/// Blanks what a PDF does not need of a TrueType font: the hints, which fit the outlines of its glyphs to the pixels of a screen, and the
/// names of its glyphs. They are half of some fonts, and change nothing on paper. The zeros in their place compress to almost nothing.
pub(super) fn blank_unneeded(file: &mut [u8]) {
    let Ok(font) = FontRef::new(file) else { return };
    let of_glyphs = hints(&font, file).into_iter().flatten();
    let of_font = [*b"cvt ", *b"fpgm", *b"prep"].map(|tag| font_table(&font, tag));
    let names = font_table(&font, *b"post");
    // Zeros are instructions without an effect (`SVTCA`, OpenType, “The TrueType Instruction Set”).
    for unneeded in of_glyphs.chain(of_font.into_iter().flatten()) {
        if let Some(bytes) = file.get_mut(unneeded) {
            bytes.fill(0);
        }
    }
    if let Some(names) = names.and_then(|names| file.get_mut(names)) {
        blank_names(names);
    }
}

/// Makes the names of glyphs a table without names (OpenType, “post”, version 3.0).
fn blank_names(table: &mut [u8]) {
    const HEADER: usize = 32;
    const WITHOUT_NAMES: [u8; 4] = [0, 3, 0, 0];
    if let Some((header, names)) = table.split_at_mut_checked(HEADER) {
        header[..WITHOUT_NAMES.len()].copy_from_slice(&WITHOUT_NAMES);
        names.fill(0);
    }
}

/// Where the instructions of glyphs are. `None` if the font has no such outlines.
fn hints(font: &FontRef<'_>, file: &[u8]) -> Option<Vec<Range<usize>>> {
    let loca = font.loca(None).ok()?;
    let table = font_table(font, *b"glyf")?;
    let (start, outlines) = (table.start, file.get(table)?);
    let at = |index: usize| usize::try_from(loca.get_raw(index)?).ok();
    let glyphs = (0..loca.len()).filter_map(|index| Some(at(index)?..at(index + 1)?));
    let hints = glyphs.filter_map(|glyph| {
        let hints = hints_of(outlines.get(glyph.clone())?)?;
        Some(start + glyph.start + hints.start..start + glyph.start + hints.end)
    });
    Some(hints.collect())
}

/// Where the instructions of a glyph are in its data, if it has some (OpenType, “glyf”).
fn hints_of(glyph: &[u8]) -> Option<Range<usize>> {
    const HEADER: usize = 10;
    let short = |at: usize| Some(u16::from_be_bytes(*glyph.get(at..)?.first_chunk()?));
    // Composite glyphs have -1.
    let is_simple = short(0)? <= i16::MAX.unsigned_abs();
    let at =
        if is_simple { HEADER + usize::from(short(0)?) * 2 } else { after_parts(HEADER, short)? };
    let hints = at + 2..at + 2 + usize::from(short(at)?);
    (hints.end <= glyph.len()).then_some(hints)
}

/// Where the parts of a composite glyph end, if it has instructions behind them.
fn after_parts(first: usize, short: impl Fn(usize) -> Option<u16>) -> Option<usize> {
    const ARGUMENTS_ARE_WORDS: u16 = 1;
    const HAS_SCALE: u16 = 1 << 3;
    const MORE: u16 = 1 << 5;
    const HAS_TWO_SCALES: u16 = 1 << 6;
    const HAS_MATRIX: u16 = 1 << 7;
    const HAS_INSTRUCTIONS: u16 = 1 << 8;
    let sizes = [(HAS_SCALE, 2), (HAS_TWO_SCALES, 4), (HAS_MATRIX, 8), (ARGUMENTS_ARE_WORDS, 2)];
    let mut at = first;
    loop {
        let flags = short(at)?;
        let is_set = |(flag, _): &&(u16, usize)| flags & flag != 0;
        // Flags, the number of a glyph, and two arguments of a byte each.
        at += 6 + sizes.iter().filter(is_set).map(|(_, size)| size).sum::<usize>();
        if flags & MORE == 0 {
            return (flags & HAS_INSTRUCTIONS != 0).then_some(at);
        }
    }
}
