use std::collections::BTreeMap;

use super::document::OF_INTERVIEWER;
use super::record::{CompetencyRecord, QuestionRecord, Record, Records};
use super::refusal::{Refusal, RefusalCode};
use super::value::{Place, Rating, State, Value};
use crate::base::text::name_key;

/// Which of several files with the same document counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Prefer {
    /// None of them: all are refused.
    Nothing,
    /// The one that was changed last, if it is one alone.
    Newest,
    /// One of these files.
    Files(Vec<String>),
}

/// A record with when its file was last changed, if that is known, in nanoseconds since 1970.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedRecord {
    /// The record.
    pub record: Record,
    /// When its file was last changed.
    pub changed: Option<u128>,
    /// Whether nothing is filled in.
    pub is_blank: bool,
}

/// Puts the records of a run together: the same document of the same packet counts once, and what the documents of one
/// interviewer say in contradiction to each other is a conflict in each of them.
#[must_use]
pub fn settle(found: Vec<DatedRecord>, refused: Vec<Refusal>, prefer: &Prefer) -> Records {
    let mut records = Records { records: Vec::new(), refused, superseded: Vec::new() };
    let mut groups: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
    for (place, DatedRecord { record, .. }) in found.iter().enumerate() {
        groups.entry(key(record)).or_default().push(place);
    }
    let mut stays = vec![true; found.len()];
    for places in groups.into_values().filter(|places| places.len() > 1) {
        let people = people(&found, &places);
        let preferred = preferred(&found, &places, prefer);
        // The newest of two packets is not the newest copy of one of them.
        let preferred = preferred.filter(|_| people.is_none() || *prefer != Prefer::Newest);
        for place in &places {
            if Some(*place) == preferred {
                continue;
            }
            stays[*place] = false;
            match (preferred, &people) {
                (Some(chosen), _) => records.superseded.push(superseded(&found, *place, chosen)),
                (None, Some(people)) => records.refused.push(same_packet(&found, *place, people)),
                (None, None) => records.refused.push(duplicate(&found, *place, &places, prefer)),
            }
        }
    }
    let kept = found.into_iter().zip(stays).filter(|(_, stays)| *stays);
    records.records = kept.map(|(DatedRecord { record, .. }, _)| record).collect();
    contradictions(&mut records.records);
    records
}

/// What identifies a document: kit, packet, interviewer, and document.
type Key = (String, String, Option<u32>, String);

fn key(record: &Record) -> Key {
    let Record { kit, packet, part, document, .. } = record;
    (kit.clone(), packet.clone(), *part, document.clone())
}

/// Which of these records counts, if one does beyond doubt.
fn preferred(found: &[DatedRecord], places: &[usize], prefer: &Prefer) -> Option<usize> {
    match prefer {
        Prefer::Nothing => None,
        Prefer::Newest => {
            let dates: Option<Vec<(u128, usize)>> =
                places.iter().map(|place| Some((found[*place].changed?, *place))).collect();
            let dates = dates?;
            let (newest, place) = dates.iter().max()?;
            let is_alone = dates.iter().filter(|(date, _)| date == newest).count() == 1;
            // A blank print that was copied late is not what somebody filled in.
            let is_lost = found[*place].is_blank && !are_blank(found, places);
            (is_alone && !is_lost).then_some(*place)
        }
        Prefer::Files(files) => {
            let mut named =
                places.iter().filter(|place| files.contains(&found[**place].record.file));
            named.next().copied().filter(|_| named.next().is_none())
        }
    }
}

/// How many files a message names.
const NAMED: usize = 5;

/// The first of some names, and how many more there are.
fn some(names: &[String]) -> String {
    let shown = names[..names.len().min(NAMED)].join(", ");
    match names.len().saturating_sub(NAMED) {
        0 => shown,
        more => format!("{shown}, and {more} more"),
    }
}

/// The people for whom documents with one identity are filled in, each with the first such file, if they are not the same. Then they are no
/// copies: their packets were built with the same id.
fn people(found: &[DatedRecord], places: &[usize]) -> Option<String> {
    let mut differing = Vec::new();
    let values: [fn(&Record) -> &Value<String>; 2] = [|it| &it.candidate, |it| &it.interviewer];
    for value in values {
        let mut named: BTreeMap<String, String> = BTreeMap::new();
        for record in places.iter().map(|place| &found[*place].record) {
            if let Some(name) = value(record).answer() {
                let told = || format!("{name} ({})", record.file);
                named.entry(name_key(name)).or_insert_with(told);
            }
        }
        if named.len() > 1 {
            differing.extend(named.into_values());
        }
    }
    (!differing.is_empty()).then(|| some(&differing))
}

/// The refusal of a document that is filled in for somebody else than another one with the same identity.
fn same_packet(found: &[DatedRecord], place: usize, people: &str) -> Refusal {
    let record = &found[place].record;
    let message = format!("{} is filled in for different people: {people}", named(record));
    let help = "if it is one packet, correct the name; otherwise collect each person's files on their own, and build the next packets with \
                --roster or --name, which gives each an id of its own";
    refused(record, RefusalCode::SamePacketId, message, help)
}

fn are_blank(found: &[DatedRecord], places: &[usize]) -> bool {
    places.iter().all(|place| found[*place].is_blank)
}

/// The note on a document that another file has too, which counts.
fn superseded(found: &[DatedRecord], place: usize, chosen: usize) -> Refusal {
    let record = &found[place].record;
    let message = format!("{} is taken from {}", named(record), found[chosen].record.file);
    refused(
        record,
        RefusalCode::Duplicate,
        message,
        "no action is needed; --prefer chose the other file",
    )
}

