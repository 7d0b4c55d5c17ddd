use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use super::built_in::{BUILT_IN, built_in_name, language};
use super::entry::variables;
use super::file::{LocaleFile, Messages, place, place_of_variable};
use super::language::lookup;
use super::texts::Locale;
use super::times::optional_variables;
use crate::base::diagnostic::{Checked, Diagnostic, Diagnostics};
use crate::base::source::{Source, Sources, Span};
use crate::base::unit::Language;

/// The languages in which documents can be printed: those of the program and those of a user.
pub struct Locales {
    /// By tag; never empty, and every language can fall back on the default one.
    all: BTreeMap<String, Arc<Locale>>,
    default: Arc<Locale>,
}

/// The files of a language: the program's, if it carries one, and the user's, if there is one.
struct Files {
    language: Language,
    built_in: Option<Messages>,
    users: Option<Messages>,
}

impl Locales {
    /// The program's languages.
    #[must_use]
    #[expect(clippy::expect_used, reason = "a test reads every file of the table")]
    pub fn built_in() -> &'static Self {
        static BUILT_IN: LazyLock<Locales> = LazyLock::new(|| {
            let read = Locales::new(&mut Sources::new(), &[], |_| false);
            read.expect("the files have no faults").value
        });
        &BUILT_IN
    }

    /// The program's languages, and a user's files: their messages replace the program's of the same name.
    ///
    /// `is_used` knows whether a template of the user's names a message.
    pub fn new(
        sources: &mut Sources,
        users: &[LocaleFile],
        is_used: impl Fn(&str) -> bool,
    ) -> Checked<Self> {
        let mut found = Diagnostics::new();
        let mut files: BTreeMap<String, Files> = BTreeMap::new();
        for (tag, text) in BUILT_IN {
            let source = sources.add(Source { name: built_in_name(tag), text: text.to_owned() });
            let built_in = Messages::read(sources, source, &mut found);
            let language = language(tag);
            files.insert(tag.to_owned(), Files { language, built_in, users: None });
        }
        for file in users {
            let (tag, language) = (file.language.as_str(), file.language.clone());
            let users = Messages::read(sources, file.source, &mut found);
            let empty = || Files { language, built_in: None, users: None };
            let entry = files.entry(tag.to_owned()).or_insert_with(empty);
            if entry.users.is_some() {
                let message = format!("there are two files for the language `{tag}`");
                let span = Span::new(file.source, 0..0);
                found
                    .push(Diagnostic::error("locale", message).at(span).help("remove one of them"));
            }
            entry.users = users;
        }
        check(&files, sources, &is_used, &mut found);
        let locales = (!found.has_errors()).then(|| Self::assemble(files)).flatten();
        found.check(locales)
    }

    /// The messages for documents in a language: those of the nearest language that there is.
    #[must_use]
    pub fn of(&self, language: &Language) -> (&str, &Arc<Locale>) {
        let (default, _) = BUILT_IN[0];
        let mut tags = lookup(language).filter_map(|tag| self.all.get_key_value(tag));
        tags.next().map_or((default, &self.default), |(tag, locale)| (tag, locale))
    }

    /// Every language by its tag.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Arc<Locale>)> {
        self.all.iter().map(|(tag, locale)| (tag.as_str(), locale))
    }

    /// Puts the default language first, and then those on which others fall back: shorter tags come before longer ones.
    fn assemble(mut files: BTreeMap<String, Files>) -> Option<Self> {
        let (default_tag, _) = BUILT_IN[0];
        let default = Arc::new(files.remove(default_tag)?.locale(None));
        let mut all = BTreeMap::from([(default_tag.to_owned(), Arc::clone(&default))]);
        for (tag, files) in files {
            let nearest = lookup(&files.language).skip(1).find_map(|tag| all.get(tag));
            let fallback = Arc::clone(nearest.unwrap_or(&default));
            all.insert(tag, Arc::new(files.locale(Some(fallback))));
        }
        Some(Self { all, default })
    }
}

impl Files {
    fn locale(self, fallback: Option<Arc<Locale>>) -> Locale {
        let files = self.built_in.into_iter().chain(self.users).collect();
        Locale::new(&self.language, files, fallback)
    }
}

