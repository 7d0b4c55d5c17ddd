use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use super::entry::{References, variables};
use super::error::TextError;
use super::file::Messages;
use super::plurals::plural_rules;
use crate::base::text::{nearest, printed_line};
use crate::base::unit::Language;

/// The messages of one language, those of a user before those of the program. What it lacks comes from another language.
pub struct Locale {
    bundle: FluentBundle<Arc<FluentResource>>,
    messages: BTreeMap<String, Variables>,
    fallback: Option<Arc<Locale>>,
}

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Locale").field("locales", &self.bundle.locales).finish_non_exhaustive()
    }
}

/// The variables of a message.
struct Variables {
    /// Those that the message uses.
    used: BTreeSet<String>,
    /// Those that it may be passed: a user's wording need not use all that the program's does.
    known: BTreeSet<String>,
}

/// A value for a variable of a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Argument {
    /// Printed as it is: the caller escapes it.
    Text(String),
    /// Printed in digits; a message can choose its plural by it.
    Number(f64),
}

impl Argument {
    /// A number of things.
    #[must_use]
    pub fn count(count: usize) -> Self {
        Self::Number(u32::try_from(count).map_or(f64::INFINITY, f64::from))
    }
}

/// The longest text that a message can become. A message that contains its argument twice doubles it each time.
const MAX_BYTES: usize = 1024 * 1024;

impl Locale {
    /// The messages of a language, from files of which a later one's messages replace those of an earlier one.
    pub(super) fn new(
        language: &Language,
        files: &[&Messages],
        fallback: Option<Arc<Self>>,
    ) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![plural_rules(language)]);
        // The marks would be printed as boxes. Names come without any character that changes the direction of the line.
        bundle.set_use_isolating(false);
        let mut references: BTreeMap<&str, &References> = BTreeMap::new();
        let mut known: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        for file in files {
            for (id, references_of_id) in &file.by_id {
                let of_file = variables(references_of_id, |id| file.by_id.get(id));
                known.entry(id).or_default().extend(of_file);
                references.insert(id, references_of_id);
            }
            bundle.add_resource_overriding(Arc::clone(&file.resource));
        }
        let message = |(id, mut known): (&str, BTreeSet<String>)| {
            let used = variables(references[id], |id| references.get(id).copied());
            known.extend(used.iter().cloned());
            (id.to_owned(), Variables { used, known })
        };
        let messages = known.into_iter().map(message).collect();
        Self { bundle, messages, fallback }
    }

    /// A message of this language, or else of its fallback, on one line.
    pub fn text(&self, id: &str, arguments: &[(&str, Argument)]) -> Result<String, TextError> {
        let Some((locale, variables)) = self.find(id) else {
            let nearest = nearest(id, self.ids()).map(str::to_owned);
            return Err(TextError::NoMessage { id: id.to_owned(), nearest });
        };
        let is_passed = |wanted: &str| arguments.iter().any(|(name, _)| *name == wanted);
        if let Some(variable) = variables.used.iter().find(|variable| !is_passed(variable)) {
            return Err(TextError::Missing { id: id.to_owned(), variable: variable.clone() });
        }
        if let Some((name, _)) = arguments.iter().find(|(name, _)| !variables.known.contains(*name))
        {
            return Err(TextError::Unused {
                id: id.to_owned(),
                variable: (*name).to_owned(),
                known: variables.known.iter().cloned().collect(),
            });
        }
        locale.resolve(id, arguments)
    }

    /// The same for a message that need not use all that it is passed.
    pub(super) fn text_with_optional(
        &self,
        id: &str,
        offered: &[(&str, Argument)],
    ) -> Result<String, TextError> {
        let known = self.find(id).map(|(_, variables)| &variables.known);
        let is_known = |name: &str| known.is_none_or(|known| known.contains(name));
        let used: Vec<(&str, Argument)> =
            offered.iter().filter(|(name, _)| is_known(name)).cloned().collect();
        self.text(id, &used)
    }

    /// The variables of a message: all that it may be passed.
    pub fn variables(&self, id: &str) -> Option<&BTreeSet<String>> {
        self.find(id).map(|(_, variables)| &variables.known)
    }

    /// The names of all messages.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        let others = self.fallback.iter().flat_map(|it| it.messages.keys());
        self.messages.keys().chain(others).map(String::as_str)
    }

    fn find(&self, id: &str) -> Option<(&Self, &Variables)> {
        match self.messages.get(id) {
            Some(variables) => Some((self, variables)),
            None => self.fallback.as_ref()?.find(id),
        }
    }

    fn resolve(&self, id: &str, arguments: &[(&str, Argument)]) -> Result<String, TextError> {
        let unresolved = |reason: String| TextError::Unresolved { id: id.to_owned(), reason };
        let message = self.bundle.get_message(id).and_then(|message| message.value());
        let pattern = message.ok_or_else(|| unresolved("it has no text".to_owned()))?;
        let mut values = FluentArgs::with_capacity(arguments.len());
        for (name, argument) in arguments {
            let value = match argument {
                Argument::Text(text) => FluentValue::String(Cow::Borrowed(text)),
                Argument::Number(number) => FluentValue::from(*number),
            };
            values.set(*name, value);
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&values), &mut errors);
        match errors.first() {
            Some(error) => Err(unresolved(error.to_string())),
            None if text.len() > MAX_BYTES => Err(unresolved("it is too long".to_owned())),
            // Fluent keeps the line ends of a message on several lines.
            None => Ok(printed_line(&text).into_owned()),
        }
    }
}
