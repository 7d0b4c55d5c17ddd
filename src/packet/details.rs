use std::fmt;
use std::str::FromStr;

use crate::bank::Theme;
use crate::base::text::nearest;

/// The details of one interview. What is absent is printed as a blank to fill in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InterviewDetails {
    /// Who is interviewed.
    pub candidate: Option<String>,
    /// Who interviews.
    pub interviewer: Option<String>,
    /// The position as it was advertised.
    pub position: Option<String>,
    /// The day, as it is to be printed.
    pub date: Option<String>,
    /// The time of day, as it is to be printed. A panel's schedule is computed from it, so there it must be one that can be read.
    pub time: Option<String>,
    /// Whom the candidate can ask for adjustments.
    pub contact: Option<String>,
    /// The day until which the papers are kept.
    pub keep_until: Option<String>,
}

impl InterviewDetails {
    /// The longest detail that is taken, in bytes: longer than any name or title that can be printed on one line.
    pub const LONGEST: usize = 1000;

    /// The same, with the other's details for those that are absent here.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            candidate: self.candidate.or(other.candidate),
            interviewer: self.interviewer.or(other.interviewer),
            position: self.position.or(other.position),
            date: self.date.or(other.date),
            time: self.time.or(other.time),
            contact: self.contact.or(other.contact),
            keep_until: self.keep_until.or(other.keep_until),
        }
    }
}

/// Somebody of a panel.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Interviewer {
    /// The name, where it is known.
    pub name: Option<String>,
    /// The themes that they keep to; any, if there is none.
    pub themes: Vec<Theme>,
}

impl Interviewer {
    /// The name, or `Interviewer 2` for the interviewer at place 1.
    #[must_use]
    pub fn label(&self, place: usize) -> String {
        label(self.name.as_deref(), place)
    }
}

/// The name, or `Interviewer 2` for the interviewer at place 1.
pub(super) fn label(name: Option<&str>, place: usize) -> String {
    name.map_or_else(|| format!("Interviewer {}", place + 1), str::to_owned)
}

/// Why a text names no interviewer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotAnInterviewer(String);

impl FromStr for Interviewer {
    type Err = NotAnInterviewer;

    /// `Ana`, `Ana:strategy` or `Ana:strategy+people`; without a name, `:strategy`.
    fn from_str(text: &str) -> Result<Self, NotAnInterviewer> {
        let (name, themes) = text.split_once(':').unwrap_or((text, ""));
        let name = name.trim();
        let mut interviewer =
            Self { name: (!name.is_empty()).then(|| name.to_owned()), themes: Vec::new() };
        for word in themes.split('+').map(str::trim).filter(|word| !word.is_empty()) {
            let theme = Theme::ALL.into_iter().find(|theme| theme.as_str() == word.to_lowercase());
            match theme {
                Some(theme) if interviewer.themes.contains(&theme) => {}
                Some(theme) => interviewer.themes.push(theme),
                None => return Err(NotAnInterviewer(word.to_owned())),
            }
        }
        if interviewer.name.is_none() && interviewer.themes.is_empty() {
            return Err(NotAnInterviewer(String::new()));
        }
        Ok(interviewer)
    }
}

impl fmt::Display for NotAnInterviewer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(word) = self;
        if !word.is_empty() {
            write!(f, "there is no theme `{word}`: ")?;
        }
        let themes: Vec<&str> = Theme::ALL.iter().map(|theme| theme.as_str()).collect();
        if let Some(nearest) = nearest(word, themes.iter().copied()) {
            write!(f, "did you mean `{nearest}`? ")?;
        }
        write!(
            f,
            "write a name, or a name with themes, as in `Ana:strategy` or `Ana:strategy+people`; the themes are {}",
            themes.join(", ")
        )
    }
}

impl std::error::Error for NotAnInterviewer {}
