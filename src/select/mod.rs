//! In: a bank and what somebody asked for. Out: which questions, in which order, who asks them, and why.
//!
//! Pure and deterministic. This room must not know how a selection is shown.

mod budget;
mod criteria;
mod facet;
mod panel;
mod reason;
mod refused;
mod selection;
mod sharing;

pub use criteria::Criteria;
pub use panel::{Panel, Seat, share};
pub use reason::{Reason, Unmet};
pub use refused::{Left, NothingLeft, Refused, Unknown};
pub use selection::Selection;

use crate::bank::{Bank, Question};
use budget::Budget;
use facet::Facets;
use selection::Choice;

/// Proves that the bank knows every name that is asked for.
pub fn check_names(bank: &Bank, criteria: &Criteria) -> Result<(), Refused> {
    Facets::new(bank, criteria).map(|_| ())
}

/// Picks the questions that match every facet, in the bank's order: the best set that fits the clock and the limit.
pub fn select<'b>(bank: &'b Bank, criteria: &Criteria) -> Result<Selection<'b>, Refused> {
    let facets = Facets::new(bank, criteria)?;
    let matching = matching(bank, &facets)?;
    let must_ask = facets.must_ask();
    let is_kept = match (criteria.minutes, criteria.limit) {
        (Some(minutes), limit) => {
            let budget = Budget { minutes: minutes - criteria.reserve, limit };
            let is_kept = budget::fit(&matching, budget, &must_ask.ids());
            let is_kept = is_kept.map_err(|_| Refused::TooManyWays)?;
            if !is_kept.contains(&true) {
                return Err(no_time(&matching, criteria));
            }
            is_kept
        }
        (None, Some(limit)) => budget::cut(&matching, limit, &must_ask.ids()),
        (None, None) => vec![true; matching.len()],
    };
    let kept = matching.iter().zip(is_kept).filter(|(_, is_kept)| *is_kept);
    let kept: Vec<&Question> = kept.map(|(question, _)| *question).collect();
    let choice = Choice { bank, matching: &matching, must_ask: &must_ask };
    Selection::new(&choice, kept).ok_or_else(|| Refused::NothingLeft(facets.nothing_left()))
}

/// The questions that match every facet: one at least.
fn matching<'b>(bank: &'b Bank, facets: &Facets<'_>) -> Result<Vec<&'b Question>, Refused> {
    let matching = bank.questions.iter().filter(|question| facets.all_match(question));
    let matching: Vec<&Question> = matching.collect();
    if matching.is_empty() {
        return Err(Refused::NothingLeft(facets.nothing_left()));
    }
    Ok(matching)
}

fn no_time(matching: &[&Question], criteria: &Criteria) -> Refused {
    let shortest = matching.iter().map(|question| question.minutes).min().unwrap_or_default();
    let (minutes, reserve) = (criteria.minutes.unwrap_or_default(), criteria.reserve);
    Refused::NoTime { minutes, reserve, shortest }
}
