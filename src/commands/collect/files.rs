use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use super::super::returned::{bytes, fault_of, is_data};
use super::expected::Expected;
use crate::base::files::{self, FolderListing, Stop};
use crate::base::hash;
use crate::cli::terminal::{Console, Progress};
use crate::collect::{
    self, DatedRecord, Fault, FilledDocument, Kit, Kits, Place, RecordSource, Refusal, RefusalCode,
    ReturnedFile,
};

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

/// Reads files on several threads.
pub(super) struct Reader<'k> {
    kits: &'k Kits,
    expected: &'k Expected,
    /// Held while a large file is read.
    turn: Mutex<()>,
}

impl<'k> Reader<'k> {
    pub(super) fn new(kits: &'k Kits, expected: &'k Expected) -> Self {
        Self { kits, expected, turn: Mutex::new(()) }
    }

    /// Reads a file.
    pub(super) fn read(&self, input: &InputPath) -> ReadFile {
        let (path, name) = (&input.path, input.name());
        let is_large = files::length(path).is_some_and(|length| length > LARGE);
        // Nothing is left half done by a thread that panicked.
        let _turn = is_large.then(|| self.turn.lock().unwrap_or_else(PoisonError::into_inner));
        let bytes = match bytes(path) {
            Ok(bytes) => bytes,
            Err(fault) => {
                return ReadFile { refused: vec![refusal(&name, fault)], ..ReadFile::default() };
            }
        };
        let sha256 = hash::sha256_hex(&bytes);
        let changed = files::changed(path);
        let mut read = ReadFile::default();
        let (mut has_export, mut unmatched) = (false, Vec::new());
        for document in collect::read(&ReturnedFile { path: &name, bytes: &bytes }, self.kits) {
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
        read
    }

    /// Compares a document with the kit that it should be of.
    fn accept(&self, document: FilledDocument) -> Result<FilledDocument, Fault> {
        let identity = &document.identity;
        if let Some((code, from)) = self.expected.other(&identity.kit) {
            let message =
                format!("the {} is of kit {}, and not of {code}", identity.document, identity.kit);
            let help = format!("leave the file out, or run this without {from}");
            return Err(Fault::new(RefusalCode::OtherKit, message, help));
        }
        match self.kits.find(identity) {
            Some(kit) => collect::compare(document, kit),
            None => Ok(document),
        }
    }
}

fn refusal(file: &str, Fault { code, place, message, help, .. }: Fault) -> Refusal {
    let Place { page, line } = place.unwrap_or_default();
    Refusal { file: file.to_owned(), page, line, code, message, help }
}
