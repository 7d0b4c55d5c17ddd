use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::reason::reason;

/// A text that could not be read.
#[derive(Debug)]
pub enum InputError {
    /// The file cannot be opened or read.
    Unreadable(PathBuf, io::Error),
    /// It is larger than this many bytes.
    TooLarge(PathBuf, u64),
    /// It is a folder, a device, or something else that is not read to its end.
    NoFile(PathBuf),
    /// From this place on it is not text as it is read here.
    NotText(PathBuf, Place, Encoding),
    /// It is a workbook or another file of a program, and not text.
    Spreadsheet(PathBuf),
    /// It is a file, where a folder is wanted.
    NoFolder(PathBuf),
    /// A folder holds no file with this ending.
    NothingThere(PathBuf, String),
    /// A folder holds more files than this.
    TooMany(PathBuf, usize),
}

/// A line and a column, both counted from 1; columns are characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    line: usize,
    column: usize,
}

/// As what a file could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-16, which its first two bytes promise.
    Utf16,
    /// Text at all: it has characters that no text has.
    Any,
}

/// The largest text that is read, in bytes: a hundred times the largest bank that has been seen.
const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// How the files of spreadsheet programs begin: as archives (.xlsx, .ods, .numbers), and as Excel wrote them until 2003.
const SPREADSHEETS: [&[u8]; 2] = [b"PK\x03\x04", b"\xD0\xCF\x11\xE0"];

/// Reads a file as text: UTF-8, or UTF-16 that begins with a byte order mark.
pub fn read_file(path: &Path) -> Result<String, InputError> {
    let unreadable = |error| InputError::Unreadable(path.to_owned(), error);
    let file = File::open(path).map_err(unreadable)?;
    read(file, path)
}

/// Reads standard input as text, in the same way.
pub fn read_standard_input() -> Result<String, InputError> {
    read(io::stdin().lock(), Path::new("<stdin>"))
}

fn read(from: impl Read, path: &Path) -> Result<String, InputError> {
    let bytes = bytes_of(from, path, 0, MAX_BYTES)?;
    text(bytes, path)
}

/// The text of a file that was read as bytes.
pub fn text(bytes: Vec<u8>, path: &Path) -> Result<String, InputError> {
    if SPREADSHEETS.iter().any(|beginning| bytes.starts_with(beginning)) {
        return Err(InputError::Spreadsheet(path.to_owned()));
    }
    decode(bytes).map_err(|(place, encoding)| InputError::NotText(path.to_owned(), place, encoding))
}

/// Reads a file of at most this many bytes. Only what ends by itself is read: a pipe or a device might not.
pub fn read_bytes(path: &Path, most: u64) -> Result<Vec<u8>, InputError> {
    let unreadable = |error| InputError::Unreadable(path.to_owned(), error);
    let metadata = path.metadata().map_err(unreadable)?;
    if !metadata.is_file() {
        return Err(InputError::NoFile(path.to_owned()));
    }
    bytes_of(File::open(path).map_err(unreadable)?, path, metadata.len(), most)
}

/// Reads at most this many bytes; `expected` are probably there.
fn bytes_of(from: impl Read, path: &Path, expected: u64, most: u64) -> Result<Vec<u8>, InputError> {
    let capacity = usize::try_from(expected.min(most)).map_or(0, |it| it.saturating_add(1));
    let mut bytes = Vec::with_capacity(capacity);
    let read = from.take(most + 1).read_to_end(&mut bytes);
    read.map_err(|error| InputError::Unreadable(path.to_owned(), error))?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > most) {
        return Err(InputError::TooLarge(path.to_owned(), most));
    }
    Ok(bytes)
}

