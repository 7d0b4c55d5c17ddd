use crate::base::unit::Pt;
use crate::print::frame::{ElementId, FieldId, Item, Owner};

/// Something that is never torn: a line of text, a row of a table, a space for notes.
///
/// Places inside a brick are measured from the left edge of the measure and from the brick's own top.
#[derive(Clone, Debug, Default)]
pub(super) struct Brick {
    /// White space above it, unless it comes first on a page.
    pub(super) above: Pt,
    /// How tall it is.
    pub(super) height: Pt,
    /// What is in it.
    pub(super) items: Vec<Item>,
    /// Whether the next brick must come on the same page.
    pub(super) sticky: bool,
    /// How it grows to fill the page.
    pub(super) growth: Option<Growth>,
    /// What is repeated above it where it comes first on a page: a place in `Galley::repeats`.
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
pub(super) enum Course {
    /// A form under its heading, which stays on one page if any page can hold it, and otherwise says where it goes on.
    Whole(Vec<Brick>, String),
    /// Text that runs on from page to page.
    Running(Vec<Brick>),
    /// What follows starts on a new page.
    Break,
}

impl Brick {
    pub(super) fn new(height: Pt, items: Vec<Item>) -> Self {
        Self { height, items, ..Self::default() }
    }

    /// The same brick as a reader passes over it.
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
