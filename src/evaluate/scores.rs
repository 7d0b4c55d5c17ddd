use std::collections::BTreeMap;

use super::agreement::Agreement;
use super::bootstrap::Bootstrap;
use super::ratings::{Kind, KitRatings, LeftOut, Rated, Rater};
use super::same_raters::SameRaters;
use super::usage::{RubricLine, Usage};

/// What the ratings of one kit can support. There is no average, total or ranking in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Scores {
    /// The code of the kit.
    pub kit: String,
    /// How many points the scale has.
    pub points: u8,
    /// What is known of each candidate, in the order of packets.
    pub candidates: Vec<CandidateScores>,
    /// What is known of questions.
    pub questions: KindScores,
    /// What is known of competencies.
    pub competencies: KindScores,
    /// How each interviewer uses the scale, in the order of names.
    pub interviewers: Vec<RaterUsage>,
    /// What is not counted, and why.
    pub left_out: Vec<LeftOut>,
}

/// How one candidate was rated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CandidateScores {
    /// The packet.
    pub packet: String,
    /// The candidate's name, if it is known.
    pub name: Option<String>,
    /// The ratings of each question that has some, in the order of questions.
    pub questions: Vec<ItemUsage>,
    /// The ratings of each competency that has some.
    pub competencies: Vec<ItemUsage>,
}

/// What is known of all questions, or of all competencies.
#[derive(Clone, Debug, PartialEq)]
pub struct KindScores {
    /// How far interviewers agree.
    pub agreement: Agreement,
    /// What is known of each, in their order.
    pub items: Vec<ItemScores>,
}

/// What is known of a question or a competency.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemScores {
    /// How it is rated.
    pub usage: ItemUsage,
    /// What the same interviewers make of several candidates.
    pub same_raters: SameRaters,
    /// How often each line of its rubric is ticked.
    pub rubric: Vec<RubricLine>,
}

/// How often each rating was given to something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemUsage {
    /// The id of the question or competency.
    pub id: String,
    /// How often.
    pub usage: Usage,
}

/// How an interviewer uses the scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RaterUsage {
    /// The interviewer.
    pub rater: Rater,
    /// For questions.
    pub questions: Usage,
    /// For competencies.
    pub competencies: Usage,
}

impl Scores {
    /// What the ratings of a kit come to, on a scale with so many points. No rating is higher than that.
    #[must_use]
    pub fn of(ratings: &KitRatings, points: u8, bootstrap: Bootstrap) -> Self {
        let of_kind = |kind| ratings.ratings.iter().filter(move |rated| rated.kind == kind);
        let kind_scores = |kind, ids: &[String]| KindScores {
            agreement: Agreement::of(of_kind(kind), bootstrap),
            items: (0..)
                .zip(ids)
                .map(|(item, id)| {
                    ItemScores::of(id, points, || of_kind(kind).filter(move |it| it.item == item))
                })
                .collect(),
        };
        let mut of_packets: BTreeMap<&str, Vec<&Rated>> = BTreeMap::new();
        for rated in &ratings.ratings {
            of_packets.entry(&rated.packet).or_default().push(rated);
        }
        let candidates = ratings.packets.iter().map(|(packet, name)| {
            let of_packet = of_packets.get(packet.as_str()).map_or(&[][..], Vec::as_slice);
            let counted = |kind, ids: &[String]| {
                let of_item = |item| {
                    let is_of_item = move |it: &&Rated| it.kind == kind && it.item == item;
                    of_packet.iter().copied().filter(is_of_item)
                };
                let all = (0..).zip(ids).map(|(item, id)| usage(id, points, of_item(item)));
                all.filter(|item| item.usage.all() > 0).collect()
            };
            CandidateScores {
                packet: packet.clone(),
                name: name.clone(),
                questions: counted(Kind::Question, &ratings.questions),
                competencies: counted(Kind::Competency, &ratings.competencies),
            }
        });
        Self {
            kit: ratings.kit.clone(),
            points,
            candidates: candidates.collect(),
            questions: kind_scores(Kind::Question, &ratings.questions),
            competencies: kind_scores(Kind::Competency, &ratings.competencies),
            interviewers: interviewers(&ratings.ratings, points),
            left_out: ratings.left_out.clone(),
        }
    }
}

impl ItemScores {
    fn of<'r, R: Iterator<Item = &'r Rated>>(
        id: &str,
        points: u8,
        ratings: impl Fn() -> R,
    ) -> Self {
        let mut rubric: Vec<RubricLine> = Vec::new();
        for rated in ratings() {
            let lines = rubric.len().max(rated.rubric.len());
            rubric.resize(lines, RubricLine::new(points));
            let Some(score) = rated.rating.score() else { continue };
            for (line, is_ticked) in rubric.iter_mut().zip(&rated.rubric) {
                if let Some(is_ticked) = is_ticked {
                    line.count(score, *is_ticked);
                }
            }
        }
        Self { usage: usage(id, points, ratings()), same_raters: SameRaters::of(ratings()), rubric }
    }
}

fn usage<'r>(id: &str, points: u8, ratings: impl Iterator<Item = &'r Rated>) -> ItemUsage {
    let mut usage = Usage::new(points);
    ratings.for_each(|rated| usage.count(rated.rating));
    ItemUsage { id: id.to_owned(), usage }
}

/// How the interviewers use the scale, in the order of names and numbers.
fn interviewers(ratings: &[Rated], points: u8) -> Vec<RaterUsage> {
    let mut all: BTreeMap<&Rater, RaterUsage> = BTreeMap::new();
    for rated in ratings {
        let used = all.entry(&rated.rater).or_insert_with(|| RaterUsage {
            rater: rated.rater.clone(),
            questions: Usage::new(points),
            competencies: Usage::new(points),
        });
        match rated.kind {
            Kind::Question => used.questions.count(rated.rating),
            Kind::Competency => used.competencies.count(rated.rating),
        }
    }
    all.into_values().collect()
}
