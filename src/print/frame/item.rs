use std::ops::Range;
use std::sync::Arc;

use super::{ElementId, FaceId, FieldId, Size};
use crate::base::unit::Pt;

/// Something on a page.
#[derive(Clone, Debug)]
pub struct Item {
    /// To what it belongs.
    pub owner: Owner,
    /// Where it is: the top left corner of an area, the left end of a line, the beginning of a text's baseline.
    pub at: Place,
    /// What it is.
    pub mark: Mark,
}

/// To what an item belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// It carries meaning, and is read out as part of an element.
    Element(ElementId),
    /// It carries none, and is passed over.
    Artifact(Artifact),
}

/// Why something carries no meaning (ISO 32000-1, 14.8.2.2.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Artifact {
    /// It heads every page.
    Header,
    /// It foots every page.
    Footer,
    /// It is there because the text runs on from one page to the next.
    Pagination,
    /// It is a line or a box.
    Layout,
}

/// What can be on a page.
///
/// Where it is stands beside it and not in it: a place here would share its bytes with the pointers of other marks, and LLVM 22 adds
/// to it whatever the mark is (`x + -0.0` in place of `x`), which changes pointers that happen to look like signalling NaNs.
#[derive(Clone, Debug)]
pub enum Mark {
    /// Words.
    Text(Text),
    /// A straight line from left to right.
    Line {
        /// So long.
        length: Pt,
        /// As thick as this.
        width: Pt,
        /// In this.
        gray: Gray,
    },
    /// A frame.
    Frame {
        /// Around this, on the middle of the stroke.
        size: Size,
        /// As thick as this.
        width: Pt,
    },
    /// A filled area.
    Fill {
        /// So large.
        size: Size,
        /// In this.
        gray: Gray,
    },
    /// A place where a form field is filled in.
    Widget(Widget),
    /// A place that leads somewhere.
    Link(Link),
}

/// A point on a page, measured from its top left corner, downwards.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Place {
    /// From the left edge.
    pub x: Pt,
    /// From the top edge.
    pub y: Pt,
}

/// An area of a page.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Its top left corner.
    pub at: Place,
    /// From left to right.
    pub width: Pt,
    /// From top to bottom.
    pub height: Pt,
}

/// How light something is: 0 is black, 1 is white. There are no colors, so nothing is lost on a mono printer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gray(pub f32);

/// Words in one font and size on one line.
#[derive(Clone, Debug)]
pub struct Text {
    /// The font.
    pub face: FaceId,
    /// The size.
    pub size: Pt,
    /// The words: shared by all places where they stand.
    pub words: Arc<Words>,
}

/// Words as they are set.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    /// What the glyphs say, in logical order.
    pub text: String,
    /// The glyphs from left to right.
    pub glyphs: Vec<Glyph>,
}

/// A glyph.
#[derive(Clone, Debug, PartialEq)]
pub struct Glyph {
    /// Its number in the font file.
    pub id: u16,
    /// How far it moves the pen.
    pub advance: Pt,
    /// Which bytes of the text it says; empty where an earlier glyph says them too.
    pub says: Range<usize>,
}

/// A place where a form field is filled in.
#[derive(Clone, Debug)]
pub struct Widget {
    /// The field.
    pub field: FieldId,
    /// How large it is.
    pub size: Size,
    /// What ticking this one means, where the field is a choice.
    pub value: Option<String>,
    /// For people: what ticking this one says, where the field is a choice.
    pub label: String,
    /// What it shows until somebody changes what is in the field: ruled lines, and words that are written on them already. Places
    /// are measured from its own top left corner, and nothing here belongs to an element.
    pub look: Vec<Item>,
}

/// A place that leads somewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// How large it is.
    pub size: Size,
    /// Where it leads.
    pub to: Target,
    /// For screen readers: its words.
    pub label: String,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// To a named place in the same file.
    Anchor(String),
    /// Elsewhere.
    Url(String),
}

impl Gray {
    /// What text, boxes and dividing lines are drawn in.
    pub const BLACK: Self = Self(0.0);
}

impl Place {
    /// The place this far to the right and down.
    #[must_use]
    pub fn moved(self, x: Pt, y: Pt) -> Self {
        Self { x: self.x + x, y: self.y + y }
    }
}

impl Rect {
    /// The area of this size at a place.
    #[must_use]
    pub fn new(at: Place, Size { width, height }: Size) -> Self {
        Self { at, width, height }
    }

    /// Its bottom edge.
    #[must_use]
    pub fn bottom(self) -> Pt {
        self.at.y + self.height
    }

    /// Its right edge.
    #[must_use]
    pub fn right(self) -> Pt {
        self.at.x + self.width
    }
}

impl Words {
    /// How far it moves the pen.
    #[must_use]
    pub fn advance(&self) -> Pt {
        self.glyphs.iter().map(|glyph| glyph.advance).sum()
    }
}

impl Item {
    /// What a widget shows; of anything else, nothing.
    #[must_use]
    pub fn look(&self) -> &[Item] {
        match &self.mark {
            Mark::Widget(widget) => &widget.look,
            _ => &[],
        }
    }

    /// The same item, this far to the right and down.
    #[must_use]
    pub fn moved(self, x: Pt, y: Pt) -> Self {
        Self { at: self.at.moved(x, y), ..self }
    }
}
