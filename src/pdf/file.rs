use lopdf::{Document, Object, ObjectId, Stream, dictionary};
use printpdf::{PdfDocument, PdfSaveOptions};

use super::annotations::{self, Kind, text_string};
use super::content::Painted;
use super::faces::Faces;
use super::{PdfError, form, metadata, outline, tags, write};
use crate::pages::Pages;
use crate::unit::Timestamp;

/// Puts the painted pages, and all that printpdf has no words for, into one file.
pub(super) fn assemble(
    pages: &Pages,
    faces: &Faces,
    mut painted: Painted,
    created: Option<Timestamp>,
) -> Result<Vec<u8>, PdfError> {
    let mut document = PdfDocument::new(&pages.about.title);
    document.pages = std::mem::take(&mut painted.pages);
    for face in faces.iter() {
        let (id, font) = face.resource();
        document.resources.fonts.map.insert(id, font);
    }
    let options = PdfSaveOptions {
        optimize: false,
        subset_fonts: false,
        secure: true,
        image_optimization: None,
    };
    let mut warnings = Vec::new();
    let mut file = document.to_lopdf_document(&options, &mut warnings);
    if let Some(warning) = warnings.first() {
        return Err(PdfError::Assembly(warning.msg.clone()));
    }
    let sheets: Vec<ObjectId> = file.get_pages().into_values().collect();
    let annotations = annotations::gather(pages, &mut file);
    let form = form::write(pages, faces, &annotations, &sheets, &mut file)?;
    for annotation in &annotations {
        if let Kind::Link(link) = annotation.kind {
            let dict = annotations::link(annotation, link, pages, &sheets);
            file.set_object(annotation.id, dict);
        }
    }
    let structure = tags::write(pages, &painted, &annotations, &sheets, &mut file);
    let mut clickable: Vec<Vec<Object>> = vec![Vec::new(); sheets.len()];
    for annotation in &annotations {
        if let Some(here) = clickable.get_mut(annotation.page) {
            here.push(Object::Reference(annotation.id));
        }
    }
    for (page, (sheet, here)) in sheets.iter().zip(clickable).enumerate() {
        let dict = file.get_dictionary_mut(*sheet).map_err(assembly)?;
        dict.set("StructParents", annotations::int(page));
        if here.is_empty() {
            dict.remove(b"Annots");
        } else {
            dict.set("Annots", here);
            dict.set("Tabs", "S");
        }
    }
    let outline = outline::write(pages, &sheets, &mut file);
    let xmp = file.add_object(metadata::xmp(&pages.about, created));
    let intent = metadata::output_intent(&mut file);
    let catalog = file.catalog_mut().map_err(assembly)?;
    catalog.remove(b"PageLayout");
    catalog.set("Lang", text_string(&pages.about.lang));
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("StructTreeRoot", Object::Reference(structure));
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    catalog.set("OutputIntents", vec![Object::Dictionary(intent)]);
    catalog.set("Metadata", Object::Reference(xmp));
    if let Some(form) = form {
        catalog.set("AcroForm", Object::Reference(form));
    }
    if let Some(outline) = outline {
        catalog.set("Outlines", Object::Reference(outline));
        catalog.set("PageMode", "UseOutlines");
    }
    if let Ok(info) = file.trailer.get(b"Info").and_then(Object::as_reference) {
        file.set_object(info, metadata::info(&pages.about, created));
    }
    finish(file)
}

/// The font that pages ask for by a name.
pub(super) fn font(file: &Document, name: &str) -> Option<ObjectId> {
    let page = file.page_iter().next()?;
    let (resources, references) = file.get_page_resources(page).ok()?;
    let by_reference = || references.first().and_then(|id| file.get_dictionary(*id).ok());
    let fonts = resources.or_else(by_reference)?.get(b"Font").ok()?;
    let fonts = match fonts {
        Object::Reference(id) => file.get_dictionary(*id).ok()?,
        fonts => fonts.as_dict().ok()?,
    };
    fonts.get(name.as_bytes()).and_then(Object::as_reference).ok()
}

/// Joins and compresses what is not compressed yet, and writes the file.
fn finish(mut file: Document) -> Result<Vec<u8>, PdfError> {
    for object in file.objects.values_mut() {
        if let Object::Stream(stream) = object {
            join_strings(stream);
            write::compress(stream).map_err(assembly)?;
        }
    }
    write::write(&file).map_err(assembly)
}

/// Joins the strings of a page's content that follow each other. printpdf writes one for each glyph; joined they take half the
/// room. A closing bracket right before an opening one stands nowhere else in content: dictionaries begin behind a name.
fn join_strings(stream: &mut Stream) {
    let is_content = stream.dict.iter().all(|(key, _)| key == b"Length");
    if !is_content || !stream.content.ends_with(b"EMC") {
        return;
    }
    let mut joined = Vec::with_capacity(stream.content.len());
    let mut rest = stream.content.as_slice();
    while let Some((first, after)) = rest.split_first() {
        if *first == b'>' && after.first() == Some(&b'<') {
            rest = &after[1..];
        } else {
            joined.push(*first);
            rest = after;
        }
    }
    stream.set_content(joined);
}

fn assembly(error: impl std::fmt::Display) -> PdfError {
    PdfError::Assembly(error.to_string())
}
