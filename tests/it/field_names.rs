//! Names of form fields: they come from ids and places, whatever the words of a document are.

use std::collections::{BTreeMap, BTreeSet};

use interview_kit::base::unit::Paper;
use interview_kit::document::{self, Block, Document, FieldName, FieldScope, Inline, NameTag};
use proptest::prelude::*;

use crate::support::{Test, all_documents, blocks, english_words, lines, parse, set, sources};

/// The names of all fields, in reading order, each option of a choice with its value.
fn fields(document: &Document) -> Vec<String> {
    let mut found = Vec::new();
    for tag in &document.front.names {
        if let NameTag::Blank { field, .. } = tag {
            found.push(field.name.to_string());
        }
    }
    collect(&blocks(document), &mut found);
    found
}

fn collect(blocks: &[Block], found: &mut Vec<String>) {
    for block in blocks {
        match block.unstyled() {
            Block::Columns(columns) => columns.iter().for_each(|column| collect(column, found)),
            Block::List(list) => {
                for item in &list.items {
                    found.extend(item.check.iter().map(|check| check.field.name.to_string()));
                    collect(&item.blocks, found);
                }
            }
            Block::Quote(blocks) => collect(blocks, found),
            Block::Notes(notes) => found.push(notes.field.name.to_string()),
            _ => block.for_each_inline(&mut |inline| match inline {
                Inline::Blank { field, .. } | Inline::Filled { field, .. } => {
                    found.push(field.name.to_string())
                }
                Inline::Checkbox(check) => found.push(check.field.name.to_string()),
                Inline::Option { field, value, .. } => {
                    found.push(format!("{}={value}", field.name))
                }
                Inline::Text { .. }
                | Inline::PageNumber { .. }
                | Inline::Scale(_)
                | Inline::Bars(_)
                | Inline::LineBreak => {}
            }),
        }
    }
}

pub(crate) fn of(markdown: &str) -> Vec<String> {
    fields(&parse(markdown))
}

fn warnings(markdown: &str) -> String {
    let (sources, id) = sources(markdown, "guide.md");
    lines(&sources, &document::parse(&sources, id, &english_words).unwrap().warnings)
}

/// The fields of every document of one interview and of a panel, none of which has a warning.
fn of_all_documents(test: &Test, options: &str) -> BTreeMap<String, Vec<String>> {
    let common = format!("--format md --questions {} {options}", all_documents());
    test.run(&format!("build --minutes 45 --name one -o out {common}")).ok();
    test.run(&format!("panel --size 2 --minutes 45 --name panel -o out {common}")).ok();
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(test.path("out")).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        assert_eq!(warnings(&text), "", "{}", path.display());
        found.insert(path.file_name().unwrap().to_string_lossy().into_owned(), of(&text));
    }
    assert!(found.len() >= 9, "{:?}", found.keys());
    found
}

/// Other words in another script, as long as these.
fn reworded(text: &str) -> String {
    let other = |char: char| match char {
        'a'..='z' => char::from_u32(u32::from(char) - u32::from('a') + 0x430).unwrap(),
        'A'..='Z' => char::from_u32(u32::from(char) - u32::from('A') + 0x410).unwrap(),
        other => other,
    };
    text.chars().map(other).collect()
}

/// A locale with other words in every message: what is in braces, selectors included, is kept.
fn reworded_locale(ftl: &str) -> String {
    let mut locale = String::new();
    for line in ftl.lines() {
        let (key, value) = match line.split_once(" = ") {
            Some((key, value)) if !line.starts_with([' ', '#']) => (format!("{key} = "), value),
            _ => (String::new(), line),
        };
        let is_kept = line.starts_with('#')
            || line.trim_end().ends_with('=')
            || line.contains("->")
            || line.trim() == "}";
        let (selector, value) = match value.find("] ") {
            Some(end) if value.trim_start().starts_with(['[', '*']) && key.is_empty() => {
                value.split_at(end + 2)
            }
            _ => ("", value),
        };
        locale.push_str(&key);
        locale.push_str(selector);
        if is_kept {
            locale.push_str(value);
        } else {
            for (index, part) in value.split('{').enumerate() {
                let (inside, outside) = match part.split_once('}') {
                    Some((inside, outside)) if index > 0 => (format!("{{{inside}}}"), outside),
                    _ => (String::new(), part),
                };
                locale.push_str(&inside);
                locale.push_str(&reworded(outside));
            }
        }
        locale.push('\n');
    }
    locale
}

