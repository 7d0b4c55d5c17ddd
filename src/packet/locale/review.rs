use std::collections::BTreeSet;

use fluent_syntax::ast::{Expression, Pattern, PatternElement};

use super::built_in::BUILT_IN;
use super::entry::variables;
use super::file::{Messages, place, place_of_variable};
use super::language_files::{BuiltIn, Files};
use super::times::optional_variables;
use crate::base::diagnostic::{Diagnostic, Diagnostics};
use crate::base::source::{Sources, Span};
use crate::base::unit::Language;

/// What is wrong with a user's messages for a language, beside the program's and those on which they fall back. The program's own are
/// not reviewed: tests do that.
pub(super) fn review(
    files: &Files,
    fallbacks: &[&Files],
    sources: &Sources,
    is_used: &impl Fn(&str) -> bool,
    found: &mut Diagnostics,
) {
    let Some(users) = &files.users else { return };
    let own = files.built_in.as_ref().map(BuiltIn::messages);
    let all: Vec<&Messages> = own.into_iter().chain([users]).collect();
    check_references(users, &all, sources, found);
    check_cycles(users, &all, sources, found);
    let others = fallbacks.iter().filter_map(|it| Some(it.built_in.as_ref()?.messages()));
    let built_in: Vec<&Messages> = own.into_iter().chain(others).collect();
    check_users(users, &built_in, sources, is_used, found);
    // Where the default language is the only fallback.
    if let (None, [_], [default]) = (own, fallbacks, built_in.as_slice()) {
        check_complete(users, (&files.language, default), found);
        check_translated(users, (&files.language, default), found);
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
        let terms = terms.filter(|id| !all.iter().any(|file| file.terms.contains_key(*id)));
        for what in unknown.chain(terms.map(|id| format!("term `-{id}`"))) {
            let message = format!("`{id}` contains the {what}, which does not exist");
            let span = Span::new(file.source, place(text, id));
            found.push(
                Diagnostic::error("locale", message).at(span).help("define it, or write its text"),
            );
        }
    }
}

/// No message or term of a user's contains itself, at any depth. `all` are the files of its language, a later one before an earlier one.
fn check_cycles(file: &Messages, all: &[&Messages], sources: &Sources, found: &mut Diagnostics) {
    let text = &sources.get(file.source).text;
    let messages = file.by_id.keys().cloned();
    let terms = file.terms.keys().map(|id| format!("-{id}"));
    for name in messages.chain(terms).filter(|name| contains_itself(name, all)) {
        let message = format!("`{name}` contains itself");
        let span = Span::new(file.source, place(text, &name));
        let help = "write its text in place of what leads back to it";
        found.push(Diagnostic::error("locale", message).at(span).help(help));
    }
}

/// Whether what a message or, with a hyphen before it, a term contains leads back to it.
fn contains_itself(name: &str, all: &[&Messages]) -> bool {
    let parts = |name: &str| -> Vec<String> {
        let references = all.iter().rev().find_map(|file| match name.strip_prefix('-') {
            Some(term) => file.terms.get(term),
            None => file.by_id.get(name),
        });
        let Some(references) = references else { return Vec::new() };
        let terms = references.terms.iter().map(|id| format!("-{id}"));
        references.messages.iter().cloned().chain(terms).collect()
    };
    let (mut next, mut seen) = (parts(name), BTreeSet::new());
    while let Some(part) = next.pop() {
        if part == name {
            return true;
        }
        if seen.insert(part.clone()) {
            next.extend(parts(&part));
        }
    }
    false
}

fn exists(all: &[&Messages], id: &str) -> bool {
    all.iter().any(|file| file.by_id.contains_key(id))
}

/// A user's messages replace the program's, with the same variables, or belong to a template of the user's.
fn check_users(
    file: &Messages,
    built_in: &[&Messages],
    sources: &Sources,
    is_used: &impl Fn(&str) -> bool,
    found: &mut Diagnostics,
) {
    let text = &sources.get(file.source).text;
    let is_contained = |id: &String| file.by_id.values().any(|it| it.messages.contains(id));
    for (id, references) in &file.by_id {
        let program = built_in.iter().find_map(|it| Some((it.by_id.get(id)?, *it)));
        let Some((own, program)) = program else {
            if !is_used(id) && !is_contained(id) {
                let warning =
                    Diagnostic::warning("locale", format!("nothing uses the message `{id}`"));
                let warning = warning.at(Span::new(file.source, place(text, id)));
                let known = built_in.iter().flat_map(|it| it.by_id.keys());
                let warning = warning.suggest(id, known.map(String::as_str));
                found.push(warning.help("remove it, or name it in a template"));
            }
            continue;
        };
        let mut replaced = variables(own, |id| program.by_id.get(id));
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
    let message = format!("{} messages are missing: {}", missing.len(), some_of(&missing));
    let warning = Diagnostic::warning("locale", message).at(Span::new(file.source, 0..0));
    found.push(
        warning.help(format!(
            "their texts are printed in the language `{default_tag}`: translate them"
        )),
    );
}

/// Messages of a user's language that are still in the default one. A message of up to three words may be the same in both.
fn check_translated(file: &Messages, of: (&Language, &Messages), found: &mut Diagnostics) {
    const FEW_WORDS: usize = 3;
    let (language, default) = of;
    let (default_tag, _) = BUILT_IN[0];
    if language.primary() == default_tag {
        return;
    }
    let patterns = default.patterns();
    let is_same = |(id, pattern): &(&str, &Pattern<&str>)| {
        patterns.get(id) == Some(pattern) && words(pattern) > FEW_WORDS
    };
    let same: Vec<&str> = file.patterns().into_iter().filter(is_same).map(|(id, _)| id).collect();
    if same.is_empty() {
        return;
    }
    let (count, names) = (same.len(), some_of(&same));
    let message = match count {
        1 => format!("1 message is still in the language `{default_tag}`: {names}"),
        _ => format!("{count} messages are still in the language `{default_tag}`: {names}"),
    };
    let warning = Diagnostic::warning("locale", message).at(Span::new(file.source, 0..0));
    found.push(warning.help("translate them; until then, documents print them as they are"));
}

/// How many words of its own a message has.
fn words(pattern: &Pattern<&str>) -> usize {
    let words = pattern.elements.iter().map(|element| match element {
        PatternElement::TextElement { value } => {
            value.split_whitespace().filter(|it| it.contains(char::is_alphabetic)).count()
        }
        PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
            variants.iter().map(|variant| words(&variant.value)).max().unwrap_or_default()
        }
        PatternElement::Placeable { .. } => 0,
    });
    words.sum()
}

/// The first of several names.
fn some_of(names: &[&str]) -> String {
    /// As many as one line can show.
    const SHOWN: usize = 5;
    let more = if names.len() > SHOWN { ", …" } else { "" };
    format!("{}{more}", names[..names.len().min(SHOWN)].join(", "))
}
