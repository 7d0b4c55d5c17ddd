use crate::base::unit::{Mm, Pt};

/// The bar across the top of the first page of a document whose title is in the text area.
#[derive(Clone, Debug)]
pub struct BarStyle {
    /// From the top edge of the paper to the bar.
    pub top: Pt,
    /// The height of the bar.
    pub height: Pt,
    /// The white space between the bar and the marks of the page.
    pub clear: Pt,
}

impl BarStyle {
    pub(super) fn new() -> Self {
        Self { top: Mm(10.0).into(), height: Mm(2.0).into(), clear: Mm(4.0).into() }
    }
}
