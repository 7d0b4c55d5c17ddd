//! Selecting: facets, clock and limit, alone and together.

use std::collections::BTreeSet;

use interview_kit::bank::{Bank, Id, Kind, Question};
use interview_kit::base::unit::Minutes;
use interview_kit::select::{
    Aim, AskOrder, COMPETENCY, Criteria, EXCLUDE, Facet, Filters, InterviewerSlot, KIND, LEVEL,
    Panel, QUESTION, ROLE, SelectError, Selection, THEME, THEME_ANY, UnmetGoal, Why, assign_panel,
    select,
};
use proptest::prelude::*;
use proptest::sample::subsequence;

use crate::support::{built_in, only, themes};

fn ids(names: &[&str]) -> Vec<Id> {
    names.iter().map(|name| name.parse().unwrap()).collect()
}

fn picked(criteria: &Criteria) -> Vec<String> {
    let bank = built_in();
    let selection = select(&bank, criteria).unwrap();
    selection.questions().iter().map(|it| it.id.to_string()).collect()
}

fn filtered(filters: Filters) -> Criteria {
    Criteria { filters, ..Criteria::default() }
}

fn theme(id: &str) -> Id {
    id.parse().unwrap()
}

fn refusal(criteria: &Criteria) -> String {
    select(&built_in(), criteria).unwrap_err().to_string()
}

#[test]
fn without_facets_everything_is_picked() {
    assert_eq!(picked(&Criteria::default()).len(), 18);
}

#[test]
fn primary_themes_share_the_pack_out_in_three_equal_parts() {
    let parts =
        ["strategy", "execution", "people"].map(|id| picked(&filtered(only(&THEME, &[id]))));
    assert_eq!(parts.each_ref().map(Vec::len), [6, 6, 6]);
    assert_eq!(parts.into_iter().flatten().collect::<BTreeSet<_>>().len(), 18);
}

#[test]
fn a_theme_that_is_touched_counts_only_where_any_is_asked_for() {
    let any = picked(&filtered(only(&THEME_ANY, &["strategy"])));
    assert!(any.contains(&"intake".to_owned()) && any.len() > 6);
}

#[test]
fn a_role_takes_its_levels_questions_less_those_it_leaves_out() {
    let manager = picked(&filtered(only(&LEVEL, &["manager"])));
    let appsec = picked(&filtered(only(&ROLE, &["appsec-manager"])));
    let left_out: Vec<_> = manager.iter().filter(|id| !appsec.contains(id)).collect();
    assert_eq!(left_out, ["reject-candidate", "budget-bridge"]);
}

#[test]
fn every_role_must_ask_only_what_it_may_ask() {
    let bank = built_in();
    for role in &bank.roles {
        let asked = picked(&filtered(only(&ROLE, &[role.id.as_str()])));
        for must in &role.must_ask {
            assert!(asked.contains(&must.to_string()), "{} {must}", role.id);
        }
    }
}

#[test]
fn must_asks_stay_when_time_is_short() {
    let bank = built_in();
    for role in &bank.roles {
        let criteria = Criteria {
            filters: only(&ROLE, &[role.id.as_str()]),
            minutes: Some(Minutes(50)),
            reserve: Minutes(10),
            ..Criteria::default()
        };
        let kept = picked(&criteria);
        for must in &role.must_ask {
            assert!(kept.contains(&must.to_string()), "{}: {must} is not in {kept:?}", role.id);
        }
    }
}

