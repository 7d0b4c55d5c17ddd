use super::fault::incomplete;
use super::field::{FormField, Kind, Written};
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
pub(super) fn claims(fields: &[FormField]) -> Vec<Claim<'_>> {
    let claim = |(at, field)| Some(Claim { at, scope: scope(field)?, identity: read(field)? });
    fields.iter().enumerate().filter_map(claim).collect()
}

/// What stands before the name of a field that may identify a document.
fn scope(field: &FormField) -> Option<&str> {
    let own = FieldName::identity().to_string();
    let scope = field.name.strip_suffix(&own)?;
    if scope.is_empty() { Some(scope) } else { scope.strip_suffix('.') }
}

/// Reads it. `None` if it is a field of another kind that has the same name.
fn read(field: &FormField) -> Option<Result<Identity, Fault>> {
    if matches!(field.kind, Kind::Boxes { .. } | Kind::Other) {
        return None;
    }
    let text = |value: &'_ _| match value {
        Written::Text(text) => Some(text.clone()),
        _ => None,
    };
    let texts: Vec<String> = field.values.iter().filter_map(|value| text(value)).collect();
    let known: Vec<Identity> = texts.iter().filter_map(|text| parse(text)).collect();
    match known.as_slice() {
        [] if field.facts.is_none() => None,
        [identity] if field.values.len() == 1 => Some(Ok(identity.clone())),
        [] => {
            Some(Err(incomplete("a document does not say any more which kit and packet it is of")))
        }
        _ => {
            let message = format!("a document says that it is several: {}", texts.join(", "));
            Some(Err(incomplete(message)))
        }
    }
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
