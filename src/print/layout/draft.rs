use std::ops::Range;

use super::piece::{PieceInfo, ShortText, Tick};
use crate::base::source::Span;
use crate::base::unit::Pt;
use crate::document::TextStyle;
use crate::print::look::Look;

/// A segment on its way.
#[derive(Default)]
pub(super) struct Draft {
    /// Whether a line ends on purpose before it.
    pub(super) begins_line: bool,
    /// Whether it is a line of preformatted text, which runs from left to right in every language.
    pub(super) is_code_line: bool,
    pub(super) tick: Option<Tick>,
    pub(super) text: String,
    /// The looks of the text, piece by piece.
    pub(super) runs: Vec<(Range<usize>, TextStyle)>,
    pub(super) pieces: Vec<PieceInfo>,
    /// Where each piece was written, if anywhere.
    pub(super) origins: Vec<Option<Origin>>,
    /// The pieces that are blanks or page numbers, with their places in the text and their widths.
    pub(super) blanks: Vec<(usize, usize, Pt)>,
}

/// Where the text of a piece was written.
pub(super) struct Origin {
    pub(super) span: Span,
    /// How many bytes of what was written there are before this piece.
    pub(super) at: usize,
}

impl Draft {
    pub(super) fn key(&self, look: Look) -> Option<ShortText> {
        const MAX_LENGTH: usize = 16;
        let is_short = self.text.len() <= MAX_LENGTH
            && self.blanks.is_empty()
            && self.runs.len() <= 1
            && self.has_one_language();
        is_short.then(|| ShortText {
            text: self.text.clone(),
            style: self.runs.first().map(|(_, style)| *style),
            size: look.size.0.to_bits(),
            leading: look.leading.0.to_bits(),
            is_strong: look.strong,
            is_slanted: look.slanted,
            kind: look.kind,
        })
    }

    /// Whether all of it is in the language of the document.
    pub(super) fn has_one_language(&self) -> bool {
        self.pieces.iter().all(|piece| piece.lang.is_none())
    }

    pub(super) fn push(
        &mut self,
        text: &str,
        style: TextStyle,
        info: PieceInfo,
        origin: Option<Origin>,
    ) {
        // The space between a box and its label is the style's, not a character's.
        let kept = if self.text.is_empty() { text.trim_start_matches(' ') } else { text };
        let trimmed = text.len() - kept.len();
        let origin = origin.map(|Origin { span, at }| Origin { span, at: at + trimmed });
        self.push_verbatim(kept, style, info, origin);
    }

    /// Adds a sign that is not printed.
    pub(super) fn push_sign(&mut self, sign: char) {
        let text = sign.to_string();
        self.push_verbatim(&text, TextStyle::default(), PieceInfo::default(), None);
    }

    pub(super) fn push_verbatim(
        &mut self,
        text: &str,
        style: TextStyle,
        info: PieceInfo,
        origin: Option<Origin>,
    ) {
        let start = self.text.len();
        self.text.push_str(text);
        self.runs.push((start..self.text.len(), style));
        self.pieces.push(info);
        self.origins.push(origin);
    }

    /// Where a character of the text was written, as its pieces stood in `runs`.
    pub(super) fn place(&self, runs: &[(Range<usize>, TextStyle)], at: usize) -> Option<Span> {
        let index = runs.partition_point(|(range, _)| range.end <= at);
        let (range, _) = runs.get(index)?;
        let Origin { span, at: before } = self.origins.get(index)?.as_ref()?;
        // What is written otherwise than it is read, such as `&amp;`, moves the place a little.
        let start = span.bytes.start + before + (at - range.start.min(at));
        let start = start.min(span.bytes.end.saturating_sub(1)).max(span.bytes.start);
        Some(Span::new(span.source, start..span.bytes.end.min(start + 1)))
    }

    /// Splits off what directly follows a blank and belongs to it, such as a full stop.
    pub(super) fn attached<'t>(&self, text: &'t str) -> (&'t str, &'t str) {
        if self.blanks.is_empty() {
            return ("", text);
        }
        text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()))
    }

    /// Reserves this width for a piece that is no text.
    pub(super) fn reserve(&mut self, info: PieceInfo, width: Pt) {
        let at = self.text.len();
        self.blanks.push((self.pieces.len(), at, width));
        self.runs.push((at..at, TextStyle::default()));
        self.pieces.push(info);
        self.origins.push(None);
    }
}
