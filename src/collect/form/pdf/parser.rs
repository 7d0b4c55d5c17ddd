use std::borrow::Cow;

use super::object::{Dict, Id, Object};
use crate::collect::form::limit::{
    COPIED_BYTES, FDF_VALUES, GAP, NESTING, PDF_NAME_BYTES, VALUE_BYTES, VALUES,
};

/// Reads objects from bytes (ISO 32000-1, 7.2 and 7.3).
pub(in super::super) struct Parser<'a> {
    bytes: &'a [u8],
    at: usize,
    /// How far was looked, although not all of it was taken.
    furthest: usize,
    /// How many values were read, and how many may be.
    values: usize,
    most_values: usize,
    /// How many bytes may still be copied.
    copied: usize,
    /// Whether the keys are read that only blank prints are asked for.
    is_whole: bool,
}

/// Why no object could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum SyntaxError {
    /// Something else is there than an object.
    Malformed,
    /// It is nested too deep or has too many parts.
    TooLarge,
}

use SyntaxError::{Malformed, TooLarge};

pub(in super::super) fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | b'\x0C' | b'\r' | b' ')
}

fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

fn is_regular(byte: u8) -> bool {
    !is_space(byte) && !is_delimiter(byte)
}

/// What every widget says of its looks and its place, and is only asked for of blank prints. Making objects of it takes half of the time of reading a field.
const UNREAD: [&[u8]; 9] =
    [b"MK", b"Rect", b"BS", b"DA", b"TU", b"Border", b"StructParent", b"QuadPoints", b"DR"];

/// The most digits of a count or a position.
const MOST_DIGITS: usize = 20;

/// Where the object begins that should be at a position, and which it is. A little space may stand before it.
pub(super) fn head(bytes: &[u8], at: usize) -> Option<(Id, usize)> {
    let mut parser = Parser::new(near(bytes, at), at);
    let id = parser.object_head()?;
    Some((id, parser.position()))
}

/// Whether a keyword is at a position. A little space may stand before it.
pub(super) fn is_at(bytes: &[u8], at: usize, word: &str) -> bool {
    Parser::new(near(bytes, at), at).keyword(word)
}

/// The bytes up to a little after a position.
fn near(bytes: &[u8], at: usize) -> &[u8] {
    &bytes[..bytes.len().min(at.saturating_add(GAP))]
}

impl<'a> Parser<'a> {
    /// Reads from a position on.
    pub(in super::super) fn new(bytes: &'a [u8], at: usize) -> Self {
        Self {
            bytes,
            at,
            furthest: at,
            values: 0,
            most_values: VALUES,
            copied: COPIED_BYTES,
            is_whole: false,
        }
    }

    /// Reads all objects of a file, so that the limit of values is that of the file.
    pub(in super::super) fn of_file(bytes: &'a [u8], at: usize) -> Self {
        Self { most_values: FDF_VALUES, ..Self::new(bytes, at) }
    }

    /// Reads the keys, too, that only blank prints are asked for.
    pub(super) fn whole(self, is_whole: bool) -> Self {
        Self { is_whole, ..self }
    }

    /// Where the next byte is.
    pub(in super::super) fn position(&self) -> usize {
        self.at
    }

    /// What it took to read from a position to here: the bytes that were looked at, and the values that were made of them.
    pub(super) fn work(&self, start: usize) -> usize {
        let bytes = self.at.max(self.furthest).saturating_sub(start);
        bytes + self.values * VALUE_BYTES
    }

