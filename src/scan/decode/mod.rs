//! In: the bytes of a picture, as a scanner or a camera saved it. Out: its pages, gray, one after the other.

mod bilevel;
mod jpeg;
mod jpeg2000;
mod png;
mod samples;
mod tiff;

pub use bilevel::{FaxCoding, fax, jbig2};
pub use jpeg2000::jpeg2000;
pub use samples::{Colors, Samples};

use super::gray::Gray;

pub use jpeg::jpeg;

/// The most pixels of a page: A4 in 600 dots per inch has 35 million. With it, no picture takes more than 300 MB while it is decoded.
pub const MAX_PIXELS: usize = 48_000_000;
/// The most pixels in a row, and the most rows.
const MAX_SIDE: usize = 20_000;

/// Why a picture, or a page of it, cannot be decoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DecodeFault {
    /// It has more pixels than a page of paper needs: how many in a row, and how many rows.
    TooLarge(usize, usize),
    /// It is damaged: what the decoder says.
    Damaged(String),
}

impl DecodeFault {
    fn of(error: &impl std::fmt::Display) -> Self {
        Self::Damaged(error.to_string())
    }
}

/// Takes the pages of a picture, each as what decodes it.
pub type PageVisitor<'v> = &'v mut dyn FnMut(&mut dyn FnMut() -> Result<Gray, DecodeFault>);

/// What kind of picture a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureKind {
    /// Portable Network Graphics.
    Png,
    /// JPEG.
    Jpeg,
    /// TIFF, of one page or several.
    Tiff,
}

impl PictureKind {
    /// The kind of picture that these bytes begin as. `None` if they begin as none that is read.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let begins = |mark: &[u8]| bytes.starts_with(mark);
        if begins(b"\x89PNG\r\n\x1a\n") {
            Some(Self::Png)
        } else if begins(b"\xFF\xD8\xFF") {
            Some(Self::Jpeg)
        } else if [b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"].iter().any(|mark| begins(*mark)) {
            Some(Self::Tiff)
        } else {
            None
        }
    }

    /// Hands over the pages of a picture in their order, each as what decodes it: a page that need not be decoded takes no time.
    pub fn pages(self, bytes: &[u8], page: PageVisitor<'_>) {
        match self {
            Self::Png => page(&mut || png::png(bytes)),
            Self::Jpeg => page(&mut || jpeg(bytes)),
            Self::Tiff => tiff::pages(bytes, page),
        }
    }
}

/// Expects a size that a page can have.
fn expect_size(width: usize, height: usize) -> Result<(), DecodeFault> {
    let fits = (1..=MAX_SIDE).contains(&width)
        && (1..=MAX_SIDE).contains(&height)
        && width * height <= MAX_PIXELS;
    if fits { Ok(()) } else { Err(DecodeFault::TooLarge(width, height)) }
}

/// A picture of these pixels.
fn gray(width: usize, height: usize, pixels: Vec<u8>) -> Result<Gray, DecodeFault> {
    let short = || DecodeFault::Damaged("it has fewer pixels than it says".to_owned());
    Gray::new(width, height, pixels).ok_or_else(short)
}

/// How light a color is (ITU-R BT.601).
fn lightness([red, green, blue]: [u8; 3]) -> u8 {
    let [red, green, blue] = [red, green, blue].map(u32::from);
    u8::try_from((299 * red + 587 * green + 114 * blue + 500) / 1000).unwrap_or(u8::MAX)
}
