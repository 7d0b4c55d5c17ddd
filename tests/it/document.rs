//! Reading guides: the dialect, line by line.

use std::collections::BTreeSet;
use std::fmt::Write;

use interview_kit::document::{self, Block, Document, Emphasis, Inline, Marker};
use proptest::prelude::*;

use crate::support::{blocks, english_words, lines, parse, sources};

/// Blocks as text: words as they look, fields in braces.
fn printed(document: &Document) -> String {
    let mut text = String::new();
    document.blocks.parts().for_each(|part| print(part, 0, &mut text));
    text
}

fn print(blocks: &[Block], depth: usize, text: &mut String) {
    let indent = "  ".repeat(depth);
    for block in blocks {
        match block {
            Block::Heading(it) => {
                let anchor = it.anchor.as_deref().map_or(String::new(), |name| format!(" #{name}"));
                writeln!(text, "{indent}h{}{anchor}: {}", it.level, inline(&it.content)).unwrap();
            }
            Block::Paragraph(content) => writeln!(text, "{indent}p: {}", inline(content)).unwrap(),
            Block::List(list) => {
                let marker = match list.marker {
                    Marker::Bullet => "bullets".to_owned(),
                    Marker::Number(first) => format!("from {first}"),
                };
                let tight = if list.tight { "" } else { ", loose" };
                writeln!(text, "{indent}list ({marker}{tight})").unwrap();
                for item in &list.items {
                    let check = item.check.as_ref().map_or(String::new(), |check| {
                        format!(
                            " {{{} “{}” {}}}",
                            check.field.name, check.field.label, check.checked
                        )
                    });
                    writeln!(text, "{indent}  item{check}").unwrap();
                    print(&item.blocks, depth + 2, text);
                }
            }
            Block::Table(table) => {
                writeln!(text, "{indent}table {:?}", table.columns).unwrap();
                if let Some(layout) = &table.layout {
                    writeln!(text, "{indent}  {layout:?}").unwrap();
                }
                for row in std::iter::once(&table.head).chain(&table.rows) {
                    let cells: Vec<String> = row.iter().map(|cell| inline(cell)).collect();
                    writeln!(text, "{indent}  | {}", cells.join(" | ")).unwrap();
                }
            }
            Block::Notes(notes) => {
                let (name, label) = (&notes.field.name, &notes.field.label);
                writeln!(
                    text,
                    "{indent}notes {{{name} “{label}”}} {} {:?}",
                    notes.lines, notes.text
                )
                .unwrap();
            }
            Block::Quote(blocks) => {
                writeln!(text, "{indent}quote").unwrap();
                print(blocks, depth + 1, text);
            }
            Block::Code(code, _) => writeln!(text, "{indent}code {code:?}").unwrap(),
            Block::Picture(it) => {
                writeln!(text, "{indent}picture {:?} {:?}", it.path, it.alt).unwrap();
            }
            Block::Rule => writeln!(text, "{indent}rule").unwrap(),
            Block::PageBreak => writeln!(text, "{indent}page break").unwrap(),
            Block::Styled(style, block) => {
                writeln!(text, "{indent}style {}", style.name()).unwrap();
                print(std::slice::from_ref(block), depth + 1, text);
            }
            Block::Columns(columns) => {
                for column in columns {
                    writeln!(text, "{indent}column").unwrap();
                    print(column, depth + 1, text);
                }
            }
        }
    }
}

fn inline(content: &[Inline]) -> String {
    let mut text = String::new();
    for inline in content {
        match inline {
            Inline::Text { text: words, style, link, .. } => {
                let mut words = words.clone();
                if style.code {
                    words = format!("`{words}`");
                }
                if style.struck {
                    words = format!("~{words}~");
                }
                words = match style.emphasis {
                    Emphasis::Plain => words,
                    Emphasis::Emphasis => format!("*{words}*"),
                    Emphasis::Strong => format!("**{words}**"),
                    Emphasis::Both => format!("***{words}***"),
                };
                text.push_str(&link.as_ref().map_or(words.clone(), |to| format!("[{words}→{to}]")));
            }
            Inline::LineBreak => text.push('⏎'),
            Inline::Bars(counts) => write!(text, "{{bars {counts:?}}}").unwrap(),
            Inline::Scale(scale) => {
                write!(text, "{{scale {} {:?}}}", scale.values.join(" "), scale.dots).unwrap();
            }
            Inline::PageNumber { anchor, .. } => write!(text, "{{page of {anchor}}}").unwrap(),
            Inline::Blank { field, width, span: _ } => {
                write!(text, "{{{} blank {width}}}", field.name).unwrap()
            }
            Inline::Filled { field, written, span: _ } => {
                write!(text, "{{{} {written:?}}}", field.name).unwrap()
            }
            Inline::Checkbox(check) => {
                write!(text, "{{{} {}}}", check.field.name, check.checked).unwrap()
            }
            Inline::Option { field, value, label, lang: _, chosen, span: _ } => {
                let chosen = if *chosen { "!" } else { "" };
                write!(text, "{{{}={value}{chosen} “{label}”}}", field.name).unwrap();
            }
        }
    }
    text
}

