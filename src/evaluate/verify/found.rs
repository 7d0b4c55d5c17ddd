use std::collections::BTreeMap;

use super::sheet::Sheet;
use crate::collect::{Fault, FilledDocument};

/// A file that came back, with what its documents show.
#[derive(Clone, Debug)]
pub struct ReturnedSheets {
    /// Its path, as differences name it.
    pub file: String,
    /// Its documents, and what could not be read of it.
    pub documents: Vec<Result<Sheet, Fault>>,
}

/// What a lock file says of its kit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockedKit {
    /// The code of the kit.
    pub code: String,
    /// The ids of the questions of each interviewer, in the order in which they are asked.
    pub interviewers: Vec<Vec<String>>,
}

/// A document with its file.
#[derive(Clone, Copy)]
pub(super) struct Found<'a> {
    pub(super) file: &'a str,
    pub(super) sheet: &'a Sheet,
}

/// An interviewer's part of a packet: kit, interviewer, and packet.
pub(super) type Part<'a> = (&'a str, Option<u32>, &'a str);
/// The documents of a part, by their ids. One that came back twice is there twice.
pub(super) type Documents<'a> = BTreeMap<&'a str, Vec<Found<'a>>>;

impl ReturnedSheets {
    /// What the documents of a file show.
    #[must_use]
    pub fn new(file: &str, documents: Vec<Result<FilledDocument, Fault>>) -> Self {
        let documents = documents.into_iter().map(|it| it.map(Sheet::new)).collect();
        Self { file: file.to_owned(), documents }
    }
}
