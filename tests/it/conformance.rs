//! What PDF/UA and PDF/A ask of any Markdown: headings that skip no level, a description for every field, a language that exists.

use interview_kit::base::diagnostic::Severity;
use interview_kit::base::unit::{Language, Paper};
use interview_kit::document;
use interview_kit::print::frame::{Element, ElementId, Mark, Owner, Pages, Role};
use proptest::prelude::*;

use crate::support::{Test, english_words, set, sources};

/// The levels of the headings that have something on the pages, in the order in which a reader meets them.
fn headings(pages: &Pages) -> Vec<u8> {
    let mut met: Vec<ElementId> = Vec::new();
    for item in pages.pages.iter().flat_map(|page| &page.items) {
        let Owner::Element(mut id) = item.owner else { continue };
        loop {
            let Element { role, parent, lang: _ } = &pages.elements[id.index()];
            if matches!(role, Role::Heading(_)) && !met.contains(&id) {
                met.push(id);
            }
            let Some(parent) = parent else { break };
            id = *parent;
        }
    }
    let level = |id: &ElementId| match pages.elements[id.index()].role {
        Role::Heading(level) => level,
        _ => 0,
    };
    met.iter().map(level).collect()
}

#[track_caller]
fn conforms(markdown: &str) -> Pages {
    let pages = set(markdown, Paper::A4);
    let headings = headings(&pages);
    let mut above = 0;
    for level in &headings {
        assert!(*level <= above + 1, "{headings:?} skips a level: {markdown:?}");
        above = *level;
    }
    for field in &pages.fields {
        assert!(says_something(&field.label), "{field:?}: {markdown:?}");
    }
    for item in pages.pages.iter().flat_map(|page| &page.items) {
        if let Mark::Widget(widget) = &item.mark {
            let is_option = widget.value.is_some();
            assert!(!is_option || says_something(&widget.label), "{widget:?}: {markdown:?}");
        }
    }
    for bookmark in &pages.outline {
        assert!(says_something(&bookmark.title), "{bookmark:?}: {markdown:?}");
    }
    assert!(says_something(&pages.info.title), "{markdown:?}");
    pages
}

fn says_something(text: &str) -> bool {
    text.chars().any(|char| !char.is_whitespace() && !matches!(char, '\u{200B}' | '\u{FEFF}'))
}

/// Words, and what has none.
const WORDS: [&str; 16] = [
    "",
    "",
    "Name",
    "`code`",
    "**strong** words",
    "&nbsp;",
    "&#8203;",
    "<b></b>",
    "<!-- c -->",
    "____",
    "[ ]",
    "[x] yes",
    "[ ] a [ ] b",
    "[ ] [ ]",
    "<a id=\"here\"></a>",
    "Date: ____",
];

fn words() -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(&WORDS[..]), 1..3)
        .prop_map(|it| it.join(" "))
}

fn block() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => (1..=6_usize, words()).prop_map(|(level, it)| format!("{} {it}", "#".repeat(level))),
        2 => words(),
        1 => words().prop_map(|it| format!("- [ ] {it}\n- [x]\n-")),
        1 => words().prop_map(|it| format!("> {it}\n>\n> # {it}")),
        1 => (words(), words()).prop_map(|(it, other)| format!("1. # {it}\n\n   {other}\n2. ____")),
        2 => proptest::collection::vec(words(), 6).prop_map(|it| format!(
            "| {} | {} |\n|:--|:--|\n| {} | {} |\n| {} | {} |", it[0], it[1], it[2], it[3], it[4], it[5]
        )),
        1 => Just("```notes\n\n```".to_owned()),
        1 => Just("```\ncode\n```".to_owned()),
        1 => Just("<!-- pagebreak -->".to_owned()),
        1 => Just("[to](#here) and <https://example.org>".to_owned()),
        1 => words().prop_map(|it| format!("{it}\n===")),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_markdown_has_headings_in_order_and_fields_that_say_what_they_are_for(
        title in prop_oneof![Just(None), Just(Some("")), Just(Some("Kit"))],
        blocks in proptest::collection::vec(block(), 1..10),
    ) {
        let front = title.map_or(String::new(), |title| format!("---\ntitle: \"{title}\"\n---\n"));
        conforms(&format!("{front}{}\n", blocks.join("\n\n")));
    }

    #[test]
    fn a_language_is_a_tag_or_refused_with_one(text in "[A-Za-z0-9_. -]{0,12}|[a-z]{2,3}([-_][A-Za-z0-9]{1,9}){0,3}") {
        match text.parse::<Language>() {
            Ok(language) => prop_assert!(is_tag(language.as_str()), "{text}"),
            Err(fault) => if let Some(nearest) = fault.nearest() {
                prop_assert!(is_tag(nearest), "{text}: {nearest}");
                prop_assert_eq!(nearest.parse::<Language>().unwrap().to_string(), nearest);
            },
        }
    }
}

/// What the PDF checkers take for a language: subtags of one to eight letters and digits, the first of letters.
fn is_tag(text: &str) -> bool {
    let is_subtag =
        |it: &str| (1..=8).contains(&it.len()) && it.bytes().all(|it| it.is_ascii_alphanumeric());
    let first = text.split('-').next().unwrap();
    first.len() <= 3
        && first.bytes().all(|it| it.is_ascii_alphabetic())
        && text.split('-').all(is_subtag)
}

/// The labels of all fields.
fn labels(markdown: &str) -> Vec<String> {
    conforms(markdown).fields.into_iter().map(|field| field.label).collect()
}

