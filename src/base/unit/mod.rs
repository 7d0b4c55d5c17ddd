//! Plain numbers and words become values that cannot be mixed up.

mod date;
mod east_asian;
mod language;
mod length;
mod minutes;
mod paper;
mod rgb;
mod score;
mod text_size;
mod time_of_day;
mod timestamp;

pub use date::{Date, DateParseError};
pub use east_asian::EastAsian;
pub use language::{Language, LanguageParseError};
pub use length::{Mm, Pt};
pub use minutes::Minutes;
pub use paper::Paper;
pub use rgb::{Rgb, RgbParseError};
pub use score::Score;
pub use text_size::TextSize;
pub use time_of_day::{ClockReading, HourCount, TimeOfDay, TimeParseError};
pub use timestamp::Timestamp;
