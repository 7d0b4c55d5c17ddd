use std::fmt::Write;

use minijinja::value::{Kwargs, ValueKind};
use minijinja::{Error, ErrorKind, Output, State, Value};

use super::escape::{markdown, unescaped, yaml};

/// Writes a value: text is escaped, and what was marked as Markdown is not.
pub(super) fn format(out: &mut Output, state: &mut State, value: &Value) -> Result<(), Error> {
    match value.kind() {
        ValueKind::String if !value.is_safe() => {
            let text = value.as_str().unwrap_or_default();
            out.write_str(&markdown(text)).map_err(Error::from)
        }
        ValueKind::Number | ValueKind::Bool | ValueKind::String => {
            out.write_str(&value.to_string()).map_err(Error::from)
        }
        ValueKind::None => Ok(()),
        ValueKind::Undefined => minijinja::escape_formatter(out, state, value),
        kind => Err(Error::new(
            ErrorKind::InvalidOperation,
            format!(
                "a {kind} cannot be printed as a whole: name one of its fields, or loop over it"
            ),
        )),
    }
}

/// The value, or a blank of that many underscores where there is none.
pub(super) fn or_blank(value: &Value, width: usize) -> Value {
    let is_empty = value.is_none() || value.as_str().is_some_and(|text| text.trim().is_empty());
    if is_empty { Value::from_safe_string("_".repeat(width.clamp(4, 200))) } else { value.clone() }
}

/// The front matter of a guide: each argument is a line of it, or nothing where it is none or empty.
#[expect(
    clippy::needless_pass_by_value,
    reason = "minijinja hands over keyword arguments by value"
)]
pub(super) fn front_matter(lines: Kwargs) -> Result<Value, Error> {
    const KEYS: [&str; 8] =
        ["title", "lang", "author", "subject", "paper", "header", "names", "footer"];
    let mut text = String::from("---\n");
    for key in KEYS {
        let Some(value) = lines.get::<Option<Value>>(key)? else { continue };
        let items: Vec<String> = match value.kind() {
            ValueKind::Map => {
                writeln!(text, "{key}: {}", mapping(&value)?).map_err(Error::from)?;
                continue;
            }
            ValueKind::Seq => value.try_iter()?.map(|item| plain(&item)).collect(),
            ValueKind::None | ValueKind::Undefined => continue,
            _ => vec![plain(&value)],
        };
        let quoted: Vec<String> = items.iter().map(|item| yaml(item)).collect();
        match quoted.as_slice() {
            [_] if items.iter().all(String::is_empty) => {}
            [only] => writeln!(text, "{key}: {only}").map_err(Error::from)?,
            several => writeln!(text, "{key}: [{}]", several.join(", ")).map_err(Error::from)?,
        }
    }
    lines.assert_all_used()?;
    text.push_str("---\n");
    Ok(Value::from_safe_string(text))
}

/// A mapping on one line; a value that is absent is an empty text.
fn mapping(value: &Value) -> Result<String, Error> {
    let mut entries = Vec::new();
    for key in value.try_iter()? {
        let item = value.get_item(&key)?;
        let item = if item.is_none() || item.is_undefined() { String::new() } else { plain(&item) };
        entries.push(format!("{}: {}", yaml(&plain(&key)), yaml(&item)));
    }
    Ok(format!("{{{}}}", entries.join(", ")))
}

/// A value as plain text: front matter is no Markdown.
fn plain(value: &Value) -> String {
    match value.as_str() {
        Some(text) if value.is_safe() => unescaped(text),
        Some(text) => text.to_owned(),
        None => value.to_string(),
    }
}