#[test]
fn a_language_with_other_words_changes_no_name_and_no_value_of_a_field() {
    let test = Test::new();
    let english = of_all_documents(&test, "");
    let other = Test::new();
    std::fs::create_dir_all(other.path("t/locales")).unwrap();
    let locale = reworded_locale(include_str!("../../templates/locales/en.ftl"));
    std::fs::write(other.path("t/locales/en.ftl"), locale).unwrap();
    let translated = of_all_documents(&other, "--templates t");
    let guide = std::fs::read_to_string(other.path("out/one-guide.md")).unwrap();
    assert!(guide.contains(&reworded("Interviewer")) && !guide.contains("Interview agenda"));
    let card = std::fs::read_to_string(other.path("out/one-scorecard.md")).unwrap();
    assert!(card.contains(&reworded("Scorecard")) && !card.contains("Overall recommendation"));
    assert_eq!(english, translated);
}

#[test]
fn other_titles_and_labels_of_a_bank_change_no_name_and_no_value_of_a_field() {
    let bank = include_str!("../../examples/support-desk.yaml");
    let keys = ["title: ", "label: ", "definition: "];
    let other: Vec<String> = bank
        .lines()
        .map(|line| {
            let at = keys.iter().find_map(|key| Some(line.find(key)? + key.len()));
            at.map_or(line.to_owned(), |at| format!("{}{}", &line[..at], reworded(&line[at..])))
        })
        .collect();
    let test = Test::new().file("bank.yaml", bank).file("other.yaml", &other.join("\n"));
    let plain = of_all_documents(&test, "--bank bank.yaml");
    std::fs::remove_dir_all(test.path("out")).unwrap();
    let reworded = of_all_documents(&test, "--bank other.yaml");
    assert_eq!(plain, reworded);
}

#[test]
fn fields_of_the_built_in_documents_are_named_after_what_they_are() {
    let found = of_all_documents(&Test::new(), "");
    let has = |file: &str, names: &[&str]| {
        for name in names {
            let found = &found[file];
            assert!(found.iter().any(|it| it == name), "{file} has no {name}: {found:?}");
        }
    };
    has(
        "one-guide.md",
        &[
            "candidate",
            "interviewer",
            "agenda.position",
            "agenda.room",
            "agenda.intake.started-at",
            "agenda.closing.started-at",
            "opening.work",
            "reminders.before.1",
            "intake.notes",
            "intake.follow-up",
            "intake.situation",
            "intake.action",
            "intake.result",
            "intake.probe.1",
            "intake.watch-for.1",
            "candidate-questions.notes",
            "closing.next-step",
        ],
    );
    has(
        "one-scoring.md",
        &["intake.rubric.1", "intake.rating=1", "intake.rating=not-assessed", "intake.evidence"],
    );
    has(
        "one-scorecard.md",
        &[
            "scorecard.intake=1",
            "scorecard.intake=not-assessed",
            "competencies.credibility=5",
            "recommendation.recommendation=strong-no",
            "recommendation.notes",
            "recommendation.rated-alone",
            "recommendation.signature",
            "recommendation.date",
        ],
    );
    has("one-candidate-sheet.md", &["your-interview.contact"]);
    has(
        "panel-panel-plan.md",
        &["interviewers", "panel-plan.interviewer-2.name", "panel-plan.interviewer-1.room"],
    );
    has(
        "panel-debrief.md",
        &[
            "debrief.facilitator",
            "scorecards.rubric.2",
            "consensus.recommendation.interviewer-2",
            "consensus.recommendation.range",
            "agenda.agenda-1.topic",
            "decision.decision=another-role",
            "decision.dissent",
            "decision.rationale",
            "decision.action-1.owner",
            "decision.signature",
            "decision.destroyed",
        ],
    );
    let places = ["row", "blank", "choice", "check"];
    for name in found.values().flatten() {
        let is_by_place = name.split('.').any(|segment| places.contains(&segment));
        assert!(!is_by_place, "{name} is named by its place only");
    }
}

/// What a question has in a guide or on a scoring form: the parts of its fields, without the numbers of items.
fn parts(test: &Test, name: &str) -> BTreeSet<String> {
    let found = of(&test.text(name));
    let own = found.iter().filter_map(|field| field.strip_prefix("intake."));
    own.map(|part| part.split(['.', '=']).next().unwrap().to_owned()).collect()
}

#[test]
fn rubric_and_rating_are_where_the_layout_puts_them_and_nowhere_else() {
    const ASKED: [&str; 4] = ["follow-up", "notes", "probe", "watch-for"];
    let test = Test::new();
    for (layout, also) in [
        ("separate", vec!["action", "result", "situation"]),
        ("compact", vec!["follow-up-notes"]),
        ("combined", vec!["rating", "rubric"]),
    ] {
        let line = format!("build --minutes 45 --format md --layout {layout} --name {layout}");
        test.run(&line).ok();
        let expected = ASKED.into_iter().chain(also).map(str::to_owned).collect();
        assert_eq!(parts(&test, &format!("{layout}-guide.md")), expected, "{layout}");
        let form = format!("{layout}-scoring.md");
        assert_eq!(test.path(&form).exists(), layout != "combined", "{layout}");
        if layout != "combined" {
            let expected = ["evidence", "rating", "rubric"].map(str::to_owned);
            assert_eq!(parts(&test, &form), BTreeSet::from(expected), "{layout}");
        }
    }
}

