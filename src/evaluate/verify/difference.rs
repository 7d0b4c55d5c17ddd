use schemars::JsonSchema;
use serde::Serialize;

use super::sheet::Sheet;
use crate::collect::Place;

/// Something in which a folder is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Difference {
    /// What kind of difference it is.
    pub kind: DifferenceKind,
    /// The path of the file, as it was given or found. Null if the difference is in no one file.
    pub file: Option<String>,
    /// Where in the file it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// The id of the packet.
    pub packet: Option<String>,
    /// The interviewer of a panel, from 1.
    pub part: Option<u32>,
    /// The id of the document.
    pub document: Option<String>,
    /// The id of the question.
    pub question: Option<String>,
    /// What is different, in one sentence, without names of people.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

/// What kind of difference it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DifferenceKind {
    /// A file, or a document in it, that could not be read.
    NotRead,
    /// A document whose text was edited after it was built.
    Edited,
    /// A document whose pages are not as they were built.
    PagesChanged,
    /// A document that does not show what was asked, such as an export of form data.
    Unproven,
    /// A document of another kit than the others, or than the lock file's.
    OtherKit,
    /// A document of an interviewer whom the kit does not have.
    PartAdded,
    /// A packet without the documents of an interviewer.
    PartMissing,
    /// A document that the other packets do not have.
    DocumentAdded,
    /// A packet without a document that the others have.
    DocumentMissing,
    /// A question that was not asked.
    QuestionMissing,
    /// A question that only this packet asks.
    QuestionAdded,
    /// Questions in another order.
    OrderChanged,
    /// Documents of one packet that do not have the same questions.
    DocumentsDisagree,
    /// Another number of lines in the rubric of a question.
    RubricChanged,
    /// Another number of warning signs.
    WatchForChanged,
    /// Another number of probes, or no follow-up.
    FollowUpChanged,
    /// Another rating scale, or no rating.
    ScaleChanged,
    /// Other fields are missing, additional or of another kind.
    FieldsChanged,
    /// The same document came back twice with different contents.
    CameTwice,
    /// Documents of one packet name different candidates.
    CandidateDiffers,
    /// Documents of one interviewer name different interviewers.
    InterviewerDiffers,
    /// Documents in which nothing is filled in.
    NotReturned,
    /// A scorecard or a debrief without a date.
    DateMissing,
    /// A date that could mean several days, or none.
    DateUnclear,
    /// A scorecard that is dated after the debrief.
    AfterDebrief,
}

impl Difference {
    /// A difference in no one file.
    pub(super) fn new(
        kind: DifferenceKind,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self {
            kind,
            file: None,
            place: None,
            packet: None,
            part: None,
            document: None,
            question: None,
            message: message.into(),
            help: help.into(),
        }
    }

    /// The same of a document.
    pub(super) fn of(self, file: &str, sheet: &Sheet) -> Self {
        let document = Some(sheet.document().to_owned());
        Self {
            file: Some(file.to_owned()),
            document,
            ..self.of_packet(sheet.packet(), sheet.part())
        }
    }

    /// The same of an interviewer's part of a packet, or of all of it.
    pub(super) fn of_packet(self, packet: &str, part: Option<u32>) -> Self {
        Self { packet: Some(packet.to_owned()), part, ..self }
    }

    /// The same about a question.
    pub(super) fn about(self, question: &str) -> Self {
        Self { question: Some(question.to_owned()), ..self }
    }

    /// The same with its place.
    pub(super) fn at(self, place: Option<Place>) -> Self {
        Self { place, ..self }
    }
}

/// Whose documents: ` of interviewer 2`, or nothing for an only interviewer.
pub(super) fn of_interviewer(part: Option<u32>) -> String {
    part.map_or_else(String::new, |part| format!(" of interviewer {part}"))
}

/// A number of things.
pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {many}") }
}

/// Some names, and how many more there are.
pub(super) fn named<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    /// More than this nobody reads at once.
    const MOST: usize = 5;
    let names: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    let shown = names[..names.len().min(MOST)].join(", ");
    match names.len().saturating_sub(MOST) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}
