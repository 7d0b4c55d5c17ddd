//! The measures of what people fill in, and of what is around it.

use super::look::{LARGE, LARGE_BOX, Look, Spacing, look, spacing};
use crate::base::unit::{Mm, Paper, Pt};
use crate::print::frame::Ink;

/// Boxes to tick.
#[derive(Clone, Debug)]
pub struct TickStyle {
    /// The space between a box and its label.
    pub label_gap: Pt,
    /// The space between a label and the next box.
    pub option_gap: Pt,
    /// The least width that a box leaves for its label.
    pub least_label: Pt,
    /// How much wider text with boxes is taken to be than it is, so that the sum of rounded widths is never too small.
    pub tolerance: Pt,
}

/// Blanks to fill in.
#[derive(Clone, Debug)]
pub struct BlankStyle {
    /// How wide the blank is for each underscore, as a share of the font size: as wide as the underscore of the built-in font.
    pub underscore_share: f32,
    /// The height of the box that reserves the blank's width in its line.
    pub strut: f32,
    /// How far below the baseline the line is.
    pub rule_drop: Pt,
    /// The height of the field, which ends at the line. Viewers center what is typed, at 10 to 14 pt, so that the line does not
    /// strike it through.
    pub field_height: Pt,
}

/// Spaces for notes.
#[derive(Clone, Debug)]
pub struct NotesStyle {
    /// The distance between two lines to write on.
    pub ruling: Pt,
    /// White space around them.
    pub spacing: Spacing,
    /// The width of these lines.
    pub rule: Pt,
    /// What these lines are painted in: dark enough for a photocopier, lighter than what is written over them. Copiers lose lines that are
    /// lighter than 0.3.
    pub rule_ink: Ink,
    /// How much lower the first strip is below a label: there is room to write beside and below the words of the label.
    pub label_cut: Pt,
    /// How far the field reaches below its last line: viewers clip a field's appearance at its edges.
    pub below_rule: Pt,
    /// How much of a page's height the notes leave free: room for a heading and what belongs to it.
    pub reserve: Pt,
    /// From the left and right edges of the field to text that is filled in, as viewers show what is typed.
    pub inset: Pt,
    /// The font size of text that is filled in on ruled lines, or typed there.
    pub size: Pt,
    /// How far that text moves down from the middle of its strip, so that it is on the line.
    pub shift: Pt,
    /// The font sizes to try, in this order, for text that needs more lines than a page has.
    pub small_sizes: [Pt; 4],
    /// The leading of such text, by its font size.
    pub small_leading: f32,
}

/// Forms under their headings.
#[derive(Clone, Debug)]
pub struct FormStyle {
    /// The width of the line above a form.
    pub rule: Pt,
    /// White space between what is above a form and the line.
    pub before_rule: Pt,
    /// White space between the line and the form's heading.
    pub after_rule: Pt,
    /// A form that no page can hold begins on a page only if no more than this share of it is used.
    pub begin_share: f32,
    /// A form that does not fit below what is on its page begins there if no more than this share of it is used: by a title.
    pub title_share: f32,
    /// The height that is kept on the next page for the title of a form that continues there.
    pub continued_height: Pt,
}

/// Tables of one row, each cell on a line with its label.
#[derive(Clone, Debug)]
pub struct ParticularsStyle {
    /// The space between two cells.
    pub gap: Pt,
    /// White space between what is filled in and its line, and between the line and a label below it.
    pub pad: Pt,
    /// The width of the lines.
    pub rule: Pt,
    /// What is to be filled in.
    pub label: Look,
    /// What is filled in.
    pub value: Look,
    /// White space around all of it.
    pub spacing: Spacing,
    /// The least width of a cell. Cells that would be narrower are below each other.
    pub least_width: Pt,
    /// White space between cells below each other.
    pub line_gap: Pt,
}

/// Boxes that are spread over the column.
#[derive(Clone, Debug)]
pub struct OptionsStyle {
    /// The words beside the boxes.
    pub look: Look,
    /// The least distance between the two lines.
    pub height: Pt,
    /// The width of the lines.
    pub rule: Pt,
    /// The least space between the words of a box and the next box.
    pub gap: Pt,
    /// Whether boxes that are too many for a line go on below it. Otherwise their words do.
    pub wraps: bool,
}

/// Columns side by side.
#[derive(Clone, Debug)]
pub struct ColumnsStyle {
    /// The space between two columns.
    pub gap: Pt,
    /// White space above and below.
    pub spacing: Spacing,
    /// The least width of a column. Columns that would be narrower are below each other.
    pub least_width: Pt,
}

