use super::label::{Kind, Label, label};

/// What a line is, as far as its own marks say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Mark<'t> {
    /// Nothing.
    Blank,
    /// A line drawn across the page, or under a heading.
    Rule,
    /// An item of a list; empty where its text is on the next line.
    Item(&'t str),
    /// Something with a number before it.
    Numbered(Number<'t>),
    /// What the list below it holds.
    Label(Label<'t>),
    /// An entry of a table of contents: a link into the page, or a text that leads to a page number.
    Contents,
    /// The address of a link, alone.
    Link,
    /// Nothing but tags or a fence.
    Markup,
    /// A row of a table.
    Row,
    /// Anything else.
    Plain,
}

/// `7. text`, `7) text`, `3.2 text`, `Q7: text` or `Question 7`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Number<'t> {
    /// The number and those behind its dots; empty for `Question: text`.
    pub(super) path: Vec<u32>,
    /// What is behind it; may be empty.
    pub(super) text: &'t str,
    /// Whether a word such as `Question` is before it.
    pub(super) has_word: bool,
}

/// A line without the marks that say what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shape<'t> {
    pub(super) mark: Mark<'t>,
    /// The level of a heading, from 1.
    pub(super) heading: Option<usize>,
    /// Whether all of it is in bold.
    pub(super) is_bold: bool,
    /// Its text without the marks of a heading or of emphasis, and without a number.
    pub(super) text: &'t str,
}

/// Bullets that stand for nothing else. The last ones are those of symbol fonts, as PDFs have them.
const BULLETS: [char; 40] = [
    '•', '‣', '◦', '▪', '▫', '■', '□', '●', '○', '◆', '◇', '▸', '▹', '►', '▶', '➢', '➤', '❖', '✓',
    '✔', '✗', '✘', '✅', '❌', '☐', '☑', '☒', '❏', '❑', '❒', '∙', '⁃', '➔', '\u{F0B7}', '\u{F0A7}',
    '\u{F0D8}', '\u{F0FC}', '\u{F06F}', '\u{F071}', '\u{F0A8}',
];
/// Bullets only if a space follows.
const SPACED: [char; 11] = ['–', '—', '-', '*', '+', '·', '§', '»', '→', '➜', '\u{FFFD}'];
const BOXES: [&str; 10] = ["[ ]", "[x]", "[X]", "[]", "( )", "☐", "☑", "☒", "□", "▢"];
/// Words before the number of a question, in lower case.
const WORDS: [&str; 11] = [
    "question",
    "q",
    "frage",
    "pregunta",
    "domanda",
    "pergunta",
    "questão",
    "vraag",
    "fråga",
    "spørgsmål",
    "вопрос",
];
const TAGS: [&str; 38] = [
    "a",
    "b",
    "i",
    "u",
    "p",
    "br",
    "hr",
    "em",
    "strong",
    "small",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "div",
    "span",
    "details",
    "summary",
    "table",
    "thead",
    "tbody",
    "tr",
    "td",
    "th",
    "blockquote",
    "section",
    "article",
    "img",
    "pre",
    "code",
];

impl<'t> Shape<'t> {
    /// What a line is. `may_be_o` says that a lone `o` is a bullet, and not a word of the language.
    pub(super) fn of(written: &'t str, may_be_o: bool) -> Self {
        let shape = |mark, text| Self { mark, heading: None, is_bold: false, text };
        if written.is_empty() {
            return shape(Mark::Blank, written);
        }
        if written.starts_with("```") || (written.starts_with("~~~") && !is_rule(written)) {
            return shape(Mark::Markup, written);
        }
        if is_markup(written) {
            return shape(Mark::Markup, written);
        }
        let (text, tag_level) = without_tags(written);
        let (text, star_level) = without_stars(text);
        let tag_level = tag_level.or(star_level);
        if is_rule(text) {
            return shape(Mark::Rule, text);
        }
        if text.len() > 1 && text.starts_with('|') && text.ends_with('|') {
            return shape(Mark::Row, text);
        }
        if tag_level.is_none()
            && let Some(item) = item(text, may_be_o)
        {
            let words = without_hints(item);
            return shape(of_item(words, words.len() < item.len()), words);
        }
        let (text, heading) = without_hashes(text);
        let heading = heading.or(tag_level);
        let (text, is_bold) = bare(text);
        let stands_out = heading.is_some() || is_bold;
        if let Some(number) = number(text, stands_out) {
            let text = number.text;
            let mark = unless_elsewhere(text, Mark::Numbered(number));
            return Self { mark, heading, is_bold, text };
        }
        let mark = match label(text) {
            Some(label) => Mark::Label(label),
            None => unless_elsewhere(text, Mark::Plain),
        };
        Self { mark, heading, is_bold, text }
    }

