//! In: YAML texts. Out: one `Bank` that cannot be wrong, or every fault of every text at once.
//!
//! This room must not know how a bank is used: nothing here selects, orders or prints.

mod id;
mod model;

pub use id::{Id, NotAnId};
pub use model::{
    Anchor, Bank, Companion, Competency, Kind, Level, Origin, Question, Role, ScalePoint, Theme,
};
