use crate::base::unit::Pt;
use crate::print::frame::{Artifact, Element, ElementId, Field, FieldId, Item, Mark, Owner, Place};
use crate::print::style::Spacing;

/// Something that is never torn: a line of text, a row of a table, a space for notes.
///
/// Places inside a layout_box are measured from the left edge of the measure and from the layout_box's own top.
#[derive(Clone, Debug, Default)]
pub(super) struct LayoutBox {
    /// White space above it, unless it comes first on a page.
    pub(super) above: Pt,
    /// How tall it is.
    pub(super) height: Pt,
    /// What is in it.
    pub(super) items: Vec<Item>,
    /// Whether the next layout_box must come on the same page.
    pub(super) sticky: bool,
    /// How it grows to fill the page.
    pub(super) growth: Option<Growth>,
    /// What is repeated above it where it comes first on a page: a place in `LaidOutSections::repeats`.
    pub(super) repeat: Option<usize>,
    /// The names under which links reach it.
    pub(super) anchors: Vec<String>,
    /// The bookmark that leads to it.
    pub(super) bookmark: Option<(u8, String)>,
}

/// Lines to write on, of which a page can hold more than were asked for.
#[derive(Clone, Debug)]
pub(super) struct Growth {
    /// The field that is filled in on them.
    pub(super) field: FieldId,
    /// The element around the field's widget.
    pub(super) form: ElementId,
    /// How many lines there are at least.
    pub(super) lines: usize,
    /// Where the lines begin, from the left edge of the measure.
    pub(super) x: Pt,
    /// How long the lines are.
    pub(super) width: Pt,
    /// Whether the lines are drawn: words that are written on them closer together are not struck through.
    pub(super) is_ruled: bool,
    /// The words that are written there already.
    pub(super) written: Vec<Item>,
}

/// Bricks in reading order, as far as they belong together.
#[derive(Debug)]
pub(super) enum Section {
    /// A form under its heading, which stays on one page if any page can hold it, and otherwise says where it goes on.
    KeepTogether(Vec<LayoutBox>, String),
    /// Text that runs on from page to page.
    Flowing(Vec<LayoutBox>),
    /// What follows starts on a new page.
    PageBreak,
}

impl LayoutBox {
    pub(super) fn new(height: Pt, items: Vec<Item>) -> Self {
        Self { height, items, ..Self::default() }
    }

    /// The same layout_box as a reader passes over it.
    pub(super) fn as_artifact(&self, artifact: crate::print::frame::Artifact) -> Self {
        let mut copy = self.clone();
        for item in &mut copy.items {
            item.owner = Owner::Artifact(artifact);
        }
        copy.items.retain(|item| {
            !matches!(
                item.mark,
                crate::print::frame::Mark::Widget(_) | crate::print::frame::Mark::Link(_)
            )
        });
        copy
    }
}

/// Everything that is to be laid on pages.
pub(super) struct LaidOutSections {
    pub(super) sections: Vec<Section>,
    /// What a table repeats where it goes on on another page.
    pub(super) repeats: Vec<LayoutBox>,
}

/// Where blocks are set: a column within the measure, inside an element.
#[derive(Clone, Copy)]
pub(super) struct Column {
    pub(super) x: Pt,
    pub(super) width: Pt,
    pub(super) parent: ElementId,
}

/// A block as it is set, wherever it stands: its elements and fields are numbered from its own beginning. The same question is
/// set alike in the kits of all candidates.
#[derive(Debug)]
pub(super) struct LaidOutBlock {
    pub(super) boxes: Vec<LayoutBox>,
    pub(super) spacing: Spacing,
    /// The first one stands for the document.
    pub(super) elements: Vec<Element>,
    pub(super) fields: Vec<Field>,
    pub(super) repeats: Vec<LayoutBox>,
}

/// A line, box or filled area, which carries no meaning.
pub(super) fn decoration(at: Place, mark: Mark) -> Item {
    Item { owner: Owner::Artifact(Artifact::Layout), at, mark }
}
