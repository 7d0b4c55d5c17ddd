use super::fault::{DecodeFault, expect_size, gray};
use crate::scan::gray::Gray;
use crate::scan::view::{Point, count};

/// A page on which pictures are painted, one over the other.
#[derive(Clone, Debug)]
pub struct Canvas {
    width: usize,
    height: usize,
    pixels: Vec<u8>,
    /// How many more pixels may be painted.
    left: usize,
}

/// What is painted on a page.
#[derive(Clone, Debug)]
pub enum Paint {
    /// A picture.
    Picture(Gray),
    /// A picture, as far as another one is light.
    Masked(Gray, Gray),
    /// Something this light, as far as a picture is light.
    Stencil(u8, Gray),
}

/// Where a picture is on the canvas, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placing {
    /// Its upper left corner.
    pub from: Point,
    /// From there to its upper right corner.
    pub across: Point,
    /// From there to its lower left corner.
    pub down: Point,
}

/// How many times a page can be painted all over: a few layers are usual.
const LAYERS: usize = 4;

impl Canvas {
    /// White paper.
    ///
    /// # Errors
    ///
    /// If it has more pixels than a page has.
    pub fn new(width: usize, height: usize) -> Result<Self, DecodeFault> {
        expect_size(width, height)?;
        let all = width * height;
        Ok(Self { width, height, pixels: vec![u8::MAX; all], left: all * LAYERS })
    }

    /// Paints a picture over what is there.
    ///
    /// # Errors
    ///
    /// If the page was painted over more often than scans are.
    pub fn paint(&mut self, paint: &Paint, placing: Placing) -> Result<(), DecodeFault> {
        let Placing { from, across, down } = placing;
        let turn = across.cross(down);
        if turn.abs() < f64::EPSILON {
            return Ok(());
        }
        let corners = [from, from + across, from + down, from + across + down];
        let span = |of: fn(&Point) -> f64, length: usize| {
            let all = corners.iter().map(of);
            let least = all.clone().fold(f64::INFINITY, f64::min);
            let most = all.fold(f64::NEG_INFINITY, f64::max);
            let before = |limit: f64| {
                let beyond = (0..length).find(|at| count(*at) + 0.5 > limit);
                beyond.unwrap_or(length)
            };
            before(least)..before(most)
        };
        let (columns, rows) = (span(|it| it.x, self.width), span(|it| it.y, self.height));
        let all = columns.len() * rows.len();
        self.left = self
            .left
            .checked_sub(all)
            .ok_or_else(|| DecodeFault::Damaged("it is painted over again and again".to_owned()))?;
        for y in rows {
            for x in columns.clone() {
                let off = Point { x: count(x) + 0.5, y: count(y) + 0.5 } - from;
                let place = Point { x: off.cross(down) / turn, y: across.cross(off) / turn };
                let is_in = (0.0..1.0).contains(&place.x) && (0.0..1.0).contains(&place.y);
                let under = &mut self.pixels[y * self.width + x];
                if let Some(over) = is_in.then(|| paint.over(place, *under)).flatten() {
                    *under = over;
                }
            }
        }
        Ok(())
    }

    /// The page as it is now.
    ///
    /// # Errors
    ///
    /// None: its size was checked when it was made.
    pub fn gray(self) -> Result<Gray, DecodeFault> {
        gray(self.width, self.height, self.pixels)
    }
}

impl Paint {
    /// How many pixels its pictures have.
    #[must_use]
    pub fn pixels(&self) -> usize {
        let of = |picture: &Gray| picture.pixels().len();
        match self {
            Self::Picture(picture) | Self::Stencil(_, picture) => of(picture),
            Self::Masked(picture, mask) => of(picture) + of(mask),
        }
    }

    /// How light it is at a place after this was painted over it: the place is a part of the width and of the height of the picture.
    fn over(&self, place: Point, under: u8) -> Option<u8> {
        let at = |picture: &Gray| {
            let (width, height) = (count(picture.width()), count(picture.height()));
            picture.nearest(Point { x: place.x * width, y: place.y * height })
        };
        let mix = |over: u8, share: u8| {
            let [over, under, share] = [over, under, share].map(u32::from);
            let mixed = (over * share + under * (255 - share) + 127) / 255;
            u8::try_from(mixed).unwrap_or(u8::MAX)
        };
        match self {
            Self::Picture(picture) => at(picture),
            Self::Masked(picture, mask) => Some(mix(at(picture)?, at(mask)?)),
            Self::Stencil(light, mask) => Some(mix(*light, at(mask)?)),
        }
    }
}
