use super::bootstrap::LEVEL;
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

/// A correlation and the interval of it at the level of 95 %.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Correlation {
    /// The correlation. `None` if the candidates do not differ, or not more than raters do.
    pub value: Option<f64>,
    /// The interval. `None` if the raters do not differ at all, or if the ratings do not vary.
    pub interval: Option<[f64; 2]>,
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
    judges: f64,
    /// What is left.
    error: f64,
}

/// The correlations of a table: a row for each target, a cell for each rater. `None` if it has fewer than two rows or columns, or if the
/// rows are not equally long.
#[must_use]
pub fn icc(table: &[Vec<f64>]) -> Option<Icc> {
    let it = Variance::of(table)?;
    let Variance { targets: n, raters: k, between, within, judges, error } = it;
    let one = |raters: f64| share(between - within, between + (raters - 1.0) * within);
    let three = |raters: f64| share(between - error, between + (raters - 1.0) * error);
    let two = share(between - error, between + (k - 1.0) * error + k * (judges - error) / n);
    // The differences between raters can cancel all others out.
    let whole = between + (judges - error) / n;
    let is_nothing = whole.abs() <= (between + judges + error) * ROUNDING;
    let two_mean = share(between - error, whole).filter(|_| !is_nothing);
    let of_one = it.of_ratio(share(between, within), n * (k - 1.0));
    let of_three = it.of_ratio(share(between, error), (n - 1.0) * (k - 1.0));
    let of_two = two.and_then(|two| it.of_agreement(two));
    let single = |low: f64| (low - 1.0) / (low + k - 1.0);
    let mean = |low: f64| 1.0 - 1.0 / low;
    let stepped_up = |low: f64| k * low / (1.0 + (k - 1.0) * low);
    let correlation = |value, ends: Option<[f64; 2]>, convert: &dyn Fn(f64) -> f64| {
        let interval = ends.map(|ends| ends.map(convert));
        let is_usable = |[low, high]: &[f64; 2]| low.is_finite() && high.is_finite() && low <= high;
        Correlation { value, interval: interval.filter(is_usable) }
    };
    Some(Icc {
        one_1: correlation(one(k), of_one, &single),
        two_1: correlation(two, of_two, &|end| end),
        three_1: correlation(three(k), of_three, &single),
        one_k: correlation(one(1.0), of_one, &mean),
        two_k: correlation(two_mean, of_two, &stepped_up),
        three_k: correlation(three(1.0), of_three, &mean),
    })
}

/// A share, unless it is one of nothing.
fn share(part: f64, whole: f64) -> Option<f64> {
    Some(part / whole).filter(|share| share.is_finite())
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
        let judges: f64 = (0..columns).map(|column| n * square(of_column(column) - grand)).sum();
        let spread = |row: &Vec<f64>| {
            let mean = of_row(row);
            row.iter().map(|value| square(value - mean)).sum::<f64>()
        };
        let within: f64 = table.iter().map(spread).sum();
        let tidy = |sum: f64| if sum <= total * ROUNDING { 0.0 } else { sum };
        let (between, within, judges) = (tidy(between), tidy(within), tidy(judges));
        let error = tidy(within - judges);
        Some(Self {
            targets: n,
            raters: k,
            between: between / (n - 1.0),
            within: within / (n * (k - 1.0)),
            judges: judges / (k - 1.0),
            error: error / ((n - 1.0) * (k - 1.0)),
        })
    }

    /// The interval of a ratio of mean squares, of which the lower one has so many degrees of freedom (Shrout and Fleiss 1979, p. 424).
    fn of_ratio(&self, ratio: Option<f64>, below: f64) -> Option<[f64; 2]> {
        let (ratio, above) = (ratio?, self.targets - 1.0);
        let high = 1.0 - (1.0 - LEVEL) / 2.0;
        Some([ratio / quantile(high, above, below)?, ratio * quantile(high, below, above)?])
    }

    /// The interval of the agreement of one rater (`McGraw` and Wong 1996, table 7, case 2A).
    fn of_agreement(&self, two: f64) -> Option<[f64; 2]> {
        let Self { targets: n, raters: k, between, judges, error, .. } = *self;
        let ratio = share(judges, error)?;
        let rest = n * (1.0 + (k - 1.0) * two) - k * two;
        let above = k * two * ratio + rest;
        let freedom = (n - 1.0) * (k - 1.0) * above * above
            / ((n - 1.0) * k * k * two * two * ratio * ratio + rest * rest);
        let high = 1.0 - (1.0 - LEVEL) / 2.0;
        let low_f = quantile(high, n - 1.0, freedom)?;
        let high_f = quantile(high, freedom, n - 1.0)?;
        let shared = k * judges + (k * n - k - n) * error;
        let low = n * (between - low_f * error) / (low_f * shared + n * between);
        let high = n * (high_f * between - error) / (shared + n * high_f * between);
        Some([low, high])
    }
}
