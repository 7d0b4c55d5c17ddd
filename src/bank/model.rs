use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

use super::{Id, Rule, TextLanguages, TextOf, schema_of};
use crate::base::unit::{EastAsian, Language, Minutes, Score};

/// One or more question banks, combined. Every id that it refers to exists; every list has a permitted length.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bank {
    /// The files it was read from, in the order given; at least one.
    pub origins: Vec<Origin>,
    /// The themes, in the bank's order; at least one.
    pub themes: Vec<Theme>,
    /// The competencies that questions assess.
    pub competencies: Vec<Competency>,
    /// Reference documents.
    pub references: Vec<Reference>,
    /// The levels, in order of seniority.
    pub levels: Vec<Level>,
    /// The roles to interview for.
    pub roles: Vec<Role>,
    /// The rating scale, from 1 up: 3, 4, 5, or 7 points. “Not assessed” is always offered as well.
    pub scale: Vec<ScalePoint>,
    /// The questions, in the order of the files; at least one.
    pub questions: Vec<Question>,
    /// The languages of the texts, where the files differ in theirs.
    pub languages: TextLanguages,
}

/// The description of a bank at the top of its file.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema)]
pub struct Origin {
    /// The bank's id. If combined banks share a question id, it is used as a prefix.
    pub id: Id,
    /// The bank's title, as printed.
    pub title: String,
    /// The edition, such as `2026`; optional.
    #[schemars(default, schema_with = "schema_of::text_or_number")]
    pub edition: String,
    /// The language of the texts, as a BCP 47 tag; default `en`.
    #[schemars(default, schema_with = "schema_of::language")]
    pub language: Language,
    /// Where the questions come from; optional.
    #[schemars(default)]
    pub source: String,
    /// Author of everything the source did not write; credited in the guide.
    pub editor: Option<String>,
    /// Who the bank was written for, one entry per audience.
    #[schemars(default)]
    pub audience: Vec<String>,
    /// Brand file for the printed documents, relative to this file; it is not part of the kit code.
    pub brand: Option<String>,
    /// Heading above the competencies on the guide's cover.
    pub competencies_label: Option<String>,
    /// Advice suppressed for the whole bank: rule code and reason.
    #[schemars(default, schema_with = "schema_of::allowed_in_bank")]
    pub allow: Vec<Suppression>,
}

/// Advice that is suppressed, and why.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Suppression {
    /// The rule, which gives advice: errors cannot be suppressed.
    pub rule: Rule,
    /// The reason.
    pub reason: String,
}

/// A competency that questions assess.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Competency {
    /// Id that questions refer to.
    pub id: Id,
    /// Short name, such as `Risk communication`.
    pub title: String,
    /// The source's own statement, verbatim.
    pub statement: Option<String>,
    /// One-sentence definition in observable terms.
    pub definition: Option<String>,
}

/// A reference document.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Reference {
    /// Id that questions refer to.
    pub id: Id,
    /// The document's title.
    pub title: String,
}

/// A seniority level.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Level {
    /// Id that questions and roles refer to.
    pub id: Id,
    /// The level's title, as printed.
    pub title: String,
}

/// A role: all questions at its level except those it excludes.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Role {
    /// Id that `--role` refers to.
    pub id: Id,
    /// The role's title, as printed.
    pub title: String,
    /// The role's level.
    pub level: Id,
    /// Required questions, kept when time is short.
    #[schemars(default)]
    pub must_ask: Vec<Id>,
    /// Questions at this level that the role excludes.
    #[schemars(default)]
    pub leave_out: Vec<Id>,
    /// Advice suppressed for this role: rule code and reason.
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
    /// The score's name.
    pub label: String,
}

/// A question, with everything an interviewer needs to ask it and rate the answer.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Question {
    /// Stable id, never reused; names files, links, and form fields.
    pub id: Id,
    /// The question's number in its file.
    #[schemars(range(min = 1, max = Self::MAX_NUMBER))]
    pub number: u32,
    /// The question, exactly as it is asked.
    pub ask: String,
    /// Primary theme.
    pub theme: Id,
    /// Secondary themes.
    #[schemars(default)]
    pub also: Vec<Id>,
    /// Levels it is suitable for.
    #[schemars(length(min = 1))]
    pub levels: Vec<Id>,
    /// Competencies it assesses, most important first.
    #[schemars(length(min = 1))]
    pub competencies: Vec<Id>,
    /// Question type.
    pub kind: Kind,
    /// Minutes, including the follow-up and note-taking.
    #[schemars(with = "u32", range(min = 1, max = Self::MAX_MINUTES))]
    pub minutes: Minutes,
    /// Priority when not every question fits; default 1.
    #[schemars(default = "one", range(min = 1, max = Self::MAX_WEIGHT))]
    pub weight: u32,
    /// Reference documents to read with it.
    #[schemars(default, rename = "companions")]
    pub references: Vec<Id>,
    /// Heading above the rubric; default “Strong answer should cover”.
    pub rubric_label: Option<String>,
    /// What a strong answer covers: two to five lines, each printed with a checkbox.
    #[schemars(length(min = 1))]
    pub rubric: Vec<String>,
    /// One follow-up question, asked of every candidate; ask for a recent real example.
    pub follow_up: Option<String>,
    /// Two or three open, neutral probes, used only if the answer is vague.
    #[schemars(default)]
    pub probes: Vec<String>,
    /// Observable signs of a weak answer.
    #[schemars(default)]
    pub watch_for: Vec<String>,
    /// Behavioral anchors: the answer content that earns each score.
    #[schemars(default, schema_with = "schema_of::anchors")]
    pub anchors: Vec<Anchor>,
    /// Advice suppressed for this question: rule code and reason.
    #[schemars(default, schema_with = "schema_of::allowed_in_question")]
    pub allow: Vec<Suppression>,
}

