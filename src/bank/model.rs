use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

use super::{Id, Rule, schema_of};
use crate::base::unit::{Language, Minutes, Score};

/// One or more question banks, read as one. Every id that it mentions exists; every list has its promised length.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bank {
    /// The files it was read from, in the order in which they were given; at least one.
    pub origins: Vec<Origin>,
    /// The themes, in the order in which they are listed; at least one.
    pub themes: Vec<Theme>,
    /// What questions give evidence of.
    pub competencies: Vec<Competency>,
    /// Documents to read beside the questions.
    pub references: Vec<Reference>,
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
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema)]
pub struct Origin {
    /// The bank's own id. Where banks that are used together have questions of the same id, it is put before theirs.
    pub id: Id,
    /// The bank's title, as printed.
    pub title: String,
    /// The edition, such as `2026`; may be left out.
    #[schemars(default, schema_with = "schema_of::text_or_number")]
    pub edition: String,
    /// The language of the texts, as a BCP 47 tag: `en` if it is left out.
    #[schemars(default, schema_with = "schema_of::language")]
    pub language: Language,
    /// Where the questions come from; may be left out.
    #[schemars(default)]
    pub source: String,
    /// Who wrote what the source did not; the guide says so in its small print.
    pub editor: Option<String>,
    /// For whom the bank was written.
    #[schemars(default)]
    pub audience: Vec<String>,
    /// The words above the list of competencies on a guide's cover.
    pub competencies_label: Option<String>,
    /// Advice that is turned off for the whole bank: the rule's code, and the reason.
    #[schemars(default, schema_with = "schema_of::allowed_in_bank")]
    pub allow: Vec<Suppression>,
}

/// A rule that is turned off somewhere, and why.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Suppression {
    /// The rule, which gives advice: errors cannot be turned off.
    pub rule: Rule,
    /// Why.
    pub reason: String,
}

/// What a question gives evidence of.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Competency {
    /// By what questions refer to it.
    pub id: Id,
    /// A short name: `Risk communication`.
    pub title: String,
    /// What the source says of it, in its own words.
    pub statement: Option<String>,
    /// What an interviewer listens for, in a sentence.
    pub definition: Option<String>,
}

/// A document to read beside the questions.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Reference {
    /// By what questions refer to it.
    pub id: Id,
    /// The document's title.
    pub title: String,
}

/// A level of seniority.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Level {
    /// By what questions and roles refer to it.
    pub id: Id,
    /// The level as it is printed.
    pub title: String,
}

/// A role: the questions of its level, less those left out.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Role {
    /// What `--role` asks for.
    pub id: Id,
    /// The role as it is printed.
    pub title: String,
    /// The level of which it takes the questions.
    pub level: Id,
    /// Questions to be kept when time is short.
    #[schemars(default)]
    pub must_ask: Vec<Id>,
    /// Questions that it does not take although they are of its level.
    #[schemars(default)]
    pub leave_out: Vec<Id>,
    /// Advice that is turned off for this role: the rule's code, and the reason.
    #[schemars(default, schema_with = "schema_of::allowed_in_role")]
    pub allow: Vec<Suppression>,
}

/// A point of the rating scale.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ScalePoint {
    /// The score: 1 for the first point, 2 for the next.
    #[schemars(with = "u8", range(min = 1, max = 7))]
    pub score: Score,
    /// What the score is called.
    pub label: String,
}

