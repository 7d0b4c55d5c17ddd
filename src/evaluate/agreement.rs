use std::collections::BTreeMap;

use super::alpha::{Coincidences, Level};
use super::bootstrap::Bootstrap;
use super::ratings::Rated;

/// How far interviewers agree who rated the same. A unit is a candidate and a question, or a candidate and a competency, that two or more
/// interviewers rated with a number.
#[derive(Clone, Debug, PartialEq)]
pub struct Agreement {
    /// How many units there are.
    pub units: usize,
    /// How many pairs of ratings of the same unit there are.
    pub pairs: u64,
    /// Krippendorff's alpha for ordinal values.
    pub alpha: Estimate,
    /// The share of pairs whose ratings are at most one point apart.
    pub within_one: Estimate,
}

/// What a statistic comes to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Estimate {
    /// There are too few of what it is about.
    NotEnough {
        /// How many there are.
        n: usize,
        /// How many there must be.
        needs: usize,
    },
    /// It has no value, because all ratings are the same.
    NoVariation,
    /// Its value.
    Known {
        /// The value.
        value: f64,
        /// The interval at the level of 95 %. `None` if it has none: the units vary too little.
        interval: Option<[f64; 2]>,
    },
}

/// The least number of units for a statistic of agreement.
pub const LEAST_UNITS: usize = 10;
/// The most points that a scale has.
const MAX_POINTS: usize = 9;

/// What is known of a unit.
struct Unit {
    coincidences: Coincidences,
    /// Its pairs of ratings, and those at most one point apart.
    pairs: [f64; 2],
}

impl Agreement {
    /// The agreement in ratings of one kind.
    pub(super) fn of<'r>(ratings: impl Iterator<Item = &'r Rated>, bootstrap: Bootstrap) -> Self {
        let mut counts: BTreeMap<(&str, usize), [u32; MAX_POINTS]> = BTreeMap::new();
        for Rated { packet, item, rating, .. } in ratings {
            let Some(score) = rating.score() else { continue };
            let unit = counts.entry((packet, *item)).or_insert([0; MAX_POINTS]);
            if let Some(count) = unit.get_mut(usize::from(score).saturating_sub(1)) {
                *count += 1;
            }
        }
        let rated_twice = counts.values().filter(|unit| unit.iter().sum::<u32>() >= 2);
        let all_pairs = rated_twice.clone().map(|unit| pairs(unit)[0]).sum();
        let units: Vec<Unit> = rated_twice.map(Unit::of).collect();
        let (alpha, within_one) = if units.len() < LEAST_UNITS {
            let missing = Estimate::NotEnough { n: units.len(), needs: LEAST_UNITS };
            (missing, missing)
        } else {
            (estimate(&units, bootstrap, alpha), estimate(&units, bootstrap, within_one))
        };
        Self { units: units.len(), pairs: all_pairs, alpha, within_one }
    }
}

impl Unit {
    fn of(counts: &[u32; MAX_POINTS]) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "nobody has so many ratings")]
        let pairs = pairs(counts).map(|pairs| pairs as f64);
        Self { coincidences: Coincidences::of_unit(counts), pairs }
    }
}

/// The pairs of ratings of a unit: all of them, and those at most one point apart.
fn pairs(counts: &[u32; MAX_POINTS]) -> [u64; 2] {
    let counts = counts.map(u64::from);
    let among = |count: u64| count * count.saturating_sub(1) / 2;
    let same: u64 = counts.iter().map(|count| among(*count)).sum();
    let next: u64 = counts.windows(2).map(|two| two.iter().product::<u64>()).sum();
    [among(counts.iter().sum()), same + next]
}

/// A statistic of all units, and its interval.
fn estimate(
    units: &[Unit],
    bootstrap: Bootstrap,
    statistic: impl Fn(&mut dyn Iterator<Item = &Unit>) -> Option<f64>,
) -> Estimate {
    let Some(value) = statistic(&mut units.iter()) else { return Estimate::NoVariation };
    let interval = bootstrap.interval(units.len(), |drawn| {
        statistic(&mut drawn.iter().filter_map(|unit| units.get(*unit)))
    });
    Estimate::Known { value, interval }
}

fn alpha(units: &mut dyn Iterator<Item = &Unit>) -> Option<f64> {
    const VALUES: [f64; MAX_POINTS] = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0];
    let mut all = Coincidences::none(MAX_POINTS);
    units.for_each(|unit| all.add(&unit.coincidences));
    all.alpha(Level::Ordinal, &VALUES)
}

fn within_one(units: &mut dyn Iterator<Item = &Unit>) -> Option<f64> {
    let [all, near] =
        units.fold([0.0, 0.0], |[all, near], unit| [all + unit.pairs[0], near + unit.pairs[1]]);
    (all > 0.0).then_some(near / all)
}
