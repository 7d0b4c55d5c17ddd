/// The text that a piece of Markdown without any markup reads as: a backslash before punctuation is not printed (CommonMark 2.4).
#[must_use]
pub fn unescaped(markdown: &str) -> String {
    let mut text = String::with_capacity(markdown.len());
    let mut rest = markdown.chars().peekable();
    while let Some(char) = rest.next() {
        let is_escape = char == '\\' && rest.peek().is_some_and(char::is_ascii_punctuation);
        text.push(if is_escape { rest.next().unwrap_or(char) } else { char });
    }
    text
}
