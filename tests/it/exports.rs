//! Exports of form data, which have neither pages nor kinds of fields: what is no value for certain is none, and the kit says what kind
//! each field is.

use interview_kit::collect::{
    FieldEntry, FilledDocument, Kit, Kits, Rating, Record, ReturnedFile, State, Value, assemble,
    compare, form,
};

use crate::support::Test;

const SCORING: &str = "94RT-F0FW J0DVF scoring";
const SCORECARD: &str = "94RT-F0FW J0DVF scorecard";

/// An export with these fields; one without a value is named all the same.
fn xfdf(fields: &[(&str, Option<&str>)]) -> String {
    let field = |(name, value): &(&str, Option<&str>)| match value {
        Some(value) => format!("<field name=\"{name}\"><value>{value}</value></field>"),
        None => format!("<field name=\"{name}\"/>"),
    };
    let fields: String = fields.iter().map(field).collect();
    format!("<?xml version=\"1.0\"?><xfdf><fields>{fields}</fields></xfdf>")
}

fn read(bytes: &[u8], kits: &Kits) -> Vec<FilledDocument> {
    let read = form::read(&ReturnedFile { path: "a.xfdf", bytes }, kits);
    read.into_iter().map(|document| document.unwrap()).collect()
}

/// What an export of one document says.
fn record(identity: &str, fields: &[(&str, &str)]) -> Record {
    let identity = [("identity", Some(identity))];
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, Some(*value))).collect();
    let [document] = read(xfdf(&[&identity[..], &fields].concat()).as_bytes(), &Kits::default())
        .try_into()
        .unwrap();
    assemble("a.xfdf", &"0".repeat(64), document)
}

fn entry(document: &FilledDocument, name: &str) -> FieldEntry {
    let field = document.fields.iter().find(|field| field.name.to_string() == name);
    field.unwrap_or_else(|| panic!("no {name} in {document:#?}")).entry.clone()
}

fn names<T>(values: &[Value<T>]) -> Vec<&'static str> {
    values.iter().map(|value| value.state.name()).collect()
}

#[test]
fn text_in_a_box_is_no_check_mark_and_only_known_words_are_answers() {
    let scoring = record(
        SCORING,
        &[
            ("intake.rating", "+4"),
            ("intake.rubric.1", "Yes"),
            ("intake.rubric.2", "false"),
            ("intake.rubric.3", "Off"),
            ("intake.rubric.4", ""),
            ("intake.follow-up", "not asked"),
            ("board.rating", "04"),
            ("metrics.rating", "4"),
        ],
    );
    let [intake, board, metrics] = scoring.questions.as_slice() else { panic!("three questions") };
    assert_eq!(names(&intake.rubric), ["answered", "unreadable", "answered", "answered"]);
    assert_eq!(intake.rubric[0].answer(), Some(&true));
    assert_eq!(intake.rubric[3].answer(), Some(&false));
    assert_eq!(intake.follow_up.as_ref().unwrap().state.name(), "unreadable");
    for rating in [&intake.rating, &board.rating] {
        assert_eq!(rating.as_ref().unwrap().state.name(), "unreadable");
    }
    assert_eq!(metrics.rating.as_ref().unwrap().answer(), Some(&Rating::Score(4)));
    let of = |word: &str| {
        record(SCORECARD, &[("recommendation.recommendation", word)]).recommendation.unwrap().state
    };
    assert_eq!(of("strong-no"), State::Answered("strong-no".to_owned()));
    assert_eq!(of("maybe"), State::Unreadable("`maybe` is not a recommendation".to_owned()));
    let fdf = "%FDF-1.2\n1 0 obj\n<</FDF<</Fields[<</T(identity)/V(94RT-F0FW J0DVF scoring)>>\
               <</T(intake.rubric.1)/V/No>><</T(intake.rubric.2)/V/Yes>><</T(intake.rating)>>]>>>>\nendobj\ntrailer\n\
               <</Root 1 0 R>>\n%%EOF\n";
    let [read] = read(fdf.as_bytes(), &Kits::default()).try_into().unwrap();
    assert!(matches!(entry(&read, "intake.rubric.1"), FieldEntry::Unreadable(_)));
    assert_eq!(entry(&read, "intake.rubric.2"), FieldEntry::Check(true));
    assert_eq!(entry(&read, "intake.rating"), FieldEntry::Choice(None));
}

