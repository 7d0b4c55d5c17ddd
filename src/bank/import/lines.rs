use crate::base::source::{SourceId, Span};

/// A line of a pack. A page break ends a line as well, so that two of them can have the same number.
#[derive(Clone, Debug)]
pub(super) struct Line<'t> {
    /// Its number, from 1, as editors count.
    pub(super) number: usize,
    /// Its page, from 0.
    pub(super) page: usize,
    /// How far it is set in, in columns.
    pub(super) indent: usize,
    /// How far it reaches, in columns.
    pub(super) width: usize,
    /// Its text without the spaces around it.
    pub(super) text: &'t str,
    /// Where that text is.
    pub(super) span: Span,
}

/// The lines of a text, whatever ends them: LF, CR LF, CR, a page break, or one of Unicode's.
pub(super) fn lines(text: &str, id: SourceId) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let (mut number, mut page, mut start) = (1, 0, 0);
    for (at, char) in text.char_indices() {
        if !is_break(char) {
            continue;
        }
        // A line feed right behind a carriage return belongs to it.
        if char == '\n' && at > 0 && text.as_bytes()[at - 1] == b'\r' {
            start = at + 1;
            continue;
        }
        lines.push(line(&text[start..at], start, id, (number, page)));
        number += usize::from(matches!(char, '\n' | '\r'));
        page += usize::from(char == '\u{C}');
        start = at + char.len_utf8();
    }
    lines.push(line(&text[start..], start, id, (number, page)));
    lines
}

fn line(written: &str, start: usize, id: SourceId, (number, page): (usize, usize)) -> Line<'_> {
    let text = written.trim_matches(is_space);
    let before = written.len() - written.trim_start_matches(is_space).len();
    let columns = |char| match char {
        '\t' => 4,
        '\u{FEFF}' | '\u{200B}' | '\u{2060}' => 0,
        _ => 1,
    };
    let indent = written[..before].chars().map(columns).sum();
    let start = if text.is_empty() { start } else { start + before };
    Line {
        number,
        page,
        indent,
        width: indent + text.chars().count(),
        text,
        span: Span::new(id, start..start + text.len()),
    }
}

fn is_break(char: char) -> bool {
    matches!(char, '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Spaces, and characters that show nothing.
fn is_space(char: char) -> bool {
    char.is_whitespace() || matches!(char, '\u{FEFF}' | '\u{200B}' | '\u{2060}')
}
