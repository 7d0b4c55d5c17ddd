use std::cell::OnceCell;
use std::collections::BTreeMap;

use super::filter::FilterError;
use super::object::{Dict, Id, Object};
use super::parser::{self, Parser, SyntaxError};
use super::stream::{self, PictureData};
use super::xref::{Entry, Xref};
use crate::collect::Fault;
use crate::collect::form::fault::damaged;
use crate::collect::form::limit::{self, Budget, Limit, too_large};

/// A PDF file. An object is read when it is asked for, and each time that it is.
pub(in super::super) struct PdfFile<'a> {
    bytes: &'a [u8],
    xref: Xref<'a>,
    /// The streams that hold objects, by number. One is unpacked when the first of its objects is read.
    streams: BTreeMap<u32, OnceCell<Result<ObjectStream, Fault>>>,
    pub(in super::super) budget: Budget,
    /// Whether the places of widgets are read.
    is_whole: bool,
}

/// A stream that holds objects (ISO 32000-1, 7.5.7).
struct ObjectStream {
    data: Vec<u8>,
    /// The number of each object, and where it is in the data.
    places: Vec<(u32, u32)>,
}

/// The keys of a stream that say how to read it.
const STREAM_KEYS: [&str; 3] = ["Length", "Filter", "DecodeParms"];
/// How deep the dictionary of a picture is.
const PICTURE_DEPTH: usize = 4;
/// How many references can lead to one another before an object.
const REFERENCES: usize = 8;

impl<'a> PdfFile<'a> {
    /// Opens a file: reads where its objects are.
    pub(in super::super) fn open(bytes: &'a [u8]) -> Result<Self, Fault> {
        let budget = Budget::of_file(bytes.len(), limit::LIGHT_BYTES);
        let xref = Xref::read(bytes, &budget)?;
        let streams = xref.object_streams();
        if streams.len() > limit::OBJECT_STREAMS {
            let most = limit::OBJECT_STREAMS;
            return Err(too_large(format!("it has more than {most} streams of objects")));
        }
        let streams = streams.into_iter().map(|number| (number, OnceCell::new())).collect();
        Ok(Self { bytes, xref, streams, budget, is_whole: false })
    }

    /// The same with the places of widgets.
    pub(in super::super) fn whole(self) -> Self {
        Self { is_whole: true, ..self }
    }

