use super::estimate::NoInterval;
use super::random::Random;

/// How an interval is drawn from data: by computing a statistic again and again on as many units, drawn from the units with replacement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bootstrap {
    /// Where the random numbers begin. The same seed gives the same interval.
    pub seed: u64,
    /// How often the units are drawn.
    pub resamples: u32,
}

/// The confidence level of all intervals.
pub const CONFIDENCE: f64 = 0.95;

/// An interval is given only if the statistic exists in this share of the draws: else it would be an interval of something else.
const LEAST_DEFINED: f64 = 0.95;

impl Bootstrap {
    /// The interval between the percentiles of a statistic of drawn units, which are passed by their places.
    ///
    /// # Errors
    ///
    /// The statistic does not exist for more than one draw in twenty, or it is the same in all of them.
    pub fn interval(
        &self,
        units: usize,
        statistic: &dyn Fn(&[usize]) -> Option<f64>,
    ) -> Result<[f64; 2], NoInterval> {
        let mut random = Random::new(self.seed);
        let mut drawn = vec![0; units];
        let mut found = Vec::new();
        for _ in 0..self.resamples {
            for unit in &mut drawn {
                *unit = random.below(units);
            }
            found.extend(statistic(&drawn));
        }
        let defined = u32::try_from(found.len()).map_or(f64::INFINITY, f64::from);
        if defined < LEAST_DEFINED * f64::from(self.resamples) {
            return Err(NoInterval::FewRatings);
        }
        found.sort_by(f64::total_cmp);
        if found.first().map(|it| it.to_bits()) == found.last().map(|it| it.to_bits()) {
            return Err(NoInterval::SameAgreement { n: units });
        }
        let tail = (1.0 - CONFIDENCE) / 2.0;
        let end = |share| percentile(&found, share).ok_or(NoInterval::FewRatings);
        Ok([end(tail)?, end(1.0 - tail)?])
    }
}

/// The value below which this share of the values lies, which are in ascending order. Between two values it is as far as the share is.
fn percentile(values: &[f64], share: f64) -> Option<f64> {
    let last = u32::try_from(values.len().checked_sub(1)?).ok()?;
    let place = share * f64::from(last);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a place is between zero and the last index"
    )]
    let (low, high) = (place.floor() as usize, place.ceil() as usize);
    let (below, above) = (values.get(low)?, values.get(high)?);
    Some(below + (above - below) * place.fract())
}
