//! Comments that only concern the look of a page: what they do on paper, and that a wrong one is reported with its place.

use interview_kit::base::unit::{Paper, Pt};
use interview_kit::document::{self, Block};
use interview_kit::print::frame::{Mark, Pages};

use crate::support::{english_words, lines, parse, set, sources};

fn warnings(markdown: &str) -> String {
    let (sources, id) = sources(markdown, "guide.md");
    lines(&sources, &document::parse(&sources, id, &english_words).unwrap().warnings)
}

fn paged(markdown: &str) -> Pages {
    set(markdown, Paper::A4)
}

/// Where a text begins on the first page, from the left and from the top.
fn at(pages: &Pages, wanted: &str) -> (f32, f32) {
    let mut items = pages.pages[0].items.iter();
    let found = items
        .find(|item| matches!(&item.mark, Mark::Text(text) if text.run.text.trim_end() == wanted));
    let item = found.unwrap_or_else(|| panic!("`{wanted}` is not printed"));
    (item.at.x.0, item.at.y.0)
}

/// The boxes on the first page: where each begins from the top, and how long its side is, both in millimeters.
fn boxes(markdown: &str) -> Vec<(f32, f32)> {
    let pages = paged(markdown);
    let millimeters = |length: Pt| length.0 * 25.4 / 72.0;
    let items = pages.pages[0].items.iter();
    let found = items.filter_map(|item| match &item.mark {
        Mark::Frame { size, .. } => Some((millimeters(item.at.y), millimeters(size.width))),
        _ => None,
    });
    found.collect()
}

const TABLE: &str = "| a | b | c |\n|:--|:--|:--|\n| d | e | f |\n";

#[test]
fn columns_are_as_wide_as_the_hint_says_and_the_star_takes_the_rest() {
    let millimeter = 72.0 / 25.4;
    let pages = paged(&format!("<!-- table: 30 * 20 -->\n\n{TABLE}"));
    let (a, b, c) = (at(&pages, "a").0, at(&pages, "b").0, at(&pages, "c").0);
    assert!((b - a - 30.0 * millimeter).abs() < 0.1, "{a} {b}");
    assert!((c - b - 120.0 * millimeter).abs() < 0.1, "{b} {c}");
}

#[test]
fn a_column_is_never_narrower_than_its_longest_word() {
    let table = TABLE.replace("e |", "unbreakable |");
    let pages = paged(&format!("<!-- table: 100 2 60 -->\n\n{table}"));
    // On one line: no part of the word is printed by itself.
    let (b, c) = (at(&pages, "unbreakable").0, at(&pages, "f").0);
    assert!(c - b > 50.0, "{b} {c}");
}

#[test]
fn rows_are_as_tall_as_the_hint_says_and_lines_run_where_it_has_bars() {
    let lines_of = |markdown: &str| {
        let pages = paged(markdown);
        let items = &pages.pages[0].items;
        let tall = |mark: &Mark| matches!(mark, Mark::Fill { size, .. } if size.height > Pt(10.0));
        items.iter().filter(|item| tall(&item.mark)).count()
    };
    assert_eq!(lines_of(TABLE), 0);
    // A line for each of the two rows.
    assert_eq!(lines_of(&format!("<!-- table: 30 | 30 * -->\n\n{TABLE}")), 2);
    let two = format!("<!-- table: 30 30 *; rows 20 -->\n\n{TABLE}| g | h | i |\n");
    let pages = paged(&two);
    let step = at(&pages, "g").1 - at(&pages, "d").1;
    assert!((step - 20.0 * 72.0 / 25.4).abs() < 0.1, "{step}");
}

