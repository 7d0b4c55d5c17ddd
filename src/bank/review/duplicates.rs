//! Questions that ask nearly the same.

use std::collections::{BTreeMap, BTreeSet};

use super::findings::Findings;
use super::words::{content, likeness, normalized};
use crate::bank::Rule;

/// From here on, two questions ask nearly the same: three words in five are common to both.
const ALIKE: f64 = 0.6;
/// With fewer words that count, likeness says little.
const MIN: usize = 3;

/// Names, for each question, the first one before it that asks nearly the same.
///
/// Two sets that are alike to a degree share one of their rarest words: only questions that do are compared (prefix filtering, Bayardo,
/// Ma and Srikant, “Scaling Up All Pairs Similarity Search”, 2007). So a bank of thousands of questions is looked through in the
/// time that it takes to read it.
pub(super) fn review(findings: &mut Findings<'_>) {
    let questions: Vec<_> = findings.questions().collect();
    let texts: Vec<BTreeSet<String>> = questions.iter().map(|(it, _)| content(&it.ask)).collect();
    let sets = by_rarity(&texts);
    let mut seen: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut short: BTreeMap<String, usize> = BTreeMap::new();
    for (index, set) in sets.iter().enumerate() {
        let is_short = set.len() < MIN;
        let rarest = if is_short { &[] } else { rarest(set) };
        let twin = if is_short {
            // Of few words, all must be the same, and the common ones with them.
            let first = *short.entry(normalized(&questions[index].0.ask)).or_insert(index);
            Some(first).filter(|&first| first < index)
        } else {
            let candidates = rarest.iter().filter_map(|word| seen.get(word)).flatten();
            let candidates: BTreeSet<usize> = candidates.copied().collect();
            let is_twin = |before: &usize| likeness(&sets[*before], set) >= ALIKE;
            candidates.into_iter().find(is_twin)
        };
        if let Some(before) = twin {
            let (question, spans) = questions[index];
            let other = questions[before].0;
            let message = format!("near-duplicate of `{}`", other.id);
            let advice = Rule::NearDuplicate.diagnostic(message).at(spans.ask.clone());
            let help = format!("`{}` asks: {}", other.id, other.ask);
            let advice =
                advice.help(help).help("keep the better one, or make the difference clear");
            findings.question((question, spans), Rule::NearDuplicate, advice);
            // Whatever is like this one is like its twin: one finding a question is enough.
            continue;
        }
        for word in rarest {
            seen.entry(*word).or_default().push(index);
        }
    }
}

/// Sets of words as sets of numbers, each in order: the rarer a word is, the smaller its number.
fn by_rarity(sets: &[BTreeSet<String>]) -> Vec<Vec<usize>> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for word in sets.iter().flatten() {
        *counts.entry(word).or_default() += 1;
    }
    let mut words: Vec<(usize, &str)> =
        counts.into_iter().map(|(word, count)| (count, word)).collect();
    words.sort_unstable();
    let ranks = words.into_iter().enumerate().map(|(rank, (_, word))| (word, rank));
    let ranks: BTreeMap<&str, usize> = ranks.collect();
    let numbered = |set: &BTreeSet<String>| {
        let mut numbers: Vec<usize> =
            set.iter().filter_map(|word| ranks.get(word.as_str()).copied()).collect();
        numbers.sort_unstable();
        numbers
    };
    sets.iter().map(numbered).collect()
}

/// The rarest words of a set, as many as every set that is alike must share one of.
fn rarest(set: &[usize]) -> &[usize] {
    // A set of n words shares at least 3n/5 of them with one that is alike, so that one of any 2n/5 + 1 is among them.
    let needed = (set.len() * 3).div_ceil(5);
    &set[..=set.len() - needed]
}
