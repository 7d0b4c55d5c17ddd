use std::sync::Arc;

use parley::layout::{Alignment as Align, AlignmentOptions, Layout, PositionedLayoutItem};

use super::glyphs::{RunBuilder, atoms, take_last};
use super::isolate::is_isolate;
use super::line::{Line, rule};
use super::line_part::{LinePart, joined};
use super::piece::{Piece, PieceInfo, Tick};
use crate::base::unit::Pt;
use crate::document::Alignment;
use crate::print::fonts::Fonts;
use crate::print::frame::{
    FieldBox, Frame, FrameItem, Ink, PageNumber, Place, Size, Target, TextRun,
};
use crate::print::style::Style;

/// Running text, shaped but not yet broken into lines.
pub(super) struct Shaped {
    pub(super) segments: Vec<Segment>,
}

/// A part of running text that stays on one line if possible: a box with its label, or text with its blank.
pub(super) struct Segment {
    /// Whether a line ends on purpose before it.
    pub(super) begins_line: bool,
    pub(super) tick: Option<Tick>,
    pub(super) text: String,
    pub(super) layout: Layout<Piece>,
    pub(super) pieces: Vec<PieceInfo>,
    /// What its text is painted in.
    pub(super) ink: Ink,
    /// Whether its blanks have lines of their own.
    pub(super) has_rules: bool,
    /// Whether the page that it is on is mirrored. Its lines are mirrored too, so that they are in order in the end.
    pub(super) is_mirrored: bool,
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
            && segment.has_blank()
            && segment.layout.inline_boxes().len() == 1
    }

    /// Whether it is one box without words.
    pub(super) fn is_box(&self) -> bool {
        let boxes = self.segments.iter().filter(|segment| segment.tick.is_some()).count();
        boxes == 1 && self.segments.iter().all(|segment| segment.text.trim().is_empty())
    }

    /// The least distance of its boxes from those below it.
    pub(super) fn box_pitch(&self) -> Pt {
        let boxes = self.segments.iter().filter_map(|segment| segment.tick.as_ref());
        boxes.fold(Pt::ZERO, |most, tick| most.max(tick.look.pitch))
    }

    /// The least white space between its boxes and those below it.
    pub(super) fn box_gap(&self) -> Pt {
        let boxes = self.segments.iter().filter_map(|segment| segment.tick.as_ref());
        boxes.fold(Pt::ZERO, |most, tick| most.max(tick.look.pitch - tick.look.side))
    }

    /// Whether it has a blank.
    pub(super) fn has_blank(&self) -> bool {
        self.segments.iter().any(Segment::has_blank)
    }

    /// Makes its blanks no wider than this.
    pub(super) fn narrow_blanks(&mut self, most: Pt) {
        let segments = self.segments.iter_mut();
        for blank in segments.flat_map(|segment| segment.layout.inline_boxes_mut()) {
            blank.width = blank.width.min(most.0);
        }
    }

    /// Makes a blank that is alone in its cell as wide as the cell. The line below the row is the line to write on.
    pub(super) fn fill_cell(&mut self, width: Pt) {
        if self.is_blank() {
            for segment in &mut self.segments {
                segment.has_rules = false;
                for blank in segment.layout.inline_boxes_mut() {
                    blank.width = width.0;
                }
            }
        }
    }

    /// All of the text on one line, from its left end, in either direction of writing.
    pub(super) fn one_line(mut self, style: &Style, fonts: &Fonts) -> Line {
        self.segments[0].one_line(style, fonts)
    }

    /// Whether it is one text without boxes.
    pub(super) fn is_one_text(&self) -> bool {
        matches!(self.segments.as_slice(), [segment] if segment.tick.is_none())
    }

    /// Whether it runs from right to left on a page that is not mirrored.
    pub(super) fn runs_against(&self) -> bool {
        let is_against = |segment: &Segment| segment.layout.is_rtl() && !segment.is_mirrored;
        self.segments.first().is_some_and(is_against)
    }

    /// Breaks one text into lines, the first of which has another width than the others.
    pub(super) fn lines_from(
        mut self,
        first: Pt,
        width: Pt,
        style: &Style,
        fonts: &Fonts,
    ) -> Vec<Line> {
        match self.segments.as_mut_slice() {
            [segment] if segment.tick.is_none() => {
                segment.lines((first, width), Alignment::Start, style, fonts)
            }
            _ => self.lines(width, Alignment::Start, style, fonts),
        }
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
            return segment.lines((width, width), alignment, style, fonts);
        }
        let mut lines: Vec<Line> = Vec::new();
        let mut x = Pt::ZERO;
        for segment in &mut self.segments {
            let lead = segment.lead(style);
            let left = (width - lead).max(style.tick.least_label);
            let set = segment.lines((left, left), Alignment::Start, style, fonts);
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
                    tick.draw(start, line.height(), &mut last.frame);
                    last.checkbox = Some(tick.look);
                }
                last.frame.size.height = last.height().max(line.height());
                last.width = start + lead + line.width;
                last.frame.append(Place { x: start + lead, y: Pt::ZERO }, line.frame);
                x = last.width;
            }
        }
        for line in &mut lines {
            line.align(width, alignment);
        }
        keep_apart(&mut lines);
        lines
    }
}

