use std::collections::BTreeSet;

use super::document::{Entry, FilledDocument, FilledField, Identity, PageState};
use super::record::{CompetencyRecord, Filled, OtherValue, QuestionRecord, Record};
use super::value::{Place, Rating, State, Value};
use crate::base::facts::KnownDetails;
use crate::document::FieldName;

/// The section of a scorecard that has a rating for each question.
const SCORECARD: &str = "scorecard";
/// The section of a scorecard that has a rating for each competency.
const COMPETENCIES: &str = "competencies";
/// The section of a scorecard that has the overall recommendation, and the choice in it.
const RECOMMENDATION: &str = "recommendation";
/// The section of a guide that has a row for each question.
const AGENDA: &str = "agenda";

/// The parts that only questions have. Any section can have a checklist, the boxes of which are called `rubric`.
const OF_QUESTIONS: [&str; 6] =
    ["rating", "watch-for", "follow-up", "probe", "evidence", "follow-up-notes"];

/// Makes the record of a document of this file, whose content has this SHA-256.
#[must_use]
pub fn assemble(file: &str, sha256: &str, document: FilledDocument) -> Record {
    let FilledDocument { source, identity, details, pages, fields, remarks: _ } = document;
    let Identity { kit, part, packet, document } = identity;
    let mut parts = Parts::new(&fields);
    for field in fields {
        parts.take(field);
    }
    let details = details.unwrap_or_default();
    let Parts {
        people,
        dates,
        keep_until,
        questions,
        competencies,
        recommendation,
        reasons,
        other,
        ..
    } = parts;
    let KnownDetails { candidate, interviewer, date, keep_until: known_until } = details;
    let [of_candidate, of_interviewer] = people;
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
            PageState::Rewritten => Some(false),
            PageState::Unknown => None,
        },
        candidate: detail(candidate, of_candidate),
        interviewer: detail(interviewer, of_interviewer),
        // A day that somebody wrote beside a signature says more than the day for which the interview was planned.
        date: dates.unwrap_or_else(|| detail(date, None)),
        keep_until: detail(known_until, keep_until),
        questions,
        competencies,
        recommendation,
        reasons,
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

/// The ids of the questions of a document: the owners of fields that only questions have.
#[must_use]
pub fn question_ids(fields: &[FilledField]) -> BTreeSet<String> {
    let ids = fields.iter().filter_map(|field| {
        let owner = field.name.owner()?;
        let (first, rest) = split(field.name.part());
        let is_row =
            owner == SCORECARD && is_rating(&field.entry) || owner == AGENDA && rest.is_some();
        // Rows of an agenda are questions if they have a section of their own.
        let id = if is_row { first } else { owner };
        let has_part = OF_QUESTIONS.contains(&first);
        (has_part || owner == SCORECARD && is_row).then(|| id.to_owned())
    });
    let mut ids: BTreeSet<String> = ids.collect();
    let in_agenda = fields.iter().filter(|field| field.name.owner() == Some(AGENDA));
    let rows: BTreeSet<&str> = in_agenda.map(|field| split(field.name.part()).0).collect();
    let owners = fields.iter().filter_map(|field| field.name.owner());
    let noted = owners.filter(|owner| rows.contains(owner) && !NOT_ASKED.contains(owner));
    ids.extend(noted.map(str::to_owned));
    ids
}

/// What has been made of the fields of a document so far.
#[derive(Default)]
struct Parts {
    /// The owners of fields that are questions.
    ids: BTreeSet<String>,
    /// The candidate and the interviewer.
    people: [Option<Value<String>>; 2],
    dates: Option<Value<String>>,
    keep_until: Option<Value<String>>,
    questions: Vec<QuestionRecord>,
    competencies: Vec<CompetencyRecord>,
    recommendation: Option<Value<String>>,
    reasons: Option<Value<String>>,
    other: Vec<OtherValue>,
}

impl Parts {
    fn new(fields: &[FilledField]) -> Self {
        Self { ids: question_ids(fields), ..Self::default() }
    }

