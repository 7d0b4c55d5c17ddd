use super::code;
use super::gray::Gray;
use super::places::PageMarkPlaces;
use super::squares::{Square, squares, squares_below_lines};
use super::view::{Point, View, count};
use crate::base::page_marks;
use crate::base::unit::Paper;
use crate::document::PageCode;

/// A page that was found in a picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FoundPage {
    /// What its code says.
    pub code: PageCode,
    /// The middles of its corner squares in the picture, clockwise from the one at its top left.
    pub corners: [Point; 4],
    /// How many of them were found. The place of a missing one is that on a page that is seen without perspective.
    pub squares: usize,
}

impl FoundPage {
    /// How the page is seen, from millimeters on it to pixels. What paper it is printed on, whoever knows its code knows.
    #[must_use]
    pub fn view(&self, paper: Paper) -> Option<View> {
        view(&PageMarkPlaces::on(paper), self.corners)
    }
}

fn view(places: &PageMarkPlaces, corners: [Point; 4]) -> Option<View> {
    let pairs: Vec<_> = places.squares.into_iter().zip(corners).collect();
    View::of(&pairs)
}

/// Why no page was found in a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageFault {
    /// Fewer than three squares are seen that may be those of the corners.
    FewSquares,
    /// The squares are there, and no code between them can be read.
    NoCode,
    /// There are two pages or more.
    SeveralPages,
}

/// How much longer a page's longer distance between squares is than the shorter one, seen askew or not. That of a page itself is 1.33 or 1.47.
const ASPECTS: std::ops::Range<f64> = 1.0..2.0;
/// How much larger or smaller a square may be seen than the distances between squares tell.
const SCALES: std::ops::Range<f64> = 0.6..1.65;
/// How much longer one of two opposite edges of a page may be seen than the other.
const PERSPECTIVES: std::ops::Range<f64> = 0.62..1.62;

/// How far around a square it is white for certain, as a part of its half side: paper bends, and pages are cut near its edge.
const AROUND: f64 = 1.35;
/// How much of a square, and of the white around it, must be seen where it should be.
const SEEN: f64 = 0.65;

/// How far the squares are from each other across a page, in millimeters: 184 on A4, and 190 on Letter.
const APART: f64 = 187.0;

/// Finds the page in a picture, whichever way it is turned.
pub fn find(picture: &Gray) -> Result<FoundPage, PageFault> {
    let whole = |squares: &[Square]| -> Vec<(FoundPage, f64)> {
        fours(squares).into_iter().flat_map(|corners| seen(picture, corners, 4)).collect()
    };
    let mut squares = squares(picture);
    let mut found = whole(&squares);
    if found.is_empty() {
        let others = squares_below_lines(picture);
        let is_new = |it: &Square| {
            squares.iter().all(|known| known.center.distance(it.center) > known.side / 2.0)
        };
        let new: Vec<Square> = others.into_iter().filter(is_new).collect();
        if !new.is_empty() {
            squares.extend(new);
            found = whole(&squares);
        }
    }
    if squares.len() < 3 {
        return Err(PageFault::FewSquares);
    }
    if found.is_empty() {
        found =
            threes(&squares).into_iter().flat_map(|corners| seen(picture, corners, 3)).collect();
    }
    let best = found.iter().min_by(|(_, one), (_, other)| one.total_cmp(other));
    let (best, _) = best.copied().ok_or(PageFault::NoCode)?;
    let is_alone = found.iter().all(|(page, _)| page.code == best.code);
    if is_alone { Ok(best) } else { Err(PageFault::SeveralPages) }
}

/// The pages that these squares are the corners of, with how far each is from what it should be. The squares are clockwise, and the first of
/// them may be at any corner.
fn seen(
    picture: &Gray,
    corners: [Point; 4],
    squares: usize,
) -> impl Iterator<Item = (FoundPage, f64)> {
    let turned = (0..corners.len()).map(move |turn| {
        let mut corners = corners;
        corners.rotate_left(turn);
        corners
    });
    let tried = turned.flat_map(|corners| Paper::ALL.map(|paper| (corners, paper)));
    tried.filter_map(move |(corners, paper)| {
        let places = PageMarkPlaces::on(paper);
        let view = view(&places, corners)?;
        // The code is near one corner, and says little about those that are far away: on a tiled table a tile may be taken for one of them.
        // To look for the code takes far longer, and a picture of noise has hundreds of places that may be corners.
        let right = places.squares.iter().filter(|it| is_square(picture, &view, **it)).count();
        if right < squares {
            return None;
        }
        let (code, off) = code::read(picture, &view, &places)?;
        Some((FoundPage { code, corners, squares }, off))
    })
}

