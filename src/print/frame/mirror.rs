use std::sync::Arc;

use super::{FieldBox, Frame, FrameItem, Group, Place};
use crate::base::unit::Pt;

impl Frame {
    /// The same frame with everything at the other side of an area of this width: what is at the left is at the right. Text, codes and
    /// check marks are moved and not reversed. The numbers of pages must be in their places.
    #[must_use]
    pub fn mirrored(&self, width: Pt) -> Self {
        let mut mirrored = Self::new(self.size);
        for (at, item) in self.items() {
            match item {
                FrameItem::Group(Group { frame, kind }) => {
                    let frame = frame.mirrored(width - at.x);
                    let at = Place { x: Pt::ZERO, y: at.y };
                    mirrored.group(at, kind.clone(), Arc::new(frame));
                }
                item => {
                    let x = width - at.x - item.width();
                    mirrored.push(Place { x, y: at.y }, item.mirrored());
                }
            }
        }
        mirrored
    }
}

impl FrameItem {
    /// How far it reaches to the right of its place.
    fn width(&self) -> Pt {
        match self {
            Self::Text(text) => text.run.advance(),
            Self::Line { length, .. } => *length,
            Self::Outline { size, .. } | Self::Fill { size, .. } | Self::LinkArea(_, size) => {
                size.width
            }
            // A logo is the same on every page.
            Self::Logo(size) => size.width,
            Self::Picture(picture) => picture.size.width,
            // The place of a stroke is one of its ends, wherever the other one is.
            Self::Stroke { .. } | Self::Anchor(_) | Self::Bookmark { .. } => Pt::ZERO,
            Self::Grid(grid) => grid.size().width,
            Self::FieldBox(field) => field.size.width,
            Self::PageNumber(number) => number.width,
            Self::Group(group) => group.frame.size.width,
        }
    }

    /// The same item, mirrored within its own width.
    fn mirrored(&self) -> Self {
        match self {
            Self::Stroke { by, width } => {
                Self::Stroke { by: Place { x: -by.x, y: by.y }, width: *width }
            }
            Self::FieldBox(field) => {
                let appearance = field.appearance.mirrored(field.size.width);
                Self::FieldBox(FieldBox { appearance: Arc::new(appearance), ..field.clone() })
            }
            item => item.clone(),
        }
    }
}
