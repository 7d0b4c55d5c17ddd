use std::collections::BTreeSet;

use super::fields::unknown;
use crate::bank::{Anchor, Id, Rule};
use crate::base::diagnostic::Diagnostics;
use crate::base::source::Spanned;

/// What all files together define: the ids that references may name, and the length of the scale.
pub(super) struct Known {
    pub(super) themes: KnownIds,
    pub(super) competencies: KnownIds,
    pub(super) references: KnownIds,
    pub(super) levels: KnownIds,
    pub(super) questions: KnownIds,
    /// The points of the scale; 0 if no file has one, which has then been reported.
    pub(super) scale: usize,
}

/// The ids of one kind of thing.
pub(super) struct KnownIds {
    /// One of them, in the user's words: `theme`.
    what: &'static str,
    ids: BTreeSet<Id>,
    /// Whether a bank must have some. If it has none, that has been reported.
    is_required: bool,
}

impl Known {
    /// Reports each anchor whose score is not on the scale.
    pub(super) fn check_scores(&self, anchors: &[Spanned<Anchor>], diagnostics: &mut Diagnostics) {
        for Spanned { value: Anchor { score, .. }, span } in anchors {
            if self.scale > 0 && usize::from(score.0) > self.scale {
                let message = format!("score {score} is not on the scale");
                let fault = Rule::OutOfRange.diagnostic(message).at(span.clone());
                diagnostics.push(fault.help(format!("the scale runs from 1 to {}", self.scale)));
            }
        }
    }
}

impl KnownIds {
    /// Ids of which a bank must have some.
    pub(super) fn new<'a>(what: &'static str, ids: impl Iterator<Item = &'a Id>) -> Self {
        Self { what, ids: ids.cloned().collect(), is_required: true }
    }

    /// Ids of which a bank may have none.
    pub(super) fn optional<'a>(what: &'static str, ids: impl Iterator<Item = &'a Id>) -> Self {
        Self { what, ids: ids.cloned().collect(), is_required: false }
    }

    /// The references to known ids; any other is reported.
    pub(super) fn resolve(
        &self,
        ids: Vec<Spanned<Id>>,
        diagnostics: &mut Diagnostics,
    ) -> Vec<Spanned<Id>> {
        let mut found: Vec<Spanned<Id>> = Vec::new();
        let mut seen: BTreeSet<Id> = BTreeSet::new();
        for id in ids {
            if !self.ids.contains(&id.value) {
                if self.ids.is_empty() && self.is_required {
                    continue;
                }
                let names = self.ids.iter().map(Id::as_str);
                diagnostics.push_with(|| {
                    unknown(self.what, id.value.as_str(), &names.collect::<Vec<_>>(), id.span)
                });
            } else if !seen.insert(id.value.clone()) {
                let message = format!("{} `{}` is listed twice", self.what, id.value);
                diagnostics.push(Rule::DuplicateName.diagnostic(message).at(id.span));
            } else {
                found.push(id);
            }
        }
        found
    }

    /// Several references, without their places.
    pub(super) fn ids(&self, ids: Vec<Spanned<Id>>, diagnostics: &mut Diagnostics) -> Vec<Id> {
        self.resolve(ids, diagnostics).into_iter().map(|id| id.value).collect()
    }

    /// A single reference, if there is one to a known id.
    pub(super) fn id(&self, id: Option<Spanned<Id>>, diagnostics: &mut Diagnostics) -> Option<Id> {
        self.ids(id.into_iter().collect(), diagnostics).pop()
    }
}
