use serde::Serialize;

use super::agenda::{self, AgendaItem, Timeline, agenda};
use super::content::Content;
use super::details::InterviewDetails;
use super::documents::GuideLayout;
use super::identity::{PacketId, PacketKey};
use super::locale::{Locales, TextError, Wording};
use super::plan_error::PlanError;
use super::question_view::{Named, QuestionView, named_reference, question_view, starts};
use super::records_view::RecordsView;
use super::schedule::{self, Clock, InterviewerView, Start, Timing};
use super::unmet::UnmetView;
use crate::bank::{Competency, Id, Origin, Question, ScalePoint, TextOf};
use crate::base::unit::{Language, Minutes, Score};
use crate::select::InterviewerSlot;

/// All that a template may see, borrowed from what is asked and from the details of the interview. Changing it changes no code and
/// no lock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct View<'a> {
    /// The language of all but the texts of banks, as a BCP 47 tag. These texts have their own.
    pub lang: &'a Language,
    /// The role for which it was made.
    pub role: Option<&'a str>,
    /// The language of the role.
    pub role_lang: Option<&'a Language>,
    /// The level for which it was made.
    pub level: Option<&'a str>,
    /// The language of the level.
    pub level_lang: Option<&'a Language>,
    /// The position as it was advertised.
    pub position: Option<&'a str>,
    /// The candidate's name.
    pub candidate: Option<&'a str>,
    /// The interviewer's name.
    pub interviewer: Option<&'a str>,
    /// The day.
    pub date: Option<String>,
    /// The time of day.
    pub time: Option<String>,
    /// Whom the candidate can ask for accommodations.
    pub contact: Option<&'a str>,
    /// The day until which the records are kept.
    pub keep_until: Option<String>,
    /// Whether the candidate is sent the questions beforehand.
    pub shows_questions: bool,
    /// The code of the kit. That of one interviewer of a panel ends with their number: `7KQ2-M4XD/2`.
    pub code: String,
    /// The id of the packet.
    pub packet: PacketId,
    /// The interviewers: one, or everyone of a panel.
    pub interviewers: Vec<InterviewerView<'a>>,
    /// The goals that were not met; for one interviewer of a panel none, because others may meet them.
    pub unmet: Vec<UnmetView>,
    /// The banks from which the questions come.
    pub banks: Vec<BankView<'a>>,
    /// How the guide lays out its questions.
    pub layout: GuideLayout,
    /// The order of the interview, with the times.
    pub agenda: Vec<AgendaItem<'a>>,
    /// The scale of a drawing of the agenda.
    pub timeline: Timeline,
    /// Whether the times of the agenda are times of day, and not counted from its beginning.
    pub has_clock: bool,
    /// How long the interview takes, opening and closing included; for a panel, all its interviews together.
    pub minutes: Minutes,
    /// Whether its times can be kept: a length was given, or nobody's questions take longer than an interview can.
    pub clocked: bool,
    /// The questions, in order.
    pub questions: Vec<QuestionView<'a>>,
    /// The rating scale, from 1 upward.
    pub scale: Vec<PointView<'a>>,
    /// The heading above the list of competencies, if the bank has one.
    pub competencies_label: Option<&'a str>,
    /// The language of that heading.
    pub competencies_label_lang: Option<&'a Language>,
    /// The competencies that the questions assess.
    pub competencies: Vec<CompetencyView<'a>>,
    /// The reference documents.
    pub companions: Vec<Named<'a>>,
    /// What the interviewers filled in, in a debrief form that is made from records.
    pub records: Option<RecordsView>,
}

/// What is printed of a bank.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BankView<'a> {
    /// Its id.
    pub id: &'a str,
    /// The language of its texts.
    pub lang: &'a Language,
    /// Its title.
    pub title: &'a str,
    /// Its edition; may be empty.
    pub edition: &'a str,
    /// Where its texts come from; may be empty.
    pub source: &'a str,
    /// Who wrote what the source did not.
    pub editor: Option<&'a str>,
}

/// A point of the rating scale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PointView<'a> {
    /// The score.
    pub score: Score,
    /// What it is called.
    pub label: &'a str,
    /// The language of that.
    pub lang: &'a Language,
}

/// A competency and what this kit asks about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CompetencyView<'a> {
    /// Its id.
    pub id: &'a str,
    /// The language of its texts.
    pub lang: &'a Language,
    /// Its short name.
    pub title: &'a str,
    /// What the source says of it.
    pub statement: Option<&'a str>,
    /// What an interviewer listens for.
    pub definition: Option<&'a str>,
    /// The places, from 1, of the questions that assess it.
    pub questions: Vec<usize>,
    /// For each interviewer, the places in their own guide of the questions that assess it.
    pub asked: Vec<Vec<usize>>,
}

