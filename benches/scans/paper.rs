//! What happens to paper: folds, coffee, holes, staples, toner that is missing, and the ink of the other side.

use super::random::Random;
use super::sheet::{Sheet, Stroke};

/// Lets what happens to paper happen to a page, now and then.
pub fn wear(sheet: &mut Sheet, behind: &Sheet, random: &mut Random, is_hard: bool) {
    let often = |share: f32| if is_hard { share * 2.5 } else { share };
    if random.is(often(0.10)) {
        bleed(sheet, behind, random);
    }
    if random.is(often(0.08)) {
        fold(sheet, random);
    }
    if random.is(often(0.03)) {
        coffee(sheet, random);
    }
    if random.is(often(0.15)) {
        punch(sheet, random);
    }
    if random.is(often(0.08)) {
        staple(sheet, random);
    }
    if random.is(often(0.06)) {
        lose_toner(sheet, random);
    }
    if random.is(often(0.15)) {
        dirt(sheet, random);
    }
}

/// The print of the other side shines through, mirrored.
fn bleed(sheet: &mut Sheet, behind: &Sheet, random: &mut Random) {
    let strength = random.between(0.03, 0.10);
    let table: Vec<u8> = (0..256).map(|it| ((255 - it) as f32 * strength) as u8).collect();
    let aside = random.below(sheet.width / 50);
    for y in 0..sheet.height.min(behind.height) {
        let back = &behind.pixels[y * behind.width..(y + 1) * behind.width];
        let row = &mut sheet.pixels[y * sheet.width..(y + 1) * sheet.width];
        for (pixel, behind) in row.iter_mut().skip(aside).zip(back.iter().rev()) {
            *pixel = pixel.saturating_sub(table[usize::from(*behind)]);
        }
    }
}

fn fold(sheet: &mut Sheet, random: &mut Random) {
    let (width, height) = sheet.mm();
    let share = [0.5, 0.333, 0.667, 0.25][random.below(4)];
    let (lean, width_of_fold) = (random.around(1.5), random.between(0.2, 0.7));
    let points = if random.is(0.7) {
        vec![(0.0, height * share), (width, height * share + lean)]
    } else {
        vec![(width * share, 0.0), (width * share + lean, height)]
    };
    let gray = random.between(0.72, 0.95);
    let stroke = Stroke { points: points.clone(), width: width_of_fold, gray, grain: 0.4 };
    sheet.stroke(&stroke, random);
    // The paper beside it is in shadow.
    let points = points.into_iter().map(|(x, y)| (x + 1.0, y + 1.0)).collect();
    sheet.stroke(
        &Stroke { points, width: 2.0, gray: random.between(0.9, 0.97), grain: 0.0 },
        random,
    );
}

fn coffee(sheet: &mut Sheet, random: &mut Random) {
    let (width, height) = sheet.mm();
    let at = (random.between(0.0, width), random.between(0.0, height));
    let (radius, ring) = (random.between(34.0, 44.0), random.between(1.0, 4.0));
    let (dark, inside) = (random.between(0.72, 0.92), random.between(0.92, 1.0));
    sheet.disc(at, radius, |off, pixel| {
        let light = if off > radius - ring { dark } else { inside };
        (f32::from(pixel) * light) as u8
    });
}

/// The holes of a punch at the left edge show what is behind the page.
fn punch(sheet: &mut Sheet, random: &mut Random) {
    let (_, height) = sheet.mm();
    let ground = if random.is(0.5) { 255 } else { random.between(20.0, 120.0) as u8 };
    let (x, aside) = (random.between(6.0, 12.0), random.around(2.0));
    for y in [-40.0, 40.0] {
        sheet.disc((x, height / 2.0 + y + aside), 2.9, |_, _| ground);
    }
}

fn staple(sheet: &mut Sheet, random: &mut Random) {
    let (x, y) = (random.between(4.0, 20.0), random.between(4.0, 9.0));
    let (sin, cos) = random.between(0.0, 1.6).sin_cos();
    let points = |by: f32| vec![(x + by, y + by), (x + by + 12.0 * cos, y + by + 12.0 * sin)];
    sheet.stroke(&Stroke { points: points(0.7), width: 1.2, gray: 0.75, grain: 0.0 }, random);
    sheet.stroke(&Stroke { points: points(0.0), width: 0.6, gray: 0.3, grain: 0.0 }, random);
}

/// Toner is missing: in specks, or along a stripe down the page.
pub fn lose_toner(sheet: &mut Sheet, random: &mut Random) {
    let (width, height) = sheet.mm();
    let share = random.between(0.2, 0.7);
    if random.is(0.5) {
        let (from, wide) = (random.between(0.0, width), random.between(0.5, 8.0));
        let scale = sheet.scale();
        let columns = super::sheet::span(from * scale, (from + wide) * scale, sheet.width);
        for row in sheet.pixels.chunks_exact_mut(sheet.width) {
            for pixel in &mut row[columns.clone()] {
                *pixel = 255 - (f32::from(255 - *pixel) * share) as u8;
            }
        }
    } else {
        for _ in 0..1500 {
            let at = (random.between(0.0, width), random.between(0.0, height));
            let radius = random.between(0.1, 0.35);
            sheet.disc(at, radius, |_, pixel| 255 - (f32::from(255 - pixel) * share) as u8);
        }
    }
}

/// Specks of dirt on the page or on the glass.
fn dirt(sheet: &mut Sheet, random: &mut Random) {
    let (width, height) = sheet.mm();
    for _ in 0..random.below(40) {
        let at = (random.between(0.0, width), random.between(0.0, height));
        let gray = random.between(40.0, 230.0) as u8;
        sheet.disc(at, random.between(0.04, 0.22), |_, pixel| pixel.min(gray));
    }
}
