use rustc_hash::{FxHashMap, FxHashSet};

use super::PdfError;
use super::element::{self, Figure, Kid, WholeElement};
use super::objects::Id;
use super::tags::merged;
use super::write::Objects;
use crate::base::unit::Language;
use crate::print::frame::{Element, ElementId, Rect, Role};

/// The elements of a file that is written page by page, from their beginning until they are complete and written. A branch, which is an element
/// right below the whole or below one of several documents with all that is in it, is written when its last page was; the whole and the documents are
/// written at the end.
pub(super) struct OpenElements {
    /// What the whole is in.
    root: Id,
    /// How many elements began so far.
    count: usize,
    elements: FxHashMap<ElementId, OpenElement>,
}

/// An element that can still get more.
struct OpenElement {
    id: Id,
    role: Role,
    lang: Option<Box<Language>>,
    parent: Option<ElementId>,
    /// What it holds so far, in reading order.
    kids: Vec<Kid>,
    /// Whether it is among the kids of its parent.
    is_attached: bool,
    /// The elements in it, in the order in which they begin. The whole and the documents do not list theirs.
    elements: Vec<ElementId>,
    /// The logo or the picture that it is: what that shows, and where it is.
    figure: Option<(String, Rect)>,
}

impl OpenElement {
    /// Whether it holds branches.
    fn has_branches(&self) -> bool {
        self.parent.is_none() || self.role == Role::Part
    }
}

impl OpenElements {
    pub(super) fn new(root: Id) -> Self {
        Self { root, count: 0, elements: FxHashMap::default() }
    }

    /// Adds elements that begin.
    pub(super) fn begin(
        &mut self,
        elements: Vec<Element>,
        objects: &mut Objects<'_>,
    ) -> Result<(), PdfError> {
        for Element { role, parent, lang } in elements {
            let own = ElementId::at(self.count);
            self.count += 1;
            if let Some(parent) = parent {
                let parent = self.get(parent)?;
                if !parent.has_branches() {
                    parent.elements.push(own);
                }
            }
            let (id, kids, elements, figure) = (objects.reserve(), Vec::new(), Vec::new(), None);
            let is_attached = false;
            let new = OpenElement { id, role, lang, parent, kids, is_attached, elements, figure };
            self.elements.insert(own, new);
        }
        Ok(())
    }

    /// Adds what comes next in an element, which gets its place after all that was met before, like every element around it. Returns its
    /// number in the file.
    pub(super) fn add(&mut self, owner: ElementId, kid: Kid) -> Result<Id, PdfError> {
        let mut inner = owner;
        loop {
            let element = self.get(inner)?;
            if std::mem::replace(&mut element.is_attached, true) {
                break;
            }
            let (id, Some(parent)) = (element.id, element.parent) else { break };
            self.get(parent)?.kids.push(Kid::Element(id));
            inner = parent;
        }
        let owner = self.get(owner)?;
        owner.kids.push(kid);
        Ok(owner.id)
    }

    /// Notes what a figure shows, and where it is.
    pub(super) fn show(
        &mut self,
        owner: ElementId,
        alt: &str,
        place: Rect,
    ) -> Result<(), PdfError> {
        self.get(owner)?.figure.get_or_insert_with(|| (alt.to_owned(), place));
        Ok(())
    }

    /// The number of an element in the file.
    pub(super) fn id(&mut self, id: ElementId) -> Result<Id, PdfError> {
        Ok(self.get(id)?.id)
    }

    /// Writes a branch that is complete. Its elements are added to those that are `gone`.
    pub(super) fn write_branch(
        &mut self,
        branch: ElementId,
        gone: &mut FxHashSet<ElementId>,
        around: element::Around<'_>,
        objects: &mut Objects<'_>,
    ) -> Result<(), PdfError> {
        let mut all = vec![branch];
        let mut next = 0;
        while let Some(id) = all.get(next) {
            next += 1;
            all.extend_from_slice(&self.get(*id)?.elements);
        }
        // An element is before those in it.
        all.sort_unstable();
        for id in &all {
            self.keep_empty(*id)?;
        }
        for id in &all {
            self.write(*id, around, objects)?;
        }
        for id in all {
            self.elements.remove(&id);
            gone.insert(id);
        }
        Ok(())
    }

    /// Writes what is left when there is no further page: the last branches, the documents, and the whole. Returns the number of the whole.
    pub(super) fn finish(
        mut self,
        around: element::Around<'_>,
        objects: &mut Objects<'_>,
    ) -> Result<Id, PdfError> {
        let mut left: Vec<ElementId> = self.elements.keys().copied().collect();
        left.sort_unstable();
        for id in &left {
            self.keep_empty(*id)?;
        }
        for id in &left {
            self.write(*id, around, objects)?;
            objects.relieve()?;
        }
        self.id(ElementId::at(0))
    }

    /// Puts elements that hold nothing, and are kept all the same, among the kids of the element that they are in.
    fn keep_empty(&mut self, id: ElementId) -> Result<(), PdfError> {
        let element = self.get(id)?;
        if !element.is_attached || element.elements.is_empty() {
            return Ok(());
        }
        let mut empty = Vec::new();
        for inner in std::mem::take(&mut element.elements) {
            let inner = self.get(inner)?;
            if !inner.is_attached && element::is_kept_empty(inner.role) {
                inner.is_attached = true;
                empty.push(inner.id);
            }
        }
        let element = self.get(id)?;
        if !empty.is_empty() {
            element.kids = merged(&element.kids, &empty);
        }
        Ok(())
    }

    fn write(
        &mut self,
        id: ElementId,
        around: element::Around<'_>,
        objects: &mut Objects<'_>,
    ) -> Result<(), PdfError> {
        let parent = self.get(id)?.parent;
        let parent = parent.map_or(Ok(self.root), |parent| self.id(parent))?;
        let OpenElement { id, role, lang, kids, figure, .. } = self.get(id)?;
        let figure = figure.as_ref().map(|(alt, place)| Figure { alt, place: *place });
        let whole = WholeElement { role: *role, lang: lang.as_deref(), parent, kids, figure };
        whole.write(*id, around, objects);
        Ok(())
    }

    fn get(&mut self, id: ElementId) -> Result<&mut OpenElement, PdfError> {
        self.elements.get_mut(&id).ok_or_else(|| {
            let message = format!("element {} has more after its last page", id.index());
            PdfError::Assembly(message)
        })
    }
}
