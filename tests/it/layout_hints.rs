//! Comments that only concern the look of a page: what they do on paper, and that a wrong one is reported with its place.

use interview_kit::base::unit::{Paper, Pt};
use interview_kit::document::{self, Block};
use interview_kit::print::frame::{Artifact, ElementId, Mark, Owner, Pages, Role};

use crate::geometry::is_sound;
use crate::support::{blocks, english_words, lines, parse, set, sources};

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

const MILLIMETER: f32 = 72.0 / 25.4;

/// A rating scale with these labels behind its numbers, and what its points mean.
fn ratings(labels: &[&str], anchors: &[&str]) -> String {
    let (last, points) = labels.split_last().unwrap();
    let points = (1..).zip(points).map(|(number, label)| format!("| [ ] {number} {label} "));
    let rule = "|:--".repeat(labels.len());
    let row =
        if anchors.is_empty() { String::new() } else { format!("| {} |\n", anchors.join(" | ")) };
    let head: String = points.collect();
    format!("<!-- style: ratings -->\n\n{head}| [ ] {last} |\n{rule}|\n{row}")
}

const FIVE: [&str; 6] = ["Weak", "Partial", "Solid", "Strong", "Exceptional", "Not assessed"];

/// The left edges of the boxes to tick on the first page, in millimeters from the left edge of the text.
fn box_edges(pages: &Pages) -> Vec<f32> {
    let boxes = pages.pages[0].items.iter().filter(|item| matches!(item.mark, Mark::Widget(_)));
    boxes.map(|item| (item.at.x.0 / MILLIMETER - 20.0) * 10.0).map(|it| it.round() / 10.0).collect()
}

#[test]
fn the_boxes_of_a_rating_scale_are_where_readers_of_paper_expect_them() {
    for paper in [Paper::A4, Paper::Letter] {
        for anchors in [&[][..], &["one", "", "three", "", "five", "none"]] {
            let pages = set(&ratings(&FIVE, anchors), paper);
            assert_eq!(box_edges(&pages), [0.0, 26.0, 52.0, 78.0, 104.0, 131.0]);
            is_sound(&pages);
        }
    }
    let long = "Außergewöhnlich";
    let pages = paged(&ratings(&[long, long, long, "Not assessed"], &[]));
    assert_eq!(box_edges(&pages), [0.0, 43.3, 86.7, 131.0]);
    let pages = paged(&ratings(&[long, long, long, long, long, long, long, long], &[]));
    let sevenths = (0..7_u8).map(|point| (f32::from(point) * 1300.0 / 7.0).round() / 10.0);
    assert_eq!(box_edges(&pages), sevenths.chain([131.0]).collect::<Vec<_>>());
    is_sound(&pages);
}

#[test]
fn what_a_point_means_is_under_its_box_or_under_that_of_its_neighbor() {
    let pages = paged(&ratings(&FIVE, &["one", "two", "three", "four", "five", "none"]));
    let number = |word: &str| {
        let (right, y) = at(&pages, word);
        let is_number = |text: &str| text.parse::<u8>().is_ok();
        let numbers = pages.pages[0].items.iter().filter(|item| {
            let is_beside = (item.at.y.0 - y).abs() < 0.01 && item.at.x.0 < right;
            is_beside && matches!(&item.mark, Mark::Text(text) if is_number(&text.run.text))
        });
        numbers.map(|item| item.at.x.0).fold(0.0, f32::max) / MILLIMETER - 20.0
    };
    for (word, column) in
        [("one", 0.0), ("two", 0.0), ("three", 52.0), ("four", 52.0), ("five", 104.0)]
    {
        assert!((number(word) - column).abs() < 0.1, "{word} {}", number(word));
    }
    assert!(at(&pages, "two").1 > at(&pages, "one").1 + 10.0);
    assert!((at(&pages, "three").1 - at(&pages, "one").1).abs() < 0.01);
}

#[test]
fn words_that_do_not_fit_beside_their_boxes_are_below_all_of_them() {
    let beside = paged(&ratings(&FIVE, &[]));
    assert!((at(&beside, "Weak").1 - at(&beside, "1").1).abs() < 0.01);
    let mut labels = FIVE;
    labels[1] = "Does not meet the bar yet";
    let below = paged(&ratings(&labels, &[]));
    assert!(at(&below, "Weak").1 > at(&below, "1").1 + 10.0);
    assert_eq!(box_edges(&below), box_edges(&beside));
    assert!((at(&below, "Not assessed").1 - at(&beside, "Not assessed").1).abs() < 0.01);
    is_sound(&below);
}

