//! In: the bytes of a file that came back. Out: a record of each document in it, or why there is none.
//!
//! This module must not know what a bank, a template or a layout is: it reads fields by their names.

mod document;
pub mod form;
mod record;
mod refusal;
mod value;

pub use document::{
    Entry, Fault, FilledDocument, FilledField, Identity, Kit, PageState, ReturnedFile,
};
pub use record::{
    CompetencyRecord, Filled, OtherValue, QuestionRecord, Record, RecordSource, Records,
};
pub use refusal::{Refusal, RefusalCode};
pub use value::{Place, Rating, State, Value};
