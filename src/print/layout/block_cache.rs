use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use super::layout_box::{Column, Indent, LaidOutBlock};
use super::state::LayoutState;
use crate::base::threads;
use crate::document::Block;
use crate::print::frame::{Frame, FrameItem};

/// Fewer blocks than this are laid out before another thread would have begun.
const WORTH_A_THREAD: usize = 16;

impl<'a> LayoutState<'a> {
    /// Lays out some of the document's own blocks that no document had before, on all cores. If a roster lays out its documents side by side,
    /// the cores are busy, and a thread that waited for the blocks of one document would begin another.
    pub(super) fn lay_out_in_parallel(
        &mut self,
        blocks: &'a [Block],
        range: Range<usize>,
        column: Column,
    ) {
        if threads::are_busy() {
            return;
        }
        let (document, style, fonts, cache) = (self.document, self.style, self.fonts, self.cache);
        let mut seen = FxHashSet::default();
        let mut new = Vec::new();
        for index in range {
            let block = &blocks[index];
            let key = (block, self.byline(blocks, index, column));
            if self.remembered(key).is_none() && seen.insert(key) {
                new.push(key);
            }
        }
        let state = || LayoutState::new(document, style, fonts, cache);
        let lay_out = |state: &mut LayoutState<'a>,
                       (block, byline): (&'a Block, Option<Indent>)| {
            let laid_out = state.block_alone(block, byline, column);
            (!state.is_replaced).then(|| ((block, byline), Arc::new(laid_out)))
        };
        let shares = new.into_par_iter().with_min_len(WORTH_A_THREAD);
        self.laid_out = shares.map_init(state, lay_out).flatten().collect();
    }

    /// The layout of a block, if some document had the same block before.
    fn remembered(&self, (block, byline): (&Block, Option<Indent>)) -> Option<Arc<LaidOutBlock>> {
        match byline {
            None => self.cache.blocks.get(block),
            Some(indent) => self.cache.bylines.get(&(block.clone(), indent)),
        }
    }

    /// The layout of one of the document's own blocks, from the cache if it is there.
    pub(super) fn cached_block(
        &mut self,
        block: &Block,
        byline: Option<Indent>,
        column: Column,
    ) -> Arc<LaidOutBlock> {
        if let Some(known) = self.remembered((block, byline)) {
            return known;
        }
        self.is_replaced = false;
        let known = self.laid_out.get(&(block, byline)).cloned();
        let new = known.unwrap_or_else(|| Arc::new(self.block_alone(block, byline, column)));
        if !self.is_replaced {
            let weight = new.weight();
            match byline {
                None => self.cache.blocks.insert(block, Arc::clone(&new), weight),
                Some(indent) => {
                    let key = (block.clone(), indent);
                    self.cache.bylines.insert(&key, Arc::clone(&new), weight);
                }
            }
        }
        new
    }

    /// Lays out a block as if nothing was before it.
    fn block_alone(
        &mut self,
        block: &Block,
        byline: Option<Indent>,
        column: Column,
    ) -> LaidOutBlock {
        self.is_replaced = false;
        self.enter_choices(block);
        self.block(block, byline, column)
    }
}

impl LaidOutBlock {
    /// About how much memory it takes together with the block that is its key, in bytes.
    fn weight(&self) -> usize {
        let frames = self.boxes.iter().map(|it| weight(&it.frame));
        frames.sum()
    }
}

fn weight(frame: &Frame) -> usize {
    let item = |item: &FrameItem| match item {
        FrameItem::Text(text) => 200 + text.run.text.len() * 2 + text.run.glyphs.len() * 24,
        FrameItem::Group(group) => 100 + weight(&group.frame),
        FrameItem::Picture(picture) => 200 + picture.image.pixels().samples.len(),
        _ => 200,
    };
    frame.items().iter().map(|(_, it)| item(it)).sum()
}
