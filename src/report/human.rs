use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Sources;

/// Diagnostics as text: for each, what is wrong, `file:line:column`, the line itself, and the way out; at the end how many
/// there are. Empty if there are none.
#[must_use]
pub fn render(sources: &Sources, diagnostics: &[Diagnostic], has_colour: bool) -> String {
    let renderer = if has_colour { Renderer::styled() } else { Renderer::plain() };
    let mut parts: Vec<String> =
        diagnostics.iter().map(|found| renderer.render(&[group(sources, found)])).collect();
    parts.extend(total(diagnostics));
    parts.join("\n\n")
}

fn group<'a>(sources: &'a Sources, found: &'a Diagnostic) -> Group<'a> {
    let level = match found.severity {
        Severity::Warning => Level::WARNING,
        Severity::Error => Level::ERROR,
    };
    let title = level.primary_title(found.message.as_str()).id(found.code);
    let mut group = match &found.span {
        Some(span) => {
            let source = sources.get(span.source);
            let text = source.text.as_str();
            let start = text.floor_char_boundary(span.bytes.start.min(text.len()));
            // A mark of no width at all would not be seen.
            let wide = text[start..].chars().next().map_or(0, char::len_utf8);
            let end = text.floor_char_boundary(span.bytes.end.max(start + wide).min(text.len()));
            // A mapping or a paragraph is pointed at by its first line.
            let end = text[start..end].find('\n').map_or(end, |newline| start + newline).max(start);
            let mark = AnnotationKind::Primary.span(start..end);
            let mark = if found.label.is_empty() { mark } else { mark.label(found.label.as_str()) };
            let snippet = Snippet::source(text).path(source.name.as_str()).line_start(1);
            title.element(snippet.annotation(mark))
        }
        None => Group::with_title(title),
    };
    for help in &found.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    group
}

fn total(diagnostics: &[Diagnostic]) -> Option<String> {
    let count = |severity| diagnostics.iter().filter(|found| found.severity == severity).count();
    let name = |count, one: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        several => Some(format!("{several} {one}s")),
    };
    let counts = [name(count(Severity::Error), "error"), name(count(Severity::Warning), "warning")];
    let counts: Vec<String> = counts.into_iter().flatten().collect();
    (diagnostics.len() > 1).then(|| format!("{} in all", counts.join(" and ")))
}
