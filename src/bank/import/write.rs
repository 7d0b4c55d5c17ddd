use serde::Serialize;

use super::pack::{Pack, PackQuestion};
use crate::base::text::{UniqueNames, slug};
use crate::base::yaml::{FlowMap, Writer};

/// Words that say little about a question.
const COMMON: [&str; 42] = [
    "a", "about", "an", "and", "are", "as", "at", "be", "by", "can", "could", "did", "do", "does",
    "for", "from", "has", "have", "how", "in", "is", "it", "me", "of", "on", "or", "say", "tell",
    "that", "the", "their", "this", "time", "to", "what", "when", "who", "why", "with", "would",
    "you", "your",
];
/// How many words an id has at most.
const WORDS: usize = 4;
/// How long a word of an id is at most, so that four of them are a valid id.
const MAX_WORD: usize = 14;

/// A point of the scale that is proposed.
#[derive(Serialize)]
struct Point {
    score: u8,
    label: &'static str,
}

/// The pack as a bank file: the texts are the pack's own, and what a person has to decide is empty.
#[must_use]
pub fn bank_file(pack: &Pack, from: &str) -> String {
    let mut file = Writer::default();
    let title = pack.title.as_deref().unwrap_or("Untitled pack");
    file.comment(&format!("Imported from {from}. Questions and rubrics are verbatim."));
    file.comment("Fill in the empty values; `interview-kit check` lists what is missing. To let editors complete and validate this file, run");
    file.comment("`interview-kit schema > bank.schema.json` next to it and make `# yaml-language-server: $schema=bank.schema.json` its first line.");
    file.blank_line();
    file.entry("id", &key_words(title).unwrap_or_else(|| "pack".to_owned()));
    file.entry("title", &title);
    match &pack.edition {
        Some(edition) => file.entry("edition", edition),
        None => file.placeholder("edition", "", "such as 2026"),
    }
    let language = pack.language.unwrap_or("en");
    file.entry_with_comment("language", &language, "language of the questions, as a BCP 47 tag");
    file.placeholder("source", "", "where the questions come from");
    file.placeholder("editor", "", "author of everything not in the source");
    file.entry("audience", &pack.audience);
    file.blank_line();
    competencies(pack, &mut file);
    for particulars in &pack.particulars {
        file.comment(&format!("The pack says: {particulars}"));
    }
    file.placeholder("companions", "[]", "- { id: …, title: … }");
    file.blank_line();
    file.placeholder("levels", "[]", "- { id: …, title: … }, in order of seniority");
    let role = "- { id: …, title: …, level: …, must_ask: [], leave_out: [] }";
    file.placeholder("roles", "[]", role);
    file.blank_line();
    let points = [(1, "Weak"), (2, "Partial"), (3, "Solid"), (4, "Strong"), (5, "Exceptional")];
    let points = points.map(|(score, label)| FlowMap(Point { score, label }));
    file.comment("3, 4, 5, or 7 points");
    file.entry("scale", &points);
    file.blank_line();
    let mut taken = UniqueNames::default();
    file.list("questions", |file| {
        for it in &pack.questions {
            let id = free(&it.ask, it.number, &mut taken);
            file.item(|file| question(it, &id, file));
            file.blank_line();
        }
    });
    file.finish()
}

fn competencies(pack: &Pack, file: &mut Writer) {
    match &pack.competencies_label {
        Some(label) => file.entry("competencies_label", label),
        None => file.placeholder("competencies_label", "", "heading above the competencies"),
    }
    if pack.competencies.is_empty() {
        file.placeholder("competencies", "[]", "- { id: …, title: …, definition: … }");
    } else {
        let mut taken = UniqueNames::default();
        file.list("competencies", |file| {
            for (statement, number) in pack.competencies.iter().zip(1..) {
                file.item(|file| {
                    file.entry("id", &free(statement, number, &mut taken));
                    file.placeholder("title", "", "a short name");
                    file.entry("statement", statement);
                    file.placeholder("definition", "", "what an interviewer listens for");
                });
            }
        });
    }
    file.blank_line();
}

fn question(question: &PackQuestion, id: &str, file: &mut Writer) {
    file.entry("id", &id);
    file.entry("number", &question.number);
    file.entry("ask", &question.ask);
    file.placeholder("theme", "", "strategy, execution, or people");
    file.placeholder("levels", "[]", "ids of levels above");
    file.placeholder("competencies", "[]", "ids of competencies above, most important first");
    file.placeholder("kind", "", "situational, opinion, or behavioral");
    file.placeholder("minutes", "", "including the follow-up and notes");
    if let Some(label) = &question.rubric_label {
        file.entry("rubric_label", label);
    }
    file.entry("rubric", &question.rubric);
    match &question.follow_up {
        Some(text) => file.entry("follow_up", text),
        None => file.placeholder("follow_up", "", "Tell me about a recent time you …"),
    }
    file.entry("probes", &question.probes);
    file.entry("watch_for", &question.watch_for);
    file.placeholder("anchors", "{}", "{ 1: …, 3: …, 5: … }");
}

/// An id that is not taken yet, after the words that say most.
fn free(text: &str, number: u32, taken: &mut UniqueNames) -> String {
    taken.take(&key_words(text).unwrap_or_else(|| format!("question-{number}")))
}

/// The first words that say something, as an id, if there are any.
fn key_words(text: &str) -> Option<String> {
    let slug = slug(text, usize::MAX)?;
    let says_something = |word: &&str| word.len() <= MAX_WORD && !COMMON.contains(word);
    let words: Vec<&str> = slug.split('-').filter(says_something).take(WORDS).collect();
    (!words.is_empty()).then(|| words.join("-"))
}
