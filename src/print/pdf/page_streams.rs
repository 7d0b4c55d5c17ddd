use super::PdfError;
use super::content::Painted;
use super::objects::Data;
use super::write::{Compressed, packed};
use crate::base::hash::Begun;

/// The content streams of a page as the file has them.
pub(super) struct PageStreams {
    pub(super) body: Data,
    pub(super) header: Option<Data>,
    pub(super) marks: Option<Data>,
}

impl PageStreams {
    pub(super) fn new(painted: &Painted, compressed: &Compressed) -> Result<Self, PdfError> {
        let Painted { body, header, marks, .. } = painted;
        let header = (!header.is_empty()).then(|| packed(header.clone(), compressed));
        Ok(Self {
            body: packed(body.clone(), compressed)?,
            header: header.transpose()?,
            marks: (!marks.is_empty()).then(|| Data::Readable(marks.clone())),
        })
    }

    /// A digest of what is drawn on the page: its content streams, with a line end after each.
    pub(super) fn drawn(&self, Painted { body, header, marks, .. }: &Painted) -> String {
        let begun = match &self.body {
            Data::Packed(packed) => packed.drawn(body).and(b"\n"),
            Data::Readable(body) | Data::Plain(body) if body.is_empty() => Begun::default(),
            Data::Readable(body) | Data::Plain(body) => Begun::default().and(body).and(b"\n"),
        };
        let others = [header, marks].into_iter().filter(|stream| !stream.is_empty());
        others.fold(begun, |begun, stream| begun.and(stream).and(b"\n")).page()
    }

    /// A digest of the streams as the file has them, one after the other.
    pub(super) fn stored(&self) -> String {
        let begun = match &self.body {
            Data::Packed(packed) => packed.stored(),
            Data::Readable(body) | Data::Plain(body) => Begun::default().and(body),
        };
        let others = [&self.header, &self.marks].into_iter().flatten();
        others.fold(begun, |begun, stream| begun.and(stream.bytes())).page()
    }
}
