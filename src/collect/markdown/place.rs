use super::super::value::Place;
use crate::base::source::{Sources, Span};

/// The line on which a span begins.
pub(super) fn place(sources: &Sources, span: &Span) -> Option<Place> {
    line(sources.locate(span).line)
}

/// A line, from 1, as a place.
pub(super) fn line(line: usize) -> Option<Place> {
    Some(Place { page: None, line: Some(u32::try_from(line).ok()?) })
}
