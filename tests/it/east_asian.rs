//! Japanese, Korean and Chinese share characters, but not their forms nor where lines may begin.

use std::collections::BTreeSet;
use std::path::Path;

use interview_kit::base::unit::{EastAsian, Language, Paper, TextSize};
use interview_kit::print::frame::Mark;
use interview_kit::print::layout::typeset;
use interview_kit::print::{Fonts, Style};
use lopdf::Document;

use crate::font_files::FontFile;
use crate::support::{Ran, Test, install_font, parse};

#[test]
fn the_language_of_the_document_decides_and_otherwise_the_characters_do() {
    let of = |tag: &str, text: &str| {
        let chars: BTreeSet<char> = text.chars().collect();
        EastAsian::of(&tag.parse::<Language>().unwrap(), &chars)
    };
    assert_eq!(of("en", "naïve Ω"), None);
    assert_eq!(of("ja", "naïve"), None);
    assert_eq!(of("ja", "漢字"), Some(EastAsian::Japanese));
    assert_eq!(of("ko-KR", "漢字"), Some(EastAsian::Korean));
    assert_eq!(of("zh", "漢字"), Some(EastAsian::SimplifiedChinese));
    assert_eq!(of("zh-Hans-TW", "漢字"), Some(EastAsian::SimplifiedChinese));
    for tag in ["zh-TW", "zh-HK", "zh-MO", "zh-Hant", "yue"] {
        assert_eq!(of(tag, "漢字"), Some(EastAsian::TraditionalChinese), "{tag}");
    }
    assert_eq!(of("en", "山田 たろう"), Some(EastAsian::Japanese));
    assert_eq!(of("de", "김 金"), Some(EastAsian::Korean));
    assert_eq!(of("fr", "ㄅ漢"), Some(EastAsian::TraditionalChinese));
    assert_eq!(of("en", "王"), Some(EastAsian::SimplifiedChinese));
}

/// A font that has what tells that it is made for these languages, and what a text and the words around it need.
fn font(face: &str, name: &str, text: &str) -> Vec<u8> {
    let languages = [EastAsian::Japanese, EastAsian::SimplifiedChinese];
    let typical = languages.into_iter().flat_map(EastAsian::typical);
    let words = ["ja", "zh-Hans"].map(|tag| {
        let name = format!("templates/locales/{tag}.ftl");
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
    });
    let words = words.iter().flat_map(|words| words.chars());
    let chars: BTreeSet<char> =
        typical.chain(text.chars()).chain(words).filter(|char| !char.is_control()).collect();
    let pairs: Vec<(char, char)> = chars.into_iter().zip(('A'..='Z').cycle()).collect();
    FontFile::built_in(face).showing(&pairs).named(name).file()
}

#[test]
fn the_font_that_is_made_for_the_language_is_chosen_with_its_bold_face() {
    let text = "直";
    let test = Test::new();
    // Their names come before those of other fonts.
    let installed = [
        ("1.ttf", "KitSans-Regular", "AAA Sans SC"),
        ("2.ttf", "KitSans-Regular", "AAB Sans JP"),
        ("3.ttf", "KitSans-Semibold", "AAB Sans JP"),
        ("4.ttf", "KitSans-Regular", "AAC Sans KR"),
        ("5.ttf", "KitMono-Regular", "AAD"),
    ]
    .map(|(file, face, name)| install_font(&test, file, &font(face, name, text)));
    let (home, folder) = &installed[0];
    let fonts = |lang: &str| -> Vec<String> {
        let guide = format!("---\nlang: {lang}\n---\n\n# {text}\n\n{text}\n");
        std::fs::write(test.path("a.md"), guide).unwrap();
        let mut command = test.command(["typeset", "a.md", "-o", "a.pdf", "--force", "--strict"]);
        Ran::of(command.env(home, folder).output().unwrap()).ok();
        let file = Document::load_mem(&test.read("a.pdf")).unwrap();
        let dicts = file.objects.values().filter_map(|object| object.as_dict().ok());
        let names = dicts.filter(|dict| dict.get(b"Subtype").is_ok_and(is_composite));
        let names = names.map(|dict| dict.get(b"BaseFont").unwrap().as_name().unwrap());
        let names = names.map(|name| String::from_utf8_lossy(name).into_owned());
        let mut names: Vec<String> =
            names.filter_map(|name| Some(name.split_once("+AA")?.1.to_owned())).collect();
        names.sort();
        names
    };
    assert_eq!(fonts("ja"), ["BSansJP", "BSansJP"]);
    assert_eq!(fonts("zh"), ["ASansSC"]);
}

fn is_composite(subtype: &lopdf::Object) -> bool {
    subtype.as_name().is_ok_and(|name| name == b"Type0")
}

#[test]
fn no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one() {
    let (letter, closing, opening) = ('字', "、。」）ー？！", '「');
    let mut fonts = Fonts::built_in();
    let all = closing.chars().chain([letter, opening]);
    let pairs: Vec<(char, char)> = all.zip("ABCDEFGHI".chars()).collect();
    fonts.add("Kanji", FontFile::built_in("KitSans-Regular").showing(&pairs).file(), 0);
    for mark in closing.chars() {
        for before in 0..90 {
            // Somewhere among these, a mark would be the first of a line.
            let text: String = std::iter::repeat_n(letter, before).collect();
            let text = format!("{text}「字{mark}字字{mark}{}", "字".repeat(20));
            let document = parse(&format!("---\nlang: ja\n---\n\n{text}\n"));
            let style = Style::new(Paper::A4, TextSize::Regular);
            let pages = typeset(&document, &style, &fonts).value.to_pages();
            let lines = pages.pages[0].items.iter().filter_map(|item| match &item.mark {
                Mark::Text(text) if text.run.text.contains(letter) => Some(&text.run.text),
                _ => None,
            });
            for line in lines {
                assert!(!line.starts_with(mark), "{before} {mark}: {line}");
                assert!(!line.ends_with(opening), "{before} {mark}: {line}");
            }
        }
    }
}
