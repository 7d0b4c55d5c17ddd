use super::text::has_words;
use crate::base::diagnostic::{Diagnostic, Diagnostics};
use crate::base::page_words::PageWords;
use crate::base::source::Sources;
use crate::base::text::one_line;
use crate::base::yaml::{Fault, Mapping, MappingKind, Node};

/// The words that the front matter gives in place of the messages of its language.
#[derive(Clone, Debug, Default)]
pub(super) struct OwnWords {
    page: Option<String>,
    kit: Option<String>,
    packet: Option<String>,
    name: Option<String>,
    identity: Option<String>,
    edited: Option<String>,
    continued: Option<String>,
    notes: Option<String>,
    blank: Option<String>,
}

const KIND: MappingKind = MappingKind {
    expected: Some("expected `words` to be a mapping"),
    help: Some("write `words: {page: \"Page {page} of {pages}\"}`, or remove the line"),
    ..MappingKind::new("mapping of words", report)
};

fn report(fault: Fault, message: String) -> Diagnostic {
    match fault {
        Fault::UnknownKey | Fault::DuplicateKey => Diagnostic::warning("front-matter", message),
        _ => Diagnostic::error("front-matter", message),
    }
}

impl OwnWords {
    /// Reads the words that the front matter gives.
    pub(super) fn read(node: Node, sources: &Sources, diagnostics: &mut Diagnostics) -> Self {
        let Some(mut mapping) = Mapping::open(node, KIND, sources, diagnostics) else {
            return Self::default();
        };
        let words = Self {
            page: take(&mut mapping, "page", &["{page}"]),
            kit: take(&mut mapping, "kit", &["{kit}"]),
            packet: take(&mut mapping, "packet", &["{packet}"]),
            name: take(&mut mapping, "name", &["{label}", "{name}"]),
            identity: take(&mut mapping, "identity", &[]),
            edited: take(&mut mapping, "edited", &[]),
            continued: take(&mut mapping, "continued", &[]),
            notes: take(&mut mapping, "notes", &[]),
            blank: take(&mut mapping, "blank", &[]),
        };
        mapping.close();
        words
    }

    /// These words, and the others for those that are absent.
    pub(super) fn or(self, others: PageWords) -> PageWords {
        PageWords {
            page: self.page.unwrap_or(others.page),
            kit: self.kit.unwrap_or(others.kit),
            packet: self.packet.unwrap_or(others.packet),
            name: self.name.unwrap_or(others.name),
            identity: self.identity.unwrap_or(others.identity),
            edited: self.edited.unwrap_or(others.edited),
            continued: self.continued.unwrap_or(others.continued),
            notes: self.notes.unwrap_or(others.notes),
            blank: self.blank.unwrap_or(others.blank),
            untitled: others.untitled,
        }
    }
}

/// Takes the words of a key, which must contain the placeholders of its values in this order: otherwise a value would be missing on
/// paper, and nobody would notice.
fn take(mapping: &mut Mapping<'_>, key: &'static str, needed: &[&str]) -> Option<String> {
    let text = mapping.take(key).and_then(|node| mapping.text(node, key))?;
    let mut rest = text.value.as_str();
    let missing = needed.iter().find(|needed| match rest.split_once(**needed) {
        Some((_, after)) => {
            rest = after;
            false
        }
        None => true,
    });
    if let Some(needed) = missing {
        let message = format!("`{key}` does not contain `{needed}`");
        let fault = Diagnostic::error("front-matter", message).at(text.span);
        mapping
            .diagnostics
            .push(fault.help(format!("add `{needed}` where the value should appear")));
        return None;
    }
    has_words(&text.value).then(|| one_line(&text.value))
}
