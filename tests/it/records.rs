//! What the fields of documents become: records, and what of several documents is one, contradicts another, or is refused.

use interview_kit::base::facts::{Facts, KnownDetails};
use interview_kit::collect::{
    DatedRecord, FieldEntry, FilledDocument, FilledField, Identity, Kit, Kits, PageState, Place,
    Prefer, Rating, Record, RecordSource, Records, RefusalCode, ReturnedFile, State, Value,
    assemble, compare, read, settle,
};
use serde_json::json;

fn identity(document: &str, part: Option<u32>) -> Identity {
    let (kit, packet) = ("7KQ2-M4XD".to_owned(), "3F9TQ".to_owned());
    Identity { kit, part, packet, document: document.to_owned() }
}

fn page(page: u32) -> Place {
    Place { page: Some(page), line: None }
}

fn field(name: &str, entry: FieldEntry) -> FilledField {
    FilledField { name: name.parse().unwrap(), place: Some(page(2)), entry, options: Vec::new() }
}

fn rating(name: &str, value: &str) -> FilledField {
    field(name, FieldEntry::Choice(Some(value.to_owned())))
}

fn text(name: &str, value: &str) -> FilledField {
    field(name, FieldEntry::Text(Some(value.to_owned())))
}

fn document(id: &str, fields: Vec<FilledField>) -> FilledDocument {
    FilledDocument {
        source: RecordSource::Form,
        identity: identity(id, None),
        details: Some(KnownDetails::default()),
        pages: PageState::AsBuilt,
        fields,
        remarks: Vec::new(),
    }
}

fn record(file: &str, document: FilledDocument) -> Record {
    assemble(file, &"0".repeat(64), document)
}

fn dated(record: Record, changed: u128) -> DatedRecord {
    DatedRecord { record, changed: Some(changed), is_blank: false }
}

fn states(records: &Records) -> Vec<String> {
    let ratings = records.records.iter().flat_map(|record| &record.questions);
    let ratings = ratings.filter_map(|question| question.rating.as_ref());
    ratings.map(|rating| rating.state.name().to_owned()).collect()
}

#[test]
fn a_scorecard_has_ratings_of_questions_and_of_competencies_a_recommendation_and_reasons() {
    let record = record(
        "ana.pdf",
        document(
            "scorecard",
            vec![
                text("candidate", "Ana Silva"),
                rating("scorecard.intake", "4"),
                rating("scorecard.metrics", "not-assessed"),
                rating("competencies.credibility", "3"),
                rating("recommendation.recommendation", "strong-yes"),
                text("recommendation.notes", "Line one\nline two"),
                field("recommendation.rated-alone", FieldEntry::Check(true)),
                text("recommendation.date", "2026-11-26"),
            ],
        ),
    );
    let ratings: Vec<_> = record.questions.iter().map(|it| (it.id.as_str(), &it.rating)).collect();
    let answered = |rating| Some(Value { state: State::Answered(rating), place: Some(page(2)) });
    assert_eq!(
        ratings,
        [("intake", &answered(Rating::Score(4))), ("metrics", &answered(Rating::NotAssessed))]
    );
    assert_eq!(record.competencies[0].id, "credibility");
    assert_eq!(record.recommendation.unwrap().answer().unwrap(), "strong-yes");
    assert_eq!(record.reasons.unwrap().answer().unwrap(), "Line one\nline two");
    assert_eq!(record.candidate.answer().unwrap(), "Ana Silva");
    assert_eq!(record.date.answer().unwrap(), "2026-11-26");
    let other: Vec<&str> = record.other.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(other, ["recommendation.rated-alone"]);
}

#[test]
fn a_guide_has_the_questions_of_its_agenda_and_keeps_every_other_field() {
    let record = record(
        "guide.pdf",
        document(
            "guide",
            vec![
                text("agenda.opening.started-at", "9:00"),
                text("agenda.intake.started-at", "9:03"),
                text("opening.work", "security lead"),
                text("intake.notes", "They said…"),
                field("intake.probe.1", FieldEntry::Check(true)),
                field("metrics.follow-up", FieldEntry::Check(false)),
                text("closing.notes", "Asked about pay"),
            ],
        ),
    );
    let ids: Vec<&str> = record.questions.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids, ["intake", "metrics"]);
    assert_eq!(record.questions[0].notes.as_ref().unwrap().answer().unwrap(), "They said…");
    assert_eq!(record.questions[0].other[0].name, "probe.1");
    let other: Vec<&str> = record.other.iter().map(|it| it.name.as_str()).collect();
    let expected =
        ["agenda.opening.started-at", "agenda.intake.started-at", "opening.work", "closing.notes"];
    assert_eq!(other, expected);
}

