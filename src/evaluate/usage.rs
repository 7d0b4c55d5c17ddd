use schemars::JsonSchema;
use serde::Serialize;

use super::ratings::{Kind, Rated};
use crate::collect::Rating;

/// How often something was given each rating.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ItemUsage {
    /// The id of the question or competency.
    pub id: String,
    /// How often each rating was given, from 1.
    pub counts: Vec<u32>,
    /// How often it was not assessed.
    pub not_assessed: u32,
    /// The lowest rating; null if there is none.
    pub lowest: Option<u8>,
    /// The highest rating; null if there is none.
    pub highest: Option<u8>,
    /// The highest rating minus the lowest one; null if there is none.
    pub range: Option<u8>,
}

/// How an interviewer uses the scale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RaterUsage {
    /// The name.
    pub interviewer: String,
    /// For questions: how often each rating was given, from 1.
    pub questions: Vec<u32>,
    /// How often a question was not assessed.
    pub questions_not_assessed: u32,
    /// For competencies: how often each rating was given, from 1.
    pub competencies: Vec<u32>,
    /// How often a competency was not assessed.
    pub competencies_not_assessed: u32,
}

/// A line of a rubric.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RubricLine {
    /// Its number, from 1.
    pub line: usize,
    /// How often it is ticked at each rating, from 1.
    pub ticked: Vec<u32>,
    /// How often each rating was given where the line is beyond doubt, from 1.
    pub of: Vec<u32>,
    /// Whether it is ticked alike at all ratings, and so deserves a look: there are at least 10 ratings, at least two different ones were
    /// given three times or more, and the shares of ticks at these differ by less than 10 points.
    pub deserves_a_look: bool,
}

/// A line that does not discriminate is looked for among this many ratings or more.
pub const LEAST_RATINGS: u32 = 10;
/// A rating counts for that if it was given this often or more.
pub const LEAST_OF_ONE: u32 = 3;
/// Shares that differ by less than one in so many are alike.
const ALIKE: u64 = 10;

/// Nothing counted yet, on a scale with so many points.
fn none(points: u8) -> Vec<u32> {
    vec![0; usize::from(points)]
}

/// The place of a score among the counts of a scale, on which it is.
pub(super) fn place(score: u8) -> usize {
    usize::from(score) - 1
}

/// Counts a rating of a scale with as many points as there are counts.
fn count(rating: Rating, counts: &mut [u32], not_assessed: &mut u32) {
    match rating.score() {
        Some(score) => counts[place(score)] += 1,
        None => *not_assessed += 1,
    }
}

impl ItemUsage {
    /// Nothing yet, on a scale with so many points.
    pub(super) fn new(id: &str, points: u8) -> Self {
        let (lowest, highest, range) = (None, None, None);
        Self { id: id.to_owned(), counts: none(points), not_assessed: 0, lowest, highest, range }
    }

    /// Counts a rating.
    pub(super) fn count(&mut self, rating: Rating) {
        count(rating, &mut self.counts, &mut self.not_assessed);
        if let Some(score) = rating.score() {
            let lowest = self.lowest.map_or(score, |lowest| lowest.min(score));
            let highest = self.highest.map_or(score, |highest| highest.max(score));
            (self.lowest, self.highest, self.range) =
                (Some(lowest), Some(highest), Some(highest - lowest));
        }
    }
}

impl RaterUsage {
    /// Nothing yet, on a scale with so many points.
    pub(super) fn new(name: &str, points: u8) -> Self {
        Self {
            interviewer: name.to_owned(),
            questions: none(points),
            questions_not_assessed: 0,
            competencies: none(points),
            competencies_not_assessed: 0,
        }
    }

    /// Counts a rating.
    pub(super) fn count(&mut self, kind: Kind, rating: Rating) {
        match kind {
            Kind::Question => count(rating, &mut self.questions, &mut self.questions_not_assessed),
            Kind::Competency => {
                count(rating, &mut self.competencies, &mut self.competencies_not_assessed);
            }
        }
    }

    /// How often each rating was given, and how often nothing was assessed.
    #[must_use]
    pub fn of(&self, kind: Kind) -> (&[u32], u32) {
        match kind {
            Kind::Question => (&self.questions, self.questions_not_assessed),
            Kind::Competency => (&self.competencies, self.competencies_not_assessed),
        }
    }
}

/// How often each line of the rubric of a question is ticked.
pub(super) fn rubric(rated: &[Rated], points: u8) -> Vec<RubricLine> {
    let mut rubric: Vec<RubricLine> = Vec::new();
    for rated in rated {
        for line in rubric.len()..rated.rubric.len() {
            let (ticked, of) = (none(points), none(points));
            rubric.push(RubricLine { line: line + 1, ticked, of, deserves_a_look: false });
        }
        let Some(score) = rated.rating.score() else { continue };
        for (line, is_ticked) in rubric.iter_mut().zip(&rated.rubric) {
            if let Some(is_ticked) = is_ticked {
                line.of[place(score)] += 1;
                line.ticked[place(score)] += u32::from(*is_ticked);
            }
        }
    }
    for line in &mut rubric {
        line.deserves_a_look = line.does_not_discriminate();
    }
    rubric
}

impl RubricLine {
    /// Whether it is ticked alike at all ratings, so that it does not discriminate between answers, as far as there is enough to say so.
    fn does_not_discriminate(&self) -> bool {
        let shares: Vec<(u64, u64)> = self
            .ticked
            .iter()
            .zip(&self.of)
            .filter(|(_, of)| **of >= LEAST_OF_ONE)
            .map(|(ticked, of)| (u64::from(*ticked), u64::from(*of)))
            .collect();
        // In whole numbers: 9 of 10 less 8 of 10 is a little less than 0.1 in floating point.
        let are_alike = |(one, of_one): (u64, u64), (other, of_other): (u64, u64)| {
            (one * of_other).abs_diff(other * of_one) * ALIKE < of_one * of_other
        };
        let all_alike = shares.iter().all(|one| shares.iter().all(|other| are_alike(*one, *other)));
        self.of.iter().sum::<u32>() >= LEAST_RATINGS && shares.len() >= 2 && all_alike
    }
}
