//! Templates: what a kit becomes, and that nothing in it can become more than text.

use std::sync::LazyLock;

use interview_kit::bank::{self, Bank};
use interview_kit::base::source::Sources;
use interview_kit::base::unit::Minutes;
use interview_kit::document::{Block, Document, Inline, NameTag};
use interview_kit::packet::template::Templates;
use interview_kit::packet::{
    Content, DOCUMENTS, GuideLayout, InterviewDetails, Setting, View, document,
};
use interview_kit::select::{Criteria, ROLE, select};
use proptest::prelude::*;

use crate::support::{blocks, built_in, flat, only, parse, sources};

static BUILT_IN: LazyLock<(Templates, Sources)> = LazyLock::new(|| {
    let mut sources = Sources::new();
    (Templates::built_in(&mut sources).unwrap(), sources)
});

/// A document of one interview, by its id, and for a guide with a layout behind it: `guide compact`.
fn rendered(name: &str, bank: &Bank, criteria: &Criteria, details: &InterviewDetails) -> String {
    let (id, layout) = match name.split_once(' ') {
        Some((id, "combined")) => (id, GuideLayout::Combined),
        Some((id, "compact")) => (id, GuideLayout::Compact),
        _ => (name, GuideLayout::Separate),
    };
    let (templates, sources) = &*BUILT_IN;
    let selection = select(bank, criteria).unwrap();
    let content = Content::of_interview(&selection, criteria);
    let setting = Setting { layout, ..Setting::plain(&content, details) };
    let view = View::of_interview(&content, setting).unwrap();
    templates.render(document(id).unwrap(), &view, sources).unwrap()
}

fn support_desk() -> Bank {
    let (sources, id) = sources(include_str!("../../examples/support-desk.yaml"), "desk.yaml");
    bank::load(&sources, &[id]).unwrap().value
}

/// A document of an interview of two questions.
fn short(name: &str) -> String {
    let details =
        InterviewDetails { candidate: Some("Ana Silva".to_owned()), ..InterviewDetails::default() };
    let criteria = Criteria {
        filters: only(&ROLE, &["appsec-manager"]),
        limit: Some(2),
        reserve: Minutes(10),
        ..Criteria::default()
    };
    rendered(name, &built_in(), &criteria, &details)
}

#[test]
fn a_guide_reads_well_as_plain_text() {
    insta::assert_snapshot!(short("guide"));
}

#[test]
fn a_compact_guide_reads_well_as_plain_text() {
    insta::assert_snapshot!(short("guide compact"));
}

#[test]
fn a_combined_guide_reads_well_as_plain_text() {
    insta::assert_snapshot!(short("guide combined"));
}

#[test]
fn a_scoring_form_reads_well_as_plain_text() {
    insta::assert_snapshot!(short("scoring"));
}

#[test]
fn a_scorecard_reads_well_as_plain_text() {
    insta::assert_snapshot!(short("scorecard"));
}

#[test]
fn a_bank_that_says_all_that_a_bank_can_say_is_printed_whole() {
    let bank = support_desk();
    let criteria = Criteria { limit: Some(1), ..Criteria::default() };
    let documents = ["guide", "scoring", "scorecard", "ground-rules"];
    let texts = documents.map(|id| rendered(id, &bank, &criteria, &InterviewDetails::default()));
    insta::assert_snapshot!(texts.join("\n"));
}

#[test]
fn every_ask_is_in_each_guide_and_every_line_of_every_rubric_where_it_is_rated_in_order() {
    let bank = built_in();
    for (name, has_rubric) in
        [("guide", false), ("guide compact", false), ("guide combined", true), ("scoring", true)]
    {
        let text = rendered(name, &bank, &Criteria::default(), &InterviewDetails::default());
        let text = flat(&words(&parse(&text)));
        // Behind the list of all questions.
        let start = if name == "scoring" { "Right after the interview" } else { "Never ask about" };
        let (_, mut rest) = text.split_at(text.find(start).unwrap());
        for question in &bank.questions {
            assert_eq!(text.contains(&question.rubric[0]), has_rubric, "{name}");
            let rubric = question.rubric.iter().filter(|_| has_rubric);
            for wanted in std::iter::once(&question.ask).chain(rubric) {
                let at = rest
                    .find(wanted.as_str())
                    .unwrap_or_else(|| panic!("{name}: {wanted} is not where it should be"));
                rest = &rest[at + wanted.len()..];
            }
        }
    }
}

