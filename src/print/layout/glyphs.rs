use std::ops::Range;
use std::sync::Arc;

use super::piece::Piece;
use crate::base::unit::Pt;
use crate::print::class::is_mark;
use crate::print::frame::{Face, Glyph, GlyphRun, Ink, Place, TextRange, TextRun};

/// Glyphs that cannot be divided into characters: those of one character, or of a ligature.
pub(super) struct Atom {
    pub(super) piece: Piece,
    pub(super) text_range: Range<usize>,
    pub(super) glyphs: Vec<parley::layout::Glyph>,
}

/// A run's atoms, from left to right. The characters of a ligature follow each other, whichever way the script runs.
pub(super) fn atoms(run: &parley::layout::Run<'_, Piece>) -> Vec<Atom> {
    let mut atoms: Vec<Atom> = Vec::new();
    for cluster in run.visual_clusters() {
        let (text_range, piece) = (cluster.text_range(), cluster.style().brush);
        if cluster.is_hard_line_break() {
            continue;
        }
        let joins = cluster.is_ligature_continuation() && !cluster.is_rtl();
        match atoms.last_mut() {
            Some(atom) if joins || (atom.glyphs.is_empty() && cluster.is_rtl()) => {
                atom.text_range = atom.text_range.start.min(text_range.start)
                    ..atom.text_range.end.max(text_range.end);
                atom.glyphs.extend(cluster.glyphs());
            }
            _ => atoms.push(Atom { piece, text_range, glyphs: cluster.glyphs().collect() }),
        }
    }
    atoms
}

impl Atom {
    /// Whether each of its characters has a glyph, and the first glyph is a mark on a letter behind it: so it is in scripts that run from
    /// right to left.
    pub(super) fn is_backward(&self, text: &str) -> bool {
        let [mark, .., letter] = self.glyphs.as_slice() else { return false };
        if mark.advance != 0.0 || letter.advance <= 0.0 {
            return false;
        }
        let said = text.get(self.text_range.clone()).unwrap_or_default();
        said.chars().count() == self.glyphs.len() && said.chars().skip(1).all(is_mark)
    }
}

/// Takes the last character off a range of a text.
pub(super) fn take_last(range: &mut Range<usize>, text: &str) -> Range<usize> {
    let said = text.get(range.clone()).unwrap_or_default();
    let last = said.char_indices().next_back().map_or(range.end, |(at, _)| range.start + at);
    last..std::mem::replace(&mut range.end, last)
}

/// Glyphs of one inline, from left to right.
pub(super) struct RunBuilder {
    pub(super) piece: Piece,
    pub(super) at: Place,
    pub(super) face: Arc<Face>,
    pub(super) size: Pt,
    pub(super) end: Pt,
    pub(super) glyphs: Vec<Glyph>,
}

impl RunBuilder {
    /// Adds a glyph at the pen. One that is offset from the pen moves the pen before it, and back after it.
    pub(super) fn push(
        &mut self,
        glyph: parley::layout::Glyph,
        pen: Place,
        text_range: Range<usize>,
    ) {
        let at = pen.x + Pt(glyph.x);
        if let Some(before) = self.glyphs.last_mut() {
            before.advance += at - self.end;
        }
        self.end = pen.x + Pt(glyph.advance);
        #[expect(
            clippy::expect_used,
            reason = "a font numbers its glyphs with 16 bits (OpenType, `maxp`)"
        )]
        let id = u16::try_from(glyph.id).expect("a font has at most 65,535 glyphs");
        let (advance, raised) = (Pt(glyph.advance - glyph.x), Pt::ZERO - Pt(glyph.y));
        self.glyphs.push(Glyph { id, advance, raised, text_range: text_range.into() });
    }

    /// The text, and where it begins in the text of the segment.
    pub(super) fn text(self, source: &str, ink: Ink) -> (usize, TextRun) {
        let shown = self.glyphs.iter().map(|glyph| glyph.text_range).filter(|it| !it.is_empty());
        let (start, end) = shown
            .map(TextRange::bytes)
            .fold((source.len(), 0), |(start, end), it| (start.min(it.start), end.max(it.end)));
        // Glyphs may show nothing at all.
        let start = start.min(end);
        let relative = |it: TextRange| {
            let Range { start: first, end } = it.bytes();
            if it.is_empty() { TextRange::default() } else { (first - start..end - start).into() }
        };
        let glyphs = self
            .glyphs
            .iter()
            .map(|glyph| Glyph { text_range: relative(glyph.text_range), ..glyph.clone() });
        let (text, glyphs) = (source[start..end].to_owned(), glyphs.collect());
        let run = Arc::new(GlyphRun { text, glyphs });
        (start, TextRun { face: self.face, size: self.size, ink, run })
    }
}
