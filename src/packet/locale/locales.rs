use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use super::built_in::{BUILT_IN, language};
use super::error::TextError;
use super::file::{LocaleFile, Messages};
use super::language::candidates;
use super::language_files::{BuiltIn, Files};
use super::review::review;
use super::texts::Locale;
use super::wording::Wording;
use crate::base::diagnostic::{Checked, Diagnostic, Diagnostics};
use crate::base::source::{Sources, Span};
use crate::base::unit::Language;

/// The languages in which documents can be printed: those of the program and those of a user.
pub struct Locales {
    /// By tag. The default language is among them.
    all: BTreeMap<String, Files>,
}

impl Locales {
    /// The program's languages.
    #[must_use]
    pub fn built_in() -> &'static Self {
        static BUILT_IN: LazyLock<Locales> =
            LazyLock::new(|| Locales { all: Locales::built_in_files() });
        &BUILT_IN
    }

    /// The program's languages, and a user's files: their messages replace the program's of the same name.
    ///
    /// `is_used` knows whether a template of the user's names a message.
    pub fn new(
        sources: &Sources,
        users: &[LocaleFile],
        is_used: impl Fn(&str) -> bool,
    ) -> Checked<Self> {
        let mut found = Diagnostics::new();
        let mut all = Self::built_in_files();
        for file in users {
            let (tag, language) = (file.language.as_str(), file.language.clone());
            let users = Messages::read(sources, file.source, &mut found);
            let entry = all.entry(tag.to_owned()).or_insert_with(|| Files::of(language, None));
            if entry.users.is_some() {
                let message = format!("there are two files for the language `{tag}`");
                let span = Span::new(file.source, 0..0);
                found
                    .push(Diagnostic::error("locale", message).at(span).help("remove one of them"));
            }
            entry.users = users;
        }
        let locales = Self { all };
        for files in locales.all.values() {
            let fallbacks = locales.fallbacks(&files.language);
            review(files, &fallbacks, sources, &is_used, &mut found);
        }
        found.check(Some(locales))
    }

    /// The messages for documents in a language: those of the nearest language that there is.
    #[must_use]
    pub fn of(&self, language: &Language) -> (&str, &Arc<Locale>) {
        let (tag, files) = self.nearest(language).unwrap_or_else(|| self.default());
        (tag, self.locale(files))
    }

    /// In which words documents in a language are printed: where there are no messages in it, in those of the default language.
    #[must_use]
    pub fn wording<'a>(&'a self, language: &'a Language) -> Wording<'a> {
        if let Some((_, files)) = self.nearest(language) {
            return Wording { language, locale: self.locale(files) };
        }
        let (_, default) = self.default();
        Wording { language: &default.language, locale: self.locale(default) }
    }

    /// Whether there are messages in a language, or in a more general one.
    #[must_use]
    pub fn has(&self, language: &Language) -> bool {
        self.nearest(language).is_some()
    }

    /// The names of the months in all languages, as [`Locale::month_names`] has them.
    ///
    /// # Errors
    ///
    /// The message for dates of a language cannot be put together.
    pub fn month_names(&self) -> Result<Vec<(String, u8)>, TextError> {
        let mut names = Vec::new();
        for files in self.all.values() {
            names.extend(self.locale(files).month_names()?);
        }
        Ok(names)
    }

    /// The tag of every language.
    pub fn tags(&self) -> impl Iterator<Item = &str> {
        self.all.keys().map(String::as_str)
    }

    fn built_in_files() -> BTreeMap<String, Files> {
        let files = |(tag, text): (&'static str, &'static str)| {
            (tag.to_owned(), Files::of(language(tag), Some(BuiltIn::new(tag, text))))
        };
        BUILT_IN.into_iter().map(files).collect()
    }

    fn nearest(&self, language: &Language) -> Option<(&str, &Files)> {
        let mut tags = candidates(language).filter_map(|tag| self.all.get_key_value(tag));
        tags.next().map(|(tag, files)| (tag.as_str(), files))
    }

    #[expect(clippy::expect_used, reason = "the default language is in the table")]
    fn default(&self) -> (&str, &Files) {
        let (tag, _) = BUILT_IN[0];
        (tag, self.all.get(tag).expect("the program's languages are among them"))
    }

    /// The languages from which a language takes what it lacks, the nearest first and the default one last.
    fn fallbacks(&self, language: &Language) -> Vec<&Files> {
        let others = candidates(language).skip(1).filter_map(|tag| self.all.get(tag));
        let (_, default) = self.default();
        let is_other = |it: &&Files| it.language != default.language && it.language != *language;
        let last = (*language != default.language).then_some(default);
        others.filter(is_other).chain(last).collect()
    }

    /// The messages of a language, which are put together at the first call.
    fn locale<'l>(&'l self, files: &'l Files) -> &'l Arc<Locale> {
        files.locale.get_or_init(|| {
            let fallback = self.fallbacks(&files.language).first().map(|it| self.locale(it));
            let built_in = files.built_in.as_ref().map(BuiltIn::messages);
            let all: Vec<&Messages> = built_in.into_iter().chain(&files.users).collect();
            Arc::new(Locale::new(&files.language, &all, fallback.map(Arc::clone)))
        })
    }
}
