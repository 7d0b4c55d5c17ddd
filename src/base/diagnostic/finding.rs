use crate::base::source::Span;
use crate::base::text::nearest;

/// How grave a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The text can be used as it is, and could be better.
    Advice,
    /// The text can be used, but should be looked at.
    Warning,
    /// The text cannot be used.
    Error,
}

/// One fault, or one piece of advice, about a text that a user wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How grave it is.
    pub severity: Severity,
    /// A stable name for this kind of diagnostic: `unknown-id`.
    pub code: &'static str,
    /// What is wrong, in lower case without a full stop.
    pub message: String,
    /// The same where it is promised that neither it nor `help` quotes the text that it is about: for records that may outlive
    /// the text, such as one that names people.
    pub own_words: Option<String>,
    /// Where; absent when it is about no place in particular.
    pub span: Option<Span>,
    /// What is said at the place itself; may be empty.
    pub label: String,
    /// The ways out, one sentence each.
    pub help: Vec<String>,
    /// What could be at the place instead, where that can be told.
    pub fix: Option<Fix>,
}

/// What could be at a diagnostic's place instead of what is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// Why it would be better, as a question or a sentence.
    pub reason: String,
    /// The text that would be there.
    pub replacement: String,
}

impl Diagnostic {
    /// Advice of the kind `code`.
    #[must_use]
    pub fn advice(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Advice, code, message.into())
    }

    /// An error of the kind `code`.
    #[must_use]
    pub fn error(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, message.into())
    }

    /// A warning of the kind `code`.
    #[must_use]
    pub fn warning(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code, message.into())
    }

    /// Says where it is.
    #[must_use]
    pub fn at(mut self, span: Span) -> Self {
        self.span = Some(span);
        self
    }

    /// Says something at the place itself.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Adds a way out.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help.push(help.into());
        self
    }

    /// Says what is wrong without quoting the text, which `help` must not do either.
    #[must_use]
    pub fn in_own_words(mut self, message: impl Into<String>) -> Self {
        self.own_words = Some(message.into());
        self
    }

    /// Promises that neither message nor help quotes the text.
    #[must_use]
    pub fn all_own_words(self) -> Self {
        let message = self.message.clone();
        self.in_own_words(message)
    }

    /// Says what could be at its place instead.
    #[must_use]
    pub fn fix(mut self, reason: impl Into<String>, replacement: impl Into<String>) -> Self {
        self.fix = Some(Fix { reason: reason.into(), replacement: replacement.into() });
        self
    }

    /// Suggests the known name that was most likely meant, if any is likely at all.
    #[must_use]
    pub fn suggest<'w>(self, word: &str, known: impl IntoIterator<Item = &'w str>) -> Self {
        match nearest(word, known) {
            Some(nearest) => self.help(format!("did you mean `{nearest}`?")),
            None => self,
        }
    }

    /// The same, where the name alone is at the place and can be replaced.
    #[must_use]
    pub fn suggest_instead<'w>(self, word: &str, known: impl IntoIterator<Item = &'w str>) -> Self {
        match nearest(word, known) {
            Some(nearest) => self.fix(format!("did you mean `{nearest}`?"), nearest),
            None => self,
        }
    }

    /// Says what could be at its place instead, if anything is near, and otherwise what to do.
    #[must_use]
    pub fn instead(self, nearest: Option<&str>, otherwise: &str) -> Self {
        match nearest {
            Some(nearest) => self.fix(format!("did you mean `{nearest}`?"), nearest),
            None => self.help(otherwise),
        }
    }

    fn new(severity: Severity, code: &'static str, message: String) -> Self {
        Self {
            severity,
            code,
            message,
            own_words: None,
            span: None,
            label: String::new(),
            help: Vec::new(),
            fix: None,
        }
    }
}
