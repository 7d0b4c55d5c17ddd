use std::fmt::Write;

/// The most ranges that a block may hold (ISO 32000-1, 9.10.3).
const IN_ONE_BLOCK: usize = 100;

/// A `ToUnicode` map (ISO 32000-1, 9.10.3) from codes, which are sorted, to their texts. Codes and characters that follow each other
/// share a range: that makes the maps of a kit a third smaller than those of printpdf, which gives every code a line.
pub(super) fn map<'s>(glyphs: impl Iterator<Item = (u16, &'s str)>) -> String {
    let mut map = String::from(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n\
         /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n\
         /CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n\
         1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
    );
    let glyphs: Vec<(u16, &str)> = glyphs.collect();
    let runs: Vec<&[(u16, &str)]> = glyphs.chunk_by(|a, b| follows(*a, *b)).collect();
    for block in runs.chunks(IN_ONE_BLOCK) {
        // Writing to a string cannot fail.
        let _ = writeln!(map, "{} beginbfrange", block.len());
        for run in block {
            if let ([(first, text), ..], [.., (last, _)]) = (run, run) {
                let _ = write!(map, "<{first:04X}><{last:04X}><");
                for unit in text.encode_utf16() {
                    let _ = write!(map, "{unit:04X}");
                }
                map.push_str(">\n");
            }
        }
        map.push_str("endbfrange\n");
    }
    map.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend");
    map
}

/// The text of a glyph as `ToUnicode` has it. Programs that read text turn the letters of Arabic around, even those of one glyph. So the
/// ligatures of lam and alef, without which no text is written, are the characters that Unicode has for them.
pub(super) fn whole_ligature(text: &str) -> &str {
    match text {
        "\u{644}\u{622}" => "\u{FEF5}",
        "\u{644}\u{623}" => "\u{FEF7}",
        "\u{644}\u{625}" => "\u{FEF9}",
        "\u{644}\u{627}" => "\u{FEFB}",
        text => text,
    }
}

/// Whether two codes follow each other and stand for characters that follow each other. A range must not cross the end of a byte.
fn follows(a: (u16, &str), b: (u16, &str)) -> bool {
    let single = |text: &str| {
        let mut chars = text.chars();
        chars.next().filter(|char| chars.next().is_none() && u32::from(*char) < 0xFFFF)
    };
    let (Some(here), Some(there)) = (single(a.1), single(b.1)) else { return false };
    let (here, there) = (u32::from(here), u32::from(there));
    b.0 == a.0 + 1 && there == here + 1 && b.0 & 0xFF != 0 && there & 0xFF != 0
}
