use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Sources;

/// More than anybody reads at once.
const MOST: usize = 100;

/// Diagnostics as text: for each, what is wrong, `file:line:column`, the line itself, and the way out; at the end how many
/// there are. Empty if there are none. Of more than a hundred, the first hundred are shown.
#[must_use]
pub fn render(sources: &Sources, diagnostics: &[Diagnostic], has_colour: bool) -> String {
    let renderer = if has_colour { Renderer::styled() } else { Renderer::plain() };
    let shown = diagnostics.iter().take(MOST);
    let mut parts: Vec<String> =
        shown.map(|found| renderer.render(&[group(sources, found)])).collect();
    if diagnostics.len() > MOST {
        parts.push(format!("… and {} more", diagnostics.len() - MOST));
    }
    if diagnostics.len() > 1 {
        parts.push(format!("{} in all", total(diagnostics)));
    }
    parts.join("\n\n")
}

/// How many diagnostics there are of each kind: `2 errors and 1 piece of advice`.
#[must_use]
pub fn total(diagnostics: &[Diagnostic]) -> String {
    let kinds = [
        (Severity::Error, "error", "errors"),
        (Severity::Warning, "warning", "warnings"),
        (Severity::Advice, "piece of advice", "pieces of advice"),
    ];
    let counts = kinds.into_iter().filter_map(|(severity, one, several)| {
        match diagnostics.iter().filter(|found| found.severity == severity).count() {
            0 => None,
            1 => Some(format!("1 {one}")),
            count => Some(format!("{count} {several}")),
        }
    });
    let counts: Vec<String> = counts.collect();
    match counts.as_slice() {
        [] => "nothing".to_owned(),
        [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        counts => counts.join(""),
    }
}

fn group<'a>(sources: &'a Sources, found: &'a Diagnostic) -> Group<'a> {
    let level = match found.severity {
        Severity::Advice => Level::WARNING.with_name("advice"),
        Severity::Warning => Level::WARNING,
        Severity::Error => Level::ERROR,
    };
    let title = level.primary_title(found.message.as_str()).id(found.code);
    let mut group = match &found.span {
        Some(span) => {
            let source = sources.get(span.source);
            let text = source.text.as_str();
            let start = text.floor_char_boundary(span.bytes.start.min(text.len()));
            // Only the line itself is handed over, so that a long report on a long text does not take the square of its length.
            let (line, number) = sources.line_of(span.source, start);
            // A mark of no width at all would not be seen.
            let wide = text[start..].chars().next().map_or(0, char::len_utf8);
            let end = text.floor_char_boundary(span.bytes.end.max(start + wide).min(text.len()));
            // A mapping or a paragraph is pointed at by its first line.
            let end = text[start..end].find('\n').map_or(end, |newline| start + newline).max(start);
            let mark = AnnotationKind::Primary.span(start - line.start..end - line.start);
            let mark = if found.label.is_empty() { mark } else { mark.label(found.label.as_str()) };
            let snippet =
                Snippet::source(&text[line]).path(source.name.as_str()).line_start(number);
            title.element(snippet.annotation(mark))
        }
        None => Group::with_title(title),
    };
    for help in &found.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    group
}
