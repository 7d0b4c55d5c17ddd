use std::ops::Range;

use super::annotations::{Annotation, Kind};
use super::page_streams::{PackedPage, PageDigests};
use crate::base::facts::Facts;
use crate::print::frame::{FieldId, FieldKind, Pages};

/// The key of the facts in the field that identifies a document. Its first four letters mark it as private (ISO 32000-1, annex E).
pub(super) const FACTS: &str = "InKt_Facts";

/// A document of a file that says of itself what it was built with.
pub(super) struct Told {
    /// The field that identifies it, in which it says so.
    pub(super) field: FieldId,
    /// How many fields it has, without that one.
    fields: usize,
    /// It begins on the page with that field, and ends before the next.
    pages: Range<usize>,
}

/// The documents of a file that say of themselves what they were built with.
pub(super) fn gather(pages: &Pages, annotations: &[Annotation<'_>]) -> Vec<Told> {
    let mut all: Vec<Told> = Vec::new();
    let widgets = annotations.iter().filter_map(|annotation| match annotation.kind {
        Kind::Widget(widget) => Some((annotation.spot.page, widget.field)),
        Kind::Link(_) => None,
    });
    let mut widgets = widgets.peekable();
    // In which document each field was seen last.
    let mut seen = vec![None; pages.fields.len()];
    for page in 0..pages.pages.len() {
        let mut here = Vec::new();
        while let Some((_, field)) = widgets.next_if(|(at, _)| *at == page) {
            here.push(field);
        }
        let identifies =
            |field: &&FieldId| matches!(pages.fields[field.0].kind, FieldKind::Identity { .. });
        if let Some(field) = here.iter().find(identifies)
            && all.last().is_none_or(|told| told.field != *field)
        {
            all.push(Told { field: *field, fields: 0, pages: page..page });
        }
        let count = all.len();
        let Some(told) = all.last_mut() else { continue };
        for field in here {
            if field != told.field && seen[field.0] != Some(count) {
                seen[field.0] = Some(count);
                told.fields += 1;
            }
        }
        told.pages.end = page + 1;
    }
    all
}

impl Told {
    /// What it says. `kind` is that of its field.
    pub(super) fn facts(&self, kind: &FieldKind, packed: &[PackedPage]) -> Facts {
        let mut facts = Facts { fields: Some(self.fields), ..Facts::default() };
        if let FieldKind::Identity { text, details } = kind {
            (facts.identity, facts.details) = (Some(text.clone()), details.clone());
        }
        for page in &packed[self.pages.clone()] {
            if let Some(PageDigests { drawn, stored, words }) = &page.digests {
                facts.pages.push(drawn.clone());
                facts.streams.push(stored.clone());
                facts.words.push(words.clone());
            }
        }
        facts
    }
}
