use super::view::Point;

/// A box to be ticked, as it is printed on a page: the middle of the line of its frame, in millimeters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PrintedBox {
    /// Its top left corner.
    pub at: Point,
    /// The length of a side.
    pub side: f64,
}

/// How far beside its place a box is seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Shift {
    /// In millimeters.
    pub(super) by: Point,
    /// Whether the frame of the box itself was found there.
    pub(super) is_found: bool,
    /// Whether its frame is much paler than those of most boxes. What was written on it may be as pale.
    pub(super) is_pale: bool,
}
