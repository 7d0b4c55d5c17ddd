use std::fmt::Display;

use super::super::csv::Csv;
use crate::collect::{Filled, Record, RecordSource, Records, State, Value};

/// The columns of the table, in long form: one row for each value.
const COLUMNS: [&str; 15] = [
    "file",
    "sha256",
    "source",
    "kit",
    "part",
    "packet",
    "document",
    "interviewer",
    "candidate",
    "question",
    "field",
    "value",
    "state",
    "reason",
    "place",
];

/// All values as a table for spreadsheets. What was refused or superseded has rows, too.
pub(super) fn csv(records: &Records) -> String {
    let mut csv = Csv::new(&COLUMNS);
    for record in &records.records {
        let part = record.part.map(|part| part.to_string()).unwrap_or_default();
        let source = match record.source {
            RecordSource::Form => "form",
            RecordSource::Markdown => "markdown",
            RecordSource::Scan => "scan",
        };
        let [interviewer, candidate] = [&record.interviewer, &record.candidate]
            .map(|name| name.answer().map_or("", String::as_str));
        each_value(record, &mut |question, field, value| {
            let (answer, reason) = match &value.state {
                State::Answered(text) => (text.as_str(), String::new()),
                State::Blank | State::Handwritten => ("", String::new()),
                State::Conflict(seen) => ("", seen.join("; ")),
                State::Unreadable(why) => ("", why.clone()),
            };
            let place = value.place.unwrap_or_default().to_string();
            csv.row([
                &record.file,
                &record.sha256,
                source,
                &record.kit,
                &part,
                &record.packet,
                &record.document,
                interviewer,
                candidate,
                question,
                field,
                answer,
                value.state.name(),
                &reason,
                &place,
            ]);
        });
    }
    for (state, refusals) in [("refused", &records.refused), ("superseded", &records.superseded)] {
        for refusal in refusals {
            let place = refusal.place().to_string();
            let mut row = [""; COLUMNS.len()];
            let reason = format!("{}: {}", refusal.code.code(), refusal.message);
            (row[0], row[12], row[13], row[14]) = (&refusal.file, state, &reason, &place);
            csv.row(row);
        }
    }
    csv.finish()
}

/// Passes each value of a record to `see` as text: the id of its question or competency, which is empty for values of the whole document,
/// what it is, and the value.
pub(super) fn each_value(record: &Record, see: &mut impl FnMut(&str, &str, &Value<String>)) {
    see("", "candidate", &record.candidate);
    see("", "interviewer", &record.interviewer);
    see("", "date", &record.date);
    see("", "keep-until", &record.keep_until);
    for question in &record.questions {
        let id = &question.id;
        if let Some(rating) = &question.rating {
            see(id, "rating", &shown(rating));
        }
        for (part, values) in [("rubric", &question.rubric), ("watch-for", &question.watch_for)] {
            for (number, value) in (1..).zip(values) {
                see(id, &format!("{part}.{number}"), &shown(value));
            }
        }
        if let Some(asked) = &question.follow_up {
            see(id, "follow-up", &shown(asked));
        }
        for (part, value) in [("notes", &question.notes), ("evidence", &question.evidence)] {
            if let Some(value) = value {
                see(id, part, value);
            }
        }
        for other in &question.other {
            see(id, &other.name, &shown(&other.value));
        }
    }
    for competency in &record.competencies {
        see(&competency.id, "competency", &shown(&competency.rating));
    }
    for (part, value) in [("recommendation", &record.recommendation), ("reasons", &record.reasons)]
    {
        if let Some(value) = value {
            see("", part, value);
        }
    }
    for other in &record.other {
        see("", &other.name, &shown(&other.value));
    }
}

fn shown<T: Display>(value: &Value<T>) -> Value<String> {
    let state = match &value.state {
        State::Answered(value) => State::Answered(value.to_string()),
        State::Blank => State::Blank,
        State::Handwritten => State::Handwritten,
        State::Conflict(seen) => State::Conflict(seen.clone()),
        State::Unreadable(why) => State::Unreadable(why.clone()),
    };
    Value { state, place: value.place }
}

impl Display for Filled {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Check(is_checked) => is_checked.fmt(f),
            Self::Text(text) => text.fmt(f),
        }
    }
}
