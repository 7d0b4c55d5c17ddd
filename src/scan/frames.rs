use super::ink::{Ink, Inks};
use super::printed_box::{PrintedBox, Shift};
use super::view::{Point, count};

/// The steps in which a side of a frame is looked for, in millimeters.
const STEP: f64 = 0.08;
/// How many steps are looked at on either side of its place. It is looked for where there is room beside it.
const STEPS: usize = 18;
/// How much darker than what is beside it the line of a frame is.
const LINE: f64 = 0.2;
/// How many steps it is from the middle of a line to what is beside it.
const BESIDE: usize = 6;
/// Boxes as near as this to each other are shifted alike.
const NEIGHBORS: f64 = 70.0;

/// How far each box is shifted: as its frame tells, or else as those of its neighbors do.
pub(super) fn shifts(inks: &Inks<'_>, boxes: &[PrintedBox]) -> Vec<Shift> {
    let own: Vec<Option<Point>> = boxes.iter().map(|it| own_shift(inks, it)).collect();
    let known: Vec<(Point, Point)> =
        boxes.iter().zip(&own).filter_map(|(it, shift)| Some((it.at, (*shift)?))).collect();
    boxes
        .iter()
        .zip(&own)
        .map(|(it, shift)| match shift {
            Some(by) => Shift { by: *by, is_found: true },
            None => Shift { by: of_neighbors(it.at, &known), is_found: false },
        })
        .collect()
}

/// The median of the shifts nearby.
fn of_neighbors(at: Point, known: &[(Point, Point)]) -> Point {
    let near: Vec<Point> = known
        .iter()
        .filter(|(place, _)| place.distance(at) < NEIGHBORS)
        .map(|(_, by)| *by)
        .collect();
    let median = |of: fn(&Point) -> f64| {
        let mut all: Vec<f64> = near.iter().map(of).collect();
        all.sort_by(f64::total_cmp);
        all.get(all.len() / 2).copied().unwrap_or(0.0)
    };
    Point { x: median(|it| it.x), y: median(|it| it.y) }
}

/// How far the frame of a box is beside its place. `None` if fewer than three of its sides are seen, or if they do not fit together.
fn own_shift(inks: &Inks<'_>, own: &PrintedBox) -> Option<Point> {
    let ink = inks.of(own, Shift { by: Point::default(), is_found: false })?;
    let [left, right] =
        [0.0, own.side].map(|x| side(&ink, own, |along, by| Point { x: x + by, y: along }));
    let [top, bottom] =
        [0.0, own.side].map(|y| side(&ink, own, |along, by| Point { x: along, y: y + by }));
    let seen = [left, right, top, bottom].iter().flatten().count();
    (seen >= 3).then_some(())?;
    Some(Point { x: both(left, right)?, y: both(top, bottom)? })
}

/// Where two opposite sides say that a box is. `None` if they are not as far from each other as they should be.
fn both(one: Option<f64>, other: Option<f64>) -> Option<f64> {
    const APART: f64 = 0.35;
    match (one, other) {
        (Some(one), Some(other)) => {
            ((one - other).abs() < APART).then(|| f64::midpoint(one, other))
        }
        (one, other) => one.or(other),
    }
}

/// How far the line of a side is beside its place, if it is seen.
fn side(ink: &Ink<'_>, own: &PrintedBox, place: impl Fn(f64, f64) -> Point) -> Option<f64> {
    const ALONG: usize = 9;
    let far = |step: usize| (count(step) - count(STEPS)) * STEP;
    let mean = |step: usize| {
        // The ends belong to the other sides, too.
        let along = (0..ALONG).map(|at| own.side * (0.18 + 0.64 * count(at) / count(ALONG - 1)));
        let inks: Option<Vec<f64>> = along.map(|along| ink.at(place(along, far(step)))).collect();
        inks.map(|inks| inks.iter().sum::<f64>() / count(ALONG))
    };
    let profile: Vec<f64> = (0..=2 * STEPS).map(mean).collect::<Option<_>>()?;
    let line =
        |at: &usize| profile[*at] - f64::midpoint(profile[at - BESIDE], profile[at + BESIDE]);
    let places = BESIDE..=2 * STEPS - BESIDE;
    let best = places.max_by(|one, other| line(one).total_cmp(&line(other)))?;
    (line(&best) > LINE).then(|| far(best))
}
