use crate::bank::{Bank, Id};
use crate::packet::UnmetView;
use crate::packet::locale::english;
use crate::select::{Aim, Reason, UnmetGoal, Why};

/// Why a question was selected, with the titles that the bank has for ids.
#[must_use]
pub fn reason(reason: &Reason, bank: &Bank) -> String {
    match reason {
        Reason::MustAsk(role) => {
            let title = bank.role(role).map_or(role.as_str(), |role| &role.title);
            format!("required for {title}")
        }
        Reason::Shared => "common question, asked by every interviewer".to_owned(),
        Reason::Covers(ids) => {
            let title = |id: &Id| {
                let competency = bank.competency(id);
                competency.map_or(id.as_str(), |it| &it.title).to_owned()
            };
            format!("covers {}", ids.iter().map(title).collect::<Vec<_>>().join(", "))
        }
        Reason::PastBehavior => "behavioral question".to_owned(),
        Reason::Weight(weight) => format!("fits the time (weight {weight})"),
        Reason::Locked => "in the lock file".to_owned(),
        Reason::Matches => "matches the filters".to_owned(),
    }
}

/// A sentence about a goal that was not met, in the words in which documents print it.
#[must_use]
pub fn unmet_goal(goal: &UnmetGoal, bank: &Bank) -> String {
    unmet_sentence(&UnmetView::new(goal, bank))
}

/// The same of several: competencies that are missing for the same reason are named together.
#[must_use]
pub fn unmet_goals(goals: &[UnmetGoal], bank: &Bank) -> Vec<String> {
    UnmetView::all(goals, bank).iter().map(unmet_sentence).collect()
}

/// The sentence about a goal, in English.
#[must_use]
#[expect(clippy::expect_used, reason = "a test makes the sentence of every goal and reason")]
#[expect(clippy::missing_panics_doc, reason = "it cannot panic")]
pub fn unmet_sentence(goal: &UnmetView) -> String {
    goal.sentence(english(), str::to_owned).expect("the English messages are complete")
}

/// What can be done about goals that were not met, each remedy once.
#[must_use]
pub fn remedies(goals: &[UnmetGoal]) -> Vec<String> {
    let mut remedies: Vec<String> = Vec::new();
    for remedy in goals.iter().map(remedy) {
        if !remedies.iter().any(|known| known.starts_with(&remedy)) {
            remedies.retain(|known| !remedy.starts_with(known.as_str()));
            remedies.push(remedy);
        }
    }
    remedies
}

fn remedy(goal: &UnmetGoal) -> String {
    let remedy = match goal.why {
        Why::Bank => "add questions to the bank",
        Why::Filters => "broaden the filters, such as --theme and --kind",
        Why::Themes => "give the interviewers more themes",
        Why::Limit | Why::Order => "raise --limit",
        Why::Shared => "raise --minutes, or lower --shared",
        Why::Everybody => "raise --limit, or use fewer interviewers",
        // With a limit, it may be the limit or the clock that leaves no room.
        Why::Time | Why::MustAsks | Why::Competencies | Why::SecondPeople | Why::Unproven => {
            "raise --minutes (or --limit)"
        }
    };
    match goal.aim {
        Aim::Shared { found, .. } => format!("{remedy}, or --shared {found}"),
        _ => remedy.to_owned(),
    }
}
