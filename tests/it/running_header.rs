//! What heads every page is shortened where a reader would shorten it, whatever it says.

use interview_kit::base::unit::{Paper, Pt, TextSize};
use interview_kit::print::frame::{Artifact, Item, Mark, Owner, Pages, Text};
use interview_kit::print::layout::typeset;
use interview_kit::print::{Fonts, Style};
use proptest::prelude::*;

use crate::font_files::FontFile;
use crate::geometry::is_sound;
use crate::support::parse;

const ELLIPSIS: char = '…';
/// Letters by script, and in the last row letters that are made of several characters.
const LETTERS: [&[&str]; 7] = [
    &["a", "i", "m", "W", "g"],
    &["ب", "ا", "ل", "م"],
    &["ש", "ל", "ו", "ם"],
    &["面", "接", "官", "の"],
    &["q̣́", "ä̱", "x̧"],
    &["👩‍💻", "💻"],
    &["a", "ש", "ב", "m", "1"],
];

/// Fonts that have all these letters: the built-in ones, and one that shows the others as Latin letters.
fn fonts() -> Fonts {
    let mut fonts = Fonts::built_in();
    let others: Vec<char> = "بالمשלוםב面接官の👩💻".chars().collect();
    let pairs: Vec<(char, char)> = others.into_iter().zip(('A'..='Z').cycle()).collect();
    fonts.add("Others", FontFile::built_in("KitSans-Regular").showing(&pairs).file(), 0);
    fonts
}

/// A guide of two pages with this at the head of the second.
fn set(left: &str, right: &str, paper: Paper) -> Pages {
    let yaml = |text: &str| serde_json::to_string(text).unwrap();
    let front = format!("---\nheader: [{}, {}]\n---\n", yaml(left), yaml(right));
    let set = typeset(
        &parse(&format!("{front}one\n\n<!-- pagebreak -->\n\ntwo\n")),
        &Style::new(paper, TextSize::Regular),
        &fonts(),
    );
    let told: Vec<&str> = set.warnings.iter().map(|warning| warning.code).collect();
    let is_cut =
        header(&set.value.to_pages()).iter().any(|(_, text)| text.run.text.contains(ELLIPSIS));
    assert!(told.iter().all(|code| *code == "cut-off"), "{:?}", set.warnings);
    assert_eq!(is_cut, !told.is_empty(), "{:?}", set.warnings);
    set.value.to_pages()
}

/// The texts in the head of the second page, with the left end of each.
fn header(pages: &Pages) -> Vec<(Pt, &Text)> {
    let texts = pages.pages[1].items.iter().filter_map(|item: &Item| match &item.mark {
        Mark::Text(text) if item.owner == Owner::Artifact(Artifact::Header) => {
            Some((item.at.x, text))
        }
        _ => None,
    });
    texts.collect()
}

/// Characters that show something, in an order that does not depend on the direction.
fn seen(text: &str) -> Vec<char> {
    let mut seen: Vec<char> = text
        .chars()
        .filter(|it| !it.is_whitespace() && !matches!(it, &ELLIPSIS | '\u{200D}' | '\u{200F}'))
        .collect();
    seen.sort_unstable();
    seen
}

/// How many letters of `title` are shown: all of them, or those before the ellipsis.
fn shown(title: &[String], texts: &[(Pt, &Text)]) -> usize {
    let text: String = texts.iter().map(|(_, text)| text.run.text.as_str()).collect();
    let shown = seen(&text);
    let is_shown = |count: &usize| seen(&title[..*count].concat()) == shown;
    let count = (0..=title.len()).find(is_shown);
    count.unwrap_or_else(|| panic!("{text:?} is not the beginning of {:?}", title.concat()))
}

/// Everything that holds of one text at the head of a page. Says how many of its letters are shown.
fn check(title: &[String], paper: Paper) -> usize {
    let whole = title.concat();
    let pages = set(&whole, "", paper);
    let texts = header(&pages);
    let style = Style::new(paper, TextSize::Regular);
    for (x, text) in &texts {
        let end = *x + text.run.advance();
        assert!(*x >= style.side - Pt(0.1), "{whole:?} begins too far left");
        assert!(end <= style.side + style.measure() + Pt(0.1), "{whole:?} ends too far right");
    }
    let count = shown(title, &texts);
    let trimmed = title.iter().rposition(|letter| letter != " ").map_or(0, |last| last + 1);
    if count >= trimmed {
        assert!(texts.iter().all(|(_, text)| !text.run.text.contains(ELLIPSIS)));
        return count;
    }
    assert!(count > 0, "{whole:?} is shortened to nothing");
    // The ellipsis stands where the text would go on.
    let strong = title.iter().flat_map(|letter| letter.chars()).find(|char| char.is_alphabetic());
    let is_right_to_left = strong.is_some_and(|char| ('\u{590}'..'\u{700}').contains(&char));
    let mut places: Vec<(Pt, char)> = Vec::new();
    let (mut left, mut right) = (Pt(f32::MAX), Pt::ZERO);
    for (x, text) in &texts {
        let mut pen = *x;
        for glyph in &text.run.glyphs {
            places.extend(text.run.text[glyph.text_range.bytes()].chars().map(|char| (pen, char)));
            (left, right) = (left.min(pen), right.max(pen));
            pen += glyph.advance;
        }
    }
    let (at, _) = places.iter().find(|(_, char)| *char == ELLIPSIS).unwrap();
    let edge = if is_right_to_left { left } else { right };
    assert!((at.0 - edge.0).abs() < 0.1, "{whole:?}: the ellipsis is at {at:?}, not at {edge:?}");
    count
}

