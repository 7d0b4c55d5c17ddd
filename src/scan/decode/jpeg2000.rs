use hayro_jpeg2000::{ColorSpace, DecodeSettings, Image};

use super::fault::{DecodeFault, expect_size};
use super::samples::{Colors, Samples};
use crate::scan::gray::Gray;

/// Decodes a JPEG 2000 picture (ISO/IEC 15444-1) of a PDF.
pub fn jpeg2000(data: &[u8]) -> Result<Gray, DecodeFault> {
    let fault = |error| DecodeFault::of(&error);
    let image = Image::new(data, &DecodeSettings::default()).map_err(fault)?;
    let side = |side: u32| usize::try_from(side).unwrap_or(usize::MAX);
    let (width, height) = (side(image.width()), side(image.height()));
    expect_size(width, height)?;
    let colors = match (image.color_space(), image.has_alpha()) {
        (ColorSpace::Gray, false) => Colors::Gray,
        (ColorSpace::Gray, true) => Colors::GrayAlpha,
        (ColorSpace::RGB, false) => Colors::Rgb,
        (ColorSpace::RGB, true) => Colors::Rgba,
        (ColorSpace::CMYK, false) => Colors::Cmyk,
        (space, _) => match space.num_channels() {
            1 => Colors::Gray,
            3 => Colors::Rgb,
            _ => return Err(DecodeFault::Damaged("its colors are not read".to_owned())),
        },
    };
    let data = image.decode().map_err(fault)?;
    Samples { width, height, colors, bits: 8, is_inverted: false, data: &data }.gray()
}
