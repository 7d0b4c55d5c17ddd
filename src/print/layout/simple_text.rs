use std::ops::Range;

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;

use super::draft::Draft;
use super::state::LayoutState;
use crate::document::TextStyle;
use crate::print::fonts::FontId;
use crate::print::look::Look;
use crate::print::simple_font::{SimpleFont, SimpleGlyph, SimpleLigatures};

/// Text that is set glyph by glyph, and the places that are reserved in it. It is what the shaper would make of it, in a fraction of the
/// time.
pub(super) struct SimpleText {
    pub(super) glyphs: Vec<PlacedGlyph>,
    /// Its parts in one font and of one piece, in order, without gaps.
    pub(super) runs: Vec<SimpleRun>,
    pub(super) boxes: Vec<ReservedBox>,
    /// How far every line reaches above and below its baseline, whatever is on it.
    pub(super) strut: Extents,
    /// How far a reserved place reaches above the baseline.
    pub(super) box_height: f32,
}

/// The glyph of one character, or a ligature.
#[derive(Clone, Copy)]
pub(super) struct PlacedGlyph {
    pub(super) id: u16,
    pub(super) kind: GlyphKind,
    /// Whether a line may end before it (UAX 14).
    pub(super) may_break: bool,
    /// How far it moves the pen.
    pub(super) advance: f32,
    /// Where its character begins in the text.
    pub(super) at: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum GlyphKind {
    /// Anything that is not one of the others.
    Other,
    /// A space, which hangs out of the line at the end of one.
    Space,
    /// The end of a line.
    Newline,
}

/// Glyphs of one piece in one font.
pub(super) struct SimpleRun {
    pub(super) glyphs: Range<usize>,
    pub(super) looks: RunLooks,
}

/// What a run looks like.
#[derive(Clone, Copy)]
pub(super) struct RunLooks {
    /// The number of the inline that it is of.
    pub(super) piece: usize,
    pub(super) font: FontId,
    pub(super) size: f32,
    pub(super) extents: Extents,
}

/// A place that is reserved for a blank or for a page number.
pub(super) struct ReservedBox {
    /// The number of the inline.
    pub(super) piece: usize,
    /// The glyph before which it stands.
    pub(super) before: usize,
    /// Where it stands in the text.
    pub(super) at: usize,
    pub(super) width: f32,
}

/// How far a line reaches above and below its baseline.
#[derive(Clone, Copy)]
pub(super) struct Extents {
    pub(super) over: f32,
    pub(super) under: f32,
}

impl Extents {
    /// Those of a font in lines that are `leading` apart: half of what the font leaves is above it, and half below.
    fn new((ascent, descent): (f32, f32), leading: f32) -> Self {
        let over = ascent + (leading - (ascent + descent)) / 2.0;
        Self { over, under: leading - over }
    }

    /// Those of both.
    pub(super) fn with(self, other: Self) -> Self {
        Self { over: self.over.max(other.over), under: self.under.max(other.under) }
    }
}

impl LayoutState<'_> {
    /// Sets a text if it is simple: from left to right, in one language, each character by its own glyph.
    pub(super) fn simple_text(&self, draft: &Draft, look: Look) -> Option<SimpleText> {
        let language = self.simple_language.filter(|_| draft.has_one_language())?;
        // Behind a newline at the end there is one more line.
        if self.is_mirrored || draft.text.ends_with('\n') {
            return None;
        }
        let font = |style: TextStyle| {
            let (id, font) = self.fonts.simple(look.typeface(style))?;
            let size = look.size_of(style, self.style.marks.code_share).0;
            let extents = Extents::new(font.extents(size), look.leading.0);
            let looks = RunLooks { piece: 0, font: id, size, extents };
            font.suits(language).then_some((looks, font))
        };
        let (base, _) = font(TextStyle::default())?;
        let mut setter = Setter::default();
        setter.glyphs.reserve(draft.text.len());
        setter.units.reserve(draft.text.len());
        let mut reserved = draft.blanks.iter().peekable();
        for (piece, (range, style)) in draft.runs.iter().enumerate() {
            if let Some((_, at, width)) = reserved.next_if(|(of, _, _)| *of == piece) {
                setter.reserve(piece, *at, width.0)?;
            } else if !range.is_empty() {
                let (looks, font) = font(*style)?;
                setter.push(&draft.text, range, RunLooks { piece, ..looks }, font)?;
            }
        }
        setter.close()?;
        let Setter { mut glyphs, runs, boxes, .. } = setter;
        mark_breaks(&draft.text, &mut glyphs);
        let (strut, box_height) = (base.extents, self.style.blank.strut);
        Some(SimpleText { glyphs, runs, boxes, strut, box_height })
    }
}

