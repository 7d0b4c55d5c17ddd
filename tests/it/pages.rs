//! Setting documents on pages: what is together, what is torn, and that nothing overlaps or leaves the margins.

use interview_kit::base::unit::{Mm, Paper, Pt, TextSize};
use interview_kit::print::Style;
use interview_kit::print::frame::{Artifact, Ink, Mark, Owner, Page};
use proptest::prelude::*;

use crate::geometry::{areas, is_sound};
use crate::support::set;

const FORM: &str = "## Why?\n\n*byline*\n\n**Covers**\n\n- [ ] one\n- [ ] two\n\n**Rating:** [ ] 1 [ ] 2\n\n```notes\n\n\n```\n\n";

fn texts(page: &Page) -> String {
    let words = page.items.iter().filter_map(|item| match &item.mark {
        Mark::Text(text) => Some(text.run.text.as_str()),
        _ => None,
    });
    words.collect::<Vec<_>>().join("|")
}

/// Lines to write on.
fn ruled(page: &Page) -> Vec<Pt> {
    let looks =
        page.items.iter().flat_map(|item| item.appearance().iter().map(move |look| (item, look)));
    let lines = looks.filter_map(|(item, look)| match &look.mark {
        Mark::Line { ink: Ink::Gray(0.2), .. } => Some(item.at.y + look.at.y),
        _ => None,
    });
    lines.collect()
}

#[test]
fn a_small_guide_is_set_as_designed() {
    let guide = format!(
        "---\nheader: [Kit, v2]\nnames: {{Candidate: , Interviewer: Zoë}}\nfooter: Foot\n---\n# Title\n\n<!-- pagebreak -->\n\n{FORM}"
    );
    insta::assert_snapshot!(set(&guide, Paper::A4));
}

#[test]
fn boxes_and_blanks_begin_a_new_line_where_the_text_does_and_keep_their_full_stops() {
    let guide = "Name: ____\\\nDate: ____, place: ____.\n\n(____) or (____)\n\nRate: [ ] a\\\n[ ] b [ ] c\n";
    insta::assert_snapshot!(set(guide, Paper::A4));
}

/// The places of words, from the top of their page.
fn heights(guide: &str, words: [&str; 2]) -> [f32; 2] {
    let pages = set(guide, Paper::A4);
    words.map(|words| {
        let is_it = |mark: &Mark| matches!(mark, Mark::Text(text) if text.run.text.trim() == words);
        pages.pages[0].items.iter().find(|item| is_it(&item.mark)).unwrap().at.y.0
    })
}

#[test]
fn two_line_ends_leave_an_empty_line() {
    let [one, other] = heights("one<br><br>other\n", ["one", "other"]);
    assert!((other - one - 28.0).abs() < 0.01, "{one} {other}");
}

#[test]
fn the_boxes_of_a_cell_stand_on_one_line_where_there_is_room() {
    let words = "some words and ".repeat(4);
    let guide = format!("|a|b|\n|--|--|\n| [ ] yes [ ] perhaps | {words} |\n");
    let [yes, perhaps] = heights(&guide, ["yes", "perhaps"]);
    assert!((yes - perhaps).abs() < 0.01, "{yes} {perhaps}");
}

#[test]
fn note_space_takes_what_is_left_of_the_page_in_equal_parts() {
    let pages = set(&FORM.repeat(2), Paper::A4);
    assert_eq!(pages.pages.len(), 1);
    let lines = ruled(&pages.pages[0]);
    let gap = |pair: &[Pt]| pair[1] - pair[0];
    let between = lines.windows(2).position(|pair| gap(pair) > Pt(30.0)).unwrap() + 1;
    assert!(between.abs_diff(lines.len() - between) <= 1);
    let last = lines.last().copied().unwrap();
    let bottom = pages.size.height - Pt::from(Mm(23.0));
    assert!(bottom - last < Pt::from(Mm(8.0)), "{last:?}");
}

#[test]
fn ruled_lines_are_eight_millimetres_apart_and_boxes_five_wide() {
    let pages = set(FORM, Paper::Letter);
    let lines = ruled(&pages.pages[0]);
    for pair in lines.windows(2) {
        assert!(((pair[1] - pair[0]).0 - Pt::from(Mm(8.0)).0).abs() < 0.01);
    }
    let boxes = areas(&pages.pages[0]).into_iter().filter(|(_, name)| name == "box");
    for (rect, _) in boxes {
        assert!((rect.width.0 - Pt::from(Mm(5.0)).0).abs() < 0.01 && rect.width == rect.height);
    }
}

