//! In: a `Document`. Out: the bytes of a PDF, by way of pages of plain data.
//!
//! `layout` makes pages of a document and knows no PDF; `pdf` writes pages and knows no document. This module must not know what a
//! bank or an interview is.

mod bar_style;
mod block_styles;
mod class;
pub mod collate;
mod fonts;
mod form_style;
pub mod frame;
pub mod layout;
mod look;
mod page_mark_style;
pub mod pdf;
mod strip_style;
mod style;
mod table_style;

pub use fonts::Fonts;
pub use style::Style;
