//! The form of a PDF: what fields look like as long as nobody has filled them in, and that no two share it.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Document, Object, ObjectId};

use crate::support::{Test, set};
use interview_kit::document::Paper;
use interview_kit::pdf;

/// Every document that a packet can hold, as one file, and the guide of everything as another.
fn built_in_documents() -> Vec<Vec<u8>> {
    let test = Test::new();
    test.run("build --name whole --format pdf").ok();
    test.run(
        "panel --size 2 --minutes 45 --collate --questions --documents guide,scorecard,candidate-sheet,panel-plan,debrief --format pdf --name all",
    )
    .ok();
    vec![test.read("whole.pdf"), test.read("all-packet.pdf")]
}

/// A place where a text field is filled in.
struct Widget<'f> {
    name: String,
    dict: &'f Dictionary,
}

impl Widget<'_> {
    fn look(&self) -> ObjectId {
        let look = self.dict.get(b"AP").and_then(Object::as_dict).unwrap();
        look.get(b"N").and_then(Object::as_reference).unwrap()
    }
}

/// The text widgets of all pages.
fn text_widgets(file: &Document) -> Vec<Widget<'_>> {
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
