use std::collections::BTreeMap;
use std::fmt::Display;

use schemars::JsonSchema;
use serde::Serialize;

use super::same_document::{Differing, distinct};
use crate::base::text::{composed, name_key, one_line};
use crate::collect::{Rating, Record, State, Value};

/// All ratings of the documents of one kit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KitRatings {
    /// The code of the kit.
    pub kit: String,
    /// The packets, each with the name of its candidate, where all documents agree on it.
    pub packets: BTreeMap<String, Option<String>>,
    /// How many points the rating scale has, by what records say, each with the file of the first record that says so.
    pub scales: BTreeMap<u8, String>,
    /// The ids of the questions, in the order in which the documents ask them.
    pub questions: Vec<String>,
    /// The ids of the competencies, in the order of the documents.
    pub competencies: Vec<String>,
    /// The ratings, in the order of kinds, of what is rated, of packets, and of interviewers.
    pub ratings: Vec<Rated>,
    /// How often an interviewer of a packet rated without a name. Two of them may be the same person.
    pub without_name: usize,
    /// What is not counted, and why.
    pub left_out: Vec<LeftOut>,
}

/// A rating that is beyond doubt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rated {
    /// Whether a question or a competency is rated.
    pub kind: Kind,
    /// Its index in the list of these.
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

impl Kind {
    /// Both, in the order in which they are reported.
    pub const ALL: [Self; 2] = [Self::Question, Self::Competency];
}

/// Who rated: a name, or else a place in the panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rater {
    /// An interviewer with a name, which is spelled the same wherever the person rated.
    Named(String),
    /// The interviewer of this number, of whom no name is known. In another packet, it may be another person.
    Number(u32),
    /// The only interviewer of a packet, of whom no name is known.
    Only,
}

/// What is not counted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct LeftOut {
    /// The packet id.
    pub packet: String,
    /// The interviewer's name; null if it is not known.
    pub interviewer: Option<String>,
    /// The interviewer's number in the panel, where the name is not known.
    pub number: Option<u32>,
    /// What is not counted.
    pub what: LeftOutItem,
    /// The id of the question or competency.
    pub id: Option<String>,
    /// The line of the rubric, from 1.
    pub line: Option<usize>,
    /// Why.
    pub reason: Reason,
    /// What was seen, or why it cannot be read.
    pub detail: Option<String>,
}

/// What can be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LeftOutItem {
    /// The name of the candidate.
    Candidate,
    /// The name of the interviewer.
    Interviewer,
    /// The rating of a question.
    Question,
    /// A line of the rubric of a question.
    RubricLine,
    /// The rating of a competency.
    Competency,
}

/// Why something is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// Nothing is filled in.
    Blank,
    /// What is filled in contradicts itself.
    Conflict,
    /// What is filled in cannot be read.
    Unreadable,
}

/// What documents say in the same place.
type Said<'r, T> = Vec<(&'r str, &'r Value<T>)>;

/// Why documents do not say one thing, and what they say instead.
type Doubt = (Reason, Option<String>);

/// A place in the panel of a packet.
struct Seat<'r> {
    packet: &'r str,
    rater: Rater,
}

/// All that one interviewer says of one question or competency.
#[derive(Default)]
struct Sighting<'r> {
    ratings: Said<'r, Rating>,
    rubric: Vec<Said<'r, bool>>,
}

/// All that is said of questions and competencies, by interviewers who are counted from 0.
#[derive(Default)]
struct Sightings<'r> {
    questions: Items,
    competencies: Items,
    all: BTreeMap<(Kind, usize, usize), Sighting<'r>>,
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
    let mut scales = scales(records);
    let of_kit = |(kit, records): (&str, Vec<&Record>)| {
        of_kit(kit, &records, scales.remove(kit).unwrap_or_default())
    };
    Ok(kits.into_iter().map(of_kit).collect())
}

/// How many points the rating scale of each kit has. Of two records of one document, only one may say it.
fn scales(records: &[Record]) -> BTreeMap<&str, BTreeMap<u8, String>> {
    let mut scales: BTreeMap<&str, BTreeMap<u8, String>> = BTreeMap::new();
    for Record { kit, points, file, .. } in records {
        if let Some(points) = points {
            scales.entry(kit).or_default().entry(*points).or_insert_with(|| file.clone());
        }
    }
    scales
}

