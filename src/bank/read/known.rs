use std::collections::BTreeSet;

use super::fields::unknown;
use crate::bank::{Anchor, Bank, Id, Rule};
use crate::base::diagnostic::Diagnostics;
use crate::base::source::Spanned;

/// What all files together define: every name to which a reference may lead, and how far the scale goes.
pub(super) struct Known {
    pub(super) themes: Names,
    pub(super) competencies: Names,
    pub(super) references: Names,
    pub(super) levels: Names,
    pub(super) questions: Names,
    /// The points of the scale; 0 if no file has one, which has then been reported.
    scale: usize,
}

/// The names of one kind of thing.
pub(super) struct Names {
    /// One of them, in the user's words: `theme`.
    what: &'static str,
    ids: BTreeSet<Id>,
    /// Whether a bank must have some. If it has none, that has been reported.
    is_required: bool,
}

impl Known {
    /// The names of a bank, whose questions are still to come.
    pub(super) fn new(bank: &Bank, questions: impl Iterator<Item = Id>) -> Self {
        let names = |what, ids: BTreeSet<Id>| Names { what, ids, is_required: true };
        let themes = bank.themes.iter().map(|it| it.id.clone());
        let competencies = bank.competencies.iter().map(|it| it.id.clone());
        let references = bank.references.iter().map(|it| it.id.clone());
        let levels = bank.levels.iter().map(|it| it.id.clone());
        Self {
            themes: names("theme", themes.collect()),
            competencies: names("competency", competencies.collect()),
            references: Names { is_required: false, ..names("companion", references.collect()) },
            levels: names("level", levels.collect()),
            questions: names("question", questions.collect()),
            scale: bank.scale.len(),
        }
    }

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

impl Names {
    /// The references that lead somewhere; any other is reported.
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

    /// A single reference, if it is there and leads somewhere.
    pub(super) fn id(&self, id: Option<Spanned<Id>>, diagnostics: &mut Diagnostics) -> Option<Id> {
        self.ids(id.into_iter().collect(), diagnostics).pop()
    }
}
