use super::gray::Gray;
use super::places::PageMarkPlaces;
use super::printed_box::{PrintedBox, Shift};
use super::view::{Point, View, count};

/// How much ink is on a page, at any place.
pub(super) struct Inks<'p> {
    picture: &'p Gray,
    view: &'p View,
    /// How light printed black is.
    black: f64,
}

/// How much ink is in and around a box.
pub(super) struct Ink<'p> {
    inks: &'p Inks<'p>,
    /// Where the top left corner of the box is seen, in millimeters.
    at: Point,
    /// How light the paper is there.
    white: f64,
}

/// White and black must differ by so much, in steps of 255.
const CONTRAST: f64 = 30.0;

impl<'p> Inks<'p> {
    pub(super) fn new(picture: &'p Gray, view: &'p View, places: &PageMarkPlaces) -> Self {
        let black = places.squares.iter().filter_map(|square| {
            let around = [(0.0, 0.0), (1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0)];
            let lights = around.map(|(x, y)| picture.at(view.point(*square + Point { x, y })));
            let seen: Vec<f64> = lights.into_iter().flatten().collect();
            (!seen.is_empty()).then(|| seen.iter().sum::<f64>() / count(seen.len()))
        });
        let black: Vec<f64> = black.collect();
        let black = black.iter().sum::<f64>() / count(black.len().max(1));
        Self { picture, view, black }
    }

    /// The ink in and around a box that is shifted so. `None` if it is not in the picture, or too dark to read.
    pub(super) fn of(&'p self, own: &PrintedBox, shift: Shift) -> Option<Ink<'p>> {
        const POINTS: u32 = 14;
        let at = own.at + shift.by;
        let mut lights = Vec::new();
        let (from, length) = (-1.2, own.side + 2.4);
        for y in 0..POINTS {
            for x in 0..POINTS {
                let share = |at: u32| from + length * f64::from(at) / f64::from(POINTS - 1);
                let place = at + Point { x: share(x), y: share(y) };
                lights.push(self.picture.at(self.view.point(place))?);
            }
        }
        lights.sort_by(f64::total_cmp);
        // Even a filled box has paper around it.
        let white = lights[lights.len() * 17 / 20];
        (white - self.black > CONTRAST).then_some(Ink { inks: self, at, white })
    }
}

impl Ink<'_> {
    /// How much ink there is at a place, in millimeters from the top left corner of the box: 0 is paper, 1 is printed black.
    pub(super) fn at(&self, place: Point) -> Option<f64> {
        let light = self.inks.picture.at(self.inks.view.point(self.at + place))?;
        Some((self.white - light) / (self.white - self.inks.black))
    }
}
