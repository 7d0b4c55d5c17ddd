//! A document that was filled in as Markdown is read back word for word, or not at all.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::LazyLock;

use interview_kit::base::facts::KnownDetails;
use interview_kit::base::unit::Paper;
use interview_kit::collect::markdown::read;
use interview_kit::collect::{
    Fault, FieldEntry, FilledDocument, Identity, Kit, Kits, RefusalCode, ReturnedFile,
};
use interview_kit::document::{self, Block, Document, FieldName, Inline, SourceSpan};
use interview_kit::print::frame::FieldKind;
use proptest::prelude::*;

use crate::support::{Test, all_documents, blocks, english_words, parse, set, sources};

/// Built documents: of one interview and of a panel, in several layouts and languages, with details and without.
static DOCUMENTS: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let (test, all) = (Test::new(), all_documents());
    for (name, line) in [
        ("en", "build --limit 3 --candidate Ana --date 2026-11-26"),
        ("de", "build --limit 2 --language de --layout combined --interviewer Bo"),
        ("ja", "build --limit 2 --language ja --layout compact"),
        ("ar", "build --limit 2 --language ar"),
        ("fr", "panel --size 2 --limit 3 --language fr --time 9:00"),
    ] {
        test.run(&format!("{line} {all} --questions --format md --name {name} --quiet")).ok();
    }
    test.names().into_iter().map(|name| (name.clone(), test.text(&name))).collect()
});

fn built(name: &str) -> &'static str {
    &DOCUMENTS.iter().find(|(known, _)| known == name).unwrap().1
}

fn read_text(text: &str, kits: &Kits) -> Result<FilledDocument, Fault> {
    read(&ReturnedFile { path: "a.md", bytes: text.as_bytes() }, kits)
}

#[track_caller]
fn fields(text: &str) -> BTreeMap<String, FieldEntry> {
    let read = read_text(text, &Kits::default()).unwrap();
    read.fields.into_iter().map(|field| (field.name.to_string(), field.entry)).collect()
}

/// The kit of a document as it was built.
fn kit(text: &str) -> Kit {
    Kit::of(read_text(text, &Kits::default()).unwrap(), Some(text.to_owned())).unwrap()
}

/// The code and the line of a fault.
fn refused(text: &str, kits: &Kits) -> (RefusalCode, Option<u32>) {
    let fault = read_text(text, kits).expect_err(text);
    assert!(!fault.message.is_empty() && !fault.help.is_empty());
    (fault.code, fault.place.and_then(|place| place.line))
}

/// Where something can be filled in.
enum Gap {
    Box(FieldName, SourceSpan),
    Option(FieldName, String, SourceSpan),
    Blank(FieldName, SourceSpan),
    Notes(FieldName, SourceSpan),
}

fn gaps(document: &Document) -> Vec<Gap> {
    fn all(blocks: &[Block], gaps: &mut Vec<Gap>) {
        for block in blocks {
            match block.unstyled() {
                Block::Columns(columns) => columns.iter().for_each(|column| all(column, gaps)),
                Block::List(list) => {
                    for item in &list.items {
                        let check = item.check.iter();
                        gaps.extend(
                            check.map(|it| Gap::Box(it.field.name.clone(), it.span.clone())),
                        );
                        all(&item.blocks, gaps);
                    }
                }
                Block::Quote(blocks) => all(blocks, gaps),
                Block::Notes(notes) => {
                    gaps.push(Gap::Notes(notes.field.name.clone(), notes.span.clone()))
                }
                _ => block.for_each_inline(&mut |inline| match inline {
                    Inline::Blank { field, span, .. } => {
                        gaps.push(Gap::Blank(field.name.clone(), span.clone()))
                    }
                    Inline::Checkbox(it) => {
                        gaps.push(Gap::Box(it.field.name.clone(), it.span.clone()))
                    }
                    Inline::Option { field, value, span, .. } => {
                        gaps.push(Gap::Option(field.name.clone(), value.clone(), span.clone()))
                    }
                    _ => {}
                }),
            }
        }
    }
    let mut gaps = Vec::new();
    all(&blocks(document), &mut gaps);
    gaps
}

