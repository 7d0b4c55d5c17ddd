use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::input::{InputError, read_bytes};
use super::reason::reason;
use crate::base::hash;

/// A file that was not removed.
#[derive(Debug)]
pub enum RemoveError {
    /// It was changed since it was read, or another is in its place.
    Changed(PathBuf),
    /// It cannot be read again.
    Unreadable(InputError),
    /// It cannot be removed.
    Kept(PathBuf, io::Error),
}

/// Removes a file if it still has the content with this SHA-256, in hexadecimal. A link is never followed and never removed.
///
/// # Errors
///
/// The file is another than before, or the system does not remove it.
pub fn remove_file(path: &Path, sha256: &str, most: u64) -> Result<(), RemoveError> {
    let is_file = path.symlink_metadata().is_ok_and(|it| it.is_file());
    if !is_file {
        return Err(RemoveError::Changed(path.to_owned()));
    }
    let bytes = read_bytes(path, most).map_err(RemoveError::Unreadable)?;
    if hash::sha256_hex(&bytes) != sha256 {
        return Err(RemoveError::Changed(path.to_owned()));
    }
    std::fs::remove_file(path).map_err(|error| RemoveError::Kept(path.to_owned(), error))
}

impl fmt::Display for RemoveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Changed(path) => {
                write!(f, "{} was not removed: it was changed meanwhile", path.display())
            }
            Self::Unreadable(error) => write!(f, "not removed: {}", error.message()),
            Self::Kept(path, error) => {
                write!(f, "cannot remove {}: {}", path.display(), reason(error))
            }
        }
    }
}

impl std::error::Error for RemoveError {}
