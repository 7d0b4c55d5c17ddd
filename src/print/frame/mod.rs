//! In: what `layout` decided. Out: plain data: frames with items at their places, and the same flattened to pages, which `pdf` writes.
//!
//! A frame carries its own tags, fields and fonts, so that frames can be put in a row. Only `Frames::to_pages` numbers them, once per
//! file. This module must not know how a place was found or how a page is written.

mod alike;
mod branches;
mod field;
mod flatten;
mod frames;
mod geometry;
mod grid;
mod item;
mod link;
mod logo;
mod mirror;
mod pages;
mod picture;
mod print;
mod scopes;
mod structure;
mod text;
mod tree;

pub use alike::Likeness;
pub(in crate::print) use field::is_typeable;
pub use field::{CheckMark, Field, FieldId, FieldKind, FieldLook};
pub use flatten::Numbering;
pub use frames::{DocumentInfo, Frames};
pub use geometry::{Ink, Place, Rect, Size};
pub use grid::{CellArea, Grid};
pub use item::{Item, Link, Mark, Owner, Text, Widget};
pub use link::Target;
pub use logo::{Clip, FillRule, Logo, LogoImage, LogoPath, Paint, PaintKind, Segment, Stroke};
pub use pages::{Anchor, Bookmark, Destination, Page, Pages};
pub use picture::Picture;
pub use structure::{Artifact, Element, ElementId, HeaderScope, Role};
pub use text::{Face, FaceId, Glyph, GlyphRun, TextRange};
pub use tree::{
    FieldBox, FieldOption, Frame, FrameItem, Group, GroupKind, LinkTarget, PageNumber, Scope, Tag,
    TextRun,
};