#[test]
fn fields_that_mean_the_same_agree_or_are_a_conflict_that_names_both() {
    fn conflict<T>(seen: &[&str]) -> State<T> {
        State::Conflict(seen.iter().map(|it| (*it).to_owned()).collect())
    }
    let both = |one: &str, other: &str| {
        let fields = [("intake.rating", one), ("scorecard.intake", other)];
        let record = record(SCORING, &fields);
        assert_eq!(record.questions.len(), 1);
        record.questions[0].rating.clone().unwrap().state
    };
    assert_eq!(both("4", "2"), conflict(&["4 (intake.rating)", "2 (scorecard.intake)"]));
    assert_eq!(both("4", "4"), State::Answered(Rating::Score(4)));
    assert_eq!(both("4", "Off"), State::Answered(Rating::Score(4)));
    assert_eq!(both("Off", "2"), State::Answered(Rating::Score(2)));
    let card = record(
        SCORECARD,
        &[
            ("interviewer", "Ana"),
            ("interviewers", "Bo"),
            ("a.date", "2026-01-01"),
            ("b.date", "2026-02-02"),
            ("a.keep-until", "2027-01-01"),
            ("b.keep-until", "2027-01-01"),
        ],
    );
    assert_eq!(card.interviewer.state, conflict(&["Ana (interviewer)", "Bo (interviewers)"]));
    assert_eq!(card.date.state, conflict(&["2026-01-01 (a.date)", "2026-02-02 (b.date)"]));
    assert_eq!(card.keep_until.answer().unwrap(), "2027-01-01");
    // A number that is not written as the documents write it names another field.
    let lines = [
        ("intake.rating", "4"),
        ("intake.rubric.1", "Yes"),
        ("intake.rubric.01", "No"),
        ("intake.rubric.+1", "No"),
    ];
    let record = record(SCORING, &lines);
    assert_eq!(names(&record.questions[0].rubric), ["answered"]);
    let other: Vec<&str> = record.questions[0].other.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(other, ["rubric.01", "rubric.+1"]);
}

#[test]
fn two_fields_of_a_file_that_are_one_in_the_document_are_put_together() {
    let of = |shared: &str, own: &str| {
        let fields = [
            ("p.scoring.identity", Some(SCORING)),
            ("p.candidate", Some(shared)),
            ("p.scoring.candidate", Some(own)),
        ];
        let [document] = read(xfdf(&fields).as_bytes(), &Kits::default()).try_into().unwrap();
        assert_eq!(document.fields.len(), 1);
        entry(&document, "candidate")
    };
    assert_eq!(of("Ana", "Ana"), FieldEntry::Text(Some("Ana".to_owned())));
    assert_eq!(of("", "Ana"), FieldEntry::Text(Some("Ana".to_owned())));
    let seen = ["Ana (p.candidate)".to_owned(), "Bo (p.scoring.candidate)".to_owned()];
    assert_eq!(of("Ana", "Bo"), FieldEntry::Conflict(seen.to_vec()));
}

#[test]
fn a_field_without_a_value_is_blank_and_the_document_asks_for_it() {
    let fields = [
        ("identity", Some(SCORING)),
        ("intake.rating", None),
        ("intake.rubric.1", None),
        ("intake.evidence", None),
        ("board.rating", Some("3")),
    ];
    let [document] = read(xfdf(&fields).as_bytes(), &Kits::default()).try_into().unwrap();
    assert_eq!(entry(&document, "intake.rubric.1"), FieldEntry::Check(false));
    let record = assemble("a.xfdf", &"0".repeat(64), document);
    let ids: Vec<&str> = record.questions.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids, ["intake", "board"]);
    assert_eq!(record.questions[0].rating.as_ref().unwrap().state, State::Blank);
    assert_eq!(record.questions[0].evidence.as_ref().unwrap().state, State::Blank);
}

