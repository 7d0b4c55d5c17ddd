use std::fmt::Display;

use super::agenda::{agenda, range};
use super::merged::{Merged, Seen, merged};
use super::packets::PacketRecords;
use super::result::{
    About, Debrief, Heard, Mark, Outline, OutlinedCompetency, Seat, SeenValue, Topic, TopicOf,
    Unsettled,
};
use super::unsettled;
use crate::collect::{QuestionRecord, Rating, Record, State, Value};

/// Reads what the records of a packet say.
pub(super) struct Reader<'r> {
    outline: &'r Outline,
    /// The records of each interviewer.
    seats: Vec<Vec<&'r Record>>,
    unsettled: Vec<Unsettled>,
}

impl<'r> Reader<'r> {
    pub(super) fn new(packet: &'r PacketRecords<'_>, outline: &'r Outline) -> Self {
        let records = |part: u32| packet.parts.get(&part).cloned().unwrap_or_default();
        let seats = (1..).zip(&outline.parts).map(|(part, _)| records(part)).collect();
        Self { outline, seats, unsettled: Vec::new() }
    }

    pub(super) fn read(mut self) -> Debrief {
        for (seat, records) in self.seats.clone().into_iter().enumerate() {
            for record in records {
                unsettled::in_record(record, seat, &mut self.unsettled);
            }
        }
        let all: Vec<&Record> = self.seats.iter().flatten().copied().collect();
        let candidate = self.one(None, &About::Candidate, &all, |it| Some(&it.candidate));
        let about = About::Field("keep-until".to_owned());
        let keep_until = self.one(None, &about, &all, |it| Some(&it.keep_until));
        let seats = (0..self.seats.len()).map(|seat| self.seat(seat)).collect::<Vec<_>>();
        let Outline { questions, shared, competencies, .. } = self.outline;
        let mut topics: Vec<Topic> = competencies.iter().map(|it| self.competency(it)).collect();
        let (common, single): (Vec<_>, Vec<_>) =
            questions.iter().partition(|id| shared.contains(id));
        topics.extend(common.into_iter().map(|id| self.question(id)));
        let single = single.into_iter().map(|id| self.question(id)).collect();
        let agenda = agenda(&topics, |of, seat| self.heard(of, seat));
        let not_asked = questions.iter().filter(|id| self.is_not_asked(id, &seats)).cloned();
        Debrief {
            candidate: candidate.cloned(),
            keep_until: keep_until.cloned(),
            topics,
            questions: single,
            agenda,
            not_asked: not_asked.collect(),
            seats,
            unsettled: self.unsettled,
        }
    }

    fn seat(&mut self, seat: usize) -> Seat {
        let records = self.seats[seat].clone();
        let name = self.one(Some(seat), &About::Interviewer, &records, |it| Some(&it.interviewer));
        let about = About::Recommendation;
        let recommendation =
            self.one(Some(seat), &about, &records, |it| it.recommendation.as_ref());
        Seat {
            name: name.cloned(),
            has_scorecard: records.iter().any(|it| is_handed_in(it)),
            recommendation: recommendation.cloned(),
        }
    }

