use std::collections::BTreeMap;
use std::str::FromStr;

use crate::bank::{Bank, Id, Question, Rule};
use crate::base::diagnostic::{Diagnostic, Sink};
use crate::base::source::{Sources, Span, Spanned};
use crate::base::yaml::{Entry, Node, Value};

/// A mapping that is being read: it remembers which keys were asked for, so that any other can be told what would do.
pub(super) struct Fields<'a> {
    /// What the mapping describes, in a user's words: `question`.
    what: &'static str,
    span: Span,
    entries: Vec<Entry>,
    asked: Vec<&'static str>,
    pub(super) sources: &'a Sources,
    pub(super) sink: &'a mut Sink,
}

impl<'a> Fields<'a> {
    /// Opens a mapping; anything else is a fault.
    pub(super) fn open(
        node: Node,
        what: &'static str,
        sources: &'a Sources,
        sink: &'a mut Sink,
    ) -> Option<Self> {
        let Node { value, span } = node;
        let Value::Mapping(written) = value else {
            let message = format!("a {what} is a mapping of keys to values, not {}", value.kind());
            sink.push(Rule::WrongShape.found(message).at(span));
            return None;
        };
        let mut lines: BTreeMap<String, usize> = BTreeMap::new();
        let mut entries: Vec<Entry> = Vec::with_capacity(written.len());
        for entry in written {
            let key = &entry.key;
            if let Some(line) = lines.get(&key.value) {
                let fault = Rule::DuplicateKey
                    .found(format!("the key `{}` stands here twice", key.value))
                    .at(key.span.clone());
                sink.push(
                    fault.help(format!("it stands in line {line} already: keep one of the two")),
                );
            } else {
                lines.insert(key.value.clone(), sources.locate(&key.span).line);
                entries.push(entry);
            }
        }
        // An empty mapping has no place of its own; its first key is where a reader would look.
        let span = entries.first().map_or(span, |entry| entry.key.span.clone());
        Some(Self { what, span, entries, asked: Vec::new(), sources, sink })
    }

    /// Where the mapping begins.
    pub(super) fn span(&self) -> Span {
        self.span.clone()
    }

    /// The value of a key, if it is there and not empty.
    pub(super) fn take(&mut self, key: &'static str) -> Option<Node> {
        self.asked.push(key);
        let index = self.entries.iter().position(|entry| entry.key.value == key)?;
        let entry = self.entries.remove(index);
        match entry.value.value {
            Value::Null => None,
            _ => Some(entry.value),
        }
    }

    /// The value of a key that must be there.
    pub(super) fn need(&mut self, key: &'static str) -> Option<Node> {
        let node = self.take(key);
        if node.is_none() {
            let message = format!("this {} has no `{key}`", self.what);
            let help = format!("add a line `{key}: …`");
            self.sink.push(Rule::MissingKey.found(message).at(self.span()).help(help));
        }
        node
    }

    /// A text, on one line: white space of any kind counts as one space.
    pub(super) fn text(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let node = self.take(key)?;
        text(node, key, self.sink)
    }

    /// A text that must be there.
    pub(super) fn need_text(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let node = self.need(key)?;
        text(node, key, self.sink)
    }

    /// An id that must be there.
    pub(super) fn need_id(&mut self, key: &'static str) -> Option<Spanned<Id>> {
        let text = self.need_text(key)?;
        id(text, self.sink)
    }

    /// A whole number that must be there and within bounds.
    pub(super) fn need_number(
        &mut self,
        key: &'static str,
        least: u32,
        most: u32,
    ) -> Option<Spanned<u32>> {
        let text = self.need_text(key)?;
        number(text, key, least, most, self.sink)
    }

    /// A whole number within bounds, if it is there.
    pub(super) fn number(
        &mut self,
        key: &'static str,
        least: u32,
        most: u32,
    ) -> Option<Spanned<u32>> {
        let text = self.text(key)?;
        number(text, key, least, most, self.sink)
    }

    /// The items of a list; a missing key is an empty list.
    pub(super) fn list(&mut self, key: &'static str) -> Vec<Node> {
        self.take(key).map_or_else(Vec::new, |node| self.items(node, key))
    }

    /// The items of a list that must hold one at least.
    pub(super) fn need_list(&mut self, key: &'static str) -> Vec<Node> {
        self.need(key).map_or_else(Vec::new, |node| self.filled(node, key))
    }

    /// The items of a list that must hold one at least, if it is there.
    pub(super) fn some_list(&mut self, key: &'static str) -> Option<Vec<Node>> {
        self.take(key).map(|node| self.filled(node, key))
    }

    fn filled(&mut self, node: Node, key: &'static str) -> Vec<Node> {
        let span = node.span.clone();
        let is_list = matches!(node.value, Value::List(_));
        let items = self.items(node, key);
        if items.is_empty() && is_list {
            let message = format!("`{key}` is empty");
            let help = "give it one item at least".to_owned();
            self.sink.push(Rule::Empty.found(message).at(span).help(help));
        }
        items
    }

    fn items(&mut self, node: Node, key: &'static str) -> Vec<Node> {
        let Value::List(mut items) = node.value else {
            let message = format!("`{key}` wants a list here, not {}", node.value.kind());
            let help = format!("write it as `{key}: [a, b]`, or with a line `- a` for each item");
            self.sink.push(Rule::WrongShape.found(message).at(node.span).help(help));
            return Vec::new();
        };
        let most = match (self.what, key) {
            ("bank", "questions") | ("role", _) => Bank::MOST_QUESTIONS,
            ("bank", _) => Bank::MOST_NAMES,
            _ => Question::MOST_ENTRIES,
        };
        if let Some(first) = items.get(most) {
            let message = format!("`{key}` has {} entries", items.len());
            let fault = Rule::TooMany.found(message).at(first.span.clone());
            self.sink.push(fault.help(format!("no more than {most} are read")));
            items.truncate(most);
        }
        items
    }

