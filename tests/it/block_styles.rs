//! Blocks that look different from others of their kind: headings with a number at their left and a time at their right, what is read
//! aloud, lists of what is asked, labels, and space for notes that does not grow.

use std::collections::BTreeSet;

use interview_kit::base::unit::{Mm, Paper, Pt, TextSize};
use interview_kit::document;
use interview_kit::print::frame::{Ink, Item, Mark, Owner, Pages, Role, Text};
use interview_kit::print::layout::typeset;
use interview_kit::print::{Fonts, Style};

use crate::font_files::FontFile;
use crate::geometry::is_sound;
use crate::support::{english_words, lines, parse, set, sources};

fn warnings(markdown: &str) -> String {
    let (sources, id) = sources(markdown, "guide.md");
    lines(&sources, &document::parse(&sources, id, &english_words).unwrap().warnings)
}

fn paged(markdown: &str) -> Pages {
    assert_eq!(warnings(markdown), "");
    let pages = set(markdown, Paper::A4);
    is_sound(&pages);
    pages
}

/// The text items of the first page, with their places.
fn texts(pages: &Pages) -> Vec<(&Item, &Text)> {
    let items = pages.pages[0].items.iter();
    items
        .filter_map(|item| match &item.mark {
            Mark::Text(text) => Some((item, text)),
            _ => None,
        })
        .collect()
}

/// The item on the first page whose text begins with this.
#[track_caller]
fn text<'p>(pages: &'p Pages, wanted: &str) -> (&'p Item, &'p Text) {
    let all = texts(pages);
    let found = all.iter().find(|(_, text)| text.run.text.starts_with(wanted));
    *found.unwrap_or_else(|| panic!("`{wanted}` is not printed"))
}

fn x(pages: &Pages, wanted: &str) -> f32 {
    text(pages, wanted).0.at.x.0
}

fn y(pages: &Pages, wanted: &str) -> f32 {
    text(pages, wanted).0.at.y.0
}

/// The roles from an item's element up to the document.
fn roles(pages: &Pages, wanted: &str) -> Vec<Role> {
    let Owner::Element(mut id) = text(pages, wanted).0.owner else { panic!("{wanted}") };
    let mut roles = Vec::new();
    loop {
        let element = &pages.elements[id.index()];
        roles.push(element.role);
        match element.parent {
            Some(parent) => id = parent,
            None => return roles,
        }
    }
}

/// The sides of the boxes on the first page.
fn sides(pages: &Pages) -> Vec<Pt> {
    let items = pages.pages[0].items.iter();
    let side = |item: &Item| match &item.mark {
        Mark::Frame { size, .. } => Some(size.width),
        _ => None,
    };
    items.filter_map(side).collect()
}

fn is(a: f32, b: impl Into<Pt>) -> bool {
    (a - b.into().0).abs() < 0.05
}

const LONG: &str = "Howling dogs, and words that are so many that they need two lines at least, whatever the size is, or three";

#[test]
fn the_words_of_a_question_begin_to_the_right_of_its_number_on_every_line() {
    for (style, indent, size) in
        [("ask", 13.0, 20.0), ("question", 9.0, 15.0), ("scored", 7.0, 12.0)]
    {
        let long = LONG.replace(',', "");
        let pages = paged(&format!("<!-- style: {style} -->\n\n# 7. {long} {long}\n\n*By line*\n"));
        assert!(is(x(&pages, "Howling") - x(&pages, "7"), Mm(indent)), "{style}");
        let all = texts(&pages);
        let words: Vec<_> = all.iter().filter(|(_, text)| text.size == Pt(size)).collect();
        let words: Vec<_> = words.iter().filter(|(_, text)| text.run.text.trim() != "7").collect();
        assert!(
            words.len() > 1
                && words.iter().all(|(item, _)| is(item.at.x.0, Pt(x(&pages, "Howling"))))
        );
        // The number has no full stop, but a space, so that it is read apart. It is on the first line, and the byline begins where the words do.
        assert_eq!(text(&pages, "7").1.run.text, "7 ");
        assert!(is(y(&pages, "7"), Pt(y(&pages, "Howling"))), "{style}");
        assert!(is(x(&pages, "By line"), Pt(x(&pages, "Howling"))), "{style}");
        assert_eq!(roles(&pages, "7"), [Role::Heading(1), Role::Document]);
    }
}

#[test]
fn a_wide_number_moves_the_words_of_its_question() {
    let pages = paged("<!-- style: scored -->\n\n# 123456789. Why?\n\n*By line*\n");
    assert!(x(&pages, "Why") - x(&pages, "1") > 45.0);
    assert!(is(x(&pages, "By line"), Pt(x(&pages, "Why"))));
    // Only digits, a full stop and a space make a number.
    for heading in ["1.5 hours", "Why 1. now", "1.", "1) Why"] {
        let pages = paged(&format!("<!-- style: ask -->\n\n# {heading}\n"));
        assert_eq!(texts(&pages)[0].1.run.text.trim(), heading);
    }
}

