use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use super::super::returned::{bytes, fault_of, is_data};
use super::expected::Expected;
use super::paper::{PaperFile, PaperReader};
use super::progress_file::ProgressFile;
use crate::base::files::{self, FolderListing, Stop};
use crate::base::hash;
use crate::cli::terminal::{Console, Progress};
use crate::collect::paper::{AnswerFault, Answers, Ask, FoundSheet, ScannedDocument, documents};
use crate::collect::{
    self, DatedRecord, Fault, FilledDocument, Identity, Kit, Kits, Place, Record, RecordSource,
    Refusal, RefusalCode, ReturnedFile,
};
use crate::scan::decode::PictureKind;

/// The files to read.
#[derive(Default)]
pub(super) struct Input {
    pub(super) paths: Vec<InputPath>,
    /// What was given, or is in the folders, and cannot be read.
    pub(super) refused: Vec<Refusal>,
    /// Files in the folders that hold data, and no document.
    pub(super) set_aside: Vec<PathBuf>,
    /// How many hidden files and folders are in the folders.
    pub(super) hidden: usize,
}

/// A file to read.
pub(super) struct InputPath {
    pub(super) path: PathBuf,
    /// By which the same file is known whatever it was called.
    pub(super) real: PathBuf,
}

impl InputPath {
    /// The name of the file in records and messages.
    pub(super) fn name(&self) -> String {
        self.path.display().to_string()
    }
}

/// The result of reading one file.
#[derive(Default)]
pub(super) struct ReadFile {
    pub(super) records: Vec<DatedRecord>,
    pub(super) refused: Vec<Refusal>,
    /// What a person should know beside, each with the file and the place.
    pub(super) remarks: Vec<String>,
    /// Pages of scans, of which documents are made when all files are read.
    pub(super) sheets: Vec<FoundSheet>,
    /// How many pages of scans have nothing on them.
    pub(super) blank: usize,
}

/// Lists the files that were given, and those in the folders that were given, each once. What cannot be read is refused.
pub(super) fn list(inputs: &[PathBuf]) -> Input {
    let mut input = Input::default();
    let mut known = HashSet::new();
    for given in inputs {
        if files::is_file(given) {
            let real = files::real_path(given);
            if known.insert(real.clone()) {
                input.paths.push(InputPath { path: given.clone(), real });
            }
            continue;
        }
        let listing = match files::list_folder(given) {
            Ok(listing) => listing,
            Err(error) => {
                input.refused.push(refusal(&given.display().to_string(), fault_of(&error)));
                continue;
            }
        };
        input.add(given, listing, &mut known);
    }
    input
}

impl Input {
    fn add(&mut self, folder: &Path, listing: FolderListing, known: &mut HashSet<PathBuf>) {
        let FolderListing { files, links, hidden } = listing;
        self.hidden += hidden;
        if links.is_empty() && files.iter().all(|path| is_data(path)) {
            let message = format!("there are no documents in {}", folder.display());
            let help = "give the folder with the filled-in files";
            let fault = Fault::new(RefusalCode::Unreadable, message, help);
            self.refused.push(refusal(&folder.display().to_string(), fault));
        }
        for (path, real) in files::with_real_paths(files) {
            if !known.insert(real.clone()) {
                continue;
            }
            if is_data(&path) {
                self.set_aside.push(path);
            } else {
                self.paths.push(InputPath { path, real });
            }
        }
        for path in links {
            let fault = if files::is_link(&path) {
                let help =
                    "replace it by the file or folder that it leads to, or give that one too";
                Fault::new(RefusalCode::Unreadable, "links are not followed", help)
            } else {
                let help = "remove it from the folder";
                Fault::new(RefusalCode::Unreadable, "this is neither a file nor a folder", help)
            };
            self.refused.push(refusal(&path.display().to_string(), fault));
        }
    }
}

