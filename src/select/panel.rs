use std::collections::BTreeSet;

use super::assign::Assignment;
use super::budget::{Budget, TooManyWays};
use super::filter::{Filter, check_themes};
use super::matching::{matching, no_time};
use super::panel_base::{NothingFor, PanelBase};
use super::reason::Aim;
use super::rules::{Plan, Rules};
use super::selection::{Choice, missed};
use super::shortfall::{Inquiry, Topic, Verdict};
use super::{Criteria, InterviewerSlot, NothingLeft, Reason, SelectError, Selection, UnmetGoal};
use crate::bank::{Bank, Id, Question};
use crate::base::unit::Minutes;

/// A selection shared out among the interviewers of a panel: nothing is asked twice, but for what every interviewer asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Panel<'bank> {
    /// What each interviewer asks, in the order of the slots: first what every interviewer asks, then their own, each in the
    /// order that was asked for.
    pub selections: Vec<Selection<'bank>>,
    /// What every interviewer asks.
    pub shared: Vec<Id>,
    /// What the panel as a whole could not meet.
    pub unmet: Vec<UnmetGoal>,
}

/// Shares the questions that match out among the slots. The clock is that of each interview, the limit that of the panel;
/// `shared` questions are asked by every interviewer, if there are several.
///
/// No interviewer is over the clock, every interviewer keeps to the themes that are given, also with what every interviewer asks, and nothing else is asked
/// twice. As far as that allows, in this order:
///
/// 1. what must be asked is asked;
/// 2. so many questions are asked by every interviewer;
/// 3. every interviewer has something to ask;
/// 4. every competency is covered, and then covered by two people;
/// 5. someone asks about past behavior;
/// 6. the most weight is asked, and every interviewer's minutes are alike.
///
/// Of the first three there is never less than there could be. The others are made better until no change of one or two questions
/// makes them better still, and no competency is left out that could be covered as well.
pub fn assign_panel<'b>(
    bank: &'b Bank,
    criteria: &Criteria,
    slots: &[InterviewerSlot],
    shared: usize,
) -> Result<Panel<'b>, SelectError> {
    // What one interviewer asks alone is common to nobody.
    let shared = if slots.len() == 1 { 0 } else { shared };
    if slots.len() > InterviewerSlot::MAX {
        return Err(SelectError::TooManyInterviewers(slots.len()));
    }
    check_themes(bank, slots)?;
    let facets = Filter::new(bank, criteria)?;
    let must_ask = facets.must_ask();
    let matching = matching(bank, &facets)?;
    let clock = criteria.minutes.map_or(Minutes(u32::MAX), |minutes| minutes - criteria.reserve);
    if let Some(minutes) = criteria.minutes
        && !matching.iter().any(|question| question.minutes <= clock)
    {
        return Err(no_time(&matching, minutes, criteria.reserve));
    }
    let must = must_ask.ids();
    let rules = Rules::new(bank, &matching, slots, clock, criteria.limit, &must);
    if shared == 0 && matching.len() < slots.len() {
        let (interviewers, questions) = (slots.len(), matching.len());
        return Err(SelectError::TooFewQuestions { interviewers, questions });
    }
    let nothing_for = |slot: &InterviewerSlot| {
        SelectError::NothingFor(NothingLeft {
            interviewer: slot.clone(),
            has_must_asks: !must.is_empty(),
            has_minutes: criteria.minutes.is_some(),
            has_limit: criteria.limit.is_some(),
        })
    };
    let base = PanelBase::new(&rules, shared).map_err(|_| SelectError::TooManyMustAsks)?;
    let start = match base.start().map_err(|_| SelectError::TooManyMustAsks)? {
        Ok(plan) => plan,
        Err(NothingFor(slot)) => return Err(nothing_for(&slots[slot])),
    };
    let table = Table { base: &base, slots, clock, limit: criteria.limit, must: &must };
    let choice =
        Choice { bank, matching: &matching, must_ask: &must_ask, criteria, is_panel: true };
    let mut holder = table.deal(&start).map_err(|_| SelectError::TooManyWays)?;
    let unmet = loop {
        match table.unmet(&choice, &holder, shared) {
            Ok(unmet) => break unmet,
            Err(better) => {
                let dealt = table.deal_from(&better).map_err(|_| SelectError::TooManyWays)?;
                holder = dealt;
            }
        }
    };
    let common: Vec<&Question> =
        (0..matching.len()).filter(|it| base.common.contains(it)).map(|it| matching[it]).collect();
    let is_common = |question: &Question| common.iter().any(|it| it.id == question.id);
    let mut selections = Vec::with_capacity(slots.len());
    for (index, slot) in slots.iter().enumerate() {
        let own = matching.iter().zip(&holder).filter(|(_, holder)| **holder == Some(index));
        let own = own.map(|(question, _)| question);
        let selection = Selection::part(&choice, common.iter().chain(own).copied().collect());
        let selection = selection.ok_or_else(|| nothing_for(slot))?;
        selections.push(selection.because(&Reason::Shared, is_common));
    }
    let shared = common.iter().map(|question| question.id.clone()).collect();
    Ok(Panel { selections, shared, unmet })
}

