//! Signs that keep a piece of text apart from the direction of what is around it (UAX 9, 2.4.2). They are not printed.

/// Begins text that runs from left to right.
pub(super) const LEFT_TO_RIGHT: char = '\u{2066}';
/// Begins text that runs as its first letter does.
pub(super) const FIRST_STRONG: char = '\u{2068}';
/// Ends both.
pub(super) const END: char = '\u{2069}';

/// Whether a text is one of these signs.
pub(super) fn is_isolate(text: &str) -> bool {
    let mut chars = text.chars();
    matches!((chars.next(), chars.next()), (Some('\u{2066}'..='\u{2069}'), None))
}
