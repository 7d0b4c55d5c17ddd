//! The words that the program prints in documents: they are messages of a locale, all of them, and nothing else is.

use std::collections::{BTreeMap, BTreeSet};

use interview_kit::base::unit::Language;
use interview_kit::packet::locale::{BUILT_IN, english as english_locale};
use interview_kit::packet::{DOCUMENTS, built_in_templates};

use crate::support::{Test, all_documents};

/// The messages of a Fluent file, each with its variables.
fn messages(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut messages = BTreeMap::new();
    let mut last = None;
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if line.starts_with(|first: char| first.is_ascii_alphabetic()) {
            last = Some(line.split_once(" =").unwrap().0.to_owned());
        }
        let Some(id) = &last else { continue };
        let variables: &mut BTreeSet<String> = messages.entry(id.clone()).or_default();
        for rest in line.split('$').skip(1) {
            variables.insert(rest.split([' ', '}']).next().unwrap().to_owned());
        }
    }
    messages
}

fn english() -> BTreeMap<String, BTreeSet<String>> {
    let (tag, text) = BUILT_IN[0];
    assert_eq!(tag, "en");
    let messages = messages(text);
    assert!(messages.len() > 100, "{} messages only: are they still found?", messages.len());
    messages
}

/// A locale whose messages are their numbers and their variables.
fn numbered(messages: &BTreeMap<String, BTreeSet<String>>) -> String {
    let mut text = String::new();
    for (number, (id, variables)) in messages.iter().enumerate() {
        let mark = mark(number);
        if matches!(id.as_str(), "listed" | "sentences") {
            text.push_str(&format!("{id} = {{ $start }}{mark}{{ $next }}\n"));
            continue;
        }
        // A message chooses by the reason and by words of the template, and an id is not a word of the bank: none is printed.
        let variable = |name: &String| match name.as_str() {
            "why" | "id" | "follow_ups" | "times" | "clock" | "half" => {
                format!("{{ ${name} ->\n   *[other] {{ \"\" }}\n }}")
            }
            name => format!("{{ ${name} }}"),
        };
        let variables = variables.iter().map(variable);
        text.push_str(&format!("{id} = {mark}{}\n", variables.collect::<String>()));
    }
    text
}

fn mark(number: usize) -> String {
    format!("⟦{number}⟧")
}

/// A bank without an ASCII letter in anything that is printed.
const CYRILLIC: &str = "\
id: bank
title: Банк
edition: '2026'
source: Источник
editor: Автор
themes: [{id: aa, title: Аа}, {id: bb, title: Бб}]
competencies:
  - {id: one, title: Один, statement: утверждение, definition: Определение.}
  - {id: two, title: Два}
  - {id: three, title: Три}
  - {id: four, title: Четыре}
  - {id: five, title: Пять}
  - {id: six, title: Шесть}
  - {id: seven, title: Семь}
companions: [{id: book, title: Книга}, {id: paper, title: Статья}]
levels: [{id: lead, title: Старший}]
roles: [{id: boss, title: Начальник, level: lead}, {id: chief, title: Главный, level: lead, must_ask: [first, second, third]}]
scale: [{score: 1, label: Слабо}, {score: 2, label: Средне}, {score: 3, label: Сильно}]
questions:
  - id: first
    number: 1
    ask: Расскажите о недавнем случае, когда вы изменили решение после разговора с коллегами из другого отдела
    theme: aa
    levels: [lead]
    competencies: [one, two]
    kind: behavioral
    minutes: MINUTES
    companions: [book, paper]
    rubric: [Первое, Второе]
    follow_up: Что вы сделали бы иначе?
    probes: [Кто?, Когда?]
    watch_for: [Обвиняет других.]
    anchors: {1: Плохо, 3: Хорошо}
  - id: second
    number: 2
    ask: Как вы решаете?
    theme: bb
    levels: [lead]
    competencies: [one, two, four, five, six]
    kind: situational
    minutes: MINUTES
    rubric: [Третье]
  - id: third
    number: 3
    ask: Что важно?
    theme: bb
    levels: [lead]
    competencies: [two, one, three, seven]
    kind: opinion
    minutes: MINUTES
    rubric_label: Слушайте
    rubric: [Четвертое]
    follow_up: Почему?
