//! In: a `Document`. Out: the bytes of a PDF, by way of pages of plain data.
//!
//! `layout` makes pages of a document and knows no PDF; `pdf` writes pages and knows no document. This module must not know what a
//! bank or an interview is.

mod bar_style;
mod block_styles;
mod brand_style;
mod class;
pub mod collate;
mod font_family;
mod font_rules;
mod font_table;
mod fonts;
mod form_style;
pub mod frame;
pub mod layout;
pub mod logo;
mod logo_style;
mod look;
mod page_mark_style;
mod outlines;
pub mod pdf;
pub mod picture;
mod picture_style;
mod script_fonts;
mod simple_font;
mod strip_style;
mod style;
mod table_style;

pub use brand_style::BrandStyle;
pub use font_family::{FontFace, FontFamily, FontFault, MAX_FONT_BYTES};
pub use fonts::Fonts;
pub use style::Style;
