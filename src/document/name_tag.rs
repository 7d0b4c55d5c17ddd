use super::field_name::{FieldName, segment};
use super::model::Field;
use super::text::{has_words, short};
use crate::base::diagnostic::{Diagnostic, Diagnostics};
use crate::base::source::{Sources, Span};
use crate::base::text::{UniqueNames, is_id, one_line};
use crate::base::yaml::{Entry, Fault, Mapping, MappingKind, Node, Value};

/// A name at the head of every page: whose page it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameTag {
    /// A name that is known.
    Known {
        /// The id under which the front matter gives it, or one made of its label.
        id: String,
        /// Whose name it is: `Candidate`.
        label: String,
        /// The name.
        name: String,
    },
    /// A blank to write the name on: one field, on however many pages it is.
    Blank {
        /// The field. Its name is the id of the blank, without an owner.
        field: Field,
        /// Whether the document gives the blank no id of its own. A blank in the text with the same label is the same field then.
        is_by_label: bool,
    },
}

/// How many names fit at the head of a page.
const MAX: usize = 3;

const HELP: &str =
    "write `names: {candidate: {label: Candidate, name: Ana Silva}}`; omit `name` to print a blank";

const KIND: MappingKind = MappingKind { help: Some(HELP), ..MappingKind::new("name", report) };

fn report(fault: Fault, message: String) -> Diagnostic {
    match fault {
        Fault::UnknownKey | Fault::DuplicateKey => Diagnostic::warning("front-matter", message),
        _ => Diagnostic::error("front-matter", message),
    }
}

/// Reads the names that the front matter gives, or leaves open: each under its id, with the label that is printed. In the short form
/// `names: {Candidate: Ana Silva}` the key is the label. The id is then made of the key where it is written in ASCII, or else by its
/// place: `name`, `name-2`.
pub(super) fn read(node: Node, sources: &Sources, diagnostics: &mut Diagnostics) -> Vec<NameTag> {
    let entries = match node.value {
        Value::Null => return Vec::new(),
        Value::Mapping(entries) => entries,
        other => {
            let message = format!("`names` must be a mapping, found {}", other.kind());
            fault(&node.span, message, HELP, diagnostics);
            return Vec::new();
        }
    };
    let mut tags = Vec::new();
    let mut taken = UniqueNames::default();
    taken.take(&FieldName::identity().to_string());
    for Entry { key, value: node } in entries {
        let label = one_line(key.value.trim_end().trim_end_matches(':'));
        if !has_words(&label) {
            fault(&key.span, "this name has no label".to_owned(), HELP, diagnostics);
            continue;
        }
        if tags.len() == MAX {
            let help = "remove the others, or put them in the text of the page";
            fault(&key.span, format!("`names` has more than {MAX} names"), help, diagnostics);
            break;
        }
        let name = match node.value {
            Value::Null => String::new(),
            Value::Scalar(name) => one_line(&name),
            Value::Mapping(_) if is_id(&label) => {
                tags.extend(read_with_id(&label, node, sources, diagnostics, &mut taken));
                continue;
            }
            Value::Mapping(_) => {
                let help = "use lowercase letters and digits, with single hyphens between words";
                fault(&key.span, format!("`{label}` is not a valid id"), help, diagnostics);
                continue;
            }
            Value::List(_) => {
                let message = format!("`{label}` must be a name, found {}", node.value.kind());
                fault(&node.span, message, HELP, diagnostics);
                continue;
            }
        };
        let id = segment(&label).unwrap_or_else(|| "name".to_owned());
        tags.push(tag(label, name, &taken.take(&id), true));
    }
    tags
}

/// Reads a name that has an id.
fn read_with_id(
    id: &str,
    node: Node,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
    taken: &mut UniqueNames,
) -> Option<NameTag> {
    let mut mapping = Mapping::open(node, KIND, sources, diagnostics)?;
    let text = |mapping: &mut Mapping<'_>, key| {
        let text = mapping.take(key).and_then(|node| mapping.text(node, key));
        text.map(|text| one_line(&text.value)).filter(|text| has_words(text))
    };
    let label = text(&mut mapping, "label");
    let name = text(&mut mapping, "name");
    let span = mapping.span();
    let Some(label) = label else {
        let message = format!("the name `{id}` has no label");
        mapping.diagnostics.push(Diagnostic::error("front-matter", message).at(span).help(HELP));
        mapping.close();
        return None;
    };
    mapping.close();
    Some(tag(label, name.unwrap_or_default(), &taken.take(id), false))
}

/// A name, or a blank where it is not known.
fn tag(label: String, name: String, id: &str, is_by_label: bool) -> NameTag {
    if has_words(&name) {
        NameTag::Known { id: id.to_owned(), label, name }
    } else {
        let field = Field { name: FieldName::of_page(id), label: short(&label), lang: None };
        NameTag::Blank { field, is_by_label }
    }
}

fn fault(span: &Span, message: String, help: &str, diagnostics: &mut Diagnostics) {
    diagnostics.push(Diagnostic::error("front-matter", message).at(span.clone()).help(help));
}