impl TickStyle {
    pub(super) fn new() -> Self {
        Self { label_gap: Pt(4.0), option_gap: Pt(15.0), least_label: Pt(1.0), tolerance: Pt(0.5) }
    }
}

impl BlankStyle {
    pub(super) fn new() -> Self {
        Self { underscore_share: 0.5, strut: 1.0, rule_drop: Pt(2.2), field_height: Pt(14.0) }
    }
}

impl NotesStyle {
    pub(super) fn new() -> Self {
        Self {
            ruling: Mm(8.0).into(),
            spacing: spacing(0.0, 9.0),
            rule: Pt(0.6),
            rule_ink: Ink::Gray(0.2),
            label_cut: Mm(3.0).into(),
            below_rule: Pt(1.0),
            reserve: Pt(140.0),
            inset: Pt(2.0),
            size: Pt(11.0),
            shift: Pt(3.4),
            small_sizes: [Pt(11.0), Pt(9.0), Pt(7.5), Pt(6.0)],
            small_leading: 1.25,
        }
    }
}

impl FormStyle {
    /// On the shorter paper, forms are closer together rather than smaller.
    pub(super) fn new(paper: Paper) -> Self {
        let gap = match paper {
            Paper::A4 => Mm(3.5).into(),
            Paper::Letter => Mm(2.4).into(),
        };
        Self {
            rule: Pt(1.5),
            before_rule: gap,
            after_rule: gap,
            begin_share: 0.35,
            title_share: 0.2,
            continued_height: Pt(20.0),
        }
    }
}

impl ParticularsStyle {
    pub(super) fn new() -> Self {
        Self {
            gap: Mm(6.0).into(),
            pad: Pt(2.5),
            rule: Pt(0.75),
            label: look(8.5, 11.0, 0.0, 0.0),
            value: look(11.5, 16.0, 0.0, 0.0),
            spacing: spacing(4.0, 8.0),
            least_width: Pt::ZERO,
            line_gap: Pt(6.0),
        }
    }
}

impl OptionsStyle {
    pub(super) fn new() -> Self {
        Self {
            look: look(10.5, 14.0, 6.0, 8.0),
            height: Mm(10.0).into(),
            rule: Pt(0.75),
            gap: Pt(6.0),
            wraps: false,
        }
    }
}

impl ColumnsStyle {
    pub(super) fn new() -> Self {
        Self { gap: Mm(9.0).into(), spacing: spacing(6.0, 6.0), least_width: Pt::ZERO }
    }
}

// The same in large print.

impl TickStyle {
    pub(super) fn large(self) -> Self {
        let (label_gap, option_gap) = (self.label_gap * LARGE, self.option_gap * LARGE_BOX);
        Self { label_gap, option_gap, ..self }
    }
}

impl BlankStyle {
    pub(super) fn large(self) -> Self {
        let (rule_drop, field_height) = (self.rule_drop * LARGE, self.field_height * LARGE);
        Self { rule_drop, field_height, ..self }
    }
}

impl NotesStyle {
    pub(super) fn large(self) -> Self {
        Self {
            ruling: Mm(11.0).into(),
            spacing: self.spacing.large(),
            label_cut: self.label_cut * LARGE_BOX,
            inset: self.inset * LARGE_BOX,
            size: Pt(16.0),
            shift: Pt(4.6),
            // Long text is printed smaller rather than cut.
            small_sizes: [Pt(16.0), Pt(12.0), Pt(9.0), Pt(6.0)],
            ..self
        }
    }
}

impl FormStyle {
    pub(super) fn large(self) -> Self {
        Self { continued_height: self.continued_height * LARGE, ..self }
    }
}

impl ParticularsStyle {
    pub(super) fn large(self) -> Self {
        Self {
            pad: self.pad * LARGE_BOX,
            label: self.label.large(),
            value: self.value.large_at(Pt(18.0), Pt(25.0)),
            spacing: self.spacing.large(),
            least_width: Mm(50.0).into(),
            line_gap: self.line_gap * LARGE_BOX,
            ..self
        }
    }
}

impl OptionsStyle {
    pub(super) fn large(self) -> Self {
        Self {
            look: self.look.large(),
            height: self.height * LARGE_BOX,
            gap: self.gap * LARGE_BOX,
            wraps: true,
            ..self
        }
    }
}

impl ColumnsStyle {
    pub(super) fn large(self) -> Self {
        Self { spacing: self.spacing.large(), least_width: Mm(75.0).into(), ..self }
    }
}
