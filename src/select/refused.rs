use std::fmt;

use super::Seat;
use crate::unit::Minutes;

/// Why nothing was selected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// A name that the bank does not know.
    Unknown(Unknown),
    /// No question matches all facets.
    NothingLeft(NothingLeft),
    /// The questions give evidence of so many competencies that the best set cannot be told in bounded time.
    TooManyWays,
    /// More people than a panel has.
    TooManySeats(usize),
    /// Questions match, but none of them is for this interviewer.
    NothingFor(Seat),
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
    /// The facet for which it was given.
    pub facet: &'static str,
    /// The name.
    pub value: String,
    /// The name that was most likely meant.
    pub suggestion: Option<String>,
    /// The names that exist.
    pub known: Vec<String>,
}

/// What each facet left over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NothingLeft {
    /// How many questions there are.
    pub total: usize,
    /// The facets that were used.
    pub facets: Vec<Left>,
}

/// What one facet left over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// Its name.
    pub facet: &'static str,
    /// What was asked for.
    pub values: Vec<String>,
    /// How many questions it leaves by itself.
    pub alone: usize,
    /// How many questions it leaves together with the facets before it.
    pub together: usize,
    /// What could be asked for.
    pub known: Vec<String>,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(unknown) => unknown.fmt(f),
            Self::NothingLeft(nothing) => nothing.fmt(f),
            Self::NothingFor(seat) => {
                let who = seat.name.as_deref().unwrap_or("one of the interviewers");
                let themes: Vec<&str> = seat.themes.iter().map(|theme| theme.as_str()).collect();
                let about = match themes.as_slice() {
                    [] => String::new(),
                    themes => format!(" about {}", themes.join(" or ")),
                };
                write!(
                    f,
                    "no question{about} is left for {who}\n  help: share it out among fewer, give more minutes, or widen the \
                     themes and the facets"
                )
            }
            Self::TooManySeats(count) => write!(
                f,
                "a panel of {count} people\n  help: it has {} at most; make several panels",
                Seat::MOST
            ),
            Self::TooManyWays => f.write_str(
                "the best questions cannot be told: there are too many, with too many competencies between them\n  help: \
                 narrow them with --competency, --theme or --question",
            ),
            Self::NoTime { minutes, reserve, shortest } => write!(
                f,
                "no question fits: of {minutes} minutes, {reserve} are kept for opening and closing, and the shortest \
                 question takes {shortest}\n  help: give --minutes {} or more, or a smaller --reserve",
                *shortest + *reserve
            ),
        }
    }
}

impl fmt::Display for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "--{} {}: the bank has no such {}", self.facet, self.value, self.noun())?;
        if let Some(suggestion) = &self.suggestion {
            write!(f, "\n  help: did you mean `{suggestion}`?")?;
        }
        write!(f, "\n  help: it has {}", list(&self.known))
    }
}

impl Unknown {
    fn noun(&self) -> &'static str {
        match self.facet {
            "exclude" => "question",
            facet => facet,
        }
    }
}

impl fmt::Display for NothingLeft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no question is left of {}", self.total)?;
        for left in &self.facets {
            let Left { facet, values, alone, together, .. } = left;
            let values = values.join(",");
            write!(
                f,
                "\n  --{facet} {values} leaves {alone} by itself, {together} with those above"
            )?;
        }
        write!(f, "\n  help: drop or widen the facet that leaves none; what exists:")?;
        for left in self.facets.iter().filter(|left| !matches!(left.facet, "question" | "exclude"))
        {
            write!(f, "\n    --{}: {}", left.facet, list(&left.known))?;
        }
        Ok(())
    }
}

impl std::error::Error for Refused {}

/// Names as a sentence lists them; a long list is cut short.
fn list(names: &[String]) -> String {
    const MOST: usize = 24;
    match names {
        [] => "none".to_owned(),
        names if names.len() <= MOST => names.join(", "),
        names => format!("{} and {} more", names[..MOST].join(", "), names.len() - MOST),
    }
}
