//! YAML as people and programs write it: what is read, what is refused, and in which words.

use std::fmt::Write as _;

use interview_kit::bank;
use interview_kit::base::diagnostic::Diagnostic;
use interview_kit::base::source::{Sources, Span};
use interview_kit::base::yaml::{self, DoubleQuoted, FlowMap, FlowSeq, Node, Pairs, Value, Writer};
use interview_kit::document;
use interview_kit::packet::{lock, roster};
use proptest::prelude::{any, proptest};

use crate::support::{Test, english_words, lines, sources};

/// Texts of a few lines that cannot be read, and what they stand for.
const REFUSED: &str = include_str!("yaml_refused.txt");

fn read(text: &str) -> Result<Node, Box<(Sources, Diagnostic)>> {
    let (sources, id) = sources(text, "a.yaml");
    let end = sources.get(id).text.len();
    yaml::parse(&sources, id, 0, end).map_err(|fault| Box::new((sources, *fault)))
}

/// The texts, with `→` for a tab.
fn refused() -> impl Iterator<Item = String> {
    REFUSED.split("====\n").map(|text| text.replace('→', "\t"))
}

#[test]
fn whatever_is_refused_is_refused_in_plain_words_with_a_place_and_a_remedy() {
    let mut said = String::new();
    for text in refused() {
        let (sources, fault) = match read(&text) {
            Err(fault) => *fault,
            Ok(node) => panic!("{text} is read as {node:?}"),
        };
        assert!(fault.span.is_some(), "{text}");
        assert!(!fault.help.is_empty() || fault.fix.is_some(), "{text}: {fault:?}");
        writeln!(said, "{text}{}", lines(&sources, &[fault])).unwrap();
    }
    insta::assert_snapshot!(said);
}

#[test]
fn a_fault_beside_a_character_of_several_bytes_is_told_with_its_place() {
    const SIGNS: &str = "¡&,[]{}:-?*!#'\"%|>\\@\n\t a";
    let mut refused = 0;
    for length in 0..4 {
        let count = SIGNS.chars().count();
        for number in 0..count.pow(length) {
            let sign = |place| SIGNS.chars().nth(number / count.pow(place) % count).unwrap();
            let text: String = (0..length).map(sign).chain(['¡']).collect();
            if let Err(fault) = read(&text) {
                let Span { bytes, .. } = fault.1.span.unwrap();
                assert!(text.get(bytes).is_some(), "{text:?}");
                refused += 1;
            }
        }
    }
    assert!(refused > 1000, "{refused}");
}

#[test]
fn a_text_in_quotes_as_offered_is_read_as_that_text() {
    let mut mended = 0;
    for text in refused() {
        let (_, Diagnostic { fix: Some(fix), span: Some(span), .. }) = *read(&text).unwrap_err()
        else {
            continue;
        };
        let before = text[span.bytes.clone()].to_owned();
        let mut text = text.clone();
        text.replace_range(span.bytes, &fix.replacement);
        let words =
            |text: &str| -> String { text.chars().filter(|c| !"'\"".contains(*c)).collect() };
        assert_eq!(words(&fix.replacement), words(&before));
        if let Ok(node) = read(&text) {
            let found = format!("{node:?}");
            let written = fix.replacement[1..fix.replacement.len() - 1].replace("''", "'");
            assert!(found.contains(&format!("{written:?}")), "{text}: {found}");
            mended += 1;
        }
    }
    assert!(mended >= 36, "{mended}");
}

