use crate::base::unit::Date;

/// The months as English writes them. Three letters of each are enough.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Reads a date that a person wrote, if it can mean one day only: `2026-11-26`, `2026/11/26`, `26 November 2026`, `Nov 26, 2026`,
/// `2026 Nov 26`, `2026年11月26日`, and `26.11.2026`, where 26 is no month. `3/4/2026` and a year of two digits are no dates: they can mean several days.
///
/// ```
/// use interview_kit::base::unit::Date;
/// use interview_kit::evaluate::written_date;
///
/// let day = Date::new(2026, 11, 26);
/// assert_eq!(written_date(" 26 Nov. 2026"), day);
/// assert_eq!(written_date("26/11/2026"), day);
/// assert_eq!(written_date("11/12/2026"), None);
/// ```
#[must_use]
pub fn written_date(text: &str) -> Option<Date> {
    /// No date is longer.
    const MAX_BYTES: usize = 64;
    let text = text.trim();
    if text.len() > MAX_BYTES {
        return None;
    }
    if let Ok(date) = text.parse() {
        return Some(date);
    }
    let words: Vec<&str> = text.split(is_between).filter(|word| !word.is_empty()).collect();
    let words: [&str; 3] = words.try_into().ok()?;
    // A weekday, an hour or another word is more than a date, and may contradict it.
    match words.map(Word::of) {
        [Word::Year(year), Word::Number(month) | Word::Month(month), Word::Number(day)]
        | [Word::Number(day), Word::Month(month), Word::Year(year)]
        | [Word::Month(month), Word::Number(day), Word::Year(year)] => Date::new(year, month, day),
        [Word::Number(first), Word::Number(second), Word::Year(year)] => {
            let dates = [Date::new(year, second, first), Date::new(year, first, second)];
            match dates {
                [Some(one), Some(other)] => (one == other).then_some(one),
                [one, other] => one.or(other),
            }
        }
        _ => None,
    }
}

/// What may stand between the parts of a date.
fn is_between(char: char) -> bool {
    char.is_whitespace() || ['-', '/', '.', ',', '年', '月', '日'].contains(&char)
}

/// A part of a date.
enum Word {
    Year(u16),
    Number(u8),
    Month(u8),
    Other,
}

impl Word {
    fn of(word: &str) -> Self {
        let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
        if is_number {
            return match word.len() {
                1 | 2 => word.parse().map_or(Self::Other, Self::Number),
                4 => word.parse().map_or(Self::Other, Self::Year),
                _ => Self::Other,
            };
        }
        let word = word.to_ascii_lowercase();
        let mut months = (1..).zip(MONTHS);
        let is_meant = |month: &str| {
            word == month || word == month[..3] || word == "sept" && month == "september"
        };
        months
            .find(|(_, month)| is_meant(month))
            .map_or(Self::Other, |(number, _)| Self::Month(number))
    }
}
