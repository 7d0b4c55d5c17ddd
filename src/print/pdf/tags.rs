use std::borrow::Cow;
use std::collections::BTreeMap;

use super::PdfError;
use super::annotations::Annotation;
use super::content::StructureItem;
use super::objects::{Array, Dict, Id, array};
use super::page_streams::PackedPage;
use super::write::{Objects, number};
use crate::print::frame::{ElementId, HeaderScope, Mark, Owner, Pages, Rect, Role};

/// What an element holds, in reading order. A large file has a million of them.
#[derive(Clone, Copy)]
enum Kid {
    Element(ElementId),
    /// Marked content: the page, and the number there.
    Content(u32, u32),
    /// An annotation: a place in the list of them.
    Annotation(u32),
}

/// Writes the structure tree and the parent tree (ISO 32000-1, 14.7), and returns the root.
pub(super) fn write(
    pages: &Pages,
    packed: &[PackedPage],
    annotations: &[Annotation<'_>],
    sheets: &[Id],
    objects: &mut Objects<'_>,
) -> Result<Id, PdfError> {
    let kids = Kids::new(pages, packed)?;
    let root = objects.reserve();
    let ids: Vec<Id> = pages.elements.iter().map(|_| objects.reserve()).collect();
    for (index, element) in pages.elements.iter().enumerate() {
        let kids = kids.of(ElementId::at(index));
        objects.dict(ids[index], |dict| {
            dict.name("S", name_of(element.role));
            dict.refer("P", element.parent.map_or(root, |parent| ids[parent.index()]));
            if let Some(lang) = &element.lang {
                dict.text("Lang", lang.as_str());
            }
            attributes(element.role, dict);
            if element.role == Role::Document && pages.info.lang.is_right_to_left() {
                // All elements in it inherit it (ISO 32000-1, 14.8.5.4).
                dict.dict("A", |dict| {
                    dict.name("O", "Layout").name("WritingMode", "RlTb");
                });
            }
            // What is on the element's own page need not name the page.
            let own = kids.iter().find_map(|kid| match kid {
                Kid::Content(page, _) => Some(*page as usize),
                Kid::Annotation(index) => {
                    annotations.get(*index as usize).map(|annotation| annotation.spot.page)
                }
                Kid::Element(_) => None,
            });
            if element.role == Role::Figure {
                figure(ElementId::at(index), own, pages, dict);
            }
            if let Some(sheet) = own.and_then(|page| sheets.get(page)) {
                dict.refer("Pg", *sheet);
            }
            match &*kids {
                [] => {}
                // A single one needs no array around it (ISO 32000-1, table 323).
                [kid] => {
                    dict.value("K", |value| write_kid(kid, own, &ids, annotations, sheets, value));
                }
                kids => {
                    dict.array("K", |array| {
                        for kid in kids {
                            write_kid(kid, own, &ids, annotations, sheets, array);
                        }
                    });
                }
            }
        });
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

fn write_kid(
    kid: &Kid,
    own: Option<usize>,
    ids: &[Id],
    annotations: &[Annotation<'_>],
    sheets: &[Id],
    array: &mut Array<'_>,
) {
    let other = |page: usize| sheets.get(page).filter(|_| Some(page) != own);
    match kid {
        Kid::Element(id) => array.refer(ids[id.index()]),
        Kid::Content(page, number) => match other(*page as usize) {
            None => array.int(*number),
            Some(sheet) => array.dict(|dict| {
                dict.name("Type", "MCR").refer("Pg", *sheet).int("MCID", *number);
            }),
        },
        Kid::Annotation(index) => {
            let Some(annotation) = annotations.get(*index as usize) else { return };
            array.dict(|dict| {
                dict.name("Type", "OBJR").refer("Obj", annotation.spot.id);
                if let Some(sheet) = other(annotation.spot.page) {
                    dict.refer("Pg", *sheet);
                }
            });
        }
    }
}

/// What the elements hold.
struct Kids {
    /// What the first element holds, then what the second holds, and so on, each in the order in which a reader meets it.
    all: Vec<Kid>,
    /// Where in this what each holds begins, and the end.
    starts: Vec<usize>,
    /// The elements that hold nothing, such as an empty cell, and are kept all the same, by the element that they are in.
    empty: BTreeMap<ElementId, Vec<ElementId>>,
}

impl Kids {
    fn new(pages: &Pages, packed: &[PackedPage]) -> Result<Self, PdfError> {
        let mut starts = vec![0; pages.elements.len() + 1];
        let is_attached = walk(pages, packed, |parent, _| starts[parent.index() + 1] += 1)?;
        for index in 1..starts.len() {
            starts[index] += starts[index - 1];
        }
        let (mut all, mut ends) = (vec![Kid::Annotation(0); starts[pages.elements.len()]], starts);
        walk(pages, packed, |parent, kid| {
            all[ends[parent.index()]] = kid;
            ends[parent.index()] += 1;
        })?;
        // Each has moved to where the next one begins.
        ends.insert(0, 0);
        Ok(Self { all, starts: ends, empty: empty(pages, is_attached) })
    }

    /// What an element holds. Elements that hold nothing are before the first of their siblings that begins later.
    fn of(&self, id: ElementId) -> Cow<'_, [Kid]> {
        let kids = &self.all[self.starts[id.index()]..self.starts[id.index() + 1]];
        let Some(empty) = self.empty.get(&id) else { return Cow::Borrowed(kids) };
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
        Cow::Owned(merged)
    }
}

/// Shows what each element holds in the order in which a reader meets it. Returns which elements were met.
fn walk(
    pages: &Pages,
    packed: &[PackedPage],
    mut see: impl FnMut(ElementId, Kid),
) -> Result<Vec<bool>, PdfError> {
    let mut is_attached = vec![false; pages.elements.len()];
    let mut annotations = 0..;
    for (page, packed) in packed.iter().enumerate() {
        let (page, mut contents) = (number(page)?, 0..);
        for item in &packed.structure {
            let (owner, kid) = match item {
                StructureItem::Content(id) => {
                    (*id, contents.next().map(|it| Kid::Content(page, it)))
                }
                StructureItem::Annotation(id) => (*id, annotations.next().map(Kid::Annotation)),
            };
            // An element, and every element around it, has its place after all that was met before.
            let mut id = owner;
            while !std::mem::replace(&mut is_attached[id.index()], true) {
                let Some(parent) = pages.elements[id.index()].parent else { break };
                see(parent, Kid::Element(id));
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
fn empty(pages: &Pages, mut is_attached: Vec<bool>) -> BTreeMap<ElementId, Vec<ElementId>> {
    let mut empty: BTreeMap<ElementId, Vec<ElementId>> = BTreeMap::new();
    for (index, element) in pages.elements.iter().enumerate() {
        let (false, Some(parent)) = (is_attached[index], element.parent) else { continue };
        if !is_attached[parent.index()] || !is_kept_empty(element.role) {
            continue;
        }
        is_attached[index] = true;
        empty.entry(parent).or_default().push(ElementId::at(index));
    }
    empty
}

/// An empty cell keeps the others of its row in their columns. Any other element that holds nothing is left out.
fn is_kept_empty(role: Role) -> bool {
    matches!(role, Role::Document | Role::Row | Role::Cell | Role::Header(_))
}

fn name_of(role: Role) -> &'static str {
    match role {
        Role::Document => "Document",
        Role::Part => "Part",
        Role::Heading(1) => "H1",
        Role::Heading(2) => "H2",
        Role::Heading(3) => "H3",
        Role::Heading(4) => "H4",
        Role::Heading(5) => "H5",
        Role::Heading(_) => "H6",
        Role::Paragraph => "P",
        Role::List { .. } => "L",
        Role::ListItem => "LI",
        Role::Label => "Lbl",
        Role::ListBody => "LBody",
        Role::Table => "Table",
        Role::Row => "TR",
        Role::Header(_) => "TH",
        Role::Cell => "TD",
        Role::Form => "Form",
        Role::Link => "Link",
        Role::Division => "Div",
        Role::Quote => "BlockQuote",
        Role::Code => "Code",
        Role::Span => "Span",
        Role::Figure => "Figure",
    }
}

/// Says what the logo or a picture shows, and where it is (ISO 14289-1, 7.3; ISO 32000-1, 14.8.5.4.3).
fn figure(id: ElementId, page: Option<usize>, pages: &Pages, dict: &mut Dict<'_>) {
    let items = page.and_then(|page| pages.pages.get(page)).into_iter().flat_map(|it| &it.items);
    let shown = items.filter(|item| item.owner == Owner::Element(id)).find_map(|item| {
        let (alt, size) = match &item.mark {
            Mark::Logo(size) => (pages.logo.as_ref()?.alt.as_str(), *size),
            Mark::Picture(picture) => (&*picture.alt, picture.size),
            _ => return None,
        };
        Some((alt, Rect::new(item.at, size)))
    });
    if let Some((alt, place)) = shown {
        dict.text("Alt", alt);
        let height = pages.size.height;
        let (bottom, top) = (height - place.bottom(), height - place.at.y);
        dict.dict("A", |dict| {
            dict.name("O", "Layout").name("Placement", "Block");
            dict.reals("BBox", &[place.at.x.0, bottom.0, place.right().0, top.0]);
        });
    }
}

fn attributes(role: Role, dict: &mut Dict<'_>) {
    match role {
        Role::Header(scope) => {
            let scope = match scope {
                HeaderScope::Column => "Column",
                HeaderScope::Row => "Row",
            };
            dict.dict("A", |dict| {
                dict.name("O", "Table").name("Scope", scope);
            });
        }
        Role::List { numbered } => {
            let numbering = if numbered { "Decimal" } else { "Disc" };
            dict.dict("A", |dict| {
                dict.name("O", "List").name("ListNumbering", numbering);
            });
        }
        _ => {}
    }
}
