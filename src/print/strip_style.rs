//! The measures of what is drawn at fixed places or to scale: rating scales, timelines, range strips, and the legend of marks.

use super::look::{LARGE_BOX, Look, Spacing, look, spacing};
use crate::base::unit::{Mm, Pt};

/// Rating scales. A program that reads pages relies on the places of the boxes: they are the same on every paper.
#[derive(Clone, Debug)]
pub struct RatingsStyle {
    /// The width that the points share equally.
    pub share: Pt,
    /// From the left edge of the column to the box behind the points.
    pub reach: Pt,
    /// The least width for the box behind the points and its words. In a narrower column, the points move together.
    pub least_last: Pt,
    /// The least distance from box to box: with less, a cross would touch the next box.
    pub least_pitch: Pt,
    /// The distance between the two lines.
    pub height: Pt,
    /// The width of the lines.
    pub rule: Pt,
    /// The length of a side of a box.
    pub side: Pt,
    /// The width of the line around a box.
    pub stroke: Pt,
    /// From the line before the box behind the points to that box.
    pub line_gap: Pt,
    /// From that line to the two lines across the column.
    pub line_inset: Pt,
    /// The space between a box and its number, or its words.
    pub box_gap: Pt,
    /// The space between a number and its words.
    pub number_gap: Pt,
    /// The least space between the words of a box and what is beside them.
    pub word_gap: Pt,
    /// The space between a box and words below it, and between these and the line.
    pub below_gap: Pt,
    /// The number of a point.
    pub number: Look,
    /// The words of a box.
    pub label: Look,
    /// What the points mean.
    pub anchor: Look,
    /// The same where all of it is below each other across the column.
    pub anchor_below: Look,
    /// What the box behind the points means.
    pub note: Look,
    /// The space between two columns of what the points mean.
    pub anchor_gap: Pt,
    /// The space above and between what the points mean.
    pub anchor_lead: Pt,
    /// The same where all of it is below each other across the column.
    pub anchor_gap_below: Pt,
    /// What the points mean is beside each other if it is no taller than this.
    pub most_beside: Pt,
    /// White space around all of it.
    pub spacing: Spacing,
    /// Whether the boxes are below each other, each with all its words.
    pub is_list: bool,
}

/// Timelines.
#[derive(Clone, Debug)]
pub struct TimelineStyle {
    /// The height of the bar.
    pub height: Pt,
    /// The width of the lines.
    pub rule: Pt,
    /// The length of the ticks below the bar.
    pub tick: Pt,
    /// The labels below the ticks.
    pub label: Look,
    /// The least space between two labels.
    pub label_gap: Pt,
    /// The numbers in the segments.
    pub number: Look,
    /// The least space between a number and the lines beside it.
    pub number_pad: Pt,
    /// White space between the labels and the table.
    pub below: Pt,
}

impl TimelineStyle {
    pub(super) fn new() -> Self {
        Self {
            height: Mm(7.0).into(),
            rule: Pt(0.75),
            tick: Mm(1.5).into(),
            label: look(9.0, 11.0, 0.0, 0.0),
            label_gap: Pt(4.0),
            number: Look { strong: true, ..look(11.0, 14.0, 0.0, 0.0) },
            number_pad: Pt(1.5),
            below: Pt(4.0),
        }
    }
}

/// Lines with a tick for each value, in cells of tables.
#[derive(Clone, Debug)]
pub struct RangeStyle {
    /// The width of the lines.
    pub rule: Pt,
    /// The length of the ticks.
    pub tick: Pt,
    /// The values in a heading.
    pub value: Look,
    /// The least distance from tick to tick.
    pub least_pitch: Pt,
    /// The least space between two values.
    pub value_gap: Pt,
    /// The diameter of the dot of a value that was given.
    pub dot: Pt,
    /// The width of the bar from the lowest to the highest of these values.
    pub bar: Pt,
}

impl RangeStyle {
    pub(super) fn new() -> Self {
        Self {
            rule: Pt(0.75),
            tick: Mm(2.0).into(),
            value: Look { strong: true, ..look(8.0, 10.0, 0.0, 0.0) },
            least_pitch: Mm(4.0).into(),
            value_gap: Pt(2.0),
            dot: Mm(1.9).into(),
            bar: Pt(2.4),
        }
    }
}

/// Bars in cells of tables, with a part for each count.
#[derive(Clone, Debug)]
pub struct BarsStyle {
    /// The height of a bar.
    pub height: Pt,
    /// The width of the lines around and between the parts.
    pub rule: Pt,
    /// The numbers in the parts.
    pub number: Look,
    /// The least space between a number and the lines beside it.
    pub number_pad: Pt,
    /// The least width of a bar.
    pub least_width: Pt,
    /// How dark the last part is: 0 is white, 1 is black. The first part is white, and numbers are black on all of them.
    pub darkest: f32,
}