/// The refusal of a document that other files have too, none of which counts.
fn duplicate(found: &[DatedRecord], place: usize, places: &[usize], prefer: &Prefer) -> Refusal {
    let record = &found[place].record;
    let mut names: Vec<String> = Vec::new();
    // The others are only counted.
    for other in places.iter().filter(|other| **other != place).take(NAMED) {
        let other = &found[*other].record;
        let name = match (other.file == record.file, other.sha256 == record.sha256) {
            (true, _) => "a second time in the same file".to_owned(),
            (false, true) => format!("{} (the same bytes)", other.file),
            (false, false) => other.file.clone(),
        };
        names.push(name);
    }
    names.dedup();
    let more = match (places.len() - 1).saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(", and {more} more"),
    };
    let names = names.join(", ");
    let message = format!("{} came back more than once: also {names}{more}", named(record));
    let help = match prefer {
        Prefer::Nothing => {
            "keep one of them, or say with --prefer newest or --prefer FILE which one counts"
        }
        Prefer::Newest
            if places.iter().any(|place| found[*place].is_blank) && !are_blank(found, places) =>
        {
            "one of them is blank, so the newest is not taken: remove the blank one, or say with --prefer FILE which one counts"
        }
        Prefer::Newest => {
            "no file is the only newest one: keep one of them, or say with --prefer FILE which one counts"
        }
        Prefer::Files(_) => "keep one of them, or say with --prefer FILE which one counts",
    };
    refused(record, RefusalCode::Duplicate, message, help)
}

fn named(Record { document, packet, part, .. }: &Record) -> String {
    let part = part.map_or_else(String::new, |part| format!(" of interviewer {part}"));
    format!("the {document}{part} of packet {packet}")
}

fn refused(record: &Record, code: RefusalCode, message: String, help: &str) -> Refusal {
    let (file, help) = (record.file.clone(), help.to_owned());
    Refusal { file, page: None, line: None, code, message, help }
}

/// A value that several documents of one interviewer have.
enum Shared<'r> {
    Rating(&'r mut Value<Rating>),
    /// A word of the form.
    Word(&'r mut Value<String>),
    /// What people call somebody, each in their own way.
    Name(&'r mut Value<String>),
}

/// What is answered: as it is compared, as it is written, and where.
struct Answer {
    compared: String,
    written: String,
    place: Option<Place>,
}

impl Shared<'_> {
    fn answer(&self) -> Option<Answer> {
        let (written, place) = match self {
            Self::Rating(value) => (value.answer()?.to_string(), value.place),
            Self::Word(value) | Self::Name(value) => (value.answer()?.clone(), value.place),
        };
        let compared = match self {
            Self::Name(_) => name_key(&written),
            _ => written.clone(),
        };
        Some(Answer { compared, written, place })
    }

    /// Makes an answer a conflict.
    fn contradict(self, seen: Vec<String>) {
        match self {
            Self::Rating(Value { state: state @ State::Answered(_), .. }) => {
                *state = State::Conflict(seen);
            }
            Self::Word(Value { state: state @ State::Answered(_), .. })
            | Self::Name(Value { state: state @ State::Answered(_), .. }) => {
                *state = State::Conflict(seen);
            }
            _ => {}
        }
    }
}

/// The values of a record that other documents of the same interviewer may have too, each with what it is.
fn shared(record: &mut Record) -> Vec<(String, Shared<'_>)> {
    let mut shared = Vec::new();
    for QuestionRecord { id, rating, .. } in &mut record.questions {
        shared.extend(rating.as_mut().map(|it| (format!("question {id}"), Shared::Rating(it))));
    }
    // The documents of a panel may name several interviewers.
    if !OF_INTERVIEWER.contains(&record.document.as_str()) {
        return shared;
    }
    for CompetencyRecord { id, rating } in &mut record.competencies {
        shared.push((format!("competency {id}"), Shared::Rating(rating)));
    }
    if let Some(recommendation) = &mut record.recommendation {
        shared.push(("recommendation".to_owned(), Shared::Word(recommendation)));
    }
    shared.push(("candidate".to_owned(), Shared::Name(&mut record.candidate)));
    shared.push(("interviewer".to_owned(), Shared::Name(&mut record.interviewer)));
    shared
}

/// Marks as conflicts what the documents of one interviewer say in contradiction to each other, such as a scoring form and the scorecard
/// to which it was copied.
fn contradictions(records: &mut [Record]) {
    let mut said: BTreeMap<Key, Vec<(String, String)>> = BTreeMap::new();
    for record in records.iter_mut() {
        let mut answers = Vec::new();
        for (what, value) in shared(record) {
            answers.extend(value.answer().map(|answer| (what, answer)));
        }
        for (what, Answer { compared, written, place }) in answers {
            let told = format!("{written} in {}", record.whereabouts(place));
            let (kit, packet, part, _) = key(record);
            said.entry((kit, packet, part, what)).or_default().push((compared, told));
        }
    }
    said.retain(|_, said| said.windows(2).any(|pair| pair[0].0 != pair[1].0));
    if said.is_empty() {
        return;
    }
    for record in records {
        let mut of = key(record);
        for (what, value) in shared(record) {
            of.3 = what;
            if let Some(said) = said.get(&of) {
                value.contradict(said.iter().map(|(_, told)| told.clone()).collect());
            }
        }
    }
}
