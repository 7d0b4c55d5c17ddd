use std::path::{Path, PathBuf};

use super::collect::MAX_BYTES;
use crate::base::files::{self, InputError};
use crate::cli::UsageError;
use crate::collect::{Fault, Place, RefusalCode};

/// All files of a folder of documents that came back.
pub(super) fn list(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    if !files::is_folder(folder) {
        let what =
            if files::exists(folder) { "it is not a folder" } else { "there is no such folder" };
        let message = format!("{}: {what}", folder.display());
        return Err(UsageError::new(message).help("give the folder with the documents").into());
    }
    Ok(files::list_folder(folder)?)
}

/// The bytes of a file, or why it cannot be read.
pub(super) fn bytes(path: &Path) -> Result<Vec<u8>, Fault> {
    files::read_bytes(path, MAX_BYTES).map_err(|error| {
        let code = match error {
            InputError::TooLarge(..) => RefusalCode::TooLarge,
            _ => RefusalCode::Unreadable,
        };
        let help = error.help().unwrap_or("check that the file can be opened, and run this again");
        Fault::new(code, error.message(), help)
    })
}

/// A place as it is added to the name of a file.
pub(super) fn whereabouts(place: Option<Place>) -> String {
    match place {
        Some(Place { page: Some(page), .. }) => format!(", page {page}"),
        Some(Place { line: Some(line), .. }) => format!(":{line}"),
        _ => String::new(),
    }
}

/// A number of things, the name of which takes an `s`.
pub(super) fn plural(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}
