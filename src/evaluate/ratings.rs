use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

use super::same_document::{Differing, distinct};
use crate::base::text::{composed, one_line};
use crate::collect::{Rating, Record, State, Value};

/// All ratings of the documents of one kit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KitRatings {
    /// The code of the kit.
    pub kit: String,
    /// The packets, each with the name of its candidate, where all documents agree on it.
    pub packets: BTreeMap<String, Option<String>>,
    /// The ids of the questions, in the order in which the documents ask them.
    pub questions: Vec<String>,
    /// The ids of the competencies, in the order of the documents.
    pub competencies: Vec<String>,
    /// The ratings, in the order of what is rated, of packets, and of interviewers.
    pub ratings: Vec<Rated>,
    /// What is not counted, and why.
    pub left_out: Vec<LeftOut>,
}

/// A rating that is beyond doubt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rated {
    /// Whether a question or a competency is rated.
    pub kind: Kind,
    /// Its place in the list of these.
    pub item: usize,
    /// The packet.
    pub packet: String,
    /// Who rated it.
    pub rater: Rater,
    /// The rating.
    pub rating: Rating,
    /// For each line of the rubric whether it is ticked. `None` where documents contradict each other.
    pub rubric: Vec<Option<bool>>,
}

/// What is rated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A question.
    Question,
    /// A competency.
    Competency,
}

/// Who rated: a name, or else a place in the panel.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rater {
    /// An interviewer with a name, in one form.
    Named(String),
    /// The interviewer of this number, of whom no name is known. In another packet, it may be another person.
    Number(u32),
    /// The only interviewer of a packet, of whom no name is known.
    Only,
}

/// What is not counted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LeftOut {
    /// The packet.
    pub packet: String,
    /// The interviewer.
    pub rater: Rater,
    /// What is left out.
    pub what: What,
    /// Why.
    pub reason: Reason,
    /// What was seen, or why it cannot be read.
    pub detail: Option<String>,
}

/// What can be left out.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// The name of the candidate.
    Candidate,
    /// The name of the interviewer.
    Interviewer,
    /// The rating of a question.
    Question(String),
    /// A line of the rubric of a question, from 1.
    RubricLine(String, usize),
    /// The rating of a competency.
    Competency(String),
}

/// Why something is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// Nothing is filled in.
    Blank,
    /// What is filled in contradicts itself.
    Conflict,
    /// What is filled in cannot be read.
    Unreadable,
}

/// What documents say in the same place.
type Seen<'r, T> = Vec<(&'r str, &'r Value<T>)>;

/// All that one interviewer says of one question or competency.
#[derive(Default)]
struct Sighting<'r> {
    ratings: Seen<'r, Rating>,
    rubric: Vec<Seen<'r, bool>>,
}

/// The ratings in records, kit by kit. A rating that stands on several documents of an interviewer is one.
pub fn ratings(records: &[Record]) -> Result<Vec<KitRatings>, Vec<Differing>> {
    let mut kits: BTreeMap<&str, Vec<&Record>> = BTreeMap::new();
    for record in distinct(records)? {
        let has_rating = record.questions.iter().any(|question| question.rating.is_some());
        if has_rating || !record.competencies.is_empty() {
            kits.entry(&record.kit).or_default().push(record);
        }
    }
    Ok(kits.into_iter().map(|(kit, records)| of_kit(kit, &records)).collect())
}

/// The ratings of one kit. The records are in the order of packets, of interviewers, and of documents.
fn of_kit(kit: &str, records: &[&Record]) -> KitRatings {
    let (mut questions, mut competencies) = (Items::default(), Items::default());
    let mut left_out = Vec::new();
    let raters = raters(records, &mut left_out);
    let packets = packets(records, &mut left_out);
    let mut seen: BTreeMap<(Kind, usize, &str, &Rater), Sighting<'_>> = BTreeMap::new();
    for record in records {
        let Some(rater) = raters.get(&(record.packet.as_str(), record.part)) else { continue };
        for question in &record.questions {
            let Some(rating) = &question.rating else { continue };
            let key = (Kind::Question, questions.place(&question.id), &*record.packet, rater);
            let sighting = seen.entry(key).or_default();
            sighting.ratings.push((&record.document, rating));
            for (index, line) in question.rubric.iter().enumerate() {
                if sighting.rubric.len() <= index {
                    sighting.rubric.push(Vec::new());
                }
                sighting.rubric[index].push((&record.document, line));
            }
        }
        for competency in &record.competencies {
            let item = competencies.place(&competency.id);
            let key = (Kind::Competency, item, &*record.packet, rater);
            let sighting = seen.entry(key).or_default();
            sighting.ratings.push((&record.document, &competency.rating));
        }
    }
    let mut ratings = Vec::new();
    for ((kind, item, packet, rater), sighting) in seen {
        let id = if kind == Kind::Question { questions.id(item) } else { competencies.id(item) };
        let mut leave_out = |what: What, reason: Reason, detail: Option<String>| {
            let (packet, rater) = (packet.to_owned(), rater.clone());
            left_out.push(LeftOut { packet, rater, what, reason, detail });
        };
        let rating = match merged(&sighting.ratings) {
            Ok(rating) => *rating,
            Err((reason, detail)) => {
                let what = match kind {
                    Kind::Question => What::Question(id),
                    Kind::Competency => What::Competency(id),
                };
                leave_out(what, reason, detail);
                continue;
            }
        };
        let line = |(index, seen): (usize, &Seen<'_, bool>)| match merged(seen) {
            Ok(is_ticked) => Some(*is_ticked),
            // A box with nothing in it is one that is not ticked.
            Err((Reason::Blank, _)) => Some(false),
            Err((reason, detail)) => {
                leave_out(What::RubricLine(id.clone(), index + 1), reason, detail);
                None
            }
        };
        let rubric = sighting.rubric.iter().enumerate().map(line).collect();
        let (packet, rater) = (packet.to_owned(), rater.clone());
        ratings.push(Rated { kind, item, packet, rater, rating, rubric });
    }
    left_out.sort();
    let (questions, competencies) = (questions.ids, competencies.ids);
    KitRatings { kit: kit.to_owned(), packets, questions, competencies, ratings, left_out }
}

