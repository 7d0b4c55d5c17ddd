//! The marks by which pages are read back from paper: they are where a reader looks for them, nothing is near them, and they say the
//! truth.

use std::collections::BTreeMap;

use datamatrix::DataMatrix;
use interview_kit::base::facts::KnownDetails;
use interview_kit::base::unit::{Mm, Paper, Pt, TextSize};
use interview_kit::document::{self, Document, KitCode, PageCode, PageIdentity};
use interview_kit::packet::DOCUMENTS;
use interview_kit::print::collate::{CollatedDocument, DuplexPadding, collate};
use interview_kit::print::frame::{
    CellArea, FieldKind, Grid, Item, Mark, Owner, Page, Pages, Place, Rect, Role, Widget,
};
use interview_kit::print::layout::typeset;
use interview_kit::print::{Fonts, Style, pdf};
use proptest::prelude::*;

use crate::geometry::{is_mark, is_sound, page_marks};
use crate::support::{english_words, lines, parse, sources};

const KIT: &str = "SFTZ-6F9R";
const LETTERS: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const PAPERS: [Paper; 2] = [Paper::A4, Paper::Letter];

fn identity(document: &str) -> PageIdentity {
    let (document, packet) = (document.to_owned(), "3F9TQ".to_owned());
    PageIdentity { document, packet, has_marks: true, details: KnownDetails::default() }
}

fn kit(code: &str) -> KitCode {
    KitCode { code: code.to_owned(), is_edited: false }
}

/// A document of a kit, as if this run had made it.
fn document(markdown: &str, code: &str, identity: PageIdentity) -> Document {
    let mut document = parse(markdown);
    document.front.kit = Some(kit(code));
    document.front.identity = Some(identity);
    document
}

fn pages_of(document: &Document, paper: Paper) -> Pages {
    typeset(document, &Style::new(paper, TextSize::Regular), &Fonts::built_in()).value.to_pages()
}

fn set(markdown: &str, code: &str, identity: PageIdentity, paper: Paper) -> Pages {
    pages_of(&document(markdown, code, identity), paper)
}

fn grid(page: &Page) -> Option<(Place, &Grid)> {
    let mut grids = page.items.iter().filter_map(|item| match &item.mark {
        Mark::Grid(grid) => Some((item.at, grid)),
        _ => None,
    });
    let grid = grids.next();
    assert!(grids.next().is_none(), "a page has one code");
    grid
}

/// What the symbol of a page says to another program.
fn read(page: &Page) -> Option<PageCode> {
    let (_, grid) = grid(page)?;
    let mut modules = [false; 16 * 16];
    for area in grid.filled.iter() {
        for row in area.row..area.row + area.rows {
            let start = usize::from(row * 16 + area.column);
            modules[start..start + usize::from(area.columns)].fill(true);
        }
    }
    let text = DataMatrix::decode(&modules, 16).expect("a symbol of 16 × 16 modules");
    Some(String::from_utf8(text).unwrap().parse().expect("the code of a page"))
}

/// The lines beside the code, with that which is a field.
fn words(page: &Page) -> Vec<String> {
    let text = |item: &Item| match &item.mark {
        Mark::Text(text) => Some((item.at.y, text.run.text.clone())),
        _ => None,
    };
    let mut found = Vec::new();
    for item in &page.items {
        if is_mark(item.owner) {
            found.extend(text(item));
        }
        if let Some(widget) = identity_field(item) {
            let shown = widget.appearance.iter().filter_map(text);
            found.extend(shown.map(|(y, text)| (item.at.y + y, text)));
        }
    }
    found.sort_by(|(a, _), (b, _)| a.0.total_cmp(&b.0));
    found.into_iter().map(|(_, text)| text).collect()
}

fn identity_field(item: &Item) -> Option<&Widget> {
    match &item.mark {
        Mark::Widget(widget) if widget.label == "Kit, packet, and document" => Some(widget),
        _ => None,
    }
}

