use std::fmt;

/// Why pages cannot be written as a PDF. No document leads here; a fault in this program, or in a font file, does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PdfError {
    /// Something on a page refers to what the pages do not have, or stands at no place at all.
    Unsound(String),
    /// A font file cannot be embedded.
    Font {
        /// The font's name.
        name: String,
        /// What is wrong with it.
        reason: String,
    },
    /// The finished file could not be put together.
    Assembly(String),
}

impl fmt::Display for PdfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unsound(what) => write!(f, "the typeset pages are unsound: {what}"),
            Self::Font { name, reason } => write!(f, "cannot embed the font {name}: {reason}"),
            Self::Assembly(reason) => write!(f, "cannot assemble the PDF: {reason}"),
        }
    }
}

impl std::error::Error for PdfError {}