#[test]
fn lines_may_end_as_on_any_system_and_places_are_the_same() {
    for text in refused() {
        let said = |end: &str| {
            let (sources, fault) = *read(&text.replace('\n', end)).unwrap_err();
            lines(&sources, &[fault])
        };
        assert_eq!(said("\r"), said("\n"), "{text}");
        assert_eq!(said("\r\n"), said("\n"), "{text}");
    }
    let bank = bank::built_in().text;
    let load = |end: &str| {
        let (sources, id) = sources(&bank.replace('\n', end), "bank.yaml");
        bank::load(&sources, &[id]).unwrap().value
    };
    assert!(load("\r") == load("\n") && load("\r\n") == load("\n"));
    let test = Test::new()
        .file("bank.yaml", &bank.replace('\n', "\r").replace("theme: people", "theme: x"));
    let ran = test.run("check bank.yaml");
    assert!(ran.out.contains(" --> bank.yaml:"), "{}", ran.out);
    assert!(!ran.out.contains('\r') && !ran.out.contains("bank.yaml:1:"), "{}", ran.out);
}

/// A tree in one line: texts in quotes, nothing as `-`.
fn shown(node: &Node) -> String {
    match &node.value {
        Value::Null => "-".to_owned(),
        Value::Scalar(text) => format!("{text:?}"),
        Value::List(items) => {
            format!("[{}]", items.iter().map(shown).collect::<Vec<_>>().join(" "))
        }
        Value::Mapping(entries) => {
            let entry = |it: &yaml::Entry| format!("{}={}", it.key.value, shown(&it.value));
            format!("{{{}}}", entries.iter().map(entry).collect::<Vec<_>>().join(" "))
        }
    }
}

