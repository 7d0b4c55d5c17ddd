use std::sync::Arc;

use rayon::prelude::*;

use super::PdfError;
use super::deflate::{self, Effort};
use super::objects::{Data, Dict, Id, Objects, Packed, Place, dict, int};
use crate::base::hash::{self, Begun};
use crate::base::memo::Memo;
use crate::base::threads;

/// How many objects share a stream. With more, a reader would unpack too much to get at a single one.
const IN_ONE_STREAM: usize = 500;
/// The length of an entry of the cross-reference stream: kind, place and index take one, four and two bytes.
const ENTRY: usize = 7;
/// Data so short do not get shorter by compression.
const NOT_WORTH_COMPRESSING: usize = 24;

/// Compressed data by what they were before. The kits of many candidates have the same pages and the same structure.
pub(super) type Compressed = Memo<Vec<u8>, Arc<Packed>>;

/// Writes a file with object streams and a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8). Its identifier is made from the
/// rest of the file.
pub(super) fn write(
    objects: Objects,
    catalog: Id,
    info: Id,
    compressed: &Compressed,
) -> Result<Vec<u8>, PdfError> {
    let Objects { bytes, mut places } = objects;
    let streams = places.iter_mut().filter_map(|place| match place {
        Place::Stream(stream) => Some(&mut stream.data),
        _ => None,
    });
    pack(streams.collect(), compressed)?;
    let mut file = File::new(bytes.len(), places.len());
    let mut plain: Vec<(usize, &[u8])> = Vec::new();
    for (number, place) in (1..).zip(places) {
        match place {
            Place::Bytes(range) => plain.push((number, &bytes[range])),
            Place::Apart(range) => file.plain_object(number, &bytes[range]),
            Place::Stream(stream) => file.stream(number, &stream.entries, &stream.data),
            Place::Reserved => {
                let message = format!("object {number} was reserved and never written");
                return Err(PdfError::Assembly(message));
            }
        }
    }
    for objects in plain.chunks(IN_ONE_STREAM * AT_ONCE) {
        let mut streams: Vec<ObjectStream> =
            objects.chunks(IN_ONE_STREAM).map(ObjectStream::new).collect();
        pack(streams.iter_mut().map(|stream| &mut stream.data).collect(), compressed)?;
        for (stream, objects) in streams.iter().zip(objects.chunks(IN_ONE_STREAM)) {
            file.object_stream(stream, objects);
        }
    }
    file.finish(catalog, info)
}

/// How many object streams are in memory at once.
const AT_ONCE: usize = 16;

/// Compresses what is not compressed yet, side by side unless whole files are written so.
fn pack(streams: Vec<&mut Data>, compressed: &Compressed) -> Result<(), PdfError> {
    let pack = |data: &mut Data| {
        if let Data::Plain(bytes) = data {
            *data = packed(std::mem::take(bytes), compressed)?;
        }
        Ok(())
    };
    if threads::are_busy() {
        streams.into_iter().try_for_each(pack)
    } else {
        streams.into_par_iter().try_for_each(pack)
    }
}

/// A stream that holds objects.
struct ObjectStream {
    data: Data,
    /// Where the first object is in the data, after the numbers and places of all.
    first: usize,
}

impl ObjectStream {
    fn new(objects: &[(usize, &[u8])]) -> Self {
        let size = objects.iter().map(|(_, object)| object.len() + 1).sum();
        let (mut head, mut body) = (Vec::with_capacity(size + objects.len() * 14), Vec::new());
        body.reserve_exact(size);
        for (number, object) in objects {
            int(&mut head, *number);
            head.push(b' ');
            int(&mut head, body.len());
            head.push(b' ');
            body.extend_from_slice(object);
            body.push(b' ');
        }
        let first = head.len();
        head.append(&mut body);
        Self { data: Data::Plain(head), first }
    }
}

/// A file that is being written.
struct File {
    bytes: Vec<u8>,
    /// By the number of the object.
    entries: Vec<Entry>,
    /// The digest of all that was written, from which the identifier is made.
    digest: Begun,
}

/// Where the file has an object.
#[derive(Clone, Copy)]
enum Entry {
    /// Nowhere. Number 0, at the head of the list of free numbers, is the only one.
    Free,
    /// At this byte.
    At(usize),
    /// In an object stream, at this index.
    InStream { stream: usize, index: u16 },
}

/// Compresses the data of a stream, if they are worth it.
pub(super) fn packed(data: Vec<u8>, compressed: &Compressed) -> Result<Data, PdfError> {
    if data.len() <= NOT_WORTH_COMPRESSING {
        return Ok(Data::Readable(data));
    }
    if let Some(known) = compressed.get(data.as_slice()) {
        return Ok(Data::Packed(known));
    }
    let packed = Arc::new(Packed::new(deflate::deflate(&data, Effort::Good)?));
    let weight = data.len() + packed.bytes().len();
    compressed.insert(data, Arc::clone(&packed), weight);
    Ok(Data::Packed(packed))
}

