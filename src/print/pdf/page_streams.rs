use super::PdfError;
use super::content::{self, PageItems, Painted, StructureItem};
use super::faces::Faces;
use super::objects::Data;
use super::page_bodies::{self, Bodies, Body, BodyDigests};
use super::write::Compressed;
use crate::base::hash::Begun;
use crate::base::text::seen;
use crate::base::unit::Pt;
use crate::print::frame::Item;

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

/// What was made for the pages of other files, and can be used again.
#[derive(Clone, Copy)]
pub(super) struct Known<'w> {
    pub(super) bodies: &'w Bodies,
    pub(super) compressed: &'w Compressed,
}

impl PackedPage {
    /// Paints and packs a page.
    pub(super) fn new(
        items: &PageItems<'_>,
        look: (Pt, &Faces<'_>),
        has_digests: bool,
        known: Known<'_>,
    ) -> Result<Self, PdfError> {
        let known_bodies = (known.bodies, known.compressed);
        let body = page_bodies::body(&items.body, look, has_digests, known_bodies)?;
        let structure = content::structure(&items.body);
        Ok(Self { structure, ..Self::around(&body, items, look, &mut None) })
    }

    /// Paints and packs what is apart from the body of a page. What belongs to the structure is left out. `before` is the header of the page before:
    /// most pages of a document have the same.
    pub(super) fn around<'p>(
        body: &Body,
        items: &PageItems<'p>,
        (height, faces): (Pt, &Faces<'_>),
        before: &mut Option<PaintedHeader<'p>>,
    ) -> Self {
        let known = before.take().filter(|known| content::are(&known.items, &items.header));
        let header = known.unwrap_or_else(|| {
            let Painted { operators, words } = content::paint(&items.header, height, faces);
            PaintedHeader { items: items.header.clone(), operators, words: seen(&words) }
        });
        let header = before.insert(header);
        let marks = content::paint(&items.marks, height, faces);
        let drawn_words = body.digests.as_ref().map(|BodyDigests { drawn, words }| {
            let drawn = page_bodies::drawn(drawn.clone(), &header.operators);
            let drawn = page_bodies::drawn(drawn, &marks.operators).page();
            let words = words.clone().and(header.words.as_bytes()).and_words(&marks.words);
            (drawn, words.page())
        });
        let [header, marks] = [header.operators.clone(), marks.operators]
            .map(|operators| Some(Data::Readable(operators)).filter(|it| !it.bytes().is_empty()));
        let streams = PageStreams { body: body.stream.clone(), header, marks };
        let digests = drawn_words.map(|(drawn, words)| {
            let stored = streams.stored();
            PageDigests { drawn, stored, words }
        });
        Self { streams, structure: Vec::new(), digests }
    }
}

/// A header that was painted, and what is on it.
pub(super) struct PaintedHeader<'p> {
    items: Vec<&'p Item>,
    operators: Vec<u8>,
    /// The words that are seen.
    words: String,
}

impl PageStreams {
    /// All of them, in the order in which they are drawn.
    pub(super) fn all(&self) -> impl Iterator<Item = &Data> {
        [Some(&self.body), self.header.as_ref(), self.marks.as_ref()].into_iter().flatten()
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
