use std::cell::RefCell;

use flate2::{Compress, Compression, FlushCompress, Status};

use super::PdfError;

/// How hard to look for a shorter form.
#[derive(Clone, Copy)]
pub(super) enum Effort {
    /// As short as level 6 makes it, in a little less time. Level 4 saves as much again, and costs three hundredths more bytes.
    Good,
    /// For what is short.
    Little,
}

/// What a thread compresses with, made when it first compresses something. To make one takes as long as to compress a page, so all that a thread
/// compresses shares it. What comes out does not depend on what was compressed before.
struct Deflater {
    good: Option<Compress>,
    little: Option<Compress>,
    /// The output, which is copied from here. A buffer of its own for each stream would be cut to a third, and leave gaps in memory.
    packed: Vec<u8>,
}

thread_local! {
    static DEFLATER: RefCell<Deflater> = const {
        RefCell::new(Deflater { good: None, little: None, packed: Vec::new() })
    };
}

/// Compresses data for the filter `FlateDecode` (ISO 32000-1, 7.4.4).
pub(super) fn deflate(bytes: &[u8], effort: Effort) -> Result<Vec<u8>, PdfError> {
    DEFLATER.with_borrow_mut(|Deflater { good, little, packed }| {
        let deflater = match effort {
            Effort::Good => good.get_or_insert_with(|| Compress::new(Compression::new(5), true)),
            Effort::Little => {
                little.get_or_insert_with(|| Compress::new(Compression::new(2), true))
            }
        };
        deflater.reset();
        // What cannot be compressed gets longer by less than this (RFC 1950, RFC 1951).
        packed.clear();
        packed.reserve(bytes.len() + bytes.len() / 1000 + 64);
        let fault = |why: String| PdfError::Assembly(why);
        let status = deflater
            .compress_vec(bytes, packed, FlushCompress::Finish)
            .map_err(|error| fault(error.to_string()))?;
        match status {
            Status::StreamEnd => Ok(packed.clone()),
            Status::Ok | Status::BufError => {
                Err(fault("compressed data got longer than can be".to_owned()))
            }
        }
    })
}