#[test]
fn a_hint_names_the_next_field() {
    let one = |markdown: &str| of(markdown).join(" ");
    assert_eq!(one("<!-- field: date -->\n\nWann? ____ ____\n"), "form.date form.blank.2");
    assert_eq!(one("Wann? <!-- field: date -->____\n"), "form.date");
    assert_eq!(one("<!-- field: date -->____\n"), "form.date");
    assert_eq!(one("- <!-- field: date -->____ und mehr\n"), "form.date");
    assert_eq!(one("<!-- field: why -->\n```notes\n\n```\n"), "form.why");
    assert_eq!(one("Warum: <!-- field: why -->\n\n```notes\n\n```\n"), "form.why");
    assert_eq!(one("- [ ] ja <!-- field: yes -->\n- [ ] b\n"), "form.yes form.rubric.2");
    assert_eq!(
        one("<!-- field: watch-for -->\n\n- [ ] a\n- [ ] b\n"),
        "form.watch-for.1 form.watch-for.2"
    );
    assert_eq!(
        one("<!-- field: hire = no yes -->\n[ ] Nein [ ] Ja\n"),
        "form.hire=no form.hire=yes"
    );
    assert_eq!(one("<!-- note to self -->\n\n____\n"), "form.blank.1");
}

#[test]
fn a_row_is_named_after_its_hint_its_anchor_its_link_or_its_place() {
    let table = "<a id=\"s\"></a>\n\n| Frage | 1 | 2 | keine<!-- field: none --> |\n|--|--|--|--|\n\
                 | <!-- field: a -->Ä | [ ] | [ ] | [ ] |\n| <a id=\"b\"></a>B | ____ | ____ | ____ |\n\
                 | [3](#q) | ____ | | |\n| D | | | ____ |\n| E | ____ | | |\n\n<a id=\"q\"></a>\n";
    assert_eq!(
        of(table).join(" "),
        "s.a=1 s.a=2 s.a=none s.b.2 s.b.3 s.b.none s.q s.row.4.none s.row.5"
    );
    let options = "<!-- field: rating = 1 2 not-assessed -->\n\n| Note | |\n|--|--|\n| [ ] 1 | schlecht |\n| [ ] 2 | gut |\n| [ ] | – |\n";
    assert_eq!(of(options).join(" "), "form.rating=1 form.rating=2 form.rating=not-assessed");
}

#[test]
fn a_blank_with_the_id_of_a_name_at_the_head_is_the_same_field() {
    let guide = |body: &str| {
        format!(
            "---\nnames: {{candidate: {{label: Кандидат}}, interviewer: {{label: I, name: Ana}}}}\n---\n{body}\n"
        )
    };
    assert_eq!(of(&guide("Wer? <!-- field: candidate -->____")), ["candidate", "candidate"]);
    assert_eq!(
        of(&guide("| | |\n|--|--|\n| Wer? <!-- field: candidate --> | ____ |\n")),
        ["candidate", "candidate"]
    );
    // Words are not ids.
    assert_eq!(of(&guide("Кандидат ____")), ["candidate", "form.blank.1"]);
    // A name that is known is no field, and the blank is the field that it would be.
    assert_eq!(of(&guide("<!-- field: interviewer -->____")), ["candidate", "interviewer"]);
    // Without an id, the key is what is printed; it names the field if it can.
    assert_eq!(
        of("---\nnames: {Candidate: , Кандидат: , Имя: }\n---\n"),
        ["candidate", "name", "name-2"]
    );
}

