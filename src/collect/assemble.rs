use std::collections::{BTreeMap, BTreeSet};

use super::document::{
    FieldEntry, FieldKind, FilledDocument, FilledField, Identity, PageState, number,
};
use super::record::{CompetencyRecord, Filled, OtherValue, QuestionRecord, Record};
use super::value::{Rating, State, Value};
use crate::base::facts::KnownDetails;

/// The section of a scorecard that has a rating for each question.
const SCORECARD: &str = "scorecard";
/// The section of a scorecard that has a rating for each competency.
const COMPETENCIES: &str = "competencies";
/// The section of a scorecard that has the overall recommendation, and the choice in it.
const RECOMMENDATION: &str = "recommendation";
/// The values of the recommendation.
const RECOMMENDATIONS: [&str; 4] = ["strong-no", "no", "yes", "strong-yes"];
/// What the rating of a question is called.
const RATING: &str = "rating";
/// What a space for notes is called.
const NOTES: &str = "notes";
/// The section of a guide that has a row for each question.
const AGENDA: &str = "agenda";

/// The parts that only questions have. Any section can have a checklist, the boxes of which are called `rubric`.
const OF_QUESTIONS: [&str; 6] =
    [RATING, "watch-for", "follow-up", "probe", "evidence", "follow-up-notes"];

/// Makes the record of a document of this file, whose content has this SHA-256.
#[must_use]
pub fn assemble(file: &str, sha256: &str, document: FilledDocument) -> Record {
    let FilledDocument { source, identity, details, pages, fields, remarks: _ } = document;
    let Identity { kit, part, packet, document } = identity;
    let mut parts = Parts { ids: question_ids(&fields), ..Parts::default() };
    let points = points(&fields, &parts.ids);
    for field in fields {
        parts.take(field);
    }
    let KnownDetails { candidate, interviewer, date, keep_until } = details.unwrap_or_default();
    let Parts { people, date: of_date, keep_until: of_keep_until, competencies, other, .. } = parts;
    let [of_candidate, of_interviewer] = people.map(|field| field.map(text));
    Record {
        file: file.to_owned(),
        sha256: sha256.to_owned(),
        source,
        kit,
        part,
        packet,
        document,
        as_built: match pages {
            PageState::AsBuilt => Some(true),
            PageState::SameWords | PageState::Rewritten | PageState::Unknown => None,
        },
        points,
        candidate: detail(candidate, of_candidate),
        interviewer: detail(interviewer, of_interviewer),
        date: match of_date.map(text) {
            // A day that somebody wrote beside a signature says more than the day for which the interview was planned.
            Some(signed) if signed.state != State::Blank => signed,
            blank => detail(date, blank),
        },
        keep_until: detail(keep_until, of_keep_until.map(text)),
        pages: Vec::new(),
        pictures: Vec::new(),
        questions: parts.questions.into_iter().map(Question::finish).collect(),
        competencies,
        recommendation: parts.recommendation,
        reasons: parts.reasons,
        other,
    }
}

/// A detail that was known when the document was built, or else what was filled in.
fn detail(known: Option<String>, filled: Option<Value<String>>) -> Value<String> {
    match (known, filled) {
        (None, None) => Value::blank(None),
        (None, Some(filled)) => filled,
        (Some(known), None) => Value { state: State::Answered(known), place: None },
        (Some(known), Some(filled)) => {
            let state = match filled.state {
                State::Blank => State::Answered(known),
                State::Answered(text) if text == known => State::Answered(known),
                State::Answered(text) => State::Conflict(vec![known, text]),
                state => state,
            };
            Value { state, place: filled.place }
        }
    }
}

/// What has been made of the fields of a document so far. What several fields can say is kept as they say it, until all are known.
#[derive(Default)]
struct Parts {
    /// The owners of fields that are questions.
    ids: BTreeSet<String>,
    /// The candidate and the interviewer.
    people: [Option<FilledField>; 2],
    date: Option<FilledField>,
    keep_until: Option<FilledField>,
    questions: Vec<Question>,
    /// The positions of the questions, by their ids.
    at: BTreeMap<String, usize>,
    /// How many boxes were added that the file leaves out.
    gaps: usize,
    competencies: Vec<CompetencyRecord>,
    recommendation: Option<Value<String>>,
    reasons: Option<Value<String>>,
    other: Vec<OtherValue>,
}

/// A question, and what is said of its rating.
struct Question {
    record: QuestionRecord,
    rating: Option<FilledField>,
}

impl Question {
    fn finish(self) -> QuestionRecord {
        QuestionRecord { rating: self.rating.map(rating), ..self.record }
    }
}

