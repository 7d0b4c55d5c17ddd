//! In: the bytes of a file that came back. Out: a record of each document in it, or why there is none.
//!
//! This module must not know what a bank, a template or a layout is: it reads fields by their names.

mod assemble;
mod compare;
mod document;
pub mod form;
mod gathered;
pub mod markdown;
pub mod paper;
mod printed;
mod read;
mod record;
mod refusal;
mod settle;
mod value;

pub use crate::document::FieldName;
pub use assemble::{assemble, question_ids};
pub use compare::{Kits, compare};
pub use document::{
    Fault, FieldEntry, FieldKind, FilledDocument, FilledField, Identity, Kit, KitField,
    OF_INTERVIEWER, PageState, ReturnedFile,
};
pub use printed::{PrintedPage, PrintedPlace};
pub use read::read;
pub use record::{
    CompetencyRecord, Filled, FoundPage, OtherValue, QuestionRecord, Record, RecordPicture,
    RecordSource, Records,
};
pub use refusal::{Refusal, RefusalCode};
pub use settle::{DatedRecord, Prefer, settle};
pub use value::{Place, Rating, State, Value};