fn letters(count: usize) -> impl Strategy<Value = String> {
    let letter = proptest::sample::select(LETTERS.chars().collect::<Vec<_>>());
    proptest::collection::vec(letter, count).prop_map(String::from_iter)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn every_code_has_16_letters_and_says_what_it_was_made_of(
        halves in (letters(4), letters(4)),
        packet in letters(5),
        interviewer in 0_u32..=20,
        id in "[a-z]{1,9}|guide|scoring|scorecard|ground-rules|candidate-sheet|panel-plan|debrief",
        page in 0_usize..128,
    ) {
        let code = format!("{}-{}", halves.0, halves.1);
        let shown = if interviewer > 0 { format!("{code}/{interviewer}") } else { code.clone() };
        let identity = PageIdentity { document: id, packet: packet.clone(), has_marks: true, details: KnownDetails::default() };
        let made = PageCode::new(&kit(&shown), &identity, page).unwrap();
        let read: PageCode = made.to_string().parse().unwrap();
        prop_assert_eq!(made.to_string().len(), 16);
        prop_assert_eq!(read, made);
        prop_assert_eq!((read.kit(), read.packet()), (code, packet));
        prop_assert_eq!(read.interviewer().unwrap_or(0), interviewer);
        prop_assert_eq!(read.document(), u32::from(identity.document_number()));
        prop_assert_eq!(usize::try_from(read.page()).unwrap(), page);
    }

    #[test]
    fn every_code_fits_16_by_16_modules_and_another_program_reads_it(
        halves in (letters(4), letters(4)),
        packet in letters(5),
        interviewer in 1..=20,
        id in proptest::sample::select(vec!["guide", "scoring", "scorecard", "own"]),
    ) {
        let code = format!("{}-{}/{interviewer}", halves.0, halves.1);
        let identity = PageIdentity { document: id.to_owned(), packet, has_marks: true, details: KnownDetails::default() };
        let made = PageCode::new(&kit(&code), &identity, 0).unwrap();
        let pages = set("text\n", &code, identity, Paper::A4);
        let (_, grid) = grid(&pages.pages[0]).unwrap();
        let is_inside = |it: &CellArea| it.row + it.rows <= 16 && it.column + it.columns <= 16;
        prop_assert!(grid.filled.iter().all(is_inside));
        prop_assert_eq!(read(&pages.pages[0]), Some(made));
    }

    #[test]
    fn no_other_text_is_the_code_of_a_page(text in "[0-9A-Z]{16}|[0-9A-Za-z -]{0,20}") {
        let is_code = text.len() == 16 && text.chars().all(|char| LETTERS.contains(char));
        prop_assert_eq!(text.parse::<PageCode>().is_ok(), is_code);
    }
}

#[test]
fn documents_have_the_numbers_that_the_codes_of_their_pages_have() {
    for kind in &DOCUMENTS {
        assert_eq!(identity(kind.id).document_number(), kind.number, "{}", kind.id);
    }
    assert_eq!(identity("scoring").document_number(), 1);
    assert_eq!(identity("ground-rules").document_number(), 3);
    assert_eq!(identity("somebodys-own").document_number(), 7);
}

#[test]
fn every_page_says_in_its_code_and_beside_it_which_page_of_which_document_it_is() {
    let markdown = "one\n\n<!-- pagebreak -->\n\ntwo\n\n<!-- pagebreak -->\n\nthree\n";
    let pages = set(markdown, "SFTZ-6F9R/2", identity("scoring"), Paper::A4);
    assert_eq!(pages.pages.len(), 3);
    for (index, page) in pages.pages.iter().enumerate() {
        let code = read(page).unwrap();
        assert_eq!(code.to_string(), format!("SFTZ6F9R3F9TQ24{index}"));
        assert_eq!((code.kit().as_str(), code.packet().as_str()), (KIT, "3F9TQ"));
        assert_eq!((code.interviewer(), code.document()), (Some(2), 1));
        assert_eq!(usize::try_from(code.page()), Ok(index));
        let last = format!("scoring {}", index + 1);
        assert_eq!(words(page), ["SFTZ-6F9R/2", "packet 3F9TQ", &last]);
    }
}

