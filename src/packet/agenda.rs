use serde::Serialize;

use super::locale::TextError;
use super::schedule::Clock;
use crate::bank::{Bank, Question, TextOf};
use crate::base::unit::{Language, Minutes};

/// A segment of the interview, and when it begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AgendaItem<'a> {
    /// The time since the interview began, in hours and minutes: `0:05`.
    pub elapsed: String,
    /// When it begins: the time of day where that is known, or else the time since the interview began.
    pub start: String,
    /// When it ends.
    pub end: String,
    /// How long it takes; nothing for the end itself.
    pub minutes: Option<Minutes>,
    /// What kind of segment it is.
    pub kind: AgendaKind,
    /// The question, if it is one. What the others are called is a message of the locale.
    pub label: Option<&'a str>,
    /// The language of the question.
    pub lang: Option<&'a Language>,
    /// The question's place in the kit, from 1.
    pub number: Option<usize>,
    /// The question's id.
    pub id: Option<&'a str>,
}

/// The scale of a drawing of the agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Timeline {
    /// How long the interview is: at least as long as its segments, and longer if there is time to spare.
    pub minutes: Minutes,
    /// The times to show below it, in order.
    pub ticks: Vec<TimelineTick>,
}

/// A time below a drawing of the agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TimelineTick {
    /// In minutes from the beginning.
    pub minute: Minutes,
    /// The time of day, or the time since the interview began.
    pub label: String,
}

/// A kind of segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum AgendaKind {
    /// Introductions, the format, and that notes will be taken.
    Opening,
    /// One of the kit's questions.
    Question,
    /// Time for the questions of the candidate.
    CandidateQuestions,
    /// The next steps.
    Closing,
    /// The end of the interview.
    End,
}

/// The order of the interview: an opening, the questions, the candidate's questions, a closing. The reserve is divided among them
/// three to five to two, in whole minutes. A segment without a minute is left out.
///
/// # Errors
///
/// A message of the locale cannot be put together.
pub fn agenda<'a>(
    bank: &'a Bank,
    questions: &[&'a Question],
    reserve: Minutes,
    clock: Clock<'_>,
) -> Result<Vec<AgendaItem<'a>>, TextError> {
    let Minutes(opening) = opening(reserve);
    let Minutes(reserve) = reserve;
    let closing = reserve * 2 / 10;
    let candidates = reserve.saturating_sub(opening + closing);
    let asked = questions.iter().enumerate().map(|(index, question)| Segment {
        kind: AgendaKind::Question,
        minutes: question.minutes,
        question: Some((index + 1, question)),
    });
    let segment = |kind, minutes| Segment { kind, minutes: Minutes(minutes), question: None };
    let segments = std::iter::once(segment(AgendaKind::Opening, opening)).chain(asked).chain([
        segment(AgendaKind::CandidateQuestions, candidates),
        segment(AgendaKind::Closing, closing),
    ]);
    let mut now = Minutes(0);
    let mut items = Vec::new();
    for segment in segments.filter(|it| it.question.is_some() || it.minutes > Minutes(0)) {
        let Segment { kind, minutes, question } = segment;
        items.push(AgendaItem {
            elapsed: now.clock(),
            start: clock.written_at(now)?,
            end: clock.written_at(now + minutes)?,
            minutes: Some(minutes),
            kind,
            label: question.map(|(_, it)| it.ask.as_str()),
            lang: question.map(|(_, it)| bank.language(TextOf::Question(&it.id))),
            number: question.map(|(number, _)| number),
            id: question.map(|(_, it)| it.id.as_str()),
        });
        now += minutes;
    }
    items.push(AgendaItem {
        elapsed: now.clock(),
        start: clock.written_at(now)?,
        end: clock.written_at(now)?,
        minutes: None,
        kind: AgendaKind::End,
        label: None,
        lang: None,
        number: None,
        id: None,
    });
    Ok(items)
}

/// How long the opening is.
pub(super) fn opening(Minutes(reserve): Minutes) -> Minutes {
    Minutes((reserve * 3).div_ceil(10))
}

/// The scale of a drawing of an agenda that takes these minutes, in an interview of a given length.
pub(super) fn timeline(
    minutes: Minutes,
    length: Option<Minutes>,
    clock: Clock<'_>,
) -> Result<Timeline, TextError> {
    /// More labels than these would touch each other.
    const MAX_TICKS: u32 = 9;
    let Minutes(total) = length.map_or(minutes, |length| length.max(minutes));
    let step = [15, 30, 60].into_iter().find(|step| total / step < MAX_TICKS).unwrap_or(total);
    let minutes = (0..=total).step_by(usize::try_from(step.max(1)).unwrap_or(usize::MAX));
    let tick = |minute: Minutes| Ok(TimelineTick { minute, label: clock.written_at(minute)? });
    let ticks = minutes.map(Minutes).map(tick).collect::<Result<_, TextError>>()?;
    Ok(Timeline { minutes: Minutes(total), ticks })
}

/// A segment that takes time, of which it is not known yet when it begins.
struct Segment<'a> {
    kind: AgendaKind,
    minutes: Minutes,
    question: Option<(usize, &'a Question)>,
}
