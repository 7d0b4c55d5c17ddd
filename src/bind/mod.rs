//! In: documents, each typeset. Out: one document of them all, with an outline of what is in it.
//!
//! This room must not know what a document is about, or what a PDF is.

mod volume;

pub use volume::{Backs, Leaf, bind};
