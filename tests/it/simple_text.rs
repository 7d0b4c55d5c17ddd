//! Simple text is set without the shaper. Whatever is printed must be the same as if the shaper had set it.

use std::sync::LazyLock;

use interview_kit::base::files::SystemFonts;
use interview_kit::base::unit::{Paper, TextSize};
use interview_kit::document::Document;
use interview_kit::print::frame::{Mark, Pages, Text};
use interview_kit::print::layout::typeset;
use interview_kit::print::{FontFamily, Fonts, Style};
use proptest::prelude::*;

use crate::support::{Test, all_documents, parse, skip};

/// Closer than any printer can place ink, in points.
const SAME_PLACE: f32 = 0.003;

fn set(document: &Document, style: &Style, fonts: &Fonts) -> Pages {
    typeset(document, style, fonts).value.to_pages()
}

fn texts(pages: &Pages) -> impl Iterator<Item = &Text> {
    let items = pages.pages.iter().flat_map(|page| &page.items);
    items.filter_map(|item| match &item.mark {
        Mark::Text(text) => Some(text),
        _ => None,
    })
}

/// Both ways must give the same pages: the same glyphs of the same fonts, and everything at the same places.
#[track_caller]
fn is_same(document: &Document, style: &Style, fonts: &Fonts) {
    let simple = set(document, style, fonts);
    let shaped = set(document, style, &fonts.clone().all_shaped());
    assert_eq!(simple.pages.len(), shaped.pages.len());
    for (index, (page, expected)) in simple.pages.iter().zip(&shaped.pages).enumerate() {
        let page_number = index + 1;
        let mut before = String::new();
        for (item, expected) in page.items.iter().zip(&expected.items) {
            let is_near = (item.at.x - expected.at.x).0.abs() <= SAME_PLACE
                && (item.at.y - expected.at.y).0.abs() <= SAME_PLACE;
            assert!(is_near, "page {page_number}, behind “{before}”: {item:?}, not {expected:?}");
            assert_eq!(item.owner, expected.owner);
            if let Mark::Text(text) = &item.mark {
                before.clone_from(&text.run.text);
            }
        }
        assert_eq!(page.items.len(), expected.items.len(), "page {page_number}");
    }
    for (text, expected) in texts(&simple).zip(texts(&shaped)) {
        let glyphs = |text: &Text| -> Vec<(u16, std::ops::Range<usize>)> {
            text.run.glyphs.iter().map(|glyph| (glyph.id, glyph.text_range.bytes())).collect()
        };
        assert_eq!(text.run.text, expected.run.text);
        assert_eq!(text.face, expected.face, "{}", text.run.text);
        assert_eq!(glyphs(text), glyphs(expected), "{}", text.run.text);
        for (glyph, expected) in text.run.glyphs.iter().zip(&expected.run.glyphs) {
            let apart = (glyph.advance - expected.advance).0.abs();
            assert!(apart <= SAME_PLACE, "{}: {glyph:?}, {expected:?}", text.run.text);
        }
    }
    assert_eq!(simple.to_string(), shaped.to_string());
}

#[test]
fn the_shaper_sets_only_what_is_not_simple() {
    let fonts = Fonts::built_in();
    let simple =
        "Describe how your office often crafts “threat models” – naïve, façade, l·l, 1 000 €: Zoë?";
    assert!(fonts.sets_simply(simple));
    assert!(!fonts.clone().all_shaped().sets_simply(simple));
    for char in ["e\u{301}", "я", "λ", "ש", "日", "\u{2044}", "\u{AD}", "©"] {
        assert!(!fonts.sets_simply(char), "{char}");
    }
}

#[test]
fn every_document_is_set_as_the_shaper_sets_it() {
    for language in ["en", "de", "fr", "es", "it", "pt", "nl", "pl"] {
        let test = Test::new();
        let documents = all_documents();
        let line = format!(
            "build --language {language} --format md {documents} --candidate Zoë --interviewer Ana --date 2026-11-26 -o kit"
        );
        let ran = test.run(&line);
        assert_eq!(ran.code, 0, "{}", ran.err);
        for (paper, size) in [(Paper::A4, TextSize::Regular), (Paper::Letter, TextSize::Large)] {
            for entry in std::fs::read_dir(test.path("kit")).unwrap() {
                let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
                is_same(&parse(&text), &Style::new(paper, size), &Fonts::built_in());
            }
        }
    }
}

