use super::facet::Facets;
use super::{Criteria, Refused};
use crate::bank::{Bank, Question};

/// The questions that match every facet, in the order in which they are asked: one at least.
pub(super) fn matching<'b>(
    bank: &'b Bank,
    facets: &Facets<'_>,
) -> Result<Vec<&'b Question>, Refused> {
    let matching = bank.questions.iter().filter(|question| facets.all_match(question));
    let mut matching: Vec<&Question> = matching.collect();
    facets.sort(&mut matching);
    if matching.is_empty() {
        return Err(Refused::NothingLeft(facets.nothing_left()));
    }
    Ok(matching)
}

pub(super) fn no_time(matching: &[&Question], criteria: &Criteria) -> Refused {
    let shortest = matching.iter().map(|question| question.minutes).min().unwrap_or_default();
    let (minutes, reserve) = (criteria.minutes.unwrap_or_default(), criteria.reserve);
    Refused::NoTime { minutes, reserve, shortest }
}
