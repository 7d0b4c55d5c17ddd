//! Documents, each typeset, become one document with an outline of what is in it. Nothing here knows what they are about.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::unit::Pt;
use crate::print::frame::{
    About, Anchor, Bookmark, Destination, Element, ElementId, Face, FaceId, Field, FieldId, Item,
    Mark, Owner, Page, Pages, Role, Target,
};

/// A document that is to be bound with others.
#[derive(Clone, Debug)]
pub struct Leaf {
    /// Under what it stands in the outline, from the top: a person, a document. Never empty.
    pub titles: Vec<String>,
    /// What is put before the names of its fields and anchors, so that they stay unique.
    pub prefix: String,
    /// By the names of fields that several documents have in common, such as the candidate's: their names in the volume, where each
    /// of them is one field.
    pub shared: BTreeMap<String, String>,
    /// The document itself.
    pub pages: Pages,
}

/// Whether documents begin on front pages when both sides are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Backs {
    /// One document begins right behind the other.
    Used,
    /// A document with an odd number of pages is followed by a blank one.
    Blank,
}

/// Binds documents of the same paper into one, in their order. There is nothing to bind where there is none.
#[must_use]
pub fn bind(about: About, leaves: Vec<Leaf>, backs: Backs) -> Option<Pages> {
    let first = leaves.first()?;
    let mut volume = Pages {
        size: first.pages.size,
        about,
        pages: Vec::new(),
        faces: first.pages.faces.clone(),
        form_face: first.pages.form_face,
        fields: Vec::new(),
        elements: vec![Element { role: Role::Document, parent: None }],
        outline: Vec::new(),
        anchors: Vec::new(),
    };
    let last = leaves.len() - 1;
    let mut above: Vec<String> = Vec::new();
    let mut shared = BTreeMap::new();
    for (index, leaf) in leaves.into_iter().enumerate() {
        head(&mut volume, &leaf.titles, &above);
        above.clone_from(&leaf.titles);
        add(&mut volume, leaf, &mut shared);
        // What would follow the last one is the paper's own back.
        if backs == Backs::Blank && index < last && volume.pages.len() % 2 == 1 {
            volume.pages.push(Page::default());
        }
    }
    Some(volume)
}

/// Adds bookmarks for what a document stands under, as far as the one before does not stand under it too.
fn head(volume: &mut Pages, titles: &[String], above: &[String]) {
    let same = titles.iter().zip(above).take_while(|(title, above)| title == above).count();
    // Two documents of the same title are two all the same.
    let same = same.min(titles.len().saturating_sub(1));
    let to = Destination { page: volume.pages.len(), top: Pt::ZERO };
    for (depth, title) in titles.iter().enumerate().skip(same) {
        let level = u8::try_from(depth + 1).unwrap_or(u8::MAX);
        volume.outline.push(Bookmark { title: title.clone(), level, to });
    }
}

/// Adds a document. `known` are the fields that the documents before it may have in common with it, by their names in the volume.
fn add(volume: &mut Pages, leaf: Leaf, known: &mut BTreeMap<String, FieldId>) {
    let Leaf { titles, prefix, shared, pages } = leaf;
    let mut fields = Vec::with_capacity(pages.fields.len());
    for field in pages.fields {
        let common = shared.get(&field.name);
        if let Some(id) = common.and_then(|name| known.get(name)) {
            fields.push(*id);
            continue;
        }
        let id = FieldId(volume.fields.len());
        if let Some(name) = common {
            known.insert(name.clone(), id);
        }
        let name = common.cloned().unwrap_or_else(|| format!("{prefix}.{}", field.name));
        volume.fields.push(Field { name, ..field });
        fields.push(id);
    }
    let shift = Shift {
        page: volume.pages.len(),
        element: volume.elements.len(),
        fields,
        faces: pages.faces.into_iter().map(|face| face_of(volume, face)).collect(),
        prefix,
    };
    volume.elements.extend(pages.elements.into_iter().map(|element| match element.parent {
        Some(parent) => Element { parent: Some(shift.element(parent)), ..element },
        None => Element { role: Role::Part, parent: Some(ElementId(0)) },
    }));
    let outline = pages.outline.into_iter();
    volume.outline.extend(outline.map(|bookmark| Bookmark {
        level: bookmark.level.saturating_add(u8::try_from(titles.len()).unwrap_or(u8::MAX)),
        to: shift.to(bookmark.to),
        ..bookmark
    }));
    let anchors = pages.anchors.into_iter();
    volume.anchors.extend(
        anchors.map(|anchor| Anchor { name: shift.name(&anchor.name), at: shift.to(anchor.at) }),
    );
    volume.pages.extend(
        pages.pages.into_iter().map(|page| Page {
            items: page.items.into_iter().map(|item| shift.item(item)).collect(),
        }),
    );
}

/// The place of a font among those of the volume.
fn face_of(volume: &mut Pages, face: Face) -> FaceId {
    let same = |known: &Face| Arc::ptr_eq(&known.data, &face.data) && known.index == face.index;
    let known = volume.faces.iter().position(same);
    FaceId(known.unwrap_or_else(|| {
        volume.faces.push(face);
        volume.faces.len() - 1
    }))
}

/// How far a document is moved down in the volume.
struct Shift {
    page: usize,
    element: usize,
    /// By their places in the document.
    fields: Vec<FieldId>,
    faces: Vec<FaceId>,
    prefix: String,
}

impl Shift {
    fn element(&self, id: ElementId) -> ElementId {
        ElementId(id.0 + self.element)
    }

    fn name(&self, name: &str) -> String {
        format!("{}.{name}", self.prefix)
    }

    fn to(&self, to: Destination) -> Destination {
        Destination { page: to.page + self.page, ..to }
    }

    fn item(&self, mut item: Item) -> Item {
        if let Owner::Element(id) = &mut item.owner {
            *id = self.element(*id);
        }
        match &mut item.mark {
            Mark::Text(text) => {
                text.face = self.faces.get(text.face.0).copied().unwrap_or(text.face);
            }
            Mark::Widget(widget) => {
                widget.field = self.fields.get(widget.field.0).copied().unwrap_or(widget.field);
                let look = std::mem::take(&mut widget.look);
                widget.look = look.into_iter().map(|item| self.item(item)).collect();
            }
            Mark::Link(link) => {
                if let Target::Anchor(name) = &mut link.to {
                    *name = self.name(name);
                }
            }
            Mark::Line { .. } | Mark::Frame { .. } | Mark::Fill { .. } => {}
        }
        item
    }
}
