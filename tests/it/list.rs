//! Looking into a bank: `list` and `show`.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::Value;

use crate::support::{Ran, Test};

#[test]
fn a_selection_is_a_table_no_wider_than_the_terminal() {
    let ran = Test::new().run("list --level first-line-lead").ok();
    for line in ran.out.lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
    insta::assert_snapshot!(ran.whole());
}

#[test]
fn ids_come_one_a_line_and_can_be_given_back() {
    let test = Test::new();
    let ids = test.run("list --theme people --format ids").ok().out;
    let given = ids.lines().collect::<Vec<_>>().join(",");
    assert_eq!(test.run(&format!("list --question {given} --format ids")).ok().out, ids);
}

#[test]
fn json_holds_the_questions_as_the_bank_has_them() {
    let out = Test::new().run("list --question intake --format json").ok().out;
    insta::assert_snapshot!(out);
}

#[test]
fn json_has_every_key_that_a_question_of_a_bank_file_may_have() {
    let test = Test::new();
    let schema: Value = serde_json::from_str(&test.run("schema").ok().out).unwrap();
    let keys = |value: &Value| -> BTreeSet<String> {
        value.as_object().unwrap().keys().cloned().collect()
    };
    let known = keys(&schema["definitions"]["Question"]["properties"]);
    assert!(known.contains("companions"), "{known:?}");
    let shown: Value = serde_json::from_str(&test.run("show intake --json").ok().out).unwrap();
    assert_eq!(keys(&shown), known);
}

#[test]
fn values_of_a_facet_may_be_repeated_or_separated_by_commas() {
    let test = Test::new();
    let once = test.run("list --level manager,senior-manager --format ids").ok().out;
    let twice = test.run("list --level manager --level senior-manager --format ids").ok().out;
    assert_eq!(once, twice);
}

#[test]
fn a_question_is_shown_whole() {
    let test = Test::new().file("desk.yaml", include_str!("../../examples/support-desk.yaml"));
    insta::assert_snapshot!(test.run("show cannot-log-in --bank desk.yaml").ok().out);
}

#[test]
fn a_panel_is_previewed_as_a_kit_is() {
    let test = Test::new();
    // Each question is for one of them only.
    let line = "list --interviewers Ana:strategy,:people --minutes 60 --shared 0 --question director-metrics,security-debt,coach-engineer";
    insta::assert_snapshot!(test.run(line).ok().whole());
    insta::assert_snapshot!(test.run(&format!("{line} --explain")).ok().out);
    let all = test.run("list --size 2 --question intake,hardest-part,changed-model").ok().out;
    assert_eq!(all.matches("(common) ").count(), 2, "{all}");
    let line = "list --interviewers Ana:strategy,Bo --role appsec-manager --minutes 45";
    let ids = test.run(&format!("{line} --format ids")).ok().out;
    let json: Value = serde_json::from_str(&test.run(&format!("{line} --json")).ok().out).unwrap();
    let mut asked: Vec<&str> = Vec::new();
    for question in json["interviewers"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|it| it["questions"].as_array().unwrap())
    {
        let id = question["id"].as_str().unwrap();
        if !asked.contains(&id) {
            asked.push(id);
        }
    }
    assert_eq!(ids.lines().collect::<Vec<_>>(), asked);
    assert_eq!(json["interviewers"][0]["themes"][0], "strategy");
}

#[test]
fn what_a_panel_shares_is_asked_of_a_panel_only() {
    let ran = Test::new().run("list --shared 2");
    assert!(ran.code == 2 && ran.err.contains("--size 3"), "{}", ran.err);
    let ran = Test::new().run(&format!("list --interviewers {}", ["A"; 21].join(",")));
    assert_eq!(ran.code, 2, "{}", ran.err);
}

/// Options that choose questions, as they can be written in any number.
fn choice() -> impl Strategy<Value = String> {
    let facet = prop_oneof![
        Just(""),
        Just("--theme people"),
        Just("--theme-any strategy,people"),
        Just("--level manager"),
        Just("--level first-line-lead,senior-manager"),
        Just("--role appsec-manager"),
        Just("--role devsecops-manager"),
        Just("--kind behavioral,opinion"),
        Just("--exclude intake,changed-model"),
        Just(
            "--question hardest-part,intake,champions-program,director-metrics,backlog-bottleneck"
        ),
    ];
    let order = prop_oneof![
        Just(""),
        Just("--order given --question changed-model,hardest-part,intake,director-metrics")
    ];
    let minutes =
        prop_oneof![Just(String::new()), (15..90_u32).prop_map(|it| format!("--minutes {it}"))];
    let limit = prop_oneof![Just(String::new()), (1..9_u32).prop_map(|it| format!("--limit {it}"))];
    let reserve =
        prop_oneof![Just(String::new()), (0..20_u32).prop_map(|it| format!("--reserve {it}"))];
    (facet, order, minutes, limit, reserve).prop_map(|(facet, order, minutes, limit, reserve)| {
        let facet = if facet.starts_with("--question") && !order.is_empty() { "" } else { facet };
        format!("{facet} {order} {minutes} {limit} {reserve}")
    })
}