#[test]
fn every_kit_of_a_role_has_its_must_asks_and_a_behavioral_question_or_says_why_not() {
    let bank = built_in();
    for role in &bank.roles {
        for minutes in 30..=90 {
            let criteria = Criteria {
                filters: only(&ROLE, &[role.id.as_str()]),
                minutes: Some(Minutes(minutes)),
                reserve: Minutes(10),
                ..Criteria::default()
            };
            let selection = select(&bank, &criteria).unwrap();
            let kit = format!("{}, {minutes} minutes", role.id);
            let is_unmet = |aim: &Aim| selection.unmet().iter().any(|it| it.aim == *aim);
            let asked = selection.questions();
            let has_behavioral = asked.iter().any(|it| it.kind == Kind::Behavioral);
            assert!(has_behavioral != is_unmet(&Aim::PastBehavior), "{kit}");
            for must in &role.must_ask {
                let is_asked = asked.iter().any(|it| it.id == *must);
                assert!(is_asked != is_unmet(&Aim::MustAsk(must.clone())), "{kit}: {must}");
            }
            // The usual length, and any longer one, leaves nothing to explain.
            if minutes >= 45 {
                assert_eq!(selection.unmet(), [], "{kit}");
            }
        }
    }
}

#[test]
fn a_short_interview_shows_many_competencies_rather_than_the_first_questions() {
    let bank = built_in();
    let criteria =
        Criteria { minutes: Some(Minutes(45)), reserve: Minutes(10), ..Criteria::default() };
    let selection = select(&bank, &criteria).unwrap();
    let shown: BTreeSet<&Id> =
        selection.questions().iter().flat_map(|it| &it.competencies).collect();
    assert_eq!(shown.len(), bank.competencies.len());
}

#[test]
fn an_empty_selection_says_what_each_facet_left_and_what_exists() {
    let filters = only(&THEME, &["strategy"])
        .with(&KIND, ids(&["behavioral"]))
        .with(&LEVEL, ids(&["manager"]));
    insta::assert_snapshot!(refusal(&filtered(filters)));
}

#[test]
fn an_unknown_name_is_told_the_nearest() {
    insta::assert_snapshot!(refusal(&filtered(only(&ROLE, &["appsec-manger"]))));
}

#[test]
fn a_clock_that_holds_no_question_says_how_much_would_do() {
    let criteria =
        Criteria { minutes: Some(Minutes(12)), reserve: Minutes(10), ..Criteria::default() };
    insta::assert_snapshot!(refusal(&criteria));
}

fn any_ids(ids: Vec<Id>) -> impl Strategy<Value = Vec<Id>> {
    let most = ids.len().min(4);
    subsequence(ids, 0..=most)
}

fn any_criteria() -> impl Strategy<Value = Criteria> {
    let bank = built_in();
    let questions = || bank.questions.iter().map(|it| it.id.clone()).collect::<Vec<_>>();
    (
        (
            subsequence(themes(), 0..=2),
            subsequence(themes(), 0..=1),
            subsequence(Kind::ALL.to_vec(), 0..=2),
        ),
        any_ids(bank.roles.iter().map(|it| it.id.clone()).collect()),
        any_ids(bank.levels.iter().map(|it| it.id.clone()).collect()),
        any_ids(bank.competencies.iter().map(|it| it.id.clone()).collect()),
        prop_oneof![3 => Just(Vec::new()), 1 => subsequence(questions(), 1..=12)],
        any_ids(questions()),
        (proptest::option::of(0..150u32), 0..30u32, proptest::option::of(1..20usize)),
    )
        .prop_map(
            |(
                words,
                roles,
                levels,
                competencies,
                questions,
                exclude,
                (minutes, reserve, limit),
            )| {
                let (themes, themes_any, kinds) = words;
                let (minutes, reserve) = (minutes.map(Minutes), Minutes(reserve));
                let kinds = kinds.iter().map(|it: &Kind| it.as_str().parse().unwrap()).collect();
                let filters = Filters::default()
                    .with(&THEME, themes)
                    .with(&THEME_ANY, themes_any)
                    .with(&ROLE, roles)
                    .with(&LEVEL, levels)
                    .with(&COMPETENCY, competencies)
                    .with(&KIND, kinds)
                    .with(&QUESTION, questions)
                    .with(&EXCLUDE, exclude);
                Criteria { filters, minutes, reserve, limit, order: AskOrder::Bank }
            },
        )
}

