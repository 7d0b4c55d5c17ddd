use std::cell::Cell;
use std::collections::BTreeSet;

use super::fields::{unknown, unknown_without_help};
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
    /// How many ids were found that are none of them.
    unknown: Cell<usize>,
}

/// With more unknown ids than this, nothing is suggested any longer: to compare each of them with all of a large bank would take minutes.
const MAX_HELPED: usize = 200;

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
        Self { what, ids: ids.cloned().collect(), is_required: true, unknown: Cell::new(0) }
    }

    /// Ids of which a bank may have none.
    pub(super) fn optional<'a>(what: &'static str, ids: impl Iterator<Item = &'a Id>) -> Self {
        Self { what, ids: ids.cloned().collect(), is_required: false, unknown: Cell::new(0) }
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
                diagnostics.push_with(|| {
                    let (name, span) = (id.value.as_str(), id.span);
                    let unknown_before = self.unknown.replace(self.unknown.get() + 1);
                    if unknown_before >= MAX_HELPED {
                        return unknown_without_help(self.what, name, span);
                    }
                    let names = self.ids.iter().map(Id::as_str);
                    unknown(self.what, name, &names.collect::<Vec<_>>(), span)
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
