use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::bank::{Id, Kind, Question};
use crate::base::unit::Minutes;

/// How much may be asked.
#[derive(Clone, Copy, Debug)]
pub(super) struct Budget {
    /// All questions together.
    pub(super) minutes: Minutes,
    /// How many there may be at most.
    pub(super) limit: Option<usize>,
}

/// The best questions cannot be found in bounded time and memory: there are too many ways to cover so many competencies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TooManyWays;

/// How competencies are taken that are not kept track of, and how many decisions may be looked at: 2^31 of them take 256 MB and
/// a few seconds. In a long interview nearly everything is covered anyway; in a short one nearly nothing is covered twice.
const ATTEMPTS: [(Untracked, usize); 3] =
    [(Untracked::Covered, 1 << 27), (Untracked::Counted, 1 << 30), (Untracked::Covered, 1 << 31)];

/// How a competency counts that is not kept track of: never for less than it is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Untracked {
    /// It is covered, whatever is asked.
    Covered,
    /// Every question counts all that it covers, as if no other did.
    Counted,
}

/// The best set of questions that fits: most must-asks, then most competencies, then one question about past behavior, then most
/// weight, then least time left; of equals, the one whose questions come first.
///
/// It is a knapsack, solved exactly from its end: for every question, what is the best that can still be reached with so much
/// time left and so much covered. Only sets of competencies that questions can cover at all are looked at. At first no
/// competency is kept track of, and each is counted for too much; those for which the answer was flattered are kept track of
/// in the next round. An answer that was not flattered is the best of all, because its rivals can only have been.
pub(super) fn fit(
    questions: &[&Question],
    budget: Budget,
    must_ask: &BTreeSet<&Id>,
) -> Result<Vec<bool>, TooManyWays> {
    let mut kept = vec![false; questions.len()];
    let is_must = |question: &Question| must_ask.contains(&question.id);
    let fits = |question: &Question| question.minutes <= budget.minutes;
    let usable: Vec<usize> = (0..questions.len()).filter(|&index| fits(questions[index])).collect();
    let musts = usable.iter().copied().filter(|&index| is_must(questions[index]));
    let musts: Vec<usize> = musts.collect();
    let length: Minutes = musts.iter().map(|&index| questions[index].minutes).sum();
    let is_room = budget.limit.is_none_or(|limit| musts.len() <= limit);
    // Must-asks that fit together are in every best set.
    let forced = if length <= budget.minutes && is_room { musts } else { Vec::new() };
    for &index in &forced {
        kept[index] = true;
    }
    let given: Vec<&Question> = forced.iter().map(|&index| questions[index]).collect();
    let open: Vec<usize> = usable.into_iter().filter(|index| !kept[*index]).collect();
    let choices: Vec<&Question> = open.iter().map(|&index| questions[index]).collect();
    let rest = Budget {
        minutes: budget.minutes - given.iter().map(|question| question.minutes).sum(),
        limit: budget.limit.map(|limit| limit.saturating_sub(given.len())),
    };
    let groups = groups(&choices, &given);
    let has_past = given.iter().any(|question| question.kind == Kind::Behavioral);
    let attempt = |(untracked, most)| -> Result<Vec<bool>, TooManyWays> {
        let mut tracked: Vec<&Group> = Vec::new();
        loop {
            let is_new = |group: &&Group| !tracked.iter().any(|it| std::ptr::eq(*it, *group));
            let others: Vec<&Group> = groups.iter().filter(is_new).collect();
            let counted = if untracked == Untracked::Counted { others.as_slice() } else { &[] };
            let items = items(&choices, &tracked, counted, has_past, is_must);
            let worth = tracked.iter().map(|group| group.worth).collect();
            let taken = Knapsack { items: promising(items, rest.minutes), worth, budget: rest }
                .solve(most)?;
            let mut chosen = vec![false; choices.len()];
            for place in taken {
                chosen[place] = true;
            }
            let is_flattered = |group: &&&Group| match (untracked, group.times(&chosen)) {
                (Untracked::Covered, times) => times == 0,
                (Untracked::Counted, times) => times > 1,
            };
            let flattered: Vec<&Group> = others.iter().filter(is_flattered).copied().collect();
            if flattered.is_empty() {
                return Ok(chosen);
            }
            tracked.extend(flattered);
        }
    };
    let mut answers = ATTEMPTS.into_iter().map(attempt);
    let chosen = answers.find_map(Result::ok).ok_or(TooManyWays)?;
    for (index, chosen) in open.into_iter().zip(chosen) {
        kept[index] |= chosen;
    }
    Ok(kept)
}