impl File {
    /// A file of so many objects, which have so many bytes beside those of streams.
    fn new(length: usize, count: usize) -> Self {
        // Fonts are most of a small file, and objects are compressed to a fifth.
        let mut bytes = Vec::with_capacity(96 * 1024 + length / 2);
        bytes.extend_from_slice(b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
        Self { bytes, entries: vec![Entry::Free; count + 1], digest: Begun::default() }
    }

    /// Writes a stream of objects.
    fn object_stream(&mut self, stream: &ObjectStream, objects: &[(usize, &[u8])]) {
        let number = self.entries.len();
        self.entries.push(Entry::Free);
        for (index, (object, _)) in (0..).zip(objects) {
            self.entries[*object] = Entry::InStream { stream: number, index };
        }
        let mut entries = Vec::new();
        let mut dict = Dict { out: &mut entries };
        dict.name("Type", "ObjStm").int("N", objects.len()).int("First", stream.first);
        self.stream(number, &entries, &stream.data);
    }

    fn stream(&mut self, number: usize, entries: &[u8], data: &Data) {
        match data {
            Data::Packed(data) => self.packed_stream(number, entries, data),
            Data::Readable(data) | Data::Plain(data) => self.plain_stream(number, entries, data),
        }
    }

    fn packed_stream(&mut self, number: usize, entries: &[u8], data: &Packed) {
        self.digest.add(entries);
        self.digest.add(&data.stored().whole());
        self.deflated(number, entries, data.bytes());
    }

    fn plain_stream(&mut self, number: usize, entries: &[u8], data: &[u8]) {
        self.digest.add(entries);
        self.digest.add(data);
        self.object(number, entries, data);
    }

    fn deflated(&mut self, number: usize, entries: &[u8], data: &[u8]) {
        let mut entries = entries.to_vec();
        Dict { out: &mut entries }.name("Filter", "FlateDecode");
        self.object(number, &entries, data);
    }

    /// Writes an object that is not a stream.
    fn plain_object(&mut self, number: usize, object: &[u8]) {
        self.digest.add(object);
        self.entries[number] = Entry::At(self.bytes.len());
        int(&mut self.bytes, number);
        self.bytes.extend_from_slice(b" 0 obj\n");
        self.bytes.extend_from_slice(object);
        self.bytes.extend_from_slice(b"\nendobj\n");
    }

    fn object(&mut self, number: usize, entries: &[u8], data: &[u8]) {
        self.entries[number] = Entry::At(self.bytes.len());
        int(&mut self.bytes, number);
        self.bytes.extend_from_slice(b" 0 obj\n");
        dict(&mut self.bytes, |dict| {
            dict.out.extend_from_slice(entries);
            dict.int("Length", data.len());
        });
        self.bytes.extend_from_slice(b"stream\n");
        self.bytes.extend_from_slice(data);
        self.bytes.extend_from_slice(b"\nendstream\nendobj\n");
    }

    /// Writes the cross-reference stream, as differences from row to row (PNG's predictor Up; ISO 32000-1, 7.4.4.4).
    fn finish(mut self, catalog: Id, info: Id) -> Result<Vec<u8>, PdfError> {
        let (number, start) = (self.entries.len(), self.bytes.len());
        self.entries.push(Entry::At(start));
        let mut rows = Vec::with_capacity(self.entries.len() * (ENTRY + 1));
        let mut above = [0; ENTRY];
        for entry in &self.entries {
            let row = entry.row()?;
            rows.push(2);
            rows.extend(row.iter().zip(above).map(|(byte, above)| byte.wrapping_sub(above)));
            above = row;
        }
        // No other file has the same cross-references, and they are short.
        let content = deflate::deflate(&rows, Effort::Little)?;
        let digest = std::mem::take(&mut self.digest).whole();
        let mut entries = Vec::new();
        let mut dict = Dict { out: &mut entries };
        dict.name("Type", "XRef").int("Size", self.entries.len()).raw("W", b"[1 4 2]");
        dict.refer("Root", catalog).refer("Info", info);
        dict.array("ID", |array| {
            for _ in 0..2 {
                array.out.push(b'<');
                array.out.extend(digest[..16].iter().copied().flat_map(hash::hex_digits));
                array.out.push(b'>');
            }
        });
        dict.dict("DecodeParms", |dict| {
            dict.int("Predictor", 12).int("Columns", ENTRY);
        });
        self.deflated(number, &entries, &content);
        self.bytes.extend_from_slice(b"startxref\n");
        int(&mut self.bytes, start);
        self.bytes.extend_from_slice(b"\n%%EOF\n");
        Ok(self.bytes)
    }
}

impl Entry {
    fn row(self) -> Result<[u8; ENTRY], PdfError> {
        let (kind, place, index) = match self {
            Self::Free => (0, 0, u16::MAX),
            Self::At(byte) => (1, byte, 0),
            Self::InStream { stream, index } => (2, stream, index),
        };
        let place = u32::try_from(place)
            .map_err(|_| PdfError::Assembly("the file is larger than 4 GiB".to_owned()))?;
        let mut row = [kind; ENTRY];
        row[1..5].copy_from_slice(&place.to_be_bytes());
        row[5..].copy_from_slice(&index.to_be_bytes());
        Ok(row)
    }
}
