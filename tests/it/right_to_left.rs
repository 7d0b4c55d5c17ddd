//! Documents in languages that are written from right to left are mirrored, and keep all that is in them.

use std::collections::BTreeMap;
use std::path::Path;

use interview_kit::base::unit::{Language, Paper, TextSize};
use interview_kit::print::frame::{Item, Mark, Pages, Size};
use interview_kit::print::layout::typeset;
use interview_kit::print::{Fonts, Style, pdf};
use lopdf::{Dictionary, Document};

use crate::support::{Test, all_documents, parse};

#[test]
fn the_script_decides_whether_a_language_runs_from_right_to_left() {
    let is_rtl = |tag: &str| tag.parse::<Language>().unwrap().is_right_to_left();
    for tag in ["ar", "ar-EG", "he", "HE-il", "fa", "ur-PK", "yi", "ps", "sd", "ug", "dv", "ckb"] {
        assert!(is_rtl(tag), "{tag}");
    }
    for tag in ["az-Arab", "pa-arab-PK", "ku-Arab", "ff-Adlm", "ar-Hebr", "zh-Arab-CN"] {
        assert!(is_rtl(tag), "{tag}");
    }
    for tag in ["en", "de-1996", "ja", "zh-Hant", "ar-Latn", "he-Latn-IL", "sd-Deva", "fr-x-arab"] {
        assert!(!is_rtl(tag), "{tag}");
    }
}

/// Documents of every kind, as Markdown by their names, whose English text is said to be in another language.
fn documents(language: &str) -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |name: &str| std::fs::read_to_string(root.join(name)).unwrap();
    let bank = read("questions/product-security-manager.yaml");
    let said = format!("\nlanguage: {language}\n");
    let test = Test::new().file("bank.yaml", &bank.replacen("\nlanguage: en\n", &said, 1));
    std::fs::create_dir_all(test.path("kit/locales")).unwrap();
    let words = read("templates/locales/en.ftl");
    std::fs::write(test.path(&format!("kit/locales/{language}.ftl")), words).unwrap();
    let (from, all) =
        ("--bank bank.yaml --templates kit --format md --minutes 60", all_documents());
    test.run(&format!("panel --size 2 {all} -o made/panel {from}")).ok();
    test.run(&format!("build --layout compact -o made/compact {from}")).ok();
    test.run(&format!("build --layout combined -o made/combined {from}")).ok();
    let mut documents = BTreeMap::new();
    for folder in ["panel", "compact", "combined"] {
        for file in std::fs::read_dir(test.path("made").join(folder)).unwrap() {
            let path = file.unwrap().path();
            let name = format!("{folder}/{}", path.file_name().unwrap().to_str().unwrap());
            documents.insert(name, std::fs::read_to_string(path).unwrap());
        }
    }
    documents
}

fn pages(markdown: &str, paper: Paper, text: TextSize) -> Pages {
    typeset(&parse(markdown), &Style::new(paper, text), &Fonts::built_in()).value.to_pages()
}

/// What is neither text, which is not reversed, nor a link, which is where its text is: its kind, and its left, right, top and bottom.
fn area(item: &Item) -> Option<(&'static str, [f32; 4])> {
    let (kind, Size { width, height }) = match &item.mark {
        Mark::Line { length, .. } => ("line", Size { width: *length, ..Size::default() }),
        Mark::Frame { size, .. } => ("frame", *size),
        Mark::Stroke { by, .. } => ("stroke", Size { width: by.x, height: by.y }),
        Mark::Fill { size, .. } => ("fill", *size),
        Mark::Logo(size) => ("logo", *size),
        Mark::Picture(picture) => ("picture", picture.size),
        Mark::Grid(grid) => ("grid", grid.size()),
        Mark::Widget(widget) => ("widget", widget.size),
        Mark::Text(_) | Mark::Link(_) => return None,
    };
    let at = item.at;
    let (one, other) = (at.x.0, (at.x + width).0);
    Some((kind, [one.min(other), one.max(other), at.y.0, (at.y + height).0]))
}

/// Whether an item is a field in text, or the line of one: a blank in a sentence, which is English and keeps its order, or the kit's code,
/// which is another one in another language.
fn is_in_text(item: &Item, items: &[Item]) -> bool {
    let Some((kind, [left, right, _, bottom])) = area(item) else { return false };
    let is_blank = |it: &Item| match &it.mark {
        Mark::Widget(widget) => IN_TEXT.iter().any(|label| widget.label.starts_with(label)),
        _ => false,
    };
    let is_below = |it: &Item| {
        let (_, sides) = area(it).unwrap();
        let ends = [(sides[0], left), (sides[1], right), (sides[3], bottom)];
        ends.iter().all(|(a, b)| (a - b).abs() < 0.1)
    };
    is_blank(item) || kind == "line" && items.iter().any(|it| is_blank(it) && is_below(it))
}

