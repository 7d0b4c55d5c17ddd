use std::collections::BTreeSet;

use super::result::{Handwriting, WrittenOn};
use crate::collect::{QuestionRecord, Record, State, Value};

/// The name of the field for the reasons of a recommendation.
const REASONS: &str = "recommendation.notes";
/// What blanks are called that are no notes: whoever signs says nothing about the candidate.
const NO_NOTES: [&str; 4] = ["name", "signature", "date", "keep-until"];

/// What the interviewers wrote by hand and pictures show: in the order of these questions, then of the interviewers. What is about no
/// question comes last.
pub(super) fn handwriting(panelists: &[Vec<&Record>], questions: &[String]) -> Vec<Handwriting> {
    let mut found: Vec<Handwriting> = Vec::new();
    for (panelist, records) in panelists.iter().enumerate() {
        for record in records {
            in_record(record, panelist, &mut found);
        }
    }
    let mut others: Vec<String> = Vec::new();
    for Handwriting { on, .. } in &found {
        if let WrittenOn::Field(name) = on
            && !others.contains(name)
        {
            others.push(name.clone());
        }
    }
    let place = |all: &[String], one: &String| all.iter().position(|it| it == one);
    found.sort_by_key(|Handwriting { panelist, on, .. }| match on {
        WrittenOn::Question(id, _) => (0, place(questions, id), *panelist),
        WrittenOn::Field(name) => (1, place(&others, name), *panelist),
    });
    found
}

fn in_record(record: &Record, panelist: usize, found: &mut Vec<Handwriting>) {
    let fields = fields(record);
    let start = found.len();
    for picture in &record.pictures {
        // Other pictures show what is asked about.
        let Some(on) = fields.iter().find(|on| on.name() == picture.field) else { continue };
        if let Some(known) = found[start..].iter_mut().find(|it| it.on == *on) {
            known.pictures.push(picture.picture.clone());
        } else {
            let (on, pictures) = (on.clone(), vec![picture.picture.clone()]);
            found.push(Handwriting { panelist, on, pictures });
        }
    }
}

/// The spaces for notes of a document that are written on.
fn fields(record: &Record) -> BTreeSet<WrittenOn> {
    let mut fields = BTreeSet::new();
    for QuestionRecord { id, notes, evidence, other, .. } in &record.questions {
        let mut see = |part: &str| fields.insert(WrittenOn::Question(id.clone(), part.to_owned()));
        for (part, value) in [("notes", notes), ("evidence", evidence)] {
            if value.as_ref().is_some_and(is_handwritten) {
                see(part);
            }
        }
        for it in other.iter().filter(|it| is_handwritten(&it.value)) {
            see(&it.name);
        }
    }
    if record.reasons.as_ref().is_some_and(is_handwritten) {
        fields.insert(WrittenOn::Field(REASONS.to_owned()));
    }
    for it in record.other.iter().filter(|it| is_handwritten(&it.value)) {
        // A field of the whole document, such as the candidate, has no section.
        let part = it.name.split_once('.').map(|(_, part)| part);
        if part.is_some_and(|part| !NO_NOTES.contains(&part)) {
            fields.insert(WrittenOn::Field(it.name.clone()));
        }
    }
    fields
}

fn is_handwritten<T>(value: &Value<T>) -> bool {
    matches!(value.state, State::Handwritten)
}
