//! Reading filled-in forms back: what a file says beyond doubt is a value, and everything else is told by name.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use interview_kit::collect::form::{is_form, read};
use interview_kit::collect::{
    Fault, FieldEntry, FilledDocument, Kits, PageState, RefusalCode, ReturnedFile,
};
use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};

use crate::support::{Test, all_documents};

fn read_bytes(bytes: &[u8]) -> Vec<Result<FilledDocument, Fault>> {
    assert!(is_form(bytes));
    read(&ReturnedFile { path: "form.pdf", bytes }, &Kits::default())
}

#[track_caller]
fn documents(bytes: &[u8]) -> Vec<FilledDocument> {
    read_bytes(bytes).into_iter().map(|document| document.unwrap()).collect()
}

/// The fault of a file that is refused as a whole.
#[track_caller]
fn refused(bytes: &[u8]) -> Fault {
    let mut read = read(&ReturnedFile { path: "form.pdf", bytes }, &Kits::default());
    assert_eq!(read.len(), 1, "{read:?}");
    read.remove(0).unwrap_err()
}

/// The smallest packet with everything: text, notes, boxes, and ratings that stand on two pages.
pub fn blank() -> Vec<u8> {
    let test = Test::new();
    test.run("build --limit 1 --documents scoring,scorecard --collate --format pdf -o blank.pdf")
        .ok();
    test.read("blank.pdf")
}

/// A form that is edited as other programs do it.
struct Form(Document);

impl Form {
    fn blank() -> Self {
        Self(Document::load_mem(&blank()).unwrap())
    }

    fn bytes(mut self) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.0.save_to(&mut bytes).unwrap();
        bytes
    }

    fn dict(&mut self, id: ObjectId) -> &mut Dictionary {
        self.0.get_dictionary_mut(id).unwrap()
    }

    fn root(&mut self) -> &mut Dictionary {
        self.0.catalog_mut().unwrap()
    }

    /// The object of a field by its whole name.
    fn field(&self, name: &str) -> ObjectId {
        let form = self.0.catalog().unwrap().get(b"AcroForm").unwrap().as_reference().unwrap();
        let mut kids = self.kids(form, b"Fields");
        let mut found = None;
        for part in name.split('.') {
            let is_it = |id: &ObjectId| {
                self.0.get_dictionary(*id).unwrap().get(b"T").unwrap().as_str().unwrap()
                    == part.as_bytes()
            };
            found = kids.into_iter().find(is_it);
            kids = self.kids(found.unwrap_or_else(|| panic!("no {name}")), b"Kids");
        }
        found.unwrap()
    }

    fn kids(&self, id: ObjectId, key: &[u8]) -> Vec<ObjectId> {
        let kids = self.0.get_dictionary(id).unwrap().get(key).and_then(Object::as_array);
        kids.map(|kids| kids.iter().map(|kid| kid.as_reference().unwrap()).collect())
            .unwrap_or_default()
    }

    fn set(&mut self, name: &str, value: impl Into<Object>) -> &mut Self {
        let id = self.field(name);
        self.dict(id).set("V", value.into());
        self
    }

    fn text(&mut self, name: &str, text: &str) -> &mut Self {
        let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
        let bytes = units.flat_map(u16::to_be_bytes).collect();
        self.set(name, Object::String(bytes, StringFormat::Hexadecimal))
    }

    /// The boxes of a field, each with the state in which it is checked.
    fn boxes(&self, name: &str) -> Vec<(ObjectId, String)> {
        let field = self.field(name);
        let mut widgets = self.kids(field, b"Kids");
        if widgets.is_empty() {
            widgets.push(field);
        }
        let state = |id: ObjectId| {
            let looks = self.0.get_dictionary(id).unwrap().get(b"AP").unwrap().as_dict().unwrap();
            let looks = looks.get(b"N").unwrap().as_dict().unwrap();
            let mut names =
                looks.iter().map(|(name, _)| name.clone()).filter(|name| name != b"Off");
            (id, String::from_utf8(names.next().unwrap()).unwrap())
        };
        widgets.into_iter().map(state).collect()
    }

    /// Shows the boxes of a value as checked, and no others.
    fn show(&mut self, name: &str, value: &str) -> &mut Self {
        for (id, state) in self.boxes(name) {
            let shown = if state == value { value } else { "Off" };
            self.dict(id).set("AS", Object::Name(shown.into()));
        }
        self
    }

    /// Checks the boxes of a value, as a program does that does it well.
    fn check(&mut self, name: &str, value: &str) -> &mut Self {
        self.set(name, Object::Name(value.into())).show(name, value)
    }

    fn page(&mut self, index: usize) -> &mut Dictionary {
        let id = self.0.page_iter().nth(index).unwrap();
        self.dict(id)
    }

    fn annotate(&mut self, page: usize, annotation: Dictionary) -> &mut Self {
        let id = self.0.add_object(annotation);
        let annotations = self.page(page).get_mut(b"Annots").unwrap().as_array_mut().unwrap();
        annotations.push(id.into());
        self
    }
}

/// What is filled into a field of a document.
#[track_caller]
fn entry(documents: &[FilledDocument], document: &str, name: &str) -> FieldEntry {
    let document = documents.iter().find(|it| it.identity.document == document).unwrap();
    let mut fields = document.fields.iter().filter(|field| field.name.to_string() == name);
    let field = fields.next().unwrap_or_else(|| panic!("no {name} in {document:#?}"));
    assert!(fields.next().is_none(), "{name} is there twice");
    field.entry.clone()
}

fn choice(value: &str) -> FieldEntry {
    FieldEntry::Choice(Some(value.to_owned()))
}

fn text(text: &str) -> FieldEntry {
    FieldEntry::Text(Some(text.to_owned()))
}

fn conflict(seen: &[&str]) -> FieldEntry {
    FieldEntry::Conflict(seen.iter().map(|it| (*it).to_owned()).collect())
}

