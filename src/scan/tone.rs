use super::gray::Gray;
use super::view::count;

/// The lightness below which three quarters of a picture make it too dark.
const DARK: u8 = 70;
/// The part of a picture, from each edge, that is not looked at to see whether a page is blank: holes and staples are there, and the edge of the
/// page.
const EDGE: usize = 12;
/// The share of a blank page that may be dark: dust. It is that of four centimeters that a pen drew on A4.
const DUST: f64 = 0.000_3;

/// Whether nearly all of a picture is dark.
#[must_use]
pub fn is_dark(picture: &Gray) -> bool {
    level(picture.pixels().iter().copied(), 3, 4) < DARK
}

/// Whether a picture is that of a page with nothing on it.
#[must_use]
pub fn is_blank(picture: &Gray) -> bool {
    let (left, top) = (picture.width() / EDGE, picture.height() / EDGE);
    let rows = top..picture.height() - top;
    let inside = || {
        let rows = rows.clone().map(|y| &picture.row(y)[left..picture.width() - left]);
        rows.flatten().copied()
    };
    let all = inside().count();
    // What shines through from the other side is lighter than half of the paper.
    let limit = level(inside(), 1, 2) / 2;
    all > 0
        && limit > DARK / 2
        && count(inside().filter(|it| *it < limit).count()) < DUST * count(all)
}

/// How light the pixel is that such a part of all pixels are darker than.
fn level(lights: impl Iterator<Item = u8>, part: usize, of: usize) -> u8 {
    let (mut histogram, mut all) = ([0_usize; 256], 0);
    for light in lights {
        histogram[usize::from(light)] += 1;
        all += 1;
    }
    let mut below = 0;
    for (light, number) in (0..=u8::MAX).zip(histogram) {
        below += number;
        if below * of >= all * part {
            return light;
        }
    }
    u8::MAX
}
