use crate::base::source::{Span, Spanned};
use crate::base::unit::{Mm, Paper, Pt, Rgb};

/// What a brand file says about printed pages.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Brand {
    /// The color of headings, of the bar on first pages, and of the rule beside what is read aloud. Its contrast with white is at
    /// least [`LEAST_CONTRAST`](super::LEAST_CONTRAST).
    pub accent: Option<Rgb>,
    /// The logo.
    pub logo: Option<BrandLogo>,
    /// The font of running text.
    pub base: Option<BrandFont>,
    /// The font of headings.
    pub headings: Option<BrandFont>,
    /// The paper, and measures of the pages.
    pub page: PageSettings,
}

/// A logo.
#[derive(Clone, Debug, PartialEq)]
pub struct BrandLogo {
    /// The image file, relative to the brand file.
    pub path: Spanned<String>,
    /// What screen readers say in its place.
    pub alt: String,
}

/// A font.
#[derive(Clone, Debug, PartialEq)]
pub enum BrandFont {
    /// Font files, relative to the brand file; at least one.
    Files(Vec<Spanned<String>>),
    /// A family that is installed on this machine.
    Installed(Spanned<String>),
}

/// The paper, and measures of the pages. What is absent is as the pages are designed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PageSettings {
    /// The paper.
    pub paper: Option<Paper>,
    /// From the left and the right edge of the paper to the text.
    pub side: Option<Mm>,
    /// From the top edge of the paper to the text.
    pub top: Option<Mm>,
    /// From the bottom edge of the paper to the text.
    pub bottom: Option<Mm>,
    /// The size of running text.
    pub text_size: Option<Pt>,
    /// The distance between two lines to write on.
    pub note_spacing: Option<Mm>,
}

impl BrandFont {
    /// Where the brand file names it.
    #[must_use]
    pub fn span(&self) -> Option<&Span> {
        match self {
            Self::Files(files) => files.first().map(|file| &file.span),
            Self::Installed(family) => Some(&family.span),
        }
    }
}
