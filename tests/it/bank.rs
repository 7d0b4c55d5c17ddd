//! Reading banks: what is accepted, and what is said of what is not.

use std::collections::BTreeSet;

use interview_kit::bank;
use interview_kit::base::source::{Source, Sources};
use interview_kit::collect::{self, Kits, ReturnedFile};
use interview_kit::packet::DOCUMENTS;

use crate::support::{Test, all_documents, built_in, lines};

const SUPPORT_DESK: &str = include_str!("../../examples/support-desk.yaml");

/// A bank with nothing wrong, and room for something wrong.
const SMALL: &str = "\
id: small
title: Small
competencies: [{id: care, title: Care}]
levels: [{id: junior, title: Junior}]
roles: [{id: clerk, title: Clerk, level: junior, must_ask: [first]}]
scale: [{score: 1, label: No}, {score: 2, label: Maybe}, {score: 3, label: Yes}]
questions:
  - id: first
    number: 1
    ask: What do you do first?
    theme: people
    levels: [junior]
    competencies: [care]
    kind: opinion
    minutes: 5
    rubric: [Listens.]
";

/// What is said of banks, with `small.yaml` changed.
fn complaints(changes: &[(&str, &str)]) -> String {
    let mut text = SMALL.to_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "{from} is not in the bank");
        text = text.replacen(from, to, 1);
    }
    said_of(&[("small.yaml", &text)])
}

fn said_of(files: &[(&str, &str)]) -> String {
    let mut sources = Sources::new();
    let ids: Vec<_> = files
        .iter()
        .map(|(name, text)| {
            sources.add(Source { name: (*name).to_owned(), text: (*text).to_owned() })
        })
        .collect();
    match bank::load(&sources, &ids) {
        Ok(accepted) => format!("accepted\n{}", lines(&sources, &accepted.warnings)),
        Err(rejected) => lines(&sources, rejected.diagnostics()),
    }
}

#[test]
fn the_built_in_bank_has_nothing_to_complain_about() {
    let source = bank::built_in();
    assert_eq!(said_of(&[("bank.yaml", &source.text)]), "accepted\n");
}

#[test]
fn the_example_bank_has_nothing_to_complain_about() {
    assert_eq!(said_of(&[("support-desk.yaml", SUPPORT_DESK)]), "accepted\n");
}

#[test]
fn the_built_in_questions_are_classified_as_designed() {
    let rows: Vec<String> = built_in()
        .questions
        .iter()
        .map(|it| {
            let list = |ids: &[bank::Id]| {
                ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
            };
            let also: Vec<String> = it.also.iter().map(ToString::to_string).collect();
            format!(
                "{} {} | {} ({}) | {} | {} | {} | {} | {}",
                it.number,
                it.id,
                it.theme,
                also.join(" "),
                list(&it.competencies),
                list(&it.levels),
                it.kind,
                it.minutes,
                list(&it.references)
            )
        })
        .collect();
    insta::assert_snapshot!(rows.join("\n"));
}

#[test]
fn every_fault_is_reported_at_once_with_its_place_and_a_way_out() {
    insta::assert_snapshot!(complaints(&[
        ("theme: people", "theme: peeple"),
        ("levels: [junior]", "levels: [senior]"),
        ("competencies: [care]", "competencies: [caring]"),
        ("kind: opinion", "kind: opinon"),
        ("minutes: 5", "minutes: 500"),
        ("rubric: [Listens.]", "rubric: []\n    rubrik: [Listens.]"),
        ("must_ask: [first]", "must_ask: [frist]"),
    ]));
}

#[test]
fn every_fix_that_is_offered_mends_its_fault() {
    let mut broken = SMALL.to_owned();
    for (from, to) in [
        ("theme: people", "theme: peeple"),
        ("levels: [junior]", "levels: [juniro]"),
        ("competencies: [care]", "competencies: [\"caer\"]"),
        ("kind: opinion", "kind: opinon"),
        ("rubric:", "rubrik:"),
        ("must_ask: [first]", "must_ask: [frist]"),
        ("roles: [{id: clerk", "roles: [{id: The Clerk"),
        ("    minutes: 5", "    minutes: 5\n    allow: {k103: It is short.}"),
    ] {
        assert!(broken.contains(from), "{from}");
        broken = broken.replacen(from, to, 1);
    }
    let mut sources = Sources::new();
    let id = sources.add(Source { name: "small.yaml".to_owned(), text: broken.clone() });
    let rejected = bank::load(&sources, &[id]).unwrap_err();
    let fixes =
        rejected.diagnostics().iter().filter_map(|it| Some((it.fix.as_ref()?, it.span.as_ref()?)));
    let mut fixes: Vec<_> = fixes.collect();
    assert_eq!(fixes.len(), 8);
    fixes.sort_by_key(|(_, span)| std::cmp::Reverse(span.bytes.start));
    for (fix, span) in fixes {
        broken.replace_range(span.bytes.clone(), &fix.replacement);
    }
    assert_eq!(said_of(&[("small.yaml", &broken)]), "accepted\n", "{broken}");
}

