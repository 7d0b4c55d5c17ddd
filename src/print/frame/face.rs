use std::fmt;
use std::sync::Arc;

/// A font's place in `Pages::faces`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FaceId(pub usize);

/// A font file's face.
#[derive(Clone)]
pub struct Face {
    /// Its PostScript name, or something like it.
    pub name: String,
    /// The whole font file.
    pub data: Arc<dyn AsRef<[u8]> + Send + Sync>,
    /// Which face of the file, where it is a collection.
    pub index: u32,
}

impl fmt::Debug for Face {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Face").field("name", &self.name).finish_non_exhaustive()
    }
}
