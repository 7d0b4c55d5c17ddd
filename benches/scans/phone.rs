//! What a phone makes of a page on a table: perspective, curled paper, uneven light, the shadow of a hand, and JPEG.

use super::jpeg;
use super::random::Random;
use super::scan::{Point, View};
use super::scanner::{Noise, between, blur};
use super::sheet::Sheet;

/// So many pixels in a row are computed from the two at the ends.
const STEP: usize = 16;

/// How a page is curled, in pixels of the page at the most: along the waves across it, and down it.
struct Curl {
    across: (f64, f64),
    down: (f64, f64),
}

impl Curl {
    /// Where the point of the flat page is seen on the curled one. The corners stay where they are.
    fn moved(&self, place: Point, (width, height): (f64, f64)) -> Point {
        let wave = |at: f64, end: f64| (std::f64::consts::PI * (at / end).clamp(0.0, 1.0)).sin();
        let (across, down) = (wave(place.x, width), wave(place.y, height));
        let x = place.x + self.across.0 * across + self.down.0 * down;
        Point { x, y: place.y + self.across.1 * across + self.down.1 * down }
    }
}

/// A photo of a page.
pub fn photo(sheet: &Sheet, noise: &Noise, random: &mut Random) -> Sheet {
    let share = random.between(0.8, 1.1);
    let (page_width, page_height) = (sheet.width as f64, sheet.height as f64);
    let room = random.between(1.06, 1.2) * share;
    let width = (sheet.width as f32 * room) as usize;
    let height = (sheet.height as f32 * room) as usize;
    let scale = sheet.scale();
    let view = back(sheet, (width, height), share, random);
    let curl = {
        let most = if random.is(0.3) { random.between(0.5, 2.6) } else { random.between(0.0, 0.6) };
        let mut by = |least: f32| f64::from(random.between(least, 1.0) * most * scale);
        if by(0.0) > by(0.0) {
            Curl { across: (by(-0.2) * 0.3, by(-1.0)), down: (by(-1.0) * 0.3, by(-1.0) * 0.3) }
        } else {
            Curl { across: (by(-1.0) * 0.2, by(-1.0) * 0.4), down: (by(-1.0), by(-1.0) * 0.2) }
        }
    };
    let light = Light::new((width, height), random);
    let ground = Ground::new(random);
    let mut pixels = vec![0; width * height];
    let (wide, high) = (sheet.width as i64 - 1, sheet.height as i64 - 1);
    let look = |x: usize, y: usize| {
        let place = view.point(Point { x: x as f64 + 0.5, y: y as f64 + 0.5 });
        let Point { x: u, y: v } = curl.moved(place, (page_width, page_height));
        [(u - 0.5) as f32 * 256.0, (v - 0.5) as f32 * 256.0, light.at(x, y) * 256.0]
    };
    for (y, row) in pixels.chunks_exact_mut(width).enumerate() {
        let mut from = look(0, y);
        for (block, pixels) in row.chunks_mut(STEP).enumerate() {
            let to = look((block + 1) * STEP, y);
            for (at, pixel) in pixels.iter_mut().enumerate() {
                let share = at as f32 / STEP as f32;
                let [u, v, light] =
                    [0, 1, 2].map(|it| (from[it] + (to[it] - from[it]) * share) as i64);
                let (left, top) = (u >> 8, v >> 8);
                let own = if left >= 0 && top >= 0 && left < wide && top < high {
                    between(sheet, left, top, (u & 255) as u32, (v & 255) as u32)
                } else {
                    ground.at(block * STEP + at, y)
                };
                *pixel = ((u32::from(own) * light as u32) >> 8).min(255) as u8;
            }
            from = to;
        }
    }
    let mut seen = Sheet { width, height, dpi: sheet.dpi, pixels };
    for _ in 0..random.below(3) {
        blur(&mut seen);
    }
    noise.add(&mut seen.pixels, width, random.between(1.0, 7.0), random);
    jpeg::squeeze(&mut seen.pixels, width, random.between(40.0, 85.0));
    seen
}

/// The perspective from the photo to the page.
fn back(sheet: &Sheet, (width, height): (usize, usize), share: f32, random: &mut Random) -> View {
    let (page_width, page_height) = (sheet.width as f32, sheet.height as f32);
    let (sin, cos) = random.around(2.0).to_radians().sin_cos();
    let room = (width as f32 - page_width * share).min(height as f32 - page_height * share);
    let page = [(0.0, 0.0), (page_width, 0.0), (page_width, page_height), (0.0, page_height)];
    let pairs = page.map(|(x, y)| {
        let (dx, dy) = ((x - page_width / 2.0) * share, (y - page_height / 2.0) * share);
        let mut aside = || random.between(-0.45, 0.3) * room;
        let (toward_x, toward_y) = (aside() * dx.signum(), aside() * dy.signum());
        let seen = Point {
            x: f64::from(width as f32 / 2.0 + dx * cos - dy * sin + toward_x),
            y: f64::from(height as f32 / 2.0 + dx * sin + dy * cos + toward_y),
        };
        (seen, Point { x: f64::from(x), y: f64::from(y) })
    });
    View::of(&pairs).unwrap()
}

/// How light it is at each place: from corner to corner, and in the shadow.
struct Light {
    corners: [f32; 4],
    size: (f32, f32),
    /// The line at which the shadow begins, how soft it begins, and how much light is left in it.
    shadow: Option<(f32, f32, f32, f32, f32)>,
}

impl Light {
    fn new((width, height): (usize, usize), random: &mut Random) -> Self {
        let dark = random.between(0.55, 1.0);
        let corners = std::array::from_fn(|_| random.between(dark, 1.0));
        let shadow = random.is(0.3).then(|| {
            let (sin, cos) = random.between(0.0, std::f32::consts::TAU).sin_cos();
            let far = random.between(-0.3, 0.45) * width as f32;
            (cos, sin, far, random.between(10.0, 120.0), random.between(0.55, 0.9))
        });
        Self { corners, size: (width as f32, height as f32), shadow }
    }

    fn at(&self, x: usize, y: usize) -> f32 {
        let (x, y) = (x as f32, y as f32);
        let (right, down) = (x / self.size.0, y / self.size.1);
        let [a, b, c, d] = self.corners;
        let mut light = (a + (b - a) * right) * (1.0 - down) + (d + (c - d) * right) * down;
        if let Some((cos, sin, far, soft, left)) = self.shadow {
            let beyond = (x - self.size.0 / 2.0) * cos + (y - self.size.1 / 2.0) * sin - far;
            light *= 1.0 - (1.0 - left) * (beyond / soft).clamp(0.0, 1.0);
        }
        light
    }
}

/// The table on which the page lies.
enum Ground {
    Plain(u8),
    Tiles { side: usize, grays: [u8; 2] },
    Grain { gray: u8 },
}

impl Ground {
    fn new(random: &mut Random) -> Self {
        let gray = random.between(30.0, 200.0) as u8;
        match random.below(10) {
            0 => {
                let grays = [gray / 2, gray.saturating_add(50)];
                Self::Tiles { side: 20 + random.below(60), grays }
            }
            1..4 => Self::Grain { gray },
            _ => Self::Plain(gray),
        }
    }

    fn at(&self, x: usize, y: usize) -> u8 {
        match self {
            Self::Plain(gray) => *gray,
            Self::Tiles { side, grays } => grays[(x / side + y / side) % 2],
            Self::Grain { gray } => gray.saturating_sub(((x * 7 + y / 40 * 13) % 29) as u8),
        }
    }
}
