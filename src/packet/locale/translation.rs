use std::collections::BTreeMap;

use super::built_in::BUILT_IN;
use super::language::candidates;
use super::plurals::plural_categories;
use crate::base::text::listed;
use crate::base::unit::Language;

/// A Fluent file with all messages, to be translated into a language or, if the program carries the language, to be reworded.
#[must_use]
pub fn file_to_translate(language: &Language) -> String {
    let carried = candidates(language).find_map(built_in);
    let (_, english) = BUILT_IN[0];
    let from = match carried {
        // A variant of a language holds only what differs.
        Some(text) => with_messages(english, text),
        None => body(english).to_owned(),
    };
    let task = if carried.is_some() {
        format!(
            "# The words that the program prints in documents in the language `{language}`, to be reworded. Delete the messages that you do not\n\
             # change: the program has their texts."
        )
    } else {
        format!(
            "# The words that the program prints in documents in the language `{language}`, still in English: translate the text of each message.\n\
             # Documents in this language print the messages as they are here."
        )
    };
    let categories = plural_categories(language);
    let plurals = match categories.as_slice() {
        [_] => "one plural category, other: a message need not choose by a number".to_owned(),
        several => format!("the plural categories {}", listed(several.to_vec())),
    };
    format!(
        "{task} Syntax: https://projectfluent.org/fluent/guide/\n\
         #\n\
         # Keep the names before the equals signs, the variables in braces, commands, and the signs ** and \\[ \\]. A message is one line of\n\
         # the document, even if it takes several lines here. Continuation lines are indented and must not begin with *, [, or a period.\n\
         # The language has {plurals} (CLDR). Where a message chooses by a number, write a variant for\n\
         # each of them; the last one is `*[other]`. Other names in square brackets are reasons and cases: keep them.\n\
         # Labels are in narrow columns and beside boxes, so keep them short.\n\
         #\n\
         # To check this file from the folder in which `templates` is, without writing anything:\n\
         #   interview-kit panel --size 2 --minutes 60 --language {language} --templates templates --dry-run\n\
         \n\
         {from}"
    )
}

/// The program's file for a tag.
fn built_in(tag: &str) -> Option<&'static str> {
    BUILT_IN.iter().find(|(known, _)| *known == tag).map(|(_, text)| *text)
}

/// What follows the comment at the beginning of a file.
fn body(text: &str) -> &str {
    text.find("## ").map_or(text, |start| &text[start..])
}

/// A file with the messages of another one in place of its own.
fn with_messages(base: &str, other: &str) -> String {
    let replaced: BTreeMap<&str, &str> =
        entries(other).filter_map(|entry| Some((name(entry)?, entry))).collect();
    let entry = |entry| name(entry).and_then(|name| replaced.get(name).copied()).unwrap_or(entry);
    entries(body(base)).map(entry).collect()
}

/// The parts of a file: a message with its indented lines, or a line that is none.
fn entries(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let mut lines = rest.split_inclusive('\n');
        let mut end = lines.next()?.len();
        end += lines.take_while(|line| line.starts_with(' ')).map(str::len).sum::<usize>();
        let (entry, after) = rest.split_at(end);
        rest = after;
        Some(entry)
    })
}

/// The name of a message.
fn name(entry: &str) -> Option<&str> {
    let (name, _) = entry.split_once(" =")?;
    name.starts_with(|first: char| first.is_ascii_alphabetic()).then_some(name)
}
