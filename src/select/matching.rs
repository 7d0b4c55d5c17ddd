use super::filter::Filter;
use super::{Criteria, SelectError};
use crate::bank::{Bank, Question};

/// The questions that match every facet, in the order in which they are asked: one at least.
pub(super) fn matching<'b>(
    bank: &'b Bank,
    facets: &Filter<'_>,
) -> Result<Vec<&'b Question>, SelectError> {
    let matching = bank.questions.iter().filter(|question| facets.all_match(question));
    let mut matching: Vec<&Question> = matching.collect();
    facets.sort(&mut matching);
    if matching.is_empty() {
        return Err(SelectError::NoMatch(facets.no_match()));
    }
    Ok(matching)
}

pub(super) fn no_time(matching: &[&Question], criteria: &Criteria) -> SelectError {
    let shortest = matching.iter().map(|question| question.minutes).min().unwrap_or_default();
    let (minutes, reserve) = (criteria.minutes.unwrap_or_default(), criteria.reserve);
    SelectError::NoTime { minutes, reserve, shortest }
}
