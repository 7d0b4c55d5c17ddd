use png::{BitDepth, ColorType, Compression, Encoder, PixelDimensions, Unit};

use crate::scan::{CROP_PER_METER, Gray};

/// A part of a page as a PNG file, which says how large that part is on paper. `None` if it cannot be made one, which no part of a page is.
pub(super) fn png(picture: &Gray) -> Option<Vec<u8>> {
    let side = |side: usize| u32::try_from(side).ok();
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, side(picture.width())?, side(picture.height())?);
    encoder.set_color(ColorType::Grayscale);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Fast);
    encoder.set_pixel_dims(Some(PixelDimensions {
        xppu: CROP_PER_METER,
        yppu: CROP_PER_METER,
        unit: Unit::Meter,
    }));
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(picture.pixels()).ok()?;
    writer.finish().ok()?;
    Some(bytes)
}
