use std::sync::Arc;

use super::content::Content;
use super::details::InterviewDetails;
use super::documents::{Audience, DOCUMENTS, DocumentKind, GuideLayout};
use super::identity::PacketIdentity;
use super::locale::{TextError, Wording};
use super::lock::{Lock, LockedInterviewer, Recipe};
use super::plan_error::PlanError;
use super::schedule::Timing;
use super::unmet::UnmetView;
use super::view::{Setting, View};
use crate::bank::{Bank, Id};
use crate::base::diagnostic::Rejected;
use crate::select::{
    Criteria, InterviewerSlot, LEVEL, Panel, ROLE, SelectError, Selection, UnmetGoal, assign_panel,
    select,
};

/// One interview, or one panel's, as far as it decides what is asked and what is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interview {
    /// What is asked for.
    pub criteria: Criteria,
    /// The people, the place and the time.
    pub details: InterviewDetails,
    /// How long the interviews are, and how far apart.
    pub timing: Timing,
    /// The panel, if it is one.
    pub panel: Option<PanelSetup>,
}

/// Who interviews in a panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PanelSetup {
    /// The interviewers, in the order of their interviews.
    pub interviewers: Vec<InterviewerSlot>,
    /// How many common questions every interviewer asks.
    pub shared: usize,
}

/// Which documents are planned.
#[derive(Clone, Copy, Debug)]
pub struct DocumentSet<'a> {
    /// The documents, in the order in which they lie in a packet.
    pub kinds: &'a [&'static DocumentKind],
    /// Whether the candidate is sent the questions beforehand.
    pub shows_questions: bool,
    /// How the guide lays out its questions.
    pub layout: GuideLayout,
    /// In which words they are printed.
    pub wording: Wording<'a>,
}

/// What decides which questions are selected for an interview.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AskedFor<'i> {
    criteria: &'i Criteria,
    /// How many common questions a panel has, and the themes that each of its interviewers keeps to.
    panel: Option<(usize, Vec<&'i [Id]>)>,
}

/// The questions that are asked in an interview.
#[derive(Clone, Debug)]
pub struct Questions<'b> {
    /// What each interviewer asks, in order; one interviewer at least.
    selections: Vec<Selection<'b>>,
    /// The common questions of a panel.
    shared: Vec<Id>,
    /// The goals that were not met.
    unmet: Vec<UnmetGoal>,
}

/// All documents of one interview, or of one panel's.
#[derive(Clone, Debug)]
pub struct Packet<'a> {
    /// What is asked and how it is rated.
    pub content: Content<'a>,
    /// The kit as a whole: that of the one interviewer, or of the whole panel.
    pub whole: Arc<View<'a>>,
    /// The documents, in the order in which they lie in a packet.
    pub documents: Vec<PlannedDocument<'a>>,
    /// What is asked, and why it was selected.
    questions: Questions<'a>,
}

/// A document that is to be printed.
#[derive(Clone, Debug)]
pub struct PlannedDocument<'a> {
    /// Which one it is.
    pub kind: &'static DocumentKind,
    /// Which interviewer of the panel it is for, from 0; nothing for one of the panel, of the candidate, or of the only interviewer.
    pub interviewer: Option<usize>,
    /// What its template can read.
    pub view: Arc<View<'a>>,
}

impl Interview {
    /// Selects the questions.
    ///
    /// # Errors
    ///
    /// There are no questions for it, or for one of the interviewers.
    pub fn select<'b>(&self, bank: &'b Bank) -> Result<Questions<'b>, SelectError> {
        let Some(PanelSetup { interviewers, shared }) = &self.panel else {
            let selection = select(bank, &self.criteria)?;
            let unmet = selection.unmet().to_vec();
            return Ok(Questions { selections: vec![selection], shared: Vec::new(), unmet });
        };
        let panel = assign_panel(bank, &self.criteria, interviewers, *shared)?;
        let Panel { selections, shared, unmet } = panel;
        Ok(Questions { selections, shared, unmet })
    }

    /// What decides which questions are selected: interviews that ask for the same get the same.
    #[must_use]
    pub fn asked_for(&self) -> AskedFor<'_> {
        let panel = self.panel.as_ref().map(|PanelSetup { interviewers, shared }| {
            (*shared, interviewers.iter().map(|it| it.themes.as_slice()).collect())
        });
        AskedFor { criteria: &self.criteria, panel }
    }

    /// The names of the interviewers of a panel, in order, as far as they are known.
    #[must_use]
    pub fn names(&self) -> Vec<Option<String>> {
        let interviewers = self.panel.iter().flat_map(|panel| &panel.interviewers);
        interviewers.map(|it| it.name.clone()).collect()
    }
}