    /// A list of texts.
    pub(super) fn texts(&mut self, key: &'static str) -> Vec<Spanned<String>> {
        let items = self.list(key);
        items.into_iter().filter_map(|item| text(item, key, self.sink)).collect()
    }

    /// A list of ids.
    pub(super) fn ids(&mut self, key: &'static str) -> Vec<Spanned<Id>> {
        let texts = self.texts(key);
        texts.into_iter().filter_map(|text| id(text, self.sink)).collect()
    }

    /// A list of ids that must hold one at least.
    pub(super) fn need_ids(&mut self, key: &'static str) -> Vec<Spanned<Id>> {
        let items = self.need_list(key);
        let texts: Vec<_> =
            items.into_iter().filter_map(|item| text(item, key, self.sink)).collect();
        texts.into_iter().filter_map(|text| id(text, self.sink)).collect()
    }

    /// Ends the reading: every key that nobody asked for is a fault.
    pub(super) fn close(self) {
        for Entry { key, .. } in self.entries {
            let message = format!("a {} has no key `{}`", self.what, key.value);
            let fault = Rule::UnknownKey.found(message).at(key.span);
            let fault = fault.suggest_instead(&key.value, self.asked.iter().copied());
            let fault = fault.help(format!("its keys are {}", listed(self.asked.iter().copied())));
            self.sink.push(fault);
        }
    }
}

/// One of a closed set of words.
pub(super) fn word<T: Copy>(
    text: &Spanned<String>,
    what: &str,
    all: &[T],
    name: impl Fn(T) -> &'static str,
    sink: &mut Sink,
) -> Option<T> {
    let found = all.iter().copied().find(|value| name(*value) == text.value);
    if found.is_none() {
        let names = all.iter().map(|value| name(*value));
        sink.push(unknown(what, &text.value, &names.collect::<Vec<_>>(), text.span.clone()));
    }
    found
}

/// A fault about a name that does not exist.
pub(super) fn unknown(what: &str, name: &str, known: &[&str], span: Span) -> Diagnostic {
    let fault = Rule::UnknownName.found(format!("unknown {what} `{name}`")).at(span);
    let fault = fault.suggest_instead(name, known.iter().copied());
    match known {
        [] => fault.help(format!("this bank has no {what} yet")),
        known => fault.help(format!("what would do: {}", listed(known.iter().copied()))),
    }
}

pub(super) fn text(node: Node, key: &str, sink: &mut Sink) -> Option<Spanned<String>> {
    let Node { value, span } = node;
    let Value::Scalar(written) = value else {
        let message = format!("`{key}` wants a text here, not {}", value.kind());
        let fault = Rule::WrongShape.found(message).at(span);
        sink.push(match value.text_hint() {
            Some(hint) => fault.help(hint),
            None => fault,
        });
        return None;
    };
    let value = written.split_whitespace().collect::<Vec<_>>().join(" ");
    let fault = if value.chars().nth(Bank::LONGEST_TEXT).is_some() {
        let message = format!("this text has more than {} characters", Bank::LONGEST_TEXT);
        Some(Rule::TooLong.found(message).help("shorten it, or make several texts of it"))
    } else if value.is_empty() {
        Some(
            Rule::Empty
                .found(format!("`{key}` is empty"))
                .help("write a text, or take the line out"),
        )
    } else {
        value.chars().find(|char| char.is_control()).map(|char| {
            let code = u32::from(char);
            let message = format!("`{key}` holds the control character U+{code:04X}");
            Rule::ControlCharacter.found(message).help("take it out: it cannot be printed")
        })
    };
    if let Some(fault) = fault {
        sink.push(fault.at(span));
        return None;
    }
    Some(Spanned { value, span })
}

pub(super) fn id(text: Spanned<String>, sink: &mut Sink) -> Option<Spanned<Id>> {
    match Id::from_str(&text.value) {
        Ok(value) => Some(Spanned { value, span: text.span }),
        Err(reason) => {
            let message = format!("`{}` is no id", text.value);
            let fault = Rule::NotAnId.found(message).at(text.span).help(reason.to_string());
            sink.push(match Id::from_words(&text.value) {
                Some(id) => fault.fix("this would be one", id.as_str()),
                None => fault,
            });
            None
        }
    }
}

pub(super) fn number(
    text: Spanned<String>,
    what: &str,
    least: u32,
    most: u32,
    sink: &mut Sink,
) -> Option<Spanned<u32>> {
    match text.value.parse() {
        Ok(value) if (least..=most).contains(&value) => Some(Spanned { value, span: text.span }),
        _ => {
            let message =
                format!("`{what}` is {}, which is not from {least} to {most}", text.value);
            let fault = Rule::OutOfRange.found(message).at(text.span);
            sink.push(fault.help(format!("write a whole number from {least} to {most}")));
            None
        }
    }
}

/// A text without its place.
pub(super) fn plain(text: Option<Spanned<String>>) -> Option<String> {
    text.map(|text| text.value)
}

/// Values, and their places.
pub(super) fn parted<T>(all: Vec<Spanned<T>>) -> (Vec<T>, Vec<Span>) {
    all.into_iter().map(|item| (item.value, item.span)).unzip()
}

/// Names as a sentence lists them; a long list is cut short.
fn listed<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    const MOST: usize = 24;
    let names: Vec<String> = names.into_iter().map(|name| format!("`{name}`")).collect();
    let more = names.len().saturating_sub(MOST);
    let list = names[..names.len() - more].join(", ");
    if more == 0 { list } else { format!("{list} and {more} more") }
}
