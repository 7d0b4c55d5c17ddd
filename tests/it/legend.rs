//! The foot of a page says how boxes are marked, with boxes that are drawn.

use interview_kit::base::facts::KnownDetails;
use interview_kit::base::unit::{Paper, Pt, TextSize};
use interview_kit::document::{KitCode, PageIdentity};
use interview_kit::print::frame::{Artifact, Item, Mark, Owner, Pages};
use interview_kit::print::layout::typeset;
use interview_kit::print::{Fonts, Style};

use crate::font_files::FontFile;
use crate::geometry::is_sound;
use crate::support::{Test, parse};

const MARKING: &str = "Cross the box ☒ with a dark pen. To take a cross back, fill the box ▨";

/// Fonts that have Hebrew letters too: one shows them as Latin letters.
fn fonts() -> Fonts {
    let mut fonts = Fonts::built_in();
    let pairs: Vec<(char, char)> = "סמנובעטדי".chars().zip('A'..='Z').collect();
    fonts.add("Others", FontFile::built_in("KitSans-Regular").showing(&pairs).file(), 0);
    fonts
}

/// A document of two pages with this legend and this footer.
fn set(marking: &str, footer: &str, has_marks: bool, paper: Paper) -> Pages {
    let front = format!("---\nfooter: \"{footer}\"\nmarking: \"{marking}\"\n---\n");
    let mut document = parse(&format!("{front}one\n\n<!-- pagebreak -->\n\ntwo\n"));
    document.front.kit = Some(KitCode { code: "SFTZ-6F9R".to_owned(), is_edited: false });
    let (id, packet) = ("scoring".to_owned(), "3F9TQ".to_owned());
    document.front.identity =
        Some(PageIdentity { document: id, packet, has_marks, details: KnownDetails::default() });
    let set = typeset(&document, &Style::new(paper, TextSize::Regular), &fonts());
    let others = set.warnings.iter().filter(|warning| warning.code != "cut-off");
    assert_eq!(others.count(), 0, "{:?}", set.warnings);
    set.value.to_pages()
}

/// What is in the foot of a page, from left to right.
fn foot(pages: &Pages, page: usize) -> Vec<&Item> {
    let is_foot = |item: &&Item| item.owner == Owner::Artifact(Artifact::Footer);
    let mut items: Vec<&Item> = pages.pages[page].items.iter().filter(is_foot).collect();
    items.sort_by(|a, b| a.at.x.0.total_cmp(&b.at.x.0));
    items
}

fn words(pages: &Pages, page: usize) -> String {
    let texts = foot(pages, page).into_iter().filter_map(|item| match &item.mark {
        Mark::Text(text) => Some(text.run.text.trim()),
        Mark::Frame { .. } => Some("[]"),
        _ => None,
    });
    texts.collect::<Vec<_>>().join(" ")
}

#[test]
fn the_legend_is_at_the_left_of_every_page_and_the_footer_before_the_code() {
    let all = "Cross the box [] with a dark pen. To take a cross back, fill the box [] Secret · Kit SFTZ-6F9R · Page";
    for paper in [Paper::A4, Paper::Letter] {
        let pages = set(MARKING, "Secret", true, paper);
        is_sound(&pages);
        for page in [0, 1] {
            assert_eq!(words(&pages, page), format!("{all} {} of 2", page + 1));
        }
        let pages = set(MARKING, "Secret", false, paper);
        is_sound(&pages);
        // On the first page, the code is a field.
        assert_eq!(words(&pages, 1), format!("{all} 2 of 2"));
    }
}

#[test]
fn crossed_boxes_are_drawn_with_two_lines_and_taken_back_ones_are_not_black() {
    let pages = set(MARKING, "", true, Paper::A4);
    let items = foot(&pages, 0);
    let boxes: Vec<(Pt, Pt)> = items
        .iter()
        .filter_map(|item| match &item.mark {
            Mark::Frame { size, .. } => Some((item.at.x, size.width)),
            _ => None,
        })
        .collect();
    let inked = boxes.iter().map(|(x, side)| {
        let lines = items.iter().filter_map(|item| match &item.mark {
            Mark::Stroke { by, width }
                if item.at.x >= *x && item.at.x + by.x <= *x + *side + Pt(0.01) =>
            {
                Some((by.x.0.hypot(by.y.0), width.0))
            }
            _ => None,
        });
        let lines: Vec<(f32, f32)> = lines.collect();
        let ink: f32 = lines.iter().map(|(length, width)| length * width).sum();
        (lines.len(), ink / (side.0 * side.0))
    });
    let inked: Vec<(usize, f32)> = inked.collect();
    assert_eq!(inked.iter().map(|it| it.0).collect::<Vec<_>>(), [2, 5]);
    assert!(inked[1].1 < 0.5, "{inked:?}");
}

