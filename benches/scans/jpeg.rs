//! What JPEG leaves of a gray picture: blocks of 8 by 8 pixels are transformed, and small parts are dropped.

/// How coarsely each part of a block is kept at quality 50 (ISO/IEC 10918-1, annex K, table K.1).
const STEPS: [[u8; 8]; 8] = [
    [16, 11, 10, 16, 24, 40, 51, 61],
    [12, 12, 14, 19, 26, 58, 60, 55],
    [14, 13, 16, 24, 40, 57, 69, 56],
    [14, 17, 22, 29, 51, 87, 80, 62],
    [18, 22, 37, 56, 68, 109, 103, 77],
    [24, 35, 55, 64, 81, 104, 113, 92],
    [49, 64, 78, 87, 103, 121, 120, 101],
    [72, 92, 95, 98, 112, 100, 103, 99],
];

type Block = [[f32; 8]; 8];

/// Lets a picture be as JPEG of this quality makes it. What is left over at the right and at the bottom stays as it is.
pub fn squeeze(pixels: &mut [u8], width: usize, quality: f32) {
    let share = if quality < 50.0 { 50.0 / quality } else { 2.0 - quality / 50.0 };
    let steps = STEPS.map(|row| row.map(|step| (f32::from(step) * share).round().max(1.0)));
    let waves: Block = std::array::from_fn(|k| {
        std::array::from_fn(|x| {
            let norm = if k == 0 { (1.0_f32 / 8.0).sqrt() } else { 0.5 };
            norm * ((2 * x + 1) as f32 * k as f32 * std::f32::consts::PI / 16.0).cos()
        })
    });
    for rows in pixels.chunks_exact_mut(width * 8) {
        for left in (0..width / 8).map(|it| it * 8) {
            let block: Block = std::array::from_fn(|y| {
                std::array::from_fn(|x| f32::from(rows[y * width + left + x]) - 128.0)
            });
            // What is white all over stays so.
            if block.as_flattened().iter().all(|it| (*it - block[0][0]).abs() < 0.5) {
                continue;
            }
            let mut parts = product(&product(&waves, &block), &turned(&waves));
            for (parts, steps) in parts.iter_mut().zip(&steps) {
                for (part, step) in parts.iter_mut().zip(steps) {
                    *part = (*part / step).round_ties_even() * step;
                }
            }
            let seen = product(&product(&turned(&waves), &parts), &waves);
            for (y, seen) in seen.iter().enumerate() {
                let row = &mut rows[y * width + left..y * width + left + 8];
                for (pixel, seen) in row.iter_mut().zip(seen) {
                    *pixel = (seen + 128.5).clamp(0.0, 255.0) as u8;
                }
            }
        }
    }
}

fn product(one: &Block, other: &Block) -> Block {
    let mut all = [[0.0; 8]; 8];
    for (all, one) in all.iter_mut().zip(one) {
        for (by, other) in one.iter().zip(other) {
            for (sum, other) in all.iter_mut().zip(other) {
                *sum += by * other;
            }
        }
    }
    all
}

fn turned(block: &Block) -> Block {
    std::array::from_fn(|y| std::array::from_fn(|x| block[x][y]))
}
