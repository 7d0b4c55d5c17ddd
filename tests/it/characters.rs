//! No character is lost in silence: it is seen, or it is white space, or it has done its work, or a sign stands in its place and a
//! warning says so.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use icu_properties::props::{
    DefaultIgnorableCodePoint, GeneralCategory, GeneralCategoryGroup, WhiteSpace,
};
use icu_properties::{CodePointMapData, CodePointSetData};
use interview_kit::base::diagnostic::{Accepted, Diagnostic};
use interview_kit::base::files::SystemFonts;
use interview_kit::base::source::{SourceId, Span};
use interview_kit::base::unit::{Paper, TextSize};
use interview_kit::document::{
    self, Block, Document, Emphasis, Heading, Inline, SourceSpan, TextStyle,
};
use interview_kit::print::frame::{Item, Mark, Pages};
use interview_kit::print::layout::{Typesetter, typeset};
use interview_kit::print::{Fonts, Style, pdf};
use rayon::prelude::*;

use crate::font_files::{FontFile, embedded, outline, outlines};
use crate::support::{Ran, Test, english_words, install_font, parse, skip, sources};

const SIGN: char = '□';

/// The whole Basic Multilingual Plane, and beyond it what people use, and what they should not.
fn all() -> impl Iterator<Item = char> {
    let beyond = [
        0x10000..0x10200,
        0x10940..0x10960,
        0x12000..0x12400,
        0x13000..0x13460,
        0x1B000..0x1B020,
        0x1BC00..0x1BCB0,
        0x1D100..0x1D200,
        0x1D400..0x1D800,
        0x1EE00..0x1EF00,
        0x1F000..0x1FB00,
        0x20000..0x20100,
        0x2F800..0x2F840,
        0x2FFFE..0x30010,
        0xE0000..0xE0200,
        0xF0000..0xF0008,
        0x10_FFFC..0x11_0000,
    ];
    (0..0x10000).chain(beyond.into_iter().flatten()).filter_map(char::from_u32)
}

/// What is asked of each character: whether it may be unseen, and whether it means anything.
static ASKED: LazyLock<BTreeMap<char, (bool, bool)>> =
    LazyLock::new(|| all().map(|char| (char, (may_be_unseen(char), is_printable(char)))).collect());

fn category(char: char) -> GeneralCategory {
    CodePointMapData::<GeneralCategory>::new().get(char)
}

fn is_space(char: char) -> bool {
    CodePointSetData::new::<WhiteSpace>().contains(char)
}

/// Whether Unicode gives a character a meaning that could be printed.
fn is_printable(char: char) -> bool {
    !GeneralCategoryGroup::Other.contains(category(char))
        || category(char) == GeneralCategory::Format
}

/// Whether nothing needs to be seen of a character that stands between two spaces. This list is what the program promises; that no
/// other character is unseen is what the tests show.
fn may_be_unseen(char: char) -> bool {
    let is_ignorable = CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(char);
    let asks_in_vain = matches!(
        char,
        // Deprecated; tags without a flag; fillers beside no syllable; shorthand and music.
        '\u{206A}'..='\u{206F}' | '\u{E0001}' | '\u{E0020}'..='\u{E007F}'
            | '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}'
            | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}'
    );
    is_space(char) || (is_ignorable && is_printable(char) && !asks_in_vain)
}

fn text(text: String, style: TextStyle) -> Inline {
    let (_, source) = sources("", "x.md");
    Inline::Text { text, style, lang: None, link: None, span: SourceSpan(span(source)) }
}

fn span(source: SourceId) -> Span {
    Span::new(source, 0..0)
}

fn plain() -> TextStyle {
    TextStyle::default()
}

/// Each way in which text can look, by its name.
fn looks() -> Vec<(&'static str, TextStyle)> {
    let emphasis = |emphasis| TextStyle { emphasis, ..plain() };
    vec![
        ("regular", plain()),
        ("bold", emphasis(Emphasis::Strong)),
        ("italic", emphasis(Emphasis::Emphasis)),
        ("monospaced", TextStyle { code: true, ..plain() }),
    ]
}

