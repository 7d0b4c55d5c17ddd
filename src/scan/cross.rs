use super::ink::Ink;
use super::printed_box::PrintedBox;
use super::view::{Point, count};

/// From one point that is looked at to the next, in millimeters: a pixel of 150 dots per inch.
const STEP: f64 = 0.17;
/// How far around a box it is looked at, in millimeters: a circle is drawn so far out. The box below begins at 2.5.
const MARGIN: f64 = 2.0;
/// What is so near to a box, in millimeters, may be meant for it. But for rules nothing is printed there.
const NEAR: f64 = 1.0;
/// How even a printed rule beside a box is: how much less ink it has at one place than at another. A circle is not straight.
const EVEN: f64 = 0.35;
/// How far beyond the box a rule is followed to either side, in millimeters. Some begin where a box does.
const BEYOND: f64 = 0.3;
/// How far below and to the right of the box a rule is at least, in millimeters. What is nearer may belong to a circle.
const RULE: f64 = 1.1;
/// Ink that is fainter than this is not even the blurred edge of a rule.
const SKIRT: f64 = 0.1;
/// So many points beside the middle of a rule are part of it.
const RULE_POINTS: usize = 2;
/// What is so near to the middle of the line of the frame, in millimeters, may be the frame: inside of it, where thin lines are looked at, and
/// outside.
const FRAME: f64 = 0.42;
const OUTER_FRAME: f64 = 0.4;
/// Up to here, in millimeters, a blurred frame is seen, and only ink as dark as `BLURRED` is something else.
const BLUR: f64 = 0.52;
const BLURRED: f64 = 0.4;
/// Farther out than this, in millimeters, the blurred edge of a rule is seen whose middle is beyond what is looked at.
const RIM: f64 = 1.7;
/// The angles of the lines that are tried, from the horizontal, in degrees.
const ANGLES: [f64; 11] = [20.0, 25.0, 30.0, 35.0, 40.0, 45.0, 50.0, 55.0, 60.0, 65.0, 70.0];
/// How far from the middle of the box they may pass, in steps of `BESIDE`.
const ASIDES: u32 = 8;
/// In millimeters.
const BESIDE: f64 = 0.2;
/// How far a line that is drawn by hand may be from a straight one, in millimeters.
const BENT: f64 = 0.32;
/// How far from the middle of the box its lines may cross, in millimeters: a cross farther out may belong to another box, or to none.
const OFF: f64 = 1.7;
/// How long each arm of a cross is at least, in millimeters, beside half the width of the pen. The mark that a broad pen leaves beside a line
/// is shorter.
const ARM: f64 = 0.65;
/// The widest pen, in millimeters.
const WIDEST: f64 = 1.3;
/// How much of the ink in the box may be beside the two lines.
const BESIDE_LINES: f64 = 0.1;
/// How much of what is beside them may have ink.
const BETWEEN_LINES: f64 = 0.1;
/// In how many directions it is looked around a box for a circle.
const SECTORS: usize = 16;
/// How many of them may have ink: more than print has, and less than a circle.
const CIRCLED: usize = 5;
/// How much ink makes one of them have some, in square millimeters, and how dark that is. A circle by a pencil is faint.
const SECTOR: f64 = 0.1;
const CIRCLE: f64 = 0.17;
/// The circle around a cross has at least this part of the ink of its darkest spot: the same pen drew it. What is fainter than `NOISE` is none.
const SAME_PEN: f64 = 0.4;
const NOISE: f64 = 0.1;
/// How much of the ink right around the box may be beside them, in square millimeters: a third of a letter.
const AROUND: f64 = 0.3;
/// How much of that around an empty box may be there: a speck of dirt.
const SPECK: f64 = 0.12;
/// How much of the ink farther out may be beside them, in square millimeters: less than a circle has, and more than print.
const FARTHER: f64 = 2.0;
/// Ink that is fainter than this may be a fold or coffee. Right beside boxes and farther out these do not matter.
const DIRT: f64 = 0.2;
const FAR_DIRT: f64 = 0.27;
/// The angles of the lines of a faint cross, from the horizontal, in degrees.
const SLANTED: [f64; 7] = [30.0, 35.0, 40.0, 45.0, 50.0, 55.0, 60.0];
/// How far from the middle of a box a faint ring is looked for, in millimeters and in steps.
const RING: f64 = 2.5;
const RINGS: u32 = 9;
/// How far from the middle of its line there is paper.
const RING_EDGE: f64 = 0.55;
/// A direction in which more than this of the way is to the right is that of print.
const PRINTED: f64 = 0.3;
/// How long a line is at least in which faint ink is looked for, as a part of a side.
const LONG: f64 = 0.6;
/// How much less a faint line matters that is level or upright.
const LEVEL: f64 = 0.7;
/// How little the angle between the lines may be, in degrees. Letters that run into a box make flatter ones.
const BETWEEN: f64 = 55.0;
/// How far around the crossing it is looked for the four arms, in millimeters. A single broad line has two.
const CIRCLES: [f64; 3] = [1.0, 1.25, 1.5];
/// In how many directions.
const TURNS: u32 = 60;
/// Ink that is fainter than this is noise, or shines through from the other side.
const FAINT: f64 = 0.13;
/// Ink of less than this part of the darkest is the blurred edge of a line.
const EDGE: f64 = 0.4;

