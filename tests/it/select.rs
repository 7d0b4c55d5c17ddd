//! Selecting: facets, clock and limit, alone and together.

use std::collections::BTreeSet;

use interview_kit::bank::{Bank, Id, Kind, Question, Theme};
use interview_kit::select::{Criteria, Refused, select};
use interview_kit::unit::Minutes;
use proptest::prelude::*;
use proptest::sample::subsequence;

use crate::support::built_in;

fn ids(names: &[&str]) -> Vec<Id> {
    names.iter().map(|name| name.parse().unwrap()).collect()
}

fn picked(criteria: &Criteria) -> Vec<String> {
    let bank = built_in();
    let selection = select(&bank, criteria).unwrap();
    selection.questions().iter().map(|it| it.id.to_string()).collect()
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
        Theme::ALL.map(|theme| picked(&Criteria { themes: vec![theme], ..Criteria::default() }));
    assert_eq!(parts.each_ref().map(Vec::len), [6, 6, 6]);
    assert_eq!(parts.into_iter().flatten().collect::<BTreeSet<_>>().len(), 18);
}

#[test]
fn a_theme_that_is_touched_counts_only_where_any_is_asked_for() {
    let themes_any = vec![Theme::Strategy];
    let any = picked(&Criteria { themes_any, ..Criteria::default() });
    assert!(any.contains(&"intake".to_owned()) && any.len() > 6);
}

#[test]
fn a_role_takes_its_levels_questions_less_those_it_leaves_out() {
    let manager = picked(&Criteria { levels: ids(&["manager"]), ..Criteria::default() });
    let appsec = picked(&Criteria { roles: ids(&["appsec-manager"]), ..Criteria::default() });
    let left_out: Vec<_> = manager.iter().filter(|id| !appsec.contains(id)).collect();
    assert_eq!(left_out, ["budget-bridge"]);
}

#[test]
fn every_role_must_ask_only_what_it_may_ask() {
    let bank = built_in();
    for role in &bank.roles {
        let asked = picked(&Criteria { roles: vec![role.id.clone()], ..Criteria::default() });
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
            roles: vec![role.id.clone()],
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
    let criteria = Criteria {
        themes: vec![Theme::Strategy],
        kinds: vec![Kind::Behavioral],
        levels: ids(&["manager"]),
        ..Criteria::default()
    };
    insta::assert_snapshot!(refusal(&criteria));
}

#[test]
fn an_unknown_name_is_told_the_nearest() {
    insta::assert_snapshot!(refusal(&Criteria {
        roles: ids(&["appsec-manger"]),
        ..Criteria::default()
    }));
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
            subsequence(Theme::ALL.to_vec(), 0..=2),
            subsequence(Theme::ALL.to_vec(), 0..=1),
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
                Criteria {
                    themes,
                    themes_any,
                    roles,
                    levels,
                    competencies,
                    kinds,
                    questions,
                    exclude,
                    minutes,
                    reserve,
                    limit,
                }
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
    (c.themes.is_empty() || c.themes.contains(&it.theme))
        && (c.themes_any.is_empty()
            || c.themes_any.iter().any(|t| *t == it.theme || it.also.contains(t)))
        && (c.kinds.is_empty() || c.kinds.contains(&it.kind))
        && (c.roles.is_empty() || c.roles.iter().any(by_role))
        && (c.levels.is_empty() || c.levels.iter().any(|id| it.levels.contains(id)))
        && (c.competencies.is_empty()
            || c.competencies.iter().any(|id| it.competencies.contains(id)))
        && (c.questions.is_empty() || c.questions.contains(&it.id))
        && !c.exclude.contains(&it.id)
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
            Err(Refused::NothingLeft(left)) => {
                prop_assert_eq!(matching, 0);
                prop_assert_eq!(left.facets.last().unwrap().together, 0);
            }
            Err(Refused::NoTime { minutes, reserve, shortest }) => {
                prop_assert!(matching > 0 && shortest + reserve > minutes);
            }
            Err(Refused::Unknown(unknown)) => panic!("{unknown:?}"),
        }
    }
}
