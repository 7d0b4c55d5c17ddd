use std::collections::{BTreeMap, BTreeSet};

use super::icc::{Correlation, icc};
use super::ratings::{Rated, Rater};

/// What the same interviewers make of several candidates, by one question or competency.
#[derive(Clone, Debug, PartialEq)]
pub struct SameRaters {
    /// How many candidates are the most that the same two or more interviewers rated.
    pub most: usize,
    /// The groups of interviewers who rated enough candidates, the largest table first. No candidate is in two of them.
    pub groups: Vec<RaterGroup>,
}

/// A group of interviewers of whom each rated each of some candidates.
#[derive(Clone, Debug, PartialEq)]
pub struct RaterGroup {
    /// The interviewers, in the order of their names.
    pub raters: Vec<Rater>,
    /// How many candidates they rated.
    pub candidates: usize,
    /// How far one of them tells candidates apart as the others do: ICC(2,1).
    pub one: Correlation,
    /// The same for the mean of all of them: ICC(2,k).
    pub mean: Correlation,
}

/// The least number of candidates that the same interviewers rated.
pub const LEAST_CANDIDATES: usize = 10;

/// What each interviewer rated a candidate.
type Row<'r> = BTreeMap<&'r Rater, f64>;

impl SameRaters {
    /// Finds the groups in the ratings of one question or competency. Interviewers without a name are in none: nobody knows whether they
    /// are the same person in two packets.
    pub(super) fn of<'r>(ratings: impl Iterator<Item = &'r Rated>) -> Self {
        let mut rows: BTreeMap<&str, Row<'r>> = BTreeMap::new();
        for Rated { packet, rater, rating, .. } in ratings {
            if let (Rater::Named(_), Some(score)) = (rater, rating.score()) {
                rows.entry(packet).or_default().insert(rater, f64::from(score));
            }
        }
        let mut rows: Vec<Row<'r>> = rows.into_values().collect();
        let most = sets(&rows).iter().map(|raters| rated_by(&rows, raters)).max();
        let mut groups = Vec::new();
        while let Some(raters) = largest(&rows) {
            let (table, rest) = split(rows, &raters);
            rows = rest;
            let Some(found) = icc(&table) else { break };
            groups.push(RaterGroup {
                raters: raters.into_iter().cloned().collect(),
                candidates: table.len(),
                one: found.two_1,
                mean: found.two_k,
            });
        }
        Self { most: most.unwrap_or(0), groups }
    }
}

/// The interviewers whose table has the most ratings, among those who rated enough candidates; of several, those who rated more candidates.
fn largest<'r>(rows: &[Row<'r>]) -> Option<BTreeSet<&'r Rater>> {
    let sized = sets(rows).into_iter().map(|raters| (rated_by(rows, &raters), raters));
    let enough = sized.filter(|(candidates, _)| *candidates >= LEAST_CANDIDATES);
    let size =
        |(candidates, raters): &(usize, BTreeSet<_>)| (candidates * raters.len(), *candidates);
    let largest = enough.reduce(|best, next| if size(&next) > size(&best) { next } else { best });
    largest.map(|(_, raters)| raters)
}

/// The sets of two or more interviewers who rated a candidate, and what two such sets have in common.
fn sets<'r>(rows: &[Row<'r>]) -> BTreeSet<BTreeSet<&'r Rater>> {
    let of_rows: BTreeSet<BTreeSet<&Rater>> =
        rows.iter().map(|row| row.keys().copied().collect()).collect();
    let mut all = of_rows.clone();
    for one in &of_rows {
        all.extend(of_rows.iter().map(|other| one.intersection(other).copied().collect()));
    }
    all.retain(|raters| raters.len() >= 2);
    all
}

fn rated_by(rows: &[Row<'_>], raters: &BTreeSet<&Rater>) -> usize {
    rows.iter().filter(|row| raters.iter().all(|rater| row.contains_key(rater))).count()
}

/// The ratings of the candidates whom all these interviewers rated, and the other candidates.
fn split<'r>(rows: Vec<Row<'r>>, raters: &BTreeSet<&'r Rater>) -> (Vec<Vec<f64>>, Vec<Row<'r>>) {
    let (mut table, mut rest) = (Vec::new(), Vec::new());
    for row in rows {
        let ratings: Option<Vec<f64>> =
            raters.iter().map(|rater| row.get(rater).copied()).collect();
        match ratings {
            Some(ratings) => table.push(ratings),
            None => rest.push(row),
        }
    }
    (table, rest)
}
