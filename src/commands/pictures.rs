use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::base::diagnostic::{Diagnostic, Diagnostics};
use crate::base::files::{self, InputError};
use crate::base::image::Image;
use crate::document::{Document, Picture};
use crate::print::picture::{MAX_PNG_BYTES, PngFault, read_png};

/// How much memory all pictures of a document may take, in bytes: a hundred parts of pages that somebody wrote on take a tenth of it.
const MAX_MEMORY: usize = 256 * 1024 * 1024;

/// Why a picture cannot be printed.
#[derive(Clone)]
pub(super) struct PictureFault {
    pub(super) message: String,
    pub(super) help: &'static str,
    /// Whether its file cannot be opened, and so may be elsewhere.
    is_lost: bool,
}

/// Reads the pictures of a document: each file once, and no more than the memory for them holds.
pub(super) struct PictureReader {
    left: usize,
    read: BTreeMap<PathBuf, Result<Arc<Image>, PictureFault>>,
}

impl PictureReader {
    pub(super) fn new() -> Self {
        Self { left: MAX_MEMORY, read: BTreeMap::new() }
    }

    /// The picture of a file.
    pub(super) fn read(&mut self, path: &Path) -> Result<Arc<Image>, PictureFault> {
        if let Some(known) = self.read.get(path) {
            return known.clone();
        }
        let read = read(path).and_then(|image| {
            let size = image.pixels().samples.len();
            self.left = self.left.checked_sub(size).ok_or_else(too_many)?;
            Ok(Arc::new(image))
        });
        self.read.insert(path.to_owned(), read.clone());
        read
    }
}

/// Reads the pictures of a document. `place` tells where the file of a path is, or else why it is not looked for.
pub(super) fn read_all(
    document: &mut Document,
    help_if_lost: &str,
    place: impl Fn(&str) -> Result<PathBuf, PictureFault>,
) -> Diagnostics {
    let (mut reader, mut faults) = (PictureReader::new(), Diagnostics::new());
    document.for_each_picture(&mut |Picture { path, image, span, .. }| match place(path)
        .and_then(|path| reader.read(&path))
    {
        Ok(read) => *image = Some(read),
        Err(PictureFault { message, help, is_lost }) => {
            let help = if is_lost { help_if_lost } else { help };
            faults.push(Diagnostic::error("image", message).at(span.0.clone()).help(help));
        }
    });
    faults
}

impl PictureFault {
    pub(super) fn new(message: String, help: &'static str) -> Self {
        Self { message, help, is_lost: false }
    }
}

fn read(path: &Path) -> Result<Image, PictureFault> {
    let bytes = files::read_bytes(path, MAX_PNG_BYTES).map_err(|error| PictureFault {
        message: error.message(),
        help: error.help().unwrap_or("name a PNG file that can be read"),
        is_lost: matches!(error, InputError::Unreadable(..)),
    })?;
    read_png(&bytes).map_err(|PngFault { message, help }| {
        PictureFault::new(format!("{}: {message}", path.display()), help)
    })
}

fn too_many() -> PictureFault {
    let megabytes = MAX_MEMORY / 1024 / 1024;
    let message = format!("all pictures of this document take more than {megabytes} MiB");
    PictureFault::new(message, "use fewer or smaller pictures")
}
