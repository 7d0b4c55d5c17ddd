//! In: the bytes of a picture, as a scanner or a camera saved it. Out: its pages, gray, one after the other.

mod bilevel;
mod canvas;
mod fault;
mod jpeg;
mod jpeg2000;
mod kind;
mod png;
mod samples;
mod tiff;

pub use bilevel::{FaxCoding, fax, jbig2};
pub use canvas::{Canvas, Paint, Placing};
pub use fault::{DecodeFault, MAX_PIXELS, PageVisitor};
pub use jpeg::jpeg;
pub use jpeg2000::jpeg2000;
pub use kind::PictureKind;
pub use samples::{Colors, Samples};
