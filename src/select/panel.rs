use std::collections::BTreeSet;

use super::budget::{self, Budget};
use super::facet::Facets;
use super::selection::Choice;
use super::sharing::Sharing;
use super::{Criteria, Reason, Refused, Selection, Unmet, matching, no_time};
use crate::bank::{Bank, Id, Kind, Question, Theme};
use crate::unit::Minutes;

/// Somebody who interviews as one of a panel.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seat {
    /// The name, where it is known.
    pub name: Option<String>,
    /// The themes to keep to; any, if there is none.
    pub themes: Vec<Theme>,
}

impl Seat {
    /// The most that a panel has: no candidate is interviewed by more, and no plan has room for them.
    pub const MOST: usize = 20;
}

/// A selection shared out among the interviewers of a panel: nothing is asked twice, but for what everybody asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Panel<'bank> {
    /// What each interviewer asks, in the order of the seats: first what everybody asks, then their own, each in the bank's
    /// order.
    pub selections: Vec<Selection<'bank>>,
    /// What everybody asks.
    pub shared: Vec<Id>,
    /// What the panel as a whole could not meet.
    pub unmet: Vec<Unmet>,
}

/// Shares the questions that match out among the seats. The clock is that of each interview; `shared` questions are asked by
/// everybody, whatever the themes.
///
/// As far as clock and themes allow, in this order: what must be asked is asked; every competency is covered, and then covered by
/// two people; somebody asks about past behaviour; the most weight is asked; and everybody's minutes are alike.
pub fn share<'b>(
    bank: &'b Bank,
    criteria: &Criteria,
    seats: &[Seat],
    shared: usize,
) -> Result<Panel<'b>, Refused> {
    if seats.len() > Seat::MOST {
        return Err(Refused::TooManySeats(seats.len()));
    }
    let facets = Facets::new(bank, criteria)?;
    let must_ask = facets.must_ask();
    let mut matching = matching(bank, &facets)?;
    if let Some(limit) = criteria.limit {
        let mut is_kept = budget::cut(&matching, limit, &must_ask.ids()).into_iter();
        matching.retain(|_| is_kept.next().unwrap_or_default());
    }
    let clock = criteria.minutes.map_or(Minutes(u32::MAX), |minutes| minutes - criteria.reserve);
    if !matching.iter().any(|question| question.minutes <= clock) {
        return Err(no_time(&matching, criteria));
    }
    let must = must_ask.ids();
    let anchors = anchors(&matching, shared, clock, &must);
    let is_anchor = |question: &Question| anchors.contains(&question.id);
    let (common, own): (Vec<&Question>, Vec<&Question>) =
        matching.iter().partition(|question| is_anchor(question));
    let left = clock - common.iter().map(|question| question.minutes).sum();
    let budget = Budget { minutes: left, limit: None };
    let sharing = Sharing::new(&common, &own, seats, budget, &must);
    let parts = sharing.share().map_err(|_| Refused::TooManyWays)?;
    let choice = Choice { bank, matching: &matching, must_ask: &must_ask };
    let mut selections = Vec::with_capacity(seats.len());
    for (seat, part) in seats.iter().zip(&parts) {
        let questions = common.iter().chain(part).copied().collect();
        let selection = Selection::part(&choice, questions);
        let selection = selection.ok_or_else(|| Refused::NothingFor(seat.clone()))?;
        selections.push(selection.because(&Reason::Shared, is_anchor));
    }
    let asked: Vec<&Question> = common.iter().chain(parts.iter().flatten()).copied().collect();
    let mut unmet = Selection::new(&choice, asked).map_or(Vec::new(), |it| it.unmet().to_vec());
    unmet.extend(seen_by_one(bank, &matching, &selections));
    if common.len() < shared {
        unmet.push(Unmet::Shared { asked: shared, found: common.len() });
    }
    let shared = common.iter().map(|question| question.id.clone()).collect();
    Ok(Panel { selections, shared, unmet })
}

/// What everybody asks: what must be asked before what may, what shows most competencies that are not shown yet, past behaviour
/// before opinions, weight, and the bank's order.
fn anchors(
    matching: &[&Question],
    count: usize,
    clock: Minutes,
    must_ask: &BTreeSet<&Id>,
) -> BTreeSet<Id> {
    let mut anchors: BTreeSet<Id> = BTreeSet::new();
    let mut covered: BTreeSet<&Id> = BTreeSet::new();
    let mut left = clock;
    while anchors.len() < count {
        let open = matching.iter().enumerate();
        let open = open.filter(|(_, it)| !anchors.contains(&it.id) && it.minutes <= left);
        let best = open.max_by_key(|(index, question)| {
            let new = question.competencies.iter().filter(|id| !covered.contains(id)).count();
            let is_past = question.kind == Kind::Behavioral;
            let is_must = must_ask.contains(&question.id);
            (is_must, is_past, new, question.weight, std::cmp::Reverse(*index))
        });
        let Some((_, question)) = best else { break };
        left = left - question.minutes;
        covered.extend(&question.competencies);
        anchors.insert(question.id.clone());
    }
    anchors
}

/// Competencies of which two people could have asked, and only one does.
fn seen_by_one(bank: &Bank, matching: &[&Question], selections: &[Selection<'_>]) -> Vec<Unmet> {
    if selections.len() < 2 {
        return Vec::new();
    }
    let covers = |question: &Question, id: &Id| question.competencies.contains(id);
    let people = |id: &Id| {
        let asks = |it: &&Selection<'_>| it.questions().iter().any(|it| covers(it, id));
        selections.iter().filter(asks).count()
    };
    let is_wanted = |id: &Id| matching.iter().any(|question| covers(question, id));
    let ids = bank.competencies.iter().map(|competency| &competency.id);
    let lonely = ids.filter(|id| is_wanted(id) && people(id) == 1);
    lonely.cloned().map(Unmet::SeenByOne).collect()
}
