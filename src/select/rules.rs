use std::collections::BTreeSet;

use super::budget::TooManyWays;
use super::packing::{Bin, Effort, Item, Spares, Themes, pack};
use super::slot::InterviewerSlot;
use crate::bank::{Bank, Id, Question};
use crate::base::unit::Minutes;

/// What no panel may break: no interviewer is over the clock, every interviewer keeps to the themes that are given, nothing is asked twice but
/// what every interviewer asks, and no more questions are asked than the limit allows. One interviewer is a panel of one.
pub(super) struct Rules<'a, 'b> {
    questions: &'a [&'b Question],
    /// The place in the bank of each question's theme.
    theme_of: Vec<usize>,
    /// How many themes there are.
    themes: usize,
    is_must: Vec<bool>,
    slots: Vec<Themes>,
    clock: u64,
    limit: usize,
    /// All questions, the shortest first.
    by_length: Vec<usize>,
}

/// What a panel should come to.
#[derive(Clone, Debug, Default)]
pub(super) struct Wanted {
    /// Questions that are asked, by whomever.
    pub(super) asked: Vec<usize>,
    /// Questions that every interviewer asks.
    pub(super) common: Vec<usize>,
    /// Questions that one interviewer asks, and which.
    pub(super) placed: Vec<(usize, usize)>,
    /// How many must-asks are asked at least, those above included.
    pub(super) musts: usize,
    /// How many questions every interviewer asks at least, those above included.
    pub(super) shared: usize,
    /// How many interviewers, from the first on, have something to ask.
    pub(super) served: usize,
}

/// One way to get what is wanted.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    /// Who asks each question that not every interviewer asks.
    pub(super) holder: Vec<Option<usize>>,
}

