use super::fitted;
use crate::base::image::{Colors, Pixels};
use crate::print::frame::{Logo, LogoImage};
use crate::print::picture::{self, PngFault};

/// How many pixels fit in a row and in a column at 400 to an inch, which is as fine as an office printer shows colors.
const MOST: (u32, u32) = (708, 220);

/// Reads a PNG image as a logo on white. `alt` is what screen readers say in its place.
pub fn read_png(bytes: &[u8], alt: &str) -> Result<Logo, PngFault> {
    let image = picture::read_png(bytes)?;
    let pixels = shrunk(image.pixels());
    if pixels.samples.iter().all(|sample| *sample == u8::MAX) {
        let message = "the PNG image shows nothing on white paper".to_owned();
        return Err(PngFault {
            message,
            help: "use the version of the logo for light backgrounds",
        });
    }
    // Both are at most 4,000.
    #[expect(clippy::cast_precision_loss, reason = "small numbers are exact")]
    let size = fitted(image.pixels().width as f32, image.pixels().height as f32);
    Ok(Logo { size, alt: alt.to_owned(), image: LogoImage::Pixels(pixels) })
}

/// An image in colors with no more pixels than a page shows: several of them become one of their mean color.
fn shrunk(Pixels { width, height, colors, samples }: &Pixels) -> Pixels {
    let (width, height) = (*width, *height);
    let step = width.div_ceil(MOST.0).max(height.div_ceil(MOST.1)).max(1);
    let (columns, rows) = (width.div_ceil(step), height.div_ceil(step));
    let mut small = Vec::new();
    for row in 0..rows {
        for column in 0..columns {
            let ys = row * step..((row + 1) * step).min(height);
            let xs = column * step..((column + 1) * step).min(width);
            let all = ys.flat_map(|y| xs.clone().map(move |x| y * width + x));
            let all = all.filter_map(|at| pixel(samples, *colors, usize::try_from(at).ok()?));
            let (mut sums, mut count) = ([0u32; 3], 0u32);
            for pixel in all {
                count += 1;
                for (sum, channel) in sums.iter_mut().zip(pixel) {
                    *sum += u32::from(channel);
                }
            }
            let count = count.max(1);
            small
                .extend(sums.map(|sum| u8::try_from((sum + count / 2) / count).unwrap_or(u8::MAX)));
        }
    }
    Pixels { width: columns, height: rows, colors: Colors::Rgb, samples: small }
}

/// The color of the pixel with this number.
fn pixel(samples: &[u8], colors: Colors, at: usize) -> Option<[u8; 3]> {
    match colors {
        Colors::Gray => samples.get(at).map(|gray| [*gray; 3]),
        Colors::Rgb => samples.get(at * 3..)?.first_chunk().copied(),
    }
}
