use std::sync::Arc;

use super::super::selection::described;
use super::super::unmet;
use super::interview::Interview;
use crate::bank::{Bank, Id};
use crate::base::source::Sources;
use crate::base::unit::TimeParseError;
use crate::cli::DocumentRequest;
use crate::cli::report::Failure;
use crate::commands::manifest::{ManifestQuestion, ManifestUnmet};
use crate::packet::lock::{Lock, LockedInterviewer, Recipe};
use crate::packet::{Audience, Content, DOCUMENTS, DocumentKind, Setting, UnmetView, View};
use crate::select::{
    InterviewerSlot, LEVEL, Panel, ROLE, SelectError, Selection, UnmetGoal, assign_panel, select,
};

/// A lock file, with its text.
pub(super) struct LockedKit {
    pub(super) lock: Lock,
    pub(super) sources: Sources,
}

/// What is to be printed for one interview.
pub(super) struct Packet<'a> {
    /// What is asked and how it is rated.
    pub(super) content: Content<'a>,
    /// The kit as a whole: that of the one interviewer, or of the whole panel.
    pub(super) whole: Arc<Kit<'a>>,
    /// The documents, in the order in which they lie in a packet.
    pub(super) documents: Vec<PlannedDocument<'a>>,
    /// What each interviewer asks, in order.
    pub(super) asked: Vec<Vec<Id>>,
    /// The common questions.
    pub(super) shared: Vec<Id>,
    /// The goals that were not met.
    pub(super) unmet: Vec<UnmetGoal>,
}

/// A document that is to be printed.
pub(super) struct PlannedDocument<'a> {
    pub(super) document: &'static DocumentKind,
    /// Which interviewer of the panel it is for, from 0.
    pub(super) interviewer: Option<usize>,
    pub(super) kit: Arc<Kit<'a>>,
}

/// What documents show, and how it came about.
pub(super) struct Kit<'a> {
    pub(super) view: View<'a>,
    pub(super) questions: Vec<ManifestQuestion>,
    /// The goals that were not met; none for one interviewer of a panel.
    pub(super) unmet: Vec<ManifestUnmet>,
}

/// The goals that an interview does not meet, if it can be made at all.
pub(super) fn check(interview: &Interview, bank: &Bank) -> Result<Vec<UnmetGoal>, SelectError> {
    match &interview.panel {
        None => select(bank, &interview.criteria).map(|it| it.unmet().to_vec()),
        Some(people) => shared(interview, people, bank).map(|it| it.unmet),
    }
}

/// Selects the questions of an interview, and says which documents there are to be.
pub(super) fn pack<'a>(
    documents: &DocumentRequest,
    interview: &'a Interview,
    bank: &'a Bank,
    locked: Option<&LockedKit>,
) -> anyhow::Result<Packet<'a>> {
    let packed = match (&interview.panel, locked) {
        (None, None) => alone(documents, interview, &select(bank, &interview.criteria)?, None),
        (None, Some(locked)) => {
            // The lock of a panel is refused before.
            let questions: Vec<Id> = locked
                .lock
                .recipe
                .interviewers
                .iter()
                .flat_map(|it| it.questions.clone())
                .collect();
            alone(documents, interview, &again(bank, &questions, locked)?, Some(&locked.lock))
        }
        (Some(people), None) => {
            together(documents, (interview, people), &shared(interview, people, bank)?)?
        }
        (Some(people), Some(locked)) => {
            let recipe = &locked.lock.recipe;
            let selections =
                recipe.interviewers.iter().map(|it| again(bank, &it.questions, locked));
            let selections = selections.collect::<Result<_, _>>()?;
            let (shared, unmet) = (recipe.shared.clone(), recipe.unmet.clone());
            together(documents, (interview, people), &Panel { selections, shared, unmet })?
        }
    };
    if let Some(locked) = locked {
        let verified = locked.lock.verify(&packed.content);
        verified.map_err(|it| Failure::rejected(&it, &locked.sources))?;
    }
    Ok(packed)
}

/// The locked questions, if the bank still has all of them.
fn again<'b>(
    bank: &'b Bank,
    questions: &[Id],
    locked: &LockedKit,
) -> anyhow::Result<Selection<'b>> {
    let exist = locked.lock.verify_names(bank);
    exist.map_err(|it| Failure::rejected(&it, &locked.sources))?;
    Selection::fixed(bank, questions)
        .ok_or_else(|| anyhow::anyhow!("the lock file lists no questions"))
}

fn shared<'b>(
    interview: &Interview,
    interviewers: &[InterviewerSlot],
    bank: &'b Bank,
) -> Result<Panel<'b>, SelectError> {
    assign_panel(bank, &interview.criteria, interviewers, interview.shared)
}

/// The documents of one interviewer.
fn alone<'a>(
    documents: &DocumentRequest,
    interview: &'a Interview,
    selection: &Selection<'a>,
    lock: Option<&Lock>,
) -> Packet<'a> {
    let content = Content::of_interview(selection, &interview.criteria);
    let unmet = match lock {
        Some(lock) => lock.recipe.unmet.clone(),
        None => selection.unmet().to_vec(),
    };
    let bank = selection.bank();
    let goals = UnmetView::all(&unmet, bank);
    let view = View::of_interview(&content, setting(documents, interview, content.code(), goals));
    let recorded = unmet.iter().map(|unmet| unmet::record(bank, unmet)).collect();
    let whole = Arc::new(Kit { view, questions: questions(selection), unmet: recorded });
    let draft = |document: &&'static DocumentKind| PlannedDocument {
        document,
        interviewer: None,
        kit: Arc::clone(&whole),
    };
    let planned = documents.kinds.iter().map(draft).collect();
    Packet {
        content,
        documents: planned,
        asked: vec![ids(selection)],
        shared: Vec::new(),
        unmet,
        whole,
    }
}