fn interviewers() -> impl Strategy<Value = String> {
    let people = prop_oneof![
        Just("--interviewers Ana:strategy,Bo"),
        Just("--interviewers Ana:strategy,Bo:execution,Chi:people"),
        Just("--interviewers Ana:strategy+people,:execution"),
        Just("--size 2"),
        Just("--size 3"),
        Just("--size 1"),
    ];
    let shared = prop_oneof![Just(""), Just("--shared 0"), Just("--shared 1"), Just("--shared 2")];
    (people, shared).prop_map(|(people, shared)| format!("{people} {shared}"))
}

fn json(ran: &Ran) -> Value {
    serde_json::from_str(&ran.out).unwrap()
}

/// Questions as id, minutes and reasons.
fn asked(questions: &Value) -> Vec<(Value, Value, Value)> {
    let questions = questions.as_array().unwrap().iter();
    questions.map(|it| (it["id"].clone(), it["minutes"].clone(), it["reasons"].clone())).collect()
}

/// What could not be met, as a person is told it.
fn warnings(ran: &Ran) -> Vec<&str> {
    ran.err.lines().filter(|line| line.starts_with("warning: ")).collect()
}

/// A refusal without what the command itself adds to it.
fn refusal(ran: &Ran) -> (i32, Option<&str>) {
    (ran.code, ran.err.lines().find(|line| line.starts_with("error: ")))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn a_preview_of_a_panel_holds_exactly_what_the_panel_asks(choice in choice(), interviewers in interviewers()) {
        let test = Test::new();
        let list = test.run(&format!("list {choice} {interviewers} --explain --json"));
        let panel = test.run(&format!("panel {choice} {interviewers} --documents guide,panel-plan --format md --dry-run --json"));
        prop_assert_eq!(refusal(&list), refusal(&panel));
        if list.code == 0 {
            prop_assert_eq!(warnings(&list), warnings(&panel));
            let (list, panel) = (json(&list), json(&panel));
            let files = panel["files"].as_array().unwrap();
            let (guides, plans): (Vec<&Value>, Vec<&Value>) =
                files.iter().partition(|file| file["kind"] == "guide");
            let interviewers = list["interviewers"].as_array().unwrap();
            prop_assert_eq!(interviewers.len(), guides.len());
            for (interviewer, guide) in interviewers.iter().zip(guides) {
                prop_assert_eq!(asked(&interviewer["questions"]), asked(&guide["questions"]));
                prop_assert_eq!(&interviewer["minutes"], &guide["minutes"]);
            }
            prop_assert_eq!(&list["unmet"], &plans[0]["unmet"]);
        }
    }

    #[test]
    fn a_preview_of_a_kit_holds_exactly_what_the_kit_asks(choice in choice()) {
        let test = Test::new();
        let list = test.run(&format!("list {choice} --explain --json"));
        let build = test.run(&format!("build {choice} --format md --dry-run --json"));
        let table = test.run(&format!("list {choice} --explain"));
        prop_assert_eq!(refusal(&list), refusal(&build));
        prop_assert_eq!(refusal(&table), refusal(&build));
        if list.code == 0 {
            let build_ran = &build;
            let (list, build) = (json(&list), json(build_ran));
            let guide = &build["files"][0];
            prop_assert_eq!(asked(&list), asked(&guide["questions"]));
                        prop_assert_eq!(warnings(&table), warnings(build_ran));
        }
    }
}

const GIVEN: &str = "--order given --question changed-model,hardest-part,intake,director-metrics,backlog-bottleneck";

/// The ids of the questions of each guide that a command would make.
fn guides(test: &Test, line: &str) -> Vec<Vec<String>> {
    let ran = test.run(&format!("{line} --documents guide --format md --dry-run --json")).ok();
    let id = |it: &Value| it["id"].as_str().unwrap().to_owned();
    let files = json(&ran)["files"].as_array().unwrap().clone();
    files
        .iter()
        .map(|file| file["questions"].as_array().unwrap().iter().map(id).collect())
        .collect()
}

