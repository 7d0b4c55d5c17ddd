use std::fmt;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use super::reason::reason;
use super::stage::{MAX_TRIES, Staged, folder_of, make_folder};

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
    /// Leave it if it is the same already, byte for byte, and fail otherwise.
    SkipIdentical,
    /// Replace it.
    Replace,
}

/// What was done with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WriteOutcome {
    /// It was written.
    Written,
    /// It was there already, byte for byte.
    Unchanged,
}

impl WriteOutcome {
    /// What is said of the file, before its path.
    #[must_use]
    pub fn describe(self) -> &'static str {
        match self {
            Self::Written => "wrote",
            Self::Unchanged => "unchanged:",
        }
    }
}

/// A file that was not written. No other file of the same call was touched, but for those that are named.
#[derive(Debug)]
pub enum WriteError {
    /// Something is there already.
    Exists {
        /// Where.
        path: PathBuf,
        /// How the file could be called otherwise, if it can: `--name`.
        renamed_by: Option<&'static str>,
    },
    /// Two files of the same call have this name.
    Twice(PathBuf),
    /// Something is there that a file must not take the place of, whoever asks for it.
    NotWritable(PathBuf, NotWritable),
    /// The folder that it is to be in cannot be made.
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
pub enum NotWritable {
    /// A folder.
    Folder,
    /// A device, a pipe or a socket.
    Special,
    /// A file that its owner has made read-only.
    ReadOnly,
}

/// Proves that nothing is where a file is to be, as far as that can be known before.
fn check_target(path: &Path, overwrite: Overwrite) -> Result<(), WriteError> {
    let Ok(known) = path.symlink_metadata() else { return Ok(()) };
    let kept = if path.is_dir() {
        NotWritable::Folder
    } else if overwrite == Overwrite::SkipIdentical {
        return Err(exists(path));
    } else if known.is_symlink() {
        // A link gives way, and what it leads to stays as it is.
        return Ok(());
    } else if !known.is_file() {
        NotWritable::Special
    } else if known.permissions().readonly() {
        NotWritable::ReadOnly
    } else {
        return Ok(());
    };
    Err(WriteError::NotWritable(path.to_owned(), kept))
}

/// Writes files, whole or not at all: all of them are on the disk before the first gets its name. Folders that are missing are
/// made. A file that replaces another may be read and written by the same people.
///
/// Says what was done with each. Where one of them cannot be written, none is, but for those that have replaced others already.
/// Several runs may write into one folder at once: what one of them takes back is only what it put there itself.
pub fn write_files(
    files: &[Planned],
    overwrite: Overwrite,
) -> Result<Vec<WriteOutcome>, WriteError> {
    for (index, file) in files.iter().enumerate() {
        if files[..index].iter().any(|other| other.path == file.path) {
            return Err(WriteError::Twice(file.path.clone()));
        }
    }
    let look = |file: &Planned| {
        if holds(file) {
            return Ok(WriteOutcome::Unchanged);
        }
        match check_target(&file.path, overwrite) {
            // Another run wrote it between the two looks.
            Err(WriteError::Exists { .. }) if holds(file) => Ok(WriteOutcome::Unchanged),
            checked => checked.map(|()| WriteOutcome::Written),
        }
    };
    let mut done = files.iter().map(look).collect::<Result<Vec<WriteOutcome>, _>>()?;
    let mut made = Made::default();
    let written = put(files, &mut done, overwrite, &mut made);
    if written.is_err() {
        made.undo();
    }
    written.map(|()| done)
}

/// What is on the disk that was not there before: if all cannot be done, it goes again.
#[derive(Default)]
struct Made {
    folders: Vec<PathBuf>,
    /// The files that were placed. They are held open, so that no other file can get their number.
    files: Vec<(PathBuf, File)>,
}

impl Made {
    /// What cannot be taken away again is left, which is all that can be done about it.
    fn undo(self) {
        for (path, file) in self.files {
            // Another run may have put its own file there since.
            if is_at(&file, &path) {
                let _ = std::fs::remove_file(path);
            }
        }
        for folder in self.folders.iter().rev() {
            // A folder in which something is by now is not empty, and stays.
            let _ = std::fs::remove_dir(folder);
        }
    }
}

/// Whether a path still leads to this very file.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let known = path.symlink_metadata().ok().zip(file.metadata().ok());
    known.is_some_and(|(there, ours)| (there.dev(), there.ino()) == (ours.dev(), ours.ino()))
}

/// Where files have no numbers that the standard library can tell, it is taken to be.
#[cfg(not(unix))]
fn is_at(_: &File, _: &Path) -> bool {
    true
}

fn put(
    files: &[Planned],
    done: &mut [WriteOutcome],
    overwrite: Overwrite,
    made: &mut Made,
) -> Result<(), WriteError> {
    let mut staged = Vec::new();
    for (file, done) in files.iter().zip(done) {
        if *done == WriteOutcome::Written {
            staged.push((stage(file, made)?, file, done));
        }
    }
    let mut replaced: Vec<PathBuf> = Vec::new();
    for (ready, file, done) in staged {
        let path = &file.path;
        if overwrite == Overwrite::Replace {
            ready.replace(path).map_err(|error| unwritable(path, error, &replaced))?;
            replaced.push(path.clone());
            continue;
        }
        match place(ready, path, made) {
            // Another run was a moment faster.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                if !holds(file) {
                    return Err(exists(path));
                }
                *done = WriteOutcome::Unchanged;
            }
            placed => placed.map_err(|error| unwritable(path, error, &[]))?,
        }
    }
    Ok(())
}