#[test]
fn a_long_footer_is_shortened_before_the_legend_and_that_before_the_code() {
    let footer = "Confidential · A very long name of a very long interview pack";
    for has_marks in [true, false] {
        let shown = words(&set(MARKING, footer, has_marks, Paper::A4), 1);
        assert!(shown.starts_with("Cross the box [] with a dark pen. To take a cross back, fill the box [] Confidential"), "{shown}");
        assert!(
            shown.contains('…') && shown.ends_with("… · Kit SFTZ-6F9R · Page 2 of 2"),
            "{shown}"
        );
        let long = format!("{MARKING} {MARKING} {MARKING}");
        let pages = set(&long, footer, has_marks, Paper::A4);
        is_sound(&pages);
        let shown = words(&pages, 1);
        assert!(shown.contains('…') && shown.ends_with(" Kit SFTZ-6F9R · Page 2 of 2"), "{shown}");
        assert!(!shown.contains("Confidential"), "{shown}");
    }
}

#[test]
fn a_legend_from_right_to_left_has_its_boxes_in_its_own_order() {
    let pages = set("סמנו ☒ בעט", "סודי", true, Paper::A4);
    is_sound(&pages);
    let shown = words(&pages, 0);
    assert!(shown.starts_with("בעט [] סמנו סודי ·"), "{shown}");
}

#[test]
fn other_words_about_how_boxes_are_marked_are_an_edit() {
    let test = Test::new();
    test.run("build --limit 1 --documents scoring --format md --name form").ok();
    let form = test.text("form.md");
    let other = form.replace("a dark pen", "a pencil");
    assert_ne!(form, other);
    std::fs::write(test.path("other.md"), other).unwrap();
    assert!(!test.run("typeset form.md -o form.pdf").ok().err.contains("edited"));
    assert!(test.run("typeset other.md -o other.pdf").ok().err.contains("was edited after kit"));
}

#[test]
fn a_footer_that_has_no_room_beside_the_legend_is_warned_of_once() {
    let page = |marking: &str| {
        let text = format!(
            "---\nmarking: \"{marking}\"\nfooter: Strictly confidential\n---\n# A\n\n<!-- pagebreak -->\n\n- [ ] b\n"
        );
        let set =
            typeset(&parse(&text), &Style::new(Paper::A4, TextSize::Regular), &Fonts::built_in());
        set.warnings.into_iter().map(|warning| warning.message).collect::<Vec<_>>()
    };
    assert_eq!(page("Cross ☒, take back ▨"), Vec::<String>::new());
    let long = "Cross the box ☒ with a dark pen, and fill all of the box ▨ if you want to take the cross back again later";
    assert_eq!(
        page(long),
        ["there is no room for the footer `Strictly confidential` beside `marking`"]
    );
}

#[test]
fn a_roster_is_warned_once_of_the_same_footer() {
    let test = Test::new().file("r.csv", "candidate\nAna\nBo\nChi\n");
    std::fs::create_dir_all(test.path("t/locales")).unwrap();
    let marking = "Cross the box ☒ with a dark pen, and fill all of the box ▨ to take the cross back again later, as often as you like";
    std::fs::write(test.path("t/locales/en.ftl"), format!("marking = {marking}\n")).unwrap();
    let line = "build --roster r.csv --minutes 30 --templates t --format pdf -o out --quiet";
    let ran = test.run(line).ok();
    let count = |message: &str| ran.err.matches(message).count();
    assert_eq!(count("there is no room for the footer `Confidential`"), 1, "{}", ran.err);
    assert_eq!(count("as often as you like` is too long for its line"), 1, "{}", ran.err);
}
