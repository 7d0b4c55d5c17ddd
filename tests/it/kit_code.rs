//! The kit code never lies: a document whose text was changed by hand says so beside the code, and no other does.

use std::sync::LazyLock;

use interview_kit::base::source::{Source, Sources};
use interview_kit::document;
use proptest::prelude::*;

use crate::support::{
    Test, all_documents, english_words, files_in_packet, opens_without_complaint, pdf_text,
    pdf_text_as_seen,
};

/// Every built-in document as Markdown: of a single interview, of a panel, of a kit with an hour's clock and of one without.
static DOCUMENTS: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let (test, all) = (Test::new(), all_documents());
    for (name, line) in [
        ("whole", "build"),
        (
            "hour",
            "build --minutes 60 --role appsec-manager --candidate Ana --contact me@example.com",
        ),
        ("panel", "panel --interviewers Ana:strategy,Bo --minutes 45 --time 9:00"),
    ] {
        test.run(&format!("{line} {all} --questions --format md --name {name} --quiet")).ok();
    }
    let names = test.names();
    assert_eq!(names.len(), files_in_packet(1) * 2 + files_in_packet(2), "{names:?}");
    names.into_iter().map(|name| (name.clone(), test.text(&name))).collect()
});

/// Whether a document bears its code as an edited one does; nothing, where it cannot be read at all.
fn is_edited(text: &str) -> Option<bool> {
    let mut sources = Sources::new();
    let id = sources.add(Source { name: "guide.md".to_owned(), text: text.to_owned() });
    let read = document::parse(&sources, id, &english_words).ok()?;
    let kit = read.value.front.kit.expect("a document of a kit");
    let is_warned = read.warnings.iter().any(|warning| warning.code == "edited");
    assert_eq!(is_warned, kit.is_edited, "whatever is printed is said as well");
    Some(kit.is_edited)
}

/// Where the body begins.
fn body(text: &str) -> usize {
    text.match_indices("\n---\n").next().unwrap().0 + "\n---\n".len()
}

/// Whether a byte stands in a space for notes, or is what is inside a box: both are there to be filled in.
fn is_to_be_filled_in(text: &str, at: usize) -> bool {
    let notes = text.match_indices("\n```notes\n").any(|(start, opening)| {
        let from = start + opening.len() - 1;
        let to = from + text[from..].find("\n```\n").unwrap();
        (from..=to).contains(&at)
    });
    notes || (text[..at].ends_with('[') && text[at..].starts_with(" ]")) || is_blank(text, at)
}

/// Whether a byte stands on a blank, or beside it: in a cell that has nothing else, anywhere outside of comments.
fn is_blank(text: &str, at: usize) -> bool {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
    let line = &text[start..end];
    let beside = |(run, _): (usize, &str)| {
        let rest = &line[run..];
        let length = rest.len() - rest.trim_start_matches('_').len();
        (start + run..=start + run + length).contains(&at)
    };
    if line.match_indices("____").any(beside) {
        return true;
    }
    let from = text[start..at].rfind('|').map_or(start, |bar| start + bar + 1);
    let to = text[at..end].find('|').map_or(end, |bar| at + bar);
    let comments = text[from..to].split("<!--").skip(1).map(|it| it.split("-->").next().unwrap());
    let cell = comments.fold(text[from..to].to_owned(), |cell, it| cell.replace(it, ""));
    let is_in_comment = text[from..at].rfind("<!--") > text[from..at].rfind("-->");
    line.starts_with('|') && cell.contains("____") && !is_in_comment
}

/// Whether a bar is put next to one that a blank's cell begins or ends with, or an empty cell beside it: it is written on that blank.
fn is_bar_on_blank(before: &str, sign: char, after: &str) -> bool {
    let last_line = before.rsplit('\n').next().unwrap_or_default().trim_end_matches(' ');
    let next_line = after.split('\n').next().unwrap_or_default().trim_start_matches(' ');
    let is_blank = |cell: Option<&str>| cell.is_some_and(|cell| cell.contains("____"));
    let is_empty = |cell: &&str| cell.trim().is_empty();
    let follows =
        next_line.starts_with('|') && is_blank(next_line.split('|').find(|cell| !is_empty(cell)));
    let precedes =
        last_line.ends_with('|') && is_blank(last_line.rsplit('|').find(|cell| !is_empty(cell)));
    sign == '|' && (follows || precedes)
}