    /// Whether it stands out from running text.
    pub(super) fn stands_out(&self) -> bool {
        self.heading.is_some() || self.is_bold
    }

    /// Whether it asks something.
    pub(super) fn asks(&self) -> bool {
        asks(self.text)
    }
}

/// Whether a text ends with a question mark.
pub(super) fn asks(text: &str) -> bool {
    let text = text.trim_end_matches(['*', '_', '"', '”', '’', '»', ')', ' ', '\u{A0}']);
    text.ends_with(['?', '？', '؟', '\u{37E}'])
}

/// An item that is something else after all: a label with a colon, or an entry of a table of contents. In a guide, the label of a
/// follow-up has a box, and so a hint that names its field.
fn of_item(item: &str, has_hint: bool) -> Mark<'_> {
    let (text, is_bold) = bare(item);
    let is_label = |label: &Label<'_>| {
        let is_of_guide = has_hint && is_bold && label.kind == Kind::FollowUp;
        is_of_guide || (label.has_colon && label.is_usual)
    };
    if let Some(label) = label(text).filter(is_label) {
        return Mark::Label(label);
    }
    if let Some(number) = number(text, false).filter(|number| number.has_word && asks(number.text))
    {
        return unless_elsewhere(number.text, Mark::Numbered(number.clone()));
    }
    unless_elsewhere(item, Mark::Item(item))
}

/// What a line is whose words are elsewhere: in a table of contents, or behind a link.
fn unless_elsewhere<'t>(text: &str, mark: Mark<'t>) -> Mark<'t> {
    let is_address =
        ["http://", "https://", "file://", "mailto:"].iter().any(|it| text.starts_with(it));
    if is_address && !text.contains(char::is_whitespace) {
        Mark::Link
    } else if leads_into_page(text) || has_leader(text) {
        Mark::Contents
    } else {
        mark
    }
}

/// Whether a text is a link into the page, as Markdown or as reStructuredText writes it.
pub(super) fn leads_into_page(text: &str) -> bool {
    (text.starts_with('[') && text.ends_with(')') && text.contains("](#"))
        || (text.starts_with('`') && text.ends_with(">`__") && text.contains(" <#"))
}

/// Whether a text leads to a page number by dots, or by a wide gap behind a question.
fn has_leader(text: &str) -> bool {
    let before = text.trim_end_matches(|char: char| char.is_ascii_digit());
    if before.len() == text.len() || text.len() - before.len() > 4 {
        return false;
    }
    let is_dot = |char: char| matches!(char, '.' | '…' | '·' | '_' | '‧') || char.is_whitespace();
    let words = before.trim_end_matches(is_dot);
    let leader = &before[words.len()..];
    let dots: usize = leader
        .chars()
        .map(|char| if char == '…' { 2 } else { usize::from(!char.is_whitespace()) })
        .sum();
    !words.is_empty() && (dots >= 3 || (dots <= 1 && leader.chars().count() > 3))
}

/// Whether a text is nothing but tags and comments.
fn is_markup(text: &str) -> bool {
    let mut rest = text;
    while let Some((_, behind)) = opening(rest) {
        rest = behind.trim_start();
    }
    rest.is_empty()
}

/// The words of an item without the comments before them, which name form fields.
fn without_hints(item: &str) -> &str {
    let mut rest = item;
    while let Some(("", behind)) = opening(rest) {
        rest = behind.trim_start();
    }
    rest
}

