//! Sharing questions out, and what could not be met, beside a search through every way to do it.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::support::{only, themes};
use interview_kit::bank::{Bank, Id, Kind, Question};
use interview_kit::base::unit::Minutes;
use interview_kit::cli::report::{Naming, remedies, unmet_goal, unmet_sentence, unmet_warnings};
use interview_kit::packet::UnmetView;
use interview_kit::select::{
    Aim, COMPETENCY, Criteria, EXCLUDE, Filters, InterviewerSlot, Panel, QUESTION, ROLE,
    SelectError, THEME, UnmetGoal, Why, assign_panel, select,
};
use proptest::prelude::*;
use proptest::sample::subsequence;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};

const COMPETENCIES: usize = 4;

/// A question: theme, minutes, competencies (a bit each), weight.
type Little = (usize, u32, u8, u32);

/// What is asked of a bank of little questions.
#[derive(Clone, Debug)]
struct Task {
    questions: Vec<Little>,
    /// A bit for each question that must be asked, that is about past behavior, that is left out.
    musts: u64,
    past: u8,
    excluded: u8,
    /// Asked for by name.
    competencies: Vec<usize>,
    interviewers: Vec<Vec<Id>>,
    minutes: Option<u32>,
    limit: Option<usize>,
    shared: usize,
}

impl Task {
    fn bank(&self) -> Bank {
        let mut text = "id: t\ntitle: T\nlevels: [{id: l, title: L}]\n\
            scale: [{score: 1, label: a}, {score: 2, label: b}, {score: 3, label: c}]\ncompetencies:\n"
            .to_owned();
        for index in 0..COMPETENCIES {
            writeln!(text, "  - {{id: c{index}, title: Competency {index}}}").unwrap();
        }
        let musts = (0..self.questions.len()).filter(|index| self.musts >> index & 1 == 1);
        let musts: Vec<String> = musts.map(|index| format!("q{index}")).collect();
        let musts = musts.join(", ");
        writeln!(text, "roles: [{{id: r, title: R, level: l, must_ask: [{musts}]}}]\nquestions:")
            .unwrap();
        for (index, (theme, minutes, covers, weight)) in self.questions.iter().enumerate() {
            let theme = &themes()[*theme];
            let covers = (0..COMPETENCIES).filter(|bit| covers >> bit & 1 == 1);
            let covers: Vec<String> = covers.map(|bit| format!("c{bit}")).collect();
            let covers = covers.join(", ");
            let kind =
                if index < 8 && self.past >> index & 1 == 1 { "behavioral" } else { "opinion" };
            writeln!(
                text,
                "  - {{id: q{index}, number: {}, ask: Ask {index}, theme: {theme}, levels: [l], competencies: [{covers}], \
                 kind: {kind}, minutes: {minutes}, weight: {weight}, rubric: [a, b]}}",
                index + 1
            )
            .unwrap();
        }
        let (sources, id) = crate::support::sources(&text, "little.yaml");
        match interview_kit::bank::load(&sources, &[id]) {
            Ok(bank) => bank.value,
            Err(rejected) => panic!("{}", crate::support::lines(&sources, rejected.diagnostics())),
        }
    }

    fn criteria(&self) -> Criteria {
        let excluded =
            (0..self.questions.len()).filter(|&index| index < 8 && self.excluded >> index & 1 == 1);
        Criteria {
            filters: only(&ROLE, &["r"])
                .with(
                    &COMPETENCY,
                    self.competencies.iter().map(|it| id(&format!("c{it}"))).collect(),
                )
                .with(&EXCLUDE, excluded.map(|index| id(&format!("q{index}"))).collect()),
            minutes: self.minutes.map(Minutes),
            limit: self.limit,
            ..Criteria::default()
        }
    }

    fn interviewers(&self) -> Vec<InterviewerSlot> {
        let interviewer = |(index, themes): (usize, &Vec<Id>)| InterviewerSlot {
            name: Some(index.to_string()),
            themes: themes.clone(),
        };
        self.interviewers.iter().enumerate().map(interviewer).collect()
    }
}

fn id(text: &str) -> Id {
    text.parse().unwrap()
}

/// One way to share questions out, by what it comes to; sets are bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Way {
    asked: u8,
    common: u8,
    musts: u32,
    /// Seats with something to ask.
    busy: u8,
    /// Competencies that somebody asks about, and that two ask about.
    once: u8,
    twice: u8,
    past: bool,
}