/// The ink in and around a box, point by point.
pub(super) struct Patch {
    points: usize,
    side: f64,
    inks: Vec<f64>,
}

/// A straight line through a patch.
#[derive(Clone, Copy)]
struct Line {
    /// The point of it that is nearest to the middle of the box.
    at: Point,
    along: Point,
    degrees: f64,
    /// How much ink there is along it.
    ink: f64,
}

impl Patch {
    pub(super) fn of(ink: &Ink<'_>, own: &PrintedBox) -> Option<Self> {
        let points = points(own.side + 2.0 * MARGIN);
        let mut inks = Vec::with_capacity(points * points);
        for y in 0..points {
            for x in 0..points {
                let place = Point { x: count(x) + 0.5, y: count(y) + 0.5 } * STEP;
                inks.push(ink.at(place - Point { x: MARGIN, y: MARGIN })?);
            }
        }
        let mut patch = Self { points, side: own.side, inks };
        patch.forget_rules();
        Some(patch)
    }

    /// Forgets the ink of printed rules beside the box.
    fn forget_rules(&mut self) {
        let place = |at: usize| (count(at) + 0.5) * STEP - MARGIN;
        let far = -OUTER_FRAME..self.side + OUTER_FRAME;
        let along = -BEYOND..self.side + BEYOND;
        let all: Vec<usize> = (0..self.points).filter(|at| along.contains(&place(*at))).collect();
        for is_column in [true, false] {
            let index = |line: usize, at: usize| {
                if is_column { at * self.points + line } else { line * self.points + at }
            };
            let has_ink = |line: &usize| {
                let mut inks: Vec<f64> =
                    all.iter().map(|at| self.inks[index(*line, *at)]).collect();
                inks.sort_by(f64::total_cmp);
                let Some(least) = inks.get(inks.len() / 10) else { return false };
                let most = inks[inks.len() * 9 / 10];
                *least > SKIRT && *least > EVEN * most
            };
            let outside = |line: &usize| !far.contains(&place(*line));
            let may_be_rule = |line: &usize| {
                let place = place(*line);
                place < -OUTER_FRAME || place > self.side + RULE
            };
            let rules: Vec<usize> = (0..self.points).filter(may_be_rule).filter(has_ink).collect();
            let wiped = rules.iter().flat_map(|rule| {
                rule.saturating_sub(RULE_POINTS)..(rule + RULE_POINTS + 1).min(self.points)
            });
            let wiped: Vec<usize> = wiped.filter(outside).collect();
            let wiped =
                wiped.into_iter().flat_map(|line| (0..self.points).map(move |at| (line, at)));
            let wiped: Vec<usize> = wiped.map(|(line, at)| index(line, at)).collect();
            for at in wiped {
                self.inks[at] = 0.0;
            }
        }
    }

    /// Whether there is ink around an empty box that may be meant for it, by a pen that is so dark.
    pub(super) fn is_touched(&self, pen: f64) -> bool {
        !self.around(circle(pen), |_| true).is_clear(SPECK)
    }

