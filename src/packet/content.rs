use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::question::QuestionContent;
use crate::bank::{
    Bank, Competency, Id, Level, Origin, Question, Reference, Role, ScalePoint, Theme,
};
use crate::base::hash;
use crate::base::unit::{Language, Minutes};
use crate::select::{Criteria, LEVEL, ROLE, Selection};

/// What is asked and how it is rated, in which order, and who asks what.
///
/// The kit code is made from this alone. Titles and credits of the bank, the wording of templates and of the frame's texts, fonts,
/// names and dates are no part of it, so they can change without changing a code.
#[derive(Clone, Debug)]
pub struct Content<'b> {
    pub(super) bank: &'b Bank,
    /// The role for which the questions were selected, if it was a single one.
    pub(super) role: Option<&'b Role>,
    /// The level for which the questions were selected, if it was a single one: that of the role, where there is one.
    pub(super) level: Option<&'b Level>,
    /// The questions, each once, in the order in which they are asked.
    pub(super) questions: Vec<&'b Question>,
    /// What each interviewer asks, in order; one interviewer at least.
    pub(super) assignments: Vec<Vec<&'b Question>>,
    /// The common questions: every interviewer of the panel asks them.
    pub(super) shared: Vec<Id>,
    /// How much of each interview is kept for opening and closing.
    pub(super) reserve: Minutes,
}

impl<'b> Content<'b> {
    /// What one interviewer asks. The criteria are those of the selection.
    #[must_use]
    pub fn of_interview(selection: &Selection<'b>, criteria: &Criteria) -> Self {
        let questions = selection.questions().to_vec();
        Self::new(selection.bank(), criteria, vec![questions], Vec::new())
    }

    /// What a panel asks, in order: what each interviewer asks, and which questions are common. The criteria are those of the
    /// selections.
    ///
    /// # Panics
    ///
    /// If the panel has no interviewer: `assign_panel` gives each of them a selection, and a request without one is refused.
    #[must_use]
    #[expect(clippy::expect_used, reason = "the invariant of a panel")]
    pub fn of_panel(selections: &[Selection<'b>], shared: &[Id], criteria: &Criteria) -> Self {
        let first = selections.first().expect("a panel has one interviewer at least");
        let assignments = selections.iter().map(|it| it.questions().to_vec()).collect();
        Self::new(first.bank(), criteria, assignments, shared.to_vec())
    }

    /// What one interviewer of the panel asks, by their place, which is one of the panel's.
    pub(super) fn of_interviewer(&self, place: usize) -> Self {
        let questions = self.assignments[place].clone();
        let Self { bank, role, level, shared, reserve, .. } = self.clone();
        Self { bank, role, level, shared, reserve, assignments: vec![questions.clone()], questions }
    }

    /// The bank from which the questions are.
    #[must_use]
    pub fn bank(&self) -> &'b Bank {
        self.bank
    }