/// Marks before which glyphs a line may end. No line ends within a ligature.
fn mark_breaks(text: &str, glyphs: &mut [PlacedGlyph]) {
    let segmenter = LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default());
    let mut next = 0;
    for at in segmenter.segment_str(text) {
        while glyphs.get(next).is_some_and(|glyph| glyph.at < at) {
            next += 1;
        }
        if let Some(glyph) = glyphs.get_mut(next).filter(|glyph| glyph.at == at) {
            glyph.may_break = true;
        }
    }
}

/// Simple text on its way.
#[derive(Default)]
struct Setter<'f> {
    glyphs: Vec<PlacedGlyph>,
    runs: Vec<SimpleRun>,
    boxes: Vec<ReservedBox>,
    /// Glyphs at the end of `glyphs` that can still move toward the next one, in units of their font, and that font with its size.
    units: Vec<SimpleGlyph>,
    open: Option<Open<'f>>,
}

/// Runs in one font and size, whose glyphs can still join and move.
#[derive(Clone, Copy)]
struct Open<'f> {
    id: FontId,
    size: f32,
    font: &'f SimpleFont,
    /// The number of the first of these runs.
    run: usize,
}

impl<'f> Setter<'f> {
    /// Adds the glyphs of a part of the text. `None` if a character of it is not simple.
    fn push(
        &mut self,
        text: &str,
        range: &Range<usize>,
        looks: RunLooks,
        font: &'f SimpleFont,
    ) -> Option<()> {
        let is_open = |open: Open<'_>| (open.id, open.size) == (looks.font, looks.size);
        if !self.open.is_some_and(is_open) {
            self.close()?;
            let run = self.runs.len();
            self.open = Some(Open { id: looks.font, size: looks.size, font, run });
        }
        let start = self.glyphs.len();
        for (at, char) in text.get(range.clone())?.char_indices() {
            let (glyph, kind) = match char {
                '\n' => (SimpleGlyph::NONE, GlyphKind::Newline),
                ' ' => (font.glyph(char)?, GlyphKind::Space),
                _ => (font.glyph(char)?, GlyphKind::Other),
            };
            self.units.push(glyph);
            let (id, at) = (glyph.id, range.start + at);
            self.glyphs.push(PlacedGlyph { id, kind, may_break: false, advance: 0.0, at });
        }
        self.runs.push(SimpleRun { glyphs: start..self.glyphs.len(), looks });
        Some(())
    }

    /// Adds a reserved place.
    fn reserve(&mut self, piece: usize, at: usize, width: f32) -> Option<()> {
        self.close()?;
        self.boxes.push(ReservedBox { piece, before: self.glyphs.len(), at, width });
        Some(())
    }

    /// Joins the glyphs that are left, and sets how far they move the pen. `None` if glyphs of two pieces join.
    fn close(&mut self) -> Option<()> {
        let Some(Open { size, font, run, .. }) = self.open.take() else { return Some(()) };
        for ligatures in font.ligatures() {
            self.join(run, ligatures)?;
        }
        font.kern(&mut self.units);
        let scale = font.scale(size);
        let first = self.glyphs.len() - self.units.len();
        for (glyph, units) in self.glyphs[first..].iter_mut().zip(self.units.drain(..)) {
            #[expect(clippy::cast_precision_loss, reason = "an advance has a few thousand units")]
            let advance = units.advance as f32 * scale;
            glyph.advance = advance;
        }
        Some(())
    }

    /// Puts ligatures in place of glyphs, from a run on. What a ligature replaces is left out. `None` if one replaces glyphs of two runs.
    fn join(&mut self, run: usize, ligatures: &SimpleLigatures) -> Option<()> {
        let first = self.glyphs.len() - self.units.len();
        let (mut from, mut to) = (0, 0);
        for run in &mut self.runs[run..] {
            let start = to;
            let end = run.glyphs.end - first;
            while from < end {
                let ligature = ligatures.at(&self.units[from..]);
                let (glyph, replaced) = ligature.unwrap_or((self.units[from], 1));
                self.glyphs[first + to] = PlacedGlyph { id: glyph.id, ..self.glyphs[first + from] };
                self.units[to] = glyph;
                from += replaced;
                to += 1;
            }
            (from == end).then_some(())?;
            run.glyphs = first + start..first + to;
        }
        self.units.truncate(to);
        self.glyphs.truncate(first + to);
        Some(())
    }
}