/// The documents of a panel: those that are each interviewer's lie together.
fn together<'a>(
    documents: &DocumentRequest,
    (interview, interviewers): (&'a Interview, &'a [InterviewerSlot]),
    panel: &Panel<'a>,
) -> Result<Packet<'a>, TimeParseError> {
    let content = Content::of_panel(panel, &interview.criteria);
    let code = content.code();
    let bank = content.bank();
    let goals = UnmetView::all(&panel.unmet, bank);
    let whole = setting(documents, interview, code.clone(), goals);
    let view = View::of_panel(&content, interviewers, whole)?;
    let mut all: Vec<ManifestQuestion> = Vec::new();
    for question in panel.selections.iter().flat_map(questions) {
        if !all.iter().any(|known| known.id == question.id) {
            all.push(question);
        }
    }
    let unmet = panel.unmet.iter().map(|unmet| unmet::record(bank, unmet)).collect();
    let whole = Arc::new(Kit { view, questions: all, unmet });
    let sheet = |(index, selection): (usize, &Selection<'a>)| {
        // One code for all papers of a panel, by which two packets are compared, and the part of it that is this one's.
        let code = format!("{code}/{}", index + 1);
        let setting = setting(documents, interview, code, Vec::new());
        let view = View::of_interviewer(&content, &whole.view, index, setting);
        Arc::new(Kit { view, questions: questions(selection), unmet: Vec::new() })
    };
    let sheets: Vec<Arc<Kit<'a>>> = panel.selections.iter().enumerate().map(sheet).collect();
    let draft = |document, interviewer, kit: &Arc<Kit<'a>>| {
        let kit = Arc::clone(kit);
        PlannedDocument { document, interviewer, kit }
    };
    let is_own = |document: &&DocumentKind| document.audience == Audience::Interviewer;
    let (own, others): (Vec<&DocumentKind>, Vec<&DocumentKind>) =
        documents.kinds.iter().partition(|document| is_own(document));
    // The documents of each interviewer lie together, where the table has the first of them.
    let place = DOCUMENTS.iter().take_while(|document| !is_own(document)).count();
    let (before, after): (Vec<&DocumentKind>, Vec<&DocumentKind>) =
        others.into_iter().partition(|document| DOCUMENTS[..place].contains(document));
    let mut planned: Vec<PlannedDocument<'a>> =
        before.into_iter().map(|document| draft(document, None, &whole)).collect();
    for (index, sheet) in sheets.iter().enumerate() {
        planned.extend(own.iter().map(|document| draft(document, Some(index), sheet)));
    }
    planned.extend(after.into_iter().map(|document| draft(document, None, &whole)));
    let asked = panel.selections.iter().map(ids).collect();
    let (shared, unmet) = (panel.shared.clone(), panel.unmet.clone());
    Ok(Packet { content, whole, documents: planned, asked, shared, unmet })
}

fn setting<'a>(
    documents: &DocumentRequest,
    interview: &'a Interview,
    code: String,
    unmet: Vec<UnmetView>,
) -> Setting<'a> {
    let shows_questions = documents.shows_questions;
    Setting { code, details: &interview.details, timing: interview.timing, shows_questions, unmet }
}

/// What is needed to make a packet again, with who interviews in it.
pub(super) fn recipe(
    interview: &Interview,
    packed: &Packet<'_>,
    names: &[Option<String>],
) -> Recipe {
    let alone = [InterviewerSlot::default()];
    let interviewers = interview.panel.as_deref().unwrap_or(&alone);
    let all = interviewers.iter().zip(&packed.asked).enumerate();
    let interviewer = |(index, (interviewer, questions)): (usize, (&InterviewerSlot, &Vec<Id>))| {
        LockedInterviewer {
            name: names.get(index).cloned().flatten(),
            themes: interviewer.themes.clone(),
            questions: questions.clone(),
        }
    };
    Recipe {
        role: only(interview.criteria.filters.of(&ROLE)),
        level: only(interview.criteria.filters.of(&LEVEL)),
        minutes: interview.criteria.minutes,
        reserve: interview.criteria.reserve,
        shared: packed.shared.clone(),
        interviewers: all.map(interviewer).collect(),
        unmet: packed.unmet.clone(),
    }
}

fn only(ids: &[Id]) -> Option<Id> {
    match ids {
        [only] => Some(only.clone()),
        _ => None,
    }
}

fn ids(selection: &Selection<'_>) -> Vec<Id> {
    selection.questions().iter().map(|question| question.id.clone()).collect()
}

fn questions(selection: &Selection<'_>) -> Vec<ManifestQuestion> {
    let asked = selection.questions().iter().zip(selection.reasons());
    asked
        .map(|(question, reasons)| ManifestQuestion {
            id: question.id.to_string(),
            minutes: question.minutes.0,
            reasons: described(selection.bank(), reasons),
        })
        .collect()
}