/// All words of a document, and nothing else.
fn words(document: &Document) -> String {
    fn all(blocks: &[Block], text: &mut String) {
        for block in blocks {
            match block.unstyled() {
                Block::Columns(columns) => columns.iter().for_each(|column| all(column, text)),
                Block::Heading(it) => inline(&it.content, text),
                Block::Paragraph(content) => inline(content, text),
                Block::List(list) => list.items.iter().for_each(|item| all(&item.blocks, text)),
                Block::Table(table) => {
                    let rows = std::iter::once(&table.head).chain(&table.rows);
                    rows.flatten().for_each(|cell| inline(cell, text));
                }
                Block::Quote(blocks) => all(blocks, text),
                _ => {}
            }
        }
    }
    fn inline(content: &[Inline], text: &mut String) {
        for inline in content {
            if let Inline::Text { text: words, .. } = inline {
                text.push_str(words);
            }
        }
        text.push('\n');
    }
    let mut text = String::new();
    all(&blocks(document), &mut text);
    text
}

/// What a document is made of, without its words.
fn shape(document: &Document) -> String {
    fn all(blocks: &[Block], shape: &mut String) {
        for block in blocks {
            match block.unstyled() {
                Block::Columns(columns) => {
                    for column in columns {
                        shape.push_str("column( ");
                        all(column, shape);
                        shape.push_str(") ");
                    }
                }
                Block::Styled(..) => unreachable!("a block without its style"),
                Block::Heading(it) => {
                    shape.push_str(&format!("h{}{} ", it.level, inline(&it.content)))
                }
                Block::Paragraph(content) => shape.push_str(&format!("p{} ", inline(content))),
                Block::List(list) => {
                    shape.push_str("list( ");
                    for item in &list.items {
                        shape.push_str(if item.check.is_some() { "box " } else { "item " });
                        all(&item.blocks, shape);
                    }
                    shape.push_str(") ");
                }
                Block::Table(table) => {
                    for row in std::iter::once(&table.head).chain(&table.rows) {
                        let cells: Vec<String> = row.iter().map(|cell| inline(cell)).collect();
                        shape.push_str(&format!("row[{}] ", cells.join("|")));
                    }
                }
                Block::Notes(_) => shape.push_str("notes "),
                Block::PageBreak => shape.push_str("break "),
                Block::Quote(_) => shape.push_str("QUOTE "),
                Block::Code(..) => shape.push_str("CODE "),
                Block::Rule => shape.push_str("RULE "),
                Block::Picture(_) => shape.push_str("PICTURE "),
            }
        }
    }
    fn inline(content: &[Inline]) -> String {
        let marks = content.iter().map(|inline| match inline {
            Inline::Text { link: Some(_), .. } => "l",
            Inline::PageNumber { .. } => "p",
            Inline::Scale(_) | Inline::Bars(_) => "s",
            Inline::Text { .. } | Inline::LineBreak => "",
            Inline::Blank { .. } | Inline::Filled { .. } => "_",
            Inline::Checkbox(_) => "c",
            Inline::Option { .. } => "o",
        });
        marks.collect()
    }
    let mut shape = String::new();
    all(&blocks(document), &mut shape);
    shape
}

/// The names at the head of every page, as far as they are known.
fn known_names(document: &Document) -> Vec<String> {
    let names = document.front.names.iter().filter_map(|tag| match tag {
        NameTag::Known { name, .. } => Some(name.clone()),
        NameTag::Blank { .. } => None,
    });
    names.collect()
}

/// Texts that would like to be more than text.
fn hostile() -> impl Strategy<Value = String> {
    let sign = prop_oneof![
        Just("#"),
        Just("# "),
        Just("- "),
        Just("- [ ] "),
        Just("[ ]"),
        Just("____"),
        Just("1. "),
        Just("1) "),
        Just("> "),
        Just("|"),
        Just("```notes"),
        Just("```"),
        Just("~~~"),
        Just("***"),
        Just("---"),
        Just("==="),
        Just("*"),
        Just("**"),
        Just("_"),
        Just("~~"),
        Just("`"),
        Just("<b>"),
        Just("<!-- pagebreak -->"),
        Just("<a id=\"x\"></a>"),
        Just("[a](#b)"),
        Just("![i](p)"),
        Just("&amp;"),
        Just("&#91;"),
        Just("\\"),
        Just("\n"),
        Just("\n\n"),
        Just("\t"),
        Just("    "),
        Just("\r"),
        Just("\u{202E}"),
        Just("\u{7}"),
        Just("{{ x }}"),
        Just("{% x %}"),
        Just(": "),
        Just("+ "),
        Just("http://a.b"),
        Just("\""),
        Just("Zoë"),
        Just("名前"),
        Just("word"),
        Just(" "),
    ];
    let text = proptest::collection::vec(sign, 1..8).prop_map(|signs| signs.concat());
    // Reading a bank refuses texts in which nothing can be seen.
    text.prop_map(|text| if seen(&text).is_empty() { "x".to_owned() } else { text })
}

