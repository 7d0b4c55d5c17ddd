use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::content::{round, utf16};
use crate::pages::{
    Anchor, Destination, ElementId, Link, Mark, Owner, Pages, Rect, Target, Widget,
};
use crate::unit::Pt;

/// Something on a page that can be clicked, and its place in the structure.
pub(super) struct Annotation<'p> {
    pub(super) id: ObjectId,
    pub(super) page: usize,
    pub(super) owner: ElementId,
    /// Its number in the parent tree: pages come first, annotations after them.
    pub(super) parent_key: i64,
    pub(super) kind: Kind<'p>,
}

/// What it is.
pub(super) enum Kind<'p> {
    Widget(&'p Widget),
    Link(&'p Link),
}

/// All annotations, in reading order, each with an object of its own.
pub(super) fn gather<'p>(pages: &'p Pages, file: &mut Document) -> Vec<Annotation<'p>> {
    let mut annotations = Vec::new();
    for (page, sheet) in pages.pages.iter().enumerate() {
        for item in &sheet.items {
            let kind = match &item.mark {
                Mark::Widget(widget) => Kind::Widget(widget),
                Mark::Link(link) => Kind::Link(link),
                _ => continue,
            };
            let Owner::Element(owner) = item.owner else { continue };
            let parent_key = int(pages.pages.len() + annotations.len());
            annotations.push(Annotation {
                id: file.new_object_id(),
                page,
                owner,
                parent_key,
                kind,
            });
        }
    }
    annotations
}

impl Annotation<'_> {
    /// What every annotation has: its area, the flag that lets it print, its page, and its place in the structure.
    pub(super) fn common(&self, rect: Rect, pages: &Pages, sheets: &[ObjectId]) -> Dictionary {
        let mut common = dictionary! {
            "Rect" => corners(rect, pages.size.height),
            "F" => 4,
            "StructParent" => self.parent_key,
        };
        if let Some(sheet) = sheets.get(self.page) {
            common.set("P", Object::Reference(*sheet));
        }
        common
    }
}

/// A link. One to a place that does not exist leads to the first page rather than nowhere.
pub(super) fn link(
    annotation: &Annotation<'_>,
    link: &Link,
    pages: &Pages,
    sheets: &[ObjectId],
) -> Dictionary {
    let mut dict = annotation.common(link.rect, pages, sheets);
    dict.set("Subtype", "Link");
    dict.set("Border", vec![0.into(), 0.into(), 0.into()]);
    dict.set("Contents", text_string(&link.label));
    match &link.to {
        Target::Anchor(name) => {
            let found = pages.anchors.iter().find(|anchor| anchor.name == *name);
            let start = Destination { page: 0, top: Pt::ZERO };
            let to = found.map_or(start, |Anchor { at, .. }| *at);
            dict.set("Dest", destination(to, pages, sheets));
        }
        Target::Url(url) => {
            let url = Object::string_literal(url.as_bytes());
            dict.set("A", dictionary! { "Type" => "Action", "S" => "URI", "URI" => url });
        }
    }
    dict
}

/// A place to jump to (ISO 32000-1, 12.3.2.2), which leaves the viewer's zoom alone.
pub(super) fn destination(to: Destination, pages: &Pages, sheets: &[ObjectId]) -> Object {
    let sheet = sheets.get(to.page).map_or(Object::Null, |sheet| Object::Reference(*sheet));
    let top = round(pages.size.height - to.top);
    Object::Array(vec![sheet, "XYZ".into(), 0.into(), top.into(), Object::Null])
}

pub(super) fn corners(rect: Rect, height: Pt) -> Object {
    let corners = [rect.at.x, height - rect.bottom(), rect.right(), height - rect.at.y];
    Object::Array(corners.map(|length| Object::Real((length.0 * 10.0).round() / 10.0)).to_vec())
}

/// A text string; plain ASCII stays readable.
pub(super) fn text_string(text: &str) -> Object {
    if text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        Object::string_literal(text)
    } else {
        Object::string_literal(utf16(text))
    }
}

pub(super) fn int(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
