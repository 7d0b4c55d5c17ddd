//! Packs in the layouts that people and programs give them: what is read, and that no line is lost in silence.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use interview_kit::bank;
use interview_kit::bank::import::{self, Imported, PackQuestion};
use proptest::prelude::*;

use crate::support::{Test, flat, lines, sources};

fn imported(text: &str) -> Imported {
    let (sources, id) = sources(text, "pack.txt");
    match import::read(&sources, id) {
        Ok(read) => read.value,
        Err(rejected) => panic!("{}\n{text}", lines(&sources, rejected.diagnostics())),
    }
}

fn questions(text: &str) -> Vec<PackQuestion> {
    imported(text).pack.questions
}

/// The questions and lists, a line each.
fn told(text: &str) -> String {
    let imported = imported(text);
    let mut told = String::new();
    for it in &imported.pack.questions {
        writeln!(told, "{}. {}", it.number, it.ask).unwrap();
        if let Some(label) = &it.rubric_label {
            writeln!(told, "  = {label}").unwrap();
        }
        it.rubric.iter().for_each(|line| writeln!(told, "  + {line}").unwrap());
        it.follow_up.iter().for_each(|line| writeln!(told, "  > {line}").unwrap());
        it.probes.iter().for_each(|line| writeln!(told, "  ? {line}").unwrap());
        it.watch_for.iter().for_each(|line| writeln!(told, "  ! {line}").unwrap());
    }
    for it in &imported.left_out {
        writeln!(told, "left out {}: {} [{}]", it.line.number, it.line.text, it.why.code())
            .unwrap();
    }
    told
}

/// What other programs made of one pack; the folder says how.
const CONVERTED: [(&str, &str); 11] = [
    ("pdftotext", include_str!("../pack/night-library/pdftotext.txt")),
    ("pdftotext -layout", include_str!("../pack/night-library/pdftotext-layout.txt")),
    ("pdftotext -raw", include_str!("../pack/night-library/pdftotext-raw.txt")),
    ("w3m -dump", include_str!("../pack/night-library/w3m.txt")),
    ("lynx -dump", include_str!("../pack/night-library/lynx.txt")),
    ("pandoc -t plain", include_str!("../pack/night-library/pandoc-plain.txt")),
    ("pandoc -t markdown", include_str!("../pack/night-library/pandoc-markdown.md")),
    ("pandoc -t gfm", include_str!("../pack/night-library/pandoc-gfm.md")),
    ("pandoc -t rst", include_str!("../pack/night-library/pandoc.rst")),
    ("pandoc -t asciidoc", include_str!("../pack/night-library/pandoc.adoc")),
    ("a .docx by pandoc -t plain", include_str!("../pack/night-library/pandoc-docx.txt")),
];
const ORIGINAL: &str = include_str!("../pack/night-library/pack.md");

#[test]
fn whatever_program_made_the_text_the_questions_and_rubrics_are_those_of_the_original() {
    let original = imported(ORIGINAL);
    assert_eq!(original.pack.questions.len(), 8);
    assert_eq!(original.pack.rubric_lines(), 27);
    for (program, text) in CONVERTED {
        let read = imported(text);
        assert_eq!(read.pack.questions, original.pack.questions, "{program}");
        assert_eq!(read.pack.competencies, original.pack.competencies, "{program}");
        assert_eq!(read.pack.title, original.pack.title, "{program}");
        accounts_for_each_line(text, &read);
    }
}

#[test]
fn the_lines_of_pages_and_of_the_table_of_contents_are_named() {
    let mut left_out = String::new();
    for (program, text) in CONVERTED.iter().take(5) {
        writeln!(left_out, "{program}").unwrap();
        for it in imported(text).left_out {
            writeln!(left_out, "  {}: {} [{}]", it.line.number, flat(&it.line.text), it.why.code())
                .unwrap();
        }
    }
    insta::assert_snapshot!(left_out);
}

#[test]
fn a_page_break_loses_no_question_and_breaks_no_list() {
    let text = "\
Handbook

1. How do you plan?
Strong answer should cover
• Names a goal.
• Names a cost, and who of the

\u{C}Handbook

team pays.
• Names an end.
\u{C}Handbook

2. Who decides?
Strong answer should cover
• One person.
\u{C}Handbook
\u{C}3. What went wrong?
\u{C}Strong answer should cover
\u{C}• It was late.\u{C}• It was dear.
";
    insta::assert_snapshot!(told(text));
}

