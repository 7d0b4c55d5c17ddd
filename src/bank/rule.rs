use crate::base::diagnostic::{Diagnostic, Severity};

/// A rule for banks. Its code is stable and is never given another meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "`Rule::title` describes each of them")]
pub enum Rule {
    InvalidYaml,
    WrongType,
    MissingKey,
    UnknownKey,
    DuplicateKey,
    Empty,
    ControlCharacter,
    InvalidId,
    OutOfRange,
    UnknownName,
    DuplicateId,
    DuplicateName,
    Scale,
    InvalidSuppression,
    TooMany,
    TooLong,
    InvalidLanguage,
    RubricLength,
    OverloadedLine,
    TwoQuestions,
    YesOrNo,
    Leading,
    ProtectedCharacteristic,
    MannerNotContent,
    NoFollowUp,
    AnchorsMissing,
    SimilarAnchors,
    NearDuplicate,
    MinutesOutOfLine,
    SeveralThings,
    AsksForDate,
    PraisesManner,
    AnchorsUnasked,
    FewOfTheme,
    FewForRole,
    CompetencyUncovered,
    RoleUnderfilled,
    RequiredTooLong,
    UnusedEntry,
    ScaleLabels,
    UnusedSuppression,
}

/// What a rule is about, and so where it can be suppressed; the bank as a whole can suppress any advice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// One question.
    Question,
    /// One role.
    Role,
    /// The bank.
    Bank,
}

/// The description of a rule.
struct About {
    code: &'static str,
    severity: Severity,
    title: &'static str,
    reason: &'static str,
}

impl Rule {
    /// Every rule, in the order of the codes.
    pub const ALL: [Self; 41] = [
        Self::InvalidYaml,
        Self::WrongType,
        Self::MissingKey,
        Self::UnknownKey,
        Self::DuplicateKey,
        Self::Empty,
        Self::ControlCharacter,
        Self::InvalidId,
        Self::OutOfRange,
        Self::UnknownName,
        Self::DuplicateId,
        Self::DuplicateName,
        Self::Scale,
        Self::InvalidSuppression,
        Self::TooMany,
        Self::TooLong,
        Self::InvalidLanguage,
        Self::RubricLength,
        Self::OverloadedLine,
        Self::TwoQuestions,
        Self::YesOrNo,
        Self::Leading,
        Self::ProtectedCharacteristic,
        Self::MannerNotContent,
        Self::NoFollowUp,
        Self::AnchorsMissing,
        Self::SimilarAnchors,
        Self::NearDuplicate,
        Self::MinutesOutOfLine,
        Self::SeveralThings,
        Self::AsksForDate,
        Self::PraisesManner,
        Self::AnchorsUnasked,
        Self::FewOfTheme,
        Self::FewForRole,
        Self::CompetencyUncovered,
        Self::RoleUnderfilled,
        Self::RequiredTooLong,
        Self::UnusedEntry,
        Self::ScaleLabels,
        Self::UnusedSuppression,
    ];

