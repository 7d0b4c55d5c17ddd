use std::collections::HashMap;

use super::objects::{Dict, Id, array, length};
use super::write::Objects;
use crate::base::unit::Pt;
use crate::print::frame::{Destination, ElementId, Link, Mark, Owner, Pages, Rect, Target, Widget};

/// Something on a page that can be clicked.
pub(super) struct Annotation<'p> {
    pub(super) spot: Spot,
    pub(super) kind: Kind<'p>,
}

/// Where it is, on its page and in the structure.
#[derive(Clone, Copy)]
pub(super) struct Spot {
    pub(super) id: Id,
    pub(super) page: usize,
    pub(super) owner: ElementId,
    pub(super) rect: Rect,
    /// Its number in the parent tree: pages come first, annotations after them.
    pub(super) parent_key: usize,
}

/// What it is.
pub(super) enum Kind<'p> {
    Widget(&'p Widget),
    Link(&'p Link),
}

/// All annotations, in reading order, each with an object of its own.
pub(super) fn gather<'p>(pages: &'p Pages, objects: &mut Objects<'_>) -> Vec<Annotation<'p>> {
    let mut annotations = Vec::new();
    for (page, sheet) in pages.pages.iter().enumerate() {
        for item in &sheet.items {
            let (kind, size) = match &item.mark {
                Mark::Widget(widget) => (Kind::Widget(widget), widget.size),
                Mark::Link(link) => (Kind::Link(link), link.size),
                _ => continue,
            };
            let Owner::Element(owner) = item.owner else { continue };
            let parent_key = pages.pages.len() + annotations.len();
            let id = objects.reserve();
            let rect = Rect::new(item.at, size);
            let spot = Spot { id, page, owner, rect, parent_key };
            annotations.push(Annotation { spot, kind });
        }
    }
    annotations
}

impl Spot {
    /// What every annotation has: its area, the flag that lets it print, its page, and its place in the structure.
    pub(super) fn common(&self, pages: &Pages, sheets: &[Id], dict: &mut Dict<'_>) {
        dict.array("Rect", |array| {
            let (top, rect) = (pages.size.height, self.rect);
            for at in [rect.at.x, top - rect.bottom(), rect.right(), top - rect.at.y] {
                array.real((at.0 * 10.0).round() / 10.0);
            }
        });
        dict.int("F", 4).int("StructParent", self.parent_key);
        if let Some(sheet) = sheets.get(self.page) {
            dict.refer("P", *sheet);
        }
    }
}

/// Where each named place is; of several with the same name, the first.
pub(super) type Anchors<'p> = HashMap<&'p str, Destination>;

/// Finds all named places.
pub(super) fn anchors(pages: &Pages) -> Anchors<'_> {
    // The last that is put in stays.
    pages.anchors.iter().rev().map(|anchor| (anchor.name.as_str(), anchor.at)).collect()
}

/// Writes a link. One to a place that does not exist leads to the first page rather than nowhere.
pub(super) fn link(
    spot: Spot,
    link: &Link,
    anchors: &Anchors<'_>,
    (pages, sheets): (&Pages, &[Id]),
    objects: &mut Objects<'_>,
) {
    objects.dict(spot.id, |dict| {
        spot.common(pages, sheets, dict);
        dict.name("Subtype", "Link").raw("Border", b"[0 0 0]").text("Contents", &link.label);
        match &link.to {
            Target::Anchor(name) => {
                let start = Destination { page: 0, top: Pt::ZERO };
                let to = anchors.get(name.as_str()).copied().unwrap_or(start);
                dict.key("Dest");
                destination(to, pages, sheets, dict.out);
            }
            Target::Url(url) => {
                dict.dict("A", |dict| {
                    dict.name("Type", "Action").name("S", "URI").bytes("URI", url.as_bytes());
                });
            }
        }
    });
}

/// A place to jump to (ISO 32000-1, 12.3.2.2), which leaves the viewer's zoom alone.
pub(super) fn destination(to: Destination, pages: &Pages, sheets: &[Id], out: &mut Vec<u8>) {
    array(out, |array| {
        match sheets.get(to.page) {
            Some(sheet) => array.refer(*sheet),
            None => array.raw(b"null"),
        }
        array.out.extend_from_slice(b"/XYZ 0 ");
        length(array.out, pages.size.height - to.top);
        array.raw(b"null");
    });
}