#[test]
fn a_blank_packet_is_read_as_its_documents_with_all_fields_blank() {
    let test = Test::new();
    test.run(&format!(
        "panel --size 2 --minutes 45 --collate {} --format pdf -o all.pdf --candidate Ana",
        all_documents()
    ))
    .ok();
    let read = documents(&test.read("all.pdf"));
    let ids: Vec<_> = read
        .iter()
        .map(|it| (it.identity.document.as_str(), it.identity.part, it.fields.len()))
        .collect();
    insta::assert_debug_snapshot!(ids);
    for document in &read {
        assert_eq!(document.pages, PageState::AsBuilt, "{:?}", document.identity);
        assert_eq!(document.details.as_ref().unwrap().candidate.as_deref(), Some("Ana"));
        assert!(document.remarks.is_empty());
        for field in &document.fields {
            let is_blank = matches!(
                field.entry,
                FieldEntry::Check(false) | FieldEntry::Choice(None) | FieldEntry::Text(None)
            );
            assert!(is_blank, "{}: {:?}", field.name, field.entry);
            assert!(field.place.is_some_and(|place| place.page.is_some()), "{}", field.name);
        }
    }
}

#[test]
fn every_document_is_read_from_a_file_of_its_own_and_from_a_file_of_many_packets() {
    let test = Test::new().file("r.csv", "candidate\nAna\nBo\nCy\n");
    test.run(&format!("build --limit 2 {} --format pdf --collate=none -o own", all_documents()))
        .ok();
    let mut read_of_own = 0;
    for file in std::fs::read_dir(test.path("own")).unwrap() {
        let [document] =
            documents(&std::fs::read(file.unwrap().path()).unwrap()).try_into().unwrap();
        assert_eq!(document.pages, PageState::AsBuilt);
        read_of_own += 1;
    }
    assert!(read_of_own > 4);
    test.run("build --limit 2 --roster r.csv --format pdf --collate=all -o all.pdf").ok();
    let read = documents(&test.read("all.pdf"));
    let packets: Vec<_> = read.iter().map(|document| &document.identity.packet).collect();
    assert_eq!(read.len() % 3, 0);
    assert!(packets.first() != packets.last());
    for document in &read {
        assert!(document.details.as_ref().unwrap().candidate.is_some());
        let names: Vec<_> = document.fields.iter().map(|field| field.name.to_string()).collect();
        assert!(names.iter().all(|name| !name.starts_with("row-")), "{names:?}");
    }
}

#[test]
fn what_is_filled_in_is_read_word_for_word() {
    let mut form = Form::blank();
    form.text("candidate", "Zoë 😀\r\nsecond\rthird")
        .set("interviewer", Object::string_literal("plain (nested) \\ text"))
        .set("scoring.intake.evidence", Object::string_literal("  \n "))
        .check("intake.rating", "not-assessed")
        .check("scoring.intake.rubric.2", "Yes")
        .check("scorecard.recommendation.recommendation", "strong-no");
    let read = documents(&form.bytes());
    for document in ["scoring", "scorecard"] {
        assert_eq!(entry(&read, document, "candidate"), text("Zoë 😀\nsecond\nthird"));
        assert_eq!(entry(&read, document, "interviewer"), text("plain (nested) \\ text"));
        assert_eq!(entry(&read, document, "intake.rating"), choice("not-assessed"));
    }
    assert_eq!(entry(&read, "scoring", "intake.evidence"), FieldEntry::Text(None));
    assert_eq!(entry(&read, "scoring", "intake.rubric.2"), FieldEntry::Check(true));
    assert_eq!(entry(&read, "scoring", "intake.rubric.1"), FieldEntry::Check(false));
    assert_eq!(entry(&read, "scorecard", "recommendation.recommendation"), choice("strong-no"));
    assert_eq!(entry(&read, "scorecard", "competencies.credibility"), FieldEntry::Choice(None));
}

#[test]
fn text_is_decoded_in_each_encoding_and_what_has_no_meaning_is_unreadable() {
    let of = |bytes: &[u8]| {
        let mut form = Form::blank();
        form.set("candidate", Object::String(bytes.to_vec(), StringFormat::Literal));
        entry(&documents(&form.bytes()), "scoring", "candidate")
    };
    assert_eq!(of(b"\x80\x84\xA0\xE9\x1F"), text("•—€é˜"));
    assert_eq!(of("\u{FEFF}naïve".as_bytes()), text("naïve"));
    assert_eq!(of(b"\xFF\xFEA\0\x3D\xD8\x00\xDE"), text("A😀"));
    assert_eq!(of(b"\xFE\xFF\0A\r\0"), text("A\u{D00}"));
    for bytes in [&b"\x01"[..], b"\x9F", b"\xFE\xFF\xD8\x3D", b"\xFE\xFF\0", b"\xEF\xBB\xBF\xFF"] {
        assert!(matches!(of(bytes), FieldEntry::Unreadable(_)), "{bytes:?}");
    }
    let mut form = Form::blank();
    let id = form.0.add_object(Stream::new(dictionary! {}, b"as a stream".to_vec()));
    form.set("candidate", id);
    assert_eq!(entry(&documents(&form.bytes()), "scoring", "candidate"), text("as a stream"));
    let mut form = Form::blank();
    form.set("candidate", Object::String(vec![b'a'; (1 << 20) + 1], StringFormat::Literal));
    assert!(matches!(
        entry(&documents(&form.bytes()), "scoring", "candidate"),
        FieldEntry::Unreadable(_)
    ));
}

#[test]
fn a_value_and_boxes_that_disagree_are_a_conflict_that_names_both() {
    let rating = |edit: &dyn Fn(&mut Form)| {
        let mut form = Form::blank();
        edit(&mut form);
        entry(&documents(&form.bytes()), "scoring", "intake.rating")
    };
    let name = |value: &str| Object::Name(value.into());
    // Only one of both says something.
    assert_eq!(
        rating(&|form| {
            form.set("intake.rating", name("4"));
        }),
        conflict(&["/V says 4", "no box is checked"])
    );
    assert_eq!(
        rating(&|form| {
            form.show("intake.rating", "2");
        }),
        conflict(&[
            "/V says that nothing is checked",
            "box 2 on page 1 is checked",
            "box 2 on page 2 is checked"
        ])
    );
    assert_eq!(
        rating(&|form| {
            form.check("intake.rating", "4").show("intake.rating", "2");
        }),
        conflict(&["/V says 4", "box 2 on page 1 is checked", "box 2 on page 2 is checked"])
    );
    // Two boxes.
    assert_eq!(
        rating(&|form| {
            form.check("intake.rating", "4");
            let (id, _) = form.boxes("intake.rating").into_iter().find(|it| it.1 == "2").unwrap();
            form.dict(id).set("AS", name("2"));
        }),
        conflict(&[
            "/V says 4",
            "box 2 on page 1 is checked",
            "box 4 on page 1 is checked",
            "box 4 on page 2 is checked"
        ])
    );
    // A value that no box has.
    let other = rating(&|form| {
        form.set("intake.rating", name("9"));
    });
    let FieldEntry::Unreadable(why) = other else { panic!() };
    assert_eq!(why, "“9” is filled in, and no box has this value");
}

