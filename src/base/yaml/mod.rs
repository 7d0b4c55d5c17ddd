//! In: a YAML text. Out: a tree with a place on every key and every value; and the way back, from values to a text.
//!
//! Only this module knows the YAML library. It must not know what a text is about: that is up to whoever reads the tree.

mod fault;
mod mapping;
mod node;
mod parse;
mod place;
mod write;

pub use mapping::{Fault, Mapping, MappingKind};
pub use node::{Entry, Node, Value};
pub use parse::parse;
pub use write::{DoubleQuoted, FlowMap, FlowSeq, Pairs, Writer};
