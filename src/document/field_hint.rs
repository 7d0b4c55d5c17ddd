use crate::base::diagnostic::Diagnostic;
use crate::base::source::Span;
use crate::base::text::is_id;

/// A comment that names the next field: `<!-- field: rating = 1 2 3 not-assessed -->`. Behind the equals sign are the values of the
/// boxes of a choice, in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FieldHint {
    pub(super) name: String,
    pub(super) values: Vec<String>,
    pub(super) span: Span,
}

const CODE: &str = "field-hint";
/// How a comment that names a field begins, behind its `<!--`.
const KEY: &str = "field:";
/// The most values of one hint: more boxes than that are no choice.
const MAX_VALUES: usize = 100;
const ID: &str = "use lowercase letters and digits, with single hyphens between words";

impl FieldHint {
    /// Reads a hint. A comment without the key is none.
    pub(super) fn read(html: &str, span: &Span) -> Option<Result<Self, Diagnostic>> {
        let comment = html.trim().strip_prefix("<!--")?.trim_start().strip_prefix(KEY)?;
        let Some((comment, _)) = comment.split_once("-->") else {
            let fault = fault("this hint is not closed on this line", span);
            return Some(Err(fault.help("add `-->` after the name")));
        };
        let (name, values) = comment.split_once('=').unwrap_or((comment, ""));
        let name = name.trim();
        let values: Vec<String> =
            values.split_whitespace().take(MAX_VALUES + 1).map(str::to_owned).collect();
        if values.len() > MAX_VALUES {
            let fault = fault(&format!("this hint lists more than {MAX_VALUES} values"), span);
            return Some(Err(fault.help("split it into several choices")));
        }
        if let Some(wrong) = values.iter().find(|value| !is_id(value)) {
            let fault = fault(&format!("`{wrong}` is not a valid option value"), span);
            return Some(Err(fault.help(ID)));
        }
        if let Some(twice) = repeated(&values) {
            let fault = fault(&format!("duplicate option value `{twice}`"), span);
            return Some(Err(fault.help("give each option its own value")));
        }
        if !is_id(name) {
            let fault = fault(&format!("`{name}` is not a valid field name"), span);
            return Some(Err(fault.help(ID)));
        }
        Some(Ok(Self { name: name.to_owned(), values, span: span.clone() }))
    }

    /// The words behind it on its line are nested too deep to be read.
    pub(super) fn too_deep(span: &Span) -> Diagnostic {
        let fault = fault("the text after this hint is not printed", span);
        fault.help("put the hint on its own line, above the text")
    }

    /// No field comes after it.
    pub(super) fn unused(&self) -> Diagnostic {
        let fault = fault(&format!("no field follows the hint `{}`", self.name), &self.span);
        fault.help("put it directly before the box, blank, or notes that it names, or remove it")
    }

    /// Its owner has a field of that name already, so that its own became another.
    pub(super) fn repeated(&self, name: &str) -> Diagnostic {
        let message = format!("another field is already named `{}` here", self.name);
        fault(&message, &self.span).help(format!("this one is named `{name}`; choose another name"))
    }

    /// It lists more or fewer values than the choice has boxes.
    pub(super) fn miscounted(&self, boxes: usize) -> Diagnostic {
        let message = format!("this hint lists {} values for {boxes} boxes", self.values.len());
        fault(&message, &self.span).help("list one value per box, in order")
    }
}

fn fault(message: &str, span: &Span) -> Diagnostic {
    Diagnostic::warning(CODE, message).at(span.clone())
}

fn repeated(values: &[String]) -> Option<&String> {
    values.iter().enumerate().find(|(index, value)| values[..*index].contains(value)).map(|it| it.1)
}
