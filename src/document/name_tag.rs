use super::Field;
use super::names::{has_words, short, slug};
use crate::base::diagnostic::{Diagnostic, Diagnostics};
use crate::base::source::Span;
use crate::base::text::{UniqueNames, one_line};
use crate::base::yaml::{Entry, Node, Value};

/// A name at the head of every page, which says whose page it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameTag {
    /// A name that is known.
    Known {
        /// Whose name it is: `Candidate`.
        label: String,
        /// The name.
        name: String,
    },
    /// A blank to write the name on: one field, on however many pages it stands.
    Blank(Field),
}

/// How many names the head of a page has room for.
const MOST: usize = 3;

const HELP: &str = "write `names: {Candidate: Ana Silva, Interviewer: }`: a name, or nothing for a blank to fill in";

/// Reads the names that the front matter gives, or leaves open, each under its label.
pub(super) fn read(node: &Node, sink: &mut Diagnostics) -> Vec<NameTag> {
    let mut fault = |span: &Span, message: String, help: &str| {
        sink.push(Diagnostic::error("front-matter", message).at(span.clone()).help(help));
    };
    let entries = match &node.value {
        Value::Null => return Vec::new(),
        Value::Mapping(entries) => entries,
        other => {
            fault(&node.span, format!("`names` is {}, not a mapping", other.kind()), HELP);
            return Vec::new();
        }
    };
    let mut tags = Vec::new();
    let mut taken = UniqueNames::default();
    for Entry { key, value: node } in entries {
        let label = one_line(key.value.trim_end().trim_end_matches(':'));
        if !has_words(&label) {
            fault(&key.span, "this name has no label".to_owned(), HELP);
            continue;
        }
        if tags.len() == MOST {
            let help = "leave the others out, or write them into the text of the page";
            fault(&key.span, format!("`names` holds more than {MOST} names"), help);
            break;
        }
        let name = match &node.value {
            Value::Null => String::new(),
            Value::Scalar(name) => one_line(name),
            other => {
                fault(&node.span, format!("`{label}` is {}, not a name", other.kind()), HELP);
                continue;
            }
        };
        tags.push(if has_words(&name) {
            NameTag::Known { label, name }
        } else {
            let slug = slug(&label);
            let name = taken.take(if slug.is_empty() { "name" } else { &slug });
            NameTag::Blank(Field { name, label: short(&label) })
        });
    }
    tags
}