/// The ids of the questions of a document: the owners of fields that only questions have.
#[must_use]
pub fn question_ids(fields: &[FilledField]) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    for field in fields {
        let id = row_of_scorecard(field).or_else(|| owner_of_rating(field));
        ids.extend(id.map(str::to_owned));
    }
    let mut rows = BTreeSet::new();
    rows.extend(fields.iter().filter_map(row_of_agenda));
    // A row of an agenda is a question if it has a section of its own.
    let owners = fields.iter().filter_map(|field| field.name.owner());
    ids.extend(owners.filter(|owner| rows.contains(owner)).map(str::to_owned));
    ids
}

/// The question that a row of a scorecard rates.
fn row_of_scorecard(field: &FilledField) -> Option<&str> {
    (field.name.owner()? == SCORECARD && is_rated_row(field)).then(|| field.name.part())
}

/// The question that a section is of, if it has a field that only questions have.
fn owner_of_rating(field: &FilledField) -> Option<&str> {
    let owner = field.name.owner().filter(|owner| ![SCORECARD, AGENDA].contains(owner))?;
    OF_QUESTIONS.contains(&split(field.name.part()).0).then_some(owner)
}

/// What a row of an agenda is about, if it may be a question.
fn row_of_agenda(field: &FilledField) -> Option<&str> {
    let (row, _) = (field.name.owner()? == AGENDA).then(|| split(field.name.part()))?;
    (!NOT_ASKED.contains(&row)).then_some(row)
}

/// Whether a field is a rating in a row of a scorecard: a choice, or one that cannot be read.
fn is_rated_row(FilledField { name, entry, .. }: &FilledField) -> bool {
    let can_be = matches!(
        entry,
        FieldEntry::Choice(_) | FieldEntry::Conflict(_) | FieldEntry::Unreadable(_)
    );
    can_be && name.part() != NOTES && !name.part().contains('.')
}

/// The number of points of the scale on which questions and competencies are rated. `None` if their boxes are not those of a whole scale.
fn points(fields: &[FilledField], ids: &BTreeSet<String>) -> Option<u8> {
    let is_rating = |field: &&FilledField| match field.name.owner() {
        Some(SCORECARD) => ids.contains(field.name.part()),
        Some(COMPETENCIES) => is_rated_row(field),
        Some(owner) => field.name.part() == RATING && ids.contains(owner),
        None => false,
    };
    let options = fields.iter().filter(is_rating).flat_map(|field| &field.options);
    let scores: BTreeSet<u8> = options.filter_map(|value| Rating::of(value)?.score()).collect();
    scores.last().copied().filter(|last| scores.len() == usize::from(*last))
}

/// Enters a field that says the same as another one may.
fn join(known: &mut Option<FilledField>, field: FilledField) {
    match known {
        None => *known = Some(field),
        Some(known) => {
            let called = [known.name.to_string(), field.name.to_string()];
            known.merge(field, [&called[0], &called[1]]);
        }
    }
}

impl Parts {
    fn take(&mut self, field: FilledField) {
        let name = field.name.clone();
        let part = name.part();
        match name.owner() {
            None => match part {
                "candidate" => join(&mut self.people[0], field),
                "interviewer" | "interviewers" => join(&mut self.people[1], field),
                _ => self.other(field),
            },
            // No question has the id of a section. In a file of an earlier version one may, and then it counts as the section.
            Some(SCORECARD) if self.ids.contains(part) => self.question(part, RATING, field),
            Some(COMPETENCIES) if is_rated_row(&field) => {
                let (id, rating) = (part.to_owned(), rating(field));
                self.competencies.push(CompetencyRecord { id, rating });
            }
            Some(RECOMMENDATION) if part == RECOMMENDATION => {
                self.recommendation = Some(recommendation(field));
            }
            Some(RECOMMENDATION) if part == NOTES => self.reasons = Some(text(field)),
            Some(owner) if self.ids.contains(owner) => self.question(owner, part, field),
            Some(_) => match part {
                "date" => join(&mut self.date, field),
                "keep-until" => join(&mut self.keep_until, field),
                _ => self.other(field),
            },
        }
    }

    fn question(&mut self, id: &str, part: &str, field: FilledField) {
        let at = self.at.get(id).copied().unwrap_or_else(|| {
            self.questions.push(Question { record: QuestionRecord::new(id), rating: None });
            self.at.insert(id.to_owned(), self.questions.len() - 1);
            self.questions.len() - 1
        });
        let Question { record, rating } = &mut self.questions[at];
        let (first, rest) = split(part);
        match (first, rest, rest.and_then(index)) {
            ("rubric", _, Some(at)) if fits(&record.rubric, at, &mut self.gaps) => {
                put(&mut record.rubric, at, check(field));
            }
            ("watch-for", _, Some(at)) if fits(&record.watch_for, at, &mut self.gaps) => {
                put(&mut record.watch_for, at, check(field));
            }
            (RATING, None, _) => join(rating, field),
            ("follow-up", None, _) => record.follow_up = Some(check(field)),
            (NOTES, None, _) => record.notes = Some(text(field)),
            ("evidence", None, _) => record.evidence = Some(text(field)),
            _ => record.other.push(OtherValue { name: part.to_owned(), value: filled(field) }),
        }
    }