    /// The ink around the box that is darker than this, as far as it is counted.
    fn around(&self, limit: f64, is_counted: impl Fn(Point) -> bool) -> Around {
        let (mut around, mut sectors) = (Around::default(), [0.0; SECTORS]);
        let within = |far: f64, place: Point| {
            let close = -far..self.side + far;
            close.contains(&place.x) && close.contains(&place.y)
        };
        for (place, ink, is_in) in self.places() {
            if is_in || ink < limit || !is_counted(place) {
                continue;
            }
            let is_blurred = within(BLUR, place) || !within(RIM, place);
            let is_near = within(NEAR, place);
            if is_blurred && ink < BLURRED {
                continue;
            }
            sectors[self.sector(place)] += STEP * STEP;
            if is_near && ink > DIRT * limit / CIRCLE {
                around.near += STEP * STEP;
            } else if !is_near && ink > FAR_DIRT * limit / CIRCLE {
                around.farther += STEP * STEP;
            }
        }
        around.sectors = sectors.iter().filter(|ink| **ink > SECTOR).count();
        around
    }

    /// In which direction a place is.
    fn sector(&self, place: Point) -> usize {
        let off = place - self.middle();
        let turn = off.y.atan2(off.x) / std::f64::consts::TAU + 0.5;
        whole(turn * count(SECTORS)).min(SECTORS - 1)
    }

    /// The ink at a place in millimeters from the top left corner of the box. Beyond the patch there is none.
    fn at(&self, Point { x, y }: Point) -> f64 {
        let index = |at: f64| {
            let at = (at + MARGIN) / STEP;
            (0..self.points).contains(&whole(at)).then_some(whole(at))
        };
        match (index(x), index(y)) {
            (Some(x), Some(y)) => self.inks[y * self.points + x],
            _ => 0.0,
        }
    }

