use super::agenda::{agenda, range};
use super::handwriting::handwriting;
use super::merged::{Answer, Merged, Seen, merged};
use super::packets::PacketRecords;
use super::result::{
    About, Debrief, Mark, Note, NoteKind, Outline, OutlinedCompetency, Panelist, SeenValue, Topic,
    TopicOf, Unsettled,
};
use super::unsettled;
use crate::base::text::name_key;
use crate::collect::{Place, QuestionRecord, Rating, Record, RecordPicture, State, Value};

/// The recommendations of a scorecard.
const RECOMMENDATIONS: [&str; 4] = ["strong-no", "no", "yes", "strong-yes"];

/// Reads what the records of a packet say.
pub(super) struct Reader<'r> {
    outline: &'r Outline,
    /// The records of each interviewer.
    panelists: Vec<Vec<&'r Record>>,
    unsettled: Vec<Unsettled>,
}

impl<'r> Reader<'r> {
    pub(super) fn new(packet: &'r PacketRecords<'_>, outline: &'r Outline) -> Self {
        let records = |part: u32| packet.parts.get(&part).cloned().unwrap_or_default();
        let panelists = (1..).zip(&outline.parts).map(|(part, _)| records(part)).collect();
        Self { outline, panelists, unsettled: Vec::new() }
    }

    pub(super) fn read(mut self) -> Debrief {
        for (panelist, records) in self.panelists.clone().into_iter().enumerate() {
            unsettled::in_records(&records, panelist, &mut self.unsettled);
        }
        let all: Vec<&Record> = self.panelists.iter().flatten().copied().collect();
        let candidate = seen(&all, |it| Some(&it.candidate));
        let candidate = self.text(None, About::Candidate, candidate, is_same_name);
        let about = About::Field("keep-until".to_owned());
        let keep_until = seen(&all, |it| Some(&it.keep_until));
        let keep_until = self.text(None, about, keep_until, str::eq);
        let panelists =
            (0..self.panelists.len()).map(|panelist| self.panelist(panelist)).collect::<Vec<_>>();
        let Outline { questions, shared, competencies, .. } = self.outline;
        let mut topics: Vec<Topic> = competencies.iter().map(|it| self.competency(it)).collect();
        let (common, single): (Vec<_>, Vec<_>) =
            questions.iter().partition(|id| shared.contains(id));
        topics.extend(common.into_iter().map(|id| self.question(id)));
        let single = single.into_iter().map(|id| self.question(id)).collect();
        let agenda = agenda(&topics, |of, panelist| self.notes(of, panelist));
        let not_asked = questions.iter().filter(|id| self.is_not_asked(id, &panelists)).cloned();
        let handwriting = handwriting(&self.panelists, questions);
        Debrief {
            candidate: candidate.map(|it| it.value.clone()),
            keep_until: keep_until.map(|it| it.value.clone()),
            topics,
            questions: single,
            agenda,
            not_asked: not_asked.collect(),
            panelists,
            handwriting,
            unsettled: self.unsettled,
        }
    }

    fn panelist(&mut self, panelist: usize) -> Panelist {
        let records = self.panelists[panelist].clone();
        let names = seen(&records, |it| Some(&it.interviewer));
        let name = self.text(Some(panelist), About::Interviewer, names, is_same_name);
        let recommendations = seen(&records, |it| it.recommendation.as_ref());
        let about = About::Recommendation;
        let recommendation = self.text(Some(panelist), about.clone(), recommendations, str::eq);
        let is_known = |it: &Answer<'_, String>| RECOMMENDATIONS.contains(&it.value.as_str());
        let recommendation = match recommendation {
            Some(unknown) if !is_known(&unknown) => {
                self.unknown(panelist, about, &unknown);
                None
            }
            recommendation => recommendation.map(|it| it.value.clone()),
        };
        Panelist {
            name: name.map(|it| it.value.clone()),
            has_scorecard: records.iter().any(|it| is_handed_in(it)),
            recommendation,
        }
    }

