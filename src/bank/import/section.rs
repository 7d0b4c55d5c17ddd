use super::label::Kind;

/// The most words of a line that is above a list.
const MAX_HEADING_WORDS: usize = 10;

/// Words, and the lines in which they are.
#[derive(Clone, Debug, Default)]
pub(super) struct Text {
    pub(super) words: String,
    pub(super) lines: Vec<usize>,
}

/// What is above a list.
#[derive(Clone, Debug)]
pub(super) enum Head {
    /// Nothing.
    None,
    /// Words that are known, and whether they say no more than what kind of list it is.
    Known { kind: Kind, name: Text, is_usual: bool },
    /// A short line of which only its place says that it is about the list.
    Unknown(Text),
}

/// A list, with what is above it.
#[derive(Clone, Debug)]
pub(super) struct Block {
    pub(super) head: Head,
    pub(super) items: Vec<Text>,
    /// How far its first item is set in.
    pub(super) indent: usize,
    /// Whether its items have numbers.
    pub(super) is_numbered: bool,
    /// Whether its first item is on the line of its head: several may, with dots between them.
    pub(super) is_inline: bool,
    /// Whether its items have no marks at all.
    pub(super) is_paragraphs: bool,
}

/// A question with all that is below it, up to the next one. The first section has no question: it is what is before.
#[derive(Clone, Debug, Default)]
pub(super) struct Section {
    pub(super) ask: Text,
    /// The number, and those behind its dots.
    pub(super) path: Vec<u32>,
    /// How far its number is set in.
    pub(super) indent: usize,
    /// The level of its heading, where it is one.
    pub(super) heading: Option<usize>,
    pub(super) blocks: Vec<Block>,
    /// Lines before the first question that are in no list, and whether each is a heading.
    pub(super) loose: Vec<(Text, bool)>,
    /// Whether it is an entry of a table of contents.
    pub(super) is_contents: bool,
}

impl Text {
    pub(super) fn new(words: String, line: usize) -> Self {
        Self { words, lines: vec![line] }
    }

    /// Goes on with words of the next line. Whether a word was broken at the end of the line is not certain where it says so.
    pub(super) fn go_on(&mut self, more: &str, line: usize) -> bool {
        self.lines.push(line);
        let first = more.chars().next();
        let mut last = self.words.chars().rev();
        let (end, before) = (last.next(), last.next());
        let is_lower = first.is_some_and(char::is_lowercase);
        let is_broken = end == Some('-') && before.is_some_and(char::is_alphabetic) && is_lower;
        if end == Some('\u{AD}') {
            self.words.pop();
        } else if !(is_broken || end.is_some_and(is_wide) && first.is_some_and(is_wide)) {
            self.words.push(' ');
        }
        self.words.push_str(more);
        is_broken
    }
}

impl Block {
    pub(super) fn new(head: Head, indent: usize) -> Self {
        Self {
            head,
            items: Vec::new(),
            indent,
            is_numbered: false,
            is_inline: false,
            is_paragraphs: false,
        }
    }

    /// Its items, with items on one line split.
    pub(super) fn split_items(self) -> Vec<Text> {
        let part = |text: Text| -> Vec<Text> {
            let words = text.words.split('·').map(str::trim).filter(|words| !words.is_empty());
            words.map(|words| Text { words: words.to_owned(), lines: text.lines.clone() }).collect()
        };
        if !self.is_inline || self.is(Kind::FollowUp) {
            return self.items;
        }
        let mut items = self.items.into_iter();
        let first = items.next().map_or(Vec::new(), part);
        first.into_iter().chain(items).collect()
    }

    /// Whether its head is known to be above a list of this kind.
    pub(super) fn is(&self, kind: Kind) -> bool {
        matches!(self.head, Head::Known { kind: known, .. } if known == kind)
    }
}

impl Section {
    /// Whether anything is below the question.
    pub(super) fn is_bare(&self) -> bool {
        self.blocks.iter().all(|block| block.items.is_empty())
    }
}

/// Whether a character is of a script that has no spaces between words.
fn is_wide(char: char) -> bool {
    matches!(char, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Whether a text ends as a sentence does.
pub(super) fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(['"', '”', '’', '»', ')', '*', '_', ' ']);
    text.ends_with(['.', '?', '!', '…', '。', '？', '！', '؟', '।'])
}

/// Whether a text can be above a list and say what is in it.
pub(super) fn is_head(text: &Text) -> bool {
    let is_short = text.words.split_whitespace().count() <= MAX_HEADING_WORDS;
    text.lines.len() <= 2 && is_short && !ends_sentence(&text.words)
}

/// The number with which a heading such as `People questions (6)` ends.
pub(super) fn count_at_end(text: &str) -> Option<usize> {
    let (words, count) = text.strip_suffix(')')?.rsplit_once('(')?;
    words.to_lowercase().contains("question").then(|| count.trim().parse().ok())?
}
