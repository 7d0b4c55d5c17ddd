use super::fault::PageVisitor;
use super::jpeg::jpeg;
use super::png::png;
use super::tiff;

/// What kind of picture a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureKind {
    /// Portable Network Graphics.
    Png,
    /// JPEG.
    Jpeg,
    /// TIFF, of one page or several.
    Tiff,
}

impl PictureKind {
    /// The kind of picture that these bytes begin as. `None` if they begin as none that is read.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let begins = |mark: &[u8]| bytes.starts_with(mark);
        if begins(b"\x89PNG\r\n\x1a\n") {
            Some(Self::Png)
        } else if begins(b"\xFF\xD8\xFF") {
            Some(Self::Jpeg)
        } else if [b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"].iter().any(|mark| begins(*mark)) {
            Some(Self::Tiff)
        } else {
            None
        }
    }

    /// Hands over the pages of a picture in their order, each as what decodes it: a page that need not be decoded takes no time.
    pub fn pages(self, bytes: &[u8], page: PageVisitor<'_>) {
        match self {
            Self::Png => page(&mut || png(bytes)),
            Self::Jpeg => page(&mut || jpeg(bytes)),
            Self::Tiff => tiff::pages(bytes, page),
        }
    }
}
