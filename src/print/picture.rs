//! In: the bytes of a PNG file. Out: what it looks like on white paper, as pixels.
//!
//! The file may come from anybody: its size and what the decoder may take are bounded. This module reads no file and knows no page.

use std::fmt;
use std::io::Cursor;

use png::{ColorType, Decoder, Info, Limits, Transformations, Unit};

use crate::base::image::{Colors, Image, Pixels};

/// Why a PNG image cannot be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PngFault {
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: &'static str,
}

/// The largest PNG file of a picture that is read, in bytes.
pub const MAX_PNG_BYTES: u64 = 16 * 1024 * 1024;
/// The most pixels of an image in a row, and the most rows.
const MAX_SIDE: u32 = 4000;
/// The memory that the decoder may take, in bytes.
const MAX_MEMORY: usize = 80 * 1024 * 1024;
/// How the file of a PNG image begins.
const SIGNATURE: &[u8] = b"\x89PNG";
/// The resolutions that are believed, in pixels to a meter: 25 to 5,000 dots per inch.
const RESOLUTIONS: std::ops::RangeInclusive<u32> = 1_000..=200_000;

/// Reads a PNG image.
pub fn read_png(bytes: &[u8]) -> Result<Image, PngFault> {
    if !bytes.starts_with(SIGNATURE) {
        let message = "the file is not a PNG image".to_owned();
        return Err(PngFault { message, help: "save the picture as PNG" });
    }
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
        let help = "make it smaller: 4,000 × 4,000 pixels are the limit";
        return Err(PngFault { message, help });
    }
    let per_meter = resolution(reader.info());
    let size = reader.output_buffer_size().ok_or_else(|| broken(&"it is too large"))?;
    let mut data = vec![0; size];
    let info = reader.next_frame(&mut data).map_err(|error| broken(&error))?;
    data.truncate(info.buffer_size());
    let (colors, samples) = match info.color_type {
        ColorType::Grayscale => (Colors::Gray, data),
        ColorType::Rgb => (Colors::Rgb, data),
        ColorType::GrayscaleAlpha => (Colors::Gray, on_white::<2>(&data)),
        ColorType::Rgba => (Colors::Rgb, on_white::<4>(&data)),
        ColorType::Indexed => return Err(broken(&"its colors were not resolved")),
    };
    let pixels = Pixels { width, height, colors, samples };
    if !pixels.is_whole() {
        return Err(broken(&"pixels are missing"));
    }
    Ok(Image::new(pixels, per_meter))
}

/// How many pixels a meter has, across and down, if a file says it.
fn resolution(info: &Info<'_>) -> Option<[u32; 2]> {
    let stated = info.pixel_dims.filter(|stated| stated.unit == Unit::Meter)?;
    let per_meter = [stated.xppu, stated.yppu];
    per_meter.iter().all(|it| RESOLUTIONS.contains(it)).then_some(per_meter)
}

/// Pixels of `N` samples, the last of which says how much they cover, as they look on white.
fn on_white<const N: usize>(data: &[u8]) -> Vec<u8> {
    let white = u32::from(u8::MAX);
    let mut mixed = Vec::with_capacity(data.len() / N * (N - 1));
    for pixel in data.as_chunks::<N>().0 {
        let alpha = u32::from(pixel[N - 1]);
        mixed.extend(pixel[..N - 1].iter().map(|channel| {
            let sum = u32::from(*channel) * alpha + white * (white - alpha) + white / 2;
            u8::try_from(sum / white).unwrap_or(u8::MAX)
        }));
    }
    mixed
}
