use super::layout_box::decoration;
use crate::base::unit::Pt;
use crate::document::Alignment;
use crate::print::frame::{Gray, Item, Mark, Place};

/// A line of text. Places are measured from its own top left corner.
#[derive(Default)]
pub(super) struct Line {
    pub(super) height: Pt,
    /// From its left edge to the end of its last word.
    pub(super) width: Pt,
    /// To where the next word would begin.
    pub(super) advance: Pt,
    pub(super) items: Vec<Item>,
}

impl Line {
    pub(super) fn align(&mut self, width: Pt, alignment: Alignment) {
        let room = (width - self.width).max(Pt::ZERO);
        let shift = match alignment {
            Alignment::Start => return,
            Alignment::Center => room / 2.0,
            Alignment::End => room,
        };
        self.width += shift;
        for item in &mut self.items {
            *item = item.clone().moved(shift, Pt::ZERO);
        }
    }
}

pub(super) fn rule(at: Place, length: Pt, width: Pt) -> Item {
    decoration(at, Mark::Line { length, width, gray: Gray::BLACK })
}
