//! A page as pixels, on which somebody writes.

use std::fs::File;
use std::io::{BufReader, BufWriter};
use std::path::Path;

use super::random::Random;

/// A gray picture of a page: 0 is black.
#[derive(Clone)]
pub struct Sheet {
    pub width: usize,
    pub height: usize,
    pub dpi: f32,
    pub pixels: Vec<u8>,
}

/// A line drawn by a pen, in millimeters from the top left corner of the page.
pub struct Stroke {
    pub points: Vec<(f32, f32)>,
    pub width: f32,
    /// How light it is: 0 is black, 1 is white.
    pub gray: f32,
    /// How much of it is missing here and there, as of a pencil on rough paper.
    pub grain: f32,
}

/// A gray PNG file.
pub fn load(path: &Path, dpi: f32) -> Sheet {
    let file = File::open(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut reader = png::Decoder::new(BufReader::new(file)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    assert_eq!(info.color_type, png::ColorType::Grayscale, "{}", path.display());
    Sheet { width: info.width as usize, height: info.height as usize, dpi, pixels }
}

impl Sheet {
    pub fn save(&self, path: &Path) {
        let file = BufWriter::new(File::create(path).unwrap());
        let mut encoder = png::Encoder::new(file, self.width as u32, self.height as u32);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.write_header().unwrap().write_image_data(&self.pixels).unwrap();
    }

    /// Pixels of a millimeter.
    pub fn scale(&self) -> f32 {
        self.dpi / 25.4
    }

    pub fn mm(&self) -> (f32, f32) {
        (self.width as f32 / self.scale(), self.height as f32 / self.scale())
    }

    /// Draws a stroke: what is darker already stays.
    pub fn stroke(&mut self, stroke: &Stroke, random: &mut Random) {
        let salt = random.next();
        let scale = self.scale();
        let half = stroke.width * scale / 2.0;
        for pair in stroke.points.windows(2) {
            let [from, to] = [pair[0], pair[1]].map(|(x, y)| (x * scale, y * scale));
            let (dx, dy) = (to.0 - from.0, to.1 - from.1);
            let length = (dx * dx + dy * dy).max(1e-6);
            let reach = half + 1.0;
            let columns = span(from.0.min(to.0) - reach, from.0.max(to.0) + reach, self.width);
            for y in span(from.1.min(to.1) - reach, from.1.max(to.1) + reach, self.height) {
                for x in columns.clone() {
                    let (px, py) = (x as f32 + 0.5 - from.0, y as f32 + 0.5 - from.1);
                    let share = ((px * dx + py * dy) / length).clamp(0.0, 1.0);
                    let off = (px - share * dx).hypot(py - share * dy);
                    let mut ink = (half + 0.5 - off).clamp(0.0, (2.0 * half).min(1.0));
                    if ink > 0.0 {
                        ink *= 1.0 - stroke.grain * mottled(x, y, salt);
                        let light = 255.0 * (1.0 - ink * (1.0 - stroke.gray));
                        let pixel = &mut self.pixels[y * self.width + x];
                        *pixel = (*pixel).min(light as u8);
                    }
                }
            }
        }
    }

    /// Changes the pixels of a disc: each is given with its distance from the middle in millimeters.
    pub fn disc(&mut self, (x, y): (f32, f32), radius: f32, change: impl Fn(f32, u8) -> u8) {
        let scale = self.scale();
        let columns = span((x - radius) * scale, (x + radius) * scale, self.width);
        for row in span((y - radius) * scale, (y + radius) * scale, self.height) {
            for column in columns.clone() {
                let off = ((column as f32 + 0.5) / scale - x).hypot((row as f32 + 0.5) / scale - y);
                if off <= radius {
                    let pixel = &mut self.pixels[row * self.width + column];
                    *pixel = change(off, *pixel);
                }
            }
        }
    }
}

/// The pixels between two places, as far as there are any.
pub fn span(from: f32, to: f32, end: usize) -> std::ops::Range<usize> {
    let [from, to] = [from.floor(), to.ceil()].map(|it| (it.max(0.0) as usize).min(end));
    from..to.max(from)
}

/// A number from 0 to 1 that belongs to a place: neighbors have mostly the same.
fn mottled(x: usize, y: usize, salt: u32) -> f32 {
    let mix = |x: usize, y: usize| {
        let mut mixed = (x as u32).wrapping_mul(0x9E37_79B1) ^ (y as u32).wrapping_mul(0x85EB_CA77);
        mixed = (mixed ^ salt).wrapping_mul(0xC2B2_AE3D);
        ((mixed ^ (mixed >> 15)) & 0xFF) as f32 / 255.0
    };
    f32::midpoint(mix(x, y), mix(x / 2, y / 2 + 7919))
}
