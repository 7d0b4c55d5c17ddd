//! PDFs, read back by readers that this project did not write: poppler, qpdf and mupdf.

use std::path::Path;

use interview_kit::base::unit::{Paper, TextSize, Timestamp};
use interview_kit::print::frame::Mark;
use interview_kit::print::pdf;

use crate::support::{
    Test, built_in, english_words, flat, opens_without_complaint, pdf_text, set, tool,
};

/// The file of an interviewer: guide, scoring form, and scorecard.
const PACKET: &str = "kit-packet.pdf";

/// A kit of everything, in a folder of its own.
fn kit(line: &str) -> Test {
    let test = Test::new();
    test.run(&format!("build --name kit {line}")).ok();
    test
}

/// The words of a PDF in the order of its structure, in which they are read aloud.
fn read_aloud(path: &Path) -> Option<String> {
    let tree = tool("pdfinfo", &["-struct-text", path.to_str().unwrap()])?;
    let words = tree.lines().filter_map(|line| line.trim().strip_prefix('"')?.strip_suffix('"'));
    Some(flat(&words.collect::<String>()))
}

/// These texts must be in another, in their order.
#[track_caller]
fn has_in_order(mut rest: &str, wanted: &[String]) {
    for wanted in wanted {
        let Some(at) = rest.find(wanted.as_str()) else { panic!("{wanted} is not in its place") };
        rest = &rest[at + wanted.len()..];
    }
}

#[test]
fn every_question_can_be_read_in_order_to_ask_and_with_every_line_of_its_rubric_to_rate() {
    let test = kit("");
    let (mut asks, mut rubrics, mut rows) = (Vec::new(), Vec::new(), Vec::new());
    for question in built_in().questions {
        let row = format!("{} {}", question.number, question.ask);
        rubrics.push(row.clone());
        rows.push(row);
        rubrics.extend(question.rubric);
        asks.push(question.ask);
        asks.extend(question.follow_up);
        asks.extend(question.probes);
        asks.extend(question.watch_for);
    }
    // Behind the list of all questions is the guide; behind it, the scoring form, and then the scorecard.
    let (guide, form, card) = ("Never ask about", "Right after the interview", "Within 24 hours");
    let behind = |text: &str, start: &str| text[text.find(start).unwrap()..].to_owned();
    let Some(text) = read_aloud(&test.path(PACKET)) else { return };
    let guide = behind(&text, guide);
    has_in_order(&guide[..guide.find(form).unwrap()], &asks);
    let Some(text) = pdf_text(&test.path(PACKET)) else { return };
    let card = behind(&flat(&text), card);
    has_in_order(&card, &rows);
    let form = behind(&flat(&text), form);
    has_in_order(&form[..form.len() - card.len()], &rubrics);
}

#[test]
fn it_opens_without_complaint() {
    for line in ["", "--paper letter", "--limit 1", "--candidate 名前"] {
        let test = kit(line);
        let path = test.path(PACKET);
        opens_without_complaint(&path);
        let text = test.path("kit.txt");
        let (path, out) = (path.to_str().unwrap(), text.to_str().unwrap());
        if tool("mutool", &["draw", "-q", "-F", "txt", "-o", out, path]).is_some() {
            assert!(test.text("kit.txt").contains("Opening script"), "{line}");
        }
    }
}

#[test]
fn every_font_is_embedded_as_a_subset_with_a_way_back_to_text() {
    let fonts = tool("pdffonts", &[kit("").path(PACKET).to_str().unwrap()]);
    let Some(fonts) = fonts else { return };
    assert!(fonts.lines().count() > 4, "{fonts}");
    for font in fonts.lines().skip(2) {
        assert!(font.contains("yes yes yes"), "{font}");
    }
}

#[test]
fn it_says_what_it_is() {
    for (line, name, title) in [
        ("", PACKET, "packet"),
        ("--collate=none", "kit-guide.pdf", "interviewer guide"),
        ("--collate=none", "kit-scoring.pdf", "scoring form"),
        ("--collate=none", "kit-scorecard.pdf", "scorecard"),
    ] {
        let test = kit(&format!("--role appsec-manager --minutes 45 {line}"));
        let info = tool("pdfinfo", &[test.path(name).to_str().unwrap()]);
        let Some(info) = info else { return };
        for wanted in [
            &format!("Title:           AppSec Manager interview – {title}"),
            "Author:          Product Security Management and Director Handbook",
            "Tagged:          yes",
            "Form:            AcroForm",
            "JavaScript:      no",
            "pts (A4)",
            "PDF version:     1.7",
        ] {
            assert!(info.contains(wanted), "{wanted} is not in\n{info}");
        }
        assert!(!info.contains("CreationDate"), "{info}");
    }
}

