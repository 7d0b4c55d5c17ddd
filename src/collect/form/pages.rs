use rustc_hash::FxHashSet;

use super::fault::damaged;
use super::limit::{self, Budget, Limit, too_large};
use super::pdf::{Dict, Id, Object, PdfFile};
use super::text;
use super::tree::Fields;
use crate::base::hash;
use crate::collect::{Fault, Place};

/// A page of a PDF.
pub(super) struct Sheet {
    /// The fields that have a widget on it, in the order of their widgets.
    pub(super) fields: Vec<usize>,
    /// What was added to it and is in no field, a sentence each.
    pub(super) remarks: Vec<String>,
    /// Its width and height, in points. `None` if they are not its own, as they are in every PDF of ours.
    pub(super) size: Option<(f64, f64)>,
    /// The object that it is. `None` if it stands in the list of pages itself.
    pub(super) id: Option<Id>,
    /// Its content streams.
    contents: Vec<Id>,
}

/// The place of a page, which is counted from 0.
pub(super) fn place(page: usize) -> Option<Place> {
    let page = u32::try_from(page).ok()?.checked_add(1)?;
    Some(Place { page: Some(page), line: None })
}

/// Reads all pages (ISO 32000-1, 7.7.3), and enters on which page each field is.
pub(super) fn read<'f>(
    file: &'f PdfFile<'_>,
    root: Object<'f>,
    fields: &mut Fields<'f, '_>,
) -> Result<Vec<Sheet>, Fault> {
    let (mut sheets, mut seen) = (Vec::new(), FxHashSet::default());
    let mut next = vec![(root, 0)];
    while let Some((node, depth)) = next.pop() {
        let id = match node {
            Object::Ref(id) => Some(id),
            _ => None,
        };
        if id.is_some_and(|id| !seen.insert(id)) {
            return Err(damaged("its pages lead in a circle"));
        }
        let Some(mut dict) = file.resolve(node)?.dict() else { continue };
        let Some(kids) = file.take(&mut dict, "Kids")?.array() else {
            let sheet = sheet(file, dict, sheets.len(), fields)?;
            sheets.push(Sheet { id, ..sheet });
            continue;
        };
        if depth > limit::TREE_DEPTH {
            return Err(too_large(format!(
                "its pages are nested more than {} deep",
                limit::TREE_DEPTH
            )));
        }
        file.budget.spend(Limit::Nodes, kids.len())?;
        for kid in kids.into_iter().rev() {
            if file.is_kept(&kid)? {
                next.push((kid, depth + 1));
            }
        }
    }
    Ok(sheets)
}

fn sheet<'f>(
    file: &'f PdfFile<'_>,
    mut page: Dict<'f>,
    number: usize,
    fields: &mut Fields<'f, '_>,
) -> Result<Sheet, Fault> {
    let size = file.take(&mut page, "MediaBox")?;
    let size: Option<Vec<f64>> = size.items().iter().map(Object::number).collect();
    let mut sheet = Sheet {
        fields: Vec::new(),
        remarks: Vec::new(),
        size: size.and_then(|size| match size[..] {
            [left, bottom, right, top] => Some((right - left, top - bottom)),
            _ => None,
        }),
        id: None,
        contents: Vec::new(),
    };
    let annotations = file.take(&mut page, "Annots")?.array().unwrap_or_default();
    file.budget.spend(Limit::Nodes, annotations.len())?;
    for annotation in annotations {
        let id = match annotation {
            Object::Ref(id) => Some(id),
            _ => None,
        };
        let mut field = id.and_then(|id| fields.on_page(id, number));
        if field.is_none() {
            let Some(dict) = file.resolve(annotation)?.dict() else { continue };
            if dict.get("Subtype").is_some_and(|kind| kind.is_name("Widget")) {
                field = fields.stray(id, dict, number)?;
            } else if let Some(remark) = remark(file, dict)? {
                file.budget.spend(Limit::Text, remark.len())?;
                sheet.remarks.push(remark);
            }
        }
        sheet.fields.extend(field);
    }
    match page.take("Contents") {
        Some(Object::Ref(id)) => match file.get(id)? {
            Object::Array(streams) => sheet.contents = ids(streams),
            _ => sheet.contents = vec![id],
        },
        Some(Object::Array(streams)) => sheet.contents = ids(streams),
        _ => {}
    }
    file.budget.spend(Limit::Nodes, sheet.contents.len())?;
    Ok(sheet)
}

