use std::io::Cursor;

use tiff::ColorType;
use tiff::decoder::{Decoder, DecodingResult, Limits};
use tiff::tags::Tag;

use super::samples::{Colors, Samples};
use super::{DecodeFault, MAX_PIXELS, PageVisitor, expect_size};
use crate::scan::gray::Gray;

/// The most pages of a file. Files in which pages lead in a circle end here.
const MAX_PAGES: usize = 10_000;

/// Hands over the pages of a TIFF file.
pub(super) fn pages(bytes: &[u8], page: PageVisitor<'_>) {
    let mut limits = Limits::default();
    limits.decoding_buffer_size = MAX_PIXELS * 3;
    limits.intermediate_buffer_size = MAX_PIXELS * 3;
    let mut decoder = match Decoder::new(Cursor::new(bytes)) {
        Ok(decoder) => decoder.with_limits(limits),
        Err(error) => return page(&mut || Err(DecodeFault::of(&error))),
    };
    for _ in 0..MAX_PAGES {
        page(&mut || decode(&mut decoder));
        if !decoder.more_images() {
            return;
        }
        // Where the next page begins is not known if this one cannot be read.
        if let Err(error) = decoder.next_image() {
            return page(&mut || Err(DecodeFault::of(&error)));
        }
    }
}

fn decode(decoder: &mut Decoder<Cursor<&[u8]>>) -> Result<Gray, DecodeFault> {
    let fault = |error| DecodeFault::of(&error);
    let (width, height) = decoder.dimensions().map_err(fault)?;
    let side = |side: u32| usize::try_from(side).unwrap_or(usize::MAX);
    let (width, height) = (side(width), side(height));
    expect_size(width, height)?;
    let (colors, bits) = match decoder.colortype().map_err(fault)? {
        ColorType::Gray(bits) => (Colors::Gray, bits),
        ColorType::GrayA(bits) => (Colors::GrayAlpha, bits),
        ColorType::RGB(bits) => (Colors::Rgb, bits),
        ColorType::RGBA(bits) => (Colors::Rgba, bits),
        ColorType::CMYK(bits) => (Colors::Cmyk, bits),
        // The samples are turned into light and color only where they are JPEG; the first one is how light a pixel is.
        ColorType::YCbCr(8) => (Colors::Rgb, 8),
        ColorType::Palette(bits) => (Colors::Indexed(palette(decoder)?), bits),
        other => return Err(DecodeFault::Damaged(format!("its colors are not read: {other:?}"))),
    };
    let data = match decoder.read_image().map_err(fault)? {
        DecodingResult::U8(data) => data,
        DecodingResult::U16(data) => data.into_iter().flat_map(u16::to_be_bytes).collect(),
        _ => return Err(DecodeFault::Damaged("its samples are no whole numbers".to_owned())),
    };
    let bits = usize::from(bits);
    Samples { width, height, colors, bits, is_inverted: false, data: &data }.gray()
}

/// The colors of a picture that only numbers them (TIFF 6.0, section 5): all reds, all greens, all blues.
fn palette(decoder: &mut Decoder<Cursor<&[u8]>>) -> Result<Vec<[u8; 3]>, DecodeFault> {
    let map = decoder.get_tag_u16_vec(Tag::ColorMap).map_err(|error| DecodeFault::of(&error))?;
    let count = map.len() / 3;
    let high = |at: usize| map[at].to_be_bytes()[0];
    Ok((0..count).map(|at| [at, at + count, at + 2 * count].map(high)).collect())
}
