use super::view::{Point, count};

/// A fold of the paper, from one edge to the other.
pub(super) struct Fold {
    pub(super) direction: Direction,
    /// How far it is from the top edge, or from the left one, where it begins.
    pub(super) at: f64,
    /// How much farther it is with each millimeter along it.
    pub(super) slope: f64,
    /// How much ink there seems to be at each distance from its middle.
    pub(super) profile: Vec<f64>,
}

/// Which edges a fold leads to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    /// The left and the right one.
    Across,
    /// The upper and the lower one.
    Down,
}

/// From one distance to the next at which the paper is looked at, in millimeters.
pub(super) const STEP: f64 = 0.15;
/// How far from its middle a fold can be seen, in steps: the paper beside it is in shadow.
pub(super) const REACH: usize = 14;

impl Fold {
    /// How much ink there seems to be at a place on the page because of it.
    pub(super) fn ink(&self, place: Point) -> f64 {
        let distance = self.distance(place);
        if distance.abs() > STEP * count(REACH) {
            return 0.0;
        }
        let off = |step: usize| ((count(step) - count(REACH)) * STEP - distance).abs();
        let nearest = (0..self.profile.len()).min_by(|a, b| off(*a).total_cmp(&off(*b)));
        nearest.map_or(0.0, |nearest| self.profile[nearest])
    }

    /// How far a place is beside it, in millimeters.
    pub(super) fn distance(&self, place: Point) -> f64 {
        let (along, off) = self.direction.turned(place);
        off - self.at - self.slope * along
    }
}

impl Direction {
    /// How far a place is along a fold of this direction, and beside it.
    pub(super) fn turned(self, place: Point) -> (f64, f64) {
        match self {
            Self::Across => (place.x, place.y),
            Self::Down => (place.y, place.x),
        }
    }

    /// The place that is so far along a fold of this direction, and beside it.
    pub(super) fn place(self, along: f64, off: f64) -> Point {
        match self {
            Self::Across => Point { x: along, y: off },
            Self::Down => Point { x: off, y: along },
        }
    }
}