/// Cuts questions down to a number of them: those that must be asked stay longest, then those that come first.
pub(super) fn cut(questions: &[&Question], limit: usize, must_ask: &BTreeSet<&Id>) -> Vec<bool> {
    let mut kept = vec![false; questions.len()];
    let is_must = |index: &usize| must_ask.contains(&questions[*index].id);
    let (must, may): (Vec<usize>, Vec<usize>) = (0..questions.len()).partition(is_must);
    for index in must.into_iter().chain(may).take(limit) {
        kept[index] = true;
    }
    kept
}

/// Competencies that the same questions give evidence of: they are covered together or not at all.
struct Group {
    /// How many competencies these are.
    worth: u64,
    /// Which of the choices give evidence of them.
    members: Vec<bool>,
}

impl Group {
    /// How many of the chosen give evidence of them.
    fn times(&self, chosen: &[bool]) -> usize {
        chosen.iter().zip(&self.members).filter(|(chosen, member)| **chosen && **member).count()
    }
}

/// The competencies that are not covered yet, in groups.
fn groups(choices: &[&Question], given: &[&Question]) -> Vec<Group> {
    let known: BTreeSet<&Id> = given.iter().flat_map(|question| &question.competencies).collect();
    let mut open: BTreeMap<&Id, Vec<bool>> = BTreeMap::new();
    for (place, question) in choices.iter().enumerate() {
        for id in question.competencies.iter().filter(|id| !known.contains(id)) {
            open.entry(id).or_insert_with(|| vec![false; choices.len()])[place] = true;
        }
    }
    let mut groups: BTreeMap<Vec<bool>, u64> = BTreeMap::new();
    for members in open.into_values() {
        *groups.entry(members).or_default() += 1;
    }
    groups.into_iter().map(|(members, worth)| Group { worth, members }).collect()
}

fn items(
    choices: &[&Question],
    tracked: &[&Group],
    counted: &[&Group],
    has_past: bool,
    is_must: impl Fn(&Question) -> bool,
) -> Vec<Item> {
    let item = |(place, question): (usize, &&Question)| {
        let groups = tracked.iter().enumerate().filter(|(_, group)| group.members[place]);
        let covers = groups.fold(0, |mask, (bit, _)| mask | bit_of(bit));
        let past = if question.kind == Kind::Behavioral && !has_past { PAST } else { 0 };
        let counted = counted.iter().filter(|group| group.members[place]);
        let competencies: u64 = counted.map(|group| group.worth).sum();
        let must = if is_must(question) { Value::MUST } else { 0 };
        Item {
            place,
            minutes: whole(question.minutes),
            covers: covers | past,
            gain: must
                + Value::COMPETENCY * competencies
                + Value::WEIGHT * u64::from(question.weight),
        }
    };
    choices.iter().enumerate().map(item).collect()
}

/// Those that can be in the best set: of questions that are as long as each other and cover the same, as many as there is time for, the
/// best of them, and of equals the first.
fn promising(items: Vec<Item>, time: Minutes) -> Vec<Item> {
    let mut alike: BTreeMap<(usize, u64), Vec<Item>> = BTreeMap::new();
    for item in items {
        alike.entry((item.minutes, item.covers)).or_default().push(item);
    }
    let mut kept: Vec<Item> = Vec::new();
    for ((minutes, _), mut alike) in alike {
        alike.sort_by_key(|item| (Reverse(item.gain), item.place));
        alike.truncate(whole(time) / minutes.max(1));
        kept.append(&mut alike);
    }
    kept.sort_by_key(|item| item.place);
    kept
}

/// The sign, in a set of what is covered, that a question about past behavior is asked.
const PAST: u64 = 1 << 63;

/// The sign of a tracked group; there is none for the sixty-fourth, which no list of decisions could hold either.
fn bit_of(place: usize) -> u64 {
    u32::try_from(place).ok().and_then(|place| 1_u64.checked_shl(place)).unwrap_or(0) & !PAST
}

fn whole(Minutes(minutes): Minutes) -> usize {
    usize::try_from(minutes).unwrap_or(usize::MAX)
}

/// How good a set is, as one number: what counts more is in higher bits, so that greater is better.
///
/// From the top: 12 bits of must-asks, 15 of competencies, 1 for past behavior, 22 of weight, 14 of minutes.
struct Value;

impl Value {
    const WEIGHT: u64 = 1 << 14;
    const PAST: u64 = 1 << 36;
    const COMPETENCY: u64 = 1 << 37;
    const MUST: u64 = 1 << 52;
}

/// A question as the knapsack sees it.
struct Item {
    /// Which of the choices it is.
    place: usize,
    minutes: usize,
    /// What of the tracked it covers.
    covers: u64,
    gain: u64,
}

struct Knapsack {
    items: Vec<Item>,
    /// How many competencies each tracked group stands for.
    worth: Vec<u64>,
    budget: Budget,
}

