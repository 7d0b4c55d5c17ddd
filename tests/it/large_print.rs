//! Large print: text of 18 points, larger boxes, and nothing that is cut, shortened or out of place.

use std::collections::BTreeMap;

use interview_kit::base::unit::{Mm, Paper, Pt, TextSize};
use interview_kit::print::frame::{Artifact, Item, Mark, Owner, Pages};
use interview_kit::print::layout::typeset;
use interview_kit::print::{Fonts, Style};

use crate::geometry::{is_sound, page_marks};
use crate::support::{Test, all_documents, parse};

fn set(markdown: &str, paper: Paper, text: TextSize) -> Pages {
    typeset(&parse(markdown), &Style::new(paper, text), &Fonts::built_in()).value.to_pages()
}

fn large(markdown: &str) -> Pages {
    let pages = set(markdown, Paper::A4, TextSize::Large);
    is_sound(&pages);
    pages
}

/// What an item is if it is around the text of a page, and not a part of it.
fn around(item: &Item) -> Option<Artifact> {
    match item.owner {
        Owner::Artifact(Artifact::Layout) | Owner::Element(_) => None,
        Owner::Artifact(artifact) => Some(artifact),
    }
}

/// The words of a document's text, and how often each is there. What is repeated on pages does not count.
fn words(pages: &Pages) -> BTreeMap<String, usize> {
    let mut text = String::new();
    for page in &pages.pages {
        for item in page.items.iter().filter(|item| around(item).is_none()) {
            if let Mark::Text(it) = &item.mark {
                text += &it.run.text;
                text += " ";
            }
        }
    }
    let mut words = BTreeMap::new();
    // A line may end after a hyphen. A point of a rating scale has its number before its anchor too if that is not right below it.
    let words_of = text.split(|char: char| char.is_whitespace() || "-–/".contains(char));
    for word in words_of.filter(|word| !word.chars().all(|char| char.is_ascii_digit())) {
        *words.entry(word.to_owned()).or_default() += 1;
    }
    words
}

/// The Markdown of every document of the packets of a panel, and of a single interview in other layouts.
fn documents() -> Vec<(String, String)> {
    let test = Test::new();
    let all = format!("{} --format md --questions", all_documents());
    test.run(&format!("panel --size 2 --minutes 60 {all} --name two")).ok();
    test.run(&format!("panel --size 5 --minutes 45 {all} --name five")).ok();
    for layout in ["combined", "compact"] {
        test.run(&format!("build --minutes 60 {all} --layout {layout} --name {layout}")).ok();
    }
    test.names().into_iter().map(|name| (name.clone(), test.text(&name))).collect()
}

#[test]
fn every_document_has_all_its_words_and_fields_in_large_print() {
    let documents = documents();
    assert!(documents.len() > 20, "{}", documents.len());
    for (name, markdown) in documents {
        for paper in [Paper::A4, Paper::Letter] {
            let regular = set(&markdown, paper, TextSize::Regular);
            let large = set(&markdown, paper, TextSize::Large);
            is_sound(&large);
            let (mut few, many) = (words(&large), words(&regular));
            few.retain(|word, count| many.get(word) != Some(count));
            assert_eq!(few, BTreeMap::new(), "{name} {paper:?}");
            assert_eq!(words(&large).len(), many.len(), "{name} {paper:?}");
            let names = |pages: &Pages| -> Vec<String> {
                let mut names: Vec<_> =
                    pages.fields.iter().map(|field| field.name.clone()).collect();
                names.sort();
                names
            };
            assert_eq!(names(&regular), names(&large), "{name}");
            for item in large.pages.iter().flat_map(|page| &page.items) {
                match (&item.mark, around(item)) {
                    (Mark::Text(text), Some(Artifact::DocumentMark | Artifact::PageMark)) => {
                        assert!(text.size >= Pt(8.0));
                    }
                    (Mark::Text(text), Some(Artifact::Header | Artifact::Footer)) => {
                        assert_eq!(text.size, Pt(12.0));
                    }
                    (Mark::Text(text), _) => {
                        assert!(text.size >= Pt(14.0), "{name} {text:?}");
                    }
                    (Mark::Frame { size, .. }, None) => {
                        assert!((size.width - Mm(7.0).into()).0.abs() < 0.01, "{name} {size:?}");
                    }
                    _ => {}
                }
            }
        }
    }
}

