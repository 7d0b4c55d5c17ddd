use std::fs::{File, Metadata};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::write::Planned;

/// A file that is whole, on the disk it is to stand on, and not yet under its name.
pub(super) enum Staged {
    /// It has no name at all, so that nothing of it stays behind wherever the program is ended.
    #[cfg(target_os = "linux")]
    Nameless(nameless::Nameless),
    /// It has a name of its own for a while, where the system knows of no other way.
    Named(NamedTempFile<File>),
}

impl Staged {
    /// Writes a file beside the place where it is to stand. It may be read and written as the one that it takes the place of.
    pub(super) fn write(file: &Planned, known: Option<&Metadata>) -> io::Result<Self> {
        let folder = folder_of(&file.path);
        #[cfg(target_os = "linux")]
        if let Some(mut nameless) = nameless::Nameless::new(folder)? {
            if let Some(known) = known {
                nameless.file.set_permissions(known.permissions())?;
            }
            nameless.file.write_all(&file.bytes)?;
            return Ok(Self::Nameless(nameless));
        }
        // A new file like any other: what the umask leaves of it.
        let create = |path: &Path| File::options().write(true).create_new(true).open(path);
        let mut named = tempfile::Builder::new().prefix(PREFIX).make_in(folder, create)?;
        if let Some(known) = known {
            named.as_file().set_permissions(known.permissions())?;
        }
        named.write_all(&file.bytes)?;
        Ok(Self::Named(named))
    }

    /// Gives the file its name, unless something has that name.
    pub(super) fn place(self, path: &Path) -> io::Result<()> {
        match self {
            #[cfg(target_os = "linux")]
            Self::Nameless(nameless) => nameless.place(path),
            Self::Named(named) => {
                named.persist_noclobber(path).map(drop).map_err(|failed| failed.error)
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

/// The folder that a file stands in.
pub(super) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

/// Makes a folder and those that it stands in, and says which were not there before, from the outermost.
pub(super) fn make_folder(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let missing = folder.ancestors().take_while(|it| !it.as_os_str().is_empty() && !it.exists());
    let mut made: Vec<PathBuf> = missing.map(Path::to_owned).collect();
    made.reverse();
    std::fs::create_dir_all(folder)?;
    Ok(made)
}

#[cfg(target_os = "linux")]
mod nameless {
    use std::fs::File;
    use std::hash::{DefaultHasher, Hash, Hasher};
    use std::io;
    use std::os::fd::AsRawFd;
    use std::path::{Path, PathBuf};

    use rustix::fs::{AtFlags, CWD, Mode, OFlags, linkat, open};
    use rustix::io::Errno;

    /// A file without a name (`O_TMPFILE` of open(2)): the system drops it with the last that holds it.
    pub(in super::super) struct Nameless {
        pub(super) file: File,
    }

    /// How often a file is given its name where other processes write the same.
    const MOST_TRIES: usize = 100;

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

        pub(super) fn place(self, path: &Path) -> io::Result<()> {
            Ok(self.link(path)?)
        }

        /// A name can be taken from a file only by another name. It is the same for each run, so that what is left by one that
        /// was ended between the two steps is found by the next.
        pub(super) fn replace(self, path: &Path) -> io::Result<()> {
            let mut hasher = DefaultHasher::new();
            path.file_name().hash(&mut hasher);
            let aside = path.with_file_name(format!("{}{:016x}", super::PREFIX, hasher.finish()));
            for _ in 0..MOST_TRIES {
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
                    // Another process took it for a left one.
                    Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                    Err(error) => {
                        let _ = std::fs::remove_file(&aside);
                        return Err(error);
                    }
                    Ok(()) => return Ok(()),
                }
            }
            Err(io::Error::other("other programs write it over and over"))
        }
    }
}