/// The text that bytes are, or from where on they are none.
fn decode(bytes: Vec<u8>) -> Result<String, (Place, Encoding)> {
    let mut text = match *bytes {
        [0xFF, 0xFE, ref rest @ ..] => utf16(rest, u16::from_le_bytes)?,
        [0xFE, 0xFF, ref rest @ ..] => utf16(rest, u16::from_be_bytes)?,
        _ => String::from_utf8(bytes).map_err(|error| {
            let valid = error.utf8_error().valid_up_to();
            let before = String::from_utf8_lossy(&error.as_bytes()[..valid]);
            (Place::behind(&before), Encoding::Utf8)
        })?,
    };
    if let Some(zero) = text.find('\0') {
        return Err((Place::behind(&text[..zero]), Encoding::Any));
    }
    // The mark says how the bytes are read, and is no part of the text.
    let is_marked = text.starts_with('\u{FEFF}');
    Ok(if is_marked { text.split_off('\u{FEFF}'.len_utf8()) } else { text })
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, (Place, Encoding)> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len());
    for char in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        text.push(char.map_err(|_| (Place::behind(&text), Encoding::Utf16))?);
    }
    // A file that was cut off.
    if rest.is_empty() { Ok(text) } else { Err((Place::behind(&text), Encoding::Utf16)) }
}

impl Place {
    /// The place of what follows a text.
    fn behind(text: &str) -> Self {
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let ends = text.matches('\n').count() + text.matches('\r').count();
        let line = ends - text.matches("\r\n").count() + 1;
        let last = text.rfind(['\n', '\r']).map_or(text, |end| &text[end + 1..]);
        Self { line, column: last.chars().count() + 1 }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

impl Encoding {
    /// What is wrong.
    fn message(self) -> &'static str {
        match self {
            Self::Utf8 => "not valid UTF-8",
            Self::Utf16 => {
                "not valid UTF-16, although the file starts with a UTF-16 byte order mark"
            }
            Self::Any => "contains a NUL character, so it is not text",
        }
    }
}

impl InputError {
    /// What is wrong.
    #[must_use]
    pub fn message(&self) -> String {
        match self {
            Self::Unreadable(path, error) => {
                format!("cannot read {}: {}", path.display(), reason(error))
            }
            Self::TooLarge(path, most) => {
                const KIB: u64 = 1024;
                let limit = match most / KIB / KIB {
                    0 => format!("{} KiB", most / KIB),
                    megabytes => format!("{megabytes} MiB"),
                };
                format!("{} is larger than the limit of {limit}", path.display())
            }
            Self::NoFile(path) => format!("{} is not a file", path.display()),
            Self::NoFolder(path) => format!("{} is not a folder", path.display()),
            Self::NothingThere(path, ending) => {
                format!("no .{ending} files in {}", path.display())
            }
            Self::TooMany(path, most) => format!("{} has more than {most} files", path.display()),
            Self::NotText(path, place, encoding) => {
                format!("{}:{place}: {}", path.display(), encoding.message())
            }
            Self::Spreadsheet(path) => {
                format!("{} is a spreadsheet, document, or archive, not text", path.display())
            }
        }
    }

    /// The way out, where there is one to tell.
    #[must_use]
    pub fn help(&self) -> Option<&'static str> {
        match self {
            Self::NoFolder(_) => Some("choose the folder that holds the files"),
            Self::TooMany(..) => Some("check that this is the right folder"),
            Self::NotText(..) => Some("save the file as UTF-8"),
            Self::Spreadsheet(_) => Some("save it as plain text"),
            Self::Unreadable(..)
            | Self::TooLarge(..)
            | Self::NoFile(_)
            | Self::NothingThere(..) => None,
        }
    }

    /// The way out for a table, which a spreadsheet program wrote.
    #[must_use]
    pub fn help_for_table(&self) -> Option<&'static str> {
        match self {
            Self::NotText(..) => Some("save the file as UTF-8; in Excel, save it as “CSV UTF-8”"),
            Self::Spreadsheet(_) => {
                Some("in Excel, save it as “CSV UTF-8”; in other programs, export it as CSV")
            }
            _ => self.help(),
        }
    }
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())?;
        self.help().iter().try_for_each(|help| write!(f, "\n  help: {help}"))
    }
}

impl std::error::Error for InputError {}
