use std::str::FromStr;

use crate::bank::{Bank, Id, Question, Role, Rule};
use crate::base::diagnostic::{Diagnostic, Diagnostics};
use crate::base::source::{Sources, Span, Spanned};
use crate::base::text::{listed, one_line};
use crate::base::yaml::{Entry, Fault, Mapping, MappingKind, Node};

/// A mapping of a bank file that is being read.
pub(super) struct Fields<'a> {
    name: &'static str,
    mapping: Mapping<'a>,
}

/// A kind of mapping of bank files.
pub(super) const fn kind(name: &'static str) -> MappingKind {
    MappingKind::new(name, report)
}

fn report(fault: Fault, message: String) -> Diagnostic {
    let rule = match fault {
        Fault::WrongType => Rule::WrongType,
        Fault::MissingKey => Rule::MissingKey,
        Fault::UnknownKey => Rule::UnknownKey,
        Fault::DuplicateKey => Rule::DuplicateKey,
        Fault::Empty => Rule::Empty,
        Fault::TooManyItems => Rule::TooMany,
    };
    rule.diagnostic(message)
}

impl<'a> Fields<'a> {
    /// Opens a mapping; anything else is a fault.
    pub(super) fn open(
        node: Node,
        name: &'static str,
        sources: &'a Sources,
        diagnostics: &'a mut Diagnostics,
    ) -> Option<Self> {
        let mapping = Mapping::open(node, kind(name), sources, diagnostics)?;
        Some(Self { name, mapping })
    }

    /// Where the mapping begins.
    pub(super) fn span(&self) -> Span {
        self.mapping.span()
    }

