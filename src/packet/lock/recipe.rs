use std::collections::BTreeMap;

use crate::bank::Id;
use crate::base::hash;
use crate::base::unit::Minutes;
use crate::select::{Aim, UnmetGoal};

/// What was selected, and for whom: enough to make the same kit again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipe {
    /// The role for which the kit was made.
    pub role: Option<Id>,
    /// The level for which the kit was made.
    pub level: Option<Id>,
    /// How long each interview is.
    pub minutes: Option<Minutes>,
    /// How much of it is kept for opening and closing.
    pub reserve: Minutes,
    /// The common questions of a panel.
    pub shared: Vec<Id>,
    /// The interviewers, and what each of them asks; one at least.
    pub interviewers: Vec<LockedInterviewer>,
    /// The goals that were not met.
    pub unmet: Vec<UnmetGoal>,
}

/// What one interviewer asks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LockedInterviewer {
    /// The name of an interviewer of a panel, if it was known.
    pub name: Option<String>,
    /// The themes that they keep to.
    pub themes: Vec<Id>,
    /// The questions, in the order in which they are asked.
    pub questions: Vec<Id>,
}

impl Recipe {
    /// The parts of the recipe by name, each with its hash, so that a change of the lock file itself is found.
    pub(super) fn hashes(&self) -> BTreeMap<String, String> {
        // Whoever adds a field decides here how a change of it is found. The hashes of the content find a change of the questions and
        // of the reserve.
        let Self { role, level, minutes, reserve: _, shared: _, interviewers, unmet } = self;
        let mut parts = BTreeMap::new();
        let mut add = |name: &str, json: String| parts.insert(name.to_owned(), hash::short(&json));
        add("role", hash::canonical(role));
        add("level", hash::canonical(level));
        add("length of the interviews", hash::canonical(minutes));
        add("list of unmet goals", hash::canonical(&unmet.iter().map(goal).collect::<Vec<_>>()));
        for (index, LockedInterviewer { name, themes, questions: _ }) in
            interviewers.iter().enumerate()
        {
            let json = hash::canonical(&(name, themes));
            add(&format!("entry of interviewer {}", index + 1), json);
        }
        parts
    }
}

/// A goal that was not met, by the keys of the file: values that are absent have none.
pub(super) fn goal(UnmetGoal { aim, why }: &UnmetGoal) -> Vec<(&'static str, String)> {
    let mut values = vec![("aim", aim.code().to_owned())];
    values.extend(match aim {
        Aim::MustAsk(id) | Aim::Competency(id) | Aim::SecondPerson(id) => {
            vec![("id", id.to_string())]
        }
        Aim::Shared { asked, found } => {
            vec![("asked", asked.to_string()), ("found", found.to_string())]
        }
        Aim::PastBehavior => Vec::new(),
    });
    values.push(("why", why.code().to_owned()));
    values
}