    /// The root of all objects.
    pub(in super::super) fn catalog(&self) -> Result<Dict<'_>, Fault> {
        let root = match self.xref.trailer.get("Root") {
            Some(Object::Ref(id)) => self.get(*id)?,
            _ => Object::Null,
        };
        root.dict().ok_or_else(|| damaged("it has no catalog"))
    }

    /// Reads an object. One that is not there is null (ISO 32000-1, 7.3.10).
    pub(in super::super) fn get(&self, id: Id) -> Result<Object<'_>, Fault> {
        let Id { number, generation } = id;
        match self.xref.entry(number) {
            None | Some(Entry::Free) => Ok(Object::Null),
            Some(Entry::At { offset, generation: known }) => {
                if known != generation {
                    return Err(unreadable(number));
                }
                self.at(id, offset as usize)
            }
            Some(Entry::In { stream, index }) => {
                let Some(cell) = self.streams.get(&stream) else { return Err(unreadable(number)) };
                let held = cell.get_or_init(|| self.object_stream(stream)).as_ref();
                let held = held.map_err(Clone::clone)?;
                let place = held.places.get(index as usize);
                let place = place.filter(|(known, _)| *known == number && generation == 0);
                let (_, at) = place.ok_or_else(|| unreadable(number))?;
                self.parse(number, &held.data, (*at as usize, *at as usize), Parser::object)
            }
        }
    }

    /// What a reference leads to; anything else is itself.
    pub(in super::super) fn resolve<'s>(&'s self, object: Object<'s>) -> Result<Object<'s>, Fault> {
        let mut object = object;
        for _ in 0..REFERENCES {
            match object {
                Object::Ref(id) => object = self.get(id)?,
                object => return Ok(object),
            }
        }
        Err(damaged("references lead in a circle"))
    }

    /// Whether something in a list can be a dictionary. If it is one in the list itself, it waits in memory until it is its turn, and
    /// so it counts.
    pub(in super::super) fn is_kept(&self, object: &Object<'_>) -> Result<bool, Fault> {
        match object {
            Object::Ref(_) => Ok(true),
            Object::Dict(_) => self.budget.spend(Limit::Held, object.weight()).map(|()| true),
            _ => Ok(false),
        }
    }

    /// Takes the value of a key out of a dictionary, as what it refers to. Null if there is none.
    pub(in super::super) fn take<'s>(
        &'s self,
        dict: &mut Dict<'s>,
        key: &str,
    ) -> Result<Object<'s>, Fault> {
        dict.take(key).map_or(Ok(Object::Null), |value| self.resolve(value))
    }

    /// The bytes of a stream as they are in the file. `None` if it does not say how many there are.
    pub(in super::super) fn raw(
        &self,
        dict: &Dict<'_>,
        data: usize,
    ) -> Result<Option<&[u8]>, Fault> {
        let length = match dict.get("Length") {
            Some(Object::Ref(id)) => self.get(*id)?.size(),
            length => length.and_then(Object::size),
        };
        let bytes = length.and_then(|length| stream::raw(self.bytes, data, length));
        self.budget.spend(Limit::Filtered, bytes.map_or(0, <[u8]>::len))?;
        Ok(bytes)
    }

    /// The content of a stream. `None` if it has a filter that no stream of fields has.
    pub(in super::super) fn content(
        &self,
        mut dict: Dict<'_>,
        data: usize,
    ) -> Result<Option<Vec<u8>>, Fault> {
        for key in STREAM_KEYS {
            let Some(Object::Ref(id)) = dict.get(key) else { continue };
            let id = *id;
            dict.take(key);
            // Only what a number or a name is can have been borrowed from elsewhere; it is short, and copied.
            let value = owned(self.get(id)?);
            dict.entries.push((key.as_bytes().into(), value));
        }
        let broken = || damaged("one of its streams does not end where it should");
        let length = dict.get("Length").and_then(Object::size).ok_or_else(broken)?;
        let data = stream::raw(self.bytes, data, length).ok_or_else(broken)?;
        match stream::content(&dict, data, &self.budget) {
            Ok(content) => Ok(Some(content)),
            Err(FilterError::Spent(fault)) => Err(fault),
            Err(FilterError::Unsupported) => Ok(None),
            Err(FilterError::Broken) => Err(damaged("one of its streams cannot be unpacked")),
            Err(FilterError::TooLong) => {
                let most = limit::STREAM_BYTES >> 20;
                Err(too_large(format!("one of its streams holds more than {most} MiB")))
            }
        }
    }

    /// The data of a picture up to a length, and the filter that only pictures have. The keys of the dictionary that say how to read it must be
    /// resolved. `None` if it has an unknown filter, or is broken.
    pub(in super::super) fn picture<'d>(
        &'d self,
        dict: &'d Dict<'d>,
        data: usize,
        most: usize,
    ) -> Result<Option<PictureData<'d>>, Fault> {
        let length = dict.get("Length").and_then(Object::size);
        let Some(data) = length.and_then(|length| stream::raw(self.bytes, data, length)) else {
            return Ok(None);
        };
        match stream::picture(dict, data, most, &self.budget) {
            Ok(picture) => Ok(Some(picture)),
            Err(FilterError::Spent(fault)) => Err(fault),
            Err(FilterError::Unsupported | FilterError::Broken | FilterError::TooLong) => Ok(None),
        }
    }

    /// A dictionary in which no value is a reference, nor is one in the dictionaries and arrays in it.
    pub(in super::super) fn resolved<'s>(&'s self, dict: Dict<'s>) -> Result<Dict<'s>, Fault> {
        match self.direct(Object::Dict(dict), 0)? {
            Object::Dict(dict) => Ok(dict),
            _ => Ok(Dict::default()),
        }
    }

    fn direct<'s>(&'s self, object: Object<'s>, depth: usize) -> Result<Object<'s>, Fault> {
        // A stream is no part of what says how to read another one, but for the parts that pictures share.
        if depth > PICTURE_DEPTH {
            return Ok(Object::Null);
        }
        Ok(match self.resolve(object)? {
            Object::Array(items) => {
                let items = items.into_iter().map(|item| self.direct(item, depth + 1));
                Object::Array(items.collect::<Result<_, _>>()?)
            }
            Object::Dict(dict) => {
                let entries = dict.entries.into_iter();
                let entries = entries.map(|(key, value)| Ok((key, self.direct(value, depth + 1)?)));
                Object::Dict(Dict { entries: entries.collect::<Result<_, _>>()? })
            }
            object => object,
        })
    }

    fn at(&self, id: Id, offset: usize) -> Result<Object<'_>, Fault> {
        let head = parser::head(self.bytes, offset).filter(|(known, _)| *known == id);
        let (_, at) = head.ok_or_else(|| unreadable(id.number))?;
        self.parse(id.number, self.bytes, (offset, at), Parser::indirect)
    }

    /// Reads an object that begins at the second position. All from the first on counts.
    fn parse<'s>(
        &self,
        number: u32,
        bytes: &'s [u8],
        (start, at): (usize, usize),
        read: impl FnOnce(&mut Parser<'s>) -> Result<Object<'s>, SyntaxError>,
    ) -> Result<Object<'s>, Fault> {
        let mut parser = Parser::new(bytes, at).whole(self.is_whole);
        let object = read(&mut parser);
        self.budget.spend(Limit::Parsed, parser.work(start) + 1)?;
        object.map_err(|error| match error {
            SyntaxError::Malformed => unreadable(number),
            SyntaxError::TooLarge => too_large(format!("its object {number} is too large")),
        })
    }

    fn object_stream(&self, number: u32) -> Result<ObjectStream, Fault> {
        let fault = || unreadable(number);
        // Such a stream is in no other (7.5.7), so this does not go round in a circle.
        let Some(Entry::At { offset, generation }) = self.xref.entry(number) else {
            return Err(fault());
        };
        let Object::Stream(dict, data) = self.at(Id { number, generation }, offset as usize)?
        else {
            return Err(fault());
        };
        // What is needed to unpack a stream of objects is in none.
        for key in STREAM_KEYS {
            if let Some(Object::Ref(Id { number, .. })) = dict.get(key)
                && !matches!(self.xref.entry(*number), Some(Entry::At { .. }))
            {
                return Err(fault());
            }
        }
        let count = dict.get("N").and_then(Object::size).ok_or_else(fault)?;
        let first = dict.get("First").and_then(Object::size).ok_or_else(fault)?;
        let data = self.content(dict, data)?.ok_or_else(fault)?;
        self.budget.spend(Limit::Held, data.len())?;
        let mut head = Parser::new(&data, 0);
        // Each takes at least four bytes, so a count that is made up reserves no memory.
        let mut places = Vec::with_capacity(count.min(data.len() / 4));
        self.budget.spend(Limit::Held, places.capacity() * 8)?;
        for _ in 0..count {
            let number = head.natural().and_then(|number| u32::try_from(number).ok());
            let at = head.natural().and_then(|at| usize::try_from(at).ok()?.checked_add(first));
            let at = at.and_then(|at| u32::try_from(at).ok());
            places.push((number.ok_or_else(fault)?, at.ok_or_else(fault)?));
        }
        Ok(ObjectStream { data, places })
    }
}

fn unreadable(number: u32) -> Fault {
    damaged(format!("its object {number} cannot be read"))
}

/// A copy that borrows nothing.
fn owned(object: Object<'_>) -> Object<'static> {
    let copy = |(key, value): (std::borrow::Cow<'_, [u8]>, Object<'_>)| {
        (key.into_owned().into(), owned(value))
    };
    match object {
        Object::Null => Object::Null,
        Object::Bool(it) => Object::Bool(it),
        Object::Int(it) => Object::Int(it),
        Object::Real(it) => Object::Real(it.into_owned().into()),
        Object::Text(it) => Object::Text(it.into_owned().into()),
        Object::Name(it) => Object::Name(it.into_owned().into()),
        Object::Array(it) => Object::Array(it.into_iter().map(owned).collect()),
        Object::Dict(it) | Object::Stream(it, _) => {
            Object::Dict(Dict { entries: it.entries.into_iter().map(copy).collect() })
        }
        Object::Ref(id) => Object::Ref(id),
    }
}
