use super::look::{LARGE, LARGE_BOX};
use crate::base::unit::{Mm, Pt};

/// The layout of tables.
#[derive(Clone, Debug)]
pub struct TableStyle {
    /// White space beside the text of a cell.
    pub pad_x: Pt,
    /// White space above and below the text of a cell, as a share of its leading.
    pub pad_y: f32,
    /// The width of the line below the heading row.
    pub head_rule: Pt,
    /// The width of the lines below the other rows.
    pub row_rule: Pt,
    /// The width of the lines between columns.
    pub column_rule: Pt,
    /// The least width of the text in a cell: room for about one letter.
    pub least_width: Pt,
    /// The least height of a row with a cell to fill in: a field, and the space around it.
    pub least_field: Pt,
    /// The least height of a row with a field in text.
    pub least_field_in_text: Pt,
    /// The least space above the first line of a row with a field in text: the field is taller than the line.
    pub field_lead: Pt,
    /// The space between a field and the line below its row.
    pub field_gap: Pt,
    /// The least width of a cell to fill in: room for a number written by hand.
    pub least_blank: Pt,
    /// The least width of a blank among words, where words would break otherwise.
    pub least_blank_in_text: Pt,
    /// Whether a table in which words would break otherwise is in fine print.
    pub shrinks: bool,
    /// A row that is taller than this share of the page may break between its lines.
    pub unbroken_share: f32,
    /// A table with no more rows than this, besides its heading, stays on one page, unless it is taller than that share.
    pub unbroken_rows: usize,
    /// The first row, and the last, stay with the one beside them if they are no taller than this share of the page.
    pub held_share: f32,
    /// So many lines of a row that breaks stay together at its beginning and at its end.
    pub held_lines: usize,
    /// How much wider and taller columns and rows are than the document says.
    pub given_share: f32,
}

impl TableStyle {
    pub(super) fn new() -> Self {
        Self {
            pad_x: Pt(5.0),
            pad_y: 0.17,
            head_rule: Pt(1.0),
            row_rule: Pt(0.6),
            column_rule: Pt(0.75),
            least_width: Pt(4.0),
            least_field: Pt(15.4),
            least_field_in_text: Pt(18.8),
            field_lead: Pt(3.4),
            field_gap: Pt(0.7),
            least_blank: Mm(4.5).into(),
            least_blank_in_text: Mm(20.0).into(),
            shrinks: false,
            unbroken_share: 0.5,
            unbroken_rows: 4,
            held_share: 0.15,
            held_lines: 3,
            given_share: 1.0,
        }
    }
}

impl TableStyle {
    /// The same in large print.
    pub(super) fn large(self) -> Self {
        Self {
            least_width: self.least_width * LARGE,
            least_field: self.least_field * LARGE,
            least_field_in_text: self.least_field_in_text * LARGE,
            field_lead: self.field_lead * LARGE,
            least_blank: self.least_blank * LARGE_BOX,
            least_blank_in_text: self.least_blank_in_text * LARGE_BOX,
            shrinks: true,
            given_share: LARGE_BOX,
            ..self
        }
    }
}
