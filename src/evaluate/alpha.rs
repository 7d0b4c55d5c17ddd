/// How far apart two values are, which depends on what the values mean (Krippendorff 2011, step E).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeasurementLevel {
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
        self.add_times(other, 1);
    }

    /// Adds those of so many units that are equal.
    pub fn add_times(&mut self, other: &Self, times: u32) {
        for (count, more) in self.counts.iter_mut().zip(&other.counts) {
            *count += f64::from(times) * more;
        }
    }

    /// Krippendorff's alpha: 1 is perfect agreement, 0 is what chance alone would give. `values` says what the values are, in ascending
    /// order. `None` if all values are the same, or if no unit has two: then agreement by chance cannot be told from agreement. There is no
    /// alpha of a wrong number of values either.
    #[must_use]
    pub fn alpha(&self, level: MeasurementLevel, values: &[f64]) -> Option<f64> {
        if values.len() != self.values || values.is_empty() {
            return None;
        }
        let rows = self.counts.chunks(self.values);
        let totals: Vec<f64> = rows.clone().map(|row| row.iter().sum()).collect();
        let all: f64 = totals.iter().sum();
        let (mut observed, mut expected) = (0.0, 0.0);
        for (higher, row) in rows.enumerate() {
            for (lower, count) in row.iter().enumerate().take(higher) {
                let (of_lower, of_higher) = (totals[lower], totals[higher]);
                let distance = match level {
                    MeasurementLevel::Nominal => 1.0,
                    MeasurementLevel::Ordinal => {
                        let between: f64 = totals[lower..=higher].iter().sum();
                        between - f64::midpoint(of_lower, of_higher)
                    }
                    MeasurementLevel::Interval => values[higher] - values[lower],
                    MeasurementLevel::Ratio => {
                        (values[higher] - values[lower]) / (values[higher] + values[lower])
                    }
                };
                let square = distance * distance;
                observed += count * square;
                expected += of_lower * of_higher * square;
            }
        }
        (expected > 0.0).then(|| 1.0 - (all - 1.0) * observed / expected)
    }
}
