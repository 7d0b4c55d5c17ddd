use std::fs::{File, Metadata};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

/// A file that is complete and on the right disk, but not under its name yet.
pub(super) enum Staged {
    /// It has no name at all, so that nothing of it stays behind wherever the program is ended.
    #[cfg(target_os = "linux")]
    Nameless(nameless::Nameless),
    /// It has a name of its own for a while, where the system knows of no other way.
    Named(NamedTempFile<File>),
}

impl Staged {
    /// Writes a file beside the place where it is to be. It may be read and written as the one that it takes the place of.
    pub(super) fn write(path: &Path, bytes: &[u8], known: Option<&Metadata>) -> io::Result<Self> {
        let folder = folder_of(path);
        #[cfg(target_os = "linux")]
        if let Some(mut nameless) = nameless::Nameless::new(folder)? {
            if let Some(known) = known {
                nameless.file.set_permissions(known.permissions())?;
            }
            nameless.file.write_all(bytes)?;
            return Ok(Self::Nameless(nameless));
        }
        // A new file like any other: what the umask leaves of it.
        let create = |path: &Path| File::options().write(true).create_new(true).open(path);
        let mut named = tempfile::Builder::new().prefix(PREFIX).make_in(folder, create)?;
        if let Some(known) = known {
            named.as_file().set_permissions(known.permissions())?;
        }
        named.write_all(bytes)?;
        Ok(Self::Named(named))
    }

    /// Gives the file its name, unless something has that name: then the staged file comes back with the error.
    pub(super) fn place(self, path: &Path) -> Result<File, (Self, io::Error)> {
        match self {
            #[cfg(target_os = "linux")]
            Self::Nameless(nameless) => match nameless.place(path) {
                Ok(()) => Ok(nameless.file),
                Err(error) => Err((Self::Nameless(nameless), error)),
            },
            Self::Named(named) => {
                named.persist_noclobber(path).map_err(|it| (Self::Named(it.file), it.error))
            }
        }
    }

    /// Gives the file its name, and takes it from whatever had it.
    pub(super) fn replace(self, path: &Path) -> io::Result<()> {
        match self {
            #[cfg(target_os = "linux")]
            Self::Nameless(nameless) => nameless.replace(path),
            Self::Named(named) => named.persist(path).map(drop).map_err(|failed| failed.error),
        }
    }
}

/// How names begin that a file has until it gets its own.
const PREFIX: &str = ".interview-kit-";

/// The folder that a file is in.
pub(super) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

/// How often a step is tried again that another run, which takes its own folders away, can undo.
pub(super) const MAX_TRIES: usize = 20;

/// Makes a folder and those that it is in, and adds those that this very call made to `made`, from the outermost. A folder
/// that another run makes at the same moment is not ours to take away.
pub(super) fn make_folder(folder: &Path, made: &mut Vec<PathBuf>) -> io::Result<()> {
    let mut tries = 0;
    while !folder.is_dir() {
        match std::fs::create_dir(folder) {
            Ok(()) => made.push(folder.to_owned()),
            Err(error) => match (error.kind(), folder.parent()) {
                _ if tries == MAX_TRIES => return Err(error),
                (io::ErrorKind::NotFound, Some(parent)) if parent != Path::new("") => {
                    make_folder(parent, made)?;
                }
                // Another run made it, and may have taken it away since.
                (io::ErrorKind::AlreadyExists, _) if folder.symlink_metadata().is_err() => {}
                _ if folder.is_dir() => {}
                _ => return Err(error),
            },
        }
        tries += 1;
    }
    Ok(())
}

#[cfg(target_os = "linux")]
mod nameless {
    use std::fs::File;
    use std::hash::{DefaultHasher, Hash, Hasher};
    use std::io::{self, Seek};
    use std::os::fd::AsRawFd;
    use std::path::{Path, PathBuf};

    use rustix::fs::{AtFlags, CWD, Mode, OFlags, linkat, open};
    use rustix::io::Errno;

    /// A file without a name (`O_TMPFILE` of open(2)): the system drops it with the last that holds it.
    pub(in super::super) struct Nameless {
        pub(super) file: File,
    }

    /// How often a file is given its name where other processes write the same.
    const MAX_RENAMES: usize = 100;

    impl Nameless {
        /// None where the disk, or the system, cannot have such files.
        pub(super) fn new(folder: &Path) -> io::Result<Option<Self>> {
            let flags = OFlags::TMPFILE | OFlags::RDWR | OFlags::CLOEXEC;
            // A new file like any other: what the umask leaves of it.
            let mode = Mode::from_raw_mode(0o666);
            match open(folder, flags, mode) {
                Ok(opened) => {
                    let nameless = Self { file: File::from(opened) };
                    Ok(nameless.itself().exists().then_some(nameless))
                }
                Err(Errno::NOTSUP | Errno::ISDIR | Errno::INVAL) => Ok(None),
                Err(errno) => Err(errno.into()),
            }
        }

        /// Where the system shows the open file.
        fn itself(&self) -> PathBuf {
            PathBuf::from(format!("/proc/self/fd/{}", self.file.as_raw_fd()))
        }

        fn link(&self, path: &Path) -> Result<(), Errno> {
            linkat(CWD, self.itself(), CWD, path, AtFlags::SYMLINK_FOLLOW)
        }

        pub(super) fn place(&self, path: &Path) -> io::Result<()> {
            Ok(self.link(path)?)
        }

        /// The same once more.
        fn copy(self, folder: &Path) -> io::Result<Option<Self>> {
            let Self { file: mut old } = self;
            let Some(mut copy) = Self::new(folder)? else { return Ok(None) };
            copy.file.set_permissions(old.metadata()?.permissions())?;
            old.rewind()?;
            io::copy(&mut old, &mut copy.file)?;
            Ok(Some(copy))
        }

        /// A name can be taken from a file only by another name. It is the same for each run, so that what is left by one that
        /// was ended between the two steps is found by the next.
        pub(super) fn replace(mut self, path: &Path) -> io::Result<()> {
            let mut hasher = DefaultHasher::new();
            path.file_name().hash(&mut hasher);
            let aside = path.with_file_name(format!("{}{:016x}", super::PREFIX, hasher.finish()));
            for _ in 0..MAX_RENAMES {
                match self.link(path) {
                    Err(Errno::EXIST) => {}
                    linked => return Ok(linked?),
                }
                match self.link(&aside) {
                    Err(Errno::EXIST) => {
                        let _ = std::fs::remove_file(&aside);
                        continue;
                    }
                    linked => linked?,
                }
                match std::fs::rename(&aside, path) {
                    // Another process took it for a left one. What has lost its name can get no other, but a copy of it can.
                    Err(error) if error.kind() == io::ErrorKind::NotFound => {
                        self = self.copy(super::folder_of(path))?.ok_or(error)?;
                    }
                    Err(error) => {
                        let _ = std::fs::remove_file(&aside);
                        return Err(error);
                    }
                    Ok(()) => return Ok(()),
                }
            }
            Err(io::Error::other("another program keeps rewriting it"))
        }
    }
}