";

/// Documents of every kind and for every case that a template tells apart, printed with a locale of one's own.
fn documents(locale: &str) -> Vec<String> {
    let with = |minutes: &str| CYRILLIC.replace("MINUTES", minutes);
    let second = with("8").replace("id: bank", "id: other").replace("Банк", "Другой");
    let second = second.replace("[first, second, third]", "[other-first]");
    let own_id = |line: &str| match line.strip_prefix("  - id: ") {
        Some(id) => format!(
            "  - id: other-{id}
"
        ),
        None => format!(
            "{line}
"
        ),
    };
    let second: String = second.lines().map(own_id).collect();
    let test = Test::new()
        .file("short.yaml", &with("8"))
        .file("long.yaml", &with("60"))
        .file("other.yaml", &second);
    std::fs::create_dir_all(test.path("t/locales")).unwrap();
    std::fs::write(test.path("t/locales/en.ftl"), locale).unwrap();
    let all = format!("--templates t --format md {} --questions", all_documents());
    let mut texts = Vec::new();
    for (index, order) in [
        "build --bank short.yaml --role boss --candidate Анна --position Место --contact Мария",
        "build --bank short.yaml --question second --interviewer Борис --date 2026-11-26",
        "build --bank short.yaml --question third",
        "build --bank long.yaml",
        "build --bank short.yaml --bank other.yaml --limit 3",
        "panel --bank short.yaml --size 2 --minutes 60 --shared 1 --time 9:30",
        "panel --bank short.yaml --interviewers Анна,Борис --shared 0",
        "panel --bank long.yaml --interviewers Анна:aa+bb,Борис",
        "panel --bank short.yaml --size 2 --minutes 60 --time 23:30",
        "panel --bank short.yaml --size 1 --minutes 60 --shared 0 --keep-until 2027-05-01",
        "build --bank short.yaml --role chief --minutes 25 --reserve 5",
        "build --bank short.yaml --theme bb --minutes 14 --reserve 5",
        "panel --bank short.yaml --size 2 --minutes 60 --shared 5",
        "build --bank short.yaml --role boss --layout combined",
        "build --bank short.yaml --limit 2 --time 9:30 --layout compact",
    ]
    .into_iter()
    .enumerate()
    {
        let ran = test.run(&format!("{order} {all} --quiet --name n{index}"));
        assert_eq!(ran.code, 0, "{order}: {}", ran.err);
    }
    for name in test.names().into_iter().filter(|name| name.strip_suffix(".md").is_some()) {
        texts.push(test.text(&name));
    }
    assert!(texts.len() > 40, "{} documents", texts.len());
    texts
}

/// A line without the comments that name its fields, the place whose page is printed, or the points of a scale that is drawn.
fn without_hints(line: &str) -> String {
    let line = line.replace("<!-- page: ", "<!-- field: ").replace("<!-- scale: ", "<!-- field: ");
    let mut parts = line.split("<!-- field: ");
    let mut printed = parts.next().unwrap().to_owned();
    for part in parts {
        printed.push_str(part.split_once(" -->").unwrap().1);
    }
    printed
}