#[test]
fn a_rating_scale_is_a_table_and_one_field() {
    let hint = "<!-- field: rating = 1 2 3 4 5 not-assessed -->";
    let above = ratings(&FIVE, &["one", "", "", "", "", ""]);
    let above = format!("# T\n\n<a id=\"intake\"></a>\n\n## Why?\n\n{hint}\n\n{above}");
    let inside = above.replace(hint, "").replace("| [ ] 1", &format!("| {hint}[x] 1"));
    for markdown in [&above, &inside] {
        assert_eq!(warnings(markdown), "");
        let pages = paged(markdown);
        let fields: Vec<_> =
            pages.fields.iter().map(|it| (it.name.as_str(), it.label.as_str())).collect();
        assert_eq!(fields, [("intake.rating", "Why?")]);
        let values = pages.pages[0].items.iter().filter_map(|item| match &item.mark {
            Mark::Widget(widget) => widget.value.clone(),
            _ => None,
        });
        assert_eq!(values.collect::<Vec<_>>(), ["1", "2", "3", "4", "5", "not-assessed"]);
        let roles: Vec<Role> = pages.elements.iter().map(|element| element.role).collect();
        let count = |wanted: fn(&Role) -> bool| roles.iter().filter(|role| wanted(role)).count();
        assert_eq!(count(|role| matches!(role, Role::Row)), 2);
        assert_eq!(count(|role| matches!(role, Role::Header(_))), 6);
        assert_eq!(count(|role| matches!(role, Role::Cell)), 6);
        assert!(pages.pages[0].items.iter().all(|item| match (&item.mark, item.owner) {
            (Mark::Text(_), Owner::Element(ElementId(id))) => id > 0,
            (Mark::Text(_), Owner::Artifact(_)) => item.at.y.0 > 700.0,
            _ => true,
        }));
    }
}

const AGENDA: &str = "| Clock | Min | What |\n|:--|--:|:--|\n| 9:00 | 15 | Opening |\n| 9:15 | 30 | 1. Why? |\n| 9:45 | 3 | [12](#b) |\n| 9:48 | | End |\n";

/// The texts of an artifact on the first page and the middle of each, in millimeters from the left edge of the text.
fn drawn_texts(pages: &Pages) -> Vec<(String, f32)> {
    let texts = pages.pages[0].items.iter().filter_map(|item| match (&item.mark, item.owner) {
        (Mark::Text(text), Owner::Artifact(Artifact::Layout)) => {
            let middle = item.at.x + text.run.advance() / 2.0;
            Some((text.run.text.clone(), middle.0 / MILLIMETER - 20.0))
        }
        _ => None,
    });
    texts.collect()
}

#[test]
fn a_timeline_is_to_scale_and_says_what_the_table_says() {
    let markdown = format!(
        "<!-- timeline: 60; 0 9:00, 30 9:30, 60 10:00 -->\n\n{AGENDA}\n<a id=\"b\"></a>\n\n# b\n"
    );
    assert_eq!(warnings(&markdown), "");
    let pages = paged(&markdown);
    is_sound(&pages);
    let bar = pages.pages[0].items.iter().find_map(|item| match &item.mark {
        Mark::Line { length, .. } => Some(length.0 / MILLIMETER),
        _ => None,
    });
    let width = bar.unwrap();
    assert!((width - 170.0 * 48.0 / 60.0).abs() < 0.01, "{width}");
    let texts = drawn_texts(&pages);
    let words: Vec<&str> = texts.iter().map(|it| it.0.as_str()).collect();
    assert_eq!(words, ["1", "12", "10:00", "9:00", "9:30"]);
    let middle = |word: &str| texts.iter().find(|it| it.0 == word).unwrap().1;
    for (word, minute) in [("1", 30.0), ("12", 46.5), ("9:30", 30.0)] {
        assert!((middle(word) - 170.0 * minute / 60.0).abs() < 0.1, "{word} {}", middle(word));
    }
    assert!(middle("9:00") > 2.0 && middle("10:00") < 168.0, "labels stay inside");
    // The table is the same without it.
    let words = |pages: &Pages| {
        let items = pages.pages[0].items.iter();
        let texts = items.filter_map(|item| match (&item.mark, item.owner) {
            (Mark::Text(text), Owner::Element(_)) => Some(text.run.text.clone()),
            _ => None,
        });
        texts.collect::<Vec<_>>()
    };
    let plain = paged(&markdown[markdown.find('|').unwrap()..]);
    assert_eq!((words(&pages), pages.elements), (words(&plain), plain.elements));
}