/// Who filled in the documents of each interviewer. Where these name different people, nobody is named.
fn raters<'r>(
    records: &[&'r Record],
    left_out: &mut Vec<LeftOut>,
) -> BTreeMap<(&'r str, Option<u32>), Rater> {
    let mut seen: BTreeMap<_, Seen<'r, String>> = BTreeMap::new();
    for record in records {
        let key = (record.packet.as_str(), record.part);
        seen.entry(key).or_default().push((&record.document, &record.interviewer));
    }
    let rater = |((packet, part), seen): ((&'r str, Option<u32>), Seen<'r, String>)| {
        let unnamed = part.map_or(Rater::Only, Rater::Number);
        let rater = match name(&seen) {
            Ok(name) => Rater::Named(name),
            Err((reason, detail)) => {
                if reason != Reason::Blank {
                    let (packet, rater) = (packet.to_owned(), unnamed.clone());
                    let what = What::Interviewer;
                    left_out.push(LeftOut { packet, rater, what, reason, detail });
                }
                unnamed
            }
        };
        ((packet, part), rater)
    };
    seen.into_iter().map(rater).collect()
}

/// The packets with their candidates' names.
fn packets(records: &[&Record], left_out: &mut Vec<LeftOut>) -> BTreeMap<String, Option<String>> {
    let mut seen: BTreeMap<&str, Seen<'_, String>> = BTreeMap::new();
    for record in records {
        seen.entry(&record.packet).or_default().push((&record.document, &record.candidate));
    }
    let named = |(packet, seen): (&str, Seen<'_, String>)| {
        let candidate = name(&seen).map_err(|(reason, detail)| {
            if reason != Reason::Blank {
                let (packet, rater) = (packet.to_owned(), Rater::Only);
                left_out.push(LeftOut { packet, rater, what: What::Candidate, reason, detail });
            }
        });
        (packet.to_owned(), candidate.ok())
    };
    seen.into_iter().map(named).collect()
}

/// The name that documents agree on, in Unicode's composed form and with single spaces.
fn name(seen: &Seen<'_, String>) -> Result<String, (Reason, Option<String>)> {
    let form = |value: &Value<String>| {
        let state = match &value.state {
            State::Answered(name) => State::Answered(one_line(&composed(name))),
            state => state.clone(),
        };
        Value { state, place: None }
    };
    let seen: Vec<_> = seen.iter().map(|(document, value)| (*document, form(value))).collect();
    let seen = seen.iter().map(|(document, value)| (*document, value)).collect();
    merged(&seen).cloned()
}

/// What documents say, if all of those that say something say the same.
fn merged<'v, T: Ord + Display>(seen: &Seen<'v, T>) -> Result<&'v T, (Reason, Option<String>)> {
    let told = |document: &str, what: &dyn Display| format!("{document}: {what}");
    for (document, value) in seen {
        match &value.state {
            State::Conflict(seen) => {
                return Err((Reason::Conflict, Some(told(document, &seen.join(", ")))));
            }
            State::Unreadable(why) => {
                return Err((Reason::Unreadable, Some(told(document, why))));
            }
            State::Answered(_) | State::Blank => {}
        }
    }
    let answers = || seen.iter().filter_map(|(document, value)| Some((*document, value.answer()?)));
    let different: BTreeSet<&T> = answers().map(|(_, answer)| answer).collect();
    match (different.first(), different.len()) {
        (None, _) => Err((Reason::Blank, None)),
        (Some(answer), 1) => Ok(answer),
        _ => {
            let told: Vec<String> =
                answers().map(|(document, answer)| told(document, answer)).collect();
            Err((Reason::Conflict, Some(told.join("; "))))
        }
    }
}

/// Ids in the order in which they came, each once.
#[derive(Default)]
struct Items {
    ids: Vec<String>,
    places: BTreeMap<String, usize>,
}

impl Items {
    fn place(&mut self, id: &str) -> usize {
        if let Some(place) = self.places.get(id) {
            return *place;
        }
        let place = self.ids.len();
        self.ids.push(id.to_owned());
        self.places.insert(id.to_owned(), place);
        place
    }

    fn id(&self, place: usize) -> String {
        self.ids.get(place).cloned().unwrap_or_default()
    }
}
