use std::collections::{BTreeMap, BTreeSet};

use super::question::QuestionContent;
use crate::bank::{
    Bank, Competency, Id, Level, Origin, Question, Reference, Role, ScalePoint, Theme,
};
use crate::base::hash;
use crate::base::unit::{Language, Minutes};
use crate::select::{Criteria, LEVEL, Panel, ROLE, Selection};

/// What is asked and how it is rated: everything that a kit takes from its bank, in which order, and who asks what.
///
/// The kit code and the lock file are made from this alone. The wording of templates and of the frame's texts, fonts, names and
/// dates are no part of it, so they can change without changing a code.
#[derive(Clone, Debug, PartialEq, Eq)]
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

    /// What a panel asks: the common questions first, then the others in the order of the interviewers. The criteria are those of
    /// the selection.
    ///
    /// # Panics
    ///
    /// If the panel has no interviewer: `assign_panel` gives each of them a selection, and a request without one is refused.
    #[must_use]
    #[expect(clippy::expect_used, reason = "the invariant of a panel")]
    pub fn of_panel(panel: &Panel<'b>, criteria: &Criteria) -> Self {
        let first = panel.selections.first().expect("a panel has one interviewer at least");
        let assignments = panel.selections.iter().map(|it| it.questions().to_vec()).collect();
        Self::new(first.bank(), criteria, assignments, panel.shared.clone())
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

    fn new(
        bank: &'b Bank,
        criteria: &Criteria,
        assignments: Vec<Vec<&'b Question>>,
        shared: Vec<Id>,
    ) -> Self {
        let role = only(criteria.filters.of(&ROLE)).and_then(|id| bank.role(id));
        let level = role.map(|role| &role.level).or(only(criteria.filters.of(&LEVEL)));
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
        let mut parts = BTreeMap::new();
        let mut add = |name: String, json: String| parts.insert(name, hash::short(&json));
        for question in &self.questions {
            add(
                format!("question {}", question.id),
                hash::canonical(&QuestionContent::new(question)),
            );
        }
        // The plan of a panel names themes of which no question is asked, too.
        for Theme { id, title } in &self.bank.themes {
            add(format!("theme {id}"), hash::canonical(title));
        }
        let competencies = self.competencies();
        for Competency { id, title, statement, definition } in &competencies {
            add(format!("competency {id}"), hash::canonical(&(title, statement, definition)));
        }
        let references = self.references();
        for Reference { id, title } in &references {
            add(format!("reference {id}"), hash::canonical(title));
        }
        for origin in &self.bank.origins {
            add(format!("bank {}", origin.id), credits(origin));
        }
        let points = self.bank.scale.iter().map(|ScalePoint { score, label }| (score, label));
        add("scale".to_owned(), hash::canonical(&points.collect::<Vec<_>>()));
        add("title".to_owned(), self.titles());
        add("order of competencies".to_owned(), ids(competencies.iter().map(|it| &it.id)));
        add("order of references".to_owned(), ids(references.iter().map(|it| &it.id)));
        add("order of banks".to_owned(), ids(self.bank.origins.iter().map(|it| &it.id)));
        add("order of questions".to_owned(), ids(self.questions.iter().map(|it| &it.id)));
        add("list of common questions".to_owned(), ids(&self.shared));
        add("reserve".to_owned(), hash::canonical(&self.reserve));
        for (place, questions) in self.assignments.iter().enumerate() {
            let name = format!("questions of interviewer {}", place + 1);
            add(name, ids(questions.iter().map(|it| &it.id)));
        }
        parts
    }

    /// What the kit is called after, and the bank's own words around the questions.
    fn titles(&self) -> String {
        let role = self.role.map(|role| &role.title);
        let level = self.level.map(|level| &level.title);
        let languages: Vec<_> = self.bank.origins.iter().map(|origin| &origin.language).collect();
        hash::canonical(&(role, level, languages, self.competencies_label()))
    }

    /// The bank's own heading above the competencies, if it has one.
    pub(super) fn competencies_label(&self) -> Option<&'b str> {
        let mut labels = self.bank.origins.iter().map(|it| it.competencies_label.as_deref());
        labels.find_map(|label| label)
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

fn only(ids: &[Id]) -> Option<&Id> {
    match ids {
        [only] => Some(only),
        _ => None,
    }
}

fn ids<'i>(ids: impl IntoIterator<Item = &'i Id>) -> String {
    hash::canonical(&ids.into_iter().collect::<Vec<_>>())
}

/// What the guide prints of a bank as a whole.
fn credits(origin: &Origin) -> String {
    // Whoever adds a key to a bank decides here whether it is printed.
    let Origin {
        id: _,
        title,
        edition,
        language: _,
        source,
        editor,
        audience: _,
        competencies_label: _,
        allow: _,
    } = origin;
    hash::canonical(&(title, edition, source, editor))
}
