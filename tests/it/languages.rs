//! The languages of documents: which one is printed, how a user adds one, and that each can be printed.

use std::collections::BTreeSet;

use interview_kit::base::unit::Language;
use interview_kit::packet::locale::{Argument, BUILT_IN, Locale, Locales, plural_categories};

use crate::support::Test;

fn language(tag: &str) -> Language {
    tag.parse().unwrap()
}

fn locale(tag: &str) -> &'static Locale {
    Locales::built_in().of(&language(tag)).1
}

/// The names in square brackets that begin the variants of the messages, with those of the English file.
fn variants(text: &str) -> BTreeSet<&str> {
    let lines = text.lines().filter(|line| line.starts_with(' ')).map(str::trim_start);
    lines.filter_map(variant).collect()
}

fn variant(line: &str) -> Option<&str> {
    line.trim_start_matches('*').strip_prefix('[')?.split_once(']').map(|(name, _)| name)
}

#[test]
fn every_message_of_every_language_can_be_printed_with_every_number_and_every_case() {
    const NUMBERS: [f64; 15] =
        [0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 11.0, 12.0, 21.0, 22.0, 100.0, 101.0, 1e6, 1.5];
    let (_, english) = BUILT_IN[0];
    let cases: Vec<&str> = variants(english).into_iter().collect();
    let mut printed = 0;
    for (tag, _) in BUILT_IN {
        let locale = locale(tag);
        let ids: BTreeSet<&str> = locale.ids().collect();
        for id in ids {
            let names = locale.variables(id).unwrap();
            for number in NUMBERS {
                for case in &cases {
                    let value = |name: &String| match name.as_str() {
                        "why" | "follow_ups" | "times" | "clock" | "half" => {
                            Argument::Text((*case).to_owned())
                        }
                        "start" | "next" | "text" | "title" | "banks" | "time" | "question" => {
                            Argument::Text("x".to_owned())
                        }
                        _ => Argument::Number(number),
                    };
                    let arguments: Vec<_> =
                        names.iter().map(|name| (name.as_str(), value(name))).collect();
                    let text = locale.text(id, &arguments);
                    let text = text.unwrap_or_else(|error| panic!("{tag}: {error}"));
                    assert!(!text.trim().is_empty(), "{tag}: {id}");
                    assert!(!text.contains(['{', '}', '$']), "{tag}: {id}: {text}");
                    printed += 1;
                    let chooses = names.iter().any(|name| {
                        matches!(name.as_str(), "why" | "follow_ups" | "times" | "clock" | "half")
                    });
                    if !chooses {
                        break;
                    }
                }
                if names.is_empty() {
                    break;
                }
            }
        }
    }
    assert!(printed > BUILT_IN.len() * 500, "{printed} texts only");
}

#[test]
fn messages_choose_by_categories_that_their_language_has_and_by_cases_that_exist() {
    const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];
    let (_, english) = BUILT_IN[0];
    let known = variants(english);
    for (tag, text) in BUILT_IN {
        let categories = plural_categories(&language(tag));
        assert_eq!(categories.last(), Some(&"other"), "{tag}");
        for variant in variants(text) {
            let is_number = variant.parse::<u32>().is_ok();
            let is_known = if CATEGORIES.contains(&variant) {
                categories.contains(&variant)
            } else {
                is_number || known.contains(variant)
            };
            assert!(is_known, "{tag}: [{variant}], but the language has {categories:?}");
        }
    }
    for (tag, expected) in [
        ("ja", &["other"][..]),
        ("de", &["one", "other"]),
        ("fr", &["one", "other"]),
        ("pl", &["one", "few", "many", "other"]),
        ("ar", &["zero", "one", "two", "few", "many", "other"]),
    ] {
        let found = plural_categories(&language(tag));
        assert_eq!(found, expected, "{tag}");
    }
}

const GUIDE: &str = "build --documents guide --format md -o - --question changed-model --name a";