#[test]
fn missing_keys_are_named() {
    insta::assert_snapshot!(complaints(&[
        ("    ask: What do you do first?\n", ""),
        ("    minutes: 5\n", ""),
        ("title: Small\n", ""),
    ]));
}

#[test]
fn wrong_shapes_are_named_in_a_users_words() {
    insta::assert_snapshot!(complaints(&[
        ("ask: What do you do first?", "ask: [What, do, you]"),
        ("rubric: [Listens.]", "rubric: Listens."),
        ("number: 1", "number: one"),
        ("levels: [{id: junior, title: Junior}]", "levels: {id: junior}"),
        ("{id: care, title: Care}", "care"),
    ]));
}

#[test]
fn an_id_that_is_there_twice_is_told_where_it_was_first() {
    let (_, question) = SMALL.split_once("questions:\n").unwrap();
    let twice = format!("{SMALL}{question}");
    insta::assert_snapshot!(said_of(&[("small.yaml", &twice)]));
}

#[test]
fn ids_keys_scales_and_anchors_are_checked() {
    insta::assert_snapshot!(complaints(&[
        ("id: first", "id: First Question"),
        ("    kind: opinion", "    kind: opinion\n    kind: opinion"),
        ("{score: 2, label: Maybe}", "{score: 4, label: Maybe}"),
        (", {score: 3, label: Yes}", ""),
        ("    minutes: 5", "    minutes: 5\n    anchors: {1: a, 1: b, 9: c, 3: d}"),
    ]));
}

#[test]
fn what_is_no_yaml_is_told_so() {
    insta::assert_snapshot!(said_of(&[
        ("open.yaml", "id: small\ntitle: \"Small\nlevels: [\n"),
        ("empty.yaml", "# nothing\n"),
        ("list.yaml", "- a\n- b\n"),
    ]));
}

#[test]
fn texts_are_one_line_and_hold_nothing_that_cannot_be_printed() {
    let folded = SMALL
        .replace("ask: What do you do first?", "ask: >\n      What do\n      you do\u{a0}first?");
    let mut sources = Sources::new();
    let id = sources.add(Source { name: "small.yaml".to_owned(), text: folded });
    let bank = bank::load(&sources, &[id]).unwrap().value;
    assert_eq!(bank.questions[0].ask, "What do you do first?");
    let said = complaints(&[("title: Small", "title: \"Sm\\u0007all\"")]);
    assert!(said.contains("U+0007"), "{said}");
}

#[test]
fn a_byte_order_mark_does_not_matter() {
    assert_eq!(said_of(&[("small.yaml", &format!("\u{feff}{SMALL}"))]), "accepted\n");
}

#[test]
fn banks_that_are_read_together_share_everything_but_the_names_of_their_questions() {
    let other = SMALL.replacen("id: small", "id: other", 1).replace("What do you do", "What comes");
    let names = |first: &str, second: &str| {
        let mut sources = Sources::new();
        let ids = [first, second].map(|text| {
            sources.add(Source { name: "bank.yaml".to_owned(), text: text.to_owned() })
        });
        let bank = bank::load(&sources, &ids).unwrap().value;
        assert_eq!((bank.levels.len(), bank.competencies.len(), bank.roles.len()), (1, 1, 1));
        assert_eq!(bank.roles[0].must_ask.len(), 2);
        let mut names: Vec<String> = bank.questions.iter().map(|it| it.id.to_string()).collect();
        names.sort();
        names
    };
    // The order of the files does not change what a question is called.
    assert_eq!(names(SMALL, &other), ["other-first", "small-first"]);
    assert_eq!(names(&other, SMALL), ["other-first", "small-first"]);
}

#[test]
fn banks_that_cannot_be_read_together_are_told_why() {
    insta::assert_snapshot!(said_of(&[
        ("small.yaml", SMALL),
        ("again.yaml", SMALL),
        ("desk.yaml", SUPPORT_DESK),
    ]));
}