#[test]
fn squares_and_code_are_where_a_reader_of_paper_looks_for_them() {
    for (paper, width, height) in [(Paper::A4, 210.0, 297.0), (Paper::Letter, 215.9, 279.4)] {
        let pages = set("text\n", KIT, identity("scorecard"), paper);
        let page = &pages.pages[0];
        let near = |at: Pt, wanted: f32| (at.0 - Pt::from(Mm(wanted)).0).abs() < 0.03;
        let squares: Vec<Rect> = page
            .items
            .iter()
            .filter_map(|item| match &item.mark {
                Mark::Fill { size, .. } => Some(Rect::new(item.at, *size)),
                _ => None,
            })
            .collect();
        assert_eq!(squares.len(), 4);
        for (x, y) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
            let [x, y] = [[10.0, width - 16.0][x], [10.0, height - 16.0][y]];
            let is_it = |it: &&Rect| near(it.at.x, x) && near(it.at.y, y);
            let square = squares.iter().find(is_it).unwrap();
            assert!(near(square.width, 6.0) && near(square.height, 6.0), "{square:?}");
        }
        let (at, grid) = grid(page).unwrap();
        assert!(near(at.x, width - 32.0) && near(at.y, 10.0), "{at:?}");
        assert!(near(grid.cell, 0.75) && near(grid.size().width, 12.0), "{grid:?}");
        assert!(near(grid.size().height, 12.0));
        is_sound(&pages);
    }
}

#[test]
fn the_lines_beside_the_code_end_before_it_and_take_its_height() {
    for paper in PAPERS {
        // A page after the first has all of its lines as marks.
        let pages = set("a\n\n<!-- pagebreak -->\n\nb\n", KIT, identity("scoring"), paper);
        let page = &pages.pages[1];
        let (code, _) = grid(page).unwrap();
        let mut lines = 0;
        for item in &page.items {
            let (Mark::Text(text), true) = (&item.mark, is_mark(item.owner)) else {
                continue;
            };
            lines += 1;
            assert_eq!(pages.faces[text.face.0].name, "KitMono-Regular");
            assert!((text.size.0 - 8.0).abs() < 0.01, "{:?}", text.size);
            let right = item.at.x + text.run.advance();
            assert!((code.x - right).0 - Pt::from(Mm(2.5)).0 < 0.1, "{right:?}");
            let (top, bottom) = (code.y, code.y + Pt::from(Mm(12.0)));
            assert!(item.at.y - text.size * 0.66 >= top && item.at.y <= bottom, "{item:?}");
        }
        assert_eq!(lines, 3);
    }
}

#[test]
fn long_headers_names_and_ids_in_any_script_keep_clear_of_the_marks() {
    let long = |word: &str| [word; 60].join(" ");
    let giant = |letters: &str| letters.repeat(200);
    for text in [long("Interview"), giant("Wm"), long("Ωμέγα"), giant("ё"), "Ana".to_owned()]
    {
        for names in [
            "candidate: {label: Candidate}".to_owned(),
            format!(
                "candidate: {{label: Candidate, name: \"{text}\"}}, interviewer: {{label: {text}}}"
            ),
            format!(
                "a: {{label: A, name: \"{text}\"}}, b: {{label: B, name: \"{text}\"}}, c: {{label: \"{text}\"}}"
            ),
        ] {
            let steps = "- [ ] a step\n".repeat(120);
            let markdown = format!(
                "---\nheader: [\"{text}\", \"{text}\"]\nfooter: \"{text}\"\nnames: {{{names}}}\n---\n# Title\n\n## {text}\n\n{steps}"
            );
            for paper in PAPERS {
                for id in ["scoring", &giant("z")[..64]] {
                    let pages = set(&markdown, "SFTZ-6F9R/20", identity(id), paper);
                    assert!(pages.pages.len() > 2);
                    is_sound(&pages);
                    for (number, page) in (1..).zip(&pages.pages) {
                        let last = words(page).pop().unwrap();
                        assert!(last.ends_with(&format!(" {number}")), "{last}");
                    }
                }
            }
        }
    }
}

#[test]
fn screen_readers_hear_of_the_marks_nothing_but_the_field() {
    let pages = set("a\n\n<!-- pagebreak -->\n\nb\n", KIT, identity("scoring"), Paper::A4);
    for (number, page) in pages.pages.iter().enumerate() {
        assert!(page_marks(page).len() >= 4 + 1 + 2);
        let fields: Vec<&Item> =
            page.items.iter().filter(|item| identity_field(item).is_some()).collect();
        assert_eq!(fields.len(), usize::from(number == 0), "the field is on the first page");
        for item in fields {
            let Owner::Element(id) = item.owner else { panic!("{item:?}") };
            assert_eq!(pages.elements[id.index()].role, Role::Form);
        }
    }
}