impl<'a, 'b> Rules<'a, 'b> {
    pub(super) fn new(
        bank: &Bank,
        questions: &'a [&'b Question],
        slots: &[InterviewerSlot],
        clock: Minutes,
        limit: Option<usize>,
        must_ask: &BTreeSet<&Id>,
    ) -> Self {
        let mut by_length: Vec<usize> = (0..questions.len()).collect();
        by_length.sort_by_key(|&it| questions[it].minutes);
        let themes = bank.themes.len();
        let slot = |slot: &InterviewerSlot| match slot.themes.as_slice() {
            [] => Themes::all(themes),
            kept => kept.iter().map(|theme| Themes::only(bank.theme_place(theme))).collect(),
        };
        Self {
            questions,
            theme_of: questions.iter().map(|it| bank.theme_place(&it.theme)).collect(),
            themes,
            is_must: questions.iter().map(|it| must_ask.contains(&it.id)).collect(),
            slots: slots.iter().map(slot).collect(),
            clock: u64::from(clock.0),
            limit: limit.unwrap_or(usize::MAX),
            by_length,
        }
    }

    /// The same without a limit.
    pub(super) fn unlimited(&self) -> Rules<'a, 'b> {
        Rules {
            questions: self.questions,
            theme_of: self.theme_of.clone(),
            themes: self.themes,
            is_must: self.is_must.clone(),
            slots: self.slots.clone(),
            clock: self.clock,
            limit: usize::MAX,
            by_length: self.by_length.clone(),
        }
    }

    pub(super) fn questions(&self) -> &'a [&'b Question] {
        self.questions
    }

    pub(super) fn slots(&self) -> &[Themes] {
        &self.slots
    }

    pub(super) fn is_must(&self, question: usize) -> bool {
        self.is_must[question]
    }

    fn minutes(&self, question: usize) -> u64 {
        u64::from(self.questions[question].minutes.0)
    }

    /// Whether the themes of an interviewer let them ask a question.
    pub(super) fn may_ask(&self, slot: usize, question: usize) -> bool {
        self.slots[slot].meets(Themes::only(self.theme_of[question]))
    }

    /// Whether any interviewer's themes let them ask a question.
    pub(super) fn may_be_asked(&self, question: usize) -> bool {
        (0..self.slots.len()).any(|slot| self.may_ask(slot, question))
    }

    /// Whether every interviewer's themes let them ask a question.
    pub(super) fn may_be_shared(&self, question: usize) -> bool {
        (0..self.slots.len()).all(|slot| self.may_ask(slot, question))
    }

    /// The most must-asks that can be asked.
    pub(super) fn most_musts(&self, effort: &Effort) -> Result<usize, TooManyWays> {
        let musts = self.by_length.iter().filter(|&&it| self.is_must[it] && self.may_be_asked(it));
        let room = self.clock.saturating_mul(u64::try_from(self.slots.len()).unwrap_or(u64::MAX));
        let upper = self.longest_start(musts.copied(), room).len().min(self.limit);
        let is_possible = |&musts: &usize| {
            let wanted = Wanted { musts, ..Wanted::default() };
            self.plan(&wanted, effort).map(|plan| plan.is_some())
        };
        first((1..=upper).rev(), is_possible).map(Option::unwrap_or_default)
    }

    /// The most questions, up to `most`, that every interviewer can ask beside so many must-asks.
    pub(super) fn most_shared(
        &self,
        most: usize,
        musts: usize,
        effort: &Effort,
    ) -> Result<usize, TooManyWays> {
        let open = self.by_length.iter().copied().filter(|&it| self.may_be_shared(it));
        let upper = self.longest_start(open, self.clock).len().min(most);
        let is_possible = |&shared: &usize| {
            let wanted = Wanted { musts, shared, ..Wanted::default() };
            self.plan(&wanted, effort).map(|plan| plan.is_some())
        };
        first((1..=upper).rev(), is_possible).map(Option::unwrap_or_default)
    }

    /// Of questions, the shortest first, as many as there is room for.
    fn longest_start(&self, questions: impl Iterator<Item = usize>, room: u64) -> Vec<usize> {
        let mut left = room;
        let fits = |&it: &usize| match left.checked_sub(self.minutes(it)) {
            Some(rest) if self.minutes(it) <= self.clock => {
                left = rest;
                true
            }
            _ => false,
        };
        questions.take_while(fits).collect()
    }

    /// A way to get what is wanted, or nothing if there is none.
    ///
    /// Of must-asks of a theme it is always the longest that are left out, and of the questions that are asked anyway always the
    /// shortest that every interviewer asks: whatever is possible with others is possible with these. So it is enough to try how many of
    /// each there are, and whether the rest can be packed.
    pub(super) fn plan(
        &self,
        wanted: &Wanted,
        effort: &Effort,
    ) -> Result<Option<Plan>, TooManyWays> {
        let mut asked = vec![false; self.questions.len()];
        let placed = wanted.placed.iter().map(|(question, _)| question);
        for &question in wanted.asked.iter().chain(&wanted.common).chain(placed) {
            asked[question] = true;
        }
        let have = (0..asked.len()).filter(|&it| asked[it] && self.is_must[it]).count();
        let more = wanted.musts.saturating_sub(have);
        let others = (0..self.themes).map(|theme| self.other_musts(theme, &asked));
        let others: Vec<Vec<usize>> = others.filter(|others| !others.is_empty()).collect();
        self.plan_musts(wanted, &others, more, &asked, effort)
    }

    /// A way to ask these questions and so many more must-asks, which are chosen from the shortest of each theme.
    fn plan_musts(
        &self,
        wanted: &Wanted,
        others: &[Vec<usize>],
        more: usize,
        asked: &[bool],
        effort: &Effort,
    ) -> Result<Option<Plan>, TooManyWays> {
        let Some((first, rest)) = others.split_first() else {
            if more > 0 {
                return Ok(None);
            }
            effort.step()?;
            return self.plan_shared(wanted, asked, effort);
        };
        let in_rest: usize = rest.iter().map(Vec::len).sum();
        for count in more.saturating_sub(in_rest)..=more.min(first.len()) {
            let mut asked = asked.to_vec();
            first[..count].iter().for_each(|&it| asked[it] = true);
            if let Some(plan) = self.plan_musts(wanted, rest, more - count, &asked, effort)? {
                return Ok(Some(plan));
            }
        }
        Ok(None)
    }

    /// The must-asks of a theme that are not asked yet, the shortest first, as far as there is time for so many.
    fn other_musts(&self, theme: usize, asked: &[bool]) -> Vec<usize> {
        let slots = self.slots.iter().filter(|slot| slot.meets(Themes::only(theme))).count();
        let room = self.clock.saturating_mul(u64::try_from(slots).unwrap_or(u64::MAX));
        let is_open = |&it: &usize| self.is_must[it] && !asked[it] && self.theme_of[it] == theme;
        self.longest_start(self.by_length.iter().copied().filter(is_open), room)
    }

    /// A way to ask exactly these questions, and beside them what every interviewer asks if it is not among them.
    fn plan_shared(
        &self,
        wanted: &Wanted,
        asked: &[bool],
        effort: &Effort,
    ) -> Result<Option<Plan>, TooManyWays> {
        let open = wanted.shared.saturating_sub(wanted.common.len());
        let is_open = |&it: &usize| {
            self.may_be_shared(it)
                && !wanted.common.contains(&it)
                && !wanted.placed.iter().any(|(placed, _)| *placed == it)
        };
        let shareable: Vec<usize> = if open == 0 {
            Vec::new()
        } else {
            self.by_length.iter().copied().filter(is_open).collect()
        };
        let (inside, outside): (Vec<usize>, Vec<usize>) =
            shareable.into_iter().partition(|&it| asked[it]);
        let count = asked.iter().filter(|asked| **asked).count();
        for new in 0..=open.min(outside.len()) {
            let old = open - new;
            if old > inside.len() || count + new > self.limit {
                continue;
            }
            let mut common = wanted.common.clone();
            common.extend(inside[..old].iter().chain(&outside[..new]));
            let mut asked = asked.to_vec();
            outside[..new].iter().for_each(|&it| asked[it] = true);
            if let Some(plan) = self.plan_own(wanted, &common, &asked, effort)? {
                return Ok(Some(plan));
            }
        }
        Ok(None)
    }

    /// A way to ask these questions, of which these are asked by every interviewer.
    fn plan_own(
        &self,
        wanted: &Wanted,
        common: &[usize],
        asked: &[bool],
        effort: &Effort,
    ) -> Result<Option<Plan>, TooManyWays> {
        let together: u64 = common.iter().map(|&it| self.minutes(it)).sum();
        let Some(room) = self.clock.checked_sub(together) else { return Ok(None) };
        if !common.iter().all(|&it| self.may_be_shared(it)) {
            return Ok(None);
        }
        let bin = |(slot, themes): (usize, &Themes)| {
            let is_bare = common.is_empty() && slot < wanted.served;
            Bin { themes: *themes, room, is_bare }
        };
        let mut bins: Vec<Bin> = self.slots.iter().enumerate().map(bin).collect();
        let mut holder: Vec<Option<usize>> = vec![None; asked.len()];
        for &(question, slot) in &wanted.placed {
            let left = bins[slot].room.checked_sub(self.minutes(question));
            let Some(left) = left.filter(|_| self.may_ask(slot, question)) else {
                return Ok(None);
            };
            bins[slot] = Bin { room: left, is_bare: false, ..bins[slot] };
            holder[question] = Some(slot);
        }
        let is_own = |&it: &usize| asked[it] && !common.contains(&it) && holder[it].is_none();
        let own: Vec<usize> = (0..asked.len()).filter(is_own).collect();
        let item = |&it: &usize| Item { theme: self.theme_of[it], minutes: self.minutes(it) };
        let items: Vec<Item> = own.iter().map(item).collect();
        let count = asked.iter().filter(|asked| **asked).count();
        let fits = |&it: &usize| !asked[it] && self.minutes(it) <= room;
        let unasked = (0..self.themes).map(|theme| {
            let is_of = |it: &usize| self.theme_of[*it] == theme;
            (0..asked.len()).rev().filter(|it| fits(it) && is_of(it)).collect::<Vec<_>>()
        });
        let mut unasked: Vec<Vec<usize>> = unasked.collect();
        let of = unasked.iter().map(Vec::len).collect();
        let spares = Spares { of, most: self.limit.saturating_sub(count) };
        if count > self.limit {
            return Ok(None);
        }
        let Some(packed) = pack(bins, &items, spares, effort)? else { return Ok(None) };
        for (question, slot) in own.into_iter().zip(packed.items) {
            holder[question] = Some(slot);
        }
        for (slot, theme) in packed.spares {
            if let Some(question) = unasked[theme].pop() {
                holder[question] = Some(slot);
            }
        }
        Ok(Some(Plan { holder }))
    }
}

/// The first of these for which something is so.
fn first<T>(
    candidates: impl Iterator<Item = T>,
    is_so: impl Fn(&T) -> Result<bool, TooManyWays>,
) -> Result<Option<T>, TooManyWays> {
    for candidate in candidates {
        if is_so(&candidate)? {
            return Ok(Some(candidate));
        }
    }
    Ok(None)
}