#[test]
fn a_hint_that_names_nothing_is_warned_of_with_its_place() {
    for (markdown, wanted) in [
        (
            "<!-- field: Größe -->\n____\n",
            "guide.md:1:1: warning[field-hint] `Größe` is not a valid field name",
        ),
        (
            "a <!-- field: --> ____\n",
            "guide.md:1:3: warning[field-hint] `` is not a valid field name",
        ),
        (
            "# a\n\n<!-- field: x -->\n",
            "guide.md:3:1: warning[field-hint] no field follows the hint `x`",
        ),
        (
            "a <!-- field: x -->\n<!-- field: y --> ____",
            "guide.md:1:3: warning[field-hint] no field follows the hint `x`",
        ),
        (
            "<!-- field: x -->\n<a id=\"b\"></a>\n\n____",
            "guide.md:1:1: warning[field-hint] no field follows the hint `x`",
        ),
        (
            "| a<!-- field: x --> |\n|--|\n| b |\n",
            "guide.md:1:4: warning[field-hint] no field follows the hint `x`",
        ),
        (
            "<!-- field: x = a b -->\n[ ] 1 [ ] 2 [ ] 3",
            "guide.md:1:1: warning[field-hint] this hint lists 2 values for 3 boxes",
        ),
        (
            "<!-- field: x = a a -->\n[ ] 1 [ ] 2",
            "guide.md:1:1: warning[field-hint] duplicate option value `a`",
        ),
        (
            "<!-- field: x = a Off -->\n[ ] 1 [ ] 2",
            "guide.md:1:1: warning[field-hint] `Off` is not a valid option value",
        ),
        (
            "<!-- field: x -->____ <!-- field: x -->____",
            "guide.md:1:23: warning[field-hint] another field is already named `x` here",
        ),
    ] {
        let found = warnings(markdown);
        assert!(found.contains(wanted), "{markdown}: {found}");
    }
    assert_eq!(warnings("<!-- field: x -->____\n"), "");
}

#[test]
fn a_hundred_thousand_hints_behind_each_other_are_read_in_bounded_depth() {
    let hints = "<!-- field: a -->".repeat(100_000);
    assert!(warnings(&hints).contains("the text after this hint is not printed"));
    warnings(&"> <!-- field: a --> ".repeat(10_000));
}

#[test]
fn what_is_no_name_of_a_field_is_refused() {
    for text in ["", ".", "a.", ".a", "a..b", "a b", "a.\u{a0}", "a\n"] {
        assert!(text.parse::<FieldName>().is_err(), "{text:?}");
    }
    let name: FieldName = "intake.rubric.2".parse().unwrap();
    assert_eq!((name.owner(), name.part()), (Some("intake"), "rubric.2"));
    let name: FieldName = "candidate".parse().unwrap();
    assert_eq!((name.owner(), name.part()), (None, "candidate"));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_name_that_is_printed_is_read_back(
        text in "[a-zа-я0-9-]{1,9}(\\.[a-z0-9-]{1,9}){0,3}", ids in proptest::collection::vec("[a-z0-9-]{1,9}", 0..3)
    ) {
        let name: FieldName = text.parse().unwrap();
        prop_assert_eq!(name.to_string(), text);
        let scope = ids.iter().fold(FieldScope::new(), |scope, id| scope.within(id));
        prop_assert_eq!(scope.read(&scope.name(&name)), Some(name));
    }

    #[test]
    fn every_field_of_any_guide_has_a_name_that_is_read_back(
        parts in proptest::collection::vec(
            prop_oneof![
                Just("[ ]"), Just("[x] a"), Just("____"), Just("- [ ] b"), Just("\n\n"), Just("\n"), Just(" "),
                Just("| a | [ ] |\n"), Just("|---|---|\n"), Just("```notes\n\n```\n"), Just("# H"), Just("Ä"),
                Just("<a id=\"x\"></a>"), Just("<a id=\". Ü\"></a>"), Just("> "), Just("<!-- field: x -->"),
                Just("<!-- field: y = a 1 -->"), Just("<!-- field: x-2 -->\n"), Just("[l](#x)"), Just("| <!-- field: x --> | ____ |\n"),
            ],
            0..40,
        )
    ) {
        let (sources, id) = sources(&parts.concat(), "guide.md");
        let Ok(accepted) = document::parse(&sources, id, &english_words) else { return Ok(()) };
        for name in fields(&accepted.value) {
            let name = name.split('=').next().unwrap();
            prop_assert_eq!(name.parse::<FieldName>().unwrap().to_string(), name);
        }
    }
}

#[test]
fn a_row_that_begins_with_numbers_or_times_is_described_by_its_words() {
    let row = |cells: &str| {
        let table = format!(
            "# Agenda\n\n| Time | Min | Segment | Started |\n|--|--|--|--|\n| {cells} | ____ |\n"
        );
        let labels: Vec<String> =
            set(&table, Paper::A4).fields.into_iter().map(|field| field.label).collect();
        labels.join("; ")
    };
    assert_eq!(row("9:00 | 3 | Opening"), "Agenda: Opening, Started");
    assert_eq!(row("9:00 AM | 8 | 1. Why?"), "Agenda: 1. Why?, Started");
    assert_eq!(row("Opening | 3 | 9:00 to 9:03"), "Agenda: Opening, Started");
    assert_eq!(row("1 | 2 | 3"), "Agenda: Started");
}