#[test]
fn without_a_kit_only_known_names_are_boxes() {
    let record = record(
        "94RT-F0FW J0DVF debrief",
        &[
            ("competencies.lead.interviewer-1", "3"),
            ("competencies.lead", "4"),
            ("competencies.notes", "strong overall"),
            ("intake.notes.1", "long text"),
            ("intake.other", "Yes"),
        ],
    );
    let competencies: Vec<&str> = record.competencies.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(competencies, ["lead"]);
    let other: Vec<String> = record
        .other
        .iter()
        .map(|it| format!("{}: {}", it.name, serde_json::to_value(&it.value).unwrap()["state"]))
        .collect();
    assert_eq!(
        other,
        [
            "competencies.lead.interviewer-1: \"answered\"",
            "competencies.notes: \"answered\"",
            "intake.notes.1: \"answered\"",
            "intake.other: \"unreadable\"",
        ]
    );
}

#[test]
fn an_export_is_read_in_the_encoding_that_it_names_or_not_at_all() {
    let read_in = |encoding: &str, text: &[u8]| {
        let head = format!(
            "%FDF-1.2\n1 0 obj\n<</FDF<<{encoding}/Fields[<</T(identity)/V({SCORING})>><</T(candidate)/V("
        );
        let bytes = [head.as_bytes(), text, b")>>]>>>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n"]
            .concat();
        let [document] = read(&bytes, &Kits::default()).try_into().unwrap();
        entry(&document, "candidate")
    };
    let text = |text: &str| FieldEntry::Text(Some(text.to_owned()));
    assert_eq!(read_in("/Encoding/utf_8", "Ana Müller".as_bytes()), text("Ana Müller"));
    assert_eq!(read_in("", b"Ana M\xFCller"), text("Ana Müller"));
    assert_eq!(read_in("/Encoding/PDFDocEncoding", b"Ana M\xFCller"), text("Ana Müller"));
    assert_eq!(read_in("/Encoding/Shift_JIS", b"Ana"), text("Ana"));
    assert_eq!(read_in("/Encoding/Shift_JIS", b"\xEF\xBB\xBFM\xC3\xBCller"), text("Müller"));
    for (encoding, bytes) in
        [("/Encoding/Shift_JIS", &b"\x83A"[..]), ("/Encoding/utf_8", b"M\xFCller")]
    {
        assert!(matches!(read_in(encoding, bytes), FieldEntry::Unreadable(_)), "{encoding}");
    }
}

#[test]
fn what_is_filled_in_as_rich_text_alone_is_unreadable_and_comments_are_told() {
    let xfdf = format!(
        "<xfdf><annots><text page='0'><contents>see me</contents></text></annots><fields>\
         <field name='identity'><value>{SCORING}</value></field>\
         <field name='intake.notes'><value-richtext><p>important</p></value-richtext></field></fields></xfdf>"
    );
    let fdf = format!(
        "%FDF-1.2\n1 0 obj\n<</FDF<</Annots[<</Subtype/Text>>]/Fields[<</T(identity)/V({SCORING})>>\
         <</T(intake.notes)/RV(<p>important</p>)>>]>>>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n"
    );
    for export in [xfdf, fdf] {
        let [document] = read(export.as_bytes(), &Kits::default()).try_into().unwrap();
        let notes = entry(&document, "intake.notes");
        assert!(
            matches!(&notes, FieldEntry::Unreadable(why) if why.contains("rich text")),
            "{notes:?}"
        );
        assert_eq!(document.remarks.len(), 1, "{:?}", document.remarks);
        assert!(document.remarks[0].0.contains("comments"), "{:?}", document.remarks);
    }
}

/// A packet, and the kit that it is.
fn kit() -> (Vec<FilledDocument>, Vec<Kit>) {
    let test = Test::new();
    test.run("build --limit 1 --documents scoring,scorecard --collate --format pdf -o kit.pdf")
        .ok();
    let blank = read(&test.read("kit.pdf"), &Kits::default());
    let kits = blank.iter().map(|it| Kit::of(it.clone(), None).unwrap()).collect();
    (blank, kits)
}

