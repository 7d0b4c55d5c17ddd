use std::ops::Range;
use std::sync::Arc;

use parley::layout::{Alignment as Align, AlignmentOptions, Layout, PositionedLayoutItem};

use super::line::{Line, rule};
use super::piece::{Piece, PieceInfo, Tick};
use crate::base::unit::Pt;
use crate::document::Alignment;
use crate::print::fonts::Fonts;
use crate::print::frame::{Glyph, Item, Link, Mark, Owner, Place, Size, Target, Text, Widget};
use crate::print::style::Style;

/// Running text, shaped but not yet broken into lines.
pub(super) struct Shaped {
    pub(super) segments: Vec<Segment>,
}

/// A stretch of running text that is kept on one line where possible: a box with its label, or words with their blank.
pub(super) struct Segment {
    /// Whether a line ends on purpose before it.
    pub(super) begins_line: bool,
    pub(super) tick: Option<Tick>,
    pub(super) text: String,
    pub(super) layout: Layout<Piece>,
    pub(super) pieces: Vec<PieceInfo>,
}

impl Shaped {
    /// The narrowest and the widest that it can sensibly be.
    pub(super) fn widths(&self, style: &Style) -> (Pt, Pt) {
        let (mut narrowest, mut widest, mut line) = (Pt::ZERO, Pt::ZERO, Pt::ZERO);
        for segment in &self.segments {
            let widths = segment.layout.calculate_content_widths();
            let lead = segment.lead(style);
            narrowest = narrowest.max(Pt(widths.min) + lead);
            line = if line == Pt::ZERO || segment.begins_line {
                Pt::ZERO
            } else {
                line + style.tick.option_gap
            };
            line += Pt(widths.max) + lead;
            widest = widest.max(line);
        }
        // What just fits must not be broken because a sum was rounded down.
        (narrowest + style.tick.tolerance, widest + style.tick.tolerance)
    }

    /// Whether it is a blank and nothing else.
    pub(super) fn is_blank(&self) -> bool {
        let [segment] = self.segments.as_slice() else { return false };
        segment.tick.is_none()
            && segment.text.trim().is_empty()
            && segment.layout.inline_boxes().len() == 1
    }

    /// Lets a blank that stands alone run as far as there is room.
    pub(super) fn stretch(&mut self, width: Pt) {
        if self.is_blank() {
            for segment in &mut self.segments {
                for blank in segment.layout.inline_boxes_mut() {
                    blank.width = width.0;
                }
            }
        }
    }

    /// Words that stand as they are, on one line from its left end, whichever way they run.
    pub(super) fn one_line(mut self, style: &Style, fonts: &Fonts) -> Line {
        self.segments.first_mut().map(|segment| segment.one_line(style, fonts)).unwrap_or_default()
    }

    /// Breaks it into lines: at least one, however empty.
    pub(super) fn lines(
        mut self,
        width: Pt,
        alignment: Alignment,
        style: &Style,
        fonts: &Fonts,
    ) -> Vec<Line> {
        if let [segment] = self.segments.as_mut_slice()
            && segment.tick.is_none()
        {
            return segment.lines(width, alignment, style, fonts);
        }
        let mut lines: Vec<Line> = Vec::new();
        let mut x = Pt::ZERO;
        for segment in &mut self.segments {
            let lead = segment.lead(style);
            let set = segment.lines(
                (width - lead).max(style.tick.least_label),
                Alignment::Start,
                style,
                fonts,
            );
            let wide = set.iter().fold(Pt::ZERO, |wide, line| wide.max(line.width)) + lead;
            let gap = if x > Pt::ZERO { style.tick.option_gap } else { Pt::ZERO };
            let goes_on = !segment.begins_line && set.len() == 1 && x + gap + wide <= width;
            let fits = lines.is_empty() || goes_on;
            let start = if fits { x + gap } else { Pt::ZERO };
            for (index, line) in set.into_iter().enumerate() {
                if !(fits && index == 0) || lines.is_empty() {
                    lines.push(Line::default());
                }
                let Some(last) = lines.last_mut() else { continue };
                if index == 0
                    && let Some(tick) = &segment.tick
                {
                    last.items.extend(tick.items(start, line.height, style));
                }
                last.height = last.height.max(line.height);
                last.width = start + lead + line.width;
                let shift = start + lead;
                last.items.extend(line.items.into_iter().map(|item| item.moved(shift, Pt::ZERO)));
                x = last.width;
            }
        }
        for line in &mut lines {
            line.align(width, alignment);
        }
        lines
    }
}

