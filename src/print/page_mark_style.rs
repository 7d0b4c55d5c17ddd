use crate::base::page_marks;
use crate::base::unit::{Mm, Pt};

/// The marks by which a page is read back from paper: a square in each corner, and a code that identifies the page, with the same in
/// words beside it.
///
/// A page that is scanned askew by up to 3.9° keeps its squares, and no standard punch reaches them. A program that reads pages relies
/// on these measures: paper that is printed already does not change.
#[derive(Clone, Debug)]
pub struct PageMarkStyle {
    /// From the edges of the paper to the squares.
    pub inset: Pt,
    /// The length of a side of a square.
    pub square: Pt,
    /// From the top edge of the paper to the code.
    pub code_top: Pt,
    /// From the code to the right edge of the paper. The code's place tells a page that is upside down.
    pub code_right: Pt,
    /// The length of a side of the code.
    pub code: Pt,
    /// The length of a side of a module, the smallest part of the code.
    pub module: Pt,
    /// The white space between the code and its words, and between them and the running header.
    pub clear: Pt,
    /// The font size of the words.
    pub text_size: Pt,
    /// From baseline to baseline of the words.
    pub text_leading: Pt,
    /// The most width that a line of the words may take.
    pub text_width: Pt,
}

impl PageMarkStyle {
    pub(super) fn new() -> Self {
        Self {
            inset: page_marks::INSET.into(),
            square: page_marks::SQUARE.into(),
            code_top: page_marks::CODE_TOP.into(),
            code_right: page_marks::CODE_RIGHT.into(),
            code: page_marks::CODE.into(),
            module: page_marks::MODULE.into(),
            clear: Mm(2.5).into(),
            text_size: Pt(8.0),
            text_leading: Pt(10.5),
            text_width: Mm(36.0).into(),
        }
    }
}