/// Reads the kits as they were built. `None` if the run was stopped.
pub(super) fn kits(
    given: &[PathBuf],
    stop: Stop,
    console: Console,
) -> anyhow::Result<Option<Kits>> {
    if given.is_empty() {
        return Ok(Some(Kits::default()));
    }
    let Input { paths, refused, .. } = list(given);
    let error = |Refusal { file, message, help, .. }: Refusal| {
        anyhow::anyhow!("--kit {file}: {message}\n  help: {help}")
    };
    if let Some(first) = refused.into_iter().next() {
        return Err(error(first));
    }
    let progress = Progress::new(paths.len(), "kits", console);
    let read = |input: &InputPath| {
        let kits = (!stop.is_asked()).then(|| kits_of(input));
        progress.step();
        kits
    };
    let kits: Option<Vec<_>> = paths.par_iter().map(read).collect();
    progress.end();
    let Some(kits) = kits else { return Ok(None) };
    let kits: Result<Vec<Vec<Kit>>, Refusal> = kits.into_iter().collect();
    Ok(Some(kits.map_err(error)?.into_iter().flatten().collect()))
}

fn kits_of(input: &InputPath) -> Result<Vec<Kit>, Refusal> {
    let name = input.name();
    let refused = |fault| refusal(&name, fault);
    let bytes = bytes(&input.path).map_err(refused)?;
    let file = ReturnedFile { path: &name, bytes: &bytes };
    if let Some(documents) = collect::form::read_blank(&file) {
        let kit = |(document, pages)| Ok(Kit { pages, ..kit(&file, Ok(document))? });
        return documents.into_iter().map(|it| it.and_then(kit).map_err(refused)).collect();
    }
    let documents = collect::read(&file, &Kits::default()).into_iter();
    documents.map(|document| kit(&file, document).map_err(refused)).collect()
}

fn kit(file: &ReturnedFile<'_>, document: Result<FilledDocument, Fault>) -> Result<Kit, Fault> {
    let document = document?;
    let markdown = match document.source {
        RecordSource::Markdown => Some(collect::markdown::text(file)?),
        RecordSource::Form | RecordSource::Scan => None,
    };
    Kit::of(document, markdown)
}

/// A file that is larger than this, in bytes, is read while no other one of its size is: each may take much memory.
const LARGE: u64 = 1 << 20;

/// The largest file that is read, in bytes: a stack of a hundred pages in color. One of them is in memory at a time.
const MAX_SCAN: u64 = 256 << 20;

/// A picture that is larger than this, in bytes, is read while no other large file is.
const LARGE_PICTURE: usize = 32 << 20;

/// Reads files on several threads.
pub(super) struct Reader<'k> {
    kits: &'k Kits,
    expected: &'k Expected,
    paper: PaperReader<'k>,
    /// Held while a large file is read.
    turn: Mutex<()>,
}

impl<'k> Reader<'k> {
    pub(super) fn new(kits: &'k Kits, expected: &'k Expected, paper: PaperReader<'k>) -> Self {
        Self { kits, expected, paper, turn: Mutex::new(()) }
    }

    /// Reads a file. The error is that something cannot be written beside the records.
    pub(super) fn read(&self, input: &InputPath) -> anyhow::Result<ReadFile> {
        let (path, name) = (&input.path, input.name());
        let is_large = files::length(path).is_some_and(|length| length > LARGE);
        // Nothing is left half done by a thread that panicked.
        let turn = is_large.then(|| self.turn.lock().unwrap_or_else(PoisonError::into_inner));
        let bytes = match files::read_bytes(path, MAX_SCAN) {
            Ok(bytes) => bytes,
            Err(error) => return Ok(ReadFile::refused(&name, fault_of(&error))),
        };
        let sha256 = hash::sha256_hex(&bytes);
        if let Some(kind) = PictureKind::of(&bytes) {
            // Photos are large, and one page each: several of them are read at a time.
            let _turn = turn.filter(|_| bytes.len() > LARGE_PICTURE);
            return Ok(paper(&name, self.paper.picture((&name, &sha256), &bytes, kind)?));
        }
        let documents = collect::read(&ReturnedFile { path: &name, bytes: &bytes }, self.kits);
        if let [Err(fault)] = documents.as_slice()
            && fault.code == RefusalCode::NoFormFields
        {
            return Ok(match self.paper.pdf((&name, &sha256), &bytes)? {
                // A form that was flattened has no fields, and its pages are no pictures either.
                Ok(file) if file.is_no_scan() => ReadFile::refused(&name, fault.clone()),
                Ok(file) => paper(&name, file),
                Err(fault) => ReadFile::refused(&name, fault),
            });
        }
        let changed = files::changed(path);
        let mut read = ReadFile::default();
        let (mut has_export, mut unmatched) = (false, Vec::new());
        for document in documents {
            match document.and_then(|document| self.accept(document)) {
                Err(fault) => read.refused.push(refusal(&name, fault)),
                Ok(document) => {
                    if self.kits.find(&document.identity).is_none() {
                        has_export |= document.is_export();
                        unmatched.push(document.identity.document.clone());
                    }
                    for (remark, place) in &document.remarks {
                        let file = place.unwrap_or_default().in_file(&name);
                        read.remarks.push(format!("{file}: {remark}"));
                    }
                    let is_blank = document.is_blank();
                    let record = collect::assemble(&name, &sha256, document);
                    read.records.push(DatedRecord { record, changed, is_blank });
                }
            }
        }
        if !self.kits.is_empty() && !unmatched.is_empty() {
            let documents = unmatched.join(", ");
            let remark =
                "no file of --kit is this document of this packet, so its fields were not compared";
            read.remarks.push(format!("{name}: {remark} ({documents})"));
        } else if has_export {
            let remark =
                "an export can leave out blank fields; use --kit to see which ones are missing";
            read.remarks.push(format!("{name}: {remark}"));
        }
        Ok(read)
    }

