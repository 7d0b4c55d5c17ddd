use parley::layout::{Alignment as Align, AlignmentOptions, Layout};

use super::piece::Piece;
use super::simple_text::SimpleText;
use crate::base::unit::Pt;
use crate::document::Alignment;

/// Text of one segment, with the places that are reserved in it, not yet broken into lines.
pub(super) enum TextLayout {
    /// Set glyph by glyph.
    Simple(SimpleText),
    /// Set by the shaper, which knows all scripts.
    Shaped(Box<Layout<Piece>>),
}

impl TextLayout {
    /// The narrowest that it can be without breaking a word, and how wide it is on one line.
    pub(super) fn content_widths(&self) -> (Pt, Pt) {
        match self {
            Self::Simple(text) => {
                let (least, most) = text.content_widths();
                (Pt(least), Pt(most))
            }
            Self::Shaped(layout) => {
                let widths = layout.calculate_content_widths();
                (Pt(widths.min), Pt(widths.max))
            }
        }
    }

    /// How many places are reserved in it.
    pub(super) fn box_count(&self) -> usize {
        match self {
            Self::Simple(text) => text.boxes.len(),
            Self::Shaped(layout) => layout.inline_boxes().len(),
        }
    }

    /// Changes the widths of reserved places.
    pub(super) fn change_boxes(&mut self, change: impl Fn(Pt) -> Pt) {
        match self {
            Self::Simple(text) => {
                for place in &mut text.boxes {
                    place.width = change(Pt(place.width)).0;
                }
            }
            Self::Shaped(layout) => {
                for place in layout.inline_boxes_mut() {
                    place.width = change(Pt(place.width)).0;
                }
            }
        }
    }

    /// Breaks text that the shaper set into lines: the first of this width, and the others of that. Without an alignment, they begin at the
    /// left. Simple text is broken when it is drawn.
    pub(super) fn break_shaped(&mut self, (first, width): (Pt, Pt), alignment: Option<Alignment>) {
        let Self::Shaped(layout) = self else { return };
        let mut breaker = layout.break_lines();
        if first < width {
            let state = breaker.state_mut();
            state.set_layout_max_advance(width.0);
            state.set_line_max_advance(first.0);
            breaker.break_next();
        }
        breaker.break_remaining(width.0);
        let align = match alignment {
            Some(Alignment::Start) => Align::Start,
            Some(Alignment::Center) => Align::Center,
            Some(Alignment::End) => Align::End,
            None => Align::Left,
        };
        layout.align(align, AlignmentOptions::default());
    }

    /// Where the reserved place of a piece stands in the text.
    pub(super) fn start_of_box(&self, piece: usize) -> usize {
        let start = match self {
            Self::Simple(text) => {
                text.boxes.iter().find(|place| place.piece == piece).map(|place| place.at)
            }
            Self::Shaped(layout) => {
                let mut places = layout.inline_boxes();
                places.find(|it| usize::try_from(it.id) == Ok(piece)).map(|place| place.index)
            }
        };
        start.unwrap_or(0)
    }

    /// Whether its first words run from right to left.
    pub(super) fn is_right_to_left(&self) -> bool {
        match self {
            Self::Simple(_) => false,
            Self::Shaped(layout) => layout.is_rtl(),
        }
    }
}