/// How the labels of such fields begin.
const IN_TEXT: [&str; 4] = ["Opening script", "Closing script", "Interviewer", "Kit, packet"];

/// What is on an area of this width must be the mirror image of what is on another one.
#[track_caller]
fn is_mirrored(items: &[Item], others: &[Item], width: f32, page: &str) {
    let drawn = |items: &[Item]| -> Vec<_> {
        let kept = items.iter().filter(|it| !is_in_text(it, items));
        kept.filter_map(|it| Some((area(it)?, it.appearance().to_vec()))).collect()
    };
    let (items, others) = (drawn(items), drawn(others));
    assert_eq!(items.len(), others.len(), "{page}");
    for ((area, inner), (other, other_inner)) in items.into_iter().zip(others) {
        let (kind, [left, right, top, bottom]) = area;
        let mirrored = [width - right, width - left, top, bottom];
        // A label before a blank is shaped in two parts, which are not kerned: a column can be a little wider.
        let is_near = |(a, b): (&f32, &f32)| (a - b).abs() < 0.1;
        let is_same = kind == other.0 && mirrored.iter().zip(&other.1).all(is_near);
        assert!(is_same, "{page}: {area:?} is {other:?}");
        is_mirrored(&inner, &other_inner, right - left, page);
    }
}

#[test]
fn a_document_that_runs_from_right_to_left_is_the_mirror_image_of_one_that_does_not() {
    let (english, hebrew) = (documents("en"), documents("he"));
    assert!(english.keys().eq(hebrew.keys()) && english.len() > 10, "{:?}", english.keys());
    let looks = [
        (Paper::A4, TextSize::Regular),
        (Paper::Letter, TextSize::Regular),
        (Paper::A4, TextSize::Large),
    ];
    for ((name, english), hebrew) in english.iter().zip(hebrew.values()) {
        for (paper, text) in looks {
            let [english, hebrew] = [english, hebrew].map(|it| pages(it, paper, text));
            assert_eq!(english.pages.len(), hebrew.pages.len(), "{name}");
            let names = |pages: &Pages| -> Vec<String> {
                pages.fields.iter().map(|field| field.name.clone()).collect()
            };
            assert_eq!(names(&english), names(&hebrew), "{name}");
            let width = english.size.width.0;
            for (number, (page, other)) in english.pages.iter().zip(&hebrew.pages).enumerate() {
                let page_name = format!("{name}, page {}", number + 1);
                is_mirrored(&page.items, &other.items, width, &page_name);
            }
        }
    }
}

/// A document of the language with what a guide holds, set with the fonts that are built in.
fn small(lang: &str, markdown: &str) -> Pages {
    let document = parse(&format!("---\ntitle: x\nlang: {lang}\n{markdown}"));
    let mut fonts = Fonts::built_in();
    fonts.add_scripts(&fonts.uncovered(&document));
    let set = typeset(&document, &Style::new(Paper::A4, TextSize::Regular), &fonts);
    assert!(set.warnings.is_empty(), "{:?}", set.warnings);
    set.value.to_pages()
}

