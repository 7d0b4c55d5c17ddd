use crate::base::diagnostic::Diagnostic;
use crate::base::source::{SourceId, Span};

/// The longest tag, in bytes. The library reads a tag by as many calls within each other as it has signs: three times as many exhaust
/// the stack.
const MAX_TAG_BYTES: usize = 2000;
/// The most branches of one template, which the library reads within each other too.
const MAX_BRANCHES: usize = 500;

/// What keeps a template from being read at all: more in a tag, or more branches, than the stack can bear.
pub(super) fn check(text: &str, id: SourceId) -> Option<Diagnostic> {
    let fault = |message: String, help: &str, at: usize| {
        Some(Diagnostic::error("template", message).at(Span::new(id, at..at)).help(help))
    };
    let mut branches = 0;
    let mut at = 0;
    while let Some(next) = text.get(at..).and_then(|rest| rest.find('{')) {
        let start = at + next;
        at = match text.as_bytes().get(start + 1) {
            Some(b'#') => behind(text, start, "#}"),
            Some(b'{' | b'%') => {
                let Some(end) = end(text, start) else {
                    let message = format!("this tag is longer than {MAX_TAG_BYTES} bytes");
                    return fault(
                        message,
                        "move part of it into a variable with `{% set %}`",
                        start,
                    );
                };
                let inside = text[start + 1..end].trim_start_matches(['%', '-', '+']).trim_start();
                let word = inside.split(|char: char| !char.is_alphanumeric() && char != '_').next();
                branches += usize::from(word == Some("elif"));
                if branches > MAX_BRANCHES {
                    let message = format!("this template has more than {MAX_BRANCHES} branches");
                    return fault(message, "use a mapping lookup instead", start);
                }
                // The sign of a variable's tag is still there, so that one called `raw` is not taken for this.
                if word == Some("raw") { behind(text, end, "endraw") } else { end }
            }
            _ => start + 1,
        };
    }
    None
}

/// Where what stands behind the next `sign` begins.
fn behind(text: &str, from: usize, sign: &str) -> usize {
    text[from..].find(sign).map_or(text.len(), |found| from + found + sign.len())
}

/// Where a tag ends, if it does so in time: brackets and quoted texts in it may hold what looks like its end. One that the text
/// breaks off is for the library to complain of.
fn end(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut quote = None;
    let mut depth = 0_usize;
    let mut at = start + 2;
    while let Some(&byte) = bytes.get(at) {
        if at > start + MAX_TAG_BYTES {
            return None;
        }
        match (quote, byte) {
            (Some(_), b'\\') => at += 1,
            (Some(open), _) if open == byte => quote = None,
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'}' | b'%') if depth == 0 && bytes.get(at + 1) == Some(&b'}') => {
                return Some(at + 2);
            }
            (None, b'(' | b'[' | b'{') => depth += 1,
            (None, b')' | b']' | b'}') => depth = depth.saturating_sub(1),
            (Some(_) | None, _) => {}
        }
        at += 1;
    }
    Some(text.len())
}