    fn take(&mut self, field: FilledField) {
        let FilledField { name, place, entry, options: _ } = field;
        let part = name.part();
        match name.owner() {
            None => match part {
                "candidate" => self.people[0] = Some(text(entry, place)),
                "interviewer" | "interviewers" => self.people[1] = Some(text(entry, place)),
                _ => self.other(&name, entry, place),
            },
            Some(owner) if self.ids.contains(owner) => {
                let (owner, part) = (owner.to_owned(), part.to_owned());
                self.question(&owner, &part, entry, place);
            }
            Some(SCORECARD) if self.ids.contains(part) => {
                let part = part.to_owned();
                self.question(&part, "rating", entry, place);
            }
            Some(COMPETENCIES) if is_rating(&entry) => {
                let (id, rating) = (part.to_owned(), rating(entry, place));
                self.competencies.push(CompetencyRecord { id, rating });
            }
            Some(RECOMMENDATION) if part == RECOMMENDATION => {
                self.recommendation = Some(choice(entry, place));
            }
            Some(RECOMMENDATION) if part == "notes" => self.reasons = Some(text(entry, place)),
            Some(_) => match part {
                "date" => self.dates = Some(text(entry, place)),
                "keep-until" => self.keep_until = Some(text(entry, place)),
                _ => self.other(&name, entry, place),
            },
        }
    }

    fn question(&mut self, id: &str, part: &str, entry: Entry, place: Option<Place>) {
        let known = self.questions.iter().position(|question| question.id == id);
        let at = known.unwrap_or_else(|| {
            self.questions.push(QuestionRecord::new(id));
            self.questions.len() - 1
        });
        let question = &mut self.questions[at];
        let (first, rest) = split(part);
        if let Some(at) = rest.and_then(index) {
            match first {
                "rubric" => return put(&mut question.rubric, at, check(entry, place)),
                "watch-for" => return put(&mut question.watch_for, at, check(entry, place)),
                _ => {}
            }
        }
        match (first, rest) {
            ("rating", None) => question.rating = Some(rating(entry, place)),
            ("follow-up", None) => question.follow_up = Some(check(entry, place)),
            ("notes", None) => question.notes = Some(text(entry, place)),
            ("evidence", None) => question.evidence = Some(text(entry, place)),
            _ => question
                .other
                .push(OtherValue { name: part.to_owned(), value: filled(entry, place) }),
        }
    }

    fn other(&mut self, name: &FieldName, entry: Entry, place: Option<Place>) {
        self.other.push(OtherValue { name: name.to_string(), value: filled(entry, place) });
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
fn index(number: &str) -> Option<usize> {
    let number: usize = number.parse().ok()?;
    (1..=MAX_BOXES).contains(&number).then(|| number - 1)
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

/// Whether a field can be a rating: a choice, or a choice that cannot be read.
fn is_rating(entry: &Entry) -> bool {
    matches!(entry, Entry::Choice(_) | Entry::Conflict(_) | Entry::Unreadable(_))
}

/// What is wrong with a field that is not of the kind that its name stands for.
fn of_another_kind(entry: &Entry, wanted: &str) -> String {
    let found = match entry {
        Entry::Check(_) => "a single box",
        Entry::Choice(_) => "a choice",
        _ => "a text field",
    };
    format!("this field is {found}, and not {wanted}")
}

fn value<T>(
    entry: Entry,
    place: Option<Place>,
    wanted: &str,
    read: impl FnOnce(&Entry) -> Option<State<T>>,
) -> Value<T> {
    let state = match entry {
        Entry::Conflict(seen) => State::Conflict(seen),
        Entry::Unreadable(why) => State::Unreadable(why),
        entry => read(&entry).unwrap_or_else(|| State::Unreadable(of_another_kind(&entry, wanted))),
    };
    Value { state, place }
}

fn text(entry: Entry, place: Option<Place>) -> Value<String> {
    value(entry, place, "a text field", |entry| match entry {
        Entry::Text(text) => Some(text.clone().map_or(State::Blank, State::Answered)),
        _ => None,
    })
}

fn choice(entry: Entry, place: Option<Place>) -> Value<String> {
    value(entry, place, "a choice", |entry| match entry {
        Entry::Choice(value) => Some(value.clone().map_or(State::Blank, State::Answered)),
        _ => None,
    })
}

fn rating(entry: Entry, place: Option<Place>) -> Value<Rating> {
    choice(entry, place)
        .and_then(|value| Rating::of(&value).ok_or_else(|| format!("`{value}` is not a rating")))
}

/// A single box. One that is not checked is an answer: nobody has to check it.
fn check(entry: Entry, place: Option<Place>) -> Value<bool> {
    value(entry, place, "a single box", |entry| match entry {
        Entry::Check(is_checked) => Some(State::Answered(*is_checked)),
        _ => None,
    })
}

fn filled(entry: Entry, place: Option<Place>) -> Value<Filled> {
    value(entry, place, "a field", |entry| {
        Some(match entry {
            Entry::Check(is_checked) => State::Answered(Filled::Check(*is_checked)),
            Entry::Choice(text) | Entry::Text(text) => {
                text.clone().map_or(State::Blank, |text| State::Answered(Filled::Text(text)))
            }
            Entry::Conflict(_) | Entry::Unreadable(_) => return None,
        })
    })
}