    /// The ids of the questions, each once, in the order in which they are asked.
    pub fn questions(&self) -> impl Iterator<Item = &'b Id> {
        self.questions.iter().map(|question| &question.id)
    }

    /// The ids of what each interviewer asks, in order.
    pub fn assignments(&self) -> impl Iterator<Item = impl Iterator<Item = &'b Id>> {
        self.assignments.iter().map(|questions| questions.iter().map(|question| &question.id))
    }

    /// The ids of the common questions.
    #[must_use]
    pub fn shared(&self) -> &[Id] {
        &self.shared
    }

    /// The ids of the competencies, in the bank's order, each with those of the questions that assess it.
    pub fn assessed(&self) -> impl Iterator<Item = (&'b Id, Vec<&'b Id>)> {
        self.competencies().into_iter().map(|Competency { id, .. }| {
            let assess = self.questions.iter().filter(|it| it.competencies.contains(id));
            (id, assess.map(|question| &question.id).collect())
        })
    }

    fn new(
        bank: &'b Bank,
        criteria: &Criteria,
        assignments: Vec<Vec<&'b Question>>,
        shared: Vec<Id>,
    ) -> Self {
        let role = criteria.filters.only(&ROLE).and_then(|id| bank.role(id));
        let level = role.map(|role| &role.level).or(criteria.filters.only(&LEVEL));
        let mut known = BTreeSet::new();
        let questions = assignments.iter().flatten().filter(|question| known.insert(&question.id));
        Self {
            bank,
            role,
            level: level.and_then(|id| bank.level(id)),
            questions: questions.copied().collect(),
            assignments,
            shared,
            reserve: criteria.reserve,
        }
    }

    /// The short code of what is asked and how it is rated, as `7KQ2-M4XD`: of two kits with different content, one pair in a
    /// million million has the same code.
    #[must_use]
    pub fn code(&self) -> String {
        let digest = hash::sha256(hash::canonical(&self.hashes()).as_bytes());
        let code = hash::crockford(&digest[..CODE_BYTES]);
        let (first, second) = code.split_at(code.len() / 2);
        format!("{first}-{second}")
    }

    /// The parts of the content by name, each with its hash: this is what a lock file keeps, and what the code is made from.
    #[must_use]
    pub fn hashes(&self) -> BTreeMap<String, String> {
        let mut parts = Parts::default();
        for question in &self.questions {
            let content = QuestionContent::new(question);
            parts.add(format!("question {}", question.id), &content);
        }
        let competencies = self.competencies();
        for Competency { id, title, statement, definition } in &competencies {
            let words = (title, statement, definition);
            parts.add(format!("competency {id}"), &words);
        }
        let points = self.bank.scale.iter().map(|ScalePoint { score, label }| (score, label));
        parts.add("scale", &points.collect::<Vec<_>>());
        parts.add("order of competencies", &ids(competencies.iter().map(|it| &it.id)));
        parts.add("order of questions", &ids(self.questions.iter().map(|it| &it.id)));
        parts.add("list of common questions", &ids(&self.shared));
        parts.add("reserve", &self.reserve);
        for (place, questions) in self.assignments.iter().enumerate() {
            let name = format!("list of questions of interviewer {}", place + 1);
            parts.add(name, &ids(questions.iter().map(|it| &it.id)));
        }
        parts.0
    }

    /// What else is printed of the bank, by name, each with its hash: titles and credits. A lock file keeps them too, so that a change
    /// of them is reported; what is asked and how it is rated is the same.
    #[must_use]
    pub fn label_hashes(&self) -> BTreeMap<String, String> {
        let mut parts = Parts::default();
        // The plan of a panel names themes of which no question is asked, too.
        for Theme { id, title } in &self.bank.themes {
            parts.add(format!("theme {id}"), title);
        }
        for Question { id, theme, references, kind, .. } in &self.questions {
            let labels = (theme, kind, references);
            parts.add(format!("classification of question {id}"), &labels);
        }
        let references = self.references();
        for Reference { id, title } in &references {
            parts.add(format!("reference {id}"), title);
        }
        for origin in &self.bank.origins {
            parts.add(format!("credit line of bank {}", origin.id), &credits(origin));
        }
        parts.add("title of the role", &self.role.map(|role| &role.title));
        parts.add("title of the level", &self.level.map(|level| &level.title));
        let label = self.competencies_label().map(|(label, _)| label);
        parts.add("heading of the competencies", &label);
        let languages: Vec<_> = self.bank.origins.iter().map(|origin| &origin.language).collect();
        parts.add("language", &languages);
        parts.add("order of references", &ids(references.iter().map(|it| &it.id)));
        parts.add("order of banks", &ids(self.bank.origins.iter().map(|it| &it.id)));
        parts.0
    }

    /// The bank's own heading above the competencies, if it has one.
    pub(super) fn competencies_label(&self) -> Option<(&'b str, &'b Language)> {
        let mut origins = self.bank.origins.iter();
        origins.find_map(|it| Some((it.competencies_label.as_deref()?, &it.language)))
    }

    /// The competencies that the questions assess, in the bank's order.
    pub(super) fn competencies(&self) -> Vec<&'b Competency> {
        let assessed: BTreeSet<&Id> =
            self.questions.iter().flat_map(|question| &question.competencies).collect();
        self.bank.competencies.iter().filter(|it| assessed.contains(&it.id)).collect()
    }

    /// The reference documents of the questions, in the bank's order.
    pub(super) fn references(&self) -> Vec<&'b Reference> {
        let used: BTreeSet<&Id> =
            self.questions.iter().flat_map(|question| &question.references).collect();
        self.bank.references.iter().filter(|it| used.contains(&it.id)).collect()
    }

    /// The theme of an id.
    #[expect(clippy::expect_used, reason = "the invariant of a bank")]
    pub(super) fn theme(&self, id: &Id) -> &'b Theme {
        self.bank.theme(id).expect("every theme was checked against the bank")
    }

    /// The competency of an id.
    #[expect(clippy::expect_used, reason = "the invariant of a bank")]
    pub(super) fn competency(&self, id: &Id) -> &'b Competency {
        self.bank.competency(id).expect("every competency was checked when the bank was read")
    }

    /// The reference document of an id.
    #[expect(clippy::expect_used, reason = "the invariant of a bank")]
    pub(super) fn reference(&self, id: &Id) -> &'b Reference {
        self.bank.reference(id).expect("every reference was checked when the bank was read")
    }

    /// The language of the kit: that of the first bank.
    #[expect(clippy::expect_used, reason = "the invariant of a bank")]
    pub(super) fn language(&self) -> &'b Language {
        &self.bank.origins.first().expect("a bank is read from one file at least").language
    }

    /// How long all questions take together.
    pub(super) fn minutes(&self) -> Minutes {
        self.questions.iter().map(|question| question.minutes).sum()
    }
}

/// Eight letters of five bits.
const CODE_BYTES: usize = 5;

/// Hashes by the names of what they are of.
#[derive(Default)]
struct Parts(BTreeMap<String, String>);

impl Parts {
    fn add(&mut self, name: impl Into<String>, value: &impl Serialize) {
        self.0.insert(name.into(), hash::short(&hash::canonical(value)));
    }
}

fn ids<'i>(ids: impl IntoIterator<Item = &'i Id>) -> Vec<&'i Id> {
    ids.into_iter().collect()
}

/// What the guide prints of a bank as a whole.
fn credits(origin: &Origin) -> impl Serialize {
    // Whoever adds a key to a bank decides here whether it is printed.
    let Origin {
        id: _,
        title,
        edition,
        language: _,
        source,
        editor,
        audience: _,
        brand: _,
        competencies_label: _,
        allow: _,
    } = origin;
    (title, edition, source, editor)
}
