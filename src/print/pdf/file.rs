use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::annotations::{self, Kind};
use super::faces::{Faces, FontIds, Subsets};
use super::facts::Told;
use super::form::{OwnBox, OwnField};
use super::objects::Id;
use super::page_streams::{PackedPage, PageStreams};
use super::write::{Compressed, File, Objects};
use super::{PdfError, facts, form, images, logo, metadata, outline, tags};
use crate::base::unit::Timestamp;
use crate::print::frame::{Pages, Size};

/// What is still to be written into a file, one object after the other, after all that the packets of a roster have in common: the content of its
/// pages, and what names the candidate.
pub(super) struct Rest {
    catalog: Id,
    info: Id,
    xmp: Id,
    sheets: Vec<Id>,
    /// The streams of each page.
    streams: Vec<PageIds>,
    /// The fields that no other file has.
    pub(super) fields: Vec<OwnField>,
    /// The fonts that their appearances ask for.
    resources: Option<Id>,
    /// The documents that say of themselves what they were built with.
    told: Vec<Told>,
}

/// The content streams of a page.
#[derive(Clone, Copy, PartialEq, Eq)]
struct PageIds {
    body: Id,
    /// Pages with equal headers share one.
    header: Option<Id>,
    marks: Option<Id>,
}

/// What that consists of.
pub(super) struct Own<'p> {
    /// All but the pages.
    pub(super) pages: &'p Pages,
    pub(super) faces: &'p Faces<'p>,
    pub(super) packed: Vec<PackedPage>,
    /// What is to be seen of each field that no other file has.
    pub(super) boxes: Vec<OwnBox<'p>>,
}

/// Writes the structure, form, outline and fonts of packed pages into a file. Returns the file, what is still to be written into it, and what is
/// to be seen of its own fields.
pub(super) fn assemble<'p>(
    pages: &'p Pages,
    (faces, subsets): (&Faces<'_>, &Subsets),
    packed: &[PackedPage],
    compressed: &Arc<Compressed>,
) -> Result<(File, Rest, Vec<OwnBox<'p>>), PdfError> {
    let mut objects = Objects::with_capacity(pages.elements.len(), compressed);
    let [catalog, tree, info, xmp] = [(); 4].map(|()| objects.reserve());
    let fonts = faces.write(subsets, &mut objects)?;
    let images = write_images(pages, &mut objects);
    let resources = objects.reserve();
    write_resources(resources, &fonts, &images, &mut objects);
    let sheets: Vec<Id> = pages.pages.iter().map(|_| objects.reserve()).collect();
    let annotations = annotations::gather(pages, &mut objects);
    let told = facts::gather(pages, &annotations);
    let about = (pages, told.as_slice(), packed);
    let form = form::write(about, (faces, &fonts), &annotations, &sheets, &mut objects)?;
    let mut clickable: Vec<Vec<Id>> = vec![Vec::new(); sheets.len()];
    let anchors = annotations::anchors(pages);
    for annotation in &annotations {
        if let Kind::Link(link) = annotation.kind {
            annotations::link(annotation.spot, link, &anchors, (pages, &sheets), &mut objects);
        }
        clickable[annotation.spot.page].push(annotation.spot.id);
    }
    let structure = tags::write(pages, packed, &annotations, &sheets, &mut objects)?;
    let streams = page_ids(packed, || objects.reserve());
    for (page, (sheet, here)) in sheets.iter().zip(clickable).enumerate() {
        let PageIds { body, header, marks } = streams[page];
        let contents = [Some(body), header, marks].into_iter().flatten();
        let sheet = PageObject { id: *sheet, tree, resources, parent_key: page, clickable: &here };
        sheet.write(contents, pages.size, &mut objects);
        objects.relieve()?;
    }
    let form_root = form.as_ref().map(|form| form.root);
    let whole = WholeFile { catalog, tree, xmp, structure, form: form_root };
    whole.write(pages, &sheets, &mut objects);
    let resources = form.as_ref().map(|form| form.resources);
    let (fields, boxes) = form.map_or_else(Default::default, |form| form.own.into_iter().unzip());
    let rest = Rest { catalog, info, xmp, sheets, streams, fields, resources, told };
    Ok((objects.into_file()?, rest, boxes))
}

/// Writes the logo and the pictures, each with the name under which pages ask for it.
pub(super) fn write_images(pages: &Pages, objects: &mut Objects<'_>) -> Vec<(String, Id)> {
    let logo =
        pages.logo.as_deref().map(|logo| (logo::LOGO.to_owned(), logo::write(logo, objects)));
    logo.into_iter().chain(images::write_all(pages, objects)).collect()
}

/// Writes the list of what pages ask for by name.
pub(super) fn write_resources(
    id: Id,
    fonts: &FontIds<'_>,
    images: &[(String, Id)],
    objects: &mut Objects<'_>,
) {
    objects.dict(id, |dict| {
        dict.dict("Font", |dict| {
            for (resource, font) in &fonts.pages {
                dict.refer(resource, *font);
            }
        });
        if !images.is_empty() {
            dict.dict("XObject", |dict| {
                for (resource, image) in images {
                    dict.refer(resource, *image);
                }
            });
        }
    });
}

/// A page without its content.
pub(super) struct PageObject<'p> {
    pub(super) id: Id,
    pub(super) tree: Id,
    pub(super) resources: Id,
    /// Its number in the parent tree.
    pub(super) parent_key: usize,
    /// Its annotations.
    pub(super) clickable: &'p [Id],
}