/// The text as one line, as far as it can be seen. A line break between ideographs is no space, and any other space is one.
fn seen(text: &str) -> String {
    let kept = text.chars().filter(|char| *char != '\u{202E}');
    let is_break = |char: &char| matches!(char, '\n' | '\r');
    let mut line = String::new();
    let mut space = String::new();
    for char in kept {
        if char.is_control() || char.is_whitespace() {
            space.push(char);
            continue;
        }
        let is_joined =
            line.ends_with('前') && char == '名' && space.chars().any(|char| is_break(&char));
        if !space.is_empty() && !line.is_empty() && !is_joined {
            line.push(' ');
        }
        space.clear();
        line.push(char);
    }
    line
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn no_text_of_a_bank_or_a_packet_becomes_more_than_text(
        candidate in hostile(),
        ask in hostile(),
        line in hostile(),
        title in hostile(),
    ) {
        let mut bank = support_desk();
        bank.questions.truncate(1);
        let render = |name: &str, bank: &Bank, candidate: &str| {
            let details = InterviewDetails { candidate: Some(candidate.to_owned()), ..InterviewDetails::default() };
            rendered(name, bank, &Criteria::default(), &details)
        };
        // What is in each: asks, what is rated, and the title of the bank.
        let documents = [
            ("guide", [true, false, true]),
            ("guide compact", [true, false, true]),
            ("guide combined", [true, true, true]),
            ("scoring", [true, true, false]),
            ("scorecard", [true, false, false]),
            ("ground-rules", [false, false, true]),
        ];
        let tame = documents.map(|(name, _)| render(name, &bank, "x"));
        bank.origins[0].title.clone_from(&title);
        bank.competencies[0].title.clone_from(&title);
        bank.questions[0].ask.clone_from(&ask);
        bank.questions[0].rubric[0].clone_from(&line);
        bank.questions[0].probes[0].clone_from(&ask);
        bank.questions[0].anchors[0].text.clone_from(&line);
        for ((name, holds), tame) in documents.into_iter().zip(tame) {
            let wild = render(name, &bank, &candidate);
            let document = parse(&wild);
            prop_assert_eq!(shape(&parse(&tame)), shape(&document), "{}", wild);
            let text = flat(&words(&document));
            let wanted = [&ask, &line, &title].into_iter().zip(holds);
            for (wanted, _) in wanted.filter(|(_, is_held)| *is_held) {
                // A line break between ideographs is no space.
                let spaceless = |text: &str| text.replace(' ', "");
                let is_held = spaceless(&text).contains(&spaceless(&seen(wanted)));
                prop_assert!(is_held, "{:?} is not in\n{}", wanted, text);
            }
            if name == "ground-rules" {
                continue;
            }
            prop_assert!(!name.starts_with("guide") || text.contains(&seen(&candidate)), "{:?} is not in\n{}", candidate, text);
            prop_assert_eq!(known_names(&document), vec![seen(&candidate)]);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn no_detail_of_an_interview_becomes_more_than_text_in_any_document(detail in hostile()) {
        let bank = support_desk();
        let criteria = Criteria::default();
        let selection = select(&bank, &criteria).unwrap();
        let content = Content::of_interview(&selection, &criteria);
        let (templates, sources) = &*BUILT_IN;
        for document in &DOCUMENTS {
            let render = |detail: &str| {
                let all = Some(detail.to_owned());
                let details = InterviewDetails {
                    candidate: all.clone(),
                    interviewer: all.clone(),
                    position: all.clone(),
                    date: all.clone(),
                    time: all.clone(),
                    contact: all.clone(),
                    keep_until: all,
                };
                let view = View::of_interview(&content, Setting::plain(&content, &details)).unwrap();
                templates.render(document, &view, sources).unwrap()
            };
            let wild = render(&detail);
            prop_assert_eq!(shape(&parse(&render("x"))), shape(&parse(&wild)), "{}", wild);
            let wild = parse(&wild);
            let text = flat(&words(&wild));
            // A scoring form has nothing but names, at the head of its pages.
            let is_in = text.contains(&seen(&detail)) || document.id == "scoring";
            prop_assert!(is_in, "{:?} is not in\n{}", detail, text);
            let names = if document.id == "ground-rules" { 1 } else { 2 };
            prop_assert_eq!(known_names(&wild), vec![seen(&detail); names]);
        }
    }
}
