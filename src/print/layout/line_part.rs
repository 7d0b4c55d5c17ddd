use std::sync::Arc;

use super::layout_box::frame_of;
use crate::base::unit::Pt;
use crate::print::frame::{Frame, FrameItem, PageNumber, Place};

/// What is on a line between two page numbers.
pub(super) struct LinePart {
    height: Pt,
    /// Whether it is read in another order than from left to right.
    is_bidi: bool,
    /// What was drawn, each with what it is sorted by: where it begins in the text of the segment, and for blanks, which stand before the
    /// text at the same place, which one it is.
    drawn: Vec<((usize, usize), Frame)>,
}

impl LinePart {
    pub(super) fn new(height: Pt, is_bidi: bool) -> Self {
        Self { height, is_bidi, drawn: vec![((0, 0), frame_of(height))] }
    }

    /// How high the line is.
    pub(super) fn height(&self) -> Pt {
        self.height
    }

    /// Where to draw what is sorted by this.
    pub(super) fn begin(&mut self, order: (usize, usize)) -> &mut Frame {
        if self.is_bidi {
            self.drawn.push((order, Frame::default()));
        }
        let last = self.drawn.len() - 1;
        &mut self.drawn[last].1
    }

    /// All that was drawn, in the order in which it is read.
    pub(super) fn frame(mut self) -> Frame {
        if self.is_bidi {
            self.drawn.sort_by_key(|(order, _)| *order);
        }
        let mut drawn = self.drawn.into_iter().map(|(_, frame)| frame);
        let mut frame = drawn.next().unwrap_or_else(|| frame_of(self.height));
        drawn.for_each(|more| frame.append(Place::default(), more));
        frame
    }
}

/// Parts of a line with the page numbers between them: what is behind a number moves up to it.
pub(super) fn joined(parts: Vec<Frame>, numbers: Vec<(Place, PageNumber)>) -> Frame {
    let mut behind: Option<Frame> = None;
    let numbers = numbers.into_iter().map(Some).chain([None]);
    let parts: Vec<(Frame, _)> = parts.into_iter().zip(numbers).collect();
    for (mut frame, number) in parts.into_iter().rev() {
        if let (Some((at, number)), Some(mut rest)) = (number, behind.take()) {
            rest.translate(Place { x: -at.x, y: -at.y });
            frame.push(at, FrameItem::PageNumber(PageNumber { rest: Arc::new(rest), ..number }));
        }
        behind = Some(frame);
    }
    behind.unwrap_or_default()
}
