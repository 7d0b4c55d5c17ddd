//! Texts of a bank as Markdown that says their language where it is not the document's.

use minijinja::value::ValueKind;
use minijinja::{Error, State, Value};

use super::escape::markdown;

/// The variable that holds the language of the document.
const DOCUMENT: &str = "lang";

/// A text that is in a language: `{{ question.ask | lang(question.lang) }}`. Nothing stays nothing.
#[expect(
    clippy::needless_pass_by_value,
    reason = "minijinja hands over arguments of filters by value"
)]
pub(super) fn lang(state: &State, text: Value, language: Value) -> Value {
    if text.kind() != ValueKind::String || text.as_str().is_some_and(str::is_empty) {
        return text;
    }
    match language.as_str() {
        Some(language) if !covers(language, &document_language(state)) => {
            Value::from_safe_string(span(language, &as_markdown(&text)))
        }
        _ => text,
    }
}

/// The language of the document that is being filled in.
pub(super) fn document_language(state: &State) -> String {
    let language = state.lookup(DOCUMENT);
    language.as_ref().and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// The title of something that has a title and a language.
pub(super) fn titled(state: &State, item: &Value) -> Result<Value, Error> {
    Ok(lang(state, item.get_attr("title")?, item.get_attr("lang")?))
}

/// The titles of several things.
#[expect(
    clippy::needless_pass_by_value,
    reason = "minijinja hands over arguments of filters by value"
)]
pub(super) fn titles(state: &State, items: Value) -> Result<Vec<Value>, Error> {
    items.try_iter()?.map(|item| titled(state, &item)).collect()
}

/// A text as Markdown, with its language if it is not that of the document.
pub(super) fn marked(text: &str, language: &str, document: &str) -> String {
    let text = markdown(text);
    if covers(language, document) { text } else { span(language, &text) }
}

/// A text as Markdown; what is Markdown already stays as it is.
pub(super) fn as_markdown(value: &Value) -> String {
    match value.as_str() {
        Some(text) if !value.is_safe() => markdown(text),
        Some(text) => text.to_owned(),
        None => value.to_string(),
    }
}

fn span(language: &str, markdown: &str) -> String {
    format!("<span lang=\"{language}\">{markdown}</span>")
}

/// Whether what is said of a document's language holds for a text: `en` is not told apart from `en-GB` (RFC 4647, 3.3.1).
fn covers(language: &str, document: &str) -> bool {
    document.strip_prefix(language).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}
