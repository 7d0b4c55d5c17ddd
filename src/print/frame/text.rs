use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use crate::base::unit::Pt;

/// A font's place in `Pages::faces`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FaceId(pub usize);

/// One face of a font file.
#[derive(Clone)]
pub struct Face {
    /// Its PostScript name, or something like it.
    pub name: String,
    /// The whole font file.
    pub data: Arc<dyn AsRef<[u8]> + Send + Sync>,
    /// Which face of the file it is, if the file is a collection.
    pub index: u32,
}

impl fmt::Debug for Face {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Face").field("name", &self.name).finish_non_exhaustive()
    }
}

impl Face {
    /// Whether both are the same face of the same file in memory.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        let (data, other_data) = ((*self.data).as_ref(), (*other.data).as_ref());
        std::ptr::eq(data, other_data) && self.index == other.index
    }
}

/// Glyphs with the text that they show. All places that show the same text can share them.
#[derive(Clone, Debug, PartialEq)]
pub struct GlyphRun {
    /// The text, in logical order.
    pub text: String,
    /// The glyphs from left to right.
    pub glyphs: Vec<Glyph>,
}

/// A glyph.
#[derive(Clone, Debug, PartialEq)]
pub struct Glyph {
    /// Its number in the font file.
    pub id: u16,
    /// How far it moves the pen.
    pub advance: Pt,
    /// How far it stands above the baseline: 0, but for some marks on letters.
    pub raised: Pt,
    /// Which bytes of the text it shows; empty if an earlier glyph shows them too.
    pub text_range: TextRange,
}

/// Some bytes of a text. It takes half of the memory of a range: a large document has millions of glyphs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TextRange {
    start: u32,
    end: u32,
}

impl From<Range<usize>> for TextRange {
    /// # Panics
    ///
    /// If the text is longer than 4 GiB: no document may be.
    #[expect(clippy::expect_used, reason = "a document has at most some megabytes")]
    fn from(range: Range<usize>) -> Self {
        let place = |at: usize| u32::try_from(at).expect("a text is shorter than 4 GiB");
        Self { start: place(range.start), end: place(range.end) }
    }
}

impl TextRange {
    /// The bytes.
    #[must_use]
    pub fn bytes(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether it is none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }
}

impl GlyphRun {
    /// How far it moves the pen.
    #[must_use]
    pub fn advance(&self) -> Pt {
        self.glyphs.iter().map(|glyph| glyph.advance).sum()
    }
}
