use std::sync::Arc;

use parley::layout::{Layout, PositionedLayoutItem};

use super::glyphs::{RunBuilder, atoms, take_last};
use super::isolate::is_isolate;
use super::line::Line;
use super::line_part::{LinePart, joined};
use super::piece::Piece;
use super::shaped::Segment;
use crate::base::unit::Pt;
use crate::document::Alignment;
use crate::print::fonts::Fonts;
use crate::print::frame::{Frame, PageNumber, Place};
use crate::print::style::Style;

impl Segment {
    /// A line of text that the shaper set.
    pub(super) fn shaped_line(
        &self,
        layout: &Layout<Piece>,
        line: &parley::layout::Line<'_, Piece>,
        alignment: Alignment,
        style: &Style,
        fonts: &Fonts,
    ) -> Line {
        let metrics = line.metrics();
        let top = Pt(metrics.block_min_coord);
        let height = Pt(metrics.line_height);
        let is_bidi = self.is_mirrored || line.runs().any(|run| run.is_rtl());
        // What is on the line, from left to right, and the page numbers between these parts.
        let (mut parts, mut numbers) = (vec![LinePart::new(height, is_bidi)], Vec::new());
        let stray = self.stray_space(layout, line);
        let moved = |x: f32| match stray {
            Some((end, space)) if x < end => Pt(x + space),
            _ => Pt(x),
        };
        let mut seen = None;
        for item in line.items() {
            let Some(part) = parts.last_mut() else { break };
            match item {
                PositionedLayoutItem::GlyphRun(run) => {
                    // A run of one font is handed out once for each of its styles; its clusters say the style themselves.
                    if seen != Some(run.run().index()) {
                        seen = Some(run.run().index());
                        let from = Place { x: moved(run.offset()), y: Pt(run.baseline()) - top };
                        self.words(run.run(), from, (style, fonts), part);
                    }
                }
                PositionedLayoutItem::InlineBox(place) => {
                    let baseline = Pt(metrics.baseline) - top;
                    let from = Place { x: moved(place.x), y: baseline };
                    #[expect(
                        clippy::expect_used,
                        reason = "the box was made with the number of a piece"
                    )]
                    let piece = usize::try_from(place.id).expect("the number of a piece");
                    if let Some(number) = &self.pieces[piece].number {
                        let lead = self.lead_of_number(alignment);
                        numbers.push((from, PageNumber { lead, ..number.clone() }));
                        parts.push(LinePart::new(height, is_bidi));
                        continue;
                    }
                    self.draw_blank(piece, from, Pt(place.width), style, part);
                }
            }
        }
        // The shaper sets a space in place of a text without characters.
        let is_empty = self.text.is_empty() && layout.inline_boxes().len() == 0;
        let length = if is_empty { 0.0 } else { metrics.advance };
        let end = Pt(metrics.offset + length);
        let hanging = Pt(if is_empty { 0.0 } else { metrics.hanging_advance });
        let mut parts: Vec<Frame> = parts.into_iter().map(LinePart::frame).collect();
        let (mut width, mut advance) = (end - hanging, end);
        if self.is_mirrored {
            // A space at the end of the line hangs out of it, whichever end that is.
            let edge = if layout.is_rtl() { end } else { end - hanging };
            parts = parts.into_iter().rev().map(|part| part.mirrored(edge)).collect();
            numbers.reverse();
            for (at, number) in &mut numbers {
                at.x = edge - at.x - number.width;
            }
            advance = Pt(length - stray.map_or(0.0, |(_, space)| space));
            width = advance - hanging;
        }
        Line {
            width,
            advance,
            frame: joined(parts, numbers),
            baseline: Pt(metrics.baseline) - top,
            ..Line::default()
        }
    }

    /// The right end and the width of the space at the end of a mirrored line whose last words run against it. It belongs at the end of the
    /// line (UAX 9, rule L1), but parley leaves it between these words and those before them.
    fn stray_space(
        &self,
        layout: &Layout<Piece>,
        line: &parley::layout::Line<'_, Piece>,
    ) -> Option<(f32, f32)> {
        if !self.is_mirrored || !layout.is_rtl() {
            return None;
        }
        let last = line.runs().max_by_key(|run| run.text_range().end)?;
        let end = last.text_range().end;
        if last.is_rtl() || layout.inline_boxes().any(|it| it.index == end) {
            return None;
        }
        let advances: Vec<(bool, f32)> = last
            .clusters()
            .map(|it| (self.text[it.text_range()].trim().is_empty(), it.advance()))
            .collect();
        let space: f32 =
            advances.iter().rev().take_while(|(is_space, _)| *is_space).map(|(_, it)| it).sum();
        let start = line.items().find_map(|item| match item {
            PositionedLayoutItem::GlyphRun(run) if run.run().index() == last.index() => {
                Some(run.offset())
            }
            _ => None,
        })?;
        (space > 0.0).then(|| (start + last.advance(), space))
    }

    /// Draws the text of one run, split where its inline changes.
    fn words(
        &self,
        run: &parley::layout::Run<'_, Piece>,
        mut pen: Place,
        (style, fonts): (&Style, &Fonts),
        part: &mut LinePart,
    ) {
        let face = fonts.face(fonts.font_of(run.font()));
        let size = Pt(run.font_size());
        let mut words: Option<RunBuilder> = None;
        for atom in
            atoms(run).into_iter().filter(|atom| !is_isolate(&self.text[atom.text_range.clone()]))
        {
            let is_backward = atom.is_backward(&self.text);
            // Otherwise all of its text counts as the first glyph's.
            let (mut text_range, atom_end) = (atom.text_range.clone(), atom.text_range.end);
            // A font that lacks one character of a cluster shows nothing for it, rather than a sign of its own.
            for glyph in atom.glyphs.into_iter().filter(|glyph| glyph.id != 0) {
                if !words.as_ref().is_some_and(|words| words.piece == atom.piece) {
                    if let Some(done) = words.take() {
                        self.draw_run(done, style, part);
                    }
                    let at = pen.moved(Pt(glyph.x), Pt::ZERO);
                    let (piece, end, face) = (atom.piece, at.x, Arc::clone(face));
                    words = Some(RunBuilder { piece, at, face, size, end, glyphs: Vec::new() });
                }
                if let Some(words) = &mut words {
                    let shown = if is_backward {
                        take_last(&mut text_range, &self.text)
                    } else {
                        std::mem::replace(&mut text_range, atom_end..atom_end)
                    };
                    words.push(glyph, pen, shown);
                }
                pen.x += Pt(glyph.advance);
            }
        }
        if let Some(done) = words {
            self.draw_run(done, style, part);
        }
    }

    fn draw_run(&self, run: RunBuilder, style: &Style, part: &mut LinePart) {
        let (piece, at) = (run.piece.0, run.at);
        let (start, text) = run.text(&self.text, self.ink);
        self.draw_words((piece, start), text, at, style, part);
    }
}
