use std::sync::Arc;

use crate::base::unit::{Language, Pt};
use crate::document::TextStyle;
use crate::print::frame::{
    Field, FieldBox, FieldOption, Frame, FrameItem, LinkTarget, PageNumber, Place, Size, Tag,
};
use crate::print::look::{CheckboxLook, TextKind};

/// The number of the inline that a glyph comes from: what parley calls a brush.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Piece(pub(super) usize);

/// What must be known about an inline when it is placed.
#[derive(Default)]
pub(super) struct PieceInfo {
    /// The element that it is, if it is one of its own.
    pub(super) tag: Option<Tag>,
    pub(super) struck: bool,
    /// Its language, if it is not that of the document.
    pub(super) lang: Option<Language>,
    pub(super) link: Option<Arc<LinkTarget>>,
    /// The field, if it is a blank.
    pub(super) blank: Option<Arc<Field>>,
    /// The place, if it is one for a page number.
    pub(super) number: Option<PageNumber>,
}

/// A box to tick in running text.
pub(super) struct Tick {
    pub(super) tag: Tag,
    pub(super) field: Arc<Field>,
    pub(super) option: Option<Arc<FieldOption>>,
    pub(super) look: CheckboxLook,
}

/// What the shape of a short text depends on. The same few words (the points of a scale, above all) are on every page of a guide.
#[derive(PartialEq, Eq, Hash)]
pub(super) struct ShortText {
    pub(super) text: String,
    pub(super) style: Option<TextStyle>,
    pub(super) size: u32,
    pub(super) leading: u32,
    pub(super) is_strong: bool,
    pub(super) is_slanted: bool,
    pub(super) kind: TextKind,
}

impl Tick {
    /// Draws the box and its field, in the middle of the capitals of a line of this height that begins at `x`.
    pub(super) fn draw(&self, x: Pt, height: Pt, frame: &mut Frame) {
        let edge = self.look.side;
        let at = Place { x, y: (height - edge) / 2.0 };
        let size = Size { width: edge, height: edge };
        frame.push(at, FrameItem::Outline { size, width: self.look.stroke });
        frame.tagged(self.tag, |frame| {
            let (field, option) = (Arc::clone(&self.field), self.option.clone());
            let place = FieldBox { field, size, option, appearance: Arc::default() };
            frame.push(at, FrameItem::FieldBox(place));
        });
    }
}