/// A text without the HTML tags around it, and the level of the heading that they make. A tag that a sentence begins or ends with may be
/// what the sentence is about: it stays, unless it is closed at the other end, or text is close behind it.
fn without_tags(text: &str) -> (&str, Option<usize>) {
    let (mut rest, mut level) = (text, None);
    loop {
        let end = rest.rfind('<').filter(|_| rest.ends_with('>'));
        let last = end.map(|start| (start, rest[start..].to_ascii_lowercase()));
        if let Some((start, _)) =
            last.as_ref().filter(|(_, tag)| matches!(tag.as_str(), "<br>" | "<br/>" | "<br />"))
        {
            rest = rest[..*start].trim_end();
            continue;
        }
        let Some((tag, behind)) = opening(rest).filter(|(tag, _)| !tag.is_empty()) else { break };
        let tag = tag.to_ascii_lowercase();
        let closed = last.filter(|(_, last)| *last == format!("</{tag}>"));
        let end = closed.map(|(start, _)| start.saturating_sub(rest.len() - behind.len()));
        if end.is_none() && behind.starts_with(char::is_whitespace) {
            break;
        }
        level = level.or_else(|| tag.strip_prefix('h').and_then(|it| it.parse().ok()));
        rest = behind[..end.unwrap_or(behind.len())].trim();
    }
    (rest, level)
}

/// A tag or a comment at the beginning of a text: its name, and what is behind it.
fn opening(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix('<')?;
    if let Some(comment) = inner.strip_prefix("!--") {
        let end = comment.find("-->")?;
        return Some(("", &comment[end + 3..]));
    }
    let (inside, behind) = inner.split_once('>')?;
    let name = inside.trim_start_matches('/');
    let name = name.split(|char: char| !char.is_ascii_alphanumeric()).next()?;
    TAGS.iter().any(|tag| tag.eq_ignore_ascii_case(name)).then_some((name, behind))
}

/// A line that is drawn, and holds no words.
fn is_rule(text: &str) -> bool {
    let is_drawn = |char: char| {
        matches!(char, '-' | '*' | '_' | '=' | '~' | '–' | '—' | '─' | '━' | '═' | '.' | ' ' | '\t')
    };
    text.chars().filter(|char| !char.is_whitespace()).count() >= 2 && text.chars().all(is_drawn)
}

/// `** 1. text` or `** text **`, a heading as some programs write it; a nested item is neither.
fn without_stars(text: &str) -> (&str, Option<usize>) {
    let rest = text.trim_start_matches('*');
    let level = text.len() - rest.len();
    if !(2..=6).contains(&level) || !rest.starts_with(char::is_whitespace) {
        return (text, None);
    }
    match rest.strip_suffix(&text[..level]) {
        Some(inner) if inner.ends_with(char::is_whitespace) && !inner.trim().is_empty() => {
            (inner.trim(), Some(level))
        }
        _ if number(rest.trim(), false).is_some() => (rest.trim(), Some(level)),
        _ => (text, None),
    }
}

/// A text without the hashes and the attributes of a heading, and its level.
fn without_hashes(text: &str) -> (&str, Option<usize>) {
    let mark = if text.starts_with('=') { '=' } else { '#' };
    let rest = text.trim_start_matches(mark);
    let level = text.len() - rest.len();
    if level == 0
        || level > 6
        || !(rest.starts_with(char::is_whitespace) || rest.starts_with(['*', '_']))
    {
        return (text, None);
    }
    let rest = rest.trim().trim_end_matches(mark).trim_end();
    let attributes = rest.strip_suffix('}').and_then(|rest| rest.rsplit_once(" {"));
    let text = match attributes {
        Some((text, inside)) if inside.starts_with(['#', '.']) => text.trim_end(),
        _ => rest,
    };
    (text, Some(level))
}

/// The words of an item, behind its bullet and its box; empty for a lone bullet.
fn item(text: &str, may_be_o: bool) -> Option<&str> {
    if let Some(boxed) = boxed(text) {
        return Some(boxed);
    }
    if let Some(rest) = text.strip_prefix(BULLETS) {
        let rest = rest.trim_start();
        return Some(boxed(rest).unwrap_or(rest));
    }
    let Some(rest) = text.strip_prefix(SPACED) else {
        return lettered(text).or_else(|| o(text, may_be_o));
    };
    // `** text` is an item of a list in a list.
    let rest = if text.starts_with('*') { rest.trim_start_matches('*') } else { rest };
    // A hyphen that is part of the word behind it is no bullet.
    if !rest.is_empty() && !rest.starts_with(char::is_whitespace) {
        return None;
    }
    let rest = rest.trim_start();
    Some(boxed(rest).unwrap_or(rest))
}

/// What is behind a box to tick.
fn boxed(text: &str) -> Option<&str> {
    let rest = BOXES.iter().find_map(|mark| text.strip_prefix(mark))?;
    rest.starts_with(char::is_whitespace).then(|| rest.trim_start())
}