    /// Puts the pages of scans together to documents, and makes records of those that are expected.
    pub(super) fn scanned(
        &self,
        sheets: Vec<FoundSheet>,
        answers: &mut Answers,
    ) -> Result<Scanned, AnswerFault> {
        let made = documents(sheets, self.kits, answers)?;
        let refused = made.faults.into_iter().map(|(file, fault)| refusal(&file, fault));
        let mut scanned = Scanned {
            asks: made.asks,
            refused: refused.collect(),
            small_boxes: made.small_boxes,
            ..Scanned::default()
        };
        for ScannedDocument { document, pages, pictures } in made.documents {
            let Some(first) = pages.first().cloned() else { continue };
            if let Err(fault) = self.expect(&document.identity) {
                scanned.refused.push(refusal(&first.file, fault));
                continue;
            }
            let remarks = document.remarks.iter().map(|(remark, _)| remark.clone());
            scanned.remarks.extend(remarks);
            let is_blank = document.is_blank();
            let record = collect::assemble(&first.file, &first.sha256, document);
            let record = Record { pages, pictures, ..record };
            let changed = files::changed(Path::new(&first.file));
            scanned.records.push(DatedRecord { record, changed, is_blank });
        }
        Ok(scanned)
    }

    /// The file of what was read so far, if there were scans.
    pub(super) fn into_progress(self) -> Option<ProgressFile> {
        self.paper.into_progress()
    }

    /// Expects that a document is of a kit that is accepted.
    fn expect(&self, identity: &Identity) -> Result<(), Fault> {
        let Some((code, from)) = self.expected.other(&identity.kit) else { return Ok(()) };
        let message =
            format!("the {} is of kit {}, and not of {code}", identity.document, identity.kit);
        let help = format!("leave the file out, or run this without {from}");
        Err(Fault::new(RefusalCode::OtherKit, message, help))
    }

    /// Compares a document with the kit that it should be of.
    fn accept(&self, document: FilledDocument) -> Result<FilledDocument, Fault> {
        let identity = &document.identity;
        self.expect(identity)?;
        match self.kits.find(identity) {
            Some(kit) => collect::compare(document, kit),
            None => Ok(document),
        }
    }
}

/// What pages of scans make.
#[derive(Default)]
pub(super) struct Scanned {
    pub(super) records: Vec<DatedRecord>,
    pub(super) refused: Vec<Refusal>,
    pub(super) remarks: Vec<String>,
    pub(super) asks: Vec<Ask>,
    /// How many boxes were not read, because they are only for the interviewer's eyes.
    pub(super) small_boxes: usize,
}

impl ReadFile {
    fn refused(name: &str, fault: Fault) -> Self {
        Self { refused: vec![refusal(name, fault)], ..Self::default() }
    }
}

/// What was read of the pages of a scan.
fn paper(name: &str, file: PaperFile) -> ReadFile {
    let PaperFile { sheets, faults, blank } = file;
    let refused = faults.into_iter().map(|fault| refusal(name, fault)).collect();
    ReadFile { refused, sheets, blank, ..ReadFile::default() }
}

fn refusal(file: &str, Fault { code, place, message, help, .. }: Fault) -> Refusal {
    let Place { page, line } = place.unwrap_or_default();
    Refusal { file: file.to_owned(), page, line, code, message, help }
}
