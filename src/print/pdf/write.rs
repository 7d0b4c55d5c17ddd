use std::borrow::Cow;
use std::collections::VecDeque;
use std::sync::{Arc, mpsc};

use super::PdfError;
use super::deflate::{self, Effort};
use super::objects::{Data, Dict, Id, Packed, Place, Stream, dict, int};
use crate::base::hash::{self, Begun};
use crate::base::memo::Memo;
use crate::base::threads;

/// How many objects share a stream. With more, a reader would unpack too much to get at a single one.
const IN_ONE_STREAM: usize = 500;
/// The length of an entry of the cross-reference stream: kind, place and index take one, four and two bytes.
const ENTRY: usize = 7;
/// What is longer is in a file only once: it is kept where other files are written.
const REPEATED: usize = 2048;
/// Data so short do not get shorter by compression.
const NOT_WORTH_COMPRESSING: usize = 24;

/// Compressed data by what they were before. The kits of many candidates have the same pages and the same structure.
pub(super) type Compressed = Memo<Vec<u8>, Arc<Packed>>;

/// Some objects that are not in the file yet, with their numbers.
#[derive(Default)]
struct Batch {
    /// Those that are not streams, one after the other.
    bytes: Vec<u8>,
    objects: Vec<(u32, Place)>,
    /// How many of them go into a stream of objects.
    plain: usize,
    /// How many bytes the streams among them have.
    streams: usize,
}

/// A batch that is compressed.
struct PackedBatch {
    batch: Batch,
    /// What holds its other objects.
    object_stream: ObjectStream,
}

/// A batch on its way into the file.
enum Pending {
    Packed(Result<Box<PackedBatch>, PdfError>),
    /// Another thread compresses it.
    Awaited(mpsc::Receiver<Result<Box<PackedBatch>, PdfError>>),
}

impl Batch {
    /// An empty batch with memory for as many objects as a stream holds.
    fn new() -> Self {
        // An object takes about eighty bytes.
        let (bytes, objects) = (IN_ONE_STREAM * 100, IN_ONE_STREAM + 50);
        Self {
            bytes: Vec::with_capacity(bytes),
            objects: Vec::with_capacity(objects),
            ..Self::default()
        }
    }

    fn len(&self) -> usize {
        self.bytes.len() + self.streams
    }

    /// Compresses it.
    fn pack(mut self, compressed: &Compressed) -> Result<Box<PackedBatch>, PdfError> {
        self.objects.sort_unstable_by_key(|(number, _)| *number);
        let plain = self.objects.iter().filter_map(|(number, place)| match place {
            Place::Bytes(range) => Some((*number, &self.bytes[range.clone()])),
            Place::Stream(_) => None,
        });
        let mut object_stream = ObjectStream::new(&plain.collect::<Vec<_>>());
        object_stream.data.pack(compressed)?;
        for (_, place) in &mut self.objects {
            if let Place::Stream(stream) = place {
                stream.data.pack(compressed)?;
            }
        }
        Ok(Box::new(PackedBatch { batch: self, object_stream }))
    }
}

impl Pending {
    /// Begins to compress a batch, on another thread unless whole files are written side by side.
    fn begin(batch: Batch, compressed: &Arc<Compressed>) -> Self {
        if threads::are_busy() {
            return Self::Packed(batch.pack(compressed));
        }
        let (sender, receiver) = mpsc::sync_channel(1);
        let compressed = Arc::clone(compressed);
        rayon::spawn(move || {
            // It fails only if nothing is written any longer.
            let _ = sender.send(batch.pack(&compressed));
        });
        Self::Awaited(receiver)
    }

    #[expect(
        clippy::expect_used,
        reason = "the task sends the batch; if it panicked, rayon would end the program"
    )]
    fn finish(self) -> Result<Box<PackedBatch>, PdfError> {
        match self {
            Self::Packed(packed) => packed,
            Self::Awaited(batch) => threads::receive(&batch).expect("a batch is compressed"),
        }
    }
}

impl Data {
    /// Compresses the data if they are not compressed yet, and makes the digest that the file needs of them.
    fn pack(&mut self, compressed: &Compressed) -> Result<(), PdfError> {
        if let Self::Plain(bytes) = self {
            *self = packed(std::mem::take(bytes), compressed)?;
        }
        if let Self::Packed(packed) = self {
            packed.stored();
        }
        Ok(())
    }
}

