//! In: a YAML text. Out: a tree with a place on every key and every value. And the way back for a single text.
//!
//! This room alone knows the YAML library. It must not know what a text is about: that is for whoever reads the tree.

mod fault;
mod mapping;
mod node;
mod parse;
mod place;
mod scalar;

pub use mapping::{Fault, Mapping, MappingKind};
pub use node::{Entry, Node, Value};
pub use parse::parse;
pub use scalar::scalar;