#[test]
fn values_are_read_as_they_are_written() {
    let table = [
        ("", "-"),
        ("# nothing\r# at all\r", "-"),
        ("---\n", "-"),
        ("a: \nb: ~\nc: null\nd: NULL\ne: 'null'\nf: ''", r#"{a=- b=- c=- d=- e="null" f=""}"#),
        (
            "[007, 0x1F, 1_000, 1e3, .5, -0, 1.50]",
            r#"["007" "0x1F" "1_000" "1e3" ".5" "-0" "1.50"]"#,
        ),
        ("[yes, No, true, 2026-01-02, 12:30:45]", r#"["yes" "No" "true" "2026-01-02" "12:30:45"]"#),
        ("1: a\n2.0: b\ntrue: c\n~: d", r#"{1="a" 2.0="b" true="c" ~="d"}"#),
        ("a: &m 5\nb: *m\nc: [*m]\n*m : d", r#"{a="5" b="5" c=["5"] 5="d"}"#),
        ("a: &l [x, ~]\nb: *l\nc: &l [y]\nd: *l", r#"{a=["x" -] b=["x" -] c=["y"] d=["y"]}"#),
        ("a: !!str 5\nb: !!str\nc: !!null x\nd: !!int '5'", r#"{a="5" b="" c=- d="5"}"#),
        ("'<<': x\na: <<", r#"{<<="x" a="<<"}"#),
        ("a: |\n  x\n  y\nb: >-\n  x\n  y", r#"{a="x\ny\n" b="x y"}"#),
        ("a: x\n  y\nb: 'it''s'\nc: \"\\u00e9\\t\"", r#"{a="x y" b="it's" c="é\t"}"#),
        ("%YAML 1.2\n---\na: http://x:80/#y # z\n...\n", r#"{a="http://x:80/#y"}"#),
        ("- [ ]\n- {}\n- - a\n- b: c\n", r#"[[] {} ["a"] {b="c"}]"#),
        (
            "a: 5 #minutes\nb: x # y\nc: 'x' #y\nd: C# and F#",
            r#"{a="5" b="x" c="x" d="C# and F#"}"#,
        ),
        ("a: 1\na: 2", r#"{a="1" a="2"}"#),
        ("\u{feff}a: b", r#"{a="b"}"#),
    ];
    for (text, expected) in table {
        let node = read(text).unwrap_or_else(|it| panic!("{}", lines(&it.0, &[it.1])));
        assert_eq!(shown(&node), expected, "{text}");
    }
}

#[test]
fn a_fault_in_a_list_that_is_repeated_is_told_once_and_where_the_list_is_written() {
    let text = bank::built_in().text;
    let text = text.replacen("companions:", "companions:\n  - {id: spare, title: &t Spare}", 1);
    let (head, questions) = text.split_once("questions:\n").unwrap();
    let first = "levels: [first-line-lead, manager, senior-manager]";
    assert!(questions.matches(first).count() > 2, "{questions}");
    let questions = questions.replacen(first, "levels: &all [manager, managr]", 1);
    let questions = questions.replace(first, "levels: *all").replacen("ask: ", "ask: *t #", 1);
    let (sources, id) = sources(&format!("{head}questions:\n{questions}"), "bank.yaml");
    let said = lines(&sources, bank::load(&sources, &[id]).unwrap_err().diagnostics());
    assert_eq!(said.matches("managr").count(), 1, "{said}");
}

/// A text as Python writes it: in single quotes where it must be, and on lines of some eighty characters.
fn written(text: &str, column: usize, indent: usize) -> String {
    let is_plain =
        text.starts_with(char::is_alphabetic) && !text.contains(": ") && !text.ends_with(':');
    let text = if is_plain { text.to_owned() } else { format!("'{}'", text.replace('\'', "''")) };
    let mut out = String::new();
    let mut column = column;
    for (index, word) in text.split(' ').enumerate() {
        if index > 0 && column > 80 - word.chars().count() {
            write!(out, "\n{}", " ".repeat(indent)).unwrap();
            column = indent;
        } else if index > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += word.chars().count();
    }
    out
}

/// A bank as Python writes one that was put together in a program: a list that is used again is an alias.
fn as_pyyaml_writes(copies: usize) -> String {
    let bank = crate::support::built_in();
    let (head, _) = bank::built_in()
        .text
        .split_once("questions:\n")
        .map(|(a, b)| (a.to_owned(), b.to_owned()))
        .unwrap();
    let mut text = head + "questions:\n";
    let mut known: Vec<String> = Vec::new();
    for copy in 0..copies {
        for question in &bank.questions {
            let mut item = Vec::new();
            let id =
                if copy == 0 { question.id.to_string() } else { format!("{}-{copy}", question.id) };
            item.push(format!("id: {id}"));
            item.push(format!("number: {}", question.number + u32::try_from(copy * 18).unwrap()));
            item.push(format!("ask: {}", written(&question.ask, 7, 4)));
            item.push(format!("theme: {}", question.theme));
            let mut list = |key: &str, items: Vec<String>| {
                if items.is_empty() {
                    return;
                }
                let lines: Vec<String> = items.iter().map(|it| format!("\n  {it}")).collect();
                let whole = lines.concat();
                if let Some(index) = known.iter().position(|before| *before == whole) {
                    item.push(format!("{key}: *id{:03}", index + 1));
                } else {
                    known.push(whole.clone());
                    item.push(format!("{key}: &id{:03}{whole}", known.len()));
                }
            };
            let texts = |all: &[String]| {
                all.iter().map(|text| format!("- {}", written(text, 4, 4))).collect::<Vec<_>>()
            };
            let ids = |all: &[bank::Id]| all.iter().map(|id| format!("- {id}")).collect::<Vec<_>>();
            list("also", question.also.iter().map(|theme| format!("- {theme}")).collect());
            list("levels", ids(&question.levels));
            list("competencies", ids(&question.competencies));
            list("companions", ids(&question.references));
            list("rubric", texts(&question.rubric));
            list("probes", texts(&question.probes));
            list("watch_for", texts(&question.watch_for));
            let anchors = question.anchors.iter();
            list(
                "anchors",
                anchors
                    .map(|it| format!("  {}: {}", it.score.0, written(&it.text, 7, 6)))
                    .collect(),
            );
            item.push(format!("kind: {}", question.kind));
            item.push(format!("minutes: {}", question.minutes));
            item.push(format!("weight: {}", question.weight));
            for exception in &question.allow {
                let reason = written(&exception.reason, 10, 6);
                item.push(format!("allow:\n    {}: {reason}", exception.rule.code()));
            }
            if let Some(label) = &question.rubric_label {
                item.push(format!("rubric_label: {}", written(label, 16, 4)));
            }
            if let Some(follow_up) = &question.follow_up {
                item.push(format!("follow_up: {}", written(follow_up, 13, 4)));
            }
            writeln!(text, "- {}", item.join("\n  ")).unwrap();
        }
    }
    text
}

#[test]
fn a_bank_of_1800_questions_is_read_as_python_writes_it() {
    fn count(node: &Node) -> usize {
        1 + match &node.value {
            Value::Null | Value::Scalar(_) => 0,
            Value::List(items) => items.iter().map(count).sum(),
            Value::Mapping(entries) => entries.iter().map(|it| 1 + count(&it.value)).sum(),
        }
    }
    let text = as_pyyaml_writes(100);
    assert!(text.matches(": *id").count() > 10_000 && text.contains("\n  levels: &id"));
    let values = count(&read(&text).map_err(|it| lines(&it.0, &[it.1])).unwrap());
    assert!((85_000..110_000).contains(&values), "{values}");
    let load = |text: &str| {
        let (sources, id) = sources(text, "bank.yaml");
        bank::load(&sources, &[id]).unwrap().value
    };
    let (read, expected) = (load(&text), load(&crate::many::bank_of(1800)));
    for (read, expected) in read.questions.iter().zip(&expected.questions) {
        assert_eq!(read, expected);
    }
    assert!(read == expected);
}

#[test]
fn aliases_are_bounded_by_values_text_and_depth() {
    const TOO_MUCH: &str = "YAML exceeds the size or nesting limit";
    let said = |text: &str| read(text).map(|_| ()).map_err(|fault| fault.1.message);
    let text = |length: usize, aliases: usize| {
        format!("- &a {}\n{}", "x".repeat(length), "- *a\n".repeat(aliases))
    };
    // 64 MiB of text repeated, and not a byte more.
    assert_eq!(said(&text(1 << 20, 64)), Ok(()));
    assert_eq!(said(&text(1 << 20, 65)), Err(TOO_MUCH.to_owned()));
    // Lists count with what is in them.
    let lists =
        |aliases: usize| format!("- &a [{}x]\n{}", "x, ".repeat(999), "- *a\n".repeat(aliases));
    assert_eq!(said(&lists(2_196)), Ok(()));
    assert_eq!(said(&lists(2_197)), Err(TOO_MUCH.to_owned()));
    let nested =
        |levels: usize| format!("- &a {}x{}\n- [[[*a]]]\n", "[".repeat(levels), "]".repeat(levels));
    assert_eq!(said(&nested(20)), Ok(()));
    assert_eq!(said(&nested(21)), Err(TOO_MUCH.to_owned()));
    // What may be repeated is kept, which takes memory too.
    let anchors: Vec<String> = (0..24).map(|it| format!("&a{it} [")).collect();
    let kept = format!("{}{}{}", anchors.concat(), "x, ".repeat(200_000), "]".repeat(24));
    assert_eq!(said(&kept), Err(TOO_MUCH.to_owned()));
}

/// What only somebody who programs would say.
const WORDS: [&str; 21] = [
    "Options",
    "options!",
    "budget",
    "serde",
    "deserializ",
    "from_multiple",
    "from_str",
    "with_",
    "scalar",
    "parser",
    "token",
    "EOF",
    "flow",
    "simple key",
    "struct",
    "enum",
    "::",
    "node",
    "stream",
    "BOM",
    "document indicator",
];

#[test]
fn no_message_is_for_programmers_whatever_is_wrong_with_a_file() {
    let bank = "\
id: small
title: Small # one
competencies: &c [{id: care, title: Care}]
roles: [{id: clerk, title: 'Clerk', level: junior}]
questions:
  - id: first
    ask: \"What do you do?\"
    rubric: >-
      Listens.
    levels: *c
";
    let signs = [
        "\t", "\n", "\r", " ", ":", ": ", "- ", "\"", "'", "[", "]", "{", "}", "#", " #", "&", "*",
        "!", "|", ">", "%", "@", "`", "?", ",", "\\", "---\n", "...\n", "\n%x\n", "<<", "\u{feff}",
        "\u{7}", "\u{85}", "é",
    ];
    let mut texts: Vec<String> = refused().collect();
    for at in 0..bank.len() {
        texts.push(bank[..at].to_owned());
        texts.push(format!("{}{}", &bank[..at], &bank[at + 1..]));
        texts.extend(signs.map(|sign| format!("{}{sign}{}", &bank[..at], &bank[at..])));
    }
    let mut kinds = std::collections::BTreeSet::new();
    for text in &texts {
        let (sources, id) = sources(text, "a.yaml");
        let mut found = Vec::new();
        let mut refused = |diagnostics: &[Diagnostic]| found.extend(diagnostics.to_vec());
        if let Err(rejected) = bank::load(&sources, &[id]) {
            refused(rejected.diagnostics());
        }
        if text.len() % 5 == 0 {
            let (lock, roster) = (lock::read(&sources, id).err(), roster::read(&sources, id).err());
            for rejected in lock.iter().chain(&roster) {
                refused(rejected.diagnostics());
            }
        }
        for fault in found {
            let said = format!("{} {} {:?}", fault.message, fault.help.join(" "), fault.fix);
            for word in WORDS {
                assert!(!said.contains(word) || text.contains(word), "{text}\n{said}");
            }
            if ["K001", "yaml"].contains(&fault.code) {
                assert!(
                    fault.span.is_some() && (!fault.help.is_empty() || fault.fix.is_some()),
                    "{said}"
                );
                let is_quoted = |char: char| "`".contains(char);
                kinds.insert(
                    fault.message.split(is_quoted).step_by(2).collect::<Vec<_>>().join("…"),
                );
            }
        }
    }
    assert!(kinds.len() >= 30, "{kinds:#?}");
}

#[test]
fn front_matter_loses_nothing_in_silence() {
    let said = |front: &str| {
        let (sources, id) = sources(&format!("---\n{front}\n---\n\n# A\n"), "guide.md");
        match document::parse(&sources, id, &english_words) {
            Ok(read) => lines(&sources, &read.warnings),
            Err(rejected) => lines(&sources, rejected.diagnostics()),
        }
    };
    for (front, expected) in [
        ("title: a\ntitle: b", "guide.md:3:1: warning[front-matter] duplicate key `title`"),
        ("title: [a, b]", "guide.md:2:8: error[front-matter] `title` must be text, found a list"),
        ("title: {a: b}", "`title` must be text, found a mapping"),
        ("header: [a, b, c]", "`header` must be at most two texts"),
        (
            "title: Guide: two",
            "guide.md:2:8: error[yaml] text that contains a colon must be in quotes",
        ),
        (
            "tags: {a: [b]}",
            "guide.md:2:1: warning[front-matter] unknown key `tags` in this front matter",
        ),
        ("lang: {a: b}", "`lang` must be one language tag"),
        ("title: *x*", "`*x*` is a YAML alias"),
        ("\ttitle: x: y", "guide.md:2:"),
    ] {
        assert!(said(front).contains(expected), "{front}: {}", said(front));
    }
    let (marked, id) = sources("\u{feff}# A\n\nb\n", "guide.md");
    assert_eq!(document::parse(&marked, id, &english_words).unwrap().value.front.title, "A");
    let (sources, id) = sources("---\rtitle: A\rlang: de\r---\r\r# B\r", "guide.md");
    let front = document::parse(&sources, id, &english_words).unwrap().value.front;
    assert_eq!((front.title.as_str(), front.lang.to_string().as_str()), ("A", "de"));
}

/// A document in which texts are in every place that a text can have, with comments between them.
fn everywhere(key: &str, text: &str) -> String {
    let mut writer = Writer::default();
    writer.comment(text);
    writer.entry("value", &text);
    writer.entry("block", &[text, text]);
    writer.entry("flow", &FlowSeq([text, text]));
    writer.entry("pairs", &FlowMap(Pairs(vec![(key, text)])));
    writer.entry("quoted", &DoubleQuoted(text));
    writer.placeholder("empty", "", text);
    writer.list("items", |writer| {
        writer.item(|writer| {
            writer.entry_with_comment("text", &text, text);
            writer.entry("texts", &[text]);
        });
        writer.item(|writer| writer.entry(key, &text));
    });
    writer.finish()
}

/// The same document as a tree without places.
fn shape(node: &Node) -> serde_json::Value {
    match &node.value {
        Value::Null => serde_json::Value::Null,
        Value::Scalar(text) => text.as_str().into(),
        Value::List(items) => items.iter().map(shape).collect(),
        Value::Mapping(entries) => {
            let entries = entries.iter().map(|it| (it.key.value.clone(), shape(&it.value)));
            serde_json::Value::Object(entries.collect())
        }
    }
}

fn assert_reads_back(key: &str, text: &str) {
    let yaml = everywhere(key, text);
    assert_eq!(yaml, everywhere(key, text));
    let tree = match read(&yaml) {
        Ok(tree) => tree,
        Err(fault) => panic!("{text:?}: {}\n{yaml}", fault.1.message),
    };
    let expected = serde_json::json!({
        "value": text,
        "block": [text, text],
        "flow": [text, text],
        "pairs": { key: text },
        "quoted": text,
        "empty": null,
        "items": [{ "text": text, "texts": [text] }, { key: text }],
    });
    assert_eq!(shape(&tree), expected, "{yaml}");
}

#[test]
fn texts_that_yaml_could_take_for_something_else_are_read_back_as_they_were() {
    for text in [
        "",
        " ",
        "no",
        "Yes",
        "on",
        "y",
        "~",
        "null",
        "true",
        "1:30",
        "12:30:45",
        "2026-03-04",
        "2026",
        "0x1F",
        "1e3",
        ".inf",
        "*alias",
        "&anchor",
        "!tag",
        "- item",
        "? key",
        "a: b",
        "a:",
        ": a",
        "a #b",
        "#a",
        "%YAML",
        "@a",
        "`a`",
        "'a'",
        "\"a\"",
        "it's",
        "a\\b",
        "[a]",
        "{a: b}",
        "a, b",
        "<<",
        "=",
        "---",
        "...",
        "--- a",
        "|",
        ">",
        " a ",
        "\u{a0}a\u{a0}",
        "a\nb",
        "a\n",
        "\n",
        "a\r\nb",
        "\ta",
        "a\tb",
        "\u{1b}[0m",
        "\u{7f}",
        "\u{85}",
        "\u{2028}",
        "\u{feff}a",
        "\u{fffe}",
        "🙂",
        "e\u{301}",
        "名前",
        "\u{202e}abc",
        "Sprint #5",
    ] {
        assert_reads_back("key", text);
        if !text.is_empty() {
            assert_reads_back(text, "value");
        }
    }
}

proptest! {
    #[test]
    fn any_text_is_read_back_as_it_was(key in any::<String>(), text in any::<String>()) {
        assert_reads_back(if key.is_empty() { "key" } else { &key }, &text);
    }

    #[test]
    fn any_line_of_signs_is_read_back_as_it_was(text in r#"[-?:,\[\]{}#&*!|>'"%@`\\ a1\n\t~=<.]{0,12}"#) {
        assert_reads_back("key", &text);
    }
}
