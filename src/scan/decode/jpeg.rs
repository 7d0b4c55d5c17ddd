use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::fault::{DecodeFault, MAX_SIDE, expect_size, gray};
use super::samples::{Colors, Samples};
use crate::scan::gray::Gray;

/// How often a progressive picture may be gone over. Encoders use about ten; more is made to take time.
const MAX_SCANS: usize = 64;

/// Decodes a JPEG picture.
pub fn jpeg(bytes: &[u8]) -> Result<Gray, DecodeFault> {
    let options = DecoderOptions::default()
        .set_max_width(MAX_SIDE)
        .set_max_height(MAX_SIDE)
        .jpeg_set_max_scans(MAX_SCANS)
        .jpeg_set_out_colorspace(ColorSpace::Luma);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().map_err(|error| DecodeFault::of(&error))?;
    let unknown = || DecodeFault::Damaged("it does not say how large it is".to_owned());
    let info = decoder.info().ok_or_else(unknown)?;
    let (width, height) = (usize::from(info.width), usize::from(info.height));
    expect_size(width, height)?;
    // Ink of four colors is light and color only after it was put on white.
    let is_color = matches!(
        decoder.input_colorspace(),
        Some(ColorSpace::CMYK | ColorSpace::YCCK | ColorSpace::RGB)
    );
    let output = if is_color { ColorSpace::RGB } else { ColorSpace::Luma };
    decoder.set_options(options.jpeg_set_out_colorspace(output));
    let data = decoder.decode().map_err(|error| DecodeFault::of(&error))?;
    if is_color {
        let colors = Colors::Rgb;
        return Samples { width, height, colors, bits: 8, is_inverted: false, data: &data }.gray();
    }
    gray(width, height, data)
}
