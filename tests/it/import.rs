//! Packs of other origin: what is read, what comes out, and what is said of the rest.

use interview_kit::bank::import::{self, Imported, Pack, PackQuestion};
use interview_kit::bank::{self, Bank};
use interview_kit::base::source::{Source, Sources};
use proptest::prelude::*;

use crate::support::{Test, built_in, flat, lines, sources};

const PACK: &str = include_str!("../pack/product-security-manager-interview-pack-2026.txt");

fn read(text: &str) -> Pack {
    imported(text).pack
}

fn imported(text: &str) -> Imported {
    let (sources, id) = sources(text, "pack.txt");
    match import::read(&sources, id) {
        Ok(read) => read.value,
        Err(rejected) => panic!("{}", lines(&sources, rejected.diagnostics())),
    }
}

/// What is said of a pack.
fn said(text: &str) -> String {
    let (sources, id) = sources(text, "pack.txt");
    match import::read(&sources, id) {
        Ok(read) => {
            let left_out = read.value.left_out.iter();
            let left_out = left_out.map(|it| {
                format!("left out {}: {} ({})\n", it.line.number, it.line.text, it.why.code())
            });
            lines(&sources, &read.warnings) + &left_out.collect::<String>()
        }
        Err(rejected) => lines(&sources, rejected.diagnostics()),
    }
}

/// The questions as number, ask and rubric.
fn words(text: &str) -> Vec<(u32, String, Vec<String>)> {
    let questions = read(text).questions.into_iter();
    questions.map(|it| (it.number, it.ask, it.rubric)).collect()
}

/// An imported bank with its empty fields filled in, read as any bank is.
fn completed(pack: &Pack) -> Bank {
    let text = import::bank_file(pack, "pack.txt");
    let levels = text.replacen("\nlevels: [] ", "\nlevels: [{id: one, title: One}] ", 1);
    let text = if levels.contains("\ncompetencies: []") {
        levels.replacen("\ncompetencies: [] ", "\ncompetencies: [{id: care, title: Care}] ", 1)
    } else {
        levels.replacen("\ncompetencies:\n", "\ncompetencies:\n  - {id: care, title: Care}\n", 1)
    };
    let text = text
        .replace("    title:             #", "    title: A title     #")
        .replace("    theme:             #", "    theme: people      #")
        .replace("    levels: []         #", "    levels: [one]      #")
        .replace("    competencies: []   #", "    competencies: [care] #")
        .replace("    kind:              #", "    kind: opinion      #")
        .replace("    minutes:           #", "    minutes: 8         #")
        .replace("    rubric: []\n", "    rubric: [Anything.]\n");
    let mut sources = Sources::new();
    let id = sources.add(Source { name: "bank.yaml".to_owned(), text: text.clone() });
    match bank::load(&sources, &[id]) {
        Ok(read) => read.value,
        Err(rejected) => panic!("{}\n{text}", lines(&sources, rejected.diagnostics())),
    }
}

#[test]
fn the_packs_text_gives_exactly_the_questions_and_rubrics_of_the_built_in_bank() {
    let ours: Vec<_> =
        built_in().questions.into_iter().map(|it| (it.number, it.ask, it.rubric)).collect();
    assert_eq!(words(PACK), ours);
    let imported = completed(&read(PACK)).questions.into_iter();
    assert_eq!(imported.map(|it| (it.number, it.ask, it.rubric)).collect::<Vec<_>>(), ours);
}

#[test]
fn what_the_pack_says_of_itself_is_read_too() {
    let (pack, ours) = (read(PACK), built_in());
    let origin = &ours.origins[0];
    assert_eq!(pack.title.as_deref(), Some(origin.title.as_str()));
    assert_eq!(pack.edition.as_deref(), Some(origin.edition.as_str()));
    assert_eq!(pack.audience, origin.audience);
    assert_eq!(pack.competencies_label, origin.competencies_label);
    let statements: Vec<String> =
        ours.competencies.into_iter().filter_map(|it| it.statement).collect();
    assert_eq!(pack.competencies, statements);
    insta::assert_snapshot!(said(PACK));
}

