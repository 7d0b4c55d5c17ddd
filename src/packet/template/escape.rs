use crate::base::text::printed_line;

/// A text as Markdown that reads as that very text: on one line, and without any sign that has a meaning in CommonMark, in
/// GFM, or in the dialect of guides.
///
/// Signs that have a meaning only at the beginning of a line are escaped at the beginning of the text, because a template may
/// put its values there; so are hashes at the end, because a heading that ends with the text would lose them.
pub(super) fn markdown(text: &str) -> String {
    let text = printed_line(text);
    let mut escaped = String::with_capacity(text.len() + 8);
    let mut rest = text.chars().peekable();
    let mut is_start = true;
    // The number of an ordered list: up to nine digits (CommonMark 5.2).
    let mut is_number = false;
    // Hashes behind a space (CommonMark 4.2).
    let closing = text.trim_end_matches('#');
    let closing = if closing.ends_with(char::is_whitespace) { closing.len() } else { text.len() };
    let mut at = 0;
    while let Some(char) = rest.next() {
        let next = rest.peek();
        let closes_heading = at == closing;
        at += char.len_utf8();
        let starts_line = is_start && matches!(char, '#' | '+' | '-' | '=' | ':');
        let ends_number = is_number && matches!(char, '.' | ')');
        let starts_entity =
            char == '&' && next.is_some_and(|next| next.is_ascii_alphanumeric() || *next == '#');
        let always = matches!(char, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~');
        if starts_line || ends_number || starts_entity || closes_heading || always {
            escaped.push('\\');
        }
        is_number = char.is_ascii_digit() && (is_start || is_number);
        is_start = false;
        escaped.push(char);
    }
    escaped
}
