use std::sync::Arc;

use super::super::failure::diagnosed;
use super::super::selection::{self, told};
use super::super::unmet;
use super::interview::Interview;
use super::order::Order;
use crate::bank::{Bank, Id};
use crate::base::source::Sources;
use crate::base::unit::TimeParseError;
use crate::commands::manifest::{ManifestQuestion, ManifestUnmet};
use crate::packet::lock::{Lock, LockedSeat, Recipe};
use crate::packet::{Audience, Content, DOCUMENTS, DocumentKind, Setting, View};
use crate::select::{
    InterviewerSlot, LEVEL, Panel, ROLE, SelectError, Selection, UnmetGoal, select,
};

/// A lock file, with its text.
pub(super) struct Frozen {
    pub(super) lock: Lock,
    pub(super) sources: Sources,
}

/// What is to be printed for one interview.
pub(super) struct Packed<'a> {
    /// What is asked and how it is rated.
    pub(super) content: Content<'a>,
    /// The kit as a whole: that of the one interviewer, or of the whole panel.
    pub(super) whole: Arc<Sheet<'a>>,
    /// The documents, in the order in which they lie in a packet.
    pub(super) drafts: Vec<Draft<'a>>,
    /// What each interviewer asks, in order.
    pub(super) seats: Vec<Vec<Id>>,
    /// The common questions.
    pub(super) shared: Vec<Id>,
    /// The goals that were not met.
    pub(super) unmet: Vec<UnmetGoal>,
}

/// A document that is to be printed.
pub(super) struct Draft<'a> {
    pub(super) document: &'static DocumentKind,
    /// Which interviewer of the panel it is for, from 0.
    pub(super) seat: Option<usize>,
    pub(super) sheet: Arc<Sheet<'a>>,
}

/// What documents show, and how it came about.
pub(super) struct Sheet<'a> {
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
    order: &Order<'_>,
    interview: &'a Interview,
    bank: &'a Bank,
    frozen: Option<&Frozen>,
) -> anyhow::Result<Packed<'a>> {
    let packed = match (&interview.panel, frozen) {
        (None, None) => alone(order, interview, &select(bank, &interview.criteria)?, None),
        (None, Some(frozen)) => {
            // The lock of a panel is refused before.
            let questions: Vec<Id> =
                frozen.lock.recipe.seats.iter().flat_map(|seat| seat.questions.clone()).collect();
            alone(order, interview, &again(bank, &questions, frozen)?, Some(&frozen.lock))
        }
        (Some(people), None) => {
            together(order, (interview, people), &shared(interview, people, bank)?)?
        }
        (Some(people), Some(frozen)) => {
            let recipe = &frozen.lock.recipe;
            let selections = recipe.seats.iter().map(|seat| again(bank, &seat.questions, frozen));
            let selections = selections.collect::<Result<_, _>>()?;
            let (shared, unmet) = (recipe.shared.clone(), recipe.unmet.clone());
            together(order, (interview, people), &Panel { selections, shared, unmet })?
        }
    };
    if let Some(frozen) = frozen {
        let verified = frozen.lock.verify(&packed.content);
        verified.map_err(|it| diagnosed(&it, &frozen.sources))?;
    }
    Ok(packed)
}

/// The locked questions, if the bank still has all of them.
fn again<'b>(bank: &'b Bank, questions: &[Id], frozen: &Frozen) -> anyhow::Result<Selection<'b>> {
    let exist = frozen.lock.verify_questions(|id| bank.question(id).is_some());
    exist.map_err(|it| diagnosed(&it, &frozen.sources))?;
    Selection::frozen(bank, questions)
        .ok_or_else(|| anyhow::anyhow!("the lock file lists no questions"))
}

fn shared<'b>(
    interview: &Interview,
    interviewers: &[InterviewerSlot],
    bank: &'b Bank,
) -> Result<Panel<'b>, SelectError> {
    selection::shared(bank, &interview.criteria, interviewers, interview.shared)
}

/// The documents of one interviewer.
fn alone<'a>(
    order: &Order<'_>,
    interview: &'a Interview,
    selection: &Selection<'a>,
    lock: Option<&Lock>,
) -> Packed<'a> {
    let content = Content::of_interview(selection, &interview.criteria);
    let unmet = match lock {
        Some(lock) => lock.recipe.unmet.clone(),
        None => selection.unmet().to_vec(),
    };
    let bank = selection.bank();
    let words = UnmetGoal::describe_all(&unmet, bank);
    let view = View::of_interview(&content, setting(order, interview, content.code(), words));
    let recorded = unmet.iter().map(|unmet| unmet::record(bank, unmet)).collect();
    let whole = Arc::new(Sheet { view, questions: questions(selection), unmet: recorded });
    let draft = |document: &&'static DocumentKind| Draft {
        document: *document,
        seat: None,
        sheet: Arc::clone(&whole),
    };
    let drafts = order.documents.iter().map(draft).collect();
    Packed { content, drafts, seats: vec![ids(selection)], shared: Vec::new(), unmet, whole }
}

