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
    NothingFor(NothingLeft),
    /// Fewer questions match than a panel without common questions has interviewers.
    TooFewQuestions {
        /// How many interviewers there are.
        interviewers: usize,
        /// How many questions match.
        questions: usize,
    },
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

/// For whom no question is left, and what was to be kept to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NothingLeft {
    /// The interviewer.
    pub interviewer: InterviewerSlot,
    /// Whether there are must-asks.
    pub has_must_asks: bool,
    /// Whether the interviews have a length.
    pub has_minutes: bool,
    /// Whether the number of questions has a limit.
    pub has_limit: bool,
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
            Self::TooFewQuestions { .. } => "too-few-questions",
            Self::NoTime { .. } => "no-time",
        }
    }

    /// The reason in a sentence, with the names that were asked for.
    #[must_use]
    pub fn message(&self) -> String {
        match self {
            Self::Unknown(it) => format!("unknown {} `{}`", it.facet.noun, it.value),
            Self::NothingFor(left) => {
                left.message(left.interviewer.name.as_deref().unwrap_or(SOMEBODY))
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
            Self::NothingFor(left) => left.message(SOMEBODY),
            Self::TooFewQuestions { interviewers, questions } => {
                let (matches, only) = match questions {
                    1 => ("matches", "only 1".to_owned()),
                    more => ("match", format!("only {more}")),
                };
                format!("{interviewers} interviewers need a question each, but {only} {matches}")
            }
            Self::NoTime { minutes, reserve, shortest } => {
                let reserved = match reserve {
                    Minutes(0) => String::new(),
                    Minutes(1) => "1 minute is reserved, and ".to_owned(),
                    reserve => format!("{reserve} minutes are reserved, and "),
                };
                let (whole, shortest) = (counted(*minutes), counted(*shortest));
                format!(
                    "no question fits into {whole}: {reserved}the shortest question takes {shortest}"
                )
            }
        }
    }

    /// The ways out, a sentence each, in the bank's names and the program's own words.
    #[must_use]
    pub fn help(&self) -> Vec<String> {
        self.help_naming(|option| format!("--{option}"))
    }

    /// The same for a row of a roster, whose columns have the names of options.
    #[must_use]
    pub fn help_for_row(&self) -> Vec<String> {
        self.help_naming(|column| format!("`{column}`"))
    }

    fn help_naming(&self, name: impl Fn(&str) -> String) -> Vec<String> {
        match self {
            Self::Unknown(it) => {
                let nearest = it.suggestion.iter().map(|name| format!("did you mean `{name}`?"));
                nearest.chain([format!("expected one of: {}", list(&it.known))]).collect()
            }
            Self::NoMatch(nothing) => nothing.help(),
            Self::TooManyWays => {
                let [competency, theme, question] = ["competency", "theme", "question"].map(name);
                vec![format!("narrow the selection with {competency}, {theme}, or {question}")]
            }
            Self::TooManyMustAsks => {
                vec![format!("drop some with {}, or raise {}", name("exclude"), name("minutes"))]
            }
            Self::TooManyInterviewers(_) => {
                vec![format!(
                    "the maximum is {}; split it into several panels",
                    InterviewerSlot::MAX
                )]
            }
            Self::NothingFor(left) => {
                let minutes = left.has_minutes.then(|| format!("more {}, ", name("minutes")));
                let limit = left.has_limit.then(|| format!("a higher {}, ", name("limit")));
                let budgets: String = minutes.into_iter().chain(limit).collect();
                vec![format!("use fewer interviewers, {budgets}or broader themes or filters")]
            }
            Self::TooFewQuestions { .. } => {
                vec!["use fewer interviewers, broader filters, or --shared 1".to_owned()]
            }
            Self::NoTime { reserve, shortest, .. } => {
                let less = match reserve {
                    Minutes(0) => String::new(),
                    _ => format!(", or lower {}", name("reserve")),
                };
                vec![format!("set {} to {} or more{less}", name("minutes"), *shortest + *reserve)]
            }
        }
    }
}

/// An interviewer without a name.
const SOMEBODY: &str = "one of the interviewers";

impl NothingLeft {
    fn message(&self, who: &str) -> String {
        let required = if self.has_must_asks { "the required questions and " } else { "" };
        let about = about(&self.interviewer);
        format!("no question{about} is left for {who} after {required}the other interviewers")
    }
}

fn counted(minutes: Minutes) -> String {
    if minutes == Minutes(1) { "1 minute".to_owned() } else { format!("{minutes} minutes") }
}

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
        match self.total {
            1 => "the only question does not match".to_owned(),
            total => format!("none of the {total} questions matches"),
        }
    }

    fn help(&self) -> Vec<String> {
        let left = self.counts().map(|(filter, count)| format!("{filter}: {count}"));
        let exists = self.listed();
        let exists = exists.map(|(name, known)| format!("available for {name}: {known}"));
        left.chain([self.remedy().to_owned()]).chain(exists).collect()
    }

    /// What each filter leaves.
    fn counts(&self) -> impl Iterator<Item = (String, String)> {
        self.facets.iter().enumerate().map(|(index, left)| {
            let FilterCount { facet, values, alone, together, .. } = left;
            let alone = if *alone == 1 { "1 matches".to_owned() } else { format!("{alone} match") };
            let count = match index {
                0 => alone,
                _ => format!("{alone}, {together} together with the filters above"),
            };
            (format!("{} {}", facet.name, values.join(",")), count)
        })
    }

    fn remedy(&self) -> &'static str {
        match self.facets.as_slice() {
            [_] => "broaden the filter",
            _ => "remove or broaden the filter that leaves 0",
        }
    }

    /// The values of the filters that have few enough to be listed.
    fn listed(&self) -> impl Iterator<Item = (&'static str, String)> {
        let listed = self.facets.iter().filter(|left| left.facet.is_listed);
        listed.map(|left| (left.facet.name, list(&left.known)))
    }
}

impl fmt::Display for NoMatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.summary())?;
        for (filter, count) in self.counts() {
            write!(f, "\n  --{filter}: {count}")?;
        }
        write!(f, "\n  help: {}", self.remedy())?;
        let mut listed = self.listed().peekable();
        if listed.peek().is_some() {
            f.write_str("; available values:")?;
        }
        listed.try_for_each(|(name, known)| write!(f, "\n    --{name}: {known}"))
    }
}

impl std::error::Error for SelectError {}

/// Names as a sentence lists them.
fn list(names: &[String]) -> String {
    if names.is_empty() { "none".to_owned() } else { listed(names.iter().map(String::as_str)) }
}