/// Whether a way keeps to something.
type Keeps<'k> = &'k dyn Fn(&Way) -> bool;

/// All that a search needs to know of a task.
struct Search<'a> {
    bank: &'a Bank,
    questions: Vec<&'a Question>,
    is_must: Vec<bool>,
    covers: Vec<u8>,
    interviewers: Vec<Vec<Id>>,
    clock: u32,
    limit: usize,
    shared: usize,
}

impl<'a> Search<'a> {
    fn new(task: &Task, bank: &'a Bank, interviewers: &[InterviewerSlot], shared: usize) -> Self {
        let criteria = task.criteria();
        let matches = |it: &&Question| {
            let by_competency = |id: &Id| it.competencies.contains(id);
            !criteria.filters.of(&EXCLUDE).contains(&it.id)
                && (criteria.filters.of(&COMPETENCY).is_empty()
                    || criteria.filters.of(&COMPETENCY).iter().any(by_competency))
        };
        let questions: Vec<&Question> = bank.questions.iter().filter(matches).collect();
        let covers = |question: &&Question| {
            let bits = question.competencies.iter().map(|id| 1 << competency(id));
            bits.sum::<u8>()
        };
        Self {
            bank,
            is_must: questions.iter().map(|it| bank.roles[0].must_ask.contains(&it.id)).collect(),
            covers: questions.iter().map(covers).collect(),
            questions,
            interviewers: interviewers
                .iter()
                .map(|interviewer| interviewer.themes.clone())
                .collect(),
            clock: criteria.minutes.map_or(u32::MAX, |minutes| minutes.0),
            limit: criteria.limit.unwrap_or(usize::MAX),
            shared,
        }
    }

    fn may_ask(&self, interviewer: usize, question: usize) -> bool {
        let themes = &self.interviewers[interviewer];
        themes.is_empty() || themes.contains(&self.questions[question].theme)
    }

    /// Every way that keeps to clock, themes and limit, asks nothing twice, and has no more for everybody than was wanted.
    fn ways(&self) -> Vec<Way> {
        let mut ways = Vec::new();
        self.go(0, &mut vec![self.clock; self.interviewers.len()], &mut vec![None; 8], &mut ways);
        ways
    }

    fn go(
        &self,
        next: usize,
        left: &mut Vec<u32>,
        held: &mut Vec<Option<usize>>,
        ways: &mut Vec<Way>,
    ) {
        if next == self.questions.len() {
            ways.push(self.way(&held[..next]));
            return;
        }
        held[next] = None;
        self.go(next + 1, left, held, ways);
        let everybody = self.interviewers.len();
        let asked = held[..next].iter().flatten().count();
        if asked >= self.limit {
            return;
        }
        let minutes = self.questions[next].minutes.0;
        for interviewer in 0..=everybody {
            let interviewers =
                if interviewer == everybody { 0..everybody } else { interviewer..interviewer + 1 };
            let is_common = interviewer == everybody;
            let common = held[..next].iter().filter(|it| **it == Some(everybody)).count();
            let may = interviewers.clone().all(|it| left[it] >= minutes && self.may_ask(it, next));
            if !may || (is_common && common >= self.shared) {
                continue;
            }
            interviewers.clone().for_each(|it| left[it] -= minutes);
            held[next] = Some(interviewer);
            self.go(next + 1, left, held, ways);
            interviewers.for_each(|it| left[it] += minutes);
        }
        held[next] = None;
    }

    /// What it comes to when these interviewers, or everybody, hold the questions.
    fn way(&self, held: &[Option<usize>]) -> Way {
        let everybody = self.interviewers.len();
        let mut way = Way::default();
        let mut seen = vec![0_u8; everybody];
        for (question, interviewer) in held.iter().enumerate() {
            let Some(interviewer) = *interviewer else { continue };
            way.asked |= 1 << question;
            way.musts += u32::from(self.is_must[question]);
            way.past |= self.questions[question].kind == Kind::Behavioral;
            let interviewers =
                if interviewer == everybody { 0..everybody } else { interviewer..interviewer + 1 };
            if interviewer == everybody {
                way.common |= 1 << question;
            }
            for interviewer in interviewers {
                way.busy |= 1 << interviewer;
                seen[interviewer] |= self.covers[question];
            }
        }
        for seen in seen {
            way.twice |= way.once & seen;
            way.once |= seen;
        }
        way
    }

