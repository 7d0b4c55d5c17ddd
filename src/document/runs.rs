use super::field_hint::FieldHint;
use super::model::{Emphasis, Scale, TextStyle};
use super::written::WrittenBlank;
use crate::base::diagnostic::{Diagnostic, Diagnostics};
use crate::base::source::{SourceId, Span};
use crate::base::unit::Language;

/// Running text as it is read: words with their looks, and the marks between them that become boxes and blanks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Run {
    Text {
        text: String,
        style: TextStyle,
        lang: Option<Language>,
        link: Option<String>,
        span: Span,
    },
    Break,
    /// The number of the page on which an anchor is.
    PageNumber {
        anchor: String,
        style: TextStyle,
        span: Span,
    },
    /// A line with a tick for each of these values, and its place.
    Scale(Scale, Span),
    /// A bar with a part for each of these counts, and its place.
    Bars(Vec<u32>, Span),
    /// A box to tick, whether it is ticked, and its place.
    Box(bool, Span),
    /// A blank, as many bytes long as it is written.
    Blank(Span),
    /// What follows is named after this anchor.
    Anchor(String),
    /// The next field is named after this hint.
    Hint(FieldHint),
}

/// What is open just now: how deep the emphasis is, and the languages of the words.
#[derive(Clone, Debug, Default)]
pub(super) struct Open {
    pub(super) emphasis: usize,
    pub(super) strong: usize,
    pub(super) struck: usize,
    /// Each inside the one before, with the place where it begins. One that is not valid leaves the language as it was.
    pub(super) languages: Vec<(Option<Language>, Span)>,
}

impl Open {
    pub(super) fn style(&self) -> TextStyle {
        let emphasis = match (self.strong > 0, self.emphasis > 0) {
            (true, true) => Emphasis::Both,
            (true, false) => Emphasis::Strong,
            (false, true) => Emphasis::Emphasis,
            (false, false) => Emphasis::Plain,
        };
        TextStyle { emphasis, code: false, struck: self.struck > 0 }
    }

    /// The language of the words, if it is not that of the document.
    pub(super) fn language(&self) -> Option<&Language> {
        self.languages.last().and_then(|(language, _)| language.as_ref())
    }

    /// How words look and what they are in, if they lead there.
    pub(super) fn words<'o>(&'o self, link: Option<&'o str>) -> WordsIn<'o> {
        WordsIn { style: self.style(), lang: self.language(), link }
    }
}

/// How words look, their language, and where they lead.
#[derive(Clone, Copy, Debug)]
pub(super) struct WordsIn<'o> {
    pub(super) style: TextStyle,
    pub(super) lang: Option<&'o Language>,
    pub(super) link: Option<&'o str>,
}

/// Words that follow each other in the source and may hold marks.
#[derive(Default)]
pub(super) struct Words {
    text: String,
    span: Option<Span>,
    is_escaped: bool,
}

impl Words {
    pub(super) fn goes_on_at(&self, span: &Span) -> bool {
        self.span.as_ref().is_none_or(|before| before.bytes.end == span.bytes.start)
    }

    pub(super) fn push(&mut self, text: &str, span: &Span, is_escaped: bool) {
        self.text.push_str(text);
        if let Some(before) = &mut self.span {
            before.bytes.end = span.bytes.end;
        } else {
            self.span = Some(span.clone());
            self.is_escaped = is_escaped;
        }
    }

    pub(super) fn flush(&mut self, runs: &mut Vec<Run>, words_in: WordsIn<'_>) {
        let Self { text, span, is_escaped } = std::mem::take(self);
        if let Some(span) = span {
            push_words(runs, &text, words_in, &span, is_escaped);
        }
    }
}

/// Adds words, joined to those before them where they look the same.
pub(super) fn push_text(
    runs: &mut Vec<Run>,
    words: &str,
    WordsIn { style, lang, link }: WordsIn<'_>,
    span: Span,
) {
    if words.is_empty() {
        return;
    }
    if let Some(Run::Text { text, style: last, lang: spoken, link: same, span: before }) =
        runs.last_mut()
        && *last == style
        && spoken.as_ref() == lang
        && same.as_deref() == link
    {
        text.push_str(words);
        before.bytes.end = span.bytes.end;
        return;
    }
    let (lang, link) = (lang.cloned(), link.map(str::to_owned));
    runs.push(Run::Text { text: words.to_owned(), style, lang, link, span });
}

