use super::gray::Gray;
use super::page::FoundPage;
use super::places::PageMarkPlaces;
use super::view::{Point, View, count};
use crate::base::unit::Paper;

/// A part of a page, in millimeters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Its top left corner.
    pub at: Point,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

impl Area {
    /// The area that this one and another one are in.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let at = Point { x: self.at.x.min(other.at.x), y: self.at.y.min(other.at.y) };
        let right = (self.at.x + self.width).max(other.at.x + other.width);
        let bottom = (self.at.y + self.height).max(other.at.y + other.height);
        Self { at, width: right - at.x, height: bottom - at.y }
    }

    /// The area that is larger by so much on each side.
    #[must_use]
    pub fn grown(self, across: f64, down: f64) -> Self {
        Self {
            at: Point { x: self.at.x - across, y: self.at.y - down },
            width: self.width + 2.0 * across,
            height: self.height + 2.0 * down,
        }
    }

    /// The part of it that is on a paper.
    fn on(self, paper: Paper) -> Self {
        let (width, height) = super::places::size(paper);
        let at = Point { x: self.at.x.clamp(0.0, width), y: self.at.y.clamp(0.0, height) };
        let right = (self.at.x + self.width).clamp(at.x, width);
        let bottom = (self.at.y + self.height).clamp(at.y, height);
        Self { at, width: right - at.x, height: bottom - at.y }
    }
}

/// How finely areas are cut out, in pixels a meter: about 150 in an inch, at which handwriting is easy to read.
pub const CROP_PER_METER: u32 = 6000;
/// The same in pixels a millimeter.
const FINE: f64 = CROP_PER_METER as f64 / 1000.0;

/// Cuts an area out of a picture, as if the page had been straight. What is not in the picture is white. `None` if nothing of the area is on
/// the paper.
#[must_use]
pub fn crop(picture: &Gray, page: &FoundPage, paper: Paper, area: Area) -> Option<Gray> {
    let view = page.view(paper)?;
    let area = area.on(paper);
    let (width, height) = (steps(area.width, FINE), steps(area.height, FINE));
    let mut pixels = Vec::with_capacity(width * height);
    for y in 0..height {
        for x in 0..width {
            let by = Point { x: count(x) + 0.5, y: count(y) + 0.5 } * (1.0 / FINE);
            let light = picture.at(view.point(area.at + by));
            pixels.push(light.map_or(u8::MAX, byte));
        }
    }
    Gray::new(width, height, pixels)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a length on paper has few pixels, and the lightness of a pixel is from 0 to 255"
)]
fn steps(length: f64, fine: f64) -> usize {
    (length * fine) as usize
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the lightness of a pixel is from 0 to 255"
)]
fn byte(light: f64) -> u8 {
    light.clamp(0.0, 255.0) as u8
}

/// How finely an area is looked at, in points a millimeter.
const POINTS: f64 = 4.0;
/// The side of the squares in which the lightness of the paper is measured, in points: a centimeter. Light changes little within it.
const BLOCK: usize = 40;
/// Ink that is fainter than this part of printed black is noise.
const FAINT: f64 = 0.18;
/// The share of a row that has ink where a line is printed across an area.
const LINE: f64 = 0.5;
/// How many points of ink are writing: a stroke of two millimeters.
const WRITING: usize = 8;

/// Whether anything is written on an area, beside the lines that are printed across it. If that is not certain, it is.
#[must_use]
pub fn is_written_on(picture: &Gray, page: &FoundPage, paper: Paper, area: Area) -> bool {
    let Some(view) = page.view(paper) else { return true };
    let Some(rows) = lightness(picture, &view, area) else { return true };
    let black = black(picture, &view, paper);
    let mut inks: Vec<Vec<f64>> = rows.iter().map(|row| vec![0.0; row.len()]).collect();
    let width = rows.first().map_or(0, Vec::len);
    for top in (0..rows.len()).step_by(BLOCK) {
        for left in (0..width).step_by(BLOCK) {
            let (bottom, right) = ((top + BLOCK).min(rows.len()), (left + BLOCK).min(width));
            let part = rows[top..bottom].iter().flat_map(|row| &row[left..right]);
            let mut lights: Vec<f64> = part.copied().collect();
            lights.sort_by(f64::total_cmp);
            let white = lights[lights.len() * 3 / 4];
            if white - black < 30.0 {
                return true;
            }
            for y in top..bottom {
                for x in left..right {
                    inks[y][x] = (white - rows[y][x]) / (white - black);
                }
            }
        }
    }
    let has_line = |row: &[f64]| {
        count(row.iter().filter(|ink| **ink > FAINT / 2.0).count()) > LINE * count(row.len())
    };
    let lines: Vec<bool> = inks.iter().map(|row| has_line(row)).collect();
    let is_beside_line =
        |y: usize| lines[y.saturating_sub(2)..(y + 3).min(lines.len())].contains(&true);
    let written = (0..inks.len()).filter(|y| !is_beside_line(*y)).flat_map(|y| &inks[y]);
    written.filter(|ink| **ink > FAINT).count() >= WRITING
}

/// How light an area is, row by row. `None` if some of it is not in the picture.
fn lightness(picture: &Gray, view: &View, area: Area) -> Option<Vec<Vec<f64>>> {
    let point = |x: usize, y: usize| Point { x: count(x), y: count(y) } * (1.0 / POINTS);
    let row = |y: usize| -> Option<Vec<f64>> {
        let light = |x: usize| picture.at(view.point(area.at + point(x, y)));
        (0..steps(area.width, POINTS)).map(light).collect()
    };
    (0..steps(area.height, POINTS)).map(row).collect()
}

/// How light printed black is: that of the corner squares that are seen.
fn black(picture: &Gray, view: &View, paper: Paper) -> f64 {
    let middles = PageMarkPlaces::on(paper).squares;
    middles.iter().filter_map(|square| picture.at(view.point(*square))).fold(255.0, f64::min)
}