#[track_caller]
fn reads(markdown: &str, expected: &str) {
    assert_eq!(printed(&parse(markdown)).trim_end(), expected.trim_end(), "{markdown}");
}

fn said(markdown: &str) -> String {
    let (sources, id) = sources(markdown, "guide.md");
    match document::parse(&sources, id, &english_words) {
        Ok(accepted) => lines(&sources, &accepted.warnings),
        Err(rejected) => lines(&sources, rejected.diagnostics()),
    }
}

#[test]
fn task_items_are_boxes_named_after_the_nearest_anchor() {
    reads(
        "<a id=\"intake\"></a>\n\n# Intake\n\n- [ ] Clear paths\n- [x] Triage\n",
        "h1 #intake: Intake\nlist (bullets)\n  item {intake.rubric.1 “Intake: Clear paths” false}\n    p: Clear paths\n  \
         item {intake.rubric.2 “Intake: Triage” true}\n    p: Triage",
    );
}

#[test]
fn several_boxes_in_a_paragraph_are_one_choice() {
    reads(
        "**Rating:** [ ] 1 [x] 2 · [ ] No evidence",
        "p: **Rating:** {form.choice.1=1 “1”} 1 {form.choice.1=2! “2”} 2 · {form.choice.1=3 “No evidence”} No evidence",
    );
}

#[test]
fn one_box_in_a_paragraph_stands_for_itself() {
    reads("I agree [ ] to this", "p: I agree {form.check.1 false} to this");
}

#[test]
fn boxes_in_a_table_row_are_one_choice_named_after_what_the_row_links_to() {
    reads(
        "<a id=\"s\"></a>\n# S\n\n|No.|Question|1|2|\n|--:|:-:|:--|---|\n|[1](#s)|Why?|[ ]|[x]|\n|2|How?|[ ]|[ ]|\n",
        "h1 #s: S\ntable [End, Center, Start, Start]\n  | No. | Question | 1 | 2\n  | [1→#s] | Why? | {s.s=1 “1”} | {s.s=2! “2”}\n  \
         | 2 | How? | {s.row.2=1 “1”} | {s.row.2=2 “2”}",
    );
}

#[test]
fn four_underscores_are_a_blank_and_three_are_not() {
    reads(
        "Name: ____ Date: ________",
        "p: Name: {form.blank.1 blank 4} Date: {form.blank.2 blank 8}",
    );
    reads("**Name** ____ x", "p: **Name** {form.blank.1 blank 4} x");
    reads("a ___ b", "p: a ___ b");
    reads(
        "Yes (____) or (____) no",
        "p: Yes ({form.blank.1 blank 4}) or ({form.blank.2 blank 4}) no",
    );
}

#[test]
fn a_line_of_underscores_is_a_blank_and_a_line_of_hyphens_a_rule() {
    reads("________", "p: {form.blank.1 blank 8}");
    reads("---", "rule");
}

#[test]
fn what_stands_behind_a_backslash_or_in_code_is_no_field() {
    reads(r"\[ ] no \_\_\_\_ no `[ ] ____`", "p: [ ] no ____ no `[ ] ____`");
    reads("&#91; ] &#95;&#95;&#95;&#95;", "p: [ ] ____");
}

#[test]
fn a_notes_block_has_as_many_lines_as_it_was_written_with() {
    reads("# Q\n```notes\n\n\n\n```", "h1: Q\nnotes {form.notes “Q: Notes”} 3 \"\"");
    reads("```notes\nsaid this\n```", "notes {form.notes “Notes”} 1 \"said this\"");
    reads("```rust\nlet x;\n```", "code \"let x;\\n\"");
}

#[test]
fn a_field_that_would_be_named_like_another_gets_a_number() {
    reads(
        "A <!-- field: name -->____ B <!-- field: name -->____ C <!-- field: name-2 -->____",
        "p: A {form.name blank 4} B {form.name-2 blank 4} C {form.name-2-2 blank 4}",
    );
}

