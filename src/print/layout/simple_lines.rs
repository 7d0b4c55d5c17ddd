use std::ops::Range;

use super::simple_text::{Extents, GlyphKind, SimpleText};

/// A line of simple text.
pub(super) struct SimpleLine {
    pub(super) glyphs: Range<usize>,
    pub(super) boxes: Range<usize>,
    /// How wide all of it is, with the spaces at its end.
    pub(super) advance: f32,
    /// How wide the spaces are that hang out of it.
    pub(super) hanging: f32,
    /// How far it reaches above and below its baseline.
    pub(super) extents: Extents,
    /// How wide it may be.
    pub(super) available: f32,
}

/// A place between glyphs and reserved places, and how wide the line is up to there.
#[derive(Clone, Copy, Default)]
struct Position {
    glyph: usize,
    reserved: usize,
    x: f32,
}

/// Why a line ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    /// What follows has no room on it.
    Wrap,
    /// Its text ends, or a line break is written there.
    Text,
}

impl SimpleText {
    /// Breaks it into lines, the first of which has another width than the others: each takes what has room on it. A word that is wider
    /// than a line is broken wherever the line is full.
    pub(super) fn break_lines(&self, first: f32, width: f32) -> Vec<SimpleLine> {
        let (line, mut end) = self.line_from(Position::default(), first);
        let mut lines = vec![line];
        while end.glyph < self.glyphs.len() || end.reserved < self.boxes.len() {
            let (line, next) = self.line_from(Position { x: 0.0, ..end }, width);
            lines.push(line);
            end = next;
        }
        lines
    }

    /// What is on one line up to the first line break that is written in it.
    pub(super) fn one_line(&self) -> SimpleLine {
        self.line_from(Position::default(), f32::MAX).0
    }

    /// The line that begins at a position, and where it ends.
    fn line_from(&self, start: Position, available: f32) -> (SimpleLine, Position) {
        let (end, why) = self.end_of_line(start, available);
        (self.line(start, end, why, available), end)
    }

    /// Where the line ends that begins at a position.
    fn end_of_line(&self, start: Position, available: f32) -> (Position, End) {
        // Where it may end, and where it may end if there is no other way.
        let (mut regular, mut emergency) = (None, None);
        let mut now = start;
        loop {
            if let Some(reserved) = self.boxes.get(now.reserved).filter(|it| it.before <= now.glyph)
            {
                let x = now.x + reserved.width;
                let next = Position { reserved: now.reserved + 1, x, ..now };
                if x <= available {
                    now = next;
                    regular = Some(now);
                    continue;
                }
                // It would not fit on any line.
                return (if now.x == 0.0 { next } else { now }, End::Wrap);
            }
            let Some(glyph) = self.glyphs.get(now.glyph) else { return (now, End::Text) };
            let next = Position { glyph: now.glyph + 1, x: now.x + glyph.advance, ..now };
            if glyph.kind == GlyphKind::Newline {
                return (Position { x: now.x, ..next }, End::Text);
            }
            if now.x != 0.0 {
                if glyph.may_break {
                    regular = Some(now);
                } else {
                    emergency = Some(now);
                }
            }
            if next.x <= available || glyph.kind == GlyphKind::Space {
                now = next;
                continue;
            }
            match regular.or(emergency) {
                Some(end) => return (end, End::Wrap),
                None => now = next,
            }
        }
    }

    fn line(&self, start: Position, end: Position, why: End, available: f32) -> SimpleLine {
        let (glyphs, boxes) = (start.glyph..end.glyph, start.reserved..end.reserved);
        let mut extents = self.strut;
        let runs = self.runs.partition_point(|run| run.glyphs.end <= glyphs.start);
        for run in self.runs[runs..].iter().take_while(|run| run.glyphs.start < glyphs.end) {
            extents = extents.with(run.looks.extents);
        }
        if !boxes.is_empty() {
            extents = extents.with(Extents { over: self.box_height, under: 0.0 });
        }
        let spaces = self.spaces_at_end(&glyphs, &boxes);
        // At the end of the text, spaces that have room are part of the line.
        let hanging = match why {
            End::Wrap => spaces,
            End::Text => spaces.min(end.x - available).max(0.0),
        };
        SimpleLine { glyphs, boxes, advance: end.x, hanging, extents, available }
    }

    /// How wide the spaces at the end of a line are.
    fn spaces_at_end(&self, glyphs: &Range<usize>, boxes: &Range<usize>) -> f32 {
        let last_box = self.boxes[boxes.clone()].last().map_or(0, |last| last.before);
        let glyphs = &self.glyphs[glyphs.start.max(last_box).min(glyphs.end)..glyphs.end];
        let spaces = glyphs.iter().rev().take_while(|glyph| glyph.kind != GlyphKind::Other);
        spaces.map(|glyph| glyph.advance).sum()
    }

    /// The narrowest that it can be without breaking a word, and how wide it is on one line.
    pub(super) fn content_widths(&self) -> (f32, f32) {
        let mut widths = Widths::default();
        let mut boxes = self.boxes.iter().enumerate().peekable();
        for (at, glyph) in self.glyphs.iter().enumerate() {
            while let Some((_, reserved)) = boxes.next_if(|(_, it)| it.before <= at) {
                widths.reserved(reserved.width, glyph.kind != GlyphKind::Newline);
            }
            if glyph.may_break {
                widths.may_break();
            }
            match glyph.kind {
                GlyphKind::Newline => widths.newline(),
                GlyphKind::Space => widths.glyph(glyph.advance, true),
                GlyphKind::Other => widths.glyph(glyph.advance, false),
            }
        }
        for (index, reserved) in boxes {
            widths.reserved(reserved.width, index + 1 < self.boxes.len());
        }
        if widths.has_content {
            widths.newline();
        }
        (widths.narrowest, widths.widest.max(widths.narrowest))
    }
}

/// The widths of a text up to some glyph.
#[derive(Default)]
struct Widths {
    narrowest: f32,
    widest: f32,
    /// Since the last place where a line may end, and since the last where one does.
    part: f32,
    line: f32,
    /// The spaces at the end of what was seen.
    spaces: f32,
    /// Whether anything is on the line.
    has_content: bool,
}

impl Widths {
    fn may_break(&mut self) {
        if self.has_content {
            self.narrowest = self.narrowest.max(self.part - self.spaces);
            self.part = 0.0;
        }
    }

    fn newline(&mut self) {
        self.narrowest = self.narrowest.max(self.part - self.spaces);
        self.widest = self.widest.max(self.line);
        *self = Self { narrowest: self.narrowest, widest: self.widest, ..Self::default() };
    }

    fn glyph(&mut self, advance: f32, is_space: bool) {
        self.part += advance;
        self.line += advance;
        self.spaces = if is_space { self.spaces + advance } else { 0.0 };
        self.has_content = true;
    }

    /// A line may end before a reserved place, and behind it if anything follows.
    fn reserved(&mut self, width: f32, is_followed: bool) {
        self.may_break();
        self.spaces = 0.0;
        self.part += width;
        self.line += width;
        self.has_content = true;
        if is_followed {
            self.may_break();
            self.has_content = false;
        }
    }
}
