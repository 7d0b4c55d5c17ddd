use std::collections::HashMap;
use std::io;
use std::path::Path;

use anyhow::Context;
use serde::{Deserialize, Serialize};

use crate::base::files::Journal;
use crate::base::hash;
use crate::collect::Kits;
use crate::collect::paper::{PaperKind, ScannedPage};

/// What was read of pages so far, beside the records: an interrupted run goes on where it stopped.
#[derive(Debug)]
pub(super) struct ProgressFile {
    journal: Journal,
    known: HashMap<(String, u32), SavedPage>,
}

/// The first line: what an earlier run must have in common with this one.
#[derive(Serialize, Deserialize, PartialEq, Eq)]
struct Head {
    version: String,
    kits: String,
    paper: PaperKind,
}

#[derive(Serialize, Deserialize)]
struct Line {
    sha256: String,
    page: u32,
    read: SavedPage,
}

/// What became of a page. Pages that were refused are read again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum SavedPage {
    /// It was read.
    Read(ScannedPage),
    /// There is nothing on it.
    Blank,
}

impl ProgressFile {
    /// Opens the file that belongs to these records. What an earlier run read counts if it had the same kits, and the same kind of paper.
    pub(super) fn open(records: &Path, kits: &Kits, paper: PaperKind) -> anyhow::Result<Self> {
        let mut name = records.as_os_str().to_owned();
        name.push(".partial");
        let path = Path::new(&name);
        let said = || format!("cannot write {}", path.display());
        let (journal, lines) = Journal::open(path).with_context(said)?;
        let head = Head {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            kits: hash::sha256_hex(format!("{:?}", kits.in_order()).as_bytes()),
            paper,
        };
        let mut lines = lines.iter();
        let before: Option<Head> = lines.next().and_then(|line| serde_json::from_str(line).ok());
        let mut known = HashMap::new();
        if before.as_ref() == Some(&head) {
            let read = lines.filter_map(|line| serde_json::from_str::<Line>(line).ok());
            known.extend(read.map(|Line { sha256, page, read }| ((sha256, page), read)));
        } else {
            journal.clear().with_context(said)?;
            journal.add(&serde_json::to_string(&head)?).with_context(said)?;
        }
        Ok(Self { journal, known })
    }

    /// How many pages an earlier run read.
    pub(super) fn known(&self) -> usize {
        self.known.len()
    }

    /// What an earlier run read of a page.
    pub(super) fn find(&self, sha256: &str, page: u32) -> Option<&SavedPage> {
        self.known.get(&(sha256.to_owned(), page))
    }

    /// Keeps what was read of a page.
    pub(super) fn keep(&self, sha256: &str, page: u32, read: &SavedPage) -> io::Result<()> {
        let line = Line { sha256: sha256.to_owned(), page, read: read.clone() };
        self.journal.add(&serde_json::to_string(&line)?)
    }

    /// Removes the file: the records are written.
    pub(super) fn remove(self) -> io::Result<()> {
        self.journal.remove()
    }
}
