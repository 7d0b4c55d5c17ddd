use crate::scan::gray::Gray;

/// The most pixels of a page: A4 in 600 dots per inch has 35 million. With it, no picture takes more than 300 MB while it is decoded.
pub const MAX_PIXELS: usize = 48_000_000;
/// The most pixels in a row, and the most rows.
pub(super) const MAX_SIDE: usize = 20_000;

/// Why a picture, or a page of it, cannot be decoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DecodeFault {
    /// It has more pixels than a page of paper needs: how many in a row, and how many rows.
    TooLarge(usize, usize),
    /// It is damaged: what the decoder says.
    Damaged(String),
}

impl DecodeFault {
    pub(super) fn of(error: &impl std::fmt::Display) -> Self {
        Self::Damaged(error.to_string())
    }
}

/// Takes the pages of a picture, each as what decodes it.
pub type PageVisitor<'v> = &'v mut dyn FnMut(&mut dyn FnMut() -> Result<Gray, DecodeFault>);

/// Expects a size that a page can have.
pub(super) fn expect_size(width: usize, height: usize) -> Result<(), DecodeFault> {
    let fits = (1..=MAX_SIDE).contains(&width)
        && (1..=MAX_SIDE).contains(&height)
        && width * height <= MAX_PIXELS;
    if fits { Ok(()) } else { Err(DecodeFault::TooLarge(width, height)) }
}

/// A picture of these pixels.
pub(super) fn gray(width: usize, height: usize, pixels: Vec<u8>) -> Result<Gray, DecodeFault> {
    let short = || DecodeFault::Damaged("it has fewer pixels than it says".to_owned());
    Gray::new(width, height, pixels).ok_or_else(short)
}

/// How light a color is (ITU-R BT.601).
pub(super) fn lightness([red, green, blue]: [u8; 3]) -> u8 {
    let [red, green, blue] = [red, green, blue].map(u32::from);
    u8::try_from((299 * red + 587 * green + 114 * blue + 500) / 1000).unwrap_or(u8::MAX)
}
