//! The two serialized forms of a question. They are apart because the record is written out for scripts, with the keys of a bank
//! file, and may change with a version; what is hashed must give the same hash for ever.
//!
//! Both take a question apart without `..`: whoever adds a key to questions decides here on both.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::bank::{Anchor, Id, Kind, Question, Suppression};
use crate::base::unit::{Minutes, Score};

/// What is hashed of a question, as JSON: what is asked and how it is rated. What only selects or labels a question, or is meant for
/// the bank's author, is not part of it. Its place, who asks it, and its competencies and scores are parts of the content of their own.
///
/// The names and the order of the fields are hashed too, so they stay as they are. A new field comes last and is skipped where a
/// question does not have it: kits without it then keep their codes.
#[derive(Serialize)]
pub(super) struct QuestionContent<'b> {
    ask: &'b str,
    competencies: &'b [Id],
    minutes: Minutes,
    rubric_label: Option<&'b str>,
    rubric: &'b [String],
    follow_up: Option<&'b str>,
    probes: &'b [String],
    watch_for: &'b [String],
    anchors: Vec<(u32, &'b str)>,
}

/// A question as the bank has it, for scripts: the keys are those of the bank's own schema, and all of them are there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "each field is `bank::Question`'s field of the same name")]
pub struct QuestionRecord<'b> {
    pub id: &'b Id,
    pub number: u32,
    pub ask: &'b str,
    pub theme: &'b Id,
    pub also: &'b [Id],
    pub levels: &'b [Id],
    pub competencies: &'b [Id],
    pub kind: Kind,
    pub minutes: Minutes,
    pub weight: u32,
    pub companions: &'b [Id],
    pub rubric_label: Option<&'b str>,
    pub rubric: &'b [String],
    pub follow_up: Option<&'b str>,
    pub probes: &'b [String],
    pub watch_for: &'b [String],
    pub anchors: BTreeMap<Score, &'b str>,
    pub allow: BTreeMap<&'static str, &'b str>,
    /// Why it was picked, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reasons: Option<Vec<String>>,
}

impl<'b> QuestionContent<'b> {
    pub(super) fn new(question: &'b Question) -> Self {
        let Question {
            id: _,
            number: _,
            ask,
            theme: _,
            also: _,
            levels: _,
            competencies,
            kind: _,
            minutes,
            weight: _,
            references: _,
            rubric_label,
            rubric,
            follow_up,
            probes,
            watch_for,
            anchors,
            allow: _,
        } = question;
        let anchor = |Anchor { score, text }: &'b Anchor| (u32::from(score.0), text.as_str());
        Self {
            ask,
            competencies,
            minutes: *minutes,
            rubric_label: rubric_label.as_deref(),
            rubric,
            follow_up: follow_up.as_deref(),
            probes,
            watch_for,
            anchors: anchors.iter().map(anchor).collect(),
        }
    }
}

impl<'b> QuestionRecord<'b> {
    /// The record of a question; `reasons` say why it was selected, if that is to be shown.
    #[must_use]
    pub fn new(question: &'b Question, reasons: Option<Vec<String>>) -> Self {
        let Question {
            id,
            number,
            ask,
            theme,
            also,
            levels,
            competencies,
            kind,
            minutes,
            weight,
            references,
            rubric_label,
            rubric,
            follow_up,
            probes,
            watch_for,
            anchors,
            allow,
        } = question;
        let anchor = |Anchor { score, text }: &'b Anchor| (*score, text.as_str());
        let suppression =
            |Suppression { rule, reason }: &'b Suppression| (rule.code(), reason.as_str());
        Self {
            id,
            number: *number,
            ask,
            theme,
            also,
            levels,
            competencies,
            kind: *kind,
            minutes: *minutes,
            weight: *weight,
            companions: references,
            rubric_label: rubric_label.as_deref(),
            rubric,
            follow_up: follow_up.as_deref(),
            probes,
            watch_for,
            anchors: anchors.iter().map(anchor).collect(),
            allow: allow.iter().map(suppression).collect(),
            reasons,
        }
    }
}