/// What a document prints: its text without Markdown's own words, the keys of its front matter and what is no word of it.
fn printed(document: &str) -> String {
    let (front, body) = document.strip_prefix("---\n").unwrap().split_once("---\n").unwrap();
    let mut printed = String::new();
    for line in front.lines() {
        let (key, value) = line.split_once(": ").unwrap();
        if ["lang", "kit", "document", "packet", "marks", "details", "digest"].contains(&key) {
            continue;
        }
        let mut value = value.to_owned();
        if key == "words" {
            for word in [
                "page: ",
                "kit: ",
                "packet: ",
                "name: ",
                "identity: ",
                "edited: ",
                "continued: ",
                "notes: ",
                "blank: ",
            ] {
                assert!(value.contains(word), "{value}");
                value = value.replace(word, "");
            }
            for place in ["{page}", "{pages}", "{kit}", "{packet}", "{label}", "{name}"] {
                value = value.replace(place, "");
            }
        }
        if key == "blanks" {
            // For programs, too: lines and hashes.
            continue;
        }
        if key == "details" {
            // For programs, which read a filled-in document back.
            for id in ["candidate", "interviewer", "date", "keep-until"] {
                value = value.replace(&format!("{id}: "), "");
            }
        }
        if key == "names" {
            // The ids of the names, and what is told of each.
            for word in ["label: ", "name: "] {
                assert!(value.contains(word), "{value}");
                value = value.replace(word, "");
            }
            for id in ["candidate", "interviewer", "interviewers"] {
                value = value.replace(&format!("{id}: {{"), "");
            }
        }
        printed.push_str(&value);
        printed.push('\n');
    }
    for line in body.lines() {
        const HINTS: [&str; 7] = [
            "pagebreak",
            "columns",
            "next column",
            "end columns",
            "style: ",
            "table: ",
            "timeline: ",
        ];
        let is_hint = HINTS.iter().any(|name| line.starts_with(&format!("<!-- {name}")));
        let is_markup = line.starts_with("<a id=\"") || is_hint;
        if is_markup || line == "```notes" {
            continue;
        }
        let line = without_hints(line);
        let mut parts = line.split("](#");
        printed.push_str(parts.next().unwrap());
        for part in parts {
            printed.push_str(part.split_once(')').unwrap().1);
        }
        printed.push('\n');
    }
    printed
}

#[test]
fn no_printed_word_stands_in_a_template_or_in_the_program() {
    let messages = english();
    let mut seen = String::new();
    for document in documents(&numbered(&messages)) {
        let printed = printed(&document);
        for line in printed.lines() {
            let word =
                line.split(|char: char| !char.is_ascii_alphabetic()).find(|it| !it.is_empty());
            assert_eq!(word, None, "{line}\n{document}");
        }
        seen.push_str(&printed);
    }
    let unseen = messages.keys().enumerate().filter(|(number, _)| !seen.contains(&mark(*number)));
    // These, and titles of documents, are only in a PDF: the first one is the title of a document that has none.
    let is_title = |id: &str| DOCUMENTS.iter().any(|document| document.title == id);
    let unseen = unseen.map(|(_, id)| id.as_str()).filter(|id| !is_title(id));
    // The page of `scores` is in no packet.
    let unseen = unseen.filter(|id| !id.starts_with("scores"));
    // These are only on a debrief form that is made from records.
    let from_records = [
        "debrief-handed-in",
        "debrief-handwriting",
        "debrief-handwritten",
        "debrief-line",
        "debrief-missing",
        "debrief-none",
        "debrief-page",
        "debrief-ratings-read",
        "debrief-rest",
        "debrief-unasked",
        "debrief-unsettled",
    ];
    let unseen = unseen.filter(|id| !from_records.contains(id));
    let only_in_pdf = ["document-untitled", "interview-number", "packet-title"];
    assert_eq!(unseen.collect::<Vec<_>>(), only_in_pdf);
}

#[test]
fn documents_hold_no_sign_that_isolates_or_turns_a_text() {
    let (_, english) = BUILT_IN[0];
    for document in documents(english) {
        let is_sign =
            |char: char| matches!(char, '\u{200E}' | '\u{200F}' | '\u{2066}'..='\u{2069}');
        assert!(!document.contains(is_sign), "{document}");
    }
}

#[test]
fn every_message_that_a_template_names_exists_and_is_passed_exactly_its_variables() {
    let messages = english();
    for document in &DOCUMENTS {
        let variables = messages.get(document.title).unwrap_or_else(|| panic!("{}", document.id));
        assert!(variables.is_empty(), "{}", document.id);
    }
    let mut calls = 0;
    for (name, template) in built_in_templates() {
        let template = match template.split_once("#}") {
            Some((comment, rest)) if comment.starts_with("{#") => rest,
            _ => template,
        };
        for call in template.split("text(\"").skip(1) {
            let (id, rest) = call.split_once('"').unwrap();
            if rest.starts_with(" ~ ") {
                continue;
            }
            calls += 1;
            let variables = messages.get(id).unwrap_or_else(|| panic!("{name}: no message {id}"));
            let arguments = arguments(rest);
            assert_eq!(&arguments, variables, "{name}: {id}");
        }
    }
    assert!(calls > 150, "{calls} calls only: are they still found?");
}

