//! What a scanner makes of a page: it lies askew, is a little too large, and is seen blurred, noisy and in uneven light.

use super::jpeg;
use super::random::Random;
use super::sheet::Sheet;

/// Noise that is made once.
pub struct Noise(Vec<i8>);

/// How many numbers of noise there are.
const NOISES: usize = 1 << 16;

impl Noise {
    pub fn new() -> Self {
        let mut random = Random::new(7);
        Self((0..NOISES).map(|_| random.around(40.0) as i8).collect())
    }

    /// Adds noise of this deviation.
    pub fn add(&self, pixels: &mut [u8], width: usize, deviation: f32, random: &mut Random) {
        let by = (deviation * 256.0 / 40.0) as i32;
        for row in pixels.chunks_exact_mut(width) {
            let from = random.below(NOISES - width.min(NOISES - 1));
            for (pixel, noise) in row.iter_mut().zip(&self.0[from..]) {
                *pixel = (i32::from(*pixel) + ((i32::from(*noise) * by) >> 8)).clamp(0, 255) as u8;
            }
        }
    }
}

/// A page on the glass of a flatbed, or through a feeder, in gray.
pub fn flatbed(sheet: &Sheet, noise: &Noise, random: &mut Random) -> Sheet {
    let degrees = match random.below(10) {
        0..6 => random.around(0.8),
        6..9 => random.between(-3.0, 3.0),
        _ => random.between(-5.0, 5.0),
    };
    let quarter = if random.is(0.8) { 0 } else { 1 + random.below(3) };
    let scale = (random.between(0.97, 1.03), random.between(-0.005, 0.005));
    let ground = if random.is(0.12) { random.between(15.0, 90.0) } else { 255.0 };
    let mut seen = lying(sheet, degrees, quarter, scale, ground as u8);
    for _ in 0..random.below(3) {
        blur(&mut seen);
    }
    let (white, black) = (random.between(215.0, 255.0), random.between(0.0, 60.0));
    let fade = if random.is(0.25) { random.between(0.75, 1.0) } else { 1.0 };
    lighten(&mut seen, white, black, fade);
    noise.add(&mut seen.pixels, seen.width, random.between(0.5, 8.0), random);
    if random.is(0.2) {
        jpeg::squeeze(&mut seen.pixels, seen.width, random.between(40.0, 90.0));
    }
    seen
}

/// A page in black and white.
pub fn bilevel(sheet: &Sheet, noise: &Noise, random: &mut Random) -> Sheet {
    let mut seen = straight(sheet, random);
    blur(&mut seen);
    noise.add(&mut seen.pixels, seen.width, random.between(1.0, 10.0), random);
    let limit = random.between(110.0, 205.0) as u8;
    seen.pixels.iter_mut().for_each(|pixel| *pixel = if *pixel < limit { 0 } else { 255 });
    seen
}

fn straight(sheet: &Sheet, random: &mut Random) -> Sheet {
    let (quarter, scale) = (random.below(4), random.between(0.97, 1.03));
    lying(sheet, random.around(1.0), quarter, (scale, 0.0), 255)
}

/// A copy of a copy.
pub fn copied(sheet: &Sheet, noise: &Noise, random: &mut Random) -> Sheet {
    let mut seen = straight(sheet, random);
    for generation in 0..2 + random.below(2) {
        blur(&mut seen);
        noise.add(&mut seen.pixels, seen.width, random.between(2.0, 10.0), random);
        let (low, high) = (random.between(50.0, 110.0), random.between(150.0, 200.0));
        let copied = |light: u8| ((f32::from(light) - low) / (high - low) * 255.0) as u8;
        let table: Vec<u8> = (0..=255).map(copied).collect();
        seen.pixels.iter_mut().for_each(|pixel| *pixel = table[usize::from(*pixel)]);
        if generation == 0 || random.is(0.5) {
            super::paper::lose_toner(&mut seen, random);
        }
    }
    // The last copy is scanned in gray, or taken as it is.
    if random.is(0.5) {
        blur(&mut seen);
        lighten(&mut seen, random.between(225.0, 255.0), random.between(0.0, 40.0), 1.0);
        noise.add(&mut seen.pixels, seen.width, random.between(0.5, 5.0), random);
    }
    seen
}

