use std::path::PathBuf;

use super::content::{FileContent, HeldFile, Unclear};
use super::scans::{claim, is_picture};
use crate::base::unit::Date;
use crate::evaluate::retention::{RetainedDocument, RetentionStatus, retention};

/// What was done.
pub(super) struct Purge {
    pub(super) on: Date,
    /// Whether files are to be removed.
    pub(super) removes: bool,
    /// The files with documents or records.
    pub(super) files: Vec<JudgedFile>,
    /// How many other files there are.
    pub(super) others: usize,
    /// The pictures among them: they may be scans.
    pub(super) pictures: Vec<PathBuf>,
}

/// A file with documents or records.
pub(super) struct JudgedFile {
    pub(super) path: PathBuf,
    pub(super) sha256: String,
    pub(super) documents: Vec<RetainedDocument>,
    pub(super) outcome: Outcome,
}

/// What becomes of a file.
pub(super) enum Outcome {
    /// It is past its date.
    Past(Date),
    /// It was removed.
    Removed(Date),
    /// It is past its date, and could not be removed.
    NotRemoved(Date),
    /// It is past its date, and kept because another file may say something else.
    Withheld(Date),
    /// It is kept until this day.
    KeptUntil(Date),
    NoDate,
    UnclearDate,
    NotRead(Unclear),
}

impl Outcome {
    /// The last day on which something in the file is kept, if that is known.
    pub(super) fn keep_until(&self) -> Option<Date> {
        match self {
            Self::Past(date)
            | Self::Removed(date)
            | Self::NotRemoved(date)
            | Self::Withheld(date)
            | Self::KeptUntil(date) => Some(*date),
            Self::NoDate | Self::UnclearDate | Self::NotRead(_) => None,
        }
    }
}

/// Says what is to become of each file.
pub(super) fn judge(mut held: Vec<HeldFile>, on: Date, removes: bool) -> Purge {
    claim(&mut held);
    let concerns_all = |it: &HeldFile| {
        matches!(&it.content, FileContent::Unclear(Unclear { concerns_all: true, .. }))
    };
    let is_withheld = held.iter().any(concerns_all);
    let documents: Vec<&[RetainedDocument]> =
        held.iter().map(|it| it.documents.as_slice()).collect();
    let statuses = retention(&documents, on);
    let (mut others, mut pictures) = (0, Vec::new());
    let mut files = Vec::new();
    for (HeldFile { path, sha256, documents, content }, status) in held.into_iter().zip(statuses) {
        let outcome = match (content, status) {
            (FileContent::Other, _) => {
                others += 1;
                pictures.extend(Some(path).filter(|path| is_picture(path)));
                continue;
            }
            (FileContent::Unclear(unclear), _) => Outcome::NotRead(unclear),
            (_, RetentionStatus::Past(date)) if is_withheld => Outcome::Withheld(date),
            (_, RetentionStatus::Past(date)) => Outcome::Past(date),
            (_, RetentionStatus::KeptUntil(date)) => Outcome::KeptUntil(date),
            (_, RetentionStatus::NoDate) => Outcome::NoDate,
            (_, RetentionStatus::UnclearDate) => Outcome::UnclearDate,
        };
        files.push(JudgedFile { path, sha256, documents, outcome });
    }
    Purge { on, removes, files, others, pictures }
}
