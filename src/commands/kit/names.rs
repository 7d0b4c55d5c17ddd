use std::collections::BTreeMap;

use crate::bank::{Bank, Id};
use crate::base::diagnostic::Diagnostic;
use crate::base::source::{Span, Spanned};
use crate::base::text::nearest;
use crate::packet::roster::Row;

/// What a bank has that the rows of a roster may name, by id or by title.
pub(super) struct Names<'b> {
    roles: Facet<'b>,
    levels: Facet<'b>,
    competencies: Facet<'b>,
}

/// More faults are not told of one cell.
const MOST_FAULTS: usize = 10;

impl<'b> Names<'b> {
    pub(super) fn of(bank: &'b Bank) -> Self {
        let roles = bank.roles.iter().map(|role| (&role.id, role.title.as_str()));
        let levels = bank.levels.iter().map(|level| (&level.id, level.title.as_str()));
        let competencies = bank.competencies.iter();
        let competencies = competencies.map(|it| (&it.id, it.title.as_str()));
        Self {
            roles: Facet::new("role", roles.collect()),
            levels: Facet::new("level", levels.collect()),
            competencies: Facet::new("competency", competencies.collect()),
        }
    }

    /// Finds what a row names. What the bank does not have is a fault of the row.
    pub(super) fn find(&self, row: &mut Row) {
        let (named, criteria) = (&row.named, &mut row.criteria);
        let cells = [
            (&self.roles, &named.roles, &mut criteria.roles),
            (&self.levels, &named.levels, &mut criteria.levels),
            (&self.competencies, &named.competencies, &mut criteria.competencies),
        ];
        for (facet, cell, found) in cells {
            if let Some(cell) = cell {
                row.faults.extend(facet.find(cell, found));
            }
        }
    }
}

/// The roles of a bank, its levels or its competencies.
struct Facet<'b> {
    /// What one of them is called.
    noun: &'static str,
    /// Ids and titles, in the bank's order.
    all: Vec<(&'b Id, &'b str)>,
    by_id: BTreeMap<String, &'b Id>,
    by_title: BTreeMap<String, Vec<&'b Id>>,
}

impl<'b> Facet<'b> {
    fn new(noun: &'static str, all: Vec<(&'b Id, &'b str)>) -> Self {
        let by_id = all.iter().map(|(id, _)| (id.to_string(), *id)).collect();
        let mut by_title: BTreeMap<String, Vec<&Id>> = BTreeMap::new();
        for (id, title) in &all {
            by_title.entry(alike(title)).or_default().push(id);
        }
        Self { noun, all, by_id, by_title }
    }

    /// Adds what a cell names to what was found, and says what it names in vain.
    fn find(&self, cell: &Spanned<String>, found: &mut Vec<Id>) -> Vec<Diagnostic> {
        let mut faults = Vec::new();
        for name in self.parts(&cell.value) {
            match self.meant(name).as_slice() {
                [] => faults.push(self.unknown(name, cell.span.clone())),
                [only] if found.contains(only) => {}
                [only] => found.push((*only).clone()),
                several => faults.push(self.ambiguous(name, several, cell.span.clone())),
            }
            if faults.len() == MOST_FAULTS {
                break;
            }
        }
        faults
    }

    /// The names in a cell. Semicolons separate them, and so do commas and spaces that are not a part of a title.
    fn parts<'c>(&self, cell: &'c str) -> Vec<&'c str> {
        let is_known = |name: &str| !self.meant(name).is_empty();
        if is_known(cell) {
            return vec![cell];
        }
        let mut parts = Vec::new();
        for part in split(cell, ';') {
            if is_known(part) {
                parts.push(part);
                continue;
            }
            for part in split(part, ',') {
                // Words of which none is a name are a single name that is wrong, and not several.
                if !is_known(part) && part.split_whitespace().any(is_known) {
                    parts.extend(part.split_whitespace());
                } else {
                    parts.push(part);
                }
            }
        }
        parts
    }

    /// What has this id, or else this title. Case and the number of spaces make no difference.
    fn meant(&self, name: &str) -> Vec<&'b Id> {
        let name = alike(name);
        match self.by_id.get(&name) {
            Some(id) => vec![id],
            None => self.by_title.get(&name).cloned().unwrap_or_default(),
        }
    }

    fn unknown(&self, name: &str, span: Span) -> Diagnostic {
        let noun = self.noun;
        let fault = Diagnostic::error("unknown-name", format!("the bank has no {noun} `{name}`"));
        let fault = fault.in_own_words(format!("the bank has no such {noun}"));
        let names = self.all.iter().flat_map(|(id, title)| [id.as_str(), title]);
        let near = nearest(name, names);
        let near =
            self.all.iter().find(|(id, title)| near == Some(id.as_str()) || near == Some(title));
        let fault = match near {
            Some((id, title)) => fault.help(format!("did you mean `{id}` ({title})?")),
            None => fault,
        };
        fault.at(span).help(format!("it has {}", listed(self.all.iter().map(|(id, _)| *id))))
    }

    fn ambiguous(&self, name: &str, several: &[&Id], span: Span) -> Diagnostic {
        let noun = self.noun;
        let message = format!("more than one {noun} has the title `{name}`");
        let fault = Diagnostic::error("unknown-name", message).at(span);
        let fault = fault.in_own_words(format!("more than one {noun} has this title"));
        fault.help(format!("write the id: {}", listed(several.iter().copied())))
    }
}

/// A name without what makes no difference.
fn alike(name: &str) -> String {
    name.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn split(text: &str, separator: char) -> impl Iterator<Item = &str> {
    text.split(separator).map(str::trim).filter(|part| !part.is_empty())
}

/// Ids as a sentence lists them; a long list is cut short.
fn listed<'i>(ids: impl ExactSizeIterator<Item = &'i Id>) -> String {
    const MOST: usize = 24;
    let more = ids.len().saturating_sub(MOST);
    let ids: Vec<&str> = ids.take(MOST).map(Id::as_str).collect();
    match ids.as_slice() {
        [] => "none".to_owned(),
        ids if more == 0 => ids.join(", "),
        ids => format!("{} and {more} more", ids.join(", ")),
    }
}