    fn place(&self, id: &Id) -> Option<usize> {
        self.questions.iter().position(|it| it.id == *id)
    }

    /// The way that a panel is.
    fn way_of(&self, panel: &Panel<'_>) -> Way {
        let everybody = self.interviewers.len();
        let mut held = vec![None; self.questions.len()];
        for (interviewer, selection) in panel.selections.iter().enumerate() {
            let mut times = BTreeSet::new();
            for question in selection.questions() {
                assert!(times.insert(&question.id), "{} twice in a guide", question.id);
                let place = self.place(&question.id).expect("it matches");
                let is_common = panel.shared.contains(&question.id);
                assert!(is_common || held[place].is_none(), "{} asked twice", question.id);
                held[place] = Some(if is_common { everybody } else { interviewer });
            }
            assert!(panel.shared.iter().all(|id| times.contains(id)), "not asked by {interviewer}");
        }
        self.way(&held)
    }

    /// Whether a way has what is aimed at.
    fn has(&self, aim: &Aim, way: &Way) -> bool {
        match aim {
            Aim::MustAsk(id) => self.place(id).is_some_and(|place| way.asked >> place & 1 == 1),
            Aim::Competency(id) => way.once >> competency(id) & 1 == 1,
            Aim::SecondPerson(id) => way.twice >> competency(id) & 1 == 1,
            Aim::Shared { found, .. } => bits(way.common) > *found,
            Aim::PastBehavior => way.past,
        }
    }

    /// The questions that could bring about what is aimed at.
    fn about(&self, aim: &Aim) -> Vec<usize> {
        let is_about = |place: &usize| is_about(aim, self.questions[*place]);
        (0..self.questions.len()).filter(is_about).collect()
    }

    /// Whether themes alone forbid what is aimed at.
    fn is_forbidden(&self, aim: &Aim) -> bool {
        let about = self.about(aim);
        let interviewers = || 0..self.interviewers.len();
        let by_all =
            |place: &&usize| interviewers().all(|interviewer| self.may_ask(interviewer, **place));
        match aim {
            Aim::Shared { found, .. } => about.iter().filter(by_all).count() <= *found,
            Aim::SecondPerson(_) => {
                let can = |a, b| {
                    let pair = |first: &usize, second: &usize| {
                        first != second && self.may_ask(a, *first) && self.may_ask(b, *second)
                    };
                    a != b && about.iter().any(|first| about.iter().any(|it| pair(first, it)))
                };
                let by_two = interviewers().any(|a| interviewers().any(|b| can(a, b)));
                !by_two && (self.shared == 0 || !about.iter().any(|it| by_all(&it)))
            }
            _ => !about
                .iter()
                .any(|it| interviewers().any(|interviewer| self.may_ask(interviewer, *it))),
        }
    }

