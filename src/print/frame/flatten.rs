use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::branches::Branches;
use super::scopes::Scopes;
use super::{
    Anchor, Artifact, Bookmark, Destination, Element, ElementId, Face, FaceId, Field, FieldBox,
    FieldId, Frame, FrameItem, Frames, Group, GroupKind, Item, Link, LinkTarget, Mark, Owner, Page,
    Pages, Place, Role, Size, Tag, Target, Text, Widget,
};
use crate::base::image::Image;
use crate::base::unit::{Language, Pt};

impl Frames {
    /// Numbers everything on the frames: what is written into one file.
    #[must_use]
    pub fn to_pages(&self) -> Pages {
        self.clone().into_pages()
    }

    /// Numbers everything on the frames. A frame that nothing else needs is gone as soon as its page is made.
    #[must_use]
    pub fn into_pages(self) -> Pages {
        let (mut numbering, frames) = self.numbering();
        let pages = frames.into_iter().map(|frame| numbering.page(&frame)).collect();
        Pages { pages, ..numbering.finish() }
    }

    /// What numbers everything on the frames, page by page, and the frames.
    #[must_use]
    pub fn numbering(self) -> (Numbering, Vec<Arc<Frame>>) {
        let Self { info, pages: frames, faces, form_face, logo, field_look } = self;
        let pages = Pages {
            size: Size::default(),
            info,
            pages: Vec::new(),
            faces,
            form_face: FaceId(0),
            logo,
            images: Vec::new(),
            field_look,
            fields: Vec::new(),
            elements: vec![Element { role: Role::Document, parent: None, lang: None }],
            taken_elements: 0,
            outline: Vec::new(),
            anchors: Vec::new(),
        };
        let mut numbering = Numbering {
            pages,
            count: 0,
            children: FxHashMap::default(),
            outermost: FxHashMap::default(),
            fields: HashMap::new(),
            images: HashSet::new(),
            branches: None,
        };
        numbering.pages.form_face = numbering.face(&form_face);
        (numbering, frames)
    }
}

/// Numbers everything on the pages of a file, one page after the other.
pub struct Numbering {
    /// Everything but the pages.
    pages: Pages,
    /// How many pages there are so far.
    count: usize,
    /// The elements by the element around them, and by their numbers there. They come in any order: what accompanies a page has a higher
    /// number than all blocks of all pages.
    children: FxHashMap<(ElementId, u32), ElementId>,
    /// The same of the whole and of documents in a row, which are never complete before the last page.
    outermost: FxHashMap<(ElementId, u32), ElementId>,
    /// The fields by their names.
    fields: HashMap<String, FieldId>,
    /// What pictures show.
    images: HashSet<Arc<Image>>,
    /// Which branches of the structure are complete, if that is asked for.
    branches: Option<Branches>,
}

impl Numbering {
    /// The next page.
    pub fn page(&mut self, frame: &Frame) -> Page {
        let mut page = Page::default();
        self.begin(frame);
        self.frame(frame, Place::default(), Around::none(), &mut page.items);
        if let Some(branches) = &mut self.branches {
            branches.end_page(self.count);
        }
        self.count += 1;
        page
    }

    /// Finds out from now on which branches of the structure are complete. A branch is an element that is right below the whole, or below one of
    /// several documents, with all that is in it.
    pub fn watch_branches(&mut self) {
        self.branches = Some(Branches::default());
    }

    /// Hands out the branches that are complete on the first pages, so many of them, each once.
    pub fn take_complete(&mut self, pages: usize) -> Vec<ElementId> {
        self.branches.as_mut().map(|it| it.take_complete(pages)).unwrap_or_default()
    }

    /// Hands out the elements that there are, each once, in their order.
    pub fn take_elements(&mut self) -> Vec<Element> {
        self.pages.taken_elements += self.pages.elements.len();
        std::mem::take(&mut self.pages.elements)
    }

    /// Forgets what is in elements that are complete.
    pub fn forget(&mut self, complete: &FxHashSet<ElementId>) {
        self.children.retain(|(parent, _), _| !complete.contains(parent));
    }

    /// What a page has in its header and of marks, as if nothing else were on it.
    pub fn apart(&mut self, frame: &Frame) -> Page {
        let mut page = Page::default();
        self.begin(frame);
        self.groups_apart(frame, Place::default(), &mut page.items);
        self.count += 1;
        page
    }

    fn begin(&mut self, frame: &Frame) {
        if self.count == 0 {
            self.pages.size = frame.size;
        }
    }

