use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::stage::{Staged, folder_of, make_folder};

/// A file that is to be written.
#[derive(Clone, Debug)]
pub struct Planned {
    /// Where.
    pub path: PathBuf,
    /// What.
    pub bytes: Vec<u8>,
}

/// What to do where a file is already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overwrite {
    /// Leave it, and fail.
    Refuse,
    /// Leave it if it is the same already, byte for byte, and fail otherwise.
    KeepSame,
    /// Replace it.
    Replace,
}

/// What was done with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// It was written.
    Written,
    /// It was there already, byte for byte.
    Unchanged,
}

/// A file that was not written. No other file of the same call was touched, but for those that are named.
#[derive(Debug)]
pub enum WriteError {
    /// Something is there already.
    Exists(PathBuf),
    /// Something is there that a file must not take the place of, whoever asks for it.
    Kept(PathBuf, Kept),
    /// The folder that it is to stand in cannot be made.
    NoFolder(PathBuf, io::Error),
    /// It cannot be written.
    Unwritable {
        /// Where.
        path: PathBuf,
        /// Why.
        error: io::Error,
        /// What the same call had replaced before.
        written: Vec<PathBuf>,
    },
}

/// What no file takes the place of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// A folder.
    Folder,
    /// A device, a pipe or a socket.
    Special,
    /// A file that its owner has made read-only.
    ReadOnly,
}

/// Proves that nothing stands where the files are to be, as far as that can be known before.
pub fn check_targets<'p>(
    paths: impl Iterator<Item = &'p Path>,
    overwrite: Overwrite,
) -> Result<(), WriteError> {
    for path in paths {
        let Ok(known) = path.symlink_metadata() else { continue };
        let kept = if path.is_dir() {
            Kept::Folder
        } else if overwrite != Overwrite::Replace {
            return Err(WriteError::Exists(path.to_owned()));
        } else if known.is_symlink() {
            // A link gives way, and what it leads to stays as it is.
            continue;
        } else if !known.is_file() {
            Kept::Special
        } else if known.permissions().readonly() {
            Kept::ReadOnly
        } else {
            continue;
        };
        return Err(WriteError::Kept(path.to_owned(), kept));
    }
    Ok(())
}

/// Writes files, whole or not at all: all of them are on the disk before the first gets its name. Folders that are missing are
/// made. A file that replaces another may be read and written by the same people.
///
/// Says what was done with each. Where one of them cannot be written, none is, but for those that have replaced others already.
pub fn write_files(files: &[Planned], overwrite: Overwrite) -> Result<Vec<Done>, WriteError> {
    let is_same = |file: &&Planned| overwrite != Overwrite::Refuse && holds(file);
    let done: Vec<Done> = files
        .iter()
        .map(|file| if is_same(&file) { Done::Unchanged } else { Done::Written })
        .collect();
    let files: Vec<&Planned> = files
        .iter()
        .zip(&done)
        .filter(|(_, done)| **done == Done::Written)
        .map(|(file, _)| file)
        .collect();
    check_targets(files.iter().map(|file| file.path.as_path()), overwrite)?;
    let mut made = Made::default();
    let written = put(&files, overwrite, &mut made);
    if written.is_err() {
        made.undo();
    }
    written.map(|()| done)
}

/// What stands on the disk that was not there before: if all cannot be done, it goes again.
#[derive(Default)]
struct Made {
    folders: Vec<PathBuf>,
    files: Vec<PathBuf>,
}

impl Made {
    /// What cannot be taken away again is left, which is all that can be done about it.
    fn undo(self) {
        for file in self.files {
            let _ = std::fs::remove_file(file);
        }
        for folder in self.folders.iter().rev() {
            // A folder in which something stands by now is not empty, and stays.
            let _ = std::fs::remove_dir(folder);
        }
    }
}

fn put(files: &[&Planned], overwrite: Overwrite, made: &mut Made) -> Result<(), WriteError> {
    let mut staged = Vec::new();
    for file in files {
        let folder = folder_of(&file.path);
        let folders =
            make_folder(folder).map_err(|error| WriteError::NoFolder(folder.to_owned(), error))?;
        made.folders.extend(folders);
        let known = file.path.symlink_metadata().ok().filter(std::fs::Metadata::is_file);
        let ready = Staged::write(file, known.as_ref());
        staged.push((ready.map_err(|error| unwritable(&file.path, error, &[]))?, &file.path));
    }
    let mut replaced: Vec<PathBuf> = Vec::new();
    for (ready, path) in staged {
        match overwrite {
            Overwrite::Refuse | Overwrite::KeepSame => {
                ready.place(path).map_err(|error| match error.kind() {
                    io::ErrorKind::AlreadyExists => WriteError::Exists(path.clone()),
                    _ => unwritable(path, error, &[]),
                })?;
                made.files.push(path.clone());
            }
            Overwrite::Replace => {
                ready.replace(path).map_err(|error| unwritable(path, error, &replaced))?;
                replaced.push(path.clone());
            }
        }
    }
    Ok(())
}

/// Whether a file is there and holds just these bytes.
fn holds(file: &Planned) -> bool {
    let Ok(known) = std::fs::metadata(&file.path) else { return false };
    let length = u64::try_from(file.bytes.len()).unwrap_or(u64::MAX);
    known.is_file()
        && known.len() == length
        && std::fs::read(&file.path).is_ok_and(|known| known == file.bytes)
}

fn unwritable(path: &Path, error: io::Error, written: &[PathBuf]) -> WriteError {
    // What the system says of a folder that somebody has removed depends on how the file was to be made.
    let error = match std::env::current_dir() {
        Err(gone) if gone.kind() == io::ErrorKind::NotFound && path.is_relative() => {
            io::Error::new(io::ErrorKind::NotFound, "the working folder is gone")
        }
        _ => error,
    };
    WriteError::Unwritable { path: path.to_owned(), error, written: written.to_vec() }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exists(path) => write!(
                f,
                "{} is there already, and nothing was written\n  help: give --force to replace it, or write to another place",
                path.display()
            ),
            Self::Kept(path, kept) => {
                let path = path.display();
                match kept {
                    Kept::Folder => write!(f, "cannot write {path}: it is a folder"),
                    Kept::Special => write!(
                        f,
                        "cannot write {path}: it is a device or a pipe, not a file\n  help: name another file; what is printed to standard output can be led there"
                    ),
                    Kept::ReadOnly => write!(
                        f,
                        "cannot write {path}: it is read-only, which --force does not change\n  help: make it writable, or write to another place"
                    ),
                }
            }
            Self::NoFolder(path, error) => {
                let path = path.display();
                match error.kind() {
                    io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory => write!(
                        f,
                        "cannot make the folder {path}: there is a file in its place\n  help: -o names the folder that the files go into, or one file that ends in .pdf or .md"
                    ),
                    _ => write!(f, "cannot make the folder {path}: {error}"),
                }
            }
            Self::Unwritable { path, error, written } => {
                write!(f, "cannot write {}: {error}", path.display())?;
                for path in written {
                    write!(f, "\n  written before it: {}", path.display())?;
                }
                Ok(())
            }
        }
    }
}

impl std::error::Error for WriteError {}
