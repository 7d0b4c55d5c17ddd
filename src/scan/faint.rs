use super::gray::Gray;
use super::page::FoundPage;
use super::places::PageMarkPlaces;
use super::view::{Point, count};
use crate::base::unit::Paper;

/// How many points are looked at in a row and in a column of a page.
const POINTS: u32 = 300;
/// What is lighter than this, as a part of the way from black to white, is dark; what is darker than the second is light.
const DARK: f64 = 0.15;
const LIGHT: f64 = 0.85;
/// So many points between dark and light there are for each dark one if the picture is gray: the edges of letters. Of hundreds of gray
/// pages none has fewer than 1.1.
const EDGES: f64 = 0.7;
/// So many pixels are between dark and light where one becomes the other, if the picture is gray: pages that were drawn by a program and never
/// printed have 0.6 to 0.9, scans more, and black-and-white pictures none.
const BETWEEN: f64 = 0.35;
/// A picture with sharper edges than this, and with such a share of pixels that are all as light, was drawn by a program, and never scanned. Its
/// edges are as sharp as those of a hard copy, and it has lost nothing.
const SCANNED: f64 = 1.0;
const EVEN: f64 = 0.8;
/// So many rows of pixels are looked at.
const ROWS: usize = 300;

/// Whether a picture has lost what is faint: if it is black and white, or a copy that was made so dark and light that little is left between.
/// Then a box may have a mark by a pencil of which nothing is left, and only the paper tells.
///
/// A copy that was scanned in gray again, and softly, is not always recognized.
#[must_use]
pub fn loses_faint_marks(picture: &Gray, page: &FoundPage, paper: Paper) -> bool {
    let Some(view) = page.view(paper) else { return false };
    let [from, _, to, _] = PageMarkPlaces::on(paper).squares;
    let mut lights = Vec::new();
    for y in 0..POINTS {
        for x in 0..POINTS {
            let share = |at: u32| f64::from(at) / f64::from(POINTS - 1);
            let place = Point { x: (to.x - from.x) * share(x), y: (to.y - from.y) * share(y) };
            lights.extend(picture.nearest(view.point(from + place)));
        }
    }
    if lights.is_empty() {
        return false;
    }
    let mut counts = [0_usize; 256];
    for light in &lights {
        counts[usize::from(*light)] += 1;
    }
    let at_share = |share: f64| {
        let mut sum = 0;
        let limit = share * count(lights.len());
        (0_u8..=255).find(|light| {
            sum += counts[usize::from(*light)];
            count(sum) > limit
        })
    };
    let (Some(black), Some(white)) = (at_share(0.01), at_share(0.6)) else { return false };
    let depth = f64::from(white) - f64::from(black);
    let ink = |light: u8| (f64::from(white) - f64::from(light)) / depth.max(1.0);
    let of = |least: f64, most: f64| {
        let all = (0_u8..=255).filter(|light| (least..most).contains(&ink(*light)));
        count(all.map(|light| counts[usize::from(light)]).sum::<usize>())
    };
    let between =
        between(picture, |light| ink(light) > 1.0 - DARK, |light| ink(light) < 1.0 - LIGHT);
    if between < BETWEEN {
        return true;
    }
    let is_even = count(counts[usize::from(white)]) > EVEN * count(lights.len());
    let is_pristine = is_even && between < SCANNED;
    !is_pristine && of(1.0 - LIGHT, 1.0 - DARK) < EDGES * of(1.0 - DARK, f64::INFINITY)
}

/// How many pixels in a row are neither dark nor light where dark becomes light, or light dark.
fn between(picture: &Gray, is_dark: impl Fn(u8) -> bool, is_light: impl Fn(u8) -> bool) -> f64 {
    let (mut edges, mut all) = (0, 0);
    for y in (0..picture.height()).step_by((picture.height() / ROWS).max(1)) {
        let (mut before, mut passed) = (None, 0);
        for light in picture.row(y) {
            let now = match (is_dark(*light), is_light(*light)) {
                (true, _) => true,
                (_, true) => false,
                _ => {
                    passed += 1;
                    continue;
                }
            };
            if before.is_some_and(|before| before != now) {
                edges += 1;
                all += passed;
            }
            (before, passed) = (Some(now), 0);
        }
    }
    count(all) / count(edges.max(1))
}
