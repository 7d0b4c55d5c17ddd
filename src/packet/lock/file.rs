use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::places::Places;
use super::recipe::{LockedInterviewer, Recipe};
use crate::bank::{Bank, Id};
use crate::base::diagnostic::{Checked, Diagnostic, Diagnostics, Rejected};
use crate::base::source::Span;
use crate::base::yaml::{FlowMap, FlowSeq, Writer};
use crate::packet::Content;
use crate::select::{Aim, UnmetGoal};

/// A locked kit: what was selected, and from what content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lock {
    /// The kit's code.
    pub code: String,
    /// What was selected, and for whom.
    pub recipe: Recipe,
    /// The parts of the content and of the recipe, by name.
    pub(super) parts: BTreeMap<String, Part>,
    /// What else is printed of the bank, by name.
    pub(super) labels: BTreeMap<String, Part>,
    /// Where its values are, if it was read from a file.
    pub(super) places: Option<Places>,
}

/// A part of a kit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) hash: String,
    /// Where it is in the file, if it was read from one.
    pub(super) span: Option<Span>,
}

impl Lock {
    /// The lock of a kit.
    #[must_use]
    pub fn new(content: &Content<'_>, recipe: Recipe) -> Self {
        let parts = parts(hashes(content, &recipe));
        let labels = self::parts(content.label_hashes());
        Self { code: content.code(), recipe, parts, labels, places: None }
    }

    /// The lock as a file: YAML, for people to read and to compare.
    #[must_use]
    pub fn text(&self) -> String {
        let Recipe { role, level, minutes, reserve, shared, interviewers, unmet } = &self.recipe;
        let mut file = Writer::default();
        file.comment("interview-kit lock file. Rebuild this kit with `--locked FILE`; the build fails if the bank has changed.");
        file.entry("lock", &2);
        file.entry("code", &self.code);
        file.optional_entry("role", role.as_ref());
        file.optional_entry("level", level.as_ref());
        file.optional_entry("minutes", minutes.as_ref());
        file.entry("reserve", reserve);
        file.entry("shared", &FlowSeq(shared));
        file.list("interviewers", |file| {
            for LockedInterviewer { name, themes, questions } in interviewers {
                file.item(|file| {
                    file.optional_entry("name", name.as_ref());
                    if !themes.is_empty() {
                        file.entry("themes", &FlowSeq(themes));
                    }
                    file.entry("questions", &FlowSeq(questions));
                });
            }
        });
        file.entry("unmet", &unmet.iter().map(|it| FlowMap(Goal::new(it))).collect::<Vec<_>>());
        for (key, parts) in [("hashes", &self.parts), ("labels", &self.labels)] {
            let hashes = parts.iter().map(|(name, part)| (name, &part.hash));
            file.entry(key, &hashes.collect::<BTreeMap<_, _>>());
        }
        file.finish()
    }

    /// Proves that a kit is the locked one, or reports what has changed. Changes of titles and credits are warnings: what is asked and
    /// how it is rated is the same.
    pub fn verify(&self, content: &Content<'_>) -> Checked<()> {
        let mut diagnostics = Diagnostics::new();
        for (message, place) in self.changes(&self.parts, &hashes(content, &self.recipe)) {
            diagnostics.push(changed(message, place));
        }
        for (message, place) in self.changes(&self.labels, &content.label_hashes()) {
            let warning = Diagnostic::warning("lock", message).all_own_words();
            let warning = place.into_iter().fold(warning, |it, span| it.at(span.clone()));
            diagnostics.push(warning.help(LABEL_HELP));
        }
        if self.recipe.shared.is_empty() != content.shared.is_empty() {
            // The hash is that of what the kit has; only a panel has common questions.
            let message = "a kit for one interviewer has no common questions".to_owned();
            diagnostics.push(changed(message, self.places.as_ref().map(|places| &places.shared)));
        }
        let code = content.code();
        if !diagnostics.has_errors() && code != self.code {
            let message = format!("the kit code is {code}, not {}", self.code);
            diagnostics.push(changed(message, self.places.as_ref().map(|places| &places.code)));
        }
        diagnostics.check(Some(())).map_err(|rejected| rejected.help_last(HELP))
    }