/// Makes lines as tall as their boxes, and so tall that the boxes of lines below each other are apart.
fn keep_apart(lines: &mut [Line]) {
    let mut above: Option<usize> = None;
    for index in 0..lines.len() {
        let Some(checkbox) = lines[index].checkbox else { continue };
        lines[index].lower(checkbox.lead(lines[index].height()));
        lines[index].grow(checkbox.side);
        if let Some(above) = above {
            let distance: Pt = lines[above..index].iter().map(Line::height).sum();
            let last = &mut lines[index - 1];
            last.grow(last.height() + (checkbox.pitch - distance));
        }
        above = Some(index);
    }
}

impl Segment {
    fn has_blank(&self) -> bool {
        self.pieces.iter().any(|piece| piece.blank.is_some())
    }

    /// How wide the box before it is, with the space after the box.
    fn lead(&self, style: &Style) -> Pt {
        match &self.tick {
            None => Pt::ZERO,
            Some(tick) if self.text.trim().is_empty() => tick.look.side,
            Some(tick) => tick.look.side + style.tick.label_gap,
        }
    }

    /// Breaks it into lines: the first of this width, and the others of that.
    fn lines(
        &mut self,
        (first, width): (Pt, Pt),
        alignment: Alignment,
        style: &Style,
        fonts: &Fonts,
    ) -> Vec<Line> {
        for blank in self.layout.inline_boxes_mut() {
            blank.width = blank.width.min(first.0);
        }
        let mut breaker = self.layout.break_lines();
        if first < width {
            let state = breaker.state_mut();
            state.set_layout_max_advance(width.0);
            state.set_line_max_advance(first.0);
            breaker.break_next();
        }
        breaker.break_remaining(width.0);
        let align = match alignment {
            Alignment::Start => Align::Start,
            Alignment::Center => Align::Center,
            Alignment::End => Align::End,
        };
        let align = if self.is_mirrored { Align::Left } else { align };
        self.layout.align(align, AlignmentOptions::default());
        let lines = self.layout.lines().map(|line| self.line(&line, alignment, style, fonts));
        let mut lines: Vec<Line> = lines.collect();
        if self.is_mirrored {
            for (index, line) in lines.iter_mut().enumerate() {
                line.align(if index == 0 { first } else { width }, alignment);
            }
        }
        lines
    }

    fn one_line(&mut self, style: &Style, fonts: &Fonts) -> Line {
        self.layout.break_all_lines(None);
        self.layout.align(Align::Left, AlignmentOptions::default());
        let Some(line) = self.layout.lines().next() else { return Line::default() };
        if self.is_mirrored {
            return self.line(&line, Alignment::Start, style, fonts);
        }
        // A space at the left end of right-to-left text would hang out of the line.
        let hanging = Pt(line.metrics().offset);
        let mut line = self.line(&line, Alignment::Start, style, fonts);
        line.frame.translate(Place { x: -hanging, y: Pt::ZERO });
        Line { width: line.width - hanging, advance: line.advance - hanging, ..line }
    }