#[test]
fn a_form_says_on_a_screen_which_document_it_is_with_marks_and_without() {
    let footer = "---\nfooter: Confidential\n---\ntext\n";
    for has_marks in [true, false] {
        let identity = PageIdentity { has_marks, ..identity("scoring") };
        let pages = set(footer, "SFTZ-6F9R/2", identity, Paper::A4);
        let [field] = pages.fields.as_slice() else { panic!("{:?}", pages.fields) };
        let text = "SFTZ-6F9R/2 3F9TQ scoring".to_owned();
        assert_eq!(
            (field.name.as_str(), &field.kind),
            ("identity", &FieldKind::Identity { text, details: KnownDetails::default() })
        );
        let page = &pages.pages[0];
        let (item, widget) =
            page.items.iter().find_map(|item| Some((item, identity_field(item)?))).unwrap();
        let [look] = widget.appearance.as_slice() else { panic!("{:?}", widget.appearance) };
        let Mark::Text(shown) = &look.mark else { panic!("{look:?}") };
        let wanted = if has_marks { "packet 3F9TQ" } else { "SFTZ-6F9R/2" };
        assert_eq!(shown.run.text, wanted);
        let area = Rect::new(item.at, widget.size);
        assert!((area.width - shown.run.advance()).0.abs() < 0.1, "{area:?}");
        // What the field shows is not on the page as well.
        let is_shown = |item: &Item| match &item.mark {
            Mark::Text(text) => text.run.text.contains(wanted),
            _ => false,
        };
        assert!(!page.items.iter().any(is_shown));
        is_sound(&pages);
    }
}

#[test]
fn the_field_is_in_the_footer_where_its_words_are_however_long_it_is() {
    let right_to_left =
        "---\nwords: {kit: \"ערכה {kit}\", page: \"עמוד {page} מתוך {pages}\"}\n---\ntext\n";
    let long = format!("---\nwords: {{kit: \"{} {{kit}}\"}}\n---\ntext\n", "word ".repeat(60));
    for markdown in [right_to_left, &long] {
        let unmarked = PageIdentity { has_marks: false, ..identity("scoring") };
        let with = set(markdown, KIT, unmarked, Paper::A4);
        let mut without = document(markdown, KIT, identity("scoring"));
        without.front.identity = None;
        let without = pages_of(&without, Paper::A4);
        let texts = |pages: &Pages| {
            let mut found = Vec::new();
            for item in &pages.pages[0].items {
                let mut add = |at: Place, mark: &Mark| {
                    if let Mark::Text(text) = mark {
                        for glyph in &text.run.glyphs {
                            found.push(((at.y.0 * 10.0).round(), glyph.id));
                        }
                    }
                };
                add(item.at, &item.mark);
                for look in item.appearance() {
                    add(item.at.moved(look.at.x, look.at.y), &look.mark);
                }
            }
            found.sort_by(|a, b| a.partial_cmp(b).unwrap());
            found
        };
        assert_eq!(texts(&with), texts(&without), "the page looks the same");
        assert_eq!(with.fields.len(), 1);
    }
}

#[test]
fn pages_without_marks_are_what_they_were_but_for_the_field() {
    let markdown = "---\nheader: [Left, Right]\nfooter: Foot\nnames: {candidate: {label: Candidate}}\n---\n# A\n\n- [ ] b\n\n<!-- pagebreak -->\n\nc\n";
    for paper in PAPERS {
        let mut plain = document(markdown, KIT, identity("scoring"));
        plain.front.identity = None;
        let plain = pages_of(&plain, paper);
        let unmarked = PageIdentity { has_marks: false, ..identity("scoring") };
        let unmarked = set(markdown, KIT, unmarked, paper);
        let page = |pages: &Pages, number: usize| {
            let text = pages.to_string();
            text.split("page ").nth(number).unwrap().to_owned()
        };
        assert_eq!(page(&plain, 2), page(&unmarked, 2));
        assert_ne!(page(&plain, 1), page(&unmarked, 1));
        assert!(!unmarked.to_string().contains("(mark)"));
    }
}

