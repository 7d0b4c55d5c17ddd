/// A form field's place in `Pages::fields`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldId(pub usize);

/// A form field. Boxes, and the lines of single blanks, are drawn on the page beneath its widgets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// For scripts: unique in the file.
    pub name: String,
    /// For people, and for screen readers: what is to be filled in.
    pub label: String,
    /// What can be filled in, and what is filled in already.
    pub kind: FieldKind,
}

/// What can be filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// One box to tick.
    Check {
        /// Whether it is ticked already.
        checked: bool,
    },
    /// Several boxes, of which one is checked.
    Choice {
        /// The value of the one that is ticked already.
        chosen: Option<String>,
    },
    /// One line of text.
    Line,
    /// Lines of text on ruled lines.
    Notes {
        /// What is written already.
        text: String,
    },
}
