use std::path::{Path, PathBuf};

use super::Format;
use crate::base::files;

/// Where the documents of a run go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Standard output.
    Stream,
    /// One file, whose ending is that of this format.
    File(PathBuf, Format),
    /// A folder, made if it is missing.
    Folder(PathBuf),
}

impl Target {
    /// What `-o` means: a name that ends as a format does is a file, unless it ends with a slash or is a folder already.
    #[must_use]
    pub fn of(output: &Path) -> Self {
        if output.as_os_str() == STREAM {
            return Self::Stream;
        }
        let has_slash = output.as_os_str().as_encoded_bytes().ends_with(b"/");
        match Format::of(output) {
            Some(format) if !has_slash && !files::is_folder(output) => {
                Self::File(output.to_owned(), format)
            }
            _ => Self::Folder(output.to_owned()),
        }
    }
}

/// What stands for standard output, or for standard input.
pub const STREAM: &str = "-";
