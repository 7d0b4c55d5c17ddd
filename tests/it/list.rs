//! Looking into a bank: `list` and `show`.

use crate::support::Test;

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