/// A stream that holds objects.
struct ObjectStream {
    /// The numbers of the objects.
    numbers: Vec<u32>,
    data: Data,
    /// Where the first object is in the data, after the numbers and places of all.
    first: usize,
}

impl ObjectStream {
    fn new(objects: &[(u32, &[u8])]) -> Self {
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
        let numbers = objects.iter().map(|(number, _)| *number).collect();
        Self { numbers, data: Data::Plain(head), first }
    }
}

/// The objects of a file, written as bytes at once (ISO 32000-1, 7.3). `docs/decisions/0005-pdf-writer.md` tells why no library does
/// it.
pub(super) struct Objects<'w> {
    /// What comes next.
    batch: Batch,
    /// What was written before, in its order. Whatever thread compresses it, objects have the same numbers.
    pending: VecDeque<Pending>,
    /// How many bytes of objects are on their way into the file, before they are compressed.
    waiting: VecDeque<usize>,
    file: File,
    compressed: &'w Arc<Compressed>,
}

/// How many bytes of objects are on their way into the file at most, so that the memory of a large file follows what is compressed at once.
const MOST_ON_THE_WAY: usize = 2 * 1024 * 1024;
/// How many bytes of streams are compressed together.
const STREAMS_AT_ONCE: usize = 256 * 1024;

impl<'w> Objects<'w> {
    /// An empty list with memory for the objects of a document of so many elements.
    pub(super) fn with_capacity(elements: usize, compressed: &'w Arc<Compressed>) -> Self {
        // An element, with its share of fields and pages, takes about eighty bytes, and a fifth of that when it is compressed.
        let (objects, bytes) = (elements * 2 + 64, elements * 40);
        Self {
            batch: Batch::new(),
            pending: VecDeque::new(),
            waiting: VecDeque::new(),
            file: File::with_capacity(bytes.min(MOST_ON_THE_WAY), objects),
            compressed,
        }
    }

    /// Reserves a number for an object that is written later.
    pub(super) fn reserve(&mut self) -> Id {
        self.file.reserve()
    }

    /// Puts what was written first into the file if much is on its way.
    pub(super) fn relieve(&mut self) -> Result<(), PdfError> {
        while self.waiting.iter().sum::<usize>() > MOST_ON_THE_WAY {
            self.put_first()?;
        }
        Ok(())
    }

    /// Puts what was written first into the file.
    fn put_first(&mut self) -> Result<(), PdfError> {
        self.waiting.pop_front();
        let first = self.pending.pop_front().map(Pending::finish);
        first.map_or(Ok(()), |packed| self.file.put(*packed?))
    }

    /// The file with all objects that were written. Those that are reserved and not written yet come after them, one by one.
    pub(super) fn into_file(mut self) -> Result<File, PdfError> {
        let last = std::mem::take(&mut self.batch).pack(self.compressed);
        self.pending.push_back(Pending::Packed(last));
        while !self.pending.is_empty() {
            self.put_first()?;
        }
        Ok(self.file)
    }

    /// Writes an object that is not a stream.
    pub(super) fn write(&mut self, id: Id, write: impl FnOnce(&mut Vec<u8>)) {
        let bytes = &mut self.batch.bytes;
        let start = bytes.len();
        write(bytes);
        let place = Place::Bytes(start..bytes.len());
        self.put(id, place);
    }

