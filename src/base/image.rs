//! Images of pixels, as whoever read their files hands them on.

use std::fmt;
use std::hash::{Hash, Hasher};

use super::hash::Begun;

/// Pixels on white, row by row from the top left corner.
#[derive(Clone, PartialEq, Eq)]
pub struct Pixels {
    /// How many there are in a row.
    pub width: u32,
    /// How many rows there are.
    pub height: u32,
    /// What each of them says.
    pub colors: Colors,
    /// What all of them say, one after the other.
    pub samples: Vec<u8>,
}

/// What a pixel says, a byte each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colors {
    /// How light it is.
    Gray,
    /// How much red, green and blue it has.
    Rgb,
}

/// An image, and how large it is. Images that are printed alike are equal, whatever file each is from.
#[derive(Clone)]
pub struct Image {
    pixels: Pixels,
    per_meter: Option<[u32; 2]>,
    digest: [u8; 32],
}

impl Colors {
    /// How many bytes a pixel has.
    #[must_use]
    pub fn samples(self) -> usize {
        match self {
            Self::Gray => 1,
            Self::Rgb => 3,
        }
    }
}

impl Pixels {
    /// Whether there are as many samples as the pixels have.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        let side = |side: u32| usize::try_from(side).ok();
        let count = side(self.width).zip(side(self.height));
        let count = count.and_then(|(width, height)| width.checked_mul(height));
        let samples = count.and_then(|count| count.checked_mul(self.colors.samples()));
        samples == Some(self.samples.len())
    }
}

impl Image {
    /// An image with so many pixels to a meter, across and down, if that is known.
    #[must_use]
    pub fn new(pixels: Pixels, per_meter: Option<[u32; 2]>) -> Self {
        // None at all says nothing.
        let per_meter = per_meter.filter(|it| !it.contains(&0));
        let [across, down] = per_meter.unwrap_or([0; 2]);
        let mut digest = Begun::default();
        for number in [pixels.width, pixels.height, across, down] {
            digest.add(&number.to_be_bytes());
        }
        let digest = digest.and(&pixels.samples).whole();
        Self { pixels, per_meter, digest }
    }

    /// What is to be seen.
    #[must_use]
    pub fn pixels(&self) -> &Pixels {
        &self.pixels
    }

    /// How many pixels a meter has, across and down, if that is known.
    #[must_use]
    pub fn per_meter(&self) -> Option<[u32; 2]> {
        self.per_meter
    }

    /// By which it is known.
    #[must_use]
    pub fn digest(&self) -> &[u8; 32] {
        &self.digest
    }
}

impl PartialEq for Image {
    fn eq(&self, other: &Self) -> bool {
        self.digest == other.digest
    }
}

impl Eq for Image {}

impl Hash for Image {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.digest.hash(state);
    }
}

impl fmt::Debug for Pixels {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { width, height, colors, samples: _ } = self;
        f.debug_struct("Pixels")
            .field("width", width)
            .field("height", height)
            .field("colors", colors)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Image {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { pixels, per_meter, digest: _ } = self;
        f.debug_struct("Image")
            .field("pixels", pixels)
            .field("per_meter", per_meter)
            .finish_non_exhaustive()
    }
}