    fn competency(&mut self, OutlinedCompetency { id, questions }: &OutlinedCompetency) -> Topic {
        let of = TopicOf::Competency(id.clone());
        let marks = (0..self.panelists.len()).map(|panelist| {
            let is_asked = self.outline.parts[panelist].iter().any(|it| questions.contains(it));
            let rating = |record: &'r Record| {
                let own = record.competencies.iter().find(|it| it.id == *id);
                own.map(|it| &it.rating)
            };
            self.mark(panelist, &of, is_asked, seen(&self.panelists[panelist], rating))
        });
        let marks: Vec<Mark> = marks.collect();
        Topic { range: range(&marks), of, marks }
    }

    fn question(&mut self, id: &str) -> Topic {
        let of = TopicOf::Question(id.to_owned());
        let marks = (0..self.panelists.len()).map(|panelist| {
            let is_asked = self.asks(panelist, id);
            let rating = |record: &'r Record| question(record, id)?.rating.as_ref();
            self.mark(panelist, &of, is_asked, seen(&self.panelists[panelist], rating))
        });
        let marks: Vec<Mark> = marks.collect();
        Topic { range: range(&marks), of, marks }
    }

    fn mark(
        &mut self,
        panelist: usize,
        of: &TopicOf,
        is_asked: bool,
        ratings: Vec<Seen<'r, Rating>>,
    ) -> Mark {
        if !is_asked {
            return Mark::NotAsked;
        }
        let about = About::Rating(of.clone());
        match merged(ratings, Rating::eq) {
            Merged::Answered(answer) => match answer.value {
                Rating::Score(score) if !self.outline.scores.contains(score) => {
                    self.unknown(panelist, about, &answer);
                    Mark::Unsettled
                }
                rating => Mark::Rated(*rating),
            },
            Merged::Different(answers) => {
                self.different(Some(panelist), about, &answers);
                Mark::Unsettled
            }
            Merged::Uncertain => Mark::Unsettled,
            Merged::Blank => Mark::Blank,
        }
    }

    /// What records say in common.
    fn text(
        &mut self,
        panelist: Option<usize>,
        about: About,
        seen: Vec<Seen<'r, String>>,
        is_same: fn(&str, &str) -> bool,
    ) -> Option<Answer<'r, String>> {
        match merged(seen, |one, other| is_same(one, other)) {
            Merged::Answered(answer) => Some(answer),
            Merged::Different(answers) => {
                self.different(panelist, about, &answers);
                None
            }
            Merged::Blank | Merged::Uncertain => None,
        }
    }

    /// Answers that differ are to be settled.
    fn different<T: ToString>(
        &mut self,
        panelist: Option<usize>,
        about: About,
        answers: &[Answer<'_, T>],
    ) {
        let seen = answers.iter().map(|Answer { value, file, place }| SeenValue {
            value: value.to_string(),
            at: Some(((*file).to_owned(), *place)),
        });
        let seen = seen.collect();
        self.unsettled.push(Unsettled { panelist, about, seen, file: None, place: None });
    }

    /// An answer that is none of those that the kit offers is to be settled, too.
    fn unknown<T: ToString>(&mut self, panelist: usize, about: About, answer: &Answer<'_, T>) {
        let Answer { value, file, place } = *answer;
        let seen = vec![SeenValue { value: value.to_string(), at: None }];
        let (panelist, file) = (Some(panelist), Some(file.to_owned()));
        self.unsettled.push(Unsettled { panelist, about, seen, file, place });
    }

    fn asks(&self, panelist: usize, id: &str) -> bool {
        self.outline.parts[panelist].iter().any(|it| it == id)
    }

    /// What an interviewer wrote down about a topic.
    fn notes(&self, of: &TopicOf, panelist: usize) -> Vec<Note> {
        let ids: Vec<&str> = match of {
            TopicOf::Question(id) => vec![id],
            TopicOf::Competency(id) => {
                let competencies = self.outline.competencies.iter();
                let own = competencies.filter(|it| it.id == *id).flat_map(|it| &it.questions);
                own.map(String::as_str).collect()
            }
        };
        let asked = ids.into_iter().filter(|id| self.asks(panelist, id));
        asked.flat_map(|id| self.written(panelist, id)).collect()
    }

    /// The evidence for the rating of a question, or else the notes.
    fn written(&self, panelist: usize, id: &str) -> Vec<Note> {
        let texts = |part: &str, value: fn(&'r QuestionRecord) -> Option<&'r Value<String>>| {
            let mut texts: Vec<Note> = Vec::new();
            for record in &self.panelists[panelist] {
                let Some(value) = question(record, id).and_then(value) else { continue };
                let written = match &value.state {
                    State::Answered(text) => vec![typed(id, text, record, value.place)],
                    State::Handwritten => handwritten(id, part, record, value.place),
                    State::Blank | State::Conflict(_) | State::Unreadable(_) => continue,
                };
                let is_new = |it: &Note| {
                    it.kind != NoteKind::Typed || !texts.iter().any(|text| text.text == it.text)
                };
                let written: Vec<Note> = written.into_iter().filter(is_new).collect();
                texts.extend(written);
            }
            texts
        };
        let evidence = texts("evidence", |it| it.evidence.as_ref());
        if evidence.is_empty() { texts("notes", |it| it.notes.as_ref()) } else { evidence }
    }

    /// Whether nobody rated a question or wrote anything about it, although all who ask it have handed in a scorecard.
    fn is_not_asked(&self, id: &str, panelists: &[Panelist]) -> bool {
        let mut askers =
            (0..panelists.len()).filter(|panelist| self.asks(*panelist, id)).peekable();
        askers.peek().is_some()
            && askers.all(|panelist| {
                let mut own = self.panelists[panelist].iter().filter_map(|it| question(it, id));
                panelists[panelist].has_scorecard && own.all(is_empty)
            })
    }
}

/// A note that somebody typed.
fn typed(id: &str, text: &str, record: &Record, place: Option<Place>) -> Note {
    let (question, text, file) = (id.to_owned(), text.to_owned(), record.file.clone());
    Note { question, text, kind: NoteKind::Typed, file, place }
}

/// A note that somebody wrote on paper, once for each picture of it.
fn handwritten(id: &str, part: &str, record: &Record, place: Option<Place>) -> Vec<Note> {
    let field = format!("{id}.{part}");
    let note = |kind, file: &String, place| {
        let (question, file) = (id.to_owned(), file.clone());
        Note { question, text: String::new(), kind, file, place }
    };
    let pictures = record.pictures.iter().filter(|picture| picture.field == field);
    let seen = |it: &RecordPicture| note(NoteKind::Pictured, &it.picture, None);
    let notes: Vec<Note> = pictures.map(seen).collect();
    if notes.is_empty() { vec![note(NoteKind::Handwritten, &record.file, place)] } else { notes }
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

/// The first file that was filled in on a rating scale of another length than that of the kit, and how many points its scale has.
pub(super) fn other_scale<'r>(
    packet: &PacketRecords<'r>,
    outline: &Outline,
) -> Option<(&'r str, u8)> {
    let last = outline.scores.last()?;
    let other = |record: &&'r Record| {
        let points = record.points.filter(|points| points != last)?;
        Some((record.file.as_str(), points))
    };
    packet.parts.values().flatten().find_map(other)
}

/// A value of each of the records that have it.
fn seen<'r, T>(
    records: &[&'r Record],
    value: impl Fn(&'r Record) -> Option<&'r Value<T>>,
) -> Vec<Seen<'r, T>> {
    let mut seen = Vec::new();
    for record in records {
        if let Some(value) = value(record) {
            seen.push(Seen { value, file: record.file.as_str() });
        }
    }
    seen
}

fn is_same_name(one: &str, other: &str) -> bool {
    name_key(one) == name_key(other)
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
