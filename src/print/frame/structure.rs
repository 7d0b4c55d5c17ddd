use crate::base::unit::Language;

/// An element's place in `Pages::elements`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ElementId(pub u32);

impl ElementId {
    /// The element at this place.
    ///
    /// # Panics
    ///
    /// If there are more than four billion elements, which no memory holds.
    #[must_use]
    #[expect(clippy::expect_used, reason = "so many elements would take a hundred gigabytes")]
    pub fn at(index: usize) -> Self {
        Self(u32::try_from(index).expect("there are fewer than four billion elements"))
    }

    /// Its place in `Pages::elements`.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A node of the structure that a screen reader walks (ISO 32000-1, 14.7).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// What it is.
    pub role: Role,
    /// The element around it; only the document has none. A parent is listed before its children.
    pub parent: Option<ElementId>,
    /// Its language, if it is not that of what is around it. Few elements have one, and a large file has millions of elements.
    pub lang: Option<Box<Language>>,
}

/// What an element is: the standard structure types that a guide needs (ISO 32000-1, 14.8.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The whole.
    Document,
    /// One of several documents in one.
    Part,
    /// A heading, 1 to 6.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A list.
    List {
        /// Whether its labels count.
        numbered: bool,
    },
    /// An item of a list.
    ListItem,
    /// What is before an item: a bullet, a number or a box.
    Label,
    /// The rest of an item.
    ListBody,
    /// A table.
    Table,
    /// A row.
    Row,
    /// A cell that heads a row or a column.
    Header(HeaderScope),
    /// Any other cell.
    Cell,
    /// What is around a widget.
    Form,
    /// What is around a link.
    Link,
    /// Blocks that belong together without being a part of their own.
    Division,
    /// Quoted blocks.
    Quote,
    /// Preformatted text.
    Code,
    /// Words of a paragraph that are in another language.
    Span,
    /// The logo, or a picture.
    Figure,
}

/// For which cells a heading cell speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeaderScope {
    /// Those below it.
    Column,
    /// Those beside it.
    Row,
}

/// Why something carries no meaning (ISO 32000-1, 14.8.2.2.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Artifact {
    /// It is in the header of a page.
    Header,
    /// It is in the footer of a page.
    Footer,
    /// It is there because text continues from the page before.
    Pagination,
    /// It is a line or a box.
    Layout,
    /// It identifies the document for a program that reads a page from paper, and is the same on all pages but the first.
    DocumentMark,
    /// It identifies the page for such a program.
    PageMark,
}

impl Artifact {
    /// Whether each packet of a roster has this by itself, so that it is kept apart from the rest of a page: a header, or marks.
    #[must_use]
    pub fn is_apart(self) -> bool {
        matches!(self, Self::Header | Self::DocumentMark | Self::PageMark)
    }
}
