use crate::base::diagnostic::{Diagnostic, Diagnostics};
use crate::base::source::Spanned;
use crate::select::FACETS;

/// The columns of a roster that are no facets, called as the command line calls the same thing.
const OTHERS: [&str; 12] = [
    "name",
    "candidate",
    "position",
    "interviewer",
    "interviewers",
    "date",
    "time",
    "contact",
    "keep-until",
    "minutes",
    "reserve",
    "limit",
];

/// Every column of a roster.
fn columns() -> Vec<&'static str> {
    OTHERS.into_iter().chain(FACETS.iter().map(|facet| facet.name)).collect()
}

/// The column of a heading: case, white space and underscores make no difference.
pub(super) fn column(heading: &Spanned<String>, sink: &mut Diagnostics) -> Option<&'static str> {
    let lower = heading.value.to_lowercase();
    let words = lower.split(|char: char| char.is_whitespace() || matches!(char, '_' | '-'));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let words = words.join("-");
    let columns = columns();
    let found = columns.iter().copied().find(|name| *name == words);
    if found.is_none() {
        let message = if words.is_empty() {
            "this column has no heading".to_owned()
        } else {
            format!("a roster has no column `{}`", heading.value.trim())
        };
        let fault = Diagnostic::error("roster", message).at(heading.span.clone());
        let fault = fault.suggest_instead(&words, columns.iter().copied());
        sink.push(fault.help(format!("its columns are {}", columns.join(", "))));
    }
    found
}
