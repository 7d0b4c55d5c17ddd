//! In: what `typeset` decided. Out: plain data that `pdf` walks: places and items, each with its role and its field.
//!
//! This room has no behaviour but printing itself for tests. It must not know how a place was found or how it is painted.

mod face;
mod field;
mod item;
mod print;
mod structure;

pub use face::{Face, FaceId};
pub use field::{Field, FieldId, FieldKind};
pub use item::{
    Artifact, Glyph, Gray, Item, Link, Mark, Owner, Place, Rect, Target, Text, Widget, Words,
};
pub use structure::{Element, ElementId, HeaderScope, Role};

use crate::base::unit::{Language, Pt};

/// A typeset guide.
#[derive(Clone, Debug)]
pub struct Pages {
    /// The paper.
    pub size: Size,
    /// What viewers and archives show of it.
    pub about: About,
    /// The pages, in order; at least one.
    pub pages: Vec<Page>,
    /// The fonts that the texts name.
    pub faces: Vec<Face>,
    /// The font in which people's own words are shown in the form fields.
    pub form_face: FaceId,
    /// The form fields that the widgets name.
    pub fields: Vec<Field>,
    /// The structure, in reading order of the elements' beginnings; the first one is the document.
    pub elements: Vec<Element>,
    /// Bookmarks, in reading order.
    pub outline: Vec<Bookmark>,
    /// Named places for links.
    pub anchors: Vec<Anchor>,
}

/// A size in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// From left to right.
    pub width: Pt,
    /// From top to bottom.
    pub height: Pt,
}

/// What viewers and archives show of a guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// The title.
    pub title: String,
    /// The language.
    pub lang: Language,
    /// Who wrote it.
    pub author: Option<String>,
    /// What it is about.
    pub subject: Option<String>,
}

/// One page: what is on it, in reading order.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// What is on it.
    pub items: Vec<Item>,
}

/// A bookmark.
#[derive(Clone, Debug, PartialEq)]
pub struct Bookmark {
    /// What it is called.
    pub title: String,
    /// 1 at the top; never more than one deeper than the bookmark before it.
    pub level: u8,
    /// Where it leads.
    pub to: Destination,
}

/// A named place.
#[derive(Clone, Debug, PartialEq)]
pub struct Anchor {
    /// Its name.
    pub name: String,
    /// Where it is.
    pub at: Destination,
}

/// Where a jump lands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Destination {
    /// The page, counted from 0.
    pub page: usize,
    /// How far below the page's top edge.
    pub top: Pt,
}