    /// The places of the patch beside the frame, each with its ink and whether it is in the box.
    fn places(&self) -> impl Iterator<Item = (Point, f64, bool)> + '_ {
        self.inks.iter().enumerate().filter_map(|(at, ink)| {
            let (x, y) = (at % self.points, at / self.points);
            let place = Point { x: count(x) + 0.5, y: count(y) + 0.5 } * STEP
                - Point { x: MARGIN, y: MARGIN };
            let is_in = self.is_in(place);
            (is_in || self.is_out(place)).then_some((place, *ink, is_in))
        })
    }

    /// Whether a place is outside the frame.
    fn is_out(&self, place: Point) -> bool {
        let far = -OUTER_FRAME..self.side + OUTER_FRAME;
        !far.contains(&place.x) || !far.contains(&place.y)
    }

    /// Whether a place is inside the frame.
    fn is_in(&self, place: Point) -> bool {
        let inner = FRAME..self.side - FRAME;
        inner.contains(&place.x) && inner.contains(&place.y)
    }

    fn middle(&self) -> Point {
        Point { x: self.side / 2.0, y: self.side / 2.0 }
    }

    /// The line that has the most ink, of those that fall so.
    fn line(&self, degrees: impl Iterator<Item = f64>) -> Line {
        let mut best =
            Line { at: self.middle(), along: Point { x: 1.0, y: 0.0 }, degrees: 0.0, ink: 0.0 };
        for degrees in degrees {
            for (at, along) in self.asides(degrees) {
                let (ink, _) = self.ink_along(at, along);
                if ink > best.ink {
                    best = Line { at, along, degrees, ink };
                }
            }
        }
        best
    }

    /// The lines of an angle: the point of each that is nearest to the middle of the box, and its direction.
    fn asides(&self, degrees: f64) -> impl Iterator<Item = (Point, Point)> {
        let (sin, cos) = degrees.to_radians().sin_cos();
        let middle = self.middle();
        (0..=2 * ASIDES).map(move |aside| {
            let by = (f64::from(aside) - f64::from(ASIDES)) * BESIDE;
            (middle + Point { x: -sin, y: cos } * by, Point { x: cos, y: sin })
        })
    }

    /// The lines of a cross: the best that falls and the best that rises.
    fn lines(&self) -> [Line; 2] {
        [self.line(ANGLES.into_iter()), self.line(ANGLES.into_iter().map(|it| -it))]
    }

    /// The ink along a line, added up over so many points in the box.
    fn ink_along(&self, at: Point, along: Point) -> (f64, usize) {
        let (mut sum, mut seen) = (0.0, 0);
        let by = along * STEP;
        let mut place = at - along * (self.side * 0.7);
        for _ in 0..points(self.side * 1.4) {
            if self.is_in(place) {
                sum += self.at(place);
                seen += 1;
            }
            place = place + by;
        }
        (sum, seen)
    }

    /// How much more ink than an empty box the lines of it have that have the most.
    pub(super) fn faint_lines(&self) -> FaintLines {
        let mut faint = FaintLines::default();
        let mut inks: Vec<f64> =
            self.places().filter(|(_, _, is_in)| *is_in).map(|(_, ink, _)| ink).collect();
        if inks.is_empty() {
            return faint;
        }
        let middle = inks.len() / 2;
        let median = *inks.select_nth_unstable_by(middle, f64::total_cmp).1;
        let most = |degrees: f64| {
            let lines = self.asides(degrees);
            let long = lines.map(|(at, along)| self.ink_along(at, along));
            let long = long.filter(|(_, points)| count(*points) * STEP > LONG * self.side);
            long.map(|(ink, points)| ink / count(points)).fold(0.0, f64::max) - median
        };
        let [mut falling, mut rising] = [0.0_f64; 2];
        for degrees in SLANTED {
            falling = falling.max(most(degrees));
            rising = rising.max(most(-degrees));
        }
        faint.crossing = falling.min(rising);
        faint.any = [10.0, 20.0, 70.0, 80.0, -10.0, -20.0, -70.0, -80.0]
            .map(most)
            .into_iter()
            .fold(falling.max(rising), f64::max);
        // Folds are level or upright, and so are the rules that shine through from the other side.
        faint.any =
            [0.0, 90.0].map(most).into_iter().fold(faint.any, |any, it| any.max(it * LEVEL));
        faint
    }

    /// In how large a part of the directions around the box there is a faint ring. To the right there is print.
    pub(super) fn faint_ring(&self, limit: f64) -> f64 {
        let (mut seen, mut all) = (0, 0);
        for turn in 0..TURNS {
            let (sin, cos) = (f64::from(turn) / f64::from(TURNS) * std::f64::consts::TAU).sin_cos();
            if cos > PRINTED {
                continue;
            }
            let away = Point { x: cos, y: sin };
            let aside = Point { x: -sin, y: cos } * STEP;
            let ink = |far: f64| {
                let at = self.middle() + away * far;
                let beside = [at - aside * 2.0, at - aside, at, at + aside, at + aside * 2.0];
                let is_beside_frame = beside.iter().all(|at| self.is_in(*at) || self.is_out(*at));
                is_beside_frame.then(|| beside.map(|at| self.at(at)).iter().sum::<f64>() / 5.0)
            };
            let line = |far: f64| {
                let beside = f64::midpoint(ink(far - RING_EDGE)?, ink(far + RING_EDGE)?);
                Some(ink(far)? - beside)
            };
            let lines = (0..RINGS).filter_map(|ring| line(RING + STEP * f64::from(ring)));
            if let Some(most) = lines.reduce(f64::max) {
                all += 1;
                seen += usize::from(most > limit);
            }
        }
        count(seen) / count(all.max(1))
    }

    /// Whether two lines cross in the box, and nothing else is there.
    pub(super) fn is_cross(&self, darkest: f64) -> bool {
        let limit = (darkest * EDGE).max(FAINT);
        let lines = self.lines();
        let [one, other] = lines;
        if one.degrees - other.degrees < BETWEEN || one.degrees - other.degrees > 180.0 - BETWEEN {
            return false;
        }
        let Some(crossing) = one.crossing(&other) else { return false };
        let off = crossing - self.middle();
        if off.x.abs() > OFF || off.y.abs() > OFF {
            return false;
        }
        let arms =
            lines.map(|line| [1.0, -1.0].map(|way| self.arm(crossing, line.along * way, limit)));
        let length: f64 = arms.as_flattened().iter().sum();
        let inked = self.places().filter(|(_, ink, is_in)| *is_in && *ink > limit).count();
        let width = count(inked) * STEP * STEP / length.max(0.1);
        if width > WIDEST || arms.as_flattened().iter().any(|arm| *arm < ARM + width / 2.0) {
            return false;
        }
        if !CIRCLES.iter().any(|far| self.arms_at(crossing, *far, limit) == 4) {
            return false;
        }
        let reach = width / 2.0 + BENT;
        let is_beside = |place: Point| lines.iter().all(|line| line.distance(place) > reach);
        let (mut beside, mut inside) = (0, 0);
        for (place, ink, _) in self.places().filter(|(_, _, is_in)| *is_in) {
            if is_beside(place) {
                beside += 1;
                inside += usize::from(ink > limit);
            }
        }
        count(inside) <= BESIDE_LINES * count(inked)
            && count(inside) <= BETWEEN_LINES * count(beside)
            && self.around(circle(darkest), is_beside).is_clear(AROUND)
    }

    /// How many arms there are so far around a place, in the box.
    fn arms_at(&self, from: Point, far: f64, limit: f64) -> usize {
        let has_ink = |turn: u32| {
            let angle = f64::from(turn) / f64::from(TURNS) * std::f64::consts::TAU;
            let place = from + Point { x: angle.cos(), y: angle.sin() } * far;
            self.is_in(place) && self.at(place) > limit
        };
        let inks: Vec<bool> = (0..TURNS).map(has_ink).collect();
        // A pencil leaves gaps, and noise is seldom two places wide.
        let (mut arms, mut gap, mut ink) = (0, 0, 0);
        let first = inks.windows(2).position(|pair| pair == [false, false]).unwrap_or(0);
        for turn in 0..inks.len() {
            if inks[(first + turn) % inks.len()] {
                ink += 1;
                gap = 0;
            } else {
                gap += 1;
                if gap == 2 {
                    arms += usize::from(ink > 1);
                    ink = 0;
                }
            }
        }
        arms + usize::from(ink > 1)
    }

    /// How far there is ink from a place into a direction, in the box.
    fn arm(&self, from: Point, along: Point, limit: f64) -> f64 {
        // A pencil leaves gaps.
        const GAP: usize = 2;
        const ASIDE: f64 = 0.22;
        let across = Point { x: -along.y, y: along.x } * ASIDE;
        let (mut last, mut at) = (0, 1);
        while at <= last + GAP + 1 {
            let place = from + along * (STEP * count(at));
            if !self.is_in(place) {
                break;
            }
            let near = [place, place + across, place - across];
            if near.iter().any(|place| self.at(*place) > limit) {
                last = at;
            }
            at += 1;
        }
        STEP * count(last)
    }
}