    /// Why a way lacks what is aimed at, out of all ways.
    fn why(&self, aim: &Aim, ways: &[Way], actual: &Way, last: Why) -> Why {
        let few = match aim {
            Aim::SecondPerson(_) => 1,
            Aim::Shared { found, .. } => *found,
            _ => 0,
        };
        if self.bank.questions.iter().filter(|it| is_about(aim, it)).count() <= few {
            return Why::Bank;
        }
        if self.about(aim).len() <= few {
            return Why::Filters;
        }
        if self.is_forbidden(aim) {
            return Why::Themes;
        }
        let with: Vec<Way> = ways.iter().filter(|way| self.has(aim, way)).copied().collect();
        if with.is_empty() {
            let unlimited = Self { limit: usize::MAX, ..self.clone() };
            let is_possible = unlimited.ways().iter().any(|way| self.has(aim, way));
            return if is_possible { Why::Limit } else { Why::Time };
        }
        let everybody = (1_u8 << self.interviewers.len()) - 1;
        let musts = self.is_must.iter().enumerate().filter(|(_, is_must)| **is_must);
        let musts: u8 = musts.map(|(place, _)| 1 << place).sum();
        let rungs: [(Why, Keeps<'_>); 5] = [
            (Why::MustAsks, &|way| match aim {
                // In place of another one, not of any number of them.
                Aim::MustAsk(_) => way.asked & musts & actual.asked == musts & actual.asked,
                _ => way.musts >= actual.musts,
            }),
            (Why::Shared, &|way| way.common == actual.common),
            (Why::Everybody, &|way| way.busy == everybody),
            (Why::Competencies, &|way| way.once & actual.once == actual.once),
            (Why::SecondPeople, &|way| way.twice & actual.twice == actual.twice),
        ];
        let mut left = with;
        for (why, keeps) in rungs {
            left.retain(keeps);
            if left.is_empty() {
                // Without a clock, a single selection is cut to a limit by the bank's order alone.
                let is_cut = last == Why::Order && why >= Why::Competencies;
                return if is_cut { last } else { why };
            }
        }
        last
    }

    /// What a way lacks.
    fn lacks(&self, task: &Task, bank: &Bank, way: &Way) -> Vec<Aim> {
        let named = |it: &usize| task.competencies.contains(it);
        let wanted =
            |it: &usize| named(it) || self.covers.iter().any(|covers| covers >> it & 1 == 1);
        let mut aims: Vec<Aim> = bank.roles[0].must_ask.iter().cloned().map(Aim::MustAsk).collect();
        let competencies = (0..COMPETENCIES).filter(wanted).map(|it| id(&format!("c{it}")));
        aims.extend(competencies.map(Aim::Competency));
        aims.push(Aim::PastBehavior);
        aims.retain(|aim| !self.has(aim, way));
        let found = bits(way.common);
        if found < self.shared {
            aims.push(Aim::Shared { asked: self.shared, found });
        }
        if self.interviewers.len() > 1 {
            let once = (0..COMPETENCIES).filter(|it| (way.once & !way.twice) >> it & 1 == 1);
            aims.extend(once.map(|it| Aim::SecondPerson(id(&format!("c{it}")))));
        }
        aims
    }
}

impl Clone for Search<'_> {
    fn clone(&self) -> Self {
        Self {
            questions: self.questions.clone(),
            is_must: self.is_must.clone(),
            covers: self.covers.clone(),
            interviewers: self.interviewers.clone(),
            ..*self
        }
    }
}

/// Whether a question could bring about what is aimed at.
fn is_about(aim: &Aim, question: &Question) -> bool {
    match aim {
        Aim::MustAsk(id) => question.id == *id,
        Aim::Competency(id) | Aim::SecondPerson(id) => question.competencies.contains(id),
        Aim::Shared { .. } => true,
        Aim::PastBehavior => question.kind == Kind::Behavioral,
    }
}

fn competency(id: &Id) -> usize {
    id.as_str()[1..].parse().unwrap()
}

fn bits(set: u8) -> usize {
    usize::try_from(set.count_ones()).unwrap()
}

fn any_task() -> impl Strategy<Value = Task> {
    let question = (0..3_usize, 1..10_u32, 1..16_u8, 1..4_u32);
    let interviewers = proptest::collection::vec(subsequence(themes(), 0..=2), 1..=3);
    (
        proptest::collection::vec(question, 1..=7),
        (any::<u8>(), any::<u8>(), any::<bool>()),
        (any::<u8>(), any::<u8>(), any::<u8>()),
        (
            prop_oneof![6 => Just(Vec::new()), 1 => subsequence(vec![0, 1, 2, 3], 1..=2)],
            any::<bool>(),
        ),
        interviewers,
        proptest::option::weighted(0.9, 2..24_u32),
        proptest::option::weighted(0.3, 1..6_usize),
        0..=2_usize,
    )
        .prop_map(
            |(
                questions,
                (must, must_too, is_few),
                (past, past_too, out),
                (competencies, is_any),
                interviewers,
                minutes,
                limit,
                shared,
            )| {
                Task {
                    questions,
                    musts: u64::from(if is_few { must & must_too } else { must }),
                    past: past & past_too,
                    excluded: if out < 64 { out & 0b1001 } else { 0 },
                    competencies,
                    interviewers: if is_any {
                        vec![Vec::new(); interviewers.len()]
                    } else {
                        interviewers
                    },
                    minutes,
                    limit,
                    shared,
                }
            },
        )
}

/// Proves what is said to be unmet, and why: it comes back as names of both.
fn check_unmet(
    search: &Search<'_>,
    task: &Task,
    bank: &Bank,
    ways: &[Way],
    way: &Way,
    unmet: &[UnmetGoal],
    last: Why,
) -> Vec<String> {
    let order = |aims: &[Aim]| {
        let mut aims: Vec<String> = aims.iter().map(|aim| format!("{aim:?}")).collect();
        aims.sort();
        aims
    };
    let told: Vec<Aim> = unmet.iter().map(|it| it.aim.clone()).collect();
    assert_eq!(order(&told), order(&search.lacks(task, bank, way)));
    for UnmetGoal { aim, why } in unmet {
        assert_eq!(*why, search.why(aim, ways, way, last), "{aim:?}");
    }
    unmet.iter().map(|it| format!("{}: {}", it.aim.code(), it.why.code())).collect()
}

