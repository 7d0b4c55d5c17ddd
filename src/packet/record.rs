use std::collections::BTreeMap;

use serde::Serialize;

use crate::bank::{Id, Kind, Question};
use crate::base::unit::{Minutes, Score};

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

impl<'b> QuestionRecord<'b> {
    /// The record of a question.
    #[must_use]
    pub fn new(question: &'b Question) -> Self {
        let anchors = question.anchors.iter().map(|anchor| (anchor.score, anchor.text.as_str()));
        let allow = question.allow.iter().map(|it| (it.rule.code(), it.reason.as_str()));
        Self {
            id: &question.id,
            number: question.number,
            ask: &question.ask,
            theme: &question.theme,
            also: &question.also,
            levels: &question.levels,
            competencies: &question.competencies,
            kind: question.kind,
            minutes: question.minutes,
            weight: question.weight,
            companions: &question.references,
            rubric_label: question.rubric_label.as_deref(),
            rubric: &question.rubric,
            follow_up: question.follow_up.as_deref(),
            probes: &question.probes,
            watch_for: &question.watch_for,
            anchors: anchors.collect(),
            allow: allow.collect(),
            reasons: None,
        }
    }
}
