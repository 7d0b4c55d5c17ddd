use std::collections::{BTreeMap, BTreeSet};

use super::budget::TooManyWays;
use super::packing::Effort;
use super::panel_base::PanelBase;
use super::reason::Why;
use super::rules::{Plan, Rules, Wanted};
use crate::bank::{Bank, Id, Kind, Question};

/// Finds out why a panel lacks something. Each reason is proved, or is marked as unproven.
pub(super) struct Inquiry<'a, 'b> {
    bank: &'a Bank,
    base: &'a PanelBase<'a, 'b>,
    /// Who asks each question that not every interviewer asks.
    holder: &'a [Option<usize>],
    /// How many questions every interviewer was to ask.
    shared: usize,
    effort: Effort,
}

/// What came of an inquiry.
pub(super) enum Verdict {
    /// Why it cannot be had, or at what price only.
    Because(Why),
    /// It can be had, and nothing that comes before it is lost.
    Better(Plan),
}

/// Something that a panel should ask about.
#[derive(Clone, Copy, Debug)]
pub(super) enum Topic<'t> {
    /// Something to give evidence of.
    Competency(&'t Id),
    /// What the candidate has done.
    PastBehavior,
}

impl Topic<'_> {
    fn is_of(self, question: &Question) -> bool {
        match self {
            Topic::Competency(id) => question.competencies.contains(id),
            Topic::PastBehavior => question.kind == Kind::Behavioral,
        }
    }
}

/// A topic, and how many interviewers ask about it.
#[derive(Clone, Debug)]
struct Demand {
    /// The questions that do.
    questions: Vec<usize>,
    people: usize,
}

/// The rungs that something has to get over, one after the other.
const RUNGS: [Why; 4] = [Why::Time, Why::MustAsks, Why::Shared, Why::Everybody];

impl<'a, 'b> Inquiry<'a, 'b> {
    pub(super) fn new(
        bank: &'a Bank,
        base: &'a PanelBase<'a, 'b>,
        holder: &'a [Option<usize>],
        shared: usize,
    ) -> Self {
        // A few hundredths of a second: what cannot be proved in that time is marked as unproven.
        let effort = Effort::new(4_000_000 / (100 + holder.len()));
        Self { bank, base, holder, shared, effort }
    }

    /// Why a must-ask is not asked.
    pub(super) fn must_ask(&self, id: &Id) -> Why {
        let mut questions = self.rules().questions().iter();
        let Some(question) = questions.position(|question| question.id == *id) else {
            return Why::Filters;
        };
        if !self.rules().may_be_asked(question) {
            return Why::Themes;
        }
        let alone = Wanted { asked: vec![question], ..Wanted::default() };
        match self.rules().plan(&alone, &self.effort) {
            // There are never more must-asks than are asked: so another would have to go.
            Ok(Some(_)) => Why::MustAsks,
            Ok(None) => Why::Time,
            Err(TooManyWays) => Why::Unproven,
        }
    }

    /// Why every interviewer asks fewer of the same questions than they should.
    pub(super) fn common(&self) -> Why {
        let (rules, found) = (self.rules(), self.base.common.len());
        let all = rules.questions().len();
        let open = (0..all).filter(|&it| rules.may_be_shared(it)).count();
        if open <= found {
            return match all {
                all if open < all => Why::Themes,
                all if all < self.bank.questions.len() => Why::Filters,
                _ => Why::Bank,
            };
        }
        let more = Wanted { shared: found + 1, ..Wanted::default() };
        self.climb(|rung| (rung == Why::Time).then(|| vec![more.clone()])).unwrap_or(Why::MustAsks)
    }

    /// Why the only interviewer does not ask about something, where the questions are the best that there are.
    pub(super) fn alone(&self, topic: Topic<'_>, otherwise: Why) -> Why {
        match self.first_rung(topic) {
            Ok(_) => otherwise,
            Err(why) => why,
        }
    }

    /// Why no interviewer asks about something.
    pub(super) fn topic(&self, topic: Topic<'_>) -> Verdict {
        let questions = match self.first_rung(topic) {
            Ok(questions) => questions,
            Err(why) => return Verdict::Because(why),
        };
        let own = Demand { questions, people: 1 };
        let (once, twice) = (self.covered(1), self.covered(2));
        match topic {
            Topic::Competency(_) => self.reach(&own, [(Why::Competencies, once)]),
            Topic::PastBehavior => {
                self.reach(&own, [(Why::Competencies, once), (Why::SecondPeople, twice)])
            }
        }
    }