#[test]
fn labels_of_a_timeline_that_have_no_space_are_left_out_and_segments_end_with_the_column() {
    let ticks: Vec<String> = (0..=60).map(|minute| format!("{minute} 9:{minute:02}")).collect();
    let table = AGENDA.replace("| 30 |", "| 80 |");
    let markdown = format!(
        "<!-- timeline: 60; {} -->\n\n{table}\n<a id=\"b\"></a>\n\n# b\n",
        ticks.join(", ")
    );
    assert!(warnings(&markdown).contains("has 60 minutes, but the table below it has 98"));
    let pages = paged(&markdown);
    is_sound(&pages);
    let texts = drawn_texts(&pages);
    let count = |word: &str| texts.iter().filter(|it| it.0 == word).count();
    assert!(texts.len() < 25 && count("9:00") == 1 && count("9:60") == 1, "{texts:?}");
    assert_eq!((count("1"), count("12")), (1, 0));
}

#[test]
fn a_scale_has_its_ticks_below_the_values_of_the_heading() {
    let scale = "<!-- scale: 1 2 3 4 5 -->";
    let rows = format!("| a | {scale} |\n| b<br>c<br>d | {scale} |\n");
    let markdown = format!("<!-- table: * | 40 -->\n\n| What | {scale} |\n|:--|:--|\n{rows}");
    assert_eq!(warnings(&markdown), "");
    let pages = paged(&markdown);
    is_sound(&pages);
    let items = &pages.pages[0].items;
    let middle = |value: &str| {
        let item = items
            .iter()
            .find(|item| matches!(&item.mark, Mark::Text(text) if text.run.text == value));
        let item = item.unwrap();
        let Mark::Text(text) = &item.mark else { panic!() };
        assert!(matches!(item.owner, Owner::Element(_)));
        item.at.x + text.run.advance() / 2.0
    };
    let ticks = |from: Pt, to: Pt| -> Vec<(Pt, Pt)> {
        let ticks = items.iter().filter_map(|item| match &item.mark {
            Mark::Fill { size, .. }
                if size.height < Pt(8.0) && item.at.y > from && item.at.y < to =>
            {
                Some((item.at.x + size.width / 2.0, item.at.y + size.height / 2.0))
            }
            _ => None,
        });
        ticks.collect()
    };
    let (a, b, d) = (at(&pages, "a").1, at(&pages, "b").1, at(&pages, "d").1);
    let (first, second) = (ticks(Pt::ZERO, Pt(a + 5.0)), ticks(Pt(a + 5.0), Pt(900.0)));
    assert_eq!((first.len(), second.len()), (5, 5));
    for (value, ((x, _), (below, y))) in
        ["1", "2", "3", "4", "5"].iter().zip(first.iter().zip(&second))
    {
        assert!((x.0 - middle(value).0).abs() < 0.05 && (x.0 - below.0).abs() < 0.01, "{value}");
        assert!(y.0 > b && y.0 < d, "in the middle of the row");
    }
    assert_eq!(
        items
            .iter()
            .filter(|item| matches!(&item.mark, Mark::Text(text) if text.run.text == "3"))
            .count(),
        1
    );
}

#[test]
fn a_column_with_a_scale_is_wide_enough_for_its_values() {
    let markdown = "<!-- table: * 5 -->\n\n| What | <!-- scale: 100 200 300 --> |\n|:--|:--|\n| a | <!-- scale: 100 200 300 --> |\n";
    let pages = paged(markdown);
    is_sound(&pages);
    assert_eq!(warnings(markdown), "");
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
        "<!-- style: ratings -->\n\n| [ ] 1 | [ ] 2 | text |\n|--|--|--|\n",
        "<!-- style: ratings -->\n\n| [ ] 1 | [ ] 2 | [ ] 3 |\n|--|--|--|\n| a | b | c |\n| a | b | c |\n",
        "<!-- table: 10 10 -->\n\n| a |\n|--|\n| b |\n",
        "<!-- table: 10 -->\n\ntext\n",
        "<!-- table: wide -->\n\n| a |\n|--|\n| b |\n",
        "<!-- table: 10; rows -->\n\n| a |\n|--|\n| b |\n",
        "<!-- table: | 10 -->\n\n| a |\n|--|\n| b |\n",
        "<!-- timeline: soon -->\n\n| a |\n|--|\n| 1 |\n",
        "<!-- timeline: 0 -->\n\n| a |\n|--|\n| 1 |\n",
        "<!-- timeline: 60; 61 late -->\n\n| a |\n|--|\n| 1 |\n",
        "<!-- timeline: 60; 30 -->\n\n| a |\n|--|\n| 1 |\n",
        "<!-- timeline: 60 -->\n\n| a |\n|--|\n| b |\n",
        "<!-- timeline: 60 -->\n\n| a |\n|--|\n| 61 |\n",
        "<!-- timeline: 60 -->\n\ntext\n",
        "<!-- scale: 1 2 3 -->\n\ntext\n",
        "text <!-- scale: 1 2 3 -->\n",
        "| a |\n|--|\n| more <!-- scale: 1 2 3 --> |\n| <!-- scale: 1 --> |\n",
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
            blocks(&parse(&format!("{comment}\n\ntext\n"))).as_slice(),
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
