use std::path::{Path, PathBuf};

use crate::base::files::{self, Overwrite, Planned};
use crate::base::hash;
use crate::collect::paper::{FieldReading, ScannedPage};

/// The folder beside the records for pictures of what is handwritten, and of what is asked about.
pub(super) struct PictureFolder {
    folder: PathBuf,
    /// Its name, as records have it.
    name: String,
    overwrite: Overwrite,
}

impl PictureFolder {
    /// The folder of these records.
    pub(super) fn beside(records: &Path, overwrite: Overwrite) -> Self {
        let stem = records.file_stem().unwrap_or_default().to_string_lossy();
        let name = format!("{stem}-pictures");
        Self { folder: records.with_file_name(&name), name, overwrite }
    }

    /// Whether a file is in the folder.
    pub(super) fn holds(&self, path: &Path) -> bool {
        path.parent().is_some_and(|folder| {
            folder == self.folder || files::real_path(folder) == files::real_path(&self.folder)
        })
    }

    /// Stores the pictures of a page, and enters where they are.
    pub(super) fn store(
        &self,
        page: &mut ScannedPage,
        sha256: &str,
        file_page: u32,
    ) -> anyhow::Result<()> {
        let of = hash::sha256_hex(format!("{sha256} {file_page}").as_bytes());
        let of = &of[..6];
        for FieldReading { name, png, picture, .. } in &mut page.fields {
            let Some(bytes) = png.take() else { continue };
            let called = format!("{}-{name}-{of}.png", page.code);
            let path = files::in_folder(&self.folder, &called);
            files::write_files(&[Planned { path, bytes }], self.overwrite)?;
            *picture = Some(format!("{}/{called}", self.name));
        }
        Ok(())
    }

    /// A picture that was stored.
    pub(super) fn read(&self, picture: &str) -> Option<Vec<u8>> {
        let (_, called) = picture.split_once('/')?;
        files::read_bytes(&files::in_folder(&self.folder, called), MOST).ok()
    }
}

/// The largest picture that is read back, in bytes: an uncompressed page would not have more.
const MOST: u64 = 16 << 20;