/// `a) text`, `b. text` or `(c) text`.
fn lettered(text: &str) -> Option<&str> {
    let (text, is_closed) = match text.strip_prefix('(') {
        Some(text) => (text, true),
        None => (text, false),
    };
    let rest = text.strip_prefix(|char: char| char.is_ascii_lowercase())?;
    let rest = if is_closed { rest.strip_prefix(')') } else { rest.strip_prefix([')', '.']) }?;
    (rest.starts_with(char::is_whitespace) && !rest.trim().is_empty()).then(|| rest.trim_start())
}

/// `o text`, the bullet that word processors have for a list in a list.
fn o(text: &str, may_be_o: bool) -> Option<&str> {
    let rest = text.strip_prefix('o')?;
    let words = rest.trim_start();
    let is_far = rest.len() - words.len() > 1;
    let is_sentence = words.starts_with(char::is_uppercase);
    (rest.len() > words.len() && (is_far || is_sentence || may_be_o)).then_some(words)
}

/// A text without emphasis around the whole of it, and whether that is bold.
pub(super) fn bare(text: &str) -> (&str, bool) {
    for (mark, is_bold) in [("**", true), ("__", true), ("*", false), ("_", false)] {
        let inner = text.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark));
        if let Some(inner) = inner.filter(|inner| !inner.contains(mark) && !inner.trim().is_empty())
        {
            return (inner.trim(), is_bold);
        }
    }
    (text, false)
}

fn number(text: &str, stands_out: bool) -> Option<Number<'_>> {
    let marked = text.strip_prefix("**").or_else(|| text.strip_prefix("__"));
    let starts_bold = marked.is_some();
    let text = marked.unwrap_or(text);
    let word = WORDS.iter().find_map(|word| behind_word(text, word));
    let has_word = word.is_some();
    let rest =
        word.unwrap_or_else(|| text.strip_prefix(['#', '№', '(']).map_or(text, str::trim_start));
    let (path, rest) = path(rest)?;
    let rest = rest.trim_start_matches('\\').trim_start_matches("**");
    let spaced = if has_word { rest.trim_start() } else { rest };
    let behind = spaced.strip_prefix(['.', ')', ':', ']', '：', '．', '、']);
    let behind = behind.or_else(|| spaced.strip_prefix(['-', '–', '—']).filter(|_| has_word));
    let is_marked = behind.is_some();
    let behind = behind.unwrap_or(rest);
    let inner = behind.strip_prefix("**").or_else(|| behind.strip_prefix("__")).unwrap_or(behind);
    let is_apart =
        inner.is_empty() || inner.starts_with(char::is_whitespace) || inner.len() < behind.len();
    // `**3. text** more`: what closes behind the number's own opening.
    let words = inner.trim();
    let words = if starts_bold && inner.len() == behind.len() {
        words.strip_suffix("**").or_else(|| words.strip_suffix("__")).unwrap_or(words)
    } else {
        words
    };
    let (words, _) = bare(words);
    let is_number = match (path.len(), has_word) {
        (0, true) => is_marked && !words.is_empty(),
        (0, false) => false,
        (1, false) => is_marked || (stands_out && asks(words)),
        (_, false) => is_marked || !words.is_empty(),
        (_, true) => is_marked || words.is_empty() || stands_out || asks(words),
    };
    (is_apart && is_number).then_some(Number { path, text: words, has_word })
}

/// What is behind a word such as `Question`, before the number.
fn behind_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let length = text.char_indices().nth(word.chars().count()).map_or(text.len(), |(at, _)| at);
    let (begins, rest) = text.split_at(length);
    if begins.to_lowercase() != word {
        return None;
    }
    let trimmed = rest.trim_start_matches(['.', ' ', '\t', '\u{A0}', '#', '№']);
    let is_number = trimmed.starts_with(|char: char| char.is_ascii_digit());
    if is_number { Some(trimmed) } else { rest.starts_with(':').then_some(rest) }
}

/// The numbers at the beginning of a text, and what is behind them.
fn path(text: &str) -> Option<(Vec<u32>, &str)> {
    let (mut path, mut rest) = (Vec::new(), text);
    loop {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 {
            return Some((path, rest));
        }
        path.push(rest[..digits].parse().ok()?);
        rest = &rest[digits..];
        match rest
            .strip_prefix('.')
            .filter(|more| more.starts_with(|char: char| char.is_ascii_digit()))
        {
            Some(more) => rest = more,
            None => return Some((path, rest)),
        }
    }
}
