//! In: plain numbers. Out: values that cannot be mixed up.
//!
//! This room knows no other room.

mod language;
mod length;
mod minutes;
mod score;
mod time_of_day;
mod timestamp;

pub use language::{Language, NotALanguage};
pub use length::{Mm, Pt};
pub use minutes::Minutes;
pub use score::Score;
pub use time_of_day::{NotATime, TimeOfDay};
pub use timestamp::Timestamp;
