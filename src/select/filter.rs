use std::collections::{BTreeMap, BTreeSet};

use super::criteria::{AskOrder, Criteria};
use super::error::{FilterCount, NoMatch, SelectError, Unknown};
use super::facet::{Facet, QUESTION, ROLE, THEME};
use super::slot::InterviewerSlot;
use crate::bank::{Bank, Id, Question, Role};
use crate::base::text::nearest;

/// The facets that are used, ready to be asked of any question.
pub(super) struct Filter<'a> {
    bank: &'a Bank,
    /// The questions that were asked for by name, where they are asked in that order.
    given: &'a [Id],
    roles: Vec<&'a Role>,
    used: Vec<(&'static Facet, &'a [Id])>,
}

impl<'a> Filter<'a> {
    /// Proves that every name exists.
    pub(super) fn new(bank: &'a Bank, criteria: &'a Criteria) -> Result<Self, SelectError> {
        let used: Vec<(&Facet, &[Id])> = criteria.filters.iter().collect();
        for (facet, values) in &used {
            check(facet.name, facet, bank, values)?;
        }
        let given = match criteria.order {
            AskOrder::Bank => &[],
            AskOrder::Given => criteria.filters.of(&QUESTION),
        };
        let roles = criteria.filters.of(&ROLE);
        let roles = bank.roles.iter().filter(|role| roles.contains(&role.id)).collect();
        Ok(Self { bank, given, roles, used })
    }

    pub(super) fn all_match(&self, question: &Question) -> bool {
        self.used.iter().all(|(facet, values)| facet.matches(self.bank, question, values))
    }

    /// Puts questions, which are in the bank's order, into the one in which they are asked.
    pub(super) fn sort(&self, questions: &mut [&Question]) {
        let places = self.given.iter().enumerate().rev();
        let places: BTreeMap<&Id, usize> = places.map(|(place, id)| (id, place)).collect();
        questions.sort_by_key(|question| places.get(&question.id).copied().unwrap_or(usize::MAX));
    }

    /// The questions that the roles will not do without.
    pub(super) fn must_ask(&self) -> MustAsk<'a> {
        MustAsk { roles: self.roles.clone() }
    }

    /// What each facet left over, by itself and together with those before it.
    pub(super) fn no_match(&self) -> NoMatch {
        let count = |used: &[(&Facet, &[Id])]| {
            let matches = |question: &&Question| {
                used.iter().all(|(facet, values)| facet.matches(self.bank, question, values))
            };
            self.bank.questions.iter().filter(matches).count()
        };
        let left = |(index, (facet, values)): (usize, &(&'static Facet, &[Id]))| FilterCount {
            facet,
            values: values.iter().map(Id::to_string).collect(),
            alone: count(&self.used[index..=index]),
            together: count(&self.used[..=index]),
            known: ids(facet, self.bank),
        };
        let facets = self.used.iter().enumerate().map(left).collect();
        NoMatch { total: self.bank.questions.len(), facets }
    }
}

/// The questions that some roles will not do without.
pub(super) struct MustAsk<'a> {
    roles: Vec<&'a Role>,
}

impl<'a> MustAsk<'a> {
    /// Their ids.
    pub(super) fn ids(&self) -> BTreeSet<&'a Id> {
        self.roles.iter().flat_map(|role| &role.must_ask).collect()
    }

    /// The first role that must ask a question, if there is one.
    pub(super) fn role(&self, question: &Id) -> Option<&'a Id> {
        let role = self.roles.iter().find(|role| role.must_ask.contains(question))?;
        Some(&role.id)
    }
}

/// Proves that the bank knows every theme to which an interviewer keeps.
pub fn check_themes(bank: &Bank, interviewers: &[InterviewerSlot]) -> Result<(), SelectError> {
    interviewers.iter().try_for_each(|it| check("interviewers", &THEME, bank, &it.themes))
}

/// Proves that a bank has all values of a facet that an option names.
fn check(
    option: &'static str,
    facet: &'static Facet,
    bank: &Bank,
    values: &[Id],
) -> Result<(), SelectError> {
    let known: BTreeSet<&str> = facet.values(bank).iter().map(|it| it.id).collect();
    let Some(missing) = values.iter().find(|value| !known.contains(value.as_str())) else {
        return Ok(());
    };
    let known = ids(facet, bank);
    let suggestion = nearest(missing.as_str(), known.iter().map(String::as_str));
    let suggestion = suggestion.map(str::to_owned);
    Err(SelectError::Unknown(Unknown {
        option,
        facet,
        value: missing.to_string(),
        suggestion,
        known,
    }))
}

fn ids(facet: &Facet, bank: &Bank) -> Vec<String> {
    facet.values(bank).iter().map(|it| it.id.to_owned()).collect()
}
