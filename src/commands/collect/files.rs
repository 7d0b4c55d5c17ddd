use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use super::super::returned::{bytes, is_data, whereabouts};
use super::expected::Expected;
use crate::base::files::{self, FolderListing};
use crate::base::hash;
use crate::collect::{
    self, DatedRecord, Fault, FilledDocument, Kit, Place, Refusal, RefusalCode, ReturnedFile,
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
            if known.insert(files::real_path(given)) {
                input.paths.push(InputPath { path: given.clone() });
            }
            continue;
        }
        let count = input.paths.len();
        let mut listing = files::list_folder(given)?;
        for path in std::mem::take(&mut listing.files) {
            if !known.insert(files::real_path(&path)) {
                continue;
            }
            if is_data(&path) {
                input.set_aside.push(path);
            } else {
                input.paths.push(InputPath { path });
            }
        }
        input.listings.push(listing);
        if input.paths.len() == count && inputs.len() == 1 {
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
    for InputPath { path } in list(given)?.paths {
        let name = path.display().to_string();
        let bytes = bytes(&path).map_err(|fault| {
            anyhow::anyhow!("--kit {name}: {}\n  help: {}", fault.message, fault.help)
        })?;
        for document in collect::read(&ReturnedFile { path: &name, bytes: &bytes }, &[]) {
            let document = document.map_err(|Fault { message, help, .. }| {
                anyhow::anyhow!("--kit {name}: {message}\n  help: {help}")
            })?;
            let is_markdown = document.source == collect::RecordSource::Markdown;
            let markdown = is_markdown.then(|| String::from_utf8_lossy(&bytes).into_owned());
            kits.push(Kit::of(document, markdown));
        }
    }
    Ok(kits)
}

/// A file that is larger than this, in bytes, is read while no other one of its size is: each may take much memory.
const LARGE: u64 = 1 << 20;
static LARGE_FILE: Mutex<()> = Mutex::new(());

/// Reads a file.
pub(super) fn read(InputPath { path }: &InputPath, kits: &[Kit], expected: &Expected) -> Found {
    let name = path.display().to_string();
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
    for document in collect::read(&ReturnedFile { path: &name, bytes: &bytes }, kits) {
        match document.and_then(|document| accept(document, kits, expected)) {
            Err(fault) => found.refused.push(refusal(&name, fault)),
            Ok(document) => {
                for (remark, place) in &document.remarks {
                    found.remarks.push(format!("{name}{}: {remark}", whereabouts(*place)));
                }
                let record = collect::assemble(&name, &sha256, document);
                found.records.push(DatedRecord { record, changed });
            }
        }
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
