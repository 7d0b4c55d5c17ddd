//! What the documents of an interviewer say together of one rating: `verify`, `scores` and the debrief form agree on it.

use interview_kit::collect::{
    DatedRecord, FieldEntry, FilledDocument, FilledField, Identity, PageState, Prefer, Record,
    RecordSource, assemble, settle,
};
use interview_kit::evaluate::debrief::{Mark, Outline, debrief, packets};
use interview_kit::evaluate::verify::{RatingState, ReturnedSheets, verify};
use interview_kit::evaluate::{LeftOutItem, Reason, ratings};

/// The documents that can have a rating of the question, and the names of their fields.
const DOCUMENTS: [(&str, &str); 3] =
    [("guide", "q.rating"), ("scoring", "q.rating"), ("scorecard", "scorecard.q")];

/// What can be in a field.
fn entries() -> [FieldEntry; 5] {
    [
        FieldEntry::Choice(None),
        FieldEntry::Choice(Some("3".to_owned())),
        FieldEntry::Choice(Some("4".to_owned())),
        FieldEntry::Conflict(vec!["1".to_owned(), "2".to_owned()]),
        FieldEntry::Unreadable("a damaged field".to_owned()),
    ]
}

fn document((id, field): (&str, &str), entry: &FieldEntry) -> FilledDocument {
    let options = ["1", "2", "3", "4", "5"].map(str::to_owned).to_vec();
    let rating =
        FilledField { name: field.parse().unwrap(), place: None, entry: entry.clone(), options };
    let follow_up = FilledField {
        name: "q.follow-up".parse().unwrap(),
        place: None,
        entry: FieldEntry::Check(false),
        options: Vec::new(),
    };
    FilledDocument {
        source: RecordSource::Form,
        identity: Identity {
            kit: "F9KV-9EZA".to_owned(),
            part: None,
            packet: "3F9TQ".to_owned(),
            document: id.to_owned(),
        },
        details: None,
        pages: PageState::AsBuilt,
        fields: if id == "guide" { vec![follow_up, rating] } else { vec![rating] },
        remarks: Vec::new(),
    }
}

/// What they say together: a contradiction is one whatever else cannot be read, and what cannot be read may contradict what can.
fn expected(entries: &[&FieldEntry]) -> RatingState {
    let mut answers: Vec<&str> = Vec::new();
    for entry in entries {
        match entry {
            FieldEntry::Choice(Some(value)) if !answers.contains(&value.as_str()) => {
                answers.push(value)
            }
            _ => {}
        }
    }
    let has = |is: fn(&FieldEntry) -> bool| entries.iter().any(|entry| is(entry));
    if answers.len() > 1 || has(|it| matches!(it, FieldEntry::Conflict(_))) {
        RatingState::Conflict
    } else if has(|it| matches!(it, FieldEntry::Unreadable(_))) {
        RatingState::Unreadable
    } else if answers.is_empty() {
        RatingState::Blank
    } else {
        RatingState::Answered
    }
}

fn of_verify(documents: &[FilledDocument]) -> RatingState {
    let file = |it: &FilledDocument| ReturnedSheets::new("a.pdf", vec![Ok(it.clone())]);
    let files: Vec<ReturnedSheets> = documents.iter().map(file).collect();
    verify(&files, None, &[]).matrix.rows[0].questions[0].rating.unwrap()
}

fn of_scores(records: &[Record]) -> RatingState {
    let kits = ratings(records).unwrap();
    let left_out = kits[0].left_out.iter().find(|it| it.what == LeftOutItem::Question);
    match left_out.map(|it| it.reason) {
        None => RatingState::Answered,
        Some(Reason::Blank) => RatingState::Blank,
        Some(Reason::Conflict) => RatingState::Conflict,
        Some(Reason::Unreadable) => RatingState::Unreadable,
    }
}

fn mark_of_debrief(records: &[Record]) -> Mark {
    let q = || vec!["q".to_owned()];
    let outline = Outline {
        scores: vec![1, 2, 3, 4, 5],
        parts: vec![q()],
        questions: q(),
        shared: Vec::new(),
        competencies: Vec::new(),
    };
    let records: Vec<&Record> = records.iter().collect();
    let packets = packets(&records).unwrap();
    debrief(&packets[0], &outline).questions[0].marks[0]
}

#[test]
fn verify_scores_and_the_debrief_form_agree_on_a_rating_in_any_order_of_the_documents() {
    let all = entries();
    for (one, two, three) in (0..125).map(|it| (it % 5, it / 5 % 5, it / 25)) {
        let seen = [&all[one], &all[two], &all[three]];
        let documents: Vec<FilledDocument> =
            DOCUMENTS.into_iter().zip(seen).map(|(of, entry)| document(of, entry)).collect();
        let state = expected(&seen);
        assert_eq!(of_verify(&documents), state, "verify: {seen:?}");
        let records: Vec<Record> =
            documents.into_iter().map(|it| assemble("a.pdf", "00", it)).collect();
        let dated = records
            .iter()
            .cloned()
            .map(|record| DatedRecord { record, changed: None, is_blank: false })
            .collect();
        let settled = settle(dated, Vec::new(), &Prefer::Nothing).records;
        for records in [records, settled] {
            assert_eq!(of_scores(&records), state, "scores: {seen:?}");
            let mark = match state {
                RatingState::Blank => matches!(mark_of_debrief(&records), Mark::Blank),
                RatingState::Answered => matches!(mark_of_debrief(&records), Mark::Rated(_)),
                RatingState::Conflict | RatingState::Unreadable => {
                    matches!(mark_of_debrief(&records), Mark::Unsettled)
                }
            };
            assert!(mark, "debrief: {seen:?}");
        }
    }
}
