use crate::base::diagnostic::{Diagnostic, Severity};

/// A rule that banks are held to. Its code is stable: it never comes to mean anything else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each says what it is by `Rule::title`")]
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
    FewOfTheme,
    FewForRole,
    CompetencyUncovered,
    RoleUnderfilled,
    RequiredTooLong,
    UnusedEntry,
    ScaleLabels,
    UnusedSuppression,
}

/// What a rule is about, and where it can therefore be turned off; the whole bank can turn off any advice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// One question.
    Question,
    /// One role.
    Role,
    /// The bank.
    Bank,
}

/// What is said of a rule.
struct About {
    code: &'static str,
    severity: Severity,
    title: &'static str,
    reason: &'static str,
}

impl Rule {
    /// Every rule, by rising code.
    pub const ALL: [Self; 37] = [
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

    /// Errors keep a bank from being used; advice does not, and can be turned off.
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

    /// What it finds.
    #[must_use]
    pub fn title(self) -> &'static str {
        self.about().title
    }

    /// Why that matters.
    #[must_use]
    pub fn reason(self) -> &'static str {
        self.about().reason
    }

    /// The rule of a code.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.code() == code)
    }

    /// A diagnostic by this rule.
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
            Self::InvalidYaml => error("K001", "unreadable YAML", "nothing can be read"),
            Self::WrongType => error(
                "K002",
                "a list, mapping or text where another is wanted",
                "what was meant cannot be told",
            ),
            Self::MissingKey => error("K003", "a key is missing", "the guide would have a hole"),
            Self::UnknownKey => error(
                "K004",
                "a key that does not exist",
                "a mistyped key would be passed over in silence",
            ),
            Self::DuplicateKey => {
                error("K005", "a key stands twice", "one of the two values would be lost")
            }
            Self::Empty => error("K006", "an empty text, list or bank", "nothing can be printed"),
            Self::ControlCharacter => error("K007", "a control character", "it cannot be printed"),
            Self::InvalidId => error(
                "K008",
                "an id of other characters than ids have",
                "files, links and form fields are named after ids",
            ),
            Self::OutOfRange => error("K009", "a number out of range", "it cannot be meant"),
            Self::UnknownName => error(
                "K010",
                "a name that does not exist",
                "a question with a mistyped level would never be asked",
            ),
            Self::DuplicateId => {
                error("K011", "an id stands twice", "links and form fields could mean either")
            }
            Self::DuplicateName => {
                error("K012", "a name stands twice in a list", "one of the two was meant otherwise")
            }
            Self::Scale => error(
                "K013",
                "a rating scale of other than 3, 4, 5 or 7 points, or scales that differ",
                "ratings could not be compared",
            ),
            Self::InvalidSuppression => error(
                "K014",
                "a suppression for what cannot be turned off here",
                "it would look as if it did something",
            ),
            Self::TooMany => error(
                "K015",
                "a list of more than can be read",
                "nobody could choose from so many, and neither could the program in bounded time",
            ),
            Self::TooLong => {
                error("K016", "a text that is too long to be printed", "no page could hold it")
            }
            Self::InvalidLanguage => error(
                "K017",
                "a language that is not a BCP 47 tag",
                "a screen reader would not know in which language to read the page",
            ),
            Self::RubricLength => advice(
                "K101",
                "fewer than two or more than five rubric lines",
                "one line cannot tell answers apart, and more than five cannot be followed while listening",
            ),
            Self::OverloadedLine => advice(
                "K102",
                "a rubric line that packs more than five things",
                "a tick no longer says what was covered",
            ),
            Self::TwoQuestions => advice(
                "K103",
                "two questions in one",
                "candidates answer one of them, and not all of them the same",
            ),
            Self::YesOrNo => advice(
                "K104",
                "a question that can be answered with yes or no",
                "the answer shows little, and the interviewer does the talking",
            ),
            Self::Leading => advice(
                "K105",
                "a question that suggests its answer",
                "it tests whether candidates agree, not what they think",
            ),
            Self::ProtectedCharacteristic => advice(
                "K106",
                "words that touch a protected characteristic",
                "in many countries a decision that rests on such an answer is unlawful, and asking invites the claim that it did",
            ),
            Self::MannerNotContent => advice(
                "K107",
                "a sign that judges manner instead of evidence",
                "manner differs by culture, disability and nerves, and says little about the work",
            ),
            Self::NoFollowUp => advice(
                "K108",
                "no follow-up that asks for a past experience",
                "what people have done predicts what they will do better than what they say they would do",
            ),
            Self::AnchorsMissing => advice(
                "K109",
                "ratings without anchors at the ends and in the middle of the scale",
                "without them each interviewer has a scale of their own",
            ),
            Self::SimilarAnchors => advice(
                "K110",
                "two anchors that say the same",
                "interviewers cannot tell the two ratings apart",
            ),
            Self::NearDuplicate => advice(
                "K111",
                "two questions that ask nearly the same",
                "the second one costs minutes and shows nothing new",
            ),
            Self::MinutesOutOfLine => advice(
                "K112",
                "minutes out of line",
                "a question takes at least three minutes with its notes, and one of more than fifteen leaves room for no others",
            ),
            Self::FewOfTheme => advice(
                "K201",
                "too few questions of a theme for a level",
                "an interviewer who takes the theme has nothing to compare by",
            ),
            Self::FewForRole => advice(
                "K202",
                "too few questions for a role",
                "few questions make a rating a matter of luck",
            ),
            Self::CompetencyUncovered => advice(
                "K203",
                "a competency that no question of a level gives evidence of",
                "candidates of that level are never asked about it",
            ),
            Self::RoleUnderfilled => advice(
                "K204",
                "a role that cannot fill 45 minutes",
                "the rest of the interview would be improvised, and could not be compared",
            ),
            Self::RequiredTooLong => advice(
                "K205",
                "must-asks that do not fit 45 minutes",
                "some of what must be asked would be left out",
            ),
            Self::UnusedEntry => advice(
                "K206",
                "a role names a question that is not of its level",
                "what is said of the question has no effect",
            ),
            Self::ScaleLabels => advice(
                "K207",
                "ratings that are called differently in banks used together",
                "the guide prints the names of the first bank only",
            ),
            Self::UnusedSuppression => advice(
                "K208",
                "a suppression that nothing needs any more",
                "it would hide the next finding of its rule",
            ),
        }
    }
}
