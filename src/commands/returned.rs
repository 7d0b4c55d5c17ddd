use std::path::Path;

use crate::base::files::{self, FolderListing, InputError};
use crate::base::text::{counted, printed_line};
use crate::cli::terminal::Console;
use crate::collect::{Fault, RefusalCode, form};

/// The largest file that is read, in bytes.
pub(super) const MAX_BYTES: u64 = form::MAX_BYTES as u64;

/// The endings of files in a folder that hold data of this program or of others, but no document.
const DATA: [&str; 7] = ["json", "csv", "yaml", "yml", "lock", "log", "ftl"];

/// How many links are named.
const NAMED: usize = 3;

/// All files of a folder of documents that came back, and what in it is not looked at.
pub(super) fn list(folder: &Path) -> anyhow::Result<FolderListing> {
    Ok(files::list_folder(folder)?)
}

/// Tells what in a folder was not looked at.
pub(super) fn left_out(FolderListing { links, hidden, .. }: &FolderListing, console: Console) {
    if !links.is_empty() {
        let named: Vec<String> =
            links.iter().take(NAMED).map(|path| path.display().to_string()).collect();
        let more = if links.len() > NAMED { ", …" } else { "" };
        let named = format!("{}{more}", named.join(", "));
        let links = plural(links.len(), "link");
        console.info(&format!("note: {links} not followed: {}", printed_line(&named)));
    }
    hidden_files(*hidden, console);
}

/// Tells how many hidden files were not looked at.
pub(super) fn hidden_files(hidden: usize, console: Console) {
    if hidden > 0 {
        console.info(&format!("note: {} left out", plural(hidden, "hidden file")));
    }
}

/// The bytes of a file, or why it cannot be read.
pub(super) fn bytes(path: &Path) -> Result<Vec<u8>, Fault> {
    files::read_bytes(path, MAX_BYTES).map_err(|error| fault_of(&error))
}

/// Why a file or folder cannot be read.
pub(super) fn fault_of(error: &InputError) -> Fault {
    let code = match error {
        InputError::TooLarge(..) => RefusalCode::TooLarge,
        _ => RefusalCode::Unreadable,
    };
    let help = error.help().unwrap_or("check that it can be opened, and run this again");
    Fault::new(code, error.message(), help)
}

/// A number of things, the name of which takes an `s`.
pub(super) fn plural(count: usize, what: &str) -> String {
    counted(count, what, &format!("{what}s"))
}

/// Whether the name of a file says that it holds data, and no document.
pub(super) fn is_data(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    DATA.iter().any(|data| ending.eq_ignore_ascii_case(data))
}
