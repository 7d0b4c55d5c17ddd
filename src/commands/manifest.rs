use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;

/// What a run made, for scripts. The order of everything is that of the run, whatever was done first.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(title = "Manifest of interview-kit")]
pub(super) struct Manifest {
    /// The program that made it.
    pub generator: String,
    /// Its version.
    pub version: String,
    /// The banks, in the order in which they were read.
    pub banks: Vec<ManifestBank>,
    /// What was asked for, but for the details of people.
    pub options: ManifestOptions,
    /// The files, in the order of the roster and of the documents in a packet.
    pub files: Vec<ManifestFile>,
    /// What went wrong with rows of the roster, in their order: nothing was made of them.
    pub failures: Vec<ManifestFailure>,
}

/// A bank.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub(super) struct ManifestBank {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its edition; may be empty.
    pub edition: String,
    /// The SHA-256 of its file, in hexadecimal.
    pub sha256: String,
}

/// What was asked for on the command line; what a row of the roster says goes before it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub(super) struct ManifestOptions {
    /// `build` or `panel`.
    pub command: String,
    /// The facets, as they were given.
    pub facets: Vec<ManifestFacet>,
    /// The clock of each interview, in minutes.
    pub minutes: Option<u32>,
    /// How much of it is kept for opening and closing, in minutes.
    pub reserve: u32,
    /// No more questions than this.
    pub limit: Option<usize>,
    /// In which order questions are asked: `bank`, or `given` for that in which they are named.
    pub order: String,
    /// How many interview; one for `build`.
    pub interviewers: usize,
    /// How many questions everybody of a panel should ask.
    pub shared: usize,
    /// The documents.
    pub documents: Vec<String>,
    /// The formats.
    pub formats: Vec<String>,
    /// The paper: `a4` or `letter`.
    pub paper: String,
    /// What is put into one PDF: `packet` or `all`.
    pub collate: Option<String>,
    /// Whether blank backs are added.
    pub duplex: bool,
    /// Which part of the roster was made, as `2/8`.
    pub shard: Option<String>,
}

/// A facet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub(super) struct ManifestFacet {
    /// Its name.
    pub name: String,
    /// What was asked of it.
    pub values: Vec<String>,
}

/// A file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub(super) struct ManifestFile {
    /// Where it is; nothing for standard output.
    pub path: Option<String>,
    /// The document: `guide`, `scorecard`, `candidate-sheet`, `panel-plan`, `debrief`, or `packet` for several in one.
    pub kind: String,
    /// Its format: `pdf` or `md`.
    pub format: String,
    /// How long it is.
    pub bytes: usize,
    /// The SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// How many pages it has; nothing for Markdown.
    pub pages: Option<usize>,
    /// What was done with it.
    pub state: FileState,
    /// The row of the roster, from 1.
    pub row: Option<usize>,
    /// Which interviewer of a panel it is for, from 1; nothing where it is for all of them.
    pub interviewer: Option<usize>,
    /// The code of what it asks, as in its footer, with the interviewer's number where it is for one of a panel: `7KQ2-M4XD/2`;
    /// nothing where it holds several packets.
    pub code: Option<String>,
    /// How long the interview takes, opening and closing included.
    pub minutes: u32,
    /// When each interviewer begins and ends; in what is one interviewer's, theirs alone. Empty where the papers have no
    /// schedule: for `build` without a panel plan, and without a clock where somebody has more questions than one interview
    /// holds. Empty too where the file holds several packets.
    pub schedule: Vec<ManifestSlot>,
    /// The questions, in order.
    pub questions: Vec<ManifestQuestion>,
    /// What could not be met, and why.
    pub unmet: Vec<ManifestUnmet>,
}

/// Something that could not be met, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub(super) struct ManifestUnmet {
    /// What: `must-ask`, `competency`, `second-person`, `shared` or `past-behavior`.
    pub aim: String,
    /// The id of the question or the competency, where it is about one.
    pub id: Option<String>,
    /// Why: `bank`, `filters`, `themes`, `time`, `limit`, `must-asks`, `shared`, `everybody`, `competencies`, `second-people`, `order`
    /// or `unproven`.
    pub why: String,
    /// Both in words.
    pub message: String,
}

/// What was done with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(rename_all = "lowercase")]
pub(super) enum FileState {
    /// It was written.
    Written,
    /// It was there already, byte for byte.
    Unchanged,
    /// It would have been written, but for `--dry-run`.
    Planned,
}

/// A question of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub(super) struct ManifestQuestion {
    /// Its id.
    pub id: String,
    /// How long it takes.
    pub minutes: u32,
    /// Why it is in, in words.
    pub reasons: Vec<String>,
}

/// When an interviewer of a panel interviews, as it is printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub(super) struct ManifestSlot {
    /// Which interviewer, from 1.
    pub interviewer: usize,
    /// When the interview begins: the time of day, or the time since the first interview began if none is given.
    pub from: String,
    /// When it ends.
    pub to: String,
    /// How many minutes that is.
    pub minutes: u32,
}

/// Something that went wrong with a row of the roster. Nothing of what the row says is in it: the place tells where to look.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub(super) struct ManifestFailure {
    /// The row, from 1.
    pub row: usize,
    /// What kind of failure it is: a stable name.
    pub code: String,
    /// What is wrong, in one line.
    pub message: String,
    /// The column of the roster that it is about, such as `role`.
    pub field: Option<String>,
    /// The file that it is about, such as a template; nothing where it is the roster itself.
    pub file: Option<String>,
    /// The line of the roster, or of that file, from 1.
    pub line: Option<usize>,
    /// The character of the line, from 1.
    pub column: Option<usize>,
    /// The ways out, a sentence each.
    pub help: Vec<String>,
}

/// The JSON Schema of a manifest.
#[must_use]
pub(super) fn manifest_schema() -> serde_json::Value {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    generator.into_root_schema_for::<Manifest>().to_value()
}
