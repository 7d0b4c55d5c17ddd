//! Scores as JSON. The schema is public: keys are added, and none is taken away.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;

use super::words;
use crate::evaluate::{
    self, Bootstrap, Correlation, Estimate, LEAST_CANDIDATES, LEAST_UNITS, LEVEL, LeftOut, Rater,
    What,
};

/// What the ratings in records can support. There is no average, total, or ranking in it.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "Scores")]
pub(super) struct Report {
    /// How intervals were made.
    method: Method,
    /// How many files were refused when the records were collected.
    refused: usize,
    /// The kits, by their codes. Ratings of different kits are never mixed.
    kits: Vec<KitReport>,
}

/// How intervals were made.
#[derive(Serialize, JsonSchema)]
struct Method {
    /// Where the random numbers of the bootstrap begin.
    seed: u64,
    /// How often the units were drawn with replacement.
    resamples: u32,
    /// The level of all intervals.
    level: f64,
    /// The least number of units for a statistic of agreement.
    least_units: usize,
    /// The least number of candidates for an intraclass correlation.
    least_candidates: usize,
}

/// What is known of one kit.
#[derive(Serialize, JsonSchema)]
struct KitReport {
    /// The code of the kit.
    kit: String,
    /// The number of points of the scale: as given, or else the highest rating in the records.
    points: u8,
    /// The candidates, by their packets.
    candidates: Vec<CandidateReport>,
    /// What is known of questions.
    questions: OfKind,
    /// What is known of competencies.
    competencies: OfKind,
    /// How interviewers use the scale, in the order of their names.
    interviewers: Vec<InterviewerReport>,
    /// What is not counted, and why.
    left_out: Vec<NotCounted>,
}

/// How one candidate was rated.
#[derive(Serialize, JsonSchema)]
struct CandidateReport {
    /// The packet id.
    packet: String,
    /// The candidate's name; null if it is not known, or if documents disagree.
    candidate: Option<String>,
    /// The questions that were rated.
    questions: Vec<ItemCounts>,
    /// The competencies that were rated.
    competencies: Vec<ItemCounts>,
}

/// How often something was given each rating.
#[derive(Serialize, JsonSchema)]
struct ItemCounts {
    /// The id of the question or competency.
    id: String,
    /// How often each rating was given, from 1.
    counts: Vec<u32>,
    /// How often it was not assessed.
    not_assessed: u32,
    /// The lowest rating; null if there is none.
    lowest: Option<u8>,
    /// The highest rating; null if there is none.
    highest: Option<u8>,
    /// The highest rating minus the lowest one; null if there is none.
    range: Option<u8>,
}

/// What is known of all questions, or of all competencies.
#[derive(Serialize, JsonSchema)]
struct OfKind {
    /// How far interviewers agree. A unit is a candidate and a question or competency that two or more interviewers rated.
    agreement: Agreement,
    /// What is known of each of them.
    items: Vec<Item>,
}

/// How far interviewers agree.
#[derive(Serialize, JsonSchema)]
struct Agreement {
    /// The number of units.
    units: usize,
    /// The number of pairs of ratings of the same unit.
    pairs: u64,
    /// Krippendorff's alpha for ordinal data.
    ordinal_alpha: Statistic,
    /// The share of pairs of ratings that are at most one point apart.
    within_one_point: Statistic,
}

/// A statistic.
#[derive(Serialize, JsonSchema)]
struct Statistic {
    /// Whether it is `known`, there is `not-enough-data`, or it is `undefined`.
    #[schemars(extend("enum" = ["known", "not-enough-data", "undefined"]))]
    state: &'static str,
    /// The value. Only if it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<f64>,
    /// The ends of its interval. Only if it is known and has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    interval: Option<[f64; 2]>,
    /// How many units or candidates there are. Only if they are not enough.
    #[serde(skip_serializing_if = "Option::is_none")]
    n: Option<usize>,
    /// How many there must be. Only if they are not enough.
    #[serde(skip_serializing_if = "Option::is_none")]
    needs: Option<usize>,
    /// Why there is no value, or no interval.
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<String>,
}

/// What is known of a question or competency.
#[derive(Serialize, JsonSchema)]
struct Item {
    /// How it was rated.
    #[serde(flatten)]
    counts: ItemCounts,
    /// The most candidates whom the same two or more interviewers, all with names, rated.
    same_interviewers: usize,
    /// The intraclass correlations, if these are enough: one entry per group of interviewers.
    correlations: Vec<Group>,
    /// Why there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<String>,
    /// The lines of its rubric.
    rubric: Vec<RubricReport>,
}