#[test]
fn boxes_that_an_export_leaves_out_are_blank_and_move_no_other() {
    let fields = vec![
        rating("intake.rating", "4"),
        field("intake.rubric.3", FieldEntry::Check(true)),
        field("intake.watch-for.2", FieldEntry::Check(true)),
        field("intake.rubric.1000000", FieldEntry::Check(true)),
    ];
    let record = record("a.fdf", document("scoring", fields));
    let [question] = record.questions.as_slice() else { panic!("one question") };
    let states = |values: &[Value<bool>]| -> Vec<&str> {
        values.iter().map(|value| value.state.name()).collect()
    };
    assert_eq!(states(&question.rubric), ["blank", "blank", "answered"]);
    assert_eq!(states(&question.watch_for), ["blank", "answered"]);
    assert_eq!(question.other[0].name, "rubric.1000000");
}

#[test]
fn a_value_that_is_not_of_the_kind_of_its_field_is_unreadable() {
    let record = record(
        "a.pdf",
        document("scoring", vec![text("intake.rating", "4"), rating("metrics.rating", "12")]),
    );
    let states: Vec<_> =
        record.questions.iter().map(|it| it.rating.clone().unwrap().state).collect();
    assert_eq!(
        states,
        [
            State::Unreadable("this field is a text field, and not a choice".to_owned()),
            State::Unreadable("`12` is not a rating".to_owned()),
        ]
    );
}

#[test]
fn a_detail_that_was_printed_and_one_that_was_typed_must_agree() {
    let known = KnownDetails { candidate: Some("Ana".to_owned()), ..KnownDetails::default() };
    let typed = |typed: &str| {
        let document = document("guide", vec![text("candidate", typed)]);
        record("a.pdf", FilledDocument { details: Some(known.clone()), ..document }).candidate.state
    };
    assert_eq!(typed("Ana"), State::Answered("Ana".to_owned()));
    assert_eq!(typed("Bo"), State::Conflict(vec!["Ana".to_owned(), "Bo".to_owned()]));
}

#[test]
fn documents_of_a_packet_that_rate_a_question_differently_are_in_conflict_and_others_are_not() {
    let scoring =
        document("scoring", vec![rating("intake.rating", "4"), rating("metrics.rating", "2")]);
    let card = document(
        "scorecard",
        vec![rating("scorecard.intake", "5"), rating("scorecard.metrics", "2")],
    );
    let found = vec![dated(record("a.pdf", scoring), 1), dated(record("b.md", card), 1)];
    let records = settle(found, Vec::new(), &Prefer::Nothing);
    assert_eq!(states(&records), ["conflict", "answered", "conflict", "answered"]);
    let State::Conflict(seen) = &records.records[0].questions[0].rating.as_ref().unwrap().state
    else {
        panic!("a conflict");
    };
    assert_eq!(seen, &["4 in a.pdf (scoring, page 2)", "5 in b.md (scorecard, page 2)"]);
}

