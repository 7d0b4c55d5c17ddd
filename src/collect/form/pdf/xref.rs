use std::collections::BTreeSet;

use super::filter::FilterError;
use super::object::{Dict, Object};
use super::parser::{self, Parser};
use super::stream;
use crate::collect::Fault;
use crate::collect::form::fault::{damaged, encrypted};
use crate::collect::form::limit::{self, Budget, Limit, too_large};

/// Where an object is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entry {
    /// Nowhere: it was deleted.
    Free,
    /// At this byte.
    At { offset: u32, generation: u16 },
    /// In an object stream, at this place of its list.
    In { stream: u32, index: u32 },
}

/// Where all objects of a file are, and its trailer (ISO 32000-1, 7.5.4 to 7.5.8).
pub(super) struct Xref<'a> {
    /// By number. `None` for a number that no table of the file has.
    entries: Vec<Option<Entry>>,
    /// The dictionary of the last update.
    pub(super) trailer: Dict<'a>,
}

/// How far from its end a file says where its table is. Viewers look as far.
const TAIL: usize = 1024;

impl<'a> Xref<'a> {
    /// Reads the tables of a file, that of the last update first.
    pub(super) fn read(bytes: &'a [u8], budget: &Budget) -> Result<Self, Fault> {
        let start = start(bytes)?;
        let mut base = 0;
        // If something stands before the file, some programs count from the beginning of the file itself.
        let header = bytes.windows(5).take(TAIL).position(|it| it == b"%PDF-").unwrap_or(0);
        if !is_table(bytes, start) && is_table(bytes, start.saturating_add(header)) {
            base = header;
        }
        let mut xref = Self { entries: Vec::new(), trailer: Dict::default() };
        let mut reader = Reader { bytes, base, budget, hidden: BTreeSet::new() };
        let (mut next, mut seen, mut is_first) = (Some(start), BTreeSet::new(), true);
        while let Some(at) = next {
            if !seen.insert(at) || seen.len() > limit::UPDATES {
                return Err(damaged("the tables of its objects lead in a circle"));
            }
            let mut trailer = reader.section(at, &mut xref.entries)?;
            if trailer.get("Encrypt").is_some() {
                return Err(encrypted());
            }
            next = match trailer.take("Prev") {
                None => None,
                Some(before) => Some(before.size().ok_or_else(broken)?),
            };
            if is_first {
                xref.trailer = trailer;
            }
            is_first = false;
        }
        Ok(xref)
    }

    pub(super) fn entry(&self, number: u32) -> Option<Entry> {
        *self.entries.get(usize::try_from(number).ok()?)?
    }

    /// The numbers of all streams that hold objects.
    pub(super) fn object_streams(&self) -> BTreeSet<u32> {
        let mut streams = BTreeSet::new();
        let mut last = None;
        for entry in self.entries.iter().flatten() {
            if let Entry::In { stream, .. } = entry
                && last != Some(*stream)
            {
                last = Some(*stream);
                streams.insert(*stream);
            }
        }
        streams
    }
}

fn broken() -> Fault {
    damaged("the table of its objects is broken")
}

/// Where the last table is, as the end of the file says.
fn start(bytes: &[u8]) -> Result<usize, Fault> {
    let end = bytes.iter().rposition(|byte| !super::parser::is_space(*byte)).map_or(0, |at| at + 1);
    let tail_start = end.saturating_sub(TAIL);
    let tail = &bytes[tail_start..end];
    let word = b"startxref";
    let found = tail.windows(word.len()).rposition(|it| it == word);
    let at = found.ok_or_else(|| damaged("its end is missing"))? + tail_start + word.len();
    let mut parser = Parser::new(bytes, at);
    let start = parser.natural().and_then(|start| usize::try_from(start).ok());
    let rest = bytes.get(parser.position()..end).unwrap_or_default();
    let is_whole = rest.windows(5).any(|it| it == b"%%EOF");
    start.filter(|_| is_whole).ok_or_else(|| damaged("its end is missing"))
}

/// Whether a table or a stream begins here.
fn is_table(bytes: &[u8], at: usize) -> bool {
    parser::is_at(bytes, at, "xref") || parser::head(bytes, at).is_some()
}

struct Reader<'a, 'b> {
    bytes: &'a [u8],
    /// Where the file itself begins, from which positions are counted.
    base: usize,
    budget: &'b Budget,
    /// The streams beside tables that were read. What is in one counts from the first time on.
    hidden: BTreeSet<usize>,
}

type Entries = Vec<Option<Entry>>;

fn too_many() -> Fault {
    too_large(format!("it has object numbers above {}", limit::OBJECTS))
}

/// Enters where an object is, unless a later update did.
fn enter(entries: &mut Entries, number: u64, entry: Entry) -> Result<(), Fault> {
    let number = u32::try_from(number).ok().filter(|number| *number < limit::OBJECTS);
    let index = number.ok_or_else(too_many)? as usize;
    if index >= entries.len() {
        entries.resize(index + 1, None);
    }
    entries[index].get_or_insert(entry);
    Ok(())
}