#[test]
fn a_field_without_a_label_is_called_after_the_nearest_heading_the_title_or_a_word() {
    assert_eq!(labels("____\n"), ["To be filled in"]);
    assert_eq!(labels("- [ ]\n"), ["To be filled in"]);
    assert_eq!(labels("# ____\n"), ["To be filled in"]);
    assert_eq!(
        labels("| | |\n|:--|:--|\n| ____ | [ ] |\n"),
        ["To be filled in", "To be filled in"]
    );
    assert_eq!(labels("---\ntitle: Kit\n---\n____\n"), ["Kit"]);
    assert_eq!(labels("---\ntitle: Kit\n---\nName: ____\n"), ["Name"]);
    assert_eq!(labels("# A\n\n____\n\n## B\n\n##\n\n____\n\n## ____\n"), ["A", "B", "B"]);
    assert_eq!(labels("# A\n\n# &#8203;\n\n- [ ] &nbsp;\n"), ["A"]);
}

#[test]
fn a_heading_without_words_is_none_and_said_to_be() {
    for (markdown, levels) in [
        ("#\n\n## X\n", vec![1]),
        ("# \n\n# A\n\n##\n\n### C\n", vec![1, 2]),
        ("# ____\n\n## X\n", vec![1]),
        ("# <b></b>\n\n## X\n", vec![1]),
        ("# [ ]\n\n### X\n", vec![1]),
        ("## X\n", vec![1]),
        ("# A\n\n### B\n\n## C\n\n#### D\n", vec![1, 2, 2, 3]),
    ] {
        assert_eq!(headings(&conforms(markdown)), levels, "{markdown:?}");
    }
    let (sources, id) = sources("# A\n\n##\n\n## ____\n", "g.md");
    let parsed = document::parse(&sources, id, &english_words).unwrap();
    let said: Vec<(usize, &str)> = parsed
        .warnings
        .iter()
        .map(|it| (sources.locate(it.span.as_ref().unwrap()).line, it.help[0].as_str()))
        .collect();
    assert_eq!(
        said,
        [
            (3, "it is left out; add words, or remove the line"),
            (5, "it is printed as a paragraph; add words before the blank or box"),
        ]
    );
    // What led to it leads to the heading below.
    let pages = conforms("# A\n\n[to](#x)\n\n<a id=\"x\"></a>\n\n##\n\n## B\n");
    assert_eq!(pages.anchors.len(), 1);
}

#[test]
fn a_template_whose_title_is_absent_says_so_and_skips_no_level() {
    let test = Test::new();
    std::fs::create_dir(test.path("t")).unwrap();
    let test = test.file("t/guide.md", "# {{ position }}\n\n## Part\n\n____\n");
    let ran = test.run("build --templates t --minutes 30 --documents guide --name k").ok();
    let line = 1 + test.text("k.md").lines().position(|line| line.trim_end() == "#").unwrap();
    assert!(ran.err.contains("this heading has no words"), "{}", ran.err);
    assert!(
        ran.err.contains(&format!("<k.md from the template guide.md>:{line}:1")),
        "{}",
        ran.err
    );
    assert_eq!(headings(&conforms(&test.text("k.md"))), [1]);
}

#[test]
fn a_language_that_is_no_tag_is_refused_with_the_nearest_one() {
    for (tag, nearest) in [
        ("de_DE", "did you mean `de-DE`?"),
        ("en-", "did you mean `en`?"),
        ("pt_br.UTF-8", "did you mean `pt-BR`?"),
        ("1", "such as `en`, `de`, or `pt-BR`"),
        ("toolonglang", "such as `en`, `de`, or `pt-BR`"),
        ("English", "such as `en`, `de`, or `pt-BR`"),
    ] {
        let bank = include_str!("../../examples/support-desk.yaml");
        assert!(bank.contains("language: en\n"));
        let test = Test::new()
            .file("g.md", &format!("---\nlang: {tag}\n---\n# A\n"))
            .file("b.yaml", &bank.replacen("language: en\n", &format!("language: {tag}\n"), 1));
        let said = format!("`{tag}` is not a valid language tag");
        for (line, place) in [
            ("typeset g.md -o g.pdf", "g.md:2:7"),
            ("build --bank b.yaml", "b.yaml:"),
            ("check b.yaml", "b.yaml:"),
            ("list --bank b.yaml", "b.yaml:"),
        ] {
            let ran = test.run(line);
            let told = format!("{}{}", ran.out, ran.err);
            assert_eq!(ran.code, 1, "{line}: {told}");
            for part in [said.as_str(), nearest, place] {
                assert!(told.contains(part), "{line}: no {part}: {told}");
            }
        }
        assert_eq!(test.names(), ["b.yaml", "g.md"]);
    }
    for tag in [
        "en",
        "EN-us",
        "de-CH-1996",
        "zh-Hant-TW",
        "zh-yue",
        "i-klingon",
        "sr-Latn",
        "es-419",
        "x-own",
    ] {
        let pages = conforms(&format!("---\nlang: {tag}\n---\n# A\n"));
        assert!(pages.info.lang.as_str().eq_ignore_ascii_case(tag));
    }
    let (sources, id) = sources("---\nlang: [en, de]\n---\n# A\n", "g.md");
    let refused = document::parse(&sources, id, &english_words).unwrap_err();
    assert!(refused.diagnostics().iter().any(|it| it.severity == Severity::Error));
    assert_eq!(conforms("---\nlang:\n---\n# A\n").info.lang.as_str(), "en");
}