impl<'b> Questions<'b> {
    /// The questions of a locked kit.
    ///
    /// # Errors
    ///
    /// The bank no longer has a question or a theme of the lock file.
    ///
    /// # Panics
    ///
    /// If an interviewer of the lock has no question: a lock file without questions is refused when it is read.
    #[expect(clippy::expect_used, reason = "the invariant of a lock file")]
    pub fn locked(bank: &'b Bank, lock: &Lock) -> Result<Self, Rejected> {
        lock.verify_names(bank)?;
        let Recipe { interviewers, shared, unmet, .. } = &lock.recipe;
        let selection = |it: &LockedInterviewer| {
            Selection::fixed(bank, &it.questions)
                .expect("a lock file has questions for each interviewer, and the bank has them")
        };
        Ok(Self {
            selections: interviewers.iter().map(selection).collect(),
            shared: shared.clone(),
            unmet: unmet.clone(),
        })
    }

    /// What each interviewer asks, by ids, and the common questions. `None` if there is no interviewer, one of them asks nothing, or the
    /// bank does not have all of the questions.
    #[must_use]
    pub fn assigned(bank: &'b Bank, assignments: &[Vec<Id>], shared: Vec<Id>) -> Option<Self> {
        let selections = assignments.iter().map(|ids| Selection::fixed(bank, ids));
        let selections: Vec<_> = selections.collect::<Option<_>>()?;
        (!selections.is_empty()).then(|| Self { selections, shared, unmet: Vec::new() })
    }

    /// The goals that were not met.
    #[must_use]
    pub fn unmet(&self) -> &[UnmetGoal] {
        &self.unmet
    }

    /// What is asked in this interview and how it is rated.
    ///
    /// # Panics
    ///
    /// If there is no interviewer: there is a selection for each, and a request without one is refused.
    #[must_use]
    #[expect(clippy::expect_used, reason = "the invariant of questions")]
    pub fn content(&self, interview: &Interview) -> Content<'b> {
        let Interview { criteria, panel, .. } = interview;
        if panel.is_some() {
            return Content::of_panel(&self.selections, &self.shared, criteria);
        }
        let selection = self.selections.first().expect("an interview has one interviewer");
        Content::of_interview(selection, criteria)
    }

    /// The lock of the kit. The interviewers have these names in it; where names are missing, none.
    #[must_use]
    pub fn lock(&self, interview: &Interview, names: &[Option<String>]) -> Lock {
        Lock::new(&self.content(interview), self.recipe(interview, names))
    }

    fn recipe(&self, interview: &Interview, names: &[Option<String>]) -> Recipe {
        let themes = |place: usize| {
            let slot = interview.panel.as_ref().and_then(|panel| panel.interviewers.get(place));
            slot.map_or(Vec::new(), |slot| slot.themes.clone())
        };
        let interviewer = |(place, selection): (usize, &Selection<'_>)| LockedInterviewer {
            name: names.get(place).cloned().flatten(),
            themes: themes(place),
            questions: selection.questions().iter().map(|question| question.id.clone()).collect(),
        };
        let Self { selections, shared, unmet } = self;
        Recipe {
            role: interview.criteria.filters.only(&ROLE).cloned(),
            level: interview.criteria.filters.only(&LEVEL).cloned(),
            minutes: interview.criteria.minutes,
            reserve: interview.criteria.reserve,
            shared: shared.clone(),
            interviewers: selections.iter().enumerate().map(interviewer).collect(),
            unmet: unmet.clone(),
        }
    }
}

impl<'a> Packet<'a> {
    /// Plans the documents of an interview in which these questions are asked. The identity has the code of their content.
    ///
    /// # Errors
    ///
    /// A panel's schedule cannot be computed from the time of the details, or a message of the locale cannot be put together.
    pub fn plan(
        documents: DocumentSet<'a>,
        interview: &'a Interview,
        questions: Questions<'a>,
        identity: &PacketIdentity,
    ) -> Result<Self, PlanError> {
        debug_assert_eq!(questions.content(interview).code(), identity.kit);
        match &interview.panel {
            None => Ok(Self::of_interview(documents, interview, questions, identity)?),
            Some(PanelSetup { interviewers, .. }) => {
                Self::of_panel(documents, interview, interviewers, questions, identity)
            }
        }
    }