/// What is wrong with a user's messages beside the program's.
fn check(
    files: &BTreeMap<String, Files>,
    sources: &Sources,
    is_used: &impl Fn(&str) -> bool,
    found: &mut Diagnostics,
) {
    let (default, _) = BUILT_IN[0];
    let default = files.get(default).and_then(|files| files.built_in.as_ref());
    for Files { language, built_in, users } in files.values() {
        let all: Vec<&Messages> = [built_in, users].into_iter().flatten().collect();
        for file in &all {
            check_references(file, &all, sources, found);
        }
        if let (Some(file), Some(default)) = (users, default) {
            check_users(file, built_in.as_ref().unwrap_or(default), sources, is_used, found);
            if built_in.is_none() {
                check_complete(file, (language, default), found);
            }
        }
    }
}

/// Messages and terms that are referred to exist in the same language.
fn check_references(
    file: &Messages,
    all: &[&Messages],
    sources: &Sources,
    found: &mut Diagnostics,
) {
    let text = &sources.get(file.source).text;
    for (id, references) in &file.by_id {
        let unknown = references.messages.iter().filter(|id| !exists(all, id));
        let unknown = unknown.map(|id| format!("message `{id}`"));
        let terms = references.terms.iter();
        let terms = terms.filter(|id| !all.iter().any(|file| file.terms.contains(*id)));
        for what in unknown.chain(terms.map(|id| format!("term `-{id}`"))) {
            let message = format!("`{id}` contains the {what}, which does not exist");
            let span = Span::new(file.source, place(text, id));
            found.push(
                Diagnostic::error("locale", message).at(span).help("define it, or write its text"),
            );
        }
    }
}

fn exists(all: &[&Messages], id: &str) -> bool {
    all.iter().any(|file| file.by_id.contains_key(id))
}

/// A user's messages replace the program's, with the same variables, or belong to a template of the user's.
fn check_users(
    file: &Messages,
    built_in: &Messages,
    sources: &Sources,
    is_used: &impl Fn(&str) -> bool,
    found: &mut Diagnostics,
) {
    let text = &sources.get(file.source).text;
    let is_contained = |id: &String| file.by_id.values().any(|it| it.messages.contains(id));
    for (id, references) in &file.by_id {
        if !built_in.by_id.contains_key(id) {
            if !is_used(id) && !is_contained(id) {
                let warning =
                    Diagnostic::warning("locale", format!("nothing uses the message `{id}`"));
                let warning = warning.at(Span::new(file.source, place(text, id)));
                let warning = warning.suggest(id, built_in.by_id.keys().map(String::as_str));
                found.push(warning.help("remove it, or name it in a template"));
            }
            continue;
        }
        let mut replaced = variables(&built_in.by_id, id);
        replaced.extend(optional_variables(id).iter().map(|name| (*name).to_owned()));
        for variable in references.variables.difference(&replaced) {
            let message = format!("the message `{id}` has no variable `{variable}`");
            let span = Span::new(file.source, place_of_variable(text, id, variable));
            let fault = Diagnostic::error("locale", message).at(span);
            let known: Vec<&str> = replaced.iter().map(String::as_str).collect();
            found.push(if known.is_empty() {
                fault.help("it has no variables: write the text without one")
            } else {
                fault.help(format!("its variables are {}", known.join(", ")))
            });
        }
    }
}

/// A user's language that the program does not carry has all messages: a document in two languages is a mistake.
fn check_complete(file: &Messages, of: (&Language, &Messages), found: &mut Diagnostics) {
    /// As many names as one line can show.
    const SHOWN: usize = 5;
    let (language, default) = of;
    let (default_tag, _) = BUILT_IN[0];
    if language.primary() == default_tag {
        return;
    }
    let missing = default.by_id.keys().filter(|id| !file.by_id.contains_key(*id));
    let missing: Vec<&str> = missing.map(String::as_str).collect();
    if missing.is_empty() {
        return;
    }
    let more = if missing.len() > SHOWN { ", …" } else { "" };
    let names = missing.iter().take(SHOWN).copied().collect::<Vec<_>>().join(", ");
    let message = format!("{} messages are missing: {names}{more}", missing.len());
    let warning = Diagnostic::warning("locale", message).at(Span::new(file.source, 0..0));
    found.push(
        warning.help(format!(
            "their texts are printed in the language `{default_tag}`: translate them"
        )),
    );
}
