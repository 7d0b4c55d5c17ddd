use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use super::bits::Bits;
use super::estimate::Estimate;
use super::icc::icc;
use super::ratings::{Rated, Rater};

/// What the same interviewers make of several candidates, by one question or competency.
pub(super) struct SameRaters {
    /// How many candidates are the most that the same two or more interviewers rated.
    pub(super) most: usize,
    /// The groups of interviewers who rated enough candidates, the largest table first. No candidate is in two of them.
    pub(super) groups: Vec<RaterGroup>,
}

/// Interviewers who all rated the same candidates.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct RaterGroup {
    /// Their names, in order.
    pub interviewers: Vec<String>,
    /// How many candidates they all rated.
    pub candidates: usize,
    /// ICC(2,1): agreement of a single interviewer with others.
    pub icc_2_1: Estimate,
    /// ICC(2,k): agreement of the mean of these interviewers with others.
    pub icc_2_k: Estimate,
}

/// The least number of candidates that the same interviewers rated.
pub const LEAST_CANDIDATES: usize = 10;

/// The most sets of interviewers of a candidate of which is looked for what two of them have in common: the work grows with their square.
const MOST_SETS: usize = 1000;

/// The rating design: who rated whom. Interviewers and candidates are numbers, in the order of names and of packets.
struct Design<'r> {
    names: Vec<&'r str>,
    /// For each candidate the interviewers, in order, with their ratings.
    rows: Vec<Vec<(usize, f64)>>,
    /// The candidates of each interviewer.
    of_rater: Vec<Bits>,
}

/// Some interviewers, and how many candidates are the most that all of them rated.
struct Set {
    raters: Bits,
    candidates: usize,
}

impl SameRaters {
    /// Finds the groups in the ratings of one question or competency, which are in the order of packets. Interviewers without a name are in
    /// none: nobody knows whether they are the same person in two packets.
    ///
    /// A group is one of these sets: any two interviewers, all who rated a candidate, and what two of the latter have in common. The one with
    /// the largest table comes first, and its candidates are in no other group.
    pub(super) fn of(rated: &[Rated]) -> Self {
        let design = Design::of(rated);
        let mut left = Bits::none(design.rows.len());
        for row in 0..design.rows.len() {
            left.insert(row);
        }
        let (mut sets, most) = design.sets(&left);
        let mut groups = Vec::new();
        while let Some(raters) = design.largest(&mut sets, &left) {
            let candidates = design.rated_by(&raters, &left);
            groups.push(design.group(&raters, &candidates));
            left.remove(&candidates);
        }
        Self { most, groups }
    }
}

impl<'r> Design<'r> {
    fn of(rated: &'r [Rated]) -> Self {
        let mut names: Vec<&str> = Vec::new();
        for rated in rated {
            if let Some((name, _)) = named(rated)
                && let Err(place) = names.binary_search(&name)
            {
                names.insert(place, name);
            }
        }
        let mut rows = Vec::new();
        for of_packet in rated.chunk_by(|one, next| one.packet == next.packet) {
            let mut row: Vec<(usize, f64)> = Vec::new();
            for (name, score) in of_packet.iter().filter_map(named) {
                let number = names.partition_point(|other| *other < name);
                let place = row.partition_point(|(other, _)| *other < number);
                row.insert(place, (number, score));
            }
            if row.len() >= 2 {
                rows.push(row);
            }
        }
        let mut of_rater = vec![Bits::none(rows.len()); names.len()];
        for (number, row) in rows.iter().enumerate() {
            for (rater, _) in row {
                of_rater[*rater].insert(number);
            }
        }
        Self { names, rows, of_rater }
    }

    /// The sets of interviewers who rated enough candidates, those first that are first in the order of names; and the most candidates of
    /// any two interviewers.
    fn sets(&self, all: &Bits) -> (Vec<Set>, usize) {
        let end = self.names.len();
        let mut found = BTreeSet::new();
        let mut most = 0;
        for one in 0..end {
            for other in one + 1..end {
                let candidates = self.of_rater[one].in_common(&self.of_rater[other]);
                most = most.max(candidates);
                if candidates >= LEAST_CANDIDATES {
                    found.insert(Bits::of(&[one, other], end));
                }
            }
        }
        let mut of_rows = BTreeSet::new();
        for row in &self.rows {
            let mut raters = Bits::none(end);
            for (rater, _) in row {
                raters.insert(*rater);
            }
            of_rows.insert(raters);
        }
        for (number, one) in of_rows.iter().enumerate() {
            found.insert(one.clone());
            for other in of_rows.iter().take(number.min(MOST_SETS)).filter(|_| number < MOST_SETS) {
                // Those of two are there already.
                if one.in_common(other) > 2 {
                    let mut both = one.clone();
                    both.intersect(other);
                    if self.rated_by(&both, all).len() >= LEAST_CANDIDATES {
                        found.insert(both);
                    }
                }
            }
        }
        let mut sets = Vec::new();
        for raters in found.into_iter().rev() {
            let candidates = self.rated_by(&raters, all).len();
            if candidates >= LEAST_CANDIDATES {
                sets.push(Set { raters, candidates });
            }
        }
        (sets, most)
    }

    /// The interviewers whose table has the most ratings, among those who rated enough of the candidates that are left; of several, those
    /// who rated more candidates, and then those who are first in the order of names.
    fn largest(&self, sets: &mut [Set], left: &Bits) -> Option<Bits> {
        let mut largest = None;
        let mut most = (0, 0);
        for set in sets {
            let raters = set.raters.len();
            let size = |candidates: usize| (candidates * raters, candidates);
            // There are never more candidates than there were.
            if set.candidates < LEAST_CANDIDATES || size(set.candidates) <= most {
                continue;
            }
            set.candidates = self.rated_by(&set.raters, left).len();
            if set.candidates >= LEAST_CANDIDATES && size(set.candidates) > most {
                (largest, most) = (Some(set.raters.clone()), size(set.candidates));
            }
        }
        largest
    }

    /// The candidates whom all these interviewers rated, among those that are left.
    fn rated_by(&self, raters: &Bits, left: &Bits) -> Bits {
        let mut candidates = left.clone();
        for (rater, of_rater) in self.of_rater.iter().enumerate() {
            if raters.has(rater) {
                candidates.intersect(of_rater);
            }
        }
        candidates
    }

    #[expect(clippy::expect_used, reason = "a group has two interviewers and ten candidates")]
    fn group(&self, raters: &Bits, candidates: &Bits) -> RaterGroup {
        let mut table = Vec::new();
        for (number, row) in self.rows.iter().enumerate() {
            if candidates.has(number) {
                let of_group = row.iter().filter(|(rater, _)| raters.has(*rater));
                table.push(of_group.map(|(_, score)| *score).collect());
            }
        }
        let found = icc(&table).expect("each of the interviewers rated each of the candidates");
        let names = self.names.iter().enumerate().filter(|(rater, _)| raters.has(*rater));
        RaterGroup {
            interviewers: names.map(|(_, name)| (*name).to_owned()).collect(),
            candidates: table.len(),
            icc_2_1: found.two_1.into(),
            icc_2_k: found.two_k.into(),
        }
    }
}

/// The name and the score of an interviewer with a name who gave a score.
fn named(rated: &Rated) -> Option<(&str, f64)> {
    match (&rated.rater, rated.rating.score()) {
        (Rater::Named(name), Some(score)) => Some((name, f64::from(score))),
        _ => None,
    }
}