#[test]
fn the_same_document_twice_is_refused_unless_one_is_preferred() {
    let returned =
        |file: &str, score| record(file, document("scoring", vec![rating("intake.rating", score)]));
    let found = || vec![dated(returned("old.pdf", "3"), 1), dated(returned("new.pdf", "4"), 2)];
    let files = |records: &Records| -> Vec<String> {
        records.records.iter().map(|record| record.file.clone()).collect()
    };
    let refused = settle(found(), Vec::new(), &Prefer::Nothing);
    assert_eq!(files(&refused), [""; 0]);
    let codes: Vec<_> = refused.refused.iter().map(|it| (it.file.as_str(), it.code)).collect();
    assert_eq!(codes, [("old.pdf", RefusalCode::Duplicate), ("new.pdf", RefusalCode::Duplicate)]);
    let newest = settle(found(), Vec::new(), &Prefer::Newest);
    assert_eq!((files(&newest), newest.refused.len()), (vec!["new.pdf".to_owned()], 0));
    assert_eq!(newest.superseded[0].file, "old.pdf");
    let named = settle(found(), Vec::new(), &Prefer::Files(vec!["old.pdf".to_owned()]));
    assert_eq!((files(&named), named.refused.len()), (vec!["old.pdf".to_owned()], 0));
    let both = Prefer::Files(vec!["old.pdf".to_owned(), "new.pdf".to_owned()]);
    assert_eq!(settle(found(), Vec::new(), &both).refused.len(), 2);
    let at_once = found().into_iter().map(|it| DatedRecord { changed: Some(7), ..it }).collect();
    assert_eq!(settle(at_once, Vec::new(), &Prefer::Newest).refused.len(), 2);
    // A blank print that was copied late does not count more than what somebody filled in.
    let mut blank = found();
    blank[1].is_blank = true;
    let refused = settle(blank.clone(), Vec::new(), &Prefer::Newest).refused;
    assert_eq!(refused.len(), 2);
    assert!(refused[0].help.contains("one of them is blank"), "{}", refused[0].help);
    blank[0].is_blank = true;
    assert_eq!(files(&settle(blank, Vec::new(), &Prefer::Newest)), ["new.pdf"]);
}

#[test]
fn documents_for_different_people_are_no_copies_even_if_their_packets_have_one_id() {
    let of = |file: &str, name: &str| {
        record(
            file,
            document("scoring", vec![text("candidate", name), rating("intake.rating", "4")]),
        )
    };
    let found = || vec![dated(of("ana.pdf", "Ana Silva"), 1), dated(of("bo.pdf", "Bo"), 2)];
    for prefer in [Prefer::Nothing, Prefer::Newest] {
        let records = settle(found(), Vec::new(), &prefer);
        assert!(records.records.is_empty() && records.superseded.is_empty());
        for refusal in &records.refused {
            assert_eq!(refusal.code, RefusalCode::SamePacketId);
            let people = "filled in for different people: Ana Silva (ana.pdf), Bo (bo.pdf)";
            assert!(refusal.message.contains(people), "{}", refusal.message);
        }
        assert_eq!(records.refused.len(), 2);
    }
    let named = settle(found(), Vec::new(), &Prefer::Files(vec!["ana.pdf".to_owned()]));
    assert_eq!((named.records.len(), named.superseded.len()), (1, 1));
    // A name that is written in another way is the same.
    let again = vec![dated(of("a.pdf", "Lea Weiß"), 1), dated(of("b.pdf", "LEA  WEISS"), 2)];
    assert_eq!(settle(again, Vec::new(), &Prefer::Newest).records.len(), 1);
}

#[test]
fn messages_about_many_copies_stay_short() {
    let copy =
        |number: usize| dated(record(&format!("{number}.pdf"), document("scoring", vec![])), 1);
    let records = settle((0..1000).map(copy).collect(), Vec::new(), &Prefer::Nothing);
    assert_eq!(records.refused.len(), 1000);
    let longest = records.refused.iter().map(|it| it.message.len()).max().unwrap();
    assert!(longest < 400, "{longest}");
    assert!(records.refused[0].message.ends_with("and 994 more"), "{}", records.refused[0].message);
}

#[test]
fn boxes_that_are_named_far_apart_take_no_memory_for_those_between_them() {
    let fields =
        (0..20_000).map(|at| field(&format!("q{at}.watch-for.100"), FieldEntry::Check(true)));
    let ratings = (0..20_000).map(|at| rating(&format!("q{at}.rating"), "3"));
    let record = record("a.pdf", document("scoring", fields.chain(ratings).collect()));
    assert_eq!(record.questions.len(), 20_000);
    let boxes: usize = record.questions.iter().map(|it| it.watch_for.len()).sum();
    assert!(boxes <= 10_100, "{boxes}");
    let kept: usize = record.questions.iter().map(|it| it.other.len()).sum();
    let listed = record.questions.iter().filter(|it| !it.watch_for.is_empty()).count();
    assert_eq!(kept + listed, 20_000);
}

