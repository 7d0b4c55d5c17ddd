use std::sync::Arc;

use super::super::failure::diagnosed;
use super::super::selection::{self, told};
use super::super::unmet;
use super::interview::Interview;
use super::order::Order;
use crate::bank::{Bank, Id};
use crate::base::source::Sources;
use crate::base::unit::NotATime;
use crate::commands::manifest::{ManifestQuestion, ManifestUnmet};
use crate::packet::lock::{self, Lock};
use crate::packet::template::Part;
use crate::packet::{Interviewer, Kit};
use crate::select::{Panel, Refused, Selection, Unmet, select};

/// A kit that was frozen, with the text that says so.
pub(super) struct Frozen {
    pub(super) lock: Lock,
    pub(super) sources: Sources,
}

/// What is to be printed for one interview.
pub(super) struct Packed {
    /// The kit as a whole: that of the one interviewer, or of the whole panel.
    pub(super) whole: Arc<Sheet>,
    /// The documents, in the order in which they lie in a packet.
    pub(super) drafts: Vec<Draft>,
    /// What each interviewer asks, in order.
    pub(super) seats: Vec<Vec<Id>>,
    /// What everybody asks.
    pub(super) shared: Vec<Id>,
    /// What could not be met.
    pub(super) unmet: Vec<Unmet>,
}

/// A document that is to be printed.
pub(super) struct Draft {
    pub(super) part: Part,
    /// Which interviewer of the panel it is for, from 0.
    pub(super) seat: Option<usize>,
    pub(super) sheet: Arc<Sheet>,
}

/// What documents show, and how it came about.
pub(super) struct Sheet {
    pub(super) kit: Kit,
    pub(super) questions: Vec<ManifestQuestion>,
    /// What could not be met; nothing for one interviewer of a panel.
    pub(super) unmet: Vec<ManifestUnmet>,
}

/// What an interview could not meet, if it can be made at all.
pub(super) fn check(interview: &Interview, bank: &Bank) -> Result<Vec<Unmet>, Refused> {
    match &interview.panel {
        None => select(bank, &interview.criteria).map(|it| it.unmet().to_vec()),
        Some(_) => shared(interview, bank).map(|it| it.unmet),
    }
}

/// Selects the questions of an interview, and says which documents there are to be.
pub(super) fn pack(
    order: &Order<'_>,
    interview: &Interview,
    bank: &Bank,
    frozen: Option<&Frozen>,
) -> anyhow::Result<Packed> {
    let packed = match (&interview.panel, frozen) {
        (None, None) => alone(order, interview, &select(bank, &interview.criteria)?, None),
        (None, Some(frozen)) => {
            let questions = frozen.lock.seats.first().map_or(&[][..], |seat| &seat.questions);
            alone(order, interview, &again(bank, questions, frozen)?, Some(&frozen.lock))
        }
        (Some(people), None) => {
            together(order, (interview, people), &shared(interview, bank)?, None)?
        }
        (Some(people), Some(frozen)) => {
            let seats = frozen.lock.seats.iter();
            let selections = seats.map(|seat| again(bank, &seat.questions, frozen));
            let selections = selections.collect::<Result<_, _>>()?;
            let shared = frozen.lock.shared.clone();
            let panel = Panel { selections, shared, unmet: Vec::new() };
            together(order, (interview, people), &panel, Some(&frozen.lock))?
        }
    };
    if let Some(frozen) = frozen {
        let verified = frozen.lock.verify(&packed.whole.kit);
        verified.map_err(|it| diagnosed(&it, &frozen.sources))?;
    }
    Ok(packed)
}

/// The questions that were frozen, if the bank still has all of them.
fn again<'b>(bank: &'b Bank, questions: &[Id], frozen: &Frozen) -> anyhow::Result<Selection<'b>> {
    let exist = frozen.lock.verify_questions(|id| bank.question(id).is_some());
    exist.map_err(|it| diagnosed(&it, &frozen.sources))?;
    Selection::frozen(bank, questions)
        .ok_or_else(|| anyhow::anyhow!("the lock file names no question"))
}

fn shared<'b>(interview: &Interview, bank: &'b Bank) -> Result<Panel<'b>, Refused> {
    let interviewers = interview.panel.as_deref().unwrap_or_default();
    selection::shared(bank, &interview.criteria, interviewers, interview.shared)
}