    fn other(&mut self, field: FilledField) {
        self.other.push(OtherValue { name: field.name.to_string(), value: filled(field) });
    }
}

/// Rows of an agenda that are no questions.
const NOT_ASKED: [&str; 4] = ["opening", "candidate-questions", "closing", "end"];

impl QuestionRecord {
    fn new(id: &str) -> Self {
        Self {
            id: id.to_owned(),
            rating: None,
            rubric: Vec::new(),
            watch_for: Vec::new(),
            follow_up: None,
            notes: None,
            evidence: None,
            other: Vec::new(),
        }
    }
}

/// The most lines of a rubric, and the most warning signs, of a question.
const MAX_BOXES: usize = 100;

/// Which box of a list a part is, from 0.
fn index(part: &str) -> Option<usize> {
    let number = number(part)?;
    (number <= MAX_BOXES).then(|| number - 1)
}

/// The most boxes that a file may leave out before others. The largest document has a few thousand boxes, and files of other people may
/// name any number.
const MAX_GAPS: usize = 10_000;

/// Whether a box can have its place in a list. One that cannot is kept under its name.
fn fits(boxes: &[Value<bool>], at: usize, gaps: &mut usize) -> bool {
    let added = at.saturating_sub(boxes.len());
    *gaps += added;
    *gaps <= MAX_GAPS
}

/// Puts a box at its place. Programs that export forms leave out boxes that nobody has touched: those before it are blank.
fn put(boxes: &mut Vec<Value<bool>>, at: usize, value: Value<bool>) {
    while boxes.len() <= at {
        boxes.push(Value::blank(None));
    }
    boxes[at] = value;
}

/// The first segment of a part, and the others.
fn split(part: &str) -> (&str, Option<&str>) {
    part.split_once('.').map_or((part, None), |(first, rest)| (first, Some(rest)))
}

/// What a field says, read as what its name stands for: `wanted`, in words.
fn value<T>(
    FilledField { entry, place, .. }: FilledField,
    wanted: &str,
    read: impl FnOnce(&FieldEntry) -> Option<State<T>>,
) -> Value<T> {
    let state = match (read(&entry), FieldKind::of(&entry), entry) {
        (_, _, FieldEntry::Conflict(seen)) => State::Conflict(seen),
        (_, _, FieldEntry::Unreadable(why)) => State::Unreadable(why),
        (Some(state), ..) => state,
        (None, kind, _) => {
            let found = kind.map_or("unknown", FieldKind::words);
            State::Unreadable(format!("this field is {found}, and not {wanted}"))
        }
    };
    Value { state, place }
}

fn text(field: FilledField) -> Value<String> {
    value(field, FieldKind::Text.words(), |entry| match entry {
        FieldEntry::Text(text) => Some(text.clone().map_or(State::Blank, State::Answered)),
        FieldEntry::Handwritten => Some(State::Handwritten),
        _ => None,
    })
}

fn choice(field: FilledField) -> Value<String> {
    value(field, FieldKind::Choice.words(), |entry| match entry {
        FieldEntry::Choice(value) => Some(value.clone().map_or(State::Blank, State::Answered)),
        _ => None,
    })
}

fn rating(field: FilledField) -> Value<Rating> {
    choice(field)
        .and_then(|value| Rating::of(&value).ok_or_else(|| format!("`{value}` is not a rating")))
}

/// The recommendation: one of ours, or the value of a box that the document has.
fn recommendation(field: FilledField) -> Value<String> {
    let has_boxes = !field.options.is_empty();
    choice(field).and_then(|value| {
        let is_known = has_boxes || RECOMMENDATIONS.contains(&value.as_str());
        is_known.then(|| value.clone()).ok_or_else(|| format!("`{value}` is not a recommendation"))
    })
}

/// A single box. One that is not checked is an answer: nobody has to check it.
fn check(field: FilledField) -> Value<bool> {
    value(field, FieldKind::Check.words(), |entry| match entry {
        FieldEntry::Check(is_checked) => Some(State::Answered(*is_checked)),
        _ => None,
    })
}

fn filled(field: FilledField) -> Value<Filled> {
    value(field, "a field", |entry| {
        Some(match entry {
            FieldEntry::Check(is_checked) => State::Answered(Filled::Check(*is_checked)),
            FieldEntry::Choice(text) | FieldEntry::Text(text) => {
                text.clone().map_or(State::Blank, |text| State::Answered(Filled::Text(text)))
            }
            FieldEntry::Handwritten => State::Handwritten,
            FieldEntry::Conflict(_) | FieldEntry::Unreadable(_) => return None,
        })
    })
}
