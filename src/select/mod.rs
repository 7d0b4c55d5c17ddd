//! In: a bank and what somebody asked for. Out: which questions, in the bank's order.
//!
//! Pure and deterministic. This room must not know how a selection is shown.

mod budget;
mod criteria;
mod facet;
mod refused;
mod selection;

pub use criteria::Criteria;
pub use refused::{Left, NothingLeft, Refused, Unknown};
pub use selection::Selection;

use crate::bank::{Bank, Question};
use facet::Facets;

/// Picks the questions that match every facet, in the bank's order: as many as fit the clock and the limit.
pub fn select<'b>(bank: &'b Bank, criteria: &Criteria) -> Result<Selection<'b>, Refused> {
    let facets = Facets::new(bank, criteria)?;
    let matching: Vec<&Question> =
        bank.questions.iter().filter(|question| facets.all_match(question)).collect();
    if matching.is_empty() {
        return Err(Refused::NothingLeft(facets.nothing_left()));
    }
    let must_ask = facets.must_ask();
    let mut kept = matching.clone();
    if let Some(minutes) = criteria.minutes {
        kept = budget::fit(&kept, minutes - criteria.reserve, &must_ask);
        if kept.is_empty() {
            let shortest = matching.iter().map(|question| question.minutes).min();
            let shortest = shortest.unwrap_or_default();
            return Err(Refused::NoTime { minutes, reserve: criteria.reserve, shortest });
        }
    }
    if let Some(limit) = criteria.limit {
        kept = budget::cut(&kept, limit, &must_ask);
    }
    Selection::new(bank, kept).ok_or_else(|| Refused::NothingLeft(facets.nothing_left()))
}