/// The names of the arguments before the parenthesis that closes a call.
fn arguments(text: &str) -> BTreeSet<String> {
    let (mut depth, mut names, mut word) = (0, BTreeSet::new(), String::new());
    for char in text.chars() {
        match char {
            '(' => depth += 1,
            ')' if depth == 0 => break,
            ')' => depth -= 1,
            '=' if depth == 0 => drop(names.insert(std::mem::take(&mut word))),
            'a'..='z' | '_' if depth == 0 => word.push(char),
            _ => word.clear(),
        }
    }
    names
}

#[test]
fn every_language_has_every_message_with_the_same_variables() {
    let english = english();
    let mut tags = BTreeSet::new();
    for (tag, text) in BUILT_IN {
        assert_eq!(tag.parse::<Language>().unwrap().as_str(), tag);
        assert!(tags.insert(tag), "{tag}");
        let messages = messages(text);
        // A variant of a language of the table holds only what differs.
        let is_variant = tag.split_once('-').is_some_and(|(language, _)| tags.contains(language));
        for (id, variables) in &english {
            match messages.get(id) {
                None => assert!(is_variant, "{tag}: {id}"),
                // A language need not use each way to tell the hour.
                Some(own) if id == "time-of-day" => {
                    let all = variables.iter().map(String::as_str).chain(["hour-padded"]);
                    let all: BTreeSet<&str> = all.collect();
                    assert!(own.iter().all(|name| all.contains(name.as_str())), "{tag}");
                    assert!(own.contains("minute"), "{tag}");
                }
                Some(own) => assert_eq!(own, variables, "{tag}: {id}"),
            }
        }
        let unknown = messages.keys().filter(|id| !english.contains_key(*id));
        assert_eq!(unknown.collect::<Vec<_>>(), Vec::<&String>::new(), "{tag}");
        let is_same = |id: &&String| message(text, id) == message(BUILT_IN[0].1, id);
        let same = messages.keys().filter(is_same).count();
        assert!(!is_variant || same == 0, "{tag} repeats {same} messages");
    }
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/locales");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let files: BTreeSet<String> = files.map(|name| name.into_string().unwrap()).collect();
    assert_eq!(files, tags.iter().map(|tag| format!("{tag}.ftl")).collect(), "one file, one line");
}

/// The lines of a message.
fn message<'t>(text: &'t str, id: &str) -> Vec<&'t str> {
    let lines = text.lines().skip_while(|line| !line.starts_with(&format!("{id} =")));
    let lines = lines.enumerate().take_while(|(at, line)| *at == 0 || line.starts_with(' '));
    lines.map(|(_, line)| line).collect()
}

/// A folder of templates with a locale and a guide.
fn folder(name: &str, locale: &str, guide: Option<&str>) -> Test {
    let test = Test::new();
    std::fs::create_dir_all(test.path("t/locales")).unwrap();
    std::fs::write(test.path(&format!("t/{name}")), locale).unwrap();
    if let Some(guide) = guide {
        std::fs::write(test.path("t/guide.md"), guide).unwrap();
    }
    test
}

const GUIDE: &str =
    "build --documents guide --format md -o - --question changed-model --name a --templates t";

#[test]
fn a_locale_of_ones_own_rewords_documents_without_a_copy_of_a_template() {
    let locale = "guide-agenda = Our **plan**\nquestion-count = { $count ->\n    [one] just one\n   *[other] { $count }\n }\n\
                  guide-title = Guide\n";
    let test = folder("locales/en.ftl", locale, None);
    let ran = test.run(GUIDE).ok();
    assert_eq!(ran.err, "");
    assert!(ran.out.starts_with("---\ntitle: \"Guide\"\n"), "{}", ran.out);
    assert!(ran.out.contains("\n## Our **plan**\n"), "{}", ran.out);
    assert!(ran.out.contains("*Interviewer guide · just one · 20 minutes*"), "{}", ran.out);
}

