use std::fmt;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

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

/// A file that was not written. No other file of the same run was touched, but for those that are named.
#[derive(Debug)]
pub enum WriteError {
    /// Something is there already.
    Exists(PathBuf),
    /// It cannot be written.
    Unwritable {
        /// Where.
        path: PathBuf,
        /// Why.
        error: io::Error,
        /// What the same run had written before.
        written: Vec<PathBuf>,
    },
}

/// Proves that nothing stands where the files are to be, as far as that can be known before.
pub fn check_targets<'p>(
    paths: impl Iterator<Item = &'p Path>,
    overwrite: Overwrite,
) -> Result<(), WriteError> {
    for path in paths {
        if path.is_dir() {
            let error = io::Error::from(io::ErrorKind::IsADirectory);
            let (path, written) = (path.to_owned(), Vec::new());
            return Err(WriteError::Unwritable { path, error, written });
        }
        if overwrite != Overwrite::Replace && path.symlink_metadata().is_ok() {
            return Err(WriteError::Exists(path.to_owned()));
        }
    }
    Ok(())
}

/// Writes files, whole or not at all: each under another name first, in the same folder, and all of them before the first gets
/// its own name. Folders that are missing are made.
///
/// Says what was done with each. Nothing is written where one of them cannot be.
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
    let mut staged = Vec::new();
    for file in files {
        let ready = stage(file).map_err(|error| unwritable(&file.path, error, &[]))?;
        staged.push((ready, &file.path));
    }
    let mut written: Vec<PathBuf> = Vec::new();
    for (ready, path) in staged {
        let persisted = match overwrite {
            Overwrite::Refuse | Overwrite::KeepSame => ready.persist_noclobber(path),
            Overwrite::Replace => ready.persist(path),
        };
        match persisted {
            Ok(_) => written.push(path.clone()),
            Err(failed) if failed.error.kind() == io::ErrorKind::AlreadyExists => {
                return Err(WriteError::Exists(path.clone()));
            }
            Err(failed) => return Err(unwritable(path, failed.error, &written)),
        }
    }
    Ok(done)
}

/// Whether a file is there and holds just these bytes.
fn holds(file: &Planned) -> bool {
    let Ok(known) = std::fs::metadata(&file.path) else { return false };
    let length = u64::try_from(file.bytes.len()).unwrap_or(u64::MAX);
    known.is_file()
        && known.len() == length
        && std::fs::read(&file.path).is_ok_and(|known| known == file.bytes)
}

fn stage(file: &Planned) -> io::Result<NamedTempFile> {
    let folder = match file.path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    std::fs::create_dir_all(folder)?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(".interview-kit-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // A new file like any other: what the umask leaves of it.
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    let mut ready = builder.tempfile_in(folder)?;
    ready.write_all(&file.bytes)?;
    ready.flush()?;
    Ok(ready)
}

fn unwritable(path: &Path, error: io::Error, written: &[PathBuf]) -> WriteError {
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
