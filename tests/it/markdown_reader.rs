//! A document that was filled in as Markdown is read back word for word, or not at all.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::LazyLock;

use interview_kit::base::unit::Paper;
use interview_kit::collect::markdown::read;
use interview_kit::collect::{
    Entry, Fault, FilledDocument, Identity, Kit, RefusalCode, ReturnedFile,
};
use interview_kit::document::{self, Block, Document, FieldName, Inline, SourceSpan};
use interview_kit::print::frame::FieldKind;
use proptest::prelude::*;

use crate::support::{Test, all_documents, english_words, parse, set, sources};

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

fn read_text(text: &str, kits: &[Kit]) -> Result<FilledDocument, Fault> {
    read(&ReturnedFile { path: "a.md", bytes: text.as_bytes() }, kits)
}

#[track_caller]
fn fields(text: &str) -> BTreeMap<String, Entry> {
    let read = read_text(text, &[]).unwrap();
    read.fields.into_iter().map(|field| (field.name.to_string(), field.entry)).collect()
}

/// The kit of a document as it was built.
fn kit(text: &str) -> Kit {
    Kit::of(read_text(text, &[]).unwrap(), Some(text.to_owned()))
}

/// The code and the line of a fault.
fn refused(text: &str, kits: &[Kit]) -> (RefusalCode, Option<u32>) {
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
    all(&document.blocks, &mut gaps);
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
fn fill(text: &str, answers: &[(u8, String, Vec<String>)]) -> (String, BTreeMap<String, Entry>) {
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
                expected.insert(name.to_string(), Entry::Check(true));
            }
            Gap::Option(name, value, SourceSpan(span)) => {
                let entry = expected.get_mut(&name.to_string()).unwrap();
                if *entry == Entry::Choice(None) {
                    edits.push((span.bytes.start + 1, span.bytes.start + 2, "X".to_owned()));
                    *entry = Entry::Choice(Some(value));
                }
            }
            Gap::Blank(name, SourceSpan(span)) => {
                let entry = expected.get_mut(&name.to_string()).unwrap();
                let line = line.trim_end_matches('\\');
                if *entry == Entry::Text(None) && !line.trim().is_empty() {
                    let escaped = line.replace('_', "\\_").replace('|', "\\|");
                    edits.push((span.bytes.start, span.bytes.end, format!("__{escaped}__")));
                    *entry = Entry::Text(Some(line.to_owned()));
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
                expected.insert(name.to_string(), Entry::Text(lines));
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
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn what_is_filled_in_is_read_back_word_for_word(
        document in any::<prop::sample::Index>(), answers in answers(), ends in prop::sample::select(vec!["\n", "\r\n", "\r"])
    ) {
        let (name, text) = document.get(DOCUMENTS.as_slice());
        let (filled, expected) = fill(text, &answers);
        let filled = filled.replace('\n', ends);
        let read = read_text(&filled, &[kit(text)]);
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
        let (code, at) = refused(&changed, &[kit(text)]);
        prop_assert_eq!(code, RefusalCode::Edited, "{}", name);
        prop_assert_eq!(at, u32::try_from(number).ok(), "{} {}", name, changed.lines().nth(number - 1).unwrap());
        prop_assert_eq!(refused(&changed, &[]).0, RefusalCode::Edited);
    }

    #[test]
    fn no_text_makes_the_reader_panic(document in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(), junk in "[_|`a \\\\\n\\[\\]x<!>-]{1,40}") {
        let (_, text) = document.get(DOCUMENTS.as_slice());
        let mut at = at.index(text.len());
        while !text.is_char_boundary(at) { at -= 1; }
        let mut text = text.clone();
        text.insert_str(at, &junk);
        let _ = read_text(&text, &[]);
    }
}

#[test]
fn a_blank_document_is_read_as_blank_with_the_fields_of_its_pdf_in_their_order() {
    for (name, text) in DOCUMENTS.iter() {
        let read =
            read_text(text, &[kit(text)]).unwrap_or_else(|fault| panic!("{name}: {fault:?}"));
        let pages = set(text, Paper::A4);
        let is_identity = |kind: &FieldKind| matches!(kind, FieldKind::Identity { .. });
        let typeset = pages.fields.iter().filter(|field| !is_identity(&field.kind));
        let typeset: Vec<&str> = typeset.map(|field| field.name.as_str()).collect();
        let names: Vec<String> = read.fields.iter().map(|field| field.name.to_string()).collect();
        assert_eq!(names, typeset, "{name}");
        for field in &read.fields {
            let is_blank = matches!(
                field.entry,
                Entry::Check(false) | Entry::Choice(None) | Entry::Text(None)
            );
            assert!(is_blank, "{name}: {field:?}");
        }
    }
}
