use crate::base::diagnostic::{Diagnostic, Diagnostics};
use crate::base::source::Spanned;

/// A column of a roster, called as the command line calls the same thing.
pub(super) const COLUMNS: [&str; 20] = [
    "name",
    "candidate",
    "position",
    "interviewer",
    "interviewers",
    "date",
    "time",
    "contact",
    "keep-until",
    "role",
    "level",
    "theme",
    "theme-any",
    "competency",
    "kind",
    "question",
    "exclude",
    "minutes",
    "reserve",
    "limit",
];

/// The column of a heading: case, white space and underscores make no difference.
pub(super) fn column(heading: &Spanned<String>, sink: &mut Diagnostics) -> Option<&'static str> {
    let lower = heading.value.to_lowercase();
    let words = lower.split(|char: char| char.is_whitespace() || matches!(char, '_' | '-'));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let words = words.join("-");
    let found = COLUMNS.into_iter().find(|name| *name == words);
    if found.is_none() {
        let message = if words.is_empty() {
            "this column has no heading".to_owned()
        } else {
            format!("a roster has no column `{}`", heading.value.trim())
        };
        let fault = Diagnostic::error("roster", message).at(heading.span.clone());
        let fault = fault.suggest_instead(&words, COLUMNS);
        sink.push(fault.help(format!("its columns are {}", COLUMNS.join(", "))));
    }
    found
}