/// What a view shows beside the content.
#[derive(Clone, Debug)]
pub struct Setting<'a> {
    /// The code of the kit.
    pub code: String,
    /// The id of the packet.
    pub packet: PacketId,
    /// The people, the place and the time.
    pub details: &'a InterviewDetails,
    /// How long the interviews are, and how far apart.
    pub timing: Timing,
    /// Whether the candidate is sent the questions beforehand.
    pub shows_questions: bool,
    /// How the guide lays out its questions.
    pub layout: GuideLayout,
    /// The goals that were not met.
    pub unmet: Vec<UnmetView>,
    /// In which words it is printed.
    pub wording: Wording<'a>,
}

impl<'a> Setting<'a> {
    /// The setting of a single interview without a name and of no given length that met its goals.
    #[must_use]
    pub fn plain(content: &Content<'a>, details: &'a InterviewDetails) -> Self {
        let (code, timing) = (content.code(), Timing::default());
        let packet = PacketId::of(&PacketKey::new(&code, None, None, details));
        let (layout, unmet) = (GuideLayout::default(), Vec::new());
        let wording = Locales::built_in().wording(content.language());
        Self { code, packet, details, timing, shows_questions: false, layout, unmet, wording }
    }
}

impl<'a> View<'a> {
    /// The view of one interview. A time in words is printed as it is, since one interview needs no schedule.
    ///
    /// # Errors
    ///
    /// A message of the locale cannot be put together.
    pub fn of_interview(content: &Content<'a>, setting: Setting<'a>) -> Result<Self, TextError> {
        let details = setting.details;
        let name = details.interviewer.as_deref();
        let clocked = is_clocked(content, setting.timing);
        let start = Start { time: details.starts_at().ok().flatten(), is_kept: clocked };
        let alone = [(name, &[][..])];
        let locale = setting.wording.locale;
        let interviewers = schedule::interviewers(content, &alone, setting.timing, start, locale)?;
        let time = details.time.as_deref().map(|given| locale.time(given)).transpose()?;
        Self::new(
            content,
            setting,
            Times {
                interviewer: name,
                time,
                interviewers,
                clocked,
                minutes: content.minutes() + content.reserve,
                clock: Clock { first: start.time, offset: Minutes(0), locale },
            },
        )
    }

    /// The view of a whole panel: each question once, the common questions first, then in the order of the interviewers.
    ///
    /// # Errors
    ///
    /// No schedule can be computed from the time of the details, or a message of the locale cannot be put together.
    pub fn of_panel(
        content: &Content<'a>,
        interviewers: &'a [InterviewerSlot],
        setting: Setting<'a>,
    ) -> Result<Self, PlanError> {
        let details = setting.details;
        let clocked = is_clocked(content, setting.timing);
        let start = Start { time: details.starts_at()?, is_kept: clocked };
        let people: Vec<_> =
            interviewers.iter().map(|it| (it.name.as_deref(), it.themes.as_slice())).collect();
        let locale = setting.wording.locale;
        let interviewers = schedule::interviewers(content, &people, setting.timing, start, locale)?;
        let minutes = interviewers.iter().map(|person| person.minutes).sum();
        let interviewer = details.interviewer.as_deref();
        let time = details.time.as_deref().map(|given| locale.time(given)).transpose()?;
        let clock = Clock { first: start.time, offset: Minutes(0), locale };
        let times = Times { interviewer, time, interviewers, clocked, minutes, clock };
        Ok(Self::new(content, setting, times)?)
    }

    /// The view of what one interviewer of the panel asks, by their place, at the time that the `whole` panel's schedule has for
    /// them. The code and the goals that were not met are those of the setting.
    ///
    /// # Errors
    ///
    /// A message of the locale cannot be put together.
    ///
    /// # Panics
    ///
    /// If the panel has no such place.
    pub fn of_interviewer(
        panel: &Content<'a>,
        whole: &Self,
        place: usize,
        setting: Setting<'a>,
    ) -> Result<Self, TextError> {
        let (content, person) = (&panel.of_interviewer(place), &whole.interviewers[place]);
        let clocked = is_clocked(content, setting.timing);
        let first = setting.details.starts_at().ok().flatten();
        let clock = Clock { first, offset: person.offset, locale: setting.wording.locale };
        Self::new(
            content,
            setting,
            Times {
                interviewer: person.name,
                // Without a time of day, when the interview begins is left to be filled in.
                time: whole.time.as_ref().and(person.from.as_ref()).map(|it| it.written.clone()),
                interviewers: vec![person.clone()],
                clocked,
                minutes: content.minutes() + content.reserve,
                clock,
            },
        )
    }

