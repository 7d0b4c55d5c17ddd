use std::collections::BTreeMap;

use crate::bank::{Bank, Id};
use crate::base::diagnostic::Diagnostic;
use crate::base::source::{Span, Spanned};
use crate::base::text::{listed, nearest, one_line};
use crate::select::{FACETS, Facet, FacetValue, Filters, InterviewerSlot, check_themes};

/// What the rows of a roster may name in a bank, by id or by title.
pub struct FacetNames<'b> {
    bank: &'b Bank,
    facets: Vec<Known<'b>>,
}

/// More faults are not reported for one cell.
const MAX_FAULTS: usize = 10;

impl<'b> FacetNames<'b> {
    /// The names of a bank.
    #[must_use]
    pub fn of(bank: &'b Bank) -> Self {
        Self { bank, facets: FACETS.iter().map(|facet| Known::new(facet, bank)).collect() }
    }

    /// What the cells of a row ask of each facet, and what is wrong with the names in them.
    pub(super) fn filters(
        &self,
        cells: &BTreeMap<&'static str, Spanned<String>>,
    ) -> (Filters, Vec<Diagnostic>) {
        let (mut filters, mut faults) = (Filters::default(), Vec::new());
        for known in &self.facets {
            if let Some(cell) = cells.get(known.facet.name) {
                let (found, unknown) = known.find(cell);
                filters.set(known.facet, found);
                faults.extend(unknown);
            }
        }
        (filters, faults)
    }

    /// What is wrong with the themes of a row's interviewers.
    pub(super) fn check_themes(&self, interviewers: &[InterviewerSlot]) -> Option<Diagnostic> {
        let error = check_themes(self.bank, interviewers).err()?;
        let fault = Diagnostic::error(error.code(), error.message());
        let fault = fault.in_own_words(error.own_words());
        Some(error.help().into_iter().fold(fault, Diagnostic::help))
    }
}

/// What can be asked of a facet.
struct Known<'b> {
    facet: &'static Facet,
    /// Ids and titles, in the bank's order.
    all: Vec<FacetValue<'b>>,
    by_id: BTreeMap<String, &'b str>,
    by_title: BTreeMap<String, Vec<&'b str>>,
}

impl<'b> Known<'b> {
    fn new(facet: &'static Facet, bank: &'b Bank) -> Self {
        let all = facet.values(bank);
        let by_id = all.iter().map(|value| (value.id.to_owned(), value.id)).collect();
        let mut by_title: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for FacetValue { id, title } in &all {
            if let Some(title) = title {
                by_title.entry(alike(title)).or_default().push(id);
            }
        }
        Self { facet, all, by_id, by_title }
    }

    /// What a cell names, and what it names in vain.
    fn find(&self, cell: &Spanned<String>) -> (Vec<Id>, Vec<Diagnostic>) {
        let (mut found, mut faults) = (Vec::new(), Vec::new());
        for name in self.parts(&cell.value) {
            match self.meant(name).as_slice() {
                [] => faults.push(self.unknown(name, cell.span.clone())),
                [only] => match only.parse() {
                    Ok(id) if found.contains(&id) => {}
                    Ok(id) => found.push(id),
                    Err(_) => faults.push(self.unknown(name, cell.span.clone())),
                },
                several => faults.push(self.ambiguous(name, several, cell.span.clone())),
            }
            if faults.len() == MAX_FAULTS {
                break;
            }
        }
        (found, faults)
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
    fn meant(&self, name: &str) -> Vec<&'b str> {
        let name = alike(name);
        match self.by_id.get(&name) {
            Some(id) => vec![id],
            None => self.by_title.get(&name).cloned().unwrap_or_default(),
        }
    }

    fn unknown(&self, name: &str, span: Span) -> Diagnostic {
        let noun = self.facet.noun;
        let fault = Diagnostic::error("unknown-name", format!("unknown {noun} `{name}`"));
        let fault = fault.in_own_words(format!("unknown {noun}"));
        let names = self.all.iter().flat_map(|value| [Some(value.id), value.title]).flatten();
        let near = nearest(name, names);
        let is_near = |value: &&FacetValue<'_>| near == Some(value.id) || near == value.title;
        let near = self.all.iter().find(is_near).filter(|_| near.is_some());
        let fault = match near {
            Some(FacetValue { id, title: Some(title) }) => {
                fault.help(format!("did you mean `{id}` ({title})?"))
            }
            Some(FacetValue { id, title: None }) => fault.help(format!("did you mean `{id}`?")),
            None => fault,
        };
        fault
            .at(span)
            .help(format!("expected one of: {}", listed(self.all.iter().map(|value| value.id))))
    }

    fn ambiguous(&self, name: &str, several: &[&str], span: Span) -> Diagnostic {
        let noun = self.facet.noun;
        let message = format!("more than one {noun} has the title `{name}`");
        let fault = Diagnostic::error("unknown-name", message).at(span);
        let fault = fault.in_own_words(format!("more than one {noun} has this title"));
        fault.help(format!("use the id instead: {}", listed(several.iter().copied())))
    }
}

/// A name without what makes no difference.
fn alike(name: &str) -> String {
    one_line(&name.to_lowercase())
}

fn split(text: &str, separator: char) -> impl Iterator<Item = &str> {
    text.split(separator).map(str::trim).filter(|part| !part.is_empty())
}