fn document(blocks: Vec<Block>) -> Document {
    Document { blocks: blocks.into(), ..parse("") }
}

/// What is said by glyphs of which something is to be seen; and how often the sign for what is missing is said.
fn seen(pages: &Pages, inked: &mut BTreeMap<(usize, u16), bool>) -> (BTreeSet<char>, usize) {
    let mut groups: Vec<(&str, bool)> = Vec::new();
    for item in pages.pages.iter().flat_map(|page| &page.items) {
        let Mark::Text(text) = &item.mark else { continue };
        let face = &pages.faces[text.face.0];
        for glyph in &text.run.glyphs {
            let is_seen = *inked.entry((text.face.0, glyph.id)).or_insert_with(|| {
                !outline((*face.data).as_ref(), face.index, u32::from(glyph.id)).is_empty()
            });
            let said = &text.run.text[glyph.text_range.bytes()];
            // A glyph that says nothing goes with the one before it.
            match groups.last_mut() {
                Some(group) if said.is_empty() => group.1 |= is_seen,
                _ => groups.push((said, is_seen)),
            }
        }
    }
    let signs = groups.iter().map(|(said, _)| said.matches(SIGN).count()).sum();
    let seen = groups.iter().filter(|(_, is_seen)| *is_seen).flat_map(|(said, _)| said.chars());
    (seen.collect(), signs)
}

/// How many characters the warnings speak of.
fn warned(warnings: &[Diagnostic]) -> usize {
    let count = |warning: &Diagnostic| {
        let number = warning.message.split(' ').find_map(|word| word.parse::<usize>().ok());
        number.unwrap_or(1)
    };
    warnings.iter().map(count).sum()
}

/// Every character is seen, or may be unseen, or is warned of and has a sign in its place. Says how many are seen.
#[track_caller]
fn check(fonts: Fonts, chars: &[char], look: &str, style: TextStyle) -> usize {
    let typesetter = Typesetter::new(Style::new(Paper::A4, TextSize::Regular), fonts);
    let one = |inked: &mut BTreeMap<(usize, u16), bool>, chars: &[char]| {
        let words: String = chars.iter().flat_map(|char| [' ', *char]).collect();
        let content = vec![text(format!("{words} "), style)];
        let set = typesetter.set(&document(vec![Block::Paragraph(content)]));
        let (seen, signs) = seen(&set.value.to_pages(), inked);
        let lost = |char: &&char| !seen.contains(char) && !ASKED[*char].0;
        let lost: Vec<char> = chars.iter().filter(lost).copied().collect();
        let own = usize::from(chars.contains(&SIGN));
        let code = |char: &char| format!("U+{:04X}", u32::from(*char));
        let sample: Vec<_> = lost.iter().take(8).map(code).collect();
        assert_eq!(signs - own, lost.len(), "{look}: signs for {sample:?}");
        let warnings = &set.warnings;
        assert_eq!(warned(warnings), lost.len(), "{look}: warnings of {sample:?}: {warnings:?}");
        let means_nothing = |char: &&char| seen.contains(char) && !ASKED[*char].1;
        let wrong = chars.iter().find(means_nothing);
        assert!(wrong.is_none(), "{look}: {wrong:?} is printed, and means nothing");
        seen.len()
    };
    chars.par_chunks(512).map_init(BTreeMap::new, one).sum()
}

#[test]
fn every_character_is_seen_or_warned_of_with_the_built_in_fonts() {
    let chars: Vec<char> = all().collect();
    for (look, style) in looks() {
        let seen = check(Fonts::built_in(), &chars, look, style);
        assert!(seen > 1700, "{look}: only {seen} characters are seen");
    }
}

