use std::collections::BTreeMap;

use super::annotations::{Annotation, Kind};
use super::page_streams::{PackedPage, PageDigests};
use crate::base::facts::Facts;
use crate::print::frame::{FieldId, FieldKind, Pages};

/// The key of the facts in the field that identifies a document. Its first four letters mark it as private (ISO 32000-1, annex E).
pub(super) const FACTS: &str = "InKt_Facts";

/// The facts of each document of a file, by the field that identifies it. A document begins on the page with that field, and ends
/// before the next.
pub(super) fn gather(
    pages: &Pages,
    annotations: &[Annotation<'_>],
    packed: &[PackedPage],
) -> BTreeMap<FieldId, Facts> {
    let mut all: BTreeMap<FieldId, Facts> = BTreeMap::new();
    let widgets = annotations.iter().filter_map(|annotation| match annotation.kind {
        Kind::Widget(widget) => Some((annotation.page, widget.field)),
        Kind::Link(_) => None,
    });
    let mut widgets = widgets.peekable();
    let mut current = None;
    // In which document each field was seen last, by the field that identifies it, and how many the current one has.
    let (mut seen, mut known) = (vec![None; pages.fields.len()], 0);
    for (page, packed) in packed.iter().enumerate() {
        let mut here = Vec::new();
        while let Some((_, field)) = widgets.next_if(|(at, _)| *at == page) {
            here.push(field);
        }
        let details = |field: &FieldId| match &pages.fields[field.0].kind {
            FieldKind::Identity { text, details } => Some((*field, text, details)),
            _ => None,
        };
        if let Some((field, text, details)) = here.iter().find_map(details)
            && current != Some(field)
        {
            current = Some(field);
            known = 0;
            let (identity, details) = (Some(text.clone()), details.clone());
            all.insert(field, Facts { identity, details, fields: Some(0), ..Facts::default() });
        }
        let Some(facts) = current.and_then(|field| all.get_mut(&field)) else { continue };
        for field in here {
            if Some(field) != current && seen[field.0] != current {
                seen[field.0] = current;
                known += 1;
            }
        }
        facts.fields = Some(known);
        if let Some(PageDigests { drawn, stored, words }) = &packed.digests {
            facts.pages.push(drawn.clone());
            facts.streams.push(stored.clone());
            facts.words.push(words.clone());
        }
    }
    all
}
