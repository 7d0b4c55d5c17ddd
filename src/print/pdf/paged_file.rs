use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::PdfError;
use super::annotations::{self, Spot};
use super::content::StructureItem;
use super::element::{Around, Kid};
use super::faces::{Faces, Subsets};
use super::facts::Gathered;
use super::file::{PageObject, WholeFile, write_images, write_resources};
use super::objects::{Id, array};
use super::open_elements::OpenElements;
use super::page_painter::PaintedPages;
use super::page_streams::{PackedPage, PageDigests, PageStreams};
use super::parent_tree::ParentTree;
use super::placed_fields::PlacedFields;
use super::write::{Compressed, Objects, number};
use super::{metadata, validate};
use crate::base::unit::Timestamp;
use crate::print::frame::{Link, Mark, Numbering, Owner, Page, Pages, Rect};

/// A file whose pages are written one after the other, with all that is complete by then: their content, what they show of fields, and the branches
/// of the structure that end on them. The memory that it takes follows what is open, and not all pages. In contrast to what `file::assemble`
/// writes, what files of a roster have in common is not together: such a file is too large to be kept for others.
pub(super) struct PagedFile<'w> {
    objects: Objects<'w>,
    catalog: Id,
    tree: Id,
    resources: Id,
    root: Id,
    sheets: Vec<Id>,
    elements: OpenElements,
    parents: ParentTree,
    fields: PlacedFields,
    /// The links, some of which lead to later pages.
    links: Vec<(Spot, Link)>,
    /// What documents say of themselves.
    told: Gathered,
    digests: Vec<Option<PageDigests>>,
    /// The header of the page before: most pages have the same.
    header: Option<(Id, Vec<u8>)>,
}

impl<'w> PagedFile<'w> {
    pub(super) fn new(compressed: &'w Arc<Compressed>) -> Self {
        let mut objects = Objects::with_capacity(0, compressed);
        let [catalog, tree, resources, root] = [(); 4].map(|()| objects.reserve());
        Self {
            objects,
            catalog,
            tree,
            resources,
            root,
            sheets: Vec::new(),
            elements: OpenElements::new(root),
            parents: ParentTree::default(),
            fields: PlacedFields::default(),
            links: Vec::new(),
            told: Gathered::default(),
            digests: Vec::new(),
            header: None,
        }
    }

    /// Adds the pages that come next, and the branches that end on them.
    pub(super) fn add(
        &mut self,
        pages: PaintedPages,
        numbering: &mut Numbering,
        faces: &Faces<'_>,
    ) -> Result<(), PdfError> {
        self.elements.begin(numbering.take_elements(), &mut self.objects)?;
        for (page, packed) in pages {
            self.page(page, packed, (numbering.pages(), faces))?;
            self.objects.relieve()?;
        }
        let complete = numbering.take_complete(self.sheets.len());
        let mut gone = FxHashSet::default();
        for branch in complete {
            let around = around(&self.sheets, numbering.pages());
            self.elements.write_branch(branch, &mut gone, around, &mut self.objects)?;
            self.objects.relieve()?;
        }
        numbering.forget(&gone);
        Ok(())
    }