/// A text without what lines up its tables, and without the white space at its end. A row may stand up to three spaces in:
/// see "Tables" of GitHub Flavored Markdown.
fn lined_up(text: &str) -> String {
    let line = |line: &str| {
        let row = line.trim_start_matches(' ');
        let line = if line.len() - row.len() <= 3 && row.starts_with('|') { row } else { line };
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let is_below_heading = line.chars().all(|char| "|:- ".contains(char));
        match line.starts_with('|') {
            true if is_below_heading => {
                cells.join("|").split("--").collect::<String>().replace('-', "")
            }
            true => cells.join("|"),
            false => line.to_owned(),
        }
    };
    text.trim_end().lines().map(line).collect::<Vec<_>>().join("\n")
}

/// Whether a sign is put where it makes a fence of notes longer, or stands beside it.
fn is_fence(text: &str, at: usize, sign: char) -> bool {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let line = text[start..].lines().next().unwrap_or_default();
    (line == "```" && [' ', '`', '\n'].contains(&sign)) || (line == "```notes" && sign == ' ')
}

#[test]
fn no_document_is_edited_when_it_is_made_nor_when_its_line_ends_change() {
    for (name, text) in DOCUMENTS.iter() {
        assert_eq!(is_edited(text), Some(false), "{name}");
        assert_eq!(is_edited(&text.replace('\n', "\r\n")), Some(false), "{name}");
        assert_eq!(is_edited(&format!("\u{FEFF}{text}")), Some(false), "{name}");
    }
}