#[test]
fn a_message_on_several_lines_is_printed_on_one() {
    let locale = "reminders-submit =\n    One\n    two\n\n    { \"three\" }.\n";
    let test = folder("locales/en.ftl", locale, None);
    assert!(test.run(GUIDE).ok().out.contains("\n- [ ] One two three.\n"));
}

#[test]
fn a_bank_is_printed_in_its_language_or_in_the_nearest_one() {
    let guide = |file: &str, language: &str| {
        let locale = "guide-agenda = Ablauf\nminute-count =\n    { $count ->\n        [one] { $count } Minute\n       \
                      *[other] { $count } Minuten\n    }\n";
        let test = folder(&format!("locales/{file}"), locale, None);
        let bank = include_str!("../../examples/support-desk.yaml");
        let bank = bank.replace("language: en", &format!("language: {language}"));
        std::fs::write(test.path("bank.yaml"), bank).unwrap();
        test.run(
            "build --bank bank.yaml --documents guide --format md -o - --templates t --limit 2",
        )
        .ok()
    };
    for (file, language) in [("sv.ftl", "sv"), ("sv.ftl", "sv-FI"), ("SV-fi.ftl", "sv-FI")] {
        let ran = guide(file, language);
        assert!(ran.out.contains("\n## Ablauf\n"), "{file} {language}: {}", ran.out);
        assert!(ran.out.contains(" Minuten*\n"), "{}", ran.out);
        // What a language lacks is printed in English, and that is no secret.
        assert!(ran.out.contains("\n## Opening script (read aloud)\n"), "{}", ran.out);
        assert!(ran.err.contains("messages are missing: "), "{}", ran.err);
    }
    for (file, language) in [("sv.ftl", "en"), ("sv-FI.ftl", "sv"), ("nb.ftl", "sv")] {
        let ran = guide(file, language);
        assert!(ran.out.contains("\n## Interview agenda\n"), "{file} {language}: {}", ran.out);
    }
    assert_eq!(guide("en-GB.ftl", "en-GB").err, guide("en.ftl", "en").err, "English is complete");
}

#[test]
fn what_is_wrong_with_a_call_of_a_message_is_reported_at_its_place() {
    let mut reports = String::new();
    for template in [
        "# {{ text(\"guide-agnda\") }}\n",
        "# {{ text(\"question-count\") }}\n",
        "# {{ text(\"question-count\", count=1, total=2) }}\n",
        "# {{ text(\"guide-agenda\", count=1) }}\n",
        "# {{ text(\"question-count\", count=candidate) }}\n",
        "# {{ text(\"question-count\", count=scale) }}\n",
        "# {{ text(\"question-count\", count=nothing) }}\n",
        "# {{ text() }}\n",
        "# {{ txt(\"guide-agenda\") }}\n",
    ] {
        let test = folder("guide.md", template, None);
        let ran = test.run(GUIDE);
        assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{template}");
        reports.push_str(&ran.err);
        reports.push('\n');
    }
    insta::assert_snapshot!(reports);
}

#[test]
fn what_is_wrong_with_a_locale_is_reported_at_its_place() {
    let mut reports = String::new();
    let deep = format!("guide-choose = {}\"x\"{}\n", "{ ".repeat(60), " }".repeat(60));
    let calls = format!("guide-choose = {{ {}$x{} }}\n", "F(".repeat(60), ")".repeat(60));
    for (name, locale) in [
        ("locales/en.ftl", "guide-choose = a\nguide-agenda\nguide-subject = { $x\n"),
        ("locales/en.ftl", "9lives = a\nguide-choose = b }\n"),
        ("locales/en.ftl", "guide-choose =\n"),
        ("locales/en.ftl", "guide-choose = { $x ->\n    [one] a\n}\n"),
        ("locales/en.ftl", "\u{FEFF}question-count = { $number } of { $count }\n"),
        ("locales/en.ftl", "guide-choose = { $number }\n"),
        ("locales/en.ftl", "guide-choose = { guide-chose } { -term }\n"),
        ("locales/en.ftl", "guide-choose = a\nguide-choose = b\n-term = a\n-term = b\n"),
        ("locales/en.ftl", "guide-choose = { NUMBER(5, minimumFractionDigits: 99) }\n"),
        ("locales/en.ftl", "guide-choose = a\n    .title = b\nguide-agenda =\n    .title = c\n"),
        ("locales/en.ftl", "guide-choose = { guide-agenda }\nguide-agenda = { guide-choose }\n"),
        ("locales/en.ftl", "listed = { $next }, { $start }\n"),
        ("locales/en.ftl", &deep),
        ("locales/en.ftl", &calls),
        ("locales/english.ftl", "guide-choose = a\n"),
        ("en.ftl", "guide-choose = a\n"),
    ] {
        let test = folder(name, locale, None);
        let ran = test.run(GUIDE);
        assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{name}: {locale}");
        reports.push_str(&ran.err);
        reports.push('\n');
    }
    insta::assert_snapshot!(reports);
}

