use std::collections::{BTreeMap, BTreeSet};

use super::content::{arrangement, content};
use crate::bank::{Id, Theme};
use crate::base::diagnostic::{Diagnostic, Rejected, Sink};
use crate::base::source::Span;
use crate::base::unit::Minutes;
use crate::base::yaml::scalar;
use crate::packet::Kit;

/// A frozen kit: what was selected, and from what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lock {
    /// How much the file says.
    pub form: Form,
    /// The kit's code.
    pub code: String,
    /// The role for which it was made.
    pub role: Option<Id>,
    /// The level for which it was made.
    pub level: Option<Id>,
    /// The clock.
    pub minutes: Option<Minutes>,
    /// How much of it is kept for opening and closing.
    pub reserve: Minutes,
    /// What everybody of a panel asks.
    pub shared: Vec<Id>,
    /// Who asks what: one seat at least.
    pub seats: Vec<LockedSeat>,
    /// What could not be met, in the words that are printed.
    pub unmet: Vec<String>,
    /// What it is made of, by name.
    pub(super) content: BTreeMap<String, Part>,
    /// Where the file begins, and where its code stands.
    pub(super) places: Option<(Span, Span)>,
}

/// The forms that lock files have had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// It has hashes of what is printed of each part, and not of their order, the clock, the seats and what could not be met.
    One,
    /// It has a hash of everything.
    Two,
}

/// What one interviewer asks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LockedSeat {
    /// The interviewer of a panel, where the name was known.
    pub interviewer: Option<String>,
    /// The themes that they keep to.
    pub themes: Vec<Theme>,
    /// The questions, in the order in which they are asked.
    pub questions: Vec<Id>,
}

/// A part of a kit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) hash: String,
    /// Where it stands in the file, if it was read from one.
    pub(super) span: Option<Span>,
}

impl Lock {
    /// The lock of a kit: for which role or level it was made, with which clock and reserve, what everybody asks, and who asks
    /// what.
    #[must_use]
    pub fn new(
        kit: &Kit,
        role: Option<Id>,
        level: Option<Id>,
        (minutes, reserve): (Option<Minutes>, Minutes),
        shared: Vec<Id>,
        seats: Vec<LockedSeat>,
    ) -> Self {
        let (code, unmet) = (kit.code.clone(), kit.unmet.clone());
        let (form, content, places) = (Form::Two, BTreeMap::new(), None);
        let lock = Self {
            form,
            code,
            role,
            level,
            minutes,
            reserve,
            shared,
            seats,
            unmet,
            content,
            places,
        };
        let parts = lock.parts(kit).into_iter();
        let content = parts.map(|(name, hash)| (name, Part { hash, span: None })).collect();
        Self { content, ..lock }
    }

    /// The lock as a file: YAML, for people to read and to compare.
    #[must_use]
    pub fn text(&self) -> String {
        let list = |words: &[&str]| format!("[{}]", words.join(", "));
        let ids = |ids: &[Id]| list(&ids.iter().map(Id::as_str).collect::<Vec<_>>());
        let mut lines = vec![
            "# A frozen kit of interview-kit: `--locked` with this file makes exactly it again, or says what has changed."
                .to_owned(),
            "lock: 2".to_owned(),
            format!("code: {}", self.code),
        ];
        lines.extend(self.role.as_ref().map(|role| format!("role: {role}")));
        lines.extend(self.level.as_ref().map(|level| format!("level: {level}")));
        lines.extend(self.minutes.map(|minutes| format!("minutes: {minutes}")));
        lines.push(format!("reserve: {}", self.reserve));
        lines.push(format!("shared: {}", ids(&self.shared)));
        lines.push("seats:".to_owned());
        for LockedSeat { interviewer, themes, questions } in &self.seats {
            lines.push(format!("  - questions: {}", ids(questions)));
            let name =
                interviewer.as_ref().map(|name| format!("    interviewer: {}", scalar(name)));
            lines.extend(name);
            if !themes.is_empty() {
                let themes: Vec<&str> = themes.iter().map(|theme| theme.as_str()).collect();
                lines.push(format!("    themes: {}", list(&themes)));
            }
        }
        lines.push(if self.unmet.is_empty() { "unmet: []" } else { "unmet:" }.to_owned());
        lines.extend(self.unmet.iter().map(|sentence| format!("  - {}", scalar(sentence))));
        lines.push("content:".to_owned());
        lines.extend(self.content.iter().map(|(name, part)| format!("  {name}: {}", part.hash)));
        lines.push(String::new());
        lines.join("\n")
    }

    /// Proves that a kit is the one that was frozen, or says what has changed.
    pub fn verify(&self, kit: &Kit) -> Result<(), Rejected> {
        let now = self.parts(kit);
        let mut sink = Sink::new();
        for (name, before) in &self.content {
            let message = match now.get(name) {
                Some(hash) if *hash == before.hash => continue,
                Some(_) => format!("the {name} has changed since the kit was frozen"),
                None => format!("the {name} is no longer part of the kit"),
            };
            sink.push(changed(message, before.span.as_ref()));
        }
        let start = self.places.as_ref().map(|(start, _)| start);
        for name in now.keys().filter(|name| !self.content.contains_key(*name)) {
            let message = format!("the {name} was not part of the kit when it was frozen");
            sink.push(changed(message, start));
        }
        if !sink.has_errors() && kit.code != self.code {
            let message = format!(
                "the kit's code would be {}, and was {}: the clock or the order has changed",
                kit.code, self.code
            );
            sink.push(changed(message, self.places.as_ref().map(|(_, code)| code)));
        }
        sink.check(Some(())).map(|_| ()).map_err(|rejected| rejected.help_last(HELP))
    }

    /// Proves that every question still exists.
    pub fn verify_questions(&self, exists: impl Fn(&Id) -> bool) -> Result<(), Rejected> {
        let mut sink = Sink::new();
        let ids: BTreeSet<&Id> = self.seats.iter().flat_map(|seat| &seat.questions).collect();
        for id in ids.into_iter().filter(|id| !exists(id)) {
            let part = self.content.get(&format!("question {id}"));
            let start = self.places.as_ref().map(|(start, _)| start);
            let place = part.and_then(|part| part.span.as_ref()).or(start);
            sink.push(changed(format!("the question `{id}` is no longer in the bank"), place));
        }
        sink.check(Some(())).map(|_| ()).map_err(|rejected| rejected.help_last(HELP))
    }

    /// What a kit is made of, by name, each with its hash.
    fn parts(&self, kit: &Kit) -> BTreeMap<String, String> {
        let mut parts = content(kit);
        if self.form == Form::Two {
            parts.extend(arrangement(kit, self));
        }
        parts
    }
}

/// What is said of a change holds names of the bank and of this program only.
fn changed(message: String, place: Option<&Span>) -> Diagnostic {
    let fault = Diagnostic::error("lock", message).all_own_words();
    match place {
        Some(span) => fault.at(span.clone()),
        None => fault,
    }
}

const HELP: &str = "use the bank and the lock file as they were then, or freeze a new kit with --lock: its packets will bear another \
                    code";
