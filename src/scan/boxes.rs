use super::cross::{FaintLines, Patch};
use super::folds::folds;
use super::frames::shifts;
use super::gray::Gray;
use super::ink::{Ink, Inks};
use super::page::FoundPage;
use super::places::{PageMarkPlaces, size};
use super::printed_box::{PrintedBox, Shift};
use super::view::{Point, count};
use crate::base::unit::Paper;

/// What was done to a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoxMark {
    /// Nothing.
    Empty,
    /// It has a clear cross.
    Cross,
    /// It is filled, which takes a cross back.
    Filled,
    /// Something else, or something that is not clear: somebody must look at it.
    Unclear,
}

/// The page is not where it seems to be: too few of its boxes have their frames where they should.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Misplaced {
    /// How many frames were found.
    pub found: usize,
    /// How many boxes there are.
    pub boxes: usize,
}

/// The least share of the frames that must be found where they should be.
const FOUND: f64 = 0.85;

/// Reads the boxes of a page that was found in a picture.
pub fn read_boxes(
    picture: &Gray,
    page: &FoundPage,
    paper: Paper,
    boxes: &[PrintedBox],
) -> Result<Vec<BoxMark>, Misplaced> {
    let view = page.view(paper).ok_or(Misplaced { found: 0, boxes: boxes.len() })?;
    let inks = Inks::new(picture, &view, &PageMarkPlaces::on(paper));
    let shifts = shifts(&inks, boxes);
    let found = shifts.iter().filter(|shift| shift.is_found).count();
    if count(found) < FOUND * count(boxes.len()) {
        return Err(Misplaced { found, boxes: boxes.len() });
    }
    let marks = marks(&inks, boxes, &shifts);
    let is_unclear = |mark: &BoxMark| *mark == BoxMark::Unclear;
    if !marks.iter().any(is_unclear) {
        return Ok(marks);
    }
    // A fold through a box looks like the line of a soft pencil, but goes on to the edges of the paper.
    let middle = |own: &PrintedBox| own.at + Point { x: own.side / 2.0, y: own.side / 2.0 };
    let unclear = boxes.iter().zip(&marks).filter(|(_, mark)| is_unclear(mark));
    let places: Vec<Point> = unclear.map(|(own, _)| middle(own)).collect();
    let folds = folds(&inks, size(paper), &places);
    if folds.is_empty() {
        return Ok(marks);
    }
    let again = self::marks(&inks.without(folds), boxes, &shifts);
    let both = marks.into_iter().zip(again);
    Ok(both.map(|(mark, again)| if is_unclear(&mark) { again } else { mark }).collect())
}

/// From the middle of a frame to where its ink ends for certain, in millimeters: its line is 0.32 wide, and is seen blurred.
const INSET: f64 = 0.45;
/// How many points of a box are looked at in a row.
const POINTS: usize = 24;
/// Into how many parts a side is divided to see where the ink is.
const PARTS: usize = 3;
/// The points of a part.
const PART: usize = POINTS / PARTS;
/// Ink that is fainter than this is noise.
const FAINT: f64 = 0.16;

/// What is inside a box.
struct Inside {
    /// The share of each part that has ink, row by row.
    parts: [[f64; PARTS]; PARTS],
    /// The share of all of it that has ink.
    cover: f64,
    /// How dark the darkest small spot is.
    darkest: f64,
}

/// How faint a mark may be before its box is not empty for certain. All of them are parts of printed black.
struct Limits {
    /// How much ink the darkest small spot has.
    spot: f64,
    /// How much more ink than the box around it a line has along it.
    line: f64,
    /// How much more each of two lines has that cross. Nothing that happens to paper does that, so that it may be less.
    crossing: f64,
    /// In how large a part of the directions there is a ring around the box. Print and dirt may look like one.
    ring: f64,
}

/// Of 1,000 boxes to which nothing was done, 2 have more than each of these: a fold, coffee, or the mark of a neighbor reaches into them. The
/// faintest pencil of the simulator has 0.045 in each line of a cross.
const USUAL: Limits = Limits { spot: 0.115, line: 0.065, crossing: 0.036, ring: f64::INFINITY };

/// The limits on a page that a faint pen wrote on: what else is there is as faint, and more questions about such a page are no harm.
const FAINT_PEN: Limits = Limits { spot: 0.09, line: 0.04, crossing: 0.03, ring: 0.18 };

/// The limits on a page that a pencil wrote on: its circles may be too faint to be seen by their ink alone.
const PENCIL: Limits = Limits { ring: 0.5, ..USUAL };

/// What wrote on a page is a pencil if the darkest spot of half of its crosses is lighter than this.
const PENCIL_INK: f64 = 0.45;

/// A pen is faint if the darkest spot of its crosses is lighter than this, on so many boxes of a page.
const FAINT_INK: f64 = 0.22;
const FAINT_BOXES: usize = 2;

/// How much more ink than the paper beside it a faint ring has.
const RING_INK: f64 = 0.04;

/// Where no small spot is darker than this, there is no line: it is looked for only where one may be, for that takes time.
const FAINT_SPOT: f64 = 0.06;

