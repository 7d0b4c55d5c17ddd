use std::sync::Arc;

use super::{DocumentInfo, Element, Face, FaceId, Field, FieldLook, Item, Logo, Size};
use crate::base::image::Image;
use crate::base::unit::Pt;

/// The pages of one file as they are written: every item at its place on its page, and everything that can be named in the file
/// numbered. `Frames::to_pages` makes them.
#[derive(Clone, Debug)]
pub struct Pages {
    /// The size of the paper.
    pub size: Size,
    /// What viewers and archives show about the file.
    pub info: DocumentInfo,
    /// The pages, in order; at least one.
    pub pages: Vec<Page>,
    /// The fonts that texts name by their numbers.
    pub faces: Vec<Arc<Face>>,
    /// The font of what people type into form fields.
    pub form_face: FaceId,
    /// The logo that pages show, if there is one.
    pub logo: Option<Arc<Logo>>,
    /// What pictures show, each image once, in the order in which they are shown first.
    pub images: Vec<Arc<Image>>,
    /// How fields look that are filled in.
    pub field_look: FieldLook,
    /// The form fields, each with another name, in the order of their first widgets.
    pub fields: Vec<Field>,
    /// The structure, in the order in which its elements begin; the first one is the document.
    pub elements: Vec<Element>,
    /// How many elements were before these and were taken away: those of a large file are written as soon as they are complete.
    pub taken_elements: usize,
    /// Bookmarks, in reading order.
    pub outline: Vec<Bookmark>,
    /// The targets of links.
    pub anchors: Vec<Anchor>,
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
