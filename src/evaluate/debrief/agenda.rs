use std::cmp::Reverse;

use super::result::{AgendaItem, Heard, Mark, Side, Topic, TopicOf};
use crate::collect::Rating;

/// How many topics an agenda has at least, if so many have ratings that differ.
const LEAST: usize = 4;
/// Topics with such a range are all on the agenda.
const WIDE: u8 = 2;

/// What to talk about, the widest range first; of equal ranges, in the order of the topics. Nothing about ratings that are alike.
pub(super) fn agenda(
    topics: &[Topic],
    heard: impl Fn(&TopicOf, usize) -> Vec<Heard>,
) -> Vec<AgendaItem> {
    let ranged = topics.iter().filter_map(|topic| Some((topic, topic.range?)));
    let mut ranged: Vec<(&Topic, u8)> = ranged.filter(|(_, range)| *range > 0).collect();
    ranged.sort_by_key(|(_, range)| Reverse(*range));
    let wide = ranged.iter().filter(|(_, range)| *range >= WIDE).count();
    ranged.truncate(LEAST.max(wide));
    let item = |(topic, range): (&Topic, u8)| {
        let scores = scores(&topic.marks);
        let side = |end: Option<u8>| -> Vec<Side> {
            let of_end = scores.iter().filter(|(_, score)| Some(*score) == end);
            let side = |(seat, score): &(usize, u8)| {
                let heard = heard(&topic.of, *seat);
                Side { seat: *seat, score: *score, heard }
            };
            of_end.map(side).collect()
        };
        let all = || scores.iter().map(|(_, score)| *score);
        let (lowest, highest) = (side(all().min()), side(all().max()));
        AgendaItem { of: topic.of.clone(), range, lowest, highest }
    };
    ranged.into_iter().map(item).collect()
}

/// The highest rating less the lowest.
pub(super) fn range(marks: &[Mark]) -> Option<u8> {
    let scores = scores(marks);
    if scores.len() < 2 || marks.contains(&Mark::Unsettled) {
        return None;
    }
    let all = || scores.iter().map(|(_, score)| *score);
    Some(all().max()? - all().min()?)
}

/// The interviewers who gave a score, with their scores.
fn scores(marks: &[Mark]) -> Vec<(usize, u8)> {
    let score = |(seat, mark): (usize, &Mark)| match mark {
        Mark::Rated(Rating::Score(score)) => Some((seat, *score)),
        _ => None,
    };
    marks.iter().enumerate().filter_map(score).collect()
}
