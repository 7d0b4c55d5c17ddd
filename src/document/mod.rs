//! In: a guide's Markdown, from a template or edited by hand. Out: semantic blocks, with every form field named.
//!
//! This room knows nothing of banks, paper or PDF.

mod front_matter;
mod model;

pub use front_matter::{FrontMatter, Paper};
pub use model::{
    Alignment, Block, Cell, Check, Document, Emphasis, Field, Heading, Inline, List, ListItem,
    Marker, Notes, Row, Table, TextStyle,
};
