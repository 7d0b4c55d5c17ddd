use hayro_ccitt::{DecodeSettings, DecoderContext, EncodingMode};

use super::fault::{DecodeFault, MAX_PIXELS, expect_size, gray};
use crate::scan::gray::Gray;

/// How a fax is coded (ITU-T T.4 and T.6; ISO 32000-1, table 11).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "they are those of the standard")]
pub struct FaxCoding {
    /// Below 0 for T.6, 0 for T.4 in one dimension, above 0 for T.4 in two.
    pub k: i64,
    /// How many pixels wide it is.
    pub width: usize,
    /// How many pixels high it is.
    pub height: usize,
    /// Whether there are codes for the ends of lines.
    pub has_line_ends: bool,
    /// Whether each line begins with a new byte.
    pub is_aligned: bool,
    /// Whether there may be a code for the end.
    pub has_end: bool,
    /// Whether 1 is black.
    pub is_black_one: bool,
}

/// Decodes a fax. Rows that are missing at its end are white.
pub fn fax(data: &[u8], coding: &FaxCoding) -> Result<Gray, DecodeFault> {
    let FaxCoding { width, height, .. } = *coding;
    expect_size(width, height)?;
    let side = |side: usize| u32::try_from(side).unwrap_or(u32::MAX);
    let settings = DecodeSettings {
        columns: side(width),
        rows: side(height),
        end_of_block: coding.has_end,
        end_of_line: coding.has_line_ends,
        rows_are_byte_aligned: coding.is_aligned,
        encoding: match coding.k {
            ..0 => EncodingMode::Group4,
            0 => EncodingMode::Group3_1D,
            k => EncodingMode::Group3_2D { k: u32::try_from(k).unwrap_or(u32::MAX) },
        },
        invert_black: coding.is_black_one,
    };
    let mut rows = Rows::new(width);
    let decoded = hayro_ccitt::decode(data, &mut rows, &mut DecoderContext::new(settings));
    if rows.count() < height / 2 {
        let why = decoded.err().map_or("it ends too early".to_owned(), |it| it.to_string());
        return Err(DecodeFault::Damaged(why));
    }
    rows.finish(height)
}

/// Decodes a JBIG2 picture (ITU-T T.88) of a PDF. `globals` are the parts that several of its pictures share.
pub fn jbig2(data: &[u8], globals: Option<&[u8]>) -> Result<Gray, DecodeFault> {
    let fault = |error| DecodeFault::of(&error);
    let image = hayro_jbig2::Image::new_embedded(data, globals).map_err(fault)?;
    let side = |side: u32| usize::try_from(side).unwrap_or(usize::MAX);
    let (width, height) = (side(image.width()), side(image.height()));
    expect_size(width, height)?;
    let mut rows = Rows::new(width);
    image.decode(&mut Black(&mut rows)).map_err(fault)?;
    rows.finish(height)
}

/// The pixels of a picture that is being decoded.
struct Rows {
    width: usize,
    pixels: Vec<u8>,
    /// How many pixels the current row has.
    filled: usize,
}

impl Rows {
    fn new(width: usize) -> Self {
        Self { width, pixels: Vec::new(), filled: 0 }
    }

    /// How many rows are complete.
    fn count(&self) -> usize {
        self.pixels.len() / self.width
    }

    /// Adds pixels, as far as the row has room for them.
    fn push(&mut self, is_white: bool, count: usize) {
        let count = count.min(self.width - self.filled);
        if self.pixels.len() + count <= MAX_PIXELS {
            let light = if is_white { u8::MAX } else { 0 };
            self.pixels.extend(std::iter::repeat_n(light, count));
            self.filled += count;
        }
    }

    fn end_row(&mut self) {
        if self.filled > 0 {
            self.push(true, self.width);
        }
        self.filled = 0;
    }

    fn finish(mut self, height: usize) -> Result<Gray, DecodeFault> {
        self.pixels.resize(self.width * height, u8::MAX);
        gray(self.width, height, self.pixels)
    }
}

impl hayro_ccitt::Decoder for Rows {
    fn push_pixel(&mut self, white: bool) {
        self.push(white, 1);
    }

    fn push_pixel_chunk(&mut self, white: bool, chunk_count: u32) {
        self.push(white, usize::try_from(chunk_count).unwrap_or(usize::MAX).saturating_mul(8));
    }

    fn next_line(&mut self) {
        self.end_row();
    }
}

/// What JBIG2 calls set is black.
struct Black<'r>(&'r mut Rows);

impl hayro_jbig2::Decoder for Black<'_> {
    fn push_pixel(&mut self, black: bool) {
        self.0.push(!black, 1);
    }

    fn push_pixel_chunk(&mut self, black: bool, chunk_count: u32) {
        let count = usize::try_from(chunk_count).unwrap_or(usize::MAX).saturating_mul(8);
        self.0.push(!black, count);
    }

    fn next_line(&mut self) {
        self.0.end_row();
    }
}