#[test]
fn no_two_questions_have_one_name_once_banks_are_read_together() {
    let question = |id: &str| {
        let (_, question) = SMALL.split_once("questions:\n").unwrap();
        question.replace("id: first", &format!("id: {id}")).replace("number: 1", "number: 2")
    };
    let duplicate = |id: &str, at: &str, first: &str| {
        format!(
            "{at}: error[K011] duplicate question `{id}`\n    first defined at {first}; rename one of them\n"
        )
    };
    // `first` of the bank `small` is named `small-first`, whichever bank has a question of that name already.
    let small = SMALL.replace("[first]", "[]");
    let other = small.replacen("id: small", "id: other", 1);
    let with_it = |text: &str| text.to_owned() + &question("small-first");
    for (files, at, first) in [
        ([("a.yaml", &small), ("b.yaml", &with_it(&other))], "b.yaml:17:9", "a.yaml:8"),
        ([("a.yaml", &with_it(&other)), ("b.yaml", &small)], "b.yaml:8:9", "a.yaml:17"),
        ([("a.yaml", &with_it(&small)), ("b.yaml", &other)], "a.yaml:17:9", "a.yaml:8"),
    ] {
        let files = files.map(|(name, text)| (name, text.as_str()));
        assert_eq!(said_of(&files), duplicate("small-first", at, first));
    }
    // A name that would be too long stays as it is.
    let long = "y".repeat(60);
    let [one, two] = [small, other].map(|text| text.replace("id: first", &format!("id: {long}")));
    let said = said_of(&[("a.yaml", &one), ("b.yaml", &two)]);
    assert_eq!(said, duplicate(&long, "b.yaml:8:9", "a.yaml:8"));
}

#[test]
fn a_person_reads_the_line_itself_and_the_way_out() {
    let test = Test::new().file("small.yaml", &SMALL.replace("theme: people", "theme: peeple"));
    insta::assert_snapshot!(test.run("list --bank small.yaml").whole());
}

#[test]
fn a_bank_is_read_from_standard_input_once() {
    let test = Test::new();
    let ran = test.run_with("list --bank - --format ids", SMALL).ok();
    assert_eq!(ran.out, "first\n");
    let twice = test.run_with("list --bank - --bank -", SMALL);
    assert_eq!((twice.code, twice.out.as_str()), (2, ""));
}

#[test]
fn an_id_is_suggested_without_accents_and_never_with_a_hole_in_a_word() {
    for (words, id) in [
        ("First Question", Some("first-question")),
        ("Führung", Some("fuhrung")),
        ("Fu\u{308}hrung", Some("fuhrung")),
        ("Größe & Maß", Some("grosse-mass")),
        ("Ça va? — déjà-vu!", Some("ca-va-deja-vu")),
        ("the candidate’s own", Some("the-candidates-own")),
        ("ﬁnal №2", Some("final-no2")),
        ("  --a--  ", Some("a")),
        ("smørrebrød", Some("smrrebrd")),
        ("名前", None),
        ("…", None),
    ] {
        assert_eq!(bank::Id::from_words(words).as_ref().map(bank::Id::as_str), id, "{words}");
    }
    let long = bank::Id::from_words(&"word ".repeat(40)).unwrap();
    assert!(long.as_str().starts_with("word-word-") && long.as_str().len() <= 64);
}

proptest::proptest! {
    #[test]
    fn whatever_is_made_of_words_is_a_valid_id(words in "(?s).{0,100}", max in 1..80_usize) {
        if let Some(slug) = interview_kit::base::text::slug(&words, max) {
            assert!(slug.len() <= max, "{slug}");
            assert!(slug.len() > 64 || slug.parse::<bank::Id>().is_ok(), "{slug}");
        }
    }

    #[test]
    fn no_text_makes_reading_a_bank_panic(text in "(?s).{0,400}") {
        said_of(&[("any.yaml", &text)]);
    }

    #[test]
    fn no_change_of_one_character_makes_reading_a_bank_panic(at in 0..SMALL.len(), with in "[\\[\\]{}:,\"'#&*\n -]") {
        let mut text = SMALL.to_owned();
        text.replace_range(at..=at, &with);
        said_of(&[("any.yaml", &text)]);
    }
}

#[test]
fn an_id_that_form_fields_of_the_documents_have_is_refused() {
    let run = |id: &str| {
        let bank = SMALL.replace("id: first", &format!("id: {id}"));
        Test::new()
            .file("bank.yaml", &bank.replace("[first]", &format!("[{id}]")))
            .run("check bank.yaml")
    };
    let message = |id: &str| format!("cannot have the id `{id}`: form fields of the documents");
    let mut owners: BTreeSet<String> = DOCUMENTS.iter().map(|it| it.id.to_owned()).collect();
    let test = Test::new();
    let order = "panel --size 2 --limit 2 --format pdf --collate=packet -q -o kit.pdf";
    test.run(&format!("{order} {}", all_documents())).ok();
    let bytes = test.read("kit.pdf");
    let file = ReturnedFile { path: "kit.pdf", bytes: &bytes };
    for document in collect::read(&file, &Kits::default()) {
        let document = document.unwrap();
        let ids = collect::question_ids(&document.fields);
        let of = document.fields.iter().filter_map(|field| field.name.owner());
        owners.extend(of.filter(|owner| !ids.contains(*owner)).map(str::to_owned));
    }
    assert!(owners.len() > 12, "{owners:?}");
    for owner in owners {
        let ran = run(&owner);
        assert_eq!(ran.code, 1, "{owner}: {}", ran.whole());
        assert!(ran.whole().contains(&message(&owner)), "{owner}: {}", ran.whole());
    }
    assert!(!run("an-agenda").whole().contains("cannot have the id"));
}
