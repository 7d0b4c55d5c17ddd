use schemars::JsonSchema;
use serde::Serialize;

use super::agreement::Agreement;
use super::bootstrap::Bootstrap;
use super::estimate::not_enough;
use super::ratings::{Kind, KitRatings, LeftOut, Rated, Rater};
use super::same_raters::{LEAST_CANDIDATES, RaterGroup, SameRaters};
use super::usage::{ItemUsage, RaterUsage, RubricLine, rubric};

/// What is known of one kit. There is no average, total, or ranking in it.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Scores {
    /// The code of the kit.
    pub kit: String,
    /// The number of points of the scale: as given, or else as the records say, or else the highest rating in them.
    pub points: u8,
    /// The candidates, by their packets.
    pub candidates: Vec<CandidateScores>,
    /// What is known of questions.
    pub questions: KindScores,
    /// What is known of competencies.
    pub competencies: KindScores,
    /// How interviewers with names use the scale, in the order of their names.
    pub interviewers: Vec<RaterUsage>,
    /// How often an interviewer of a packet rated without a name. Two of them may be the same person.
    pub without_name: usize,
    /// What is not counted, and why.
    pub left_out: Vec<LeftOut>,
}

/// How one candidate was rated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CandidateScores {
    /// The packet id.
    pub packet: String,
    /// The candidate's name; null if it is not known, or if documents disagree.
    pub candidate: Option<String>,
    /// The questions that were rated.
    pub questions: Vec<ItemUsage>,
    /// The competencies that were rated.
    pub competencies: Vec<ItemUsage>,
}

/// What is known of all questions, or of all competencies.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct KindScores {
    /// How far interviewers agree. A unit is a candidate and a question or competency that two or more interviewers rated.
    pub agreement: Agreement,
    /// What is known of each of them.
    pub items: Vec<ItemScores>,
}

/// What is known of a question or competency.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct ItemScores {
    /// How it was rated.
    #[serde(flatten)]
    pub usage: ItemUsage,
    /// The most candidates whom the same two or more interviewers, all with names, rated.
    pub same_interviewers: usize,
    /// The intraclass correlations, if these are enough: one entry per group of interviewers.
    pub correlations: Vec<RaterGroup>,
    /// Why there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// The lines of its rubric.
    pub rubric: Vec<RubricLine>,
}

impl Scores {
    /// What the ratings of a kit come to, on a scale with so many points, or with more if there is a higher rating.
    #[must_use]
    pub fn of(ratings: &KitRatings, points: u8, bootstrap: Bootstrap) -> Self {
        let points = points.max(ratings.highest_score());
        let all = &ratings.ratings;
        let (of_questions, of_competencies) =
            all.split_at(all.partition_point(|rated| rated.kind == Kind::Question));
        Self {
            kit: ratings.kit.clone(),
            points,
            candidates: candidates(ratings, points),
            questions: KindScores::of(of_questions, &ratings.questions, points, bootstrap),
            competencies: KindScores::of(of_competencies, &ratings.competencies, points, bootstrap),
            interviewers: interviewers(all, points),
            without_name: ratings.without_name,
            left_out: ratings.left_out.clone(),
        }
    }

    /// What is known of questions, or of competencies.
    #[must_use]
    pub fn of_kind(&self, kind: Kind) -> &KindScores {
        match kind {
            Kind::Question => &self.questions,
            Kind::Competency => &self.competencies,
        }
    }
}

impl CandidateScores {
    fn new(packet: &str, candidate: Option<&String>) -> Self {
        let (questions, competencies) = (Vec::new(), Vec::new());
        Self { packet: packet.to_owned(), candidate: candidate.cloned(), questions, competencies }
    }

    /// The questions or the competencies that were rated.
    #[must_use]
    pub fn of_kind(&self, kind: Kind) -> &[ItemUsage] {
        match kind {
            Kind::Question => &self.questions,
            Kind::Competency => &self.competencies,
        }
    }
}

impl KindScores {
    /// The ratings are in the order of items.
    fn of(rated: &[Rated], ids: &[String], points: u8, bootstrap: Bootstrap) -> Self {
        let mut items = Vec::new();
        for (item, id) in ids.iter().enumerate() {
            let from = rated.partition_point(|it| it.item < item);
            let to = rated.partition_point(|it| it.item <= item);
            items.push(ItemScores::of(id, &rated[from..to], points));
        }
        Self { agreement: Agreement::of(rated, bootstrap), items }
    }
}

impl ItemScores {
    fn of(id: &str, rated: &[Rated], points: u8) -> Self {
        let mut usage = ItemUsage::new(id, points);
        for rated in rated {
            usage.count(rated.rating);
        }
        let SameRaters { most, groups } = SameRaters::of(rated);
        Self {
            usage,
            same_interviewers: most,
            why: groups.is_empty().then(|| not_enough(most, LEAST_CANDIDATES)),
            correlations: groups,
            rubric: rubric(rated, points),
        }
    }
}

/// How each candidate was rated, in the order of packets.
fn candidates(ratings: &KitRatings, points: u8) -> Vec<CandidateScores> {
    let mut all: Vec<CandidateScores> = ratings
        .packets
        .iter()
        .map(|(packet, name)| CandidateScores::new(packet, name.as_ref()))
        .collect();
    for rated in &ratings.ratings {
        let found = all.binary_search_by(|it| it.packet.cmp(&rated.packet));
        let place = found.unwrap_or_else(|place| {
            all.insert(place, CandidateScores::new(&rated.packet, None));
            place
        });
        let (items, ids) = match rated.kind {
            Kind::Question => (&mut all[place].questions, &ratings.questions),
            Kind::Competency => (&mut all[place].competencies, &ratings.competencies),
        };
        let id = &ids[rated.item];
        if items.last().is_none_or(|last| last.id != *id) {
            items.push(ItemUsage::new(id, points));
        }
        if let Some(last) = items.last_mut() {
            last.count(rated.rating);
        }
    }
    all
}

/// How the interviewers with names use the scale, in the order of names. A number may be another person in each packet, so nothing is known
/// of an interviewer without a name.
fn interviewers(rated: &[Rated], points: u8) -> Vec<RaterUsage> {
    let mut all: Vec<RaterUsage> = Vec::new();
    for rated in rated {
        let Rater::Named(name) = &rated.rater else { continue };
        let found = all.binary_search_by(|it| it.interviewer.cmp(name));
        let place = found.unwrap_or_else(|place| {
            all.insert(place, RaterUsage::new(name, points));
            place
        });
        all[place].count(rated.kind, rated.rating);
    }
    all
}