    /// Writes a dictionary.
    pub(super) fn dict(&mut self, id: Id, write: impl FnOnce(&mut Dict<'_>)) {
        self.write(id, |out| dict(out, write));
    }

    /// Writes a dictionary under a new number.
    pub(super) fn add_dict(&mut self, write: impl FnOnce(&mut Dict<'_>)) -> Id {
        let id = self.reserve();
        self.dict(id, write);
        id
    }

    /// Adds a stream under a new number.
    pub(super) fn add_stream(&mut self, data: Data, write: impl FnOnce(&mut Dict<'_>)) -> Id {
        let id = self.reserve();
        let mut entries = Vec::new();
        write(&mut Dict { out: &mut entries });
        self.batch.streams += data.bytes().len();
        self.put(id, Place::Stream(Box::new(Stream { entries, data })));
        id
    }

    fn put(&mut self, Id(number): Id, place: Place) {
        self.batch.plain += usize::from(matches!(place, Place::Bytes(_)));
        self.batch.objects.push((number, place));
        if self.batch.plain >= IN_ONE_STREAM || self.batch.streams >= STREAMS_AT_ONCE {
            let batch = std::mem::replace(&mut self.batch, Batch::new());
            self.waiting.push_back(batch.len());
            self.pending.push_back(Pending::begin(batch, self.compressed));
        }
    }
}

/// A file that is being written, with object streams and a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8). Its identifier is made
/// from the rest of the file.
#[derive(Clone)]
pub(super) struct File {
    bytes: Vec<u8>,
    /// By the number of the object.
    entries: Vec<Entry>,
    /// The digest of all that was written, from which the identifier is made.
    digest: Begun,
}

/// Where the file has an object. A large file has hundreds of thousands.
#[derive(Clone, Copy)]
enum Entry {
    /// Nowhere. Number 0, at the head of the list of free numbers, is the only one in a file that is complete.
    Free,
    /// At this byte.
    At(u32),
    /// In an object stream, at this index.
    InStream { stream: u32, index: u16 },
}

/// Compresses the data of a stream, if they are worth it.
pub(super) fn packed(data: Vec<u8>, compressed: &Compressed) -> Result<Data, PdfError> {
    if data.len() <= NOT_WORTH_COMPRESSING {
        return Ok(Data::Readable(data));
    }
    let is_kept = data.len() <= REPEATED || threads::are_busy();
    if let Some(known) = is_kept.then(|| compressed.get(data.as_slice())).flatten() {
        return Ok(Data::Packed(known));
    }
    let packed = Arc::new(Packed::new(deflate::deflate(&data, Effort::Good)?));
    if !is_kept {
        return Ok(Data::Packed(packed));
    }
    let weight = data.len() + packed.bytes().len();
    compressed.insert(data.as_slice(), Arc::clone(&packed), weight);
    Ok(Data::Packed(packed))
}

impl File {
    /// An empty file with memory for so many objects, and for so many bytes beside those of fonts.
    fn with_capacity(length: usize, count: usize) -> Self {
        let mut bytes = Vec::with_capacity(96 * 1024 + length);
        bytes.extend_from_slice(b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
        let mut entries = Vec::with_capacity(count + 1);
        entries.push(Entry::Free);
        Self { bytes, entries, digest: Begun::default() }
    }

    /// A file with room for so many more bytes.
    pub(super) fn with_room(file: Cow<'_, Self>, more: usize) -> Self {
        match file {
            Cow::Owned(mut own) => {
                own.bytes.reserve_exact(more);
                own
            }
            Cow::Borrowed(file) => {
                let mut bytes = Vec::with_capacity(file.bytes.len() + more);
                bytes.extend_from_slice(&file.bytes);
                Self { bytes, entries: file.entries.clone(), digest: file.digest.clone() }
            }
        }
    }

    /// Writes a dictionary by itself.
    pub(super) fn dict(
        &mut self,
        Id(number): Id,
        write: impl FnOnce(&mut Dict<'_>),
    ) -> Result<(), PdfError> {
        let mut object = Vec::new();
        dict(&mut object, write);
        self.plain_object(number, &object)
    }

    /// Writes a stream.
    pub(super) fn add_stream(
        &mut self,
        Id(number): Id,
        data: &Data,
        write: impl FnOnce(&mut Dict<'_>),
    ) -> Result<(), PdfError> {
        let mut entries = Vec::new();
        write(&mut Dict { out: &mut entries });
        self.stream(number, &entries, data)
    }

    /// Reserves a number for an object.
    #[expect(clippy::expect_used, reason = "so many objects would take hundreds of gigabytes")]
    fn reserve(&mut self) -> Id {
        let number = u32::try_from(self.entries.len());
        self.entries.push(Entry::Free);
        Id(number.expect("there are fewer than four billion objects"))
    }

    /// Writes a batch: the streams in the order of their numbers, then the others.
    fn put(&mut self, PackedBatch { batch, object_stream }: PackedBatch) -> Result<(), PdfError> {
        for (number, place) in &batch.objects {
            match place {
                Place::Bytes(_) => {}
                Place::Stream(stream) => self.stream(*number, &stream.entries, &stream.data)?,
            }
        }
        if batch.plain > 0 { self.object_stream(&object_stream) } else { Ok(()) }
    }

    /// Where the next object begins.
    fn here(&self) -> Result<u32, PdfError> {
        number(self.bytes.len())
    }

    /// Writes a stream of objects.
    fn object_stream(&mut self, stream: &ObjectStream) -> Result<(), PdfError> {
        let Id(own) = self.reserve();
        for (index, object) in (0..).zip(&stream.numbers) {
            self.entries[*object as usize] = Entry::InStream { stream: own, index };
        }
        let mut entries = Vec::new();
        let mut dict = Dict { out: &mut entries };
        dict.name("Type", "ObjStm").int("N", stream.numbers.len()).int("First", stream.first);
        self.stream(own, &entries, &stream.data)
    }

    fn stream(&mut self, number: u32, entries: &[u8], data: &Data) -> Result<(), PdfError> {
        match data {
            Data::Packed(data) => self.packed_stream(number, entries, data),
            Data::Readable(data) | Data::Plain(data) => self.plain_stream(number, entries, data),
        }
    }

    fn packed_stream(
        &mut self,
        number: u32,
        entries: &[u8],
        data: &Packed,
    ) -> Result<(), PdfError> {
        self.digest.add(entries);
        self.digest.add(&data.stored().whole());
        self.deflated(number, entries, data.bytes())
    }

    fn plain_stream(&mut self, number: u32, entries: &[u8], data: &[u8]) -> Result<(), PdfError> {
        self.digest.add(entries);
        self.digest.add(data);
        self.object(number, entries, data)
    }

    fn deflated(&mut self, number: u32, entries: &[u8], data: &[u8]) -> Result<(), PdfError> {
        let mut entries = entries.to_vec();
        Dict { out: &mut entries }.name("Filter", "FlateDecode");
        self.object(number, &entries, data)
    }

    /// Writes an object that is not a stream.
    fn plain_object(&mut self, number: u32, object: &[u8]) -> Result<(), PdfError> {
        self.digest.add(object);
        self.entries[number as usize] = Entry::At(self.here()?);
        int(&mut self.bytes, number);
        self.bytes.extend_from_slice(b" 0 obj\n");
        self.bytes.extend_from_slice(object);
        self.bytes.extend_from_slice(b"\nendobj\n");
        Ok(())
    }

    fn object(&mut self, number: u32, entries: &[u8], data: &[u8]) -> Result<(), PdfError> {
        self.entries[number as usize] = Entry::At(self.here()?);
        int(&mut self.bytes, number);
        self.bytes.extend_from_slice(b" 0 obj\n");
        dict(&mut self.bytes, |dict| {
            dict.out.extend_from_slice(entries);
            dict.int("Length", data.len());
        });
        self.bytes.extend_from_slice(b"stream\n");
        self.bytes.extend_from_slice(data);
        self.bytes.extend_from_slice(b"\nendstream\nendobj\n");
        Ok(())
    }

    /// The whole file. The cross-reference stream is written as differences from row to row (PNG's predictor Up; ISO 32000-1, 7.4.4.4).
    pub(super) fn finish(mut self, catalog: Id, info: Id) -> Result<Vec<u8>, PdfError> {
        let is_free = |entry: &Entry| matches!(entry, Entry::Free);
        if let Some(object) = self.entries.iter().skip(1).position(is_free) {
            let message = format!("object {} was reserved and never written", object + 1);
            return Err(PdfError::Assembly(message));
        }
        let (Id(number), start) = (self.reserve(), self.bytes.len());
        self.entries[number as usize] = Entry::At(self.here()?);
        let mut rows = Vec::with_capacity(self.entries.len() * (ENTRY + 1));
        let mut above = [0; ENTRY];
        for entry in &self.entries {
            let row = entry.row();
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
        self.deflated(number, &entries, &content)?;
        self.bytes.extend_from_slice(b"startxref\n");
        int(&mut self.bytes, start);
        self.bytes.extend_from_slice(b"\n%%EOF\n");
        Ok(self.bytes)
    }
}

impl Entry {
    fn row(self) -> [u8; ENTRY] {
        let (kind, place, index) = match self {
            Self::Free => (0, 0, u16::MAX),
            Self::At(byte) => (1, byte, 0),
            Self::InStream { stream, index } => (2, stream, index),
        };
        let mut row = [kind; ENTRY];
        row[1..5].copy_from_slice(&place.to_be_bytes());
        row[5..].copy_from_slice(&index.to_be_bytes());
        row
    }
}

/// A place or a number as the cross-references have it.
pub(super) fn number(place: usize) -> Result<u32, PdfError> {
    u32::try_from(place).map_err(|_| PdfError::Assembly("the file is larger than 4 GiB".to_owned()))
}
