use std::collections::BTreeMap;

use serde::Serialize;

use crate::base::unit::Score;

/// What the interviewers filled in, as a debrief form shows it. Interviewers are in the order of the view's, and their places are from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct RecordsView {
    /// Whether the names are too much alike to stand above columns.
    pub by_number: bool,
    /// Whether each interviewer has handed in a scorecard.
    pub handed_in: Vec<bool>,
    /// The overall recommendation of each interviewer, as the end of its message: `strong-yes`.
    pub recommendations: Vec<Option<String>>,
    /// How each competency was rated, by its id.
    pub competencies: BTreeMap<String, TopicView>,
    /// How each question was rated, by its id.
    pub questions: BTreeMap<String, TopicView>,
    /// The rows of the agenda that are known.
    pub agenda: Vec<AgendaRowView>,
    /// What is to be settled.
    pub unsettled: Vec<UnsettledView>,
    /// The ids of the questions that were not asked.
    pub not_asked: Vec<String>,
    /// What was written by hand, and is seen in pictures.
    pub handwriting: Vec<HandwritingView>,
}

/// How a row was rated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TopicView {
    /// What each interviewer marked.
    pub marks: Vec<MarkView>,
    /// The scores.
    pub scores: Vec<Score>,
    /// The highest less the lowest.
    pub range: Option<u8>,
    /// Whether no range can come of it any more: all who were to rate it did.
    pub is_complete: bool,
}

/// What an interviewer marked: a score, or a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum MarkView {
    /// A score.
    Score(Score),
    /// `not-asked`, `not-assessed` or `blank`.
    Word(&'static str),
}

/// A row of the agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AgendaRowView {
    /// The id of the competency, if it is about one.
    pub competency: Option<String>,
    /// The id of the question, if it is about one.
    pub question: Option<String>,
    /// The highest rating less the lowest.
    pub range: u8,
    /// Who rated it lowest.
    pub lowest: Vec<SideView>,
    /// Who rated it highest.
    pub highest: Vec<SideView>,
}

/// What one interviewer has to say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SideView {
    /// The place of the interviewer.
    pub interviewer: usize,
    /// The rating.
    pub score: Score,
    /// What was written down.
    pub notes: Vec<NoteView>,
}

/// What was written down about a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NoteView {
    /// The id of the question, in a row about a competency, which has several.
    pub question: Option<String>,
    /// Its lines.
    pub lines: Vec<String>,
    /// Whether it is handwritten, and only its place is known.
    pub is_handwritten: bool,
    /// Whether a picture of it is among the handwriting.
    pub is_pictured: bool,
    /// Where it is, if it is handwritten; where the rest of it is, if it is shortened.
    pub rest: Option<PlaceView>,
}

/// Where something is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PlaceView {
    /// The file.
    pub file: String,
    /// The page of a PDF.
    pub page: Option<u32>,
    /// The line of a text.
    pub line: Option<u32>,
}

/// Something that contradicts itself or cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct UnsettledView {
    /// The place of the interviewer, if it is about one.
    pub interviewer: Option<usize>,
    /// The message that says what it is about, if there is one.
    pub message: Option<&'static str>,
    /// The id of the competency, if it is about one.
    pub competency: Option<String>,
    /// The id of the question, if it is about one.
    pub question: Option<String>,
    /// The name of the field, where no message says what it is.
    pub field: Option<String>,
    /// What was seen, each with its place if these differ.
    pub seen: Vec<(String, Option<PlaceView>)>,
    /// Where all of it is.
    pub place: Option<PlaceView>,
}

/// What one interviewer wrote by hand in one space for notes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HandwritingView {
    /// The place of the interviewer.
    pub interviewer: usize,
    /// The id of the question, if it is about one.
    pub question: Option<String>,
    /// The message that says what the space is for, if there is one, and the question does not say it.
    pub message: Option<&'static str>,
    /// The name of the field, where neither says what it is.
    pub field: Option<String>,
    /// The pictures of it; one at least.
    pub pictures: Vec<PictureView>,
}

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PictureView {
    /// Its path from the folder of the document. None if it cannot be shown.
    pub path: Option<String>,
    /// Its file.
    pub file: String,
}
