use std::sync::Arc;

use super::counts::count;
use super::layout_box::frame_of;
use super::one_line::{ENDLESS, OneLine};
use super::shorten::{beginning, shorten};
use super::state::LayoutState;
use crate::base::unit::Pt;
use crate::print::class::{CROSSED, HATCHED};
use crate::print::frame::{Frame, FrameItem, GroupKind, Place, Size};
use crate::print::strip_style::LegendStyle;

/// A box in a legend that shows how boxes are marked.
#[derive(Clone, Copy)]
enum Sign {
    /// A box that is checked.
    Crossed,
    /// A box whose cross is taken back.
    Hatched,
}

impl Sign {
    /// The sign of a character.
    fn of(char: char) -> Option<Self> {
        match char {
            CROSSED => Some(Self::Crossed),
            HATCHED => Some(Self::Hatched),
            _ => None,
        }
    }

    fn draw(self, at: Place, style: &LegendStyle, frame: &mut Frame) {
        let side = style.side;
        let square = Size { width: side, height: side };
        frame.push(at, FrameItem::Outline { size: square, width: style.stroke });
        let mut stroke = |from: (Pt, Pt), to: (Pt, Pt)| {
            let by = Place { x: to.0 - from.0, y: to.1 - from.1 };
            let from = at.moved(from.0, from.1);
            frame.push(from, FrameItem::Stroke { by, width: style.line });
        };
        match self {
            Self::Crossed => {
                stroke((Pt::ZERO, Pt::ZERO), (side, side));
                stroke((Pt::ZERO, side), (side, Pt::ZERO));
            }
            Self::Hatched => {
                let step = side * 2.0 / count(style.hatches + 1);
                for number in 1..=style.hatches {
                    let along = step * count(number);
                    let (near, far) = ((along - side).max(Pt::ZERO), along.min(side));
                    stroke((near, far), (far, near));
                }
            }
        }
    }
}

/// A part of a legend, and its width.
enum Part {
    Words(Arc<Frame>, Pt),
    Sign(Sign),
    Gap,
}

impl LayoutState<'_> {
    /// As much of a legend as fits on one line of this width. Crossed and hatched boxes are drawn: few fonts have them, and they are to
    /// be as large as a pen makes them.
    pub(super) fn legend(&mut self, text: &str, width: Pt) -> OneLine {
        let text = beginning(text);
        let shown = shorten(&text, "", width, |text| self.legend_line(text).1);
        if shown != text {
            self.warn_of_cut(&text);
        }
        self.legend_line(&shown)
    }

    fn legend_line(&mut self, text: &str) -> OneLine {
        let mut parts = self.legend_parts(text);
        if self.runs_against(text) {
            parts.reverse();
        }
        let (look, style) = (self.style.running, &self.style.legend);
        let mut frame = frame_of(look.leading);
        let mut x = Pt::ZERO;
        for part in parts {
            match part {
                Part::Words(words, width) => {
                    frame.group(Place { x, y: Pt::ZERO }, GroupKind::Plain, words);
                    x += width;
                }
                Part::Sign(sign) => {
                    let y = (look.leading - style.side) / 2.0;
                    sign.draw(Place { x: x + style.apart, y }, style, &mut frame);
                    x += style.side + style.apart * 2.0;
                }
                Part::Gap => x += style.gap,
            }
        }
        (Arc::new(frame), x)
    }

    /// The parts of a legend in the order of its text. A space beside a sign is as wide as the style has it.
    fn legend_parts(&mut self, text: &str) -> Vec<Part> {
        let mut parts = Vec::new();
        let mut rest = text;
        loop {
            let next = rest.char_indices().find_map(|(at, char)| Some((at, char, Sign::of(char)?)));
            let words = next.map_or(rest, |(at, ..)| &rest[..at]);
            let trimmed = words.trim();
            let is_behind_gap = !parts.is_empty() && words.starts_with(char::is_whitespace);
            if is_behind_gap {
                parts.push(Part::Gap);
            }
            if !trimmed.is_empty() {
                let (frame, width) = self.one_line(trimmed, self.style.running, ENDLESS);
                parts.push(Part::Words(frame, width));
            }
            let is_one_gap = trimmed.is_empty() && is_behind_gap;
            if next.is_some() && words.ends_with(char::is_whitespace) && !is_one_gap {
                parts.push(Part::Gap);
            }
            let Some((at, char, sign)) = next else { return parts };
            parts.push(Part::Sign(sign));
            rest = &rest[at + char.len_utf8()..];
        }
    }
}
