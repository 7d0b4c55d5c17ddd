use std::collections::HashSet;

use super::PdfError;
use crate::base::image::Image;
use crate::print::frame::{FieldKind, Item, Mark, Owner, Page, Pages, Size};

/// Checks what the other files of this module rely on when all pages are there: every reference leads to something.
pub(super) fn whole(pages: &Pages) -> Result<(), PdfError> {
    let has = |what: bool, name: &str| if what { Ok(()) } else { invalid(name) };
    for (index, element) in pages.elements.iter().enumerate() {
        let below_parent = element.parent.map_or(index == 0, |parent| parent.index() < index);
        has(below_parent, "an element comes before its parent")?;
    }
    destinations(pages, pages.pages.len())
}

/// Checks that bookmarks and anchors are on pages, of which there are so many.
pub(super) fn destinations(pages: &Pages, count: usize) -> Result<(), PdfError> {
    let destinations = pages.outline.iter().map(|bookmark| bookmark.to);
    for to in destinations.chain(pages.anchors.iter().map(|anchor| anchor.at)) {
        if to.page >= count || !to.top.0.is_finite() {
            return invalid("a destination is on no page");
        }
    }
    if count == 0 { invalid("there is no page") } else { Ok(()) }
}

/// Checks what is relied on when pages are painted: every reference leads to something, every number is finite, and no glyph is missing.
pub(super) fn items(waiting: &[Page], pages: &Pages) -> Result<(), PdfError> {
    let has = |what: bool, name: &str| if what { Ok(()) } else { invalid(name) };
    has(pages.form_face.0 < pages.faces.len(), "the form's font is unknown")?;
    let images: HashSet<&Image> = pages.images.iter().map(|image| &**image).collect();
    has(images.iter().all(|image| image.pixels().is_whole()), "an image lacks pixels")?;
    let items = waiting.iter().flat_map(|page| &page.items);
    for item in items.flat_map(Item::with_appearance) {
        if let Owner::Element(id) = item.owner {
            let count = pages.taken_elements + pages.elements.len();
            has(id.index() < count, "an item belongs to an unknown element")?;
        }
        has(item.at.x.0.is_finite() && item.at.y.0.is_finite(), "an item has no position")?;
        match &item.mark {
            Mark::Text(text) => {
                has(text.face.0 < pages.faces.len(), "a text has an unknown font")?;
                has(text.size.0 > 0.0, "a text has no size")?;
                for glyph in &text.run.glyphs {
                    has(glyph.id != 0, "a text shows a glyph that its font does not have")?;
                    has(glyph.advance.0.is_finite(), "the advance of a glyph is not a number")?;
                    has(
                        text.run.text.get(glyph.text_range.bytes()).is_some(),
                        "a glyph has no range of the text",
                    )?;
                }
            }
            Mark::Line { length, .. } => has(length.0.is_finite(), "a line has no length")?,
            Mark::Stroke { by, .. } => {
                has(by.x.0.is_finite() && by.y.0.is_finite(), "a stroke has no end")?;
            }
            Mark::Frame { size, .. } | Mark::Fill { size, .. } => {
                has(is_size(*size), "a frame or a fill has no size")?;
            }
            Mark::Logo(size) => {
                has(pages.logo.is_some(), "a logo is shown that the file does not have")?;
                has(is_size(*size), "a logo has no size")?;
            }
            Mark::Picture(picture) => {
                let is_known = images.contains(&*picture.image);
                has(is_known, "a picture is shown that the file does not have")?;
                has(is_size(picture.size), "a picture has no size")?;
            }
            Mark::Grid(grid) => has(grid.cell.0.is_finite(), "a grid has no size")?,
            Mark::Widget(widget) => {
                has(widget.field.0 < pages.fields.len(), "a widget has an unknown field")?;
                let is_choice =
                    matches!(pages.fields[widget.field.0].kind, FieldKind::Choice { .. });
                has(!is_choice || widget.value.is_some(), "a box of a choice has no value")?;
                has(is_size(widget.size), "a widget has no size")?;
                has(matches!(item.owner, Owner::Element(_)), "a widget belongs to no element")?;
                let is_plain =
                    |item: &Item| matches!(item.owner, Owner::Artifact(_)) && is_ink(item);
                has(
                    widget.appearance.iter().all(is_plain),
                    "the appearance of a widget has more than text and lines",
                )?;
            }
            Mark::Link(link) => {
                has(is_size(link.size), "a link has no size")?;
                has(matches!(item.owner, Owner::Element(_)), "a link belongs to no element")?;
            }
        }
    }
    Ok(())
}

fn invalid(what: &str) -> Result<(), PdfError> {
    Err(PdfError::InvalidPages(what.to_owned()))
}

/// Whether an item is painted, and not clicked.
fn is_ink(item: &Item) -> bool {
    !matches!(item.mark, Mark::Widget(_) | Mark::Link(_))
}

fn is_size(size: Size) -> bool {
    size.width.0.is_finite() && size.height.0.is_finite()
}
