use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::budget::TooManyWays;
use super::packing::Effort;
use super::rules::{Plan, Rules, Wanted};
use crate::bank::{Id, Kind};

/// What is settled of a panel before the rest is shared out: how many must-asks are asked, and what every interviewer asks.
pub(super) struct PanelBase<'a, 'b> {
    pub(super) rules: &'a Rules<'a, 'b>,
    /// How many must-asks are asked: as many as there can be.
    pub(super) musts: usize,
    /// What every interviewer asks: as many questions as were wanted, or as many as there can be beside the must-asks.
    pub(super) common: Vec<usize>,
}

/// An interviewer, by the place of the slot, for whom there is no question.
pub(super) struct NothingFor(pub(super) usize);

impl<'a, 'b> PanelBase<'a, 'b> {
    /// The base of a panel in which every interviewer should ask so many of the same questions.
    pub(super) fn new(rules: &'a Rules<'a, 'b>, shared: usize) -> Result<Self, TooManyWays> {
        let effort = effort(rules);
        let musts = rules.most_musts(&effort)?;
        let shared = rules.most_shared(shared, musts, &effort)?;
        let common = anchors(rules, musts, shared, &effort)?;
        Ok(Self { rules, musts, common })
    }

    /// What any way to fill this base has: the must-asks, what every interviewer asks, and something for every interviewer.
    pub(super) fn wanted(&self) -> Wanted {
        Wanted {
            common: self.common.clone(),
            shared: self.common.len(),
            musts: self.musts,
            served: self.rules.slots().len(),
            ..Wanted::default()
        }
    }

    /// A way to fill this base, or the first interviewer for whom nothing is left when all before have something to ask.
    pub(super) fn start(&self) -> Result<Result<Plan, NothingFor>, TooManyWays> {
        let effort = effort(self.rules);
        let wanted = self.wanted();
        if let Some(plan) = self.rules.plan(&wanted, &effort)? {
            return Ok(Ok(plan));
        }
        for served in 1..wanted.served {
            let fewer = Wanted { served, ..wanted.clone() };
            if self.rules.plan(&fewer, &effort)?.is_none() {
                return Ok(Err(NothingFor(served - 1)));
            }
        }
        Ok(Err(NothingFor(wanted.served.saturating_sub(1))))
    }
}

/// How much may be tried: half a second at most, and a few milliseconds wherever banks are such as people write.
fn effort(rules: &Rules<'_, '_>) -> Effort {
    Effort::new(20_000_000 / (100 + rules.questions().len()))
}

/// What every interviewer asks: so many questions that no must-ask is lost. What must be asked goes before what may; then what is about past
/// behavior, because what people did can be compared best; then what shows most competencies that are not shown yet; then weight;
/// then the bank's order.
fn anchors(
    rules: &Rules<'_, '_>,
    musts: usize,
    shared: usize,
    effort: &Effort,
) -> Result<Vec<usize>, TooManyWays> {
    let questions = rules.questions();
    let mut anchors: Vec<usize> = Vec::new();
    let mut covered: BTreeSet<&Id> = BTreeSet::new();
    while anchors.len() < shared {
        let is_open = |it: &usize| rules.may_be_shared(*it) && !anchors.contains(it);
        let mut open: Vec<usize> = (0..questions.len()).filter(is_open).collect();
        open.sort_by_cached_key(|&it| {
            let question = questions[it];
            let new = question.competencies.iter().filter(|id| !covered.contains(id)).count();
            let is_past = question.kind == Kind::Behavioral;
            Reverse((rules.is_must(it), is_past, new, question.weight, Reverse(it)))
        });
        // Questions that are alike in these respects are possible together or not at all.
        let mut impossible: BTreeSet<(bool, &Id, u32)> = BTreeSet::new();
        let mut found = None;
        for it in open {
            let like = (rules.is_must(it), &questions[it].theme, questions[it].minutes.0);
            if impossible.contains(&like) {
                continue;
            }
            let common = anchors.iter().copied().chain([it]).collect();
            let wanted = Wanted { common, musts, shared, ..Wanted::default() };
            if rules.plan(&wanted, effort)?.is_some() {
                found = Some(it);
                break;
            }
            impossible.insert(like);
        }
        let Some(found) = found else { break };
        covered.extend(&questions[found].competencies);
        anchors.push(found);
    }
    Ok(anchors)
}
