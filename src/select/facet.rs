use std::fmt;

use crate::bank::{Bank, Id, Kind, Question};

/// One way to choose questions: a row of the table `FACETS`. The options of the command line, the columns of a roster, the entries
/// of a manifest and the names of files are made from it.
pub struct Facet {
    /// Its name: the option without the hyphens, and the column of a roster.
    pub name: &'static str,
    /// The placeholder of its value in the help.
    pub value_name: &'static str,
    /// Its description in the help.
    pub help: &'static str,
    /// What one of its values is called in messages.
    pub noun: &'static str,
    /// Its possible values, if they do not depend on the bank.
    pub fixed: Option<fn() -> Vec<&'static str>>,
    /// Whether messages list its possible values.
    pub is_listed: bool,
    /// Whether it is part of file names. A facet that excludes questions is not.
    pub is_in_names: bool,
    values: for<'b> fn(&'b Bank) -> Vec<FacetValue<'b>>,
    matches: fn(&Bank, &Question, &[Id]) -> bool,
}

/// A value that a facet can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FacetValue<'b> {
    /// Its id.
    pub id: &'b str,
    /// Its title, by which a roster may name it too.
    pub title: Option<&'b str>,
}

impl Facet {
    /// Its possible values, in the bank's order.
    #[must_use]
    pub fn values<'b>(&self, bank: &'b Bank) -> Vec<FacetValue<'b>> {
        (self.values)(bank)
    }

    /// Whether any of the values selects a question.
    #[must_use]
    pub fn matches(&self, bank: &Bank, question: &Question, values: &[Id]) -> bool {
        (self.matches)(bank, question, values)
    }
}

impl PartialEq for Facet {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Facet {}

impl fmt::Debug for Facet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// Every facet, in the order of the help. Any value of a facet may match; different facets must all match.
pub static FACETS: [&Facet; 8] =
    [&ROLE, &LEVEL, &THEME, &THEME_ANY, &COMPETENCY, &KIND, &QUESTION, &EXCLUDE];

/// All questions at a role's level except those that it excludes.
pub static ROLE: Facet = Facet {
    name: "role",
    value_name: "ROLE",
    help: "Role: all questions at its level except those it excludes",
    noun: "role",
    fixed: None,
    is_listed: true,
    is_in_names: true,
    values: |bank| bank.roles.iter().map(|it| titled(&it.id, &it.title)).collect(),
    matches: |bank, question, roles| {
        roles.iter().filter_map(|id| bank.role(id)).any(|role| role.takes(question))
    },
};

/// Questions that are suitable for a level.
pub static LEVEL: Facet = Facet {
    name: "level",
    value_name: "LEVEL",
    help: "Seniority level",
    noun: "level",
    fixed: None,
    is_listed: true,
    is_in_names: true,
    values: |bank| bank.levels.iter().map(|it| titled(&it.id, &it.title)).collect(),
    matches: |_, question, levels| question.levels.iter().any(|it| levels.contains(it)),
};

/// Questions by their primary theme.
pub static THEME: Facet = Facet {
    name: "theme",
    value_name: "THEME",
    help: "Primary theme",
    noun: "theme",
    fixed: None,
    is_listed: true,
    is_in_names: true,
    values: themes,
    matches: |_, question, themes| themes.contains(&question.theme),
};

/// Questions by their primary theme or a secondary one.
pub static THEME_ANY: Facet = Facet {
    name: "theme-any",
    value_name: "THEME",
    help: "Primary or secondary theme",
    noun: "theme",
    fixed: None,
    is_listed: true,
    is_in_names: true,
    values: themes,
    matches: |_, question, themes| {
        themes.contains(&question.theme) || question.also.iter().any(|it| themes.contains(it))
    },
};

/// Questions that assess a competency.
pub static COMPETENCY: Facet = Facet {
    name: "competency",
    value_name: "COMPETENCY",
    help: "Competency assessed",
    noun: "competency",
    fixed: None,
    is_listed: true,
    is_in_names: true,
    values: |bank| bank.competencies.iter().map(|it| titled(&it.id, &it.title)).collect(),
    matches: |_, question, ids| question.competencies.iter().any(|it| ids.contains(it)),
};

/// Questions of a type.
pub static KIND: Facet = Facet {
    name: "kind",
    value_name: "KIND",
    help: "Question type",
    noun: "kind",
    fixed: Some(|| Kind::ALL.map(Kind::as_str).to_vec()),
    is_listed: true,
    is_in_names: true,
    values: |_| Kind::ALL.map(|kind| FacetValue { id: kind.as_str(), title: None }).to_vec(),
    matches: |_, question, kinds| kinds.iter().any(|it| it.as_str() == question.kind.as_str()),
};

/// Questions by id.
pub static QUESTION: Facet = Facet {
    name: "question",
    value_name: "ID",
    help: "Questions by id",
    noun: "question",
    fixed: None,
    is_listed: false,
    is_in_names: true,
    values: questions,
    matches: |_, question, ids| ids.contains(&question.id),
};

/// All questions except these.
pub static EXCLUDE: Facet = Facet {
    name: "exclude",
    value_name: "ID",
    help: "Questions to exclude, by id",
    noun: "question",
    fixed: None,
    is_listed: false,
    is_in_names: false,
    values: questions,
    matches: |_, question, ids| !ids.contains(&question.id),
};

fn titled<'b>(id: &'b Id, title: &'b str) -> FacetValue<'b> {
    FacetValue { id: id.as_str(), title: Some(title) }
}

fn themes(bank: &Bank) -> Vec<FacetValue<'_>> {
    bank.themes.iter().map(|it| titled(&it.id, &it.title)).collect()
}

fn questions(bank: &Bank) -> Vec<FacetValue<'_>> {
    bank.questions.iter().map(|it| FacetValue { id: it.id.as_str(), title: None }).collect()
}
