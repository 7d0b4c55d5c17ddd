//! In: a brand file, in the form of brand.yml (<https://posit-dev.github.io/brand-yml>). Out: what of it has a place on printed pages.
//!
//! The logo and the fonts are named here, and read elsewhere. Keys that brand.yml defines for other programs are accepted and have no
//! effect.

mod color;
mod fields;
mod file;
mod length;
mod logo;
mod model;
mod settings;
mod typography;

pub use color::LEAST_CONTRAST;
pub use file::read;
pub use model::{Brand, BrandFont, BrandLogo, PageSettings};
