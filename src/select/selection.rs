use std::collections::BTreeSet;

use super::facet::MustAsk;
use super::{Reason, Unmet};
use crate::bank::{Bank, Id, Kind, Question};
use crate::unit::Minutes;

/// Questions picked from a bank, and why: at least one, none twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection<'bank> {
    bank: &'bank Bank,
    questions: Vec<&'bank Question>,
    reasons: Vec<Vec<Reason>>,
    unmet: Vec<Unmet>,
}

/// Out of what a selection was made.
pub(super) struct Choice<'a, 'bank> {
    pub(super) bank: &'bank Bank,
    /// All that match what was asked for.
    pub(super) matching: &'a [&'bank Question],
    pub(super) must_ask: &'a MustAsk<'a>,
}

impl<'bank> Selection<'bank> {
    /// A selection of these, in the order in which they are asked, unless there are none.
    pub(super) fn new(choice: &Choice<'_, 'bank>, questions: Vec<&'bank Question>) -> Option<Self> {
        if questions.is_empty() {
            return None;
        }
        let reasons = reasons(choice, &questions);
        let unmet = unmet(choice, &questions);
        Some(Self { bank: choice.bank, questions, reasons, unmet })
    }

    /// What one of several asks: what is missing of it, others may have.
    pub(super) fn part(
        choice: &Choice<'_, 'bank>,
        questions: Vec<&'bank Question>,
    ) -> Option<Self> {
        let whole = Self::new(choice, questions)?;
        Some(Self { unmet: Vec::new(), ..whole })
    }

    /// The selection with a further reason, before all others, for some of its questions.
    pub(super) fn because(mut self, reason: &Reason, is_meant: impl Fn(&Question) -> bool) -> Self {
        for (question, reasons) in self.questions.iter().zip(&mut self.reasons) {
            if is_meant(question) {
                reasons.retain(|it| !matches!(it, Reason::Matches | Reason::Weight(_)));
                reasons.insert(0, reason.clone());
            }
        }
        self
    }

    /// These questions of a bank, whatever the reason was: in the order in which they are named.
    #[must_use]
    pub fn frozen(bank: &'bank Bank, ids: &[Id]) -> Option<Self> {
        let questions: Vec<&Question> = ids.iter().filter_map(|id| bank.question(id)).collect();
        if questions.is_empty() || questions.len() < ids.len() {
            return None;
        }
        let reasons = questions.iter().map(|_| vec![Reason::Locked]).collect();
        Some(Self { bank, questions, reasons, unmet: Vec::new() })
    }

    /// The bank from which the questions were picked.
    #[must_use]
    pub fn bank(&self) -> &'bank Bank {
        self.bank
    }

    /// The questions, in the order in which they are asked.
    #[must_use]
    pub fn questions(&self) -> &[&'bank Question] {
        &self.questions
    }

    /// Why each of the questions is in: one reason at least.
    #[must_use]
    pub fn reasons(&self) -> &[Vec<Reason>] {
        &self.reasons
    }

    /// What could not be met.
    #[must_use]
    pub fn unmet(&self) -> &[Unmet] {
        &self.unmet
    }

    /// How long all questions take together.
    #[must_use]
    pub fn minutes(&self) -> Minutes {
        self.questions.iter().map(|question| question.minutes).sum()
    }
}

fn reasons(choice: &Choice<'_, '_>, questions: &[&Question]) -> Vec<Vec<Reason>> {
    let is_whole = questions.len() == choice.matching.len();
    let must = |question: &Question| choice.must_ask.role(&question.id);
    let mut reasons: Vec<Vec<Reason>> = vec![Vec::new(); questions.len()];
    // What must be asked covers what it covers whatever else there is; the rest is there for what is still missing.
    let (first, then): (Vec<usize>, Vec<usize>) =
        (0..questions.len()).partition(|&index| must(questions[index]).is_some());
    let mut covered: BTreeSet<&Id> = BTreeSet::new();
    let mut has_past = false;
    for index in first.into_iter().chain(then) {
        let (question, why) = (questions[index], &mut reasons[index]);
        why.extend(must(question).map(|role| Reason::MustAsk(role.clone())));
        let new = question.competencies.iter().filter(|id| covered.insert(*id));
        let new: Vec<Id> = new.cloned().collect();
        let is_past = question.kind == Kind::Behavioral && !has_past;
        has_past |= is_past;
        if is_whole {
            if why.is_empty() {
                why.push(Reason::Matches);
            }
            continue;
        }
        if !new.is_empty() {
            why.push(Reason::Covers(new));
        }
        if is_past {
            why.push(Reason::PastBehaviour);
        }
        if why.is_empty() {
            why.push(Reason::Weight(question.weight));
        }
    }
    reasons
}

fn unmet(choice: &Choice<'_, '_>, questions: &[&Question]) -> Vec<Unmet> {
    let is_in = |question: &Question| questions.iter().any(|it| it.id == question.id);
    let must = choice.matching.iter().filter(|it| choice.must_ask.role(&it.id).is_some());
    let left_out = must.filter(|question| !is_in(question));
    let mut unmet: Vec<Unmet> =
        left_out.map(|question| Unmet::MustAsk(question.id.clone(), question.minutes)).collect();
    let covered: BTreeSet<&Id> = questions.iter().flat_map(|it| &it.competencies).collect();
    let wanted: BTreeSet<&Id> = choice.matching.iter().flat_map(|it| &it.competencies).collect();
    let competencies = choice.bank.competencies.iter().map(|competency| &competency.id);
    let missed = competencies.filter(|id| wanted.contains(id) && !covered.contains(id));
    unmet.extend(missed.cloned().map(Unmet::Competency));
    let is_past = |question: &&&Question| question.kind == Kind::Behavioral;
    if !questions.iter().any(|question| is_past(&question)) {
        let is_there = choice.matching.iter().any(|question| is_past(&question));
        unmet.push(Unmet::PastBehaviour { is_there });
    }
    unmet
}
