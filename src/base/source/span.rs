use std::ops::Range;

/// A text's place in `Sources`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub(super) usize);

/// A place in one of the texts, as a range of bytes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Span {
    /// The text.
    pub source: SourceId,
    /// The bytes, which lie on character boundaries.
    pub bytes: Range<usize>,
}

/// A value with the place where it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it is.
    pub span: Span,
}

impl Span {
    /// The place that covers `bytes` of `source`.
    #[must_use]
    pub fn new(source: SourceId, bytes: Range<usize>) -> Self {
        Self { source, bytes }
    }
}