/// Splits words, as they stand in the source, at the boxes and blanks in them. A mark behind a backslash is a letter.
pub(super) fn push_words(
    runs: &mut Vec<Run>,
    words: &str,
    words_in: WordsIn<'_>,
    span: &Span,
    is_escaped: bool,
) {
    let mut start = 0;
    let mut at = 0;
    // Nothing but a bracket and a blank begins a mark, and both are ASCII.
    let may_begin = |byte: u8| byte == b'[' || byte == BLANK_BYTE;
    while let Some(next) = words.as_bytes()[at..].iter().position(|byte| may_begin(*byte)) {
        at += next;
        let escaped = at == 0 && is_escaped;
        let Some((mark, length)) = mark(&words[at..]).filter(|_| !escaped) else {
            at += 1;
            continue;
        };
        let here = |from: usize, to: usize| {
            Span::new(span.source, span.bytes.start + from..span.bytes.start + to)
        };
        push_text(runs, &words[start..at], words_in, here(start, at));
        runs.push(match mark {
            Mark::Box(ticked) => Run::Box(ticked, here(at, at + length)),
            Mark::Blank => Run::Blank(here(at, at + length)),
        });
        at += length;
        start = at;
    }
    let end = words.len();
    let bytes = span.bytes.start + start..span.bytes.start + end;
    push_text(runs, &words[start..], words_in, Span::new(span.source, bytes));
}

/// Stands for an underscore of a blank while Markdown is read, byte for byte: to Markdown, `(____) or (____)` is emphasis.
pub(super) const BLANK: char = '\u{1}';
const BLANK_BYTE: u8 = 1;

/// The same text with its blanks hidden from Markdown, these among them, whatever is written on them. Behind a backslash, underscores
/// are letters.
pub(super) fn mask(text: &str, blanks: &[WrittenBlank]) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut at = 0;
    for WrittenBlank { bytes, .. } in blanks {
        push_masked(&text[at..bytes.start], &mut masked);
        masked.extend(std::iter::repeat_n(BLANK, bytes.len()));
        at = bytes.end;
    }
    push_masked(&text[at..], &mut masked);
    with_line_feeds(masked)
}

/// A text of the same length in which no carriage return ends a line alone: the Markdown parser knows none.
fn with_line_feeds(text: String) -> String {
    if !text.contains('\r') {
        return text;
    }
    let mut ends = text.chars().peekable();
    let mut with_feeds = String::with_capacity(text.len());
    while let Some(char) = ends.next() {
        let is_alone = char == '\r' && ends.peek() != Some(&'\n');
        with_feeds.push(if is_alone { '\n' } else { char });
    }
    with_feeds
}

fn push_masked(text: &str, masked: &mut String) {
    let mut rest = text;
    while let Some(start) = rest.find("____") {
        let (before, run) = rest.split_at(start);
        let length = run.bytes().take_while(|&byte| byte == b'_').count();
        masked.push_str(&before.replace(BLANK, " "));
        let is_escaped = before.bytes().rev().take_while(|&byte| byte == b'\\').count() % 2 == 1;
        let sign = if is_escaped { '_' } else { BLANK };
        masked.extend(std::iter::repeat_n(sign, length));
        rest = &run[length..];
    }
    masked.push_str(&rest.replace(BLANK, " "));
}

/// A text in which blanks have no meaning, as it was written.
pub(super) fn unmask(text: &str) -> String {
    if text.contains(BLANK) { text.replace(BLANK, "_") } else { text.to_owned() }
}

/// What is to be filled in.
enum Mark {
    /// A box, and whether it is ticked.
    Box(bool),
    Blank,
}

/// The mark with which a text begins, if it does, and its length.
fn mark(text: &str) -> Option<(Mark, usize)> {
    for (written, ticked) in [("[ ]", false), ("[x]", true), ("[X]", true)] {
        if text.starts_with(written) {
            return Some((Mark::Box(ticked), written.len()));
        }
    }
    let underscores = text.chars().take_while(|&char| char == BLANK).count();
    (underscores > 0).then_some((Mark::Blank, underscores))
}

/// Warns of the one control character that is lost, because it marks blanks while Markdown is read.
pub(super) fn warn_of_blanks_sign(
    body: &str,
    (id, start): (SourceId, usize),
    diagnostics: &mut Diagnostics,
) {
    if let Some(at) = body.find(BLANK) {
        let message = "the control character U+0001 cannot be printed; a space is printed instead";
        let place = Span::new(id, start + at..start + at + 1);
        let warning = Diagnostic::warning("control-character", message).at(place);
        diagnostics.push(warning.help("remove every occurrence"));
    }
}
