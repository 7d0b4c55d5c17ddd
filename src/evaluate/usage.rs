use crate::collect::Rating;

/// How often each rating was given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    /// For each point of the scale, from 1.
    pub counts: Vec<u32>,
    /// How often nothing was assessed.
    pub not_assessed: u32,
}

/// How often a line of a rubric is ticked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RubricLine {
    /// For each point of the scale from 1.
    pub ticks: Vec<Ticks>,
}

/// How often a line is ticked at one rating.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ticks {
    /// How often it is ticked.
    pub ticked: u32,
    /// How often the rating was given, and the line is beyond doubt.
    pub of: u32,
}

/// A line that is ticked alike is looked for among this many ratings or more.
pub const LEAST_RATINGS: u32 = 10;
/// A rating counts for that if it was given this often or more.
pub const LEAST_OF_ONE: u32 = 3;
/// Shares that differ by less than this are alike.
const ALIKE: f64 = 0.1;

impl Usage {
    /// Nothing yet, on a scale with so many points.
    pub(super) fn new(points: u8) -> Self {
        Self { counts: vec![0; usize::from(points)], not_assessed: 0 }
    }

    /// Counts a rating.
    pub(super) fn count(&mut self, rating: Rating) {
        let count = match rating.score() {
            Some(score) => self.counts.get_mut(usize::from(score).saturating_sub(1)),
            None => Some(&mut self.not_assessed),
        };
        if let Some(count) = count {
            *count += 1;
        }
    }

    /// How many ratings are numbers.
    #[must_use]
    pub fn scored(&self) -> u32 {
        self.counts.iter().sum()
    }

    /// How many ratings there are.
    #[must_use]
    pub fn all(&self) -> u32 {
        self.scored() + self.not_assessed
    }

    /// The lowest and the highest rating that was given.
    #[must_use]
    pub fn extremes(&self) -> Option<(u8, u8)> {
        let given = || (1..=u8::MAX).zip(&self.counts).filter(|(_, count)| **count > 0);
        Some((given().next()?.0, given().next_back()?.0))
    }
}

impl RubricLine {
    /// Nothing yet, on a scale with so many points.
    pub(super) fn new(points: u8) -> Self {
        Self { ticks: vec![Ticks::default(); usize::from(points)] }
    }

    /// Counts a rating at which the line is ticked or not.
    pub(super) fn count(&mut self, score: u8, is_ticked: bool) {
        if let Some(ticks) = self.ticks.get_mut(usize::from(score).saturating_sub(1)) {
            ticks.of += 1;
            ticks.ticked += u32::from(is_ticked);
        }
    }

    /// Whether it is ticked alike at all ratings, so that it tells no answer from another, as far as there is enough to say so: ten ratings,
    /// and two points of the scale at least that were each given three times.
    #[must_use]
    pub fn is_alike(&self) -> bool {
        let shares = self.ticks.iter().filter(|it| it.of >= LEAST_OF_ONE);
        let shares: Vec<f64> = shares.map(|it| f64::from(it.ticked) / f64::from(it.of)).collect();
        let all: u32 = self.ticks.iter().map(|it| it.of).sum();
        let least = shares.iter().copied().fold(f64::INFINITY, f64::min);
        let most = shares.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        all >= LEAST_RATINGS && shares.len() >= 2 && most - least < ALIKE
    }
}
