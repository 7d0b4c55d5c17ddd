use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// A file to which lines are added while work is done, so that an interrupted run can go on where it stopped. It is removed at the end.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    file: Mutex<File>,
}

impl Journal {
    /// Opens a journal, and reads the lines that an earlier run left. The last one is not whole if that run was cut off while it wrote it.
    pub fn open(path: &Path) -> io::Result<(Self, Vec<String>)> {
        let before = match std::fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            Err(error) => return Err(error),
        };
        let whole = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
        let lines = String::from_utf8_lossy(&before[..whole]).lines().map(str::to_owned).collect();
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let file = OpenOptions::new().create(true).append(true).open(path)?;
        file.set_len(u64::try_from(whole).unwrap_or(u64::MAX))?;
        Ok((Self { path: path.to_owned(), file: Mutex::new(file) }, lines))
    }

    /// Forgets all lines.
    pub fn clear(&self) -> io::Result<()> {
        self.file.lock().unwrap_or_else(PoisonError::into_inner).set_len(0)
    }

    /// Adds a line. Several threads may do so.
    pub fn add(&self, line: &str) -> io::Result<()> {
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        // One call, so that a run that is cut off leaves at most one line that is not whole.
        file.write_all(format!("{line}\n").as_bytes())
    }

    /// Removes the file: the work is done.
    pub fn remove(self) -> io::Result<()> {
        drop(self.file);
        std::fs::remove_file(self.path)
    }
}
