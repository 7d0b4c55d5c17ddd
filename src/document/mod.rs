//! In: a guide's Markdown, from a template or edited by hand. Out: semantic blocks, with every form field named.
//!
//! This module must not know what a bank, paper or a PDF is.

mod blanks;
mod block_parts;
mod block_style;
mod blocks;
mod bodies;
mod body;
mod changed;
mod choice;
mod excess_cells;
mod field_hint;
mod field_name;
mod front_matter;
mod html;
mod inlines;
mod kit_code;
mod label;
mod layout_hint;
mod lists;
mod looks;
mod markdown;
mod model;
mod name_tag;
mod names;
mod page_code;
mod page_identity;
mod parse;
mod pictures;
mod runs;
mod seal;
mod table_fields;
mod targets;
mod text;
mod timeline;
mod words;
mod written;

pub use block_parts::Blocks;
pub use block_style::BlockStyle;
pub use bodies::Bodies;
pub use changed::{changed_line, states_kit};
pub use field_name::{FieldName, FieldNameError, FieldScope};
pub use front_matter::FrontMatter;
pub use kit_code::KitCode;
pub use model::{
    Alignment, Block, Cell, Checkbox, ColumnWidth, Emphasis, Field, Heading, Inline, List,
    ListItem, Marker, Notes, Picture, Row, Scale, SourceSpan, Table, TableColumn, TableLayout,
    TextStyle, Timeline, TimelineSegment, TimelineTick, plain_text,
};
pub use name_tag::NameTag;
pub use page_code::{PageCode, PageCodeError};
pub use page_identity::PageIdentity;
pub use parse::{Document, WordsOf, parse, seal_and_parse};
pub use seal::{Sealed, seal};
pub use written::Written;
