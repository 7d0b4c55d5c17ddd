use serde::{Serialize, Serializer};

use super::content::Content;
use super::details::InterviewDetails;
use super::locale::{Locale, TextError};
use crate::bank::{Id, TextOf};
use crate::base::unit::{Language, Minutes, TimeOfDay, TimeParseError};

/// How long the interviews of a panel are, and how far apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Timing {
    /// How long each interview is, if a length was given.
    pub length: Option<Minutes>,
    /// The time between two interviews.
    pub pause: Minutes,
}

/// An interviewer, with the time of their interview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct InterviewerView<'a> {
    /// The name, if it is known.
    pub name: Option<&'a str>,
    /// Their place in the panel, from 1, by which documents call whoever has no name.
    pub number: usize,
    /// The themes that they keep to; any, if there is none.
    pub themes: Vec<ThemeView<'a>>,
    /// How many questions they ask.
    pub questions: usize,
    /// How long their interview is, opening and closing included.
    pub minutes: Minutes,
    /// When it begins: the time of day where that is known, or else the time since the first interview began. Nothing, but for
    /// the first, where an interview is longer than anybody can hold: no times can be kept then.
    pub from: Option<ScheduledTime>,
    /// When it ends.
    pub to: Option<ScheduledTime>,
    /// How long after the first interview it begins.
    #[serde(skip)]
    pub offset: Minutes,
}

/// A theme that an interviewer keeps to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ThemeView<'a> {
    /// Its title.
    pub title: &'a str,
    /// The language of the title.
    pub lang: &'a Language,
}

fn theme<'a>(content: &Content<'a>, id: &Id) -> ThemeView<'a> {
    let title = content.theme(id).title.as_str();
    ThemeView { title, lang: content.bank.language(TextOf::Theme(id)) }
}

/// A time of a schedule. Templates see it as documents print it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScheduledTime {
    /// As data: `9:00`, `2:30 PM`, `0:15 (+1 day)`.
    pub plain: String,
    /// As the language of the documents writes it.
    pub written: String,
}

impl Serialize for ScheduledTime {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.written.serialize(to)
    }
}

/// By which times in an interview are told.
#[derive(Clone, Copy, Debug)]
pub struct Clock<'l> {
    /// When the first interview begins; without it, times are counted from the beginning of this one.
    pub first: Option<TimeOfDay>,
    /// How long after it this one begins.
    pub offset: Minutes,
    /// How the language writes a time of day.
    pub locale: &'l Locale,
}

impl Clock<'_> {
    /// The time so long after the interview began.
    ///
    /// # Errors
    ///
    /// A message of the locale cannot be put together.
    pub fn at(self, elapsed: Minutes) -> Result<ScheduledTime, TextError> {
        Ok(match self.first {
            Some(first) => {
                let by = self.offset + elapsed;
                let written = self.locale.time_later(first, by)?;
                ScheduledTime { plain: first.later(by), written }
            }
            None => ScheduledTime { plain: elapsed.clock(), written: elapsed.clock() },
        })
    }

    /// The same, as documents print it.
    pub(super) fn written_at(self, elapsed: Minutes) -> Result<String, TextError> {
        self.at(elapsed).map(|time| time.written)
    }
}

/// When the first interview begins.
#[derive(Clone, Copy)]
pub(super) struct Start {
    /// The time of day; without one, times are counted from the beginning of the first interview.
    pub(super) time: Option<TimeOfDay>,
    /// Whether times can be kept at all.
    pub(super) is_kept: bool,
}

/// The interviewers, by name and themes, one after the other with a pause between them.
pub(super) fn interviewers<'a>(
    content: &Content<'a>,
    people: &[(Option<&'a str>, &'a [Id])],
    timing: Timing,
    start: Start,
    locale: &Locale,
) -> Result<Vec<InterviewerView<'a>>, TextError> {
    let clock = Clock { first: start.time, offset: Minutes(0), locale };
    let mut now = Minutes(0);
    let mut views = Vec::with_capacity(people.len());
    for (index, (questions, (name, themes))) in content.assignments.iter().zip(people).enumerate() {
        let asked = questions.iter().map(|question| question.minutes).sum::<Minutes>();
        let minutes = timing.length.unwrap_or(asked + content.reserve);
        views.push(InterviewerView {
            name: *name,
            number: index + 1,
            themes: themes.iter().map(|id| theme(content, id)).collect(),
            questions: questions.len(),
            minutes,
            from: (start.is_kept || index == 0).then(|| clock.at(now)).transpose()?,
            to: start.is_kept.then(|| clock.at(now + minutes)).transpose()?,
            offset: now,
        });
        now += minutes + timing.pause;
    }
    Ok(views)
}

impl InterviewDetails {
    /// When the first interview begins, if a time is given. A time in words is an error: no schedule can be computed from it.
    pub fn starts_at(&self) -> Result<Option<TimeOfDay>, TimeParseError> {
        self.time.as_deref().map(str::parse).transpose()
    }
}
