use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::annotations::{Annotation, int};
use super::content::{Met, Painted};
use crate::pages::{ElementId, HeaderScope, Pages, Role};

/// What an element holds, in reading order.
enum Kid {
    Element(ElementId),
    /// Marked content: the page, and the number there.
    Content(usize, usize),
    /// An annotation: a place in the list of them.
    Annotation(usize),
}

/// Writes the structure tree and the parent tree (ISO 32000-1, 14.7), and hands out the root.
pub(super) fn write(
    pages: &Pages,
    painted: &Painted,
    annotations: &[Annotation<'_>],
    sheets: &[ObjectId],
    file: &mut Document,
) -> ObjectId {
    let kids = kids(pages, painted);
    let root = file.new_object_id();
    let ids: Vec<ObjectId> = pages.elements.iter().map(|_| file.new_object_id()).collect();
    let object = |id: ElementId| Object::Reference(ids[id.0]);
    for (index, (element, kids)) in pages.elements.iter().zip(&kids).enumerate() {
        let parent = element.parent.map_or(root, |parent| ids[parent.0]);
        let mut dict = dictionary! {
            "S" => name_of(element.role),
            "P" => Object::Reference(parent),
        };
        if let Some(attributes) = attributes(element.role) {
            dict.set("A", attributes);
        }
        // What is on the element's own page need not name the page.
        let own = kids.iter().find_map(|kid| match kid {
            Kid::Content(page, _) => Some(*page),
            Kid::Annotation(index) => annotations.get(*index).map(|annotation| annotation.page),
            Kid::Element(_) => None,
        });
        if let Some(page) = own {
            dict.set("Pg", reference(sheets, page));
        }
        let kid = |kid: &Kid| match kid {
            Kid::Element(id) => object(*id),
            Kid::Content(page, number) if Some(*page) == own => int(*number).into(),
            Kid::Content(page, number) => Object::Dictionary(dictionary! {
                "Type" => "MCR",
                "Pg" => reference(sheets, *page),
                "MCID" => int(*number),
            }),
            Kid::Annotation(index) => annotations.get(*index).map_or(Object::Null, |annotation| {
                let mut dict = dictionary! {
                    "Type" => "OBJR", "Obj" => Object::Reference(annotation.id),
                };
                if Some(annotation.page) != own {
                    dict.set("Pg", reference(sheets, annotation.page));
                }
                Object::Dictionary(dict)
            }),
        };
        match kids.as_slice() {
            [] => {}
            [only] => dict.set("K", kid(only)),
            kids => dict.set("K", kids.iter().map(kid).collect::<Vec<_>>()),
        }
        file.set_object(ids[index], dict);
    }
    let mut numbers = Vec::new();
    for (page, met) in painted.met.iter().enumerate() {
        let owners = met.iter().filter_map(|met| match met {
            Met::Content(id) => Some(object(*id)),
            Met::Annotation(_) => None,
        });
        let owners = owners.collect::<Vec<_>>();
        numbers.extend([int(page).into(), Object::Reference(file.add_object(owners))]);
    }
    for annotation in annotations {
        numbers.extend([annotation.parent_key.into(), object(annotation.owner)]);
    }
    let parents = file.add_object(dictionary! { "Nums" => numbers });
    let next = int(painted.met.len() + annotations.len());
    file.set_object(
        root,
        dictionary! {
            "Type" => "StructTreeRoot",
            "K" => vec![object(ElementId(0))],
            "ParentTree" => Object::Reference(parents),
            "ParentTreeNextKey" => next,
        },
    );
    root
}

/// What each element holds, in the order in which a reader meets it.
fn kids(pages: &Pages, painted: &Painted) -> Vec<Vec<Kid>> {
    let mut tree = Tree { pages, kids: Vec::new(), is_met: vec![false; pages.elements.len()] };
    tree.kids.resize_with(pages.elements.len(), Vec::new);
    let mut annotations = 0..;
    for (page, met) in painted.met.iter().enumerate() {
        let mut contents = 0..;
        for met in met {
            match met {
                Met::Content(id) => {
                    tree.meet(*id);
                    let number = contents.next().unwrap_or_default();
                    tree.kids[id.0].push(Kid::Content(page, number));
                }
                Met::Annotation(id) => {
                    tree.meet(*id);
                    tree.kids[id.0].push(Kid::Annotation(annotations.next().unwrap_or_default()));
                }
            }
        }
    }
    tree.meet_the_empty();
    tree.kids
}

struct Tree<'p> {
    pages: &'p Pages,
    kids: Vec<Vec<Kid>>,
    is_met: Vec<bool>,
}

impl Tree<'_> {
    /// Puts an element, and everything around it, in its place: behind what was met before.
    fn meet(&mut self, id: ElementId) {
        let mut id = id;
        while !std::mem::replace(&mut self.is_met[id.0], true) {
            let Some(parent) = self.pages.elements[id.0].parent else { break };
            self.kids[parent.0].push(Kid::Element(id));
            id = parent;
        }
    }

    /// Puts the elements that hold nothing, such as an empty cell, before the first of their brothers that began later.
    fn meet_the_empty(&mut self) {
        for index in 0..self.is_met.len() {
            let (id, element) = (ElementId(index), &self.pages.elements[index]);
            let (false, Some(parent)) = (self.is_met[index], element.parent) else { continue };
            if !self.is_met[parent.0] || !is_kept_empty(element.role) {
                continue;
            }
            self.is_met[index] = true;
            let brothers = &mut self.kids[parent.0];
            let later = |kid: &Kid| matches!(kid, Kid::Element(brother) if *brother > id);
            let place = brothers.iter().position(later).unwrap_or(brothers.len());
            brothers.insert(place, Kid::Element(id));
        }
    }
}

/// A row keeps its shape by its empty cells; any other element that holds nothing says nothing.
fn is_kept_empty(role: Role) -> bool {
    matches!(role, Role::Document | Role::Row | Role::Cell | Role::Header(_))
}

fn name_of(role: Role) -> Object {
    let name = match role {
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
        Role::Quote => "BlockQuote",
        Role::Code => "Code",
    };
    name.into()
}

fn attributes(role: Role) -> Option<Dictionary> {
    match role {
        Role::Header(scope) => {
            let scope = match scope {
                HeaderScope::Column => "Column",
                HeaderScope::Row => "Row",
            };
            Some(dictionary! { "O" => "Table", "Scope" => scope })
        }
        Role::List { numbered } => {
            let numbering = if numbered { "Decimal" } else { "Disc" };
            Some(dictionary! { "O" => "List", "ListNumbering" => numbering })
        }
        _ => None,
    }
}

fn reference(sheets: &[ObjectId], page: usize) -> Object {
    sheets.get(page).map_or(Object::Null, |sheet| Object::Reference(*sheet))
}
