use crate::base::text::composed;
use crate::base::unit::Date;

/// Reads a date that a person wrote, if it can mean one day only: `2026-11-26`, `2026/11/26`, `26 November 2026`, `Nov 26, 2026`,
/// `2026 Nov 26`, `2026年11月26日`, and `26.11.2026`, where 26 is no month. `3/4/2026` and a year of two digits are no dates: they can mean several days.
/// Digits may be those of Arabic, Persian and Urdu, or full-width ones: `٢٦ نوفمبر ٢٠٢٦`.
///
/// `months` are the names of months in the languages that are read, in small letters, each with its number. The first letters of a name are
/// enough, three at least, if no other month in any of the languages begins so.
///
/// ```
/// use interview_kit::base::unit::Date;
/// use interview_kit::evaluate::written_date;
///
/// let months = [("november".to_owned(), 11), ("décembre".to_owned(), 12)];
/// let day = Date::new(2026, 11, 26);
/// assert_eq!(written_date(" 26 Nov. 2026", &months), day);
/// assert_eq!(written_date("26/11/2026", &months), day);
/// assert_eq!(written_date("1er décembre 2026", &months), Date::new(2026, 12, 1));
/// assert_eq!(written_date("11/12/2026", &months), None);
/// ```
#[must_use]
pub fn written_date(text: &str, months: &[(String, u8)]) -> Option<Date> {
    /// No date is longer.
    const MAX_BYTES: usize = 64;
    let text = text.trim();
    if text.len() > MAX_BYTES {
        return None;
    }
    let text: String = composed(text).to_lowercase().chars().map(ascii_digit).collect();
    if let Ok(date) = text.parse() {
        return Some(date);
    }
    let words = text.split(is_between).filter(|word| !word.is_empty() && !BETWEEN.contains(word));
    let words: [&str; 3] = words.collect::<Vec<_>>().try_into().ok()?;
    // A weekday, an hour or another word is more than a date, and may contradict it.
    match words.map(|word| Word::of(word, months)) {
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

/// The digits 0 of the numerals in which the languages of the program are also written: Arabic, Persian and Urdu, and full-width. The other
/// nine follow each of them in Unicode.
const ZEROS: [char; 3] = ['\u{660}', '\u{6f0}', '\u{ff10}'];

/// The ASCII digit of the same value; any other character as it is.
fn ascii_digit(char: char) -> char {
    let value = |zero: &char| u32::from(char).checked_sub(u32::from(*zero));
    let value = ZEROS.iter().filter_map(value).find(|value| *value < 10);
    value.and_then(|value| char::from_digit(value, 10)).unwrap_or(char)
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

/// What languages write between a day, a month and a year: `26 de noviembre de 2026`.
const BETWEEN: [&str; 2] = ["de", "of"];
/// What languages write behind the number of a day: `1er`, `1º`, `26th`.
const ORDINALS: [&str; 6] = ["er", "º", "st", "nd", "rd", "th"];
/// So many letters of the name of a month are enough.
const LEAST_LETTERS: usize = 3;

impl Word {
    fn of(word: &str, months: &[(String, u8)]) -> Self {
        let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
        let day = ORDINALS.iter().find_map(|end| word.strip_suffix(end));
        if let Some(day) = day.filter(|day| is_number(day) && matches!(day.len(), 1 | 2)) {
            return day.parse().map_or(Self::Other, Self::Number);
        }
        if is_number(word) {
            return match word.len() {
                1 | 2 => word.parse().map_or(Self::Other, Self::Number),
                4 => word.parse().map_or(Self::Other, Self::Year),
                _ => Self::Other,
            };
        }
        if word.chars().count() < LEAST_LETTERS {
            return Self::Other;
        }
        let mut meant = None;
        for (_, number) in months.iter().filter(|(name, _)| name.starts_with(word)) {
            if meant.is_some_and(|meant| meant != *number) {
                return Self::Other;
            }
            meant = Some(*number);
        }
        meant.map_or(Self::Other, Self::Month)
    }
}
