//! Texts of a bank as Markdown that says their language where it is not the document's.

use minijinja::value::ValueKind;
use minijinja::{Error, ErrorKind, State, Value};

use super::escape::markdown;
use crate::base::unit::{Language, LanguageParseError};

/// The variable that holds the language of the document.
const DOCUMENT: &str = "lang";

/// A text that is in a language: `{{ question.ask | lang(question.lang) }}`. Nothing stays nothing.
#[expect(
    clippy::needless_pass_by_value,
    reason = "minijinja hands over arguments of filters by value"
)]
pub(super) fn lang(state: &State, text: Value, language: Value) -> Result<Value, Error> {
    if text.kind() != ValueKind::String || text.as_str().is_some_and(str::is_empty) {
        return Ok(text);
    }
    let Some(tag) = language.as_str() else {
        let detail = format!("`lang` is passed {}, not the language of the text", language.kind());
        return Err(Error::new(ErrorKind::InvalidOperation, detail));
    };
    if covers(tag, &document_language(state)) {
        return Ok(text);
    }
    let language: Language = tag.parse().map_err(|fault: LanguageParseError| {
        Error::new(ErrorKind::InvalidOperation, fault.to_string())
    })?;
    Ok(Value::from_safe_string(span(language.as_str(), &as_markdown(&text))))
}

/// The language of the document that is being filled in.
pub(super) fn document_language(state: &State) -> String {
    let language = state.lookup(DOCUMENT);
    language.as_ref().and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// The title of something that has a title and a language.
pub(super) fn titled(state: &State, item: &Value) -> Result<Value, Error> {
    lang(state, item.get_attr("title")?, item.get_attr("lang")?)
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

/// Whether the document's language covers that of a text: `en` covers a text in a document in `en-GB` (RFC 4647, 3.3.1).
fn covers(language: &str, document: &str) -> bool {
    document.strip_prefix(language).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}
