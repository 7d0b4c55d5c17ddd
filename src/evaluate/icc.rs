use super::bootstrap::CONFIDENCE;
use super::estimate::{Estimate, NoInterval, NoValue};
use super::f_distribution::quantile;

/// The intraclass correlations of a table in which each of the same raters rated each target, after Shrout and Fleiss (1979). The letters
/// are theirs: `(2,1)` holds for one rater of many who could have been asked, `(2,k)` for the mean of as many raters as there are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Icc {
    /// Other raters rate each target; one of them.
    pub one_1: Correlation,
    /// The same raters, drawn from many, rate each target; one of them. Agreement.
    pub two_1: Correlation,
    /// The same raters, and no others, rate each target; one of them. Consistency.
    pub three_1: Correlation,
    /// As `one_1`, the mean of all.
    pub one_k: Correlation,
    /// As `two_1`, the mean of all.
    pub two_k: Correlation,
    /// As `three_1`, the mean of all.
    pub three_k: Correlation,
}

/// A correlation and its 95% confidence interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Correlation {
    /// The correlation. `None` if the targets do not differ, or not more than raters do.
    pub value: Option<f64>,
    /// The interval, or why there is none.
    pub interval: Result<[f64; 2], NoInterval>,
}

/// What differs by less than this share is the same: ratings are small whole numbers.
const ROUNDING: f64 = 1e-13;

/// Where the variation of a table comes from: mean squares and degrees of freedom of an analysis of variance.
struct Variance {
    targets: f64,
    raters: f64,
    /// Between targets.
    between: f64,
    /// Within targets.
    within: f64,
    /// Between raters.
    raters_ms: f64,
    /// What is left.
    error: f64,
}

/// The correlations of a table: a row for each target, a cell for each rater. `None` if it has fewer than two rows or columns, or if the
/// rows are not equally long.
#[must_use]
pub fn icc(table: &[Vec<f64>]) -> Option<Icc> {
    let it = Variance::of(table)?;
    let Variance { targets: n, raters: k, between, within, raters_ms, error } = it;
    let one = |raters: f64| positive_share(between - within, between + (raters - 1.0) * within);
    let three = |raters: f64| positive_share(between - error, between + (raters - 1.0) * error);
    let spread = between + (k - 1.0) * error + k * (raters_ms + error) / n;
    let whole = between + (k - 1.0) * error + k * (raters_ms - error) / n;
    let two = share(between - error, whole, spread);
    // Differences between raters that are smaller than chance would make them can cancel out those between targets.
    let spread = between + (raters_ms + error) / n;
    let two_mean = share(between - error, between + (raters_ms - error) / n, spread);
    let of_one = it.of_ratio(positive_share(between, within), n * (k - 1.0));
    let of_three = it.of_ratio(positive_share(between, error), (n - 1.0) * (k - 1.0));
    let of_two = two.and_then(|two| it.of_agreement(two));
    let single = |low: f64| Some((low - 1.0) / (low + k - 1.0));
    let mean = |low: f64| Some(1.0 - 1.0 / low);
    // The formula of Spearman and Brown has a pole, beyond which it says nothing.
    let stepped_up = |low: f64| {
        let whole = 1.0 + (k - 1.0) * low;
        (whole > ROUNDING).then(|| k * low / whole)
    };
    let correlation = |value: Option<f64>,
                       ends: Option<[f64; 2]>,
                       convert: &dyn Fn(f64) -> Option<f64>| {
        let interval = match (value, ends) {
            (None, _) => Err(NoInterval::SameCandidates),
            // The ends are ratios to what is left when candidates and severity are accounted for, and nothing is.
            (_, None) => Err(NoInterval::SameInterviewers),
            (_, Some([low, high])) => match (convert(low), convert(high)) {
                (Some(low), Some(high)) if low.is_finite() && high.is_finite() && low <= high => {
                    Ok([low, high])
                }
                _ => Err(NoInterval::SameCandidates),
            },
        };
        Correlation { value, interval }
    };
    Some(Icc {
        one_1: correlation(one(k), of_one, &single),
        two_1: correlation(two, of_two, &Some),
        three_1: correlation(three(k), of_three, &single),
        one_k: correlation(one(1.0), of_one, &mean),
        two_k: correlation(two_mean, of_two, &stepped_up),
        three_k: correlation(three(1.0), of_three, &mean),
    })
}