#[test]
fn the_kit_says_what_kind_of_field_is_behind_a_value_and_which_values_its_boxes_have() {
    let (blank, mut kits) = kit();
    let identity = |document: &str| {
        let of = &blank.iter().find(|it| it.identity.document == document).unwrap().identity;
        format!("{} {} {document}", of.kit, of.packet)
    };
    let scorecard = identity("scorecard");
    let rename = |kits: &mut Vec<Kit>, from: &str, to: &str| {
        for field in kits.iter_mut().flat_map(|kit| &mut kit.fields) {
            if field.name.to_string() == from {
                field.name = to.parse().unwrap();
            }
        }
    };
    // Fields of a template that calls them by its own names.
    rename(&mut kits, "recommendation.notes", "recommendation.notes.1");
    rename(&mut kits, "recommendation.rated-alone", "recommendation.own-box");
    let export = |fields: &[(&str, Option<&str>)]| {
        let fields = [&[("identity", Some(scorecard.as_str()))], fields].concat();
        let [document] =
            read(xfdf(&fields).as_bytes(), &kits.iter().cloned().collect()).try_into().unwrap();
        compare(document, kits.iter().find(|it| it.identity.document == "scorecard").unwrap())
    };
    let read = export(&[
        ("recommendation.notes.1", Some("Yes")),
        ("recommendation.own-box", Some("Yes")),
        ("recommendation.recommendation", Some("maybe")),
        ("intake.rating", Some("9")),
    ])
    .unwrap();
    assert_eq!(entry(&read, "recommendation.notes.1"), FieldEntry::Text(Some("Yes".to_owned())));
    assert_eq!(entry(&read, "recommendation.own-box"), FieldEntry::Check(true));
    assert_eq!(entry(&read, "recommendation.rated-on-evidence"), FieldEntry::Check(false));
    for name in ["recommendation.recommendation", "intake.rating"] {
        assert!(matches!(entry(&read, name), FieldEntry::Unreadable(_)), "{name}");
    }
    let fault = export(&[("recommendation.more", Some("x"))]).unwrap_err();
    assert_eq!(
        fault.message,
        "this document has fields that the kit does not have: `recommendation.more`"
    );
}

#[test]
fn a_field_of_another_kind_than_in_the_kit_is_unreadable_and_a_kit_in_doubt_is_refused() {
    let (blank, kits) = kit();
    let at = |document: &mut FilledDocument, name: &str, entry: FieldEntry| {
        let field = document.fields.iter_mut().find(|it| it.name.to_string() == name).unwrap();
        field.entry = entry;
    };
    let mut found = blank[0].clone();
    assert_eq!(found.identity.document, "scoring");
    at(&mut found, "intake.rating", FieldEntry::Text(Some("4".to_owned())));
    at(&mut found, "intake.rubric.1", FieldEntry::Check(true));
    let read = compare(found, &kits[0]).unwrap();
    let why = "this field is a text field, and a choice in the kit";
    assert_eq!(entry(&read, "intake.rating"), FieldEntry::Unreadable(why.to_owned()));
    assert_eq!(entry(&read, "intake.rubric.1"), FieldEntry::Check(true));
    let mut doubtful = blank[0].clone();
    at(&mut doubtful, "intake.rating", FieldEntry::Conflict(vec!["2".to_owned(), "4".to_owned()]));
    let fault = Kit::of(doubtful, None).unwrap_err();
    assert!(fault.message.contains("`intake.rating`"), "{}", fault.message);
    let [export] = read_one(&xfdf(&[("identity", Some(SCORING)), ("intake.rating", None)]))
        .try_into()
        .unwrap();
    assert!(Kit::of(export, None).unwrap_err().message.contains("export"));
}

fn read_one(text: &str) -> Vec<FilledDocument> {
    read(text.as_bytes(), &Kits::default())
}