impl Segment {
    /// How much room the box before it takes.
    fn lead(&self, style: &Style) -> Pt {
        match &self.tick {
            None => Pt::ZERO,
            Some(_) if self.text.trim().is_empty() => style.tick.side,
            Some(_) => style.tick.side + style.tick.label_gap,
        }
    }

    fn lines(
        &mut self,
        width: Pt,
        alignment: Alignment,
        style: &Style,
        fonts: &Fonts,
    ) -> Vec<Line> {
        for blank in self.layout.inline_boxes_mut() {
            blank.width = blank.width.min(width.0);
        }
        self.layout.break_all_lines(Some(width.0));
        let align = match alignment {
            Alignment::Start => Align::Start,
            Alignment::Center => Align::Center,
            Alignment::End => Align::End,
        };
        self.layout.align(align, AlignmentOptions::default());
        self.layout.lines().map(|line| self.line(&line, style, fonts)).collect()
    }

    fn one_line(&mut self, style: &Style, fonts: &Fonts) -> Line {
        self.layout.break_all_lines(None);
        self.layout.align(Align::Left, AlignmentOptions::default());
        let Some(line) = self.layout.lines().next() else { return Line::default() };
        // A space at the left end of words that run from right to left would hang out of the line.
        let hanging = Pt(line.metrics().offset);
        let Line { height, width, advance, items } = self.line(&line, style, fonts);
        let items = items.into_iter().map(|item| item.moved(-hanging, Pt::ZERO)).collect();
        Line { height, width: width - hanging, advance: advance - hanging, items }
    }

    fn line(&self, line: &parley::layout::Line<'_, Piece>, style: &Style, fonts: &Fonts) -> Line {
        let metrics = line.metrics();
        let top = Pt(metrics.block_min_coord);
        let mut items = Vec::new();
        let mut seen = None;
        for item in line.items() {
            match item {
                PositionedLayoutItem::GlyphRun(run) => {
                    // A run of one font is handed out once for each of its styles; its clusters say the style themselves.
                    if seen != Some(run.run().index()) {
                        seen = Some(run.run().index());
                        let from = Place { x: Pt(run.offset()), y: Pt(run.baseline()) - top };
                        self.words(run.run(), from, (style, fonts), &mut items);
                    }
                }
                PositionedLayoutItem::InlineBox(place) => {
                    let baseline = Pt(metrics.baseline) - top;
                    let from = Place { x: Pt(place.x), y: baseline };
                    if let Ok(piece) = usize::try_from(place.id) {
                        self.blank(piece, from, Pt(place.width), style, &mut items);
                    }
                }
            }
        }
        Line {
            height: Pt(metrics.line_height),
            width: Pt(metrics.offset + metrics.advance - metrics.hanging_advance),
            advance: Pt(metrics.offset + metrics.advance),
            items,
        }
    }

    /// The words of one run, split where the inline they come from, or their height above the baseline, changes.
    fn words(
        &self,
        run: &parley::layout::Run<'_, Piece>,
        mut pen: Place,
        (style, fonts): (&Style, &Fonts),
        items: &mut Vec<Item>,
    ) {
        let (face, size) = (fonts.face_of(run.font()), Pt(run.font_size()));
        let mut words: Option<Words> = None;
        for atom in atoms(run) {
            let mut says = atom.says;
            // A font that lacks one character of a cluster shows nothing for it, rather than a sign of its own.
            for glyph in atom.glyphs.into_iter().filter(|glyph| glyph.id != 0) {
                let same = |words: &Words| {
                    words.piece == atom.piece && words.raised.to_bits() == glyph.y.to_bits()
                };
                if !words.as_ref().is_some_and(same) {
                    if let Some(done) = words.take() {
                        self.finish(done, style, items);
                    }
                    let at = pen.moved(Pt(glyph.x), -Pt(glyph.y));
                    let (piece, raised, end) = (atom.piece, glyph.y, at.x);
                    words = Some(Words { piece, raised, at, face, size, end, glyphs: Vec::new() });
                }
                if let Some(words) = &mut words {
                    words.push(glyph, pen, says.clone());
                }
                pen.x += Pt(glyph.advance);
                says.start = says.end;
            }
        }
        if let Some(done) = words {
            self.finish(done, style, items);
        }
    }