#[test]
fn what_one_of_both_leaves_out_is_taken_from_the_other() {
    let rating = |edit: &dyn Fn(&mut Form)| {
        let mut form = Form::blank();
        form.check("intake.rating", "4");
        edit(&mut form);
        entry(&documents(&form.bytes()), "scorecard", "intake.rating")
    };
    let no_states = |form: &mut Form| {
        for (id, _) in form.boxes("intake.rating") {
            form.dict(id).remove(b"AS");
        }
    };
    let no_value = |form: &mut Form| {
        let id = form.field("intake.rating");
        form.dict(id).remove(b"V");
    };
    let one_of_two = |form: &mut Form| {
        let (id, _) = form.boxes("intake.rating").into_iter().find(|it| it.1 == "4").unwrap();
        form.dict(id).set("AS", Object::Name("Off".into()));
    };
    assert_eq!(rating(&no_states), choice("4"));
    assert_eq!(rating(&no_value), choice("4"));
    assert_eq!(
        rating(&|form| {
            form.set("intake.rating", Object::string_literal("4"));
        }),
        choice("4")
    );
    // A program that checks only the box that was clicked on, and says so in the value.
    assert_eq!(rating(&one_of_two), choice("4"));
    let own_values = |form: &mut Form, value: &str| {
        for (id, state) in form.boxes("intake.rating") {
            let own = if state == value { value } else { "Off" };
            form.dict(id).set("V", Object::Name(own.into()));
        }
        form.set("intake.rating", Object::string_literal("/4"));
    };
    assert_eq!(rating(&|form| own_values(form, "4")), choice("4"));
    assert_eq!(
        rating(&|form| own_values(form, "2")),
        conflict(&["a box shows nothing, and its /V says 2"])
    );
    // Without a value nothing settles it.
    let both = |form: &mut Form| {
        one_of_two(form);
        no_value(form);
    };
    assert_eq!(
        rating(&both),
        conflict(&["box 4 on page 2 is checked", "another box of the same value is not"])
    );
    let neither = |form: &mut Form| {
        no_states(form);
        no_value(form);
    };
    assert_eq!(rating(&neither), FieldEntry::Choice(None));
}

#[test]
fn a_value_that_no_box_is_known_to_have_is_no_answer() {
    let of = |name: &str, value: &str, without_looks: usize| {
        let mut form = Form::blank();
        for (id, _) in form.boxes(name).into_iter().take(without_looks) {
            let dict = form.dict(id);
            dict.remove(b"AP");
            dict.remove(b"AS");
        }
        form.set(name, Object::Name(value.into()));
        let document = if name.starts_with("scorecard") { "scorecard" } else { "scoring" };
        let own = name.trim_start_matches("scoring.").trim_start_matches("scorecard.");
        entry(&documents(&form.bytes()), document, own)
    };
    // One box does not show what it stands for, and the others stand for other values.
    assert!(matches!(of("intake.rating", "9", 1), FieldEntry::Unreadable(_)));
    assert!(matches!(of("scoring.intake.rubric.1", "false", 1), FieldEntry::Unreadable(_)));
    assert_eq!(of("scoring.intake.rubric.1", "Yes", 1), FieldEntry::Check(true));
    assert_eq!(of("scoring.intake.rubric.1", "Off", 1), FieldEntry::Check(false));
}

#[test]
fn boxes_that_are_only_numbered_are_read_by_the_list_of_values() {
    let numbered = |options: &[&str], value: &str| {
        let mut form = Form::blank();
        let field = form.field("scorecard.competencies.credibility");
        let boxes = form.boxes("scorecard.competencies.credibility");
        for (index, (id, _)) in boxes.into_iter().enumerate() {
            let state = index.to_string();
            let shown = if state == value { value } else { "Off" };
            let dict = form.dict(id);
            dict.set("AS", Object::Name(shown.into()));
            dict.set(
                "AP",
                dictionary! { "N" => dictionary! { state => Object::Null, "Off" => Object::Null } },
            );
        }
        let options = options.iter().map(|option| Object::string_literal(*option)).collect();
        form.dict(field).set("Opt", Object::Array(options));
        form.dict(field).set("V", Object::Name(value.into()));
        entry(&documents(&form.bytes()), "scorecard", "competencies.credibility")
    };
    let all = ["1", "2", "3", "4", "5", "not-assessed"];
    assert_eq!(numbered(&all, "3"), choice("4"));
    assert_eq!(numbered(&all, "5"), choice("not-assessed"));
    assert_eq!(numbered(&all, "Off"), FieldEntry::Choice(None));
    assert!(matches!(numbered(&["1", "2"], "1"), FieldEntry::Unreadable(_)));
    let undecodable = ["1", "2", "3", "\u{1}", "5", "not-assessed"];
    let FieldEntry::Unreadable(why) = numbered(&undecodable, "1") else { panic!() };
    assert!(why.starts_with("the list of its values cannot be read"), "{why}");
}

#[test]
fn values_that_places_of_a_field_have_of_their_own_must_agree() {
    let of = |values: [Option<&str>; 3]| {
        let mut form = Form::blank();
        let field = form.field("candidate");
        let places = form.kids(field, b"Kids");
        for (id, value) in std::iter::once(field).chain(places).zip(values) {
            if let Some(value) = value {
                form.dict(id).set("V", Object::string_literal(value));
            }
        }
        entry(&documents(&form.bytes()), "scorecard", "candidate")
    };
    assert_eq!(of([None, Some("Ana"), Some("Ana")]), text("Ana"));
    assert_eq!(of([None, Some("Ana"), None]), text("Ana"));
    assert_eq!(of([Some("Ana"), Some("Bo"), None]), conflict(&["/V says “Ana”", "/V says “Bo”"]));
    assert_eq!(of([Some(""), Some("Ana"), None]), conflict(&["/V says nothing", "/V says “Ana”"]));
    assert_eq!(of([Some(""), None, None]), FieldEntry::Text(None));
}

