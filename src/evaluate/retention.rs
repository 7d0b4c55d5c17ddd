//! In: until when documents are to be kept. Out: which files are past that day.
//!
//! A file is past its date only if every date that concerns it is. If anything is unclear, the file is kept.

use std::collections::BTreeMap;

use crate::base::unit::Date;
use crate::collect::{FieldEntry, FilledDocument, Identity, Record, State};

/// The last word of the name of a field for the date, whatever section it is in: a template may ask for it anywhere.
const KEEP_UNTIL: &str = "keep-until";

/// A document, or the record of one, and what it says of when it may go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RetainedDocument {
    /// The code of its kit.
    pub kit: String,
    /// The id of its packet.
    pub packet: String,
    /// The id of the document.
    pub document: String,
    /// The dates until which it is kept. One that contradicts itself or cannot be read is `None`.
    pub dates: Vec<Option<Date>>,
}

/// What is to become of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RetentionStatus {
    /// It is past its date: the last day on which something in it was to be kept.
    Past(Date),
    /// It is kept until this day.
    KeptUntil(Date),
    /// It is kept, because something in it has no date.
    NoDate,
    /// It is kept, because a date that concerns it is unclear.
    UnclearDate,
}

impl RetainedDocument {
    /// What a document says.
    #[must_use]
    pub fn of_document(document: &FilledDocument) -> Self {
        let FilledDocument { identity, details, fields, .. } = document;
        let mut dates = Vec::new();
        dates.extend(details.as_ref().and_then(|it| date(it.keep_until.as_deref())));
        for field in fields {
            if field.name.part().rsplit('.').next() == Some(KEEP_UNTIL) {
                match &field.entry {
                    FieldEntry::Text(text) => dates.extend(date(text.as_deref())),
                    _ => dates.push(None),
                }
            }
        }
        Self::new(identity, dates)
    }

    /// What a document says that cannot be read: it may have any date.
    #[must_use]
    pub fn unreadable(identity: &Identity) -> Self {
        Self::new(identity, vec![None])
    }

    /// What a record says.
    #[must_use]
    pub fn of_record(record: &Record) -> Self {
        let date = match &record.keep_until.state {
            State::Answered(text) => date(Some(text)),
            State::Blank => None,
            State::Handwritten | State::Conflict(_) | State::Unreadable(_) => Some(None),
        };
        Self {
            kit: record.kit.clone(),
            packet: record.packet.clone(),
            document: record.document.clone(),
            dates: date.into_iter().collect(),
        }
    }

    fn new(Identity { kit, packet, document, .. }: &Identity, dates: Vec<Option<Date>>) -> Self {
        Self { kit: kit.clone(), packet: packet.clone(), document: document.clone(), dates }
    }
}

/// The date that is written, if anything is; `Some(None)` if it cannot be read. Nothing is removed for a date in another form than
/// `2027-05-27`: it could mean another day.
#[expect(clippy::option_option, reason = "no date, and a date that cannot be read, are different")]
fn date(text: Option<&str>) -> Option<Option<Date>> {
    let text = text.map(str::trim).filter(|text| !text.is_empty());
    text.map(|text| text.parse().ok())
}

/// Says what is to become of each file on a day, given the documents in each. The dates of one packet concern all its documents, because a
/// form that says how long papers are kept, such as the debrief, says so of all of them.
#[must_use]
pub fn retention(files: &[&[RetainedDocument]], on: Date) -> Vec<RetentionStatus> {
    let mut packets: BTreeMap<(&str, &str), Vec<Option<Date>>> = BTreeMap::new();
    for document in files.iter().copied().flatten() {
        packets.entry(document.packet()).or_default().extend(&document.dates);
    }
    let of_file = |documents: &&[RetainedDocument]| {
        let of_document = |it: &RetainedDocument| of_dates(&packets[&it.packet()], on);
        let statuses = documents.iter().map(of_document);
        statuses.reduce(RetentionStatus::stricter).unwrap_or(RetentionStatus::NoDate)
    };
    files.iter().map(of_file).collect()
}

impl RetainedDocument {
    fn packet(&self) -> (&str, &str) {
        (&self.kit, &self.packet)
    }
}

/// What becomes of a document that these dates concern.
fn of_dates(dates: &[Option<Date>], on: Date) -> RetentionStatus {
    let mut latest = None;
    for date in dates {
        if date.is_none() {
            return RetentionStatus::UnclearDate;
        }
        latest = latest.max(*date);
    }
    match latest {
        None => RetentionStatus::NoDate,
        // It is kept on the day itself.
        Some(latest) if latest < on => RetentionStatus::Past(latest),
        Some(latest) => RetentionStatus::KeptUntil(latest),
    }
}

impl RetentionStatus {
    /// What becomes of a file with two documents: it goes only if both may go.
    fn stricter(self, other: Self) -> Self {
        match (self, other) {
            (Self::UnclearDate, _) | (_, Self::UnclearDate) => Self::UnclearDate,
            (Self::NoDate, _) | (_, Self::NoDate) => Self::NoDate,
            (Self::KeptUntil(one), Self::KeptUntil(other)) => Self::KeptUntil(one.max(other)),
            (kept @ Self::KeptUntil(_), Self::Past(_))
            | (Self::Past(_), kept @ Self::KeptUntil(_)) => kept,
            (Self::Past(one), Self::Past(other)) => Self::Past(one.max(other)),
        }
    }
}