/// Whether a question may be picked, said once more and more simply than the program says it.
fn may_be_picked(bank: &Bank, criteria: &Criteria, it: &Question) -> bool {
    let c = criteria;
    let by_role = |id: &Id| {
        let role = bank.role(id).unwrap();
        it.levels.contains(&role.level) && !role.leave_out.contains(&it.id)
    };
    let any = |facet: &Facet, is_met: &dyn Fn(&Id) -> bool| {
        let values = c.filters.of(facet);
        values.is_empty() || values.iter().any(is_met)
    };
    any(&THEME, &|id| *id == it.theme)
        && any(&THEME_ANY, &|id| *id == it.theme || it.also.contains(id))
        && any(&KIND, &|id| id.as_str() == it.kind.to_string())
        && any(&ROLE, &by_role)
        && any(&LEVEL, &|id| it.levels.contains(id))
        && any(&COMPETENCY, &|id| it.competencies.contains(id))
        && any(&QUESTION, &|id| *id == it.id)
        && !c.filters.of(&EXCLUDE).contains(&it.id)
}

/// What a bank of little questions says of each: competencies (as bits), minutes, weight, and whether it is behavioral.
type Little = (u8, u32, u32, bool);

fn bank_of_little(questions: &[Little], must: u16) -> Bank {
    let mut text = "id: t\ntitle: T\nlevels: [{id: l, title: L}]\n\
        scale: [{score: 1, label: a}, {score: 2, label: b}, {score: 3, label: c}]\n\
        competencies: [{id: c0, title: C}, {id: c1, title: C}, {id: c2, title: C}, {id: c3, title: C}, {id: c4, title: C}]\n"
        .to_owned();
    let must: Vec<String> = (0..questions.len())
        .filter(|i| *i < 16 && must >> i & 1 == 1)
        .map(|i| format!("q{i}"))
        .collect();
    text += &format!(
        "roles: [{{id: r, title: R, level: l, must_ask: [{}]}}]\nquestions:\n",
        must.join(", ")
    );
    for (index, (covers, minutes, weight, past)) in questions.iter().enumerate() {
        let competencies: Vec<String> =
            (0..5).filter(|bit| covers >> bit & 1 == 1).map(|bit| format!("c{bit}")).collect();
        let kind = if *past { "behavioral" } else { "opinion" };
        text += &format!(
            "  - {{id: q{index}, number: {}, ask: A, theme: people, levels: [l], competencies: [{}], kind: {kind}, \
             minutes: {minutes}, weight: {weight}, rubric: [a, b]}}\n",
            index + 1,
            competencies.join(", ")
        );
    }
    let (sources, id) = crate::support::sources(&text, "little.yaml");
    match interview_kit::bank::load(&sources, &[id]) {
        Ok(bank) => bank.value,
        Err(rejected) => panic!("{}", crate::support::lines(&sources, rejected.diagnostics())),
    }
}

/// Must-asks, competencies, past behavior, weight, minutes.
type Value = (usize, usize, bool, u32, u32);

/// The best set by looking at every set, with the rule as the README has it.
fn best_of_all(bank: &Bank, minutes: u32, limit: Option<usize>) -> Vec<usize> {
    let questions = &bank.questions;
    let mut best: Option<(Value, Vec<usize>)> = None;
    for set in 0_u32..1 << questions.len() {
        let places: Vec<usize> = (0..questions.len()).filter(|i| set >> i & 1 == 1).collect();
        let chosen = || places.iter().map(|&place| &questions[place]);
        let used: u32 = chosen().map(|it| it.minutes.0).sum();
        if used > minutes || limit.is_some_and(|limit| places.len() > limit) {
            continue;
        }
        let value = (
            chosen().filter(|it| bank.roles[0].must_ask.contains(&it.id)).count(),
            chosen().flat_map(|it| &it.competencies).collect::<BTreeSet<_>>().len(),
            chosen().any(|it| it.kind == Kind::Behavioral),
            chosen().map(|it| it.weight).sum(),
            used,
        );
        // Of equals, the one whose questions come first.
        let is_better = best.as_ref().is_none_or(|(known, first)| {
            value > *known || (value == *known && places.as_slice() < first.as_slice())
        });
        if is_better {
            best = Some((value, places));
        }
    }
    best.unwrap().1
}