/// The documents of a panel: those that are each interviewer's lie together.
fn together<'a>(
    order: &Order<'_>,
    (interview, interviewers): (&'a Interview, &'a [InterviewerSlot]),
    panel: &Panel<'a>,
) -> Result<Packed<'a>, TimeParseError> {
    let content = Content::of_panel(panel, &interview.criteria);
    let code = content.code();
    let bank = content.bank();
    let words = UnmetGoal::describe_all(&panel.unmet, bank);
    let whole = setting(order, interview, code.clone(), words);
    let view = View::of_panel(&content, interviewers, whole)?;
    let mut all: Vec<ManifestQuestion> = Vec::new();
    for question in panel.selections.iter().flat_map(questions) {
        if !all.iter().any(|known| known.id == question.id) {
            all.push(question);
        }
    }
    let unmet = panel.unmet.iter().map(|unmet| unmet::record(bank, unmet)).collect();
    let whole = Arc::new(Sheet { view, questions: all, unmet });
    let sheet = |(seat, selection): (usize, &Selection<'a>)| {
        // One code for all papers of a panel, by which two packets are compared, and the part of it that is this one's.
        let code = format!("{code}/{}", seat + 1);
        let setting = setting(order, interview, code, Vec::new());
        let view = View::of_interviewer(&content, &whole.view, seat, setting);
        Arc::new(Sheet { view, questions: questions(selection), unmet: Vec::new() })
    };
    let sheets: Vec<Arc<Sheet<'a>>> = panel.selections.iter().enumerate().map(sheet).collect();
    let draft = |document, seat, sheet: &Arc<Sheet<'a>>| {
        let sheet = Arc::clone(sheet);
        Draft { document, seat, sheet }
    };
    let is_own = |document: &&DocumentKind| document.audience == Audience::Interviewer;
    let (own, others): (Vec<&DocumentKind>, Vec<&DocumentKind>) =
        order.documents.iter().partition(|document| is_own(document));
    // The documents of each interviewer lie together, where the table has the first of them.
    let place = DOCUMENTS.iter().take_while(|document| !is_own(document)).count();
    let (before, after): (Vec<&DocumentKind>, Vec<&DocumentKind>) =
        others.into_iter().partition(|document| DOCUMENTS[..place].contains(document));
    let mut drafts: Vec<Draft<'a>> =
        before.into_iter().map(|document| draft(document, None, &whole)).collect();
    for (seat, sheet) in sheets.iter().enumerate() {
        drafts.extend(own.iter().map(|document| draft(document, Some(seat), sheet)));
    }
    drafts.extend(after.into_iter().map(|document| draft(document, None, &whole)));
    let seats = panel.selections.iter().map(ids).collect();
    let (shared, unmet) = (panel.shared.clone(), panel.unmet.clone());
    Ok(Packed { content, whole, drafts, seats, shared, unmet })
}

fn setting<'a>(
    order: &Order<'_>,
    interview: &'a Interview,
    code: String,
    unmet: Vec<String>,
) -> Setting<'a> {
    let tells_questions = order.args.documents.questions;
    Setting { code, details: &interview.details, timing: interview.timing, tells_questions, unmet }
}

/// What is needed to make a packet again, with who interviews in it.
pub(super) fn recipe(
    interview: &Interview,
    packed: &Packed<'_>,
    names: &[Option<String>],
) -> Recipe {
    let alone = [InterviewerSlot::default()];
    let interviewers = interview.panel.as_deref().unwrap_or(&alone);
    let seats = interviewers.iter().zip(&packed.seats).enumerate();
    let seat =
        |(index, (interviewer, questions)): (usize, (&InterviewerSlot, &Vec<Id>))| LockedSeat {
            interviewer: names.get(index).cloned().flatten(),
            themes: interviewer.themes.clone(),
            questions: questions.clone(),
        };
    Recipe {
        role: only(interview.criteria.filters.of(&ROLE)),
        level: only(interview.criteria.filters.of(&LEVEL)),
        minutes: interview.criteria.minutes,
        reserve: interview.criteria.reserve,
        shared: packed.shared.clone(),
        seats: seats.map(seat).collect(),
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
            reasons: told(selection.bank(), reasons),
        })
        .collect()
}