#[test]
fn a_bank_file_is_left_for_a_person_to_complete() {
    let test = Test::new().file("pack.txt", PACK);
    let ran = test.run("import pack.txt -o bank.yaml").ok();
    assert!(ran.err.ends_with("  interview-kit check bank.yaml\n"), "{}", ran.err);
    let text = test.text("bank.yaml");
    let (_, rest) = text.split_at(text.find("  - id: backlog").unwrap());
    insta::assert_snapshot!(text[..text.len() - rest.len()]);
    assert_eq!(test.run("import pack.txt --quiet").ok().out, text);
    let again = test.run("import pack.txt -o bank.yaml").ok();
    assert!(again.err.contains("unchanged: bank.yaml with"), "{}", again.err);
    std::fs::write(test.path("mine.yaml"), "mine").unwrap();
    let other = test.run("import pack.txt -o mine.yaml");
    assert!(other.code == 1 && other.err.contains("mine.yaml already exists"), "{}", other.err);
    assert_eq!(test.text("mine.yaml"), "mine");
    let checked = test.run("check bank.yaml --format json");
    let report: serde_json::Value = serde_json::from_str(&checked.out).unwrap();
    // Theme, levels, competencies, kind and minutes of each question, five titles, and the levels.
    assert_eq!(report["errors"], 18 * 5 + 5 + 1);
}

#[test]
fn bullets_and_marks_of_any_kind_are_read_alike() {
    let plain = "\
1. How do you plan?

Strong answer should cover

• Names a goal.
• Names a cost, and who pays.

2. Tell me about a plan that failed.

Strong answer should cover

• Owns it.
";
    let markdown = "\
## 1. How do you plan?

**Strong answer should cover**

- [ ] Names a goal.
- [ ] Names a cost,
      and who pays.

## 2. Tell me about a plan that failed.

**Strong answer should cover:**

* Owns it.
";
    let loose = "\
Question 1: How do you
plan?
Strong answer should cover:
+ Names a goal.
+ Names a cost, and who pays.
Question 2: Tell me about a plan that failed.
Strong answer should cover:
– Owns it.
";
    let bold = "\
**1. How do you plan?**
1. Names a goal.
2. Names a cost, and who pays.

**2. Tell me about a plan that failed.**
Strong answer should cover
1. Owns it.
";
    let bracketed =
        plain.replace("1. ", "1) ").replace("2. ", "2) ").replace('•', "*").replace('\n', "\r\n");
    for text in [plain, markdown, loose, &bracketed] {
        assert_eq!(words(text), words(plain), "{text}");
        assert_eq!(said(text), "", "{text}");
    }
    // Numbers that do not stand out are items where others do.
    assert_eq!(words(bold)[1].1, "Tell me about a plan that failed.");
    assert_eq!(words(plain).len(), 2);
}

#[test]
fn no_number_is_too_large_and_none_is_given_twice() {
    let read = words("4294967295. Why?\n\n4294967295. What?\n\n1. How?\n");
    let numbers: Vec<u32> = read.into_iter().map(|(number, ..)| number).collect();
    assert_eq!(numbers, [u32::MAX, 2, 1]);
}

#[test]
fn a_hyphen_stands_for_standard_output() {
    let pack = "1. Why?\nStrong answer should cover:\n- That.\n- This.\n";
    let test = Test::new();
    let (plain, hyphen) = (test.run_with("import -", pack), test.run_with("import - -o -", pack));
    assert_eq!((hyphen.ok().out, test.names()), (plain.ok().out, vec![]));
}