#[test]
fn a_message_that_nothing_uses_is_reported() {
    let locale = "guide-agendo = a\nours = b\nshared = c\nwhole = { shared }\n";
    let guide = "# {{ text(\"ours\") }} {{ text('whole') }}\n";
    let ran = folder("locales/en.ftl", locale, Some(guide)).run(GUIDE).ok();
    assert!(ran.out.ends_with("# b c\n"), "{}", ran.out);
    insta::assert_snapshot!(ran.err);
}

#[test]
fn a_message_that_grows_with_each_turn_is_stopped() {
    let guide = "{% set ns = namespace(a=\"xxxxxxxx\") %}{% for i in range(60) %}{% set ns.a = text(\"twice\", a=ns.a) %}{% endfor %}";
    let test = folder("locales/en.ftl", "twice = { $a }{ $a }\n", Some(guide));
    let ran = test.run(GUIDE);
    assert_eq!(ran.code, 1);
    assert!(
        ran.err.contains("the message `twice` cannot be put together: it is too long"),
        "{}",
        ran.err
    );
}

#[test]
fn a_chain_of_many_messages_is_refused_and_not_followed_to_its_end() {
    for (length, report) in
        [(900, "the message `m0` cannot be put together"), (50_000, "more than 1000 messages")]
    {
        let link = |index| format!("m{index} = {{ m{} }}\n", index + 1);
        let locale = (0..length).map(link).collect::<String>() + &format!("m{length} = end\n");
        let test = folder("locales/en.ftl", &locale, Some("# {{ text(\"m0\") }}\n"));
        let ran = test.run(GUIDE);
        assert_eq!(ran.code, 1);
        assert!(ran.err.contains(report), "{}", ran.err);
    }
}

#[test]
fn the_words_at_the_edges_of_pages_come_from_the_locale() {
    let locale = "page-number = Blatt { $page }/{ $pages }\npage-kit = Satz { $kit }\npacket-title = Mappe { $title }\n\
                  sheet-document = Blatt\n";
    let test = folder("locales/en.ftl", locale, None);
    let order = "build --question changed-model --documents candidate-sheet --templates t --quiet";
    test.run(&format!("{order} --format pdf,md --name a")).ok();
    let text = test.text("a.md");
    assert!(
        text.contains("words: {page: \"Blatt {page}/{pages}\", kit: \"Satz {kit}\","),
        "{text}"
    );
    if let Some(text) = crate::support::pdf_text(&test.path("a.pdf")) {
        assert!(text.contains("Blatt 1/1") && text.contains("Satz "), "{text}");
    }
    test.run(&format!("{order} --format pdf --collate --name b")).ok();
    let path = test.path("b-packet.pdf");
    let outline = crate::support::tool("mutool", &["show", path.to_str().unwrap(), "outline"]);
    assert!(outline.is_none_or(|outline| outline.contains("\"Blatt\"")));
}

