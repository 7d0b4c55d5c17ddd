use std::collections::BTreeMap;
use std::fmt::Write;

use super::content::content;
use crate::bank::{Id, Theme};
use crate::diagnostic::{Diagnostic, Rejected, Sink};
use crate::kit::Kit;
use crate::source::{Span, Spanned};
use crate::unit::Minutes;
use crate::yaml::scalar;

/// A frozen kit: what was selected, and from what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lock {
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
    /// What it is made of, by name, each with its hash and its place in the file.
    pub(super) content: BTreeMap<String, Spanned<String>>,
    /// Where the file begins.
    pub(super) span: Option<Span>,
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
        let (code, content) = (kit.code.clone(), BTreeMap::new());
        Self { code, role, level, minutes, reserve, shared, seats, content, span: None }
    }

    /// The kit as a lock file: YAML, for people to read and to compare.
    #[must_use]
    pub fn text(&self, kit: &Kit) -> String {
        let mut text = String::from(
            "# A frozen kit of interview-kit: `--locked` with this file makes exactly it again, or says what has changed.\n\
             lock: 1\n",
        );
        // Writing to a text cannot fail.
        let mut line = |key: &str, value: &str| {
            let _ = writeln!(text, "{key}: {value}");
        };
        line("code", &self.code);
        let ids = |ids: &[Id]| {
            let ids: Vec<&str> = ids.iter().map(Id::as_str).collect();
            format!("[{}]", ids.join(", "))
        };
        if let Some(role) = &self.role {
            line("role", role.as_str());
        }
        if let Some(level) = &self.level {
            line("level", level.as_str());
        }
        if let Some(minutes) = self.minutes {
            line("minutes", &minutes.to_string());
        }
        line("reserve", &self.reserve.to_string());
        line("shared", &ids(&self.shared));
        line("seats", "");
        for seat in &self.seats {
            line("  - questions", &ids(&seat.questions));
            if let Some(interviewer) = &seat.interviewer {
                line("    interviewer", &scalar(interviewer));
            }
            if !seat.themes.is_empty() {
                let themes: Vec<&str> = seat.themes.iter().map(|theme| theme.as_str()).collect();
                line("    themes", &format!("[{}]", themes.join(", ")));
            }
        }
        line("content", "");
        for (name, hash) in content(kit) {
            line(&format!("  {name}"), &hash);
        }
        text.replace(": \n", ":\n")
    }

    /// Proves that a kit is the one that was frozen, or says what has changed.
    pub fn verify(&self, kit: &Kit) -> Result<(), Rejected> {
        let now = content(kit);
        let mut sink = Sink::new();
        for (name, before) in &self.content {
            let message = match now.get(name) {
                Some(hash) if *hash == before.value => continue,
                Some(_) => format!("the {name} has changed since the kit was frozen"),
                None => format!("the {name} is no longer part of the kit"),
            };
            sink.push(Diagnostic::error("lock", message).at(before.span.clone()));
        }
        for name in now.keys().filter(|name| !self.content.contains_key(*name)) {
            sink.push(
                self.at_start(format!("the {name} was not part of the kit when it was frozen")),
            );
        }
        if !sink.has_errors() && kit.code != self.code {
            sink.push(self.at_start(format!(
                "the kit's code would be {}, and was {}: the clock or the order has changed",
                kit.code, self.code
            )));
        }
        sink.check(Some(())).map(|_| ()).map_err(|rejected| rejected.help_last(HELP))
    }

    /// Proves that every question still exists.
    pub fn verify_questions(&self, exists: impl Fn(&Id) -> bool) -> Result<(), Rejected> {
        let mut sink = Sink::new();
        for id in self.seats.iter().flat_map(|seat| &seat.questions).filter(|id| !exists(id)) {
            let message = format!("the question `{id}` is no longer in the bank");
            let fault = Diagnostic::error("lock", message);
            let place = self.content.get(&format!("question {id}"));
            sink.push(match place {
                Some(hash) => fault.at(hash.span.clone()),
                None => fault,
            });
        }
        sink.check(Some(())).map(|_| ()).map_err(|rejected| rejected.help_last(HELP))
    }

    fn at_start(&self, message: String) -> Diagnostic {
        let fault = Diagnostic::error("lock", message);
        match &self.span {
            Some(span) => fault.at(span.clone()),
            None => fault,
        }
    }
}

const HELP: &str = "use the bank as it was then, or freeze a new kit with --lock: its packets will bear another code";
