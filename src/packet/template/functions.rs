use minijinja::value::{Kwargs, ValueKind};
use minijinja::{Error, ErrorKind, Output, State, Value};
use serde::Serialize;

use super::escape::markdown;
use crate::base::text::{printed_line, unescaped};
use crate::base::yaml::{DoubleQuoted, FlowMap, FlowSeq, Pairs, Writer};

/// Writes a value: text is escaped, and what was marked as Markdown is not.
pub(super) fn format(out: &mut Output, state: &mut State, value: &Value) -> Result<(), Error> {
    if let (Some(text), false) = (value.as_str(), value.is_safe()) {
        return out.write_str(&markdown(text)).map_err(Error::from);
    }
    match value.kind() {
        ValueKind::Number | ValueKind::Bool | ValueKind::String => {
            out.write_str(&value.to_string()).map_err(Error::from)
        }
        ValueKind::None => Ok(()),
        ValueKind::Undefined => minijinja::escape_formatter(out, state, value),
        kind => Err(Error::new(
            ErrorKind::InvalidOperation,
            format!(
                "a {kind} cannot be printed directly; print one of its fields, or loop over it"
            ),
        )),
    }
}

/// The value, or a blank of that many underscores where there is none. A name becomes a hint before the blank.
pub(super) fn or_blank(value: &Value, width: usize, name: Option<String>) -> Value {
    let is_empty = value.is_none() || value.as_str().is_some_and(|text| text.trim().is_empty());
    if !is_empty {
        return value.clone();
    }
    let hint = name.map_or_else(String::new, |name| format!("<!-- field: {name} -->"));
    Value::from_safe_string(format!("{hint}{}", "_".repeat(width.clamp(4, 200))))
}

/// A text as a value of a hint that lists values: a comma in it does not end the value.
pub(super) fn in_list(text: &str) -> Value {
    Value::from_safe_string(markdown(text).replace(',', "\\,"))
}

/// The front matter of a document: each argument is a line of it, or nothing where it is none or empty, and the words beside the
/// text in the language of the document are the last line.
#[expect(
    clippy::needless_pass_by_value,
    reason = "minijinja hands over keyword arguments by value"
)]
pub(super) fn front_matter(lines: Kwargs, words: &[(&str, String)]) -> Result<Value, Error> {
    const KEYS: [&str; 9] =
        ["title", "lang", "author", "subject", "paper", "header", "names", "marking", "footer"];
    let mut writer = Writer::default();
    for key in KEYS {
        let Some(value) = lines.get::<Option<Value>>(key)? else { continue };
        let items: Vec<String> = match value.kind() {
            ValueKind::Map => {
                writer.entry(key, &FlowMap(mapping(&value)?));
                continue;
            }
            ValueKind::Seq => value.try_iter()?.map(|item| text(&item)).collect(),
            ValueKind::None | ValueKind::Undefined => continue,
            _ => vec![text(&value)],
        };
        match items.as_slice() {
            [only] if only.is_empty() => {}
            [only] => writer.entry(key, &DoubleQuoted(only)),
            several => {
                writer.entry(key, &FlowSeq(several.iter().map(DoubleQuoted).collect::<Vec<_>>()));
            }
        }
    }
    lines.assert_all_used()?;
    let words = words.iter().map(|(key, text)| (*key, DoubleQuoted(text)));
    writer.entry("words", &FlowMap(Pairs(words.collect())));
    Ok(Value::from_safe_string(format!("---\n{}---\n", writer.finish())))
}

/// A value of a mapping.
#[derive(Serialize)]
#[serde(untagged)]
enum Entry {
    Text(DoubleQuoted<String>),
    Mapping(FlowMap<Pairs<String, DoubleQuoted<String>>>),
}

/// A mapping with its keys in order. Its values are texts, or mappings of texts.
fn mapping(value: &Value) -> Result<Pairs<String, Entry>, Error> {
    entries(value, |item| match item.kind() {
        ValueKind::Map => Ok(Entry::Mapping(FlowMap(entries(item, |text| Ok(quoted(text)))?))),
        _ => Ok(Entry::Text(quoted(item))),
    })
}

fn entries<T>(
    value: &Value,
    read: impl Fn(&Value) -> Result<T, Error>,
) -> Result<Pairs<String, T>, Error> {
    let mut entries = Vec::new();
    for key in value.try_iter()? {
        entries.push((text(&key), read(&value.get_item(&key)?)?));
    }
    Ok(Pairs(entries))
}

/// A text in quotes; a value that is absent is an empty text.
fn quoted(value: &Value) -> DoubleQuoted<String> {
    let is_absent = value.is_none() || value.is_undefined();
    DoubleQuoted(if is_absent { String::new() } else { text(value) })
}

/// A value as plain text on one line: front matter is not Markdown.
fn text(value: &Value) -> String {
    let text = match value.as_str() {
        Some(text) if value.is_safe() => unescaped(&without_spans(text)),
        Some(text) => text.to_owned(),
        None => value.to_string(),
    };
    printed_line(&text).into_owned()
}

/// Markdown without what says the language of a text: front matter has no place for it.
fn without_spans(markdown: &str) -> String {
    let mut kept = String::with_capacity(markdown.len());
    let mut rest = markdown;
    while let Some(at) = rest.find(['\\', '<']) {
        let (before, found) = rest.split_at(at);
        kept.push_str(before);
        let is_tag = ["<span lang=\"", "</span>"].iter().any(|tag| found.starts_with(tag));
        if let Some((_, behind)) = found.split_once('>').filter(|_| is_tag) {
            rest = behind;
            continue;
        }
        // A backslash takes the meaning of what follows it.
        let length = found.chars().take(2).map(char::len_utf8).sum();
        let (literal, behind) = found.split_at(length);
        kept.push_str(literal);
        rest = behind;
    }
    kept + rest
}
