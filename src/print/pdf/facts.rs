use std::ops::Range;

use super::annotations::{Annotation, Kind};
use super::page_streams::PageDigests;
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
    let widgets = annotations.iter().filter_map(|annotation| match annotation.kind {
        Kind::Widget(widget) => Some((annotation.spot.page, widget.field)),
        Kind::Link(_) => None,
    });
    let mut widgets = widgets.peekable();
    let mut gathered = Gathered::default();
    for page in 0..pages.pages.len() {
        let mut here = Vec::new();
        while let Some((_, field)) = widgets.next_if(|(at, _)| *at == page) {
            here.push(field);
        }
        gathered.add_page(page, here, pages);
    }
    gathered.finish()
}

/// The same while pages come.
#[derive(Default)]
pub(super) struct Gathered {
    all: Vec<Told>,
    /// In which document each field was seen last.
    seen: Vec<Option<usize>>,
}

impl Gathered {
    /// Adds a page with the fields that are on it.
    pub(super) fn add_page(&mut self, page: usize, here: Vec<FieldId>, pages: &Pages) {
        let identifies =
            |field: &&FieldId| matches!(pages.fields[field.0].kind, FieldKind::Identity { .. });
        if let Some(field) = here.iter().find(identifies)
            && self.all.last().is_none_or(|told| told.field != *field)
        {
            self.all.push(Told { field: *field, fields: 0, pages: page..page });
        }
        let count = self.all.len();
        let Some(told) = self.all.last_mut() else { return };
        self.seen.resize(pages.fields.len(), None);
        for field in here {
            if field != told.field && self.seen[field.0] != Some(count) {
                self.seen[field.0] = Some(count);
                told.fields += 1;
            }
        }
        told.pages.end = page + 1;
    }

    pub(super) fn finish(self) -> Vec<Told> {
        self.all
    }
}

impl Told {
    /// What it says. `kind` is that of its field, and `digests` are those of a page.
    pub(super) fn facts<'p>(
        &self,
        kind: &FieldKind,
        digests: impl Fn(usize) -> Option<&'p PageDigests>,
    ) -> Facts {
        let mut facts = Facts { fields: Some(self.fields), ..Facts::default() };
        if let FieldKind::Identity { text, details } = kind {
            (facts.identity, facts.details) = (Some(text.clone()), details.clone());
        }
        for page in self.pages.clone() {
            if let Some(PageDigests { drawn, stored, words }) = digests(page) {
                facts.pages.push(drawn.clone());
                facts.streams.push(stored.clone());
                facts.words.push(words.clone());
            }
        }
        facts
    }
}
