use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::refusal::Refusal;
use super::value::{Place, Rating, Value};

/// What `collect` makes of the files that came back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Records {
    /// A record of each document, in the order of the files, and within a file in the order of its pages.
    pub records: Vec<Record>,
    /// The files, or documents in them, of which there is no record, and why.
    pub refused: Vec<Refusal>,
    /// The documents that do not count, because `--prefer` chose another file with the same document.
    #[serde(default)]
    pub superseded: Vec<Refusal>,
}

/// What one filled-in document says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// The path of the file, as it was given or found.
    pub file: String,
    /// The SHA-256 of the file, in hexadecimal.
    pub sha256: String,
    /// What it was read from.
    pub source: RecordSource,
    /// The code of the kit, without the number of an interviewer: `7KQ2-M4XD`.
    pub kit: String,
    /// The interviewer of a panel, from 1; null in the documents of the panel or of the only interviewer.
    pub part: Option<u32>,
    /// The id of the packet.
    pub packet: String,
    /// The id of the document, such as `scoring`.
    pub document: String,
    /// True if what is drawn on its pages is as it was built. Null where that cannot be known: for an export of form data, and where a
    /// program wrote the pages anew. A page that was changed for certain is refused.
    pub as_built: Option<bool>,
    /// The number of points of the rating scale, as the boxes of the ratings show it. Null in a document without ratings, and where the boxes
    /// are not known: in an export of form data, unless `--kit` was given.
    #[serde(default)]
    pub points: Option<u8>,
    /// The candidate.
    pub candidate: Value<String>,
    /// The interviewer, or the interviewers.
    pub interviewer: Value<String>,
    /// The day of the interview, or the day on which a scorecard was signed.
    pub date: Value<String>,
    /// The day until which the papers are kept.
    pub keep_until: Value<String>,
    /// Where each of its pages was found, for a document that was read from paper: the place of a value names a page of the document.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pages: Vec<FoundPage>,
    /// Pictures of what was written by hand, and of what is asked about, for a document that was read from paper.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pictures: Vec<RecordPicture>,
    /// What it says of each question, in the order of the document.
    pub questions: Vec<QuestionRecord>,
    /// How each competency was rated, in the order of the document.
    pub competencies: Vec<CompetencyRecord>,
    /// The overall recommendation: `strong-no`, `no`, `yes` or `strong-yes`. Null in a document that does not ask for it.
    pub recommendation: Option<Value<String>>,
    /// The reasons for the recommendation. Null in a document that does not ask for them.
    pub reasons: Option<Value<String>>,
    /// All other fields, in the order of the document.
    pub other: Vec<OtherValue>,
}

impl Record {
    /// Whether it is another file's record of the same document of the same packet.
    #[must_use]
    pub fn is_again(&self, other: &Self) -> bool {
        self.file != other.file
            && (&self.kit, &self.packet, self.part, &self.document)
                == (&other.kit, &other.packet, other.part, &other.document)
    }

    /// Where something in it is: `ana.pdf (scoring, page 2)`.
    #[must_use]
    pub fn whereabouts(&self, place: Option<Place>) -> String {
        let Self { file, document, .. } = self;
        let place = place.map(|place| place.to_string()).filter(|place| !place.is_empty());
        match place {
            Some(place) => format!("{file} ({document}, {place})"),
            None => format!("{file} ({document})"),
        }
    }
}

/// A page of a document that was found in a scan or a photo.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FoundPage {
    /// The page of the document, from 1.
    pub page: u32,
    /// The path of the file.
    pub file: String,
    /// The SHA-256 of the file, in hexadecimal.
    pub sha256: String,
    /// The page of the file, from 1.
    pub file_page: u32,
}

/// A picture of a part of a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordPicture {
    /// The name of the field that it shows.
    pub field: String,
    /// The page of the document, from 1.
    pub page: u32,
    /// The path of the PNG file, from the folder of the records.
    pub picture: String,
}

/// What a record was read from.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
#[schemars(rename_all = "lowercase")]
pub enum RecordSource {
    /// The form of a PDF, or its data in a file of their own (FDF, XFDF).
    Form,
    /// Markdown.
    Markdown,
    /// Pages that were scanned.
    Scan,
}

/// What a document says of one question. What the document does not ask for is null.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QuestionRecord {
    /// The id of the question.
    pub id: String,
    /// The rating.
    pub rating: Option<Value<Rating>>,
    /// Whether each line of the rubric is checked.
    pub rubric: Vec<Value<bool>>,
    /// Whether each warning sign is checked.
    pub watch_for: Vec<Value<bool>>,
    /// Whether the follow-up was asked.
    pub follow_up: Option<Value<bool>>,
    /// The notes that were taken during the interview.
    pub notes: Option<Value<String>>,
    /// The evidence for the rating.
    pub evidence: Option<Value<String>>,
    /// All other fields of the question.
    pub other: Vec<OtherValue>,
}

/// How one competency was rated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CompetencyRecord {
    /// The id of the competency.
    pub id: String,
    /// The rating.
    pub rating: Value<Rating>,
}

/// A field without a key of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OtherValue {
    /// The name of the field; within a question, the part of its name behind the question's id.
    pub name: String,
    /// What is filled in: text, the value of the box that is checked, or `true` or `false` for a single box.
    pub value: Value<Filled>,
}

/// What is filled into a field whose meaning is not known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Filled {
    /// Whether a box is checked.
    Check(bool),
    /// Text, or the value of the box of a choice.
    Text(String),
}