#[test]
fn every_character_is_seen_or_warned_of_with_a_font_that_has_empty_glyphs() {
    let chars: Vec<char> = all().collect();
    // Every seventh character has a glyph of which nothing is to be seen.
    let shown = [' ', 'A', 'B', 'C', 'D', 'E', 'F'].into_iter().cycle();
    let pairs: Vec<(char, char)> = chars.iter().copied().zip(shown).collect();
    let file = FontFile::built_in("KitSans-Regular").showing(&pairs).file();
    for (look, style) in looks() {
        let mut fonts = Fonts::built_in();
        fonts.add("Many", file.clone(), 0);
        let seen = check(fonts, &chars, look, style);
        assert!(seen > 45_000, "{look}: only {seen} characters are seen");
    }
}

#[test]
fn every_character_is_seen_or_warned_of_with_the_fonts_of_this_machine() {
    let chars: Vec<char> = all().collect();
    let mut fonts = Fonts::built_in();
    let wanted: BTreeSet<char> = chars.iter().copied().filter(|char| is_printable(*char)).collect();
    let found = SystemFonts::find().families(&wanted);
    if found.is_empty() {
        return skip("this machine has no fonts (apt-get install fonts-dejavu-core)");
    }
    for family in found {
        fonts.add_family(family);
    }
    for (look, style) in looks() {
        check(fonts.clone(), &chars, look, style);
    }
}

#[test]
fn what_is_seen_on_the_pages_is_in_the_file() {
    let mut fonts = Fonts::built_in();
    let pairs: Vec<(char, char)> = ('א'..='ת').zip('A'..='Z').collect();
    fonts.add("Hebrew", FontFile::built_in("KitMono-Regular").showing(&pairs).file(), 0);
    // All that the built-in fonts have, and what they have not.
    let words: String =
        all().filter(|char| !char.is_control()).take(9000).flat_map(|char| [' ', char]).collect();
    let both = TextStyle { emphasis: Emphasis::Both, ..plain() };
    let styles = looks().into_iter().map(|(_, style)| style).chain([both]);
    let blocks = styles.map(|style| Block::Paragraph(vec![text(words.clone(), style)]));
    let pages =
        typeset(&document(blocks.collect()), &Style::new(Paper::A4, TextSize::Regular), &fonts)
            .value
            .to_pages();
    let programs = embedded(&pdf::write(&pages, None).unwrap());
    let mut expected: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for item in pages.pages.iter().flat_map(|page| &page.items) {
        let Mark::Text(text) = &item.mark else { continue };
        let face = &pages.faces[text.face.0];
        let shapes = expected.entry(face.name.clone()).or_default();
        let drawn = |glyph: u16| outline((*face.data).as_ref(), face.index, u32::from(glyph));
        shapes.extend(
            text.run.glyphs.iter().map(|glyph| drawn(glyph.id)).filter(|it| !it.is_empty()),
        );
    }
    assert_eq!(expected.len(), 6, "{:?}", expected.keys());
    for (name, shapes) in expected {
        let embedded: BTreeSet<String> = outlines(&programs[&name]).into_iter().collect();
        assert!(shapes.is_subset(&embedded), "{name} lost glyphs");
    }
}

#[test]
fn the_built_in_text_fonts_have_the_same_characters() {
    let of = |name: &str| {
        let file = FontFile::built_in(name).file();
        let font = skrifa::FontRef::new(&file).unwrap();
        let chars = skrifa::MetadataProvider::charmap(&font).mappings().map(|(code, _)| code);
        chars.collect::<BTreeSet<u32>>()
    };
    let regular = of("KitSans-Regular");
    for name in ["KitSans-Italic", "KitSans-Semibold", "KitSans-SemiboldItalic"] {
        assert_eq!(of(name), regular, "{name}");
    }
}

/// A guide set with a font that shows these characters as Latin letters.
fn set_with(chars: &str, markdown: &str) -> Accepted<Pages> {
    let pairs: Vec<(char, char)> = chars.chars().zip(('A'..='Z').cycle()).collect();
    let mut fonts = Fonts::built_in();
    fonts.add("Some", FontFile::built_in("KitSans-Regular").showing(&pairs).file(), 0);
    let set = typeset(&parse(markdown), &Style::new(Paper::A4, TextSize::Regular), &fonts);
    Accepted { value: set.value.to_pages(), warnings: set.warnings }
}

