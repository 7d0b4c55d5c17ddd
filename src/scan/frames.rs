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
/// How often it is tried again to find the frames that are left, where those that were found tell that they are. On curled paper each time
/// finds those that are next to them.
const ROUNDS: usize = 8;
/// From so many of the nearest frames it is told where one is.
const NEAREST: usize = 4;
/// How many steps the sides of a box may be nearer to or farther from each other than they are printed.
const APART: usize = 4;
/// Boxes are beside each other if their heights differ by less, in millimeters.
const LEVEL: f64 = 2.0;
/// A frame that is so far from where its neighbors tell, in millimeters, is something else. Paper does not bend so much from one box to the
/// next.
const ASTRAY: f64 = 0.9;

/// A frame is pale if three of its sides have less than this part of the ink that others have. A fold takes it from two.
const PALE: f64 = 0.55;

/// A frame that was found.
#[derive(Clone, Copy, PartialEq)]
struct Found {
    /// How far it is beside its place, in millimeters.
    by: Point,
    /// How much darker its sides are than what is beside them: the darkest but one.
    ink: f64,
}

/// How far each box is shifted: as its frame tells, or else as those of its neighbors do.
pub(super) fn shifts(inks: &Inks<'_>, boxes: &[PrintedBox]) -> Vec<Shift> {
    // On curled paper a frame may be out of reach, and a rule be where it should be. Only all four sides are a frame for certain; three are
    // enough where others tell that they are.
    let mut own: Vec<Option<Found>> =
        boxes.iter().map(|it| own_shift(inks, it, Point::default(), 4)).collect();
    drop_astray(boxes, &mut own);
    for _ in 0..ROUNDS {
        let before = own.clone();
        for (at, shift) in own.iter_mut().enumerate().filter(|(_, shift)| shift.is_none()) {
            let told = [of_line(at, boxes, &before), of_neighbors(at, boxes, &before)];
            *shift =
                told.into_iter().flatten().find_map(|near| own_shift(inks, &boxes[at], near, 3));
        }
        if own == before {
            break;
        }
        drop_astray(boxes, &mut own);
    }
    let mut inks: Vec<f64> = own.iter().flatten().map(|found| found.ink).collect();
    inks.sort_by(f64::total_cmp);
    let pale = inks.get(inks.len() / 2).map_or(0.0, |usual| usual * PALE);
    (0..boxes.len())
        .map(|at| {
            let told = || of_line(at, boxes, &own).or_else(|| of_neighbors(at, boxes, &own));
            let by = own[at].map(|found| found.by).or_else(told).unwrap_or_default();
            let is_pale = own[at].is_some_and(|found| found.ink < pale);
            Shift { by, is_found: own[at].is_some(), is_pale }
        })
        .collect()
}

/// Forgets the frames that are not where their neighbors tell.
fn drop_astray(boxes: &[PrintedBox], own: &mut [Option<Found>]) {
    let before = own.to_vec();
    for (at, shift) in own.iter_mut().enumerate() {
        let is_astray = |Found { by, .. }: Found| {
            let told = [of_line(at, boxes, &before), of_neighbors(at, boxes, &before)];
            let mut told = told.into_iter().flatten().peekable();
            told.peek().is_some() && told.all(|near| near.distance(by) > ASTRAY)
        };
        if shift.is_some_and(is_astray) {
            *shift = None;
        }
    }
}

/// The shift of a box as the two nearest beside it tell it, if it goes on as it does from one of them to the other. `None` if there are fewer.
fn of_line(at: usize, boxes: &[PrintedBox], known: &[Option<Found>]) -> Option<Point> {
    let own = boxes[at].at;
    let mut beside: Vec<(f64, Point)> = boxes
        .iter()
        .zip(known)
        .enumerate()
        .filter(|(other, (it, _))| *other != at && (it.at.y - own.y).abs() < LEVEL)
        .filter_map(|(_, (it, known))| Some((it.at.x - own.x, (*known)?.by)))
        .collect();
    beside.sort_by(|(one, _), (other, _)| one.abs().total_cmp(&other.abs()));
    let (one, by) = *beside.first()?;
    let (other, far) = *beside.get(1)?;
    ((one - other).abs() > LEVEL).then(|| by + (far - by) * (one / (one - other)))
}

