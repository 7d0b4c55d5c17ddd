use png::{BitDepth, ColorType, Compression, Encoder};

use crate::scan::Gray;

/// A gray picture as a PNG file. `None` if it cannot be made one, which no picture of a page is.
pub(super) fn png(picture: &Gray) -> Option<Vec<u8>> {
    let side = |side: usize| u32::try_from(side).ok();
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, side(picture.width())?, side(picture.height())?);
    encoder.set_color(ColorType::Grayscale);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Fast);
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(picture.pixels()).ok()?;
    writer.finish().ok()?;
    Some(bytes)
}
