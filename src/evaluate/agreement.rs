use schemars::JsonSchema;
use serde::Serialize;

use super::alpha::{Coincidences, MeasurementLevel};
use super::bootstrap::Bootstrap;
use super::estimate::{Estimate, TooAlike};
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
/// The most points that a scale has.
const MAX_POINTS: usize = 9;

/// What is known of a unit.
struct Unit {
    coincidences: Coincidences,
    /// How many pairs of ratings it has.
    pairs: u64,
    /// How many of these are at most one point apart.
    near: u64,
}

/// A statistic of those units that are drawn. One may be drawn several times.
type OfUnits = fn(&[Unit], drawn: &[usize]) -> Option<f64>;

impl Agreement {
    /// The agreement in ratings of one kind, which are in the order of items and packets.
    pub(super) fn of(rated: &[Rated], bootstrap: Bootstrap) -> Self {
        let mut units = Vec::new();
        for unit in rated.chunk_by(|one, next| one.item == next.item && one.packet == next.packet) {
            let mut counts = [0; MAX_POINTS];
            for score in unit.iter().filter_map(|rated| rated.rating.score()) {
                counts[place(score)] += 1;
            }
            if counts.iter().sum::<u32>() >= 2 {
                units.push(Unit::of(&counts));
            }
        }
        Self {
            units: units.len(),
            pairs: units.iter().map(|unit| unit.pairs).sum(),
            ordinal_alpha: estimate(&units, bootstrap, alpha),
            within_one_point: estimate(&units, bootstrap, within_one),
        }
    }
}

impl Unit {
    fn of(counts: &[u32; MAX_POINTS]) -> Self {
        let coincidences = Coincidences::of_unit(counts);
        let counts = counts.map(u64::from);
        let among = |count: u64| count * count.saturating_sub(1) / 2;
        let same: u64 = counts.iter().map(|count| among(*count)).sum();
        let next: u64 = counts.windows(2).map(|two| two.iter().product::<u64>()).sum();
        Self { coincidences, pairs: among(counts.iter().sum()), near: same + next }
    }
}

/// A statistic of all units, and its interval.
fn estimate(units: &[Unit], bootstrap: Bootstrap, statistic: OfUnits) -> Estimate {
    let n = units.len();
    if n < LEAST_UNITS {
        return Estimate::NotEnough { n, needs: LEAST_UNITS };
    }
    let mut all = Vec::with_capacity(n);
    all.extend(0..n);
    match statistic(units, &all) {
        None => Estimate::Undefined(TooAlike::Ratings),
        Some(value) => {
            let interval = bootstrap.interval(n, &|drawn| statistic(units, drawn));
            Estimate::Known { value, interval: interval.ok_or(TooAlike::Ratings) }
        }
    }
}

fn alpha(units: &[Unit], drawn: &[usize]) -> Option<f64> {
    const VALUES: [f64; MAX_POINTS] = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0];
    let mut all = Coincidences::none(MAX_POINTS);
    for unit in drawn {
        all.add(&units[*unit].coincidences);
    }
    all.alpha(MeasurementLevel::Ordinal, &VALUES)
}

#[expect(clippy::cast_precision_loss, reason = "nobody has so many ratings")]
fn within_one(units: &[Unit], drawn: &[usize]) -> Option<f64> {
    let (mut near, mut pairs) = (0, 0);
    for unit in drawn {
        (near, pairs) = (near + units[*unit].near, pairs + units[*unit].pairs);
    }
    (pairs > 0).then(|| near as f64 / pairs as f64)
}
