use std::fmt;
use std::str::FromStr;

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// The year.
    pub year: u16,
    /// The month, from 1.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

/// A text that is not a date in the form `2026-11-26`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateParseError;

impl Date {
    /// A day that the calendar has.
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let is_leap =
            year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            4 | 6 | 9 | 11 => 30,
            2 if is_leap => 29,
            2 => 28,
            1..=12 => 31,
            _ => return None,
        };
        (1..=days).contains(&day).then_some(Self { year, month, day })
    }

    /// The day that is so many days after 1970-01-01.
    ///
    /// ```
    /// use interview_kit::base::unit::Date;
    ///
    /// assert_eq!(Date::of_days(0), Date::new(1970, 1, 1));
    /// assert_eq!(Date::of_days(20_783), Date::new(2026, 11, 26));
    /// ```
    #[must_use]
    pub fn of_days(days: u64) -> Option<Self> {
        // Counted in eras of 400 years from a first of March, a leap day is the last day of its year.
        const ERA: u64 = 146_097;
        let days = days.checked_add(719_468)?;
        let (era, day) = (days / ERA, days % ERA);
        let year = (day - day / 1460 + day / 36_524 - day / (ERA - 1)) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        let month = (5 * day + 2) / 153;
        let day = day - (153 * month + 2) / 5 + 1;
        let (month, later) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
        let year = u16::try_from(year + era * 400 + later).ok()?;
        Self::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { year, month, day } = self;
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

/// Parses a date in the form of ISO 8601 with hyphens; other forms could mean another day.
///
/// ```
/// use interview_kit::base::unit::Date;
///
/// assert_eq!("2026-11-26".parse(), Ok(Date { year: 2026, month: 11, day: 26 }));
/// assert!("2026-02-29".parse::<Date>().is_err());
/// assert!("26/11/2026".parse::<Date>().is_err());
/// ```
impl FromStr for Date {
    type Err = DateParseError;

    fn from_str(text: &str) -> Result<Self, DateParseError> {
        let number = |digits: &str, length: usize| {
            let is_number =
                digits.len() == length && digits.bytes().all(|byte| byte.is_ascii_digit());
            digits.parse().ok().filter(|_: &u16| is_number)
        };
        let read = || {
            let (year, rest) = text.split_once('-')?;
            let (month, day) = rest.split_once('-')?;
            let (month, day) = (number(month, 2)?, number(day, 2)?);
            Self::new(number(year, 4)?, month.try_into().ok()?, day.try_into().ok()?)
        };
        read().ok_or(DateParseError)
    }
}
