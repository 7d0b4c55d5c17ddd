//! In: a picture of a page. Out: which page it is, and where every place of it is in the picture.
//!
//! This module must not know what is asked on a page, nor what a PDF or a record is.

mod code;
mod gray;
mod page;
mod places;
mod squares;
mod view;

pub use gray::Gray;
pub use page::{FoundPage, PageFault, find};
pub use view::{Point, View};
