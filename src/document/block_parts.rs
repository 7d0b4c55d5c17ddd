use std::sync::Arc;

use super::model::Block;

/// The blocks of a document in reading order. They are in parts, each of which documents of many candidates can share: every part but the first
/// begins with a page break.
#[derive(Clone, Debug)]
pub struct Blocks(Vec<Arc<Vec<Block>>>);

impl Blocks {
    /// Those of these parts.
    pub(super) fn of(parts: Vec<Arc<Vec<Block>>>) -> Self {
        Self(parts)
    }

    /// The parts.
    pub fn parts(&self) -> impl Iterator<Item = &[Block]> {
        self.0.iter().map(|part| part.as_slice())
    }

    /// All blocks.
    pub fn iter(&self) -> impl Iterator<Item = &Block> {
        self.0.iter().flat_map(|part| part.iter())
    }

    /// The parts, to be changed for this document alone.
    pub(super) fn parts_mut(&mut self) -> impl Iterator<Item = &mut Vec<Block>> {
        self.0.iter_mut().map(Arc::make_mut)
    }

    /// How many blocks there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.iter().map(|part| part.len()).sum()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl From<Vec<Block>> for Blocks {
    /// All in one part.
    fn from(blocks: Vec<Block>) -> Self {
        Self(vec![Arc::new(blocks)])
    }
}

impl PartialEq for Blocks {
    /// Whatever parts they are in.
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for Blocks {}
