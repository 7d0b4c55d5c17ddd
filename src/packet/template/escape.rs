use std::borrow::Cow;

/// A text as Markdown that reads as that very text: on one line, and without any sign that has a meaning in CommonMark, in
/// GFM, or in the dialect of guides.
///
/// Signs that have a meaning only at the beginning of a line are escaped at the beginning of the text, for no template says
/// where its values stand.
pub(super) fn markdown(text: &str) -> String {
    let text = one_line(text);
    let mut escaped = String::with_capacity(text.len() + 8);
    let mut rest = text.chars().peekable();
    let mut is_start = true;
    // The number of an ordered list: up to nine digits (CommonMark 5.2).
    let mut is_number = false;
    while let Some(char) = rest.next() {
        let next = rest.peek();
        let starts_line = is_start && matches!(char, '#' | '+' | '-' | '=' | ':');
        let ends_number = is_number && matches!(char, '.' | ')');
        let starts_entity =
            char == '&' && next.is_some_and(|next| next.is_ascii_alphanumeric() || *next == '#');
        let always = matches!(char, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~');
        if starts_line || ends_number || starts_entity || always {
            escaped.push('\\');
        }
        is_number = char.is_ascii_digit() && (is_start || is_number);
        is_start = false;
        escaped.push(char);
    }
    escaped
}

/// The text that a piece of Markdown without any markup reads as (CommonMark 2.4).
pub(super) fn unescaped(markdown: &str) -> String {
    let mut text = String::with_capacity(markdown.len());
    let mut rest = markdown.chars().peekable();
    while let Some(char) = rest.next() {
        let is_escape = char == '\\' && rest.peek().is_some_and(char::is_ascii_punctuation);
        text.push(if is_escape { rest.next().unwrap_or(char) } else { char });
    }
    text
}

/// A text on one line: white space of any kind is one space, and signs that would turn the line round, or that cannot be
/// seen, are left out.
pub(super) fn one_line(text: &str) -> Cow<'_, str> {
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