fn said(pages: &Pages) -> String {
    let texts =
        pages.pages.iter().flat_map(|page| &page.items).filter_map(|item| match &item.mark {
            Mark::Text(text) => Some(text.run.text.as_str()),
            _ => None,
        });
    texts.collect()
}

#[test]
fn sequences_are_seen_as_a_whole_or_in_their_parts() {
    // What a font has, the text, what must be said, and how many characters are warned of.
    let cases = [
        ("", "e\u{301}", "e\u{301}", 0),
        ("", "q\u{323}\u{301}", "q\u{323}\u{301}", 0),
        // A mark that no font has, on a letter; and on one that another font has.
        ("", "e\u{1DC0}", "e□", 1),
        ("\u{1DC0}", "e\u{1DC0}", "e□", 1),
        ("e\u{1DC0}", "e\u{1DC0}", "e\u{1DC0}", 0),
        // A letter that no font has, below a mark.
        ("", "ש\u{301}", "□\u{301}", 1),
        // Emoji that are joined, colored, or flags.
        ("👩💻", "👩\u{200D}💻", "👩\u{200D}💻", 0),
        ("👩", "👩\u{200D}💻", "👩\u{200D}□", 1),
        ("👍🏽", "👍🏽", "👍🏽", 0),
        ("👍", "👍🏽", "👍□", 1),
        ("❤", "❤\u{FE0F}", "❤\u{FE0F}", 0),
        ("🇩🇪", "🇩🇪", "🇩🇪", 0),
        ("🇩", "🇩🇪", "🇩□", 1),
        ("🏴", "🏴\u{E0067}\u{E0062}\u{E007F}", "🏴\u{E0067}\u{E0062}\u{E007F}", 0),
        // Tags that name no flag would hide a text.
        ("", "a\u{E0067}\u{E0062}b", "a□□b", 2),
        // Korean syllables in parts, with and without a filler.
        ("\u{1100}\u{1161}\u{11A8}", "\u{1100}\u{1161}\u{11A8}", "\u{1100}\u{1161}\u{11A8}", 0),
        ("\u{1161}", "\u{115F}\u{1161}", "\u{1161}", 0),
        ("", "a\u{3164}b", "a□b", 1),
        // Nobody would draw the hyphen.
        ("", "inter\u{AD}view", "interview", 0),
        ("", "a\u{200B}b\u{2060}c\u{FEFF}d", "a\u{200B}b\u{2060}c\u{FEFF}d", 0),
        ("", "a\u{2028}b\u{85}c\tD", "a b c D", 0),
        ("", "a\u{1680}b", "a b", 0),
        ("", "a\u{7}b\u{9B}c", "a□b□c", 2),
        ("", "\u{E000}\u{FDD0}\u{378}", "□□□", 3),
    ];
    for (has, markdown, expected, count) in cases {
        let set = set_with(has, markdown);
        assert_eq!(said(&set.value).split("Page").next().unwrap(), expected, "{markdown:?}");
        assert_eq!(warned(&set.warnings), count, "{markdown:?}: {:?}", set.warnings);
    }
}

