use super::fold::{Direction, Fold, REACH, STEP};
use super::ink::Inks;
use super::view::{Point, count};

/// What one part of the way along a fold looks like: how much ink there is at each distance from a place.
struct Part {
    /// Its middle, along the fold.
    along: f64,
    inks: Vec<f64>,
}

/// How far from a place the paper is looked at, in steps.
const STEPS: usize = 72;
/// How far from a box a fold may be that is seen in it, in steps.
const NEAR: usize = 26;
/// How much nearer to an edge of the paper a fold may be at its end than at its beginning, in steps.
const LEAN: usize = 30;
/// How many steps it is from the middle of a fold to paper that is lighter, on one side at least.
const BESIDE: usize = 5;
/// The way along a fold is looked at in so many parts.
const PARTS: usize = 16;
/// In so many of them it may not be seen: there is print.
const HIDDEN: usize = 4;
/// At how many points a part is looked at. What is seen at half of them counts: letters are fewer.
const POINTS: usize = 10;
/// From the edge of the paper to where folds are looked for, in millimeters. The first and the last part are in the margins, where nothing
/// is printed.
const EDGE: f64 = 3.0;
/// How much darker than the paper beside it a fold is. What is darker than the second is a line that was printed or drawn.
const FAINTEST: f64 = 0.03;
const DARKEST: f64 = 0.4;
/// Around how many places folds are looked for on a page.
const PLACES: usize = 12;

/// The folds that can be seen around these places, on a page of this size.
pub(super) fn folds(inks: &Inks<'_>, size: (f64, f64), places: &[Point]) -> Vec<Fold> {
    let mut found: Vec<Fold> = Vec::new();
    for place in places.iter().take(PLACES) {
        for direction in [Direction::Across, Direction::Down] {
            let is_known = |fold: &Fold| {
                fold.direction == direction && fold.distance(*place).abs() < STEP * count(NEAR)
            };
            if !found.iter().any(is_known) {
                found.extend(fold(inks, size, *place, direction));
            }
        }
    }
    found
}

/// The fold of this direction that is the clearest near a place.
fn fold(
    inks: &Inks<'_>,
    (width, height): (f64, f64),
    place: Point,
    direction: Direction,
) -> Option<Fold> {
    let length = match direction {
        Direction::Across => width,
        Direction::Down => height,
    };
    let (at_place, off) = direction.turned(place);
    let parts: Vec<Part> = (0..PARTS)
        .map(|part| part_of(inks, (part, length), off, direction))
        .collect::<Option<_>>()?;
    let mut best: Option<(f64, Line)> = None;
    for lean in 0..=2 * LEAN {
        let slope = (count(lean) - count(LEAN)) * STEP / length;
        let leans = parts.iter().map(|part| lean_in_steps(slope * (part.along - at_place)));
        let leans: Vec<usize> = leans.collect();
        for near in STEPS - NEAR..=STEPS + NEAR {
            let places = leans.iter().map(|lean| near + lean - LEAN).collect();
            let line = Line { near, slope, places };
            let seen = line.seen(&parts);
            if seen > best.as_ref().map_or(FAINTEST, |(seen, _)| *seen) {
                best = Some((seen, line));
            }
        }
    }
    let (_, line) = best?;
    let profile = (0..=2 * REACH).map(|step| {
        let inks = parts.iter().zip(&line.places);
        let inks = inks.map(|(part, place)| part.inks[place + step - REACH]).collect();
        Some(middle(inks)?.max(0.0))
    });
    let profile: Vec<f64> = profile.collect::<Option<_>>()?;
    let at = off + (count(line.near) - count(STEPS)) * STEP - line.slope * at_place;
    // A printed rule may be beside it.
    let is_faint = profile.iter().all(|ink| *ink < DARKEST);
    is_faint.then_some(Fold { direction, at, slope: line.slope, profile })
}

/// So many millimeters in steps, counted from the most that a fold may lean to one side.
fn lean_in_steps(by: f64) -> usize {
    let off = |step: &usize| ((count(*step) - count(LEAN)) * STEP - by).abs();
    (0..=2 * LEAN).min_by(|one, other| off(one).total_cmp(&off(other))).unwrap_or(LEAN)
}

/// A straight line through the parts.
struct Line {
    /// The step at which it passes the place around which folds are looked for.
    near: usize,
    slope: f64,
    /// The step at which it passes the middle of each part. No line is so askew or so far away that this is not looked at.
    places: Vec<usize>,
}

const _: () = assert!(STEPS > NEAR + LEAN + REACH);

impl Line {
    /// How much darker than the paper beside it the fold is, in all of its parts but a few, and in both margins.
    fn seen(&self, parts: &[Part]) -> f64 {
        let bump = |(Part { inks, .. }, place): (&Part, &usize)| {
            inks[*place] - inks[place - BESIDE].min(inks[place + BESIDE])
        };
        let mut bumps: Vec<f64> = parts.iter().zip(&self.places).map(bump).collect();
        let margins = bumps[0].min(bumps[PARTS - 1]);
        bumps.sort_by(f64::total_cmp);
        bumps[HIDDEN].min(margins)
    }
}

/// Looks at a part of the way along a fold. `None` if it is not in the picture.
fn part_of(
    inks: &Inks<'_>,
    (part, length): (usize, f64),
    off: f64,
    direction: Direction,
) -> Option<Part> {
    let long = (length - 2.0 * EDGE) / count(PARTS);
    let from = EDGE + long * count(part);
    let lights = (0..=2 * STEPS).map(|step| {
        let off = off + (count(step) - count(STEPS)) * STEP;
        let along = |point: usize| from + long * (count(point) + 0.5) / count(POINTS);
        let lights = (0..POINTS).filter_map(|point| inks.light(direction.place(along(point), off)));
        middle(lights.collect())
    });
    let lights: Vec<f64> = lights.collect::<Option<_>>()?;
    let inks = inks.of_lights(&lights)?;
    Some(Part { along: from + long / 2.0, inks })
}

/// The number in the middle.
fn middle(mut numbers: Vec<f64>) -> Option<f64> {
    if numbers.is_empty() {
        return None;
    }
    let at = numbers.len() / 2;
    Some(*numbers.select_nth_unstable_by(at, f64::total_cmp).1)
}
