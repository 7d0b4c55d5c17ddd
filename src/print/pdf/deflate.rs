use std::io::{self, Write};

use flate2::Compression;
use flate2::write::ZlibEncoder;

use super::PdfError;

/// How hard to look for a shorter form.
#[derive(Clone, Copy)]
pub(super) enum Effort {
    /// Takes a third of the time of the best level, and a few hundredths more bytes.
    Good,
    /// For what is short.
    Little,
}

/// Compresses data for the filter `FlateDecode` (ISO 32000-1, 7.4.4).
pub(super) fn deflate(bytes: &[u8], effort: Effort) -> Result<Vec<u8>, PdfError> {
    let level = match effort {
        Effort::Good => 6,
        Effort::Little => 2,
    };
    let fault = |error: io::Error| PdfError::Assembly(error.to_string());
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(level));
    encoder.write_all(bytes).map_err(fault)?;
    encoder.finish().map_err(fault)
}
