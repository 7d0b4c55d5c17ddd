use crate::base::unit::{Pt, Rgb};

/// A size in points.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Size {
    /// From left to right.
    pub width: Pt,
    /// From top to bottom.
    pub height: Pt,
}

/// A point on a page, measured from its top left corner, downwards.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Place {
    /// From the left edge.
    pub x: Pt,
    /// From the top edge.
    pub y: Pt,
}

/// An area of a page.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Its top left corner.
    pub at: Place,
    /// From left to right.
    pub width: Pt,
    /// From top to bottom.
    pub height: Pt,
}

/// What something is painted in. Color carries no meaning of its own, so nothing is lost on a mono printer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ink {
    /// How light it is: 0 is black, 1 is white.
    Gray(f32),
    /// A color.
    Rgb(Rgb),
}

impl Ink {
    /// What text, boxes and dividing lines are drawn in.
    pub const BLACK: Self = Self::Gray(0.0);
}

impl Place {
    /// The place this far to the right and down.
    #[must_use]
    pub fn moved(self, x: Pt, y: Pt) -> Self {
        Self { x: self.x + x, y: self.y + y }
    }
}

impl Rect {
    /// The area of this size at a place.
    #[must_use]
    pub fn new(at: Place, Size { width, height }: Size) -> Self {
        Self { at, width, height }
    }

    /// Its bottom edge.
    #[must_use]
    pub fn bottom(self) -> Pt {
        self.at.y + self.height
    }

    /// Its right edge.
    #[must_use]
    pub fn right(self) -> Pt {
        self.at.x + self.width
    }
}
