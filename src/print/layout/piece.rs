use super::layout_box::decoration;
use crate::base::unit::Pt;
use crate::document::TextStyle;
use crate::print::frame::{ElementId, FieldId, Item, Mark, Owner, Place, Size, Target, Widget};
use crate::print::style::Style;

/// The number of the inline that a glyph comes from: what parley calls a brush.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Piece(pub(super) usize);

/// What has to be known of an inline when it is placed.
pub(super) struct PieceInfo {
    pub(super) owner: ElementId,
    pub(super) struck: bool,
    pub(super) link: Option<(Target, String)>,
    pub(super) blank: Option<(FieldId, String)>,
}

/// A box to tick in running text.
pub(super) struct Tick {
    pub(super) form: ElementId,
    pub(super) field: FieldId,
    pub(super) value: Option<String>,
    pub(super) label: String,
}

/// What the shape of a short text depends on. The same few words (the points of a scale, above all) stand on every page of a
/// guide.
#[derive(PartialEq, Eq, Hash)]
pub(super) struct ShortText {
    pub(super) text: String,
    pub(super) style: Option<TextStyle>,
    pub(super) size: u32,
    pub(super) leading: u32,
    pub(super) is_strong: bool,
    pub(super) is_slanted: bool,
}

impl Tick {
    /// The box and its widget, in the middle of the capitals of a line that begins at `x`.
    pub(super) fn items(&self, x: Pt, height: Pt, style: &Style) -> Vec<Item> {
        let edge = style.tick.side;
        let at = Place { x, y: (height - edge) / 2.0 };
        let size = Size { width: edge, height: edge };
        let widget = Widget {
            field: self.field,
            size,
            value: self.value.clone(),
            label: self.label.clone(),
            look: Vec::new(),
        };
        vec![
            decoration(at, Mark::Frame { size, width: style.tick.stroke }),
            Item { owner: Owner::Element(self.form), at, mark: Mark::Widget(widget) },
        ]
    }
}
