use super::{Place, Size};
use crate::base::image::Pixels;
use crate::base::unit::{Pt, Rgb};

/// The logo of a brand. A file has at most one, however often it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Logo {
    /// How large it is where there is the most room for it.
    pub size: Size,
    /// What screen readers say in its place.
    pub alt: String,
    /// What it looks like.
    pub image: LogoImage,
}

/// What a logo looks like.
#[derive(Clone, Debug, PartialEq)]
pub enum LogoImage {
    /// Outlines, in the order in which they are painted. Places are measured from the logo's top left corner.
    Paths(Vec<LogoPath>),
    /// Pixels.
    Pixels(Pixels),
}

/// A path, and how it is painted.
#[derive(Clone, Debug, PartialEq)]
pub struct LogoPath {
    /// The areas outside of which nothing of it is seen: it is painted where all of them are.
    pub clips: Vec<Clip>,
    /// The path.
    pub segments: Vec<Segment>,
    /// How it is painted, one after the other; at least one.
    pub paints: Vec<Paint>,
}

/// A step of a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Segment {
    /// A new part begins here.
    Move(Place),
    /// A straight line.
    Line(Place),
    /// A Bézier curve: two control points and its end.
    Cubic([Place; 3]),
    /// A straight line to the beginning of the part.
    Close,
}

/// An area.
#[derive(Clone, Debug, PartialEq)]
pub struct Clip {
    /// Its edges.
    pub segments: Vec<Segment>,
    /// What of it is inside.
    pub rule: FillRule,
}

/// What is inside of a path that crosses itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FillRule {
    /// What its edges go around.
    NonZero,
    /// What an odd number of its edges is around.
    EvenOdd,
}

/// How a path is painted.
#[derive(Clone, Debug, PartialEq)]
pub struct Paint {
    /// The color.
    pub color: Rgb,
    /// How much it covers what is below it: 255 for all of it.
    pub opacity: u8,
    /// What of the path is painted.
    pub kind: PaintKind,
}

/// What of a path is painted.
#[derive(Clone, Debug, PartialEq)]
pub enum PaintKind {
    /// Its inside.
    Fill(FillRule),
    /// Its edges.
    Stroke(Stroke),
}

/// How edges are painted.
#[derive(Clone, Debug, PartialEq)]
pub struct Stroke {
    /// How wide.
    pub width: Pt,
    /// The ends of lines, as a PDF numbers them (ISO 32000-1, 8.4.3.3): cut off, round, or square.
    pub cap: u8,
    /// The corners, as a PDF numbers them (ISO 32000-1, 8.4.3.4): pointed, round, or cut off.
    pub join: u8,
    /// How far points may reach, in widths.
    pub miter_limit: f32,
    /// The lengths of dashes and gaps, in turn; none for a line without gaps.
    pub dashes: Vec<Pt>,
    /// Where in the first dash the line begins.
    pub dash_phase: Pt,
}

impl Logo {
    /// The largest size of the same proportions that is no larger than this, nor than the logo itself.
    #[must_use]
    pub fn within(&self, most: Size) -> Size {
        let share = (most.width / self.size.width).min(most.height / self.size.height).min(1.0);
        Size { width: self.size.width * share, height: self.size.height * share }
    }
}