#[test]
fn running_text_has_eighteen_points_and_boxes_and_lines_are_apart() {
    let pages = large("Text\n\n- [ ] One\n- [ ] Two\n- [ ] Three\n\n```notes\n\n\n```\n");
    let items = &pages.pages[0].items;
    let is_text =
        |item: &&Item| matches!(&item.mark, Mark::Text(text) if text.run.text.starts_with("Text"));
    let Mark::Text(text) = &items.iter().find(is_text).unwrap().mark else { panic!() };
    assert_eq!(text.size, Pt(18.0));
    let boxes = items.iter().filter(|item| matches!(item.mark, Mark::Frame { .. }));
    let tops: Vec<Pt> = boxes.map(|item| item.at.y).collect();
    assert_eq!(tops.len(), 3);
    let pitch = Pt::from(Mm(10.49));
    assert!(tops.windows(2).all(|two| two[1] - two[0] >= pitch), "{tops:?}");
    let lines = items.iter().flat_map(|item| item.appearance().iter());
    let lines: Vec<Pt> =
        lines.filter(|item| matches!(item.mark, Mark::Line { .. })).map(|item| item.at.y).collect();
    assert!(lines.len() > 10);
    let is_eleven = |two: &[Pt]| ((two[1] - two[0]) - Mm(11.0).into()).0.abs() < 0.01;
    assert!(lines.windows(2).all(is_eleven), "{lines:?}");
}

#[test]
fn three_columns_are_below_each_other_and_two_are_not() {
    let columns = |count: usize| {
        let column = |number: usize| format!("word{number}\n\n");
        let all: Vec<String> = (0..count).map(column).collect();
        let all = all.join("<!-- next column -->\n\n");
        let pages = large(&format!("<!-- columns -->\n\n{all}<!-- end columns -->\n"));
        let items = pages.pages[0].items.iter();
        let texts = items.filter(
            |item| matches!(&item.mark, Mark::Text(text) if text.run.text.starts_with("word")),
        );
        let places: Vec<(f32, f32)> = texts.map(|item| (item.at.x.0, item.at.y.0)).collect();
        places
    };
    let two = columns(2);
    assert!(two[0].0 < two[1].0 && (two[0].1 - two[1].1).abs() < 0.01, "{two:?}");
    let three = columns(3);
    assert!(three.windows(2).all(|it| it[0].1 < it[1].1 && (it[0].0 - it[1].0).abs() < 0.01));
}

#[test]
fn the_widths_of_a_table_grow_with_the_boxes_and_give_way_before_a_word_breaks() {
    let row = "| a | b | c |\n|:--|:--|:--|\n| d | e | f |\n";
    let x = |markdown: &str, wanted: &str| {
        let pages = large(markdown);
        let mut items = pages.pages[0].items.iter();
        let is =
            |item: &&Item| matches!(&item.mark, Mark::Text(text) if text.run.text.trim() == wanted);
        items.find(is).unwrap_or_else(|| panic!("{wanted} is broken")).at.x
    };
    let hinted = format!("<!-- table: 30 * 20 -->\n\n{row}");
    let step = x(&hinted, "b") - x(&hinted, "a");
    assert!((step - Pt::from(Mm(42.0))).0.abs() < 0.1, "{step:?}");
    let crowded = "| Interviewer | Start (elapsed) | End (elapsed) | Questions | Room or link | Backup |\n|:--|:--|:--|:--|:--|:--|\n| One ______________________ | 0:00 | 1:00 | 6 | ____ | ____ |\n";
    for hint in ["", "<!-- table: 40 30 30 30 30 30 -->\n\n"] {
        for word in ["Interviewer", "Questions", "Backup"] {
            x(&format!("{hint}{crowded}"), word);
        }
    }
}

