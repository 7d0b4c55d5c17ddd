use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The longest name of a file that is made of a text, in bytes: room is left for what is added to it.
const MAX_BYTES: usize = 120;
/// Names that some systems keep for their devices.
const RESERVED: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
    "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// A text as the name of a file, on any system: letters and digits of any script, with single hyphens, points and underscores
/// between them. It is never empty, and never leads into another folder.
#[must_use]
pub fn safe_name(text: &str) -> String {
    let mut name = String::new();
    // Some systems take a letter with an accent for another than the letter and then its accent, and some for the same.
    for char in text.nfc() {
        let is_mark = !name.is_empty() && is_combining_mark(char);
        if char.is_alphanumeric() || is_mark {
            name.push(char);
        } else if !is_unseen(char) && !name.is_empty() && !name.ends_with(['-', '.', '_']) {
            name.push(if matches!(char, '.' | '_') { char } else { '-' });
        }
    }
    name.truncate(name.floor_char_boundary(MAX_BYTES));
    let name = name.trim_end_matches(['-', '.', '_']);
    let stem = name.split_once('.').map_or(name, |(stem, _)| stem).to_lowercase();
    if name.is_empty() {
        "packet".to_owned()
    } else if RESERVED.contains(&stem.as_str()) {
        format!("packet-{name}")
    } else {
        name.to_owned()
    }
}

/// The path of a file in a folder, with `/` between the two on every system: Windows reads it as well as `\`, and messages,
/// manifests and tests are the same everywhere.
#[must_use]
pub fn in_folder(folder: &Path, name: impl AsRef<OsStr>) -> PathBuf {
    let mut path = OsString::from(folder);
    let last = char::from(path.as_encoded_bytes().last().copied().unwrap_or(b'/'));
    if !std::path::is_separator(last) {
        path.push("/");
    }
    path.push(name);
    path.into()
}

/// Signs that turn or join what is beside them, and cannot be seen.
fn is_unseen(char: char) -> bool {
    matches!(char, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}