#[test]
fn updates_that_are_appended_are_read_and_the_last_one_counts() {
    let form = Form::blank();
    let (number, _) = form.field("scoring.intake.evidence");
    let field = form.0.get_dictionary((number, 0)).unwrap();
    let parent = field.get(b"Parent").unwrap().as_reference().unwrap().0;
    let root = form.0.trailer.get(b"Root").unwrap().as_reference().unwrap().0;
    // As Firefox does it, which writes a table of the kind that the file has, and as older programs do, which know but one.
    let update = |bytes: &[u8], value: &str, is_stream: bool| {
        let tail = String::from_utf8_lossy(&bytes[bytes.len() - 60..]).into_owned();
        let before = tail.split_whitespace().rev().nth(1).unwrap().to_owned();
        let mut bytes = bytes.to_vec();
        let at = bytes.len();
        let object =
            format!("<</FT/Tx/Ff 4096/T(evidence)/V({value})/Parent {parent} 0 R/Subtype/Widget>>");
        bytes.extend(format!("{number} 0 obj\n{object}\nendobj\n").bytes());
        let start = bytes.len();
        if is_stream {
            let [a, b, c, d] = u32::try_from(at).unwrap().to_be_bytes();
            let row = format!("01{a:02x}{b:02x}{c:02x}{d:02x}>");
            let dict = format!(
                "/Type/XRef/W[1 4 0]/Index[{number} 1]/Size 9999/Filter/ASCIIHexDecode/Root {root} 0 R/Prev {before}"
            );
            bytes.extend(
                format!("9998 0 obj\n<<{dict}/Length 11>>stream\n{row}\nendstream\nendobj\n")
                    .bytes(),
            );
        } else {
            let dict = format!("<</Size 9999/Root {root} 0 R/Prev {before}>>");
            bytes.extend(format!("xref\n0 1\n0000000000 65535 f \n{number} 1\n{at:010} 00000 n \ntrailer\n{dict}\n").bytes());
        }
        bytes.extend(format!("startxref\n{start}\n%%EOF\n").bytes());
        bytes
    };
    let mut bytes = blank();
    for round in 0..4 {
        bytes = update(&bytes, &format!("evidence {round}"), round % 2 == 0);
        let read = documents(&bytes);
        assert_eq!(entry(&read, "scoring", "intake.evidence"), text(&format!("evidence {round}")));
        assert_eq!(read[0].pages, PageState::AsBuilt);
    }
}

/// A test that tells of a refusal: how the file comes to be, and what is said.
#[test]
fn every_kind_of_file_that_is_no_form_of_ours_is_refused_by_name() {
    let edited = |edit: &dyn Fn(&mut Form)| {
        let mut form = Form::blank();
        edit(&mut form);
        form.bytes()
    };
    let no_form = edited(&|form| drop(form.root().remove(b"AcroForm")));
    let no_fields = edited(&|form| {
        form.root().set("AcroForm", dictionary! { "Fields" => Object::Array(Vec::new()) });
        for page in 0..2 {
            form.page(page).remove(b"Annots");
        }
    });
    let xfa = edited(&|form| {
        form.root().set("AcroForm", dictionary! { "XFA" => Object::Array(Vec::new()) });
        for page in 0..2 {
            form.page(page).remove(b"Annots");
        }
    });
    let other = edited(&|form| {
        for name in ["scoring.identity", "scorecard.identity"] {
            let id = form.field(name);
            form.dict(id).set("T", Object::string_literal("else"));
        }
    });
    let encrypted = edited(&|form| {
        form.0.trailer.set("Encrypt", dictionary! { "Filter" => "Standard" });
    });
    let blank = blank();
    let cut = blank[..blank.len() / 2].to_vec();
    let two = edited(&|form| {
        form.set("scoring.identity", Object::Name("x".into()));
    });
    let huge = [b"%PDF-1.7\n".to_vec(), vec![b' '; 65 << 20]].concat();
    let faults: Vec<_> = [no_form, no_fields, xfa, other, encrypted, cut, huge]
        .iter()
        .map(|bytes| refused(bytes))
        .map(|Fault { code, message, help, .. }| (code.code(), message, help))
        .collect();
    insta::assert_debug_snapshot!(faults);
    let faults = read_bytes(&two);
    assert_eq!(faults[0].as_ref().unwrap_err().code, RefusalCode::Incomplete);
    assert!(faults[1].is_ok(), "the others are read");
}

#[test]
fn fields_and_pages_that_are_missing_or_added_are_told() {
    let told = |edit: &dyn Fn(&mut Form)| {
        let mut form = Form::blank();
        edit(&mut form);
        let told = |fault: &Fault| format!("{:?} {} {:?}", fault.code, fault.message, fault.place);
        let read = read_bytes(&form.bytes());
        read.iter()
            .map(|it| it.as_ref().map_or_else(told, |it| it.identity.document.clone()))
            .collect::<Vec<_>>()
    };
    let taken_off_its_page = told(&|form| {
        let id = form.field("scoring.intake.evidence");
        let annotations = form.page(0).get_mut(b"Annots").unwrap().as_array_mut().unwrap();
        annotations.retain(|it| it.as_reference().unwrap() != id);
    });
    let first_page_missing = told(&|form| form.0.delete_pages(&[1]));
    let last_page_missing = told(&|form| form.0.delete_pages(&[2]));
    let added = told(&|form| {
        form.annotate(0, dictionary! { "Subtype" => "Widget", "FT" => "Tx", "T" => Object::string_literal("scoring.more") });
    });
    insta::assert_debug_snapshot!((
        taken_off_its_page,
        first_page_missing,
        last_page_missing,
        added
    ));
}

