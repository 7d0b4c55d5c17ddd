use crate::base::unit::{Language, LanguageParseError};

/// How templates say that a page ends.
pub(super) const PAGE_BREAK: &str = "<!-- pagebreak -->";

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

/// The language in `<span lang="de">`, or the text in its place that is no language tag. Anything else in the tag makes it another one.
pub(super) fn language_of(html: &str) -> Option<Result<Language, LanguageParseError>> {
    let rest = html.strip_prefix("<span")?.trim_start_matches(is_space).strip_prefix("lang=")?;
    let quote = rest.chars().next().filter(|char| matches!(char, '"' | '\''))?;
    let (tag, end) = rest[1..].split_once(quote)?;
    (end.trim_matches(is_space) == ">").then(|| tag.parse())
}

fn is_space(char: char) -> bool {
    matches!(char, ' ' | '\t' | '\n')
}

/// Whether it ends a `<span>`.
pub(super) fn is_span_end(html: &str) -> bool {
    html == "</span>"
}

/// The anchor of which a comment prints the page number: `<!-- page: intake -->`. Words may follow the comment.
pub(super) fn page_of(html: &str) -> Option<&str> {
    let comment = html.trim().strip_prefix("<!--")?.trim_start().strip_prefix("page:")?;
    comment.split_once("-->").map(|(anchor, _)| anchor.trim())
}