#[test]
fn a_form_is_never_torn_where_a_page_can_hold_it() {
    let pages = set(&FORM.repeat(7), Paper::A4);
    for page in &pages.pages {
        let text = texts(page);
        assert_eq!(text.matches("Why?").count(), text.matches("Rating:").count(), "{text}");
    }
}

#[test]
fn a_form_that_no_page_can_hold_says_that_it_goes_on() {
    let items = "- [ ] something to listen for\n".repeat(90);
    let pages = set(
        &format!("## Why so long?\n\n{items}\n**Rating:** [ ] 1 [ ] 2\n\n```notes\n\n```\n"),
        Paper::A4,
    );
    assert!(pages.pages.len() > 1);
    for page in &pages.pages[1..] {
        assert!(texts(page).contains("Why so long? (continued)"), "{}", texts(page));
    }
    is_sound(&pages);
}

#[test]
fn a_heading_is_never_the_last_thing_on_a_page() {
    for lines in 30..60 {
        let guide = format!("{}\n\n# Heading\n\nText below it.\n", "A line.\n\n".repeat(lines));
        let pages = set(&guide, Paper::A4);
        let page = pages.pages.iter().find(|page| texts(page).contains("Heading")).unwrap();
        assert!(texts(page).contains("Text below it."), "after {lines} lines");
    }
}

#[test]
fn a_table_repeats_its_heading_as_an_artifact_on_every_page() {
    let rows = "| a | b |\n".repeat(120);
    let pages = set(&format!("| Left | Right |\n|--|--|\n{rows}"), Paper::A4);
    assert!(pages.pages.len() > 2);
    for (index, page) in pages.pages.iter().enumerate() {
        let head = page
            .items
            .iter()
            .find(|item| matches!(&item.mark, Mark::Text(text) if text.run.text == "Left"));
        let is_artifact = matches!(head.unwrap().owner, Owner::Artifact(Artifact::Pagination));
        assert_eq!(is_artifact, index > 0);
    }
}

#[test]
fn a_row_that_continues_on_another_page_repeats_its_label() {
    let lines: Vec<String> = (0..90).map(|line| format!("line {line}")).collect();
    let row = format!("| Topic | 3 | {} | a<br>b<br>c |", lines.join("<br>"));
    let guide = format!("<!-- table: 30 20 * 30 -->\n\n| A | B | C | D |\n|--|--|--|--|\n{row}\n");
    let pages = set(&guide, Paper::A4);
    assert_eq!(pages.pages.len(), 2);
    for (index, page) in pages.pages.iter().enumerate() {
        let owners = |text: &str| -> Vec<bool> {
            let is_it = |mark: &Mark| matches!(mark, Mark::Text(it) if it.run.text == text);
            let found = page.items.iter().filter(|item| is_it(&item.mark));
            found.map(|item| matches!(item.owner, Owner::Artifact(Artifact::Pagination))).collect()
        };
        for called in ["Topic", "3"] {
            assert_eq!(owners(called), [index > 0], "{called}");
        }
        // What is read in the row is read once.
        assert_eq!(owners("b").len(), usize::from(index == 0));
    }
    is_sound(&pages);
    let all: Vec<String> = pages.pages.iter().map(texts).collect();
    for line in lines {
        assert_eq!(all.join("|").split('|').filter(|it| *it == line).count(), 1, "{line}");
    }
}

#[test]
fn a_table_of_a_few_rows_stays_on_one_page_unless_it_would_leave_half_a_page_empty() {
    for (lines_of_a_row, page) in [(1, 1), (9, 0)] {
        let row = format!("| {} | ____ |\n", ["a"; 9][..lines_of_a_row].join("<br>"));
        let table = format!("| Topic | Consensus |\n|--|--|\n{}", row.repeat(4));
        let lines = if lines_of_a_row == 1 { 31 } else { 15 };
        let pages = set(&format!("{}{table}", "A line.\n\n".repeat(lines)), Paper::A4);
        assert_eq!(pages.pages.len(), 2);
        let begins = pages.pages.iter().position(|page| texts(page).contains("Topic"));
        assert_eq!(begins, Some(page), "{lines_of_a_row}");
    }
}

#[test]
fn long_words_long_names_and_empty_cells_stay_inside_the_margins() {
    let word = "unbreakable".repeat(40);
    let guide = format!(
        "---\nheader: [\"{word}\", \"Candidate: {word}\"]\nfooter: \"{word}\"\n---\n# {word}\n\n{word}\n\n- [ ] {word}\n\n\
         | {word} | b | |\n|--|--|--|\n| {word} | {word} | ____ |\n| | | |\n\n> > - {word}\n\n```\n{word}\n```\n\n**{word}:** [ ] {word} [ ] b\n\n`{word}`\n"
    );
    for paper in [Paper::A4, Paper::Letter] {
        is_sound(&set(&guide, paper));
    }
}