const HEBREW: &str = "header: [ריאיון, גרסה 2]
names: {candidate: {label: מועמד/ת, name: Ana Silva}, interviewer: {label: מראיין/ת, name: \"\"}}
footer: חסוי
---

# ריאיון Support

OAuth 2.0 הוא **תקן**, גרסה 3 (ראו `RFC 6749`).

Quoted words keep their order.

- נקודה
- [x] תיבה

1. ראשון

| שאלה | דק׳ |
|:-----|----:|
| מה?  | 10  |

**דירוג:** [ ] 1 טוב [ ] 2 מצוין

שם: ____________ תאריך: ________

```
let x = 1;
```

```notes


```
";

#[test]
fn a_page_in_hebrew_is_set_as_designed() {
    insta::assert_snapshot!(small("he", HEBREW));
}

#[test]
fn a_page_in_arabic_is_set_as_designed() {
    let guide = "footer: سرّي\n---\n\n## لا تقرؤوا إجابات المُحاورين\n\nمن 10:00 إلى 10:45، على [الموقع](https://example.org).\n\n> مرحبًا، اسمي ________.\n";
    insta::assert_snapshot!(small("ar", guide));
}

/// Each glyph of a run with what it shows.
fn shown(pages: &Pages, word: &str) -> Vec<(String, f32)> {
    let items = pages.pages.iter().flat_map(|page| &page.items);
    let runs = items.filter_map(|item| match &item.mark {
        Mark::Text(text) if text.run.text == word => Some(&text.run),
        _ => None,
    });
    let run = runs.into_iter().next().unwrap();
    let glyphs = run.glyphs.iter();
    glyphs.map(|it| (run.text[it.text_range.bytes()].to_owned(), it.raised.0)).collect()
}

#[test]
fn a_mark_on_a_letter_is_before_it_in_the_file_and_as_high_as_the_font_has_it() {
    let glyphs = shown(&small("ar", "---\n\nكُلَم\n"), "كُلَم");
    let texts: Vec<&str> = glyphs.iter().map(|(text, _)| text.as_str()).collect();
    assert_eq!(texts, ["م", "َ", "ل", "ُ", "ك"]);
    let raised: Vec<bool> = glyphs.iter().map(|(_, raised)| *raised != 0.0).collect();
    assert_eq!(raised, [false, true, false, true, false]);
    // Over a lam, which is tall.
    assert!(glyphs[1].1 > 0.0, "{glyphs:?}");
}

/// The dictionaries of a file.
fn dictionaries(pages: &Pages) -> Vec<Dictionary> {
    let file = Document::load_mem(&pdf::write(pages, None).unwrap()).unwrap();
    file.objects.values().filter_map(|object| object.as_dict().ok().cloned()).collect()
}

#[test]
fn a_file_says_that_it_runs_from_right_to_left_and_sets_what_is_typed_from_the_right() {
    let count = |lang: &str| {
        let dicts = dictionaries(&small(lang, "---\n\nx: ____\n\n[ ] x\n\n```notes\n\n\n```\n"));
        let viewer = dicts.iter().filter_map(|dict| dict.get(b"ViewerPreferences").ok());
        let is_backward = |it: &lopdf::Object| {
            it.as_dict().unwrap().get(b"Direction").is_ok_and(|it| it.as_name().unwrap() == b"R2L")
        };
        let has_mode = |dict: &Dictionary| {
            let attributes = dict.get(b"A").and_then(lopdf::Object::as_dict);
            attributes.is_ok_and(|it| {
                it.get(b"WritingMode").is_ok_and(|mode| mode.as_name().unwrap() == b"RlTb")
            })
        };
        let from_right =
            |dict: &&Dictionary| dict.get(b"Q").is_ok_and(|it| matches!(it.as_i64(), Ok(2)));
        let direction = viewer.filter(|it| is_backward(it)).count();
        let modes = dicts.iter().filter(|dict| has_mode(dict)).count();
        (direction, modes, dicts.iter().filter(from_right).count())
    };
    assert_eq!(count("he"), (1, 1, 2));
    assert_eq!(count("en"), (0, 0, 0));
}

#[test]
fn the_code_of_a_kit_keeps_its_order_in_text_from_right_to_left() {
    let words = "words: {page: \"עמוד {page} מתוך {pages}\", kit: \"ערכה {kit}\", packet: \"תיק {packet}\", identity: ז, edited: נערך, continued: המשך, notes: ר, blank: מ}";
    let pages = small("he", &format!("{words}\nkit: 2447-SNXM\n---\n\n# א\n"));
    let mut parts = Vec::new();
    for item in &pages.pages[0].items {
        if let Mark::Text(text) = &item.mark
            && text.run.text.chars().any(|char| "2447-SNXM".contains(char))
        {
            parts.push((item.at.x.0, text.run.text.clone()));
        }
    }
    parts.sort_by(|a, b| a.0.total_cmp(&b.0));
    let seen: String = parts.into_iter().map(|(_, text)| text).collect();
    assert!(seen.contains("2447-SNXM"), "{seen}");
}

#[test]
fn a_line_that_ends_inside_latin_words_has_no_space_where_they_begin() {
    let pages = small("he", &format!("---\n\nא {}ב\n", "word ".repeat(60)));
    let margin = Style::new(Paper::A4, TextSize::Regular).side;
    let mut lines = 0;
    for item in &pages.pages[0].items {
        let Mark::Text(text) = &item.mark else { continue };
        let (said, run) = (text.run.text.as_str(), &text.run);
        if said.starts_with("word") && said.ends_with(' ') {
            // The first of such lines begins with a Hebrew letter and a space.
            let end = item.at.x + run.advance() - run.glyphs.last().unwrap().advance;
            let edge = pages.size.width - margin;
            let is_first = lines == 0;
            lines += 1;
            assert_eq!((edge - end).0.abs() < 0.01, !is_first, "{end:?} of {edge:?}");
        }
    }
    assert!(lines > 2, "{lines}");
}

#[test]
fn the_words_around_english_text_are_printed_in_the_script_of_the_language() {
    let test = Test::new().file("a.md", "---\nlang: he\n---\n\n# English\n");
    test.run("typeset a.md -o a.pdf --strict").ok();
}
