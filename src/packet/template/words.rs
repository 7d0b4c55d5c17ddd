//! What templates can print of the locale: `text(…)`, and the filters that need a message.

use std::sync::Arc;

use minijinja::value::{Kwargs, Serde, ValueKind};
use minijinja::{Environment, Error, ErrorKind, State, Value};

use super::functions::front_matter;
use super::marked::{as_markdown, document_language, marked, titled};
use crate::base::page_words::PageWords;
use crate::packet::locale::{Argument, Locale, TextError};
use crate::packet::unmet::UnmetView;
use crate::packet::view::View;

/// The message for an interviewer whose name is not known.
const NUMBERED: &str = "interviewer-number";
/// The message for the title of a kit that is for a role.
const TITLE: &str = "kit-title";

/// What a kit is called: after its role, or else after its banks.
pub(super) fn title(locale: &Locale, view: &View<'_>) -> Result<String, TextError> {
    title_of(locale, view, |text, _| text.to_owned())
}

/// The same, made of what `mark` makes of a text of a bank and its language.
pub(super) fn title_of(
    locale: &Locale,
    view: &View<'_>,
    mark: impl Fn(&str, &str) -> String,
) -> Result<String, TextError> {
    if let (Some(role), Some(lang)) = (view.role, view.role_lang) {
        return locale.text(TITLE, &[("role", Argument::Text(mark(role, lang.as_str())))]);
    }
    let titles = view.banks.iter().map(|bank| mark(bank.title, bank.lang.as_str()));
    Ok(titles.collect::<Vec<_>>().join(" · "))
}

/// Gives an environment the messages of a locale.
pub(super) fn add(environment: &mut Environment<'static>, locale: &Arc<Locale>) {
    let of = Arc::clone(locale);
    environment.add_function("text", move |id: String, values: Kwargs| text(&of, &id, &values));
    let of = Arc::clone(locale);
    environment.add_function("front_matter", move |lines: Kwargs| {
        front_matter(lines, &beside_the_text(&of)?)
    });
    let of = Arc::clone(locale);
    environment.add_filter("listed", move |state: &State, items: Value| {
        of.listed(&texts(state, &items)?).map(Value::from_safe_string).map_err(failed)
    });
    let of = Arc::clone(locale);
    environment.add_filter("sentences", move |state: &State, items: Value| {
        of.sentences(&texts(state, &items)?).map(Value::from_safe_string).map_err(failed)
    });
    let of = Arc::clone(locale);
    environment.add_filter("label", move |interviewer: Value| label(&of, &interviewer));
    let of = Arc::clone(locale);
    environment.add_filter("shorten", move |text: &str, width: usize| {
        of.shortened(text, width).map_err(failed)
    });
    let of = Arc::clone(locale);
    environment.add_filter("sentence", move |state: &State, Serde(goal): Serde<UnmetView>| {
        sentence(&of, state, &goal)
    });
}

/// The words beside the text of a document, by their keys in its front matter. Those of a document without a title are left out,
/// because the title is in the front matter.
fn beside_the_text(locale: &Locale) -> Result<[(&'static str, String); 9], Error> {
    let PageWords {
        page,
        kit,
        packet,
        name,
        identity,
        edited,
        continued,
        notes,
        blank,
        untitled: _,
    } = locale.page_words().map_err(failed)?;
    Ok([
        ("page", page),
        ("kit", kit),
        ("packet", packet),
        ("name", name),
        ("identity", identity),
        ("edited", edited),
        ("continued", continued),
        ("notes", notes),
        ("blank", blank),
    ])
}

/// A message as Markdown: its own text is Markdown already, and the values of its variables are escaped.
fn text(locale: &Locale, id: &str, values: &Kwargs) -> Result<Value, Error> {
    let mut arguments = Vec::new();
    for name in values.args() {
        arguments.push((name, argument(id, name, &values.get(name)?)?));
    }
    message(locale, id, &arguments).map(Value::from_safe_string)
}

fn message(locale: &Locale, id: &str, arguments: &[(&str, Argument)]) -> Result<String, Error> {
    locale.text(id, arguments).map_err(failed)
}

fn failed(error: TextError) -> Error {
    Error::new(ErrorKind::InvalidOperation, error.to_string()).with_source(error)
}

fn argument(id: &str, name: &str, value: &Value) -> Result<Argument, Error> {
    match value.kind() {
        ValueKind::Number => f64::try_from(value.clone()).map(Argument::Number),
        ValueKind::String => Ok(Argument::Text(as_markdown(value))),
        kind => {
            let detail =
                format!("`{name}` of the message `{id}` is {kind}, not a text or a number");
            Err(Error::new(ErrorKind::InvalidOperation, detail))
        }
    }
}

/// The items of a list as Markdown: texts, or things with titles. Empty ones are left out.
fn texts(state: &State, items: &Value) -> Result<Vec<String>, Error> {
    let mut texts = Vec::new();
    for item in items.try_iter()? {
        let text = if item.kind() == ValueKind::Map { titled(state, &item)? } else { item };
        texts.push(as_markdown(&text));
    }
    texts.retain(|text| !text.is_empty());
    Ok(texts)
}

/// The sentence about a goal that was not met.
fn sentence(locale: &Locale, state: &State, goal: &UnmetView) -> Result<Value, Error> {
    let document = document_language(state);
    let mark = |text: &str, language: &str| marked(text, language, &document);
    goal.sentence(locale, mark).map(Value::from_safe_string).map_err(failed)
}

/// What an interviewer is called: by name, or else by number.
fn label(locale: &Locale, interviewer: &Value) -> Result<Value, Error> {
    let name = interviewer.get_attr("name")?;
    if name.is_true() {
        return Ok(name);
    }
    let number = f64::try_from(interviewer.get_attr("number")?)?;
    let text = message(locale, NUMBERED, &[("number", Argument::Number(number))])?;
    Ok(Value::from_safe_string(text))
}
