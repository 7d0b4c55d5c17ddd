use std::fmt;
use std::str::FromStr;

use super::Minutes;
use crate::base::text::one_line;

/// A time of day, to the minute, with the clock on which it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TimeOfDay {
    /// Since midnight: less than a day.
    minute: Minutes,
    count: HourCount,
}

/// How a clock counts the hours. Times that are counted from a time are shown on the clock on which it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HourCount {
    /// `2:30 PM`.
    Twelve,
    /// `14:30`.
    TwentyFour,
}

/// What a clock shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ClockReading {
    /// How many days have passed.
    pub days: u32,
    /// The hour: 0 to 23.
    pub hour: u32,
    /// The minute: 0 to 59.
    pub minute: u32,
    /// How it counts the hours.
    pub count: HourCount,
}

impl ClockReading {
    /// The hour as a clock with twelve hours shows it: the hour after midnight and the hour after noon are both called 12.
    #[must_use]
    pub fn hour_of_twelve(hour: u32) -> u32 {
        match hour % 12 {
            0 => 12,
            hour => hour,
        }
    }
}

/// A text that is not a valid time of day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeParseError(String);

const HOUR: u32 = 60;
const NOON_HOUR: u32 = 12;
const DAY: u32 = 24 * HOUR;

impl TimeOfDay {
    /// The forms that are read, for error messages and help.
    pub const FORMS: &str = "`9`, `9:00`, `09.00`, `9am`, `9:00 AM`, `2:30 p.m.`, or `14h30`";

    /// The time in minutes since midnight.
    #[must_use]
    pub fn since_midnight(self) -> Minutes {
        self.minute
    }

    /// What the clock shows so much later.
    #[must_use]
    pub fn reading(self, by: Minutes) -> ClockReading {
        let Minutes(at) = self.minute + by;
        let minute = at % DAY;
        ClockReading {
            days: at / DAY,
            hour: minute / HOUR,
            minute: minute % HOUR,
            count: self.count,
        }
    }

    /// What the clock shows so much later, as data: `9:45`, or `9:45 AM` if this time was written so. After midnight it says how many
    /// days later: `0:15 (+1 day)`. Documents write it as their language does.
    #[must_use]
    pub fn later(self, by: Minutes) -> String {
        let ClockReading { days, hour, minute, count } = self.reading(by);
        let clock = match count {
            HourCount::TwentyFour => format!("{hour}:{minute:02}"),
            HourCount::Twelve => {
                let half = if hour < NOON_HOUR { "AM" } else { "PM" };
                format!("{}:{minute:02} {half}", ClockReading::hour_of_twelve(hour))
            }
        };
        match days {
            0 => clock,
            1 => format!("{clock} (+1 day)"),
            days => format!("{clock} (+{days} days)"),
        }
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.later(Minutes(0)))
    }
}

impl FromStr for TimeOfDay {
    type Err = TimeParseError;

    fn from_str(text: &str) -> Result<Self, TimeParseError> {
        read(text).ok_or_else(|| TimeParseError(text.to_owned()))
    }
}

/// Reads `9`, `9:00`, `9.00`, `14h30` and `14h`, with or without `am` or `pm` behind it. Anything else could mean something else.
fn read(text: &str) -> Option<TimeOfDay> {
    let text = one_line(text).to_lowercase();
    let end = text.rfind(|char: char| char.is_ascii_digit())? + 1;
    let (digits, unit) = text.split_at(end);
    let (hour, separator, minute) = match digits.find(|char: char| !char.is_ascii_digit()) {
        None => (digits, "", "00"),
        Some(start) => {
            let rest = &digits[start..];
            let length = rest.find(|char: char| char.is_ascii_digit())?;
            (&digits[..start], rest[..length].trim(), &rest[length..])
        }
    };
    let is_spaced = digits.contains(' ') && separator != "h";
    if is_spaced || !matches!(separator, "" | ":" | "." | "h") || minute.len() != 2 {
        return None;
    }
    let number = |digits: &str, allowed: std::ops::Range<u32>| {
        let number = digits.parse().ok().filter(|_| digits.len() <= 2)?;
        allowed.contains(&number).then_some(number)
    };
    let minute = number(minute, 0..60)?;
    let (hour, count) = match (unit.trim_start(), separator) {
        ("", _) | ("h", "" | ":" | ".") => (number(hour, 0..24)?, HourCount::TwentyFour),
        ("am" | "a.m." | "a. m.", "" | ":" | ".") => (number(hour, 1..13)? % 12, HourCount::Twelve),
        ("pm" | "p.m." | "p. m.", "" | ":" | ".") => {
            (number(hour, 1..13)? % 12 + 12, HourCount::Twelve)
        }
        _ => return None,
    };
    Some(TimeOfDay { minute: Minutes(hour * HOUR + minute), count })
}

impl fmt::Display for TimeParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not a valid time of day", self.0)
    }
}

impl std::error::Error for TimeParseError {}