#[test]
fn a_date_is_written_only_where_one_is_given() {
    let dates = |seconds: &str| {
        let test = Test::new();
        let mut command = test.command(["build", "--name", "kit"]);
        command.env("SOURCE_DATE_EPOCH", seconds);
        assert!(command.status().unwrap().success());
        let file = test.read(PACKET);
        let has_date = file.windows(15).any(|bytes| bytes == b"<xmp:CreateDate");
        (tool("pdfinfo", &["-isodates", test.path(PACKET).to_str().unwrap()]), has_date)
    };
    let (Some(dates_of_2026), has_date) = dates("1767225600") else { return };
    assert!(dates_of_2026.contains("CreationDate:    2026-01-01T00:00:00Z"), "{dates_of_2026}");
    assert!(has_date);
    // No form of date has a year of five digits.
    let (Some(dates_of_10000), has_date) = dates("253402300800") else { return };
    assert!(!dates_of_10000.contains("CreationDate"), "{dates_of_10000}");
    assert!(!has_date);
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let candidate = "--role first-line-lead --candidate Zoë";
    assert!(kit(candidate).read(PACKET) == kit(candidate).read(PACKET));
    let pages = set("# a\n\n- [ ] b\n", Paper::A4);
    let write = |pages| pdf::write(pages, Some(Timestamp(1))).unwrap();
    assert_eq!(write(&pages), write(&set("# a\n\n- [ ] b\n", Paper::A4)));
}

#[test]
fn the_file_of_an_interviewer_is_small_but_for_the_marks_of_its_pages() {
    // The font beside the codes takes 5 KB of a file, and the marks take 1.1 KB of each page.
    let marks = |pages: usize| 5_000 + 1_100 * pages;
    assert!(kit("--minutes 60").read(PACKET).len() < 110_000 + marks(12));
    assert!(kit("").read(PACKET).len() < 200_000 + marks(33));
}

#[test]
fn no_words_leave_the_margins() {
    for paper in ["a4", "letter"] {
        let test = kit(&format!("--paper {paper}"));
        let boxes = tool("pdftotext", &["-bbox", test.path(PACKET).to_str().unwrap(), "-"]);
        let Some(boxes) = boxes else { return };
        let number = |line: &str, name: &str| -> f64 {
            let (_, rest) = line.split_once(&format!("{name}=\"")).unwrap();
            rest.split('"').next().unwrap().parse().unwrap()
        };
        let (mut width, mut height, mut words) = (0.0, 0.0, 0);
        // 15 mm, less what poppler adds for the ascent of a font.
        let margin = 15.0 * 72.0 / 25.4 - 4.0;
        for line in boxes.lines() {
            if line.contains("<page ") {
                (width, height) = (number(line, "width"), number(line, "height"));
            } else if line.contains("<word ") {
                words += 1;
                // The title of a form and the three lines beside the code of its page are higher: in the 12 mm of the code, and
                // left of it.
                let mm = 72.0 / 25.4;
                let is_beside_code = number(line, "xMin") >= margin
                    && number(line, "xMax") <= width - 34.0 * mm
                    && number(line, "yMin") >= 9.0 * mm
                    && number(line, "yMax") <= 23.0 * mm;
                if is_beside_code {
                    continue;
                }
                assert!(
                    number(line, "xMin") >= margin && number(line, "xMax") <= width - margin,
                    "{line}"
                );
                assert!(
                    number(line, "yMin") >= margin && number(line, "yMax") <= height - margin,
                    "{line}"
                );
            }
        }
        assert!(words > 1000);
    }
}

#[test]
fn bookmarks_lead_to_the_agenda_to_every_question_and_to_the_scorecard() {
    let test = kit("--limit 2");
    let outline = tool("mutool", &["show", test.path(PACKET).to_str().unwrap(), "outline"]);
    let Some(outline) = outline else { return };
    insta::assert_snapshot!(outline);
}

#[test]
fn the_structure_is_a_readers() {
    let test = kit("--limit 1 --candidate Ana");
    let tree = tool("pdfinfo", &["-struct-text", test.path(PACKET).to_str().unwrap()]);
    let Some(tree) = tree else { return };
    insta::assert_snapshot!(tree);
}

#[test]
fn invalid_pages_are_refused_rather_than_written() {
    let mut pages = set("# a", Paper::A4);
    pages.faces.clear();
    assert!(pdf::write(&pages, None).unwrap_err().to_string().contains("unknown"));
    let mut pages = set("# a", Paper::A4);
    pages.pages.clear();
    assert!(pdf::write(&pages, None).is_err());
    let mut pages = set("# a", Paper::A4);
    pages.outline[0].to.page = 9;
    assert!(pdf::write(&pages, None).is_err());
    let mut pages = set("[ ] 1 [ ] 2", Paper::A4);
    let items = pages.pages.iter_mut().flat_map(|page| &mut page.items);
    for item in items {
        if let Mark::Widget(widget) = &mut item.mark {
            widget.value = None;
        }
    }
    let refused = pdf::write(&pages, None).unwrap_err().to_string();
    assert_eq!(refused, "internal error: invalid page data: a box of a choice has no value");
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, cases: 64, ..Default::default() })]

    #[test]
    fn any_text_becomes_a_pdf(text in "(?s)[\\p{any}\u{0300}-\u{036F}\u{0590}-\u{06FF}A-Za-z #*|`\n-]{0,120}") {
        let (sources, id) = crate::support::sources(&text, "any.md");
        if let Ok(parsed) = interview_kit::document::parse(&sources, id, &english_words) {
            let (style, fonts) = (interview_kit::print::Style::new(Paper::A4, TextSize::Regular), interview_kit::print::Fonts::built_in());
            let pages = interview_kit::print::layout::typeset(&parsed.value, &style, &fonts).value.to_pages();
            let bytes = pdf::write(&pages, None).unwrap();
            proptest::prop_assert!(bytes.starts_with(b"%PDF-1.7"));
        }
    }
}
