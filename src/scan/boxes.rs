use super::cross::Patch;
use super::frames::shifts;
use super::gray::Gray;
use super::ink::{Ink, Inks};
use super::page::FoundPage;
use super::places::PageMarkPlaces;
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
    Ok(boxes.iter().zip(shifts).map(|(own, shift)| mark(&inks, own, shift)).collect())
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

/// How much more ink than its median a line in a box has along it that may be a faint one. A pencil that a person can just see leaves twice as
/// much; some print of the other side that shines through leaves as much, and is asked about.
const FAINT_LINE: f64 = 0.04;

/// Where no small spot is darker than this, there is no line: it is looked for only where one may be, for that takes time.
const FAINT_SPOT: f64 = 0.03;

fn mark(inks: &Inks<'_>, own: &PrintedBox, shift: Shift) -> BoxMark {
    let Some(ink) = inks.of(own, shift.by) else { return BoxMark::Unclear };
    let Some(inside) = Inside::of(&ink, own) else { return BoxMark::Unclear };
    if inside.is_filled() {
        return BoxMark::Filled;
    }
    let Some(patch) = Patch::of(&ink, own) else { return BoxMark::Unclear };
    if inside.is_empty() {
        // A mark beside the box may be meant for it, and a faint one, too.
        let is_doubtful =
            patch.is_touched() || inside.darkest > FAINT_SPOT && patch.faint_line() > FAINT_LINE;
        return if is_doubtful { BoxMark::Unclear } else { BoxMark::Empty };
    }
    if patch.is_cross(inside.darkest) { BoxMark::Cross } else { BoxMark::Unclear }
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