#[test]
fn the_bookmark_of_a_question_has_its_number_and_not_its_time() {
    let pages =
        paged("<!-- style: ask -->\n\n# 1. Why?\n\n<!-- style: time -->\n\n**9:03** · 8 min\n");
    assert_eq!(pages.outline[0].title, "1. Why?");
}

#[test]
fn a_time_ends_the_first_line_of_its_heading_and_only_that_line_is_shorter() {
    for style in ["ask", "question", "scored"] {
        let heading = format!("<!-- style: {style} -->\n\n# 1. {LONG} {LONG}\n\n");
        let pages =
            paged(&format!("{heading}<!-- style: time -->\n\n**9:03** · 8 min\n\n*By line*\n"));
        let plain = paged(&format!("{heading}*By line*\n"));
        let end = |(item, text): (&Item, &Text)| item.at.x + text.run.advance();
        let right = pages.size.width - Pt::from(Mm(20.0));
        assert!(is(end(text(&pages, " · 8 min")).0, right), "{style}");
        assert!(is(y(&pages, "9:03"), Pt(y(&pages, "Howling"))), "{style}");
        assert!(end(text(&pages, "Howling")) < text(&pages, "9:03").0.at.x - Pt(15.0), "{style}");
        // Another line is as long as it would be without the time.
        let longest = |pages: &Pages| {
            let all = texts(pages);
            let first = y(pages, "Howling");
            let size = text(pages, "Howling").1.size;
            let others = all.iter().filter(|(it, text)| it.at.y.0 > first && text.size == size);
            others.map(|it| end(*it).0).fold(0.0, f32::max)
        };
        assert!(longest(&pages) > text(&pages, "9:03").0.at.x.0, "{style} {}", longest(&plain));
        assert!(is(x(&pages, "By line"), Pt(x(&pages, "Howling"))), "{style}");
        assert_eq!(roles(&pages, "9:03"), [Role::Paragraph, Role::Division, Role::Document]);
        assert_eq!(roles(&pages, "Howling"), [Role::Heading(1), Role::Division, Role::Document]);
    }
}

#[test]
fn a_time_that_leaves_too_little_for_its_heading_is_below_it() {
    let time = "**9:03–9:11** and many words that say more than when it is";
    for heading in ["Why?".to_owned(), "W".repeat(34), LONG.to_owned()] {
        let pages = paged(&format!(
            "<!-- style: question -->\n\n# 1. {heading}\n\n<!-- style: time -->\n\n{time} {time}\n"
        ));
        let printed: String =
            texts(&pages).iter().map(|(_, text)| text.run.text.as_str()).collect();
        assert!(
            printed.contains(&format!("1 {heading}9:03")) || printed.contains("three9:03"),
            "{printed}"
        );
        assert!(y(&pages, "9:03") > y(&pages, "1") + 10.0);
    }
    // A word is not broken for the sake of a time.
    let word = "W".repeat(28);
    let pages = paged(&format!(
        "<!-- style: question -->\n\n# 1. {word}\n\n<!-- style: time -->\n\n9:03 to 9:11, at last\n"
    ));
    assert_eq!(text(&pages, "WWW").1.run.text, word);
}

#[test]
fn what_is_at_the_right_of_a_heading_is_at_the_left_of_one_that_is_written_from_right_to_left() {
    let mut fonts = Fonts::built_in();
    let pairs: Vec<(char, char)> = "אבגדהוזח".chars().zip('A'..='Z').collect();
    fonts.add("Hebrew", FontFile::built_in("KitSans-Regular").showing(&pairs).file(), 0);
    let words = "אבג דהו זח ".repeat(9);
    let markdown = format!(
        "<!-- style: ask -->\n\n# 1. {words}\n\n<!-- style: time -->\n\n**9:03** · 8\n\n*אבגד*\n"
    );
    let pages = typeset(&parse(&markdown), &Style::new(Paper::A4, TextSize::Regular), &fonts)
        .value
        .to_pages();
    is_sound(&pages);
    let right = pages.size.width - Pt::from(Mm(20.0));
    assert!(is(x(&pages, "9:03"), Mm(20.0)), "{}", x(&pages, "9:03"));
    let end = |(item, text): &(&Item, &Text)| (item.at.x + text.run.advance()).0;
    assert!(is(end(&text(&pages, "1")), right));
    // All lines, and the byline, end where the number leaves space.
    let all = texts(&pages);
    let hebrew: Vec<_> = all.iter().filter(|(_, text)| text.run.text.contains('א')).collect();
    let lines: BTreeSet<u32> = hebrew.iter().map(|(item, _)| item.at.y.0.to_bits()).collect();
    assert!(lines.len() > 2);
    let rightmost = hebrew.iter().map(|it| end(it)).fold(0.0, f32::max);
    assert!(is(rightmost, right - Mm(13.0).into()), "{rightmost} {right:?}");
}