#[test]
fn filling_in_boxes_blanks_and_notes_is_no_edit() {
    for (name, text) in DOCUMENTS.iter() {
        let ticked = text
            .replacen("[ ]", "[x]", 3)
            .replace("```notes\n\n", "```notes\nShe said: [ ] no\n\n1. Yes\n");
        assert_eq!(is_edited(&ticked), Some(false), "{name}");
        assert_eq!(is_edited(&ticked.replace("[x]", "[X]")), Some(false), "{name}");
        let written = text.lines().map(|line| match line.split_once("____") {
            Some((before, after)) => {
                format!("{before}__Ana | [x] <b>__{}\n", after.trim_start_matches('_'))
            }
            None => format!("{line}\n"),
        });
        assert_eq!(is_edited(&written.collect::<String>()), Some(false), "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn every_change_of_a_single_character_is_an_edit(
        document in any::<prop::sample::Index>(),
        place in any::<prop::sample::Index>(),
        how in 0..3,
        sign in prop::sample::select(vec!['a', ' ', '\n', '-', '`', '_', '[', ']', 'x', '|', '\\', '#', 'é', '\u{200B}', '4']),
    ) {
        let (name, text) = document.get(DOCUMENTS.as_slice());
        let start = body(text);
        let chars: Vec<(usize, char)> = text[start..].char_indices().map(|(at, char)| (start + at, char)).collect();
        let (at, old) = *place.get(&chars);
        let (before, after) = text.split_at(at);
        let rest = &after[old.len_utf8()..];
        let changed = match how {
            0 => format!("{before}{sign}{after}"),
            1 => format!("{before}{rest}"),
            _ => format!("{before}{sign}{rest}"),
        };
        prop_assume!(lined_up(&changed) != lined_up(text) && !is_to_be_filled_in(text, at));
        prop_assume!(how != 0 || !is_fence(text, at, sign));
        prop_assume!(how == 1 || !is_bar_on_blank(before, sign, if how == 0 { after } else { rest }));
        // What cannot be read any longer is refused, and not printed.
        let edited = is_edited(&changed);
        prop_assert!(edited != Some(false), "{}: {:?} at {}, {}", name, sign, at, how);
    }

    #[test]
    fn no_change_of_an_identity_a_digest_or_a_footer_goes_unnoticed(
        document in any::<prop::sample::Index>(),
        place in any::<prop::sample::Index>(),
        sign in "[0-9A-Za-z]",
    ) {
        let (name, text) = document.get(DOCUMENTS.as_slice());
        let lines = ["kit: \"", "document: \"", "packet: \"", "digest: \"", "footer: \""].into_iter().filter_map(|key| {
            let from = text.find(&format!("\n{key}"))? + 1 + key.len();
            Some(from..from + text[from..].find('"')?)
        });
        let places: Vec<usize> = lines.flatten().filter(|at| text.is_char_boundary(*at)).collect();
        let at = *place.get(&places);
        let old = text[at..].chars().next().unwrap();
        let changed = format!("{}{sign}{}", &text[..at], &text[at + old.len_utf8()..]);
        prop_assume!(changed != *text);
        let mut sources = Sources::new();
        let id = sources.add(Source { name: "guide.md".to_owned(), text: changed });
        let read = document::parse(&sources, id, &english_words).unwrap();
        // What is no code any longer is not printed as one, and that is said.
        let is_honest = read.value.front.kit.is_none_or(|kit| kit.is_edited);
        prop_assert!(is_honest && !read.warnings.is_empty(), "{}", name);
    }
}

/// Prints a document, and says what every page says at its foot, as far as a program to read it is there, and what was said of
/// it.
fn printed(test: &Test, markdown: &str) -> (Option<Vec<String>>, String) {
    std::fs::write(test.path("in.md"), markdown).unwrap();
    let ran = test.run("typeset in.md -o out.pdf --force").ok();
    let Some(text) = pdf_text(&test.path("out.pdf")) else { return (None, ran.err) };
    let is_foot = |line: &&str| line.contains("Page ") && line.contains(" of ");
    let foot = |page: &str| page.lines().find(is_foot).unwrap().to_owned();
    let feet = text.split('\u{c}').filter(|page| !page.trim().is_empty()).map(foot).collect();
    (Some(feet), ran.err)
}

#[test]
fn every_page_of_an_edited_guide_says_so_beside_the_code_and_so_does_standard_error() {
    let test = Test::new();
    test.run("build --limit 3 --documents guide --name kit").ok();
    let text = test.text("kit.md");
    let code = text.lines().find_map(|line| line.strip_prefix("kit: ")).unwrap().trim_matches('"');
    let line = |key: &str| text.lines().find(|line| line.starts_with(key)).unwrap();
    let (kit, digest, footer) = (line("kit: "), line("digest: "), line("footer: "));
    let (feet, said) = printed(&test, &text);
    let Some(feet) = feet else { return };
    assert!(feet.len() > 4 && !said.contains("edited"), "{said}");
    for (index, foot) in feet.iter().enumerate() {
        assert!(
            foot.contains(&format!("Kit {code} · Page {} of {}", index + 1, feet.len())),
            "{foot}"
        );
    }
    assert_eq!(test.read("out.pdf"), test.read("kit.pdf"), "an untouched guide is the same file");
    for changed in [
        text.replace("How would you run intake", "How do you run intake"),
        text.replace("- [ ] ", "- "),
        text.replace(&format!("{digest}\n"), ""),
        text.replace(kit, "kit: \"7KQ2-M4XD\""),
        text.replace(line("packet: "), "packet: \"7KQ2M\""),
        text.replace(line("document: "), "document: \"scorecard\""),
        text.replace("marks: true\n", ""),
        text.replace(footer, "footer: \"Public\""),
        // As versions before this one wrote it.
        text.replace(&format!("{kit}\n{digest}\n"), "")
            .replace(footer, &format!("footer: \"Confidential · Kit {code}\"")),
    ] {
        assert_ne!(changed, text);
        let (feet, said) = printed(&test, &changed);
        let Some(feet) = feet else { return };
        assert!(feet.len() > 4);
        for foot in &feet {
            assert!(foot.contains(" · edited · Page "), "{foot}");
        }
        assert!(said.contains("warning[edited]") && said.contains("in.md"), "{said}");
    }
}

#[test]
fn a_document_that_claims_no_kit_prints_none() {
    let test = Test::new();
    for front in [
        "",
        "title: Mine\n",
        "digest: \"00\"\n",
        "kit: hello\n",
        "kit: 7KQ2-M4XI\n",
        "kit: 7KQ2-M4XD/0\n",
    ] {
        let (feet, said) = printed(&test, &format!("---\n{front}---\n# Mine\n"));
        let Some(feet) = feet else { return };
        assert!(feet.iter().all(|foot| foot.starts_with("Page ")), "{front}: {feet:?}");
        assert_eq!(
            said.contains("ignored"),
            front.contains("kit") || front.contains("digest"),
            "{said}"
        );
    }
}

#[test]
fn a_long_footer_leaves_the_code_whole() {
    let test = Test::new();
    let words = "confidential ".repeat(40);
    let (feet, _) =
        printed(&test, &format!("---\nfooter: {words}\nkit: 7KQ2-M4XD/12\n---\n# Mine\n"));
    let Some(feet) = feet else { return };
    assert!(feet[0].ends_with("… Kit 7KQ2-M4XD/12 · edited · Page 1 of 1"), "{feet:?}");
}

#[test]
fn each_guide_of_a_panel_bears_its_own_part_of_the_code_and_the_panels_papers_the_whole() {
    let test = Test::new().file("r.csv", "candidate,interviewers\nAna,Bo; Chi\n");
    let line = format!("{} --minutes 45 --json --quiet", all_documents());
    for (folder, command) in [
        ("a", "panel --size 2 --lock kit.lock"),
        ("b", "panel --locked kit.lock"),
        ("c", "panel --roster r.csv"),
    ] {
        let facets = if folder == "b" { line.replace("--minutes 45 ", "") } else { line.clone() };
        let ran = test.run(&format!("{command} {facets} -o {folder}")).ok();
        let manifest: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        let mut codes = Vec::new();
        for file in manifest["files"].as_array().unwrap() {
            let (path, code) = (file["path"].as_str().unwrap(), file["code"].as_str().unwrap());
            let (whole, part) =
                code.split_once('/').map_or((code, None), |(code, part)| (code, Some(part)));
            codes.push(whole.to_owned());
            let interviewer =
                file["interviewer"].as_u64().map(|interviewer| interviewer.to_string());
            assert_eq!(part, interviewer.as_deref(), "{path}");
            if file["format"] == "md" {
                assert!(test.text(path).contains(&format!("\nkit: \"{code}\"\n")), "{path}");
                assert_eq!(is_edited(&test.text(path)), Some(false), "{path}");
            } else {
                // The code on the first page may be a form field, which comes last in the order of the file.
                let Some(text) = pdf_text_as_seen(&test.path(path)) else { continue };
                assert!(text.contains(&format!("Kit {code} · Page 1 ")), "{path}");
            }
        }
        codes.dedup();
        assert_eq!(codes.len(), 1, "{folder}");
        if folder != "c" {
            assert!(test.text("kit.lock").contains(&format!("\ncode: {}\n", codes[0])));
        }
    }
    test.run("panel --locked kit.lock --collate --format pdf --name all").ok();
    opens_without_complaint(&test.path("all-packet.pdf"));
    let Some(text) = pdf_text_as_seen(&test.path("all-packet.pdf")) else { return };
    assert!(text.contains("/1 · Page 1 of") && text.contains("/2 · Page 1 of"));
}

#[test]
fn a_template_of_ones_own_has_its_code_and_digest_whatever_it_looks_like() {
    for template in [
        "# {{ title }}\n",
        "---\r\ntitle: Mine\r\n---\r\n# Mine\r\n",
        "---\ntitle: Mine\nfooter: >\n  Two\n  lines\n...\n# Mine\n",
        "{{ front_matter(title=title, footer=\"Kit \" ~ code) }}\n# Mine\n",
        "---\n---\n",
        "---\n# no front matter\n",
        "\u{FEFF}# Mine",
    ] {
        let test = Test::new();
        std::fs::create_dir(test.path("t")).unwrap();
        std::fs::write(test.path("t/guide.md"), template).unwrap();
        let ran = test
            .run("build --templates t --documents guide --question changed-model --name kit")
            .ok();
        assert!(!ran.err.contains("warning"), "{template:?}: {}", ran.err);
        test.run("typeset kit.md -o again.pdf").ok();
        assert_eq!(test.read("kit.pdf"), test.read("again.pdf"), "{template:?}");
        let changed = test.text("kit.md") + "\nMore.\n";
        let (feet, _) = printed(&test, &changed);
        let Some(feet) = feet else { return };
        assert!(feet[0].contains(" · edited · "), "{template:?}: {feet:?}");
    }
}

#[test]
fn a_template_that_writes_the_code_itself_is_told_who_does() {
    let test = Test::new();
    std::fs::create_dir(test.path("t")).unwrap();
    std::fs::write(test.path("t/guide.md"), "---\ntitle: A\nkit: {{ code }}\n---\n# A\n").unwrap();
    let ran = test.run("build --templates t --documents guide --format md -o -");
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert!(
        ran.err.contains("remove the line from the template") && ran.err.contains(":3:"),
        "{}",
        ran.err
    );
}

#[test]
fn a_key_that_stands_twice_in_the_front_matter_is_told() {
    let (feet, said) = printed(&Test::new(), "---\nfooter: One\nfooter: Two\n---\n# Mine\n");
    assert!(said.contains("duplicate key `footer`") && said.contains("in.md:3:1"), "{said}");
    assert!(feet.is_none_or(|feet| feet[0].starts_with("Two")));
}
