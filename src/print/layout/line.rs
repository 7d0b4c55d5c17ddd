use super::layout_box::LayoutBox;
use crate::base::unit::Pt;
use crate::document::Alignment;
use crate::print::frame::{Frame, FrameItem, Ink, Place};
use crate::print::look::CheckboxLook;

/// A line of text. Places are measured from its own top left corner.
#[derive(Default)]
pub(super) struct Line {
    /// From its left edge to the end of its last word.
    pub(super) width: Pt,
    /// To where the next word would begin.
    pub(super) advance: Pt,
    /// What is on it. The frame's height is the height of the line.
    pub(super) frame: Frame,
    /// From its top to its baseline.
    pub(super) baseline: Pt,
    /// How its boxes look, if it has any.
    pub(super) checkbox: Option<CheckboxLook>,
    /// How far its text is moved down, because of its boxes.
    pub(super) lead: Pt,
}

impl Line {
    pub(super) fn height(&self) -> Pt {
        self.frame.size.height
    }

    /// Moves what is on it down.
    pub(super) fn lower(&mut self, by: Pt) {
        self.lead += by;
        self.baseline += by;
        self.frame.size.height += by;
        self.frame.translate(Place { x: Pt::ZERO, y: by });
    }

    /// Makes it so tall, unless it is taller.
    pub(super) fn grow(&mut self, height: Pt) {
        self.frame.size.height = self.height().max(height);
    }

    /// Moves it in a column of this width.
    pub(super) fn align(&mut self, width: Pt, alignment: Alignment) {
        let left = (width - self.width).max(Pt::ZERO);
        let shift = match alignment {
            Alignment::Start => return,
            Alignment::Center => left / 2.0,
            Alignment::End => left,
        };
        self.width += shift;
        self.frame.translate(Place { x: shift, y: Pt::ZERO });
    }

    /// A box of nothing but this line, which begins at `x`.
    pub(super) fn into_box(mut self, x: Pt) -> LayoutBox {
        self.frame.translate(Place { x, y: Pt::ZERO });
        LayoutBox::new(self.frame)
    }
}

/// Draws a black line to the right.
pub(super) fn rule(frame: &mut Frame, at: Place, length: Pt, width: Pt) {
    frame.push(at, FrameItem::Line { length, width, ink: Ink::BLACK });
}

/// How far below the top of a frame its first text stands.
pub(super) fn baseline(frame: &Frame) -> Option<Pt> {
    frame.items().iter().find_map(|(at, item)| match item {
        FrameItem::Text(_) => Some(at.y),
        FrameItem::Group(group) => baseline(&group.frame).map(|below| at.y + below),
        _ => None,
    })
}
