use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::sheet::Seen;

/// Something that is asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// By which its answer is known. Another scan of the same page has another one.
    pub id: String,
    /// The path of the file.
    pub file: String,
    /// The page of the file, from 1.
    pub file_page: u32,
    /// The id of the packet.
    pub packet: String,
    /// The interviewer of a panel, from 1.
    pub part: Option<u32>,
    /// The id of the document.
    pub document: String,
    /// The name of the field.
    pub field: String,
    /// What it is about, in the words of the document.
    pub about: Option<String>,
    /// Why it is asked about.
    pub why: String,
    /// What can be answered.
    pub kind: AskKind,
    /// Where the picture of its row is stored, from the folder of the records.
    pub picture: Option<String>,
}

/// What can be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AskKind {
    /// Whether a box is crossed.
    Check,
    /// Which of these boxes is crossed, or none.
    Choice(Vec<String>),
}

/// What somebody says about something that was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Answer {
    /// Whether a box is crossed.
    Check(bool),
    /// Which box is crossed, if any.
    Choice(Option<String>),
}

/// All answers.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    by_id: BTreeMap<String, Answer>,
    used: BTreeSet<String>,
}

/// An answer does not go with what was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerFault {
    /// What was asked.
    pub id: String,
    /// What can be answered.
    pub kind: AskKind,
}

impl FromIterator<(String, Answer)> for Answers {
    fn from_iter<I: IntoIterator<Item = (String, Answer)>>(answers: I) -> Self {
        Self { by_id: answers.into_iter().collect(), used: BTreeSet::new() }
    }
}

impl Answers {
    /// The answer to what was asked, if there is one.
    pub(super) fn take(&mut self, id: &str, kind: &AskKind) -> Result<Option<Seen>, AnswerFault> {
        let Some(answer) = self.by_id.get(id) else { return Ok(None) };
        self.used.insert(id.to_owned());
        match (answer, kind) {
            (Answer::Check(is_checked), AskKind::Check) => Ok(Some(Seen::Check(*is_checked))),
            (Answer::Choice(None), AskKind::Choice(_)) => Ok(Some(Seen::Choice(None))),
            (Answer::Choice(Some(value)), AskKind::Choice(values)) if values.contains(value) => {
                Ok(Some(Seen::Choice(Some(value.clone()))))
            }
            _ => Err(AnswerFault { id: id.to_owned(), kind: kind.clone() }),
        }
    }

    /// How many answers were used.
    #[must_use]
    pub fn used(&self) -> usize {
        self.used.len()
    }

    /// The ids of answers to nothing that was asked.
    pub fn unused(&self) -> impl Iterator<Item = &str> {
        self.by_id.keys().map(String::as_str).filter(|id| !self.used.contains(*id))
    }
}
