use std::fmt;

use crate::base::unit::{Date, TimeOfDay};

/// The details of one interview. What is absent is printed as a blank to fill in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InterviewDetails {
    /// Who is interviewed.
    pub candidate: Option<String>,
    /// Who interviews.
    pub interviewer: Option<String>,
    /// The position as it was advertised.
    pub position: Option<String>,
    /// The day. One such as `2026-11-26` is printed as the language writes it, any other text as it is.
    pub date: Option<String>,
    /// The time of day: `9:00` and `9:00 AM` are printed as the language writes them, any other text as it is. A panel's schedule is computed from it, so there it must be one that can be read.
    pub time: Option<String>,
    /// Whom the candidate can ask for adjustments.
    pub contact: Option<String>,
    /// The day until which the papers are kept, printed like the day.
    pub keep_until: Option<String>,
}

impl InterviewDetails {
    /// The longest detail that is taken, in bytes: longer than any name or title that can be printed on one line.
    pub const MAX_BYTES: usize = 1000;

    /// The same, with the other's details for those that are absent here.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            candidate: self.candidate.or(other.candidate),
            interviewer: self.interviewer.or(other.interviewer),
            position: self.position.or(other.position),
            date: self.date.or(other.date),
            time: self.time.or(other.time),
            contact: self.contact.or(other.contact),
            keep_until: self.keep_until.or(other.keep_until),
        }
    }

    /// What is wrong with the details, each with the name of its option, which is also that of its column. A day and a time can be given
    /// in words. What is written as a date or as the time of a clock must be one, because every reader would take it for one.
    ///
    /// ```
    /// use interview_kit::packet::InterviewDetails;
    ///
    /// let date = Some("2026-13-45".to_owned());
    /// let details = InterviewDetails { date, ..InterviewDetails::default() };
    /// let (option, fault) = &details.faults()[0];
    /// assert_eq!(*option, "date");
    /// assert_eq!(fault.to_string(), "`2026-13-45` is not a date of the calendar");
    /// ```
    #[must_use]
    pub fn faults(&self) -> Vec<(&'static str, DetailFault)> {
        let Self { date, time, keep_until, .. } = self;
        let faults = [
            ("date", date.as_deref().and_then(DetailFault::of_date)),
            ("time", time.as_deref().and_then(DetailFault::of_time)),
            ("keep-until", keep_until.as_deref().and_then(DetailFault::of_retention)),
        ];
        faults.into_iter().filter_map(|(name, fault)| Some((name, fault?))).collect()
    }
}

/// Why a detail cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DetailFault {
    /// It is written as a date, but the calendar has no such day.
    NoDate(String),
    /// It is written as the time of a clock, but no clock shows it.
    NoTime(String),
    /// It is a day until which records are kept, but `purge` would not know which.
    NotForPurge(String),
}

impl DetailFault {
    fn of_date(text: &str) -> Option<Self> {
        let is_fault = has_date_form(text.trim()) && !is_date(text);
        is_fault.then(|| Self::NoDate(text.to_owned()))
    }

    fn of_time(text: &str) -> Option<Self> {
        let is_fault = has_clock_form(text.trim()) && text.parse::<TimeOfDay>().is_err();
        is_fault.then(|| Self::NoTime(text.to_owned()))
    }

    /// Nothing is removed for a date in another form, which could mean another day. The document would be kept forever.
    fn of_retention(text: &str) -> Option<Self> {
        let not_read =
            || text.trim().parse::<Date>().is_err().then(|| Self::NotForPurge(text.to_owned()));
        Self::of_date(text).or_else(not_read)
    }

    /// What is wrong, without the text of the user.
    #[must_use]
    pub fn own_words(&self) -> &'static str {
        match self {
            Self::NoDate(_) => "this is not a date of the calendar",
            Self::NoTime(_) => "this is not a valid time of day",
            Self::NotForPurge(_) => "`purge` cannot read this date",
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> String {
        match self {
            Self::NoDate(_) => "correct the month or the day; write it as 2027-06-30".to_owned(),
            Self::NoTime(_) => format!("use {}", TimeOfDay::FORMS),
            Self::NotForPurge(_) => "write it as 2027-06-30".to_owned(),
        }
    }
}

impl fmt::Display for DetailFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoDate(text) => write!(f, "`{text}` is not a date of the calendar"),
            Self::NoTime(text) => write!(f, "`{text}` is not a valid time of day"),
            Self::NotForPurge(text) => write!(f, "`purge` cannot read the date `{text}`"),
        }
    }
}

/// Whether a text has three numbers as a date of the calendar does, with the year first or last: `2026-13-45`, `31/02/2026`, `3.2.2026`.
fn has_date_form(text: &str) -> bool {
    date_parts(text).is_some()
}

/// The separator and the three numbers of a text with the form of a date.
fn date_parts(text: &str) -> Option<(char, [&str; 3])> {
    ['-', '/', '.'].into_iter().find_map(|separator| {
        let parts: Vec<&str> = text.split(separator).collect();
        let &[first, second, third] = parts.as_slice() else { return None };
        let is_short = |part: &str| matches!(part.len(), 1 | 2);
        let has_form = match (first.len(), third.len()) {
            (4, 2) => second.len() == 2,
            (_, 4) => is_short(first) && is_short(second),
            _ => false,
        };
        (has_form && parts.iter().all(|part| is_number(part)))
            .then_some((separator, [first, second, third]))
    })
}

/// Whether the digits of a text with the form of a date are those of a day. With the year last, the day may stand before the month, as in
/// most countries, or behind it, as in the United States, where no dots are used.
fn is_date(text: &str) -> bool {
    let is_day = |year: &str, month: &str, day: &str| {
        format!("{year}-{month:0>2}-{day:0>2}").parse::<Date>().is_ok()
    };
    match date_parts(text.trim()) {
        Some((_, [year, month, day])) if year.len() == 4 => is_day(year, month, day),
        Some(('.', [day, month, year])) => is_day(year, month, day),
        Some((_, [first, second, year])) => {
            is_day(year, second, first) || is_day(year, first, second)
        }
        None => false,
    }
}

/// Whether a text is an hour and a minute with a colon, and perhaps a half of the day, and nothing else: `25:99`, `13:00 PM`.
fn has_clock_form(text: &str) -> bool {
    let Some((hour, rest)) = text.split_once(':') else { return false };
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let half: String = rest[digits..].chars().filter(|char| !matches!(char, '.' | ' ')).collect();
    let is_half = ["", "am", "pm", "h"].iter().any(|known| half.eq_ignore_ascii_case(known));
    matches!(hour.len(), 1 | 2) && is_number(hour) && digits == 2 && is_half
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}