#[test]
fn questions_are_asked_in_the_order_in_which_they_are_given() {
    let test = Test::new();
    let given =
        ["changed-model", "hardest-part", "intake", "director-metrics", "backlog-bottleneck"];
    assert_eq!(
        test.run(&format!("list {GIVEN} --format ids")).ok().out.lines().collect::<Vec<_>>(),
        given
    );
    assert_eq!(guides(&test, &format!("build {GIVEN}")), [given]);
    // Named twice, a question is asked where it is named first.
    let twice = test.run(&format!("list {GIVEN},changed-model --format ids")).ok().out;
    assert_eq!(twice.lines().collect::<Vec<_>>(), given);
    let bank = test.run(&format!("list {} --format ids", GIVEN.replace("given", "bank"))).ok().out;
    assert_eq!(
        bank.lines().collect::<Vec<_>>(),
        ["intake", "backlog-bottleneck", "director-metrics", "changed-model", "hardest-part"]
    );
    let text = test.run(&format!("build {GIVEN} --documents guide --format md -o -")).ok().out;
    let places = crate::support::built_in()
        .questions
        .into_iter()
        .filter(|it| given.contains(&it.id.as_str()));
    let mut places: Vec<(usize, String)> =
        places.map(|it| (text.find(&it.ask).unwrap(), it.id.to_string())).collect();
    places.sort();
    assert_eq!(places.into_iter().map(|(_, id)| id).collect::<Vec<_>>(), given);
}

#[test]
fn the_given_order_says_what_comes_first_within_a_limit_and_keeps_to_clock_and_must_asks() {
    let test = Test::new();
    let ids = |line: &str| test.run(&format!("list {GIVEN} {line} --format ids")).ok().out;
    assert_eq!(ids("--limit 2"), "changed-model\nhardest-part\n");
    for minutes in [20, 25, 30, 35, 40, 45] {
        let line = format!("--minutes {minutes} --role appsec-manager");
        let (given, bank) = (
            ids(&line),
            test.run(&format!("list {} {line} --format ids", GIVEN.replace("given", "bank")))
                .ok()
                .out,
        );
        let place = |id: &&str| GIVEN.find(*id);
        let given: Vec<&str> = given.lines().collect();
        assert!(given.is_sorted_by_key(place), "{minutes}: {given:?}");
        assert_eq!(given.len(), bank.lines().count(), "{minutes}");
        let must = crate::support::built_in();
        let must =
            &must.roles.iter().find(|role| role.id.as_str() == "appsec-manager").unwrap().must_ask;
        let musts = |ids: &[&str]| must.iter().filter(|it| ids.contains(&it.as_str())).count();
        assert_eq!(musts(&given), musts(&bank.lines().collect::<Vec<_>>()), "{minutes}");
    }
}

#[test]
fn everybody_of_a_panel_asks_in_the_given_order_after_what_all_ask() {
    let test = Test::new();
    let line = format!("panel --size 2 {GIVEN}");
    let guides = guides(&test, &line);
    assert_eq!(guides.len(), 2);
    assert_eq!(guides[0][0], guides[1][0]);
    for guide in guides {
        assert!(guide[1..].is_sorted_by_key(|id| GIVEN.find(id.as_str())), "{guide:?}");
    }
}

#[test]
fn a_row_may_say_the_order_and_a_lock_keeps_it() {
    let test = Test::new()
        .file("r.csv", "candidate,question\nAna,hardest-part;intake\nBo,\n")
        .file("plain.csv", "candidate\nAna\n");
    let guides_of = |line: &str| guides(&test, line);
    let rows = guides_of(
        "build --roster r.csv --order given --question director-metrics,backlog-bottleneck",
    );
    assert_eq!(rows, [["hardest-part", "intake"], ["director-metrics", "backlog-bottleneck"]]);
    // Without a question on the command line, the other rows keep the bank's order.
    let rows = guides_of("build --roster r.csv --order given --limit 2");
    assert_eq!(rows, [["hardest-part", "intake"], ["intake", "backlog-bottleneck"]]);
    let line = "--documents guide --format md --name kit --candidate Ana";
    test.run(&format!("build {GIVEN} --lock kit.lock {line} -o a")).ok();
    test.run(&format!("build --locked kit.lock {line} -o b")).ok();
    assert_eq!(test.text("a/kit.md"), test.text("b/kit.md"));
    assert_eq!(test.run("build --locked kit.lock --order given").code, 2);
    for line in [
        "list --order given",
        "build --order given --dry-run",
        "panel --size 2 --order given",
        "build --roster plain.csv --order given",
    ] {
        let ran = test.run(line);
        assert!(ran.code == 2 && ran.err.contains("--question intake"), "{line}: {}", ran.err);
    }
}
