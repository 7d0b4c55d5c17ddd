use std::io::{self, Write};
use std::sync::Arc;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use sha2::{Digest, Sha256};

use super::objects::{Data, Dict, Id, Objects, Place, dict, int};
use crate::base::memo::Memo;

/// More objects in one stream make a reader unpack too much for a single one.
const IN_ONE_STREAM: usize = 1000;
/// An entry of the cross-reference stream: what it is, where, and which there; one, four and two bytes.
const ENTRY: usize = 7;

/// Compressed data, by what it was before. The same page, or the same structure, stands in the kits of many candidates.
pub(super) type Compressed = Memo<Vec<u8>, Arc<[u8]>>;

/// Writes a file with object streams and a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8), and an identifier made from
/// all the rest of it.
pub(super) fn write(
    objects: Objects,
    catalog: Id,
    info: Id,
    compressed: &Compressed,
) -> io::Result<Vec<u8>> {
    let Objects { bytes, places } = objects;
    let mut out =
        Out { bytes: head(bytes.len()), entries: vec![[0; ENTRY]; places.len() + 1], compressed };
    let mut packed: Vec<(u32, &[u8])> = Vec::new();
    for (id, place) in (1..).zip(places) {
        match place {
            Place::Bytes(start, end) => packed.push((id, &bytes[start..end])),
            Place::Stream(entries, data) => out.stream(id, &entries, data)?,
            // A promise that was not kept stands for nothing at all (ISO 32000-1, 7.3.9).
            Place::Promised => packed.push((id, b"null")),
        }
    }
    let mut next = u32::try_from(out.entries.len()).unwrap_or(u32::MAX);
    for chunk in packed.chunks(IN_ONE_STREAM) {
        let size = chunk.iter().map(|(_, object)| object.len() + 16).sum();
        let (mut index, mut body) = (Vec::with_capacity(size), Vec::with_capacity(size));
        for (place, (id, object)) in chunk.iter().enumerate() {
            int(&mut index, usize::try_from(*id).unwrap_or_default());
            index.push(b' ');
            int(&mut index, body.len());
            index.push(b' ');
            body.extend_from_slice(object);
            body.push(b' ');
            out.note(*id, 2, next, place);
        }
        let mut entries = Vec::new();
        let mut dict = Dict { out: &mut entries };
        dict.name("Type", "ObjStm").int("N", chunk.len()).int("First", index.len());
        index.append(&mut body);
        out.stream(next, &entries, Data::Plain(index))?;
        next += 1;
    }
    out.finish(next, catalog, info)?;
    Ok(out.bytes)
}

/// The beginning of a file, with room for the rest of it.
fn head(objects: usize) -> Vec<u8> {
    // Fonts are most of a small file, and objects are compressed to a fifth.
    let mut bytes = Vec::with_capacity(96 * 1024 + objects / 2);
    bytes.extend_from_slice(b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
    bytes
}

/// The level that costs a third of the time of the best one for a few hundredths of the size.
const GOOD: u32 = 6;
/// The level for what is in no other file, and small: the cross-references.
const FAST: u32 = 2;

/// Data of so few bytes are no fewer when they are compressed.
const NOT_WORTH_PACKING: usize = 24;

/// Data compressed well.
pub(super) fn deflate(bytes: &[u8]) -> io::Result<Vec<u8>> {
    deflate_at(bytes, GOOD)
}

fn deflate_at(bytes: &[u8], level: u32) -> io::Result<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(level));
    encoder.write_all(bytes)?;
    encoder.finish()
}

struct Out<'a> {
    bytes: Vec<u8>,
    /// The cross-references, by the objects' numbers.
    entries: Vec<[u8; ENTRY]>,
    compressed: &'a Compressed,
}

impl Out<'_> {
    fn stream(&mut self, id: u32, entries: &[u8], data: Data) -> io::Result<()> {
        match data {
            Data::Packed(data) => self.packed(id, entries, &data, true),
            Data::Readable(data) => self.packed(id, entries, &data, false),
            Data::Plain(data) if data.len() <= NOT_WORTH_PACKING => {
                self.packed(id, entries, &data, false);
            }
            Data::Plain(data) => {
                let known = self.compressed.get(data.as_slice());
                let packed = if let Some(packed) = known {
                    packed
                } else {
                    let packed: Arc<[u8]> = deflate(&data)?.into();
                    let weight = data.len() + packed.len();
                    self.compressed.insert(data, Arc::clone(&packed), weight);
                    packed
                };
                self.packed(id, entries, &packed, true);
            }
        }
        Ok(())
    }

    fn packed(&mut self, id: u32, entries: &[u8], data: &[u8], is_deflated: bool) {
        self.note(id, 1, u32::try_from(self.bytes.len()).unwrap_or(u32::MAX), 0);
        int(&mut self.bytes, usize::try_from(id).unwrap_or_default());
        self.bytes.extend_from_slice(b" 0 obj\n");
        dict(&mut self.bytes, |dict| {
            dict.out.extend_from_slice(entries);
            if is_deflated {
                dict.name("Filter", "FlateDecode");
            }
            dict.int("Length", data.len());
        });
        self.bytes.extend_from_slice(b"stream\n");
        self.bytes.extend_from_slice(data);
        self.bytes.extend_from_slice(b"\nendstream\nendobj\n");
    }

    fn note(&mut self, id: u32, kind: u8, at: u32, index: usize) {
        let id = usize::try_from(id).unwrap_or_default();
        if self.entries.len() <= id {
            self.entries.resize(id + 1, [0; ENTRY]);
        }
        let entry = &mut self.entries[id];
        entry[0] = kind;
        entry[1..5].copy_from_slice(&at.to_be_bytes());
        entry[5..].copy_from_slice(&u16::try_from(index).unwrap_or(u16::MAX).to_be_bytes());
    }

    /// The cross-reference stream, as differences from row to row (PNG's predictor Up; ISO 32000-1, 7.4.4.4).
    fn finish(&mut self, id: u32, catalog: Id, info: Id) -> io::Result<()> {
        let start = self.bytes.len();
        self.note(id, 1, u32::try_from(start).unwrap_or(u32::MAX), 0);
        // The head of the list of free objects.
        self.entries[0] = [0, 0, 0, 0, 0, 0xFF, 0xFF];
        let mut rows = Vec::with_capacity(self.entries.len() * (ENTRY + 1));
        let mut above = [0; ENTRY];
        for entry in &self.entries {
            rows.push(2);
            rows.extend(entry.iter().zip(above).map(|(byte, above)| byte.wrapping_sub(above)));
            above = *entry;
        }
        let content = deflate_at(&rows, FAST)?;
        let digest = Sha256::digest(&self.bytes);
        let mut entries = Vec::new();
        let mut dict = Dict { out: &mut entries };
        dict.name("Type", "XRef").int("Size", self.entries.len()).raw("W", b"[1 4 2]");
        dict.refer("Root", catalog).refer("Info", info);
        let mut name = Vec::new();
        for byte in &digest[..16] {
            write!(name, "{byte:02X}")?;
        }
        dict.array("ID", |array| {
            for _ in 0..2 {
                array.out.push(b'<');
                array.out.extend_from_slice(&name);
                array.out.push(b'>');
            }
        });
        dict.dict("DecodeParms", |dict| {
            dict.int("Predictor", 12).int("Columns", ENTRY);
        });
        self.packed(id, &entries, &content, true);
        writeln!(self.bytes, "startxref\n{start}\n%%EOF")
    }
}