    /// What differs between parts of the lock file and those of a kit, in words, each with its place in the file.
    fn changes<'l>(
        &'l self,
        locked: &'l BTreeMap<String, Part>,
        now: &BTreeMap<String, String>,
    ) -> Vec<(String, Option<&'l Span>)> {
        let start = self.places.as_ref().map(|places| &places.start);
        let changed = locked.iter().filter_map(|(name, before)| {
            let message = match now.get(name) {
                Some(hash) if *hash == before.hash => return None,
                Some(_) => format!("the {name} has changed since the lock file was written"),
                None => format!("the {name} is no longer part of the kit"),
            };
            Some((message, before.span.as_ref()))
        });
        let added = now.keys().filter(|name| !locked.contains_key(*name));
        let added = added.map(|name| (format!("the {name} is not in the lock file"), start));
        changed.chain(added).collect()
    }

    /// Proves that a bank has everything that the recipe names.
    pub fn verify_names(&self, bank: &Bank) -> Result<(), Rejected> {
        let mut diagnostics = Diagnostics::new();
        let Recipe { role, level, shared: _, interviewers, unmet, minutes: _, reserve: _ } =
            &self.recipe;
        let questions: BTreeSet<&Id> = interviewers.iter().flat_map(|it| &it.questions).collect();
        for id in questions.into_iter().filter(|id| bank.question(id).is_none()) {
            let message = format!("the question `{id}` is no longer in the bank");
            let place = self.places.as_ref().map(|places| places.question(id));
            diagnostics.push(changed(message, place));
        }
        let mut missing = |what: &str, id: &Id, place: Option<&Span>| {
            diagnostics.push(changed(format!("the bank has no {what} `{id}`"), place));
        };
        let themes: BTreeSet<&Id> = interviewers.iter().flat_map(|it| &it.themes).collect();
        for id in themes.into_iter().filter(|id| bank.theme(id).is_none()) {
            missing("theme", id, self.places.as_ref().map(|places| places.theme(id)));
        }
        let start = self.places.as_ref().map(|places| &places.start);
        for id in role.iter().filter(|id| bank.role(id).is_none()) {
            missing("role", id, start);
        }
        for id in level.iter().filter(|id| bank.level(id).is_none()) {
            missing("level", id, start);
        }
        for (index, UnmetGoal { aim, .. }) in unmet.iter().enumerate() {
            let place = self.places.as_ref().map(|places| places.goal(index));
            match aim {
                Aim::MustAsk(id) if bank.question(id).is_none() => missing("question", id, place),
                Aim::Competency(id) | Aim::SecondPerson(id) if bank.competency(id).is_none() => {
                    missing("competency", id, place);
                }
                _ => {}
            }
        }
        diagnostics.check(Some(())).map(|_| ()).map_err(|rejected| rejected.help_last(HELP))
    }
}

/// A goal that was not met, as the file has it.
#[derive(Serialize)]
struct Goal<'a> {
    aim: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a Id>,
    #[serde(skip_serializing_if = "Option::is_none")]
    asked: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    found: Option<usize>,
    why: &'static str,
}

impl<'a> Goal<'a> {
    fn new(UnmetGoal { aim, why }: &'a UnmetGoal) -> Self {
        let (asked, found) = match aim {
            Aim::Shared { asked, found } => (Some(*asked), Some(*found)),
            _ => (None, None),
        };
        Self { aim: aim.code(), id: aim.id(), asked, found, why: why.code() }
    }
}

fn parts(hashes: BTreeMap<String, String>) -> BTreeMap<String, Part> {
    hashes.into_iter().map(|(name, hash)| (name, Part { hash, span: None })).collect()
}

/// The parts of the content and of the recipe, by name, each with its hash.
fn hashes(content: &Content<'_>, recipe: &Recipe) -> BTreeMap<String, String> {
    let mut hashes = content.hashes();
    hashes.extend(recipe.hashes());
    hashes
}

/// The message names only things of the bank and of this program.
fn changed(message: String, place: Option<&Span>) -> Diagnostic {
    let fault = Diagnostic::error("lock", message).all_own_words();
    match place {
        Some(span) => fault.at(span.clone()),
        None => fault,
    }
}

const HELP: &str = "restore the original bank and lock file, or create a new lock file with --lock; its kit code will differ";
const LABEL_HELP: &str = "the questions and ratings are the same, so the kit code is too; create a new lock file with --lock to accept the new words";
