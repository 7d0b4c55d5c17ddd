use std::borrow::Cow;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Patch, Renderer, Snippet};

use crate::base::diagnostic::{Diagnostic, Severity};
use crate::base::source::{Sources, Span};
use crate::base::text::counted;
use crate::cli::terminal::Console;

/// More than anybody reads at once.
const MAX: usize = 100;
/// A line of more bytes is shown in part: a bank may be one line of many megabytes.
const MAX_LINE_BYTES: usize = 300;
/// How much is shown of it before what is pointed at.
const SHOWN_BEFORE: usize = 60;
/// Stands for what is not shown.
const ELLIPSIS: &str = "…";

/// Diagnostics as text: for each, what is wrong, `file:line:column`, the line itself, and the way out; at the end how many
/// there are. Empty if there are none. Of more than a hundred, the first hundred are shown.
#[must_use]
pub fn render(sources: &Sources, diagnostics: &[Diagnostic], has_color: bool) -> String {
    let renderer = if has_color { Renderer::styled() } else { Renderer::plain() };
    let shown = diagnostics.iter().take(MAX);
    let mut parts: Vec<String> =
        shown.map(|found| renderer.render(&groups(sources, found))).collect();
    if diagnostics.len() > MAX {
        parts.push(format!("… and {} more", diagnostics.len() - MAX));
    }
    if diagnostics.len() > 1 {
        parts.push(format!("total: {}", total(diagnostics)));
    }
    parts.join("\n\n")
}

/// Shows warnings on standard error.
pub fn warn(warnings: &[Diagnostic], sources: &Sources, console: Console) {
    if !warnings.is_empty() {
        console.error(&render(sources, warnings, console.stderr_has_color()));
    }
}

/// How many diagnostics there are of each kind: `2 errors and 1 piece of advice`.
#[must_use]
pub fn total(diagnostics: &[Diagnostic]) -> String {
    let kinds = [
        (Severity::Error, "error", "errors"),
        (Severity::Warning, "warning", "warnings"),
        (Severity::Advice, "suggestion", "suggestions"),
    ];
    let counts = kinds.into_iter().filter_map(|(severity, one, several)| {
        match diagnostics.iter().filter(|found| found.severity == severity).count() {
            0 => None,
            count => Some(counted(count, one, several)),
        }
    });
    let counts: Vec<String> = counts.collect();
    match counts.as_slice() {
        [] => "no problems".to_owned(),
        [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        counts => counts.join(""),
    }
}

/// A diagnostic, and what could stand at its place instead.
fn groups<'a>(sources: &'a Sources, found: &'a Diagnostic) -> Vec<Group<'a>> {
    let level = match found.severity {
        Severity::Advice => Level::WARNING.with_name("advice"),
        Severity::Warning => Level::WARNING,
        Severity::Error => Level::ERROR,
    };
    let title = level.primary_title(found.message.as_str()).id(found.code);
    let shown = found.span.as_ref().map(|span| Shown::new(sources, span));
    let mut group = match &shown {
        Some(shown) => {
            let mark = AnnotationKind::Primary.span(shown.mark.clone());
            let mark = if found.label.is_empty() { mark } else { mark.label(found.label.as_str()) };
            let snippet = shown.snippet().annotation(mark);
            match shown.column {
                None => title.element(snippet.path(shown.name)),
                Some(column) => {
                    let Shown { name, number, .. } = shown;
                    let place = format!("at {name}:{number}:{column} (long line truncated)");
                    title.element(snippet).element(Level::NOTE.message(place))
                }
            }
        }
        None => Group::with_title(title),
    };
    for help in &found.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    let mut groups = vec![group];
    if let (Some(fix), Some(shown)) = (&found.fix, &shown) {
        let patch = Patch::new(shown.mark.clone(), fix.replacement.as_str());
        let title = Level::HELP.secondary_title(fix.reason.as_str());
        groups.push(title.element(shown.snippet().patch(patch)));
    }
    groups
}

/// The line that a diagnostic is about.
struct Shown<'a> {
    name: &'a str,
    /// The line, or a part of it where it is very long.
    line: Cow<'a, str>,
    number: usize,
    /// Where the place stands in a line that is shown in part.
    column: Option<usize>,
    /// What of the line is pointed at.
    mark: Range<usize>,
}

impl<'a> Shown<'a> {
    /// Only the line itself is handed over, so that a long report on a long text does not take the square of its length.
    fn new(sources: &'a Sources, span: &Span) -> Self {
        let source = sources.get(span.source);
        let text = source.text.as_str();
        let start = text.floor_char_boundary(span.bytes.start.min(text.len()));
        let (line, number) = sources.line_of(span.source, start);
        // A mark of no width at all would not be seen.
        let wide = text[start..].chars().next().map_or(0, char::len_utf8);
        let end = text.floor_char_boundary(span.bytes.end.max(start + wide).min(text.len()));
        // A mapping or a paragraph is pointed at by its first line.
        let end =
            text[start..end].find(['\n', '\r']).map_or(end, |newline| start + newline).max(start);
        let mark = start - line.start..end - line.start;
        let line = &text[line];
        let name = &source.name;
        if line.len() <= MAX_LINE_BYTES {
            // A carriage return alone would send the terminal back to the beginning of the line.
            let line = match line.strip_suffix('\r') {
                Some(line) => format!("{line}\n").into(),
                None => line.into(),
            };
            return Self { name, line, number, column: None, mark };
        }
        let from = line.floor_char_boundary(mark.start.saturating_sub(SHOWN_BEFORE));
        let to = line.floor_char_boundary(line.len().min(from + MAX_LINE_BYTES));
        let shift = |at: usize| at.min(to) - from + ELLIPSIS.len();
        let mark = shift(mark.start)..shift(mark.end);
        let line = format!("{ELLIPSIS}{}{ELLIPSIS}", &line[from..to]).into();
        let column = Some(sources.locate(span).column);
        Self { name, line, number, column, mark }
    }

    fn snippet<T: Clone>(&self) -> Snippet<'a, T> {
        Snippet::source(self.line.clone()).line_start(self.number)
    }
}
