/// How far apart two values are, which depends on what the values mean (Krippendorff 2011, step E).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Values are names: they are the same or not.
    Nominal,
    /// Values have an order, as the points of a rating scale.
    Ordinal,
    /// Differences between values mean the same everywhere.
    Interval,
    /// Values have a zero, and their shares count.
    Ratio,
}

/// How often each two values were given to the same unit: the matrix of coincidences, of one unit or of several.
#[derive(Clone, Debug, PartialEq)]
pub struct Coincidences {
    /// Row by row, `values * values` of them.
    counts: Vec<f64>,
    values: usize,
}

impl Coincidences {
    /// None of any two of so many values.
    #[must_use]
    pub fn none(values: usize) -> Self {
        Self { counts: vec![0.0; values * values], values }
    }

    /// Those of one unit, of which is known how often each value was given to it. A unit with fewer than two values has none.
    #[must_use]
    pub fn of_unit(counts: &[u32]) -> Self {
        let mut found = Self::none(counts.len());
        let all: f64 = counts.iter().map(|count| f64::from(*count)).sum();
        if all < 2.0 {
            return found;
        }
        let pairs = counts.iter().enumerate().flat_map(|(one, first)| {
            counts.iter().enumerate().map(move |(other, second)| {
                let itself = if one == other { 1.0 } else { 0.0 };
                f64::from(*first) * (f64::from(*second) - itself)
            })
        });
        for (count, pairs) in found.counts.iter_mut().zip(pairs) {
            *count = pairs / (all - 1.0);
        }
        found
    }

    /// Adds those of more units with the same values.
    pub fn add(&mut self, other: &Self) {
        for (count, more) in self.counts.iter_mut().zip(&other.counts) {
            *count += more;
        }
    }

    /// Krippendorff's alpha: 1 is agreement without exception, 0 is what chance alone would give. `values` says what the values are, in
    /// ascending order. `None` if all values are the same, or if no unit has two: then agreement by chance cannot be told from agreement.
    #[must_use]
    pub fn alpha(&self, level: Level, values: &[f64]) -> Option<f64> {
        let totals: Vec<f64> =
            self.counts.chunks(self.values.max(1)).map(|row| row.iter().sum()).collect();
        let all: f64 = totals.iter().sum();
        let (mut observed, mut expected) = (0.0, 0.0);
        for (row, one) in self.counts.chunks(self.values.max(1)).zip(0..) {
            for (count, other) in row.iter().zip(0..one) {
                let distance = level.distance(one, other, values, &totals);
                observed += count * distance;
                expected += totals.get(one)? * totals.get(other)? * distance;
            }
        }
        (expected > 0.0).then(|| 1.0 - (all - 1.0) * observed / expected)
    }
}

impl Level {
    /// The square of the distance of two values, of which the second one is lower, by their places.
    fn distance(self, one: usize, other: usize, values: &[f64], totals: &[f64]) -> f64 {
        let value = |at: usize| values.get(at).copied().unwrap_or(f64::NAN);
        let total = |at: usize| totals.get(at).copied().unwrap_or(0.0);
        let distance = match self {
            Self::Nominal => 1.0,
            Self::Ordinal => {
                let between: f64 = (other..=one).map(total).sum();
                between - f64::midpoint(total(one), total(other))
            }
            Self::Interval => value(one) - value(other),
            Self::Ratio => (value(one) - value(other)) / (value(one) + value(other)),
        };
        distance * distance
    }
}
