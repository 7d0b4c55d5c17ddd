//! In: a picture of a page. Out: which page it is, where every place of it is in the picture, and what was done to its boxes.
//!
//! This module must not know what is asked on a page, nor what a PDF or a record is.

mod area;
mod boxes;
mod code;
mod cross;
mod faint;
pub mod decode;
mod fold;
mod folds;
mod frames;
mod gray;
mod ink;
mod page;
mod places;
mod printed_box;
mod row;
mod squares;
mod tone;
mod view;

pub use area::{Area, CROP_PER_METER, crop, is_written_on};
pub use boxes::{BoxMark, Misplaced, read_boxes};
pub use faint::loses_faint_marks;
pub use gray::Gray;
pub use page::{FoundPage, PageFault, find};
pub use places::size;
pub use printed_box::PrintedBox;
pub use row::{RowMark, read_row};
pub use tone::{is_blank, is_dark};
pub use view::{Point, View};
