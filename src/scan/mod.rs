//! In: a picture of a page. Out: which page it is, where every place of it is in the picture, and what was done to its boxes.
//!
//! This module must not know what is asked on a page, nor what a PDF or a record is.

mod boxes;
mod code;
mod frames;
mod gray;
mod ink;
mod page;
mod places;
mod printed_box;
mod row;
mod squares;
mod view;

pub use boxes::{BoxMark, Misplaced, read_boxes};
pub use gray::Gray;
pub use page::{FoundPage, PageFault, find};
pub use printed_box::PrintedBox;
pub use row::{RowMark, read_row};
pub use view::{Point, View};
