use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

use super::found::{Documents, Part};
use super::rating_state::RatingState;
use super::sheet::{GUIDE, SCORECARD, SCORING, Sheet};

/// Which questions each packet asks, and which of them were rated.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Matrix {
    /// The parts of the packets: one for each interviewer, in the order of kits, interviewers and packets.
    pub rows: Vec<Row>,
}

/// What one interviewer asked in one packet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Row {
    /// The code of the kit.
    pub kit: String,
    /// The interviewer of a panel, from 1.
    pub part: Option<u32>,
    /// The id of the packet.
    pub packet: String,
    /// The documents with which this interviewer asks and rates.
    pub documents: Vec<RowDocument>,
    /// The questions, in the order in which they are asked.
    pub questions: Vec<Cell>,
}

/// A document of an interviewer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RowDocument {
    /// Its id.
    pub document: String,
    /// Whether something is filled in.
    pub filled_in: bool,
}

/// A question in a packet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Cell {
    /// The id of the question.
    pub question: String,
    /// The place in the order in which the questions are asked, from 1.
    pub position: usize,
    /// Whether it was rated. Null if no document has a rating for it.
    pub rating: Option<RatingState>,
}

impl Matrix {
    pub(super) fn new(parts: &BTreeMap<Part<'_>, Documents<'_>>) -> Self {
        let rows = parts.iter().filter_map(|((kit, part, packet), documents)| {
            let asked: Vec<&Sheet> =
                documents.values().flatten().map(|found| found.sheet).collect();
            let (kit, packet) = ((*kit).to_owned(), (*packet).to_owned());
            Some(Row::new(kit, *part, packet, &asked)).filter(|row| !row.documents.is_empty())
        });
        Self { rows: rows.collect() }
    }
}

impl Row {
    fn new(kit: String, part: Option<u32>, packet: String, sheets: &[&Sheet]) -> Self {
        let mut documents: BTreeMap<&str, bool> = BTreeMap::new();
        for sheet in sheets.iter().filter(|sheet| sheet.has_questions()) {
            *documents.entry(sheet.document()).or_default() |= sheet.has_answers;
        }
        let document = |(document, filled_in): (&str, bool)| RowDocument {
            document: document.to_owned(),
            filled_in,
        };
        Self {
            kit,
            part,
            packet,
            documents: documents.into_iter().map(document).collect(),
            questions: cells(sheets),
        }
    }
}

/// The questions of an interviewer. The guide says in which order they were asked; without one, the documents on which they are rated.
fn cells(sheets: &[&Sheet]) -> Vec<Cell> {
    let mut ordered: Vec<&Sheet> = sheets.to_vec();
    let known = [GUIDE, SCORING, SCORECARD];
    let rank =
        |sheet: &&Sheet| known.iter().position(|id| *id == sheet.document()).unwrap_or(known.len());
    ordered.sort_by_key(|sheet| (rank(sheet), sheet.entries.is_empty()));
    let mut seen = BTreeSet::new();
    let asked = ordered.iter().flat_map(|sheet| &sheet.questions).map(|it| it.id.as_str());
    let ids = asked.filter(|id| seen.insert(*id));
    let cell = |(position, id): (usize, &str)| {
        let questions = ordered.iter().filter_map(|sheet| sheet.question(id));
        let rated = questions.filter_map(|it| Some((it.rating?, it.answer.clone())));
        let rated = rated.fold(None, |before, other| Some(RatingState::both(before, other)));
        Cell { question: id.to_owned(), position, rating: rated.map(|(state, _)| state) }
    };
    (1..).zip(ids.collect::<Vec<_>>()).map(cell).collect()
}
