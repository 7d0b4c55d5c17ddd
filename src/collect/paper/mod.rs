//! In: pictures of pages that were printed, filled in by hand, and scanned; and blank prints of the same pages. Out: the documents that the
//! pages are of, what must be asked about them, and pictures of what is handwritten.
//!
//! This module must not know how a picture is looked at (`scan` does), nor where files are. `docs/decisions/0037-paper-becomes-records.md`
//! gives the rules.

mod answers;
mod documents;
mod page;
mod picture;
mod sheet;

pub use answers::{Answer, AnswerFault, Answers, Ask, AskKind};
pub use documents::{PaperDocuments, ScannedDocument, documents};
pub use page::{PageReading, PaperKind, read_page};
pub use sheet::{FieldReading, FoundSheet, ScannedPage, Seen};
