use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::collect::{Records, RefusalCode};
use crate::evaluate::retention::RetainedDocument;

/// A scan or a picture from which records were made, or that was made with them, and a document that is on it.
pub(super) struct Trace {
    pub(super) of: Traced,
    pub(super) document: RetainedDocument,
}

/// By what a scan or a picture is known.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Traced {
    /// The SHA-256 of a scan, in hexadecimal.
    Scan(String),
    /// The path of a picture of a part of a page.
    Picture(PathBuf),
}

/// What belongs to the records of a file.
#[derive(Default)]
pub(super) struct Traces {
    pub(super) all: Vec<Trace>,
    /// Scans with pages that could not be read: they may be of any packet.
    pub(super) unread: BTreeSet<String>,
}

impl Traces {
    /// What belongs to the records in the file of this path.
    pub(super) fn of(records: &Records, path: &Path) -> Self {
        let folder = path.parent().unwrap_or_else(|| Path::new(""));
        let mut traces = Self::default();
        // A page that is missing is on no scan.
        let unread = records.refused.iter().filter(|it| it.code != RefusalCode::Incomplete);
        let refused: BTreeSet<&str> = unread.map(|refusal| refusal.file.as_str()).collect();
        for record in &records.records {
            let document = RetainedDocument::of_record(record);
            for page in &record.pages {
                let of = Traced::Scan(page.sha256.clone());
                traces.all.push(Trace { of, document: document.clone() });
                if refused.contains(page.file.as_str()) {
                    traces.unread.insert(page.sha256.clone());
                }
            }
            for picture in &record.pictures {
                let of = Traced::Picture(folder.join(&picture.picture));
                traces.all.push(Trace { of, document: document.clone() });
            }
        }
        traces
    }
}