impl BarsStyle {
    pub(super) fn new() -> Self {
        Self {
            height: Mm(3.4).into(),
            rule: Pt(0.6),
            number: look(7.5, 9.0, 0.0, 0.0),
            number_pad: Pt(1.5),
            least_width: Mm(30.0).into(),
            darkest: 0.5,
        }
    }

    /// The same in large print.
    pub(super) fn large(self) -> Self {
        Self { height: self.height * LARGE_BOX, number: self.number.large(), ..self }
    }
}

/// The legend of marks at the foot of a page.
#[derive(Clone, Debug)]
pub struct LegendStyle {
    /// The length of a side of a box.
    pub side: Pt,
    /// The width of the line around a box.
    pub stroke: Pt,
    /// The width of the lines in a box.
    pub line: Pt,
    /// How many lines hatch a box: so few that it is far from black, as the squares in the corners are.
    pub hatches: usize,
    /// The space between a box and what is right beside it.
    pub apart: Pt,
    /// As much more space where the text has a space.
    pub gap: Pt,
    /// The least width that is worth giving to the footer beside the legend.
    pub least_footer: Pt,
    /// Whether the legend has the line above the footer.
    pub is_above: bool,
}

impl LegendStyle {
    pub(super) fn new() -> Self {
        Self {
            side: Mm(3.2).into(),
            stroke: Pt(0.75),
            line: Pt(0.75),
            hatches: 5,
            apart: Pt(1.25),
            gap: Pt(3.0),
            least_footer: Pt(36.0),
            is_above: false,
        }
    }
}

impl RatingsStyle {
    pub(super) fn new() -> Self {
        Self {
            share: Mm(130.0).into(),
            reach: Mm(131.0).into(),
            least_last: Mm(25.0).into(),
            least_pitch: Mm(7.5).into(),
            height: Mm(9.0).into(),
            rule: Pt(0.75),
            side: Mm(5.0).into(),
            stroke: Pt(0.9),
            line_gap: Mm(1.25).into(),
            line_inset: Mm(1.5).into(),
            box_gap: Pt(4.0),
            number_gap: Pt(4.0),
            word_gap: Pt(2.5),
            below_gap: Pt(3.0),
            number: Look { strong: true, ..look(10.5, 14.0, 0.0, 0.0) },
            label: look(8.5, 11.0, 0.0, 0.0),
            anchor: look(9.0, 11.25, 0.0, 0.0),
            anchor_below: look(8.5, 10.5, 0.0, 0.0),
            note: look(8.0, 10.0, 0.0, 0.0),
            anchor_gap: Mm(4.0).into(),
            anchor_lead: Pt(4.5),
            anchor_gap_below: Pt(1.5),
            most_beside: Pt(100.0),
            spacing: spacing(6.0, 6.0),
            is_list: false,
        }
    }
}

impl LegendStyle {
    /// The same in large print.
    pub(super) fn large(self) -> Self {
        Self { side: self.side * LARGE_BOX, gap: self.gap * LARGE_BOX, is_above: true, ..self }
    }
}

impl RatingsStyle {
    /// The same in large print.
    pub(super) fn large(self) -> Self {
        Self {
            least_pitch: Mm(10.5).into(),
            side: Mm(7.0).into(),
            stroke: Pt(1.2),
            box_gap: self.box_gap * LARGE_BOX,
            number_gap: self.number_gap * LARGE_BOX,
            number: self.number.large(),
            label: self.label.large_at(Pt(18.0), Pt(24.0)),
            anchor: self.anchor.large(),
            anchor_below: self.anchor_below.large(),
            note: self.note.large(),
            anchor_lead: self.anchor_lead * LARGE_BOX,
            spacing: self.spacing.large(),
            is_list: true,
            ..self
        }
    }
}

impl RangeStyle {
    /// The same in large print.
    pub(super) fn large(self) -> Self {
        Self {
            tick: self.tick * LARGE_BOX,
            value: self.value.large(),
            least_pitch: self.least_pitch * LARGE_BOX,
            dot: self.dot * LARGE_BOX,
            bar: self.bar * LARGE_BOX,
            ..self
        }
    }
}

impl TimelineStyle {
    /// The same in large print.
    pub(super) fn large(self) -> Self {
        Self {
            height: self.height * LARGE_BOX,
            label: self.label.large(),
            number: self.number.large(),
            below: self.below * LARGE_BOX,
            ..self
        }
    }
}
