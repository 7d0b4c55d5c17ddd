//! What the rules need to know of a text: its sentences, its words, and those words that carry its meaning.

use std::collections::BTreeSet;

/// Words that are in nearly every question, and say nothing of what it is about, in order.
const COMMON: [&str; 74] = [
    "a", "about", "after", "all", "an", "and", "any", "are", "as", "at", "be", "been", "before",
    "but", "by", "can", "could", "describe", "did", "do", "does", "each", "every", "for", "from",
    "give", "had", "has", "have", "how", "i", "if", "in", "into", "is", "it", "its", "last", "me",
    "of", "on", "one", "or", "our", "should", "so", "such", "tell", "than", "that", "the", "their",
    "them", "then", "there", "these", "they", "this", "time", "to", "was", "we", "were", "what",
    "when", "which", "who", "why", "will", "with", "would", "you", "your", "yours",
];

/// The sentences of a text, with the signs that end them.
pub(super) fn sentences(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, char)) = chars.next() {
        let is_last = chars.peek().is_none_or(|(_, next)| next.is_whitespace());
        if matches!(char, '.' | '?' | '!' | '？' | '。' | '؟') && is_last {
            let end = at + char.len_utf8();
            sentences.push(text[start..end].trim());
            start = end;
        }
    }
    let rest = text[start..].trim();
    if !rest.is_empty() {
        sentences.push(rest);
    }
    sentences
}

/// Whether a sentence ends as a question does.
pub(super) fn is_question(sentence: &str) -> bool {
    sentence.ends_with(['?', '？', '؟'])
}

/// A text in lower case, with one kind of apostrophe.
pub(super) fn lower(text: &str) -> String {
    let lower = text.to_lowercase();
    if lower.contains('’') { lower.replace('’', "'") } else { lower }
}

/// The words of a text in lower case. An apostrophe is part of a word.
pub(super) fn words(lower: &str) -> impl Iterator<Item = &str> {
    let words = lower.split(|char: char| !char.is_alphanumeric() && char != '\'');
    words.map(|word| word.trim_matches('\'')).filter(|it| !it.is_empty())
}

/// The words of a text that carry its meaning, in the singular.
pub(super) fn content(text: &str) -> BTreeSet<String> {
    debug_assert!(COMMON.is_sorted(), "they are looked for by halves");
    let lower = lower(text);
    let words = words(&lower).filter(|word| COMMON.binary_search(word).is_err());
    words.map(|word| singular(word).to_owned()).collect()
}

fn singular(word: &str) -> &str {
    match word.strip_suffix('s') {
        Some(one) if word.len() > 3 && !one.ends_with('s') => one,
        _ => word,
    }
}

/// How much two sets, each in order, have in common: 1 where they are the same, 0 where they share nothing (Jaccard's index).
pub(super) fn likeness<T: Ord>(one: &[T], other: &[T]) -> f64 {
    let (mut left, mut right, mut shared) = (0, 0, 0);
    while let (Some(a), Some(b)) = (one.get(left), other.get(right)) {
        let order = a.cmp(b);
        shared += usize::from(order.is_eq());
        left += usize::from(order.is_le());
        right += usize::from(order.is_ge());
    }
    let all = one.len() + other.len() - shared;
    let count = |number: usize| f64::from(u32::try_from(number).unwrap_or(u32::MAX));
    if all == 0 { 1.0 } else { count(shared) / count(all) }
}

/// The words of a text in lower case, with a space before and after each: texts that say the same are the same.
pub(super) fn normalized(text: &str) -> String {
    let lower = lower(text);
    format!(" {} ", words(&lower).collect::<Vec<_>>().join(" "))
}

/// A phrase that is looked for.
#[derive(Clone, Copy)]
pub(super) struct Phrase {
    text: &'static str,
    /// Whether it ends with a word, and not within one.
    is_word: bool,
    /// The number of its beginning; several beginnings share one. `None` if it is too short to have one.
    beginning: Option<u16>,
}

/// Phrases as they are looked for; one that ends with `*` is the beginning of a word.
pub(super) const fn phrases<const N: usize>(texts: [&'static str; N]) -> [Phrase; N] {
    let mut phrases = [Phrase { text: "", is_word: true, beginning: None }; N];
    let mut index = 0;
    while index < N {
        phrases[index] = Phrase::new(texts[index]);
        index += 1;
    }
    phrases
}

impl Phrase {
    const fn new(text: &'static str) -> Self {
        let (begins, star) = text.split_at(text.len() - 1);
        let is_word = !matches!(star.as_bytes(), b"*");
        let text = if is_word { text } else { begins };
        let beginning = match text.as_bytes() {
            [one, two, three] if is_word => Some(number([*one, *two, *three, b' '])),
            bytes => match bytes.first_chunk() {
                Some(first) => Some(number(*first)),
                None => None,
            },
        };
        Self { text, is_word, beginning }
    }
}

/// How many numbers of beginnings there are.
const BEGINNINGS: usize = 1024;

/// The number of a beginning: spread by the golden ratio (Knuth, The Art of Computer Programming, volume 3, 6.4).
const fn number(beginning: [u8; 4]) -> u16 {
    let [_, _, high, low] =
        (u32::from_be_bytes(beginning).wrapping_mul(0x9E37_79B9) >> 22).to_be_bytes();
    u16::from_be_bytes([high, low])
}

/// A text in which phrases are looked for.
pub(super) struct Searchable {
    /// Its words in lower case, with a space behind each.
    words: String,
    /// Where each word begins.
    starts: Vec<usize>,
    /// A bit for each number of what begins with a word. Most phrases begin as no word does.
    beginnings: [u64; BEGINNINGS / 64],
}

impl Searchable {
    pub(super) fn new(text: &str) -> Self {
        let (mut all, mut starts) = (String::with_capacity(text.len() + 1), Vec::new());
        for word in words(&lower(text)) {
            starts.push(all.len());
            all.push_str(word);
            all.push(' ');
        }
        let mut beginnings = [0; BEGINNINGS / 64];
        for start in &starts {
            if let Some(first) = all.as_bytes()[*start..].first_chunk() {
                let (place, bit) = place(number(*first));
                beginnings[place] |= bit;
            }
        }
        Self { words: all, starts, beginnings }
    }

    fn holds(&self, Phrase { text, is_word, beginning }: &Phrase) -> bool {
        let may_begin = |number: u16| {
            let (place, bit) = place(number);
            self.beginnings[place] & bit != 0
        };
        beginning.is_none_or(may_begin)
            && self.starts.iter().any(|start| {
                let rest = self.words[*start..].strip_prefix(text);
                rest.is_some_and(|rest| !is_word || rest.starts_with(' '))
            })
    }

    /// The first of some phrases that it has.
    pub(super) fn find(&self, phrases: &'static [Phrase]) -> Option<&'static str> {
        phrases.iter().find(|phrase| self.holds(phrase)).map(|phrase| phrase.text)
    }
}

/// Where the bit of a number is.
fn place(number: u16) -> (usize, u64) {
    (usize::from(number / 64), 1 << (number % 64))
}

/// The first of some phrases that a text has.
pub(super) fn find(text: &str, phrases: &'static [Phrase]) -> Option<&'static str> {
    Searchable::new(text).find(phrases)
}