/// One question with all that an interviewer needs to ask and rate it.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Question {
    /// A stable name that is never reused: files, links and form fields are named after it.
    pub id: Id,
    /// The question's number in its own file.
    #[schemars(range(min = 1, max = Self::MAX_NUMBER))]
    pub number: u32,
    /// The question as it is asked, word for word.
    pub ask: String,
    /// The theme that it belongs to.
    pub theme: Id,
    /// Further themes that it touches.
    #[schemars(default)]
    pub also: Vec<Id>,
    /// The levels that it suits.
    #[schemars(length(min = 1))]
    pub levels: Vec<Id>,
    /// What it gives evidence of, the most important first.
    #[schemars(length(min = 1))]
    pub competencies: Vec<Id>,
    /// What it asks for.
    pub kind: Kind,
    /// How many minutes it takes, follow-up and notes included.
    #[schemars(with = "u32", range(min = 1, max = Self::MAX_MINUTES))]
    pub minutes: Minutes,
    /// How much it counts where not every question fits the clock: 1 if it is left out.
    #[schemars(default = "one", range(min = 1, max = Self::MAX_WEIGHT))]
    pub weight: u32,
    /// What to read beside it.
    #[schemars(default, rename = "companions")]
    pub references: Vec<Id>,
    /// The words above the rubric: “Strong answer should cover” if they are left out.
    pub rubric_label: Option<String>,
    /// What a strong answer covers, a checkbox each: two to five lines.
    #[schemars(length(min = 1))]
    pub rubric: Vec<String>,
    /// What must be asked where the answer did not cover it: best a question for a past experience.
    pub follow_up: Option<String>,
    /// What may be asked of a candidate who stays vague: two or three open, neutral questions.
    #[schemars(default)]
    pub probes: Vec<String>,
    /// Warning signs that an interviewer can see or hear.
    #[schemars(default)]
    pub watch_for: Vec<String>,
    /// What an interviewer would hear at a rating: the score, and the behavior that earns it.
    #[schemars(default, schema_with = "schema_of::anchors")]
    pub anchors: Vec<Anchor>,
    /// Advice that is turned off for this question: the rule's code, and the reason.
    #[schemars(default, schema_with = "schema_of::allowed_in_question")]
    pub allow: Vec<Suppression>,
}

/// A behavioral anchor: the answer content that earns a score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// The rating.
    pub score: Score,
    /// What an interviewer would hear.
    pub text: String,
}

/// A theme: what part of the work a question is about. Interviewers of a panel can keep to some of them.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Theme {
    /// By what questions and command lines refer to it.
    pub id: Id,
    /// The theme as it is printed.
    pub title: String,
}

/// What a question asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
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
    /// The most questions that are read, of all files together. Of so many a guide can be made.
    pub const MAX_QUESTIONS: usize = 5000;
    /// The most competencies, references, levels and roles that are read, each.
    pub const MAX_ENTRIES: usize = 500;
    /// The most themes that are read: with more, a panel cannot keep to some of them.
    pub const MAX_THEMES: usize = 20;
    /// The longest text that is read, in characters: a page and a half.
    pub const MAX_TEXT_CHARS: usize = 4000;

    /// The theme of an id.
    #[must_use]
    pub fn theme(&self, id: &Id) -> Option<&Theme> {
        self.themes.iter().find(|theme| theme.id == *id)
    }

    /// The place of a theme in the bank's list.
    ///
    /// # Panics
    ///
    /// If the bank has no such theme: those of its questions were checked when it was read, and others are checked before they are
    /// used.
    #[must_use]
    #[expect(clippy::expect_used, reason = "the invariant of a bank")]
    pub fn theme_place(&self, id: &Id) -> usize {
        let place = self.themes.iter().position(|theme| theme.id == *id);
        place.expect("every theme was checked against the bank")
    }

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

    /// The reference document of an id.
    #[must_use]
    pub fn reference(&self, id: &Id) -> Option<&Reference> {
        self.references.iter().find(|reference| reference.id == *id)
    }
}

/// The weight of a question of which the bank says none.
pub(super) fn one() -> u32 {
    1
}

impl Question {
    /// No bank counts further.
    pub const MAX_NUMBER: u32 = 1_000_000;
    /// No question takes longer than a long interview.
    pub const MAX_MINUTES: u32 = 120;
    /// The most entries that are read in any of its lists.
    pub const MAX_ENTRIES: usize = 100;
    /// A hundred times as much as another is as much as a number can tell.
    pub const MAX_WEIGHT: u32 = 100;
}

impl Role {
    /// Whether a question is of the role's level, and not left out.
    #[must_use]
    pub fn takes(&self, question: &Question) -> bool {
        question.levels.contains(&self.level) && !self.leave_out.contains(&question.id)
    }
}

impl Theme {
    /// The themes of a bank that lists none, with their titles.
    pub(super) const USUAL: [(&str, &str); 3] =
        [("strategy", "Strategy"), ("execution", "Execution"), ("people", "People")];
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

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
