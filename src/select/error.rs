use std::fmt;

use super::facet::Facet;
use super::slot::InterviewerSlot;
use crate::bank::Id;
use crate::base::text::listed;
use crate::base::unit::Minutes;

/// Why nothing was selected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SelectError {
    /// A name that the bank does not know.
    Unknown(Unknown),
    /// No question matches all facets.
    NoMatch(NoMatch),
    /// The questions give evidence of so many competencies that the best set cannot be found in bounded time.
    TooManyWays,
    /// There are so many must-asks, and so many ways to share them out, that it cannot be found in bounded time how many fit.
    TooManyMustAsks,
    /// More people than a panel has.
    TooManyInterviewers(usize),
    /// Questions match, but none is left for this interviewer: must-asks come first, and then the interviewers before.
    NothingFor(InterviewerSlot),
    /// Questions match, but none fits the clock.
    NoTime {
        /// The clock.
        minutes: Minutes,
        /// What is kept of it for opening and closing.
        reserve: Minutes,
        /// What the shortest question takes.
        shortest: Minutes,
    },
}

/// A name that the bank does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// The option that names it.
    pub option: &'static str,
    /// The facet of which it would be a value.
    pub facet: &'static Facet,
    /// The name.
    pub value: String,
    /// The name that was most likely meant.
    pub suggestion: Option<String>,
    /// The names that exist.
    pub known: Vec<String>,
}

/// What each facet left over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoMatch {
    /// How many questions there are.
    pub total: usize,
    /// The facets that were used.
    pub facets: Vec<FilterCount>,
}

/// What one facet left over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilterCount {
    /// The facet.
    pub facet: &'static Facet,
    /// What was asked for.
    pub values: Vec<String>,
    /// How many questions it leaves by itself.
    pub alone: usize,
    /// How many questions it leaves together with the facets before it.
    pub together: usize,
    /// What could be asked for.
    pub known: Vec<String>,
}

impl SelectError {
    /// A stable name for the reason.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unknown(_) => "unknown-name",
            Self::NoMatch(_) => "no-match",
            Self::TooManyWays => "too-many-ways",
            Self::TooManyMustAsks => "too-many-must-asks",
            Self::TooManyInterviewers(_) => "too-many-interviewers",
            Self::NothingFor(_) => "nothing-for-interviewer",
            Self::NoTime { .. } => "no-time",
        }
    }

    /// The reason in a sentence, with the names that were asked for.
    #[must_use]
    pub fn message(&self) -> String {
        match self {
            Self::Unknown(it) => format!("unknown {} `{}`", it.facet.noun, it.value),
            Self::NothingFor(slot) => {
                let who = slot.name.as_deref().unwrap_or("one of the interviewers");
                format!("no question{} is left for {who}{BEFORE}", about(slot))
            }
            _ => self.own_words(),
        }
    }

    /// The reason in a sentence that holds no name of a person, and none that the bank does not know.
    #[must_use]
    pub fn own_words(&self) -> String {
        match self {
            Self::Unknown(it) => format!("unknown {}", it.facet.noun),
            Self::NoMatch(nothing) => nothing.summary(),
            Self::TooManyWays => "too many combinations to find the best set".to_owned(),
            Self::TooManyMustAsks => {
                "too many combinations to determine how many required questions fit".to_owned()
            }
            Self::TooManyInterviewers(count) => {
                format!("panel of {count} interviewers is too large")
            }
            Self::NothingFor(slot) => {
                format!("no question{} is left for one of the interviewers{BEFORE}", about(slot))
            }
            Self::NoTime { minutes, reserve, shortest } => format!(
                "no question fits in {minutes} minutes with {reserve} reserved; the shortest takes {shortest}"
            ),
        }
    }

    /// The ways out, a sentence each, in the bank's names and the program's own words.
    #[must_use]
    pub fn help(&self) -> Vec<String> {
        match self {
            Self::Unknown(it) => {
                let nearest = it.suggestion.iter().map(|name| format!("did you mean `{name}`?"));
                nearest.chain([format!("expected one of: {}", list(&it.known))]).collect()
            }
            Self::NoMatch(nothing) => nothing.help(),
            Self::TooManyWays => {
                vec!["narrow the selection with --competency, --theme, or --question".to_owned()]
            }
            Self::TooManyMustAsks => {
                vec!["drop some with --exclude, or raise --minutes".to_owned()]
            }
            Self::TooManyInterviewers(_) => {
                vec![format!("the maximum is {}; split it into several panels", InterviewerSlot::MAX)]
            }
            Self::NothingFor(_) => vec![
                "use fewer interviewers, more --minutes, a higher --limit, or broader themes or filters"
                    .to_owned(),
            ],
            Self::NoTime { reserve, shortest, .. } => vec![format!(
                "use --minutes {} or more, or a smaller --reserve",
                *shortest + *reserve
            )],
        }
    }
}

/// What an interviewer comes after.
const BEFORE: &str = " after the required questions and the other interviewers";

/// What a slot's question would be about.
fn about(slot: &InterviewerSlot) -> String {
    let themes: Vec<&str> = slot.themes.iter().map(Id::as_str).collect();
    if themes.is_empty() { String::new() } else { format!(" about {}", themes.join(" or ")) }
}

impl fmt::Display for SelectError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoMatch(nothing) => return nothing.fmt(f),
            Self::Unknown(Unknown { option, value, .. }) => {
                write!(f, "--{option} {value}: {}", self.own_words())?;
            }
            _ => f.write_str(&self.message())?,
        }
        self.help().iter().try_for_each(|help| write!(f, "\n  help: {help}"))
    }
}

impl NoMatch {
    fn summary(&self) -> String {
        format!("no question matches (of {})", self.total)
    }

    fn help(&self) -> Vec<String> {
        let left = self.facets.iter().map(|left| {
            let FilterCount { facet, values, alone, together, .. } = left;
            let values = values.join(",");
            format!(
                "{} {values}: {alone} alone, {together} combined with the filters above",
                facet.name
            )
        });
        let exists = self.facets.iter().filter(|left| left.facet.is_listed);
        let exists =
            exists.map(|left| format!("available for {}: {}", left.facet.name, list(&left.known)));
        let drop = "remove or broaden the filter that leaves 0".to_owned();
        left.chain([drop]).chain(exists).collect()
    }
}

impl fmt::Display for NoMatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.summary())?;
        for left in &self.facets {
            let FilterCount { facet, values, alone, together, .. } = left;
            let values = values.join(",");
            write!(
                f,
                "\n  --{} {values}: {alone} alone, {together} combined with the filters above",
                facet.name
            )?;
        }
        write!(f, "\n  help: remove or broaden the filter that leaves 0; available values:")?;
        for left in self.facets.iter().filter(|left| left.facet.is_listed) {
            write!(f, "\n    --{}: {}", left.facet.name, list(&left.known))?;
        }
        Ok(())
    }
}

impl std::error::Error for SelectError {}

/// Names as a sentence lists them.
fn list(names: &[String]) -> String {
    if names.is_empty() { "none".to_owned() } else { listed(names.iter().map(String::as_str)) }
}
