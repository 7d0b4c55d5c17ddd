use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::collect::{CompetencyRecord, OtherValue, QuestionRecord, Record, Value};

/// Two records of the same document of the same packet that do not say the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differing {
    /// The kit.
    pub kit: String,
    /// The packet.
    pub packet: String,
    /// The interviewer of a panel, from 1.
    pub part: Option<u32>,
    /// The document.
    pub document: String,
    /// The files that the records are of.
    pub files: [String; 2],
}

/// The records without repeats: a document that was read twice, and says the same both times, is one.
pub(super) fn distinct(records: &[Record]) -> Result<Vec<&Record>, Vec<Differing>> {
    let mut known: BTreeMap<_, &Record> = BTreeMap::new();
    let mut differing = Vec::new();
    for record in records {
        let Record { kit, packet, part, document, .. } = record;
        match known.entry((kit, packet, *part, document)) {
            Entry::Vacant(place) => {
                place.insert(record);
            }
            Entry::Occupied(first) if says(first.get()) == says(record) => {}
            Entry::Occupied(first) => differing.push(Differing {
                kit: kit.clone(),
                packet: packet.clone(),
                part: *part,
                document: document.clone(),
                files: [first.get().file.clone(), record.file.clone()],
            }),
        }
    }
    if differing.is_empty() { Ok(known.into_values().collect()) } else { Err(differing) }
}

/// What a document says, wherever and in whatever kind of file it says so.
fn says(record: &Record) -> impl PartialEq {
    (
        [&record.candidate, &record.interviewer, &record.date, &record.keep_until].map(bare),
        record.questions.iter().map(of_question).collect::<Vec<_>>(),
        record.competencies.iter().map(of_competency).collect::<Vec<_>>(),
        [&record.recommendation, &record.reasons].map(|value| value.as_ref().map(bare)),
        others(&record.other),
    )
}

fn of_question(question: &QuestionRecord) -> impl PartialEq {
    let QuestionRecord { id, rating, rubric, watch_for, follow_up, notes, evidence, other } =
        question;
    let boxes = |boxes: &[Value<bool>]| boxes.iter().map(bare).collect::<Vec<_>>();
    (
        id.clone(),
        (rating.as_ref().map(bare), follow_up.as_ref().map(bare)),
        [boxes(rubric), boxes(watch_for)],
        [notes, evidence].map(|text| text.as_ref().map(bare)),
        others(other),
    )
}

fn of_competency(competency: &CompetencyRecord) -> impl PartialEq {
    (competency.id.clone(), bare(&competency.rating))
}

fn others(values: &[OtherValue]) -> Vec<(String, impl PartialEq + use<>)> {
    values.iter().map(|other| (other.name.clone(), bare(&other.value))).collect()
}

/// A value without its place.
fn bare<T: Clone>(value: &Value<T>) -> Value<T> {
    Value { state: value.state.clone(), place: None }
}
