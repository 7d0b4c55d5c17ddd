use super::columns::column;
use super::read::Cells;
use crate::base::diagnostic::{Diagnostic, Diagnostics};
use crate::base::source::{SourceId, Sources, Spanned, lines};
use crate::base::yaml::{self, Node, Value};

/// Whether a roster is YAML: its name says so, or it begins as a list does.
pub(super) fn is_yaml(sources: &Sources, id: SourceId) -> bool {
    let source = sources.get(id);
    let name = source.name.to_lowercase();
    let is_named = |endings: [&str; 2]| endings.iter().any(|ending| name.ends_with(ending));
    let text = source.text.strip_prefix('\u{FEFF}').unwrap_or(&source.text);
    let mut lines = lines(text).map(str::trim);
    let first = lines.find(|line| !line.is_empty() && !line.starts_with('#')).unwrap_or_default();
    let is_list = first.starts_with("- ") || first == "-" || first.starts_with('[');
    is_named([".yaml", ".yml"]) || (is_list && !is_named([".csv", ".tsv"]))
}

/// The cells of a YAML list of mappings.
pub(super) fn cells(sources: &Sources, id: SourceId, sink: &mut Diagnostics) -> Vec<Cells> {
    const HELP: &str = "write a list, with `- candidate: …` for each interview";
    let end = sources.get(id).text.len();
    let items = match yaml::parse(sources, id, 0, end) {
        Ok(Node { value: Value::List(items), .. }) => items,
        Ok(Node { value: Value::Null, .. }) => Vec::new(),
        Ok(Node { value, span }) => {
            let message = format!("a roster is a list of interviews, not {}", value.kind());
            sink.push(Diagnostic::error("roster", message).at(span).help(HELP));
            Vec::new()
        }
        Err(fault) => {
            sink.push(*fault);
            Vec::new()
        }
    };
    let mut rows = Vec::new();
    for item in items {
        let Value::Mapping(entries) = item.value else {
            let message = format!("an interview is a mapping, not {}", item.value.kind());
            sink.push(Diagnostic::error("roster", message).at(item.span).help(HELP));
            continue;
        };
        let mut row = Cells::new(entries.first().map(|entry| entry.key.span.clone()));
        for entry in entries {
            let Some(column) = column(&entry.key, sink) else { continue };
            if let Some(first) = row.place(column) {
                let line = sources.locate(first).line;
                let message = format!("`{column}` is here twice: the first is on line {line}");
                let fault = Diagnostic::error("roster", message).at(entry.key.span);
                row.fault(fault.help("delete one of the two").all_own_words());
                continue;
            }
            let span = entry.value.span.clone();
            if let Some(value) = texts(entry.value) {
                row.add(column, Spanned { value, span });
            } else {
                let message = format!("`{column}` wants a text here, or a list of texts");
                let fault = Diagnostic::error("roster", message).at(span);
                row.fault(fault.help("put a text with a colon in it in quotes").all_own_words());
            }
        }
        rows.push(row);
    }
    rows
}

/// A text, or the texts of a list as a cell has them.
fn texts(node: Node) -> Option<String> {
    match node.value {
        Value::Null => Some(String::new()),
        Value::Scalar(text) => Some(text.trim().to_owned()),
        Value::List(items) => {
            let texts: Option<Vec<String>> = items.into_iter().map(texts).collect();
            Some(texts?.join("; "))
        }
        Value::Mapping(_) => None,
    }
}
