use std::io::Cursor;

use png::{BitDepth, ColorType, Decoder, Limits, Transformations};

use super::fault::{DecodeFault, MAX_PIXELS, expect_size};
use super::samples::{Colors, Samples};
use crate::scan::gray::Gray;

/// Decodes a PNG picture.
pub(super) fn png(bytes: &[u8]) -> Result<Gray, DecodeFault> {
    let limits = Limits { bytes: MAX_PIXELS * 4 };
    let mut decoder = Decoder::new_with_limits(Cursor::new(bytes), limits);
    decoder.set_transformations(Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().map_err(|error| DecodeFault::of(&error))?;
    let side = |side: u32| usize::try_from(side).unwrap_or(usize::MAX);
    let (width, height) = (side(reader.info().width), side(reader.info().height));
    expect_size(width, height)?;
    let (color, depth) = reader.output_color_type();
    let colors = match (color, depth) {
        (ColorType::Grayscale, BitDepth::Eight) => Colors::Gray,
        (ColorType::GrayscaleAlpha, BitDepth::Eight) => Colors::GrayAlpha,
        (ColorType::Rgb, BitDepth::Eight) => Colors::Rgb,
        (ColorType::Rgba, BitDepth::Eight) => Colors::Rgba,
        _ => return Err(DecodeFault::Damaged("its colors were not resolved".to_owned())),
    };
    let length = reader.output_buffer_size().ok_or(DecodeFault::TooLarge(width, height))?;
    let mut data = vec![0; length];
    reader.next_frame(&mut data).map_err(|error| DecodeFault::of(&error))?;
    Samples { width, height, colors, bits: 8, is_inverted: false, data: &data }.gray()
}
