use std::collections::{BTreeMap, BTreeSet};

use super::InterviewerSlot;
use super::budget::{self, Budget, TooManyWays};
use crate::bank::{Id, Kind, Question};
use crate::base::unit::Minutes;

/// With more questions than this, only those that were picked are moved about.
const MAX_MOVED: usize = 40;
/// With more questions than this, none are swapped: there are so many that every interviewer's minutes come out alike anyway.
const MAX_SWAPPED: usize = 120;
/// More rounds than any panel has needed.
const MAX_ROUNDS: usize = 200;

/// Questions on their way to the slots.
pub(super) struct Assignment<'a, 'b> {
    /// What every interviewer asks.
    common: &'a [&'b Question],
    questions: &'a [&'b Question],
    slots: &'a [InterviewerSlot],
    budget: Budget,
    must_ask: &'a BTreeSet<&'a Id>,
    /// Which questions are dealt out first. The others only take what is left of the limit in the end.
    pool: Vec<bool>,
    /// Who asks each of the questions.
    holder: Vec<Option<usize>>,
}

/// How good a assign is; greater is better: must-asks, interviewers with something to ask, competencies, competencies of two
/// interviewers, past behavior, weight, and minutes that are alike.
type Score = (usize, usize, usize, usize, bool, u32, std::cmp::Reverse<u64>);