/// How much more ink faint lines have than the box around them.
#[derive(Clone, Copy, Default)]
pub(super) struct FaintLines {
    /// The line that has the most, whichever way it goes.
    pub(super) any: f64,
    /// The weaker one of a line that falls and one that rises, as those of a cross do.
    pub(super) crossing: f64,
}

/// The ink around a box.
#[derive(Default)]
struct Around {
    /// How many square millimeters right beside it.
    near: f64,
    /// How many farther out.
    farther: f64,
    /// In how many directions.
    sectors: usize,
}

impl Around {
    /// Whether there is no more of it than dirt and print.
    fn is_clear(&self, near: f64) -> bool {
        self.near <= near && self.near + self.farther <= FARTHER && self.sectors <= CIRCLED
    }
}

impl Line {
    fn distance(&self, place: Point) -> f64 {
        self.along.cross(place - self.at).abs()
    }

    /// Where two lines cross.
    fn crossing(&self, other: &Self) -> Option<Point> {
        let angle = self.along.cross(other.along);
        (angle.abs() > 0.1)
            .then(|| self.at + self.along * ((other.at - self.at).cross(other.along) / angle))
    }
}

/// How dark a circle by a pen is at least whose darkest spot in a cross is so dark.
fn circle(darkest: f64) -> f64 {
    (darkest * SAME_PEN).clamp(NOISE, CIRCLE)
}

/// How many points there are on so many millimeters.
fn points(length: f64) -> usize {
    whole(length / STEP)
}

/// The whole number below one; of what is no place in a patch, the largest.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the number is from 0 to 1,000"
)]
fn whole(number: f64) -> usize {
    if (0.0..1000.0).contains(&number) { number as usize } else { usize::MAX }
}
