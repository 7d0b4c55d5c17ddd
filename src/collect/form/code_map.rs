use super::limit::{Budget, Limit, PAGE_WORDS};
use super::pdf::{Object, Operation, Operations};
use crate::collect::Fault;

/// A `ToUnicode` map (ISO 32000-1, 9.10.3): the characters of each code of a font.
pub(super) struct CodeMap {
    /// How many bytes a code has.
    width: usize,
    /// The ranges, by their first codes. None overlaps another.
    ranges: Vec<Range>,
}

/// Codes that follow each other.
struct Range {
    first: u32,
    last: u32,
    /// The UTF-16 of the first. The last unit of each further code is one more than that of the code before.
    units: Vec<u16>,
}

/// The longest code, in bytes.
const WIDEST: usize = 4;

impl CodeMap {
    /// Reads the content of a map. `None` if its codes differ in length, or something in it is not as the standard has it.
    pub(super) fn read(content: &[u8], budget: &Budget) -> Result<Option<Self>, Fault> {
        let mut operations = Operations::new(content);
        let map = Self::from_operations(&mut operations);
        budget.spend(Limit::Parsed, operations.work())?;
        budget.spend(Limit::Held, map.as_ref().map_or(0, Self::weight))?;
        Ok(map)
    }

    fn from_operations(operations: &mut Operations<'_>) -> Option<Self> {
        let (mut width, mut ranges) = (None, Vec::new());
        for operation in operations {
            let Operation { operator, operands } = operation.ok()?;
            match operator {
                b"endcodespacerange" => {
                    for end in &operands {
                        let length = text(end)?.len();
                        if !(1..=WIDEST).contains(&length) || width.is_some_and(|it| it != length) {
                            return None;
                        }
                        width = Some(length);
                    }
                }
                b"endbfchar" => {
                    let (pairs, rest) = operands.as_chunks::<2>();
                    for [code, units] in pairs {
                        let code = number(text(code)?, width?)?;
                        ranges.push(Range { first: code, last: code, units: utf16(text(units)?)? });
                    }
                    rest.is_empty().then_some(())?;
                }
                b"endbfrange" => {
                    let (triples, rest) = operands.as_chunks::<3>();
                    for [first, last, units] in triples {
                        let [first, last] =
                            [number(text(first)?, width?)?, number(text(last)?, width?)?];
                        match units {
                            Object::Array(each) => {
                                for (code, units) in (first..=last).zip(each) {
                                    let units = utf16(text(units)?)?;
                                    ranges.push(Range { first: code, last: code, units });
                                }
                            }
                            units => {
                                ranges.push(Range { first, last, units: utf16(text(units)?)? });
                            }
                        }
                    }
                    rest.is_empty().then_some(())?;
                }
                _ => {}
            }
        }
        ranges.sort_by_key(|range| range.first);
        let is_clear = ranges.is_sorted_by(|a, b| a.last < b.first);
        Some(Self { width: width?, ranges }).filter(|_| is_clear)
    }

    /// Adds the characters of codes. Returns whether all of them have some, and a page can have so many.
    pub(super) fn append(&self, codes: &[u8], words: &mut String) -> bool {
        codes.chunks(self.width).all(|code| self.append_one(code, words).is_some())
    }

    fn append_one(&self, code: &[u8], words: &mut String) -> Option<()> {
        let code = number(code, self.width)?;
        let at = self.ranges.partition_point(|range| range.last < code);
        let range = self.ranges.get(at).filter(|range| range.first <= code)?;
        let Some((last, others)) = range.units.split_last() else { return Some(()) };
        let last = last.checked_add(u16::try_from(code - range.first).ok()?)?;
        for char in char::decode_utf16(others.iter().copied().chain([last])) {
            words.push(char.ok()?);
        }
        (words.len() <= PAGE_WORDS).then_some(())
    }

    /// About how much memory it takes, in bytes.
    fn weight(&self) -> usize {
        let units: usize = self.ranges.iter().map(|range| range.units.len()).sum();
        self.ranges.capacity() * size_of::<Range>() + units * size_of::<u16>()
    }
}

fn text<'o>(object: &'o Object<'_>) -> Option<&'o [u8]> {
    match object {
        Object::Text(text) => Some(text),
        _ => None,
    }
}

/// A code as a number, if it has the length that it should.
fn number(code: &[u8], width: usize) -> Option<u32> {
    (code.len() == width).then(|| code.iter().fold(0, |sum, byte| sum << 8 | u32::from(*byte)))
}

fn utf16(bytes: &[u8]) -> Option<Vec<u16>> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    rest.is_empty().then(|| pairs.iter().copied().map(u16::from_be_bytes).collect())
}