/// All that is needed to deal the questions out.
struct Table<'a, 'b> {
    base: &'a PanelBase<'a, 'b>,
    slots: &'a [InterviewerSlot],
    clock: Minutes,
    limit: Option<usize>,
    must: &'a BTreeSet<&'a Id>,
}

impl Table<'_, '_> {
    /// Who asks what: as the questions are best dealt out, or else from the plan on, where dealing loses a must-ask or leaves
    /// someone without a question.
    fn deal(&self, plan: &Plan) -> Result<Vec<Option<usize>>, TooManyWays> {
        let dealt = self.assign(plan, false)?;
        let is_must = |it: &usize| self.base.rules.is_must(*it);
        let is_asked = |it: &usize| dealt[*it].is_some() || self.base.common.contains(it);
        let musts = (0..dealt.len()).filter(|it| is_must(it) && is_asked(it)).count();
        let is_busy = |slot| !self.base.common.is_empty() || dealt.contains(&Some(slot));
        if musts >= self.base.musts && (0..self.slots.len()).all(is_busy) {
            return Ok(dealt);
        }
        self.deal_from(plan)
    }

    /// Who asks what, from a plan on: nothing is lost that it has.
    fn deal_from(&self, plan: &Plan) -> Result<Vec<Option<usize>>, TooManyWays> {
        self.assign(plan, true)
    }

    fn assign(&self, plan: &Plan, is_given: bool) -> Result<Vec<Option<usize>>, TooManyWays> {
        let (questions, common) = (self.base.rules.questions(), &self.base.common);
        let own: Vec<usize> = (0..questions.len()).filter(|it| !common.contains(it)).collect();
        let pick = |places: &[usize]| places.iter().map(|&it| questions[it]).collect::<Vec<_>>();
        let (asked_by_all, asked_by_one) = (pick(common), pick(&own));
        let length: Minutes = asked_by_all.iter().map(|question| question.minutes).sum();
        let limit = self.limit.map(|limit| limit.saturating_sub(common.len()));
        let budget = Budget { minutes: self.clock - length, limit };
        let given: Vec<Option<usize>> = own.iter().map(|&it| plan.holder[it]).collect();
        let first: Vec<bool> = given.iter().map(Option::is_some).collect();
        let assignment =
            Assignment::new(&asked_by_all, &asked_by_one, self.slots, budget, self.must, &first);
        let dealt = assignment.assign(if is_given { given } else { vec![None; own.len()] })?;
        let mut holder = vec![None; questions.len()];
        for (place, slot) in own.into_iter().zip(dealt) {
            holder[place] = slot;
        }
        Ok(holder)
    }

    /// What could not be met, and why; or a plan that meets more of it.
    fn unmet(
        &self,
        choice: &Choice<'_, '_>,
        holder: &[Option<usize>],
        shared: usize,
    ) -> Result<Vec<UnmetGoal>, Plan> {
        let inquiry = Inquiry::new(choice.bank, self.base, holder, shared);
        let questions = self.base.rules.questions();
        let is_asked = |it: &usize| holder[*it].is_some() || self.base.common.contains(it);
        let asked: Vec<&Question> =
            (0..questions.len()).filter(is_asked).map(|it| questions[it]).collect();
        let mut aims = missed(choice, &asked);
        let found = self.base.common.len();
        if found < shared {
            aims.push(Aim::Shared { asked: shared, found });
        }
        aims.extend(self.seen_by_one(choice, holder));
        let mut unmet = Vec::with_capacity(aims.len());
        for aim in aims {
            let verdict = match &aim {
                Aim::MustAsk(id) => Verdict::Because(inquiry.must_ask(id)),
                Aim::Competency(id) => inquiry.topic(Topic::Competency(id)),
                Aim::PastBehavior => inquiry.topic(Topic::PastBehavior),
                Aim::SecondPerson(id) => inquiry.second(Topic::Competency(id)),
                Aim::Shared { .. } => Verdict::Because(inquiry.common()),
            };
            match verdict {
                Verdict::Because(why) => unmet.push(UnmetGoal { aim, why }),
                Verdict::Better(plan) => return Err(plan),
            }
        }
        Ok(unmet)
    }

    /// Competencies that only one interviewer asks about.
    fn seen_by_one(&self, choice: &Choice<'_, '_>, holder: &[Option<usize>]) -> Vec<Aim> {
        if self.slots.len() < 2 {
            return Vec::new();
        }
        let questions = self.base.rules.questions();
        let is_seen_by_one = |id: &&Id| {
            let covers = |it: &usize| questions[*it].competencies.contains(id);
            let askers = (0..questions.len()).filter(covers).filter_map(|it| holder[it]);
            let askers: BTreeSet<usize> = askers.collect();
            askers.len() == 1 && !self.base.common.iter().any(covers)
        };
        let ids = choice.bank.competencies.iter().map(|competency| &competency.id);
        ids.filter(is_seen_by_one).cloned().map(Aim::SecondPerson).collect()
    }
}
