use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::super::returned::{bytes, is_data};
use super::expected::Expected;
use crate::base::files::{self, FolderListing};
use crate::base::hash;
use crate::collect::{
    self, DatedRecord, Fault, FilledDocument, Kit, Place, RecordSource, Refusal, RefusalCode,
    ReturnedFile,
};

/// The files to read.
pub(super) struct Input {
    pub(super) paths: Vec<InputPath>,
    /// Files in the folders that hold data, and no document.
    pub(super) set_aside: Vec<PathBuf>,
    /// The folders.
    pub(super) listings: Vec<FolderListing>,
}

/// A file to read.
pub(super) struct InputPath {
    pub(super) path: PathBuf,
    /// By which the same file is known whatever it was called.
    real: PathBuf,
}

impl InputPath {
    /// The name of the file in records and messages.
    pub(super) fn name(&self) -> String {
        self.path.display().to_string()
    }

    /// Whether it is the file at this path.
    pub(super) fn is_at(&self, path: &Path) -> bool {
        self.real == files::real_path(path)
    }
}

/// What came of a file.
#[derive(Default)]
pub(super) struct Found {
    pub(super) records: Vec<DatedRecord>,
    pub(super) refused: Vec<Refusal>,
    /// What a person should know beside, each with the file and the place.
    pub(super) remarks: Vec<String>,
}

/// Lists the files that were given, and those in the folders that were given, each once.
pub(super) fn list(inputs: &[PathBuf]) -> anyhow::Result<Input> {
    let mut input = Input { paths: Vec::new(), set_aside: Vec::new(), listings: Vec::new() };
    let mut known = std::collections::BTreeSet::new();
    for given in inputs {
        if files::is_file(given) {
            let real = files::real_path(given);
            if known.insert(real.clone()) {
                input.paths.push(InputPath { path: given.clone(), real });
            }
            continue;
        }
        let mut has_documents = false;
        let mut listing = files::list_folder(given)?;
        for path in std::mem::take(&mut listing.files) {
            let real = files::real_path(&path);
            has_documents |= !is_data(&path);
            if !known.insert(real.clone()) {
                continue;
            }
            if is_data(&path) {
                input.set_aside.push(path);
            } else {
                input.paths.push(InputPath { path, real });
            }
        }
        input.listings.push(listing);
        if !has_documents {
            let message = format!("there are no documents in {}", given.display());
            return Err(anyhow::anyhow!(
                "{message}\n  help: give the folder with the filled-in files"
            ));
        }
    }
    Ok(input)
}

/// Reads the kits as they were built.
pub(super) fn kits(given: &[PathBuf]) -> anyhow::Result<Vec<Kit>> {
    let mut kits = Vec::new();
    if given.is_empty() {
        return Ok(kits);
    }
    for input in list(given)?.paths {
        let name = input.name();
        let refused = |Fault { message, help, .. }: Fault| {
            anyhow::anyhow!("--kit {name}: {message}\n  help: {help}")
        };
        let bytes = bytes(&input.path).map_err(refused)?;
        let file = ReturnedFile { path: &name, bytes: &bytes };
        for document in collect::read(&file, &[]) {
            kits.push(kit(&file, document).map_err(refused)?);
        }
    }
    Ok(kits)
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
static LARGE_FILE: Mutex<()> = Mutex::new(());

/// Reads a file.
pub(super) fn read(input: &InputPath, kits: &[Kit], expected: &Expected) -> Found {
    let (path, name) = (&input.path, input.name());
    let is_large = std::fs::metadata(path).is_ok_and(|file| file.len() > LARGE);
    // Nothing is left half done by a thread that panicked.
    let _turn = is_large.then(|| LARGE_FILE.lock().unwrap_or_else(PoisonError::into_inner));
    let bytes = match bytes(path) {
        Ok(bytes) => bytes,
        Err(fault) => return Found { refused: vec![refusal(&name, fault)], ..Found::default() },
    };
    let sha256 = hash::sha256_hex(&bytes);
    let changed = files::changed(path);
    let mut found = Found::default();
    let mut has_export = false;
    for document in collect::read(&ReturnedFile { path: &name, bytes: &bytes }, kits) {
        match document.and_then(|document| accept(document, kits, expected)) {
            Err(fault) => found.refused.push(refusal(&name, fault)),
            Ok(document) => {
                has_export |=
                    document.is_export() && collect::find(kits, &document.identity).is_none();
                for (remark, place) in &document.remarks {
                    let file = place.unwrap_or_default().in_file(&name);
                    found.remarks.push(format!("{file}: {remark}"));
                }
                let is_blank = document.is_blank();
                let record = collect::assemble(&name, &sha256, document);
                found.records.push(DatedRecord { record, changed, is_blank });
            }
        }
    }
    if has_export {
        let remark =
            "an export can leave out blank fields; use --kit to see which ones are missing";
        found.remarks.push(format!("{name}: {remark}"));
    }
    found
}

/// Compares a document with the kit that it should be of.
fn accept(
    document: FilledDocument,
    kits: &[Kit],
    expected: &Expected,
) -> Result<FilledDocument, Fault> {
    let identity = &document.identity;
    if let Some((code, from)) = expected.other(&identity.kit) {
        let message =
            format!("the {} is of kit {}, and not of {code}", identity.document, identity.kit);
        let help = format!("leave the file out, or read it without the kit of {from}");
        return Err(Fault::new(RefusalCode::OtherKit, message, help));
    }
    match collect::find(kits, identity) {
        Some(kit) => collect::compare(document, kit),
        None => Ok(document),
    }
}

fn refusal(file: &str, Fault { code, place, message, help, .. }: Fault) -> Refusal {
    let Place { page, line } = place.unwrap_or_default();
    Refusal { file: file.to_owned(), page, line, code, message, help }
}