fn ids(streams: Vec<Object<'_>>) -> Vec<Id> {
    let id = |stream| match stream {
        Object::Ref(id) => Some(id),
        _ => None,
    };
    streams.into_iter().filter_map(id).collect()
}

/// What an annotation says, if it is no link and no part of another.
fn remark<'f>(file: &'f PdfFile<'_>, mut dict: Dict<'f>) -> Result<Option<String>, Fault> {
    let kind = match file.take(&mut dict, "Subtype")? {
        Object::Name(kind) => text::of_name(&kind),
        _ => return Ok(None),
    };
    let what = match kind.as_str() {
        "Link" | "Popup" => return Ok(None),
        "Text" => "a comment",
        "FreeText" => "text",
        "Ink" => "a drawing",
        "Highlight" | "Underline" | "Squiggly" => "a marking of text",
        "StrikeOut" => "a line through text",
        "Stamp" => "a stamp",
        "FileAttachment" => "an attached file",
        _ => "something",
    };
    let words = match file.take(&mut dict, "Contents")? {
        Object::Text(words) => text::decode(&words).unwrap_or_default(),
        _ => String::new(),
    };
    let words = words.trim();
    Ok(Some(if words.is_empty() {
        format!("{what} was added to the page, and is not read")
    } else {
        format!("{what} was added to the page, and is not read as a value: “{words}”")
    }))
}

impl Sheet {
    /// The digest of its streams as they are in the file. `None` if they are not all there.
    pub(super) fn streams(&self, file: &PdfFile<'_>) -> Result<Option<String>, Fault> {
        let mut bytes = Vec::new();
        for id in &self.contents {
            let Object::Stream(dict, data) = file.get(*id)? else { return Ok(None) };
            let Some(raw) = file.raw(&dict, data)? else { return Ok(None) };
            if bytes.len() + raw.len() > limit::STREAM_BYTES {
                return Ok(None);
            }
            bytes.extend_from_slice(raw);
        }
        Ok(Some(hash::page(&bytes)))
    }

    /// What the page is drawn by. `None` if it cannot be unpacked.
    pub(super) fn drawing(&self, file: &PdfFile<'_>) -> Result<Option<Drawing>, Fault> {
        let mut streams = Vec::with_capacity(self.contents.len());
        let mut length = 0_usize;
        for id in &self.contents {
            let Object::Stream(dict, data) = file.get(*id)? else { continue };
            let Some(mut content) = file.content(dict, data)? else { return Ok(None) };
            content.push(b'\n');
            length += content.len();
            if length > limit::STREAM_BYTES {
                return Ok(None);
            }
            streams.push(content);
        }
        Ok(Some(Drawing { streams }))
    }
}

/// The content streams of a page, each with a line end after it.
pub(super) struct Drawing {
    streams: Vec<Vec<u8>>,
}

/// The most streams of a page of ours: text, header and marks.
const OUR_STREAMS: usize = 3;
/// In how many streams of a page ours are looked for.
const MOST_STREAMS: usize = 16;

impl Drawing {
    /// The digest of the whole page, as the file says it of each page that was built.
    pub(super) fn digest(&self) -> String {
        hash::page(&self.content())
    }

    /// All streams, one after the other.
    pub(super) fn content(&self) -> Vec<u8> {
        self.streams.concat()
    }

    /// The digests of some streams in a row, of which one is that of the page as it was built if a program drew before or after it.
    pub(super) fn parts(&self, budget: &Budget) -> Result<Vec<String>, Fault> {
        let most = self.streams.len().min(MOST_STREAMS);
        let mut parts = Vec::new();
        for start in 0..most {
            for end in start + 1..=most.min(start + OUR_STREAMS) {
                let part = self.streams[start..end].concat();
                budget.spend(Limit::Filtered, part.len())?;
                parts.push(hash::page(&part));
            }
        }
        Ok(parts)
    }
}
