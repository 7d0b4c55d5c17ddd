use crate::base::unit::Paper;
use crate::document::FieldName;
use crate::scan::Area;

/// A page of a document as it was built.
#[derive(Clone, Debug, PartialEq)]
pub struct PrintedPage {
    /// The paper that it is for.
    pub paper: Paper,
    /// Where its fields are, in their order.
    pub places: Vec<PrintedPlace>,
}

/// Where a field, or a box of it, is on a page.
#[derive(Clone, Debug, PartialEq)]
pub struct PrintedPlace {
    /// The field.
    pub field: FieldName,
    /// The value of the box. `None` if it is no box.
    pub value: Option<String>,
    /// What it is about, in the words of the document.
    pub about: Option<String>,
    /// The area of the field or of the box, to the middle of the line of its frame.
    pub area: Area,
}
