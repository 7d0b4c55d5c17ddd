use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;

use crate::packet::DOCUMENTS;
use crate::select::Why;

/// The `kind` of a collated file.
pub(super) const PACKET: &str = "packet";

/// The result of one run of `build` or `panel`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "Manifest of interview-kit")]
pub(super) struct Manifest {
    /// The name of the program.
    pub generator: String,
    /// The version of the program.
    pub version: String,
    /// The banks used, in the order given.
    pub banks: Vec<ManifestBank>,
    /// The options in effect, without names of people.
    pub options: ManifestOptions,
    /// The files, in the order of the roster rows and then of the documents in a packet.
    pub files: Vec<ManifestFile>,
    /// The errors of the roster rows that failed, in the order of the rows.
    pub failures: Vec<ManifestFailure>,
}

/// A question bank.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub(super) struct ManifestBank {
    /// The bank's id.
    pub id: String,
    /// The bank's title.
    pub title: String,
    /// The bank's edition; empty if it has none.
    pub edition: String,
    /// SHA-256 of the bank file, in hexadecimal.
    pub sha256: String,
}

/// The options of the command line. The values in a roster row take precedence over them for that row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub(super) struct ManifestOptions {
    /// The command: `build` or `panel`.
    pub command: String,
    /// The filters given, such as `theme`.
    pub facets: Vec<ManifestFacet>,
    /// The length of each interview, in minutes; null if none was given.
    pub minutes: Option<u32>,
    /// The minutes of each interview reserved for the opening, the candidate's questions, and the closing.
    pub reserve: u32,
    /// The maximum number of questions; null if none was given.
    pub limit: Option<usize>,
    /// The order of the questions: `bank` for the bank's order, `given` for the order in which the ids were given.
    pub order: String,
    /// The number of interviewers given; 1 for `build`, 0 for a panel whose interviewers come from a roster or a lock file.
    pub interviewers: usize,
    /// The number of common questions requested, which every interviewer of a panel asks.
    pub shared: usize,
    /// The ids of the documents requested.
    pub documents: Vec<String>,
    /// The formats: `pdf`, `md`, or both.
    pub formats: Vec<String>,
    /// The paper size: `a4` or `letter`.
    pub paper: String,
    /// Whether the documents are in large print.
    pub large_print: bool,
    /// The language given for the documents, as a BCP 47 tag; null for that of the bank.
    pub language: Option<String>,
    /// The layout of the questions in guides: `separate`, `combined`, or `compact`.
    pub layout: String,
    /// What is combined into one PDF: the documents of each `interviewer`, of each `packet`, `all`, or `none`.
    pub collate: String,
    /// Whether blank pages are added for duplex printing.
    pub duplex: bool,
    /// Whether the pages that people write on have the marks and codes that identify them when they are scanned.
    pub marks: bool,
    /// The part of the roster that was generated, such as `2/8`; null for the whole roster.
    pub shard: Option<String>,
}

/// A filter and its values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub(super) struct ManifestFacet {
    /// The name of the filter, as on the command line.
    pub name: String,
    /// The values given for it.
    pub values: Vec<String>,
}

/// A generated file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub(super) struct ManifestFile {
    /// The path; null for standard output.
    pub path: Option<String>,
    /// The id of the document; `packet` if the file combines the documents of an interviewer, of a packet, or of several packets.
    #[schemars(extend("enum" = kinds()))]
    pub kind: String,
    /// The format: `pdf` or `md`.
    pub format: String,
    /// The size of the file, in bytes.
    pub bytes: usize,
    /// SHA-256 of the file, in hexadecimal.
    pub sha256: String,
    /// The number of pages; null for Markdown.
    pub pages: Option<usize>,
    /// What happened to the file.
    pub state: FileState,
    /// The roster row, counted from 1; null without a roster.
    pub row: Option<usize>,
    /// The interviewer the file is for, counted from 1; null if it is for the whole panel.
    pub interviewer: Option<usize>,
    /// The kit code, as in the footer. A file for one interviewer of a panel adds their number, such as `7KQ2-M4XD/2`. Null if the
    /// file contains several packets.
    pub code: Option<String>,
    /// The packet id, which the marked pages show beside the kit code. Null if the file contains several packets.
    pub packet: Option<String>,
    /// The ids of all packets in the file, in the order of the roster rows: several only if `--collate=all` combined them.
    pub packets: Vec<String>,
    /// The length of the interview in minutes, including the opening and the closing; 0 if the file contains several packets.
    pub minutes: u32,
    /// The start and end of each interview; in a file for one interviewer, only theirs. Empty if the documents have no schedule:
    /// for `build` without a panel plan, or without an interview length if an interviewer has more questions than fit into one
    /// interview. Empty if the file contains several packets.
    pub schedule: Vec<ManifestSlot>,
    /// The questions, in the order in which they are asked.
    pub questions: Vec<ManifestQuestion>,
    /// The goals that were not met, and why.
    pub unmet: Vec<ManifestUnmet>,
}

/// A goal that was not met, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub(super) struct ManifestUnmet {
    /// The goal: `must-ask`, `competency`, `second-person`, `shared`, or `past-behavior`.
    pub aim: String,
    /// The id of the question or competency; null if the goal is about neither.
    pub id: Option<String>,
    /// The reason, such as `time`.
    #[schemars(extend("enum" = Why::ALL.map(Why::code)))]
    pub why: String,
    /// The goal and the reason, as a sentence.
    pub message: String,
}

/// What happened to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(rename_all = "lowercase")]
pub(super) enum FileState {
    /// The file was written.
    Written,
    /// An identical file already existed.
    Unchanged,
    /// The file would be written without `--dry-run`.
    Planned,
}

/// A question in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub(super) struct ManifestQuestion {
    /// The question's id.
    pub id: String,
    /// The question's length in minutes.
    pub minutes: u32,
    /// Why the question was selected, in words.
    pub reasons: Vec<String>,
}

/// The time of one interview, as printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub(super) struct ManifestSlot {
    /// The interviewer, counted from 1.
    pub interviewer: usize,
    /// The start: a time of day, or the time since the start of the first interview if no start time was given.
    pub from: String,
    /// The end, in the same form as the start.
    pub to: String,
    /// The length in minutes.
    pub minutes: u32,
}

/// An error of a roster row. It contains no values of the row, which may name people, only their position.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub(super) struct ManifestFailure {
    /// The roster row, counted from 1.
    pub row: usize,
    /// The kind of error: a stable code.
    pub code: String,
    /// What is wrong, on one line.
    pub message: String,
    /// The roster column with the error, such as `role`; null if the error is not about one.
    pub field: Option<String>,
    /// The file with the error, such as a template; null for the roster itself.
    pub file: Option<String>,
    /// The line in the roster or in that file, counted from 1; null if unknown.
    pub line: Option<usize>,
    /// The character in the line, counted from 1; null if unknown.
    pub column: Option<usize>,
    /// What to do about it, one entry per remedy.
    pub help: Vec<String>,
}

/// The values of `kind`: the ids of the documents, and `packet`.
fn kinds() -> Vec<&'static str> {
    DOCUMENTS.iter().map(|document| document.id).chain([PACKET]).collect()
}

/// The JSON Schema of a manifest.
#[must_use]
pub(super) fn manifest_schema() -> serde_json::Value {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    generator.into_root_schema_for::<Manifest>().to_value()
}