impl Knapsack {
    /// The places of those that are in the best set.
    #[expect(
        clippy::expect_used,
        reason = "the way back takes only steps that were found on the way there"
    )]
    fn solve(&self, most: usize) -> Result<Vec<usize>, TooManyWays> {
        let total: usize = self.items.iter().map(|item| item.minutes).sum();
        let clock = whole(self.budget.minutes).min(total);
        let count = self.items.len();
        // What a value has room for.
        let gains = |of: u64, upto: u64| {
            self.items.iter().map(|item| item.gain % upto / of).sum::<u64>() < upto / of
        };
        let is_small = clock < 1 << 14
            && gains(Value::WEIGHT, Value::PAST)
            && gains(Value::COMPETENCY, Value::MUST)
            && self.worth.iter().sum::<u64>() < 1 << 14
            && count < 1 << 12;
        if !is_small || self.worth.len() > 62 {
            return Err(TooManyWays);
        }
        // Where the clock is the tighter limit, questions need not be counted.
        let shortest = self.items.iter().map(|item| item.minutes).min().unwrap_or(1).max(1);
        let limit = self.budget.limit.filter(|&limit| limit < clock / shortest);
        let slots = limit.map_or(1, |limit| limit + 1);
        let rows = (clock + 1) * slots;
        let masks = self.reachable(clock, most / (rows * count.max(1)))?;
        let mut best = Vec::with_capacity(rows * masks.len());
        for row in 0..rows {
            best.extend(masks.iter().map(|mask| self.end(*mask, clock - row / slots)));
        }
        let mut taken = Bits::new(count * rows * masks.len());
        for (place, item) in self.items.iter().enumerate().rev() {
            let next: Vec<Option<usize>> =
                masks.iter().map(|mask| masks.binary_search(&(mask | item.covers)).ok()).collect();
            // From much time left to little: what a row leads to is still as the question after this one left it.
            for row in (0..rows).rev() {
                let Some(to) = step(row, item, slots, limit) else { continue };
                for (at, next) in next.iter().enumerate() {
                    let Some(next) = next else { continue };
                    let with = best[to * masks.len() + next] + item.gain;
                    let without = &mut best[row * masks.len() + at];
                    // Of equals the one with the earlier question.
                    if with >= *without {
                        *without = with;
                        taken.set((place * rows + row) * masks.len() + at);
                    }
                }
            }
        }
        let mut row = rows - 1;
        let mut covered = 0;
        let choose = |&(place, item): &(usize, &Item)| {
            let at =
                masks.binary_search(&covered).expect("only sets that are reachable are covered");
            let is_taken = taken.get((place * rows + row) * masks.len() + at);
            if is_taken {
                row = step(row, item, slots, limit).expect("a question that is taken fits");
                covered |= item.covers;
            }
            is_taken
        };
        Ok(self.items.iter().enumerate().filter(choose).map(|(_, item)| item.place).collect())
    }

    /// All sets of the tracked that questions within the clock can cover, in order.
    fn reachable(&self, clock: usize, most: usize) -> Result<Vec<u64>, TooManyWays> {
        // Each with the least minutes that it takes.
        let mut masks: BTreeMap<u64, usize> = BTreeMap::from([(0, 0)]);
        for item in self.items.iter().filter(|item| item.covers != 0) {
            let more: Vec<(u64, usize)> = masks
                .iter()
                .map(|(mask, minutes)| (mask | item.covers, minutes + item.minutes))
                .filter(|(_, minutes)| *minutes <= clock)
                .collect();
            for (mask, minutes) in more {
                let least = masks.entry(mask).or_insert(minutes);
                *least = minutes.min(*least);
            }
            if masks.len() > most {
                return Err(TooManyWays);
            }
        }
        Ok(masks.into_keys().collect())
    }

    /// What it is worth to have covered this, and used so many minutes, when no question is left.
    fn end(&self, mask: u64, used: usize) -> u64 {
        let worth = self.worth.iter().enumerate().filter(|(bit, _)| mask & bit_of(*bit) != 0);
        let competencies: u64 = worth.map(|(_, worth)| worth).sum();
        let past = if mask & PAST == 0 { 0 } else { Value::PAST };
        // `used` is no more than the clock, which fits 14 bits.
        competencies * Value::COMPETENCY + past + used as u64
    }
}

/// The row that is left when a question is asked: with less time, and with fewer questions to come where they are counted.
fn step(row: usize, item: &Item, slots: usize, limit: Option<usize>) -> Option<usize> {
    let left = (row / slots).checked_sub(item.minutes)?;
    let open = if limit.is_some() { (row % slots).checked_sub(1)? } else { 0 };
    Some(left * slots + open)
}

/// One bit for each decision.
struct Bits(Vec<u64>);

impl Bits {
    fn new(count: usize) -> Self {
        Self(vec![0; count.div_ceil(64)])
    }

    fn set(&mut self, at: usize) {
        self.0[at / 64] |= 1 << (at % 64);
    }

    fn get(&self, at: usize) -> bool {
        self.0[at / 64] >> (at % 64) & 1 == 1
    }
}
