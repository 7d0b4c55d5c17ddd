use std::sync::Arc;

use super::{
    Artifact, ElementId, FaceId, FieldId, GlyphRun, Grid, Ink, Picture, Place, Size, Target,
};
use crate::base::unit::Pt;

/// Something on a page.
#[derive(Clone, Debug)]
pub struct Item {
    /// What it belongs to.
    pub owner: Owner,
    /// Where it is: the top left corner of an area, the left end of a line, the start of a text's baseline.
    pub at: Place,
    /// What it is.
    pub mark: Mark,
}

/// What an item belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// It carries meaning, and screen readers read it as part of this element.
    Element(ElementId),
    /// It carries none, and screen readers ignore it.
    Artifact(Artifact),
}

/// What can be on a page.
#[derive(Clone, Debug)]
pub enum Mark {
    /// Text.
    Text(Text),
    /// A straight line from left to right.
    Line {
        /// How long it is.
        length: Pt,
        /// How thick it is.
        width: Pt,
        /// What it is painted in.
        ink: Ink,
    },
    /// A black outline.
    Frame {
        /// The area. Its edges are the middle of the line.
        size: Size,
        /// How thick the line is.
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
    /// Filled cells of a grid.
    Grid(Grid),
    /// The logo of the file, so large.
    Logo(Size),
    /// One of the file's pictures.
    Picture(Picture),
    /// A place where a form field is filled in.
    Widget(Widget),
    /// An area that leads somewhere.
    Link(Link),
}

/// Text of one font and size on one line.
#[derive(Clone, Debug)]
pub struct Text {
    /// The font.
    pub face: FaceId,
    /// The font size.
    pub size: Pt,
    /// What it is painted in.
    pub ink: Ink,
    /// The glyphs.
    pub run: Arc<GlyphRun>,
}

/// A place where a form field is filled in.
#[derive(Clone, Debug)]
pub struct Widget {
    /// The field.
    pub field: FieldId,
    /// How large it is.
    pub size: Size,
    /// If the field is a choice: the value that checking this box gives it.
    pub value: Option<String>,
    /// For people: what checking this box means if the field is a choice, and what to fill in otherwise.
    pub label: String,
    /// What is shown there until somebody fills in the field. Places are measured from the widget's top left corner, and nothing here
    /// belongs to an element.
    pub appearance: Vec<Item>,
}

/// An area that leads somewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// How large it is.
    pub size: Size,
    /// Where it leads.
    pub to: Target,
    /// The text of the link, for screen readers.
    pub label: String,
}

impl Item {
    /// It, and what it shows if it is a widget.
    pub fn with_appearance(&self) -> impl Iterator<Item = &Self> {
        std::iter::once(self).chain(self.appearance())
    }

    /// The appearance of a widget; of anything else, nothing.
    #[must_use]
    pub fn appearance(&self) -> &[Item] {
        match &self.mark {
            Mark::Widget(widget) => &widget.appearance,
            _ => &[],
        }
    }
}
