use std::ops::Range;

use crate::base::diagnostic::Diagnostic;
use crate::base::source::{SourceId, Span};

/// Deeper nesting than any bank needs, and less than the stack of a thread bears.
pub(super) const MAX_DEPTH: usize = 24;
/// More values than the largest bank that one person could read in a lifetime, and than a roster of a hundred thousand rows with
/// ten columns.
pub(super) const MAX_NODES: usize = 2_200_000;
/// The most text, in bytes, that aliases may repeat: as much as the largest file that is read.
pub(super) const MAX_REPEATED_BYTES: usize = 64 * 1024 * 1024;

/// The text that is read, and where it is among all texts.
#[derive(Clone, Copy)]
pub(super) struct Place<'t> {
    pub(super) text: &'t str,
    pub(super) id: SourceId,
    pub(super) from: usize,
}

impl Place<'_> {
    /// The place of some bytes of the text that is read.
    pub(super) fn span(&self, bytes: &Range<usize>) -> Span {
        let start = self.text.floor_char_boundary(bytes.start);
        let end = self.text.floor_char_boundary(bytes.end).max(start);
        Span::new(self.id, self.from + start..self.from + end)
    }

    /// A fault at some bytes of the text.
    pub(super) fn fault(&self, message: impl Into<String>, bytes: &Range<usize>) -> Diagnostic {
        Diagnostic::error("yaml", message).at(self.span(bytes))
    }
}