    /// The documents of one interviewer.
    fn of_interview(
        documents: DocumentSet<'a>,
        interview: &'a Interview,
        questions: Questions<'a>,
        identity: &PacketIdentity,
    ) -> Result<Self, TextError> {
        let content = questions.content(interview);
        let unmet = UnmetView::all(&questions.unmet, content.bank());
        let setting = setting(documents, interview, identity.clone(), unmet);
        let whole = Arc::new(View::of_interview(&content, setting)?);
        let planned = |kind: &&'static DocumentKind| {
            let view = Arc::clone(&whole);
            PlannedDocument { kind, interviewer: None, view }
        };
        let documents = documents.kinds.iter().map(planned).collect();
        Ok(Self { content, whole, documents, questions })
    }

    /// The documents of a panel: those of each interviewer lie together.
    fn of_panel(
        documents: DocumentSet<'a>,
        interview: &'a Interview,
        interviewers: &'a [InterviewerSlot],
        questions: Questions<'a>,
        identity: &PacketIdentity,
    ) -> Result<Self, PlanError> {
        let content = questions.content(interview);
        let unmet = UnmetView::all(&questions.unmet, content.bank());
        let setting_of_all = setting(documents, interview, identity.clone(), unmet);
        let whole = Arc::new(View::of_panel(&content, interviewers, setting_of_all)?);
        let view = |place: usize| {
            // One code for all papers of a panel, by which two packets are compared, and the part of it that is this one's.
            let kit = format!("{}/{}", identity.kit, place + 1);
            let identity = PacketIdentity { kit, packet: identity.packet };
            let setting = setting(documents, interview, identity, Vec::new());
            View::of_interviewer(&content, &whole, place, setting).map(Arc::new)
        };
        let is_own = |kind: &&DocumentKind| kind.audience == Audience::Interviewer;
        let (own, others): (Vec<&DocumentKind>, Vec<&DocumentKind>) =
            documents.kinds.iter().partition(|kind| is_own(kind));
        // The documents of each interviewer lie together, where the table has the first of them.
        let place = DOCUMENTS.iter().take_while(|kind| !is_own(kind)).count();
        let (before, after): (Vec<&DocumentKind>, Vec<&DocumentKind>) =
            others.into_iter().partition(|kind| DOCUMENTS[..place].contains(kind));
        let of_all = |kind| PlannedDocument { kind, interviewer: None, view: Arc::clone(&whole) };
        let mut planned: Vec<PlannedDocument<'a>> = before.into_iter().map(of_all).collect();
        for place in 0..questions.selections.len() {
            let view = view(place)?;
            planned.extend(own.iter().map(|kind| PlannedDocument {
                kind,
                interviewer: Some(place),
                view: Arc::clone(&view),
            }));
        }
        planned.extend(after.into_iter().map(of_all));
        Ok(Self { content, documents: planned, questions, whole })
    }

    /// What is asked by one interviewer, or by all of them each question once, with the reasons for which it was selected.
    #[must_use]
    pub fn selections(&self, interviewer: Option<usize>) -> &[Selection<'a>] {
        let all = self.questions.selections.as_slice();
        interviewer.map_or(all, |place| &all[place..=place])
    }

    /// The goals that were not met.
    #[must_use]
    pub fn unmet(&self) -> &[UnmetGoal] {
        &self.questions.unmet
    }

    /// The lock of the packet. The interviewers have these names in it; where names are missing, none.
    #[must_use]
    pub fn lock(&self, interview: &Interview, names: &[Option<String>]) -> Lock {
        self.questions.lock(interview, names)
    }
}

fn setting<'a>(
    documents: DocumentSet<'a>,
    interview: &'a Interview,
    identity: PacketIdentity,
    unmet: Vec<UnmetView>,
) -> Setting<'a> {
    let DocumentSet { kinds: _, shows_questions, layout, wording } = documents;
    let Interview { details, timing, .. } = interview;
    let PacketIdentity { kit: code, packet } = identity;
    Setting { code, packet, details, timing: *timing, shows_questions, layout, unmet, wording }
}