/// The ratings of one kit. The records are in the order of packets, of interviewers, and of documents.
fn of_kit(kit: &str, records: &[&Record], scales: BTreeMap<u8, String>) -> KitRatings {
    let mut left_out = Vec::new();
    let packets = packets(records, &mut left_out);
    let seats = seats(records, &mut left_out);
    let sightings = Sightings::of(records);
    let mut ratings = Vec::new();
    let mut has_rated = vec![false; seats.len()];
    for ((kind, item, number), sighting) in &sightings.all {
        let seat = &seats[*number];
        let mut places = LeftOut::of(
            seat.packet,
            Some(&seat.rater),
            match kind {
                Kind::Question => LeftOutItem::Question,
                Kind::Competency => LeftOutItem::Competency,
            },
        );
        places.id = Some(sightings.id(*kind, *item).to_owned());
        match agreed(&sighting.ratings, PartialEq::eq) {
            Ok(rating) => {
                has_rated[*number] = true;
                ratings.push(Rated {
                    kind: *kind,
                    item: *item,
                    packet: seat.packet.to_owned(),
                    rater: seat.rater.clone(),
                    rating: *rating,
                    rubric: sighting.rubric(&places, &mut left_out),
                });
            }
            Err(doubt) => left_out.push(places.because(doubt)),
        }
    }
    left_out.sort();
    let rated = seats.iter().zip(has_rated).filter(|(_, has_rated)| *has_rated);
    let without_name = rated.filter(|(seat, _)| !matches!(seat.rater, Rater::Named(_))).count();
    let (questions, competencies) = (sightings.questions.ids, sightings.competencies.ids);
    let kit = kit.to_owned();
    KitRatings { kit, packets, scales, questions, competencies, ratings, without_name, left_out }
}

impl KitRatings {
    /// The highest score; 0 if there is none.
    #[must_use]
    pub fn highest_score(&self) -> u8 {
        self.ratings.iter().filter_map(|rated| rated.rating.score()).max().unwrap_or(0)
    }
}

impl<'r> Sightings<'r> {
    fn of(records: &[&'r Record]) -> Self {
        let mut found = Self::default();
        for (seat, records) in records.chunk_by(|one, next| is_same_seat(one, next)).enumerate() {
            for record in records {
                found.add(record, seat);
            }
        }
        found
    }

    fn add(&mut self, record: &'r Record, seat: usize) {
        for question in &record.questions {
            let Some(rating) = &question.rating else { continue };
            let key = (Kind::Question, self.questions.place(&question.id), seat);
            let sighting = self.all.entry(key).or_default();
            sighting.ratings.push((&record.document, rating));
            for (index, line) in question.rubric.iter().enumerate() {
                if sighting.rubric.len() <= index {
                    sighting.rubric.push(Vec::new());
                }
                sighting.rubric[index].push((&record.document, line));
            }
        }
        for competency in &record.competencies {
            let key = (Kind::Competency, self.competencies.place(&competency.id), seat);
            let sighting = self.all.entry(key).or_default();
            sighting.ratings.push((&record.document, &competency.rating));
        }
    }

    fn id(&self, kind: Kind, item: usize) -> &str {
        match kind {
            Kind::Question => &self.questions.ids[item],
            Kind::Competency => &self.competencies.ids[item],
        }
    }
}

impl Sighting<'_> {
    /// For each line of the rubric whether it is ticked, if that is beyond doubt.
    fn rubric(&self, places: &LeftOut, left_out: &mut Vec<LeftOut>) -> Vec<Option<bool>> {
        let mut ticked = Vec::new();
        for (index, line) in self.rubric.iter().enumerate() {
            ticked.push(match agreed(line, PartialEq::eq) {
                Ok(is_ticked) => Some(*is_ticked),
                // A box with nothing in it is one that is not ticked.
                Err((Reason::Blank, _)) => Some(false),
                Err(doubt) => {
                    let (what, line) = (LeftOutItem::RubricLine, Some(index + 1));
                    left_out.push(LeftOut { what, line, ..places.clone() }.because(doubt));
                    None
                }
            });
        }
        ticked
    }
}

impl LeftOut {
    fn of(packet: &str, rater: Option<&Rater>, what: LeftOutItem) -> Self {
        let (interviewer, number) = match rater {
            Some(Rater::Named(name)) => (Some(name.clone()), None),
            Some(Rater::Number(number)) => (None, Some(*number)),
            Some(Rater::Only) | None => (None, None),
        };
        let (id, line, reason, detail) = (None, None, Reason::Blank, None);
        Self { packet: packet.to_owned(), interviewer, number, what, id, line, reason, detail }
    }

    fn because(self, (reason, detail): Doubt) -> Self {
        Self { reason, detail, ..self }
    }
}

/// Whether two records are of the same interviewer of the same packet.
fn is_same_seat(one: &Record, other: &Record) -> bool {
    one.packet == other.packet && one.part == other.part
}

