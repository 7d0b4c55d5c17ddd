use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;

use super::outcome::{JudgedFile, Outcome, Purge};

/// What was done, and why. It names no people, and no files, whose names may be those of people.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "What `interview-kit purge` did")]
pub(super) struct Report<'p> {
    /// The program that made it.
    generator: &'static str,
    /// The version of the program.
    version: &'static str,
    /// The day for which it was asked what is past.
    on: String,
    /// Whether files were to be removed (`--yes`).
    removes: bool,
    /// The files with documents or records, in the order of their paths.
    files: Vec<FileReport<'p>>,
    /// How many other files there are. They were not touched.
    others: usize,
}

/// What was done with a file.
#[derive(Serialize, JsonSchema)]
pub(super) struct FileReport<'p> {
    /// The SHA-256 of the file, in hexadecimal; empty if it cannot be read.
    sha256: &'p str,
    /// What was done.
    action: Action,
    /// Why.
    reason: Reason,
    /// The last day on which something in it is kept, if that is known.
    keep_until: Option<String>,
    /// The documents in it, or those of which it has records.
    documents: Vec<DocumentReport<'p>>,
}

/// A document, or the record of one.
#[derive(Serialize, JsonSchema)]
struct DocumentReport<'p> {
    /// The id of the packet.
    packet: &'p str,
    /// The id of the document.
    document: &'p str,
}

/// What was done with a file.
#[derive(Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Action {
    /// It is past its date, and was not removed: nobody said `--yes`.
    Past,
    /// It was removed.
    Removed,
    /// It is past its date, and could not be removed.
    Failed,
    /// It was kept.
    Kept,
}

/// Why.
#[derive(Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum Reason {
    /// It is past its date.
    Past,
    /// It is past its date, but the system did not remove it, or it was changed meanwhile.
    NotRemovable,
    /// It is past its date, but another file cannot be read, which may be of the same packet and have a later date.
    OtherNotRead,
    /// It is kept until a later day.
    NotYet,
    /// It has no date.
    NoDate,
    /// A date that concerns it is unclear.
    UnclearDate,
    /// The file has no date that can be read.
    NotRead,
}

impl Report<'_> {
    /// The report before its files are in it, which are written one by one.
    pub(super) fn new(Purge { on, removes, others, .. }: &Purge) -> Self {
        Self {
            generator: "interview-kit",
            version: env!("CARGO_PKG_VERSION"),
            on: on.to_string(),
            removes: *removes,
            files: Vec::new(),
            others: *others,
        }
    }
}

impl<'p> FileReport<'p> {
    pub(super) fn new(JudgedFile { sha256, documents, outcome, .. }: &'p JudgedFile) -> Self {
        let (action, reason) = match outcome {
            Outcome::Past(_) => (Action::Past, Reason::Past),
            Outcome::Removed(_) => (Action::Removed, Reason::Past),
            Outcome::NotRemoved(_) => (Action::Failed, Reason::NotRemovable),
            Outcome::Withheld(_) => (Action::Kept, Reason::OtherNotRead),
            Outcome::KeptUntil(_) => (Action::Kept, Reason::NotYet),
            Outcome::NoDate => (Action::Kept, Reason::NoDate),
            Outcome::UnclearDate => (Action::Kept, Reason::UnclearDate),
            Outcome::NotRead(_) => (Action::Kept, Reason::NotRead),
        };
        let documents = documents
            .iter()
            .map(|it| DocumentReport { packet: &it.packet, document: &it.document });
        let keep_until = outcome.keep_until().map(|date| date.to_string());
        Self { sha256, action, reason, keep_until, documents: documents.collect() }
    }
}

/// The JSON Schema of what was done.
pub(super) fn schema() -> serde_json::Value {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    generator.into_root_schema_for::<Report<'_>>().to_value()
}