#[test]
fn columns_are_side_by_side_and_stay_in_reading_order() {
    let markdown = "# T\n\n<!-- columns -->\n\nleft\n\n<!-- next column -->\n\nright\n\n<!-- end columns -->\n\nbelow\n";
    assert_eq!(warnings(markdown), "");
    let pages = paged(markdown);
    let (left, right, below) = (at(&pages, "left"), at(&pages, "right"), at(&pages, "below"));
    assert!((left.1 - right.1).abs() < 0.01 && left.0 < right.0, "{left:?} {right:?}");
    assert!(below.1 > left.1 && (below.0 - left.0).abs() < 0.01, "{below:?}");
    let words: Vec<&str> = pages.pages[0]
        .items
        .iter()
        .filter_map(|item| match &item.mark {
            Mark::Text(text) if ["left", "right", "below"].contains(&text.run.text.as_str()) => {
                Some(text.run.text.as_str())
            }
            _ => None,
        })
        .collect();
    assert_eq!(words, ["left", "right", "below"]);
}

#[test]
fn columns_that_no_page_can_hold_follow_each_other() {
    let long = "word\n\n".repeat(80);
    let markdown =
        format!("<!-- columns -->\n\n{long}<!-- next column -->\n\nlast\n\n<!-- end columns -->\n");
    let pages = paged(&markdown);
    assert!(pages.pages.len() >= 2);
    let count = |wanted: &str| {
        let items = pages.pages.iter().flat_map(|page| &page.items);
        items
            .filter(
                |item| matches!(&item.mark, Mark::Text(text) if text.run.text.trim_end() == wanted),
            )
            .count()
    };
    assert_eq!((count("word"), count("last")), (80, 1));
}

#[test]
fn a_list_in_two_columns_has_the_first_half_of_its_items_at_the_left() {
    let pages = paged("<!-- style: two-columns -->\n\n- one\n- two\n- three\n");
    let (one, two, three) = (at(&pages, "one"), at(&pages, "two"), at(&pages, "three"));
    assert!((one.0 - two.0).abs() < 0.01 && three.0 > one.0 + 100.0, "{one:?} {two:?} {three:?}");
    assert!((one.1 - three.1).abs() < 0.01, "{one:?} {three:?}");
    let numbers = paged("<!-- style: two-columns -->\n\n1. one\n2. two\n3. three\n");
    assert!(at(&numbers, "3.").0 > at(&numbers, "1.").0);
}

#[test]
fn particulars_have_labels_above_their_lines_and_signatures_below() {
    let table = "| Name |\n|:--|\n| Ana |\n";
    let above = paged(&format!("<!-- style: particulars -->\n\n{table}"));
    assert!(at(&above, "Name").1 < at(&above, "Ana").1);
    let below = paged(&format!("<!-- style: signatures -->\n\n{table}"));
    assert!(at(&below, "Name").1 > at(&below, "Ana").1);
}

#[test]
fn options_are_spread_over_the_page() {
    let pages = paged("<!-- style: options -->\n\n[ ] yes [ ] no\n");
    let (yes, no) = (at(&pages, "yes"), at(&pages, "no"));
    assert!((yes.1 - no.1).abs() < 0.01 && no.0 - yes.0 > 200.0, "{yes:?} {no:?}");
}

#[test]
fn a_hint_changes_no_field_and_no_word() {
    let plain = format!("# T\n\n{}\n[ ] yes [ ] no\n\n- [ ] box\n", TABLE.replace("e |", "____ |"));
    let hinted = plain
        .replace("| a |", "<!-- style: particulars -->\n\n<!-- table: 30 | * 20 -->\n\n| a |")
        .replace("[ ] yes", "<!-- style: options -->\n\n[ ] yes")
        .replace("- [ ]", "<!-- style: two-columns -->\n\n- [ ]");
    assert_eq!(warnings(&hinted), "");
    let fields = |markdown: &str| {
        let pages = paged(markdown);
        pages
            .fields
            .iter()
            .map(|field| format!("{} {}", field.name, field.label))
            .collect::<Vec<_>>()
    };
    assert_eq!(fields(&plain), fields(&hinted));
    assert_eq!(fields(&plain).len(), 3);
}

