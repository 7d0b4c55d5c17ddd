use datamatrix::DataMatrix;

use super::gray::Gray;
use super::places::PageMarkPlaces;
use super::view::{Point, View, count};
use crate::base::page_marks::MODULES;
use crate::document::PageCode;

/// How many modules of the frame of the code may be seen wrong: the frame is known, and more of it is not the code.
const WRONG_IN_FRAME: usize = 6;
/// How much lighter light modules must be than dark ones, in steps of 255.
const CONTRAST: f64 = 24.0;
/// From the middle of a module to the points at which it is looked at, as a part of its side.
const BESIDE: f64 = 0.22;

/// How far the code may be from where the corners of the page tell, in modules: paper is not flat on a photo.
const ASIDE: f64 = 2.0;
/// From one place at which it is looked for to the next, in modules.
const STEP: f64 = 0.25;
/// At how many of these places, those at which its frame is seen best, the code is read.
const PLACES: usize = 3;
/// By how much a corner of the code is moved to see its frame better, in modules, from the first try to the last.
const MOVES: [f64; 3] = [0.5, 0.25, 0.12];
/// How much lighter or darker a module is made than those beside it, as a part of the difference: blur takes that from it.
const SHARPENINGS: [f64; 3] = [0.0, 0.3, 0.6];

/// How far each corner of the code is from where the corners of the page tell, in modules: at the top left, the top right, the bottom right,
/// and the bottom left.
type Asides = [Point; 4];

/// The code of a page as it is seen in a picture, and how far its frame is from what it should be: 0 is perfect. `None` if it is not
/// there, or not legible.
pub(super) fn read(
    picture: &Gray,
    view: &View,
    places: &PageMarkPlaces,
) -> Option<(PageCode, f64)> {
    let seen = |asides: &Asides| Seen::at(picture, view, places, asides);
    let straight = seen(&Asides::default());
    if let Some(code) = straight.as_ref().and_then(Seen::code) {
        return Some(code);
    }
    // Where nothing is printed, the code is not near.
    straight.filter(Seen::has_contrast)?;
    // To look at the frame alone takes a quarter of the time, and a picture of noise has hundreds of squares that may be corners of a page.
    let off = |asides: &Asides| Some(Frame::at(picture, view, places, asides)?.off);
    let mut found: Vec<(Asides, f64)> =
        asides().filter_map(|asides| Some((asides, off(&asides)?))).collect();
    found.sort_by(|(_, one), (_, other)| one.total_cmp(other));
    found.truncate(PLACES);
    let code = found.iter().find_map(|(asides, _)| seen(asides)?.code());
    code.or_else(|| found.into_iter().find_map(|start| seen(&fitted(start, off))?.code()))
}

/// The places around the one at which the code should be.
fn asides() -> impl Iterator<Item = Asides> {
    let steps = || {
        let all = (2.0 * ASIDE / STEP).round();
        std::iter::successors(Some(0.0), |at| Some(at + 1.0))
            .take_while(move |at| *at <= all)
            .map(|at| at * STEP - ASIDE)
    };
    steps().flat_map(move |y| steps().map(move |x| [Point { x, y }; 4]))
}

/// Where the corners of the code are if its frame is seen best. On curled paper it is no square.
fn fitted((mut asides, mut best): (Asides, f64), off: impl Fn(&Asides) -> Option<f64>) -> Asides {
    for by in MOVES {
        for corner in 0..asides.len() {
            for (x, y) in [(-by, 0.0), (by, 0.0), (0.0, -by), (0.0, by)] {
                let mut moved = asides;
                moved[corner] = moved[corner] + Point { x, y };
                if let Some(better) = off(&moved).filter(|off| *off < best) {
                    (asides, best) = (moved, better);
                }
            }
        }
    }
    asides
}

/// What is seen where the code may be.
struct Seen {
    /// How light each module is.
    modules: [[f64; MODULES]; MODULES],
    frame: Frame,
}

/// What is seen of the modules that are the same in every code.
struct Frame {
    /// How light those are that are dark in every code.
    dark: f64,
    /// How light those are that are light in every code.
    light: f64,
    /// How far the frame is from what it should be: 0 is perfect.
    off: f64,
}

impl Frame {
    /// What is seen so far from where the code should be. `None` if that is not whole in the picture.
    fn at(picture: &Gray, view: &View, places: &PageMarkPlaces, asides: &Asides) -> Option<Self> {
        let mut levels = [(0.0, false); 4 * (MODULES - 1)];
        for ((x, y, is_dark), level) in frame().zip(&mut levels) {
            *level = (module(picture, view, places, asides, (x, y))?, is_dark);
        }
        Some(Self::of(levels.into_iter()))
    }

    /// What some modules are, each with how light it is and whether it should be dark.
    fn of(levels: impl Iterator<Item = (f64, bool)> + Clone) -> Self {
        let mean = |is_dark: bool| {
            let known = levels.clone().filter(|(_, dark)| *dark == is_dark);
            let (sum, all) =
                known.fold((0.0, 0.0), |(sum, all), (level, _)| (sum + level, all + 1.0));
            sum / all
        };
        let (dark, light) = (mean(true), mean(false));
        let off = levels.map(|(level, is_dark)| (level - if is_dark { dark } else { light }).abs());
        let off = off.sum::<f64>() / (light - dark).max(1.0);
        Self { dark, light, off }
    }
}

