use std::collections::BTreeMap;

use super::document::{Entry, Fault, FilledDocument, FilledField, Identity, Kind, Kit};
use super::record::RecordSource;
use super::refusal::RefusalCode;
use crate::document::FieldName;

/// How many missing fields a message names.
const NAMED: usize = 5;

impl Kit {
    /// A document as it was built, from what was read of its blank print. `markdown` is its text, if it is Markdown.
    #[must_use]
    pub fn of(blank: FilledDocument, markdown: Option<String>) -> Self {
        let FilledDocument { identity, details, fields, .. } = blank;
        let fields = fields.into_iter().map(|field| (field.name, Kind::of(&field.entry)));
        let details = details.unwrap_or_default();
        Self { identity, details, fields: fields.collect(), markdown }
    }
}

/// Compares a document that came back with the same document as it was built. A field that is missing is a fault, unless it is one of
/// an export of form data that leaves out empty fields. Returns the document with what only the blank one says.
pub fn compare(mut found: FilledDocument, kit: &Kit) -> Result<FilledDocument, Fault> {
    let mut by_name: BTreeMap<FieldName, FilledField> = BTreeMap::new();
    let is_export = found.details.is_none() && found.source == RecordSource::Form;
    for field in std::mem::take(&mut found.fields) {
        by_name.insert(field.name.clone(), field);
    }
    let mut missing = Vec::new();
    for (name, kind) in &kit.fields {
        match (by_name.remove(name), kind) {
            (Some(field), _) => found.fields.push(field),
            (None, kind) if is_export => {
                let entry = match kind {
                    Kind::Check => Entry::Check(false),
                    Kind::Choice => Entry::Choice(None),
                    Kind::Text => Entry::Text(None),
                };
                found.fields.push(FilledField {
                    name: name.clone(),
                    place: None,
                    entry,
                    options: Vec::new(),
                });
            }
            (None, _) => missing.push(name.to_string()),
        }
    }
    if !missing.is_empty() {
        return Err(fault("is without fields that the kit has", &missing));
    }
    if !by_name.is_empty() {
        let names: Vec<String> = by_name.keys().map(FieldName::to_string).collect();
        return Err(fault("has fields that the kit does not have", &names));
    }
    if found.details.is_none() {
        found.details = Some(kit.details.clone());
    }
    Ok(found)
}

fn fault(what: &str, names: &[String]) -> Fault {
    let shown: Vec<String> = names.iter().take(NAMED).map(|name| format!("`{name}`")).collect();
    let rest = match names.len().saturating_sub(NAMED) {
        0 => String::new(),
        rest => format!(", and {rest} more"),
    };
    let message = format!("this document {what}: {}{rest}", shown.join(", "));
    let help = "fill in the file that the kit has, and save it with its form";
    Fault::new(RefusalCode::Incomplete, message, help)
}

/// The document of a kit that is the same as this one.
#[must_use]
pub fn find<'k>(kits: &'k [Kit], identity: &Identity) -> Option<&'k Kit> {
    kits.iter().find(|kit| kit.identity == *identity)
}
