//! In: the bytes of a PDF with a form, or of the data of a form (FDF, XFDF). Out: the documents in it as they were filled in.
//!
//! This module must not know what a question or a rating is: it reads fields by their names. It takes nothing for granted in a file:
//! `limit.rs` says how much of it is read, and what is not beyond doubt is no value. `docs/decisions/0027-reading-forms.md` gives the
//! rules.

mod code_map;
mod composite;
mod document;
mod entry;
mod export;
mod fault;
mod fdf;
mod field;
mod identity;
mod images;
mod limit;
mod pages;
mod pdf;
mod pdf_form;
mod pictures;
mod printed;
mod scope;
mod state;
mod text;
mod tree;
mod words;
mod xfdf;

use super::{Fault, FilledDocument, Kits, ReturnedFile};

pub use images::{PictureVisitor, page_pictures};
pub use pictures::fault_of;
pub use printed::PlacedDocument;

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = limit::FILE_BYTES;
/// How far from its beginning a file may say what it is. Viewers look as far.
const HEAD: usize = 1024;

/// What kind of file it is.
enum FileKind {
    Pdf,
    Fdf,
    Xfdf,
}

fn kind(bytes: &[u8]) -> Option<FileKind> {
    let head = &bytes[..bytes.len().min(HEAD)];
    let begins = |mark: &[u8]| head.windows(mark.len()).any(|it| it == mark);
    if begins(b"%PDF-") {
        Some(FileKind::Pdf)
    } else if begins(b"%FDF-") {
        Some(FileKind::Fdf)
    } else {
        xfdf::is_xfdf(head).then_some(FileKind::Xfdf)
    }
}

/// Whether a file is a PDF, or the data of a form.
#[must_use]
pub fn is_form(bytes: &[u8]) -> bool {
    kind(bytes).is_some()
}

fn without_places(
    documents: Vec<Result<PlacedDocument, Fault>>,
) -> Vec<Result<FilledDocument, Fault>> {
    let document = |placed: PlacedDocument| placed.0;
    documents.into_iter().map(|it| it.map(document)).collect()
}

/// Reads the documents of a blank PDF, each with where its fields are printed. `None` if it is another kind of file.
#[must_use]
pub fn read_blank(file: &ReturnedFile<'_>) -> Option<Vec<Result<PlacedDocument, Fault>>> {
    let is_pdf = matches!(kind(file.bytes), Some(FileKind::Pdf));
    let is_read = is_pdf && file.bytes.len() <= limit::FILE_BYTES;
    is_read.then(|| pdf_form::read(file.bytes, true).unwrap_or_else(|fault| vec![Err(fault)]))
}

/// Reads the documents of a file, in the order of its pages. A file that is refused as a whole is one fault. `kits` are documents as they
/// were built: they say what kind of field is behind a value of an export, which does not.
#[must_use]
pub fn read(file: &ReturnedFile<'_>, kits: &Kits) -> Vec<Result<FilledDocument, Fault>> {
    let bytes = file.bytes;
    if bytes.len() > limit::FILE_BYTES {
        let most = limit::FILE_BYTES >> 20;
        return vec![Err(limit::too_large(format!("it is larger than {most} MiB")))];
    }
    let read = match kind(bytes) {
        Some(FileKind::Pdf) => pdf_form::read(bytes, false).map(without_places),
        Some(FileKind::Fdf) => fdf::read(bytes).and_then(|export| export.documents(kits)),
        Some(FileKind::Xfdf) => xfdf::read(bytes).and_then(|export| export.documents(kits)),
        None => Err(fault::damaged("it is neither a PDF nor the data of a form")),
    };
    read.unwrap_or_else(|fault| vec![Err(fault)])
}