#[test]
fn a_character_is_warned_of_wherever_it_stands() {
    let places = [
        "# \u{10900}\n",
        "\u{10900}\n",
        "**\u{10900}**\n",
        "`\u{10900}`\n",
        "    \u{10900}\n",
        "- [ ] \u{10900}\n",
        "- \u{10900}\n",
        "> \u{10900}\n",
        "| a |\n|:--|\n| \u{10900} |\n",
        "| \u{10900} |\n|:--|\n| a |\n",
        "[ ] \u{10900} [ ] b\n",
        "[\u{10900}](https://example.com)\n",
        "Name \u{10900}: ____\n",
    ];
    for markdown in places {
        let (sources, _) = sources(markdown, "x.md");
        let set = set_with("", markdown);
        let [warning] = set.warnings.as_slice() else { panic!("{markdown}: {:?}", set.warnings) };
        assert!(said(&set.value).contains(SIGN), "{markdown}");
        let place = warning.span.as_ref().unwrap();
        let line = markdown.lines().position(|line| line.contains('\u{10900}')).unwrap();
        assert_eq!(sources.locate(place).line, line + 1, "{markdown}");
    }
    for key in ["header", "footer"] {
        let markdown = format!("---\n{key}: \u{10900}\n---\na\n\n<!-- pagebreak -->\n\nb\n");
        let set = set_with("", &markdown);
        assert_eq!(warned(&set.warnings), 1, "{key}");
        assert!(said(&set.value).contains(SIGN), "{key}");
    }
}