/// The shift of a box as the nearest others tell it: the mean of those that are in the middle. `None` if there are none.
fn of_neighbors(at: usize, boxes: &[PrintedBox], known: &[Option<Found>]) -> Option<Point> {
    let mut near: Vec<(f64, Point)> = boxes
        .iter()
        .zip(known)
        .enumerate()
        .filter_map(|(other, (it, known))| {
            (other != at).then_some((it.at.distance(boxes[at].at), (*known)?.by))
        })
        .collect();
    near.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    near.truncate(NEAREST);
    let middle = |of: fn(&Point) -> f64| {
        let mut all: Vec<f64> = near.iter().map(|(_, by)| of(by)).collect();
        all.sort_by(f64::total_cmp);
        let (one, other) = (all.get(all.len().checked_sub(1)? / 2)?, all.get(all.len() / 2)?);
        Some(f64::midpoint(*one, *other))
    };
    Some(Point { x: middle(|it| it.x)?, y: middle(|it| it.y)? })
}

/// How far the frame of a box is beside its place, looked for around this shift. `None` if fewer of its sides are seen than it takes.
fn own_shift(inks: &Inks<'_>, own: &PrintedBox, near: Point, least: usize) -> Option<Found> {
    let ink = inks.of(own, near)?;
    let [left, right] =
        [0.0, own.side].map(|x| side(&ink, own, |along, by| Point { x: x + by, y: along }));
    let [top, bottom] =
        [0.0, own.side].map(|y| side(&ink, own, |along, by| Point { x: along, y: y + by }));
    let (x, y) = (both(&left?, &right?), both(&top?, &bottom?));
    let mut lines = [x.lines, y.lines];
    let lines = lines.as_flattened_mut();
    lines.sort_by(f64::total_cmp);
    let by = near + Point { x: x.by?, y: y.by? };
    (x.seen + y.seen >= least).then_some(Found { by, ink: lines[2] })
}

/// Where two opposite sides say that a box is.
#[derive(Default)]
struct Sides {
    by: Option<f64>,
    /// How many of the two are seen.
    seen: usize,
    /// How much of a line there is at each.
    lines: [f64; 2],
}

/// Looks for two opposite sides together: beside a box there may be a rule that is darker than its frame, but only the sides are so far from
/// each other.
fn both(one: &[f64], other: &[f64]) -> Sides {
    // A line that is darker than this is not more of a line.
    let seen = |line: f64| line.min(2.0 * LINE) + 0.2 * line;
    let mut best = (Sides::default(), 0.0);
    for (at, line) in one.iter().enumerate() {
        let first = at.saturating_sub(APART);
        let near = other.iter().enumerate().skip(first).take(at + APART + 1 - first);
        for (other_at, other) in near {
            let lines = [*line, *other];
            let sum = lines.map(seen).iter().sum::<f64>();
            let known = [at, other_at].into_iter().zip(lines).filter(|(_, line)| *line > LINE);
            let (places, all) =
                known.fold((0.0, 0), |(sum, all), (at, _)| (sum + far(at + BESIDE), all + 1));
            // Of several, the nearest to where it should be.
            let sum = sum - 0.02 * (far(at + BESIDE) + far(other_at + BESIDE)).abs();
            if all > 0 && sum > best.1 {
                best = (Sides { by: Some(places / count(all)), seen: all, lines }, sum);
            }
        }
    }
    best.0
}

/// How far beside its place a step is.
fn far(step: usize) -> f64 {
    (count(step) - count(STEPS)) * STEP
}

/// How much of a line there is at each step beside the place of a side, from the first that has something beside it.
fn side(ink: &Ink<'_>, own: &PrintedBox, place: impl Fn(f64, f64) -> Point) -> Option<Vec<f64>> {
    const ALONG: usize = 9;
    let mean = |step: usize| {
        // The ends belong to the other sides, too.
        let along = (0..ALONG).map(|at| own.side * (0.18 + 0.64 * count(at) / count(ALONG - 1)));
        let mut sum = 0.0;
        for along in along {
            sum += ink.at(place(along, far(step)))?;
        }
        Some(sum / count(ALONG))
    };
    let profile: Vec<f64> = (0..=2 * STEPS).map(mean).collect::<Option<_>>()?;
    let line = |at: usize| profile[at] - f64::midpoint(profile[at - BESIDE], profile[at + BESIDE]);
    Some((BESIDE..=2 * STEPS - BESIDE).map(line).collect())
}