#[test]
fn a_document_without_a_field_of_its_kit_is_refused_but_an_export_may_leave_out_empty_ones() {
    let fields = || {
        vec![
            rating("intake.rating", "4"),
            text("intake.notes", "x"),
            field("intake.rubric.1", FieldEntry::Check(true)),
        ]
    };
    assert!(
        Kit::of(document("scoring", fields()), None).unwrap_err().message.contains("filled in")
    );
    let blank = vec![
        field("intake.rating", FieldEntry::Choice(None)),
        field("intake.notes", FieldEntry::Text(None)),
        field("intake.rubric.1", FieldEntry::Check(false)),
    ];
    let kit = Kit::of(document("scoring", blank), None).unwrap();
    assert!(compare(document("scoring", fields()), &kit).is_ok());
    let some = || vec![rating("intake.rating", "4")];
    let fault = compare(document("scoring", some()), &kit).unwrap_err();
    assert_eq!(fault.code, RefusalCode::Incomplete);
    assert_eq!(
        fault.message,
        "this document is missing fields that the kit has: `intake.notes`, `intake.rubric.1`"
    );
    let export =
        FilledDocument { details: None, pages: PageState::Unknown, ..document("scoring", some()) };
    let read = compare(export, &kit).unwrap();
    let entries: Vec<FieldEntry> = read.fields.into_iter().map(|field| field.entry).collect();
    assert_eq!(
        entries,
        [
            FieldEntry::Choice(Some("4".to_owned())),
            FieldEntry::Text(None),
            FieldEntry::Check(false)
        ]
    );
    let more = [fields(), vec![text("intake.other", "x")]].concat();
    assert_eq!(compare(document("scoring", more), &kit).unwrap_err().code, RefusalCode::Incomplete);
}

#[test]
fn documents_of_an_interviewer_that_disagree_on_people_competencies_or_the_recommendation_are_in_conflict()
 {
    let of = |file: &str, id: &str, part, fields: Vec<FilledField>| {
        let document = FilledDocument { identity: identity(id, part), ..document(id, fields) };
        dated(record(file, document), 1)
    };
    let card = |candidate: &str, competency: &str, recommendation: &str| {
        let fields = vec![
            text("candidate", candidate),
            rating("competencies.credibility", competency),
            rating("recommendation.recommendation", recommendation),
        ];
        of("card.md", "scorecard", Some(1), fields)
    };
    let guide = of(
        "guide.pdf",
        "guide",
        Some(1),
        vec![
            text("candidate", "Zoë  Brown"),
            text("interviewer", "Ana"),
            rating("competencies.credibility", "3"),
            rating("recommendation.recommendation", "yes"),
        ],
    );
    // Another interviewer, and a form of the panel, say what they say.
    let other = of(
        "other.pdf",
        "guide",
        Some(2),
        vec![text("candidate", "Zoe"), text("interviewer", "Bo")],
    );
    let panel = of(
        "panel.pdf",
        "debrief",
        None,
        vec![text("candidate", "Z."), text("interviewers", "Ana, Bo")],
    );
    let states = |card: DatedRecord| {
        let found = vec![guide.clone(), card, other.clone(), panel.clone()];
        let Records { records, .. } = settle(found, Vec::new(), &Prefer::Nothing);
        let of = |record: &Record| {
            let competency = record.competencies.first().map(|it| it.rating.state.name());
            let recommendation = record.recommendation.as_ref().map(|it| it.state.name());
            (record.candidate.state.name(), competency, recommendation)
        };
        let states: Vec<_> = records.iter().map(of).collect();
        assert_eq!(states[2..], [("answered", None, None); 2]);
        assert_eq!(states[0], states[1]);
        (states[0], records)
    };
    let (same, _) = states(card("zoe\u{308} brown", "3", "yes"));
    assert_eq!(same, ("answered", Some("answered"), Some("answered")));
    let (different, records) = states(card("Zoe Brown", "4", "no"));
    assert_eq!(different, ("conflict", Some("conflict"), Some("conflict")));
    let seen = |value: &Value<String>| match &value.state {
        State::Conflict(seen) => seen.clone(),
        state => panic!("{state:?}"),
    };
    assert_eq!(
        seen(&records[0].candidate),
        ["Zoë  Brown in guide.pdf (guide, page 2)", "Zoe Brown in card.md (scorecard, page 2)"]
    );
    assert_eq!(
        seen(records[1].recommendation.as_ref().unwrap()),
        ["yes in guide.pdf (guide, page 2)", "no in card.md (scorecard, page 2)"]
    );
}

