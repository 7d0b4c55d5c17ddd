use super::error::TextError;
use super::texts::{Argument, Locale};
use crate::base::unit::{ClockReading, Date, HourCount, Minutes, TimeOfDay};

/// The message for a date.
const DATE: &str = "date-written";
/// The message for a time of day.
const TIME: &str = "time-of-day";
/// The message for a time after midnight.
const DAYS_LATER: &str = "time-days-later";
/// What the message for a time of day can print or choose by.
const TIME_VARIABLES: [&str; 6] = ["clock", "hour", "hour-padded", "hour-12", "half", "minute"];

/// The variables that a message can use, but need not.
pub(super) fn optional_variables(id: &str) -> &'static [&'static str] {
    if id == TIME { &TIME_VARIABLES } else { &[] }
}

impl Locale {
    /// A date as the language writes it, if it is given as `2026-11-26`; any other text stays as it is.
    ///
    /// # Errors
    ///
    /// The message cannot be put together.
    pub fn date(&self, given: &str) -> Result<String, TextError> {
        let Ok(Date { year, month, day }) = given.parse() else { return Ok(given.to_owned()) };
        let number = |number: u16| Argument::Number(f64::from(number));
        let (month, day) = (number(month.into()), number(day.into()));
        self.text(DATE, &[("year", number(year)), ("month", month), ("day", day)])
    }

    /// The names of the months as the language writes them in a date, in small letters, each with its number. None if it writes numbers.
    ///
    /// # Errors
    ///
    /// The message for dates cannot be put together.
    pub fn month_names(&self) -> Result<Vec<(String, u8)>, TextError> {
        let mut written = Vec::new();
        for month in 1..=12 {
            let date = self.date(&format!("2026-{month:02}-26"))?.to_lowercase();
            written.push((date, month));
        }
        let words = |date: &'_ str| -> Vec<String> {
            date.split(|char: char| !char.is_alphabetic()).map(str::to_owned).collect()
        };
        let mut names = Vec::new();
        for (date, month) in &written {
            for word in words(date) {
                // What is written in other months too is a word such as “of”.
                let is_in_all = written.iter().all(|(date, _)| words(date).contains(&word));
                if !is_in_all {
                    names.push((word, *month));
                }
            }
        }
        Ok(names)
    }

    /// A time of day as the language writes it, if it is given as `9:00` or `9:00 AM`; any other text stays as it is.
    ///
    /// # Errors
    ///
    /// The message cannot be put together.
    pub fn time(&self, given: &str) -> Result<String, TextError> {
        match given.parse::<TimeOfDay>() {
            Ok(time) if time.to_string() == given => self.time_later(time, Minutes(0)),
            _ => Ok(given.to_owned()),
        }
    }

    /// What the clock shows so long after a time of day, as the language writes it.
    ///
    /// # Errors
    ///
    /// A message cannot be put together.
    pub fn time_later(&self, time: TimeOfDay, by: Minutes) -> Result<String, TextError> {
        let ClockReading { days, hour, minute, count } = time.reading(by);
        let text = |text: &str| Argument::Text(text.to_owned());
        let clock = match count {
            HourCount::Twelve => "twelve",
            HourCount::TwentyFour => "twenty-four",
        };
        let offered = [
            ("clock", text(clock)),
            ("hour", Argument::Text(hour.to_string())),
            ("hour-padded", Argument::Text(format!("{hour:02}"))),
            ("hour-12", Argument::Text(ClockReading::hour_of_twelve(hour).to_string())),
            ("half", text(if hour < 12 { "am" } else { "pm" })),
            ("minute", Argument::Text(format!("{minute:02}"))),
        ];
        let time = self.text_with_optional(TIME, &offered)?;
        if days == 0 {
            return Ok(time);
        }
        let days = Argument::Number(f64::from(days));
        self.text(DAYS_LATER, &[("time", Argument::Text(time)), ("days", days)])
    }
}
