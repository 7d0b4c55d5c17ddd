use std::fmt;
use std::str::FromStr;

use crate::bank::Id;

/// An interviewer of a panel, whose name may not be known yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InterviewerSlot {
    /// The name, if it is known.
    pub name: Option<String>,
    /// The only themes to ask about; empty for all themes.
    pub themes: Vec<Id>,
}

/// Why a text does not describe an interviewer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InterviewerParseError {
    /// There is neither a name nor a theme.
    Empty,
    /// A theme is missing behind a colon or a plus sign.
    EmptyTheme,
    /// This cannot be the id of a theme.
    InvalidTheme(String),
}

impl InterviewerSlot {
    /// The most interviewers of a panel: no candidate meets more, and no panel plan has space for them.
    pub const MAX: usize = 20;

    /// The name, or `Interviewer 2` for the slot at index 1.
    #[must_use]
    pub fn label(&self, index: usize) -> String {
        interviewer_label(self.name.as_deref(), index)
    }
}

/// The name, or `Interviewer 2` for the interviewer at index 1.
#[must_use]
pub fn interviewer_label(name: Option<&str>, index: usize) -> String {
    name.map_or_else(|| format!("Interviewer {}", index + 1), str::to_owned)
}

impl FromStr for InterviewerSlot {
    type Err = InterviewerParseError;

    /// `Ana`, `Ana:strategy` or `Ana:strategy+people`; without a name, `:strategy`.
    fn from_str(text: &str) -> Result<Self, InterviewerParseError> {
        let (name, themes) = match text.split_once(':') {
            Some((name, themes)) => (name.trim(), Some(themes)),
            None => (text.trim(), None),
        };
        let mut slot =
            Self { name: (!name.is_empty()).then(|| name.to_owned()), themes: Vec::new() };
        for word in themes.into_iter().flat_map(|themes| themes.split('+')).map(str::trim) {
            match word.to_lowercase().parse() {
                Ok(theme) if slot.themes.contains(&theme) => {}
                Ok(theme) => slot.themes.push(theme),
                Err(_) if word.is_empty() => return Err(InterviewerParseError::EmptyTheme),
                Err(_) => return Err(InterviewerParseError::InvalidTheme(word.to_owned())),
            }
        }
        if slot.name.is_none() && slot.themes.is_empty() {
            return Err(InterviewerParseError::Empty);
        }
        Ok(slot)
    }
}

impl fmt::Display for InterviewerParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InvalidTheme(word) => write!(f, "`{word}` is not a valid theme id: ")?,
            Self::EmptyTheme => f.write_str("a theme is missing after `:` or `+`: ")?,
            Self::Empty => {}
        }
        f.write_str(
            "expected a name, or a name with themes, such as `Ana:strategy` or `Ana:strategy+people`",
        )
    }
}

impl std::error::Error for InterviewerParseError {}