/// Puts a file on the disk, not under its name yet. Its folder may go while that is done, where another run made it, cannot do
/// what it was to do, and takes it away: then it is made again.
fn stage(file: &Planned, made: &mut Made) -> Result<Staged, WriteError> {
    let folder = folder_of(&file.path);
    let mut tries = 0;
    loop {
        make_folder(folder, &mut made.folders)
            .map_err(|error| WriteError::NoFolder(folder.to_owned(), error))?;
        let known = file.path.symlink_metadata().ok().filter(std::fs::Metadata::is_file);
        match Staged::write(&file.path, &file.bytes, known.as_ref()) {
            Err(error) if error.kind() == io::ErrorKind::NotFound && tries < MAX_TRIES => {
                tries += 1;
            }
            ready => return ready.map_err(|error| unwritable(&file.path, error, &[])),
        }
    }
}

/// Gives a file its name where nothing has it.
fn place(mut ready: Staged, path: &Path, made: &mut Made) -> io::Result<()> {
    let mut tries = 0;
    loop {
        match ready.place(path) {
            Ok(file) => {
                made.files.push((path.to_owned(), file));
                return Ok(());
            }
            Err((staged, error))
                if error.kind() == io::ErrorKind::NotFound && tries < MAX_TRIES =>
            {
                make_folder(folder_of(path), &mut made.folders)?;
                (ready, tries) = (staged, tries + 1);
            }
            Err((_, error)) => return Err(error),
        }
    }
}

/// Whether a file is there and holds just these bytes.
fn holds(file: &Planned) -> bool {
    let Ok(known) = std::fs::metadata(&file.path) else { return false };
    let length = u64::try_from(file.bytes.len()).unwrap_or(u64::MAX);
    known.is_file()
        && known.len() == length
        && std::fs::read(&file.path).is_ok_and(|known| known == file.bytes)
}

fn exists(path: &Path) -> WriteError {
    WriteError::Exists { path: path.to_owned(), renamed_by: None }
}

fn unwritable(path: &Path, error: io::Error, written: &[PathBuf]) -> WriteError {
    // What the system says of a folder that someone has removed depends on how the file was to be made.
    let error = match std::env::current_dir() {
        Err(gone) if gone.kind() == io::ErrorKind::NotFound && path.is_relative() => {
            io::Error::new(io::ErrorKind::NotFound, "the current folder no longer exists")
        }
        _ => error,
    };
    WriteError::Unwritable { path: path.to_owned(), error, written: written.to_vec() }
}

/// Whether a file of this length is there.
#[must_use]
pub fn is_there(path: &Path, length: usize) -> bool {
    let length = u64::try_from(length).ok();
    path.metadata().is_ok_and(|known| known.is_file() && Some(known.len()) == length)
}

impl WriteError {
    /// What is wrong, in one line.
    #[must_use]
    pub fn message(&self) -> String {
        match self {
            Self::Exists { path, .. } => {
                format!("{} already exists; nothing was written", path.display())
            }
            Self::Twice(path) => format!("two files would have the same path: {}", path.display()),
            Self::NotWritable(path, kept) => {
                let why = match kept {
                    NotWritable::Folder => "it is a folder",
                    NotWritable::Special => "it is a device or a pipe",
                    NotWritable::ReadOnly => {
                        "the file is read-only (--force does not override this)"
                    }
                };
                format!("cannot write {}: {why}", path.display())
            }
            Self::NoFolder(path, error) => {
                let path = path.display();
                match error.kind() {
                    io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory => {
                        format!("cannot create folder {path}: a file with that name exists")
                    }
                    _ => format!("cannot create folder {path}: {}", reason(error)),
                }
            }
            Self::Unwritable { path, error, .. } => {
                format!("cannot write {}: {}", path.display(), reason(error))
            }
        }
    }

    /// The way out, where there is one to tell.
    #[must_use]
    pub fn help(&self) -> Option<String> {
        let help = match self {
            Self::Exists { renamed_by: Some(name), .. } => {
                let force = "use --force to overwrite it";
                return Some(format!(
                    "{force}, or choose another name with {name} or another folder with -o"
                ));
            }
            Self::Exists { renamed_by: None, .. } => {
                Some("use --force to overwrite it, or choose another name or folder")
            }
            Self::Twice(_) => Some("rename one of them"),
            Self::NotWritable(_, NotWritable::Special) => {
                Some("choose a file, or use `-o -` and redirect")
            }
            Self::NotWritable(_, NotWritable::ReadOnly) => {
                Some("make it writable, or choose another location")
            }
            Self::NoFolder(_, error)
                if matches!(
                    error.kind(),
                    io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory
                ) =>
            {
                Some("set -o to a folder, or to one file that ends in .pdf or .md")
            }
            Self::NotWritable(_, NotWritable::Folder)
            | Self::NoFolder(..)
            | Self::Unwritable { .. } => None,
        };
        help.map(str::to_owned)
    }

    /// The same, where the file could be called otherwise by these means.
    #[must_use]
    pub fn renamed_by(self, name: &'static str) -> Self {
        match self {
            Self::Exists { path, .. } => Self::Exists { path, renamed_by: Some(name) },
            other => other,
        }
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())?;
        self.help().iter().try_for_each(|help| write!(f, "\n  help: {help}"))?;
        let Self::Unwritable { written, .. } = self else { return Ok(()) };
        written.iter().try_for_each(|path| write!(f, "\n  written before it: {}", path.display()))
    }
}

impl std::error::Error for WriteError {}
