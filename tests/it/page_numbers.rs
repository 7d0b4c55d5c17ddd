//! Numbers of pages in the text: they are those that the pages have.

use interview_kit::base::unit::{Paper, Pt, TextSize};
use interview_kit::document;
use interview_kit::print::frame::{Mark, Owner, Pages, Role};
use interview_kit::print::layout::Typesetter;
use interview_kit::print::{Fonts, Style};

use crate::geometry::is_sound;
use crate::support::{english_words, lines, parse, set, sources};

const REST: &str = "\n<!-- pagebreak -->\n\n<a id=\"two\"></a>\n\n# Two\n\n<!-- pagebreak -->\n\n<a id=\"three\"></a>\n\n# Three\n";

fn warnings(markdown: &str) -> String {
    let (sources, id) = sources(markdown, "guide.md");
    lines(&sources, &document::parse(&sources, id, &english_words).unwrap().warnings)
}

/// The texts of the first page that are read aloud, each with its left and right end.
fn texts(pages: &Pages) -> Vec<(String, Pt, Pt)> {
    let texts = pages.pages[0].items.iter().filter_map(|item| match (&item.mark, item.owner) {
        (Mark::Text(text), Owner::Element(_)) => {
            Some((text.run.text.clone(), item.at.x, item.at.x + text.run.advance()))
        }
        _ => None,
    });
    texts.collect()
}

fn words(pages: &Pages) -> String {
    texts(pages).into_iter().map(|it| it.0).collect()
}

#[test]
fn a_page_number_in_text_is_that_of_the_page_and_has_no_gap_behind_it() {
    let text = "See **page <!-- page: three -->** (<!-- page: two -->), and [page <!-- page: two -->](#two).\n";
    let markdown = format!("{text}{REST}");
    assert_eq!(warnings(&markdown), "");
    for paper in [Paper::A4, Paper::Letter] {
        let pages = set(&markdown, paper);
        is_sound(&pages);
        assert_eq!(words(&pages), "See page 3 (2), and page 2.");
        let texts = texts(&pages);
        for pair in texts.windows(2) {
            assert!((pair[1].1.0 - pair[0].2.0).abs() < 0.6, "{pair:?}");
        }
    }
}

#[test]
fn numbers_in_a_table_are_aligned_like_their_columns_and_nothing_else_moves() {
    let table = |number: &str| {
        format!(
            "| What | Page | More |\n|:--|--:|:--|\n| two | {number} | more |\n| x | 888 | more |\n{REST}"
        )
    };
    let (pages, plain) =
        (set(&table("<!-- page: two -->"), Paper::A4), set(&table("2"), Paper::A4));
    is_sound(&pages);
    let right =
        |pages: &Pages, word: &str| texts(pages).into_iter().find(|it| it.0 == word).unwrap().2;
    assert!((right(&pages, "2").0 - right(&pages, "888").0).abs() < 0.6);
    assert_eq!(words(&pages), words(&plain));
    assert_eq!(pages.elements, plain.elements);
    assert!((right(&pages, "more").0 - right(&plain, "more").0).abs() < 0.6);
}

#[test]
fn every_document_has_its_own_numbers_for_the_same_block() {
    let typesetter = Typesetter::new(Style::new(Paper::A4, TextSize::Regular), Fonts::built_in());
    let numbers = ["", "<!-- pagebreak -->\n\none\n\n"].map(|more| {
        let markdown = format!("See page <!-- page: two -->.\n\n{more}{REST}");
        words(&typesetter.set(&parse(&markdown)).value.to_pages())
    });
    assert_eq!(numbers, ["See page 2.", "See page 3."]);
}

#[test]
fn a_number_in_a_list_a_quotation_a_heading_and_a_column_is_filled_in_too() {
    let number = "p. <!-- page: two -->";
    let markdown = format!(
        "# a {number}\n\n- {number}\n\n> {number}\n\n<!-- columns -->\n\n{number}\n\n<!-- next column -->\n\n{number}\n\n<!-- end columns -->\n{REST}"
    );
    assert_eq!(warnings(&markdown), "");
    let pages = set(&markdown, Paper::A4);
    is_sound(&pages);
    assert_eq!(words(&pages).matches("p. 2").count(), 5, "{}", words(&pages));
    assert!(pages.elements.iter().all(|element| element.role != Role::Form));
    assert_eq!(pages.outline[0].title, "a p.");
}

#[test]
fn a_page_number_that_cannot_be_printed_is_reported_with_its_place() {
    insta::assert_snapshot!(warnings(
        "See <!-- page: nowhere -->, <!-- page: -->, and <!-- page: text -->.\n\n<!-- page: two --> begins.\n\n<a id=\"text\"></a>\n\ntext\n\n<a id=\"two\"></a>\n\n# Two\n"
    ));
    assert_eq!(words(&set("See <!-- page: nowhere -->.\n", Paper::A4)), "See .");
}

#[test]
fn a_hint_beside_a_page_number_still_names_its_field() {
    let pages = set(
        &format!("[ ] a <!-- page: two --> b [ ] c\n\nName <!-- page: two -->: ____\n{REST}"),
        Paper::A4,
    );
    is_sound(&pages);
    let fields: Vec<_> = pages.fields.iter().map(|field| field.name.as_str()).collect();
    assert_eq!(fields, ["form.choice.1", "form.blank.1"]);
    let labels = pages.pages[0].items.iter().filter_map(|item| match &item.mark {
        Mark::Widget(widget) => Some(widget.label.as_str()),
        _ => None,
    });
    assert_eq!(labels.collect::<Vec<_>>(), ["a b", "c", "Name"]);
}