#[test]
fn a_wrong_hint_is_reported_with_its_place_and_a_way_out() {
    let cases = [
        "<!-- style: optoins -->\n\n[ ] a [ ] b\n",
        "<!-- style: options -->\n\n- a\n",
        "<!-- style: particulars -->\n\n| a |\n|--|\n| b |\n| c |\n",
        "<!-- style: small -->\n",
        "<!-- table: 10 10 -->\n\n| a |\n|--|\n| b |\n",
        "<!-- table: 10 -->\n\ntext\n",
        "<!-- table: wide -->\n\n| a |\n|--|\n| b |\n",
        "<!-- table: 10; rows -->\n\n| a |\n|--|\n| b |\n",
        "<!-- table: | 10 -->\n\n| a |\n|--|\n| b |\n",
        "<!-- next column -->\n",
        "<!-- end columns -->\n",
        "<!-- columns -->\n\n<!-- columns -->\n\na\n\n<!-- end columns -->\n",
        "<!-- columns -->\n\na\n",
        "<!-- columns -->\n\na\n\n<!-- pagebreak -->\n\nb\n\n<!-- next column -->\n\nc\n\n<!-- end columns -->\n",
        "- a\n\n  <!-- columns -->\n",
    ];
    let report: Vec<String> =
        cases.iter().map(|markdown| format!("{markdown}\n{}", warnings(markdown))).collect();
    insta::assert_snapshot!(report.join("\n---\n"));
}

#[test]
fn other_comments_are_no_hints() {
    for comment in ["<!-- styles: small -->", "<!-- column -->", "<!-- a: b -->", "<!-- table -->"]
    {
        assert_eq!(warnings(&format!("{comment}\n\ntext\n")), "", "{comment}");
        assert!(matches!(
            parse(&format!("{comment}\n\ntext\n")).blocks.as_slice(),
            [Block::Paragraph(_)]
        ));
    }
}

#[test]
fn boxes_that_are_read_from_paper_have_five_millimeters_and_are_apart() {
    let many = "[ ] a ".repeat(60);
    let cases = [
        "- [ ] a\n- [ ] b\n- [ ] c\n".to_owned(),
        "| a | b |\n|--|--|\n| [ ] a | b |\n| [ ] a | b |\n".to_owned(),
        format!("{many}\n"),
        format!("| a |\n|--|\n| {many} |\n| {many} |\n"),
    ];
    for markdown in cases {
        let boxes = boxes(&markdown);
        assert!(boxes.len() > 1, "{markdown}");
        assert!(boxes.iter().all(|(_, side)| (side - 5.0).abs() < 0.01), "{markdown} {boxes:?}");
        let steps: Vec<f32> = boxes.windows(2).map(|two| two[1].0 - two[0].0).collect();
        assert!(steps.iter().all(|step| step.abs() < 0.01 || *step > 7.49), "{markdown} {steps:?}");
    }
}

#[test]
fn boxes_in_fine_print_are_small() {
    let small = "<!-- style: small -->\n\n- [ ] a\n- [ ] b\n";
    for markdown in [small.to_owned(), small.replace("small", "two-columns")] {
        assert!(boxes(&markdown).iter().all(|(_, side)| (side - 3.2).abs() < 0.01), "{markdown}");
    }
}

#[test]
fn words_beside_a_box_are_in_its_middle() {
    for markdown in ["- [ ] word\n", "[ ] word\n", "| a | word |\n|--|--|\n| [ ] | x |\n"] {
        let pages = paged(markdown);
        let wanted = if markdown.contains('x') { "x" } else { "word" };
        let (top, side) = boxes(markdown)[0];
        let baseline = at(&pages, wanted).1 * 25.4 / 72.0;
        // Small letters are half as high as the font size.
        let middle = baseline - 10.0 * 0.25 * 25.4 / 72.0;
        assert!((middle - (top + side / 2.0)).abs() < 0.5, "{markdown} {middle} {top}");
    }
}
