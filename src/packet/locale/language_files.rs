use std::sync::{Arc, OnceLock};

use super::built_in::built_in_name;
use super::file::Messages;
use super::texts::Locale;
use crate::base::diagnostic::Diagnostics;
use crate::base::source::{Source, Sources};
use crate::base::unit::Language;

/// The files of a language: the program's, if it carries one, and the user's, if there is one. They are put together when documents
/// are printed in it.
pub(super) struct Files {
    pub(super) language: Language,
    pub(super) built_in: Option<BuiltIn>,
    pub(super) users: Option<Messages>,
    /// The two together, once they are needed.
    pub(super) locale: OnceLock<Arc<Locale>>,
}

/// A file of the program, which is read when it is first needed: to read all of them takes longer than to build a kit.
pub(super) struct BuiltIn {
    tag: &'static str,
    text: &'static str,
    messages: OnceLock<Messages>,
}

impl Files {
    /// The files of a language, without a user's.
    pub(super) fn of(language: Language, built_in: Option<BuiltIn>) -> Self {
        Self { language, built_in, users: None, locale: OnceLock::new() }
    }
}

impl BuiltIn {
    /// The file of a tag.
    pub(super) fn new(tag: &'static str, text: &'static str) -> Self {
        Self { tag, text, messages: OnceLock::new() }
    }

    /// Its messages, which are read at the first call.
    #[expect(clippy::expect_used, reason = "a test reads every file of the table")]
    pub(super) fn messages(&self) -> &Messages {
        self.messages.get_or_init(|| {
            let mut sources = Sources::new();
            let (name, text) = (built_in_name(self.tag), self.text.to_owned());
            let source = sources.add(Source { name, text });
            let mut found = Diagnostics::new();
            Messages::read(&sources, source, &mut found).expect("the files have no faults")
        })
    }
}
