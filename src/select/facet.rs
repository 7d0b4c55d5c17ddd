use std::collections::{BTreeMap, BTreeSet};

use super::error::{FilterCount, NoMatch, SelectError, Unknown};
use super::{AskOrder, Criteria};
use crate::bank::{Bank, Id, Kind, Question, Role, Theme};
use crate::base::text::nearest;

/// The facets that were used, ready to be asked of any question.
pub(super) struct Facets<'a> {
    bank: &'a Bank,
    /// The questions that were asked for by name, where they are asked in that order.
    given: &'a [Id],
    roles: Vec<&'a Role>,
    used: Vec<Facet<'a>>,
}

/// One facet: which questions it lets through.
struct Facet<'a> {
    /// Its name on the command line, without the hyphens.
    name: &'static str,
    /// What was asked for.
    values: Vec<&'a str>,
    /// What could be asked for.
    known: Vec<&'a str>,
    matches: Box<dyn Fn(&Question) -> bool + 'a>,
}

impl<'a> Facets<'a> {
    /// Proves that every name exists, and makes the facets.
    pub(super) fn new(bank: &'a Bank, criteria: &'a Criteria) -> Result<Self, SelectError> {
        let given = match criteria.order {
            AskOrder::Bank => &[],
            AskOrder::Given => criteria.questions.as_slice(),
        };
        let mut all = Self { bank, given, roles: Vec::new(), used: Vec::new() };
        let themes = || Theme::ALL.map(Theme::as_str).to_vec();
        all.words("theme", &criteria.themes, themes(), Theme::as_str, |themes, question| {
            themes.contains(&question.theme)
        });
        all.words(
            "theme-any",
            &criteria.themes_any,
            themes(),
            Theme::as_str,
            |themes, question| {
                themes.contains(&question.theme)
                    || question.also.iter().any(|it| themes.contains(it))
            },
        );
        let kinds = Kind::ALL.map(Kind::as_str).to_vec();
        all.words("kind", &criteria.kinds, kinds, Kind::as_str, |kinds, question| {
            kinds.contains(&question.kind)
        });
        let roles = bank.roles.iter().map(|role| role.id.as_str()).collect();
        let asked = known("role", &criteria.roles, roles)?;
        all.roles = bank.roles.iter().filter(|role| criteria.roles.contains(&role.id)).collect();
        let roles = all.roles.clone();
        all.push(asked, move |question| roles.iter().any(|role| role.takes(question)));
        let levels = bank.levels.iter().map(|level| level.id.as_str()).collect();
        let asked = known("level", &criteria.levels, levels)?;
        all.push(asked, |question| question.levels.iter().any(|it| criteria.levels.contains(it)));
        let competencies = bank.competencies.iter().map(|it| it.id.as_str()).collect();
        let asked = known("competency", &criteria.competencies, competencies)?;
        all.push(asked, |question| {
            question.competencies.iter().any(|it| criteria.competencies.contains(it))
        });
        let questions = || bank.questions.iter().map(|it| it.id.as_str()).collect();
        let asked = known("question", &criteria.questions, questions())?;
        all.push(asked, |question| criteria.questions.contains(&question.id));
        let asked = known("exclude", &criteria.exclude, questions())?;
        all.push(asked, |question| !criteria.exclude.contains(&question.id));
        Ok(all)
    }

    pub(super) fn all_match(&self, question: &Question) -> bool {
        self.used.iter().all(|facet| (facet.matches)(question))
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
        let questions = || self.bank.questions.iter();
        let left = |(index, facet): (usize, &Facet<'_>)| {
            let alone = questions().filter(|it| (facet.matches)(it)).count();
            let upto = &self.used[..=index];
            let together = questions().filter(|it| upto.iter().all(|facet| (facet.matches)(it)));
            FilterCount {
                facet: facet.name,
                values: owned(&facet.values),
                alone,
                together: together.count(),
                known: owned(&facet.known),
            }
        };
        let facets = self.used.iter().enumerate().map(left).collect();
        NoMatch { total: self.bank.questions.len(), facets }
    }

    /// A facet over a closed set of words.
    fn words<T: Copy>(
        &mut self,
        name: &'static str,
        asked: &'a [T],
        known: Vec<&'a str>,
        word: impl Fn(T) -> &'static str,
        matches: impl Fn(&[T], &Question) -> bool + 'a,
    ) {
        let values: Vec<&str> = asked.iter().map(|value| word(*value)).collect();
        self.push(Asked { name, values, known }, move |question| matches(asked, question));
    }

    /// Adds a facet, if anything was asked of it.
    fn push(&mut self, asked: Asked<'a>, matches: impl Fn(&Question) -> bool + 'a) {
        let Asked { name, values, known } = asked;
        if !values.is_empty() {
            self.used.push(Facet { name, values, known, matches: Box::new(matches) });
        }
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

struct Asked<'a> {
    name: &'static str,
    values: Vec<&'a str>,
    known: Vec<&'a str>,
}

/// What was asked for, if all of it exists.
fn known<'a>(
    name: &'static str,
    asked: &'a [Id],
    known: Vec<&'a str>,
) -> Result<Asked<'a>, SelectError> {
    let values: Vec<&str> = asked.iter().map(Id::as_str).collect();
    let Some(missing) = values.iter().find(|value| !known.contains(value)) else {
        return Ok(Asked { name, values, known });
    };
    let suggestion = nearest(missing, known.iter().copied()).map(str::to_owned);
    let value = (*missing).to_owned();
    Err(SelectError::Unknown(Unknown { facet: name, value, suggestion, known: owned(&known) }))
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|&name| name.to_owned()).collect()
}