#[test]
fn what_is_written_in_a_space_for_notes_is_warned_of_and_shown() {
    let markdown = "```notes\nSaid \u{10900}.\n```\n";
    let set = set_with("", markdown);
    assert_eq!(warned(&set.warnings), 1, "{:?}", set.warnings);
    let items = set.value.pages.iter().flat_map(|page| &page.items).flat_map(Item::appearance);
    let said: String = items
        .filter_map(|item| match &item.mark {
            Mark::Text(text) => Some(text.run.text.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(said, "Said □.");
    // The value itself is kept.
    assert!(set.value.fields.iter().any(|field| format!("{field:?}").contains('\u{10900}')));
}

#[test]
fn the_sign_for_blanks_is_warned_of_where_somebody_writes_it() {
    let (sources, id) = sources("a\n\nb\u{1}c ____\n", "x.md");
    let parsed = document::parse(&sources, id, &english_words).unwrap();
    let [warning] = parsed.warnings.as_slice() else { panic!("{:?}", parsed.warnings) };
    let at = sources.locate(warning.span.as_ref().unwrap());
    assert_eq!((at.line, at.column), (3, 2), "{warning:?}");
}

#[test]
fn a_roster_warns_once_of_each_script() {
    let rows = "Ana \u{10940}\n".repeat(24);
    // Two scripts of Unicode 17, which no machine has yet.
    let test = Test::new().file("r.csv", &format!("candidate\n{rows}Bob \u{16EA0}\n"));
    let ran = test.run("build --roster r.csv --documents guide -o out").ok();
    assert_eq!(ran.err.matches("warning[").count(), 2, "{}", ran.err);
    let rest = "warning: 23 more documents have characters of the same kinds";
    assert!(ran.err.contains(rest), "{}", ran.err);
}

#[test]
fn the_place_is_that_of_the_character_itself() {
    let markdown = "A **b `c`** [ ] d &amp; e\n\nSee \u{10900} and \u{10901} there.\n";
    let (sources, _) = sources(markdown, "x.md");
    let set = set_with("", markdown);
    let at = sources.locate(set.warnings[0].span.as_ref().unwrap());
    assert_eq!((at.line, at.column), (3, 5), "{:?}", set.warnings);
}

#[test]
fn warnings_are_one_for_each_script_and_name_a_few() {
    let many = |from: u32, count: u32| -> String {
        (from..from + count).filter_map(char::from_u32).collect()
    };
    let guide = format!(
        "# {}\n\n{} {}\n\n`{}` and \u{7}\u{1B}, 😀😃\u{E000}\n",
        many(0x10000, 12),
        many(0x4E00, 900),
        many(0x10000, 11),
        many(0x10080, 40)
    );
    let warnings = set_with("", &guide).warnings;
    let messages: Vec<&str> = warnings.iter().map(|it| it.message.as_str()).collect();
    insta::assert_snapshot!(messages.join("\n"));
}

#[test]
fn strict_refuses_what_is_warned_of_and_says_the_same() {
    let guide = "# A\n\n\u{10940}\u{10941}\u{10942}\u{10943}\u{10944} \u{E000}\n";
    let test = Test::new().file("a.md", guide);
    let warned = test.run("typeset a.md -o a.pdf").ok().err;
    assert_eq!(warned.matches("warning[").count(), 2, "{warned}");
    assert!(warned.contains("5 Sidetic characters") && warned.contains("and 2 more"), "{warned}");
    let refused = test.run("typeset a.md -o b.pdf --strict");
    assert_eq!(refused.code, 1);
    let shown = warned.split("wrote").next().unwrap().trim();
    assert!(refused.err.contains(shown), "{}", refused.err);
}

#[test]
fn a_font_of_pictures_is_not_taken_for_one_that_prints() {
    let picture = FontFile::built_in("KitSans-Regular").showing(&[('\u{10940}', ' '), (' ', ' ')]);
    let test = Test::new().file("a.md", "# A\n\n\u{10940}\n");
    let (home, folder) = install_font(&test, "picture.ttf", &picture.file());
    let mut command = test.command(["typeset", "a.md", "-o", "a.pdf", "--strict"]);
    let ran = Ran::of(command.env(home, folder).output().unwrap());
    assert_eq!(ran.code, 1, "{}", ran.err);
}

#[test]
fn a_font_of_last_resort_that_has_a_sign_for_every_script_is_not_taken_for_one_that_prints() {
    for (name, code) in [("Another", 0), ("LastResort", 1), (".LastResort", 1)] {
        let font = FontFile::built_in("KitSans-Regular").showing(&[('\u{10940}', 'A')]).named(name);
        let test = Test::new().file("a.md", "# A\n\n\u{10940}\n");
        let (home, folder) = install_font(&test, "last.ttf", &font.file());
        let mut command = test.command(["typeset", "a.md", "-o", "a.pdf", "--strict"]);
        let ran = Ran::of(command.env(home, folder).output().unwrap());
        assert_eq!(ran.code, code, "{name}: {}", ran.err);
    }
}

#[test]
fn a_heading_that_no_font_has_is_still_a_heading() {
    let heading = Heading {
        level: 1,
        anchor: None,
        content: vec![text("\u{10940}".into(), plain())],
        aside: None,
    };
    let set = typeset(
        &document(vec![Block::Heading(heading)]),
        &Style::new(Paper::A4, TextSize::Regular),
        &Fonts::built_in(),
    );
    assert_eq!(set.value.to_pages().outline.len(), 1);
    assert_eq!(warned(&set.warnings), 1);
}

#[test]
fn a_document_without_a_font_for_its_language_gets_one_warning_that_names_a_font() {
    for (lang, text, what, font) in [
        ("ja", "日本語のカード、「ー」。", "Japanese", "Noto Sans CJK JP"),
        ("ko", "한국어 漢字。", "Korean", "Noto Sans CJK KR"),
        ("zh-CN", "简体中文，《》。", "Simplified Chinese", "Noto Sans CJK SC"),
        ("zh-HK", "繁體中文，《》。", "Traditional Chinese", "Noto Sans CJK TC"),
    ] {
        let warnings = set_with("", &format!("---\nlang: {lang}\n---\n\n{text}\n")).warnings;
        let [warning] = warnings.as_slice() else { panic!("{lang}: {warnings:?}") };
        let expected = format!("no font can print {} {what} characters `", warning_count(text));
        assert!(warning.message.starts_with(&expected), "{}", warning.message);
        let help = format!(
            "install a font for {what}, such as {font}; on Debian or Ubuntu: `apt install fonts-noto-cjk`"
        );
        assert_eq!(warning.help, [help]);
    }
    let thai = set_with("", "ไทย").warnings;
    let help = "install a font for Thai, such as Noto Sans Thai; on Debian or Ubuntu: `apt install fonts-noto-core`";
    assert_eq!(thai[0].help, [help]);
}

/// How many different characters of a text no built-in font has.
fn warning_count(text: &str) -> usize {
    text.chars().filter(|char| *char != ' ').collect::<BTreeSet<char>>().len()
}
