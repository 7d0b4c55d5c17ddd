use std::fmt;
use std::str::FromStr;

/// A color of the sRGB color space (IEC 61966-2-1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rgb {
    /// Red.
    pub red: u8,
    /// Green.
    pub green: u8,
    /// Blue.
    pub blue: u8,
}

/// A text that is not a color.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RgbParseError;

impl Rgb {
    /// White paper.
    pub const WHITE: Self = Self { red: 255, green: 255, blue: 255 };

    /// The contrast with white, from 1 for white to 21 for black (WCAG 2.2, “contrast ratio”).
    #[must_use]
    pub fn contrast_with_white(self) -> f64 {
        (1.0 + FLARE) / (self.luminance() + FLARE)
    }

    /// The relative luminance, from 0 for black to 1 for white (WCAG 2.2).
    fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }
}

/// The light that every surface reflects, as WCAG assumes it.
const FLARE: f64 = 0.05;

impl FromStr for Rgb {
    type Err = RgbParseError;

    /// Reads `#0B4F6C`, or `#04F` for `#0044FF`.
    fn from_str(text: &str) -> Result<Self, RgbParseError> {
        let digits = text.strip_prefix('#').ok_or(RgbParseError)?;
        let digits = digits.chars().map(|digit| digit.to_digit(16));
        let digits: Vec<u8> = digits
            .map(|digit| digit.and_then(|digit| u8::try_from(digit).ok()))
            .collect::<Option<_>>()
            .ok_or(RgbParseError)?;
        let [red, green, blue] = match *digits.as_slice() {
            [red, green, blue] => [red * 17, green * 17, blue * 17],
            [r1, r2, g1, g2, b1, b2] => [r1 * 16 + r2, g1 * 16 + g2, b1 * 16 + b2],
            _ => return Err(RgbParseError),
        };
        Ok(Self { red, green, blue })
    }
}

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { red, green, blue } = self;
        write!(f, "#{red:02X}{green:02X}{blue:02X}")
    }
}