/// Texts, a line each, that would like to be more than text.
fn hostile_line() -> impl Strategy<Value = String> {
    let sign = prop_oneof![
        "[a-zA-Zäéשل日😀]{1,6}",
        prop::sample::select(vec![
            " ", "|", "\\", "_", "__", "____", "[ ]", "[x]", "`", "```", "<!--", "-->", "<b>",
            "&amp;", "*", "**", "#", "> ", "- ", "1. ", "\t", "=", "+", "@", "~~~", "\u{202E}",
            "\u{200B}", "\u{7}", "---", "\"", "'", "{", ":",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(sign, 1..8).prop_map(|signs| signs.concat())
}

/// What is typed: for every gap a number that says whether it is filled in, and how.
fn answers() -> impl Strategy<Value = Vec<(u8, String, Vec<String>)>> {
    let notes = prop::collection::vec(hostile_line(), 1..4);
    prop::collection::vec((0..4_u8, hostile_line(), notes), 150)
}

/// Fills in a document, and says what its fields should be.
fn fill(
    text: &str,
    answers: &[(u8, String, Vec<String>)],
) -> (String, BTreeMap<String, FieldEntry>) {
    let mut expected = fields(text);
    let mut edits: Vec<(usize, usize, String)> = Vec::new();
    for (index, gap) in gaps(&parse(text)).into_iter().enumerate() {
        let (which, line, notes) = &answers[index % answers.len()];
        if *which == 0 {
            continue;
        }
        match gap {
            Gap::Box(name, SourceSpan(span)) => {
                edits.push((span.bytes.start + 1, span.bytes.start + 2, "x".to_owned()));
                expected.insert(name.to_string(), FieldEntry::Check(true));
            }
            Gap::Option(name, value, SourceSpan(span)) => {
                let entry = expected.get_mut(&name.to_string()).unwrap();
                if *entry == FieldEntry::Choice(None) {
                    edits.push((span.bytes.start + 1, span.bytes.start + 2, "X".to_owned()));
                    *entry = FieldEntry::Choice(Some(value));
                }
            }
            Gap::Blank(name, SourceSpan(span)) => {
                let entry = expected.get_mut(&name.to_string()).unwrap();
                let line = line.trim_end_matches('\\');
                if *entry == FieldEntry::Text(None) && !line.trim().is_empty() {
                    let escaped = line.replace('_', "\\_").replace('|', "\\|");
                    edits.push((span.bytes.start, span.bytes.end, format!("__{escaped}__")));
                    *entry = FieldEntry::Text(Some(line.to_owned()));
                }
            }
            Gap::Notes(name, SourceSpan(span)) => {
                let note = notes.join("\n");
                let longest = note.split(|char| char != '`').map(str::len).max().unwrap();
                let fence = "`".repeat(longest.max(2) + 1);
                let opening = text[..span.bytes.start].rfind("```notes").unwrap();
                let closing = span.bytes.start + text[span.bytes.start..].find("```").unwrap();
                edits.push((opening, opening + 3, fence.clone()));
                edits.push((span.bytes.start, span.bytes.start, format!("{note}\n")));
                edits.push((closing, closing + 3, fence));
                let entry = Some(note).filter(|note| !note.trim().is_empty());
                let lines = entry.map(|note| {
                    let kept = note.trim_end().len();
                    let end = note[kept..].find('\n').map_or(note.len(), |end| kept + end);
                    note[..end].to_owned()
                });
                expected.insert(name.to_string(), FieldEntry::Text(lines));
            }
        }
    }
    edits.sort();
    let mut filled = text.to_owned();
    for (start, end, text) in edits.into_iter().rev() {
        filled.replace_range(start..end, &text);
    }
    (filled, expected)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn what_is_filled_in_is_read_back_word_for_word(
        document in any::<prop::sample::Index>(), answers in answers(), ends in prop::sample::select(vec!["\n", "\r\n", "\r"])
    ) {
        let (name, text) = document.get(DOCUMENTS.as_slice());
        let (filled, expected) = fill(text, &answers);
        let filled = filled.replace('\n', ends);
        let read = read_text(&filled, &Kits::from_iter([kit(text)]));
        let read = read.map_err(|fault| TestCaseError::fail(format!("{name}: {fault:?}\n{filled}")))?;
        let found: BTreeMap<_, _> = read.fields.iter().map(|field| (field.name.to_string(), field.entry.clone())).collect();
        for (field, entry) in &expected {
            prop_assert_eq!(&found[field], entry, "{} {}\n{}", name, field, filled);
        }
        prop_assert_eq!(found.len(), expected.len());
    }

    #[test]
    fn a_change_beside_what_is_filled_in_is_refused_with_its_line(
        document in any::<prop::sample::Index>(), answers in answers(), place in any::<prop::sample::Index>(), sign in "[a-z#.éק]",
    ) {
        let (name, text) = document.get(DOCUMENTS.as_slice());
        let (filled, _) = fill(text, &answers);
        let start = filled.match_indices("\n---\n").next().unwrap().0 + "\n---\n".len();
        // Lines that nobody fills in.
        let mut notes = None;
        let mut lines = Vec::new();
        let mut at = start;
        for line in filled[start..].split_inclusive('\n') {
            let fence = line.trim_end().trim_start_matches('`');
            let ticks = line.trim_end().len() - fence.len();
            match notes {
                None if ticks > 2 && fence == "notes" => notes = Some(ticks),
                Some(open) if ticks >= open && fence.is_empty() => notes = None,
                None if !line.contains("__") && line.trim().len() > 3 => lines.push((at, line.len() - 1)),
                _ => {}
            }
            at += line.len();
        }
        let (line, length) = *place.get(&lines);
        let mut within = line + place.index(length);
        while !filled.is_char_boundary(within) { within -= 1; }
        let mut changed = filled.clone();
        changed.insert_str(within, &sign);
        let number = filled[..line].matches('\n').count() + 1;
        let (code, at) = refused(&changed, &Kits::from_iter([kit(text)]));
        prop_assert_eq!(code, RefusalCode::Edited, "{}", name);
        prop_assert_eq!(at, u32::try_from(number).ok(), "{} {}", name, changed.lines().nth(number - 1).unwrap());
        prop_assert_eq!(refused(&changed, &Kits::default()).0, RefusalCode::Edited);
    }

    #[test]
    fn no_text_makes_the_reader_panic(document in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(), junk in "[_|`a \\\\\n\\[\\]x<!>-]{1,40}") {
        let (_, text) = document.get(DOCUMENTS.as_slice());
        let mut at = at.index(text.len());
        while !text.is_char_boundary(at) { at -= 1; }
        let mut text = text.clone();
        text.insert_str(at, &junk);
        let _ = read_text(&text, &Kits::default());
    }
}

#[test]
fn a_blank_document_is_read_as_blank_with_the_fields_of_its_pdf_in_their_order() {
    for (name, text) in DOCUMENTS.iter() {
        let read = read_text(text, &Kits::from_iter([kit(text)]))
            .unwrap_or_else(|fault| panic!("{name}: {fault:?}"));
        let pages = set(text, Paper::A4);
        let is_identity = |kind: &FieldKind| matches!(kind, FieldKind::Identity { .. });
        let typeset = pages.fields.iter().filter(|field| !is_identity(&field.kind));
        let typeset: Vec<&str> = typeset.map(|field| field.name.as_str()).collect();
        let names: Vec<String> = read.fields.iter().map(|field| field.name.to_string()).collect();
        assert_eq!(names, typeset, "{name}");
        for field in &read.fields {
            let is_blank = matches!(
                field.entry,
                FieldEntry::Check(false) | FieldEntry::Choice(None) | FieldEntry::Text(None)
            );
            assert!(is_blank, "{name}: {field:?}");
        }
    }
}

/// A document of one blank line, some notes and a table, sealed as `build` does it.
fn sealed(body: &str) -> String {
    let (sources, id) = sources(body, "a.md");
    let identity = document::PageIdentity {
        document: "guide".to_owned(),
        packet: "3F9TQ".to_owned(),
        has_marks: false,
        details: KnownDetails::default(),
    };
    let sealed = document::seal(&sources, id, "7KQ2-M4XD/2", &identity).unwrap();
    sealed.value.into_markdown()
}

/// What is read on the blanks of a text that was built as another.
fn on_blanks(built: &str, filled: &str) -> Option<Vec<Option<String>>> {
    let (built, text) = (sealed(built), sealed(built).replace(built, filled));
    assert!(built.contains("blanks: \"") && text.contains(filled), "{text}");
    let read = read_text(&text, &Kits::default()).ok()?;
    let texts = read.fields.into_iter().map(|field| match field.entry {
        FieldEntry::Text(text) => text,
        FieldEntry::Unreadable(_) => Some("?".to_owned()),
        other => panic!("{other:?}"),
    });
    Some(texts.collect())
}

#[test]
fn text_on_a_blank_is_read_only_where_it_is_beyond_doubt() {
    const LINE: &str = "I am ____, and I work as ______.\n";
    const ROW: &str = "| A | B |\n|--|--|\n| <!-- field: a -->____ | x ____ |\n";
    const TWO: &str = "From ____ ____ to\n";
    let mut table = String::new();
    for (built, filled) in [
        (LINE, LINE),
        (LINE, "I am __Ana García__, and I work as ______.\n"),
        (LINE, "I am __Ana__, and I work as __lead__.\n"),
        (LINE, "I am __Ana____________, and I work as ______.\n"),
        (LINE, "I am ____Ana____, and I work as ______.\n"),
        (LINE, "I am Ana____, and I work as ______.\n"),
        (LINE, "I am Ana García____, and I work as ______.\n"),
        (LINE, "I am ____Ana, and I work as ______.\n"),
        (LINE, "I am __a_b\\_\\|c__, and I work as ______.\n"),
        (LINE, "I am __ __, and I work as ______.\n"),
        // Not certain, or another text.
        (LINE, "I am ___Ana___, and I work as ______.\n"),
        (LINE, "I am Ana, and I work as ______.\n"),
        (LINE, "I am , and I work as ______.\n"),
        (LINE, "I was __Ana__, and I work as ______.\n"),
        (LINE, "I am __my __init__ method__, and I work as ______.\n"),
        (LINE, "I am **Ana**, and I work as ______.\n"),
        (ROW, "| A | B |\n|--|--|\n| <!-- field: a -->Ana | x __b__ |\n"),
        (ROW, "| A | B |\n|--|--|\n| <!-- field: a --> Ana | x ____ |\n"),
        (ROW, "| A | B |\n|--|--|\n| <!-- field: a -->Ana____ | x ____ |\n"),
        (ROW, "| A | B |\n|--|--|\n| <!-- field: a --> | x ____ |\n"),
        (ROW, "| A | B |\n|--|--|\n| <!-- field: a -->__a \\| b__ | x __c | d__ |\n"),
        (ROW, "| A | B |\n|--|--|\n| <!-- field: a -->\\_\\_\\_\\_ | x ____ |\n"),
        (ROW, "| A   | B      |\n| --- | ------ |\n| <!-- field: a -->**Ana** | x ____ |\n"),
        (ROW, "| A | B |\n|--|--|\n| <!-- field: b -->Ana | x ____ |\n"),
        (ROW, "| A | B |\n|--|--|\n| <!-- field: a -->Ana | x b |\n"),
        (ROW, "| A | B |\n|--|--|\n| <!-- field: a -->Ana | y ____ |\n"),
        (TWO, "From __a__ __b__ to\n"),
        (TWO, "From ____ a ____ to\n"),
        (TWO, "From a b to\n"),
    ] {
        let found = on_blanks(built, filled);
        writeln!(table, "{}\n    {found:?}", filled.trim_end()).unwrap();
    }
    insta::assert_snapshot!(table);
}

#[test]
fn bold_words_of_a_template_stay_words_and_a_blank_in_code_is_none() {
    let body = "__Name__: ____ __and__\n\n__Only__ words\n\nCode `____` and ____\n";
    let text = sealed(body);
    assert_eq!(fields(&text).len(), 2);
    let filled = text.replace(": ____ __and__", ": Ana____ __and__");
    let expected = FieldEntry::Text(Some("Ana".to_owned()));
    assert_eq!(fields(&filled)["form.blank.1"], expected);
    assert_eq!(
        refused(&text.replace("__Only__", "__No__"), &Kits::default()).0,
        RefusalCode::Edited
    );
    assert_eq!(
        refused(&text.replace("__Name__", "__Age__"), &Kits::default()).0,
        RefusalCode::Edited
    );
    assert_eq!(
        refused(&text.replace("`____`", "`__x__`"), &Kits::default()).0,
        RefusalCode::Edited
    );
    let longer = text.replace("blanks: \"", "blanks: \"3-00000000 ");
    assert_eq!(refused(&longer, &Kits::default()).0, RefusalCode::Edited);
    // A person's own text has no blanks that are written on.
    let own = parse("I am __Ana__, ____\n");
    let Block::Paragraph(content) = &blocks(&own)[0] else { panic!() };
    assert!(!content.iter().any(|inline| matches!(inline, Inline::Filled { .. })));
}

#[test]
fn notes_hold_any_text_and_a_fence_in_them_needs_a_longer_one() {
    let built = "Before\n\n```notes\n\n\n```\n\nAfter ____\n";
    let text = sealed(built);
    let notes = |filled: &str| {
        let text = text.replace("```notes\n\n\n```\n", filled);
        read_text(&text, &Kits::default())
            .map(|read| read.fields[0].entry.clone())
            .map_err(|it| it.code)
    };
    let is = |text: &str| Ok(FieldEntry::Text(Some(text.to_owned())));
    assert_eq!(notes("```notes\n \n\t\n```\n"), Ok(FieldEntry::Text(None)));
    assert_eq!(notes("```notes\n```\n"), Ok(FieldEntry::Text(None)));
    assert_eq!(notes("```notes\na  \n\n  b \n\n\n```\n"), is("a  \n\n  b "));
    assert_eq!(notes("````notes\n```rust\n```\n````\n"), is("```rust\n```"));
    assert_eq!(notes("~~~notes\n```\n~~~\n"), is("```"));
    assert_eq!(notes("```notes\n    ```\n```\n"), is("    ```"));
    assert_eq!(notes("```notes\n____ __a__ \\| [x]\n\n```\n"), is("____ __a__ \\| [x]"));
    assert_eq!(notes("```notes\na\n```\nb\n```\n"), Err(RefusalCode::Edited));
    assert_eq!(notes("```notes\na\n"), Err(RefusalCode::Edited));
    assert_eq!(notes("````notes\na\n```\n"), Err(RefusalCode::Edited));
    assert_eq!(notes("```notes\na\n```\nb\n"), Err(RefusalCode::Edited));
    assert_eq!(notes("```notes\na\u{1}b\n```\n"), Err(RefusalCode::Damaged));
}

#[test]
fn two_boxes_of_one_choice_and_two_texts_of_one_field_are_conflicts() {
    let card = built("en-scorecard.md");
    let mut rows = card.lines().filter(|line| line.matches("[ ]").count() == 6);
    let row = rows.next().unwrap();
    let id = row.split("field: ").nth(1).unwrap().split(" -->").next().unwrap();
    let filled = card.replace(row, &row.replacen("[ ] | [ ]", "[x] | [X]", 1));
    let expected = FieldEntry::Conflict(vec!["1".to_owned(), "2".to_owned()]);
    assert_eq!(fields(&filled)[&format!("scorecard.{id}")], expected);
    let guide = built("en-guide.md");
    let blank = |width: usize, with: &str| {
        format!(
            "<!-- field: interviewer -->{}",
            if with.is_empty() { "_".repeat(width) } else { with.to_owned() }
        )
    };
    let filled = guide.replace(&blank(40, ""), &blank(0, "__Bo__"));
    assert_eq!(fields(&filled)["interviewer"], FieldEntry::Text(Some("Bo".to_owned())));
    let both = filled.replace(&format!("{},", blank(20, "")), &format!("{},", blank(0, "__Bo__")));
    assert_ne!(both, filled);
    assert_eq!(fields(&both)["interviewer"], FieldEntry::Text(Some("Bo".to_owned())));
    let other = both.replace("__Bo__,", "__Cy__,");
    let FieldEntry::Conflict(seen) = &fields(&other)["interviewer"] else { panic!() };
    assert!(seen[0].starts_with("Bo (line ") && seen[1].starts_with("Cy (line "), "{seen:?}");
}

#[test]
fn a_name_that_is_typed_into_the_front_matter_fills_in_the_blank_at_the_head_of_the_pages() {
    for (name, text) in DOCUMENTS.iter() {
        let blank = fields(text);
        let typed = text.replacen("name: \"\"", "name: \"Bo\"", 1);
        let filled = fields(&typed);
        assert!(filled.keys().eq(blank.keys()), "{name}");
        let changed: Vec<&String> =
            filled.keys().filter(|key| filled[*key] != blank[*key]).collect();
        if &typed == text {
            assert!(changed.is_empty());
            continue;
        }
        let [changed] = changed.as_slice() else { panic!("{name}: {changed:?}") };
        assert!(["candidate", "interviewer"].contains(&changed.as_str()), "{name}: {changed}");
        assert_eq!(filled[*changed], FieldEntry::Text(Some("Bo".to_owned())));
    }
    let guide = built("en-guide.md").replace("name: \"\"", "name: \"Bo\"");
    let blank = "<!-- field: interviewer -->________________________________________";
    let both = guide.replacen(blank, "<!-- field: interviewer -->__Cy__", 1);
    assert_ne!(both, guide);
    assert_bo_and_cy(&both);
}

/// Asserts that two names of the interviewer are read, each with its line.
#[track_caller]
fn assert_bo_and_cy(text: &str) {
    let FieldEntry::Conflict(seen) = &fields(text)["interviewer"] else { panic!() };
    assert!(seen[0].starts_with("Bo (line ") && seen[1].starts_with("Cy (line "), "{seen:?}");
}

#[test]
fn a_table_may_be_lined_up_and_the_file_saved_in_another_encoding() {
    for (name, text) in DOCUMENTS.iter() {
        let expected = fields(text);
        let lined_up: Vec<String> = text
            .lines()
            .map(|line| match line.starts_with('|') {
                true if line.chars().all(|char| "|:-".contains(char)) => {
                    line.replace("--", "-----").replace('|', "  | ").trim().to_owned()
                }
                true => line.replace(" | ", "    |\t"),
                false => line.to_owned(),
            })
            .collect();
        assert_eq!(fields(&lined_up.join("\r\n")), expected, "{name}");
        let utf16 = std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_le_bytes);
        let bytes: Vec<u8> = utf16.collect();
        let read = read(&ReturnedFile { path: "a.md", bytes: &bytes }, &Kits::default()).unwrap();
        assert_eq!(read.fields.len(), expected.len());
        assert_eq!(fields(&format!("\u{FEFF}{text}")), expected, "{name}");
    }
}

#[test]
fn what_is_not_a_document_of_a_packet_is_refused_by_name() {
    let text = built("en-guide.md");
    let without = |key: &str| {
        let lines = text.lines().filter(|line| !line.starts_with(key));
        lines.collect::<Vec<_>>().join("\n")
    };
    for (text, code) in [
        (String::new(), RefusalCode::NotOurs),
        ("# Mine\n\n__bold__\n".to_owned(), RefusalCode::NotOurs),
        ("---\ntitle: [\n---\n".to_owned(), RefusalCode::NotOurs),
        ("---\ntitle: Mine\n---\n![picture](a.png)\n".to_owned(), RefusalCode::NotOurs),
        (without("kit: "), RefusalCode::NotOurs),
        (without("packet: "), RefusalCode::NotOurs),
        (text.replace("kit: \"", "kit: \"I"), RefusalCode::NotOurs),
        (without("digest: "), RefusalCode::Edited),
        (without("blanks: "), RefusalCode::Edited),
        (without("details: "), RefusalCode::Edited),
        (text.replace("marks: true\n", ""), RefusalCode::Edited),
        (format!("{text}\n![picture](a.png)\n"), RefusalCode::Edited),
        ("a".repeat(2_000_000), RefusalCode::TooLarge),
        ("a\0b".to_owned(), RefusalCode::Damaged),
    ] {
        assert_eq!(
            refused(&text, &Kits::default()).0,
            code,
            "{}",
            text.chars().take(300).collect::<String>()
        );
    }
    let names = text.lines().position(|line| line.starts_with("names: ")).unwrap() + 1;
    let other = text.replace("name: \"Ana\"", "name: \"Bo\"");
    assert_eq!(refused(&other, &Kits::default()), (RefusalCode::Edited, u32::try_from(names).ok()));
    let none = text.replace("name: \"Ana\"", "name: \"\"");
    assert_eq!(refused(&none, &Kits::default()), (RefusalCode::Edited, u32::try_from(names).ok()));
    let identity =
        read_text(built("fr-interviewer-1-guide.md"), &Kits::default()).unwrap().identity;
    let Identity { part, document, .. } = identity;
    assert_eq!((part, document.as_str()), (Some(1), "guide"));
}

#[test]
fn a_document_with_text_on_its_blanks_is_typeset_with_the_text_and_the_same_names() {
    let text = built("en-guide.md");
    let filled = text.replace("<!-- field: room -->____", "<!-- field: room -->Blue room");
    let (before, after) = (set(text, Paper::A4), set(&filled, Paper::A4));
    let names = |pages: &interview_kit::print::frame::Pages| -> Vec<String> {
        pages.fields.iter().map(|field| field.name.clone()).collect()
    };
    let mut expected = names(&before);
    expected.retain(|name| name != "agenda.room");
    assert_eq!(names(&after), expected);
    let (sources, id) = sources(&filled, "a.md");
    let read = document::parse(&sources, id, &english_words).unwrap();
    assert!(read.warnings.is_empty() && !read.value.front.kit.unwrap().is_edited);
    let mut texts = Vec::new();
    read.value
        .blocks
        .iter()
        .for_each(|block| block.for_each_text(&mut |text| texts.push(text.to_owned())));
    assert!(texts.contains(&"Blue room".to_owned()));
}

#[test]
fn slips_that_people_often_make_are_told_with_their_line_and_without_the_kit() {
    let text = built("en-scoring.md");
    let at = |needle: &str| text[..text.find(needle).unwrap()].matches('\n').count() + 1;
    let fault = |from: &str, to: &str| {
        let edited = text.replacen(from, to, 1);
        let fault = read_text(&edited, &Kits::default()).unwrap_err();
        (fault.place.and_then(|it| it.line), fault.help)
    };
    for wrong in ["[ x]", "[✓]", "[x ]", "[]", "☒"] {
        let (line, help) = fault("- [ ]", &format!("- {wrong}"));
        assert_eq!(line, u32::try_from(at("- [ ]")).ok(), "{wrong}");
        assert!(help.contains(&format!("and not as `{wrong}`")), "{help}");
    }
    let (line, help) = fault("[ ] 4", "[x]4");
    assert_eq!(
        (line, help.contains("with a space after it")),
        (u32::try_from(at("[ ] 4")).ok(), true)
    );
    let (line, help) = fault("```notes\n", "```notes\n```\nsaid yes\n");
    assert!(line.is_some() && help.contains("without a line of ```"), "{line:?} {help}");
}

#[test]
fn what_is_hard_to_read_takes_no_more_than_seconds() {
    let words = "word ".repeat(100_000);
    let many = "_a_ __b ____ ".repeat(50_000);
    let row = format!("|{}\n|{}\n|{}\n", " a |".repeat(12), "--|".repeat(12), " ____ |".repeat(12));
    let table = format!("{row}| {}|", "____ ".repeat(10_000));
    let same = "x ____ y\n\n".repeat(20_000);
    for (built, filled) in [
        (format!("{words} ____ {words}\n"), format!("{words} Ana ____ {words}\n")),
        (format!("{many} ____\n"), format!("{many} Ana\n")),
        (row, "| a |\n|--|\n| b |\n".to_owned()),
        (table, "| <!-- --> |".repeat(80_000)),
        (same.clone(), same.replace("____", "Ana")),
        (same, "```notes\n".repeat(80_000)),
    ] {
        let text = sealed(&built);
        let filled = text.replace(&built, &filled);
        let start = std::time::Instant::now();
        let _ = read_text(&filled, &Kits::from_iter([kit(&text)]));
        assert!(start.elapsed().as_secs() < 30, "{:?} {}", start.elapsed(), &built[..40]);
    }
}
