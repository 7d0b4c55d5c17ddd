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

/// A text in which phrases are looked for.
pub(super) struct Searchable {
    /// Its words in lower case, with a space behind each.
    words: String,
    /// Where each word begins, in the order of what stands from there on.
    starts: Vec<usize>,
    /// A bit for each pair of bytes with which a word begins; several pairs share one. Most phrases begin as no word does.
    beginnings: [u64; 4],
}

impl Searchable {
    pub(super) fn new(text: &str) -> Self {
        let (mut all, mut starts) = (String::with_capacity(text.len() + 1), Vec::new());
        for word in words(&lower(text)) {
            starts.push(all.len());
            all.push_str(word);
            all.push(' ');
        }
        starts.sort_unstable_by(|one, other| all[*one..].cmp(&all[*other..]));
        let mut beginnings = [0; 4];
        for start in &starts {
            if let Some((place, bit)) = beginning(&all[*start..]) {
                beginnings[place] |= bit;
            }
        }
        Self { words: all, starts, beginnings }
    }

    /// Whether it has a phrase; one that ends with `*` is the beginning of a word.
    pub(super) fn holds(&self, phrase: &str) -> bool {
        let (begins, is_word) = match phrase.strip_suffix('*') {
            Some(beginning) => (beginning, false),
            None => (phrase, true),
        };
        if beginning(begins).is_some_and(|(place, bit)| self.beginnings[place] & bit == 0) {
            return false;
        }
        let first = self.starts.partition_point(|start| &self.words[*start..] < begins);
        let rest = self.starts.get(first).and_then(|at| self.words[*at..].strip_prefix(begins));
        // No character of a word comes before a space, so where the phrase ends a word is first.
        rest.is_some_and(|rest| !is_word || rest.starts_with(' '))
    }

    /// The first of some phrases that it has.
    pub(super) fn find(&self, phrases: &[&'static str]) -> Option<&'static str> {
        phrases.iter().copied().find(|phrase| self.holds(phrase))
    }
}

/// The place of the bit of the first two bytes of a text.
fn beginning(text: &str) -> Option<(usize, u64)> {
    let [first, second, ..] = text.as_bytes() else { return None };
    let bit = first.wrapping_mul(31).wrapping_add(*second);
    Some((usize::from(bit >> 6), 1 << (bit & 63)))
}

/// The first of some phrases that a text has.
pub(super) fn find(text: &str, phrases: &[&'static str]) -> Option<&'static str> {
    Searchable::new(text).find(phrases)
}
