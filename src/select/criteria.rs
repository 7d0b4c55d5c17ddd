use std::collections::BTreeMap;

use super::facet::{FACETS, Facet};
use crate::bank::Id;
use crate::base::unit::Minutes;

/// What is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Criteria {
    /// Which questions may be asked.
    pub filters: Filters,
    /// The length of the interview, into which the questions must fit.
    pub minutes: Option<Minutes>,
    /// How much of it is kept for opening and closing.
    pub reserve: Minutes,
    /// How many questions there may be at most.
    pub limit: Option<usize>,
    /// In which order the questions are asked.
    pub order: AskOrder,
}

/// The values that are asked of each facet. Any of a facet's values may match; every facet that has values must match.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Filters {
    values: BTreeMap<&'static str, Vec<Id>>,
}

/// In which order questions are asked. Of two sets that are otherwise equally good, the one whose questions come first in it is taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum AskOrder {
    /// The bank's order.
    #[default]
    Bank,
    /// The order in which questions are asked for by name; the bank's order where none is.
    Given,
}

impl Filters {
    /// The same with these values for a facet.
    #[must_use]
    pub fn with(mut self, facet: &Facet, values: Vec<Id>) -> Self {
        self.set(facet, values);
        self
    }

    /// Replaces the values of a facet.
    pub fn set(&mut self, facet: &Facet, values: Vec<Id>) {
        if values.is_empty() {
            self.values.remove(facet.name);
        } else {
            self.values.insert(facet.name, values);
        }
    }

    /// The values of a facet; none if nothing is asked of it.
    #[must_use]
    pub fn of(&self, facet: &Facet) -> &[Id] {
        self.values.get(facet.name).map_or(&[], Vec::as_slice)
    }

    /// The value of a facet of which a single one is asked.
    #[must_use]
    pub fn only(&self, facet: &Facet) -> Option<&Id> {
        match self.of(facet) {
            [only] => Some(only),
            _ => None,
        }
    }

    /// The facets of which something is asked, in the order of the table, each with its values.
    pub fn iter(&self) -> impl Iterator<Item = (&'static Facet, &[Id])> {
        let used = FACETS.into_iter().map(|facet| (facet, self.of(facet)));
        used.filter(|(_, values)| !values.is_empty())
    }

    /// The same, with the other's values for the facets of which nothing is asked here.
    #[must_use]
    pub fn or(mut self, other: &Self) -> Self {
        for (facet, values) in &other.values {
            self.values.entry(facet).or_insert_with(|| values.clone());
        }
        self
    }
}
