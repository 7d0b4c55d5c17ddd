//! Documents, each laid out, become one file with an outline of what is in it. Nothing here knows what they are about.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::print::frame::{
    DocumentInfo, Frame, FrameItem, Frames, GroupKind, Place, Role, Scope, Tag,
};

/// A document that is put into one file with others.
#[derive(Clone, Debug)]
pub struct CollatedDocument {
    /// The bookmarks that it is under, from the top: a person, a document. Never empty.
    pub titles: Vec<String>,
    /// What is put before the names of its fields and anchors, so that they stay unique.
    pub prefix: String,
    /// The fields that several documents have in common, such as the candidate's: their names in the document, and in the file. All
    /// places of one name in the file are one field.
    pub shared: BTreeMap<String, String>,
    /// Whether it begins on a sheet of its own if both sides of the paper are printed.
    pub starts_sheet: bool,
    /// The document itself.
    pub frames: Frames,
}

/// Whether documents that start a sheet begin on a front page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DuplexPadding {
    /// A document begins on the page after the one before.
    None,
    /// Before a document that starts a sheet, a blank page fills the back of the sheet before.
    BlankPage,
}

/// Puts the pages of documents in a row. Returns `None` if there is no document.
#[must_use]
pub fn collate(
    info: DocumentInfo,
    documents: Vec<CollatedDocument>,
    padding: DuplexPadding,
) -> Option<Frames> {
    let first = &documents.first()?.frames;
    let (form_face, field_look) = (Arc::clone(&first.form_face), first.field_look);
    let logo = first.logo.clone();
    let mut all =
        Frames { info, pages: Vec::new(), faces: Vec::new(), form_face, logo, field_look };
    let mut above: Vec<String> = Vec::new();
    for (index, document) in documents.into_iter().enumerate() {
        let CollatedDocument { titles, prefix, shared, starts_sheet, frames } = document;
        if let (DuplexPadding::BlankPage, true, Some(last)) =
            (padding, starts_sheet && all.pages.len() % 2 == 1, all.pages.last())
        {
            let blank = Frame::new(last.size);
            all.pages.push(Arc::new(blank));
        }
        let scope = Arc::new(Scope { prefix, shared, depth: level(titles.len()) });
        let part = Tag { role: Role::Part, number: u32::try_from(index).unwrap_or(u32::MAX) };
        for (number, page) in frames.pages.into_iter().enumerate() {
            let mut frame = Frame::new(page.size);
            if number == 0 {
                add_bookmarks(&mut frame, &titles, &above);
            }
            let draw = |frame: &mut Frame| {
                frame.tagged(part, |frame| {
                    frame.group(Place::default(), GroupKind::Scoped(Arc::clone(&scope)), page);
                });
            };
            if frames.info.lang == all.info.lang {
                draw(&mut frame);
            } else {
                frame.in_language(&frames.info.lang, draw);
            }
            all.pages.push(Arc::new(frame));
        }
        for face in frames.faces {
            if !all.faces.iter().any(|known| known.is(&face)) {
                all.faces.push(face);
            }
        }
        above = titles;
    }
    Some(all)
}

/// Adds the bookmarks that a document is under, unless the document before is under them too.
fn add_bookmarks(frame: &mut Frame, titles: &[String], above: &[String]) {
    let same = titles.iter().zip(above).take_while(|(title, above)| title == above).count();
    // Two documents of the same title are two all the same.
    let same = same.min(titles.len().saturating_sub(1));
    for (depth, title) in titles.iter().enumerate().skip(same) {
        let bookmark = FrameItem::Bookmark { title: title.clone(), level: level(depth + 1) };
        frame.push(Place::default(), bookmark);
    }
}

/// A level of bookmarks. Those that are too deep for a number are on the deepest level.
fn level(depth: usize) -> u8 {
    u8::try_from(depth).unwrap_or(u8::MAX)
}
