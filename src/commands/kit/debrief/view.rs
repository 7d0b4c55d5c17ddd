use std::collections::BTreeMap;

use super::notes::{PrintedNote, printed};
use crate::base::unit::Score;
use crate::collect::{Place, Rating};
use crate::evaluate::debrief::{
    About, AgendaItem, Debrief, Mark, Note, NoteKind, SeenValue, Side, Topic, TopicOf, Unsettled,
};
use crate::packet::{
    AgendaRowView, HandwritingView, Interview, MarkView, NoteView, PlaceView, RecordsView,
    SideView, TopicView, UnsettledView,
};

/// Names that begin with so many of the same letters, or more, cannot be told apart above a narrow column.
const HEAD: usize = 18;
/// Longer words than this break above a narrow column.
const LONGEST_WORD: usize = 10;

/// What a debrief form shows of records, and of the pictures beside them.
pub(super) fn of(
    debrief: &Debrief,
    handwriting: Vec<HandwritingView>,
    interview: &Interview,
) -> RecordsView {
    let Debrief { panelists, topics, questions, agenda, unsettled, not_asked, .. } = debrief;
    let mut rows = (BTreeMap::new(), BTreeMap::new());
    for topic in topics.iter().chain(questions) {
        let row = topic_view(topic);
        match &topic.of {
            TopicOf::Competency(id) => rows.0.insert(id.clone(), row),
            TopicOf::Question(id) => rows.1.insert(id.clone(), row),
        };
    }
    RecordsView {
        by_number: by_number(&interview.names()),
        handed_in: panelists.iter().map(|panelist| panelist.has_scorecard).collect(),
        recommendations: panelists.iter().map(|panelist| panelist.recommendation.clone()).collect(),
        competencies: rows.0,
        questions: rows.1,
        agenda: agenda.iter().map(agenda_row).collect(),
        unsettled: unsettled.iter().map(unsettled_view).collect(),
        not_asked: not_asked.clone(),
        handwriting,
    }
}

/// Whether names cannot stand above narrow columns: two are alike, or one has a word that is too long.
fn by_number(names: &[Option<String>]) -> bool {
    let mut heads: Vec<String> =
        names.iter().flatten().map(|name| name.chars().take(HEAD).collect()).collect();
    let is_long = |name: &str| name.split_whitespace().any(|it| it.chars().count() > LONGEST_WORD);
    let has_long = names.iter().flatten().any(|name| is_long(name));
    let count = heads.len();
    heads.sort_unstable();
    heads.dedup();
    has_long || heads.len() < count
}

fn topic_view(Topic { of: _, marks, range }: &Topic) -> TopicView {
    let mark = |mark: &Mark| match mark {
        Mark::NotAsked => MarkView::Word("not-asked"),
        Mark::Blank | Mark::Unsettled => MarkView::Word("blank"),
        Mark::Rated(Rating::NotAssessed) => MarkView::Word("not-assessed"),
        Mark::Rated(Rating::Score(score)) => MarkView::Score(Score(*score)),
    };
    let score = |mark: &Mark| match mark {
        Mark::Rated(rating) => rating.score().map(Score),
        _ => None,
    };
    TopicView {
        marks: marks.iter().map(mark).collect(),
        scores: marks.iter().filter_map(score).collect(),
        range: *range,
        is_complete: !marks.iter().any(|it| matches!(it, Mark::Blank | Mark::Unsettled)),
    }
}

fn agenda_row(AgendaItem { of, range, lowest, highest }: &AgendaItem) -> AgendaRowView {
    let (competency, question) = ids(of);
    let cell = |sides: &[Side]| {
        let notes = sides.iter().map(|side| side.notes.len()).sum();
        sides.iter().map(|it| side(it, notes, competency.is_some())).collect()
    };
    let (lowest, highest) = (cell(lowest), cell(highest));
    AgendaRowView { competency, question, range: *range, lowest, highest }
}

/// One side of a cell that has so many notes in all. Those on a competency say which question they are about.
fn side(Side { panelist, score, notes }: &Side, of_cell: usize, is_competency: bool) -> SideView {
    let notes = notes.iter().map(|note| note_view(note, of_cell, is_competency)).collect();
    SideView { interviewer: *panelist, score: Score(*score), notes }
}

/// What is printed of a note. Where it is cut, it says where the rest is.
fn note_view(note: &Note, of_cell: usize, is_competency: bool) -> NoteView {
    let Note { question, text, kind, file, place } = note;
    let is_handwritten = *kind != NoteKind::Typed;
    let PrintedNote { lines, is_cut } = if is_handwritten {
        PrintedNote { lines: vec![String::new()], is_cut: true }
    } else {
        printed(text, of_cell)
    };
    NoteView {
        question: is_competency.then(|| question.clone()),
        lines,
        is_handwritten,
        is_pictured: *kind == NoteKind::Pictured,
        rest: is_cut.then(|| place_view(file, *place)),
    }
}

fn place_view(file: &str, place: Option<Place>) -> PlaceView {
    let Place { page, line } = place.unwrap_or(Place { page: None, line: None });
    PlaceView { file: file.to_owned(), page, line }
}

fn ids(of: &TopicOf) -> (Option<String>, Option<String>) {
    match of {
        TopicOf::Competency(id) => (Some(id.clone()), None),
        TopicOf::Question(id) => (None, Some(id.clone())),
    }
}

fn unsettled_view(Unsettled { panelist, about, seen, file, place }: &Unsettled) -> UnsettledView {
    let (mut competency, mut question, mut field, mut message) = (None, None, None, None);
    match about {
        About::Rating(of) => (competency, question) = ids(of),
        About::QuestionField(id, part) => {
            question = Some(id.clone());
            field = Some(part.clone());
        }
        About::Recommendation => message = Some("overall-recommendation"),
        About::Candidate => message = Some("candidate"),
        About::Interviewer => message = Some("interviewer"),
        About::Field(name) => {
            message = Some("scorecard").filter(|_| name.as_str() == "reasons");
            field = Some(name.clone());
        }
    }
    let seen = seen.iter().map(|SeenValue { value, at }| {
        let place = at.as_ref().map(|(file, place)| place_view(file, *place));
        (value.clone(), place)
    });
    UnsettledView {
        interviewer: *panelist,
        message,
        competency,
        question,
        field,
        seen: seen.collect(),
        place: file.as_ref().map(|file| place_view(file, *place)),
    }
}
