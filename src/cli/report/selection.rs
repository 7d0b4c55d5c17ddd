use crate::bank::{Bank, Id};
use crate::select::Reason;

/// Why a question was selected, with the titles that the bank has for ids.
///
/// # Panics
///
/// If the reason is that of a selection from another bank.
#[must_use]
#[expect(clippy::expect_used, reason = "a selection names what its own bank has")]
pub fn reason(reason: &Reason, bank: &Bank) -> String {
    match reason {
        Reason::MustAsk(role) => {
            let role = bank.role(role).expect("the role of a reason is in the bank");
            format!("required for {}", role.title)
        }
        Reason::Shared => "common question, asked by every interviewer".to_owned(),
        Reason::Covers(ids) => {
            let title = |id: &Id| {
                let competency = bank.competency(id);
                competency.expect("the competencies of a reason are in the bank").title.as_str()
            };
            format!("covers {}", ids.iter().map(title).collect::<Vec<_>>().join(", "))
        }
        Reason::PastBehavior => "behavioral question".to_owned(),
        Reason::Fits(weight) => format!("fits the time (weight {weight})"),
        Reason::Weight(weight) => format!("adds weight {weight}"),
        Reason::First => "one of the first questions".to_owned(),
        Reason::Locked => "in the lock file".to_owned(),
        Reason::Matches => "matches the filters".to_owned(),
    }
}
