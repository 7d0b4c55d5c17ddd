use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::alpha::{Coincidences, MeasurementLevel};
use super::bootstrap::Bootstrap;
use super::estimate::{Estimate, NoValue};
use super::ratings::Rated;
use super::usage::place;

/// How far interviewers agree who rated the same. A unit is a candidate and a question, or a candidate and a competency, that two or more
/// interviewers rated with a number.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Agreement {
    /// The number of units.
    pub units: usize,
    /// The number of pairs of ratings of the same unit.
    pub pairs: u64,
    /// Krippendorff's alpha for ordinal data.
    pub ordinal_alpha: Estimate,
    /// The share of pairs of ratings that are at most one point apart.
    pub within_one_point: Estimate,
}

/// The least number of units for a statistic of agreement.
pub const LEAST_UNITS: usize = 10;
/// The units. A few ratings on a short scale are often the same, so equal units are kept once: drawing from them again and again then
/// takes time by their kinds.
struct Units {
    /// How often each rating was given, from 1, and what follows from it. No two are equal.
    kinds: Vec<UnitKind>,
    /// The kind of each unit, by its place.
    of: Vec<usize>,
    /// The values of the scale up to the highest rating.
    values: Vec<f64>,
}

/// What is known of equal units.
struct UnitKind {
    coincidences: Coincidences,
    /// How many pairs of ratings each has.
    pairs: u64,
    /// How many of these are at most one point apart.
    near: u64,
}

/// A statistic of units, of which is known how many there are of each kind.
type OfUnits = fn(&Units, counts: &[u32]) -> Option<f64>;

impl Agreement {
    /// The agreement in ratings of one kind, which are in the order of items and packets.
    pub(super) fn of(rated: &[Rated], bootstrap: Bootstrap) -> Self {
        let units = Units::of(rated);
        Self {
            units: units.of.len(),
            pairs: units.of.iter().map(|kind| units.kinds[*kind].pairs).sum(),
            ordinal_alpha: units.estimate(bootstrap, alpha),
            within_one_point: units.estimate(bootstrap, within_one),
        }
    }
}

impl Units {
    fn of(rated: &[Rated]) -> Self {
        let points = rated.iter().filter_map(|rated| rated.rating.score()).max().unwrap_or(0);
        let (mut kinds, mut of) = (Vec::new(), Vec::new());
        let mut known: BTreeMap<Vec<u32>, usize> = BTreeMap::new();
        for unit in rated.chunk_by(|one, next| one.item == next.item && one.packet == next.packet) {
            let mut counts = vec![0; usize::from(points)];
            for score in unit.iter().filter_map(|rated| rated.rating.score()) {
                counts[place(score)] += 1;
            }
            if counts.iter().sum::<u32>() >= 2 {
                let kind = *known.entry(counts).or_insert_with_key(|counts| {
                    kinds.push(UnitKind::of(counts));
                    kinds.len() - 1
                });
                of.push(kind);
            }
        }
        Self { kinds, of, values: (1..=points).map(f64::from).collect() }
    }

    /// How many of these units there are of each kind.
    fn counts(&self, units: &[usize]) -> Vec<u32> {
        let mut counts = vec![0; self.kinds.len()];
        for unit in units {
            counts[self.of[*unit]] += 1;
        }
        counts
    }

    /// A statistic of all units, and its interval.
    fn estimate(&self, bootstrap: Bootstrap, statistic: OfUnits) -> Estimate {
        let n = self.of.len();
        if n < LEAST_UNITS {
            return Estimate::NotEnough { n, needs: LEAST_UNITS };
        }
        let of = |units: &[usize]| statistic(self, &self.counts(units));
        let all: Vec<usize> = (0..n).collect();
        match of(&all) {
            None => Estimate::Undefined(NoValue::SameRatings),
            Some(value) => Estimate::Known { value, interval: bootstrap.interval(n, &of) },
        }
    }
}

impl UnitKind {
    fn of(counts: &[u32]) -> Self {
        let coincidences = Coincidences::of_unit(counts);
        let counts: Vec<u64> = counts.iter().copied().map(u64::from).collect();
        let among = |count: u64| count * count.saturating_sub(1) / 2;
        let same: u64 = counts.iter().map(|count| among(*count)).sum();
        let next: u64 = counts.windows(2).map(|two| two.iter().product::<u64>()).sum();
        Self { coincidences, pairs: among(counts.iter().sum()), near: same + next }
    }
}

fn alpha(units: &Units, counts: &[u32]) -> Option<f64> {
    let mut all = Coincidences::none(units.values.len());
    for (kind, count) in units.kinds.iter().zip(counts).filter(|(_, count)| **count > 0) {
        all.add_times(&kind.coincidences, *count);
    }
    all.alpha(MeasurementLevel::Ordinal, &units.values)
}

#[expect(clippy::cast_precision_loss, reason = "nobody has so many ratings")]
fn within_one(units: &Units, counts: &[u32]) -> Option<f64> {
    let (mut near, mut pairs) = (0, 0);
    for (kind, count) in units.kinds.iter().zip(counts) {
        let count = u64::from(*count);
        (near, pairs) = (near + count * kind.near, pairs + count * kind.pairs);
    }
    (pairs > 0).then(|| near as f64 / pairs as f64)
}
