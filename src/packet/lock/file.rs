use std::collections::{BTreeMap, BTreeSet};

use super::recipe::{LockedSeat, Recipe, goal};
use crate::bank::Id;
use crate::base::diagnostic::{Diagnostic, Diagnostics, Rejected};
use crate::base::source::Span;
use crate::base::yaml::scalar;
use crate::packet::Content;

/// A locked kit: what was selected, and from what content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lock {
    /// The kit's code.
    pub code: String,
    /// What was selected, and for whom.
    pub recipe: Recipe,
    /// The parts of the content and of the recipe, by name.
    pub(super) parts: BTreeMap<String, Part>,
    /// Where the file begins, and where its code is, if it was read from a file.
    pub(super) places: Option<(Span, Span)>,
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
        let parts = hashes(content, &recipe).into_iter();
        let parts = parts.map(|(name, hash)| (name, Part { hash, span: None })).collect();
        Self { code: content.code(), recipe, parts, places: None }
    }

    /// The lock as a file: YAML, for people to read and to compare.
    #[must_use]
    pub fn text(&self) -> String {
        let Recipe { role, level, minutes, reserve, shared, seats, unmet } = &self.recipe;
        let list = |words: &[&str]| format!("[{}]", words.join(", "));
        let ids = |ids: &[Id]| list(&ids.iter().map(Id::as_str).collect::<Vec<_>>());
        let mut lines = vec![
            "# interview-kit lock file. Rebuild this kit with `--locked FILE`; the build fails if the bank has changed."
                .to_owned(),
            "lock: 2".to_owned(),
            format!("code: {}", self.code),
        ];
        lines.extend(role.as_ref().map(|role| format!("role: {role}")));
        lines.extend(level.as_ref().map(|level| format!("level: {level}")));
        lines.extend(minutes.map(|minutes| format!("minutes: {minutes}")));
        lines.push(format!("reserve: {reserve}"));
        lines.push(format!("shared: {}", ids(shared)));
        lines.push("seats:".to_owned());
        for LockedSeat { interviewer, themes, questions } in seats {
            lines.push(format!("  - questions: {}", ids(questions)));
            let name =
                interviewer.as_ref().map(|name| format!("    interviewer: {}", scalar(name)));
            lines.extend(name);
            if !themes.is_empty() {
                lines.push(format!("    themes: {}", ids(themes)));
            }
        }
        lines.push(if unmet.is_empty() { "unmet: []" } else { "unmet:" }.to_owned());
        lines.extend(unmet.iter().map(|unmet| {
            let values = goal(unmet).into_iter().map(|(key, value)| format!("{key}: {value}"));
            format!("  - {{{}}}", values.collect::<Vec<_>>().join(", "))
        }));
        lines.push("hashes:".to_owned());
        lines.extend(self.parts.iter().map(|(name, part)| format!("  {name}: {}", part.hash)));
        lines.push(String::new());
        lines.join("\n")
    }

    /// Proves that a kit is the locked one, or reports what has changed.
    pub fn verify(&self, content: &Content<'_>) -> Result<(), Rejected> {
        let now = hashes(content, &self.recipe);
        let mut sink = Diagnostics::new();
        for (name, before) in &self.parts {
            let message = match now.get(name) {
                Some(hash) if *hash == before.hash => continue,
                Some(_) => format!("the {name} has changed since the lock file was written"),
                None => format!("the {name} is no longer part of the kit"),
            };
            sink.push(changed(message, before.span.as_ref()));
        }
        let start = self.places.as_ref().map(|(start, _)| start);
        for name in now.keys().filter(|name| !self.parts.contains_key(*name)) {
            let message = format!("the {name} is not in the lock file");
            sink.push(changed(message, start));
        }
        let code = content.code();
        if !sink.has_errors() && code != self.code {
            let message = format!("the kit code is {code}, not {}", self.code);
            sink.push(changed(message, self.places.as_ref().map(|(_, code)| code)));
        }
        sink.check(Some(())).map(|_| ()).map_err(|rejected| rejected.help_last(HELP))
    }

    /// Proves that every question still exists.
    pub fn verify_questions(&self, exists: impl Fn(&Id) -> bool) -> Result<(), Rejected> {
        let mut sink = Diagnostics::new();
        let ids: BTreeSet<&Id> =
            self.recipe.seats.iter().flat_map(|seat| &seat.questions).collect();
        for id in ids.into_iter().filter(|id| !exists(id)) {
            let part = self.parts.get(&format!("question {id}"));
            let start = self.places.as_ref().map(|(start, _)| start);
            let place = part.and_then(|part| part.span.as_ref()).or(start);
            sink.push(changed(format!("the question `{id}` is no longer in the bank"), place));
        }
        sink.check(Some(())).map(|_| ()).map_err(|rejected| rejected.help_last(HELP))
    }
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
