use std::sync::Arc;

use crate::base::unit::Pt;
use crate::document::Field as FieldNames;
use crate::print::frame::{Field, Frame, GroupKind, Place, Role, Size, Tag};
use crate::print::look::{Look, Spacing};

/// Something that never breaks between two pages: a line of text, a row of a table, a space for notes.
///
/// Places in it are measured from the left edge of the text area and from its own top.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each says something else of where it may be")]
pub(super) struct LayoutBox {
    /// White space above it, unless it is the first on a page.
    pub(super) above: Pt,
    /// What is in it. The frame's height is the height of the box.
    pub(super) frame: Arc<Frame>,
    /// The element of the document that all of it is part of.
    pub(super) tag: Option<Tag>,
    /// Whether the next box must be on the same page.
    pub(super) sticky: bool,
    /// How it grows to fill the page.
    pub(super) growth: Option<Growth>,
    /// What is repeated above it if it is the first on a page: the heading row of a table.
    pub(super) repeat: Option<Arc<Frame>>,
    /// What is drawn on it again if it is the first on a page: the label of a table row that continues here.
    pub(super) label: Option<Arc<Frame>>,
    /// Whether it is above the text area, beside the marks, if it begins a document.
    pub(super) is_in_header: bool,
    /// Whether a line is drawn above it, across the page.
    pub(super) has_rule_above: bool,
    /// Whether it ends with a line across the column.
    pub(super) ends_ruled: bool,
}

/// Lines to write on. A page can have more of them than were asked for.
#[derive(Clone, Debug)]
pub(super) struct Growth {
    /// The field that is filled in on them.
    pub(super) field: Arc<Field>,
    /// The elements around the field, from the inside, as far as they are in the box.
    pub(super) tags: Vec<Tag>,
    /// How many lines there are at least.
    pub(super) lines: usize,
    /// Whether there are no more of them than that.
    pub(super) is_fixed: bool,
    /// Where the lines begin, from the left edge of the text area.
    pub(super) x: Pt,
    /// How long the lines are.
    pub(super) width: Pt,
    /// Whether the lines are drawn. They are not if the text that is filled in is set closer than they are.
    pub(super) is_ruled: bool,
    /// How much lower than its line's strip it begins: the label above it leaves room to write.
    pub(super) cut: Pt,
    /// The text that is filled in.
    pub(super) written: Frame,
}

/// A block that is laid out, wherever it is in the document.
#[derive(Debug)]
pub(super) struct LaidOutBlock {
    /// The element that it is.
    pub(super) role: Option<Role>,
    /// White space around it.
    pub(super) spacing: Spacing,
    pub(super) boxes: Vec<LayoutBox>,
}

/// Boxes in reading order that belong together.
#[derive(Debug)]
pub(super) enum Section {
    /// A form under its heading. It stays on one page if a page can hold it; otherwise its title is repeated where it continues.
    KeepTogether(Vec<LayoutBox>, String),
    /// Text that flows from page to page.
    Flowing(Vec<LayoutBox>),
    /// What follows starts on a new page.
    PageBreak,
}

/// Where blocks are laid out.
#[derive(Clone, Copy)]
pub(super) struct Column {
    /// From the left edge of the text area.
    pub(super) x: Pt,
    pub(super) width: Pt,
    /// Whether the blocks are the document's own, and not part of another block.
    pub(super) is_outermost: bool,
    /// How paragraphs and lists look.
    pub(super) body: Look,
    /// How the cells of tables look.
    pub(super) cell: Look,
    /// How the first paragraph of a list's item looks, if all of it is strong and another one follows.
    pub(super) item_label: Option<Look>,
    /// White space between the items of a checklist.
    pub(super) check_gap: Pt,
}

/// How far a byline begins to the right, as bits: what is kept is found by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Indent(u32);

impl From<Pt> for Indent {
    fn from(Pt(length): Pt) -> Self {
        Self(length.to_bits())
    }
}

impl From<Indent> for Pt {
    fn from(Indent(bits): Indent) -> Self {
        Self(f32::from_bits(bits))
    }
}

/// Numbers the elements in an element.
#[derive(Default)]
pub(super) struct Children(u32);

impl Children {
    /// The tag of the next element.
    pub(super) fn next(&mut self, role: Role) -> Tag {
        let number = self.0;
        self.0 += 1;
        Tag { role, number }
    }
}

impl LayoutBox {
    pub(super) fn new(frame: Frame) -> Self {
        Self { frame: Arc::new(frame), ..Self::default() }
    }

    /// Makes the first strip of a space for notes lower by this much, unless its text needs all of it.
    pub(super) fn cut_first_strip(&mut self, cut: Pt) {
        if let Some(growth) = self.growth.as_mut().filter(|growth| growth.is_ruled) {
            growth.cut = cut;
            self.frame = Arc::new(frame_of(self.frame.size.height - cut));
        }
    }

    pub(super) fn height(&self) -> Pt {
        self.frame.size.height
    }

    /// Whether it can have more lines to write on.
    pub(super) fn grows(&self) -> bool {
        self.growth.as_ref().is_some_and(|growth| !growth.is_fixed)
    }

    /// The same box, with all of it in an element.
    pub(super) fn tagged(mut self, tag: Tag) -> Self {
        if !self.frame.is_empty() {
            let mut outer = Frame::new(self.frame.size);
            outer.group(Place::default(), GroupKind::Tagged(tag), self.frame);
            self.frame = Arc::new(outer);
        }
        if let Some(growth) = &mut self.growth {
            growth.tags.push(tag);
        }
        self
    }

    /// Draws something below all that is in it.
    pub(super) fn draw_below(&mut self, draw: impl FnOnce(&mut Frame)) {
        let mut outer = Frame::new(self.frame.size);
        draw(&mut outer);
        outer.group(Place::default(), GroupKind::Plain, Arc::clone(&self.frame));
        self.frame = Arc::new(outer);
    }
}

/// How tall boxes are below each other, and below others.
pub(super) fn height(boxes: &[LayoutBox]) -> Pt {
    boxes.iter().map(|it| it.above + it.height()).sum()
}

/// A frame of this height. How wide it is decides nothing.
pub(super) fn frame_of(height: Pt) -> Frame {
    Frame::new(Size { width: Pt::ZERO, height })
}

/// A form field with the names that the document gives it.
pub(super) fn field(names: &FieldNames, kind: crate::print::frame::FieldKind) -> Arc<Field> {
    let (name, label, lang) = (names.name.to_string(), names.label.clone(), names.lang.clone());
    Arc::new(Field { name, label, lang, kind })
}