/// Whether a square is seen at a place on a page, as large as it is printed, and with white around it. A staple may go through it.
fn is_square(picture: &Gray, view: &View, middle: Point) -> bool {
    let half = f64::from(page_marks::SQUARE.0) / 2.0;
    let inside: Vec<f64> = [-0.75, -0.4, 0.0, 0.4, 0.75].map(|at| at * half).to_vec();
    let ring = || {
        let out = half * AROUND;
        [-1.0, -0.5, 0.0, 0.5, 1.0].into_iter().flat_map(move |at| {
            let along = at * out;
            [(along, -out), (along, out), (-out, along), (out, along)]
        })
    };
    let light = |(x, y): (f64, f64)| picture.at(view.point(middle + Point { x, y }));
    let dark = inside.iter().flat_map(|y| inside.iter().map(|x| (*x, *y)));
    let dark: Vec<f64> = dark.filter_map(light).collect();
    let white: Vec<f64> = ring().filter_map(light).collect();
    let mean = |all: &[f64]| all.iter().sum::<f64>() / count(all.len().max(1));
    let limit = f64::midpoint(mean(&dark), mean(&white));
    let share = |is_right: &dyn Fn(f64) -> bool, all: &[f64]| {
        count(all.iter().filter(|it| is_right(**it)).count()) / count(all.len().max(1))
    };
    share(&|it| it < limit, &dark) > SEEN && share(&|it| it > limit, &white) > SEEN
}

/// All quadruples of squares that may be the corners of a page, each clockwise.
fn fours(squares: &[Square]) -> Vec<[Point; 4]> {
    let mut found = Vec::new();
    for a in 0..squares.len() {
        for b in a + 1..squares.len() {
            for c in b + 1..squares.len() {
                for d in c + 1..squares.len() {
                    let four = [a, b, c, d].map(|it| squares[it]);
                    found.extend(clockwise(four).filter(|it| may_be_a_page(it, &four)));
                }
            }
        }
    }
    found
}

/// The fourth corner completes each three squares to a page that is seen without perspective.
fn threes(squares: &[Square]) -> Vec<[Point; 4]> {
    let mut found = Vec::new();
    for a in 0..squares.len() {
        for b in a + 1..squares.len() {
            for c in b + 1..squares.len() {
                let three = [a, b, c].map(|it| squares[it]);
                // The corner at which the two edges meet is across from the one that is hidden.
                for middle in 0..three.len() {
                    let mut three = three;
                    three.rotate_left(middle);
                    let [corner, one, other] = three;
                    let hidden = one.center + other.center - corner.center;
                    let side = f64::midpoint(one.side, other.side);
                    let four = [corner, one, Square { center: hidden, side }, other];
                    let is_right = {
                        let (to, fro) = (one.center - corner.center, other.center - corner.center);
                        let cosine = (to.x * fro.x + to.y * fro.y)
                            / (one.center.distance(corner.center)
                                * other.center.distance(corner.center));
                        cosine.abs() < 0.2
                    };
                    found.extend(clockwise(four).filter(|it| is_right && may_be_a_page(it, &four)));
                }
            }
        }
    }
    found
}

/// The middles of four squares clockwise around what they enclose. `None` if one is between the others.
fn clockwise(squares: [Square; 4]) -> Option<[Point; 4]> {
    let mut corners = squares.map(|square| square.center);
    let middle = corners.iter().fold(Point::default(), |sum, it| sum + *it) * 0.25;
    let angle = |corner: &Point| (corner.y - middle.y).atan2(corner.x - middle.x);
    corners.sort_by(|one, other| angle(one).total_cmp(&angle(other)));
    let is_convex = (0..4).all(|at| {
        let [before, here, next] = [at, at + 1, at + 2].map(|it| corners[it % 4]);
        (here - before).cross(next - here) > 0.0
    });
    is_convex.then_some(corners)
}

/// Whether four points, clockwise, are as far from each other as squares of this size on a page can be.
fn may_be_a_page(corners: &[Point; 4], squares: &[Square; 4]) -> bool {
    let edge = |at: usize| corners[at].distance(corners[(at + 1) % 4]);
    let [top, right, bottom, left] = [0, 1, 2, 3].map(edge);
    let (one, other) = (f64::midpoint(top, bottom), f64::midpoint(right, left));
    let (shorter, longer) = (one.min(other), one.max(other));
    let is_seen = |part: f64, whole: f64| PERSPECTIVES.contains(&(part / whole));
    let side = shorter * f64::from(page_marks::SQUARE.0) / APART;
    let fits = |square: &Square| SCALES.contains(&(square.side / side));
    is_seen(top, bottom)
        && is_seen(right, left)
        && ASPECTS.contains(&(longer / shorter))
        && squares.iter().all(fits)
}