    /// Its code: `K101`. Errors begin with `K0`, advice about a question with `K1`, advice about a bank with `K2`.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.about().code
    }

    /// A bank with errors cannot be used. Advice does not matter to that, and can be suppressed.
    #[must_use]
    pub fn severity(self) -> Severity {
        self.about().severity
    }

    /// What it is about.
    #[must_use]
    pub fn scope(self) -> Scope {
        match self {
            Self::FewForRole
            | Self::RoleUnderfilled
            | Self::RequiredTooLong
            | Self::UnusedEntry => Scope::Role,
            rule if rule.code().starts_with("K1") => Scope::Question,
            _ => Scope::Bank,
        }
    }

    /// What it reports.
    #[must_use]
    pub fn title(self) -> &'static str {
        self.about().title
    }

    /// Why that matters.
    #[must_use]
    pub fn reason(self) -> &'static str {
        self.about().reason
    }

    /// The rule with a code.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.code() == code)
    }

    /// A diagnostic of this rule.
    #[must_use]
    pub fn diagnostic(self, message: impl Into<String>) -> Diagnostic {
        match self.severity() {
            Severity::Error => Diagnostic::error(self.code(), message),
            _ => Diagnostic::advice(self.code(), message),
        }
    }

    #[expect(clippy::too_many_lines, reason = "a table, three lines a rule")]
    fn about(self) -> About {
        let error = |code, title, reason| About { code, severity: Severity::Error, title, reason };
        let advice =
            |code, title, reason| About { code, severity: Severity::Advice, title, reason };
        match self {
            Self::InvalidYaml => error("K001", "invalid YAML", "the file cannot be read"),
            Self::WrongType => error("K002", "wrong type of value", "it cannot be interpreted"),
            Self::MissingKey => error("K003", "missing key", "the guide would have a gap"),
            Self::UnknownKey => {
                error("K004", "unknown key", "a misspelled key would be silently ignored")
            }
            Self::DuplicateKey => {
                error("K005", "duplicate key", "one of the two values would be lost")
            }
            Self::Empty => error("K006", "empty text, list, or bank", "nothing can be printed"),
            Self::ControlCharacter => error("K007", "control character", "it cannot be printed"),
            Self::InvalidId => {
                error("K008", "invalid id", "files, links, and form fields are named after ids")
            }
            Self::OutOfRange => error("K009", "number out of range", "the value cannot be right"),
            Self::UnknownName => error(
                "K010",
                "unknown name",
                "a question with a misspelled level would never be asked",
            ),
            Self::DuplicateId => {
                error("K011", "duplicate id", "links and form fields would be ambiguous")
            }
            Self::DuplicateName => {
                error("K012", "name listed twice", "one of the two is probably a mistake")
            }
            Self::Scale => error(
                "K013",
                "unsupported rating scale, or scales that differ between banks",
                "ratings could not be compared",
            ),
            Self::InvalidSuppression => error(
                "K014",
                "rule that cannot be suppressed here",
                "the suppression would have no effect",
            ),
            Self::TooMany => {
                error("K015", "too many entries", "selection could not finish in bounded time")
            }
            Self::TooLong => {
                error("K016", "text longer than 4,000 characters", "it would not fit on a page")
            }
            Self::InvalidLanguage => error(
                "K017",
                "invalid language tag",
                "screen readers would not know which language to use",
            ),
            Self::RubricLength => advice(
                "K101",
                "fewer than two or more than five rubric lines",
                "one line does not distinguish answers; more than five cannot be tracked while listening",
            ),
            Self::OverloadedLine => advice(
                "K102",
                "rubric line with more than five elements",
                "a check mark no longer shows what was covered",
            ),
            Self::TwoQuestions => advice(
                "K103",
                "double-barreled question",
                "candidates answer different halves, so answers cannot be compared",
            ),
            Self::YesOrNo => {
                advice("K104", "yes/no question", "closed questions elicit little evidence")
            }
            Self::Leading => advice("K105", "leading question", "it signals the expected answer"),
            Self::ProtectedCharacteristic => advice(
                "K106",
                "reference to a protected characteristic",
                "using the answer may be unlawful, and asking invites a discrimination claim",
            ),
            Self::MannerNotContent => advice(
                "K107",
                "judges manner instead of content",
                "manner varies with culture, disability, and nerves and is not evidence of job performance",
            ),
            Self::NoFollowUp => advice(
                "K108",
                "no follow-up that asks for a past example",
                "a real example is stronger evidence than a stated intention",
            ),
            Self::AnchorsMissing => advice(
                "K109",
                "missing anchors at the ends or midpoint of the scale",
                "without anchors, each interviewer applies a private standard",
            ),
            Self::SimilarAnchors => advice(
                "K110",
                "anchors that say the same thing",
                "interviewers cannot distinguish the two ratings",
            ),
            Self::NearDuplicate => {
                advice("K111", "near-duplicate question", "it takes time and adds no new evidence")
            }
            Self::MinutesOutOfLine => advice(
                "K112",
                "unusual question length",
                "under 3 minutes leaves no time for a follow-up and notes; over 15 crowds out other questions",
            ),
            Self::SeveralThings => advice(
                "K113",
                "follow-up or probe that asks several things",
                "candidates answer different parts, so answers cannot be compared",
            ),
            Self::AsksForDate => advice(
                "K114",
                "asks for a date instead of an example",
                "candidates answer with a date, and a second question must ask for the example",
            ),
            Self::PraisesManner => advice(
                "K115",
                "rubric line that praises manner",
                "the check mark would show how the candidate came across, not what the answer covered",
            ),
            Self::AnchorsUnasked => advice(
                "K116",
                "anchors that rate an example nothing asks for",
                "candidates who were not asked for an example would be rated lower for giving none",
            ),
            Self::FewOfTheme => advice(
                "K201",
                "too few questions on a theme for a level",
                "one question is not enough evidence",
            ),
            Self::FewForRole => advice(
                "K202",
                "too few questions for a role",
                "ratings based on few questions are unreliable",
            ),
            Self::CompetencyUncovered => advice(
                "K203",
                "competency not covered at a level",
                "candidates at that level are never assessed on it",
            ),
            Self::RoleUnderfilled => advice(
                "K204",
                "role cannot fill 45 minutes",
                "the remaining time would be unstructured and not comparable",
            ),
            Self::RequiredTooLong => advice(
                "K205",
                "required questions exceed 45 minutes",
                "some of them would be dropped",
            ),
            Self::UnusedEntry => advice(
                "K206",
                "role lists a question that is not at its level",
                "the entry has no effect",
            ),
            Self::ScaleLabels => advice(
                "K207",
                "rating labels differ between combined banks",
                "only the first bank's labels are printed",
            ),
            Self::UnusedSuppression => {
                advice("K208", "unused suppression", "it would hide a future finding")
            }
        }
    }
}