fn check_panel(task: &Task) -> Vec<String> {
    let bank = task.bank();
    let interviewers = task.interviewers();
    // What a single interviewer asks is common to nobody.
    let shared = if interviewers.len() == 1 { 0 } else { task.shared };
    let search = Search::new(task, &bank, &interviewers, shared);
    let result = assign_panel(&bank, &task.criteria(), &interviewers, task.shared);
    let fits = |it: &&Question| it.minutes.0 <= search.clock;
    match &result {
        Err(SelectError::NoMatch(_)) => {
            assert!(search.questions.is_empty());
            return Vec::new();
        }
        Err(SelectError::NoTime { .. }) => {
            assert!(!search.questions.iter().any(fits));
            return vec!["no time".to_owned()];
        }
        _ => {}
    }
    let mut ways = search.ways();
    let all = ways.clone();
    let musts = ways.iter().map(|way| way.musts).max().unwrap();
    ways.retain(|way| way.musts == musts);
    let common = ways.iter().map(|way| bits(way.common)).max().unwrap();
    ways.retain(|way| bits(way.common) == common);
    let serves = |count: usize| {
        let first = (1_u8 << count) - 1;
        ways.iter().any(|way| way.busy & first == first)
    };
    let panel = match result {
        Ok(panel) => panel,
        Err(SelectError::TooFewQuestions { questions, .. }) => {
            assert!(questions < interviewers.len() && shared == 0);
            assert!(!serves(interviewers.len()), "somebody could ask something");
            return vec!["nothing for somebody".to_owned()];
        }
        Err(SelectError::NothingFor(left)) => {
            let place: usize = left.interviewer.name.unwrap().parse().unwrap();
            assert!(serves(place) && !serves(place + 1), "somebody could ask something");
            return vec!["nothing for somebody".to_owned()];
        }
        Err(refused) => panic!("{refused:?}"),
    };
    let way = search.way_of(&panel);
    assert!(all.contains(&way), "it breaks a rule");
    assert_eq!(way.musts, musts, "a must-ask is lost");
    assert_eq!(bits(way.common), common, "too few are shared");
    assert!(serves(interviewers.len()) && bits(way.busy) == interviewers.len());
    check_unmet(&search, task, &bank, &all, &way, &panel.unmet, Why::Unproven)
}

fn check_alone(task: &Task) -> Vec<String> {
    let bank = task.bank();
    let interviewers = [InterviewerSlot::default()];
    let search = Search::new(task, &bank, &interviewers, 0);
    let selection = match select(&bank, &task.criteria()) {
        Ok(selection) => selection,
        Err(SelectError::NoMatch(_)) => {
            assert!(search.questions.is_empty());
            return Vec::new();
        }
        Err(SelectError::NoTime { .. }) => {
            assert!(search.questions.iter().all(|it| it.minutes.0 > search.clock));
            return vec!["no time".to_owned()];
        }
        Err(refused) => panic!("{refused:?}"),
    };
    let ways = search.ways();
    let is_asked = |it: &&Question| selection.questions().iter().any(|asked| asked.id == it.id);
    let held: Vec<Option<usize>> =
        search.questions.iter().map(|it| is_asked(it).then_some(0)).collect();
    let way = search.way(&held);
    assert!(ways.contains(&way), "it breaks a rule");
    assert_eq!(Some(way.musts), ways.iter().map(|way| way.musts).max(), "a must-ask is lost");
    let last = if task.minutes.is_none() { Why::Order } else { Why::Unproven };
    check_unmet(&search, task, &bank, &ways, &way, selection.unmet(), last)
}

/// Puts many tasks to a check, and says which reasons came up.
fn check_many(check: impl Fn(&Task) -> Vec<String>) -> String {
    let config =
        ProptestConfig { failure_persistence: None, cases: 3000, ..ProptestConfig::default() };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(config, rng);
    let reasons = RefCell::new(BTreeSet::new());
    let checked = runner.run(&any_task(), |task| {
        reasons.borrow_mut().extend(check(&task));
        Ok(())
    });
    checked.unwrap_or_else(|failed| panic!("{failed}"));
    reasons.into_inner().into_iter().collect::<Vec<_>>().join("\n")
}