#[test]
fn an_edited_text_has_neither_marks_nor_the_field() {
    let mut edited = document("text\n", KIT, identity("scoring"));
    edited.front.kit = Some(KitCode { code: KIT.to_owned(), is_edited: true });
    let mut alone = document("text\n", KIT, identity("scoring"));
    alone.front.kit = None;
    for document in [edited, alone] {
        let pages = pages_of(&document, Paper::A4);
        assert!(pages.fields.is_empty() && page_marks(&pages.pages[0]).is_empty());
    }
    assert_eq!(
        PageCode::new(&KitCode { code: KIT.to_owned(), is_edited: true }, &identity("a"), 0),
        None
    );
}

#[test]
fn a_page_that_a_code_cannot_count_has_no_marks_and_that_is_said() {
    let markdown = ["text\n\n"; 131].join("<!-- pagebreak -->\n\n");
    let document = document(&markdown, KIT, identity("guide"));
    let set = typeset(&document, &Style::new(Paper::A4, TextSize::Regular), &Fonts::built_in());
    let pages = set.value.to_pages();
    let read: Vec<Option<PageCode>> = pages.pages.iter().map(read).collect();
    for (number, code) in read.iter().enumerate() {
        let page = code.map(|code| usize::try_from(code.page()).unwrap());
        assert_eq!(page, Some(number).filter(|number| *number < 128));
        assert_eq!(page_marks(&pages.pages[number]).is_empty(), number >= 128);
    }
    let [warning] = set.warnings.as_slice() else { panic!("{:?}", set.warnings) };
    assert_eq!(warning.message, "page 129 and later pages have no marks for reading them back");
}

#[test]
fn documents_in_one_file_have_a_field_and_codes_of_their_own() {
    let frames = |id: &str| {
        let document = document("a\n\n<!-- pagebreak -->\n\nb\n", KIT, identity(id));
        typeset(&document, &Style::new(Paper::A4, TextSize::Regular), &Fonts::built_in()).value
    };
    let documents = ["guide", "scoring"].map(|id| CollatedDocument {
        titles: vec![id.to_owned()],
        prefix: id.to_owned(),
        shared: BTreeMap::new(),
        starts_sheet: true,
        frames: frames(id),
    });
    let info = documents[0].frames.info.clone();
    let pages = collate(info, documents.to_vec(), DuplexPadding::None).unwrap().to_pages();
    let names: Vec<&str> = pages.fields.iter().map(|field| field.name.as_str()).collect();
    assert_eq!(names, ["guide.identity", "scoring.identity"]);
    let codes: Vec<_> = pages.pages.iter().map(|page| read(page).unwrap()).collect();
    let places: Vec<_> = codes.iter().map(|code| (code.document(), code.page())).collect();
    assert_eq!(places, [(0, 0), (0, 1), (1, 0), (1, 1)]);
    is_sound(&pages);
}

#[test]
fn nobody_can_fill_in_the_field_under_the_name_of_another() {
    let markdown =
        "---\nnames: {identity: {label: Identity}}\n---\n<!-- field: identity -->\n____\n";
    let pages = set(markdown, KIT, identity("scoring"), Paper::A4);
    let names: Vec<(&str, bool)> = pages
        .fields
        .iter()
        .map(|field| (field.name.as_str(), matches!(field.kind, FieldKind::Identity { .. })))
        .collect();
    assert_eq!(names.iter().filter(|(name, _)| *name == "identity").count(), 1, "{names:?}");
    assert!(names.contains(&("identity", true)), "{names:?}");
}