#[test]
fn a_text_is_shortened_at_a_word_or_after_a_whole_letter_where_words_are_long() {
    let shortened = |text: &str, width| english_locale().shortened(text, width).unwrap();
    assert_eq!(shortened("Tell me about it", 16), "Tell me about it");
    assert_eq!(shortened("Tell me about it", 15), "Tell me about…");
    assert_eq!(shortened("Well, then, tell me", 12), "Well, then…");
    assert_eq!(shortened("質問は三つあります", 6), "質問は三つ…");
    // A flag is two characters and one letter, and so is a vowel with its accent.
    assert_eq!(shortened("🇩🇪🇫🇷🇮🇹🇪🇸", 6), "🇩🇪🇫🇷…");
    assert_eq!(shortened("a\u{301}e\u{301}i\u{301}o\u{301}", 4), "a\u{301}…");
    assert_eq!(shortened("x", 0), "…");
}

#[test]
fn alternatives_are_joined_as_english_joins_them() {
    let either = |items: &[&str]| {
        let items: Vec<String> = items.iter().map(|it| (*it).to_owned()).collect();
        english_locale().either(&items).unwrap()
    };
    assert_eq!(either(&[]), "");
    assert_eq!(either(&["A"]), "A");
    assert_eq!(either(&["A", "B"]), "A or B");
    assert_eq!(either(&["A", "B", "C", "D"]), "A, B, C, or D");
}

#[test]
fn a_document_without_words_of_its_own_has_those_of_the_messages() {
    let test = folder("locales/de.ftl", "", None);
    let built = test.run(GUIDE).ok().out;
    let words = built.lines().find(|line| line.starts_with("words: ")).unwrap();
    let guide = "# A\n\nName: ____\n\n```notes\n```\n";
    let pdf = |front: &str| {
        std::fs::write(test.path("a.md"), format!("{front}{guide}")).unwrap();
        test.run("typeset a.md -o a.pdf --force").ok();
        std::fs::read(test.path("a.pdf")).unwrap()
    };
    // No language, one that the program knows, and one that it does not know.
    for lang in ["", "lang: en-GB\n", "lang: sw\n"] {
        let with_words = pdf(&format!("---\n{lang}{words}\n---\n"));
        let without = if lang.is_empty() { String::new() } else { format!("---\n{lang}---\n") };
        assert!(pdf(&without) == with_words, "{lang}");
    }
    let other = pdf("---\nwords: {page: \"{page}/{pages}\"}\n---\n");
    assert!(other != pdf(""), "the words are on the page");
}

#[test]
fn the_title_of_a_document_without_one_is_a_message_of_its_language() {
    let locale = "document-untitled = Nameless\n";
    let test = folder("locales/en.ftl", locale, Some("Only a line.\n"));
    test.run(
        "build --documents guide --format pdf -o a.pdf --question changed-model --templates t",
    )
    .ok();
    let has_title = |title: &str| {
        // The metadata is not compressed (ISO 32000-1, 14.3.2).
        let pdf = String::from_utf8_lossy(&test.read("a.pdf")).into_owned();
        pdf.contains(&format!(">{title}<"))
    };
    assert!(has_title("Nameless"));
    // Messages of one's own belong to the templates; a text of one's own has the program's.
    std::fs::write(test.path("b.md"), "Only a line.\n").unwrap();
    test.run("typeset b.md -o a.pdf --force").ok();
    assert!(has_title("Untitled") && !has_title("Nameless"));
}

#[test]
fn a_bank_in_a_language_without_messages_is_warned_of_once() {
    let bank = include_str!("../../examples/support-desk.yaml");
    let bank = bank.replacen("language: en\n", "language: sv\n", 1);
    let roster = "candidate\nAna\nBo\n";
    let test = Test::new().file("bank.yaml", &bank).file("r.csv", roster);
    for line in ["build --minutes 30", "build --minutes 30 --roster r.csv"] {
        let ran = test.run(&format!("{line} --bank bank.yaml --format md -o out")).ok();
        let said = "there are no messages for the language `sv`; documents use those in `en`";
        assert_eq!(ran.err.matches(said).count(), 1, "{}", ran.err);
        assert!(ran.err.contains("`interview-kit init --language sv`"), "{}", ran.err);
    }
    let british = bank.replacen("language: sv", "language: en-GB", 1);
    std::fs::write(test.path("bank.yaml"), british).unwrap();
    let ran = test.run("build --minutes 30 --bank bank.yaml --format md -o british").ok();
    assert!(!ran.err.contains("no messages"), "{}", ran.err);
}
