use std::sync::Arc;

use super::line::{Line, rule};
use super::line_part::LinePart;
use super::one_line::ENDLESS;
use super::piece::{PieceInfo, Tick};
use super::text_layout::TextLayout;
use crate::base::unit::Pt;
use crate::document::Alignment;
use crate::print::fonts::Fonts;
use crate::print::frame::{FieldBox, Frame, FrameItem, Ink, Place, Size, Target, TextRun};
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
    pub(super) layout: TextLayout,
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
            let (least, most) = segment.layout.content_widths();
            let lead = segment.lead(style);
            narrowest = narrowest.max(least + lead);
            line = if line == Pt::ZERO || segment.begins_line {
                Pt::ZERO
            } else {
                line + style.tick.option_gap
            };
            line += most + lead;
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
            && segment.layout.box_count() == 1
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
        for segment in &mut self.segments {
            segment.layout.change_boxes(|width| width.min(most));
        }
    }

    /// Makes a blank that is alone in its cell as wide as the cell. The line below the row is the line to write on.
    pub(super) fn fill_cell(&mut self, width: Pt) {
        if self.is_blank() {
            for segment in &mut self.segments {
                segment.has_rules = false;
                segment.layout.change_boxes(|_| width);
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
        let is_against =
            |segment: &Segment| segment.layout.is_right_to_left() && !segment.is_mirrored;
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
        self.layout.change_boxes(|width| width.min(first));
        let aligned = Some(alignment).filter(|_| !self.is_mirrored);
        self.layout.break_shaped((first, width), aligned);
        match &self.layout {
            TextLayout::Simple(text) => {
                let lines = text.break_lines(first.0, width.0).into_iter();
                lines.map(|line| self.simple_line(text, &line, alignment, style, fonts)).collect()
            }
            TextLayout::Shaped(layout) => {
                let lines = layout.lines();
                let lines = lines.map(|it| self.shaped_line(layout, &it, alignment, style, fonts));
                let mut lines: Vec<Line> = lines.collect();
                if self.is_mirrored {
                    for (index, line) in lines.iter_mut().enumerate() {
                        line.align(if index == 0 { first } else { width }, alignment);
                    }
                }
                lines
            }
        }
    }

    fn one_line(&mut self, style: &Style, fonts: &Fonts) -> Line {
        self.layout.break_shaped((ENDLESS, ENDLESS), None);
        match &self.layout {
            TextLayout::Simple(text) => {
                self.simple_line(text, &text.one_line(), Alignment::Start, style, fonts)
            }
            TextLayout::Shaped(layout) => {
                let Some(line) = layout.lines().next() else { return Line::default() };
                // A space at the left end of right-to-left text would hang out of the line.
                let hanging = Pt(line.metrics().offset);
                let mut line = self.shaped_line(layout, &line, Alignment::Start, style, fonts);
                if self.is_mirrored {
                    return line;
                }
                line.frame.translate(Place { x: -hanging, y: Pt::ZERO });
                Line { width: line.width - hanging, advance: line.advance - hanging, ..line }
            }
        }
    }

    /// How much of the width that a page number leaves is before it.
    pub(super) fn lead_of_number(&self, alignment: Alignment) -> f32 {
        let is_against = self.layout.is_right_to_left() != self.is_mirrored;
        match alignment {
            Alignment::Start if is_against => 1.0,
            Alignment::Start => 0.0,
            Alignment::Center => 1.0 / 2.0,
            Alignment::End if is_against => 0.0,
            Alignment::End => 1.0,
        }
    }

    /// Draws words of one piece, which begin at `start` in the text.
    pub(super) fn draw_words(
        &self,
        (piece, start): (usize, usize),
        text: TextRun,
        at: Place,
        style: &Style,
        part: &mut LinePart,
    ) {
        let info = &self.pieces[piece];
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

    /// Draws the blank that is a piece.
    pub(super) fn draw_blank(
        &self,
        piece: usize,
        at: Place,
        width: Pt,
        style: &Style,
        part: &mut LinePart,
    ) {
        let info = &self.pieces[piece];
        let (Some(field), Some(tag)) = (&info.blank, info.tag) else { return };
        let frame = part.begin((self.layout.start_of_box(piece), piece));
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