#[test]
fn a_drawing_gives_way_before_a_word_breaks() {
    let table = |columns: usize| {
        let cells = |cell: &str| format!(" {cell} |").repeat(columns);
        format!(
            "| Competency |{} <!-- scale: 1 2 3 4 5 --> | Consensus |\n|--|{}:-:|--|\n| Responsibilities |{} <!-- scale: 1 2 3 4 5; 2 4 --> | ____ |\n",
            cells("12"),
            ":-:|".repeat(columns),
            cells("Strong"),
        )
    };
    let texts = |columns: usize| -> Vec<String> {
        let pages = large(&table(columns));
        let text = |item: &Item| match &item.mark {
            Mark::Text(text) => Some(text.run.text.trim().to_owned()),
            _ => None,
        };
        pages.pages[0].items.iter().filter_map(text).collect()
    };
    for (columns, is_drawn) in [(2, true), (5, false)] {
        let texts = texts(columns);
        for word in ["Competency", "Responsibilities", "Consensus", "Strong"] {
            assert!(texts.iter().any(|it| it == word), "{columns} {word}: {texts:?}");
        }
        // The numbers of the scale stand in its heading.
        assert_eq!(texts.iter().any(|it| it == "3"), is_drawn, "{columns}: {texts:?}");
    }
}

#[test]
fn the_marks_of_a_page_keep_their_size_and_place() {
    let test = Test::new();
    test.run("build --minutes 30 --documents scorecard --format md --name kit").ok();
    let markdown = test.text(&test.names()[0]);
    for paper in [Paper::A4, Paper::Letter] {
        let marks = |text: TextSize| {
            let pages = set(&markdown, paper, text);
            // The squares and the code: the words beside it depend on the page.
            let marks = page_marks(&pages.pages[0]).into_iter();
            let places =
                marks.map(|(area, _)| (area.at.x.0, area.at.y.0, area.width.0, area.height.0));
            places.collect::<Vec<_>>()
        };
        let regular = marks(TextSize::Regular);
        assert!(regular.len() >= 5);
        assert_eq!(regular, marks(TextSize::Large));
    }
}

#[test]
fn notes_that_are_filled_in_are_all_printed() {
    for lines in [1, 20, 65] {
        let text = "Some words that were written down.\n".repeat(lines);
        let pages = large(&format!("```notes\n{text}```\n"));
        let printed = pages.pages.iter().flat_map(|page| &page.items);
        let printed = printed.flat_map(|item| item.appearance().iter());
        let count = printed
            .filter(
                |item| matches!(&item.mark, Mark::Text(text) if text.run.text.starts_with("Some")),
            )
            .count();
        assert_eq!(count, lines);
    }
}

#[test]
fn large_print_is_an_option_of_every_command_that_makes_a_pdf() {
    let test = Test::new().file("guide.md", "# A\n\nText\n");
    test.run("typeset guide.md -o small.pdf").ok();
    test.run("typeset guide.md -o large.pdf --large-print").ok();
    assert_ne!(test.read("small.pdf"), test.read("large.pdf"));
    let build = "build --minutes 30 --documents scorecard --name kit --format pdf --json";
    let manifest = |line: &str| -> serde_json::Value {
        serde_json::from_str(&test.run(line).ok().out).unwrap()
    };
    assert_eq!(manifest(build)["options"]["large_print"], false);
    assert_eq!(manifest(&format!("{build} --large-print --force"))["options"]["large_print"], true);
    let panel = "panel --size 2 --minutes 30 --documents scorecard --format pdf --name two --json";
    assert_eq!(manifest(&format!("{panel} --large-print"))["options"]["large_print"], true);
    let ran = test.run("build --large-print --format md --name other");
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert!(ran.err.contains("--large-print requires PDF output"), "{}", ran.err);
}
