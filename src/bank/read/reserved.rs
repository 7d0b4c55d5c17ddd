use std::fmt::Display;

use super::file::RawBank;
use crate::bank::Rule;
use crate::base::diagnostic::Diagnostics;
use crate::base::source::Span;

/// The sections of the built-in documents, and the documents. Their form fields are named after them, as those of a question are named after
/// its id.
const SECTIONS: [&str; 21] = [
    "agenda",
    "candidate-questions",
    "candidate-sheet",
    "closing",
    "competencies",
    "consensus",
    "debrief",
    "decision",
    "end",
    "ground-rules",
    "guide",
    "handwriting",
    "opening",
    "panel-plan",
    "questions",
    "recommendation",
    "reminders",
    "scorecard",
    "scorecards",
    "scoring",
    "your-interview",
];
/// What is no competency in the tables that have a row for each.
const ROWS: [&str; 2] = ["notes", "recommendation"];
/// How the rows of questions begin in such a table.
const QUESTION_ROW: &str = "question-";

/// Reports ids with which the answers of a question or competency could not be told from those of a section.
pub(super) fn check(files: &[RawBank], diagnostics: &mut Diagnostics) {
    for file in files {
        for id in file.questions.iter().filter_map(|it| it.id.as_ref()) {
            if SECTIONS.contains(&id.value.as_str()) {
                report("question", &id.value, &id.span, diagnostics);
            }
        }
        for competency in file.competencies.iter().flatten() {
            let id = &competency.value.id;
            if ROWS.contains(&id.as_str()) || id.as_str().starts_with(QUESTION_ROW) {
                report("competency", id, &competency.span, diagnostics);
            }
        }
    }
}

fn report(what: &str, id: &impl Display, span: &Span, diagnostics: &mut Diagnostics) {
    let message =
        format!("a {what} cannot have the id `{id}`: form fields of the documents have this name");
    let help = format!("use a longer id, such as `the-{id}`");
    diagnostics.push(Rule::InvalidId.diagnostic(message).at(span.clone()).help(help));
}
