//! What is remembered from one document to the next is never seen in what comes out.

use interview_kit::base::diagnostic::Diagnostic;
use interview_kit::base::facts::KnownDetails;
use interview_kit::base::memo::Memo;
use interview_kit::base::threads;
use interview_kit::base::unit::{Paper, TextSize};
use interview_kit::document::{self, Document};
use interview_kit::print::frame::Pages;
use interview_kit::print::layout::{Typesetter, typeset};
use interview_kit::print::pdf::{self, Writer};
use interview_kit::print::{Fonts, Style};
use proptest::prelude::*;

use crate::pdf_objects::all_objects;
use crate::support::{english_words, parse, sources};

/// Blocks of all kinds, some with a character that no font has.
const BLOCKS: [&str; 12] = [
    "# Title\n",
    "<a id=\"a\"></a>\n\n## Question one?\n",
    "*A byline · 8 min*\n",
    "- [ ] a box\n- [x] a ticked one\n",
    "| A | B |\n|:--|:-:|\n| one | ____ |\n| two | ____ |\n",
    "| Rating | Means |\n|:--|:--|\n| [ ] 1 | weak |\n| [x] 2 | good |\n",
    "**Choice:** [ ] yes [ ] no\n",
    "```notes\n\n\n```\n",
    "<!-- pagebreak -->\n",
    "> a *quotation* with a [link](#a)\n",
    "A private \u{10FFFD} character.\n",
    "Name ________ and so on, for a line that is long enough to be broken somewhere in its middle, twice if it must be.\n",
];

fn document(blocks: &[usize]) -> String {
    blocks.iter().map(|block| BLOCKS[*block]).collect::<Vec<_>>().join("\n")
}

fn printed(pages: &Pages) -> String {
    format!("{pages}{:?}{:?}{:?}", pages.fields, pages.elements, pages.anchors)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn a_document_is_set_and_written_alike_whichever_came_before(
        documents in proptest::collection::vec(proptest::collection::vec(0..BLOCKS.len(), 1..12), 2..5),
    ) {
        let (typesetter, writer) =
            (Typesetter::new(Style::new(Paper::A4, TextSize::Regular), Fonts::built_in()), Writer::new());
        for blocks in documents {
            let document = parse(&document(&blocks));
            let fresh = typeset(&document, &Style::new(Paper::A4, TextSize::Regular), &Fonts::built_in());
            let again = typesetter.set(&document);
            prop_assert_eq!(printed(&fresh.value.to_pages()), printed(&again.value.to_pages()));
            prop_assert_eq!(&fresh.warnings, &again.warnings);
            let bytes = pdf::write(&fresh.value.to_pages(), None).unwrap();
            // What was written before is only kept where files are written side by side.
            let kept = threads::alone(|| writer.write(again.value.clone(), None));
            prop_assert!(bytes == kept.unwrap());
            prop_assert!(bytes == writer.write(again.value, None).unwrap());
            let paged = page_by_page(&typesetter, &document, &fresh.warnings);
            prop_assert_eq!(all_objects(&bytes), all_objects(&paged));
        }
    }
}

/// The PDF of a document that is laid out while it is written. It has the same warnings as one that is laid out before.
fn page_by_page(typesetter: &Typesetter, document: &Document, warnings: &[Diagnostic]) -> Vec<u8> {
    let writer = Writer::new();
    let (mut file, none) = writer.begin(typesetter.without_pages(document));
    assert!(none.is_empty());
    let survey = typesetter.survey(document);
    let mut told = typesetter.stream(document, survey, &mut |page| file.add(&page).unwrap());
    let mut warnings = warnings.to_vec();
    for all in [&mut told, &mut warnings] {
        all.sort_by(|one, other| one.message.cmp(&other.message));
    }
    assert_eq!(told, warnings);
    file.finish(None).unwrap()
}

