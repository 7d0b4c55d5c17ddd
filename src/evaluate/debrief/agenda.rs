use super::result::{AgendaItem, Mark, Note, Side, Topic, TopicOf};
use crate::collect::Rating;

/// How many topics an agenda has at least, if so many have ratings that differ.
const LEAST: usize = 4;
/// Topics with such a range are all on the agenda.
const WIDE: u8 = 2;

/// What to talk about, the widest range first; of equal ranges, in the order of the topics. Nothing about ratings that are alike.
pub(super) fn agenda(
    topics: &[Topic],
    notes: impl Fn(&TopicOf, usize) -> Vec<Note>,
) -> Vec<AgendaItem> {
    let widest = topics.iter().filter_map(|topic| topic.range).max().unwrap_or(0);
    let mut ranged: Vec<(&Topic, u8)> = Vec::new();
    for range in (1..=widest).rev() {
        let of_range = topics.iter().filter(|topic| topic.range == Some(range));
        ranged.extend(of_range.map(|topic| (topic, range)));
    }
    let wide = ranged.iter().filter(|(_, range)| *range >= WIDE).count();
    ranged.truncate(LEAST.max(wide));
    let item = |(topic, range): (&Topic, u8)| {
        let scores = scores(&topic.marks);
        let side = |end: Option<u8>| -> Vec<Side> {
            let of_end = scores.iter().filter(|(_, score)| Some(*score) == end);
            let side = |(panelist, score): &(usize, u8)| {
                let notes = notes(&topic.of, *panelist);
                Side { panelist: *panelist, score: *score, notes }
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
    let score = |(panelist, mark): (usize, &Mark)| match mark {
        Mark::Rated(Rating::Score(score)) => Some((panelist, *score)),
        _ => None,
    };
    marks.iter().enumerate().filter_map(score).collect()
}