/// Interviewers who all rated the same candidates.
#[derive(Serialize, JsonSchema)]
struct Group {
    /// Their names, in order.
    interviewers: Vec<String>,
    /// How many candidates they all rated.
    candidates: usize,
    /// ICC(2,1): agreement of a single interviewer with others.
    icc_2_1: Statistic,
    /// ICC(2,k): agreement of the mean of these interviewers with others.
    icc_2_k: Statistic,
}

/// A line of a rubric.
#[derive(Serialize, JsonSchema)]
struct RubricReport {
    /// Its number, from 1.
    line: usize,
    /// How often it is ticked at each rating, from 1.
    ticked: Vec<u32>,
    /// How often each rating was given where the line is beyond doubt, from 1.
    of: Vec<u32>,
    /// Whether it is ticked alike at all ratings, and so deserves a look: there are at least 10 ratings, at least two different ones were
    /// given three times or more, and the shares of ticks at these differ by less than 10 points.
    deserves_a_look: bool,
}

/// How an interviewer uses the scale.
#[derive(Serialize, JsonSchema)]
struct InterviewerReport {
    /// The name; null if it is not known.
    interviewer: Option<String>,
    /// The number in the panel, where the name is not known.
    number: Option<u32>,
    /// For questions: how often each rating was given, from 1.
    questions: Vec<u32>,
    /// How often a question was not assessed.
    questions_not_assessed: u32,
    /// For competencies: how often each rating was given, from 1.
    competencies: Vec<u32>,
    /// How often a competency was not assessed.
    competencies_not_assessed: u32,
}

/// What is not counted.
#[derive(Serialize, JsonSchema)]
struct NotCounted {
    /// The packet id.
    packet: String,
    /// The interviewer's name; null if it is not known.
    interviewer: Option<String>,
    /// The interviewer's number in the panel, where the name is not known.
    number: Option<u32>,
    /// What is not counted: the name of the `candidate` or the `interviewer`, or the rating of a `question` or `competency`, or a
    /// `rubric-line`.
    what: &'static str,
    /// The id of the question or competency.
    id: Option<String>,
    /// The line of the rubric, from 1.
    line: Option<usize>,
    /// Why: `blank`, `conflict`, or `unreadable`.
    reason: &'static str,
    /// What was seen, or why it cannot be read.
    detail: Option<String>,
}

/// The JSON Schema of scores.
pub(crate) fn scores_schema() -> serde_json::Value {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    generator.into_root_schema_for::<Report>().to_value()
}

impl Report {
    pub(super) fn new(scores: &[evaluate::Scores], bootstrap: Bootstrap, refused: usize) -> Self {
        let method = Method {
            seed: bootstrap.seed,
            resamples: bootstrap.resamples,
            level: LEVEL,
            least_units: LEAST_UNITS,
            least_candidates: LEAST_CANDIDATES,
        };
        Self { method, refused, kits: scores.iter().map(KitReport::new).collect() }
    }
}

impl KitReport {
    fn new(scores: &evaluate::Scores) -> Self {
        Self {
            kit: scores.kit.clone(),
            points: scores.points,
            candidates: scores.candidates.iter().map(CandidateReport::new).collect(),
            questions: OfKind::new(&scores.questions),
            competencies: OfKind::new(&scores.competencies),
            interviewers: scores.interviewers.iter().map(InterviewerReport::new).collect(),
            left_out: scores.left_out.iter().map(NotCounted::new).collect(),
        }
    }
}

impl CandidateReport {
    fn new(candidate: &evaluate::CandidateScores) -> Self {
        let counts = |items: &[evaluate::ItemUsage]| items.iter().map(ItemCounts::new).collect();
        Self {
            packet: candidate.packet.clone(),
            candidate: candidate.name.clone(),
            questions: counts(&candidate.questions),
            competencies: counts(&candidate.competencies),
        }
    }
}

impl ItemCounts {
    fn new(item: &evaluate::ItemUsage) -> Self {
        let extremes = item.usage.extremes();
        Self {
            id: item.id.clone(),
            counts: item.usage.counts.clone(),
            not_assessed: item.usage.not_assessed,
            lowest: extremes.map(|(lowest, _)| lowest),
            highest: extremes.map(|(_, highest)| highest),
            range: extremes.map(|(lowest, highest)| highest - lowest),
        }
    }
}

