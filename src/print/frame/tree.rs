use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Artifact, Face, Field, GlyphRun, Grid, Ink, Picture, Place, Role, Size, Target};
use crate::base::unit::{Language, Pt};

/// An area and what is on it, in reading order.
///
/// Nothing in it depends on the file that it ends up in: elements are numbered below the element around them, fields have names, and
/// text holds its font. So a frame can be shared between pages, documents and files.
#[derive(Clone, Debug, Default)]
pub struct Frame {
    /// How large it is. What is on it may reach over its edges.
    pub size: Size,
    items: Vec<(Place, FrameItem)>,
    /// Whether there is an anchor on it.
    has_anchor: bool,
    /// Whether there is a place for the number of a page on it.
    has_page_number: bool,
}

/// What can be on a frame.
///
/// Its place is beside it and not in it. A place here would share its bytes with the pointers of other items, and LLVM 22 adds to it
/// whatever the item is (`x + -0.0` in place of `x`), which changes pointers that happen to look like signaling NaNs.
#[derive(Clone, Debug)]
pub enum FrameItem {
    /// Text. Its place is the start of its baseline.
    Text(TextRun),
    /// A line to the right.
    Line {
        /// How long it is.
        length: Pt,
        /// How thick it is.
        width: Pt,
        /// What it is painted in.
        ink: Ink,
    },
    /// A black outline, centered on the edges of an area.
    Outline {
        /// The area.
        size: Size,
        /// How thick it is.
        width: Pt,
    },
    /// A straight black line to another point.
    Stroke {
        /// How far that point is to the right and down.
        by: Place,
        /// How thick the line is.
        width: Pt,
    },
    /// A filled area.
    Fill {
        /// How large it is.
        size: Size,
        /// What it is painted in.
        ink: Ink,
    },
    /// Filled cells of a grid, such as the modules of a code.
    Grid(Grid),
    /// The logo of the document, so large.
    Logo(Size),
    /// A picture.
    Picture(Picture),
    /// A form field, or one of its boxes.
    FieldBox(FieldBox),
    /// An area that leads somewhere.
    LinkArea(Arc<LinkTarget>, Size),
    /// A place for the number of a page.
    PageNumber(PageNumber),
    /// The target of links with this name.
    Anchor(String),
    /// The target of a bookmark.
    Bookmark {
        /// What it is called.
        title: String,
        /// 1 at the top.
        level: u8,
    },
    /// A frame on this one.
    Group(Group),
}

/// Text of one font and size on one line.
#[derive(Clone, Debug)]
pub struct TextRun {
    /// The font.
    pub face: Arc<Face>,
    /// The font size.
    pub size: Pt,
    /// What it is painted in.
    pub ink: Ink,
    /// The glyphs.
    pub run: Arc<GlyphRun>,
}

/// A place for the number of the page on which an anchor is. The layout of a document puts the number there when it has all pages: a
/// frame is laid out before, and can be shared between documents.
#[derive(Clone, Debug)]
pub struct PageNumber {
    /// The anchor.
    pub anchor: String,
    /// What the number is made of: the digits from 0 to 9.
    pub digits: Arc<[TextRun]>,
    /// How much width is reserved.
    pub width: Pt,
    /// How much of the width that the number leaves is before it: 0 for none, 1 for all.
    pub lead: f32,
    /// What follows on the same line, for the whole width. It moves up to the number. Places are measured from its
    /// place.
    pub rest: Arc<Frame>,
}

/// A place where a form field is filled in. A field can have several, on any pages: they share the field, or its name.
#[derive(Clone, Debug)]
pub struct FieldBox {
    /// The field.
    pub field: Arc<Field>,
    /// How large the place is.
    pub size: Size,
    /// If the field is a choice: the value that checking this box gives it, and what that means to people.
    pub option: Option<Arc<FieldOption>>,
    /// What is shown there until somebody fills in the field: text, lines and areas.
    pub appearance: Arc<Frame>,
}

/// One box of a choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldOption {
    /// The value of the field if this box is checked.
    pub value: String,
    /// What that means to people.
    pub label: String,
    /// The language of that, if it is not that of the document.
    pub lang: Option<Language>,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkTarget {
    /// The target.
    pub to: Target,
    /// The text of the link, for screen readers.
    pub label: String,
}

