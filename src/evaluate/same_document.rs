use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::collect::{QuestionRecord, Record, RecordSource, Value};

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
            Entry::Occupied(first) if says_the_same(first.get(), record) => {}
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

/// Whether two records of a document say the same, wherever and in whatever kind of file they say so.
pub(super) fn says_the_same(one: &Record, other: &Record) -> bool {
    without_origin(one) == without_origin(other)
}

/// A record without what depends on the file that it is of.
fn without_origin(record: &Record) -> Record {
    let mut record = record.clone();
    record.file.clear();
    record.sha256.clear();
    record.source = RecordSource::Form;
    record.as_built = None;
    record.points = None;
    let Record { candidate, interviewer, date, keep_until, .. } = &mut record;
    [candidate, interviewer, date, keep_until].into_iter().for_each(unplace);
    for question in &mut record.questions {
        let QuestionRecord { rating, rubric, watch_for, follow_up, notes, evidence, .. } = question;
        rating.iter_mut().for_each(unplace);
        rubric.iter_mut().chain(watch_for).chain(follow_up).for_each(unplace);
        notes.iter_mut().chain(evidence).for_each(unplace);
        question.other.iter_mut().for_each(|other| unplace(&mut other.value));
    }
    record.competencies.iter_mut().for_each(|competency| unplace(&mut competency.rating));
    record.recommendation.iter_mut().chain(&mut record.reasons).for_each(unplace);
    record.other.iter_mut().for_each(|other| unplace(&mut other.value));
    record
}

fn unplace<T>(value: &mut Value<T>) {
    value.place = None;
}
