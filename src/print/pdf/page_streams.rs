use super::PdfError;
use super::content::Painted;
use super::objects::Data;
use super::write::{Compressed, packed};

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

    /// The bytes of all of them, one after the other.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let streams = [Some(&self.body), self.header.as_ref(), self.marks.as_ref()];
        streams.into_iter().flatten().flat_map(Data::bytes).copied().collect()
    }
}
