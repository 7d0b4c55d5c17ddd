use crate::collect::{Place, Rating};

/// Who asks what in a kit, by ids, in the order of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// The points of the rating scale.
    pub scores: Vec<u8>,
    /// What each interviewer asks.
    pub parts: Vec<Vec<String>>,
    /// All questions, each once.
    pub questions: Vec<String>,
    /// The questions that every interviewer of a panel asks.
    pub shared: Vec<String>,
    /// The competencies that the questions assess.
    pub competencies: Vec<OutlinedCompetency>,
}

/// A competency, and the questions that assess it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlinedCompetency {
    /// Its id.
    pub id: String,
    /// The ids of the questions.
    pub questions: Vec<String>,
}

/// What a debrief form shows of the records of one packet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Debrief {
    /// The candidate, if all records that name one name the same.
    pub candidate: Option<String>,
    /// The day until which the documents are kept, if all records agree on it.
    pub keep_until: Option<String>,
    /// The interviewers, in order.
    pub panelists: Vec<Panelist>,
    /// How the competencies were rated, then the common questions, in the order of the form.
    pub topics: Vec<Topic>,
    /// How the questions that only one interviewer asks were rated.
    pub questions: Vec<Topic>,
    /// What to talk about, the widest range first; of equal ranges, in the order of the form.
    pub agenda: Vec<AgendaItem>,
    /// What contradicts itself or cannot be read.
    pub unsettled: Vec<Unsettled>,
    /// What was written by hand, and is seen in pictures: in the order of the questions, then of the interviewers.
    pub handwriting: Vec<Handwriting>,
    /// The questions without a rating and without notes, although everyone who asks them has handed in a scorecard.
    pub not_asked: Vec<String>,
}

/// An interviewer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Panelist {
    /// The name, if all records that have one have the same.
    pub name: Option<String>,
    /// Whether a scorecard was handed in: one on which more is filled in than the ratings that it shares with the scoring form.
    pub has_scorecard: bool,
    /// The overall recommendation: `strong-no`, `no`, `yes` or `strong-yes`.
    pub recommendation: Option<String>,
}

/// How a row of the form was rated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// What was rated.
    pub of: TopicOf,
    /// What each interviewer marked.
    pub marks: Vec<Mark>,
    /// The highest rating less the lowest. `None` with fewer than two ratings, or if one of them is to be settled.
    pub range: Option<u8>,
}

/// What is rated.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TopicOf {
    /// A competency, by its id.
    Competency(String),
    /// A question, by its id.
    Question(String),
}

/// What an interviewer marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The interviewer does not ask it.
    NotAsked,
    /// Nothing.
    Blank,
    /// Something that contradicts itself or cannot be read.
    Unsettled,
    /// This.
    Rated(Rating),
}

/// A topic of which the ratings differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaItem {
    /// What was rated.
    pub of: TopicOf,
    /// The highest rating less the lowest.
    pub range: u8,
    /// Who rated it lowest.
    pub lowest: Vec<Side>,
    /// Who rated it highest.
    pub highest: Vec<Side>,
}

/// One interviewer's view of a topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// The interviewer, from 0.
    pub panelist: usize,
    /// The rating.
    pub score: u8,
    /// What was written down.
    pub notes: Vec<Note>,
}

/// What an interviewer wrote down about a question: the evidence, or else the notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The id of the question.
    pub question: String,
    /// Word for word. Empty if it is handwritten.
    pub text: String,
    /// How it was written down.
    pub kind: NoteKind,
    /// The file in which it is.
    pub file: String,
    /// Where it is in the file.
    pub place: Option<Place>,
}

/// How a note was written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteKind {
    /// It was typed.
    Typed,
    /// It was written by hand, and there is no picture of it.
    Handwritten,
    /// It was written by hand, and the file is a picture of it.
    Pictured,
}

/// What an interviewer wrote by hand in one space for notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handwriting {
    /// The interviewer, from 0.
    pub panelist: usize,
    /// Where it was written.
    pub on: WrittenOn,
    /// The paths of the pictures that show it; one at least.
    pub pictures: Vec<String>,
}

/// A space for notes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WrittenOn {
    /// One of a question, by its id and the part of the field's name behind it.
    Question(String, String),
    /// Another one, by the name of its field.
    Field(String),
}

impl WrittenOn {
    /// The name of its field.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Question(id, part) => format!("{id}.{part}"),
            Self::Field(name) => name.clone(),
        }
    }
}

/// Something that contradicts itself or cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsettled {
    /// The interviewer, from 0. `None` if it is about all of them.
    pub panelist: Option<usize>,
    /// What it is about.
    pub about: About,
    /// What contradicts each other, or why it cannot be read.
    pub seen: Vec<SeenValue>,
    /// The file in which it is, if it is in one.
    pub file: Option<String>,
    /// Where it is in the file.
    pub place: Option<Place>,
}

/// One of the values that contradict each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenValue {
    /// The value, or why it cannot be read.
    pub value: String,
    /// Its file and place, if these are not the same for all of them.
    pub at: Option<(String, Option<Place>)>,
}

/// What an entry is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// The rating of a competency or a question.
    Rating(TopicOf),
    /// Another field of a question, by the name of its part.
    QuestionField(String, String),
    /// The overall recommendation.
    Recommendation,
    /// The candidate.
    Candidate,
    /// The interviewer.
    Interviewer,
    /// Any other field, by its name.
    Field(String),
}
