//! In: the bytes of a PDF or FDF file. Out: its objects, one by one.
//!
//! This module must not know what a form is.

mod file;
mod filter;
mod object;
mod operations;
mod parser;
mod stream;
mod xref;

pub(super) use file::PdfFile;
pub(super) use object::{Dict, Id, Object};
pub(super) use operations::{Operation, Operations};
pub(super) use parser::Parser;
pub(super) use stream::PictureData;
