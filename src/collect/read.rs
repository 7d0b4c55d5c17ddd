use super::document::{Fault, FilledDocument, Kit, ReturnedFile};
use super::{form, markdown};

/// Reads all documents of a file that came back, whatever kind of file it is. A file that cannot be read at all is one fault. `kits` are
/// documents as they were built, if any are at hand.
#[must_use]
pub fn read(file: &ReturnedFile<'_>, kits: &[Kit]) -> Vec<Result<FilledDocument, Fault>> {
    if form::is_form(file.bytes) {
        return form::read(file);
    }
    vec![markdown::read(file, kits)]
}