/// A behavioral anchor: the answer content that earns a score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// The score.
    pub score: Score,
    /// The answer content that earns it.
    pub text: String,
}

/// A theme: the part of the work that a question is about. Interviewers of a panel can be limited to some themes.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Theme {
    /// Id that questions and `--theme` refer to.
    pub id: Id,
    /// The theme's title, as printed.
    pub title: String,
}

/// Question type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// What would you do in this situation?
    Situational,
    /// What is your view or approach?
    Opinion,
    /// Tell me about a time you did this.
    Behavioral,
}

impl Role {
    /// The most entries of a list of questions.
    pub const MAX_ENTRIES: usize = 5000;
}

impl Bank {
    /// The most competencies, references, levels, and roles, each.
    pub const MAX_ENTRIES: usize = 500;
    /// The most themes: with more, the interviewers of a panel could not be limited to some of them.
    pub const MAX_THEMES: usize = 20;
    /// The longest text, in characters: a page and a half.
    pub const MAX_TEXT_CHARS: usize = 4000;

    /// The language of a text: that of the file which it comes from.
    ///
    /// # Panics
    ///
    /// If the bank is of no file.
    #[must_use]
    #[expect(clippy::expect_used, reason = "the invariant of a bank")]
    pub fn language(&self, text: TextOf<'_>) -> &Language {
        let first = || self.origins.first().expect("a bank is read from one file at least");
        self.languages.of(text).unwrap_or_else(|| &first().language)
    }

    /// The theme with an id.
    #[must_use]
    pub fn theme(&self, id: &Id) -> Option<&Theme> {
        self.themes.iter().find(|theme| theme.id == *id)
    }

    /// The index of a theme in the bank's list.
    ///
    /// # Panics
    ///
    /// If the bank has no such theme. The themes of its questions are checked when it is read; others are checked before they are
    /// used.
    #[must_use]
    #[expect(clippy::expect_used, reason = "the invariant of a bank")]
    pub fn theme_place(&self, id: &Id) -> usize {
        let place = self.themes.iter().position(|theme| theme.id == *id);
        place.expect("every theme was checked against the bank")
    }

    /// The question with an id.
    #[must_use]
    pub fn question(&self, id: &Id) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == *id)
    }

    /// The role with an id.
    #[must_use]
    pub fn role(&self, id: &Id) -> Option<&Role> {
        self.roles.iter().find(|role| role.id == *id)
    }

    /// The level with an id.
    #[must_use]
    pub fn level(&self, id: &Id) -> Option<&Level> {
        self.levels.iter().find(|level| level.id == *id)
    }

    /// The competency with an id.
    #[must_use]
    pub fn competency(&self, id: &Id) -> Option<&Competency> {
        self.competencies.iter().find(|competency| competency.id == *id)
    }

    /// The reference document with an id.
    #[must_use]
    pub fn reference(&self, id: &Id) -> Option<&Reference> {
        self.references.iter().find(|reference| reference.id == *id)
    }
}

/// The weight of a question without one.
pub(super) fn one() -> u32 {
    1
}

impl Question {
    /// The highest number of a question.
    pub const MAX_NUMBER: u32 = 1_000_000;
    /// The most minutes of a question: a long interview.
    pub const MAX_MINUTES: u32 = 120;
    /// The most entries in each of its lists.
    pub const MAX_ENTRIES: usize = 100;
    /// The highest weight.
    pub const MAX_WEIGHT: u32 = 100;
}

impl Role {
    /// Whether a question is at the role's level and not excluded.
    #[must_use]
    pub fn takes(&self, question: &Question) -> bool {
        question.levels.contains(&self.level) && !self.leave_out.contains(&question.id)
    }
}

impl Theme {
    /// The ids of the themes of a bank that lists none.
    const USUAL: [&str; 3] = ["strategy", "execution", "people"];

    /// The ids of the themes of a bank that lists none, with their titles in its language, or else in English.
    pub(super) fn usual(language: &Language) -> [(&'static str, &'static str); 3] {
        let titles = match language.primary() {
            "ar" => ["الاستراتيجية", "التنفيذ", "الأفراد"],
            "de" => ["Strategie", "Umsetzung", "Menschen"],
            "es" => ["Estrategia", "Ejecución", "Personas"],
            "fr" => ["Stratégie", "Exécution", "Équipes"],
            "he" => ["אסטרטגיה", "ביצוע", "אנשים"],
            "it" => ["Strategia", "Esecuzione", "Persone"],
            "ja" => ["戦略", "実行", "人"],
            "nl" => ["Strategie", "Uitvoering", "Mensen"],
            "pl" => ["Strategia", "Realizacja", "Ludzie"],
            "pt" => ["Estratégia", "Execução", "Pessoas"],
            "zh" if EastAsian::of_language(language) == Some(EastAsian::TraditionalChinese) => {
                ["戰略", "執行", "人員"]
            }
            "zh" => ["战略", "执行", "人员"],
            _ => ["Strategy", "Execution", "People"],
        };
        let [strategy, execution, people] = titles;
        let [first, second, third] = Self::USUAL;
        [(first, strategy), (second, execution), (third, people)]
    }
}

impl Kind {
    /// Every kind, in the order of lists.
    pub const ALL: [Self; 3] = [Self::Situational, Self::Opinion, Self::Behavioral];

    /// Its name in banks and on the command line.
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
