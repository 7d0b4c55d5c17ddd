use super::super::counts::count;
use super::super::layout_box::frame_of;
use super::super::line::{Line, rule};
use super::super::one_line::OneLine;
use super::super::state::LayoutState;
use crate::base::unit::Pt;
use crate::document::{Inline, TextStyle};
use crate::print::frame::{Frame, FrameItem, GroupKind, Ink, Place, Size};
use crate::print::strip_style::RangeStyle;

/// A line with a tick for each value, over the width of a cell.
pub(super) struct RangeStrip {
    /// The values, as they stand above the line in a heading.
    values: Vec<OneLine>,
}

impl LayoutState<'_> {
    /// The strip of a cell that is nothing else.
    pub(super) fn range_strip(&mut self, cell: &[Inline]) -> Option<RangeStrip> {
        let [Inline::Scale(values)] = cell else { return None };
        let (look, style) = (self.style.range.value, TextStyle::default());
        let values = values.iter().map(|value| self.run_of(value, look, style)).collect();
        Some(RangeStrip { values })
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
