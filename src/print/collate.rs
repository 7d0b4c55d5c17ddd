//! Documents, each laid out, become one file with an outline of what is in it. Nothing here knows what they are about.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::unit::Language;
use crate::print::frame::{
    DocumentInfo, Frame, FrameItem, Frames, GroupKind, Place, Role, Scope, Size, Tag,
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
    let mut collator = Collator::new(info.lang.clone(), padding);
    let mut all =
        Frames { info, pages: Vec::new(), faces: Vec::new(), form_face, logo, field_look };
    for document in documents {
        let (pages, blank) = collator.begin(document);
        all.pages.extend(blank.map(Arc::new));
        all.pages.extend(pages.pages.into_iter().map(|page| Arc::new(collator.page(page))));
        for face in pages.faces {
            if !all.faces.iter().any(|known| known.is(&face)) {
                all.faces.push(face);
            }
        }
    }
    Some(all)
}

/// Puts the pages of documents in a row, one after the other.
pub struct Collator {
    /// The language of the whole.
    lang: Language,
    padding: DuplexPadding,
    /// How many documents there are so far.
    documents: u32,
    /// How many pages there are so far.
    pages: usize,
    /// How large the last one is.
    size: Size,
    /// The document whose pages come.
    current: Option<Current>,
    /// The bookmarks that the document before is under.
    above: Vec<String>,
}

/// The document whose pages come.
struct Current {
    part: Tag,
    scope: Arc<Scope>,
    /// Its language, if it is not that of the whole.
    lang: Option<Language>,
    /// The bookmarks that it is under, until its first page comes.
    titles: Option<Vec<String>>,
}

impl Collator {
    /// No documents so far. The whole is in this language.
    #[must_use]
    pub fn new(lang: Language, padding: DuplexPadding) -> Self {
        let (documents, pages, current, above) = (0, 0, None, Vec::new());
        Self { lang, padding, documents, pages, size: Size::default(), current, above }
    }

    /// Begins a document. Returns what else it has, with the pages that are laid out already, and the blank page that is before it.
    pub fn begin(&mut self, document: CollatedDocument) -> (Frames, Option<Frame>) {
        let CollatedDocument { titles, prefix, shared, starts_sheet, frames } = document;
        let is_on_back = starts_sheet && !self.pages.is_multiple_of(2);
        let blank =
            (self.padding == DuplexPadding::BlankPage && is_on_back).then(|| Frame::new(self.size));
        self.pages += usize::from(blank.is_some());
        let scope = Arc::new(Scope { prefix, shared, depth: level(titles.len()) });
        let part = Tag { role: Role::Part, number: self.documents };
        self.documents = self.documents.saturating_add(1);
        let lang = (frames.info.lang != self.lang).then(|| frames.info.lang.clone());
        self.current = Some(Current { part, scope, lang, titles: Some(titles) });
        (frames, blank)
    }

    /// The next page of the document that was begun last.
    ///
    /// # Panics
    ///
    /// If none was begun.
    #[expect(clippy::expect_used, reason = "a page is of a document")]
    pub fn page(&mut self, page: Arc<Frame>) -> Frame {
        let current = self.current.as_mut().expect("a document is begun before its pages come");
        let mut frame = Frame::new(page.size);
        (self.pages, self.size) = (self.pages + 1, page.size);
        if let Some(titles) = current.titles.take() {
            add_bookmarks(&mut frame, &titles, &self.above);
            self.above = titles;
        }
        let draw = |frame: &mut Frame| {
            frame.tagged(current.part, |frame| {
                let kind = GroupKind::Scoped(Arc::clone(&current.scope));
                frame.group(Place::default(), kind, page);
            });
        };
        match &current.lang {
            None => draw(&mut frame),
            Some(lang) => frame.in_language(lang, draw),
        }
        frame
    }
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
