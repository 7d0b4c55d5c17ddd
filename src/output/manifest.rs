use std::fmt::Write;

use serde::Serialize;
use sha2::{Digest, Sha256};

/// What a run made, for scripts. The order of everything is that of the run.
#[derive(Clone, Debug, Serialize)]
pub struct Manifest {
    /// The program that made it.
    pub generator: String,
    /// The ids of the banks.
    pub banks: Vec<String>,
    /// The questions, in order.
    pub questions: Vec<ManifestQuestion>,
    /// How long the interview takes, opening and closing included.
    pub minutes: u32,
    /// The files.
    pub files: Vec<ManifestFile>,
}

/// A question of the kit.
#[derive(Clone, Debug, Serialize)]
pub struct ManifestQuestion {
    /// Its id.
    pub id: String,
    /// How long it takes.
    pub minutes: u32,
}

/// A file of the kit.
#[derive(Clone, Debug, Serialize)]
pub struct ManifestFile {
    /// Where it is; nothing for standard output.
    pub path: Option<String>,
    /// What it is: `guide`.
    pub document: &'static str,
    /// Its format: `pdf` or `md`.
    pub format: &'static str,
    /// How long it is.
    pub bytes: usize,
    /// The SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// How many pages it has; nothing for Markdown.
    pub pages: Option<usize>,
    /// Whether it was written, or would have been but for `--dry-run`.
    pub written: bool,
}

/// The SHA-256 of bytes, in hexadecimal.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    let mut hex = String::new();
    for byte in Sha256::digest(bytes) {
        // Writing to a text cannot fail.
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}
