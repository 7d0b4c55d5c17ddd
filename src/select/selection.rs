use std::collections::BTreeSet;

use super::facet::COMPETENCY;
use super::filter::MustAsk;
use super::{Aim, Criteria, Reason, UnmetGoal};
use crate::bank::{Bank, Id, Kind, Question};
use crate::base::unit::Minutes;

/// Questions picked from a bank, and why: at least one, none twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection<'bank> {
    bank: &'bank Bank,
    questions: Vec<&'bank Question>,
    reasons: Vec<Vec<Reason>>,
    unmet: Vec<UnmetGoal>,
}

/// Out of what a selection was made.
pub(super) struct Choice<'a, 'bank> {
    pub(super) bank: &'bank Bank,
    /// All that match what was asked for.
    pub(super) matching: &'a [&'bank Question],
    pub(super) must_ask: &'a MustAsk<'a>,
    pub(super) criteria: &'a Criteria,
    /// Whether several interviewers share the questions out: their limit keeps the most weight, and not the first questions.
    pub(super) is_panel: bool,
}

impl<'bank> Selection<'bank> {
    /// A selection of these, in the order in which they are asked, unless there are none; and what could not be met.
    pub(super) fn new(
        choice: &Choice<'_, 'bank>,
        questions: Vec<&'bank Question>,
        unmet: Vec<UnmetGoal>,
    ) -> Option<Self> {
        if questions.is_empty() {
            return None;
        }
        let reasons = reasons(choice, &questions);
        Some(Self { bank: choice.bank, questions, reasons, unmet })
    }

    /// What one of several asks: what is missing of it, others may have.
    pub(super) fn part(
        choice: &Choice<'_, 'bank>,
        questions: Vec<&'bank Question>,
    ) -> Option<Self> {
        Self::new(choice, questions, Vec::new())
    }

    /// The selection with a further reason, before all others, for some of its questions.
    pub(super) fn because(mut self, reason: &Reason, is_meant: impl Fn(&Question) -> bool) -> Self {
        for (question, reasons) in self.questions.iter().zip(&mut self.reasons) {
            if is_meant(question) {
                reasons.retain(|it| {
                    !matches!(it, Reason::Matches | Reason::Fits(_) | Reason::Weight(_))
                });
                reasons.insert(0, reason.clone());
            }
        }
        self
    }

    /// These questions of a bank, whatever the reason was: in the order in which they are named.
    #[must_use]
    pub fn fixed(bank: &'bank Bank, ids: &[Id]) -> Option<Self> {
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
    pub fn unmet(&self) -> &[UnmetGoal] {
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
            why.push(Reason::PastBehavior);
        }
        if why.is_empty() {
            why.push(match (choice.criteria.minutes, choice.is_panel) {
                (Some(_), _) => Reason::Fits(question.weight),
                (None, true) => Reason::Weight(question.weight),
                (None, false) => Reason::First,
            });
        }
    }
    reasons
}

/// What these questions miss, whoever asks them: must-asks of the roles, competencies of which a question matches or that were
/// asked for by name, and past behavior.
pub(super) fn missed(choice: &Choice<'_, '_>, questions: &[&Question]) -> Vec<Aim> {
    let asked: BTreeSet<&Id> = questions.iter().map(|question| &question.id).collect();
    let must = choice.must_ask.ids();
    let bank = choice.bank.questions.iter().map(|question| &question.id);
    let left_out = bank.filter(|id| must.contains(id) && !asked.contains(id));
    let mut missed: Vec<Aim> = left_out.cloned().map(Aim::MustAsk).collect();
    let covered: BTreeSet<&Id> = questions.iter().flat_map(|it| &it.competencies).collect();
    let matching = choice.matching.iter().flat_map(|it| &it.competencies);
    let wanted: BTreeSet<&Id> = matching.chain(choice.criteria.filters.of(&COMPETENCY)).collect();
    let competencies = choice.bank.competencies.iter().map(|competency| &competency.id);
    let open = competencies.filter(|id| wanted.contains(id) && !covered.contains(id));
    missed.extend(open.cloned().map(Aim::Competency));
    if !questions.iter().any(|question| question.kind == Kind::Behavioral) {
        missed.push(Aim::PastBehavior);
    }
    missed
}