#[test]
fn guides_and_scoring_forms_that_were_built_can_be_imported_with_all_that_they_hold() {
    let ours = built_in().questions;
    for (documents, has_prompts, has_rubric) in [
        ("guide --layout combined", true, true),
        ("guide --layout separate", true, false),
        ("guide --layout compact", true, false),
        ("scoring", false, true),
    ] {
        let line = format!("build --format md -o - --documents {documents}");
        let pack = read(&Test::new().run(&line).ok().out);
        assert_eq!(pack.questions.len(), ours.len(), "{documents}");
        for (theirs, ours) in pack.questions.iter().zip(&ours) {
            let mut expected = PackQuestion {
                number: ours.number,
                ask: ours.ask.clone(),
                ..PackQuestion::default()
            };
            if has_rubric {
                expected.rubric_label.clone_from(&ours.rubric_label);
                expected.rubric.clone_from(&ours.rubric);
            }
            if has_prompts {
                expected.follow_up.clone_from(&ours.follow_up);
                expected.probes.clone_from(&ours.probes);
                expected.watch_for.clone_from(&ours.watch_for);
            }
            assert_eq!(*theirs, expected, "{documents}");
        }
    }
}

#[test]
fn what_cannot_be_read_is_told_with_its_place() {
    insta::assert_snapshot!(said(
        "My pack\n\nAudience: everybody. Format: 3 questions.\n\n1. First?\n- a\n- b\n\nA remark.\nIt goes on.\n\n1. Again?\n\n\
         Follow-up: Why?\nFollow-up: And why not?\n- Because.\n"
    ));
}

#[test]
fn a_text_without_numbered_questions_is_refused() {
    let test = Test::new().file("notes.txt", "Buy milk.\n\n- bread\n");
    let ran = test.run("import notes.txt -o bank.yaml");
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("no questions found"), "{}", ran.err);
    assert_eq!(test.names(), ["notes.txt"]);
    assert_eq!(test.run("import nowhere.txt").code, 1);
    assert_eq!(
        test.run_with("import -", PACK).ok().out,
        test.run_with("import - --quiet", PACK).ok().out
    );
}

/// A text on one line that cannot be taken for anything but a text.
fn line() -> impl Strategy<Value = String> {
    "[\\PC&&[^\\p{Z}]]{0,12}( [\\PC&&[^\\p{Z}]]{1,12}){0,5}".prop_map(|text| format!("Say {text}"))
}

proptest! {
    #[test]
    fn every_word_comes_through_the_bank_file(
        questions in prop::collection::vec((line(), prop::collection::vec(line(), 1..4)), 1..4)
    ) {
        let mut text = String::new();
        for ((ask, rubric), number) in questions.iter().zip(1..) {
            text.push_str(&format!("{number}. {ask}\n\nStrong answer should cover\n\n"));
            for line in rubric {
                text.push_str(&format!("• {line}\n"));
            }
            text.push('\n');
        }
        let bank = completed(&read(&text));
        for (question, (ask, rubric)) in bank.questions.iter().zip(&questions) {
            prop_assert_eq!(&question.ask, &flat(ask));
            let rubric: Vec<String> = rubric.iter().map(|line| flat(line)).collect();
            prop_assert_eq!(&question.rubric, &rubric);
        }
        prop_assert_eq!(bank.questions.len(), questions.len());
    }

    #[test]
    fn no_text_makes_an_import_panic(text in "(?s)([0-9]\\. |Q1: |[•*-] |# |\\*\\*|Follow-up: |\n|.){0,60}") {
        let (sources, id) = sources(&text, "pack.txt");
        if let Ok(read) = import::read(&sources, id) {
            let mut sources = Sources::new();
            let id = sources.add(Source { name: "b".to_owned(), text: import::bank_file(&read.value.pack, "x") });
            if let Err(rejected) = bank::load(&sources, &[id]) {
                for found in rejected.diagnostics() {
                    // Something is always missing; nothing is ever malformed.
                    prop_assert!(matches!(found.code, "K003" | "K006" | "K007" | "K009"), "{}: {}", found.code, found.message);
                }
            }
        }
    }
}
