//! In: YAML texts. Out: one `Bank` that cannot be wrong, or every fault of every text at once.
//!
//! This module must not know how a bank is used: nothing here selects, orders or prints.

mod blank;
mod id;
pub mod import;
mod model;
mod spans;
mod read;
pub mod review;
mod rule;
mod schema;
mod schema_of;
mod text_language;

pub use blank::blank;
pub use id::{Id, IdParseError};
pub use model::{
    Anchor, Bank, Competency, Kind, Level, Origin, Question, Reference, Role, ScalePoint,
    Suppression, Theme,
};
pub use rule::{Rule, Scope};
pub use schema::schema;
pub use spans::{OriginSpans, QuestionSpans, RoleSpans, Spans};
pub use text_language::{TextLanguages, TextOf};

use crate::base::diagnostic::{Checked, Diagnostics};
use crate::base::source::{Source, SourceId, Sources};

/// The bank that the program carries: the Product Security Manager pack, edition 2026.
#[must_use]
pub fn built_in() -> Source {
    Source {
        name: "<built-in>/product-security-manager.yaml".to_owned(),
        text: include_str!("../../questions/product-security-manager.yaml").to_owned(),
    }
}

/// Reads banks as one. Every fault of every one of them is reported.
pub fn load(sources: &Sources, ids: &[SourceId]) -> Checked<Bank> {
    load_with_spans(sources, ids).map(|read| read.map(|(bank, _)| bank))
}

/// Reads banks as one, with the places of everything in them.
pub fn load_with_spans(sources: &Sources, ids: &[SourceId]) -> Checked<(Bank, Spans)> {
    let mut diagnostics = Diagnostics::new();
    let bank = read::banks(sources, ids, &mut diagnostics);
    diagnostics.check(bank)
}