impl<'a, 'b> Assignment<'a, 'b> {
    /// Nothing shared out yet. The minutes of the budget are those of each slot, its limit is that of all together.
    pub(super) fn new(
        common: &'a [&'b Question],
        questions: &'a [&'b Question],
        slots: &'a [InterviewerSlot],
        budget: Budget,
        must_ask: &'a BTreeSet<&'a Id>,
        first: &[bool],
    ) -> Self {
        let mut assignment = Self {
            common,
            questions,
            slots,
            budget,
            must_ask,
            pool: first.to_vec(),
            holder: vec![None; questions.len()],
        };
        // Beside the first, as many as there may be, in the order of the bank.
        let mut open = assignment.limit().saturating_sub(first.iter().filter(|it| **it).count());
        for is_in in assignment.pool.iter_mut().filter(|is_in| !**is_in) {
            if open == 0 {
                break;
            }
            *is_in = true;
            open -= 1;
        }
        assignment
    }

    /// Shares the questions out, beginning with those that have a holder: the best set for slots with the same themes, those
    /// with the fewest questions first, dealt out and then moved about as long as that makes it better. What a holder given at
    /// the beginning brings to the score is never lost.
    pub(super) fn assign(
        mut self,
        given: Vec<Option<usize>>,
    ) -> Result<Vec<Option<usize>>, TooManyWays> {
        self.holder = given;
        let mut groups: BTreeMap<Vec<&Id>, Vec<usize>> = BTreeMap::new();
        for (index, slot) in self.slots.iter().enumerate() {
            let themes: BTreeSet<&Id> = slot.themes.iter().collect();
            groups.entry(themes.into_iter().collect()).or_default().push(index);
        }
        let mut groups: Vec<Vec<usize>> = groups.into_values().collect();
        groups.sort_by_key(|slots| slots.first().map(|&slot| (self.eligible(slot).len(), slot)));
        for slots in groups {
            self.deal(&slots)?;
        }
        self.fill();
        self.improve();
        self.pool.fill(true);
        self.fill();
        Ok(self.holder)
    }

    fn limit(&self) -> usize {
        self.budget.limit.unwrap_or(usize::MAX)
    }

    fn held(&self) -> usize {
        self.holder.iter().flatten().count()
    }

    fn may_hold(&self, slot: usize, question: usize) -> bool {
        let themes = &self.slots[slot].themes;
        themes.is_empty() || themes.contains(&self.questions[question].theme)
    }

    fn eligible(&self, slot: usize) -> Vec<usize> {
        (0..self.questions.len()).filter(|&it| self.may_hold(slot, it)).collect()
    }

    fn minutes(&self, slot: usize) -> Minutes {
        let held = self.questions.iter().zip(&self.holder);
        held.filter(|(_, holder)| **holder == Some(slot)).map(|(it, _)| it.minutes).sum()
    }

    fn has_room(&self, slot: usize, question: usize) -> bool {
        self.minutes(slot) + self.questions[question].minutes <= self.budget.minutes
    }

    /// Deals the best set of questions that slots with the same themes have time for, the longest first, always to whom has
    /// least.
    fn deal(&mut self, slots: &[usize]) -> Result<(), TooManyWays> {
        let Some(&first) = slots.first() else { return Ok(()) };
        let is_open = |&it: &usize| self.pool[it] && self.holder[it].is_none();
        let open: Vec<usize> = self.eligible(first).into_iter().filter(is_open).collect();
        let pool: Vec<&Question> = open.iter().map(|&it| self.questions[it]).collect();
        let together = slots.iter().map(|&slot| self.budget.minutes - self.minutes(slot)).sum();
        let all = pool.iter().map(|question| question.minutes).sum::<Minutes>();
        // The limit is kept by the pool.
        let budget = Budget { minutes: together, limit: None };
        let is_kept = if all <= together {
            vec![true; pool.len()]
        } else {
            budget::fit(&pool, budget, self.must_ask)?
        };
        let kept = open.into_iter().zip(is_kept).filter(|(_, is_kept)| *is_kept);
        let mut kept: Vec<usize> = kept.map(|(question, _)| question).collect();
        kept.sort_by_key(|&it| {
            let question = self.questions[it];
            let is_must = self.must_ask.contains(&question.id);
            (std::cmp::Reverse(is_must), std::cmp::Reverse(question.minutes), it)
        });
        for question in kept {
            let open = slots.iter().copied().filter(|&slot| self.has_room(slot, question));
            let slot = open.min_by_key(|&slot| (self.minutes(slot), slot));
            self.holder[question] = slot;
        }
        Ok(())
    }

    /// Gives what is left to whoever has time for it: first what must be asked, then by weight.
    fn fill(&mut self) {
        let is_left = |&it: &usize| self.pool[it] && self.holder[it].is_none();
        let mut left: Vec<usize> = (0..self.questions.len()).filter(is_left).collect();
        left.sort_by_key(|&it| {
            let question = self.questions[it];
            let is_must = self.must_ask.contains(&question.id);
            (std::cmp::Reverse(is_must), std::cmp::Reverse(question.weight), it)
        });
        let open = self.limit().saturating_sub(self.held());
        let mut given = 0;
        for question in left {
            if given == open {
                return;
            }
            let slots = (0..self.slots.len())
                .filter(|&slot| self.may_hold(slot, question) && self.has_room(slot, question));
            self.holder[question] = slots.min_by_key(|&slot| (self.minutes(slot), slot));
            given += usize::from(self.holder[question].is_some());
        }
    }

    /// Moves a question to another slot, or swaps two, as long as that makes it better.
    fn improve(&mut self) {
        let is_moved = |it: &usize| self.holder[*it].is_some() || self.questions.len() <= MAX_MOVED;
        let moved: Vec<usize> = (0..self.questions.len()).filter(is_moved).collect();
        let mut score = self.score();
        for _ in 0..MAX_ROUNDS {
            let mut is_better = false;
            for &question in &moved {
                for slot in 0..self.slots.len() {
                    let before = self.holder[question];
                    if before == Some(slot) || !self.may_hold(slot, question) {
                        continue;
                    }
                    self.holder[question] = Some(slot);
                    is_better |= self.keeps(&mut score, |it| it.holder[question] = before);
                }
            }
            let swapped = if moved.len() <= MAX_SWAPPED { moved.as_slice() } else { &[] };
            for (index, &a) in swapped.iter().enumerate() {
                for &b in &swapped[index + 1..] {
                    let (to_a, to_b) = (self.holder[b], self.holder[a]);
                    let may = |slot: Option<usize>, question| {
                        slot.is_none_or(|slot| self.may_hold(slot, question))
                    };
                    if to_a == to_b || !may(to_a, a) || !may(to_b, b) {
                        continue;
                    }
                    (self.holder[a], self.holder[b]) = (to_a, to_b);
                    is_better |= self.keeps(&mut score, |it| {
                        (it.holder[a], it.holder[b]) = (to_b, to_a);
                    });
                }
            }
            if !is_better {
                return;
            }
        }
    }

    /// Keeps a change if it is within clock and limit and better than before, and takes it back otherwise.
    fn keeps(&mut self, best: &mut Score, undo: impl FnOnce(&mut Self)) -> bool {
        let is_in_time =
            (0..self.slots.len()).all(|slot| self.minutes(slot) <= self.budget.minutes);
        let score = self.score();
        let is_better = is_in_time && self.held() <= self.limit() && score > *best;
        if is_better {
            *best = score;
        } else {
            undo(self);
        }
        is_better
    }

    fn score(&self) -> Score {
        let mut people: BTreeMap<&Id, BTreeSet<usize>> = BTreeMap::new();
        let everybody = || 0..self.slots.len();
        for id in self.common.iter().flat_map(|question| &question.competencies) {
            people.entry(id).or_default().extend(everybody());
        }
        let (mut musts, mut weight) = (0, 0_u32);
        let mut is_past = self.common.iter().any(|question| question.kind == Kind::Behavioral);
        let mut minutes = vec![0_u64; self.slots.len()];
        for (question, holder) in self.questions.iter().zip(&self.holder) {
            let Some(slot) = *holder else { continue };
            for id in &question.competencies {
                people.entry(id).or_default().insert(slot);
            }
            musts += usize::from(self.must_ask.contains(&question.id));
            weight = weight.saturating_add(question.weight);
            is_past |= question.kind == Kind::Behavioral;
            minutes[slot] += u64::from(question.minutes.0);
        }
        let twice = people.values().filter(|people| people.len() > 1).count();
        // The sum of squares is least where all are alike.
        let spread = minutes.iter().map(|minutes| minutes * minutes).sum();
        let is_busy = |minutes: &&u64| **minutes > 0 || !self.common.is_empty();
        let busy = minutes.iter().filter(is_busy).count();
        (musts, busy, people.len(), twice, is_past, weight, std::cmp::Reverse(spread))
    }
}
