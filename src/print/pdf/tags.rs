use std::collections::BTreeMap;

use super::annotations::Annotation;
use super::content::StructureItem;
use super::objects::{Array, Dict, Id, Objects, array};
use super::page_streams::PackedPage;
use crate::print::frame::{ElementId, HeaderScope, Mark, Owner, Pages, Rect, Role};

/// What an element holds, in reading order.
enum Kid {
    Element(ElementId),
    /// Marked content: the page, and the number there.
    Content(usize, usize),
    /// An annotation: a place in the list of them.
    Annotation(usize),
}

/// Writes the structure tree and the parent tree (ISO 32000-1, 14.7), and returns the root.
pub(super) fn write(
    pages: &Pages,
    packed: &[PackedPage],
    annotations: &[Annotation<'_>],
    sheets: &[Id],
    objects: &mut Objects,
) -> Id {
    let kids = kids(pages, packed);
    let root = objects.reserve();
    let ids: Vec<Id> = pages.elements.iter().map(|_| objects.reserve()).collect();
    for (index, (element, kids)) in pages.elements.iter().zip(&kids).enumerate() {
        objects.dict(ids[index], |dict| {
            dict.name("S", name_of(element.role));
            dict.refer("P", element.parent.map_or(root, |parent| ids[parent.0]));
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
                Kid::Content(page, _) => Some(*page),
                Kid::Annotation(index) => annotations.get(*index).map(|annotation| annotation.page),
                Kid::Element(_) => None,
            });
            if element.role == Role::Figure {
                figure(ElementId(index), own, pages, dict);
            }
            if let Some(sheet) = own.and_then(|page| sheets.get(page)) {
                dict.refer("Pg", *sheet);
            }
            if !kids.is_empty() {
                dict.array("K", |array| {
                    for kid in kids {
                        write_kid(kid, own, &ids, annotations, sheets, array);
                    }
                });
            }
        });
    }
    let owners: Vec<Id> = packed
        .iter()
        .map(|page| {
            let owners = objects.reserve();
            objects.write(owners, |out| {
                array(out, |array| {
                    for item in &page.structure {
                        if let StructureItem::Content(id) = item {
                            array.refer(ids[id.0]);
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
                array.int(annotation.parent_key);
                array.refer(ids[annotation.owner.0]);
            }
        });
    });
    objects.dict(root, |dict| {
        dict.name("Type", "StructTreeRoot").refers("K", [ids[0]]).refer("ParentTree", parents);
        dict.int("ParentTreeNextKey", packed.len() + annotations.len());
    });
    root
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
        Kid::Element(id) => array.refer(ids[id.0]),
        Kid::Content(page, number) => match other(*page) {
            None => array.int(*number),
            Some(sheet) => array.dict(|dict| {
                dict.name("Type", "MCR").refer("Pg", *sheet).int("MCID", *number);
            }),
        },
        Kid::Annotation(index) => {
            let Some(annotation) = annotations.get(*index) else { return };
            array.dict(|dict| {
                dict.name("Type", "OBJR").refer("Obj", annotation.id);
                if let Some(sheet) = other(annotation.page) {
                    dict.refer("Pg", *sheet);
                }
            });
        }
    }
}

/// What each element holds, in the order in which a reader meets it.
fn kids(pages: &Pages, packed: &[PackedPage]) -> Vec<Vec<Kid>> {
    let mut tree = Tree { pages, kids: Vec::new(), is_attached: vec![false; pages.elements.len()] };
    tree.kids.resize_with(pages.elements.len(), Vec::new);
    let mut annotations = 0;
    for (page, packed) in packed.iter().enumerate() {
        let mut contents = 0;
        for item in &packed.structure {
            match item {
                StructureItem::Content(id) => {
                    tree.attach(*id);
                    tree.kids[id.0].push(Kid::Content(page, contents));
                    contents += 1;
                }
                StructureItem::Annotation(id) => {
                    tree.attach(*id);
                    tree.kids[id.0].push(Kid::Annotation(annotations));
                    annotations += 1;
                }
            }
        }
    }
    tree.attach_empty();
    tree.kids
}

struct Tree<'p> {
    pages: &'p Pages,
    kids: Vec<Vec<Kid>>,
    is_attached: Vec<bool>,
}

impl Tree<'_> {
    /// Puts an element, and every element around it, in its place: after all that was met before.
    fn attach(&mut self, id: ElementId) {
        let mut id = id;
        while !std::mem::replace(&mut self.is_attached[id.0], true) {
            let Some(parent) = self.pages.elements[id.0].parent else { break };
            self.kids[parent.0].push(Kid::Element(id));
            id = parent;
        }
    }

    /// Puts the elements that hold nothing, such as an empty cell, before the first of their siblings that begins later.
    fn attach_empty(&mut self) {
        let mut empty: BTreeMap<ElementId, Vec<ElementId>> = BTreeMap::new();
        for index in 0..self.is_attached.len() {
            let (id, element) = (ElementId(index), &self.pages.elements[index]);
            let (false, Some(parent)) = (self.is_attached[index], element.parent) else { continue };
            if !self.is_attached[parent.0] || !is_kept_empty(element.role) {
                continue;
            }
            self.is_attached[index] = true;
            empty.entry(parent).or_default().push(id);
        }
        for (parent, empty) in empty {
            let mut empty = empty.into_iter().peekable();
            let kids = &mut self.kids[parent.0];
            for kid in std::mem::take(kids) {
                if let Kid::Element(sibling) = kid {
                    while let Some(id) = empty.next_if(|id| *id < sibling) {
                        kids.push(Kid::Element(id));
                    }
                }
                kids.push(kid);
            }
            kids.extend(empty.map(Kid::Element));
        }
    }
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
