use std::ops::Range;

use usvg::roxmltree::Node;

/// Why a file cannot be drawn: where, what, and what to do.
pub(super) struct SvgFault {
    pub(super) range: Range<usize>,
    pub(super) message: String,
    pub(super) help: &'static str,
}

/// What to do about a drawing that has too much of something.
pub(super) const SIMPLIFY: &str = "simplify the drawing, or use a PNG image";

/// A fault at a place.
pub(super) fn fault<T>(
    range: Range<usize>,
    message: impl Into<String>,
    help: &'static str,
) -> Result<T, SvgFault> {
    Err(SvgFault { range, message: message.into(), help })
}

/// Where an element begins.
pub(super) fn head(node: Node<'_, '_>) -> Range<usize> {
    let range = node.range();
    let tag = node.document().input_text().get(range.clone()).and_then(|text| text.find('>'));
    range.start..tag.map_or(range.end, |end| range.start + end + 1)
}