/// Who filled in the documents of each interviewer. Where these name different people, or where two interviewers of a packet have one name,
/// nobody is named. A name is spelled as in the first packet that has it.
fn seats<'r>(records: &[&'r Record], left_out: &mut Vec<LeftOut>) -> Vec<Seat<'r>> {
    let mut spellings: BTreeMap<String, String> = BTreeMap::new();
    let mut seats: Vec<Seat<'r>> = Vec::new();
    for of_packet in records.chunk_by(|one, next| one.packet == next.packet) {
        let mut names = Vec::new();
        for of_seat in of_packet.chunk_by(|one, next| is_same_seat(one, next)) {
            names.push(
                agreed_name(of_seat, |record| &record.interviewer)
                    .map(|name| spellings.entry(name_key(&name)).or_insert(name).clone()),
            );
        }
        for (number, of_seat) in of_packet.chunk_by(|one, next| is_same_seat(one, next)).enumerate()
        {
            let Record { packet, part, .. } = of_seat[0];
            let has_same =
                |other: &&Result<String, Doubt>| other.as_ref().ok() == names[number].as_ref().ok();
            let said = match &names[number] {
                Ok(name) if names.iter().filter(has_same).count() > 1 => {
                    let why = format!("several interviewers of this packet are named {name}");
                    Err((Reason::Conflict, Some(why)))
                }
                said => said.clone(),
            };
            let unnamed = part.map_or(Rater::Only, Rater::Number);
            let rater = match said {
                Ok(name) => Rater::Named(name),
                Err(doubt) => {
                    if doubt.0 != Reason::Blank {
                        let what = LeftOutItem::Interviewer;
                        left_out.push(LeftOut::of(packet, Some(&unnamed), what).because(doubt));
                    }
                    unnamed
                }
            };
            seats.push(Seat { packet, rater });
        }
    }
    seats
}

/// The packets with their candidates' names.
fn packets(records: &[&Record], left_out: &mut Vec<LeftOut>) -> BTreeMap<String, Option<String>> {
    let mut packets = BTreeMap::new();
    for of_packet in records.chunk_by(|one, next| one.packet == next.packet) {
        let packet = &of_packet[0].packet;
        let name = agreed_name(of_packet, |record| &record.candidate);
        if let Err(doubt) = &name
            && doubt.0 != Reason::Blank
        {
            let what = LeftOutItem::Candidate;
            left_out.push(LeftOut::of(packet, None, what).because(doubt.clone()));
        }
        packets.insert(packet.clone(), name.ok());
    }
    packets
}

/// The name that documents agree on, as the first of them spells it, with single spaces.
fn agreed_name(records: &[&Record], value: fn(&Record) -> &Value<String>) -> Result<String, Doubt> {
    let mut said = Vec::new();
    for record in records {
        said.push((&*record.document, value(record)));
    }
    let name = agreed(&said, |one, other| name_key(one) == name_key(other))?;
    let name = one_line(&composed(name));
    if name.is_empty() { Err((Reason::Blank, None)) } else { Ok(name) }
}

/// What documents say, if all of those that say something say the same. A contradiction is one whatever else cannot be read: so the reason
/// does not depend on the order of the documents, and is the one that `verify` and the debrief form go by.
fn agreed<'v, T: Display>(said: &Said<'v, T>, is_same: fn(&T, &T) -> bool) -> Result<&'v T, Doubt> {
    let mut answers: Vec<(&str, &T)> = Vec::new();
    let (mut conflict, mut unreadable, mut by_hand) = (None, None, None);
    for (document, value) in said {
        match &value.state {
            State::Answered(answer) => answers.push((document, answer)),
            State::Conflict(seen) => {
                conflict.get_or_insert_with(|| describe(document, &seen.join(", ")));
            }
            State::Unreadable(why) => {
                unreadable.get_or_insert_with(|| describe(document, why));
            }
            State::Handwritten => {
                by_hand.get_or_insert_with(|| describe(document, &"handwriting is not read"));
            }
            State::Blank => {}
        }
    }
    if let Some(seen) = conflict {
        return Err((Reason::Conflict, Some(seen)));
    }
    let first = answers.first().map(|(_, first)| *first);
    if first.is_some_and(|first| !answers.iter().all(|(_, answer)| is_same(answer, first))) {
        let described: Vec<String> =
            answers.iter().map(|(document, answer)| describe(document, answer)).collect();
        return Err((Reason::Conflict, Some(described.join("; "))));
    }
    if let Some(why) = unreadable {
        return Err((Reason::Unreadable, Some(why)));
    }
    // What another document says in print stands for what is written by hand.
    first.ok_or(match by_hand {
        Some(why) => (Reason::Unreadable, Some(why)),
        None => (Reason::Blank, None),
    })
}

/// What a document says.
fn describe(document: &str, what: &dyn Display) -> String {
    format!("{document}: {what}")
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
}
