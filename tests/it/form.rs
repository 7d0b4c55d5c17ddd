//! The form of a PDF: what fields look like as long as nobody has filled them in, and that no two share it.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Document, Object, ObjectId};

use crate::support::{Test, all_documents, english_words, lines, parse, set, sources};
use interview_kit::base::unit::{Paper, TextSize};
use interview_kit::document;
use interview_kit::print::frame::{FieldKind, Item, Mark, Pages};
use interview_kit::print::layout::typeset;
use interview_kit::print::{Fonts, Style, pdf};

/// Every document that a packet can hold, as one file, and the packet of an interviewer who asks everything as another.
fn built_in_documents() -> Vec<Vec<u8>> {
    let test = Test::new();
    test.run("build --name whole --format pdf").ok();
    let all = all_documents();
    test.run(&format!(
        "panel --size 2 --minutes 45 --collate --questions {all} --format pdf --name all"
    ))
    .ok();
    vec![test.read("whole-packet.pdf"), test.read("all-packet.pdf")]
}

/// A place where a text field is filled in.
pub struct Widget<'f> {
    pub name: String,
    dict: &'f Dictionary,
}

impl Widget<'_> {
    fn look(&self) -> ObjectId {
        let look = self.dict.get(b"AP").and_then(Object::as_dict).unwrap();
        look.get(b"N").and_then(Object::as_reference).unwrap()
    }
}

/// The text widgets of all pages.
pub fn text_widgets(file: &Document) -> Vec<Widget<'_>> {
    let mut widgets = Vec::new();
    for page in file.page_iter() {
        for dict in file.get_page_annotations(page).unwrap() {
            let mut field = Some(dict);
            let (mut name, mut kind) = (Vec::new(), None);
            while let Some(dict) = field {
                if let Ok(part) = dict.get(b"T").and_then(Object::as_str) {
                    name.insert(0, String::from_utf8_lossy(part).into_owned());
                }
                kind = kind.or(dict.get(b"FT").and_then(Object::as_name).ok());
                let parent = dict.get(b"Parent").and_then(Object::as_reference);
                field = parent.and_then(|parent| file.get_dictionary(parent)).ok();
            }
            if kind == Some(b"Tx") {
                widgets.push(Widget { name: name.join("."), dict });
            }
        }
    }
    widgets
}

#[track_caller]
fn shares_no_look(bytes: &[u8]) {
    let file = Document::load_mem(bytes).unwrap();
    let mut looks = BTreeSet::new();
    for widget in text_widgets(&file) {
        assert!(looks.insert(widget.look()), "{} has the look of another field", widget.name);
    }
}

#[test]
fn every_text_field_of_the_built_in_documents_has_an_appearance_of_its_own() {
    for bytes in built_in_documents() {
        assert!(text_widgets(&Document::load_mem(&bytes).unwrap()).len() > 20);
        shares_no_look(&bytes);
    }
}

/// What a widget shows, as a program leaves it that puts something else between the marks of what is filled in (ISO 32000-1,
/// 12.7.3.3).
fn without_what_is_filled_in(content: &[u8]) -> String {
    let content = String::from_utf8_lossy(content);
    let (before, rest) = content.split_once("/Tx BMC").unwrap();
    let (_, after) = rest.rsplit_once("EMC").unwrap();
    format!("{before}{after}").trim().to_owned()
}

#[test]
fn ruled_lines_are_part_of_what_is_filled_in_and_go_when_something_else_is() {
    for bytes in built_in_documents() {
        let file = Document::load_mem(&bytes).unwrap();
        let mut ruled = 0;
        for widget in text_widgets(&file) {
            let look = file.get_object(widget.look()).and_then(Object::as_stream).unwrap();
            let content = look.decompressed_content().unwrap();
            ruled += usize::from(String::from_utf8_lossy(&content).contains(" l S"));
            assert_eq!(without_what_is_filled_in(&content), "", "{}", widget.name);
        }
        assert!(ruled > 5, "{ruled}");
    }
}

/// The words that the spaces for notes show, one line to a line, and how many ruled lines there are.
fn shown(pages: &Pages) -> (Vec<String>, usize) {
    let (mut words, mut rules) = (Vec::new(), 0);
    for item in pages.pages.iter().flat_map(|page| &page.items).flat_map(Item::appearance) {
        match &item.mark {
            Mark::Text(text) => words.push(text.run.text.trim().to_owned()),
            Mark::Line { .. } => rules += 1,
            _ => {}
        }
    }
    (words, rules)
}

fn notes(text: &str) -> String {
    format!("# Q\n\n```notes\n{text}\n```\n")
}

#[test]
fn notes_that_are_written_already_are_shown_to_the_last_word_and_stand_on_the_lines() {
    let text =
        "They closed the intake first, and told the board why it takes two quarters. ".repeat(9);
    let pages = set(&notes(&text), Paper::A4);
    let (words, rules) = shown(&pages);
    assert_eq!(words.join(" "), text.trim());
    assert!(rules >= words.len() && words.len() > 3, "{rules} lines, {words:?}");
    crate::geometry::is_sound(&pages);
    let FieldKind::Notes { text: value } = &pages.fields[0].kind else { panic!() };
    assert_eq!(*value, text, "word for word, the space at the end too");
}

#[test]
fn notes_that_fill_more_than_the_lines_of_a_page_are_set_closer_without_lines() {
    let text =
        "They closed the intake first, and told the board why it takes two quarters. ".repeat(60);
    let pages = set(&notes(&text), Paper::Letter);
    let (words, rules) = shown(&pages);
    assert_eq!((words.join(" "), rules), (text.trim().to_owned(), 0));
    crate::geometry::is_sound(&pages);
}

#[test]
fn notes_that_no_page_can_hold_are_warned_of_with_their_place() {
    let (sources, id) = sources(&notes(&"Far too much to say. ".repeat(2000)), "guide.md");
    let document = document::parse(&sources, id, &english_words).unwrap().value;
    let set = typeset(&document, &Style::new(Paper::A4, TextSize::Regular), &Fonts::built_in());
    let warnings = lines(&sources, &set.warnings);
    assert!(
        warnings
            .starts_with("guide.md:4:1: warning[long-notes] these notes are longer than a page"),
        "{warnings}"
    );
}

#[test]
fn notes_in_any_script_are_shown_as_they_are_written() {
    let (words, _) = shown(&set(&notes("Привет, Ωμέγα – Żółć"), Paper::A4));
    assert_eq!(words.join(" "), "Привет, Ωμέγα – Żółć");
    let typeset = |text: &str| {
        typeset(&parse(&notes(text)), &Style::new(Paper::A4, TextSize::Regular), &Fonts::built_in())
    };
    let warned = typeset("a \u{13000} b");
    assert_eq!(shown(&warned.value.to_pages()).0.join(" "), "a □ b");
    assert_eq!(warned.warnings.len(), 1);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, cases: 32, ..Default::default() })]

    #[test]
    fn no_two_text_fields_of_any_document_share_an_appearance(
        parts in proptest::collection::vec(proptest::sample::select(vec![
            "Name: ________\n\n", "(____) or (____)\n\n", "| a | b |\n|--|--|\n| ____ | ____ |\n| c | ____ |\n\n",
            "```notes\n\n```\n\n", "```notes\nsaid already\n```\n\n", "## Heading\n\n", "- [ ] box\n\n", "<!-- pagebreak -->\n\n",
        ]), 1..12)
    ) {
        shares_no_look(&pdf::write(&set(&parts.concat(), Paper::A4), None).unwrap());
    }
}
