use std::borrow::Cow;
use std::collections::BTreeMap;

use super::PdfError;
use super::annotations::Annotation;
use super::content::StructureItem;
use super::element::{Around, Figure, Kid, WholeElement, is_kept_empty};
use super::objects::{Id, array};
use super::page_streams::PackedPage;
use super::write::{Objects, number};
use crate::print::frame::{ElementId, Mark, Owner, Pages, Rect, Role};

/// Writes the structure tree and the parent tree (ISO 32000-1, 14.7), and returns the root.
pub(super) fn write(
    pages: &Pages,
    packed: &[PackedPage],
    annotations: &[Annotation<'_>],
    sheets: &[Id],
    objects: &mut Objects<'_>,
) -> Result<Id, PdfError> {
    let root = objects.reserve();
    let ids: Vec<Id> = pages.elements.iter().map(|_| objects.reserve()).collect();
    let kids = Kids::new(pages, packed, annotations, &ids)?;
    let is_right_to_left = pages.info.lang.is_right_to_left();
    let around = Around { sheets, height: pages.size.height, is_right_to_left };
    for (index, element) in pages.elements.iter().enumerate() {
        let kids = kids.of(ids[index]);
        let figure = if element.role == Role::Figure { figure(index, &kids, pages) } else { None };
        let whole = WholeElement {
            role: element.role,
            lang: element.lang.as_deref(),
            parent: element.parent.map_or(root, |parent| ids[parent.index()]),
            kids: &kids,
            figure,
        };
        whole.write(ids[index], around, objects);
        objects.relieve()?;
    }
    let owners: Vec<Id> = packed
        .iter()
        .map(|page| {
            let owners = objects.reserve();
            objects.write(owners, |out| {
                array(out, |array| {
                    for item in &page.structure {
                        if let StructureItem::Content(id) = item {
                            array.refer(ids[id.index()]);
                        }
                    }
                });
            });
            owners
        })
        .collect();
    let parents = objects.add_dict(|dict| {
        dict.array("Nums", |array| {
            for (page, owners) in owners.iter().enumerate() {
                array.int(page);
                array.refer(*owners);
            }
            for annotation in annotations {
                array.int(annotation.spot.parent_key);
                array.refer(ids[annotation.spot.owner.index()]);
            }
        });
    });
    objects.dict(root, |dict| {
        dict.name("Type", "StructTreeRoot").refers("K", [ids[0]]).refer("ParentTree", parents);
        dict.int("ParentTreeNextKey", packed.len() + annotations.len());
    });
    Ok(root)
}

/// What the elements hold.
struct Kids {
    /// What the first element holds, then what the second holds, and so on, each in the order in which a reader meets it.
    all: Vec<Kid>,
    /// Where in this what each holds begins, and the end.
    starts: Vec<usize>,
    /// The elements that hold nothing, such as an empty cell, and are kept all the same, by the element that they are in.
    empty: BTreeMap<Id, Vec<Id>>,
    /// The number of the first element. Those of the others follow it.
    first: Id,
}

impl Kids {
    fn new(
        pages: &Pages,
        packed: &[PackedPage],
        annotations: &[Annotation<'_>],
        ids: &[Id],
    ) -> Result<Self, PdfError> {
        let mut starts = vec![0; pages.elements.len() + 1];
        let file = (pages, packed, annotations, ids);
        let is_attached = walk(file, |parent, _| starts[parent.index() + 1] += 1)?;
        for index in 1..starts.len() {
            starts[index] += starts[index - 1];
        }
        let (mut all, mut ends) = (vec![Kid::Content(0, 0); starts[pages.elements.len()]], starts);
        walk(file, |parent, kid| {
            all[ends[parent.index()]] = kid;
            ends[parent.index()] += 1;
        })?;
        // Each has moved to where the next one begins.
        ends.insert(0, 0);
        Ok(Self { all, starts: ends, empty: empty(pages, is_attached, ids), first: ids[0] })
    }

    /// What an element holds. Elements that hold nothing are before the first of their siblings that begins later.
    fn of(&self, id: Id) -> Cow<'_, [Kid]> {
        let index = (id.0 - self.first.0) as usize;
        let kids = &self.all[self.starts[index]..self.starts[index + 1]];
        self.empty.get(&id).map_or(Cow::Borrowed(kids), |empty| Cow::Owned(merged(kids, empty)))
    }
}

/// What an element holds, with elements that hold nothing, each before the first of its siblings that begins later.
pub(super) fn merged(kids: &[Kid], empty: &[Id]) -> Vec<Kid> {
    let mut empty = empty.iter().copied().peekable();
    let mut merged = Vec::with_capacity(kids.len() + empty.len());
    for kid in kids {
        if let Kid::Element(sibling) = kid {
            while let Some(id) = empty.next_if(|id| id < sibling) {
                merged.push(Kid::Element(id));
            }
        }
        merged.push(*kid);
    }
    merged.extend(empty.map(Kid::Element));
    merged
}

/// Shows what each element holds in the order in which a reader meets it. Returns which elements were met.
fn walk(
    (pages, packed, annotations, ids): (&Pages, &[PackedPage], &[Annotation<'_>], &[Id]),
    mut see: impl FnMut(ElementId, Kid),
) -> Result<Vec<bool>, PdfError> {
    let mut is_attached = vec![false; pages.elements.len()];
    let mut annotations = annotations.iter();
    for (page, packed) in packed.iter().enumerate() {
        let (page, mut contents) = (number(page)?, 0..);
        for item in &packed.structure {
            let (owner, kid) = match item {
                StructureItem::Content(id) => {
                    (*id, contents.next().map(|it| Kid::Content(page, it)))
                }
                StructureItem::Annotation(id) => {
                    (*id, annotations.next().map(|it| Kid::Annotation(it.spot.id, page)))
                }
            };
            // An element, and every element around it, has its place after all that was met before.
            let mut id = owner;
            while !std::mem::replace(&mut is_attached[id.index()], true) {
                let Some(parent) = pages.elements[id.index()].parent else { break };
                see(parent, Kid::Element(ids[id.index()]));
                id = parent;
            }
            if let Some(kid) = kid {
                see(owner, kid);
            }
        }
    }
    Ok(is_attached)
}

/// The elements that hold nothing and are kept all the same, by the element that they are in.
fn empty(pages: &Pages, mut is_attached: Vec<bool>, ids: &[Id]) -> BTreeMap<Id, Vec<Id>> {
    let mut empty: BTreeMap<Id, Vec<Id>> = BTreeMap::new();
    for (index, element) in pages.elements.iter().enumerate() {
        let (false, Some(parent)) = (is_attached[index], element.parent) else { continue };
        if !is_attached[parent.index()] || !is_kept_empty(element.role) {
            continue;
        }
        is_attached[index] = true;
        empty.entry(ids[parent.index()]).or_default().push(ids[index]);
    }
    empty
}

/// What a figure shows, and where it is.
fn figure<'p>(index: usize, kids: &[Kid], pages: &'p Pages) -> Option<Figure<'p>> {
    let page = kids.iter().find_map(|kid| kid.page())?;
    let id = ElementId::at(index);
    let items = &pages.pages.get(page as usize)?.items;
    let mut own = items.iter().filter(|item| item.owner == Owner::Element(id));
    own.find_map(|item| {
        let (alt, size) = match &item.mark {
            Mark::Logo(size) => (pages.logo.as_ref()?.alt.as_str(), *size),
            Mark::Picture(picture) => (&*picture.alt, picture.size),
            _ => return None,
        };
        Some(Figure { alt, place: Rect::new(item.at, size) })
    })
}
