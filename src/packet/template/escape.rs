use crate::base::text::printed_line;

/// A text as Markdown that reads as that very text: on one line, and without any sign that has a meaning in CommonMark, in
/// GFM, or in the dialect of guides.
///
/// Signs that have a meaning only at the beginning of a line are escaped at the beginning of the text, because a template may
/// put its values there; so are hashes at the end, because a heading that ends with the text would lose them.
pub(super) fn markdown(text: &str) -> String {
    let text = printed_line(text);
    // The number of an ordered list: up to nine digits (CommonMark 5.2).
    let number = text.len() - text.trim_start_matches(|char: char| char.is_ascii_digit()).len();
    // Hashes behind a space (CommonMark 4.2).
    let closing = text.trim_end_matches('#');
    let closing = if closing.ends_with(char::is_whitespace) { closing.len() } else { text.len() };
    let starts_entity = |at: usize| {
        let next = text.as_bytes().get(at + 1);
        next.is_some_and(|next| next.is_ascii_alphanumeric() || *next == b'#')
    };
    let mut escaped = String::with_capacity(text.len() + 8);
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        if !MAY_BE_SIGN[usize::from(byte)] {
            continue;
        }
        let is_sign = match byte {
            b'\\' | b'`' | b'*' | b'_' | b'[' | b']' | b'<' | b'>' | b'|' | b'~' => true,
            b'#' | b'+' | b'-' | b'=' | b':' => at == 0 || at == closing,
            b'.' | b')' => at == number && number > 0,
            b'&' => starts_entity(at),
            _ => false,
        };
        if is_sign {
            escaped.push_str(&text[from..at]);
            escaped.push('\\');
            from = at;
        }
    }
    escaped.push_str(&text[from..]);
    escaped
}

/// The bytes that may be a sign somewhere: few are, and most texts have few of them.
const MAY_BE_SIGN: [bool; 256] = {
    let mut may_be = [false; 256];
    let signs = b"\\`*_[]<>|~#+-=:.)&";
    let mut at = 0;
    while at < signs.len() {
        may_be[signs[at] as usize] = true;
        at += 1;
    }
    may_be
};
