use std::path::Path;

use serde::Serialize;

use crate::base::hash;
use crate::cli::terminal::Console;

/// The files that a command wrote, for scripts. What the manifest of a kit has too is called as it is there.
#[derive(Serialize)]
pub(super) struct Written {
    generator: &'static str,
    version: &'static str,
    files: Vec<WrittenFile>,
}

/// One of them.
#[derive(Serialize)]
pub(super) struct WrittenFile {
    path: String,
    bytes: usize,
    sha256: String,
    #[serde(skip_serializing_if = "Option::is_none", flatten)]
    guide: Option<Guide>,
}

/// What is said of a PDF.
#[derive(Serialize)]
pub(super) struct Guide {
    /// How many pages it has.
    pub(super) pages: usize,
    /// The code of its kit, where it has one.
    pub(super) code: Option<String>,
    /// Whether its text may be another than the one that was made under the code.
    pub(super) edited: bool,
}

impl Written {
    pub(super) fn new(files: Vec<WrittenFile>) -> Self {
        Self { generator: "interview-kit", version: env!("CARGO_PKG_VERSION"), files }
    }
}

impl WrittenFile {
    pub(super) fn new(path: &Path, bytes: &[u8], guide: Option<Guide>) -> Self {
        let path = path.display().to_string();
        Self { path, bytes: bytes.len(), sha256: hash::sha256_hex(bytes), guide }
    }
}

/// Prints the result of a command for scripts: what `--json` means in every command that has one.
pub(super) fn print(result: &impl Serialize, console: Console) -> anyhow::Result<()> {
    console.data(&text(result)?)?;
    Ok(())
}

/// The same as the contents of a file.
pub(super) fn text(result: &impl Serialize) -> anyhow::Result<Vec<u8>> {
    let mut text = serde_json::to_vec_pretty(result)?;
    text.push(b'\n');
    Ok(text)
}