#[test]
fn a_page_break_at_the_end_or_twice_makes_no_empty_page() {
    let guide = "a\n\n<!-- pagebreak -->\n\n<!-- pagebreak -->\n\nb\n\n<!-- pagebreak -->\n";
    assert_eq!(set(guide, Paper::A4).pages.len(), 2);
    assert_eq!(set("", Paper::A4).pages.len(), 1);
}

#[test]
fn ten_thousand_lines_of_notes_are_no_more_than_a_page_of_them() {
    let pages = set(&format!("# Q\n\n```notes\n{}```\n", "\n".repeat(10_000)), Paper::A4);
    assert!(pages.pages.len() <= 2);
    is_sound(&pages);
}

fn any_guide() -> impl Strategy<Value = String> {
    let block = prop_oneof![
        Just("# Heading\n\n".to_owned()),
        Just(
            "## A longer heading that may well need more than a single line to be set on\n\n"
                .to_owned()
        ),
        Just(FORM.to_owned()),
        (1..40usize).prop_map(|n| format!("{}\n\n", "words and more words ".repeat(n))),
        (1..30usize)
            .prop_map(|n| format!("{}\n", "- item\n  - nested **strong** `code`\n".repeat(n))),
        (1..40usize).prop_map(|n| format!(
            "| a | wide heading | 1 |\n|--|:-:|--:|\n{}\n",
            "| cell | [ ] | ____ |\n".repeat(n)
        )),
        Just("> quoted words\n\n".to_owned()),
        Just("```\ncode\n\tmore\n```\n\n".to_owned()),
        Just("<!-- pagebreak -->\n\n".to_owned()),
        Just("Name: ____________ Date: ________ and ~~struck~~ [link](http://a.b)\n\n".to_owned()),
        Just("---\n\n".to_owned()),
    ];
    proptest::collection::vec(block, 1..10).prop_map(|blocks| blocks.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn any_guide_is_set_without_overlap_or_clipping(guide in any_guide(), letter in any::<bool>()) {
        is_sound(&set(&guide, if letter { Paper::Letter } else { Paper::A4 }));
    }
}

#[test]
fn a_page_with_notes_ends_at_the_bottom_of_the_text_area() {
    let probes = "<!-- style: small -->\n\n- last\n";
    for paper in [Paper::A4, Paper::Letter] {
        for after in ["", probes] {
            let style = Style::new(paper, TextSize::Regular);
            let pages = set(&format!("# Why?\n\nText.\n\n```notes\n\n```\n\n{after}"), paper);
            let page = &pages.pages[0];
            let bottom = pages.size.height - style.bottom;
            let end = if after.is_empty() {
                *ruled(page).last().unwrap()
            } else {
                let last = page
                    .items
                    .iter()
                    .find(|item| matches!(&item.mark, Mark::Text(text) if text.run.text == "last"));
                // The baseline of a line is above its lower edge.
                last.unwrap().at.y + Pt(2.8)
            };
            assert!((end - bottom).0.abs() < 0.6, "{end:?} {bottom:?}");
        }
    }
    // Without notes that grow, what is left of a page is at its end.
    let fixed = "<!-- style: fixed -->\n\n```notes\n\n```\n";
    let ends: Vec<Pt> = ["A\n\n", "A\n\nB\n\n"]
        .iter()
        .map(|text| *ruled(&set(&format!("{text}{fixed}"), Paper::A4).pages[0]).last().unwrap())
        .collect();
    assert!(ends[0] < ends[1] && ends[1] < Pt(200.0), "{ends:?}");
}

#[test]
fn questions_on_a_page_are_seven_millimeters_apart_with_a_thick_line_between_them() {
    for (paper, gap) in [(Paper::A4, 3.5), (Paper::Letter, 2.4)] {
        let form = "## Why?\n\n<!-- style: fixed -->\n\n```notes\n\n```\n\n";
        let pages = set(&form.repeat(2), paper);
        let items = &pages.pages[0].items;
        let thick = items
            .iter()
            .find(|item| matches!(item.mark, Mark::Line { width, .. } if width == Pt(1.5)));
        let line = thick.unwrap().at.y;
        let above = ruled(&pages.pages[0])[0];
        assert!(((line - above) - Pt::from(Mm(gap))).0.abs() < 0.01, "{line:?} {above:?}");
    }
}