#[test]
fn the_layouts_of_public_lists_are_read() {
    for (layout, text) in LAYOUTS {
        let read = questions(text);
        assert_eq!(read.len(), 2, "{layout}:\n{}", told(text));
        let asks = |it: &PackQuestion| it.ask.clone();
        assert_eq!(
            asks(&read[0]),
            "How do you open a shop in winter?",
            "{layout}:\n{}",
            told(text)
        );
        assert_eq!(asks(&read[1]), "Who closes it?", "{layout}");
        let first = ["Sweeps the snow first.", "Lights a fire and says why it is safe."];
        assert_eq!(read[0].rubric, first, "{layout}:\n{}", told(text));
        assert_eq!(read[1].rubric, ["The last to leave."], "{layout}:\n{}", told(text));
        accounts_for_each_line(text, &imported(text));
    }
}

/// Two questions, in the layouts that lists of questions have.
const LAYOUTS: [(&str, &str); 21] = [
    (
        "headings with numbers",
        "# Shop\n\n## 1. How do you open a shop in winter?\n\n- Sweeps the snow first.\n- Lights a fire and says why it is safe.\n\n## 2. Who closes it?\n\n- The last to leave.\n",
    ),
    (
        "nested numbers",
        "# Shop\n\n## 3 Doors\n\n### 3.1 How do you open a shop in winter?\n\n* Sweeps the snow first.\n* Lights a fire and says why it is safe.\n\n### 3.2 Who closes it?\n\n* The last to leave.\n",
    ),
    (
        "nested numbers with dots",
        "3. Doors\n\n3.1. How do you open a shop in winter?\n– Sweeps the snow first.\n– Lights a fire and says why it is safe.\n\n3.2. Who closes it?\n– The last to leave.\n",
    ),
    (
        "sections with numbers of their own",
        "## 1. Doors\n\n1. How do you open a shop in winter?\n   - Sweeps the snow first.\n   - Lights a fire and says why it is safe.\n\n## 2. Evenings\n\n1. Who closes it?\n   - The last to leave.\n",
    ),
    (
        "headings with a letter",
        "### Q1: How do you open a shop in winter?\n- [ ] Sweeps the snow first.\n- [x] Lights a fire and says why it is safe.\n\n### Q2: Who closes it?\n- [ ] The last to leave.\n",
    ),
    (
        "a number alone on its line",
        "Question 1.\n\nHow do you open a shop in winter?\n\n● Sweeps the snow first.\n● Lights a fire and says why it is safe.\n\nQuestion 2.\n\nWho closes it?\n\n● The last to leave.\n",
    ),
    (
        "a heading with the number alone",
        "### Question 1\n\nHow do you open a shop in winter?\n\n**Look for:**\n\n- Sweeps the snow first.\n- Lights a fire and says why it is safe.\n\n### Question 2\n\nWho closes it?\n\n**Look for:**\n\n- The last to leave.\n",
    ),
    (
        "headings without numbers",
        "# Shop\n\n## How do you open a shop in winter?\n\n1. Sweeps the snow first.\n2. Lights a fire and says why it is safe.\n\n## Who closes it?\n\n1. The last to leave.\n",
    ),
    (
        "bold without numbers",
        "**How do you open a shop in winter?**\n\n- Sweeps the snow first.\n- Lights a fire and says why it is safe.\n\n**Who closes it?**\n\n- The last to leave.\n",
    ),
    (
        "question and answer",
        "Q: How do you open a shop in winter?\nA:\n- Sweeps the snow first.\n- Lights a fire and says why it is safe.\n\nQ: Who closes it?\nA: The last to leave.\n",
    ),
    (
        "answers as paragraphs",
        "1. How do you open a shop in winter?\n\nGood answers include:\n\nSweeps the snow first.\n\nLights a fire\nand says why it is safe.\n\n2. Who closes it?\n\nGood answers include:\n\nThe last to leave.\n",
    ),
    (
        "bullets lost in copying",
        "1. How do you open a shop in winter?\nWhat to look for\nSweeps the snow first.\nLights a fire and says why it is safe.\n2. Who closes it?\nWhat to look for\nThe last to leave.\n",
    ),
    (
        "bullets on lines of their own",
        "1. How do you open a shop in winter?\n\n•\n\nSweeps the snow first.\n\n•\n\nLights a fire and says why it is safe.\n\n2.\nWho closes it?\n\n•\nThe last to leave.\n",
    ),
    (
        "bullets of a word processor",
        "1.\tHow do you open a shop in winter?\n\u{F0B7}\tSweeps the snow first.\no\tLights a fire and says\n  why it is safe.\n2.\tWho closes it?\n\u{F0A7}\tThe last to leave.\n",
    ),
    (
        "nested bullets",
        "1. How do you open a shop in winter?\n   * Sweeps the snow first.\n      o Lights a fire and says why it is safe.\n\n2. Who closes it?\n   * The last to leave.\n",
    ),
    (
        "boxes",
        "(1) How do you open a shop in winter?\n☐ Sweeps the snow first.\n□ Lights a fire and says why it is safe.\n(2) Who closes it?\n[ ] The last to leave.\n",
    ),
    (
        "letters",
        "1) How do you open a shop in winter?\n  a) Sweeps the snow first.\n  b) Lights a fire and says why it is safe.\n2) Who closes it?\n  a) The last to leave.\n",
    ),
    (
        "HTML in Markdown",
        "<a name=\"q1\"></a>\n<details>\n<summary><b>1. How do you open a shop in winter?</b></summary>\n\n- Sweeps the snow first.\n- Lights a fire and says why it is safe.<br>\n\n</details>\n<details>\n<summary><b>2. Who closes it?</b></summary>\n\n- The last to leave.\n\n</details>\n",
    ),
    (
        "a table of contents with dots",
        "Contents\n1. How do you open a shop in winter? ........ 2\n2. Who closes it? . . . . . . . . . . . . . . 3\n\n1. How do you open a shop in winter?\n• Sweeps the snow first.\n• Lights a fire and says why it is safe.\n\n2. Who closes it?\n• The last to leave.\n",
    ),
    (
        "a table of contents without dots",
        "1. How do you open a shop in winter?\n2. Who closes it?\n\n1. How do you open a shop in winter?\n- Sweeps the snow first.\n- Lights a fire and says why it is safe.\n2. Who closes it?\n- The last to leave.\n",
    ),
    (
        "a table of contents with links and headings",
        "- [How do you open a shop in winter?](#open)\n- [Who closes it?](#close)\n\n### How do you open a shop in winter? {#open}\n\n- Sweeps the snow first.\n- Lights a fire and says why it is safe.\n\n[Back to top](#top)\n\n### Who closes it? {#close}\n\n- The last to leave.\n\n[Back to top](#top)\n",
    ),
];

