use std::ops::Range;
use std::sync::{Arc, OnceLock};

use crate::base::hash::{Begun, hex_digits};
use crate::base::unit::Pt;

/// The number of an object in the file, counted from 1. A large file has millions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Id(pub(super) u32);

/// Where an object is kept until it is in the file.
pub(super) enum Place {
    /// Here among the bytes.
    Bytes(Range<usize>),
    /// It is a stream. Few objects are, so it takes no room in the places of the others.
    Stream(Box<Stream>),
}

/// A stream object.
pub(super) struct Stream {
    /// Its dictionary without length and filter.
    pub(super) entries: Vec<u8>,
    pub(super) data: Data,
}

/// The data of a stream.
#[derive(Clone)]
pub(super) enum Data {
    /// To be compressed.
    Plain(Vec<u8>),
    /// To stay as it is: for those who read it without unpacking it, or because it is short, and no other file has the same.
    Readable(Vec<u8>),
    /// Compressed already.
    Packed(Arc<Packed>),
}

/// Compressed data, and what is known of them.
#[derive(Debug)]
pub(super) struct Packed {
    bytes: Box<[u8]>,
    /// The beginning of the digest of a page's streams, if they begin with the bytes.
    stored: OnceLock<Begun>,
}

impl Packed {
    pub(super) fn new(bytes: Vec<u8>) -> Self {
        Self { bytes: bytes.into(), stored: OnceLock::new() }
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The digest of the bytes, and of what follows.
    pub(super) fn stored(&self) -> Begun {
        self.stored.get_or_init(|| Begun::default().and(&self.bytes)).clone()
    }
}

impl Data {
    /// The bytes, compressed or not.
    pub(super) fn bytes(&self) -> &[u8] {
        match self {
            Self::Plain(bytes) | Self::Readable(bytes) => bytes,
            Self::Packed(packed) => packed.bytes(),
        }
    }
}

/// A dictionary that is being written.
pub(super) struct Dict<'a> {
    pub(super) out: &'a mut Vec<u8>,
}

