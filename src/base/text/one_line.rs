use std::borrow::Cow;

/// A text on one line: white space of any kind counts as one space, and none is left at the ends.
#[must_use]
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text on one line, as it is printed: like [`one_line`], but no-break spaces stay, control characters count as white space, and
/// characters are left out that change the direction of the line or cannot be seen.
#[must_use]
pub fn printed_line(text: &str) -> Cow<'_, str> {
    let is_left_out =
        |char: char| matches!(char, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}');
    let is_space = |char: char| char.is_whitespace() && char != '\u{A0}' && char != '\u{202F}';
    let is_changed =
        |char: char| is_left_out(char) || char.is_control() || (is_space(char) && char != ' ');
    let is_trimmed = !text.starts_with(' ') && !text.ends_with(' ') && !text.contains("  ");
    if is_trimmed && !text.chars().any(is_changed) {
        return Cow::Borrowed(text);
    }
    let kept = text.chars().filter(|char| !is_left_out(*char));
    let spaced: String =
        kept.map(|char| if is_space(char) || char.is_control() { ' ' } else { char }).collect();
    let words: Vec<&str> = spaced.split(' ').filter(|word| !word.is_empty()).collect();
    Cow::Owned(words.join(" "))
}