#[test]
fn what_is_added_to_a_page_and_is_in_no_field_is_told_word_for_word() {
    let mut form = Form::blank();
    let comment = |kind: &str, words: &str| dictionary! { "Subtype" => kind, "Contents" => Object::string_literal(words) };
    form.annotate(0, comment("FreeText", "I'd say 3"))
        .annotate(1, comment("Ink", ""))
        .annotate(1, comment("Popup", "not seen"))
        .annotate(1, dictionary! { "Subtype" => "Widget", "FT" => "Sig", "T" => Object::string_literal("Signature1") });
    let read = documents(&form.bytes());
    let remarks: Vec<_> = read.iter().flat_map(|document| &document.remarks).collect();
    insta::assert_debug_snapshot!(remarks);
}

/// A form with a guide of several pages, and an edit of the content of one or all of them.
fn redrawn(
    pages: &[usize],
    edit: &dyn Fn(&[u8]) -> Vec<Vec<u8>>,
) -> Vec<Result<FilledDocument, Fault>> {
    let mut form = Form::blank();
    for page in pages {
        let id = form.0.page_iter().nth(*page).unwrap();
        let content = form.0.get_page_content(id);
        let streams = edit(&content).into_iter();
        let streams = streams.map(|it| form.0.add_object(Stream::new(dictionary! {}, it)).into());
        let streams: Vec<Object> = streams.collect();
        form.page(*page).set("Contents", streams);
    }
    read_bytes(&form.bytes())
}

#[test]
fn pages_are_compared_with_those_that_were_built() {
    let changed = |content: &[u8]| vec![[content, b" 0 0 m"].concat()];
    let state = |read: &Result<FilledDocument, Fault>| {
        read.as_ref().map(|it| it.pages).map_err(|it| it.code)
    };
    // All pages are drawn anew, by a viewer that does so: their words can be compared, if they can be told.
    for (edit, wanted, remark) in [
        (
            &changed as &dyn Fn(&[u8]) -> Vec<Vec<u8>>,
            PageState::SameWords,
            "are those that were built",
        ),
        (&|content| vec![[content, b" BI"].concat()], PageState::Rewritten, "cannot be compared"),
        (&|content| vec![[content, b" ]"].concat()], PageState::Rewritten, "cannot be compared"),
    ] {
        let read = redrawn(&[0, 1], edit);
        assert_eq!(read.iter().map(state).collect::<Vec<_>>(), [Ok(wanted); 2]);
        let remarks: Vec<_> = read.iter().flatten().flat_map(|it| &it.remarks).collect();
        assert_eq!(remarks.len(), 1, "it is told once for the whole file: {remarks:?}");
        assert!(remarks[0].0.contains(remark), "{remarks:?}");
    }
    // One page is, and the others are as they were.
    let read = redrawn(&[1], &changed);
    assert_eq!(state(&read[0]), Ok(PageState::AsBuilt));
    let fault = read[1].as_ref().unwrap_err();
    assert_eq!(
        (fault.code, fault.message.as_str()),
        (RefusalCode::Edited, "page 2 was changed after it was built")
    );
}

/// A file whose pages were all written anew by another program, each with these operations.
fn written_anew(bytes: &[u8], edit: impl Fn(&mut Vec<Operation>)) -> Vec<u8> {
    let mut form = Form(Document::load_mem(bytes).unwrap());
    let pages: Vec<ObjectId> = form.0.page_iter().collect();
    for id in pages {
        let mut content = Content::decode(&form.0.get_page_content(id)).unwrap();
        edit(&mut content.operations);
        let stream = Stream::new(dictionary! {}, content.encode().unwrap());
        let contents = form.0.add_object(stream);
        form.dict(id).set("Contents", contents);
    }
    form.bytes()
}

#[test]
fn words_are_the_same_in_every_language_when_pages_are_written_anew() {
    let test = Test::new();
    for tag in ["en", "ar", "de", "fa", "he", "hi", "ja", "ko", "th", "zh-Hans"] {
        let order = "build --limit 2 --documents guide,scorecard --collate --format pdf -q";
        test.run(&format!("{order} --language {tag} --candidate أحمد-Zoë-田中-fi -o {tag}.pdf"));
        let bytes = test.read(&format!("{tag}.pdf"));
        for document in documents(&written_anew(&bytes, |_| ())) {
            assert_eq!(document.pages, PageState::SameWords, "{tag}: {:?}", document.remarks);
        }
    }
}

#[test]
fn a_page_with_other_words_is_refused_even_if_every_page_was_written_anew() {
    let shown = |operations: &[Operation]| {
        let is_shown = |at: &usize| operations[*at].operator == "TJ";
        (0..operations.len()).filter(is_shown).collect::<Vec<_>>()
    };
    let test = Test::new();
    let order = "build --limit 1 --documents scorecard --format pdf -q";
    test.run(&format!("{order} -o one-page.pdf")).ok();
    let one_page = test.read("one-page.pdf");
    let missing = |operations: &mut Vec<Operation>| {
        let shown = shown(operations);
        operations.remove(shown[2]);
    };
    let exchanged = |operations: &mut Vec<Operation>| {
        let shown = shown(operations);
        operations.swap(shown[3], shown[9]);
    };
    let files = [written_anew(&blank(), missing), written_anew(&one_page, exchanged)];
    for bytes in files {
        for read in read_bytes(&bytes) {
            let fault = read.unwrap_err();
            assert_eq!(fault.code, RefusalCode::Edited);
            assert!(
                fault.message.contains("does not have the words with which it was built"),
                "{}",
                fault.message
            );
        }
    }
}

#[test]
fn a_form_that_says_it_is_another_document_than_the_one_that_was_built_is_refused() {
    for changed in
        ["94RT-F0FW HHJ23 scorecard", "94RT-F0FW ZZZZZ scoring", "AAAA-BBBB HHJ23 scoring"]
    {
        let mut form = Form::blank();
        form.text("scoring.identity", changed);
        let fault = read_bytes(&form.bytes()).remove(0).unwrap_err();
        assert_eq!(fault.code, RefusalCode::Edited, "{changed}: {}", fault.message);
    }
}