fn fitted(bank: &Bank, minutes: u32, limit: Option<usize>) -> Vec<usize> {
    let criteria = Criteria {
        filters: only(&ROLE, &["r"]),
        minutes: Some(Minutes(minutes)),
        limit,
        ..Criteria::default()
    };
    match select(bank, &criteria) {
        Ok(selection) => {
            let place = |it: &&Question| bank.questions.iter().position(|known| known.id == it.id);
            selection.questions().iter().filter_map(place).collect()
        }
        Err(SelectError::NoTime { .. }) => Vec::new(),
        Err(refused) => panic!("{refused}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn the_clock_is_fitted_as_well_as_by_looking_at_every_set(
        questions in proptest::collection::vec((1_u8..32, 1_u32..13, 1_u32..4, proptest::bool::weighted(0.2)), 1..10),
        must in 0_u16..1024,
        is_must_few in any::<bool>(),
        minutes in 1_u32..50,
        limit in proptest::option::weighted(0.3, 1_usize..6),
    ) {
        let bank = bank_of_little(&questions, if is_must_few { must & must >> 1 & must >> 2 } else { must });
        prop_assert_eq!(fitted(&bank, minutes, limit), best_of_all(&bank, minutes, limit));
    }
}

#[test]
fn a_thousand_questions_are_fitted_into_any_clock() {
    let questions: Vec<Little> = (0_u32..1000)
        .map(|i| {
            let covers = u8::try_from(i * 7919 % 31 + 1).unwrap();
            (covers, 3 + i * 31 % 11, 1 + i * 17 % 5, i % 40 == 7)
        })
        .collect();
    let bank = bank_of_little(&questions, 0b11);
    for minutes in [45, 240, 1440] {
        let places = fitted(&bank, minutes, None);
        let used: u32 = places.iter().map(|&place| bank.questions[place].minutes.0).sum();
        // With so many questions of all lengths nothing need be left over, or left out, until there are no more.
        let all: u32 = bank.questions.iter().map(|it| it.minutes.0).sum();
        assert_eq!(used, minutes.min(all), "{places:?}");
        assert_eq!(places[..2], [0, 1]);
        let covered: BTreeSet<&Id> =
            places.iter().flat_map(|&place| &bank.questions[place].competencies).collect();
        assert_eq!(covered.len(), 5);
        assert!(places.iter().any(|&place| bank.questions[place].kind == Kind::Behavioral));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_facets_keep_the_banks_order_and_never_repeat(criteria in any_criteria()) {
        let bank = built_in();
        let places = |questions: &[&Question]| -> Vec<usize> {
            questions.iter().map(|it| bank.questions.iter().position(|known| known.id == it.id).unwrap()).collect()
        };
        let matching = bank.questions.iter().filter(|it| may_be_picked(&bank, &criteria, it)).count();
        match select(&bank, &criteria) {
            Ok(selection) => {
                let places = places(selection.questions());
                prop_assert!(places.windows(2).all(|pair| pair[0] < pair[1]));
                prop_assert!(!places.is_empty());
                for question in selection.questions() {
                    prop_assert!(may_be_picked(&bank, &criteria, question));
                }
                if let Some(minutes) = criteria.minutes {
                    prop_assert!(selection.minutes() + criteria.reserve <= minutes);
                }
                match (criteria.minutes, criteria.limit) {
                    (None, None) => prop_assert_eq!(places.len(), matching),
                    (None, Some(limit)) => prop_assert_eq!(places.len(), matching.min(limit)),
                    (Some(_), Some(limit)) => prop_assert!(places.len() <= limit),
                    (Some(_), None) => {}
                }
            }
            Err(SelectError::NoMatch(left)) => {
                prop_assert_eq!(matching, 0);
                prop_assert_eq!(left.facets.last().unwrap().together, 0);
            }
            Err(SelectError::NoTime { minutes, reserve, shortest }) => {
                prop_assert!(matching > 0 && shortest + reserve > minutes);
            }
            Err(other) => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_given_order_selects_as_a_bank_in_that_order_would(
        criteria in any_criteria(), order in Just(built_in().questions).prop_shuffle(), count in 1..18_usize, people in 1..4_usize
    ) {
        let questions: Vec<Id> = order.iter().take(count).map(|it| it.id.clone()).collect();
        let place = |question: &Question| questions.iter().position(|id| *id == question.id).unwrap_or(count);
        let (bank, mut sorted) = (built_in(), built_in());
        sorted.questions.sort_by_key(place);
        let filters = criteria.filters.clone().with(&QUESTION, questions.clone());
        let by_bank = Criteria { filters, ..criteria };
        let given = Criteria { order: AskOrder::Given, ..by_bank.clone() };
        let ids = |it: &Selection<'_>| it.questions().iter().map(|it| it.id.clone()).collect::<Vec<_>>();
        let (one, other) = (select(&bank, &given), select(&sorted, &by_bank));
        let reasons = |it: &Selection<'_>| it.reasons().to_vec();
        prop_assert_eq!(one.as_ref().ok().map(ids), other.as_ref().ok().map(ids));
        prop_assert_eq!(one.as_ref().ok().map(reasons), other.as_ref().ok().map(reasons));
        let interviewers = vec![InterviewerSlot::default(); people];
        let all = |it: Panel<'_>| it.selections.iter().map(ids).collect::<Vec<_>>();
        let (one, other) = (assign_panel(&bank, &given, &interviewers, 1), assign_panel(&sorted, &by_bank, &interviewers, 1));
        prop_assert_eq!(one.ok().map(all), other.ok().map(all));
    }
}

fn interviewers(themes: &[&[Id]]) -> Vec<InterviewerSlot> {
    themes.iter().map(|themes| InterviewerSlot { name: None, themes: themes.to_vec() }).collect()
}

fn clock(minutes: u32) -> Criteria {
    Criteria { minutes: Some(Minutes(minutes)), reserve: Minutes(10), ..Criteria::default() }
}

#[test]
fn a_panel_with_a_theme_in_common_asks_everything_once_and_one_question_together() {
    let bank = built_in();
    let (strategy, execution) =
        ([theme("strategy"), theme("execution")], [theme("execution"), theme("people")]);
    let interviewers = interviewers(&[&strategy, &[theme("execution")], &execution]);
    let panel = assign_panel(&bank, &Criteria::default(), &interviewers, 1).unwrap();
    let [shared] = panel.shared.as_slice() else { panic!("{:?}", panel.shared) };
    assert_eq!(shared.as_str(), "changed-model");
    let mut asked: Vec<&str> = Vec::new();
    for (interviewer, selection) in interviewers.iter().zip(&panel.selections) {
        let (first, own) = selection.questions().split_first().unwrap();
        assert_eq!(&first.id, shared);
        assert!(selection.questions().iter().all(|it| interviewer.themes.contains(&it.theme)));
        asked.extend(own.iter().map(|it| it.id.as_str()));
    }
    asked.sort_unstable();
    asked.dedup();
    assert_eq!(asked.len(), 17);
    assert_eq!(panel.unmet, []);
}

#[test]
fn a_panel_without_a_theme_in_common_shares_no_question_and_says_why() {
    let bank = built_in();
    let interviewers =
        interviewers(&[&[theme("strategy")], &[theme("execution")], &[theme("people")]]);
    let panel = assign_panel(&bank, &Criteria::default(), &interviewers, 1).unwrap();
    assert_eq!(panel.shared, []);
    assert_eq!(panel.selections.iter().map(|it| it.questions().len()).sum::<usize>(), 18);
    let aim = Aim::Shared { asked: 1, found: 0 };
    assert_eq!(panel.unmet, [UnmetGoal { aim, why: Why::Themes }]);
}

#[test]
fn a_panel_without_themes_has_alike_minutes_and_two_people_for_each_competency() {
    let bank = built_in();
    for size in 2..=4 {
        let interviewers = vec![InterviewerSlot::default(); size];
        let panel = assign_panel(&bank, &clock(45), &interviewers, 1).unwrap();
        let minutes: Vec<u32> = panel.selections.iter().map(|it| it.minutes().0).collect();
        let (least, most) = (minutes.iter().min().unwrap(), minutes.iter().max().unwrap());
        assert!(most - least <= 2, "{minutes:?}");
        assert_eq!(panel.unmet, []);
    }
}

#[test]
fn an_interviewer_for_whom_nothing_is_left_is_told_so() {
    let criteria = filtered(only(&THEME, &["people"]));
    let interviewers = [
        InterviewerSlot { name: Some("Ana".to_owned()), themes: vec![theme("strategy")] },
        InterviewerSlot::default(),
    ];
    let refused = assign_panel(&built_in(), &criteria, &interviewers, 0).unwrap_err().to_string();
    assert!(refused.starts_with("no question about strategy is left for Ana"), "{refused}");
    let bank = built_in();
    let refused = assign_panel(
        &bank,
        &clock(12),
        &[InterviewerSlot::default(), InterviewerSlot::default()],
        1,
    );
    assert!(matches!(refused, Err(SelectError::NoTime { .. })), "{refused:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn no_panel_repeats_a_question_or_runs_over_the_clock(
        themes in proptest::collection::vec(subsequence(themes(), 0..=2), 1..5),
        shared in 0_usize..4,
        minutes in proptest::option::of(25_u32..90),
    ) {
        let bank = built_in();
        let interviewers: Vec<InterviewerSlot> = themes.iter().map(|it| InterviewerSlot { name: None, themes: it.clone() }).collect();
        let criteria = Criteria {
            filters: only(&ROLE, &["product-security-manager"]),
            ..minutes.map_or(Criteria::default(), clock)
        };
        let Ok(panel) = assign_panel(&bank, &criteria, &interviewers, shared) else { return Ok(()) };
        prop_assert_eq!(&panel, &assign_panel(&bank, &criteria, &interviewers, shared).unwrap());
        let mut asked = BTreeSet::new();
        for (interviewer, selection) in interviewers.iter().zip(&panel.selections) {
            if let Some(minutes) = minutes {
                prop_assert!(selection.minutes() + criteria.reserve <= Minutes(minutes));
            }
            for question in selection.questions() {
                let is_shared = panel.shared.contains(&question.id);
                prop_assert!(is_shared || asked.insert(question.id.clone()));
                prop_assert!(interviewer.themes.is_empty() || interviewer.themes.contains(&question.theme));
            }
            for id in &panel.shared {
                prop_assert!(selection.questions().iter().any(|it| it.id == *id));
            }
        }
        // What somebody has time for is asked.
        for question in bank.questions.iter().filter(|it| may_be_picked(&bank, &criteria, it)) {
            if asked.contains(&question.id) || panel.shared.contains(&question.id) {
                continue;
            }
            for (interviewer, selection) in interviewers.iter().zip(&panel.selections) {
                let may = interviewer.themes.is_empty() || interviewer.themes.contains(&question.theme);
                let room = minutes.is_none_or(|minutes| {
                    selection.minutes() + question.minutes + criteria.reserve <= Minutes(minutes)
                });
                prop_assert!(!may || !room, "{} is left out", question.id);
            }
        }
    }
}
