use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::{DuplicateKeyPolicy, Location, MergeKeyPolicy, Options};

use super::{Entry, Node, Value};
use crate::diagnostic::Diagnostic;
use crate::source::{SourceId, Sources, Span, Spanned};

/// Deeper nesting than any bank needs, and less than the stack of a thread bears.
const DEEPEST: usize = 24;
/// More values than the largest bank that one person could read in a lifetime, and than a roster of a hundred thousand rows with
/// ten columns.
const MOST_NODES: usize = 2_200_000;

/// Reads a text, or the part of it from byte `from` to byte `to`, as one YAML document.
pub fn parse(
    sources: &Sources,
    id: SourceId,
    from: usize,
    to: usize,
) -> Result<Node, Box<Diagnostic>> {
    let whole = &sources.get(id).text;
    let text = whole.get(from..to).unwrap_or_default();
    // A byte order mark is no part of the text.
    let (text, from) = match text.strip_prefix('\u{FEFF}') {
        Some(rest) => (rest, from + '\u{FEFF}'.len_utf8()),
        None => (text, from),
    };
    let place = Place { text, id, from };
    if text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#')) {
        return Ok(Node { value: Value::Null, span: Span::new(id, from..from) });
    }
    match serde_saphyr::from_str_with_options::<serde_saphyr::Spanned<Tree>>(text, options()) {
        Ok(tree) => Ok(place.node(tree)),
        Err(error) => Err(Box::new(place.fault(&error))),
    }
}

fn options() -> Options {
    serde_saphyr::options! {
        budget: serde_saphyr::budget! {
            max_depth: DEEPEST,
            max_nodes: MOST_NODES,
            max_events: MOST_NODES * 2,
        },
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        merge_keys: MergeKeyPolicy::Error,
        strict_booleans: true,
    }
}

/// A tree as serde hands it over, with the library's own places.
enum Tree {
    Null,
    Text(String),
    /// A number or a truth value: what it is says the text itself, by its place.
    Plain(String),
    List(Vec<serde_saphyr::Spanned<Tree>>),
    Mapping(Vec<(serde_saphyr::Spanned<String>, serde_saphyr::Spanned<Tree>)>),
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TreeVisitor)
    }
}

struct TreeVisitor;

impl<'de> Visitor<'de> for TreeVisitor {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value, a list or a mapping")
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_none<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree, D::Error> {
        Tree::deserialize(deserializer)
    }

    fn visit_str<E>(self, text: &str) -> Result<Tree, E> {
        Ok(Tree::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Tree, E> {
        Ok(Tree::Text(text))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Tree, E> {
        Ok(Tree::Plain(value.to_string()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Tree, E> {
        Ok(Tree::Plain(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Tree, E> {
        Ok(Tree::Plain(value.to_string()))
    }

    fn visit_i128<E>(self, value: i128) -> Result<Tree, E> {
        Ok(Tree::Plain(value.to_string()))
    }

    fn visit_u128<E>(self, value: u128) -> Result<Tree, E> {
        Ok(Tree::Plain(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Tree, E> {
        Ok(Tree::Plain(value.to_string()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Tree, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Tree::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Tree, A::Error> {
        let mut mapping = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            mapping.push(entry);
        }
        Ok(Tree::Mapping(mapping))
    }
}

/// Where the text that is read stands among all texts.
struct Place<'t> {
    text: &'t str,
    id: SourceId,
    from: usize,
}

impl Place<'_> {
    fn node(&self, tree: serde_saphyr::Spanned<Tree>) -> Node {
        let span = self.span(&tree.referenced);
        let value = match tree.value {
            Tree::Null => Value::Null,
            Tree::Text(text) => Value::Scalar(text),
            Tree::Plain(read) => {
                let bytes = span.bytes.start - self.from..span.bytes.end - self.from;
                let written = self.text.get(bytes).unwrap_or_default().trim();
                Value::Scalar(if written.is_empty() { read } else { written.to_owned() })
            }
            Tree::List(items) => {
                Value::List(items.into_iter().map(|item| self.node(item)).collect())
            }
            Tree::Mapping(entries) => {
                let entry = |(key, value): (serde_saphyr::Spanned<String>, _)| {
                    let span = self.span(&key.referenced);
                    Entry { key: Spanned { value: key.value, span }, value: self.node(value) }
                };
                Value::Mapping(entries.into_iter().map(entry).collect())
            }
        };
        Node { value, span }
    }

    fn fault(&self, error: &serde_saphyr::Error) -> Diagnostic {
        let error = error.without_snippet();
        let message = error.to_string();
        let message = message.lines().next().unwrap_or_default();
        // The library appends its own place to its message; the diagnostic has a better one.
        let message = message.split(" at line ").next().unwrap_or_default();
        let location = error.location().unwrap_or(Location::UNKNOWN);
        if message.starts_with("budget breached") || message.starts_with("recursion limit") {
            let message = "this is more, or nested deeper, than is read of one YAML text";
            let help = format!(
                "{MOST_NODES} values and {DEEPEST} levels are read; an alias (`*name`) counts as all that it stands for"
            );
            return Diagnostic::error("yaml", message).at(self.span(&location)).help(help);
        }
        Diagnostic::error("yaml", format!("this is no valid YAML: {message}"))
            .at(self.span(&location))
            .help("look for a missing quote, colon or space at the beginning of a line, here or just above")
    }

    fn span(&self, location: &Location) -> Span {
        let span = location.span();
        let bytes = |number: Option<u64>| number.and_then(|n| usize::try_from(n).ok());
        let start = bytes(span.byte_offset()).filter(|_| location.line() > 0);
        let start = start.unwrap_or_else(|| self.line_start(location)).min(self.text.len());
        let length = bytes(span.byte_len()).unwrap_or_default();
        let end = (start + length).min(self.text.len());
        let (start, end) =
            (self.text.floor_char_boundary(start), self.text.floor_char_boundary(end));
        Span::new(self.id, self.from + start..self.from + end)
    }

    /// Where a line begins, for a location that knows no bytes.
    fn line_start(&self, location: &Location) -> usize {
        let line = usize::try_from(location.line()).unwrap_or_default();
        let before = self.text.split_inclusive('\n').take(line.saturating_sub(1));
        before.map(str::len).sum()
    }
}
