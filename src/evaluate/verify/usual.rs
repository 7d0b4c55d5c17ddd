use std::collections::BTreeMap;

/// In what two lists differ.
pub(super) struct Apart<'a> {
    /// What is expected and was not found.
    pub(super) missing: Vec<&'a str>,
    /// What was found and is not expected.
    pub(super) added: Vec<&'a str>,
}

impl<'a> Apart<'a> {
    pub(super) fn new(expected: &[&'a str], found: &[&'a str]) -> Self {
        // Most lists are alike.
        if expected == found {
            return Self { missing: Vec::new(), added: Vec::new() };
        }
        Self { missing: without(expected, found), added: without(found, expected) }
    }
}

fn without<'a>(all: &[&'a str], others: &[&str]) -> Vec<&'a str> {
    all.iter().copied().filter(|item| !others.contains(item)).collect()
}

/// What at least half of the lists have, in alphabetical order. No list has the same twice.
pub(super) fn usual<'a>(lists: &[&[&'a str]]) -> Vec<&'a str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for item in lists.iter().copied().flatten() {
        *counts.entry(item).or_default() += 1;
    }
    let mut usual = Vec::new();
    for (item, count) in counts {
        if count * 2 >= lists.len() {
            usual.push(item);
        }
    }
    usual
}

/// What there is most often; the first of several.
pub(super) fn most_common<'a>(items: &[&'a str]) -> Option<&'a str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for item in items {
        *counts.entry(item).or_default() += 1;
    }
    let most = counts.values().copied().max()?;
    items.iter().copied().find(|item| counts.get(item) == Some(&most))
}