/// The documents of one interviewer.
fn alone(
    order: &Order<'_>,
    interview: &Interview,
    selection: &Selection<'_>,
    lock: Option<&Lock>,
) -> Packed {
    let mut kit = frozen(Kit::new(selection, &interview.packet), lock);
    kit.code = lock::code(&kit);
    let unmet = selection.unmet().to_vec();
    let recorded = recorded(selection.bank(), &unmet, &kit);
    let questions = questions(selection);
    let whole = Arc::new(Sheet { kit, questions, unmet: recorded });
    let draft = |part: &Part| Draft { part: *part, seat: None, sheet: Arc::clone(&whole) };
    let drafts = order.parts.iter().map(draft).collect();
    Packed { drafts, seats: vec![ids(selection)], shared: Vec::new(), unmet, whole }
}

/// The documents of a panel: those that are each interviewer's lie together.
#[expect(
    clippy::expect_used,
    reason = "an order or a row without an interviewer is refused before"
)]
fn together(
    order: &Order<'_>,
    (interview, interviewers): (&Interview, &[Interviewer]),
    panel: &Panel<'_>,
    lock: Option<&Lock>,
) -> Result<Packed, NotATime> {
    let kit = Kit::of_panel(panel, interviewers, &interview.packet)?;
    let kit = kit.expect("a panel has one interviewer at least");
    let mut kit = frozen(kit, lock);
    kit.code = lock::code(&kit);
    let asked = panel.selections.iter().flat_map(questions);
    let mut all: Vec<ManifestQuestion> = Vec::new();
    for question in asked {
        if !all.iter().any(|known| known.id == question.id) {
            all.push(question);
        }
    }
    let bank = panel.selections.first().map(Selection::bank);
    let unmet = bank.map_or_else(Vec::new, |bank| recorded(bank, &panel.unmet, &kit));
    let whole = Arc::new(Sheet { kit, questions: all, unmet });
    let sheets: Vec<Arc<Sheet>> = panel
        .selections
        .iter()
        .enumerate()
        .filter_map(|(seat, selection)| {
            let kit = Kit::of_seat(panel, &whole.kit, seat, &interview.packet)?;
            // One code for all papers of a panel, by which two packets are compared, and the part of it that is this one's.
            let kit = Kit { code: format!("{}/{}", whole.kit.code, seat + 1), ..kit };
            let (questions, unmet) = (questions(selection), Vec::new());
            Some(Arc::new(Sheet { kit, questions, unmet }))
        })
        .collect();
    let common = |part: &Part| Draft { part: *part, seat: None, sheet: Arc::clone(&whole) };
    let (own, others): (Vec<Part>, Vec<Part>) =
        order.parts.iter().partition(|part| part.is_each_interviewers());
    let (after, before): (Vec<Part>, Vec<Part>) =
        others.iter().partition(|part| **part == Part::Debrief);
    let mut drafts: Vec<Draft> = before.iter().map(common).collect();
    for (seat, sheet) in sheets.iter().enumerate() {
        let own = own.iter().map(|part| Draft {
            part: *part,
            seat: Some(seat),
            sheet: Arc::clone(sheet),
        });
        drafts.extend(own);
    }
    drafts.extend(after.iter().map(common));
    let seats = panel.selections.iter().map(ids).collect();
    let (shared, unmet) = (panel.shared.clone(), panel.unmet.clone());
    Ok(Packed { whole, drafts, seats, shared, unmet })
}

/// What could not be met, for the manifest. Of a kit that was frozen, only the words are known.
fn recorded(bank: &Bank, unmet: &[Unmet], kit: &Kit) -> Vec<ManifestUnmet> {
    if unmet.is_empty() {
        let message = |message: &String| ManifestUnmet::in_words(message.clone());
        return kit.unmet.iter().map(message).collect();
    }
    unmet.iter().map(|unmet| unmet::record(bank, unmet)).collect()
}

/// What could not be met when a kit was frozen is still not met.
fn frozen(kit: Kit, lock: Option<&Lock>) -> Kit {
    match lock {
        Some(lock) => Kit { unmet: lock.unmet.clone(), ..kit },
        None => kit,
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
