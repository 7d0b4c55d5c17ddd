//! In: a question pack as plain text. Out: a bank file with its questions and rubrics word for word, for a person to complete.
//!
//! A pack is numbered questions, each with a list under a line such as “Strong answer should cover”. This room must not know what
//! a bank means: the file that it writes is read like any other.

mod line;
mod pack;
mod reader;
mod write;

pub use pack::{Pack, PackQuestion};
pub use write::bank_file;

use crate::diagnostic::{Checked, Sink};
use crate::source::{SourceId, Sources};

/// Reads a pack. Warnings say what was not read.
pub fn read(sources: &Sources, id: SourceId) -> Checked<Pack> {
    let mut sink = Sink::new();
    let pack = reader::read(sources, id, &mut sink);
    sink.check(pack)
}
