use super::columns::{columns, normalized};
use super::read::Cells;
use crate::base::diagnostic::{Diagnostic, Diagnostics};
use crate::base::source::{SourceId, Sources, Spanned, lines};
use crate::base::yaml::{self, Mapping, MappingKind, Node, Value};

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

const HELP: &str = "use a list with one `- candidate: …` entry per interview";

const INTERVIEW: MappingKind = MappingKind {
    help: Some(HELP),
    normalize: normalized,
    ..MappingKind::new("interview", |_, message| Diagnostic::error("roster", message))
};

/// The cells of a YAML list of mappings.
pub(super) fn cells(sources: &Sources, id: SourceId, diagnostics: &mut Diagnostics) -> Vec<Cells> {
    let end = sources.get(id).text.len();
    let items = match yaml::parse(sources, id, 0, end) {
        Ok(Node { value: Value::List(items), .. }) => items,
        Ok(Node { value: Value::Null, .. }) => Vec::new(),
        Ok(Node { value, span }) => {
            let message = format!("expected a list of interviews, found {}", value.kind());
            diagnostics.push(Diagnostic::error("roster", message).at(span).help(HELP));
            Vec::new()
        }
        Err(fault) => {
            diagnostics.push(*fault);
            Vec::new()
        }
    };
    items.into_iter().filter_map(|item| row(item, sources, diagnostics)).collect()
}

/// The cells of one interview. What is wrong with a value is a fault of its row; what is wrong with the file is a fault of all.
fn row(item: Node, sources: &Sources, diagnostics: &mut Diagnostics) -> Option<Cells> {
    let mut found = Diagnostics::new();
    let Some(mut interview) = Mapping::open(item, INTERVIEW, sources, &mut found) else {
        diagnostics.extend(found.into_vec());
        return None;
    };
    let mut row = Cells::new(interview.span());
    for column in columns() {
        let Some(node) = interview.take(column) else { continue };
        let span = node.span.clone();
        match texts(node) {
            Ok(value) => row.add(column, Spanned { value, span }),
            Err(value) => {
                let help = Some("quote text that contains a colon");
                interview.wrong_type(column, "text or a list of text", &value, span, help);
            }
        }
    }
    let unknown = interview.unknown_keys();
    diagnostics.extend(unknown);
    // The messages name columns, and quote nothing of the file.
    found.into_vec().into_iter().for_each(|fault| row.fault(fault.all_own_words()));
    Some(row)
}

/// A text, or the texts of a list as a cell has them; or a value that is neither.
fn texts(node: Node) -> Result<String, Value> {
    match node.value {
        Value::Null => Ok(String::new()),
        Value::Scalar(text) => Ok(text.trim().to_owned()),
        Value::List(items) => {
            let texts: Result<Vec<String>, Value> = items.into_iter().map(texts).collect();
            Ok(texts?.join("; "))
        }
        Value::Mapping(_) => Err(node.value),
    }
}