#[test]
fn the_frame_is_in_the_language_that_was_chosen_and_the_kit_is_the_same() {
    let test = Test::new();
    let english = test.run(GUIDE).ok().out;
    let german = test.run(&format!("{GUIDE} --language de")).ok();
    assert_eq!(german.err, "");
    assert!(german.out.contains("\nlang: \"de\"\n"), "{}", german.out);
    assert!(german.out.contains("\n| Datum") || german.out.contains("| Datum |"), "{}", german.out);
    let code = |text: &str| {
        let line = text.lines().find(|line| line.starts_with("kit: ")).unwrap();
        line.to_owned()
    };
    assert_eq!(code(&english), code(&german.out));
    // A tag that says more than there is, and tags that mean one of the languages.
    for (asked, nearest) in [("de-AT", "de"), ("DE", "de"), ("zh", "zh-Hans"), ("zh-CN", "zh-Hans")]
    {
        let ran = test.run(&format!("{GUIDE} --language {asked}")).ok();
        assert_eq!(ran.err, "", "{asked}");
        let date = locale(nearest).text("date", &[]).unwrap();
        assert!(ran.out.contains(&format!("| {date} |")), "{asked}: {}", ran.out);
        assert!(ran.out.contains(&format!("\nlang: \"{}\"\n", language(asked))), "{asked}");
    }
    // The characters of Taiwan are others.
    let ran = test.run(&format!("{GUIDE} --language zh-TW")).ok();
    assert!(ran.err.contains("no messages for the language `zh-TW`"), "{}", ran.err);
}

#[test]
fn a_locked_kit_can_be_printed_in_another_language() {
    let test = Test::new();
    test.run("build --minutes 30 --format md -o a --lock kit.lock").ok();
    test.run("build --format md -o b --locked kit.lock --language de --name k").ok();
    assert!(test.text("b/k-guide.md").contains("\nlang: \"de\"\n"));
    test.run("build --minutes 30 --format md -o c --language de --lock other.lock").ok();
    assert_eq!(test.text("kit.lock"), test.text("other.lock"));
}

#[test]
fn a_language_without_messages_falls_back_to_english_with_one_warning() {
    let test = Test::new().file("r.csv", "candidate,language\nAna,sv\nBo,sv\nChi,de\nDo,\n");
    for line in ["build --language sv", "panel --size 2 --language sv", "build --roster r.csv"] {
        let ran = test.run(&format!("{line} --minutes 30 --format md -o out --force")).ok();
        assert_eq!(ran.err.matches("warning[locale]").count(), 1, "{}", ran.err);
        assert!(ran.err.contains("no messages for the language `sv`; documents use those in `en`"));
        assert!(ran.err.contains("`interview-kit init --language sv`"), "{}", ran.err);
        assert!(ran.err.contains("`--templates templates`"), "{}", ran.err);
    }
    for (tag, file) in
        [("sv-FI", "sv"), ("zh-TW", "zh-TW"), ("zh-Hant", "zh-Hant"), ("sr-Latn", "sr-Latn")]
    {
        let line =
            format!("build --limit 1 --documents scorecard --format md -o - --language {tag}");
        let ran = test.run(&line).ok();
        assert!(
            ran.err.contains(&format!("`interview-kit init --language {file}`")),
            "{}",
            ran.err
        );
    }
    let of = |row: &str| {
        let names = test.path("out").read_dir().unwrap();
        let names = names.map(|it| it.unwrap().file_name().into_string().unwrap());
        let is_guide = |name: &String| name.starts_with(row) && name.ends_with("-guide.md");
        test.text(&format!("out/{}", names.into_iter().find(is_guide).unwrap()))
    };
    for (row, lang) in [("001", "en"), ("003", "de"), ("004", "en")] {
        assert!(of(row).contains(&format!("\nlang: \"{lang}\"\n")), "{row}: {}", of(row));
    }
}

#[test]
fn what_is_not_a_tag_is_a_usage_error_with_a_suggestion() {
    let test = Test::new().file("r.csv", "candidate,language\nAna,de_DE\n");
    for (given, help) in [
        ("de_AT.UTF-8", "did you mean `de-AT`?"),
        ("german", "use a BCP 47 tag, such as `en`, `de`, or `pt-BR`"),
        ("", "use a BCP 47 tag"),
        (&format!("de-x{}", "-aaaaaaaa".repeat(12)), "did you mean `de-x-aaaaaaaa"),
    ] {
        for command in ["build", "panel --size 2", "init"] {
            let mut line: Vec<&str> = command.split(' ').collect();
            line.extend(["--language", given]);
            let output = test.command(&line).output().unwrap();
            let err = String::from_utf8_lossy(&output.stderr);
            assert_eq!(output.status.code(), Some(2), "{command} {given}: {err}");
            assert!(err.contains(&format!("`{given}` is not a valid language tag")), "{err}");
            assert!(err.contains(help), "{err}");
        }
    }
    let ran = test.run("build --roster r.csv --format md -o out");
    assert_eq!(ran.code, 1);
    assert!(
        ran.err.contains("r.csv:2:5") && ran.err.contains("did you mean `de-DE`?"),
        "{}",
        ran.err
    );
    assert_eq!(test.names(), ["r.csv"]);
}

