//! In: the image file of a logo. Out: a `Logo` of paths or pixels that every page can show.
//!
//! The file may come from anybody: nothing outside of it is read, and its size, its depth and the number of its parts are bounded.
//! Whatever cannot be drawn is a fault; nothing is left out in silence.

mod css;
mod drawing;
mod fault;
mod places;
mod png;
mod screen;
mod svg;
mod uses;
mod value;

pub use self::png::read_png;
pub use svg::{MAX_SVG_BYTES, read_svg};

use crate::base::unit::{Mm, Pt};
use crate::print::frame::Size;

/// The most room that a page has for a logo, in millimeters.
const MOST: (Mm, Mm) = (Mm(45.0), Mm(14.0));

/// The size of a logo of these proportions: as large as there is room.
fn fitted(width: f32, height: f32) -> Size {
    let (most_width, most_height) = (Pt::from(MOST.0), Pt::from(MOST.1));
    let scale = (most_width / width).min(most_height / height);
    Size { width: scale * width, height: scale * height }
}
