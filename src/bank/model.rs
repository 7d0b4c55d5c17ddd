use std::fmt;

use serde::Serialize;

use super::Id;
use crate::unit::{Minutes, Score};

/// One or more question banks, read as one. Every id that it mentions exists; every list has its promised length.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bank {
    /// The files it was read from, in the order in which they were given; at least one.
    pub origins: Vec<Origin>,
    /// What questions give evidence of.
    pub competencies: Vec<Competency>,
    /// Documents to read beside the questions.
    pub companions: Vec<Companion>,
    /// The levels, in order of seniority.
    pub levels: Vec<Level>,
    /// The roles for which a kit can be made.
    pub roles: Vec<Role>,
    /// The rating scale, from 1 upwards: 3, 4, 5 or 7 points. "No evidence" is always offered besides.
    pub scale: Vec<ScalePoint>,
    /// The questions, in the order of the files; at least one.
    pub questions: Vec<Question>,
}

/// What one bank file says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The bank's own id.
    pub id: Id,
    /// Its title, as printed.
    pub title: String,
    /// Its edition, such as `2026`.
    pub edition: String,
    /// The language of its texts, as a BCP 47 tag.
    pub language: String,
    /// Where its texts come from.
    pub source: String,
    /// For whom it was written.
    pub audience: Vec<String>,
    /// The words above the list of competencies, where the bank has its own.
    pub competencies_label: Option<String>,
}

/// What a question gives evidence of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Competency {
    /// Its id.
    pub id: Id,
    /// A short name: `Risk communication`.
    pub title: String,
    /// What somebody who has it does.
    pub definition: Option<String>,
}

/// A document to read beside the questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Companion {
    /// Its id.
    pub id: Id,
    /// Its title.
    pub title: String,
}

/// A level of seniority.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    /// Its id.
    pub id: Id,
    /// Its title.
    pub title: String,
}

/// A role: the questions of its level, less those left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// Its id.
    pub id: Id,
    /// Its title.
    pub title: String,
    /// The level of which it takes the questions.
    pub level: Id,
    /// Questions to be kept when time is short.
    pub must_ask: Vec<Id>,
    /// Questions that it does not take although they are of its level.
    pub leave_out: Vec<Id>,
}

/// A point of the rating scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScalePoint {
    /// The score.
    pub score: Score,
    /// What it is called.
    pub label: String,
}

/// One question with all that an interviewer needs to ask and rate it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its id, unique in the whole `Bank`.
    pub id: Id,
    /// Its number in its own file.
    pub number: u32,
    /// The question as it is asked.
    pub ask: String,
    /// Its primary theme.
    pub theme: Theme,
    /// Further themes that it touches.
    pub also: Vec<Theme>,
    /// The levels that it suits; at least one.
    pub levels: Vec<Id>,
    /// What it gives evidence of; at least one, the most important first.
    pub competencies: Vec<Id>,
    /// What it asks for.
    pub kind: Kind,
    /// How long it takes, follow-up and notes included.
    pub minutes: Minutes,
    /// What to read beside it.
    pub companions: Vec<Id>,
    /// The words above its rubric, where they are not the usual ones.
    pub rubric_label: Option<String>,
    /// What a strong answer covers, one checkbox each; at least one.
    pub rubric: Vec<String>,
    /// What must be asked where the answer did not cover it.
    pub follow_up: Option<String>,
    /// What may be asked of a candidate who stays vague.
    pub probes: Vec<String>,
    /// Warning signs.
    pub watch_for: Vec<String>,
    /// Behaviour that earns a rating, by rising score.
    pub anchors: Vec<Anchor>,
}

/// Behaviour that earns a rating.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// The rating.
    pub score: Score,
    /// What an interviewer would hear.
    pub text: String,
}

/// What part of the work a question is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// Where to go, and why.
    Strategy,
    /// How the work gets done.
    Execution,
    /// How people are led and won over.
    People,
}

/// What a question asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// What the candidate would do.
    Situational,
    /// What the candidate thinks.
    Opinion,
    /// What the candidate has done.
    Behavioral,
}

impl Bank {
    /// The question of an id.
    #[must_use]
    pub fn question(&self, id: &Id) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == *id)
    }

    /// The role of an id.
    #[must_use]
    pub fn role(&self, id: &Id) -> Option<&Role> {
        self.roles.iter().find(|role| role.id == *id)
    }

    /// The level of an id.
    #[must_use]
    pub fn level(&self, id: &Id) -> Option<&Level> {
        self.levels.iter().find(|level| level.id == *id)
    }

    /// The competency of an id.
    #[must_use]
    pub fn competency(&self, id: &Id) -> Option<&Competency> {
        self.competencies.iter().find(|competency| competency.id == *id)
    }

    /// The companion of an id.
    #[must_use]
    pub fn companion(&self, id: &Id) -> Option<&Companion> {
        self.companions.iter().find(|companion| companion.id == *id)
    }
}

impl Theme {
    /// Every theme, in the order in which they are listed.
    pub const ALL: [Self; 3] = [Self::Strategy, Self::Execution, Self::People];

    /// The word by which bank and command line name it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Strategy => "strategy",
            Self::Execution => "execution",
            Self::People => "people",
        }
    }
}

impl Kind {
    /// Every kind, in the order in which they are listed.
    pub const ALL: [Self; 3] = [Self::Situational, Self::Opinion, Self::Behavioral];

    /// The word by which bank and command line name it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Situational => "situational",
            Self::Opinion => "opinion",
            Self::Behavioral => "behavioral",
        }
    }
}

impl fmt::Display for Theme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