/// Words of many kinds: pairs that fonts move together, ligatures, letters with marks, and scripts that only the shaper knows.
fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => "[a-zA-Z]{1,12}[,.;:!?]?",
        1 => "[AVTWYLPFo.,-]{2,8}",
        1 => "(office|fftest|often|fjord|craft|AVA|To\\.|L’été|‘quoted’|“double”|…|–|—)",
        1 => "[äöüßéèêçñåøæœžčšřłğışțș]{1,8}",
        1 => "[0-9]{1,6}([.,/:%-][0-9]{1,4})?",
        1 => "(a/b/c|x-y-z|e\\.g\\.|https://example\\.org/a/long/path-to-something)",
        1 => "(русский|ελληνικά|日本語|שלום|e\u{301}|a\u{a0}b|1\u{202f}000)",
        1 => "[a-z]{60,130}",
    ]
}

/// Words with a look, a blank, a link, or a line break among them.
fn part() -> impl Strategy<Value = String> {
    let words = proptest::collection::vec(word(), 1..7).prop_map(|words| words.join(" "));
    (words, 0..12_u8).prop_map(|(words, look)| match look {
        0 => format!("**{words}**"),
        1 => format!("*{words}*"),
        2 => format!("`{}`", words.replace('`', "")),
        3 => format!("[{words}](https://example.org)"),
        4 => format!("{words} ______________"),
        5 => format!("{words}  \n"),
        6 => format!("***{words}***"),
        _ => words,
    })
}

fn markdown() -> impl Strategy<Value = String> {
    let line = || proptest::collection::vec(part(), 1..6).prop_map(|parts| parts.join(" "));
    let block = (line(), line(), 0..8_u8).prop_map(|(first, second, kind)| {
        let cell = |text: &str| text.replace("  \n", " ").replace('|', "");
        match kind {
            0 => format!("## {}", cell(&first)),
            1 => format!("- {first}\n- {second}"),
            2 => format!("> {first}"),
            3 => format!(
                "| {} | {} |\n|:--|--:|\n| {} | {} |",
                cell(&first),
                cell(&second),
                cell(&second),
                cell(&first)
            ),
            4 => format!("- [ ] {first}\n- [ ] {second}"),
            _ => first,
        }
    });
    proptest::collection::vec(block, 1..5).prop_map(|blocks| blocks.join("\n\n"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    #[test]
    fn whatever_is_written_is_set_as_the_shaper_sets_it(text in markdown(), is_large: bool) {
        let size = if is_large { TextSize::Large } else { TextSize::Regular };
        is_same(&parse(&text), &Style::new(Paper::A4, size), &Fonts::built_in());
    }
}

#[test]
fn a_brands_fonts_are_set_as_the_shaper_sets_them() {
    let text = "# AVA office To. often\n\nTo. Wave **AV office** *fjord*, `code` and L’été: __________\n\n- [ ] Ty\n";
    let read = |name: &str| {
        let data = std::fs::read(format!("assets/fonts/{name}.ttf")).unwrap();
        Fonts::built_in().read(data, 0).unwrap_or_else(|fault| panic!("{name}: {}", fault.message))
    };
    let names = ["KitSans-Semibold", "KitMono-Regular"];
    for name in names {
        let family = FontFamily::new(vec![read(name)]).unwrap();
        let fonts = Fonts::built_in().branded(Some(&family), None);
        is_same(&parse(text), &Style::new(Paper::A4, TextSize::Regular), &fonts);
    }
}

/// Families with what the built-in fonts do not have: rules for marks above letters, and several lookups of ligatures.
const FAMILIES: [&str; 2] = ["DejaVu Sans", "DejaVu Serif"];

/// The fonts of brands whose text is in these families, if this machine has them.
static BRANDED: LazyLock<Option<Vec<Fonts>>> = LazyLock::new(|| {
    let installed = SystemFonts::find();
    let branded = |name| {
        let faces = installed.installed(name).ok()?.into_iter().map(|face| {
            let font = face.load().unwrap();
            Fonts::built_in().read(font.data, font.index).unwrap()
        });
        let family = FontFamily::new(faces.collect()).unwrap();
        Some(Fonts::built_in().branded(Some(&family), None))
    };
    FAMILIES.into_iter().map(branded).collect()
});

fn branded() -> &'static [Fonts] {
    BRANDED.as_deref().unwrap_or_else(|| {
        skip("this machine has no DejaVu fonts (apt-get install fonts-dejavu-core)");
        &[]
    })
}

#[test]
fn families_with_more_rules_are_set_simply() {
    let simple = "The office often fits first: “AVATAR”, naïve, jij, 1 000 €";
    for (fonts, name) in branded().iter().zip(FAMILIES) {
        assert!(fonts.sets_simply(simple), "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn families_with_more_rules_are_set_as_the_shaper_sets_them(text in markdown()) {
        for fonts in branded() {
            is_same(&parse(&text), &Style::new(Paper::A4, TextSize::Regular), fonts);
        }
    }
}
