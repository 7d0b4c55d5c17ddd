use super::fault::incomplete;
use super::field::{FieldType, FormField, Written};
use super::limit::{self, too_large};
use crate::base::facts::Facts;
use crate::base::text::is_id;
use crate::collect::{Fault, Identity};
use crate::document::{FieldName, KitCode, PageIdentity};

/// The field that says which document a form is, as it was found.
pub(super) struct Claim<'f> {
    /// Its position in the list of fields.
    pub(super) at: usize,
    /// What stands before the names of the document's fields. Empty in a file of one document.
    pub(super) scope: &'f str,
    /// Which document it is.
    pub(super) identity: Result<Identity, Fault>,
}

/// Every field that says which document a form is.
pub(super) fn claims(fields: &[FormField]) -> Result<Vec<Claim<'_>>, Fault> {
    let mut claims = Vec::new();
    for (at, field) in fields.iter().enumerate() {
        let Some(scope) = scope(&field.name) else { continue };
        let Some(identity) = read(field) else { continue };
        if claims.len() == limit::DOCUMENTS {
            return Err(too_large(format!("it has more than {} documents", limit::DOCUMENTS)));
        }
        claims.push(Claim { at, scope, identity });
    }
    Ok(claims)
}

/// What stands before the name of a field that may identify a document.
pub(super) fn scope(name: &str) -> Option<&str> {
    let own = FieldName::identity().to_string();
    let scope = name.strip_suffix(&own)?;
    if scope.is_empty() { Some(scope) } else { scope.strip_suffix('.') }
}

/// How much of a text is told that should say which document it is.
const SHOWN: usize = 80;

/// Reads it. `None` if it is a field of another kind that has the same name.
fn read(field: &FormField) -> Option<Result<Identity, Fault>> {
    if matches!(field.kind, FieldType::Boxes { .. } | FieldType::Other) {
        return None;
    }
    let mut known = Vec::new();
    let mut texts = Vec::new();
    for value in &field.values {
        if let Written::Text(text) = &**value {
            known.extend(parse(text));
            texts.push(text.chars().take(SHOWN).collect::<String>());
        }
    }
    match known.as_slice() {
        [] if field.facts.is_none() => None,
        [identity] if field.values.len() == 1 && !field.has_more => Some(Ok(identity.clone())),
        [] => Some(Err(incomplete("a document no longer says which kit and packet it belongs to"))),
        _ => {
            let message = format!("a document says that it is several: {}", texts.join(", "));
            Some(Err(incomplete(message)))
        }
    }
}

/// Whether the field says what the document says of itself beside it, if it does: `7KQ2-M4XD/2 3F9TQ scoring`.
pub(super) fn is_as_built(identity: &Identity, facts: Option<&Facts>) -> bool {
    let built = facts.and_then(|facts| facts.identity.as_deref());
    built.is_none_or(|built| parse(built).as_ref() == Some(identity))
}

/// Reads `7KQ2-M4XD/2 3F9TQ scoring`.
fn parse(text: &str) -> Option<Identity> {
    let mut words = text.split(' ');
    let (code, packet, document) = (words.next()?, words.next()?, words.next()?);
    let (kit, part) = KitCode::split(code)?;
    let is_identity = words.next().is_none() && PageIdentity::is_packet(packet) && is_id(document);
    is_identity.then(|| Identity {
        kit: kit.to_owned(),
        part,
        packet: packet.to_owned(),
        document: document.to_owned(),
    })
}
