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
