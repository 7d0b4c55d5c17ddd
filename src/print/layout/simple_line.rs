use std::ops::Range;
use std::sync::Arc;

use super::line::Line;
use super::line_part::{LinePart, joined};
use super::shaped::Segment;
use super::simple_lines::SimpleLine;
use super::simple_text::{GlyphKind, ReservedBox, SimpleRun, SimpleText};
use crate::base::unit::Pt;
use crate::document::Alignment;
use crate::print::fonts::Fonts;
use crate::print::frame::{Frame, Glyph, GlyphRun, PageNumber, Place, TextRun};
use crate::print::style::Style;

impl Segment {
    /// A line of simple text.
    pub(super) fn simple_line(
        &self,
        text: &SimpleText,
        line: &SimpleLine,
        alignment: Alignment,
        style: &Style,
        fonts: &Fonts,
    ) -> Line {
        let SimpleLine { advance, hanging, extents, available, .. } = *line;
        let free = available - advance + hanging;
        let offset = match alignment {
            Alignment::Center if free > 0.0 => free / 2.0,
            Alignment::End if free > 0.0 => free,
            Alignment::Start | Alignment::Center | Alignment::End => 0.0,
        };
        let (height, baseline) = (Pt(extents.over + extents.under), Pt(extents.over));
        let mut drawn = Drawn {
            parts: vec![LinePart::new(height, false)],
            numbers: Vec::new(),
            pen: Place { x: Pt(offset), y: baseline },
        };
        let mut boxes = text.boxes[line.boxes.clone()].iter().peekable();
        let first = text.runs.partition_point(|run| run.glyphs.end <= line.glyphs.start);
        let runs = text.runs[first..].iter();
        for run in runs.take_while(|run| run.glyphs.start < line.glyphs.end) {
            let start = run.glyphs.start.max(line.glyphs.start);
            while let Some(place) = boxes.next_if(|place| place.before <= start) {
                self.simple_box(place, alignment, style, &mut drawn);
            }
            let end = run.glyphs.end.min(line.glyphs.end);
            self.simple_words(text, run, start..end, (style, fonts), &mut drawn);
        }
        for place in boxes {
            self.simple_box(place, alignment, style, &mut drawn);
        }
        let parts: Vec<Frame> = drawn.parts.into_iter().map(LinePart::frame).collect();
        let end = Pt(offset + advance);
        Line {
            width: end - Pt(hanging),
            advance: end,
            frame: joined(parts, drawn.numbers),
            baseline,
            ..Line::default()
        }
    }

    /// Draws what is in a reserved place.
    fn simple_box(
        &self,
        place: &ReservedBox,
        alignment: Alignment,
        style: &Style,
        drawn: &mut Drawn,
    ) {
        let (at, width) = (drawn.pen, Pt(place.width));
        drawn.pen.x += width;
        if let Some(number) = &self.pieces[place.piece].number {
            let lead = self.lead_of_number(alignment);
            drawn.numbers.push((at, PageNumber { lead, ..number.clone() }));
            let height = drawn.parts[0].height();
            drawn.parts.push(LinePart::new(height, false));
        } else if let Some(part) = drawn.parts.last_mut() {
            self.draw_blank(place.piece, at, width, style, part);
        }
    }

    fn simple_words(
        &self,
        text: &SimpleText,
        run: &SimpleRun,
        glyphs: Range<usize>,
        (style, fonts): (&Style, &Fonts),
        drawn: &mut Drawn,
    ) {
        let (mut shown, mut behind) = (&text.glyphs[glyphs.clone()], glyphs.end);
        if let [before @ .., last] = shown
            && last.kind == GlyphKind::Newline
        {
            (shown, behind) = (before, behind - 1);
        }
        let Some(first) = shown.first() else { return };
        let start = first.at;
        let end = text.glyphs.get(behind).map_or(self.text.len(), |glyph| glyph.at);
        let ends = shown.iter().skip(1).map(|glyph| glyph.at).chain([end]);
        let set = shown.iter().zip(ends).map(|(glyph, end)| Glyph {
            id: glyph.id,
            advance: Pt(glyph.advance),
            raised: Pt::ZERO,
            text_range: (glyph.at - start..end - start).into(),
        });
        let set: Vec<Glyph> = set.collect();
        let at = drawn.pen;
        for glyph in &set {
            drawn.pen.x += glyph.advance;
        }
        let words = GlyphRun { text: self.text[start..end].to_owned(), glyphs: set };
        let face = Arc::clone(fonts.face(run.looks.font));
        let words = TextRun { face, size: Pt(run.looks.size), ink: self.ink, run: Arc::new(words) };
        if let Some(part) = drawn.parts.last_mut() {
            self.draw_words((run.looks.piece, start), words, at, style, part);
        }
    }
}

/// What is drawn of a line.
struct Drawn {
    /// What is between page numbers, one more than there are numbers.
    parts: Vec<LinePart>,
    numbers: Vec<(Place, PageNumber)>,
    /// Where the next glyph stands.
    pen: Place,
}