impl OfKind {
    fn new(scores: &evaluate::KindScores) -> Self {
        let agreement = Agreement {
            units: scores.agreement.units,
            pairs: scores.agreement.pairs,
            ordinal_alpha: Statistic::of(&scores.agreement.alpha),
            within_one_point: Statistic::of(&scores.agreement.within_one),
        };
        Self { agreement, items: scores.items.iter().map(Item::new).collect() }
    }
}

impl Statistic {
    const NONE: Self =
        Self { state: "undefined", value: None, interval: None, n: None, needs: None, why: None };

    fn of(estimate: &Estimate) -> Self {
        match estimate {
            Estimate::NotEnough { n, needs } => Self {
                state: "not-enough-data",
                n: Some(*n),
                needs: Some(*needs),
                why: Some(words::not_enough(*n, *needs)),
                ..Self::NONE
            },
            Estimate::NoVariation => Self::undefined(words::NO_VARIATION),
            Estimate::Known { value, interval } => Self::known(*value, *interval),
        }
    }

    fn of_correlation(correlation: &Correlation) -> Self {
        match correlation.value {
            Some(value) => Self::known(value, correlation.interval),
            None => Self::undefined(words::NO_DIFFERENCE),
        }
    }

    fn undefined(why: &str) -> Self {
        Self { why: Some(why.to_owned()), ..Self::NONE }
    }

    fn known(value: f64, interval: Option<[f64; 2]>) -> Self {
        let why = interval.is_none().then(|| words::NO_INTERVAL.to_owned());
        let (value, interval) = (Some(rounded(value)), interval.map(|ends| ends.map(rounded)));
        Self { state: "known", value, interval, why, ..Self::NONE }
    }
}

impl Item {
    fn new(item: &evaluate::ItemScores) -> Self {
        let group = |group: &evaluate::RaterGroup| Group {
            interviewers: group.raters.iter().map(words::rater).collect(),
            candidates: group.candidates,
            icc_2_1: Statistic::of_correlation(&group.one),
            icc_2_k: Statistic::of_correlation(&group.mean),
        };
        let line = |(index, line): (usize, &evaluate::RubricLine)| RubricReport {
            line: index + 1,
            ticked: line.ticks.iter().map(|ticks| ticks.ticked).collect(),
            of: line.ticks.iter().map(|ticks| ticks.of).collect(),
            deserves_a_look: line.is_alike(),
        };
        let found = &item.same_raters;
        Self {
            counts: ItemCounts::new(&item.usage),
            same_interviewers: found.most,
            correlations: found.groups.iter().map(group).collect(),
            why: found.groups.is_empty().then(|| words::too_few_candidates(found.most)),
            rubric: item.rubric.iter().enumerate().map(line).collect(),
        }
    }
}

impl InterviewerReport {
    fn new(used: &evaluate::RaterUsage) -> Self {
        let (interviewer, number) = parts(&used.rater);
        Self {
            interviewer,
            number,
            questions: used.questions.counts.clone(),
            questions_not_assessed: used.questions.not_assessed,
            competencies: used.competencies.counts.clone(),
            competencies_not_assessed: used.competencies.not_assessed,
        }
    }
}

impl NotCounted {
    fn new(left_out: &LeftOut) -> Self {
        let (interviewer, number) = parts(&left_out.rater);
        let (what, id, line) = match &left_out.what {
            What::Candidate => ("candidate", None, None),
            What::Interviewer => ("interviewer", None, None),
            What::Question(id) => ("question", Some(id), None),
            What::RubricLine(id, line) => ("rubric-line", Some(id), Some(*line)),
            What::Competency(id) => ("competency", Some(id), None),
        };
        Self {
            packet: left_out.packet.clone(),
            interviewer,
            number,
            what,
            id: id.cloned(),
            line,
            reason: words::reason(left_out.reason),
            detail: left_out.detail.clone(),
        }
    }
}

/// The name of an interviewer, or else the number.
fn parts(rater: &Rater) -> (Option<String>, Option<u32>) {
    match rater {
        Rater::Named(name) => (Some(name.clone()), None),
        Rater::Number(number) => (None, Some(*number)),
        Rater::Only => (None, None),
    }
}

/// A number with six decimals: more of them would differ between machines, whose logarithms do.
pub(super) fn rounded(value: f64) -> f64 {
    (value * 1e6).round() / 1e6 + 0.0
}