#[test]
fn the_file_has_a_field_that_cannot_be_changed_and_a_code_that_is_one_shape() {
    let pages = set("text\n", "SFTZ-6F9R/2", identity("scoring"), Paper::A4);
    let file = lopdf::Document::load_mem(&pdf::write(&pages, None).unwrap()).unwrap();
    let is_text = |it: &&lopdf::Dictionary| {
        it.get(b"FT").and_then(lopdf::Object::as_name).is_ok_and(|kind| kind == b"Tx")
    };
    let mut fields = file.objects.values().filter_map(|it| it.as_dict().ok()).filter(is_text);
    let field = fields.next().unwrap();
    assert!(fields.next().is_none());
    let text = |key: &[u8]| String::from_utf8(field.get(key).unwrap().as_str().unwrap().to_vec());
    assert_eq!(text(b"T").unwrap(), "identity");
    assert_eq!(text(b"V").unwrap(), "SFTZ-6F9R/2 3F9TQ scoring");
    assert_eq!(text(b"TU").unwrap(), "Kit, packet, and document");
    let number = |key: &[u8]| field.get(key).unwrap().as_i64().unwrap();
    assert_eq!(number(b"Ff") & 1, 1, "read-only");
    assert_eq!(number(b"F") & 4, 4, "it prints");
    let page = *file.get_pages().values().next().unwrap();
    let content = String::from_utf8_lossy(&file.get_page_content(page)).into_owned();
    let (_, marks) = content.rsplit_once("/Artifact<</Type/Page>>BDC\n").unwrap();
    let (marks, _) = marks.split_once("EMC").unwrap();
    let (_, code) = marks.split_once(" cm\n").unwrap();
    let (code, _) = code.split_once(" Q\n").unwrap();
    assert!(code.ends_with("\nf") && code.matches(" re\n").count() > 30, "{code}");
    assert_eq!(code.matches('f').count(), 1, "{code}");
}

#[test]
fn front_matter_that_identifies_no_page_is_ignored_with_a_warning() {
    let text =
        "---\nkit: \"SFTZ-6F9R\"\ndocument: Scoring!\npacket: 3F9TU\nmarks: perhaps\n---\ntext\n";
    let (sources, id) = sources(text, "guide.md");
    let read = document::parse(&sources, id, &english_words).unwrap();
    assert_eq!(read.value.front.identity, None);
    insta::assert_snapshot!(lines(&sources, &read.warnings));
}

#[test]
fn the_warning_about_an_edited_text_says_that_its_marks_are_left_out() {
    let text =
        "---\nkit: \"SFTZ-6F9R\"\ndocument: scoring\npacket: 3F9TQ\nmarks: true\n---\ntext\n";
    let (sources, id) = sources(text, "guide.md");
    let read = document::parse(&sources, id, &english_words).unwrap();
    insta::assert_snapshot!(lines(&sources, &read.warnings));
}

#[test]
fn the_bar_above_a_title_ends_four_millimeters_before_the_marks_of_the_page() {
    let bar = |markdown: &str, identity: PageIdentity| {
        let pages = set(markdown, KIT, identity, Paper::A4);
        let is_bar =
            |mark: &Mark| matches!(mark, Mark::Fill { size, .. } if size.width > Pt(100.0));
        let bars = pages.pages.iter().flat_map(|page| &page.items).filter(|it| is_bar(&it.mark));
        let bars: Vec<Rect> = bars
            .filter_map(|item| match &item.mark {
                Mark::Fill { size, .. } => Some(Rect::new(item.at, *size)),
                _ => None,
            })
            .collect();
        // On the first page, a line of the words is the field of the identity.
        let words = pages.pages.last().and_then(words_left);
        (bars, words)
    };
    let millimeters = |length: Pt| length.0 / Pt::from(Mm(1.0)).0;
    let (bars, words) = bar("# Title\n\ntext\n\n<!-- pagebreak -->\n\n# Two\n", identity("guide"));
    let [it] = bars.as_slice() else { panic!("one bar, on the first page: {bars:?}") };
    let near = |length: Pt, wanted: f32| (millimeters(length) - wanted).abs() < 0.02;
    assert!(near(it.at.x, 20.0) && near(it.at.y, 10.0) && near(it.height, 2.0), "{it:?}");
    assert!(near(words.unwrap() - it.right(), 4.0), "{it:?}");
    let unmarked = PageIdentity { has_marks: false, ..identity("guide") };
    let (bars, _) = bar("# Title\n", unmarked);
    assert!(near(bars[0].right(), 190.0), "{bars:?}");
    // A title beside the marks has no bar, and neither has text without a title.
    let form = "<!-- style: form-title -->\n\n# Scorecard\n\ntext\n";
    assert_eq!(bar(form, identity("scorecard")).0, []);
    assert_eq!(bar("text\n", identity("guide")).0, []);
}

/// Where the words beside the code begin.
fn words_left(page: &Page) -> Option<Pt> {
    let marks = page.items.iter().filter(|item| is_mark(item.owner));
    let texts = marks.filter(|it| matches!(it.mark, Mark::Text(_)));
    texts.map(|item| item.at.x).reduce(Pt::min)
}