#[test]
fn whatever_ends_the_lines_they_are_read_alike() {
    for (layout, text) in LAYOUTS {
        let read = questions(text);
        for ends in ["\r", "\r\n", "\u{2028}", "\u{85}", "\u{B}"] {
            assert_eq!(questions(&text.replace('\n', ends)), read, "{layout} with {ends:?}");
        }
    }
}

#[test]
fn a_file_of_the_old_mac_is_counted_in_lines() {
    let test = Test::new();
    std::fs::write(test.path("pack.txt"), "My pack\r\rOnce more\r\r1. Why?\r- That.\r").unwrap();
    let ran = test.run("import pack.txt -o bank.yaml").ok();
    assert!(ran.err.contains("pack.txt:3: Once more"), "{}", ran.err);
}

#[test]
fn headings_in_other_languages_are_read() {
    for (language, good, more, signs) in [
        ("de", "Gute Antworten enthalten", "Nachfrage", "Warnsignale"),
        ("fr", "Une bonne réponse couvre", "Question de suivi", "Signaux d’alerte"),
        ("es", "Una buena respuesta incluye", "Pregunta de seguimiento", "Señales de alerta"),
        ("it", "Una buona risposta comprende", "Domanda di approfondimento", "Segnali d’allarme"),
        ("pt", "Uma boa resposta inclui", "Pergunta de acompanhamento", "Sinais de alerta"),
        ("nl", "Een goed antwoord bevat", "Vervolgvraag", "Waarschuwingssignalen"),
    ] {
        let text = format!(
            "1. Warum?\n\n{good}\n\n• Das.\n\n{more}: Und dann?\n\n{signs}:\n\n• Dies.\n\n2. Wer?\n\n{good}:\n\n• Er.\n"
        );
        let read = imported(&text);
        assert_eq!(
            (read.pack.language, read.left_out.as_slice()),
            (Some(language), &[][..]),
            "{}",
            told(&text)
        );
        let first = &read.pack.questions[0];
        assert_eq!(first.rubric_label.as_deref(), Some(good));
        assert_eq!(
            (first.rubric.len(), first.follow_up.as_deref()),
            (1, Some("Und dann?")),
            "{language}"
        );
        assert_eq!(first.watch_for, ["Dies."], "{language}");
        assert!(import::bank_file(&read.pack, "x").contains(&format!("\nlanguage: {language} ")));
    }
}

