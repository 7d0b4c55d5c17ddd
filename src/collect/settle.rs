use std::collections::BTreeMap;

use super::record::{Record, Records};
use super::refusal::{Refusal, RefusalCode};
use super::value::{Place, Rating, State, Value};

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
}

/// Puts the records of a run together: the same document of the same packet counts once, and what the documents of a packet say in
/// contradiction to each other is a conflict in each of them.
#[must_use]
pub fn settle(found: Vec<DatedRecord>, refused: Vec<Refusal>, prefer: &Prefer) -> Records {
    let mut records = Records { records: Vec::new(), refused, passed_over: Vec::new() };
    let mut groups: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
    for (place, DatedRecord { record, .. }) in found.iter().enumerate() {
        groups.entry(key(record)).or_default().push(place);
    }
    let mut stays = vec![true; found.len()];
    for places in groups.into_values().filter(|places| places.len() > 1) {
        let preferred = preferred(&found, &places, prefer);
        for place in &places {
            if Some(*place) == preferred {
                continue;
            }
            stays[*place] = false;
            let refusal = refusal(&found, *place, &places, preferred);
            match preferred {
                Some(_) => records.passed_over.push(refusal),
                None => records.refused.push(refusal),
            }
        }
    }
    let kept = found.into_iter().zip(stays).filter(|(_, stays)| *stays);
    records.records = kept.map(|(DatedRecord { record, .. }, _)| record).collect();
    contradictions(&mut records.records);
    records
}

/// What a document is the same by.
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
            is_alone.then_some(*place)
        }
        Prefer::Files(files) => {
            let mut named =
                places.iter().filter(|place| files.contains(&found[**place].record.file));
            named.next().copied().filter(|_| named.next().is_none())
        }
    }
}

fn refusal(
    found: &[DatedRecord],
    place: usize,
    places: &[usize],
    preferred: Option<usize>,
) -> Refusal {
    let Record { file, document, packet, part, sha256, .. } = &found[place].record;
    let part = part.map_or_else(String::new, |part| format!(" of interviewer {part}"));
    let others = places.iter().filter(|other| **other != place);
    let others: Vec<&Record> = others.map(|other| &found[*other].record).collect();
    let mut names: Vec<String> = others
        .iter()
        .map(|other| match (other.file == *file, other.sha256 == *sha256) {
            (true, _) => "a second time in the same file".to_owned(),
            (false, true) => format!("{} (the same bytes)", other.file),
            (false, false) => other.file.clone(),
        })
        .collect();
    names.dedup();
    let names = names.join(", ");
    let (message, help) = match preferred {
        Some(chosen) => (
            format!(
                "the {document}{part} of packet {packet} is taken from {}",
                found[chosen].record.file
            ),
            "nothing is to be done: --prefer decided it".to_owned(),
        ),
        None => (
            format!(
                "the {document}{part} of packet {packet} came back more than once: also {names}"
            ),
            "keep one of them, or say with --prefer newest or --prefer FILE which one counts"
                .to_owned(),
        ),
    };
    Refusal {
        file: file.clone(),
        page: None,
        line: None,
        code: RefusalCode::Duplicate,
        message,
        help,
    }
}

/// A rating of a question by one interviewer.
type RatingKey = (String, String, Option<u32>, String);

/// Marks as conflicts the ratings on which documents of one packet disagree, such as a scoring form and the scorecard to which it was
/// copied.
fn contradictions(records: &mut [Record]) {
    let mut seen: BTreeMap<RatingKey, Vec<(Rating, String)>> = BTreeMap::new();
    for record in records.iter() {
        for question in &record.questions {
            let Some(value) = &question.rating else { continue };
            let Some(rating) = value.answer() else { continue };
            let key = rating_key(record, &question.id);
            let said = format!("{rating} in {}", whereabouts(record, value.place));
            seen.entry(key).or_default().push((*rating, said));
        }
    }
    seen.retain(|_, said| said.windows(2).any(|pair| pair[0].0 != pair[1].0));
    if seen.is_empty() {
        return;
    }
    for record in records {
        let keys: Vec<RatingKey> =
            record.questions.iter().map(|question| rating_key(record, &question.id)).collect();
        for (question, key) in record.questions.iter_mut().zip(keys) {
            if let (Some(Value { state, .. }), Some(said)) = (&mut question.rating, seen.get(&key))
                && matches!(state, State::Answered(_))
            {
                *state = State::Conflict(said.iter().map(|(_, said)| said.clone()).collect());
            }
        }
    }
}

fn rating_key(record: &Record, question: &str) -> RatingKey {
    (record.kit.clone(), record.packet.clone(), record.part, question.to_owned())
}

/// Where something is: file, document, and page or line.
fn whereabouts(record: &Record, place: Option<Place>) -> String {
    let Record { file, document, .. } = record;
    let place = match place {
        Some(Place { page: Some(page), .. }) => format!(", page {page}"),
        Some(Place { line: Some(line), .. }) => format!(", line {line}"),
        _ => String::new(),
    };
    format!("{file} ({document}{place})")
}
