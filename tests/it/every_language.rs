//! Every document in every language: without a warning, without an English word of the frame, and on as many pages as in English.

use std::collections::BTreeMap;

use interview_kit::packet::locale::BUILT_IN;
use serde_json::Value;

use crate::support::{Test, all_documents};

/// The parts of a message that are printed whatever its variables are, if they are long enough to be told from other texts.
fn pieces(lines: &[&str]) -> Vec<String> {
    const LEAST: usize = 14;
    let text = lines.join("\n");
    let mut pieces = Vec::new();
    // Neither variables nor the names of variants are printed.
    for part in text.split(['{', '}', '[', ']', '*', '\\', '\n']) {
        let part = part.trim().trim_matches(['.', ',', ':', '“', '”', '(', ')']).trim();
        let words = part.split_whitespace().count();
        if part.len() >= LEAST && words > 1 && !part.contains(['$', '`']) {
            pieces.push(part.to_owned());
        }
    }
    pieces
}

/// The messages of a file, each with the lines of its text.
fn messages(text: &str) -> BTreeMap<&str, Vec<&str>> {
    let mut messages: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut last = None;
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let (true, Some((id, text))) =
            (line.starts_with(|it: char| it.is_ascii_lowercase()), line.split_once(" ="))
        {
            last = Some(id);
            messages.entry(id).or_default().push(text);
        } else if let Some(id) = last {
            messages.entry(id).or_default().push(line);
        }
    }
    messages
}

/// A message on one line, with single spaces.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_document_is_printed_in_every_language() {
    let (_, english) = BUILT_IN[0];
    let english = messages(english);
    let bank = include_str!("../../examples/support-desk.yaml");
    let test = Test::new().file("bank.yaml", bank);
    let order = format!(
        "panel --size 2 --minutes 45 --time 9:00 --date 2026-11-26 --bank bank.yaml --candidate Ana --contact Bo --collate=none \
         --format pdf,md --json {} --questions",
        all_documents()
    );
    let mut pages_of: BTreeMap<(String, Option<u64>), u64> = BTreeMap::new();
    let mut checked = 0;
    for (tag, text) in BUILT_IN {
        let ran = test.run(&format!("{order} --language {tag} -o {tag}")).ok();
        // Whether a font for a script is installed is not a matter of the language.
        let warnings = ran.err.lines().filter(|line| {
            line.starts_with("warning")
                && !line.starts_with("warning[missing-character]")
                && !line.contains("characters of the same kinds that cannot be printed")
        });
        assert_eq!(warnings.collect::<Vec<_>>(), Vec::<&str>::new(), "{tag}: {}", ran.err);
        let manifest: Value = serde_json::from_str(&ran.out).unwrap();
        let files = manifest["files"].as_array().unwrap();
        assert!(files.len() > 15, "{tag}: {} files", files.len());
        for file in files {
            let kind = file["kind"].as_str().unwrap().to_owned();
            let key = (kind, file["interviewer"].as_u64());
            if let Some(pages) = file["pages"].as_u64() {
                let english = *pages_of.entry(key.clone()).or_insert(pages);
                assert!(pages <= english + 1, "{tag} {key:?}: {pages} pages, English {english}");
                continue;
            }
            let path = file["path"].as_str().unwrap();
            let document = flat(&test.text(path));
            assert!(document.contains(&format!("lang: \"{tag}\"")), "{path}");
            if tag.starts_with("en") {
                continue;
            }
            let own = messages(text);
            for (id, lines) in &english {
                let theirs = flat(&own[id].join(" "));
                for piece in pieces(lines).into_iter().filter(|it| !theirs.contains(it)) {
                    assert!(!document.contains(&piece), "{path} has `{id}` in English: {piece}");
                    checked += 1;
                }
            }
        }
    }
    assert!(checked > 1000, "{checked} pieces only: are they still found?");
}