    fn line(
        &self,
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
        let stray = self.stray_space(line);
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
                    self.blank(piece, from, Pt(place.width), style, part);
                }
            }
        }
        let end = Pt(metrics.offset + metrics.advance);
        let hanging = Pt(metrics.hanging_advance);
        let mut parts: Vec<Frame> = parts.into_iter().map(LinePart::frame).collect();
        let (mut width, mut advance) = (end - hanging, end);
        if self.is_mirrored {
            // A space at the end of the line hangs out of it, whichever end that is.
            let edge = if self.layout.is_rtl() { end } else { end - hanging };
            parts = parts.into_iter().rev().map(|part| part.mirrored(edge)).collect();
            numbers.reverse();
            for (at, number) in &mut numbers {
                at.x = edge - at.x - number.width;
            }
            advance = Pt(metrics.advance - stray.map_or(0.0, |(_, space)| space));
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
    fn stray_space(&self, line: &parley::layout::Line<'_, Piece>) -> Option<(f32, f32)> {
        if !self.is_mirrored || !self.layout.is_rtl() {
            return None;
        }
        let last = line.runs().max_by_key(|run| run.text_range().end)?;
        let end = last.text_range().end;
        if last.is_rtl() || self.layout.inline_boxes().any(|it| it.index == end) {
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

    /// How much of the width that a page number leaves is before it.
    fn lead_of_number(&self, alignment: Alignment) -> f32 {
        let is_against = self.layout.is_rtl() != self.is_mirrored;
        match alignment {
            Alignment::Start if is_against => 1.0,
            Alignment::Start => 0.0,
            Alignment::Center => 1.0 / 2.0,
            Alignment::End if is_against => 0.0,
            Alignment::End => 1.0,
        }
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
                        self.finish(done, style, part);
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
            self.finish(done, style, part);
        }
    }

    fn finish(&self, words: RunBuilder, style: &Style, part: &mut LinePart) {
        let (info, at) = (&self.pieces[words.piece.0], words.at);
        let (start, text) = words.text(&self.text, self.ink);
        if text.run.glyphs.is_empty() {
            return;
        }
        let frame = part.begin((start, usize::MAX));
        match (info.tag, &info.lang) {
            (Some(tag), Some(lang)) => frame.in_language(lang, |frame| {
                frame.tagged(tag, |frame| draw(text, info, at, style, frame));
            }),
            (Some(tag), None) => frame.tagged(tag, |frame| draw(text, info, at, style, frame)),
            (None, _) => draw(text, info, at, style, frame),
        }
    }

    fn blank(&self, piece: usize, at: Place, width: Pt, style: &Style, part: &mut LinePart) {
        let info = &self.pieces[piece];
        let (Some(field), Some(tag)) = (&info.blank, info.tag) else { return };
        let mut boxes = self.layout.inline_boxes().filter(|it| usize::try_from(it.id) == Ok(piece));
        let start = boxes.next().map_or(0, |it| it.index);
        let frame = part.begin((start, piece));
        let line = at.moved(Pt::ZERO, style.blank.rule_drop);
        if self.has_rules {
            rule(frame, line, width, style.marks.hairline);
        }
        let size = Size { width, height: style.blank.field_height };
        let field = Arc::clone(field);
        let place = FieldBox { field, size, option: None, appearance: Arc::default() };
        let at = at.moved(Pt::ZERO, style.blank.rule_drop - size.height);
        frame.tagged(tag, |frame| frame.push(at, FrameItem::FieldBox(place)));
    }
}

/// Draws text, what strikes it out, and where it leads.
fn draw(text: TextRun, info: &PieceInfo, at: Place, style: &Style, frame: &mut Frame) {
    let (size, advance) = (text.size, text.run.advance());
    let is_empty = text.run.text.trim().is_empty();
    frame.push(at, FrameItem::Text(text));
    let marks = &style.marks;
    if info.struck {
        let y = at.y - size * marks.strike_rise;
        rule(frame, Place { x: at.x, y }, advance, marks.strike_width);
    }
    if let Some(target) = &info.link {
        let top = at.moved(Pt::ZERO, -size * marks.link_rise);
        let area = Size { width: advance, height: size * marks.link_height };
        if matches!(target.to, Target::Url(_)) && !is_empty {
            rule(frame, at.moved(Pt::ZERO, marks.underline_drop), advance, marks.hairline);
        }
        frame.push(top, FrameItem::LinkArea(Arc::clone(target), area));
    }
}