    fn groups_apart(&mut self, frame: &Frame, origin: Place, items: &mut Vec<Item>) {
        for (at, item) in frame.items() {
            let FrameItem::Group(Group { frame, kind }) = item else { continue };
            let at = at.moved(origin.x, origin.y);
            match kind {
                GroupKind::Artifact(artifact) if artifact.is_apart() => {
                    let around = Around { artifact: Some(*artifact), ..Around::none() };
                    self.frame(frame, at, around, items);
                }
                // Documents in a row are around their pages.
                GroupKind::Tagged(Tag { role: Role::Part, .. })
                | GroupKind::InLanguage(_)
                | GroupKind::Scoped(_) => self.groups_apart(frame, at, items),
                _ => {}
            }
        }
    }

    /// What a box shows until somebody fills it in.
    pub fn appearance(&mut self, frame: &Frame) -> Vec<Item> {
        let mut items = Vec::new();
        let around = Around { artifact: Some(Artifact::Layout), ..Around::none() };
        self.frame(frame, Place::default(), around, &mut items);
        items
    }

    /// Adds the fonts of a document whose pages come next.
    pub fn add_faces(&mut self, faces: &[Arc<Face>]) {
        for face in faces {
            self.face(face);
        }
    }

    /// How many pages there are so far.
    #[must_use]
    pub fn count(&self) -> usize {
        self.count
    }

    /// What the pages so far have in common, without these.
    #[must_use]
    pub fn pages(&self) -> &Pages {
        &self.pages
    }

    /// The same when there is no further page.
    #[must_use]
    pub fn finish(self) -> Pages {
        self.pages
    }
}

/// What the groups around an item make of it.
#[derive(Clone, Copy)]
struct Around<'a> {
    element: ElementId,
    artifact: Option<Artifact>,
    /// The language of the element in it.
    lang: Option<&'a Language>,
    scope: Option<&'a Scopes<'a>>,
    /// Whether elements in it are branches: the element is the whole, or one of several documents.
    has_branches: bool,
}

impl Around<'_> {
    fn none() -> Self {
        Self { element: ElementId(0), artifact: None, lang: None, scope: None, has_branches: true }
    }
}

impl Numbering {
    fn frame(&mut self, frame: &Frame, origin: Place, around: Around<'_>, items: &mut Vec<Item>) {
        let decoration = Owner::Artifact(around.artifact.unwrap_or(Artifact::Layout));
        let content = around.artifact.map_or(Owner::Element(around.element), Owner::Artifact);
        // What carries no meaning cannot be filled in, followed or jumped to.
        let is_artifact = around.artifact.is_some();
        for (at, item) in frame.items() {
            let at = at.moved(origin.x, origin.y);
            match item {
                FrameItem::Text(text) => {
                    let (face, run) = (self.face(&text.face), text.run.clone());
                    let (size, ink) = (text.size, text.ink);
                    items.push(Item {
                        owner: content,
                        at,
                        mark: Mark::Text(Text { face, size, ink, run }),
                    });
                }
                FrameItem::Line { length, width, ink } => {
                    let mark = Mark::Line { length: *length, width: *width, ink: *ink };
                    items.push(Item { owner: decoration, at, mark });
                }
                FrameItem::Outline { size, width } => {
                    let mark = Mark::Frame { size: *size, width: *width };
                    items.push(Item { owner: decoration, at, mark });
                }
                FrameItem::Stroke { by, width } => {
                    let mark = Mark::Stroke { by: *by, width: *width };
                    items.push(Item { owner: decoration, at, mark });
                }
                FrameItem::Fill { size, ink } => {
                    let mark = Mark::Fill { size: *size, ink: *ink };
                    items.push(Item { owner: decoration, at, mark });
                }
                FrameItem::Grid(grid) => {
                    items.push(Item { owner: decoration, at, mark: Mark::Grid(grid.clone()) });
                }
                FrameItem::Logo(size) => {
                    items.push(Item { owner: content, at, mark: Mark::Logo(*size) });
                }
                FrameItem::Picture(picture) => {
                    if self.images.insert(Arc::clone(&picture.image)) {
                        self.pages.images.push(Arc::clone(&picture.image));
                    }
                    items.push(Item { owner: content, at, mark: Mark::Picture(picture.clone()) });
                }
                FrameItem::Group(Group { frame, kind }) => {
                    self.group(frame, kind, at, around, items);
                }
                // The layout of the document has put a number in its place.
                FrameItem::PageNumber(_) => {}
                _ if is_artifact => {}
                FrameItem::FieldBox(field) => {
                    self.set_language(around.element, field);
                    let mark = Mark::Widget(self.widget(field, around.scope));
                    items.push(Item { owner: content, at, mark });
                }
                FrameItem::LinkArea(target, size) => {
                    let mark = Mark::Link(link(target, *size, around.scope));
                    items.push(Item { owner: content, at, mark });
                }
                FrameItem::Anchor(name) => {
                    let name = Scopes::anchor(around.scope, name);
                    let at = self.here(at);
                    self.pages.anchors.push(Anchor { name, at });
                }
                FrameItem::Bookmark { title, level } => {
                    let before = self.pages.outline.last().map_or(0, |before| before.level);
                    let level = level.saturating_add(Scopes::depth(around.scope));
                    let level = level.clamp(1, before.saturating_add(1));
                    let to = self.here(at);
                    self.pages.outline.push(Bookmark { title: title.clone(), level, to });
                }
            }
        }
    }

