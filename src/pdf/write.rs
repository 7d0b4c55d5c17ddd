use std::io::{self, Write};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Document, Object, Stream, StringFormat};
use sha2::{Digest, Sha256};

/// More objects in one stream make a reader unpack too much for a single one.
const IN_ONE_STREAM: usize = 2000;
/// An entry of the cross-reference stream: what it is, where, and which there; one, four and two bytes.
const ENTRY: usize = 7;

/// Writes a file with object streams and a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8), and an identifier made from
/// all the rest of it. lopdf's own writer serialises every object three times, which is half of what a whole kit takes.
pub(super) fn write(file: &Document) -> io::Result<Vec<u8>> {
    let mut out = Out { bytes: b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec(), entries: Vec::new() };
    let size = usize::try_from(file.max_id).unwrap_or_default() + 1;
    out.entries.resize(size, [0; ENTRY]);
    let mut packed: Vec<(u32, &Object)> = Vec::new();
    for ((id, _), object) in &file.objects {
        match object {
            Object::Stream(stream) => out.stream(*id, stream)?,
            object => packed.push((*id, object)),
        }
    }
    let mut next = file.max_id + 1;
    for objects in packed.chunks(IN_ONE_STREAM) {
        let (mut index, mut body) = (Vec::new(), Vec::new());
        for (place, (id, object)) in objects.iter().enumerate() {
            write!(index, "{id} {} ", body.len())?;
            write_object(&mut body, object)?;
            body.push(b' ');
            out.note(*id, 2, next, place);
        }
        let mut dict = Dictionary::new();
        dict.set("Type", "ObjStm");
        dict.set("N", i64::try_from(objects.len()).unwrap_or_default());
        dict.set("First", i64::try_from(index.len()).unwrap_or_default());
        let mut stream = Stream::new(dict, [index, body].concat());
        compress(&mut stream)?;
        out.stream(next, &stream)?;
        next += 1;
    }
    out.finish(next, file)?;
    Ok(out.bytes)
}

/// Compresses a stream that is not compressed yet, at the level that costs a third of the time of the best one for a few
/// hundredths of the size.
pub(super) fn compress(stream: &mut Stream) -> io::Result<()> {
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

struct Out {
    bytes: Vec<u8>,
    /// The cross-references, by the objects' numbers.
    entries: Vec<[u8; ENTRY]>,
}

impl Out {
    fn stream(&mut self, id: u32, stream: &Stream) -> io::Result<()> {
        self.note(id, 1, u32::try_from(self.bytes.len()).unwrap_or(u32::MAX), 0);
        writeln!(self.bytes, "{id} 0 obj")?;
        let mut dict = stream.dict.clone();
        dict.set("Length", i64::try_from(stream.content.len()).unwrap_or_default());
        write_dictionary(&mut self.bytes, &dict)?;
        self.bytes.extend_from_slice(b"stream\n");
        self.bytes.extend_from_slice(&stream.content);
        self.bytes.extend_from_slice(b"\nendstream\nendobj\n");
        Ok(())
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
    fn finish(&mut self, id: u32, file: &Document) -> io::Result<()> {
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
        let content = deflate(&rows)?;
        let mut parameters = Dictionary::new();
        parameters.set("Predictor", 12);
        parameters.set("Columns", i64::try_from(ENTRY).unwrap_or_default());
        let digest = Sha256::digest(&self.bytes);
        let name = Object::String(digest[..16].to_vec(), StringFormat::Hexadecimal);
        let mut dict = Dictionary::new();
        dict.set("Type", "XRef");
        dict.set("Size", i64::try_from(self.entries.len()).unwrap_or_default());
        dict.set("W", vec![1.into(), 4.into(), 2.into()]);
        for key in ["Root", "Info"] {
            if let Ok(value) = file.trailer.get(key.as_bytes()) {
                dict.set(key, value.clone());
            }
        }
        dict.set("ID", vec![name.clone(), name]);
        dict.set("Filter", "FlateDecode");
        dict.set("DecodeParms", parameters);
        self.stream(id, &Stream::new(dict, content))?;
        writeln!(self.bytes, "startxref\n{start}\n%%EOF")
    }
}

fn deflate(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(6));
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// Writes an object (ISO 32000-1, 7.3).
fn write_object(out: &mut Vec<u8>, object: &Object) -> io::Result<()> {
    match object {
        Object::Null => out.extend_from_slice(b"null"),
        Object::Boolean(value) => write!(out, "{value}")?,
        Object::Integer(value) => write!(out, "{value}")?,
        Object::Real(value) => write!(out, "{value}")?,
        Object::Name(name) => write_name(out, name)?,
        Object::String(text, StringFormat::Literal) => {
            out.push(b'(');
            for byte in text {
                match byte {
                    b'(' | b')' | b'\\' => out.extend_from_slice(&[b'\\', *byte]),
                    // A reader takes any end of line for a line feed.
                    b'\r' => out.extend_from_slice(b"\\r"),
                    byte => out.push(*byte),
                }
            }
            out.push(b')');
        }
        Object::String(text, StringFormat::Hexadecimal) => {
            out.push(b'<');
            for byte in text {
                write!(out, "{byte:02X}")?;
            }
            out.push(b'>');
        }
        Object::Array(items) => {
            out.push(b'[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push(b' ');
                }
                write_object(out, item)?;
            }
            out.push(b']');
        }
        Object::Dictionary(dict) => write_dictionary(out, dict)?,
        Object::Reference((id, generation)) => write!(out, "{id} {generation} R")?,
        // A stream stands for itself only; nothing here puts one into another object.
        Object::Stream(_) => return Err(io::Error::other("a stream inside another object")),
    }
    Ok(())
}

fn write_dictionary(out: &mut Vec<u8>, dict: &Dictionary) -> io::Result<()> {
    out.extend_from_slice(b"<<");
    for (key, value) in dict {
        write_name(out, key)?;
        let is_parted = matches!(
            value,
            Object::Name(_) | Object::String(..) | Object::Array(_) | Object::Dictionary(_)
        );
        if !is_parted {
            out.push(b' ');
        }
        write_object(out, value)?;
    }
    out.extend_from_slice(b">>");
    Ok(())
}

fn write_name(out: &mut Vec<u8>, name: &[u8]) -> io::Result<()> {
    out.push(b'/');
    for byte in name {
        if byte.is_ascii_alphanumeric() || b"-_.+*:".contains(byte) {
            out.push(*byte);
        } else {
            write!(out, "#{byte:02X}")?;
        }
    }
    Ok(())
}
