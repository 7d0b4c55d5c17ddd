use super::result::{About, SeenValue, TopicOf, Unsettled};
use crate::collect::{OtherValue, Place, QuestionRecord, Record, State, Value};

/// What contradicts itself or cannot be read in the documents of an interviewer.
pub(super) fn in_records(records: &[&Record], panelist: usize, found: &mut Vec<Unsettled>) {
    for record in records {
        in_record(record, panelist, found);
    }
}

fn in_record(record: &Record, panelist: usize, found: &mut Vec<Unsettled>) {
    let mut all = Finder { record, panelist, found };
    all.see(&record.candidate, || About::Candidate);
    all.see(&record.interviewer, || About::Interviewer);
    all.see(&record.date, || About::Field("date".to_owned()));
    all.see(&record.keep_until, || About::Field("keep-until".to_owned()));
    for question in &record.questions {
        all.question(question);
    }
    for competency in &record.competencies {
        let of = || TopicOf::Competency(competency.id.clone());
        all.see(&competency.rating, || About::Rating(of()));
    }
    if let Some(recommendation) = &record.recommendation {
        all.see(recommendation, || About::Recommendation);
    }
    if let Some(reasons) = &record.reasons {
        all.see(reasons, || About::Field("reasons".to_owned()));
    }
    for OtherValue { name, value } in &record.other {
        all.see(value, || About::Field(name.clone()));
    }
}

struct Finder<'f> {
    record: &'f Record,
    panelist: usize,
    found: &'f mut Vec<Unsettled>,
}

impl Finder<'_> {
    fn question(&mut self, question: &QuestionRecord) {
        let QuestionRecord { id, rating, rubric, watch_for, follow_up, notes, evidence, other } =
            question;
        let part = |name: &str| About::QuestionField(id.clone(), name.to_owned());
        if let Some(rating) = rating {
            self.see(rating, || About::Rating(TopicOf::Question(id.clone())));
        }
        for (index, value) in rubric.iter().enumerate() {
            self.see(value, || part(&format!("rubric.{}", index + 1)));
        }
        for (index, value) in watch_for.iter().enumerate() {
            self.see(value, || part(&format!("watch-for.{}", index + 1)));
        }
        if let Some(value) = follow_up {
            self.see(value, || part("follow-up"));
        }
        for (name, value) in [("notes", notes), ("evidence", evidence)] {
            if let Some(value) = value {
                self.see(value, || part(name));
            }
        }
        for OtherValue { name, value } in other {
            self.see(value, || part(name));
        }
    }

    fn see<T>(&mut self, value: &Value<T>, about: impl Fn() -> About) {
        let seen = match &value.state {
            State::Answered(_) | State::Blank | State::Handwritten => return,
            State::Conflict(seen) => seen.clone(),
            State::Unreadable(why) => vec![why.clone()],
        };
        self.add(about(), seen, value.place);
    }

    fn add(&mut self, about: About, seen: Vec<String>, place: Option<Place>) {
        let seen: Vec<SeenValue> =
            seen.into_iter().map(|value| SeenValue { value, at: None }).collect();
        let panelist = Some(self.panelist);
        // Two documents of a packet that contradict each other both say so, and so does a rating that is on two pages.
        let is_told =
            |it: &Unsettled| (it.panelist, &it.about, &it.seen) == (panelist, &about, &seen);
        if !self.found.iter().any(is_told) {
            let file = Some(self.record.file.clone());
            self.found.push(Unsettled { panelist, about, seen, file, place });
        }
    }
}