#[test]
fn a_heading_in_a_language_that_is_not_known_is_kept_above_the_rubric_or_named() {
    insta::assert_snapshot!(told(
        "1. Miksi?\n\nHyvä vastaus kertoo\n\n• Yksi.\n• Kaksi.\n\nVaroitusmerkit\n\n• Kolme.\n\n2. Kuka?\n\nHyvä vastaus kertoo\n\n• Neljä.\n"
    ));
}

#[test]
fn a_guide_of_this_program_is_read_from_its_pdf() {
    let (sources, id) = sources(include_str!("../pack/guide/bank.yaml"), "bank.yaml");
    let bank = bank::load(&sources, &[id]).unwrap().value;
    for (mode, text) in [
        ("", include_str!("../pack/guide/pdftotext.txt")),
        ("-layout", include_str!("../pack/guide/pdftotext-layout.txt")),
        ("-raw", include_str!("../pack/guide/pdftotext-raw.txt")),
    ] {
        let read = imported(text);
        accounts_for_each_line(text, &read);
        assert_eq!(read.pack.questions.len(), 2, "{mode}");
        for it in &read.pack.questions {
            let ours = bank.questions.iter().find(|ours| ours.ask == it.ask);
            let ours = ours.unwrap_or_else(|| panic!("{mode}: {}", it.ask));
            assert_eq!((&it.rubric, &it.follow_up), (&ours.rubric, &ours.follow_up), "{mode}");
            assert_eq!((&it.probes, &it.watch_for), (&ours.probes, &ours.watch_for), "{mode}");
        }
    }
}

#[test]
fn steps_before_the_questions_are_no_questions_and_requests_are() {
    insta::assert_snapshot!(told(
        "How to use it\n\n1. Read the guide.\n2. Take notes.\n\n1. How do you plan?\n- Names a goal.\n"
    ));
    insta::assert_snapshot!(told(
        "1. Tell me about a plan.\n2. Describe a team.\n\n1. How do you plan?\n- Names a goal.\n"
    ));
}

#[test]
fn no_text_takes_the_square_of_its_length() {
    let begun = std::time::Instant::now();
    for pattern in [
        "1. Why?\n",
        "1. Why?\n- That.\n",
        "A line\n\n- an item\n",
        "Strong answer should cover\n",
        "A line.\n",
        "A line\n\n",
        "- [ ] \n",
        "•\n",
        "#### ",
        "<b>",
        "* ",
        "1.",
        "(",
        "## 1. A\n",
        "..... 5\n",
        "\u{C}Head\n",
        "a-\n",
        "| a |\n",
    ] {
        for start in ["", "1. Why?\nStrong answer should cover\n"] {
            let (sources, id) = sources(&(start.to_owned() + &pattern.repeat(10_000)), "pack.txt");
            if let Ok(read) = import::read(&sources, id) {
                assert!(!import::bank_file(&read.value.pack, "x").is_empty());
            }
        }
    }
    assert!(begun.elapsed().as_secs() < 60, "{:?}", begun.elapsed());
}

#[test]
fn nothing_is_added_to_the_rubric_of_another_question() {
    insta::assert_snapshot!(told(
        "1. First?\n\nStrong answer should cover\n\n- One.\n\nHow about a second?\n\nStrong answer should cover\n\n- Two.\n\n2. Third?\n\n- Three.\n\nContext\n\n- Four.\n\n## Appendix\n\n- Five.\n"
    ));
}

#[test]
fn a_heading_that_says_more_than_the_kind_of_its_list_is_named() {
    insta::assert_snapshot!(told(
        "1. First?\n\nRed flags for senior people:\n\n- Blames.\n\nA good answer covers\n\n- One.\n\nA strong answer also covers\n\n- Two.\n\nFollow-up questions\n\n- When?\n- Where?\n"
    ));
}

