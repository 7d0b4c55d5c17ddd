use std::borrow::Cow;

use icu_properties::CodePointMapData;
use icu_properties::props::BidiClass;
use icu_segmenter::options::LineBreakOptions;
use icu_segmenter::{GraphemeClusterSegmenter, LineSegmenter};

use crate::base::unit::Pt;

/// What is printed in place of the text that is left out.
const ELLIPSIS: char = '…';
/// What is between the parts of a line. Behind the last part that is left, it is between nothing.
const DOT: char = '·';
/// Keeps a text right-to-left when the characters that made it so are left out.
const RIGHT_TO_LEFT_MARK: &str = "\u{200F}";

/// As much of a text as fits on a line of this width, with an ellipsis for what is left out, and then `tail`. It ends with a whole
/// word. If that would leave half of the line empty, it ends where a line may end, or else after a letter with all its marks.
pub(super) fn shorten(
    text: &str,
    tail: &str,
    available: Pt,
    mut width: impl FnMut(&str) -> Pt,
) -> String {
    let whole = format!("{text}{tail}");
    if width(&whole) <= available {
        return whole;
    }
    let mut longest = |ends: Vec<usize>| {
        let cut = |end: &usize| cut(text, *end, tail);
        let ends: Vec<usize> = ends.into_iter().filter(|end| may_end(text, *end)).collect();
        let mut fitting = ends.partition_point(|end| width(&cut(end)) <= available);
        loop {
            let shown = cut(ends[..fitting].last()?);
            let shown_width = width(&shown);
            if shown_width <= available {
                return Some((shown, shown_width));
            }
            // Letters that join change their shapes, so a longer text can be a little narrower than a shorter one.
            fitting -= 1;
        }
    };
    let mut best = None;
    for ends in [words(text), lines(text), letters(text)] {
        if let Some((shown, width)) = longest(ends) {
            best = Some(shown);
            if width * 2.0 >= available {
                break;
            }
        }
    }
    // One letter can be wider than a line: it may have any number of marks, or of pictures that are joined to it.
    let best = best.or_else(|| Some(longest(chars(text))?.0));
    best.unwrap_or_else(|| format!("{ELLIPSIS}{tail}"))
}

/// More characters than fit on any line.
const MAX_LINE: usize = 1000;

/// As much of a text as can be of any use on one line.
pub(super) fn beginning(text: &str) -> Cow<'_, str> {
    match first(text, MAX_LINE) {
        None => Cow::Borrowed(text),
        Some(first) => Cow::Owned(format!("{first}…")),
    }
}

/// The first `most` characters of a text, or a few less, so that no letter loses its marks.
fn first(text: &str, most: usize) -> Option<&str> {
    let (end, _) = text.char_indices().nth(most)?;
    let letters = GraphemeClusterSegmenter::new().segment_str(text);
    let last = letters.take_while(|letter| *letter <= end).last();
    // One letter with so many marks is cut all the same.
    Some(&text[..last.filter(|last| *last > 0).unwrap_or(end)])
}

/// The beginning of a text as it is shown, in the direction of the whole text.
fn cut(text: &str, end: usize, tail: &str) -> String {
    let is_loose = |char: char| char.is_whitespace() || [ELLIPSIS, DOT].contains(&char);
    let kept = text[..end].trim_end_matches(is_loose);
    let loses_direction = is_right_to_left(text) && !is_right_to_left(kept);
    let mark = if loses_direction { RIGHT_TO_LEFT_MARK } else { "" };
    format!("{mark}{kept}{ELLIPSIS}{tail}")
}

/// Whether a text may be cut here: not before its first word, and not inside a blank.
fn may_end(text: &str, end: usize) -> bool {
    let (before, after) = text.split_at(end);
    let is_in_blank = before.ends_with('_') && after.starts_with('_');
    !is_in_blank && !before.trim().is_empty()
}

/// Whether the first character of a text that has a direction runs from right to left (UAX 9, rule P2).
pub(super) fn is_right_to_left(text: &str) -> bool {
    strong(text).next().is_some_and(|class| class != BidiClass::LeftToRight)
}

/// Whether every character of a text that has a direction runs from left to right, and there is one.
pub(super) fn is_left_to_right(text: &str) -> bool {
    let mut strong = strong(text).peekable();
    strong.peek().is_some() && strong.all(|class| class == BidiClass::LeftToRight)
}

/// Whether no character of a text has a direction.
pub(super) fn has_no_direction(text: &str) -> bool {
    strong(text).next().is_none()
}

/// The directions of the characters of a text that have one.
fn strong(text: &str) -> impl Iterator<Item = BidiClass> {
    let classes = CodePointMapData::<BidiClass>::new();
    text.chars().map(move |char| classes.get(char)).filter(|class| {
        matches!(*class, BidiClass::LeftToRight | BidiClass::RightToLeft | BidiClass::ArabicLetter)
    })
}

/// Where the words end that are followed by a space.
fn words(text: &str) -> Vec<usize> {
    text.char_indices().filter(|(_, char)| char.is_whitespace()).map(|(at, _)| at).collect()
}

/// Where a line may end.
fn lines(text: &str) -> Vec<usize> {
    LineSegmenter::new_dictionary(LineBreakOptions::default()).segment_str(text).collect()
}

/// Where a letter ends with all its marks.
fn letters(text: &str) -> Vec<usize> {
    GraphemeClusterSegmenter::new().segment_str(text).collect()
}

fn chars(text: &str) -> Vec<usize> {
    text.char_indices().map(|(at, _)| at).collect()
}
