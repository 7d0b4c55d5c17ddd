use super::compare::Kits;
use super::document::{Fault, FilledDocument, ReturnedFile};
use super::refusal::RefusalCode;
use super::{form, markdown};
use crate::scan::decode::PictureKind;

/// What a zip archive begins with (APPNOTE.TXT, 4.3.7).
const ARCHIVE: &[u8] = b"PK\x03\x04";
/// How far a file is looked at to tell whether it is text.
const HEAD: usize = 1024;

/// Reads all documents of a file that came back, whatever kind of file it is. A file that cannot be read at all is one fault. `kits` are
/// documents as they were built, if any are at hand.
#[must_use]
pub fn read(file: &ReturnedFile<'_>, kits: &Kits) -> Vec<Result<FilledDocument, Fault>> {
    let bytes = file.bytes;
    if bytes.is_empty() {
        let help = "ask for it again: it was not saved or sent whole";
        return vec![Err(Fault::new(RefusalCode::Damaged, "this file is empty", help))];
    }
    // A form that is stored in an archive as it is would be found in there, and the other files would not.
    if bytes.starts_with(ARCHIVE) {
        let message =
            "this file is a zip archive, or a document that is stored as one, such as .docx";
        let help = "unpack an archive, and collect the files in it";
        return vec![Err(Fault::new(RefusalCode::NotOurs, message, help))];
    }
    if form::is_form(bytes) {
        return form::read(file, kits);
    }
    if PictureKind::of(bytes).is_some() {
        let message = "this file is a picture, and only `collect` reads scans";
        let help = "collect it with --kit, and go on with the records";
        return vec![Err(Fault::new(RefusalCode::NotOurs, message, help))];
    }
    if is_binary(bytes) {
        let message = "this file is neither a PDF, FDF, XFDF, nor Markdown";
        let help = "collect the form itself, or a scan of it as PDF, PNG, JPEG, or TIFF; other files do not belong in the folder";
        return vec![Err(Fault::new(RefusalCode::NotOurs, message, help))];
    }
    vec![markdown::read(file, kits)]
}

/// Whether bytes are no text: they have a zero, and are not UTF-16, which begins with a byte order mark.
fn is_binary(bytes: &[u8]) -> bool {
    let is_utf16 = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    !is_utf16 && bytes[..bytes.len().min(HEAD)].contains(&0)
}
