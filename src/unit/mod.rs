//! In: plain numbers. Out: values that cannot be mixed up.
//!
//! This room knows no other room.

mod length;
mod minutes;
mod score;
mod timestamp;

pub use length::{Mm, Pt};
pub use minutes::Minutes;
pub use score::Score;
pub use timestamp::Timestamp;
