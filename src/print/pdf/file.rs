use std::collections::BTreeMap;
use std::sync::Arc;

use super::annotations::{self, Kind};
use super::objects::Id;
use super::page_painter::Painted;
use super::page_streams::{PackedPage, PageStreams};
use super::write::{Compressed, Objects};
use super::{PdfError, facts, form, images, logo, metadata, outline, tags};
use crate::base::unit::Timestamp;
use crate::print::frame::Pages;

/// Writes packed pages, with structure, form, outline and metadata, into one file.
pub(super) fn assemble(
    pages: &Pages,
    Painted { faces, subsets, pages: packed }: Painted<'_>,
    created: Option<Timestamp>,
    compressed: &Arc<Compressed>,
) -> Result<Vec<u8>, PdfError> {
    let mut objects = Objects::with_capacity(pages.elements.len(), compressed);
    let catalog = objects.reserve();
    let tree = objects.reserve();
    let fonts = faces.write(&subsets, &mut objects)?;
    let logo = pages.logo.as_deref().map(|logo| logo::write(logo, &mut objects));
    let logo = logo.map(|logo| (logo::LOGO.to_owned(), logo));
    let images = images::write_all(pages, &mut objects);
    let resources = objects.add_dict(|dict| {
        dict.dict("Font", |dict| {
            for (resource, font) in &fonts.pages {
                dict.refer(resource, *font);
            }
        });
        if logo.is_some() || !images.is_empty() {
            dict.dict("XObject", |dict| {
                for (resource, image) in logo.iter().chain(&images) {
                    dict.refer(resource, *image);
                }
            });
        }
    });
    let sheets: Vec<Id> = pages.pages.iter().map(|_| objects.reserve()).collect();
    let annotations = annotations::gather(pages, &mut objects);
    let told = facts::gather(pages, &annotations, &packed);
    let about = (pages, &told);
    let form = form::write(about, (&faces, &fonts), &annotations, &sheets, &mut objects)?;
    let mut clickable: Vec<Vec<Id>> = vec![Vec::new(); sheets.len()];
    let anchors = annotations::anchors(pages);
    for annotation in &annotations {
        if let Kind::Link(link) = annotation.kind {
            annotations::link(annotation, link, &anchors, (pages, &sheets), &mut objects);
        }
        clickable[annotation.page].push(annotation.id);
    }
    let structure = tags::write(pages, &packed, &annotations, &sheets, &mut objects)?;
    let contents = contents(packed, &mut objects)?;
    for (page, (sheet, here)) in sheets.iter().zip(clickable).enumerate() {
        objects.dict(*sheet, |dict| {
            dict.name("Type", "Page").refer("Parent", tree).refer("Resources", resources);
            let (width, height) = (pages.size.width.0, pages.size.height.0);
            for key in ["MediaBox", "CropBox", "TrimBox"] {
                dict.reals(key, &[0.0, 0.0, width, height]);
            }
            dict.refers("Contents", contents[page].iter().copied());
            dict.int("StructParents", page);
            if !here.is_empty() {
                dict.refers("Annots", here).name("Tabs", "S");
            }
        });
        objects.relieve()?;
    }
    objects.dict(tree, |dict| {
        dict.name("Type", "Pages").int("Count", sheets.len());
        dict.refers("Kids", sheets.iter().copied());
    });
    let outline = outline::write(pages, &sheets, &mut objects);
    let xmp = metadata::xmp(&pages.info, created, &mut objects);
    let profile = metadata::profile(&mut objects);
    let info = metadata::info(&pages.info, created, &mut objects);
    objects.dict(catalog, |dict| {
        dict.name("Type", "Catalog").refer("Pages", tree).text("Lang", pages.info.lang.as_str());
        dict.dict("MarkInfo", |dict| {
            dict.flag("Marked", true);
        });
        dict.refer("StructTreeRoot", structure).refer("Metadata", xmp);
        dict.dict("ViewerPreferences", |dict| {
            dict.flag("DisplayDocTitle", true);
            if pages.info.lang.is_right_to_left() {
                dict.name("Direction", "R2L");
            }
        });
        dict.array("OutputIntents", |array| {
            array.dict(|dict| metadata::output_intent(profile, dict));
        });
        if let Some(form) = form {
            dict.refer("AcroForm", form);
        }
        if let Some(outline) = outline {
            dict.refer("Outlines", outline).name("PageMode", "UseOutlines");
        }
    });
    objects.finish(catalog, info)
}

/// Adds the content streams of each page. Equal headers share a stream.
fn contents(packed: Vec<PackedPage>, objects: &mut Objects<'_>) -> Result<Vec<Vec<Id>>, PdfError> {
    let mut headers: BTreeMap<Vec<u8>, Id> = BTreeMap::new();
    let mut contents = Vec::with_capacity(packed.len());
    for PackedPage { streams: PageStreams { body, header, marks }, .. } in packed {
        let mut ids = vec![objects.add_stream(body, |_| {})];
        if let Some(header) = header {
            let id = if let Some(known) = headers.get(header.bytes()) {
                *known
            } else {
                let key = header.bytes().to_vec();
                *headers.entry(key).or_insert(objects.add_stream(header, |_| {}))
            };
            ids.push(id);
        }
        ids.extend(marks.map(|marks| objects.add_stream(marks, |_| {})));
        contents.push(ids);
        objects.relieve()?;
    }
    Ok(contents)
}
