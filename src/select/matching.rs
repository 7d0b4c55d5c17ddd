use super::SelectError;
use super::filter::Filter;
use crate::bank::{Bank, Question};
use crate::base::unit::Minutes;

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

/// The error where no question fits an interview of so many minutes.
#[expect(clippy::expect_used, reason = "`matching` returns one question at least")]
pub(super) fn no_time(matching: &[&Question], minutes: Minutes, reserve: Minutes) -> SelectError {
    let shortest = matching.iter().map(|question| question.minutes).min();
    let shortest = shortest.expect("at least one question matches");
    SelectError::NoTime { minutes, reserve, shortest }
}
