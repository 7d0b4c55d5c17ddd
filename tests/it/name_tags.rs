//! Every loose page says whose it is: names at the head of every page, or one field for them that stands on all pages.

use std::collections::BTreeSet;

use interview_kit::base::unit::{Paper, Pt, TextSize};
use interview_kit::packet::{Audience, DOCUMENTS};
use interview_kit::print::frame::{Artifact, FieldId, FieldKind, Item, Mark, Owner, Page, Pages};
use interview_kit::print::{Fonts, Style};
use proptest::prelude::*;

use crate::geometry::is_sound;
use crate::support::{Ran, Test, all_documents, english_words, lines, parse, set, sources};

/// The names of files of a document in Markdown, and the labels that its pages have to bear.
fn labels(name: &str) -> &'static [&'static str] {
    let document = DOCUMENTS.iter().find(|document| name.contains(document.id));
    let is_for_one = document.is_none_or(|document| document.audience == Audience::Interviewer);
    if name.contains("ground-rules") {
        // They are read once, whoever the candidates are.
        &["Interviewer"]
    } else if name.starts_with("panel") && !is_for_one {
        &["Candidate", "Interviewers"]
    } else {
        &["Candidate", "Interviewer"]
    }
}

/// What heads a page: its words, and the fields that stand among them.
fn head(pages: &Pages, page: &Page) -> (String, Vec<(String, FieldId)>) {
    let mut words = Vec::new();
    let mut fields = Vec::new();
    for Item { owner, at, mark } in &page.items {
        match mark {
            Mark::Text(text) if *owner == Owner::Artifact(Artifact::Header) => {
                words.push(text.run.text.clone());
            }
            // The field that identifies the document is beside the code at the head of its first page.
            Mark::Widget(widget)
                if matches!(pages.fields[widget.field.0].kind, FieldKind::Identity { .. }) => {}
            Mark::Widget(widget) if at.y < Style::new(Paper::A4, TextSize::Regular).top => {
                fields.push((pages.fields[widget.field.0].name.clone(), widget.field));
            }
            _ => {}
        }
    }
    (words.join("|"), fields)
}

/// All documents of one interview and of a panel, as Markdown.
fn documents(names: &str) -> Vec<(String, String)> {
    let (test, all) = (Test::new(), all_documents());
    test.run(&format!("build --minutes 45 --name one --format md --questions {all} {names}")).ok();
    test.run(&format!("panel --size 2 --minutes 45 --name panel --format md --questions {all}"))
        .ok();
    test.names().into_iter().map(|name| (name.clone(), test.text(&name))).collect()
}

#[test]
fn every_page_of_every_document_has_a_field_for_each_name_and_it_is_one_field() {
    let documents = documents("");
    assert!(documents.len() >= 9, "{}", documents.len());
    for (name, text) in documents {
        for paper in [Paper::A4, Paper::Letter] {
            let pages = set(&text, paper);
            is_sound(&pages);
            let mut ids = BTreeSet::new();
            for page in &pages.pages {
                let (words, fields) = head(&pages, page);
                let names: Vec<String> = fields.iter().map(|(name, _)| name.clone()).collect();
                let wanted: Vec<String> =
                    labels(&name).iter().map(|it| it.to_lowercase()).collect();
                assert_eq!(names, wanted, "{name}");
                assert!(
                    labels(&name).iter().all(|label| words.contains(&format!("{label}:"))),
                    "{words}"
                );
                ids.extend(fields.into_iter().map(|(_, id)| id));
            }
            assert_eq!(ids.len(), labels(&name).len(), "{name}");
            // Whatever else asks for the name is the same field.
            let others = pages.fields.iter().filter(|field| field.name.contains('.'));
            for field in others {
                let last = field.name.rsplit('.').next().unwrap();
                assert!(!["candidate", "interviewer"].contains(&last), "{name}: {}", field.name);
            }
        }
    }
}

#[test]
fn every_page_of_every_document_bears_the_names_that_are_given() {
    let names = "--candidate Zoë____x --interviewer Ana";
    for (name, text) in documents(names).into_iter().filter(|(name, _)| name.starts_with("one")) {
        let pages = set(&text, Paper::A4);
        for page in &pages.pages {
            let (words, fields) = head(&pages, page);
            for label in labels(&name) {
                let who = if *label == "Candidate" { "Zoë____x" } else { "Ana" };
                assert!(words.contains(&format!("{label}: {who}")), "{name}: {words}");
            }
            assert_eq!(fields, []);
        }
    }
}

#[test]
fn a_blank_that_is_called_as_one_at_the_head_is_the_same_field() {
    let pages = set(
        "---\nnames: {Candidate: , Interviewer: Ana}\n---\n# A\n\n| | |\n|--|--|\n| **Candidate** | ____ |\n| **Interviewer** | ____ |\n\n\
         candidate: ________ Date: ____\n",
        Paper::A4,
    );
    let widgets = pages.pages[0].items.iter().filter_map(|item| match &item.mark {
        Mark::Widget(widget) => Some(pages.fields[widget.field.0].name.as_str()),
        _ => None,
    });
    let names: Vec<&str> = widgets.collect();
    assert_eq!(names, ["candidate", "candidate", "form.row.2", "candidate", "form.blank.2"]);
    assert_eq!(pages.fields.iter().filter(|field| field.name == "candidate").count(), 1);
}

