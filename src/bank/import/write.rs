use std::fmt::Write;

use super::pack::{Pack, PackQuestion};
use crate::base::text::UniqueNames;
use crate::base::yaml::scalar;

/// Words that say little about a question.
const COMMON: [&str; 42] = [
    "a", "about", "an", "and", "are", "as", "at", "be", "by", "can", "could", "did", "do", "does",
    "for", "from", "has", "have", "how", "in", "is", "it", "me", "of", "on", "or", "say", "tell",
    "that", "the", "their", "this", "time", "to", "what", "when", "who", "why", "with", "would",
    "you", "your",
];
/// How many words an id has at most.
const WORDS: usize = 4;

/// The pack as a bank file: the texts are the pack's own, and what a person has to decide is empty.
#[must_use]
pub fn bank_file(pack: &Pack, from: &str) -> String {
    let mut file = File { text: String::new() };
    let title = pack.title.as_deref().unwrap_or("Untitled pack");
    file.line(&format!(
        "# Imported from {}: questions and rubrics are its own words.",
        one_line(from)
    ));
    file.line("# Fill in what is empty: `interview-kit check` says what is missing. With `interview-kit schema > bank.schema.json` beside it,");
    file.line("# and `# yaml-language-server: $schema=bank.schema.json` as its first line, editors complete this file and check it.");
    file.line("");
    file.pair("id", &slug(title, "pack"));
    file.pair("title", title);
    match &pack.edition {
        Some(edition) => file.line(&format!("edition: '{}'", edition.replace('\'', "''"))),
        None => file.line("edition:"),
    }
    let language = pack.language.unwrap_or("en");
    file.line(&format!("language: {language:<13} # of the questions, as a BCP 47 tag"));
    file.line("source:                # where the questions come from");
    file.line("editor:                # who writes what the source does not");
    file.list("audience", &pack.audience);
    file.line("");
    file.competencies(pack);
    for said in &pack.particulars {
        file.line(&format!("# The pack says: {}", one_line(said)));
    }
    file.line("companions: []         # - { id: …, title: … }");
    file.line("");
    file.line("levels: []             # - { id: …, title: … }, in order of seniority");
    file.line(
        "roles: []              # - { id: …, title: …, level: …, must_ask: [], leave_out: [] }",
    );
    file.line("");
    file.line("scale:                 # 3, 4, 5 or 7 points");
    for (score, label) in
        [(1, "Weak"), (2, "Partial"), (3, "Solid"), (4, "Strong"), (5, "Exceptional")]
    {
        file.line(&format!("  - {{ score: {score}, label: {label} }}"));
    }
    file.line("");
    file.line("questions:");
    let mut taken = UniqueNames::default();
    for question in &pack.questions {
        file.question(question, &free(&question.ask, question.number, &mut taken));
    }
    file.text
}

struct File {
    text: String,
}

impl File {
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn pair(&mut self, key: &str, text: &str) {
        // Writing to a text cannot fail.
        let _ = writeln!(self.text, "{key}: {}", scalar(text));
    }

    /// A list of texts, the dashes two places further in than the key.
    fn list(&mut self, key: &str, items: &[String]) {
        if items.is_empty() {
            self.line(&format!("{key}: []"));
            return;
        }
        let indent = key.len() - key.trim_start().len() + 2;
        self.line(&format!("{key}:"));
        for item in items {
            self.line(&format!("{:indent$}- {}", "", scalar(item)));
        }
    }

    fn competencies(&mut self, pack: &Pack) {
        match &pack.competencies_label {
            Some(label) => self.pair("competencies_label", label),
            None => self.line("competencies_label:"),
        }
        if pack.competencies.is_empty() {
            self.line("competencies: []       # - { id: …, title: …, definition: … }");
        } else {
            self.line("competencies:");
        }
        let mut taken = UniqueNames::default();
        for (statement, number) in pack.competencies.iter().zip(1..) {
            let id = free(statement, number, &mut taken);
            self.line(&format!("  - id: {id}"));
            self.line("    title:             # a short name");
            self.pair("    statement", statement);
            self.line("    definition:        # what an interviewer listens for");
        }
        self.line("");
    }

    fn question(&mut self, question: &PackQuestion, id: &str) {
        self.line(&format!("  - id: {id}"));
        self.line(&format!("    number: {}", question.number));
        self.pair("    ask", &question.ask);
        self.line("    theme:             # strategy, execution or people");
        self.line("    levels: []         # ids of levels above");
        self.line("    competencies: []   # ids of competencies above, the most important first");
        self.line("    kind:              # situational, opinion or behavioral");
        self.line("    minutes:           # follow-up and notes included");
        if let Some(label) = &question.rubric_label {
            self.pair("    rubric_label", label);
        }
        self.list("    rubric", &question.rubric);
        match &question.follow_up {
            Some(text) => self.pair("    follow_up", text),
            None => self.line("    follow_up:         # When did you last …? What did you do, and what came of it?"),
        }
        self.list("    probes", &question.probes);
        self.list("    watch_for", &question.watch_for);
        self.line("    anchors: {}        # { 1: …, 3: …, 5: … }");
        self.line("");
    }
}

/// An id that is not taken yet, after the words that say most.
fn free(text: &str, number: u32, taken: &mut UniqueNames) -> String {
    taken.take(&slug(text, &format!("question-{number}")))
}

fn slug(text: &str, otherwise: &str) -> String {
    let lower = text.to_lowercase().replace(['\'', '’'], "");
    let words = lower.split(|char: char| !char.is_ascii_alphanumeric());
    let words: Vec<&str> = words
        .filter(|word| !word.is_empty() && word.len() <= 14 && !COMMON.contains(word))
        .take(WORDS)
        .collect();
    if words.is_empty() { otherwise.to_owned() } else { words.join("-") }
}

fn one_line(text: &str) -> String {
    text.chars().map(|char| if char.is_control() { ' ' } else { char }).collect()
}
