//! In: until when papers are to be kept. Out: which files are past that day.
//!
//! A file is past its date only if every date that concerns it is. What is not beyond doubt is kept.

use std::collections::BTreeMap;

use crate::base::unit::Date;
use crate::collect::{Entry, FilledDocument, Record, State};

/// The name of the detail.
const KEEP_UNTIL: &str = "keep-until";

/// A document, or the record of one, and what it says of when it may go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
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
pub enum Fate {
    /// It is past its date: the last day on which something in it was to be kept.
    Past(Date),
    /// It is kept until this day.
    KeptUntil(Date),
    /// It is kept, for something in it has no date.
    NoDate,
    /// It is kept, for a date that concerns it cannot be read beyond doubt.
    UnclearDate,
}

impl Paper {
    /// What a document says.
    #[must_use]
    pub fn of_document(document: &FilledDocument) -> Self {
        let FilledDocument { identity, details, fields, .. } = document;
        let known = details.as_ref().and_then(|details| details.keep_until.as_deref());
        let filled =
            fields.iter().filter(|field| field.name.part().rsplit('.').next() == Some(KEEP_UNTIL));
        let filled = filled.flat_map(|field| match &field.entry {
            Entry::Text(text) => dates(text.as_deref()),
            _ => vec![None],
        });
        Self {
            kit: identity.kit.clone(),
            packet: identity.packet.clone(),
            document: identity.document.clone(),
            dates: dates(known).into_iter().chain(filled).collect(),
        }
    }

    /// What a record says.
    #[must_use]
    pub fn of_record(record: &Record) -> Self {
        let dates = match &record.keep_until.state {
            State::Answered(text) => dates(Some(text)),
            State::Blank => Vec::new(),
            State::Conflict(_) | State::Unreadable(_) => vec![None],
        };
        Self {
            kit: record.kit.clone(),
            packet: record.packet.clone(),
            document: record.document.clone(),
            dates,
        }
    }
}

/// The date that is written, if anything is. Nothing is removed for a date in another form than `2027-05-27`: it could mean another day.
fn dates(text: Option<&str>) -> Vec<Option<Date>> {
    let text = text.map(str::trim).filter(|text| !text.is_empty());
    text.map(|text| text.parse().ok()).into_iter().collect()
}

/// Says what is to become of each file on a day, given the papers in each. The dates of one packet concern all its papers, for a form
/// that says how long papers are kept, such as the debrief, says so of all of them.
#[must_use]
pub fn fates(files: &[Vec<Paper>], on: Date) -> Vec<Fate> {
    let mut packets: BTreeMap<(&str, &str), Vec<Option<Date>>> = BTreeMap::new();
    for paper in files.iter().flatten() {
        let packet = (paper.kit.as_str(), paper.packet.as_str());
        packets.entry(packet).or_default().extend(&paper.dates);
    }
    let fate = |papers: &Vec<Paper>| {
        let of_paper = |paper: &Paper| {
            let dates = packets.get(&(paper.kit.as_str(), paper.packet.as_str()));
            of_dates(dates.map_or(&[], Vec::as_slice), on)
        };
        papers.iter().map(of_paper).reduce(Fate::stricter).unwrap_or(Fate::NoDate)
    };
    files.iter().map(fate).collect()
}

/// What becomes of a paper that these dates concern.
fn of_dates(dates: &[Option<Date>], on: Date) -> Fate {
    let latest: Option<Vec<Date>> = dates.iter().copied().collect();
    match latest.map(|dates| dates.into_iter().max()) {
        None => Fate::UnclearDate,
        Some(None) => Fate::NoDate,
        // It is kept on the day itself.
        Some(Some(latest)) if latest < on => Fate::Past(latest),
        Some(Some(latest)) => Fate::KeptUntil(latest),
    }
}

impl Fate {
    /// What becomes of a file with two papers: it goes only if both may go.
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
