use super::super::counts::count;
use super::super::layout_box::frame_of;
use super::super::line::{Line, rule};
use super::super::one_line::OneLine;
use super::super::state::LayoutState;
use crate::base::unit::Pt;
use crate::document::{Inline, Scale, TextStyle};
use crate::print::frame::{Frame, FrameItem, GroupKind, Ink, Place, Size};
use crate::print::strip_style::RangeStyle;

/// A line with a tick for each value, over the width of a cell.
pub(super) struct RangeStrip {
    /// The values, as they stand above the line in a heading.
    values: Vec<OneLine>,
    /// The places of the values that were given. Each is a dot; those of one value are stacked.
    dots: Vec<usize>,
}

impl LayoutState<'_> {
    /// The strip of a cell that is nothing else.
    pub(super) fn range_strip(&mut self, cell: &[Inline]) -> Option<RangeStrip> {
        let [Inline::Scale(Scale { values, dots })] = cell else { return None };
        let (look, style) = (self.style.range.value, TextStyle::default());
        let values = values.iter().map(|value| self.run_of(value, look, style)).collect();
        Some(RangeStrip { values, dots: dots.clone() })
    }
}

impl RangeStrip {
    /// How wide a cell must be for it, without white space.
    pub(super) fn least_width(&self, style: &RangeStyle) -> Pt {
        let pitch = style.least_pitch.max(self.widest() + style.value_gap);
        self.widest() + pitch * count(self.values.len().saturating_sub(1))
    }

    /// The values in a line of text of this width, each in the middle above its tick.
    pub(super) fn heading(&self, width: Pt, style: &RangeStyle) -> Line {
        let mut frame = frame_of(style.value.leading);
        for ((words, advance), x) in self.values.iter().zip(self.ticks(width)) {
            let at = Place { x: x - *advance / 2.0, y: Pt::ZERO };
            frame.group(at, GroupKind::Plain, words.clone());
        }
        Line { width, advance: width, frame, ..Line::default() }
    }

    /// Draws the line with its ticks, from a place to the right.
    pub(super) fn draw(&self, at: Place, width: Pt, style: &RangeStyle, frame: &mut Frame) {
        let ticks = self.ticks(width);
        let (Some(first), Some(last)) = (ticks.first(), ticks.last()) else { return };
        rule(frame, at.moved(*first, Pt::ZERO), *last - *first, style.rule);
        let size = Size { width: style.rule, height: style.tick };
        for x in &ticks {
            let at = at.moved(*x - style.rule / 2.0, -style.tick / 2.0);
            frame.push(at, FrameItem::Fill { size, ink: Ink::BLACK });
        }
        self.draw_given(at, &ticks, style, frame);
    }

    /// How much height the dots need.
    pub(super) fn least_height(&self, style: &RangeStyle) -> Pt {
        let stacks = (0..self.values.len()).map(|place| self.count_at(place));
        let tallest = stacks.max().filter(|dots| *dots > 0);
        tallest.map_or(Pt::ZERO, |dots| style.dot * count(dots + 1))
    }

    /// At which height of its row the line is: beside the first line of text if it shows values that are in cells beside it, and
    /// otherwise in the middle.
    pub(super) fn middle(&self, first_line: Pt, height: Pt, style: &RangeStyle) -> Pt {
        if self.dots.is_empty() {
            height / 2.0
        } else {
            first_line.max(self.least_height(style) / 2.0)
        }
    }

    /// Draws a bar from the lowest to the highest of the values that were given, and the dots.
    fn draw_given(&self, at: Place, ticks: &[Pt], style: &RangeStyle, frame: &mut Frame) {
        let place = |end: Option<&usize>| end.and_then(|place| ticks.get(*place));
        let ends = (place(self.dots.iter().min()), place(self.dots.iter().max()));
        if let (Some(lowest), Some(highest)) = ends {
            rule(frame, at.moved(*lowest, Pt::ZERO), *highest - *lowest, style.bar);
        }
        for (place, x) in ticks.iter().enumerate() {
            let dots = self.count_at(place);
            for dot in 0..dots {
                // The stack is in the middle of the line.
                let y = style.dot * (count(dot) - count(dots.saturating_sub(1)) / 2.0);
                disc(at.moved(*x, y), style.dot, frame);
            }
        }
    }

    fn count_at(&self, place: usize) -> usize {
        self.dots.iter().filter(|dot| **dot == place).count()
    }

    /// Where the ticks are: the first and the last one leave space for half of a value beside them.
    fn ticks(&self, width: Pt) -> Vec<Pt> {
        let inset = self.widest() / 2.0;
        let parts = count(self.values.len().saturating_sub(1).max(1));
        let pitch = (width - inset * 2.0) / parts;
        (0..self.values.len()).map(|index| inset + pitch * count(index)).collect()
    }

    fn widest(&self) -> Pt {
        self.values.iter().fold(Pt::ZERO, |most, (_, advance)| most.max(*advance))
    }
}

/// A disc around a place. Pages have areas and lines, but no curves: rectangles over each other look like one at this size.
fn disc(center: Place, diameter: Pt, frame: &mut Frame) {
    const RECTANGLES: u8 = 7;
    for step in 1..=RECTANGLES {
        let angle = std::f32::consts::FRAC_PI_2 * f32::from(step) / f32::from(RECTANGLES + 1);
        let size = Size { width: diameter * angle.cos(), height: diameter * angle.sin() };
        let at = center.moved(-size.width / 2.0, -size.height / 2.0);
        frame.push(at, FrameItem::Fill { size, ink: Ink::BLACK });
    }
}