    /// Why only one interviewer asks about something.
    pub(super) fn second(&self, topic: Topic<'_>) -> Verdict {
        let rules = self.rules();
        let questions = self.about(topic);
        if questions.len() < 2 {
            return Verdict::Because(self.too_few(topic, 2));
        }
        let kinds = self.some_of_each_kind(&questions, 2);
        let pairs = self.pairs(&kinds);
        let common = kinds.iter().filter(|&&it| self.shared > 0 && rules.may_be_shared(it));
        let common: Vec<Wanted> =
            common.map(|&it| Wanted { common: vec![it], shared: 1, ..Wanted::default() }).collect();
        if pairs.is_empty() && common.is_empty() {
            return Verdict::Because(Why::Themes);
        }
        let why = self.climb(|rung| {
            let common = if rung == Why::Time || rung == Why::MustAsks { &common[..] } else { &[] };
            Some(common.iter().chain(&pairs).cloned().collect())
        });
        if let Some(why) = why {
            return Verdict::Because(why);
        }
        let own = Demand { questions, people: 2 };
        let (once, twice) = (self.covered(1), self.covered(2));
        self.reach(&own, [(Why::Competencies, once), (Why::SecondPeople, twice)])
    }

    /// The questions about something of which one fits the base, or why none does.
    fn first_rung(&self, topic: Topic<'_>) -> Result<Vec<usize>, Why> {
        let questions = self.about(topic);
        let askable = questions.iter().copied().filter(|&it| self.rules().may_be_asked(it));
        let askable: Vec<usize> = askable.collect();
        if askable.is_empty() {
            let why = if questions.is_empty() { self.too_few(topic, 1) } else { Why::Themes };
            return Err(why);
        }
        let ways: Vec<Wanted> = self
            .some_of_each_kind(&askable, 1)
            .into_iter()
            .map(|it| Wanted { asked: vec![it], ..Wanted::default() })
            .collect();
        self.climb(|_| Some(ways.clone())).map_or(Ok(askable), Err)
    }