/// The page turned by quarters and degrees.
fn lying(
    sheet: &Sheet,
    degrees: f32,
    quarter: usize,
    (scale, unlike): (f32, f32),
    ground: u8,
) -> Sheet {
    let (sin, cos) = (degrees + 90.0 * quarter as f32).to_radians().sin_cos();
    let margin = 1.0 + 0.012 * degrees.abs();
    let size = |length: usize| (length as f32 * margin * scale.max(1.0)) as usize;
    let (mut width, mut height) = (size(sheet.width), size(sheet.height));
    if quarter % 2 == 1 {
        std::mem::swap(&mut width, &mut height);
    }
    let mut pixels = vec![ground; width * height];
    // Places are counted in parts of 65,536.
    let fixed = |it: f32| (it * 65536.0) as i64;
    let (along, down) = (1.0 / scale, 1.0 / (scale + unlike));
    let (step_x, step_y) = (fixed(cos * along), fixed(-sin * along));
    let (wide, high) = (sheet.width as i64 - 1, sheet.height as i64 - 1);
    for (y, row) in pixels.chunks_exact_mut(width).enumerate() {
        let (dx, dy) = (-(width as f32) / 2.0, (y as f32 - height as f32 / 2.0) * down);
        let mut u = fixed(cos * dx * along + sin * dy + sheet.width as f32 / 2.0);
        let mut v = fixed(-sin * dx * along + cos * dy + sheet.height as f32 / 2.0);
        for pixel in row {
            let (left, top) = (u >> 16, v >> 16);
            if left >= 0 && top >= 0 && left < wide && top < high {
                *pixel = between(sheet, left, top, (u >> 8 & 255) as u32, (v >> 8 & 255) as u32);
            }
            u += step_x;
            v += step_y;
        }
    }
    Sheet { width, height, dpi: sheet.dpi, pixels }
}

/// How light it is between four pixels.
pub fn between(sheet: &Sheet, left: i64, top: i64, right: u32, down: u32) -> u8 {
    let at = top as usize * sheet.width + left as usize;
    let pixels = &sheet.pixels[at..];
    let light = |at: usize| u32::from(pixels[at]);
    let upper = light(0) * (256 - right) + light(1) * right;
    let lower = light(sheet.width) * (256 - right) + light(sheet.width + 1) * right;
    ((upper * (256 - down) + lower * down) >> 16) as u8
}

/// Mixes each pixel with its neighbors, one part in two.
pub fn blur(sheet: &mut Sheet) {
    let width = sheet.width;
    let mix = |a: u8, b: u8, c: u8| ((u16::from(a) + 2 * u16::from(b) + u16::from(c)) / 4) as u8;
    let mut rows: Vec<Vec<u8>> = Vec::with_capacity(3);
    let across = |row: &[u8]| {
        let mut mixed = row.to_vec();
        for (mixed, near) in mixed[1..].iter_mut().zip(row.windows(3)) {
            *mixed = mix(near[0], near[1], near[2]);
        }
        mixed
    };
    rows.push(across(&sheet.pixels[..width]));
    rows.push(rows[0].clone());
    for y in 0..sheet.height {
        let next = if y + 1 < sheet.height {
            across(&sheet.pixels[(y + 1) * width..(y + 2) * width])
        } else {
            rows[1].clone()
        };
        let own = &mut sheet.pixels[y * width..(y + 1) * width];
        for (((pixel, above), here), below) in own.iter_mut().zip(&rows[0]).zip(&rows[1]).zip(&next)
        {
            *pixel = mix(*above, *here, *below);
        }
        rows.rotate_left(1);
        rows[1] = next;
    }
}

/// How light white and black come out, and how much darker it is at one end.
fn lighten(sheet: &mut Sheet, white: f32, black: f32, fade: f32) {
    let height = sheet.height as f32;
    for (y, row) in sheet.pixels.chunks_exact_mut(sheet.width).enumerate() {
        let light = 1.0 - (1.0 - fade) * y as f32 / height;
        let by = ((white - black) / 255.0 * light * 256.0) as u32;
        let from = (black * light) as u32;
        for pixel in row {
            *pixel = (from + ((u32::from(*pixel) * by) >> 8)).min(255) as u8;
        }
    }
}
