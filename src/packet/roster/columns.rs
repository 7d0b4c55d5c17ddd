use crate::base::diagnostic::{Diagnostic, Diagnostics};
use crate::base::source::Spanned;
use crate::base::text::listed;
use crate::select::FACETS;

/// The columns of a roster that are no facets, called as the command line calls the same thing.
const OTHERS: [&str; 13] = [
    "name",
    "candidate",
    "position",
    "interviewer",
    "interviewers",
    "date",
    "time",
    "contact",
    "keep-until",
    "language",
    "minutes",
    "reserve",
    "limit",
];

/// Every column of a roster.
pub(super) fn columns() -> Vec<&'static str> {
    OTHERS.into_iter().chain(FACETS.iter().map(|facet| facet.name)).collect()
}

/// The column that a heading names.
pub(super) fn column(
    heading: &Spanned<String>,
    diagnostics: &mut Diagnostics,
) -> Option<&'static str> {
    let name = normalized(&heading.value);
    let columns = columns();
    let found = columns.iter().copied().find(|column| *column == name);
    if found.is_none() {
        let message = if name.is_empty() {
            "column has no header".to_owned()
        } else {
            format!("unknown column `{}`", heading.value.trim())
        };
        let fault = Diagnostic::error("roster", message).at(heading.span.clone());
        let fault = fault.suggest_instead(&name, columns.iter().copied());
        diagnostics.push(fault.help(format!("expected one of: {}", listed(columns))));
    }
    found
}

/// A heading as columns are named: case, white space and underscores make no difference.
pub(super) fn normalized(heading: &str) -> String {
    let lower = heading.to_lowercase();
    let words = lower.split(|char: char| char.is_whitespace() || matches!(char, '_' | '-'));
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}
