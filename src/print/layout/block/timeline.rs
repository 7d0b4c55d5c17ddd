use std::sync::Arc;

use super::super::layout_box::{Column, LayoutBox, frame_of};
use super::super::line::rule;
use super::super::one_line::OneLine;
use super::super::state::LayoutState;
use crate::base::unit::Pt;
use crate::document::{TextStyle, Timeline};
use crate::print::frame::{Artifact, Frame, FrameItem, GroupKind, Ink, Place, Size};
use crate::print::look::Look;

impl LayoutState<'_> {
    /// A bar above a table that shows to scale how long what the table lists takes. Screen readers ignore it: the table says the same.
    pub(super) fn timeline(&mut self, timeline: &Timeline, column: Column) -> LayoutBox {
        let style = &self.style.timeline;
        let height = style.height + style.tick + style.label.leading;
        let mut drawn = frame_of(height);
        self.timeline_bar(timeline, column, &mut drawn);
        self.timeline_ticks(timeline, column, &mut drawn);
        let mut frame = frame_of(height);
        let kind = GroupKind::Artifact(Artifact::Layout);
        frame.group(Place { x: column.x, y: Pt::ZERO }, kind, Arc::new(drawn));
        LayoutBox { sticky: true, ..LayoutBox::new(frame) }
    }

    /// The bar, as long as its segments are. What is beyond the end of the column is left out.
    fn timeline_bar(&mut self, timeline: &Timeline, column: Column, frame: &mut Frame) {
        let style = self.style.timeline.clone();
        let mut x = Pt::ZERO;
        for segment in &timeline.segments {
            let width = place(segment.minutes, timeline, column).min(column.width - x);
            if width <= Pt::ZERO {
                break;
            }
            upright(x, Pt::ZERO, style.height, style.rule, frame);
            if let Some(label) = &segment.label {
                let (words, advance) = self.timeline_words(label, timeline, style.number);
                if advance + style.number_pad * 2.0 <= width {
                    let y = (style.height - words.size.height) / 2.0;
                    let at = Place { x: x + (width - advance) / 2.0, y };
                    frame.group(at, GroupKind::Plain, words);
                }
            }
            x += width;
        }
        upright(x, Pt::ZERO, style.height, style.rule, frame);
        for y in [Pt::ZERO, style.height] {
            rule(frame, Place { x: Pt::ZERO, y }, x, style.rule);
        }
    }

    /// The ticks below the bar with their labels, as far as these have space: the last one first, then the others in their order.
    fn timeline_ticks(&mut self, timeline: &Timeline, column: Column, frame: &mut Frame) {
        let style = self.style.timeline.clone();
        let top = style.height + style.tick;
        let mut taken: Vec<(Pt, Pt)> = Vec::new();
        let (last, others) = match timeline.ticks.split_last() {
            Some((last, others)) => (Some(last), others),
            None => (None, &[][..]),
        };
        for tick in last.into_iter().chain(others) {
            let x = place(tick.at, timeline, column);
            upright(x, style.height, style.tick, style.rule, frame);
            let (words, advance) = self.timeline_words(&tick.label, timeline, style.label);
            let left = (x - advance / 2.0).min(column.width - advance).max(Pt::ZERO);
            let right = left + advance;
            let is_free = |(from, to): &(Pt, Pt)| {
                right + style.label_gap <= *from || *to + style.label_gap <= left
            };
            if right <= column.width && taken.iter().all(is_free) {
                taken.push((left, right));
                frame.group(Place { x: left, y: top }, GroupKind::Plain, words);
            }
        }
    }

    fn timeline_words(&mut self, text: &str, timeline: &Timeline, look: Look) -> OneLine {
        let span = &timeline.span.0;
        let shaped = self.shape_written(text, Some(span), TextStyle::default(), look);
        let line = shaped.one_line(self.style, self.fonts);
        (Arc::new(line.frame), line.advance)
    }
}

/// How far from the beginning of a timeline a minute is.
fn place(minute: u16, timeline: &Timeline, column: Column) -> Pt {
    column.width * (f32::from(minute) / f32::from(timeline.minutes))
}

/// Draws a line downwards whose middle is at `x`.
fn upright(x: Pt, y: Pt, height: Pt, width: Pt, frame: &mut Frame) {
    let size = Size { width, height };
    frame.push(Place { x: x - width / 2.0, y }, FrameItem::Fill { size, ink: Ink::BLACK });
}