    fn rules(&self) -> &'a Rules<'a, 'b> {
        self.base.rules
    }

    /// The questions about something.
    fn about(&self, topic: Topic<'_>) -> Vec<usize> {
        let questions = self.rules().questions().iter().enumerate();
        questions.filter(|(_, question)| topic.is_of(question)).map(|(index, _)| index).collect()
    }

    /// Why fewer questions about something match than are needed.
    fn too_few(&self, topic: Topic<'_>, needed: usize) -> Why {
        let all = self.bank.questions.iter().filter(|question| topic.is_of(question)).count();
        if all < needed { Why::Bank } else { Why::Filters }
    }

    /// Of questions that are as long as each other, of one theme, and both must-asks or both not, no more than so many: the
    /// others can be asked where these can.
    fn some_of_each_kind(&self, questions: &[usize], most: usize) -> Vec<usize> {
        let mut kinds: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for &it in questions {
            let question = self.rules().questions()[it];
            let kind = (question.minutes, &question.theme, self.rules().is_must(it));
            kinds.entry(kind).or_default().push(it);
        }
        kinds.into_values().flat_map(|kind| kind.into_iter().take(most)).collect()
    }

    /// All ways in which two interviewers can ask two of these questions, but for ways that are alike.
    fn pairs(&self, questions: &[usize]) -> Vec<Wanted> {
        let (rules, mut pairs) = (self.rules(), Vec::new());
        let mut known = BTreeSet::new();
        let slots = rules.slots();
        for (a, b) in (0..slots.len()).flat_map(|a| (0..slots.len()).map(move |b| (a, b))) {
            if a == b || !known.insert((slots[a], slots[b])) {
                continue;
            }
            for &first in questions.iter().filter(|&&it| rules.may_ask(a, it)) {
                for &second in questions.iter().filter(|&&it| it != first && rules.may_ask(b, it)) {
                    let placed = vec![(first, a), (second, b)];
                    pairs.push(Wanted { placed, ..Wanted::default() });
                }
            }
        }
        pairs
    }

    /// The first rung that none of the ways gets over. A rung for which no ways are given is not tried, nor any after it.
    fn climb(&self, ways: impl Fn(Why) -> Option<Vec<Wanted>>) -> Option<Why> {
        for rung in RUNGS {
            let ways = ways(rung)?;
            match self.is_possible(self.rules(), rung, &ways) {
                Ok(true) => {}
                Ok(false) if rung == Why::Time => {
                    let unlimited = self.rules().unlimited();
                    return Some(match self.is_possible(&unlimited, rung, &ways) {
                        Ok(true) => Why::Limit,
                        Ok(false) => Why::Time,
                        Err(TooManyWays) => Why::Unproven,
                    });
                }
                Ok(false) => return Some(rung),
                Err(TooManyWays) => return Some(Why::Unproven),
            }
        }
        None
    }

    fn is_possible(
        &self,
        rules: &Rules<'_, '_>,
        rung: Why,
        ways: &[Wanted],
    ) -> Result<bool, TooManyWays> {
        for way in ways {
            let base = self.base.wanted();
            let wanted = match rung {
                Why::Time => way.clone(),
                Why::MustAsks => Wanted { musts: base.musts, ..way.clone() },
                Why::Shared => Wanted { served: 0, ..with(way, base) },
                _ => with(way, base),
            };
            if rules.plan(&wanted, &self.effort)?.is_some() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The competencies that so many interviewers ask about at least, besides those of what every interviewer asks.
    fn covered(&self, people: usize) -> Vec<Demand> {
        let questions = self.rules().questions();
        let mut askers: BTreeMap<&Id, BTreeSet<usize>> = BTreeMap::new();
        for (question, holder) in questions.iter().zip(self.holder) {
            for (id, slot) in question.competencies.iter().zip(std::iter::repeat(holder)) {
                askers.entry(id).or_default().extend(slot);
            }
        }
        let common = self.base.common.iter().flat_map(|&it| &questions[it].competencies);
        let common: BTreeSet<&Id> = common.collect();
        let is_covered =
            |(id, slots): &(&Id, BTreeSet<usize>)| slots.len() >= people && !common.contains(*id);
        let covered = askers.into_iter().filter(is_covered);
        let demand = |id| Demand { questions: self.about(Topic::Competency(id)), people };
        covered.map(|(id, _)| demand(id)).collect()
    }

    /// A plan that meets a demand and loses nothing of what comes before it, or what it would cost.
    fn reach<const N: usize>(&self, own: &Demand, before: [(Why, Vec<Demand>); N]) -> Verdict {
        let mut demands = vec![own.clone()];
        let mut better = None;
        for (why, kept) in before {
            demands.extend(kept);
            match self.search(&demands) {
                Ok(Some(plan)) => better = Some(plan),
                Ok(None) => return Verdict::Because(why),
                Err(TooManyWays) => return Verdict::Because(Why::Unproven),
            }
        }
        better.map_or(Verdict::Because(Why::Unproven), Verdict::Better)
    }

    /// A plan that meets all demands within the base, or the proof that there is none.
    fn search(&self, demands: &[Demand]) -> Result<Option<Plan>, TooManyWays> {
        self.meet(demands, &mut Vec::new(), &mut BTreeSet::new())
    }

    fn meet(
        &self,
        demands: &[Demand],
        placed: &mut Vec<(usize, usize)>,
        known: &mut BTreeSet<Vec<(usize, usize)>>,
    ) -> Result<Option<Plan>, TooManyWays> {
        self.effort.step()?;
        let mut state = placed.clone();
        state.sort_unstable();
        if !known.insert(state) {
            return Ok(None);
        }
        let wanted = Wanted { placed: placed.clone(), ..self.base.wanted() };
        let Some(plan) = self.rules().plan(&wanted, &self.effort)? else { return Ok(None) };
        let people = |demand: &Demand| {
            let asks = placed.iter().filter(|(it, _)| demand.questions.contains(it));
            asks.map(|(_, slot)| *slot).collect::<BTreeSet<usize>>()
        };
        let is_open = |demand: &&Demand| people(demand).len() < demand.people;
        let open = demands.iter().filter(is_open);
        let Some(demand) = open.min_by_key(|demand| demand.questions.len()) else {
            return Ok(Some(plan));
        };
        let taken = people(demand);
        for &question in &demand.questions {
            let is_used = placed.iter().any(|(it, _)| *it == question);
            if is_used || self.base.common.contains(&question) {
                continue;
            }
            let mut untouched = BTreeSet::new();
            for slot in 0..self.rules().slots().len() {
                let is_touched = placed.iter().any(|(_, it)| *it == slot);
                // Interviewers who have the same themes and nothing yet are alike.
                let is_alike = !is_touched && !untouched.insert(self.rules().slots()[slot]);
                if taken.contains(&slot) || is_alike || !self.rules().may_ask(slot, question) {
                    continue;
                }
                placed.push((question, slot));
                if let Some(plan) = self.meet(demands, placed, known)? {
                    return Ok(Some(plan));
                }
                placed.pop();
            }
        }
        Ok(None)
    }
}

/// A way that fills the base as well.
fn with(way: &Wanted, base: Wanted) -> Wanted {
    Wanted { asked: way.asked.clone(), placed: way.placed.clone(), ..base }
}