    fn group(
        &mut self,
        frame: &Frame,
        kind: &GroupKind,
        at: Place,
        around: Around<'_>,
        items: &mut Vec<Item>,
    ) {
        match kind {
            GroupKind::Plain => self.frame(frame, at, around, items),
            GroupKind::Tagged(_) if around.artifact.is_some() => {
                self.frame(frame, at, around, items);
            }
            GroupKind::Tagged(tag) => {
                let element = self.element(around, *tag);
                let has_branches = around.has_branches && tag.role == Role::Part;
                if let Some(branches) = &mut self.branches
                    && around.has_branches
                    && !has_branches
                {
                    branches.see(element, self.count);
                }
                let around = Around { element, lang: None, has_branches, ..around };
                self.frame(frame, at, around, items);
            }
            GroupKind::InLanguage(lang) => {
                self.frame(frame, at, Around { lang: Some(lang), ..around }, items);
            }
            GroupKind::Artifact(artifact) => {
                let artifact = around.artifact.or(Some(*artifact));
                self.frame(frame, at, Around { artifact, ..around }, items);
            }
            GroupKind::Scoped(scope) => {
                let scopes = Scopes { scope, around: around.scope };
                self.frame(frame, at, Around { scope: Some(&scopes), ..around }, items);
            }
        }
    }

    /// The element with this tag in another one: that which is there already, or else a new one.
    fn element(&mut self, around: Around<'_>, tag: Tag) -> ElementId {
        let Pages { elements, taken_elements, .. } = &mut self.pages;
        let known = if around.has_branches { &mut self.outermost } else { &mut self.children };
        *known.entry((around.element, tag.number)).or_insert_with(|| {
            let (parent, lang) = (Some(around.element), around.lang.cloned().map(Box::new));
            elements.push(Element { role: tag.role, parent, lang });
            ElementId::at(*taken_elements + elements.len() - 1)
        })
    }

    /// Says in which language an element around a widget is. It was said before if the element was taken away.
    fn set_language(&mut self, element: ElementId, place: &FieldBox) {
        let index = element.index().checked_sub(self.pages.taken_elements);
        let element = index.and_then(|index| self.pages.elements.get_mut(index));
        if let Some(element) = element.filter(|element| element.role == Role::Form) {
            element.lang = language_of(place).cloned().map(Box::new);
        }
    }

    fn face(&mut self, face: &Arc<Face>) -> FaceId {
        let faces = &mut self.pages.faces;
        let known = faces.iter().position(|known| Arc::ptr_eq(known, face) || known.is(face));
        FaceId(known.unwrap_or_else(|| {
            faces.push(Arc::clone(face));
            faces.len() - 1
        }))
    }

    fn widget(&mut self, place: &FieldBox, scope: Option<&Scopes<'_>>) -> Widget {
        let FieldBox { field, size, option, appearance } = place;
        let label = option.as_ref().map_or(&field.label, |option| &option.label).clone();
        let value = option.as_ref().map(|option| option.value.clone());
        let items = self.appearance(appearance);
        let field = self.field(field, scope);
        Widget { field, size: *size, value, label, appearance: items }
    }

    /// The number of a field: one for all places of the same name in the file.
    fn field(&mut self, field: &Field, scope: Option<&Scopes<'_>>) -> FieldId {
        let name = Scopes::field(scope, Cow::Borrowed(&field.name));
        if let Some(id) = self.fields.get(&*name) {
            return *id;
        }
        let id = FieldId(self.pages.fields.len());
        let name = name.into_owned();
        self.pages.fields.push(Field { name: name.clone(), ..field.clone() });
        self.fields.insert(name, id);
        id
    }

    /// A place on the page that is being flattened.
    fn here(&self, at: Place) -> Destination {
        Destination { page: self.count, top: at.y.max(Pt::ZERO) }
    }
}

/// The language of what a field, or one of its boxes, is called.
fn language_of(place: &FieldBox) -> Option<&Language> {
    match &place.option {
        Some(option) => option.lang.as_ref(),
        None => place.field.lang.as_ref(),
    }
}

fn link(target: &LinkTarget, size: Size, scope: Option<&Scopes<'_>>) -> Link {
    let to = match &target.to {
        Target::Anchor(name) => Target::Anchor(Scopes::anchor(scope, name)),
        Target::Url(url) => Target::Url(url.clone()),
    };
    Link { size, to, label: target.label.clone() }
}