/// Writes a dictionary.
pub(super) fn dict(out: &mut Vec<u8>, write: impl FnOnce(&mut Dict<'_>)) {
    out.extend_from_slice(b"<<");
    write(&mut Dict { out });
    out.extend_from_slice(b">>");
}

/// Writes an array. Its items separate themselves.
pub(super) fn array(out: &mut Vec<u8>, write: impl FnOnce(&mut Array<'_>)) {
    out.push(b'[');
    let start = out.len();
    write(&mut Array { out, start });
    out.push(b']');
}

impl Dict<'_> {
    pub(super) fn name(&mut self, key: &str, value: &str) -> &mut Self {
        self.key(key);
        name(self.out, value.as_bytes());
        self
    }

    pub(super) fn int(&mut self, key: &str, value: impl itoa::Integer) -> &mut Self {
        self.spaced(key);
        int(self.out, value);
        self
    }

    pub(super) fn flag(&mut self, key: &str, value: bool) -> &mut Self {
        self.raw(key, if value { b"true" } else { b"false" })
    }

    pub(super) fn refer(&mut self, key: &str, to: Id) -> &mut Self {
        self.spaced(key);
        refer(self.out, to);
        self
    }

    /// A text string (ISO 32000-1, 7.9.2.2). Plain ASCII stays readable.
    pub(super) fn text(&mut self, key: &str, text: &str) -> &mut Self {
        self.key(key);
        if text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
            literal(self.out, text.as_bytes());
        } else {
            literal(self.out, &utf16(text));
        }
        self
    }

    /// A string of bytes.
    pub(super) fn bytes(&mut self, key: &str, bytes: &[u8]) -> &mut Self {
        self.key(key);
        literal(self.out, bytes);
        self
    }

    pub(super) fn dict(&mut self, key: &str, write: impl FnOnce(&mut Dict<'_>)) -> &mut Self {
        self.key(key);
        dict(self.out, write);
        self
    }

    pub(super) fn array(&mut self, key: &str, write: impl FnOnce(&mut Array<'_>)) -> &mut Self {
        self.key(key);
        array(self.out, write);
        self
    }

    /// A single value that could be in an array as well.
    pub(super) fn value(&mut self, key: &str, write: impl FnOnce(&mut Array<'_>)) -> &mut Self {
        let start = self.out.len();
        self.key(key);
        // The key is before it like another item.
        write(&mut Array { out: self.out, start });
        self
    }

    pub(super) fn refers(&mut self, key: &str, to: impl IntoIterator<Item = Id>) -> &mut Self {
        self.array(key, |array| to.into_iter().for_each(|id| array.refer(id)))
    }

    pub(super) fn reals(&mut self, key: &str, values: &[f32]) -> &mut Self {
        self.array(key, |array| values.iter().for_each(|value| array.real(*value)))
    }

    /// A value that is written already.
    pub(super) fn raw(&mut self, key: &str, value: &[u8]) -> &mut Self {
        self.spaced(key);
        self.out.extend_from_slice(value);
        self
    }

    /// A key whose value is written next, by other means.
    pub(super) fn key(&mut self, key: &str) {
        name(self.out, key.as_bytes());
    }

    fn spaced(&mut self, key: &str) {
        self.key(key);
        self.out.push(b' ');
    }
}

/// An array that is being written.
pub(super) struct Array<'a> {
    pub(super) out: &'a mut Vec<u8>,
    start: usize,
}

impl Array<'_> {
    pub(super) fn int(&mut self, value: impl itoa::Integer) {
        self.separate();
        int(self.out, value);
    }

    pub(super) fn real(&mut self, value: f32) {
        self.separate();
        real(self.out, value);
    }

    pub(super) fn refer(&mut self, to: Id) {
        self.separate();
        refer(self.out, to);
    }

    pub(super) fn dict(&mut self, write: impl FnOnce(&mut Dict<'_>)) {
        dict(self.out, write);
    }

    pub(super) fn array(&mut self, write: impl FnOnce(&mut Array<'_>)) {
        array(self.out, write);
    }

    pub(super) fn raw(&mut self, value: &[u8]) {
        self.separate();
        self.out.extend_from_slice(value);
    }

    fn separate(&mut self) {
        if self.out.len() > self.start {
            self.out.push(b' ');
        }
    }
}

/// Writes a reference to an object.
pub(super) fn refer(out: &mut Vec<u8>, Id(number): Id) {
    int(out, number);
    out.extend_from_slice(b" 0 R");
}

/// Writes an integer.
pub(super) fn int(out: &mut Vec<u8>, value: impl itoa::Integer) {
    out.extend_from_slice(itoa::Buffer::new().format(value).as_bytes());
}

/// Writes a number with two decimals at most. Hundredths of a point are finer than any printer, and short.
pub(super) fn real(out: &mut Vec<u8>, value: f32) {
    // All lengths were checked to be numbers. One that is larger than any paper becomes the largest that there is.
    #[expect(clippy::cast_possible_truncation, reason = "the cast saturates")]
    let hundredths = (value * 100.0).round() as i64;
    if hundredths < 0 {
        out.push(b'-');
    }
    let hundredths = hundredths.unsigned_abs();
    int(out, hundredths / 100);
    match hundredths % 100 {
        0 => {}
        rest if rest % 10 == 0 => {
            out.push(b'.');
            int(out, rest / 10);
        }
        rest => {
            out.extend_from_slice(if rest < 10 { b".0" } else { b"." });
            int(out, rest);
        }
    }
}

/// Writes a length by which others are multiplied, with four decimals.
pub(super) fn fine(out: &mut Vec<u8>, Pt(length): Pt) {
    out.extend_from_slice(format!("{length:.4}").as_bytes());
}

/// Writes a share, such as that of a color channel, with four decimals at most.
pub(super) fn fraction(out: &mut Vec<u8>, value: f32) {
    let text = format!("{value:.4}");
    out.extend_from_slice(text.trim_end_matches('0').trim_end_matches('.').as_bytes());
}

/// Writes a length in points.
pub(super) fn length(out: &mut Vec<u8>, Pt(length): Pt) {
    real(out, length);
}

/// Writes a name (ISO 32000-1, 7.3.5).
pub(super) fn name(out: &mut Vec<u8>, name: &[u8]) {
    let is_plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_.+*:".contains(byte);
    out.push(b'/');
    // Nearly all names are.
    if name.iter().all(is_plain) {
        out.extend_from_slice(name);
        return;
    }
    for byte in name {
        if is_plain(byte) {
            out.push(*byte);
        } else {
            out.push(b'#');
            out.extend(hex_digits(*byte));
        }
    }
}

/// Writes a literal string (ISO 32000-1, 7.3.4.2).
pub(super) fn literal(out: &mut Vec<u8>, text: &[u8]) {
    out.push(b'(');
    if text.iter().any(|byte| matches!(byte, b'(' | b')' | b'\\' | b'\r')) {
        for byte in text {
            literal_byte(out, *byte);
        }
    } else {
        out.extend_from_slice(text);
    }
    out.push(b')');
}

/// Writes a byte of a literal string.
pub(super) fn literal_byte(out: &mut Vec<u8>, byte: u8) {
    match byte {
        b'(' | b')' | b'\\' => out.extend_from_slice(&[b'\\', byte]),
        // Readers take every other end of line for a line feed.
        b'\r' => out.extend_from_slice(b"\\r"),
        byte => out.push(byte),
    }
}

/// A text string (ISO 32000-1, 7.9.2.2): UTF-16 with a byte order mark.
pub(super) fn utf16(text: &str) -> Vec<u8> {
    let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
    units.flat_map(u16::to_be_bytes).collect()
}
