use std::collections::{BTreeMap, HashMap};

use super::fault::damaged;
use super::limit::{self, Budget, Limit, too_large};
use super::text;
use crate::collect::Fault;
use crate::document::FieldName;

/// The name of a field: what is above it, and its own part, if it has one.
pub(super) fn joined(above: &str, part: &str, budget: &Budget) -> Result<String, Fault> {
    if above.len() + part.len() >= limit::NAME_BYTES {
        let most = limit::NAME_BYTES;
        return Err(too_large(format!("a field name is longer than {most} bytes")));
    }
    let name = match (above, part) {
        ("", name) | (name, "") => name.to_owned(),
        (above, part) => FieldName::join(above, part),
    };
    budget.spend(Limit::Text, name.len())?;
    // Most files have thousands of names, and what is above a part was looked at before.
    if name.bytes().filter(|byte| *byte == b'.').count() >= limit::NAME_PARTS {
        let most = limit::NAME_PARTS;
        return Err(too_large(format!("a field name has more than {most} parts")));
    }
    if part.starts_with('.') || part.ends_with('.') || part.contains("..") {
        return Err(damaged(format!("the field name `{name}` has a part that is empty")));
    }
    Ok(name)
}

/// The own part of the name of a field, as a PDF or FDF file has it.
pub(super) fn part(text: &[u8], budget: &Budget) -> Result<String, Fault> {
    budget.spend(Limit::Parsed, text.len())?;
    text::decode(text).map_err(|why| damaged(format!("a field name cannot be read: {why}")))
}

/// The scopes of the documents of a file: what stands before the names of the fields of each. A file of one document has one that is
/// empty.
pub(super) struct Scopes<'f> {
    documents: HashMap<&'f str, usize>,
    /// The documents below each scope that is above others: their packet, or their interviewer.
    above: BTreeMap<&'f str, Vec<usize>>,
}

impl<'f> Scopes<'f> {
    /// The scopes in the order of the documents.
    pub(super) fn new(scopes: impl Iterator<Item = &'f str>) -> Self {
        let (mut documents, mut above) = (HashMap::new(), BTreeMap::<_, Vec<usize>>::new());
        for (document, scope) in scopes.enumerate() {
            documents.insert(scope, document);
            for scope in upward(scope).skip(1).chain([""]) {
                above.entry(scope).or_default().push(document);
            }
        }
        Self { documents, above }
    }

    /// The document below whose scope a field is, and its name there.
    pub(super) fn home(&self, name: &str) -> Option<(usize, FieldName)> {
        let (scope, document) =
            upward(name).skip(1).find_map(|scope| Some((scope, *self.documents.get(scope)?)))?;
        Some((document, below(name, scope)?.parse().ok()?))
    }

    /// The documents that can share a field which is below none of their scopes, what is above all of them, and its name there.
    pub(super) fn sharing<'n>(&self, name: &'n str) -> Option<(&'n str, &[usize], FieldName)> {
        let scope = upward(name).skip(1).find(|scope| self.above.contains_key(scope));
        let scope = scope.unwrap_or_default();
        Some((scope, self.above.get(scope)?, below(name, scope)?.parse().ok()?))
    }
}

/// A name, and what is above it, step by step.
fn upward(name: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(name), |name| Some(name.rsplit_once('.')?.0))
}

/// What stands after a scope in a name.
fn below<'n>(name: &'n str, scope: &str) -> Option<&'n str> {
    if scope.is_empty() { Some(name) } else { name.strip_prefix(scope)?.strip_prefix('.') }
}

/// The name in a document of a field that it shares with others: without the part of the scope that both have.
pub(super) fn shared(name: &str, scope: &str) -> Option<FieldName> {
    let mut above = upward(scope).skip(1).filter_map(|scope| below(name, scope));
    above.next().unwrap_or(name).parse().ok()
}