#[test]
fn a_page_that_cannot_be_unpacked_hides_no_change_of_another() {
    let packed = |form: &mut Form, page: usize| {
        let stream = Stream::new(dictionary! { "Filter" => "LZWDecode" }, vec![0x80]);
        let id = form.0.add_object(stream);
        form.page(page).set("Contents", id);
    };
    // A page of which nothing is known may be as it was, and that is told.
    let mut form = Form::blank();
    packed(&mut form, 1);
    let read = documents(&form.bytes());
    assert_eq!((read[0].pages, read[1].pages), (PageState::AsBuilt, PageState::Rewritten));
    assert!(read[1].remarks[0].0.contains("is not known"), "{:?}", read[1].remarks);
    // A document of two pages, one of which cannot be unpacked, and the other of which was changed.
    let mut form = Form::blank();
    let id = form.field("scorecard.identity");
    let facts = form.0.get_dictionary(id).unwrap().get(b"InKt_Facts").unwrap().as_str().unwrap();
    let units: Vec<u16> =
        facts[2..].chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    let facts = String::from_utf16(&units).unwrap();
    let twice = |line: &str| match line.split_once(": ") {
        Some(("pages" | "words" | "streams", digest)) => format!("{line} {digest}\n"),
        _ => format!("{line}\n"),
    };
    let facts: String = facts.lines().map(twice).collect();
    form.dict(id).set("InKt_Facts", Object::string_literal(facts));
    let pages = form.root().get(b"Pages").unwrap().as_reference().unwrap();
    let (changed, more) = (Stream::new(dictionary! {}, b"q Q".to_vec()), dictionary! {});
    let (changed, more) = (form.0.add_object(changed), form.0.add_object(more));
    form.page(1).set("Contents", changed);
    let page = dictionary! { "Type" => "Page", "Parent" => pages };
    form.0.objects.insert(more, page.into());
    form.dict(pages).get_mut(b"Kids").unwrap().as_array_mut().unwrap().push(more.into());
    packed(&mut form, 2);
    let read = read_bytes(&form.bytes());
    assert_eq!(read[1].as_ref().unwrap_err().code, RefusalCode::Edited, "{read:?}");
}

#[test]
fn a_page_over_which_something_is_drawn_is_told_and_still_read() {
    let mut form = Form::blank();
    let before = form.0.add_object(Stream::new(dictionary! {}, b"q".to_vec()));
    let after = form.0.add_object(Stream::new(dictionary! {}, b"Q 0 0 9 9 re f".to_vec()));
    let contents = form.page(0).get_mut(b"Contents").unwrap().as_array_mut().unwrap();
    contents.insert(0, before.into());
    contents.push(after.into());
    let read = documents(&form.bytes());
    assert_eq!((read[0].pages, read[1].pages), (PageState::Rewritten, PageState::AsBuilt));
    assert_eq!(read[0].remarks[0].0, "something was drawn over the page");
}

#[test]
fn a_form_that_lost_what_it_says_of_itself_is_read_with_a_remark() {
    let mut form = Form::blank();
    let id = form.field("scoring.identity");
    form.dict(id).remove(b"InKt_Facts");
    let read = documents(&std::mem::replace(&mut form, Form::blank()).bytes());
    assert_eq!((&read[0].details, read[0].pages), (&None, PageState::Rewritten));
    assert!(read[0].remarks[0].0.contains("took out"), "{:?}", read[0].remarks);
    for facts in ["fields: many", "fields: 9\npages: 12"] {
        form = Form::blank();
        let id = form.field("scoring.identity");
        form.dict(id).set("InKt_Facts", Object::string_literal(facts));
        let read = documents(&form.bytes());
        assert!(read[0].remarks[0].0.contains("cannot be read"), "{:?}", read[0].remarks);
    }
}

#[test]
fn a_field_whose_name_begins_other_names_is_read_by_its_own_name() {
    let mut form = Form::blank();
    let id = form.field("scoring.intake.evidence");
    form.dict(id).set("T", Object::string_literal("rubric-0"));
    form.set("scoring.intake.rubric-0", Object::string_literal("x"));
    assert_eq!(entry(&documents(&form.bytes()), "scoring", "intake.rubric"), text("x"));
}

// ---- exports -------------------------------------------------------------------------------------------------------------------

const FDF: &str = "%FDF-1.2\n1 0 obj\n<</FDF<</Fields[
<</T(candidate)/V(Ana)>>
<</T(scoring)/Kids[<</T(identity)/V(94RT-F0FW TQB3Y scoring)>><</T(intake)/Kids[<</T(rubric)/Kids[<</T(1)/V/Yes>><</T(2)/V/Off>>]>>
<</T(evidence)/V(one\\rtwo)>>]>>]>>
<</T(intake)/Kids[<</T(rating)/V/not#2Dassessed>>]>>
]>>>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n";

const XFDF: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><xfdf xmlns=\"http://ns.adobe.com/xfdf/\"><fields>
<field name=\"candidate\"><value>Ana</value></field>
<field name=\"scoring\"><field name=\"identity\"><value>94RT-F0FW TQB3Y scoring</value></field><field name=\"intake\">
<field name=\"rubric\"><field name=\"1\"><value>Yes</value></field><field name=\"2\"><value>Off</value></field></field>
<field name=\"evidence\"><value>one\r\ntwo</value></field></field></field>
<field name=\"intake\"><field name=\"rating\"><value>not-assessed</value></field></field>
</fields></xfdf>";

#[test]
fn exports_are_read_as_the_form_is() {
    let utf16 = |text: &str, unit: fn(u16) -> [u8; 2]| -> Vec<u8> {
        std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(unit).collect()
    };
    let files = [
        FDF.as_bytes().to_vec(),
        XFDF.as_bytes().to_vec(),
        utf16(&XFDF.replace("UTF-8", "UTF-16"), u16::to_be_bytes),
        utf16(&XFDF.replace("UTF-8", "UTF-16"), u16::to_le_bytes),
    ];
    for bytes in files {
        let read = documents(&bytes);
        assert_eq!(read.len(), 1);
        assert_eq!((read[0].pages, &read[0].details), (PageState::Unknown, &None));
        assert_eq!(read[0].identity.kit, "94RT-F0FW");
        for (name, wanted) in [
            ("candidate", text("Ana")),
            ("intake.rubric.1", FieldEntry::Check(true)),
            ("intake.rubric.2", FieldEntry::Check(false)),
            ("intake.evidence", text("one\ntwo")),
            ("intake.rating", choice("not-assessed")),
        ] {
            assert_eq!(entry(&read, "scoring", name), wanted, "{name}");
        }
        assert_eq!(read[0].fields.len(), 5);
    }
}