/// What a box looks like.
struct Seen {
    mark: BoxMark,
    /// How dark the darkest small spot in it is.
    darkest: f64,
    /// Whether something is in it that looks like a cross by a faint pen.
    is_faint: bool,
}

/// Looks at all boxes, and closer where a faint pen wrote.
fn marks(inks: &Inks<'_>, boxes: &[PrintedBox], shifts: &[Shift]) -> Vec<BoxMark> {
    let look = |limits: &Limits, pen: f64| -> Vec<Seen> {
        boxes.iter().zip(shifts).map(|(own, shift)| seen(inks, own, *shift, limits, pen)).collect()
    };
    let mut all = look(&USUAL, 1.0);
    let pen = pen(&all);
    if all.iter().filter(|seen| seen.is_faint).count() >= FAINT_BOXES {
        all = look(&FAINT_PEN, pen);
    } else if pen < PENCIL_INK {
        all = look(&PENCIL, pen);
    }
    all.into_iter().map(|seen| seen.mark).collect()
}

/// How dark the darkest spots of the crosses on a page are: that of the one in the middle, and that of print where there is none.
fn pen(all: &[Seen]) -> f64 {
    let crosses = all.iter().filter(|seen| seen.mark == BoxMark::Cross);
    let mut inks: Vec<f64> = crosses.map(|seen| seen.darkest).collect();
    inks.sort_by(f64::total_cmp);
    inks.get(inks.len() / 2).copied().unwrap_or(1.0)
}

/// Looks at a box on a page whose pen is so dark.
fn seen(inks: &Inks<'_>, own: &PrintedBox, shift: Shift, limits: &Limits, pen: f64) -> Seen {
    let sure = |mark| Seen { mark, darkest: 0.0, is_faint: false };
    let Some(ink) = inks.of(own, shift.by) else { return sure(BoxMark::Unclear) };
    let Some(inside) = Inside::of(&ink, own) else { return sure(BoxMark::Unclear) };
    if inside.is_filled() {
        return sure(BoxMark::Filled);
    }
    // Whatever is seen there, it may not be the box. The frame of a filled box is not seen beside its ink.
    if !shift.is_found {
        return sure(BoxMark::Unclear);
    }
    let Some(patch) = Patch::of(&ink, own) else { return sure(BoxMark::Unclear) };
    let has_ring = || limits.ring.is_finite() && patch.faint_ring(RING_INK) > limits.ring;
    if inside.is_empty() {
        let faint =
            if inside.darkest > FAINT_SPOT { patch.faint_lines() } else { FaintLines::default() };
        let is_faint = faint.crossing > limits.crossing;
        // A mark beside the box may be meant for it, and a faint one, too.
        let is_doubtful = is_faint
            || inside.darkest > limits.spot
            || faint.any > limits.line
            || shift.is_pale
            || patch.is_touched(pen)
            || has_ring();
        let mark = if is_doubtful { BoxMark::Unclear } else { BoxMark::Empty };
        return Seen { mark, darkest: inside.darkest, is_faint };
    }
    let is_cross = patch.is_cross(inside.darkest) && !has_ring();
    let mark = if is_cross { BoxMark::Cross } else { BoxMark::Unclear };
    Seen { mark, darkest: inside.darkest, is_faint: inside.darkest < FAINT_INK }
}

impl Inside {
    fn of(ink: &Ink<'_>, own: &PrintedBox) -> Option<Self> {
        let step = (own.side - 2.0 * INSET) / count(POINTS);
        let mut grid = [[0.0; POINTS]; POINTS];
        for (y, row) in grid.iter_mut().enumerate() {
            for (x, value) in row.iter_mut().enumerate() {
                let by = Point { x: count(x) + 0.5, y: count(y) + 0.5 } * step;
                *value = ink.at(Point { x: INSET, y: INSET } + by)?;
            }
        }
        let share = |rows: std::ops::Range<usize>, columns: std::ops::Range<usize>| {
            let all = count(rows.len() * columns.len());
            let points = rows.flat_map(|y| columns.clone().map(move |x| (x, y)));
            count(points.filter(|(x, y)| grid[*y][*x] > FAINT).count()) / all
        };
        let part = |at: usize| at * PART..(at + 1) * PART;
        let parts =
            std::array::from_fn(|row| std::array::from_fn(|column| share(part(row), part(column))));
        let spots = (1..POINTS - 1).flat_map(|y| (1..POINTS - 1).map(move |x| (x, y)));
        let spot = |(x, y): (usize, usize)| {
            let rows = grid[y - 1..=y + 1].iter();
            rows.flat_map(|row| &row[x - 1..=x + 1]).sum::<f64>() / 9.0
        };
        let darkest = spots.map(spot).fold(0.0, f64::max);
        let cover = share(0..POINTS, 0..POINTS);
        Some(Self { parts, cover, darkest })
    }

    /// Whether there is nothing in it, not even a faint spot.
    fn is_empty(&self) -> bool {
        self.cover < 0.012 && self.darkest < 0.2
    }

    /// Whether it is dark all over.
    fn is_filled(&self) -> bool {
        self.cover > 0.82 && self.parts.as_flattened().iter().all(|part| *part > 0.6)
    }
}
