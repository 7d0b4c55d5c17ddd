use std::io::Cursor;

use tiff::ColorType;
use tiff::decoder::{Decoder, DecodingResult, Limits};
use tiff::tags::Tag;

use super::bilevel::{FaxCoding, fax};
use super::fault::{DecodeFault, MAX_PIXELS, PageVisitor, expect_size, gray};
use super::samples::{Colors, Samples};
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
        page(&mut || decode(&mut decoder, bytes));
        if !decoder.more_images() {
            return;
        }
        // Where the next page begins is not known if this one cannot be read.
        if let Err(error) = decoder.next_image() {
            return page(&mut || Err(DecodeFault::of(&error)));
        }
    }
}

fn decode(decoder: &mut Decoder<Cursor<&[u8]>>, bytes: &[u8]) -> Result<Gray, DecodeFault> {
    let fault = |error| DecodeFault::of(&error);
    let (width, height) = decoder.dimensions().map_err(fault)?;
    let side = |side: u32| usize::try_from(side).unwrap_or(usize::MAX);
    let (width, height) = (side(width), side(height));
    expect_size(width, height)?;
    if let Some(is_2d) = fax_dimensions(decoder) {
        return fax_strips(decoder, bytes, (width, height), is_2d);
    }
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

/// Whether a page is a fax in one or two dimensions (TIFF 6.0, sections 10 and 11), which the decoder does not read. `None` if it is none.
fn fax_dimensions(decoder: &mut Decoder<Cursor<&[u8]>>) -> Option<bool> {
    const IN_ONE: u32 = 2;
    const T4: u32 = 3;
    match decoder.get_tag_u32(Tag::Compression).ok()? {
        IN_ONE => Some(false),
        T4 => {
            let options = decoder.get_tag_u32(Tag::Unknown(T4_OPTIONS)).unwrap_or(0);
            Some(options & 1 == 1)
        }
        _ => None,
    }
}

/// The tag that says how a fax of T.4 is coded.
const T4_OPTIONS: u16 = 292;
/// The tag that says whether bytes begin with their lowest bit.
const FILL_ORDER: u16 = 266;

/// Decodes a fax, strip by strip.
fn fax_strips(
    decoder: &mut Decoder<Cursor<&[u8]>>,
    bytes: &[u8],
    (width, height): (usize, usize),
    is_2d: bool,
) -> Result<Gray, DecodeFault> {
    let fault = |error| DecodeFault::of(&error);
    let offsets = decoder.get_tag_u64_vec(Tag::StripOffsets).map_err(fault)?;
    let lengths = decoder.get_tag_u64_vec(Tag::StripByteCounts).map_err(fault)?;
    let rows = decoder.get_tag_u32(Tag::RowsPerStrip).ok();
    let rows = rows.and_then(|rows| usize::try_from(rows).ok()).unwrap_or(height).clamp(1, height);
    let is_modified = decoder.get_tag_u32(Tag::Compression).map_err(fault)? == 2;
    let is_reversed = decoder.get_tag_u32(Tag::Unknown(FILL_ORDER)).is_ok_and(|order| order == 2);
    // White is what the codes say, unless 0 is black.
    let is_inverted = decoder
        .get_tag_u32(Tag::PhotometricInterpretation)
        .is_ok_and(|photometric| photometric == 1);
    let mut pixels = Vec::with_capacity(width * height);
    for (offset, length) in offsets.into_iter().zip(lengths) {
        let left = height - pixels.len() / width;
        if left == 0 {
            break;
        }
        let start = usize::try_from(offset).unwrap_or(usize::MAX);
        let end = start.saturating_add(usize::try_from(length).unwrap_or(usize::MAX));
        let strip = bytes
            .get(start..end)
            .ok_or_else(|| DecodeFault::Damaged("it ends too early".to_owned()))?;
        let strip: Vec<u8> = if is_reversed {
            strip.iter().map(|byte| byte.reverse_bits()).collect()
        } else {
            strip.to_vec()
        };
        let coding = FaxCoding {
            k: i64::from(is_2d),
            width,
            height: rows.min(left),
            has_line_ends: !is_modified,
            is_aligned: is_modified,
            has_end: !is_modified,
            is_black_one: false,
        };
        pixels.extend_from_slice(fax(&strip, &coding)?.pixels());
    }
    pixels.resize(width * height, u8::MAX);
    let page = gray(width, height, pixels)?;
    Ok(if is_inverted { page.inverted() } else { page })
}

/// The colors of a picture that only numbers them (TIFF 6.0, section 5): all reds, all greens, all blues.
fn palette(decoder: &mut Decoder<Cursor<&[u8]>>) -> Result<Vec<[u8; 3]>, DecodeFault> {
    let map = decoder.get_tag_u16_vec(Tag::ColorMap).map_err(|error| DecodeFault::of(&error))?;
    let count = map.len() / 3;
    let high = |at: usize| map[at].to_be_bytes()[0];
    Ok((0..count).map(|at| [at, at + count, at + 2 * count].map(high)).collect())
}
