//! In: a folder of documents that came back. Out: which questions each packet asked, and each difference.

mod other_files;
mod table;

use std::path::{Path, PathBuf};

use rayon::prelude::*;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;

use self::other_files::is_other;
use super::bank::text;
use super::json;
use super::returned::{bytes, is_data, left_out, list, named, plural};
use crate::base::files::Stop;
use crate::base::source::Sources;
use crate::cli::report::{Failure, warn};
use crate::cli::terminal::{Console, Progress};
use crate::cli::{ResultFormat, VerifyArgs};
use crate::collect::{self, Kits, ReturnedFile};
use crate::evaluate::verify::{Difference, LockedKit, Matrix, ReturnedSheets, Verified, verify};
use crate::packet::locale::Locales;
use crate::packet::lock;

pub(super) fn run(args: &VerifyArgs) -> anyhow::Result<()> {
    let console = Console::new(args.quiet || args.result.json);
    console.expect_data()?;
    let stop = Stop::listen();
    let lock = args.lock.as_deref().map(|path| locked(path, console)).transpose()?;
    let listing = list(&args.folder)?;
    left_out(&listing, console);
    let (data, paths): (Vec<PathBuf>, Vec<PathBuf>) =
        listing.files.into_iter().partition(|path| is_data(path));
    let no_documents = || {
        let message = format!("there are no documents in {}", args.folder.display());
        anyhow::anyhow!("{message}\n  help: give the folder with the filled-in files")
    };
    if paths.is_empty() {
        return Err(no_documents());
    }
    let progress = Progress::new(paths.len(), "files", console);
    let one = |path: &PathBuf| {
        let sheets = (!stop.is_asked()).then(|| read(path));
        progress.step();
        sheets
    };
    let read: Option<Vec<Option<ReturnedSheets>>> = paths.par_iter().map(one).collect();
    progress.end();
    let Some(read) = read else { return Err(Failure::Interrupted.into()) };
    let (mut returned, mut others) = (Vec::new(), Vec::new());
    for (path, sheets) in paths.iter().zip(read) {
        match sheets {
            Some(sheets) => returned.push(sheets),
            None => others.push(path.clone()),
        }
    }
    if returned.is_empty() {
        return Err(no_documents());
    }
    let months = Locales::built_in().month_names()?;
    let mut verified = verify(&returned, lock.as_ref(), &months);
    if !others.is_empty() {
        let count = plural(others.len(), "file");
        verified.notes.push(format!("{count} of no packet, not compared: {}", named(&others)));
    }
    match args.result.format() {
        ResultFormat::Json => json::print(&Report::new(paths.len(), &verified), console)?,
        ResultFormat::Table => {
            let table = table::table(&verified, console.width().min(100));
            console.data(table.as_bytes())?;
        }
    }
    for note in &verified.notes {
        console.info(&format!("note: {note}"));
    }
    if !data.is_empty() {
        console.info(&format!("note: {} of data left out", plural(data.len(), "file")));
    }
    console.info(&format!(
        "compared {} of {} in {}",
        plural(verified.documents, "document"),
        plural(verified.packets, "packet"),
        plural(paths.len(), "file"),
    ));
    match verified.differences.len() {
        0 => {
            console.info("no differences");
            Ok(())
        }
        count => Err(Failure::Differences { count }.into()),
    }
}

/// Reads a file, and keeps of it what is compared. `None` if it is of no packet.
fn read(path: &Path) -> Option<ReturnedSheets> {
    let name = path.display().to_string();
    let (bytes, documents) = match bytes(path) {
        Ok(bytes) => {
            let documents =
                collect::read(&ReturnedFile { path: &name, bytes: &bytes }, &Kits::default());
            (bytes, documents)
        }
        Err(fault) => (Vec::new(), vec![Err(fault)]),
    };
    (!is_other(path, &bytes, &documents)).then(|| ReturnedSheets::new(&name, documents))
}

/// What a lock file says of its kit.
fn locked(path: &Path, console: Console) -> anyhow::Result<LockedKit> {
    let mut sources = Sources::new();
    let id = sources.add(text(path)?);
    let read = lock::read(&sources, id).map_err(|it| Failure::rejected(&it, &sources))?;
    warn(&read.warnings, &sources, console);
    let interviewers = read.value.recipe.interviewers.iter();
    let questions = interviewers.map(|it| it.questions.iter().map(ToString::to_string).collect());
    Ok(LockedKit { code: read.value.code.clone(), interviewers: questions.collect() })
}

/// What was found, for scripts.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "What `interview-kit verify` finds")]
struct Report<'a> {
    /// The program that made it.
    generator: &'static str,
    /// The version of the program.
    version: &'static str,
    /// How many files were read.
    files: usize,
    /// How many documents they hold.
    documents: usize,
    /// How many packets the documents are of.
    packets: usize,
    /// All differences; none if every packet asked the same, and came back as it was built.
    differences: &'a [Difference],
    /// Notes for the reader.
    notes: &'a [String],
    /// Which questions each packet asks, and which of them were rated.
    matrix: &'a Matrix,
}

impl<'a> Report<'a> {
    fn new(files: usize, verified: &'a Verified) -> Self {
        let Verified { differences, matrix, notes, packets, documents } = verified;
        Self {
            generator: "interview-kit",
            version: env!("CARGO_PKG_VERSION"),
            files,
            documents: *documents,
            packets: *packets,
            differences,
            notes,
            matrix,
        }
    }
}

/// The JSON Schema of what is found.
#[must_use]
pub(super) fn schema() -> serde_json::Value {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    generator.into_root_schema_for::<Report<'_>>().to_value()
}
