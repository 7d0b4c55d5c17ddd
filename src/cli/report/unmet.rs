use super::shortened::shortened;
use crate::bank::Bank;
use crate::packet::UnmetView;
use crate::packet::locale::english;
use crate::select::{Criteria, UnmetGoal, Why};

/// How remedies name what a user can change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// As options: `--minutes`.
    Options,
    /// As columns of a roster: `minutes`.
    Columns,
}

/// A sentence about a goal that was not met, in the words in which documents print it.
#[must_use]
pub fn unmet_goal(goal: &UnmetGoal, bank: &Bank) -> String {
    unmet_sentence(&UnmetView::new(goal, bank))
}

/// The sentence about a goal, in English.
#[must_use]
#[expect(clippy::expect_used, reason = "a test makes the sentence of every goal and reason")]
#[expect(clippy::missing_panics_doc, reason = "it cannot panic")]
pub fn unmet_sentence(goal: &UnmetView) -> String {
    goal.sentence(english(), |text, _| text.to_owned()).expect("the English messages are complete")
}

/// A line for each goal that was not met, as a `kind` of message (`warning`), each with its remedy below it. Without criteria,
/// there are no remedies: a lock file decides what is selected.
#[must_use]
pub(super) fn unmet_lines(kind: &str, goals: &[UnmetView], criteria: Option<&Criteria>) -> String {
    let lines = goals.iter().flat_map(|goal| {
        let remedy = criteria.and_then(|criteria| remedy(goal, criteria, Naming::Options));
        let help = remedy.map(|remedy| format!("  help: {remedy}"));
        std::iter::once(format!("{kind}: {}", unmet_sentence(goal))).chain(help)
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Warnings about goals that were not met, each with its remedy below it.
#[must_use]
pub fn unmet_warnings(goals: &[UnmetView], criteria: Option<&Criteria>) -> String {
    unmet_lines("warning", goals, criteria)
}

/// Warnings about goals that rows of a roster do not meet, each with the numbers of its rows.
#[must_use]
pub fn unmet_of_rows(goals: &[(UnmetView, Vec<usize>)]) -> String {
    /// More than anybody reads at once.
    const MAX: usize = 10;
    let mut lines: Vec<String> = Vec::new();
    for (goal, rows) in goals.iter().take(MAX) {
        let plural = if rows.len() == 1 { "row" } else { "rows" };
        let rows: Vec<String> = rows.iter().map(usize::to_string).collect();
        lines.push(format!("warning: {plural} {}: {}", shortened(&rows, 5), unmet_sentence(goal)));
    }
    match goals.len().saturating_sub(MAX) {
        0 => {}
        1 => lines.push("warning: 1 more goal was not met".to_owned()),
        more => lines.push(format!("warning: {more} more goals were not met")),
    }
    let help = "  help: --json lists what each row lacks and why; --strict refuses such rows";
    lines.push(help.to_owned());
    lines.join("\n")
}

/// What can be done about goals that were not met, each remedy once.
#[must_use]
pub fn remedies(goals: &[UnmetView], criteria: &Criteria, naming: Naming) -> Vec<String> {
    let mut remedies: Vec<String> = Vec::new();
    for remedy in goals.iter().filter_map(|goal| remedy(goal, criteria, naming)) {
        if !remedies.contains(&remedy) {
            remedies.push(remedy);
        }
    }
    remedies
}

/// What can be done about a goal that was not met, by means of what was asked for.
fn remedy(goal: &UnmetView, criteria: &Criteria, naming: Naming) -> Option<String> {
    let name = |option: &str| match naming {
        Naming::Options => format!("--{option}"),
        Naming::Columns => format!("`{option}`"),
    };
    // With both, it may be the limit or the time that is too short.
    let (minutes, limit) = (criteria.minutes.is_some(), criteria.limit.is_some());
    let budgets =
        [("minutes", minutes), ("limit", limit)].into_iter().filter(|(_, is_set)| *is_set);
    let budgets: Vec<String> = budgets.map(|(option, _)| name(option)).collect();
    let raise = (!budgets.is_empty()).then(|| format!("raise {}", budgets.join(" or ")));
    let remedy = match goal.why() {
        Why::Bank => Some("add questions to the bank".to_owned()),
        Why::Filters => {
            let used: Vec<String> =
                criteria.filters.iter().map(|(facet, _)| name(facet.name)).collect();
            Some(format!("broaden the filters: {}", used.join(", ")))
        }
        Why::Themes => Some("give the interviewers more themes".to_owned()),
        Why::Limit => Some(format!("raise {}", name("limit"))),
        Why::Order => {
            let (limit, minutes) = (name("limit"), name("minutes"));
            Some(format!(
                "raise {limit}, or add {minutes}, which selects the best set of questions"
            ))
        }
        // The number of common questions is no column.
        Why::Shared => Some(or_else(raise, "lower --shared".to_owned())),
        Why::Everybody => {
            let raise = limit.then(|| format!("raise {}", name("limit")));
            Some(or_else(raise, "use fewer interviewers".to_owned()))
        }
        Why::Time | Why::MustAsks | Why::Competencies | Why::SecondPeople | Why::Unproven => raise,
    };
    match goal {
        UnmetView::Shared { found, .. } => Some(or_else(remedy, format!("use --shared {found}"))),
        _ => remedy,
    }
}

/// Two remedies, of which the first may be missing.
fn or_else(first: Option<String>, second: String) -> String {
    first.into_iter().chain([second]).collect::<Vec<_>>().join(", or ")
}
