/// Whether it says that a page ends here.
pub(super) fn is_page_break(html: &str) -> bool {
    let comment = html.strip_prefix("<!--").and_then(|rest| rest.strip_suffix("-->"));
    comment.is_some_and(|comment| comment.trim() == "pagebreak")
}

/// Whether it says that a line ends here.
pub(super) fn is_line_break(html: &str) -> bool {
    let name = html.trim_start_matches('<').trim_end_matches('>').trim_end_matches('/');
    name.trim().eq_ignore_ascii_case("br")
}

/// The name in `<a id="name">`, with or without its end.
pub(super) fn anchor_of(html: &str) -> Option<String> {
    let rest = html.trim().strip_prefix("<a ")?.trim_start().strip_prefix("id=")?;
    let quote = rest.chars().next().filter(|char| matches!(char, '"' | '\''))?;
    let name = rest[1..].split(quote).next()?;
    (!name.is_empty()).then(|| name.to_owned())
}

/// The anchor of which a comment prints the page number: `<!-- page: intake -->`. Words may follow the comment.
pub(super) fn page_of(html: &str) -> Option<&str> {
    let comment = html.trim().strip_prefix("<!--")?.trim_start().strip_prefix("page:")?;
    comment.split_once("-->").map(|(anchor, _)| anchor.trim())
}