impl Seen {
    /// What is seen so far from where the code should be. `None` if that is not whole in the picture.
    fn at(picture: &Gray, view: &View, places: &PageMarkPlaces, asides: &Asides) -> Option<Self> {
        Some(Self::of(&modules(picture, view, places, asides)?))
    }

    fn of(modules: &[[f64; MODULES]; MODULES]) -> Self {
        let levels = frame().map(|(x, y, is_dark)| (modules[y][x], is_dark));
        Self { modules: *modules, frame: Frame::of(levels) }
    }

    /// The same with more difference between modules that are beside each other.
    fn sharpened(&self, by: f64) -> Self {
        let all = &self.modules;
        let sharp = |x: usize, y: usize| {
            let beside = [
                (x > 0).then(|| all[y][x - 1]),
                all[y].get(x + 1).copied(),
                (y > 0).then(|| all[y - 1][x]),
                all.get(y + 1).map(|row| row[x]),
            ];
            let beside: Vec<f64> = beside.into_iter().flatten().collect();
            let mean = beside.iter().sum::<f64>() / count(beside.len());
            all[y][x] + (all[y][x] - mean) * by
        };
        Self::of(&std::array::from_fn(|y| std::array::from_fn(|x| sharp(x, y))))
    }

    /// Whether dark and light can be told apart.
    fn has_contrast(&self) -> bool {
        self.frame.light - self.frame.dark >= CONTRAST
    }

    /// The code, and how far its frame is from what it should be.
    fn code(&self) -> Option<(PageCode, f64)> {
        if !self.has_contrast() {
            return None;
        }
        let code = SHARPENINGS.iter().find_map(|by| self.sharpened(*by).decoded())?;
        Some((code, self.frame.off))
    }

    /// What the modules say.
    fn decoded(&self) -> Option<PageCode> {
        let limit = f64::midpoint(self.frame.dark, self.frame.light);
        let wrong =
            |(x, y, is_dark): &(usize, usize, bool)| (self.modules[*y][*x] < limit) != *is_dark;
        if frame().filter(wrong).count() > WRONG_IN_FRAME {
            return None;
        }
        let mut pixels: Vec<bool> =
            self.modules.as_flattened().iter().map(|it| *it < limit).collect();
        for (x, y, is_dark) in frame() {
            pixels[y * MODULES + x] = is_dark;
        }
        let letters = DataMatrix::decode(&pixels, MODULES).ok()?;
        String::from_utf8(letters).ok()?.parse().ok()
    }
}

/// The modules that are the same in every code (ISO/IEC 16022, 5.2.2): the dark edges at the left and at the bottom, and the edges at the
/// top and at the right, in which dark and light alternate. Each has its column, its row, and whether it is dark.
fn frame() -> impl Iterator<Item = (usize, usize, bool)> + Clone {
    const LAST: usize = MODULES - 1;
    (0..MODULES).flat_map(|at| {
        let edges =
            [(0, at, true), (at, LAST, true), (at, 0, at % 2 == 0), (LAST, at, at % 2 == 1)];
        // The corners belong to two edges.
        edges.into_iter().enumerate().filter_map(move |(edge, module)| {
            let is_again = match edge {
                1 | 2 => at == 0,
                3 => at == 0 || at == LAST,
                _ => false,
            };
            (!is_again).then_some(module)
        })
    })
}

/// How light each module is. `None` if the code is not whole in the picture.
fn modules(
    picture: &Gray,
    view: &View,
    places: &PageMarkPlaces,
    asides: &Asides,
) -> Option<[[f64; MODULES]; MODULES]> {
    let mut modules = [[0.0; MODULES]; MODULES];
    for (y, row) in modules.iter_mut().enumerate() {
        for (x, level) in row.iter_mut().enumerate() {
            *level = module(picture, view, places, asides, (x, y))?;
        }
    }
    Some(modules)
}

/// How light a module is, by its column and its row. `None` if it is not whole in the picture.
fn module(
    picture: &Gray,
    view: &View,
    places: &PageMarkPlaces,
    asides: &Asides,
    (x, y): (usize, usize),
) -> Option<f64> {
    let middle = Point { x: count(x) + 0.5, y: count(y) + 0.5 };
    let aside = between(asides, middle * (1.0 / count(MODULES)));
    let mut sum = 0.0;
    for (across, down) in [(-1.0, -1.0), (1.0, -1.0), (0.0, 0.0), (-1.0, 1.0), (1.0, 1.0)] {
        let by = Point { x: across, y: down } * BESIDE;
        let place = places.code + (middle + by + aside) * places.module;
        sum += picture.at(view.point(place))?;
    }
    Some(sum / 5.0)
}

/// How far a place is moved that is so far to the right and down between the corners.
fn between([a, b, c, d]: &Asides, Point { x, y }: Point) -> Point {
    (*a * (1.0 - x) + *b * x) * (1.0 - y) + (*d * (1.0 - x) + *c * x) * y
}