/// The reasons that there can be for anything.
const ALWAYS: [Why; 5] = [Why::Bank, Why::Filters, Why::Themes, Why::Time, Why::MustAsks];
/// The reasons that there can be for a topic besides.
const OF_TOPICS: [Why; 6] =
    [Why::Shared, Why::Everybody, Why::Competencies, Why::SecondPeople, Why::Order, Why::Unproven];

#[test]
fn every_reason_is_a_sentence_with_titles_and_a_remedy() {
    let bank = crate::support::built_in();
    let filters =
        Filters::default().with(&THEME, vec![id("people")]).with(&QUESTION, vec![id("intake")]);
    let (minutes, limit) = (Some(Minutes(30)), Some(2));
    let timed = Criteria { filters, minutes, ..Criteria::default() };
    let limited = Criteria { minutes: None, limit, ..timed.clone() };
    let both = Criteria { limit, ..timed.clone() };
    let mut all = String::new();
    for (aim, more) in [
        (Aim::MustAsk(id("intake")), &[][..]),
        (Aim::Competency(id("credibility")), &OF_TOPICS[..]),
        (Aim::SecondPerson(id("credibility")), &OF_TOPICS[..]),
        (Aim::PastBehavior, &OF_TOPICS[..]),
        (Aim::Shared { asked: 1, found: 0 }, &[Why::Limit][..]),
        (Aim::Shared { asked: 3, found: 2 }, &[Why::Limit][..]),
    ] {
        for why in ALWAYS.iter().chain(more) {
            let unmet = UnmetGoal { aim: aim.clone(), why: *why };
            let told = unmet_goal(&unmet, &bank);
            assert!(!told.ends_with('.') && told.contains(": "), "{told}");
            let goal = [UnmetView::new(&unmet, &bank)];
            let remedy = |criteria| remedies(&goal, criteria, Naming::Options).join("; ");
            all += &format!("{told}\n  {}\n", remedy(&timed));
            all += &format!("  limited: {}\n", remedy(&limited));
            all += &format!("  both: {}\n", remedy(&both));
            // A lock file leaves nothing to change, and says nothing of it.
            assert_eq!(unmet_warnings(&goal, None), format!("warning: {told}"));
        }
    }
    insta::assert_snapshot!(all);
    let lacking = ["credibility", "prioritization", "process-discipline"];
    let unmet = lacking.map(|it| UnmetGoal { aim: Aim::Competency(id(it)), why: Why::Time });
    let goals = UnmetView::all(&unmet, &bank);
    let [goal] = goals.as_slice() else { panic!("{goals:?}") };
    let told = unmet_sentence(goal);
    assert!(told.contains("covers Credibility, Prioritization, or Process discipline: "), "{told}");
}

#[test]
fn a_panel_loses_no_must_ask_and_its_reasons_are_true_beside_every_way_to_share() {
    insta::assert_snapshot!(check_many(check_panel));
}

#[test]
fn the_reasons_of_a_selection_are_true_beside_every_selection() {
    insta::assert_snapshot!(check_many(check_alone));
}

#[test]
fn must_asks_of_which_nobody_can_tell_how_many_fit_are_refused() {
    // Sixty must-asks of all lengths for twenty people: nearly all of their time, in more ways than can be tried.
    let lengths = (0..60_u32).map(|index| 5 + index * 7919 % 9);
    let questions: Vec<Little> = lengths.map(|minutes| (0, minutes, 1, 1)).collect();
    let task = Task {
        questions,
        musts: u64::MAX,
        past: 0,
        excluded: 0,
        competencies: Vec::new(),
        interviewers: vec![Vec::new(); 20],
        minutes: Some(23),
        limit: None,
        shared: 0,
    };
    let bank = task.bank();
    let shared = assign_panel(&bank, &task.criteria(), &task.interviewers(), 0);
    assert!(matches!(shared, Err(SelectError::TooManyMustAsks)), "{shared:?}");
    // With more time, it is plain that all fit.
    let task = Task { minutes: Some(60), ..task };
    let panel = assign_panel(&bank, &task.criteria(), &task.interviewers(), 0).unwrap();
    assert!(panel.unmet.iter().all(|it| !matches!(it.aim, Aim::MustAsk(_))), "{:?}", panel.unmet);
}