#[test]
fn exports_that_are_damaged_or_not_ours_are_refused() {
    let code = |text: &str| refused(text.as_bytes()).code;
    assert_eq!(code(&XFDF.replace("identity", "other")), RefusalCode::NotOurs);
    assert_eq!(code(&FDF.replace("identity", "other")), RefusalCode::NotOurs);
    assert_eq!(code("<xfdf></xfdf>"), RefusalCode::NoFormFields);
    assert_eq!(code("<xfdf><fields>"), RefusalCode::Damaged);
    assert_eq!(code("<!DOCTYPE x [<!ENTITY a \"b\">]><xfdf/>"), RefusalCode::Damaged);
    assert_eq!(code("%FDF-1.2\n1 0 obj <<>>"), RefusalCode::Damaged);
    assert!(!is_form(b"<html><xfdf></xfdf></html>"));
    assert!(!is_form(b"# A guide"));
    assert!(!is_form(b""));
}

#[test]
fn an_export_does_not_say_whether_a_word_is_a_box_or_text() {
    let read =
        documents(XFDF.replace("\"evidence\"", "\"else\"").replace("one\r\ntwo", "Off").as_bytes());
    assert!(matches!(entry(&read, "scoring", "intake.else"), FieldEntry::Unreadable(_)));
}

// ---- other programs ------------------------------------------------------------------------------------------------------------

fn returned() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/returned")
}

/// What is filled into a document, by the names of its fields; blank fields are left out.
fn answers(document: &FilledDocument) -> BTreeMap<String, String> {
    let answer = |entry: &FieldEntry| match entry {
        FieldEntry::Check(false) | FieldEntry::Choice(None) | FieldEntry::Text(None) => None,
        FieldEntry::Check(true) => Some("true".to_owned()),
        FieldEntry::Choice(Some(text)) | FieldEntry::Text(Some(text)) => Some(text.clone()),
        entry => Some(format!("{entry:?}")),
    };
    let fields = document.fields.iter();
    fields.filter_map(|it| Some((it.name.to_string(), answer(&it.entry)?))).collect()
}

#[test]
fn the_same_answers_are_read_whatever_program_filled_them_in() {
    let wanted = std::fs::read_to_string(returned().join("answers.json")).unwrap();
    let wanted: BTreeMap<String, serde_json::Value> = serde_json::from_str(&wanted).unwrap();
    let wanted = |document: &str| -> BTreeMap<String, String> {
        let own = wanted.iter().filter_map(|(name, value)| {
            let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            let is_other = ["scoring.", "scorecard."].iter().any(|scope| name.starts_with(scope));
            match name.strip_prefix(document).and_then(|name| name.strip_prefix('.')) {
                Some(name) => Some((name.to_owned(), value)),
                None => (!is_other).then(|| (name.clone(), value)),
            }
        });
        own.collect()
    };
    let (mut programs, mut states) = (0, BTreeMap::new());
    for file in std::fs::read_dir(returned()).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if ["answers.json", "blank.pdf", "refused"].contains(&name.as_str()) {
            continue;
        }
        let bytes = std::fs::read(&path).unwrap();
        assert!(bytes.len() < 160 << 10, "{name} is large");
        let read = documents(&bytes);
        assert_eq!(read.len(), 2, "{name}");
        for document in &read {
            let own = wanted(&document.identity.document);
            assert_eq!(answers(document), own, "{name}: {:?}", document.identity);
            if document.pages != PageState::Unknown {
                assert!(document.details.is_some(), "{name}");
            }
            if document.pages != PageState::SameWords {
                assert!(document.remarks.is_empty(), "{name}: {:?}", document.remarks);
            }
        }
        states.insert(name, format!("{:?}", read[0].pages));
        programs += 1;
    }
    assert!(programs >= 10, "{programs}");
    insta::assert_debug_snapshot!(states);
}

#[test]
fn what_programs_print_flatten_or_encrypt_is_refused_by_name() {
    for (name, code) in [
        ("printed", RefusalCode::NoFormFields),
        ("flattened", RefusalCode::NoFormFields),
        ("encrypted", RefusalCode::Encrypted),
    ] {
        let path = returned().join("refused").join(name).with_extension("pdf");
        assert_eq!(refused(&std::fs::read(path).unwrap()).code, code, "{name}");
    }
}

// ---- hostile files -------------------------------------------------------------------------------------------------------------

#[test]
fn a_file_that_is_cut_off_anywhere_is_refused() {
    let bytes = blank();
    for length in (5..bytes.len() - 7).step_by(97).chain(bytes.len() - 40..bytes.len() - 6) {
        let fault = refused(&bytes[..length]);
        assert_eq!(fault.code, RefusalCode::Damaged, "{length}: {}", fault.message);
    }
}

#[test]
fn a_file_with_any_changed_byte_is_read_or_refused() {
    let bytes = blank();
    for at in (0..bytes.len()).step_by(53).chain(bytes.len() - 900..bytes.len()) {
        for change in [0x01, 0x80] {
            let mut bytes = bytes.clone();
            bytes[at] ^= change;
            drop(read(&ReturnedFile { path: "form.pdf", bytes: &bytes }, &Kits::default()));
        }
    }
}

/// A PDF of these objects, numbered from 1, with a table of them.
fn pdf(objects: &[&str]) -> Vec<u8> {
    let (mut bytes, mut places) = (b"%PDF-1.7\n".to_vec(), Vec::new());
    for (index, object) in objects.iter().enumerate() {
        places.push(bytes.len());
        bytes.extend(format!("{} 0 obj\n{object}\nendobj\n", index + 1).bytes());
    }
    let start = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1).bytes());
    for place in &places {
        bytes.extend(format!("{place:010} 00000 n \n").bytes());
    }
    let size = places.len() + 1;
    bytes.extend(
        format!("trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n").bytes(),
    );
    bytes
}

