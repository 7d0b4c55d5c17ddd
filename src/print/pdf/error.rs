use std::fmt;

/// Why pages cannot be written as a PDF: a fault in this program or in a font file. No document causes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PdfError {
    /// An item refers to something that the pages do not have, or has no position.
    InvalidPages(String),
    /// A font file cannot be embedded.
    Font {
        /// The name of the font.
        name: String,
        /// What is wrong with it.
        reason: String,
    },
    /// The objects do not make a file.
    Assembly(String),
}

impl fmt::Display for PdfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InvalidPages(what) => write!(f, "internal error: invalid page data: {what}"),
            Self::Font { name, reason } => write!(f, "cannot embed the font {name}: {reason}"),
            Self::Assembly(reason) => write!(f, "internal error: cannot write the PDF: {reason}"),
        }
    }
}

impl std::error::Error for PdfError {}
