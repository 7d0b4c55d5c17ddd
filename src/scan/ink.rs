use super::fold::Fold;
use super::gray::Gray;
use super::places::PageMarkPlaces;
use super::printed_box::PrintedBox;
use super::view::{Point, View, count};

/// How much ink is on a page, at any place.
pub(super) struct Inks<'p> {
    picture: &'p Gray,
    view: &'p View,
    /// How light printed black is.
    black: f64,
    /// Folds, which are no ink.
    folds: Vec<Fold>,
}

/// How much ink is in and around a box. So small a part of a page is seen without perspective.
pub(super) struct Ink<'p> {
    picture: &'p Gray,
    /// Where the top left corner of the box is in the picture.
    origin: Point,
    /// A millimeter to the right and one down, in pixels.
    axes: [Point; 2],
    side: f64,
    /// How light the paper is in each quarter of what is around: a shadow may end there.
    whites: [f64; 4],
    /// How light printed black is.
    black: f64,
    /// Where the top left corner of the box is on the page.
    place: Point,
    folds: &'p [Fold],
}

/// White and black must differ by so much, in steps of 255.
const CONTRAST: f64 = 30.0;
/// How far around a box its paper is looked at, in millimeters.
const AROUND: f64 = 1.2;

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
        Self { picture, view, black, folds: Vec::new() }
    }

    /// The same without the folds of the paper.
    pub(super) fn without(self, folds: Vec<Fold>) -> Self {
        Self { folds, ..self }
    }

    /// How light a place on the page is.
    pub(super) fn light(&self, place: Point) -> Option<f64> {
        self.picture.at(self.view.point(place))
    }

    /// How much ink there is where the page is so light. Most of it is paper. `None` if it is too dark to read.
    pub(super) fn of_lights(&self, lights: &[f64]) -> Option<Vec<f64>> {
        let mut sorted = lights.to_vec();
        sorted.sort_by(f64::total_cmp);
        let white = *sorted.get(sorted.len() * 17 / 20)?;
        let ink = |light: &f64| (white - light) / (white - self.black);
        (white - self.black > CONTRAST).then(|| lights.iter().map(ink).collect())
    }

    /// The ink in and around a box that is shifted so. `None` if it is not in the picture, or too dark to read.
    pub(super) fn of(&self, own: &PrintedBox, by: Point) -> Option<Ink<'_>> {
        const POINTS: u32 = 14;
        let [origin, right, down] = [(0.0, 0.0), (own.side, 0.0), (0.0, own.side)]
            .map(|(x, y)| self.view.point(own.at + by + Point { x, y }));
        let axes = [right, down].map(|end| (end - origin) * (1.0 / own.side));
        let (black, side) = (self.black, own.side);
        let mut ink = Ink {
            picture: self.picture,
            origin,
            axes,
            side,
            whites: [255.0; 4],
            black,
            place: own.at + by,
            folds: &self.folds,
        };
        let mut quarters = [const { Vec::new() }; 4];
        let length = side + 2.0 * AROUND;
        for y in 0..POINTS {
            for x in 0..POINTS {
                let share = |at: u32| length * f64::from(at) / f64::from(POINTS - 1) - AROUND;
                let quarter = usize::from(x >= POINTS / 2) + 2 * usize::from(y >= POINTS / 2);
                quarters[quarter].push(ink.light(Point { x: share(x), y: share(y) })?);
            }
        }
        for (white, lights) in ink.whites.iter_mut().zip(&mut quarters) {
            // Even a filled box has paper around it.
            let at = lights.len() * 17 / 20;
            *white = *lights.select_nth_unstable_by(at, f64::total_cmp).1;
        }
        ink.whites.iter().all(|white| white - black > CONTRAST).then_some(ink)
    }
}

impl Ink<'_> {
    /// How much ink there is at a place, in millimeters from the top left corner of the box: 0 is paper, 1 is printed black.
    pub(super) fn at(&self, place: Point) -> Option<f64> {
        let white = self.white(place);
        let ink = (white - self.light(place)?) / (white - self.black);
        // The same fold may have been found at two places.
        let folds = self.folds.iter().map(|fold| fold.ink(self.place + place));
        let folds = folds.fold(0.0, f64::max);
        Some(if folds > 0.0 { (ink - folds).max(0.0) } else { ink })
    }

    /// How light the paper is at a place, from quarter to quarter.
    fn white(&self, place: Point) -> f64 {
        let length = self.side + 2.0 * AROUND;
        let share = |at: f64| ((at + AROUND) / length * 2.0 - 0.5).clamp(0.0, 1.0);
        let (right, down) = (share(place.x), share(place.y));
        let [a, b, c, d] = self.whites;
        (a + (b - a) * right) * (1.0 - down) + (c + (d - c) * right) * down
    }

    fn light(&self, place: Point) -> Option<f64> {
        let [across, down] = self.axes;
        self.picture.at(self.origin + across * place.x + down * place.y)
    }
}