#[test]
fn circles_and_bombs_are_refused_and_take_no_time() {
    let root = "<</Pages 2 0 R/AcroForm<</Fields[3 0 R]>>>>";
    let pages = "<</Kids[]>>";
    let of = |objects: &[&str]| refused(&pdf(objects)).code;
    // Fields below themselves are seen once.
    assert_eq!(of(&[root, pages, "<</T(a)/Kids[3 0 R]>>"]), RefusalCode::NoFormFields);
    // Pages below themselves, and references to themselves.
    assert_eq!(of(&[root, "<</Kids[2 0 R]>>", "<</T(a)>>"]), RefusalCode::Damaged);
    assert_eq!(of(&[root, pages, "<</T(a)/V 4 0 R>>", "4 0 R"]), RefusalCode::Damaged);
    // A parent of itself.
    let page = "<</Annots[<</Subtype/Widget/Parent 3 0 R>>]>>";
    let form = "<</Pages 2 0 R/AcroForm<</Fields[]>>>>";
    assert_eq!(of(&[form, page, "<</T(a)/Parent 3 0 R>>"]), RefusalCode::Damaged);
    // Nesting, in an object and in the tree.
    let deep = format!("<</T(a)/V {}>>", "[".repeat(100_000));
    assert_eq!(of(&[root, pages, &deep]), RefusalCode::TooLarge);
    let long = format!("<</T(a)/V [{}]>>", "0 ".repeat(1_000_000));
    assert_eq!(of(&[root, pages, &long]), RefusalCode::TooLarge);
    let mut tree: Vec<String> = vec![root.into(), pages.into()];
    tree.extend((4..200).map(|id| format!("<</T(a)/Kids[{id} 0 R]>>")));
    let tree: Vec<&str> = tree.iter().map(String::as_str).collect();
    assert_eq!(of(&tree), RefusalCode::TooLarge);
    // The same array of many fields over and over.
    let many = "<</T(a)/Kids 4 0 R>>".to_owned();
    let kids = format!("[{}]", "<</T(b)/Kids 4 0 R>> ".repeat(1000));
    assert_eq!(of(&[root, pages, &many, &kids]), RefusalCode::TooLarge);
    // A value written twice in one field.
    assert_eq!(of(&[root, pages, "<</T(a)/V(x)/V(y)>>"]), RefusalCode::Damaged);
}

#[test]
fn a_stream_that_unpacks_to_more_than_the_limit_is_refused() {
    let mut form = Form::blank();
    let mut stream = Stream::new(dictionary! {}, vec![b'a'; 20 << 20]);
    stream.compress().unwrap();
    let id = form.0.add_object(stream);
    form.set("candidate", id);
    let fault = refused(&form.bytes());
    assert_eq!(
        (fault.code, fault.message.as_str()),
        (RefusalCode::TooLarge, "one of its streams holds more than 16 MiB")
    );
}

mod properties {
    use proptest::prelude::*;

    use super::*;

    /// As a program writes a text string: with as few escapes as it can, or with many.
    fn literal(bytes: &[u8], style: u8) -> Vec<u8> {
        let mut out = Vec::new();
        if style == 0 {
            out.push(b'<');
            out.extend(bytes.iter().flat_map(|byte| format!("{byte:02x}\n").into_bytes()));
            out.push(b'>');
            return out;
        }
        out.push(b'(');
        for byte in bytes {
            match byte {
                b'(' | b')' | b'\\' => out.extend([b'\\', *byte]),
                b'\r' => out.extend(b"\\r"),
                byte if style == 1 => out.extend(format!("\\{byte:03o}").bytes()),
                byte if style == 2 && byte % 5 == 0 => {
                    out.extend([b"\\\n".as_slice(), &[*byte]].concat())
                }
                byte => out.push(*byte),
            }
        }
        out.push(b')');
        // A character that begins with a digit must not be taken into an escape; three digits never are.
        out
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, cases: 256, ..Default::default() })]

        #[test]
        fn text_comes_back_as_it_was_written(words in any::<String>(), style in 0_u8..4, is_big in any::<bool>()) {
            let unit = if is_big { u16::to_be_bytes } else { u16::to_le_bytes };
            let bytes: Vec<u8> = std::iter::once(0xFEFF).chain(words.encode_utf16()).flat_map(unit).collect();
            let mut written = b"%FDF-1.2\n1 0 obj<</FDF<</Fields[<</T(identity)/V(94RT-F0FW TQB3Y scoring)>><</T(notes)/V".to_vec();
            written.extend(literal(&bytes, style));
            written.extend(b">>]>>>>endobj trailer<</Root 1 0 R>>");
            let read = documents(&written);
            let wanted = words.replace("\r\n", "\n").replace('\r', "\n");
            let wanted = Some(wanted).filter(|it| !it.trim().is_empty());
            // Without a kind, a word that could be a box is none.
            if !["Yes", "Off"].contains(&words.as_str()) {
                prop_assert_eq!(entry(&read, "scoring", "notes"), FieldEntry::Text(wanted));
            }
        }

        #[test]
        fn no_bytes_after_the_head_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            for head in ["%PDF-1.7\n", "%FDF-1.2\n", "<xfdf>"] {
                drop(read(&ReturnedFile { path: "x", bytes: &[head.as_bytes(), &bytes].concat() }, &Kits::default()));
            }
        }

        #[test]
        fn no_objects_make_it_panic(
            objects in proptest::collection::vec(proptest::sample::select(vec![
                "<</Pages 2 0 R/AcroForm 3 0 R>>", "<</Kids[3 0 R 4 0 R 5 0 R]/Annots[4 0 R 5 0 R<<>>]>>", "<</Fields 4 0 R/T(a)>>",
                "[2 0 R 3 0 R 4 0 R 5 0 R 6 0 R]", "<</T(identity)/FT/Tx/V(94RT-F0FW TQB3Y scoring)/InKt_Facts(fields: 1)/Subtype/Widget>>",
                "<</T(a)/FT/Btn/V/4/AS/4/AP<</N<</4 null>>>>/Kids[4 0 R]/Subtype/Widget/Parent 5 0 R>>", "(text)", "/Name", "null", "7",
                "<</Length 3>>stream\nabc\nendstream", "<</Length 2 0 R/Filter/FlateDecode>>stream\nabc\nendstream", "<</Contents[7 0 R]>>",
            ]), 1..9)
        ) {
            drop(read(&ReturnedFile { path: "x", bytes: &pdf(&objects) }, &Kits::default()));
        }
    }
}