impl<'a> Reader<'a, '_> {
    /// Reads the tables of one update, and returns its trailer.
    fn section(&mut self, at: usize, entries: &mut Entries) -> Result<Dict<'a>, Fault> {
        let at = self.base.checked_add(at).ok_or_else(broken)?;
        let mut parser = Parser::new(self.bytes, at);
        let trailer = if parser.keyword("xref") {
            let mut own = Vec::new();
            let trailer = self.table(&mut parser, &mut own)?;
            // What is hidden from old programs is marked free here, and is in a stream (7.5.8.4).
            if let Some(stream) = trailer.get("XRefStm") {
                let at = stream.size().and_then(|at| self.base.checked_add(at));
                let at = at.ok_or_else(broken)?;
                let mut hidden = Vec::new();
                if self.hidden.insert(at) {
                    let mut parser = Parser::new(self.bytes, at);
                    self.stream(&mut parser, &mut hidden)?;
                    self.budget.spend(Limit::Parsed, parser.work(at))?;
                }
                let is_used = |(_, entry): &(u64, Entry)| *entry != Entry::Free;
                for (number, entry) in own.iter().copied().filter(is_used).chain(hidden) {
                    enter(entries, number, entry)?;
                }
            }
            for (number, entry) in own {
                enter(entries, number, entry)?;
            }
            trailer
        } else {
            let mut own = Vec::new();
            let trailer = self.stream(&mut parser, &mut own)?;
            for (number, entry) in own {
                enter(entries, number, entry)?;
            }
            trailer
        };
        self.budget.spend(Limit::Parsed, parser.work(at))?;
        Ok(trailer)
    }

    /// Makes sure that a table may have so many rows more, from a number on.
    fn check_rows(&self, first: u64, count: u64, own: &[(u64, Entry)]) -> Result<(), Fault> {
        let end = first.max(own.len() as u64).saturating_add(count);
        if end > u64::from(limit::OBJECTS) {
            return Err(too_many());
        }
        if end > u64::from(limit::LIGHT_OBJECTS) {
            self.budget.take_turn();
        }
        Ok(())
    }

    /// A table as text (7.5.4).
    fn table(
        &self,
        parser: &mut Parser<'a>,
        own: &mut Vec<(u64, Entry)>,
    ) -> Result<Dict<'a>, Fault> {
        while !parser.keyword("trailer") {
            let first = parser.natural().ok_or_else(broken)?;
            let count = parser.natural().ok_or_else(broken)?;
            self.check_rows(first, count, own)?;
            for number in first..first + count {
                let offset = parser.natural().ok_or_else(broken)?;
                let generation = parser.natural().ok_or_else(broken)?;
                let is_used = parser.keyword("n");
                if !is_used && !parser.keyword("f") {
                    return Err(broken());
                }
                own.push((number, self.used(is_used && offset > 0, offset, generation)?));
            }
        }
        parser.object().ok().and_then(Object::dict).ok_or_else(broken)
    }

    fn used(&self, is_used: bool, offset: u64, generation: u64) -> Result<Entry, Fault> {
        if !is_used {
            return Ok(Entry::Free);
        }
        let offset = offset.checked_add(self.base as u64).and_then(|at| u32::try_from(at).ok());
        let generation = u16::try_from(generation).map_err(|_| broken())?;
        Ok(Entry::At { offset: offset.ok_or_else(broken)?, generation })
    }

    /// A table as a stream (7.5.8).
    fn stream(
        &self,
        parser: &mut Parser<'a>,
        own: &mut Vec<(u64, Entry)>,
    ) -> Result<Dict<'a>, Fault> {
        let (_, at) = parser::head(self.bytes, parser.position()).ok_or_else(broken)?;
        parser.skip_to(at);
        let Ok(Object::Stream(dict, data)) = parser.indirect() else { return Err(broken()) };
        if !dict.get("Type").is_some_and(|kind| kind.is_name("XRef")) {
            return Err(broken());
        }
        // It cannot refer to other objects, since nobody knows yet where they are.
        let length = dict.get("Length").and_then(Object::size).ok_or_else(broken)?;
        let data = stream::raw(self.bytes, data, length).ok_or_else(broken)?;
        let rows = stream::content(&dict, data, self.budget).map_err(|error| match error {
            FilterError::Spent(fault) => fault,
            _ => broken(),
        })?;
        let numbers = |key: &str| match dict.get(key) {
            Some(Object::Array(items)) => items.iter().map(Object::size).collect(),
            _ => None,
        };
        let widths: Vec<usize> = numbers("W").ok_or_else(broken)?;
        let &[kind, second, third] = widths.as_slice() else { return Err(broken()) };
        let width = kind.saturating_add(second).saturating_add(third);
        if widths.iter().any(|width| *width > 8) || width == 0 {
            return Err(broken());
        }
        let size = dict.get("Size").and_then(Object::size).ok_or_else(broken)?;
        let index = match dict.get("Index") {
            None => vec![0, size],
            Some(_) => numbers("Index").ok_or_else(broken)?,
        };
        let mut rows = rows.chunks_exact(width);
        for range in index.chunks(2) {
            let &[first, count] = range else { return Err(broken()) };
            self.check_rows(first as u64, count as u64, own)?;
            self.budget.spend(Limit::Parsed, count.saturating_mul(limit::VALUE_BYTES))?;
            for number in (first as u64..).take(count) {
                let row = rows.next().ok_or_else(broken)?;
                let (kind_of, rest) = row.split_at(kind);
                let (second_of, third_of) = rest.split_at(second);
                let kind_of = if kind == 0 { 1 } else { big_endian(kind_of) };
                own.push((number, self.row(kind_of, big_endian(second_of), big_endian(third_of))?));
            }
        }
        Ok(dict)
    }

    fn row(&self, kind: u64, second: u64, third: u64) -> Result<Entry, Fault> {
        match kind {
            1 => self.used(second > 0, second, third),
            2 => {
                let stream = u32::try_from(second).map_err(|_| broken())?;
                let index = u32::try_from(third).map_err(|_| broken())?;
                Ok(Entry::In { stream, index })
            }
            // Deleted, or of a later version and no object for a reader of this one.
            _ => Ok(Entry::Free),
        }
    }
}

fn big_endian(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |number, byte| number << 8 | u64::from(*byte))
}