#[test]
fn the_end_of_an_import_counts_what_was_read_and_lists_each_line_that_was_left_out() {
    let text = "\u{1B}[31mMine\n\n\u{1B}[1mNotes for the reader, which go on for so long that nobody would want to read all of them at the end of an import\n\n1. Why?\n- That.\n\nA remark.\n";
    let test = Test::new().file("pack.txt", text);
    let ran = test.run("import pack.txt -o bank.yaml").ok();
    insta::assert_snapshot!(ran.whole());
    // What was left out is a warning, and comes with --quiet too.
    let quiet = test.run("import pack.txt -o quiet.yaml --quiet").ok();
    assert!(quiet.err.contains("pack.txt:8: A remark."), "{}", quiet.err);
    let ran = test.run("import pack.txt -o json.yaml --json").ok();
    insta::assert_snapshot!(ran.out);
    assert_eq!(test.text("json.yaml"), test.text("bank.yaml"));
    let both = test.run("import pack.txt --json");
    assert_eq!((both.code, both.out.as_str()), (2, ""), "{}", both.err);
}

#[test]
fn what_is_no_pack_is_refused_with_what_is_expected() {
    let test = Test::new().file("milk.txt", "Buy milk.\n\n- bread\n");
    let test = test
        .file("page.html", "<!DOCTYPE html>\n<ol><li>Why?</li></ol>\n")
        .file("links.txt", "References\n\n  1. https://example.org\n");
    std::fs::write(test.path("pack.pdf"), b"%PDF-1.7\n\xE2\xE3\xCF\xD3\n").unwrap();
    for (file, expected) in [
        ("milk.txt", "Strong answer should cover"),
        ("links.txt", "Strong answer should cover"),
        ("page.html", "pandoc -t plain"),
        ("pack.pdf", "pdftotext"),
    ] {
        let ran = test.run(&format!("import {file} -o bank.yaml"));
        assert!(ran.code == 1 && ran.err.contains(expected), "{file}: {}", ran.err);
    }
    let ran = test.run("import milk.txt -o bank.yaml --json");
    let report: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((ran.code, &report["errors"], &report["questions"]), (1, &1.into(), &0.into()));
    assert!(!test.path("bank.yaml").exists());
}

/// The lines of a text that are not blank, each with its number.
fn segments(text: &str) -> Vec<(usize, String)> {
    let mut segments = Vec::new();
    let text = text.replace("\r\n", "\n");
    for (number, line) in (1..).zip(text.split(['\n', '\r'])) {
        let parts = line.split(['\u{B}', '\u{C}', '\u{85}', '\u{2028}', '\u{2029}']);
        let parts =
            parts.map(|part| part.trim().trim_matches(['\u{FEFF}', '\u{200B}']).trim().to_owned());
        segments.extend(parts.filter(|part| !part.is_empty()).map(|part| (number, part)));
    }
    segments
}

/// Labels that say nothing but what kind of list they stand above, and words before numbers.
const WORDS: [&str; 13] = [
    "strong answer should cover",
    "follow-up questions",
    "follow-up",
    "probes",
    "red flags",
    "watch for",
    "warnsignale",
    "nachfrage",
    "question",
    "answers",
    "answer",
    "frage",
    "q",
];

/// Whether a text says nothing but what another is.
fn is_mark(text: &str) -> bool {
    let mut text = text.to_lowercase();
    for tag in ["<summary>", "<b>", "<br>", "<li>"] {
        text = text.replace(tag, "");
    }
    for word in WORDS {
        text = text.replace(word, "");
    }
    let letters: String = text.chars().filter(|char| char.is_alphabetic()).collect();
    letters.is_empty() || (letters.len() == 1 && text.trim().len() <= 5)
}

