//! Questions that ask nearly the same.

use std::collections::{BTreeMap, BTreeSet};

use super::findings::Findings;
use super::words::{content, likeness, searchable};
use crate::bank::Rule;

/// From here on, two questions ask nearly the same: three words in five are common to both.
const ALIKE: f64 = 0.6;
/// With fewer words that count, likeness says little.
const FEWEST: usize = 3;

/// Names, for each question, the first one before it that asks nearly the same.
///
/// Two sets that are alike to a degree share one of their rarest words: only questions that do are compared (prefix filtering, Bayardo,
/// Ma and Srikant, “Scaling Up All Pairs Similarity Search”, 2007). So a bank of thousands of questions is looked through in the
/// time that it takes to read it.
pub(super) fn review(findings: &mut Findings<'_>) {
    let questions: Vec<_> = findings.questions().collect();
    let sets: Vec<BTreeSet<String>> = questions.iter().map(|(it, _)| content(&it.ask)).collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for word in sets.iter().flatten() {
        *counts.entry(word).or_default() += 1;
    }
    let mut seen: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut short: BTreeMap<String, usize> = BTreeMap::new();
    for (index, set) in sets.iter().enumerate() {
        let is_short = set.len() < FEWEST;
        let rarest = if is_short { Vec::new() } else { rarest(set, &counts) };
        let twin = if is_short {
            // Of few words, all must be the same, and the common ones with them.
            let first = *short.entry(searchable(&questions[index].0.ask)).or_insert(index);
            Some(first).filter(|&first| first < index)
        } else {
            let candidates: BTreeSet<usize> =
                rarest.iter().filter_map(|word| seen.get(word)).flatten().copied().collect();
            candidates.into_iter().find(|&before| likeness(&sets[before], set) >= ALIKE)
        };
        if let Some(before) = twin {
            let (question, places) = questions[index];
            let other = questions[before].0;
            let message = format!("this asks nearly the same as `{}`", other.id);
            let advice = Rule::NearDuplicate.found(message).at(places.ask.clone());
            let help = format!("`{}` asks: {}", other.id, other.ask);
            let advice =
                advice.help(help).help("keep the better one, or make their difference plain");
            findings.question((question, places), Rule::NearDuplicate, advice);
            // Whatever is like this one is like its twin: one finding a question is enough.
            continue;
        }
        for word in rarest {
            seen.entry(word).or_default().push(index);
        }
    }
}

/// The rarest words of a set, as many as every set that is alike must share one of.
fn rarest<'w>(set: &'w BTreeSet<String>, counts: &BTreeMap<&str, usize>) -> Vec<&'w str> {
    let mut words: Vec<&str> = set.iter().map(String::as_str).collect();
    words.sort_by_key(|word| (counts.get(word).copied().unwrap_or_default(), *word));
    // A set of n words shares at least 3n/5 of them with one that is alike, so that one of any 2n/5 + 1 is among them.
    let needed = (set.len() * 3).div_ceil(5);
    words.truncate(set.len() - needed + 1);
    words
}