#[test]
fn a_rating_is_one_digit() {
    for digit in 1..=9 {
        assert_eq!(Rating::of(&digit.to_string()), Some(Rating::Score(digit)));
    }
    assert_eq!(Rating::of("not-assessed"), Some(Rating::NotAssessed));
    for text in ["", "0", "10", "+4", "04", "4 ", "٤", "-1", "4.0"] {
        assert_eq!(Rating::of(text), None, "{text}");
    }
}

#[test]
fn a_blank_signature_date_does_not_hide_the_date_of_the_interview() {
    let known = KnownDetails { date: Some("2026-11-20".to_owned()), ..KnownDetails::default() };
    let of = |date: FieldEntry| {
        let document = document("scorecard", vec![field("recommendation.date", date)]);
        record("a.pdf", FilledDocument { details: Some(known.clone()), ..document }).date.state
    };
    assert_eq!(of(FieldEntry::Text(None)), State::Answered("2026-11-20".to_owned()));
    let signed = FieldEntry::Text(Some("2026-11-21".to_owned()));
    assert_eq!(of(signed), State::Answered("2026-11-21".to_owned()));
}

#[test]
fn only_pages_that_are_proven_are_as_built_and_others_are_not_known() {
    let of =
        |pages| record("a.pdf", FilledDocument { pages, ..document("guide", vec![]) }).as_built;
    assert_eq!(of(PageState::AsBuilt), Some(true));
    assert_eq!(of(PageState::SameWords), None);
    assert_eq!(of(PageState::Rewritten), None);
    assert_eq!(of(PageState::Unknown), None);
}

#[test]
fn what_a_document_says_of_itself_is_read_whole_or_not_at_all() {
    let facts = |text: &str| text.parse::<Facts>().ok();
    let read =
        facts("candidate: Ana\nfields: 3\nlater: x\nlater: y\npages: 0123456789ab 0123456789cd\n")
            .unwrap();
    assert_eq!((read.fields, read.pages.len()), (Some(3), 2));
    for text in [
        "fields: abc",
        "fields: 3\nfields: 3",
        "candidate: Ana\ncandidate: Bo",
        "pages: 0123456789ab\npages: 0123456789ab",
        "pages: a",
        "pages: 0123456789AB",
        "words: 0123456789ab",
        "streams: 0123456789ab",
        "pages: 0123456789ab\nwords: a",
        "pages: 0123456789ab\nwords: 0123456789ab 0123456789cd",
    ] {
        assert_eq!(facts(text), None, "{text}");
    }
}

#[test]
fn values_are_written_and_read_in_one_shape_and_no_other_is_taken() {
    let value = |json: serde_json::Value| serde_json::from_value::<Value<Rating>>(json);
    let all = [
        json!({"state": "answered", "value": 4, "place": {"page": 3}}),
        json!({"state": "answered", "value": "not-assessed"}),
        json!({"state": "blank"}),
        json!({"state": "conflict", "seen": ["4", "5"]}),
        json!({"state": "unreadable", "why": "it is not a rating"}),
    ];
    for json in all {
        assert_eq!(serde_json::to_value(value(json.clone()).unwrap()).unwrap(), json);
    }
    let wrong = [
        json!({"state": "answered"}),
        json!({"state": "blank", "value": 4}),
        json!({"state": "conflict", "seen": []}),
        json!({"state": "answered", "value": 0}),
        json!({"state": "answered", "value": 10}),
        json!({"state": "answered", "value": "4"}),
        json!({"state": "answered", "value": "none"}),
        json!({"state": "perhaps"}),
        json!({"state": "blank", "note": 1}),
    ];
    for json in wrong {
        assert!(value(json.clone()).is_err(), "{json}");
    }
}

#[test]
fn an_empty_file_and_a_picture_are_refused_for_what_they_are() {
    let fault = |bytes: &[u8]| {
        let read = read(&ReturnedFile { path: "a", bytes }, &Kits::default());
        let [Err(fault)] = read.as_slice() else { panic!("one fault") };
        (fault.code, fault.message.clone())
    };
    assert_eq!(fault(b""), (RefusalCode::Damaged, "this file is empty".to_owned()));
    let (code, message) = fault(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    assert_eq!(code, RefusalCode::NotOurs);
    assert_eq!(message, "this file is a picture, and only `collect` reads scans");
    assert_eq!(fault(b"GIF89a\0").1, "this file is neither a PDF, FDF, XFDF, nor Markdown");
    assert_eq!(fault(b"# A\n").0, RefusalCode::NotOurs);
}