impl PageObject<'_> {
    pub(super) fn write(
        &self,
        contents: impl Iterator<Item = Id>,
        Size { width, height }: Size,
        objects: &mut Objects<'_>,
    ) {
        objects.dict(self.id, |dict| {
            dict.name("Type", "Page").refer("Parent", self.tree);
            dict.refer("Resources", self.resources);
            for key in ["MediaBox", "CropBox", "TrimBox"] {
                dict.reals(key, &[0.0, 0.0, width.0, height.0]);
            }
            dict.refers("Contents", contents).int("StructParents", self.parent_key);
            if !self.clickable.is_empty() {
                dict.refers("Annots", self.clickable.iter().copied()).name("Tabs", "S");
            }
        });
    }
}

/// The objects by which everything else in a file is found.
pub(super) struct WholeFile {
    pub(super) catalog: Id,
    /// That of the pages.
    pub(super) tree: Id,
    pub(super) xmp: Id,
    pub(super) structure: Id,
    pub(super) form: Option<Id>,
}

impl WholeFile {
    /// Writes them, and the bookmarks.
    pub(super) fn write(&self, pages: &Pages, sheets: &[Id], objects: &mut Objects<'_>) {
        objects.dict(self.tree, |dict| {
            dict.name("Type", "Pages").int("Count", sheets.len());
            dict.refers("Kids", sheets.iter().copied());
        });
        let outline = outline::write(pages, sheets, objects);
        let profile = metadata::profile(objects);
        objects.dict(self.catalog, |dict| {
            dict.name("Type", "Catalog").refer("Pages", self.tree);
            dict.text("Lang", pages.info.lang.as_str());
            dict.dict("MarkInfo", |dict| {
                dict.flag("Marked", true);
            });
            dict.refer("StructTreeRoot", self.structure).refer("Metadata", self.xmp);
            dict.dict("ViewerPreferences", |dict| {
                dict.flag("DisplayDocTitle", true);
                if pages.info.lang.is_right_to_left() {
                    dict.name("Direction", "R2L");
                }
            });
            dict.array("OutputIntents", |array| {
                array.dict(|dict| metadata::output_intent(profile, dict));
            });
            if let Some(form) = self.form {
                dict.refer("AcroForm", form);
            }
            if let Some(outline) = outline {
                dict.refer("Outlines", outline).name("PageMode", "UseOutlines");
            }
        });
    }
}

/// About how many bytes are around the content of a stream, and around that of all.
const AROUND_STREAM: usize = 80;
const AROUND_ALL: usize = 16 * 1024;

impl Rest {
    /// Whether all documents say of themselves what they were built with in fields that are written last.
    pub(super) fn tells_last(&self) -> bool {
        let is_last = |told: &Told| self.fields.iter().any(|own| own.id() == told.field);
        self.told.iter().all(is_last)
    }

    /// Whether it has places for the streams of pages.
    pub(super) fn has_room_for(&self, packed: &[PackedPage]) -> bool {
        // Their numbers follow each other.
        let mut next = self.streams.first().map_or(0, |page| page.body.0);
        let ids = page_ids(packed, || {
            next += 1;
            Id(next - 1)
        });
        ids == self.streams
    }

    /// The whole file. `file` has all the rest.
    pub(super) fn write(
        &self,
        file: Cow<'_, File>,
        Own { pages, faces, packed, boxes }: Own<'_>,
        created: Option<Timestamp>,
    ) -> Result<Vec<u8>, PdfError> {
        let streams = packed.iter().flat_map(|page| page.streams.all());
        let length = streams.map(|data| data.bytes().len() + AROUND_STREAM).sum::<usize>();
        let mut file = File::with_room(file, length + AROUND_ALL);
        for (own, shown) in self.fields.iter().zip(boxes) {
            let told = self.told.iter().rfind(|told| told.field == own.id());
            let digests = |page: usize| packed[page].digests.as_ref();
            let facts = told.map(|told| told.facts(&shown.field.kind, digests));
            let about = (pages, self.sheets.as_slice(), faces);
            own.write(shown, (facts, self.resources), about, &mut file)?;
        }
        let mut written = 0;
        for (PackedPage { streams, .. }, ids) in packed.into_iter().zip(&self.streams) {
            let ids = [Some(ids.body), ids.header, ids.marks].into_iter().flatten();
            for (id, data) in ids.zip(streams.all()) {
                // Equal headers share one.
                if id.0 > written {
                    written = id.0;
                    file.add_stream(id, data, |_| {})?;
                }
            }
        }
        metadata::xmp(&pages.info, created, self.xmp, &mut file)?;
        metadata::info(&pages.info, created, self.info, &mut file)?;
        file.finish(self.catalog, self.info)
    }
}

/// Numbers for the streams of pages, each higher than those before, but that equal headers have the same.
fn page_ids(packed: &[PackedPage], mut reserve: impl FnMut() -> Id) -> Vec<PageIds> {
    let mut headers: BTreeMap<&[u8], Id> = BTreeMap::new();
    let ids = packed.iter().map(|page| {
        let PageStreams { header, marks, .. } = &page.streams;
        let body = reserve();
        let header = header
            .as_ref()
            .map(|header| *headers.entry(header.bytes()).or_insert_with(&mut reserve));
        PageIds { body, header, marks: marks.as_ref().map(|_| reserve()) }
    });
    ids.collect()
}