    fn finish(&self, words: Words, style: &Style, items: &mut Vec<Item>) {
        let Some(info) = self.pieces.get(words.piece.0) else { return };
        let owner = Owner::Element(info.owner);
        let at = words.at;
        let text = words.text(&self.text);
        if text.words.glyphs.is_empty() {
            return;
        }
        let (size, advance) = (text.size, text.words.advance());
        let is_empty = text.words.text.trim().is_empty();
        items.push(Item { owner, at, mark: Mark::Text(text) });
        if info.struck {
            let y = at.y - size * style.marks.strike_rise;
            items.push(rule(Place { x: at.x, y }, advance, style.marks.strike_width));
        }
        if let Some((to, label)) = &info.link {
            let top = at.moved(Pt::ZERO, -size * style.marks.link_rise);
            let area = Size { width: advance, height: size * style.marks.link_height };
            if matches!(to, Target::Url(_)) && !is_empty {
                items.push(rule(
                    at.moved(Pt::ZERO, style.marks.underline_drop),
                    advance,
                    style.marks.hairline,
                ));
            }
            let link = Link { size: area, to: to.clone(), label: label.clone() };
            items.push(Item { owner, at: top, mark: Mark::Link(link) });
        }
    }

    fn blank(&self, piece: usize, at: Place, width: Pt, style: &Style, items: &mut Vec<Item>) {
        let Some(info) = self.pieces.get(piece) else { return };
        let Some((field, label)) = &info.blank else { return };
        items.push(rule(at.moved(Pt::ZERO, style.blank.rule_drop), width, style.marks.hairline));
        let size = Size { width, height: style.blank.field_height };
        let label = label.clone();
        let widget = Widget { field: *field, size, value: None, label, look: Vec::new() };
        let at = at.moved(Pt::ZERO, style.blank.rule_drop - size.height);
        items.push(Item { owner: Owner::Element(info.owner), at, mark: Mark::Widget(widget) });
    }
}

/// Glyphs that cannot be told apart as characters: one character, or all those of a ligature.
struct Atom {
    piece: Piece,
    says: Range<usize>,
    glyphs: Vec<parley::layout::Glyph>,
}

/// A run's atoms, from left to right. The characters of a ligature follow each other, whichever way the script runs.
fn atoms(run: &parley::layout::Run<'_, Piece>) -> Vec<Atom> {
    let mut atoms: Vec<Atom> = Vec::new();
    for cluster in run.visual_clusters() {
        let (says, piece) = (cluster.text_range(), cluster.style().brush);
        if cluster.is_hard_line_break() {
            continue;
        }
        let joins = cluster.is_ligature_continuation() && !cluster.is_rtl();
        match atoms.last_mut() {
            Some(atom) if joins || (atom.glyphs.is_empty() && cluster.is_rtl()) => {
                atom.says = atom.says.start.min(says.start)..atom.says.end.max(says.end);
                atom.glyphs.extend(cluster.glyphs());
            }
            _ => atoms.push(Atom { piece, says, glyphs: cluster.glyphs().collect() }),
        }
    }
    atoms
}

/// Glyphs of one inline on one height, from left to right.
struct Words {
    piece: Piece,
    raised: f32,
    at: Place,
    face: crate::print::frame::FaceId,
    size: Pt,
    end: Pt,
    glyphs: Vec<Glyph>,
}

impl Words {
    /// Adds a glyph that stands at the pen. One that stands beside it moves the pen before it, and back after it.
    fn push(&mut self, glyph: parley::layout::Glyph, pen: Place, says: Range<usize>) {
        let at = pen.x + Pt(glyph.x);
        if let Some(before) = self.glyphs.last_mut() {
            before.advance += at - self.end;
        }
        self.end = pen.x + Pt(glyph.advance);
        let id = u16::try_from(glyph.id).unwrap_or_default();
        self.glyphs.push(Glyph { id, advance: Pt(glyph.advance - glyph.x), says });
    }

    fn text(self, source: &str) -> Text {
        let says = || self.glyphs.iter().map(|glyph| &glyph.says).filter(|says| !says.is_empty());
        let start = says().map(|says| says.start).min().unwrap_or_default();
        let end = says().map(|says| says.end).max().unwrap_or_default();
        let text = source.get(start..end).unwrap_or_default().to_owned();
        let relative = |glyph: &Glyph| {
            if glyph.says.is_empty() {
                0..0
            } else {
                glyph.says.start - start..glyph.says.end - start
            }
        };
        let glyphs = self.glyphs.iter().map(|g| Glyph { says: relative(g), ..g.clone() }).collect();
        let words = Arc::new(crate::print::frame::Words { text, glyphs });
        Text { face: self.face, size: self.size, words }
    }
}
