use std::borrow::Cow;

/// A text on one line: white space of any kind counts as one space, and none is left at the ends.
#[must_use]
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// A text on one line, as it is printed: like [`one_line`], but no-break spaces stay, control characters count as white space,
/// characters are left out that change the direction of the line or cannot be seen, and so are line ends between two characters
/// of Chinese or Japanese, which are written without spaces (CSS Text 3, 4.1.3).
///
/// ```
/// use interview_kit::base::text::printed_line;
///
/// assert_eq!(printed_line("One\n  sentence."), "One sentence.");
/// assert_eq!(printed_line("面接の\n  前に"), "面接の前に");
/// ```
#[must_use]
pub fn printed_line(text: &str) -> Cow<'_, str> {
    let is_left_out =
        |char: char| matches!(char, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}');
    let is_space = |char: char| char.is_whitespace() && char != '\u{A0}' && char != '\u{202F}';
    let is_changed =
        |char: char| is_left_out(char) || char.is_control() || (is_space(char) && char != ' ');
    // Without an end before the last byte, processors look at many bytes at a time.
    let is_ascii = text.bytes().fold(true, |is, byte| is & matches!(byte, b' '..=b'~'));
    let has_gap = text.as_bytes().windows(2).filter(|two| two == b"  ").count() > 0;
    let is_trimmed = !text.starts_with(' ') && !text.ends_with(' ') && !has_gap;
    if is_trimmed && (is_ascii || !text.chars().any(is_changed)) {
        return Cow::Borrowed(text);
    }
    let mut printed = String::with_capacity(text.len());
    let mut gap = None;
    for char in text.chars().filter(|char| !is_left_out(*char)) {
        if is_space(char) || char.is_control() {
            gap = match gap {
                Some(Gap::LineEnd) => gap,
                _ if char == '\n' => Some(Gap::LineEnd),
                _ => Some(Gap::Space),
            };
            continue;
        }
        let last = printed.chars().next_back();
        if let (Some(gap), Some(last)) = (gap.take(), last)
            && !(gap == Gap::LineEnd && is_without_spaces(last) && is_without_spaces(char))
        {
            printed.push(' ');
        }
        printed.push(char);
    }
    Cow::Owned(printed)
}

/// White space between two words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gap {
    Space,
    LineEnd,
}

/// Whether a character is of a script that has no spaces between words: Chinese and Japanese, with their punctuation.
fn is_without_spaces(char: char) -> bool {
    matches!(char,
        '\u{2E80}'..='\u{312F}' // radicals, punctuation, kana, Bopomofo
        | '\u{31A0}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FE30}'..='\u{FE4F}'
        | '\u{FF00}'..='\u{FF9F}' // full-width and half-width forms
        | '\u{20000}'..='\u{3FFFF}')
}
