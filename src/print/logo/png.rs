use std::fmt;
use std::io::Cursor;

use png::{ColorType, Decoder, Limits, Transformations};

use super::fitted;
use crate::print::frame::{Logo, LogoImage, Pixels};

/// Why a PNG image cannot be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PngFault {
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: &'static str,
}

/// The most pixels of an image in a row, and the most rows.
const MAX_SIDE: u32 = 4000;
/// The memory that the decoder may take, in bytes.
const MAX_MEMORY: usize = 80 * 1024 * 1024;
/// How many pixels fit in a row and in a column at 400 to an inch, which is as fine as an office printer shows colors.
const MOST: (u32, u32) = (708, 220);

/// Reads a PNG image as a logo on white. `alt` is what screen readers say in its place.
pub fn read_png(bytes: &[u8], alt: &str) -> Result<Logo, PngFault> {
    let broken = |error: &dyn fmt::Display| PngFault {
        message: format!("the PNG image cannot be read: {error}"),
        help: "export the image again",
    };
    let limits = Limits { bytes: MAX_MEMORY };
    let mut decoder = Decoder::new_with_limits(Cursor::new(bytes), limits);
    decoder.set_transformations(Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().map_err(|error| broken(&error))?;
    let (width, height) = (reader.info().width, reader.info().height);
    if width > MAX_SIDE || height > MAX_SIDE {
        let message = format!("the PNG image has {width} × {height} pixels");
        let help =
            "make it smaller: 4,000 × 4,000 pixels are the limit, and 700 in a row are enough";
        return Err(PngFault { message, help });
    }
    let size = reader.output_buffer_size().ok_or_else(|| broken(&"it is too large"))?;
    let mut data = vec![0; size];
    let info = reader.next_frame(&mut data).map_err(|error| broken(&error))?;
    let samples = match info.color_type {
        ColorType::Grayscale => 1,
        ColorType::GrayscaleAlpha => 2,
        ColorType::Rgb => 3,
        ColorType::Rgba => 4,
        ColorType::Indexed => return Err(broken(&"its colors were not resolved")),
    };
    let rgb: Vec<[u8; 3]> = data.chunks_exact(samples).map(on_white).collect();
    let pixels = shrunk(&rgb, width, height);
    if pixels.rgb.iter().all(|sample| *sample == u8::MAX) {
        let message = "the PNG image shows nothing on white paper".to_owned();
        return Err(PngFault {
            message,
            help: "use the version of the logo for light backgrounds",
        });
    }
    // Both are at most 4,000.
    #[expect(clippy::cast_precision_loss, reason = "small numbers are exact")]
    let size = fitted(width as f32, height as f32);
    Ok(Logo { size, alt: alt.to_owned(), image: LogoImage::Pixels(pixels) })
}

/// A pixel as it looks on white.
fn on_white(pixel: &[u8]) -> [u8; 3] {
    let (color, alpha) = match *pixel {
        [gray] => ([gray; 3], u8::MAX),
        [gray, alpha] => ([gray; 3], alpha),
        [red, green, blue] => ([red, green, blue], u8::MAX),
        [red, green, blue, alpha, ..] => ([red, green, blue], alpha),
        [] => ([u8::MAX; 3], u8::MAX),
    };
    let white = u32::from(u8::MAX);
    color.map(|channel| {
        let alpha = u32::from(alpha);
        let mixed = (u32::from(channel) * alpha + white * (white - alpha) + white / 2) / white;
        u8::try_from(mixed).unwrap_or(u8::MAX)
    })
}

/// An image with no more pixels than a page shows: several of them become one of their mean color.
fn shrunk(rgb: &[[u8; 3]], width: u32, height: u32) -> Pixels {
    let step = width.div_ceil(MOST.0).max(height.div_ceil(MOST.1)).max(1);
    let (columns, rows) = (width.div_ceil(step), height.div_ceil(step));
    let mut small = Vec::new();
    for row in 0..rows {
        for column in 0..columns {
            let ys = row * step..((row + 1) * step).min(height);
            let xs = column * step..((column + 1) * step).min(width);
            let all = ys.flat_map(|y| xs.clone().map(move |x| y * width + x));
            let all = all.filter_map(|at| rgb.get(usize::try_from(at).ok()?));
            let (mut sums, mut count) = ([0u32; 3], 0u32);
            for pixel in all {
                count += 1;
                for (sum, channel) in sums.iter_mut().zip(pixel) {
                    *sum += u32::from(*channel);
                }
            }
            let count = count.max(1);
            small
                .extend(sums.map(|sum| u8::try_from((sum + count / 2) / count).unwrap_or(u8::MAX)));
        }
    }
    Pixels { width: columns, height: rows, rgb: small }
}