impl From<Correlation> for Estimate {
    fn from(Correlation { value, interval }: Correlation) -> Self {
        match value {
            Some(value) => Self::Known { value, interval },
            None => Self::Undefined(NoValue::SameCandidates),
        }
    }
}

/// A share of a sum of parts, some of which may be negative. `None` if the sum is not positive, but for what rounding makes of parts of
/// this size.
fn share(part: f64, whole: f64, size: f64) -> Option<f64> {
    (whole > size * ROUNDING).then(|| part / whole).filter(|share| share.is_finite())
}

/// A share of a sum whose parts are not negative.
fn positive_share(part: f64, whole: f64) -> Option<f64> {
    share(part, whole, whole)
}

impl Variance {
    fn of(table: &[Vec<f64>]) -> Option<Self> {
        let (rows, columns) = (table.len(), table.first()?.len());
        if rows < 2 || columns < 2 || table.iter().any(|row| row.len() != columns) {
            return None;
        }
        let (n, k) =
            (f64::from(u32::try_from(rows).ok()?), f64::from(u32::try_from(columns).ok()?));
        let grand = table.iter().flatten().sum::<f64>() / (n * k);
        let square = |value: f64| value * value;
        let of_row = |row: &Vec<f64>| row.iter().sum::<f64>() / k;
        let of_column =
            |column: usize| table.iter().filter_map(|row| row.get(column)).sum::<f64>() / n;
        let total: f64 = table.iter().flatten().map(|value| square(value - grand)).sum();
        let between: f64 = table.iter().map(|row| k * square(of_row(row) - grand)).sum();
        let raters_ms: f64 = (0..columns).map(|column| n * square(of_column(column) - grand)).sum();
        let spread = |row: &Vec<f64>| {
            let mean = of_row(row);
            row.iter().map(|value| square(value - mean)).sum::<f64>()
        };
        let within: f64 = table.iter().map(spread).sum();
        let tidy = |sum: f64| if sum <= total * ROUNDING { 0.0 } else { sum };
        let (between, within, raters_ms) = (tidy(between), tidy(within), tidy(raters_ms));
        let error = tidy(within - raters_ms);
        Some(Self {
            targets: n,
            raters: k,
            between: between / (n - 1.0),
            within: within / (n * (k - 1.0)),
            raters_ms: raters_ms / (k - 1.0),
            error: error / ((n - 1.0) * (k - 1.0)),
        })
    }

    /// The interval of a ratio of mean squares, of which the lower one has so many degrees of freedom (Shrout and Fleiss 1979, p. 424).
    fn of_ratio(&self, ratio: Option<f64>, below: f64) -> Option<[f64; 2]> {
        let (ratio, above) = (ratio?, self.targets - 1.0);
        let high = 1.0 - (1.0 - CONFIDENCE) / 2.0;
        Some([ratio / quantile(high, above, below)?, ratio * quantile(high, below, above)?])
    }

    /// The interval of the agreement of one rater (`McGraw` and Wong 1996, table 7, case 2A).
    fn of_agreement(&self, two: f64) -> Option<[f64; 2]> {
        let Self { targets: n, raters: k, between, raters_ms, error, .. } = *self;
        let ratio = positive_share(raters_ms, error)?;
        let rest = n * (1.0 + (k - 1.0) * two) - k * two;
        let above = k * two * ratio + rest;
        let freedom = (n - 1.0) * (k - 1.0) * above * above
            / ((n - 1.0) * k * k * two * two * ratio * ratio + rest * rest);
        let high = 1.0 - (1.0 - CONFIDENCE) / 2.0;
        let low_f = quantile(high, n - 1.0, freedom)?;
        let high_f = quantile(high, freedom, n - 1.0)?;
        let shared = k * raters_ms + (k * n - k - n) * error;
        let low = n * (between - low_f * error) / (low_f * shared + n * between);
        let high = n * (high_f * between - error) / (shared + n * high_f * between);
        Some([low, high])
    }
}