    fn competency(&mut self, OutlinedCompetency { id, questions }: &OutlinedCompetency) -> Topic {
        let of = TopicOf::Competency(id.clone());
        let marks = (0..self.seats.len()).map(|seat| {
            let is_asked = self.outline.parts[seat].iter().any(|it| questions.contains(it));
            let rating = |record: &'r Record| {
                let own = record.competencies.iter().find(|it| it.id == *id);
                own.map(|it| &it.rating)
            };
            self.mark(seat, &of, is_asked, rating)
        });
        let marks: Vec<Mark> = marks.collect();
        Topic { range: range(&marks), of, marks }
    }

    fn question(&mut self, id: &str) -> Topic {
        let of = TopicOf::Question(id.to_owned());
        let marks = (0..self.seats.len()).map(|seat| {
            let is_asked = self.asks(seat, id);
            self.mark(seat, &of, is_asked, |record| question(record, id)?.rating.as_ref())
        });
        let marks: Vec<Mark> = marks.collect();
        Topic { range: range(&marks), of, marks }
    }

    fn mark(
        &mut self,
        seat: usize,
        of: &TopicOf,
        is_asked: bool,
        rating: impl Fn(&'r Record) -> Option<&'r Value<Rating>>,
    ) -> Mark {
        if !is_asked {
            return Mark::NotAsked;
        }
        let records = self.seats[seat].clone();
        let about = About::Rating(of.clone());
        let before = self.unsettled.len();
        let Some(rating) = self.one(Some(seat), &about, &records, &rating) else {
            let is_told = self.unsettled.len() > before
                || self.unsettled.iter().any(|it| it.seat == Some(seat) && it.about == about);
            return if is_told { Mark::Unsettled } else { Mark::Blank };
        };
        match rating {
            Rating::Score(score) if !self.outline.scores.contains(score) => {
                let seen = vec![SeenValue { value: score.to_string(), at: None }];
                let file = records.first().map(|it| it.file.clone());
                let seat = Some(seat);
                self.unsettled.push(Unsettled { seat, about, seen, file, place: None });
                Mark::Unsettled
            }
            rating => Mark::Rated(*rating),
        }
    }

    /// What records say in common. Answers that differ are to be settled.
    fn one<T: PartialEq + Display + 'r>(
        &mut self,
        seat: Option<usize>,
        about: &About,
        records: &[&'r Record],
        value: impl Fn(&'r Record) -> Option<&'r Value<T>>,
    ) -> Option<&'r T> {
        let seen = records
            .iter()
            .filter_map(|record| Some(Seen { value: value(record)?, file: record.file.as_str() }));
        match merged(seen) {
            Merged::Answered(answer) => Some(answer),
            Merged::Different(answers) => {
                let seen = answers.into_iter().map(|(answer, file, place)| SeenValue {
                    value: answer.to_string(),
                    at: Some((file.to_owned(), place)),
                });
                let (seen, about) = (seen.collect(), about.clone());
                self.unsettled.push(Unsettled { seat, about, seen, file: None, place: None });
                None
            }
            Merged::Blank | Merged::Uncertain => None,
        }
    }

    fn asks(&self, seat: usize, id: &str) -> bool {
        self.outline.parts[seat].iter().any(|it| it == id)
    }

    /// What an interviewer wrote down about a topic.
    fn heard(&self, of: &TopicOf, seat: usize) -> Vec<Heard> {
        let ids: Vec<&str> = match of {
            TopicOf::Question(id) => vec![id],
            TopicOf::Competency(id) => {
                let competencies = self.outline.competencies.iter();
                let own = competencies.filter(|it| it.id == *id).flat_map(|it| &it.questions);
                own.map(String::as_str).collect()
            }
        };
        let asked = ids.into_iter().filter(|id| self.asks(seat, id));
        asked.flat_map(|id| self.written(seat, id)).collect()
    }

    /// The evidence for the rating of a question, or else the notes.
    fn written(&self, seat: usize, id: &str) -> Vec<Heard> {
        let texts = |value: fn(&'r QuestionRecord) -> Option<&'r Value<String>>| {
            let mut texts: Vec<Heard> = Vec::new();
            for record in &self.seats[seat] {
                let Some(value) = question(record, id).and_then(value) else { continue };
                let Some(text) = value.answer() else { continue };
                if !texts.iter().any(|it| it.text == *text) {
                    let (text, file) = (text.clone(), record.file.clone());
                    texts.push(Heard { text, file, place: value.place });
                }
            }
            texts
        };
        let evidence = texts(|it| it.evidence.as_ref());
        if evidence.is_empty() { texts(|it| it.notes.as_ref()) } else { evidence }
    }

    /// Whether nobody rated a question or wrote anything about it, although all who ask it have handed in a scorecard.
    fn is_not_asked(&self, id: &str, seats: &[Seat]) -> bool {
        let mut askers = (0..seats.len()).filter(|seat| self.asks(*seat, id)).peekable();
        askers.peek().is_some()
            && askers.all(|seat| {
                let mut own = self.seats[seat].iter().filter_map(|it| question(it, id));
                seats[seat].has_scorecard && own.all(is_empty)
            })
    }
}

/// The first entry of a record that is not in its interviewer's part of the kit.
pub(super) fn foreign<'r>(
    packet: &PacketRecords<'r>,
    outline: &Outline,
) -> Option<(&'r str, &'r str)> {
    packet.parts.iter().find_map(|(part, records)| {
        let place = usize::try_from(*part).ok().and_then(|part| part.checked_sub(1));
        let asked = place.and_then(|place| outline.parts.get(place));
        let is_asked = |id: &str| asked.is_some_and(|asked| asked.iter().any(|it| it == id));
        let is_rated = |id: &str| {
            let own = outline.competencies.iter().find(|it| it.id == id);
            own.is_some_and(|it| it.questions.iter().any(|question| is_asked(question)))
        };
        records.iter().find_map(|record| {
            let questions = record.questions.iter().map(|it| it.id.as_str());
            let competencies = record.competencies.iter().map(|it| it.id.as_str());
            let mut unknown = questions.filter(|id| !is_asked(id));
            let mut unrated = competencies.filter(|id| !is_rated(id));
            let id = unknown.next().or_else(|| unrated.next())?;
            Some((record.file.as_str(), id))
        })
    })
}

fn question<'r>(record: &'r Record, id: &str) -> Option<&'r QuestionRecord> {
    record.questions.iter().find(|it| it.id == id)
}

/// Whether a question has neither a rating nor notes. Something that cannot be read may be either.
fn is_empty(question: &QuestionRecord) -> bool {
    let is_unrated = question
        .rating
        .as_ref()
        .is_none_or(|it| matches!(it.state, State::Blank | State::Answered(Rating::NotAssessed)));
    let is_blank =
        |it: &Option<Value<String>>| it.as_ref().is_none_or(|it| it.state == State::Blank);
    is_unrated && is_blank(&question.notes) && is_blank(&question.evidence)
}

/// Whether more is filled in on a scorecard than the ratings that it shares with the scoring form.
fn is_handed_in(record: &Record) -> bool {
    let is_filled =
        |it: &Option<Value<String>>| it.as_ref().is_some_and(|it| it.state != State::Blank);
    let is_rated = record.competencies.iter().any(|it| it.rating.state != State::Blank);
    let is_scorecard = record.document == "scorecard";
    is_scorecard && (is_rated || is_filled(&record.recommendation) || is_filled(&record.reasons))
}