#[test]
fn the_file_to_translate_has_all_messages_and_is_used_as_it_is() {
    let test = Test::new();
    let ran = test.run("init --language sv").ok();
    assert!(ran.err.contains("templates/locales/sv.ftl"), "{}", ran.err);
    let text = test.text("templates/locales/sv.ftl");
    assert!(text.contains("the plural categories `one`, `other`"), "{text}");
    assert!(text.contains("--language sv --templates templates --dry-run"), "{text}");
    let (_, english) = BUILT_IN[0];
    let body = |text: &str| text[text.find("## ").unwrap()..].to_owned();
    assert_eq!(body(&text), body(english));
    // It is English until somebody translates it, and that is said.
    let order = "panel --size 2 --minutes 60 --templates templates --language sv --dry-run";
    let ran = test.run(order).ok();
    assert_eq!(ran.err.matches("warning[").count(), 1, "{}", ran.err);
    assert!(ran.err.contains("messages are still in the language `en`: "), "{}", ran.err);
    let guide = test.run(&format!("{GUIDE} --templates templates --language sv")).ok().out;
    assert!(guide.contains("\nlang: \"sv\"\n"), "{guide}");
    let edited = text.replace("guide-agenda = Interview agenda", "guide-agenda = Dagordning");
    std::fs::write(test.path("templates/locales/sv.ftl"), edited).unwrap();
    let guide = test.run(&format!("{GUIDE} --templates templates --language sv")).ok().out;
    assert!(guide.contains("\n## Dagordning\n"), "{guide}");
    // What was translated is not lost.
    let ran = test.run("init --language sv");
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert!(test.text("templates/locales/sv.ftl").contains("Dagordning"));
}

#[test]
fn a_language_that_the_program_carries_is_written_with_its_own_texts() {
    let test = Test::new();
    for (tag, text) in BUILT_IN {
        test.run(&format!("init --language {tag} {tag}")).ok();
        let written = test.text(&format!("{tag}/templates/locales/{tag}.ftl"));
        let count = |text: &str| {
            let is_message = |line: &&str| line.starts_with(|it: char| it.is_ascii_lowercase());
            text.lines().filter(is_message).count()
        };
        assert_eq!(count(&written), count(BUILT_IN[0].1), "{tag}");
        let first = text.lines().find(|line| line.starts_with("date-written"));
        assert!(first.is_none_or(|line| written.contains(line)), "{tag}");
        let order = format!("{GUIDE} --language {tag}");
        let own = test.run(&format!("{order} --templates {tag}/templates")).ok();
        assert_eq!(own.err, "", "{tag}");
        assert_eq!(own.out, test.run(&order).ok().out, "{tag}");
    }
    let swiss = test.run("init --language de-CH swiss").ok();
    assert_eq!(swiss.code, 0);
    let written = test.text("swiss/templates/locales/de-CH.ftl");
    assert!(
        written.contains("\ndate = Datum\n") && written.contains("to be reworded"),
        "{written}"
    );
}

#[test]
fn a_bank_without_themes_has_titles_for_them_in_its_language() {
    let english = include_str!("../../examples/support-desk.yaml");
    for (tag, title) in
        [("de", "Umsetzung"), ("pt-BR", "Execução"), ("ja", "実行"), ("sv", "Execution")]
    {
        let text = english.replace("language: en", &format!("language: {tag}"));
        let (sources, id) = crate::support::sources(&text, "bank.yaml");
        let bank = interview_kit::bank::load(&sources, &[id]).unwrap().value;
        let theme = bank.themes.iter().find(|theme| theme.id.as_str() == "execution").unwrap();
        assert_eq!(theme.title, title, "{tag}");
    }
}

#[test]
fn tags_that_mean_a_language_of_the_program_are_printed_in_it_whatever_their_region() {
    for (tag, expected) in [
        ("pt", "pt-BR"),
        ("pt-PT", "pt-BR"),
        ("pt-AO", "pt-BR"),
        ("iw-IL", "he"),
        ("zh-MY", "zh-Hans"),
        ("cmn", "zh-Hans"),
        ("zh-TW", "en"),
        ("zh-Hant-HK", "en"),
        ("de-AT", "de"),
        ("en-US", "en"),
        ("ar-Latn", "en"),
        ("ar-Arab-EG", "ar"),
        ("de-Arab", "en"),
        ("pt-Latn-BR", "pt-BR"),
        ("ja-Jpan", "ja"),
    ] {
        let (found, _) = Locales::built_in().of(&language(tag));
        assert_eq!(found, expected, "{tag}");
    }
}