fn letters(script: usize) -> impl Strategy<Value = String> {
    proptest::sample::select(LETTERS[script]).prop_map(str::to_owned)
}

/// Words of one script with a space between them, letter by letter.
fn title(
    words: std::ops::Range<usize>,
    length: std::ops::Range<usize>,
) -> impl Strategy<Value = Vec<String>> {
    (0..LETTERS.len()).prop_flat_map(move |script| {
        let word = proptest::collection::vec(letters(script), length.clone());
        proptest::collection::vec(word, words.clone()).prop_map(|words| words.join(&" ".to_owned()))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn a_title_of_common_words_ends_with_a_whole_word(title in title(1..60, 1..12)) {
        for paper in [Paper::A4, Paper::Letter] {
            let count = check(&title, paper);
            let is_whole = title.get(count).is_none_or(|next| next == " ");
            prop_assert!(is_whole, "{} is cut at {count}", title.concat());
        }
    }

    #[test]
    fn a_giant_word_is_cut_between_letters_and_fills_half_of_the_line(
        title in title(1..4, 150..400),
    ) {
        for paper in [Paper::A4, Paper::Letter] {
            let count = check(&title, paper);
            prop_assert!(count < title.len() && count > 20, "{count}");
        }
    }

    #[test]
    fn two_texts_share_the_line_and_both_can_be_read(
        left in proptest::collection::vec("[a-m]{1,12}", 1..40),
        right in proptest::collection::vec("[n-z]{1,12}", 1..40),
    ) {
        let (left, right) = (left.join(" "), right.join(" "));
        for paper in [Paper::A4, Paper::Letter] {
            let pages = set(&left, &right, paper);
            is_sound(&pages);
            let shown: String = header(&pages).iter().map(|(_, text)| text.run.text.as_str()).collect();
            let width = |text: &str| {
                let alone = set(text, "", paper);
                header(&alone).iter().map(|(_, text)| text.run.advance()).sum::<Pt>()
            };
            let half = (Style::new(paper, TextSize::Regular).measure() - Pt(18.0)) / 2.0;
            for (text, letters) in [(&left, 'a'..='m'), (&right, 'n'..='z')] {
                let own: String = shown.chars().filter(|it| letters.contains(it)).collect();
                let solid: String = text.split(' ').collect();
                prop_assert!(!own.is_empty() && solid.starts_with(&own));
                // What needs less than its half is never cut.
                if own != solid {
                    prop_assert!(text.len() > 100 || width(text) > half, "{text} is cut to {own}");
                }
            }
        }
    }
}

#[test]
fn a_short_title_stands_whole_in_its_own_direction() {
    for title in ["שלום", "ملاب", "Interview", "面接官", "שלום 1", "a", "שלום Interview"]
    {
        let letters: Vec<String> = title.chars().map(String::from).collect();
        assert_eq!(check(&letters, Paper::A4), letters.len(), "{title}");
    }
}

#[test]
fn figures_at_the_beginning_do_not_turn_a_title_round() {
    for (figures, words) in [(20, 60), (200, 1)] {
        // Of the second title nothing but figures is shown.
        let title = format!("{}{}", "12 ".repeat(figures), "שלום ".repeat(words));
        let title: Vec<String> = title.trim_end().chars().map(String::from).collect();
        assert!(check(&title, Paper::A4) < title.len());
    }
}

#[test]
fn a_letter_wider_than_the_line_is_not_an_ellipsis_alone() {
    // Readers take all of this for one letter.
    let title = ["👩"; 400].join("\u{200D}");
    let pages = set(&title, "", Paper::A4);
    is_sound(&pages);
    let shown: String = header(&pages).iter().map(|(_, text)| text.run.text.as_str()).collect();
    assert!(shown.contains('👩') && shown.contains(ELLIPSIS), "{shown}");
}

#[test]
fn spaces_alone_are_no_header() {
    for space in ["", " ", "   ", "\u{3000}\u{2003}", "\t\n"] {
        assert!(header(&set(space, space, Paper::A4)).is_empty());
    }
}

#[test]
fn a_long_heading_that_goes_on_says_so_on_the_next_page() {
    let heading = "How do you decide what to leave out of a review ".repeat(6);
    let steps = "- [ ] a step\n".repeat(90);
    let set = typeset(
        &parse(&format!("## {heading}\n\n{steps}")),
        &Style::new(Paper::A4, TextSize::Regular),
        &fonts(),
    );
    let pages = set.value.to_pages();
    let texts: String = pages.pages[1]
        .items
        .iter()
        .filter(|item| item.owner == Owner::Artifact(Artifact::Pagination))
        .filter_map(|item| match &item.mark {
            Mark::Text(text) => Some(text.run.text.as_str()),
            _ => None,
        })
        .collect();
    assert!(texts.starts_with("How do you decide") && texts.ends_with("… (continued)"), "{texts}");
}