#[test]
fn a_document_of_hundreds_of_pages_is_the_same_page_by_page() {
    let mut markdown =
        "# Long\n\nOn page <!-- page: end -->, and on page <!-- page: s-7 -->.\n".to_owned();
    for section in 0..700 {
        markdown += &format!("\n<a id=\"s-{section}\"></a>\n\n## Section {section}\n");
        markdown += &"\nA paragraph of a few words.\n\n- One\n- Two\n".repeat(section % 7);
    }
    markdown += "\n<a id=\"end\"></a>\n\n## End\n";
    let document = parse(&markdown);
    let style = Style::new(Paper::A4, TextSize::Regular);
    let typesetter = Typesetter::new(style, Fonts::built_in());
    let set = typesetter.set(&document);
    assert!(
        set.value.pages.len() > 64 && document.blocks.len() > 4096,
        "{}",
        document.blocks.len()
    );
    let bytes = Writer::new().write(set.value, None).unwrap();
    let paged = page_by_page(&typesetter, &document, &set.warnings);
    assert!(all_objects(&bytes) == all_objects(&paged));
    assert!(paged == page_by_page(&typesetter, &document, &set.warnings));
    assert!(paged == threads::alone(|| page_by_page(&typesetter, &document, &set.warnings)));
}

/// What may begin in one piece of a long text and end in another.
const LONG_BLOCKS: [&str; 16] = [
    "Words and more words, with a blank ____ and a box [ ] in them.\n",
    "- an item\n\n  with more\n- [ ] a box\n",
    "> a quotation\n\n",
    "```notes\n\n\n```\n",
    "```\ncode\n\n# no heading\n\n```\n",
    "```markdown\n> ```\n> quoted code\n> ```\n\n# no heading\n\n____ and [ ]\n```\n",
    "~~~\n    ~~~\n\n# no heading\n\n~~~\n",
    "- an item\n\n  ```\n  code that is not closed\n",
    "    code\n\n    more of it\n",
    "<!-- a comment\n\n# no heading\n\n-->\n",
    "<!-- pagebreak -->\n",
    "<a id=\"a\"></a>\n",
    "| A | B |\n|:--|:--|\n| [ ] one | ____ |\n",
    "#no-heading\n",
    "A heading\n===\n",
    "1. One\n\n2. Two\n",
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn a_long_document_of_a_kit_is_the_same_in_pieces_and_at_once(
        blocks in proptest::collection::vec((0..LONG_BLOCKS.len(), 0..4_usize), 20..60),
        last in prop::sample::select(vec!["", "```\nopen code\n\n# x\n", "<!-- open\n\n# x\n", "[a]: #a\n"]),
    ) {
        let mut body = "# Title\n".to_owned();
        while body.len() < 200_000 {
            for (block, headings) in &blocks {
                body += &format!("\n{}", LONG_BLOCKS[*block]);
                if *headings > 0 {
                    body += "\n## Heading\n";
                }
            }
        }
        body += &format!("\n{last}");
        let (mut texts, id) = sources(&body, "a.md");
        let identity = document::PageIdentity {
            document: "guide".to_owned(),
            packet: "3F9TQ".to_owned(),
            has_marks: false,
            details: KnownDetails::default(),
        };
        let known = document::Bodies::new();
        let read = document::seal_and_parse(&mut texts, id, "7KQ2-M4XD", &identity, &english_words, &known);
        // The same by the way of a document that comes back, which is taken apart at once.
        let (texts, id) = sources(&body, "a.md");
        let sealed = document::seal(&texts, id, "7KQ2-M4XD", &identity);
        match (read, sealed) {
            (Ok(read), Ok(sealed)) => {
                prop_assert_eq!(&read.value.0, &sealed.value);
                let again = parse(sealed.value.markdown());
                prop_assert!(read.value.1.blocks == again.blocks);
            }
            (read, sealed) => prop_assert_eq!(read.is_err(), sealed.is_err()),
        }
    }
}

#[test]
fn what_is_asked_for_once_is_not_kept_and_what_is_asked_for_stays() {
    let memo: Memo<u32, u32> = Memo::new(100);
    let offer = |key: u32| (0..2).for_each(|_| memo.insert(&key, key, 1));
    offer(0);
    memo.insert(&1, 1, 1);
    assert_eq!((memo.get(&0), memo.get(&1)), (Some(0), None));
    for key in 2..10_000 {
        offer(key);
        assert_eq!(memo.get(&0), Some(0));
    }
    assert_eq!((memo.get(&2), memo.get(&9_999)), (None, Some(9_999)));
}
