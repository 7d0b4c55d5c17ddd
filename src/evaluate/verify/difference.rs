use schemars::JsonSchema;
use serde::Serialize;

use super::found::Found;
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
    /// Documents in which nothing is filled in, or a scorecard without what hands it in.
    NotReturned,
    /// A scorecard with a recommendation, although no question is rated in any document of its interviewer.
    NotRated,
    /// A scorecard or a debrief without a date.
    DateMissing,
    /// A date that could mean several days, or none.
    DateUnclear,
    /// A scorecard that is dated after the debrief.
    AfterDebrief,
}

/// Where a difference is, as far as it is in one place.
#[derive(Clone, Copy, Default)]
pub(super) struct At<'a> {
    pub(super) file: Option<&'a str>,
    pub(super) place: Option<Place>,
    pub(super) packet: Option<&'a str>,
    pub(super) part: Option<u32>,
    pub(super) document: Option<&'a str>,
    pub(super) question: Option<&'a str>,
}

impl<'a> At<'a> {
    /// In a document.
    pub(super) fn of(Found { file, sheet }: Found<'a>) -> Self {
        Self {
            file: Some(file),
            packet: Some(sheet.packet()),
            part: sheet.part(),
            document: Some(sheet.document()),
            ..Self::default()
        }
    }
}

/// All differences that were found so far.
#[derive(Default)]
pub(super) struct Differences(Vec<Difference>);

impl Differences {
    pub(super) fn push(&mut self, kind: DifferenceKind, at: &At<'_>, message: String, help: &str) {
        let At { file, place, packet, part, document, question } = *at;
        let owned = |text: Option<&str>| text.map(str::to_owned);
        self.0.push(Difference {
            kind,
            file: owned(file),
            place,
            packet: owned(packet),
            part,
            document: owned(document),
            question: owned(question),
            message,
            help: help.to_owned(),
        });
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// All of them, in the order of packets, interviewers and kinds.
    pub(super) fn sorted(mut self) -> Vec<Difference> {
        self.0.sort_by(|one, other| {
            let of_packet = one.packet.cmp(&other.packet).then(one.part.cmp(&other.part));
            of_packet.then(one.kind.cmp(&other.kind))
        });
        self.0
    }
}

/// Whose documents: ` of interviewer 2`, or nothing for an only interviewer.
pub(super) fn of_interviewer(part: Option<u32>) -> String {
    part.map_or_else(String::new, |part| format!(" of interviewer {part}"))
}

/// A document in words.
pub(super) fn in_words(document: &str) -> &str {
    match document {
        "scoring" => "scoring form",
        "debrief" => "debrief form",
        "panel-plan" => "interview plan",
        "candidate-sheet" => "candidate sheet",
        "ground-rules" => "ground rules",
        document => document,
    }
}

/// A number of things.
pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {many}") }
}

/// Some names, and how many more there are.
pub(super) fn named(names: &[&str]) -> String {
    /// More than this nobody reads at once.
    const MOST: usize = 5;
    let mut text = String::new();
    for (index, name) in names.iter().take(MOST).enumerate() {
        let gap = if index == 0 { "" } else { ", " };
        text.extend([gap, "`", *name, "`"]);
    }
    match names.len().saturating_sub(MOST) {
        0 => text,
        more => format!("{text} and {more} more"),
    }
}
