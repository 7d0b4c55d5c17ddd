use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Document, Object, ObjectId, SaveOptions, Stream, StringFormat, dictionary};
use printpdf::{PdfDocument, PdfSaveOptions};
use sha2::{Digest, Sha256};

use super::annotations::{self, Kind, text_string};
use super::content::Painted;
use super::faces::Faces;
use super::{PdfError, form, metadata, outline, tags};
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

/// Compresses what is not compressed yet, names the file after its content, and writes it.
fn finish(mut file: Document) -> Result<Vec<u8>, PdfError> {
    "1.7".clone_into(&mut file.version);
    for object in file.objects.values_mut() {
        if let Object::Stream(stream) = object {
            join_strings(stream);
            compress(stream).map_err(assembly)?;
        }
    }
    let id = Object::String(NO_ID.to_vec(), StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![id.clone(), id]);
    let mut bytes = Vec::new();
    let options = SaveOptions::builder()
        .use_object_streams(true)
        .use_xref_streams(true)
        .max_objects_per_stream(2000)
        .compression_level(6)
        .build();
    file.save_with_options(&mut bytes, options).map_err(assembly)?;
    pack_references(&mut bytes).map_err(assembly)?;
    Ok(bytes)
}

/// Compresses the cross-reference stream, which lopdf leaves as it is, and writes the file's identifier into it: it ends the
/// file, so nothing behind it moves but the place that says where it begins.
fn pack_references(file: &mut Vec<u8>) -> std::io::Result<()> {
    let Some((start, content, length)) = references(file) else { return Ok(()) };
    let head = String::from_utf8_lossy(&file[start..content]).into_owned();
    // lopdf's entries are one byte for the kind, four for the place and two for the rest.
    let Some(plain) = file.get(content..content + length).filter(|_| head.contains("/W[1 4 2]"))
    else {
        return Ok(());
    };
    let packed = deflate(&differences(plain, REFERENCE))?;
    let filter = format!(
        "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns {REFERENCE}>>/Length {}",
        packed.len()
    );
    let id = hex(&Sha256::digest(&*file)[..NO_ID.len()]);
    let head = head.replace(&format!("/Length {length}"), &filter).replace(&hex(&NO_ID), &id);
    let end = format!("\nendstream endobj\nstartxref\n{start}\n%%EOF\n");
    file.truncate(start);
    file.extend([head.as_bytes(), &packed, end.as_bytes()].concat());
    Ok(())
}

/// What stands in place of the file's identifier until the rest of the file is known, from which it is made.
const NO_ID: [u8; 16] = [0xFF; 16];

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02X}"))
}

/// How long an entry of the cross-reference stream is, in bytes.
const REFERENCE: usize = 7;

/// Where the cross-reference stream begins, where its content does, and how long that is.
fn references(file: &[u8]) -> Option<(usize, usize, usize)> {
    let find = |from: usize, what: &[u8]| {
        let place = file.get(from..)?.windows(what.len()).position(|bytes| bytes == what)?;
        Some(from + place + what.len())
    };
    let number = |at: usize| {
        let digits = file.get(at..)?.iter().take_while(|byte| byte.is_ascii_digit()).count();
        std::str::from_utf8(&file[at..at + digits]).ok()?.parse::<usize>().ok()
    };
    let start = number(find(file.len().saturating_sub(64), b"startxref\n")?)?;
    let content = find(start, b"stream\n")?;
    let length = number(find(start, b"/Length ")?)?;
    Some((start, content, length))
}

/// Rows as their differences from the row above: what the PNG predictor called Up undoes (ISO 32000-1, 7.4.4.4).
fn differences(bytes: &[u8], row: usize) -> Vec<u8> {
    const UP: u8 = 2;
    let mut above = vec![0; row];
    let mut differences = Vec::with_capacity(bytes.len() + bytes.len() / row);
    for bytes in bytes.chunks(row) {
        differences.push(UP);
        differences.extend(bytes.iter().zip(&above).map(|(byte, above)| byte.wrapping_sub(*above)));
        above[..bytes.len()].copy_from_slice(bytes);
    }
    differences
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

/// Compresses a stream at the level that costs a third of the time of the best one for a few hundredths of the size.
fn compress(stream: &mut Stream) -> std::io::Result<()> {
    if !stream.allows_compression || stream.dict.has(b"Filter") {
        return Ok(());
    }
    let compressed = deflate(&stream.content)?;
    if compressed.len() < stream.content.len() {
        stream.dict.set("Filter", "FlateDecode");
        stream.set_content(compressed);
    }
    Ok(())
}

fn deflate(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(6));
    encoder.write_all(bytes)?;
    encoder.finish()
}

fn assembly(error: impl std::fmt::Display) -> PdfError {
    PdfError::Assembly(error.to_string())
}
