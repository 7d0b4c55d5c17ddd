use std::sync::Arc;

use crate::base::unit::Pt;

/// The number of an object in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Id(pub(super) u32);

/// The objects of a file, each already as the bytes that stand for it (ISO 32000-1, 7.3). lopdf's objects are trees of
/// allocations, and a kit has thousands of them: as bytes they cost a tenth.
pub(super) struct Objects {
    /// The bytes of all objects that are no streams, one behind the other.
    pub(super) bytes: Vec<u8>,
    /// By the objects' numbers, from 1.
    pub(super) places: Vec<Place>,
}

/// Where an object is kept.
pub(super) enum Place {
    /// It has a number, and is not written yet.
    Promised,
    /// From this byte to that.
    Bytes(usize, usize),
    /// It is a stream: what its dictionary holds besides length and filter, and the data.
    Stream(Vec<u8>, Data),
}

/// The data of a stream.
pub(super) enum Data {
    /// To be compressed.
    Plain(Vec<u8>),
    /// To be left as it is.
    Readable(Vec<u8>),
    /// Compressed already.
    Packed(Arc<[u8]>),
}

impl Objects {
    /// No object yet, with room for those of so many elements.
    pub(super) fn with_room(elements: usize) -> Self {
        // An element, and the part of a field and of a page that comes with it, is some eighty bytes.
        let (objects, bytes) = (elements * 2 + 64, elements * 120 + 4096);
        Self { bytes: Vec::with_capacity(bytes), places: Vec::with_capacity(objects) }
    }

    /// A number for an object that is written later.
    pub(super) fn promise(&mut self) -> Id {
        self.places.push(Place::Promised);
        Id(u32::try_from(self.places.len()).unwrap_or(u32::MAX))
    }

    /// Writes an object that is no stream.
    pub(super) fn write(&mut self, id: Id, write: impl FnOnce(&mut Vec<u8>)) {
        let start = self.bytes.len();
        write(&mut self.bytes);
        self.keep(id, Place::Bytes(start, self.bytes.len()));
    }

    /// Writes a dictionary.
    pub(super) fn dict(&mut self, id: Id, write: impl FnOnce(&mut Dict<'_>)) {
        self.write(id, |out| dict(out, write));
    }

    /// Writes a dictionary under a number of its own.
    pub(super) fn add_dict(&mut self, write: impl FnOnce(&mut Dict<'_>)) -> Id {
        let id = self.promise();
        self.dict(id, write);
        id
    }

    /// Adds a stream.
    pub(super) fn add_stream(&mut self, data: Data, write: impl FnOnce(&mut Dict<'_>)) -> Id {
        let id = self.promise();
        let mut entries = Vec::new();
        write(&mut Dict { out: &mut entries });
        self.keep(id, Place::Stream(entries, data));
        id
    }

    fn keep(&mut self, id: Id, place: Place) {
        let index = usize::try_from(id.0).unwrap_or_default().wrapping_sub(1);
        // A number is made by `promise` only.
        if let Some(promised) = self.places.get_mut(index) {
            *promised = place;
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

/// Writes an array; the items part themselves.
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

    pub(super) fn int(&mut self, key: &str, value: usize) -> &mut Self {
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

    /// A text string (ISO 32000-1, 7.9.2.2); plain ASCII stays readable.
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

    pub(super) fn refers(&mut self, key: &str, to: impl IntoIterator<Item = Id>) -> &mut Self {
        self.array(key, |array| to.into_iter().for_each(|id| array.refer(id)))
    }

    pub(super) fn reals(&mut self, key: &str, values: &[f32]) -> &mut Self {
        self.array(key, |array| values.iter().for_each(|value| array.real(*value)))
    }

    /// Bytes that stand for a value.
    pub(super) fn raw(&mut self, key: &str, value: &[u8]) -> &mut Self {
        self.spaced(key);
        self.out.extend_from_slice(value);
        self
    }

    /// Bytes that stand for a value, behind a key that is no constant.
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
    pub(super) fn int(&mut self, value: usize) {
        self.part();
        int(self.out, value);
    }

    pub(super) fn real(&mut self, value: f32) {
        self.part();
        real(self.out, value);
    }

    pub(super) fn refer(&mut self, to: Id) {
        self.part();
        refer(self.out, to);
    }

    pub(super) fn dict(&mut self, write: impl FnOnce(&mut Dict<'_>)) {
        dict(self.out, write);
    }

    pub(super) fn raw(&mut self, value: &[u8]) {
        self.part();
        self.out.extend_from_slice(value);
    }

    fn part(&mut self) {
        if self.out.len() > self.start {
            self.out.push(b' ');
        }
    }
}

pub(super) fn refer(out: &mut Vec<u8>, Id(id): Id) {
    int(out, usize::try_from(id).unwrap_or_default());
    out.extend_from_slice(b" 0 R");
}

pub(super) fn int(out: &mut Vec<u8>, mut value: usize) {
    let mut digits = [0_u8; 20];
    let mut start = digits.len();
    loop {
        start -= 1;
        // A digit is less than ten.
        digits[start] = b'0' + u8::try_from(value % 10).unwrap_or_default();
        value /= 10;
        if value == 0 {
            break;
        }
    }
    out.extend_from_slice(&digits[start..]);
}

/// A number in hundredths, which are finer than any printer when they are points, and short to write.
pub(super) fn real(out: &mut Vec<u8>, value: f32) {
    // `sound` has proved that lengths are numbers; what is beyond any paper is written as far as it goes.
    #[expect(clippy::cast_possible_truncation, reason = "the cast saturates")]
    let hundredths = (value * 100.0).round() as i64;
    if hundredths < 0 {
        out.push(b'-');
    }
    let hundredths = usize::try_from(hundredths.unsigned_abs()).unwrap_or(usize::MAX);
    int(out, hundredths / 100);
    let rest = hundredths % 100;
    if rest > 0 {
        out.push(b'.');
        let digit = |value: usize| b'0' + u8::try_from(value).unwrap_or_default();
        out.push(digit(rest / 10));
        if rest % 10 > 0 {
            out.push(digit(rest % 10));
        }
    }
}

pub(super) fn length(out: &mut Vec<u8>, Pt(length): Pt) {
    real(out, length);
}

pub(super) fn name(out: &mut Vec<u8>, name: &[u8]) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    out.push(b'/');
    for byte in name {
        if byte.is_ascii_alphanumeric() || b"-_.+*:".contains(byte) {
            out.push(*byte);
        } else {
            out.push(b'#');
            out.push(DIGITS[usize::from(byte >> 4)]);
            out.push(DIGITS[usize::from(byte & 15)]);
        }
    }
}

pub(super) fn literal(out: &mut Vec<u8>, text: &[u8]) {
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

/// A text string (ISO 32000-1, 7.9.2.2): UTF-16 with a byte order mark.
pub(super) fn utf16(text: &str) -> Vec<u8> {
    let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
    units.flat_map(u16::to_be_bytes).collect()
}