    fn new(
        content: &Content<'a>,
        setting: Setting<'a>,
        times: Times<'a>,
    ) -> Result<Self, TextError> {
        let bank = content.bank;
        let Setting { code, packet, details, timing, shows_questions, layout, unmet, wording } =
            setting;
        let Times { interviewer, time, interviewers, clocked, minutes, clock } = times;
        let role_lang = content.role.map(|role| bank.language(TextOf::Role(&role.id)));
        let level_lang = content.level.map(|level| bank.language(TextOf::Level(&level.id)));
        let role = content.role.map(|role| role.title.as_str());
        let agenda = agenda(bank, &content.questions, content.reserve, clock)?;
        let asked = agenda.iter().filter(|it| it.id.is_some());
        let questions = content.questions.iter().zip(asked).enumerate();
        let questions = questions.map(|(index, (question, item))| {
            let starts = starts(content, question, &interviewers, clock)?;
            Ok(question_view(content, question, index + 1, (item, starts)))
        });
        let questions = questions.collect::<Result<_, TextError>>()?;
        let date = |given: &Option<String>| {
            given.as_deref().map(|given| wording.locale.date(given)).transpose()
        };
        let lang = bank.language(TextOf::Scale);
        let point =
            |point: &'a ScalePoint| PointView { score: point.score, label: &point.label, lang };
        let (competencies_label, competencies_label_lang) = content.competencies_label().unzip();
        Ok(Self {
            lang: wording.language,
            role,
            role_lang,
            level_lang,
            level: content.level.map(|level| level.title.as_str()),
            position: details.position.as_deref(),
            candidate: details.candidate.as_deref(),
            interviewer,
            date: date(&details.date)?,
            time,
            contact: details.contact.as_deref(),
            keep_until: date(&details.keep_until)?,
            shows_questions,
            code,
            packet,
            interviewers,
            unmet,
            layout,
            banks: bank.origins.iter().map(bank_view).collect(),
            agenda,
            timeline: agenda::timeline(minutes, timing.length, clock)?,
            has_clock: clock.first.is_some(),
            minutes,
            clocked,
            questions,
            scale: bank.scale.iter().map(point).collect(),
            competencies_label,
            competencies_label_lang,
            competencies: content
                .competencies()
                .into_iter()
                .map(|it| competency_view(content, it))
                .collect(),
            companions: content
                .references()
                .into_iter()
                .map(|it| named_reference(bank, it))
                .collect(),
            records: None,
        })
    }
}

/// Who a view is for, and when.
struct Times<'a> {
    interviewer: Option<&'a str>,
    time: Option<String>,
    interviewers: Vec<InterviewerView<'a>>,
    clocked: bool,
    minutes: Minutes,
    /// By which its times are told.
    clock: Clock<'a>,
}

/// The longest interview that anybody holds. Without a length, more questions than fit into it are there to choose from.
const MAX_LENGTH: Minutes = Minutes(90);

/// Whether the times of all interviews can be kept.
fn is_clocked(content: &Content<'_>, timing: Timing) -> bool {
    let fits = |questions: &Vec<&Question>| {
        questions.iter().map(|it| it.minutes).sum::<Minutes>() + content.reserve <= MAX_LENGTH
    };
    timing.length.is_some() || content.assignments.iter().all(fits)
}

/// The places, from 1, of the questions that assess a competency.
fn places(questions: &[&Question], competency: &Id) -> Vec<usize> {
    let shows = |(_, question): &(usize, &&Question)| question.competencies.contains(competency);
    questions.iter().enumerate().filter(shows).map(|(index, _)| index + 1).collect()
}

fn bank_view(origin: &Origin) -> BankView<'_> {
    BankView {
        id: origin.id.as_str(),
        lang: &origin.language,
        title: &origin.title,
        edition: &origin.edition,
        source: &origin.source,
        editor: origin.editor.as_deref(),
    }
}

fn competency_view<'a>(content: &Content<'a>, competency: &'a Competency) -> CompetencyView<'a> {
    let id = &competency.id;
    CompetencyView {
        id: id.as_str(),
        lang: content.bank.language(TextOf::Competency(id)),
        title: &competency.title,
        statement: competency.statement.as_deref(),
        definition: competency.definition.as_deref(),
        questions: places(&content.questions, id),
        asked: content.assignments.iter().map(|questions| places(questions, id)).collect(),
    }
}