#[test]
fn a_collated_packet_asks_for_the_candidate_once_and_for_each_interviewer_once() {
    let test = Test::new();
    test.run(&format!(
        "panel --size 2 --minutes 45 --collate --format pdf --name p {}",
        all_documents()
    ))
    .ok();
    let file = lopdf::Document::load_mem(&test.read("p-packet.pdf")).unwrap();
    let widgets = crate::form::text_widgets(&file);
    let mut places = std::collections::BTreeMap::new();
    for widget in &widgets {
        let last = widget.name.rsplit('.').next().unwrap();
        if ["candidate", "interviewer", "interviewers"].contains(&last) {
            *places.entry(widget.name.clone()).or_insert(0) += 1;
        }
    }
    let names: Vec<&str> = places.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        ["candidate", "interviewer-1.interviewer", "interviewer-2.interviewer", "interviewers"]
    );
    let pages = file.get_pages().len();
    assert!(places["candidate"] >= pages, "{places:?}");
    assert!(places.values().skip(1).sum::<usize>() >= pages, "{places:?}");
}

#[test]
fn what_is_wrong_with_the_names_is_said_with_its_place() {
    for (names, wanted) in [
        (
            "Ana",
            "guide.md:2:8: error[front-matter] `names` must be a mapping, found a single value",
        ),
        ("[Ana, Bo]", "guide.md:2:8: error[front-matter] `names` must be a mapping, found a list"),
        ("{A: [b]}", "guide.md:2:12: error[front-matter] `A` must be a name, found a list"),
        ("{\" : \": b}", "guide.md:2:9: error[front-matter] this name has no label"),
        (
            "{A: , B: , C: , D: }",
            "guide.md:2:24: error[front-matter] `names` has more than 3 names",
        ),
    ] {
        let (sources, id) = sources(&format!("---\nnames: {names}\n---\n# A\n"), "guide.md");
        let rejected = interview_kit::document::parse(&sources, id, &english_words).unwrap_err();
        let said = lines(&sources, rejected.diagnostics());
        assert!(said.starts_with(wanted), "{said}");
    }
}

#[test]
fn a_font_is_looked_for_that_has_the_letters_of_names_and_labels() {
    let document = parse("---\nnames: {名: , Interviewer: 前}\n---\n# A\n");
    let missing = Fonts::built_in().uncovered(&document);
    assert_eq!(missing, BTreeSet::from(['名', '前']));
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "[A-Za-zÀ-ž'_. -]{1,40}",
        "[a-z_]{100,300}",
        "[\u{5D0}-\u{5EA}]{2,9}( [\u{5D0}-\u{5EA}]{2,9}){0,12}",
        "[\u{391}-\u{3A1}\u{3B1}-\u{3C9} ]{1,90}",
        "([A-Z][a-z]{1,12} ){1,30}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn no_name_collides_with_another_or_leaves_the_page(
        names in proptest::collection::vec((name(), name()), 1..4), title in name()
    ) {
        let yaml = |text: &str| serde_json::to_string(text).unwrap();
        let entries: Vec<String> = names
            .iter()
            .enumerate()
            .map(|(number, (label, name))| format!("{}: {}", yaml(&format!("{number}{label}")), yaml(name)))
            .collect();
        let text = format!(
            "---\nheader: {}\nnames: {{{}}}\n---\n# A\n\n<!-- pagebreak -->\n\nb\n", yaml(&title), entries.join(", ")
        );
        for paper in [Paper::A4, Paper::Letter] {
            let style = Style::new(paper, TextSize::Regular);
            let pages = set(&text, paper);
            is_sound(&pages);
            for page in &pages.pages {
                let fields: Vec<&Item> =
                    page.items.iter().filter(|item| matches!(item.mark, Mark::Widget(_))).collect();
                let blanks = names.iter().filter(|(_, name)| name.trim().is_empty()).count();
                prop_assert_eq!(fields.len(), blanks);
                for item in fields {
                    let Mark::Widget(widget) = &item.mark else { unreachable!() };
                    // A name can be written here, whatever the label says.
                    prop_assert!(widget.size.width > Pt(60.0));
                    prop_assert!(item.at.x >= style.side && item.at.x + widget.size.width <= style.side + style.measure() + Pt(0.1));
                    prop_assert!(item.at.y + widget.size.height < style.top);
                }
            }
        }
    }
}

#[test]
fn a_name_that_is_cut_off_at_the_head_of_pages_is_named_once() {
    let long = "María de los Ángeles Fernández-Villaverde y Rodríguez de la Borbolla Camoyán";
    let test = Test::new();
    let line = ["build", "--minutes", "30", "--format", "pdf", "-o", "out", "--candidate"];
    let ran = Ran::of(test.command(line.into_iter().chain([long])).output().unwrap()).ok();
    assert_eq!(ran.err.matches("warning[cut-off]").count(), 1, "{}", ran.err);
    let told = format!("`Candidate: {long}` is too long for its line in the header or footer");
    assert!(ran.err.contains(&told), "{}", ran.err);
    let ran =
        Ran::of(test.command(line.into_iter().chain(["Ana Silva", "--force"])).output().unwrap())
            .ok();
    assert!(!ran.err.contains("cut-off"), "{}", ran.err);
}
