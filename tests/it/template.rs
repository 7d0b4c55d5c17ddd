//! Templates: what a kit becomes, and that nothing in it can become more than text.

use interview_kit::bank::{self, Bank};
use interview_kit::base::source::Sources;
use interview_kit::base::unit::Minutes;
use interview_kit::document::{Block, Document, Inline, NameTag};
use interview_kit::packet::template::Templates;
use interview_kit::packet::{Content, DOCUMENTS, InterviewDetails, Setting, View, document};
use interview_kit::select::{Criteria, ROLE, select};
use proptest::prelude::*;

use crate::support::{built_in, flat, only, parse, sources};

fn guide(bank: &Bank, criteria: &Criteria, details: &InterviewDetails) -> String {
    let selection = select(bank, criteria).unwrap();
    let mut sources = Sources::new();
    let templates = Templates::built_in(&mut sources).unwrap();
    let content = Content::of_interview(&selection, criteria);
    let view = View::of_interview(&content, Setting::plain(&content, details));
    templates.render(document("guide").unwrap(), &view, &sources).unwrap()
}

fn support_desk() -> Bank {
    let (sources, id) = sources(include_str!("../../examples/support-desk.yaml"), "desk.yaml");
    bank::load(&sources, &[id]).unwrap().value
}

#[test]
fn a_guide_reads_well_as_plain_text() {
    let details =
        InterviewDetails { candidate: Some("Ana Silva".to_owned()), ..InterviewDetails::default() };
    let criteria = Criteria {
        filters: only(&ROLE, &["appsec-manager"]),
        limit: Some(2),
        reserve: Minutes(10),
        ..Criteria::default()
    };
    insta::assert_snapshot!(guide(&built_in(), &criteria, &details));
}

#[test]
fn a_bank_that_says_all_that_a_bank_can_say_is_printed_whole() {
    let bank = support_desk();
    let criteria = Criteria { limit: Some(1), ..Criteria::default() };
    insta::assert_snapshot!(guide(&bank, &criteria, &InterviewDetails::default()));
}

#[test]
fn every_ask_and_every_line_of_every_rubric_is_in_the_guide_in_order() {
    let bank = built_in();
    let document = parse(&guide(&bank, &Criteria::default(), &InterviewDetails::default()));
    let text = flat(&words(&document));
    let (_, mut rest) = text.split_at(text.find("Sources:").unwrap());
    for question in &bank.questions {
        for wanted in std::iter::once(&question.ask).chain(&question.rubric) {
            let at = rest
                .find(wanted.as_str())
                .unwrap_or_else(|| panic!("{wanted} is not where it should be"));
            rest = &rest[at + wanted.len()..];
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
    all(&document.blocks, &mut text);
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
            }
        }
    }
    fn inline(content: &[Inline]) -> String {
        let marks = content.iter().map(|inline| match inline {
            Inline::Text { link: Some(_), .. } => "l",
            Inline::PageNumber { .. } => "p",
            Inline::Scale(_) => "s",
            Inline::Text { .. } | Inline::LineBreak => "",
            Inline::Blank { .. } => "_",
            Inline::Checkbox(_) => "c",
            Inline::Option { .. } => "o",
        });
        marks.collect()
    }
    let mut shape = String::new();
    all(&document.blocks, &mut shape);
    shape
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

/// The text as one line, as far as it can be seen.
fn seen(text: &str) -> String {
    let kept = text.chars().filter(|char| *char != '\u{202E}');
    flat(&kept.map(|char| if char.is_control() { ' ' } else { char }).collect::<String>())
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
        let tame = guide(&bank, &Criteria::default(), &InterviewDetails { candidate: Some("x".to_owned()), ..InterviewDetails::default() });
        bank.origins[0].title.clone_from(&title);
        bank.competencies[0].title.clone_from(&title);
        bank.questions[0].ask.clone_from(&ask);
        bank.questions[0].rubric[0].clone_from(&line);
        bank.questions[0].probes[0].clone_from(&ask);
        bank.questions[0].anchors[0].text.clone_from(&line);
        let details = InterviewDetails { candidate: Some(candidate.clone()), ..InterviewDetails::default() };
        let wild = guide(&bank, &Criteria::default(), &details);
        let document = parse(&wild);
        prop_assert_eq!(shape(&parse(&tame)), shape(&document), "{}", wild);
        let text = flat(&words(&document));
        for wanted in [&candidate, &ask, &line, &title] {
            prop_assert!(text.contains(&seen(wanted)), "{:?} is not in\n{}", wanted, text);
        }
        let name = match &document.front.names[0] {
            NameTag::Known { name, .. } => name.as_str(),
            NameTag::Blank { .. } => "",
        };
        prop_assert_eq!(name, seen(&candidate));
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
        let mut sources = Sources::new();
        let templates = Templates::built_in(&mut sources).unwrap();
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
                let view = View::of_interview(&content, Setting::plain(&content, &details));
                templates.render(document, &view, &sources).unwrap()
            };
            let wild = render(&detail);
            prop_assert_eq!(shape(&parse(&render("x"))), shape(&parse(&wild)), "{}", wild);
            let text = flat(&words(&parse(&wild)));
            prop_assert!(text.contains(&seen(&detail)), "{:?} is not in\n{}", detail, text);
        }
    }
}
