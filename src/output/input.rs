use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// A text that could not be read.
#[derive(Debug)]
pub enum InputError {
    /// The file cannot be opened or read.
    Unreadable(PathBuf, io::Error),
    /// It is larger than any text that a person wrote.
    TooLarge(PathBuf),
    /// It is no UTF-8 from this line on.
    NotUtf8(PathBuf, usize),
    /// A folder holds no file with this ending.
    NothingThere(PathBuf, String),
    /// A folder holds more files than this.
    TooMany(PathBuf, usize),
}

/// The largest text that is read, in bytes: a hundred times the largest bank that has been seen.
const LARGEST: u64 = 64 * 1024 * 1024;

/// Reads a file as text.
pub fn read_file(path: &Path) -> Result<String, InputError> {
    let unreadable = |error| InputError::Unreadable(path.to_owned(), error);
    let file = File::open(path).map_err(unreadable)?;
    read(file, path)
}

/// Reads standard input as text.
pub fn read_standard_input() -> Result<String, InputError> {
    read(io::stdin().lock(), Path::new("<stdin>"))
}

fn read(from: impl Read, path: &Path) -> Result<String, InputError> {
    let mut bytes = Vec::new();
    let read = from.take(LARGEST + 1).read_to_end(&mut bytes);
    read.map_err(|error| InputError::Unreadable(path.to_owned(), error))?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > LARGEST) {
        return Err(InputError::TooLarge(path.to_owned()));
    }
    String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let before = &error.as_bytes()[..valid];
        let line = before.split(|&byte| byte == b'\n').count();
        InputError::NotUtf8(path.to_owned(), line)
    })
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(path, error) => write!(f, "cannot read {}: {error}", path.display()),
            Self::TooLarge(path) => {
                let megabytes = LARGEST / 1024 / 1024;
                write!(
                    f,
                    "{} is larger than {megabytes} MiB, which is the most that is read",
                    path.display()
                )
            }
            Self::NothingThere(path, ending) => {
                write!(f, "{} holds no file that ends with .{ending}", path.display())
            }
            Self::TooMany(path, most) => {
                let path = path.display();
                write!(
                    f,
                    "{path} holds more than {most} files\n  help: is it the folder that was meant?"
                )
            }
            Self::NotUtf8(path, line) => {
                write!(
                    f,
                    "{}:{line}: this is no UTF-8 text\n  help: save the file as UTF-8",
                    path.display()
                )
            }
        }
    }
}

impl std::error::Error for InputError {}