/// A frame on another one, and what holds for all that is on it.
#[derive(Clone, Debug)]
pub struct Group {
    /// What is on it.
    pub frame: Arc<Frame>,
    /// What holds for all of it.
    pub kind: GroupKind,
}

/// What holds for all that is on a group.
#[derive(Clone, Debug)]
pub enum GroupKind {
    /// Nothing more than for what is around it.
    Plain,
    /// It is an element of the structure.
    Tagged(Tag),
    /// The element in it is in this language.
    InLanguage(Language),
    /// It carries no meaning. Elements, fields, links, anchors and bookmarks in it do not count.
    Artifact(Artifact),
    /// It is a page of one of several documents.
    Scoped(Arc<Scope>),
}

/// An element of the structure, as seen from the element around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tag {
    /// What it is.
    pub role: Role,
    /// Which one it is among the elements in the same element. The same number again, on the same page or a later one, continues the
    /// element.
    pub number: u32,
}

/// How names in one of several documents differ from those in the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    /// What is put before the names of fields and anchors, with a dot.
    pub prefix: String,
    /// The fields that the document has in common with others: their names there, and in the file.
    pub shared: BTreeMap<String, String>,
    /// How many levels of bookmarks are above those of the document.
    pub depth: u8,
}

impl Frame {
    /// An empty frame.
    #[must_use]
    pub fn new(size: Size) -> Self {
        Self { size, ..Self::default() }
    }

    /// What is on it, in reading order.
    #[must_use]
    pub fn items(&self) -> &[(Place, FrameItem)] {
        &self.items
    }

    /// Whether nothing is on it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Whether there is an anchor on it.
    #[must_use]
    pub fn has_anchor(&self) -> bool {
        self.has_anchor
    }

    /// Whether there is a place for the number of a page on it.
    #[must_use]
    pub fn has_page_number(&self) -> bool {
        self.has_page_number
    }

    /// Adds an item.
    pub fn push(&mut self, at: Place, item: FrameItem) {
        match &item {
            FrameItem::Anchor(_) => self.has_anchor = true,
            FrameItem::PageNumber(_) => self.has_page_number = true,
            FrameItem::Group(group) => {
                self.has_anchor |= group.frame.has_anchor;
                self.has_page_number |= group.frame.has_page_number;
            }
            _ => {}
        }
        self.items.push((at, item));
    }

    /// Adds a group.
    pub fn group(&mut self, at: Place, kind: GroupKind, frame: Arc<Frame>) {
        self.push(at, FrameItem::Group(Group { frame, kind }));
    }

    /// Adds what `draw` draws, as part of an element.
    pub fn tagged(&mut self, tag: Tag, draw: impl FnOnce(&mut Self)) {
        self.grouped(GroupKind::Tagged(tag), draw);
    }

    /// Adds what `draw` draws: an element in this language.
    pub fn in_language(&mut self, language: &Language, draw: impl FnOnce(&mut Self)) {
        self.grouped(GroupKind::InLanguage(language.clone()), draw);
    }

    /// Adds what `draw` draws, which carries no meaning.
    pub fn artifact(&mut self, artifact: Artifact, draw: impl FnOnce(&mut Self)) {
        self.grouped(GroupKind::Artifact(artifact), draw);
    }

    fn grouped(&mut self, kind: GroupKind, draw: impl FnOnce(&mut Self)) {
        let mut inner = Self::new(self.size);
        draw(&mut inner);
        self.group(Place::default(), kind, Arc::new(inner));
    }

    /// Adds all items of another frame, this far to the right and down.
    pub fn append(&mut self, by: Place, other: Self) {
        self.has_anchor |= other.has_anchor;
        self.has_page_number |= other.has_page_number;
        let items = other.items.into_iter();
        self.items.extend(items.map(|(at, item)| (at.moved(by.x, by.y), item)));
    }

    /// Moves all items to the right and down.
    pub fn translate(&mut self, by: Place) {
        for (at, _) in &mut self.items {
            *at = at.moved(by.x, by.y);
        }
    }
}
