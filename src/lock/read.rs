use std::collections::BTreeMap;

use super::{Lock, LockedSeat};
use crate::bank::{Id, Theme};
use crate::diagnostic::{Checked, Diagnostic, Sink};
use crate::source::{SourceId, Sources, Span, Spanned};
use crate::unit::Minutes;
use crate::yaml::{self, Entry, Node, Value};

/// Reads a lock file.
pub fn read(sources: &Sources, id: SourceId) -> Checked<Lock> {
    let mut sink = Sink::new();
    let end = sources.get(id).text.len();
    let lock = match yaml::parse(sources, id, 0, end) {
        Ok(Node { value: Value::Mapping(entries), span }) => {
            Reader { entries, sink: &mut sink }.lock(span)
        }
        Ok(Node { span, .. }) => {
            sink.push(no_lock("this is no lock file", span));
            None
        }
        Err(fault) => {
            sink.push(*fault);
            None
        }
    };
    sink.check(lock)
}

fn no_lock(message: impl Into<String>, span: Span) -> Diagnostic {
    Diagnostic::error("lock", message).at(span).help("`build --lock FILE` writes one")
}

struct Reader<'a> {
    entries: Vec<Entry>,
    sink: &'a mut Sink,
}

impl Reader<'_> {
    fn lock(mut self, span: Span) -> Option<Lock> {
        match self.text("lock") {
            Some(version) if version.value == "1" => {}
            Some(version) => {
                let message = format!("this lock file has the form {}", version.value);
                let fault = no_lock(message, version.span);
                self.sink.push(fault.help("this version of the program reads the form 1"));
                return None;
            }
            None => {
                self.sink.push(no_lock("this is no lock file: it has no key `lock`", span));
                return None;
            }
        }
        let code = self.text("code").map(|code| code.value);
        let role = self.parsed::<Id>("role");
        let level = self.parsed::<Id>("level");
        let minutes = self.parsed("minutes").map(Minutes);
        let reserve = self.parsed("reserve").map(Minutes).unwrap_or_default();
        let shared = self.ids("shared");
        let seats = self.seats(&span);
        let content = self.content();
        Some(Lock {
            code: code.unwrap_or_default(),
            role,
            level,
            minutes,
            reserve,
            shared,
            seats,
            content,
            span: Some(span),
        })
    }

    fn seats(&mut self, span: &Span) -> Vec<LockedSeat> {
        let mut seats = Vec::new();
        if let Some(Node { value: Value::List(items), .. }) = self.take("seats") {
            for item in items {
                let Value::Mapping(entries) = item.value else {
                    self.sink.push(no_lock("a seat is a mapping with `questions`", item.span));
                    continue;
                };
                let mut seat = Reader { entries, sink: &mut *self.sink };
                seats.push(LockedSeat {
                    interviewer: seat.text("interviewer").map(|name| name.value),
                    themes: seat.themes(),
                    questions: seat.ids("questions"),
                });
            }
        }
        if seats.iter().all(|seat| seat.questions.is_empty()) {
            self.sink.push(no_lock("this lock file names no question", span.clone()));
        }
        seats
    }

    fn content(&mut self) -> BTreeMap<String, Spanned<String>> {
        let mut content = BTreeMap::new();
        if let Some(Node { value: Value::Mapping(entries), .. }) = self.take("content") {
            for Entry { key, value } in entries {
                if let Value::Scalar(hash) = value.value {
                    content.insert(key.value, Spanned { value: hash, span: key.span });
                }
            }
        }
        content
    }

    fn take(&mut self, key: &str) -> Option<Node> {
        let index = self.entries.iter().position(|entry| entry.key.value == key)?;
        Some(self.entries.swap_remove(index).value)
    }

    fn text(&mut self, key: &str) -> Option<Spanned<String>> {
        let node = self.take(key)?;
        match node.value {
            Value::Scalar(value) => Some(Spanned { value, span: node.span }),
            Value::Null => None,
            _ => {
                self.sink.push(no_lock(format!("`{key}` wants a single value"), node.span));
                None
            }
        }
    }

    fn parsed<T: std::str::FromStr>(&mut self, key: &str) -> Option<T> {
        let text = self.text(key)?;
        let parsed = text.value.parse().ok();
        if parsed.is_none() {
            let message = format!("`{}` cannot be the value of `{key}`", text.value);
            self.sink.push(no_lock(message, text.span));
        }
        parsed
    }

    /// The values of a list.
    fn texts(&mut self, key: &str) -> Vec<Spanned<String>> {
        let Some(Node { value: Value::List(items), .. }) = self.take(key) else {
            return Vec::new();
        };
        let text = |item: Node| match item.value {
            Value::Scalar(value) => Some(Spanned { value, span: item.span }),
            _ => None,
        };
        items.into_iter().filter_map(text).collect()
    }

    fn ids(&mut self, key: &str) -> Vec<Id> {
        let mut ids = Vec::new();
        for text in self.texts(key) {
            match text.value.parse() {
                Ok(id) => ids.push(id),
                Err(_) => self.sink.push(no_lock(format!("`{}` is no id", text.value), text.span)),
            }
        }
        ids
    }

    fn themes(&mut self) -> Vec<Theme> {
        let mut themes = Vec::new();
        for text in self.texts("themes") {
            let theme = Theme::ALL.into_iter().find(|theme| theme.as_str() == text.value);
            if theme.is_none() {
                let message = format!("there is no theme `{}`", text.value);
                self.sink.push(no_lock(message, text.span));
            }
            themes.extend(theme);
        }
        themes
    }
}