    /// The texts that are read.
    pub(super) fn sources(&self) -> &'a Sources {
        self.mapping.sources
    }

    /// What was found to be wrong so far.
    pub(super) fn diagnostics(&mut self) -> &mut Diagnostics {
        self.mapping.diagnostics
    }

    /// The value of a key, unless it is missing or empty.
    pub(super) fn take(&mut self, key: &'static str) -> Option<Node> {
        self.mapping.take(key)
    }

    /// The entries of a mapping whose keys the author chooses. `expected` begins the message about any other value.
    pub(super) fn entries(
        &mut self,
        key: &'static str,
        expected: &'static str,
        help: &'static str,
    ) -> Vec<Entry> {
        let Some(node) = self.take(key) else { return Vec::new() };
        let kind = MappingKind { expected: Some(expected), help: Some(help), ..kind(key) };
        let mapping =
            Mapping::open(node, kind, self.mapping.sources, &mut *self.mapping.diagnostics);
        mapping.map_or_else(Vec::new, Mapping::into_entries)
    }

    /// A text on one line: white space of any kind counts as one space.
    pub(super) fn text(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let node = self.take(key)?;
        self.text_of(node, key)
    }

    /// A text that must be there.
    pub(super) fn need_text(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let node = self.mapping.need(key)?;
        self.text_of(node, key)
    }

    /// An id that must be there.
    pub(super) fn need_id(&mut self, key: &'static str) -> Option<Spanned<Id>> {
        let text = self.need_text(key)?;
        self.id_of(text)
    }

    /// A whole number that must be there and within bounds.
    pub(super) fn need_number(
        &mut self,
        key: &'static str,
        min: u32,
        max: u32,
    ) -> Option<Spanned<u32>> {
        let text = self.need_text(key)?;
        self.number_of(text, key, min, max)
    }

    /// A whole number within bounds, if it is there.
    pub(super) fn number(&mut self, key: &'static str, min: u32, max: u32) -> Option<Spanned<u32>> {
        let text = self.text(key)?;
        self.number_of(text, key, min, max)
    }

    /// One of a closed set of words, which must be there.
    pub(super) fn need_word<T: Copy>(
        &mut self,
        key: &'static str,
        all: &[T],
        name: impl Fn(T) -> &'static str,
    ) -> Option<T> {
        let text = self.need_text(key)?;
        let found = all.iter().copied().find(|value| name(*value) == text.value);
        if found.is_none() {
            let names: Vec<&str> = all.iter().map(|value| name(*value)).collect();
            self.diagnostics().push(unknown(key, &text.value, &names, text.span));
        }
        found
    }

    /// The items of a list; a missing key is an empty list.
    pub(super) fn list(&mut self, key: &'static str) -> Vec<Node> {
        let Some(node) = self.take(key) else { return Vec::new() };
        let max = self.max_items(key);
        self.mapping.items(node, key, max)
    }

    /// The items of a list that must hold one at least.
    pub(super) fn need_list(&mut self, key: &'static str) -> Vec<Node> {
        let Some(node) = self.mapping.need(key) else { return Vec::new() };
        let max = self.max_items(key);
        self.mapping.some_items(node, key, max)
    }

    /// The items of a list that must hold one at least, if it is there.
    pub(super) fn some_list(&mut self, key: &'static str) -> Option<Vec<Node>> {
        let node = self.take(key)?;
        let max = self.max_items(key);
        Some(self.mapping.some_items(node, key, max))
    }

    fn max_items(&self, key: &str) -> usize {
        match (self.name, key) {
            // A file can have no more of them than there is room for, and memory limits several files together.
            ("bank", "questions") => usize::MAX,
            ("role", _) => Role::MAX_ENTRIES,
            ("bank", _) => Bank::MAX_ENTRIES,
            _ => Question::MAX_ENTRIES,
        }
    }

    /// A list of texts.
    pub(super) fn texts(&mut self, key: &'static str) -> Vec<Spanned<String>> {
        let items = self.list(key);
        items.into_iter().filter_map(|item| self.text_of(item, key)).collect()
    }

    /// A list of texts that must hold one at least.
    pub(super) fn need_texts(&mut self, key: &'static str) -> Vec<Spanned<String>> {
        let items = self.need_list(key);
        items.into_iter().filter_map(|item| self.text_of(item, key)).collect()
    }

    /// A list of ids.
    pub(super) fn ids(&mut self, key: &'static str) -> Vec<Spanned<Id>> {
        let texts = self.texts(key);
        texts.into_iter().filter_map(|text| self.id_of(text)).collect()
    }

    /// A list of ids that must hold one at least.
    pub(super) fn need_ids(&mut self, key: &'static str) -> Vec<Spanned<Id>> {
        let texts = self.need_texts(key);
        texts.into_iter().filter_map(|text| self.id_of(text)).collect()
    }

    /// Ends the reading: every key that was not asked for is a fault.
    pub(super) fn close(self) {
        self.mapping.close();
    }

    /// A value that must be a text which can be printed.
    pub(super) fn text_of(&mut self, node: Node, key: &str) -> Option<Spanned<String>> {
        let Spanned { value: written, span } = self.mapping.text(node, key)?;
        let value = one_line(&written);
        // No text has more characters than bytes.
        let may_be_long = value.len() > Bank::MAX_TEXT_CHARS;
        let fault = if may_be_long && value.chars().nth(Bank::MAX_TEXT_CHARS).is_some() {
            let message = format!("text is longer than {} characters", Bank::MAX_TEXT_CHARS);
            let fault = Rule::TooLong.diagnostic(message);
            Some(fault.help("shorten it, or split it into several items"))
        } else if value.is_empty() {
            let fault = Rule::Empty.diagnostic(format!("`{key}` is empty"));
            Some(fault.help("add a value, or remove the line"))
        } else {
            value.chars().find(|char| char.is_control()).map(|char| {
                let code = u32::from(char);
                let message = format!("`{key}` contains the control character U+{code:04X}");
                Rule::ControlCharacter.diagnostic(message).help("remove it; it cannot be printed")
            })
        };
        if let Some(fault) = fault {
            self.diagnostics().push(fault.at(span));
            return None;
        }
        Some(Spanned { value, span })
    }

    /// A text that must be an id.
    fn id_of(&mut self, text: Spanned<String>) -> Option<Spanned<Id>> {
        match Id::from_str(&text.value) {
            Ok(value) => Some(Spanned { value, span: text.span }),
            Err(reason) => {
                let message = format!("`{}` is not a valid id", text.value);
                let fault = Rule::InvalidId.diagnostic(message).at(text.span);
                let fault = fault.help(reason.to_string());
                self.diagnostics().push(match Id::from_words(&text.value) {
                    Some(id) => fault.fix("use this id instead", id.as_str()),
                    None => fault,
                });
                None
            }
        }
    }

    /// A text that must be a whole number within bounds.
    pub(super) fn number_of(
        &mut self,
        text: Spanned<String>,
        what: &str,
        min: u32,
        max: u32,
    ) -> Option<Spanned<u32>> {
        self.number_in(text, what, (min, max), max)
    }

    /// The same, where the help names another maximum: that of the very file.
    pub(super) fn number_in(
        &mut self,
        text: Spanned<String>,
        what: &str,
        (min, max): (u32, u32),
        named: u32,
    ) -> Option<Spanned<u32>> {
        match text.value.parse() {
            Ok(value) if (min..=max).contains(&value) => Some(Spanned { value, span: text.span }),
            _ => {
                let message = format!("invalid `{what}`: {}", text.value);
                let fault = Rule::OutOfRange.diagnostic(message).at(text.span);
                let help = format!("use a whole number from {min} to {named}");
                self.diagnostics().push(fault.help(help));
                None
            }
        }
    }
}

/// A fault about a name that does not exist.
pub(super) fn unknown(what: &str, name: &str, known: &[&str], span: Span) -> Diagnostic {
    let fault = unknown_without_help(what, name, span);
    let fault = fault.suggest_instead(name, known.iter().copied());
    match known {
        [] => fault.help(format!("this bank defines no {what}; add one first")),
        known => fault.help(format!("expected one of: {}", listed(known.iter().copied()))),
    }
}

/// The same without what could be meant.
pub(super) fn unknown_without_help(what: &str, name: &str, span: Span) -> Diagnostic {
    Rule::UnknownName.diagnostic(format!("unknown {what} `{name}`")).at(span)
}

/// A text without its place.
pub(super) fn plain(text: Option<Spanned<String>>) -> Option<String> {
    text.map(|text| text.value)
}

/// Values, and their places.
pub(super) fn unzip_spans<T>(all: Vec<Spanned<T>>) -> (Vec<T>, Vec<Span>) {
    all.into_iter().map(|item| (item.value, item.span)).unzip()
}
