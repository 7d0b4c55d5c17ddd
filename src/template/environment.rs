use std::fmt::Write;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Kwargs, Serde, ValueKind};
use minijinja::{
    AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior, Value,
};

use super::escape::{markdown, yaml};
use crate::diagnostic::{Diagnostic, Rejected};
use crate::kit::Kit;

/// A document of a packet, each with a template of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The interviewer guide.
    Guide,
}

/// The templates, ready to be filled in any number of times.
pub struct Templates {
    environment: Environment<'static>,
}

/// Enough for a kit of ten thousand questions; a template that loops runs out of it within a second.
const FUEL: u64 = 20_000_000;

const BUILT_IN: [(&str, &str); 4] = [
    ("guide.md", include_str!("../../templates/guide.md")),
    ("guide/cover.md", include_str!("../../templates/guide/cover.md")),
    ("guide/question.md", include_str!("../../templates/guide/question.md")),
    ("guide/scorecard.md", include_str!("../../templates/guide/scorecard.md")),
];

impl Part {
    fn template(self) -> &'static str {
        match self {
            Self::Guide => "guide.md",
        }
    }
}

impl Templates {
    /// The templates that the program carries.
    pub fn built_in() -> Result<Self, Rejected> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_fuel(Some(FUEL));
        environment.set_syntax(syntax().map_err(|error| rejected(&error))?);
        environment.set_auto_escape_callback(|_| AutoEscape::Custom("markdown".into()));
        environment.set_formatter(format);
        // Nothing goes round the escaping.
        environment.remove_filter("safe");
        environment.add_filter("or_blank", or_blank);
        environment.add_function("front_matter", front_matter);
        for (name, text) in BUILT_IN {
            environment.add_template(name, text).map_err(|error| rejected(&error))?;
        }
        Ok(Self { environment })
    }

    /// Fills in a template.
    pub fn render(&self, part: Part, kit: &Kit) -> Result<String, Rejected> {
        let template = self.environment.get_template(part.template());
        let template = template.map_err(|error| rejected(&error))?;
        template.render(Value::from(Serde(kit))).map_err(|error| rejected(&error))
    }
}

/// Lines that hold nothing but a tag leave nothing behind.
fn syntax() -> Result<SyntaxConfig, Error> {
    SyntaxConfig::builder()
        .trim_blocks(true)
        .lstrip_blocks(true)
        .keep_trailing_newline(true)
        .build()
}

/// Writes a value: text is escaped, and what was marked as Markdown is not.
fn format(out: &mut Output, state: &mut State, value: &Value) -> Result<(), Error> {
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
fn or_blank(value: &Value, width: usize) -> Value {
    let is_empty = value.is_none() || value.as_str().is_some_and(|text| text.trim().is_empty());
    if is_empty { Value::from_safe_string("_".repeat(width.clamp(4, 200))) } else { value.clone() }
}

/// The front matter of a guide: each argument is a line of it, or nothing where it is none or empty.
#[expect(
    clippy::needless_pass_by_value,
    reason = "minijinja hands over keyword arguments by value"
)]
fn front_matter(lines: Kwargs) -> Result<Value, Error> {
    const KEYS: [&str; 7] = ["title", "lang", "author", "subject", "paper", "header", "footer"];
    let mut text = String::from("---\n");
    for key in KEYS {
        let Some(value) = lines.get::<Option<Value>>(key)? else { continue };
        let items: Vec<String> = match value.kind() {
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

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// A template's fault, with its place.
fn rejected(error: &Error) -> Rejected {
    let place = match (error.name(), error.line()) {
        (Some(name), Some(line)) => format!(" (template {name}, line {line})"),
        (Some(name), None) => format!(" (template {name})"),
        _ => String::new(),
    };
    let what = match error.kind() {
        ErrorKind::OutOfFuel => "the template does not come to an end".to_owned(),
        kind => {
            error.detail().map_or_else(|| kind.to_string(), |detail| format!("{kind}: {detail}"))
        }
    };
    Diagnostic::error("template", format!("{what}{place}")).into()
}