#[test]
fn comments_break_pages_or_say_nothing() {
    reads("a\n\n<!-- pagebreak -->\n\nb\n\n<!-- note to self -->\n", "p: a\npage break\np: b");
}

#[test]
fn common_markdown_reads_as_it_should() {
    reads(
        "1. one\n2. two\n   - nested **bold *both***\n\n> quoted\n> > twice\n\n~~old~~ [link](http://x.y) a\\\nb\n",
        "list (from 1)\n  item\n    p: one\n  item\n    p: two\n    list (bullets)\n      item\n        p: nested **bold *****both***\n\
         quote\n  p: quoted\n  quote\n    p: twice\np: ~old~ [link→http://x.y] a⏎b",
    );
}

#[test]
fn headings_do_not_skip_levels() {
    reads("# a\n\n### b\n\n## c\n", "h1: a\nh2: b\nh2: c");
    assert!(said("# a\n\n### b\n").contains("guide.md:3:1: warning[heading-level]"));
}

#[test]
fn front_matter_says_what_the_guide_is() {
    let document = parse(
        "---\ntitle: \"A: b\"\nlang: de\nheader: [Left, \"Rev. ____\"]\nnames: {Candidate: Zoë, Interviewer: }\nfooter: Foot\npaper: letter\nauthor: Me\n---\n# Heading\n",
    );
    insta::assert_debug_snapshot!(document.front);
    assert_eq!(parse("# The *heading*\n").front.title, "The heading");
    assert_eq!(parse("no heading").front.title, "Untitled");
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    insta::assert_snapshot!(said(
        "---\ntitel: x\npaper: a5\n---\n# a\n\nsee ![a picture](p.png) and [there](#nowhere)\n\n<div>html</div>\n"
    ));
}

#[test]
fn ten_thousand_nested_lists_are_flattened_and_said_so() {
    let deep = "- ".repeat(10_000) + "x";
    assert!(said(&deep).contains("too-deep"));
    assert!(printed(&parse(&deep)).contains("p: x"));
    assert!(printed(&parse(&(">".repeat(10_000) + "x"))).contains("p: x"));
}

fn names(blocks: &[Block], names: &mut Vec<String>) {
    let mut inline = |content: &[Inline]| {
        let mut choice = None;
        for inline in content {
            match inline {
                Inline::Blank { field, .. } => names.push(field.name.to_string()),
                Inline::Checkbox(check) => names.push(check.field.name.to_string()),
                Inline::Option { field, .. } if choice.as_ref() != Some(&field.name) => {
                    choice = Some(field.name.clone());
                    names.push(field.name.to_string());
                }
                _ => {}
            }
        }
    };
    for block in blocks {
        match block.unstyled() {
            Block::Heading(it) => inline(&it.content),
            Block::Paragraph(content) => inline(content),
            Block::Table(table) => {
                for row in std::iter::once(&table.head).chain(&table.rows) {
                    inline(&row.concat());
                }
            }
            _ => {}
        }
    }
    for block in blocks {
        match block.unstyled() {
            Block::Columns(columns) => columns.iter().for_each(|it| self::names(it, names)),
            Block::List(list) => {
                for item in &list.items {
                    names.extend(item.check.iter().map(|check| check.field.name.to_string()));
                    self::names(&item.blocks, names);
                }
            }
            Block::Quote(blocks) => self::names(blocks, names),
            Block::Notes(notes) => names.push(notes.field.name.to_string()),
            _ => {}
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_reading_a_guide_panic(text in "(?s).{0,300}") {
        said(&text);
    }

    #[test]
    fn fields_of_any_guide_have_names_of_their_own(
        parts in proptest::collection::vec(
            prop_oneof![
                Just("[ ]"), Just("[x] a"), Just("____"), Just("- [ ] b"), Just("\n\n"), Just("\n"), Just(" "),
                Just("| a | [ ] |"), Just("|---|---|"), Just("```notes\n\n```\n"), Just("# H"), Just("**"), Just("_"),
                Just("<a id=\"x\"></a>"), Just("> "), Just("1. "), Just("\\"), Just("`"), Just("name"), Just("name-2"),
            ],
            0..40,
        )
    ) {
        let (sources, id) = sources(&parts.concat(), "guide.md");
        let document = document::parse(&sources, id, &english_words).unwrap().value;
        let mut all = Vec::new();
        names(&blocks(&document), &mut all);
        let different: BTreeSet<&String> = all.iter().collect();
        prop_assert_eq!(different.len(), all.len(), "{:?}", all);
        for name in &all {
            prop_assert!(name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-.".contains(&b)), "{}", name);
        }
    }
}