#[test]
fn a_time_belongs_directly_below_a_heading() {
    for markdown in [
        "<!-- style: time -->\n\n9:03\n",
        "# A\n\ntext\n\n<!-- style: time -->\n\n9:03\n",
        "# A\n\n<!-- style: time -->\n\n- 9:03\n",
        "# A\n\n<!-- style: time -->\n\n9:03\n\n<!-- style: time -->\n\n9:04\n",
    ] {
        let said = warnings(markdown);
        assert!(
            said.contains("the style `time` does not fit what follows it"),
            "{markdown} {said}"
        );
        assert!(said.contains("put it directly before the first paragraph below a heading"));
        assert!(
            texts(&set(markdown, Paper::A4)).iter().any(|(_, text)| text.run.text.contains("9:0"))
        );
    }
}

#[test]
fn what_is_read_aloud_is_beside_a_thick_black_bar() {
    let pages = paged("<!-- style: script -->\n\n> Welcome.\n>\n> Thank you.\n");
    let items = pages.pages[0].items.iter();
    let bars = items.filter(|item| {
        matches!(&item.mark, Mark::Fill { size, ink } if size.width == Pt(2.5) && *ink == Ink::BLACK)
    });
    assert!(bars.count() > 0);
    assert_eq!(text(&pages, "Welcome").1.size, Pt(11.5));
    assert!(is(x(&pages, "Welcome"), Mm(25.0)));
}

#[test]
fn a_follow_up_has_its_label_beside_the_box_and_its_question_below() {
    let list = "- [ ] **Follow-up**\n\n  When was that?\n";
    for (style, size) in [("follow-up", 14.0), ("compact-follow-up", 11.5)] {
        let pages = paged(&format!("<!-- style: {style} -->\n\n{list}"));
        assert_eq!(
            (text(&pages, "Follow-up").1.size, text(&pages, "When").1.size),
            (Pt(8.5), Pt(size))
        );
        assert!(y(&pages, "When") > y(&pages, "Follow-up"));
        assert!(is(x(&pages, "When"), Pt(x(&pages, "Follow-up"))));
        assert!(is(sides(&pages)[0].0, Mm(4.0)));
        // What is not strong, or alone, is no label.
        for plain in [list.replace("**", ""), "- [ ] **Follow-up**\n".to_owned()] {
            let pages = paged(&format!("<!-- style: {style} -->\n\n{plain}"));
            assert_eq!(text(&pages, "Follow-up").1.size, Pt(size), "{plain}");
        }
    }
}

#[test]
fn lists_have_the_size_of_their_words_and_boxes_by_style() {
    for (style, size, side) in [
        ("probes", 11.5, 4.0),
        ("compact-probes", 10.0, 4.0),
        ("rubric", 10.0, 5.0),
        ("two-columns", 8.5, 3.2),
        ("compact-two-columns", 8.0, 3.2),
    ] {
        let pages =
            paged(&format!("<!-- style: {style} -->\n\n- [ ] One\n- [ ] Two\n- [ ] Three\n"));
        assert_eq!(text(&pages, "One").1.size, Pt(size), "{style}");
        assert!(sides(&pages).iter().all(|it| is(it.0, Mm(side))), "{style}");
        let step = y(&pages, "Two") - y(&pages, "One");
        assert!(side < 5.0 || step >= Pt::from(Mm(7.49)).0, "{style} {step}");
    }
}

#[test]
fn a_label_is_on_the_page_of_what_is_below_it() {
    let label = "<!-- style: label -->\n\n**Probes**, if any\n\ntext\n\n";
    let mut broken = 0;
    for before in 30..60 {
        let pages = set(&format!("{}{label}", "word\n\n".repeat(before)), Paper::A4);
        let of = |wanted: &str| {
            let has = |item: &Item| matches!(&item.mark, Mark::Text(text) if text.run.text.starts_with(wanted));
            pages.pages.iter().position(|page| page.items.iter().any(has)).unwrap()
        };
        assert_eq!(of("Probes"), of("text"), "{before}");
        broken += usize::from(of("text") == 1);
    }
    assert!(broken > 0);
    assert_eq!(text(&paged(label), "Probes").1.size, Pt(8.5));
}

#[test]
fn fixed_notes_keep_the_number_of_their_lines() {
    let lines_of = |markdown: &str| {
        let pages = paged(markdown);
        let appearances = pages.pages[0].items.iter().filter_map(|item| match &item.mark {
            Mark::Widget(widget) => Some(&widget.appearance),
            _ => None,
        });
        let lines = |items: &Vec<Item>| {
            items.iter().filter(|item| matches!(item.mark, Mark::Line { .. })).count()
        };
        appearances.map(lines).collect::<Vec<_>>()
    };
    let notes = "```notes\n\n\n```\n\n";
    let two = lines_of(&format!("<!-- style: fixed -->\n\n{notes}{notes}"));
    assert!(two[0] == 2 && two[1] > 20, "{two:?}");
    assert_eq!(lines_of(&format!("<!-- style: fixed -->\n\n{notes}")), [2]);
    // Text that is filled in has the lines that it needs.
    assert_eq!(lines_of("<!-- style: fixed -->\n\n```notes\na\nb\nc\nd\n```\n"), [4]);
}