    fn page(
        &mut self,
        page: Page,
        PackedPage { streams, structure, digests }: PackedPage,
        (pages, faces): (&Pages, &Faces<'_>),
    ) -> Result<(), PdfError> {
        let index = self.sheets.len();
        let sheet = self.objects.reserve();
        self.sheets.push(sheet);
        let owners = self.objects.reserve();
        let parent_key = self.parents.add(owners, &mut self.objects);
        let clickable = self.clickable(page, index, (pages, faces))?;
        self.structure(&structure, (index, owners), &clickable)?;
        let contents = self.contents(streams);
        let here = PageObject {
            id: sheet,
            tree: self.tree,
            resources: self.resources,
            parent_key,
            clickable: &clickable,
        };
        here.write(contents.into_iter(), pages.size, &mut self.objects);
        self.digests.push(digests);
        Ok(())
    }

    /// Adds what can be clicked on a page. Returns the numbers of its annotations.
    fn clickable(
        &mut self,
        page: Page,
        index: usize,
        (pages, faces): (&Pages, &Faces<'_>),
    ) -> Result<Vec<Id>, PdfError> {
        let (mut clickable, mut fields) = (Vec::new(), Vec::new());
        for item in page.items {
            let Owner::Element(owner) = item.owner else { continue };
            let (size, is_clicked) = match &item.mark {
                Mark::Widget(widget) => (widget.size, true),
                Mark::Link(link) => (link.size, true),
                Mark::Logo(size) => (*size, false),
                Mark::Picture(picture) => (picture.size, false),
                _ => continue,
            };
            let rect = Rect::new(item.at, size);
            if !is_clicked {
                let alt = match &item.mark {
                    Mark::Picture(picture) => Some(&*picture.alt),
                    _ => pages.logo.as_ref().map(|logo| logo.alt.as_str()),
                };
                alt.map_or(Ok(()), |alt| self.elements.show(owner, alt, rect))?;
                continue;
            }
            let id = self.objects.reserve();
            let owner_id = self.elements.id(owner)?;
            let parent_key = self.parents.add(owner_id, &mut self.objects);
            let spot = Spot { id, page: index, owner, rect, parent_key };
            clickable.push(id);
            match item.mark {
                Mark::Widget(widget) => {
                    fields.push(widget.field);
                    let about = (pages, self.sheets.as_slice(), faces);
                    self.fields.add(spot, widget, about, &mut self.objects);
                }
                Mark::Link(link) => self.links.push((spot, link)),
                _ => {}
            }
        }
        self.told.add_page(index, fields, pages);
        Ok(clickable)
    }

    /// Adds what belongs to the structure.
    fn structure(
        &mut self,
        structure: &[StructureItem],
        (page, owners): (usize, Id),
        clickable: &[Id],
    ) -> Result<(), PdfError> {
        let page = number(page)?;
        let (mut contents, mut clickable) = (Vec::new(), clickable.iter());
        for item in structure {
            match item {
                StructureItem::Content(owner) => {
                    let kid = Kid::Content(page, number(contents.len())?);
                    contents.push(self.elements.add(*owner, kid)?);
                }
                StructureItem::Annotation(owner) => {
                    let Some(id) = clickable.next() else { continue };
                    self.elements.add(*owner, Kid::Annotation(*id, page))?;
                }
            }
        }
        self.objects.write(owners, |out| {
            array(out, |array| contents.iter().for_each(|id| array.refer(*id)));
        });
        Ok(())
    }

    /// Writes the content streams of a page. Returns their numbers.
    fn contents(&mut self, PageStreams { body, header, marks }: PageStreams) -> Vec<Id> {
        let mut contents = vec![self.objects.add_stream(body, |_| {})];
        if let Some(header) = header {
            let id = match self.header.take() {
                Some((id, known)) if known == header.bytes() => id,
                _ => self.objects.add_stream(header.clone(), |_| {}),
            };
            self.header = Some((id, header.bytes().to_vec()));
            contents.push(id);
        }
        contents.extend(marks.map(|marks| self.objects.add_stream(marks, |_| {})));
        contents
    }

    /// The whole file. There is no further page.
    pub(super) fn finish(
        mut self,
        pages: &Pages,
        (faces, subsets): (&Faces<'_>, &Subsets),
        created: Option<Timestamp>,
    ) -> Result<Vec<u8>, PdfError> {
        validate::destinations(pages, self.sheets.len())?;
        let objects = &mut self.objects;
        let told = self.told.finish();
        let fonts = faces.write(subsets, objects)?;
        let images = write_images(pages, objects);
        write_resources(self.resources, &fonts, &images, objects);
        let anchors = annotations::anchors(pages);
        for (spot, link) in &self.links {
            annotations::link(*spot, link, &anchors, (pages, &self.sheets), objects);
            objects.relieve()?;
        }
        let about = (told.as_slice(), self.digests.as_slice());
        let form = self.fields.finish(&fonts, (pages, &self.sheets), about, objects)?;
        let whole = self.elements.finish(around(&self.sheets, pages), objects)?;
        let (parents, next) = self.parents.finish(objects);
        objects.dict(self.root, |dict| {
            dict.name("Type", "StructTreeRoot").refers("K", [whole]).refer("ParentTree", parents);
            dict.int("ParentTreeNextKey", next);
        });
        let [info, xmp] = [(); 2].map(|()| objects.reserve());
        let (catalog, tree, structure) = (self.catalog, self.tree, self.root);
        WholeFile { catalog, tree, xmp, structure, form }.write(pages, &self.sheets, objects);
        let mut file = self.objects.into_file()?;
        metadata::xmp(&pages.info, created, xmp, &mut file)?;
        metadata::info(&pages.info, created, info, &mut file)?;
        file.finish(catalog, info)
    }
}

fn around<'s>(sheets: &'s [Id], pages: &Pages) -> Around<'s> {
    let is_right_to_left = pages.info.lang.is_right_to_left();
    Around { sheets, height: pages.size.height, is_right_to_left }
}
