use std::collections::BTreeSet;

use super::budget::{self, Budget};
use super::filter::Filter;
use super::matching::{matching, no_time};
use super::panel_base::PanelBase;
use super::rules::Rules;
use super::selection::{Choice, missed};
use super::shortfall::{Inquiry, Topic};
use super::{Aim, Criteria, InterviewerSlot, SelectError, Selection, UnmetGoal, Why};
use crate::bank::{Bank, Id, Question};
use crate::base::unit::Minutes;

/// Proves that the bank knows every name that is asked for.
pub fn check_names(bank: &Bank, criteria: &Criteria) -> Result<(), SelectError> {
    Filter::new(bank, criteria).map(|_| ())
}

/// Picks the questions that match every facet, in the order that is asked for: the best set that fits the clock and the limit.
pub fn select<'b>(bank: &'b Bank, criteria: &Criteria) -> Result<Selection<'b>, SelectError> {
    let facets = Filter::new(bank, criteria)?;
    let matching = matching(bank, &facets)?;
    let must_ask = facets.must_ask();
    let is_kept = match (criteria.minutes, criteria.limit) {
        (Some(minutes), limit) => {
            let budget = Budget { minutes: minutes - criteria.reserve, limit };
            let is_kept = budget::fit(&matching, budget, &must_ask.ids());
            let is_kept = is_kept.map_err(|_| SelectError::TooManyWays)?;
            if !is_kept.contains(&true) {
                return Err(no_time(&matching, minutes, criteria.reserve));
            }
            is_kept
        }
        (None, Some(limit)) => budget::cut(&matching, limit, &must_ask.ids()),
        (None, None) => vec![true; matching.len()],
    };
    let kept = matching.iter().zip(is_kept).filter(|(_, is_kept)| *is_kept);
    let kept: Vec<&Question> = kept.map(|(question, _)| *question).collect();
    let choice =
        Choice { bank, matching: &matching, must_ask: &must_ask, criteria, is_panel: false };
    let unmet = unmet(&choice, &kept);
    Selection::new(&choice, kept, unmet).ok_or_else(|| SelectError::NoMatch(facets.no_match()))
}

/// What the only interviewer could not meet, and why.
fn unmet(choice: &Choice<'_, '_>, kept: &[&Question]) -> Vec<UnmetGoal> {
    let missed = missed(choice, kept);
    if missed.is_empty() {
        return Vec::new();
    }
    let Criteria { minutes, reserve, limit, .. } = choice.criteria;
    let clock = minutes.map_or(Minutes(u32::MAX), |minutes| minutes - *reserve);
    let must = choice.must_ask.ids();
    let slots = [InterviewerSlot::default()];
    let rules = Rules::new(choice.bank, choice.matching, &slots, clock, *limit, &must);
    let musts = kept.iter().filter(|question| must.contains(&question.id)).count();
    let base = PanelBase { rules: &rules, musts, common: Vec::new() };
    let asked: BTreeSet<&Id> = kept.iter().map(|question| &question.id).collect();
    let asks = |question: &&Question| asked.contains(&question.id).then_some(0);
    let holder: Vec<Option<usize>> = choice.matching.iter().map(asks).collect();
    let inquiry = Inquiry::new(choice.bank, &base, &holder, 0);
    // The best set that fits has the most competencies; without a clock, the first questions are kept.
    let otherwise = if minutes.is_some() { Why::Competencies } else { Why::Order };
    let why = |aim: &Aim| match aim {
        Aim::MustAsk(id) => inquiry.must_ask(id),
        Aim::Competency(id) | Aim::SecondPerson(id) => {
            inquiry.alone(Topic::Competency(id), otherwise)
        }
        Aim::PastBehavior | Aim::Shared { .. } => inquiry.alone(Topic::PastBehavior, otherwise),
    };
    missed.into_iter().map(|aim| UnmetGoal { why: why(&aim), aim }).collect()
}
