use super::font_family::FaceKind;
use crate::base::unit::{Mm, Pt};
use crate::document::{Emphasis, TextStyle};

/// How a kind of text looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// The font size.
    pub size: Pt,
    /// From baseline to baseline.
    pub leading: Pt,
    /// Whether all of it is semibold.
    pub strong: bool,
    /// Whether emphasis is italic.
    pub slanted: bool,
    /// Which font and ink it has.
    pub kind: TextKind,
    /// White space above and below.
    pub spacing: Spacing,
    /// The boxes to tick in it, or before it.
    pub checkbox: CheckboxLook,
}

/// What text is set in: its kind, whether it is code, and the face of it.
#[derive(Clone, Copy)]
pub(in crate::print) struct Typeface {
    pub(in crate::print) kind: TextKind,
    pub(in crate::print) is_code: bool,
    pub(in crate::print) face: FaceKind,
}

impl Look {
    /// What words are set in.
    pub(super) fn typeface(&self, style: TextStyle) -> Typeface {
        let is_strong = self.strong || matches!(style.emphasis, Emphasis::Strong | Emphasis::Both);
        let is_italic =
            self.slanted && matches!(style.emphasis, Emphasis::Emphasis | Emphasis::Both);
        let face = FaceKind { is_strong, is_italic };
        Typeface { kind: self.kind, is_code: style.code, face }
    }

    /// How large words are. Code is this much smaller than the text around it.
    pub(super) fn size_of(&self, style: TextStyle, code_share: f32) -> Pt {
        if style.code { self.size * code_share } else { self.size }
    }
}

/// A kind of text that has a font and an ink of its own in a brand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TextKind {
    /// Running text, tables and everything else.
    Body,
    /// Headings.
    Heading,
}

/// How boxes to tick look, and how far apart they are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CheckboxLook {
    /// The length of a side.
    pub side: Pt,
    /// The width of the line around the box.
    pub stroke: Pt,
    /// The least distance from the top of a box to that of the box below it.
    pub pitch: Pt,
    /// From the left edge of a box to the item of a list that is beside it.
    pub indent: Pt,
}

impl CheckboxLook {
    /// A box that is read from paper. A felt pen is read with certainty only in boxes of this size, this far apart.
    pub(super) fn read() -> Self {
        Self::new(5.0, 0.9, 7.5, 8.0)
    }

    /// A box for the eyes of the person who ticks it.
    pub(super) fn seen() -> Self {
        Self::new(4.0, 0.9, 4.0, 7.0)
    }

    /// A box for the eyes of the person who ticks it, in fine print.
    pub(super) fn small() -> Self {
        Self::new(3.2, 0.75, 3.2, 5.2)
    }

    /// Any box in large print.
    fn large() -> Self {
        Self::new(7.0, 1.2, 10.5, 10.5)
    }

    /// How far a line of this height moves down so that a box that is in its middle does not reach above it.
    pub(super) fn lead(&self, line: Pt) -> Pt {
        ((self.side - line) / 2.0).max(Pt::ZERO)
    }

    /// Lengths in millimeters, but for the width of the line.
    fn new(side: f32, stroke: f32, pitch: f32, indent: f32) -> Self {
        let [side, pitch, indent] = [side, pitch, indent].map(|length| Mm(length).into());
        Self { side, stroke: Pt(stroke), pitch, indent }
    }
}

/// How much larger text is in large print: running text of 18 points in place of 10.5.
pub(super) const LARGE: f32 = 12.0 / 7.0;
/// How much larger boxes, and what depends on them, are in large print.
pub(super) const LARGE_BOX: f32 = 7.0 / 5.0;
/// The smallest text in large print.
const LARGE_LEAST: Pt = Pt(14.0);

impl Look {
    /// The same for a heading, all of which is semibold.
    pub(super) fn into_heading(self) -> Self {
        Self { strong: true, kind: TextKind::Heading, ..self }
    }

    /// The same in large print.
    pub(super) fn large(self) -> Self {
        let size = (self.size * LARGE).max(LARGE_LEAST);
        self.large_at(size, size * (self.leading / self.size))
    }

    /// The same with larger or smaller text.
    pub(super) fn scaled(self, share: f32) -> Self {
        Self { size: self.size * share, leading: self.leading * share, ..self }
    }

    /// The same in large print, in a size of its own: headings need not grow as much as text.
    pub(super) fn large_at(self, size: Pt, leading: Pt) -> Self {
        let (spacing, checkbox) = (self.spacing.large(), CheckboxLook::large());
        Self { size, leading, spacing, checkbox, ..self }
    }
}

impl Spacing {
    /// The same in large print.
    pub(super) fn large(self) -> Self {
        Self { above: self.above * LARGE_BOX, below: self.below * LARGE_BOX }
    }
}

/// White space around a block. Between two blocks there is the larger of what both ask for.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spacing {
    /// White space above.
    pub above: Pt,
    /// White space below.
    pub below: Pt,
}

pub(super) fn look(size: f32, leading: f32, above: f32, below: f32) -> Look {
    let (size, leading, spacing) = (Pt(size), Pt(leading), spacing(above, below));
    let (kind, checkbox) = (TextKind::Body, CheckboxLook::read());
    Look { size, leading, strong: false, slanted: true, kind, spacing, checkbox }
}

/// A heading, all of which is semibold.
pub(super) fn heading(size: f32, leading: f32, above: f32, below: f32) -> Look {
    look(size, leading, above, below).into_heading()
}

pub(super) fn spacing(above: f32, below: f32) -> Spacing {
    Spacing { above: Pt(above), below: Pt(below) }
}