    /// Goes on at a position.
    pub(in super::super) fn skip_to(&mut self, at: usize) {
        self.at = at;
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Goes over white space and comments.
    pub(in super::super) fn space(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                while self.peek().is_some_and(|byte| !matches!(byte, b'\n' | b'\r')) {
                    self.at += 1;
                }
            } else if is_space(byte) {
                self.at += 1;
            } else {
                break;
            }
        }
        self.furthest = self.furthest.max(self.at);
    }

    /// Whether nothing but white space is left.
    pub(in super::super) fn is_at_end(&mut self) -> bool {
        self.space();
        self.at >= self.bytes.len()
    }

    /// Goes over a keyword, if it is next.
    pub(in super::super) fn keyword(&mut self, word: &str) -> bool {
        self.space();
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let is_next = rest.starts_with(word.as_bytes())
            && !rest.get(word.len()).copied().is_some_and(is_regular);
        if is_next {
            self.at += word.len();
        }
        is_next
    }

    /// Goes over an operator (ISO 32000-1, 7.8.2), if it is next.
    pub(super) fn operator(&mut self) -> Option<&'a [u8]> {
        self.space();
        let rest = self.bytes.get(self.at..)?;
        let is_operator = |byte: &u8| byte.is_ascii_alphabetic() || matches!(byte, b'\'' | b'"');
        rest.first().copied().filter(is_operator)?;
        let length = rest.iter().take_while(|byte| is_regular(**byte)).count();
        let word = &rest[..length];
        if matches!(word, b"true" | b"false" | b"null") {
            return None;
        }
        self.at += length;
        Some(word)
    }

    /// Goes over a number without a sign or a point, if it is next.
    pub(in super::super) fn natural(&mut self) -> Option<u64> {
        self.space();
        let rest = self.bytes.get(self.at..)?;
        let (mut number, mut length) = (0_u64, 0);
        while let Some(digit @ b'0'..=b'9') = rest.get(length) {
            number = number.checked_mul(10)?.checked_add(u64::from(digit - b'0'))?;
            length += 1;
            if length > MOST_DIGITS {
                return None;
            }
        }
        if length == 0 || rest.get(length).copied().is_some_and(is_regular) {
            return None;
        }
        self.at += length;
        Some(number)
    }

    /// Goes over `12 0 obj`, if it is next.
    pub(in super::super) fn object_head(&mut self) -> Option<Id> {
        let start = self.at;
        let id = self.id().filter(|_| self.keyword("obj"));
        if id.is_none() {
            self.at = start;
        }
        id
    }

    fn id(&mut self) -> Option<Id> {
        let number = self.natural()?;
        self.rest_of_id(number)
    }

    /// The id of an object whose number was read.
    fn rest_of_id(&mut self, number: u64) -> Option<Id> {
        let number = u32::try_from(number).ok()?;
        let generation = u16::try_from(self.natural()?).ok()?;
        Some(Id { number, generation })
    }

    /// The object that stands in a file after `12 0 obj`.
    pub(in super::super) fn indirect(&mut self) -> Result<Object<'a>, SyntaxError> {
        let object = self.object()?;
        let Object::Dict(dict) = object else { return Ok(object) };
        let end = self.at;
        if !self.keyword("stream") {
            self.at = end;
            return Ok(Object::Dict(dict));
        }
        // A line feed ends the line, or a carriage return and a line feed (ISO 32000-1, 7.3.8.1).
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        self.at += match rest {
            [b'\r', b'\n', ..] => 2,
            [b'\n', ..] => 1,
            _ => return Err(Malformed),
        };
        Ok(Object::Stream(dict, self.at))
    }

    /// The next object.
    pub(in super::super) fn object(&mut self) -> Result<Object<'a>, SyntaxError> {
        self.nested(NESTING)
    }

    fn nested(&mut self, depth: usize) -> Result<Object<'a>, SyntaxError> {
        self.space();
        self.values += 1;
        if self.values > self.most_values {
            return Err(TooLarge);
        }
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        match rest {
            [b'/', ..] => self.name().map(Object::Name),
            [b'(', ..] => self.literal().map(Object::Text),
            [b'<', b'<', ..] => self.dict(depth.checked_sub(1).ok_or(TooLarge)?),
            [b'<', ..] => self.hexadecimal().map(Object::Text),
            [b'[', ..] => self.array(depth.checked_sub(1).ok_or(TooLarge)?),
            [b'0'..=b'9' | b'+' | b'-' | b'.', ..] => self.number(),
            _ if self.keyword("null") => Ok(Object::Null),
            _ if self.keyword("true") => Ok(Object::Bool(true)),
            _ if self.keyword("false") => Ok(Object::Bool(false)),
            _ => Err(Malformed),
        }
    }

    fn array(&mut self, depth: usize) -> Result<Object<'a>, SyntaxError> {
        self.at += 1;
        let mut items = Vec::new();
        loop {
            self.space();
            if self.peek() == Some(b']') {
                self.at += 1;
                return Ok(Object::Array(items));
            }
            items.push(self.nested(depth)?);
        }
    }

    fn dict(&mut self, depth: usize) -> Result<Object<'a>, SyntaxError> {
        self.at += 2;
        // A field has about as many keys.
        let mut entries = Vec::with_capacity(if depth + 1 == NESTING { 8 } else { 0 });
        loop {
            self.space();
            match self.bytes.get(self.at..).unwrap_or_default() {
                [b'>', b'>', ..] => {
                    self.at += 2;
                    return Ok(Object::Dict(Dict { entries }));
                }
                [b'/', ..] => {
                    let key = self.name()?;
                    if depth + 1 == NESTING && !self.is_whole && UNREAD.contains(&&*key) {
                        self.skip(depth)?;
                    } else {
                        entries.push((key, self.nested(depth)?));
                    }
                }
                _ => return Err(Malformed),
            }
        }
    }

    /// Goes over the value of a key that nobody asks for, if it is a text or has parts. What is in it may be malformed, as long as its end
    /// is found.
    fn skip(&mut self, depth: usize) -> Result<(), SyntaxError> {
        let mut open = 0;
        loop {
            self.space();
            match self.bytes.get(self.at..).unwrap_or_default() {
                [b'(', ..] => self.literal_bytes().map(drop)?,
                [first, ..] if open == 0 && !matches!(first, b'[' | b'<') => {
                    return self.nested(depth).map(drop);
                }
                [b'<', b'<', ..] => {
                    self.at += 2;
                    open += 1;
                }
                [b'>', b'>', ..] => {
                    self.at += 2;
                    open -= 1;
                }
                [b'[', ..] => {
                    self.at += 1;
                    open += 1;
                }
                [b']', ..] => {
                    self.at += 1;
                    open -= 1;
                }
                [b'<', rest @ ..] => {
                    let end = rest.iter().position(|byte| *byte == b'>').ok_or(Malformed)?;
                    self.at += end + 2;
                }
                [_, rest @ ..] => {
                    self.at += 1 + rest.iter().take_while(|byte| is_regular(**byte)).count();
                }
                [] => return Err(Malformed),
            }
            if open > depth {
                return Err(TooLarge);
            }
            if open == 0 {
                return Ok(());
            }
        }
    }

    /// A number, or a reference, which begins like one.
    fn number(&mut self) -> Result<Object<'a>, SyntaxError> {
        let start = self.at;
        if let Some(first) = self.natural() {
            let end = self.at;
            if let Some(id) = self.rest_of_id(first)
                && self.keyword("R")
            {
                return Ok(Object::Ref(id));
            }
            self.at = end;
            if let Ok(int) = i64::try_from(first) {
                return Ok(Object::Int(int));
            }
        }
        self.at = start;
        let rest = &self.bytes[start..];
        let length = rest.iter().take_while(|byte| is_regular(**byte)).count();
        let word = std::str::from_utf8(&rest[..length]).map_err(|_| Malformed)?;
        self.at += length;
        match word.parse::<i64>() {
            Ok(int) => Ok(Object::Int(int)),
            Err(_) if word.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.')) => {
                Ok(Object::Real(word.as_bytes().into()))
            }
            Err(_) => Err(Malformed),
        }
    }

    fn name(&mut self) -> Result<Cow<'a, [u8]>, SyntaxError> {
        self.at += 1;
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let length = rest.iter().take_while(|byte| is_regular(**byte)).count();
        self.at += length;
        let raw = &rest[..length];
        if length > PDF_NAME_BYTES {
            return Err(TooLarge);
        }
        if !raw.contains(&b'#') {
            return Ok(Cow::Borrowed(raw));
        }
        let (mut name, mut at) = (Vec::with_capacity(length), 0);
        while let Some(byte) = raw.get(at) {
            let digits = (raw.get(at + 1).copied(), raw.get(at + 2).copied());
            if let (b'#', (Some(high), Some(low))) = (byte, digits)
                && let (Some(high), Some(low)) = (digit(high), digit(low))
            {
                name.push(high << 4 | low);
                at += 3;
            } else {
                name.push(*byte);
                at += 1;
            }
        }
        Ok(Cow::Owned(name))
    }

    fn literal(&mut self) -> Result<Cow<'a, [u8]>, SyntaxError> {
        let (raw, is_plain) = self.literal_bytes()?;
        if is_plain {
            return Ok(Cow::Borrowed(raw));
        }
        self.copied = self.copied.checked_sub(raw.len()).ok_or(TooLarge)?;
        Ok(Cow::Owned(unescaped(raw)))
    }

    /// What stands between the parentheses of a literal string, and whether that is the text.
    fn literal_bytes(&mut self) -> Result<(&'a [u8], bool), SyntaxError> {
        let start = self.at + 1;
        let rest = self.bytes.get(start..).unwrap_or_default();
        let (mut depth, mut length, mut is_plain) = (1_usize, 0, true);
        while depth > 0 {
            match rest.get(length).ok_or(Malformed)? {
                b'(' => depth += 1,
                b')' => depth -= 1,
                b'\\' => {
                    is_plain = false;
                    length += 1;
                }
                b'\r' => is_plain = false,
                _ => {}
            }
            length += 1;
        }
        self.at = start + length;
        Ok((rest.get(..length - 1).ok_or(Malformed)?, is_plain))
    }

    fn hexadecimal(&mut self) -> Result<Cow<'a, [u8]>, SyntaxError> {
        let mut digits = Vec::new();
        loop {
            self.at += 1;
            match self.peek().ok_or(Malformed)? {
                b'>' => break,
                byte if is_space(byte) => {}
                byte => {
                    self.copied = self.copied.checked_sub(1).ok_or(TooLarge)?;
                    digits.push(digit(byte).ok_or(Malformed)?);
                }
            }
        }
        self.at += 1;
        let byte = |pair: &[u8]| pair[0] << 4 | pair.get(1).copied().unwrap_or(0);
        Ok(Cow::Owned(digits.chunks(2).map(byte).collect()))
    }
}

