use super::PdfError;
use crate::pages::{Mark, Owner, Pages, Place, Rect};

/// Proves what the rest of this room takes for granted, because the library beneath it fails open: unknown fonts, glyph 0 and
/// numbers that are none would be written without a word.
pub(super) fn check(pages: &Pages) -> Result<(), PdfError> {
    let has = |what: bool, name: &str| if what { Ok(()) } else { unsound(name) };
    has(!pages.pages.is_empty(), "there is no page")?;
    has(pages.form_face.0 < pages.faces.len(), "the form's font is unknown")?;
    for (index, element) in pages.elements.iter().enumerate() {
        let below_parent = element.parent.map_or(index == 0, |parent| parent.0 < index);
        has(below_parent, "an element stands before its parent")?;
    }
    for item in pages.pages.iter().flat_map(|page| &page.items) {
        if let Owner::Element(id) = item.owner {
            has(id.0 < pages.elements.len(), "an item belongs to an unknown element")?;
        }
        match &item.mark {
            Mark::Text(text) => {
                has(text.face.0 < pages.faces.len(), "a text has an unknown font")?;
                has(is_place(text.at) && text.size.0 > 0.0, "a text has no place or no size")?;
                for glyph in &text.words.glyphs {
                    has(glyph.id != 0, "a text shows a glyph that its font does not have")?;
                    has(glyph.advance.0.is_finite(), "a glyph's advance is no number")?;
                    has(text.words.text.get(glyph.says.clone()).is_some(), "a glyph says no text")?;
                }
            }
            Mark::Line { from, to, .. } => {
                has(is_place(*from) && is_place(*to), "a line has no place")?;
            }
            Mark::Frame { rect, .. } | Mark::Fill { rect, .. } => {
                has(is_rect(*rect), "a frame or a fill has no place")?;
            }
            Mark::Widget(widget) => {
                has(widget.field.0 < pages.fields.len(), "a widget has an unknown field")?;
                has(is_rect(widget.rect), "a widget has no place")?;
                has(matches!(item.owner, Owner::Element(_)), "a widget belongs to no element")?;
            }
            Mark::Link(link) => {
                has(is_rect(link.rect), "a link has no place")?;
                has(matches!(item.owner, Owner::Element(_)), "a link belongs to no element")?;
            }
        }
    }
    let destinations = pages.outline.iter().map(|bookmark| bookmark.to);
    for to in destinations.chain(pages.anchors.iter().map(|anchor| anchor.at)) {
        has(to.page < pages.pages.len() && to.top.0.is_finite(), "a destination is on no page")?;
    }
    Ok(())
}

fn unsound(what: &str) -> Result<(), PdfError> {
    Err(PdfError::Unsound(what.to_owned()))
}

fn is_place(place: Place) -> bool {
    place.x.0.is_finite() && place.y.0.is_finite()
}

fn is_rect(rect: Rect) -> bool {
    is_place(rect.at) && rect.width.0.is_finite() && rect.height.0.is_finite()
}
