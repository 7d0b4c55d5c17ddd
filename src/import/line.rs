/// A line of a pack, without the marks that say what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Line<'t> {
    /// Nothing, or a line drawn across the page.
    Blank,
    /// An item of a list.
    Item(&'t str),
    /// Something with a number before it, and whether it stands out: as a heading, in bold, or as `Question 7`.
    Numbered(u32, &'t str, bool),
    /// What the list below it holds, and what stands on the same line.
    Label(Label, &'t str, &'t str),
    /// Anything else.
    Plain(&'t str),
}

/// What a list holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    Rubric,
    FollowUp,
    Probes,
    WatchFor,
}

/// How the lines above lists begin, in lower case.
const LABELS: [(Label, &[&str]); 4] = [
    (
        Label::Rubric,
        &[
            "strong answer",
            "a strong answer",
            "strong candidates",
            "good answer",
            "a good answer",
            "rubric",
            "listen for",
            "what to listen for",
            "look for",
            "what to look for",
        ],
    ),
    (Label::FollowUp, &["follow-up", "follow up"]),
    (Label::Probes, &["probe", "probing question"]),
    (Label::WatchFor, &["watch for", "red flag", "warning sign", "weak answer"]),
];

const BULLETS: [char; 9] = ['•', '‣', '◦', '▪', '●', '–', '-', '*', '+'];

impl<'t> Line<'t> {
    pub(super) fn of(written: &'t str) -> Self {
        let text = written.trim();
        if text.chars().all(|char| matches!(char, '-' | '*' | '_' | '=' | ' ')) {
            return Self::Blank;
        }
        if let Some(item) = item(text) {
            return Self::Item(item);
        }
        let stands_out = !text.starts_with(|char: char| char.is_ascii_digit());
        let text = bare(text);
        if let Some((number, text)) = numbered(text) {
            return Self::Numbered(number, bare(text), stands_out);
        }
        match label(text) {
            Some((label, name, rest)) => Self::Label(label, name, rest),
            None => Self::Plain(text),
        }
    }
}

/// How far a line is set in, in characters.
pub(super) fn indent(written: &str) -> usize {
    written.chars().take_while(|char| char.is_whitespace()).count()
}

/// The words of an item, behind its bullet and its box.
fn item(text: &str) -> Option<&str> {
    let rest = text.strip_prefix(BULLETS)?;
    // A hyphen that is part of the word behind it is no bullet; a real bullet may stand close.
    let is_close = !rest.starts_with(char::is_whitespace);
    if is_close && text.starts_with(['–', '-', '*', '+']) {
        return None;
    }
    let rest = rest.trim_start();
    let boxed = ["[ ] ", "[x] ", "[X] "].iter().find_map(|mark| rest.strip_prefix(mark));
    Some(boxed.unwrap_or(rest).trim())
}

/// A text without the marks of a heading, or of emphasis around the whole of it.
fn bare(text: &str) -> &str {
    let text = text.trim_start_matches('#').trim();
    for mark in ["**", "__", "*", "_"] {
        let inner = text.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark));
        if let Some(inner) = inner.filter(|inner| !inner.contains(mark)) {
            return inner.trim();
        }
    }
    text
}

/// `7. text`, `7) text`, `Q7: text` or `Question 7: text`.
fn numbered(text: &str) -> Option<(u32, &str)> {
    let text = text.strip_prefix("**").unwrap_or(text);
    let after_word = ["Question ", "QUESTION ", "question ", "Q"];
    let rest = after_word.iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let number = rest[..digits].parse().ok()?;
    let rest = rest[digits..].trim_start_matches('\\').strip_prefix(['.', ')', ':'])?;
    let rest = rest.strip_prefix("**").unwrap_or(rest);
    (rest.starts_with(char::is_whitespace) && !rest.trim().is_empty())
        .then(|| (number, rest.trim()))
}

/// A line that says what the list below it holds, its name, and what stands behind its colon.
fn label(text: &str) -> Option<(Label, &str, &str)> {
    let (name, rest) = text.split_once(':').unwrap_or((text, ""));
    let name = name.trim_matches(|char: char| matches!(char, '*' | '_') || char.is_whitespace());
    let rest = rest.trim_matches(|char: char| matches!(char, '*' | '_') || char.is_whitespace());
    let lower = name.to_lowercase();
    let found = LABELS.iter().find(|(_, begins)| begins.iter().any(|it| lower.starts_with(it)));
    // A sentence that happens to begin so is no label.
    let is_short = name.split_whitespace().count() <= 8 && !name.ends_with(['.', '?', '!']);
    found.filter(|_| is_short).map(|(label, _)| (*label, name, rest))
}