/// The bytes of a literal string (ISO 32000-1, 7.3.4.2).
fn unescaped(raw: &[u8]) -> Vec<u8> {
    let mut text = Vec::with_capacity(raw.len());
    let mut rest = raw;
    while let [first, after @ ..] = rest {
        rest = after;
        match (*first, after) {
            (b'\r', [b'\n', after @ ..]) => {
                text.push(b'\n');
                rest = after;
            }
            (b'\r', _) => text.push(b'\n'),
            // A line that goes on in the next one.
            (b'\\', [b'\r', b'\n', after @ ..] | [b'\r' | b'\n', after @ ..]) => rest = after,
            (b'\\', [b'0'..=b'7', ..]) => {
                let is_octal = |byte: &&u8| (b'0'..=b'7').contains(*byte);
                let digits = after.iter().take(3).take_while(is_octal);
                let code =
                    digits.clone().fold(0_u16, |code, digit| code << 3 | u16::from(*digit - b'0'));
                rest = &after[digits.count()..];
                // High order overflow is ignored.
                text.push(code.to_be_bytes()[1]);
            }
            (b'\\', [byte, after @ ..]) => {
                rest = after;
                text.push(match byte {
                    b'n' => b'\n',
                    b'r' => b'\r',
                    b't' => b'\t',
                    b'b' => b'\x08',
                    b'f' => b'\x0C',
                    byte => *byte,
                });
            }
            (byte, _) => text.push(byte),
        }
    }
    text
}

/// The value of a hexadecimal digit.
pub(in super::super) fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}
