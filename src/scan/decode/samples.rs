use super::fault::{DecodeFault, expect_size, gray, lightness};
use crate::scan::gray::Gray;

/// What the samples of a pixel are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Colors {
    /// How light it is.
    Gray,
    /// How light it is, and how opaque, which does not matter on a scan.
    GrayAlpha,
    /// Red, green, and blue.
    Rgb,
    /// Red, green, and blue, and how opaque it is.
    Rgba,
    /// Cyan, magenta, yellow, and black.
    Cmyk,
    /// The number of a color in this list.
    Indexed(Vec<[u8; 3]>),
}

impl Colors {
    /// How many samples a pixel has.
    #[must_use]
    pub fn count(&self) -> usize {
        match self {
            Self::Gray | Self::Indexed(_) => 1,
            Self::GrayAlpha => 2,
            Self::Rgb => 3,
            Self::Rgba | Self::Cmyk => 4,
        }
    }

    /// How light a pixel of these samples is, each from 0 to 255 but for the number of a color.
    fn lightness(&self, samples: &[u8]) -> u8 {
        match (self, samples) {
            (Self::Indexed(colors), [at, ..]) => {
                lightness(colors.get(usize::from(*at)).copied().unwrap_or_default())
            }
            (Self::Rgb | Self::Rgba, [red, green, blue, ..]) => lightness([*red, *green, *blue]),
            (Self::Cmyk, [cyan, magenta, yellow, black]) => {
                let on_white = |ink: u8| u8::MAX.saturating_sub(ink).saturating_sub(*black);
                lightness([*cyan, *magenta, *yellow].map(on_white))
            }
            (_, [light, ..]) => *light,
            (_, []) => u8::MAX,
        }
    }
}

/// The uncompressed samples of a picture, row by row. Each row begins with a new byte.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Samples<'a> {
    /// How many pixels wide it is.
    pub width: usize,
    /// How many pixels high it is.
    pub height: usize,
    /// What the samples of a pixel are.
    pub colors: Colors,
    /// How many bits a sample has: 1, 2, 4, 8 or 16.
    pub bits: usize,
    /// Whether 0 is lightest.
    pub is_inverted: bool,
    /// The bytes.
    pub data: &'a [u8],
}

impl Samples<'_> {
    /// The picture, in gray.
    pub fn gray(&self) -> Result<Gray, DecodeFault> {
        expect_size(self.width, self.height)?;
        let bits = self.bits;
        if ![1, 2, 4, 8, 16].contains(&bits) {
            return Err(DecodeFault::Damaged(format!("it has samples of {bits} bits")));
        }
        let count = self.colors.count();
        let row = (self.width * count * bits).div_ceil(8);
        if self.data.len() / row < self.height {
            return Err(DecodeFault::Damaged("it ends too early".to_owned()));
        }
        let mut pixels = Vec::with_capacity(self.width * self.height);
        let mut samples = Vec::with_capacity(self.width * count);
        for bytes in self.data.chunks_exact(row).take(self.height) {
            samples.clear();
            self.unpack(bytes, &mut samples);
            let row = samples.chunks_exact(count).take(self.width);
            pixels.extend(row.map(|pixel| self.colors.lightness(pixel)));
        }
        gray(self.width, self.height, pixels)
    }

    /// The samples of a row, each as a byte.
    fn unpack(&self, bytes: &[u8], samples: &mut Vec<u8>) {
        let is_number = matches!(self.colors, Colors::Indexed(_));
        match self.bits {
            8 => samples.extend_from_slice(bytes),
            16 => samples.extend(bytes.chunks_exact(2).map(|pair| pair[0])),
            bits => {
                let most = u8::MAX >> (8 - bits);
                let scale = if is_number { 1 } else { u8::MAX / most };
                let shifts = (0..8 / bits).map(|at| 8 - bits * (at + 1));
                for byte in bytes {
                    samples.extend(shifts.clone().map(|shift| (byte >> shift & most) * scale));
                }
            }
        }
        if self.is_inverted && !is_number {
            for sample in samples {
                *sample = u8::MAX - *sample;
            }
        }
    }
}
