use rayon::prelude::*;

use super::PdfError;
use super::content::{self, Painted, StructureItem};
use super::faces::Faces;
use super::objects::Data;
use super::write::{Compressed, packed};
use crate::base::hash::{self, Begun};
use crate::print::frame::{FieldKind, Page, Pages};

/// A page as the file has it.
pub(super) struct PackedPage {
    pub(super) streams: PageStreams,
    /// What belongs to the structure, in reading order.
    pub(super) structure: Vec<StructureItem>,
    /// Its digests, if a document of the file says of itself what it was built with.
    pub(super) digests: Option<PageDigests>,
}

/// The content streams of a page.
pub(super) struct PageStreams {
    pub(super) body: Data,
    pub(super) header: Option<Data>,
    pub(super) marks: Option<Data>,
}

/// By which it is found whether a page is as it was built.
pub(super) struct PageDigests {
    /// Of what is drawn: the content streams, with a line end after each.
    pub(super) drawn: String,
    /// Of the streams as the file has them, one after the other.
    pub(super) stored: String,
    /// Of the words.
    pub(super) words: String,
}

/// Fewer pages than this are packed before another thread would have begun.
const WORTH_A_THREAD: usize = 4;

/// Paints and packs all pages, one after the other, so that what was painted is not kept. If files are written side by side, the cores are
/// busy; otherwise all of them are used.
pub(super) fn pack(
    pages: &Pages,
    faces: &Faces,
    compressed: &Compressed,
) -> Result<Vec<PackedPage>, PdfError> {
    let is_identity = |kind: &FieldKind| matches!(kind, FieldKind::Identity { .. });
    let has_digests = pages.fields.iter().any(|field| is_identity(&field.kind));
    let pack = |page: &Page| {
        let painted = content::paint(page, pages.size.height, faces);
        PackedPage::new(painted, has_digests, compressed)
    };
    if rayon::current_thread_index().is_some() {
        return pages.pages.iter().map(pack).collect();
    }
    pages.pages.par_iter().with_min_len(WORTH_A_THREAD).map(pack).collect()
}

impl PackedPage {
    fn new(painted: Painted, has_digests: bool, compressed: &Compressed) -> Result<Self, PdfError> {
        let Painted { body, header, marks, structure, words } = painted;
        let plain = has_digests.then(|| [body.clone(), header.clone(), marks.clone()]);
        let header = (!header.is_empty()).then(|| packed(header, compressed)).transpose()?;
        let marks = (!marks.is_empty()).then(|| Data::Readable(marks));
        let streams = PageStreams { body: packed(body, compressed)?, header, marks };
        let digests = plain.map(|plain| PageDigests {
            drawn: streams.drawn(&plain),
            stored: streams.stored(),
            words: hash::words(&words),
        });
        Ok(Self { streams, structure, digests })
    }
}

impl PageStreams {
    fn drawn(&self, [body, header, marks]: &[Vec<u8>; 3]) -> String {
        let begun = match &self.body {
            Data::Packed(packed) => packed.drawn(body).and(b"\n"),
            Data::Readable(_) | Data::Plain(_) if body.is_empty() => Begun::default(),
            Data::Readable(_) | Data::Plain(_) => Begun::default().and(body).and(b"\n"),
        };
        let others = [header, marks].into_iter().filter(|stream| !stream.is_empty());
        others.fold(begun, |begun, stream| begun.and(stream).and(b"\n")).page()
    }

    fn stored(&self) -> String {
        let begun = match &self.body {
            Data::Packed(packed) => packed.stored(),
            Data::Readable(body) | Data::Plain(body) => Begun::default().and(body),
        };
        let others = [&self.header, &self.marks].into_iter().flatten();
        others.fold(begun, |begun, stream| begun.and(stream.bytes())).page()
    }
}
