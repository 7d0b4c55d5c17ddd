use std::sync::Arc;

use super::super::counts::count;
use super::super::layout_box::frame_of;
use super::super::line::{Line, rule};
use super::super::one_line::OneLine;
use super::super::state::LayoutState;
use crate::base::unit::Pt;
use crate::document::{Inline, TextStyle};
use crate::print::frame::{Artifact, Frame, FrameItem, GroupKind, Ink, Place, Size};
use crate::print::strip_style::BarsStyle;

/// A bar over the width of a cell, with a part for each count, from white to gray. Screen readers ignore it: the cells beside it say the
/// same in numbers. In a heading, it is the key to the parts.
pub(super) struct BarStrip {
    parts: Vec<Part>,
}

/// A part of a bar.
struct Part {
    count: u32,
    number: OneLine,
}

impl LayoutState<'_> {
    /// The bar of a cell that is nothing else.
    pub(super) fn bar_strip(&mut self, cell: &[Inline]) -> Option<BarStrip> {
        let [Inline::Bars(counts)] = cell else { return None };
        let (look, style) = (self.style.bars.number, TextStyle::default());
        let part = |count: &u32| Part {
            count: *count,
            number: self.run_of(&count.to_string(), look, style),
        };
        Some(BarStrip { parts: counts.iter().map(part).collect() })
    }
}

impl BarStrip {
    /// The key: parts of one width, each with its value.
    pub(super) fn heading(&self, width: Pt, style: &BarsStyle) -> Line {
        let mut frame = frame_of(style.height);
        let part = width / count(self.parts.len().max(1));
        let widths = vec![part; self.parts.len()];
        // The values are words of the heading; only the areas are not.
        let mut drawn = frame_of(style.height);
        self.areas(&widths, style, &mut drawn);
        frame.group(Place::default(), GroupKind::Artifact(Artifact::Layout), Arc::new(drawn));
        self.numbers(&widths, style, &mut frame);
        Line { width, advance: width, frame, ..Line::default() }
    }

    /// Draws it, its middle line from a place to the right. There is none of nothing.
    pub(super) fn draw(&self, at: Place, width: Pt, style: &BarsStyle, frame: &mut Frame) {
        let all: f32 = self.parts.iter().map(|part| share(part.count)).sum();
        if all <= 0.0 {
            return;
        }
        let widths: Vec<Pt> =
            self.parts.iter().map(|part| width * (share(part.count) / all)).collect();
        let mut drawn = frame_of(style.height);
        self.areas(&widths, style, &mut drawn);
        self.numbers(&widths, style, &mut drawn);
        let at = at.moved(Pt::ZERO, -style.height / 2.0);
        frame.group(at, GroupKind::Artifact(Artifact::Layout), Arc::new(drawn));
    }

    /// The parts with lines around them, from white to the darkest gray.
    fn areas(&self, widths: &[Pt], style: &BarsStyle, frame: &mut Frame) {
        let steps = self.parts.len().saturating_sub(1).max(1);
        let size = |width| Size { width, height: style.height };
        let mut x = Pt::ZERO;
        for (index, width) in widths.iter().enumerate() {
            if *width <= Pt::ZERO {
                continue;
            }
            let at = Place { x, y: Pt::ZERO };
            let ink = Ink::Gray(1.0 - style.darkest * count(index) / count(steps));
            frame.push(at, FrameItem::Fill { size: size(*width), ink });
            let line = Place { x: x - style.rule / 2.0, y: Pt::ZERO };
            frame.push(line, FrameItem::Fill { size: size(style.rule), ink: Ink::BLACK });
            x += *width;
        }
        let line = Place { x: x - style.rule / 2.0, y: Pt::ZERO };
        frame.push(line, FrameItem::Fill { size: size(style.rule), ink: Ink::BLACK });
        for y in [Pt::ZERO, style.height] {
            rule(frame, Place { x: Pt::ZERO, y }, x, style.rule);
        }
    }

    /// The numbers in the middle of the parts, where these have room for them.
    fn numbers(&self, widths: &[Pt], style: &BarsStyle, frame: &mut Frame) {
        let mut x = Pt::ZERO;
        for (part, width) in self.parts.iter().zip(widths) {
            let (words, advance) = &part.number;
            if *advance + style.number_pad * 2.0 <= *width {
                let y = (style.height - words.size.height) / 2.0;
                let at = Place { x: x + (*width - *advance) / 2.0, y };
                frame.group(at, GroupKind::Plain, words.clone());
            }
            x += *width;
        }
    }
}

/// A count as a number to divide by: more than a bar can show apart.
fn share(count: u32) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}