/// Each line that is not blank is in the bank word for word, or says only what others are, or was left out and said so.
#[track_caller]
fn accounts_for_each_line(text: &str, read: &Imported) {
    let bank = import::bank_file(&read.pack, "x").replace("''", "'");
    let left_out: BTreeSet<(usize, String)> =
        read.left_out.iter().map(|it| (it.line.number, it.line.text.clone())).collect();
    let structure: BTreeSet<(usize, String)> =
        read.structure.iter().map(|it| (it.number, it.text.clone())).collect();
    for (number, line) in segments(text) {
        let key = (number, line.clone());
        if left_out.contains(&key) {
            continue;
        }
        if structure.contains(&key) {
            assert!(is_mark(&line), "more than a mark: {number}: {line}\n{text}");
            continue;
        }
        if is_mark(&line) {
            continue;
        }
        let plain = line.replace(['\\', '\t'], " ");
        let plain = plain.trim_end_matches([':', ';', ',', '.', '*', '_', ' ', '=', '·']);
        let plain =
            plain.trim_end_matches("</summary>").trim_end_matches("</b>").trim_end_matches("<br>");
        let plain = plain.split(" {#").next().unwrap().trim_end_matches('.');
        let (title, edition) = plain.trim_end_matches(')').split_once(" (").unwrap_or((plain, ""));
        let plain = if read.pack.edition.as_deref() == Some(edition) { title } else { plain };
        let starts = plain.char_indices().filter(|(at, _)| is_mark(&plain[..*at]));
        let is_kept = starts.into_iter().any(|(at, _)| {
            let words = flat(&plain[at..]);
            let mut parts = words.split(" · ");
            !words.is_empty() && parts.all(|part| bank.contains(part.trim()))
        });
        assert!(is_kept, "lost: {number}: {line}\n{bank}\n{text}");
    }
}

#[test]
fn each_line_of_the_built_in_pack_is_accounted_for() {
    let text = include_str!("../pack/product-security-manager-interview-pack-2026.txt");
    accounts_for_each_line(text, &imported(text));
}

/// A line of a pack, whatever it may mean. `%` stands for words of its own, `#` for a number.
fn pattern() -> impl Strategy<Value = String> {
    const PATTERNS: [&str; 62] = [
        "",
        "",
        "",
        "",
        "   ",
        "---",
        "*",
        "•",
        "#.",
        "Question #",
        "# #. %?",
        "## #. %?",
        "### Q#: %?",
        "### Question #",
        "## %",
        "### %?",
        "**%?**",
        "**%**",
        "**#. %?**",
        "#. %?",
        "#. %?",
        "#. %?",
        "#) %",
        "(#) %",
        "#.# %?",
        "  #. %",
        "#.#. %",
        "Q#: %?",
        "Question #: %?",
        "Question #. %",
        "Frage #: %?",
        "• %.",
        "• %.",
        "- %",
        "* %.",
        "  – %",
        "    o %",
        "o %",
        "[ ] %",
        "- [x] %.",
        "a) %",
        "Strong answer should cover",
        "Strong answer should cover:",
        "A good answer covers",
        "Gute Antworten enthalten",
        "Ein guter Mensch sagt",
        "Follow-up: %?",
        "Follow-up questions",
        "Probes: %",
        "Red flags",
        "Red flags for %:",
        "Warnsignale:",
        "Answer: %.",
        "% %.",
        "% %?",
        "%",
        "Page # of #",
        "#",
        "| % | % |",
        "% ........ #",
        "#. [%?](#x)",
        "Handbook",
    ];
    prop_oneof![
        12 => prop::sample::select(PATTERNS.to_vec()).prop_map(str::to_owned),
        1 => prop::sample::select(vec![
            "Audience: %, %. Format: # questions.", "%-", "https://example.org/%", "```", "<br>", "<li>%", "% (6)", "People questions (#)",
            "• Red flags: %", "\u{F0B7} %", "e.g. %", "% and then the long sentence goes on until it reaches the margin of the page %",
        ]).prop_map(str::to_owned),
    ]
}

fn end() -> impl Strategy<Value = &'static str> {
    prop_oneof![12 => Just("\n"), 1 => Just("\r\n"), 1 => Just("\r"), 1 => Just("\u{C}"), 1 => Just("\n\u{C}")]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    #[test]
    fn no_line_is_lost_in_silence(
        written in prop::collection::vec((pattern(), any::<bool>(), 1..9_u32, 0..4_usize, end()), 1..40)
    ) {
        let mut text = String::new();
        let mut word = 0;
        for (pattern, is_capital, number, indent, end) in written {
            text.push_str(&" ".repeat(indent * 2));
            for char in pattern.chars() {
                match char {
                    '%' => {
                        word += 1;
                        write!(text, "{}{word}x says so", if is_capital { "Kite" } else { "kite" }).unwrap();
                    }
                    '#' if !pattern.starts_with("##") && !pattern.starts_with("# #") || text.ends_with(['Q', ' ', '.', '(', '*']) => {
                        write!(text, "{number}").unwrap();
                    }
                    char => text.push(char),
                }
            }
            text.push_str(end);
        }
        let (sources, id) = sources(&text, "pack.txt");
        if let Ok(read) = import::read(&sources, id) {
            accounts_for_each_line(&text, &read.value);
        }
    }
}
