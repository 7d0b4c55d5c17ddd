use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::block::is_byline;
use super::layout_box::{Column, LaidOutBlock, LayoutBox};
use super::state::LayoutState;
use crate::document::Block;
use crate::print::frame::{Element, ElementId, FieldId, Item, Mark, Owner, Role, Widget};
use crate::print::style::Spacing;

/// Fewer blocks than this are set before another thread would have begun.
const WORTH_A_THREAD: usize = 16;

impl<'a> LayoutState<'a> {
    /// Sets the blocks that are part of nothing, and that no document had before, on all cores. Where a roster sets its documents side
    /// by side, the cores are taken, and a thread that waited for the blocks of one document would begin another.
    pub(super) fn lay_out_in_parallel(&mut self, column: Column) {
        if rayon::current_thread_index().is_some() {
            return;
        }
        let (document, style, fonts, cache) = (self.document, self.style, self.fonts, self.cache);
        let mut seen = HashSet::new();
        let mut new = Vec::new();
        for (index, block) in document.blocks.iter().enumerate() {
            let key = (block, is_byline(&document.blocks, index));
            if self.remembered(key).is_none() && seen.insert(key) {
                new.push(key);
            }
        }
        let state = || LayoutState::new(document, style, fonts, cache);
        let set = |state: &mut LayoutState<'a>, (block, byline): (&'a Block, bool)| {
            let set = state.lay_out_alone(block, byline, column);
            (!state.is_replaced).then(|| ((block, byline), Arc::new(set)))
        };
        let shares = new.into_par_iter().with_min_len(WORTH_A_THREAD);
        self.laid_out = shares.map_init(state, set).flatten().collect();
    }

    /// The layout of a block, if some document had the same block before.
    fn remembered(&self, (block, byline): (&Block, bool)) -> Option<Arc<LaidOutBlock>> {
        self.cache.of(byline).get(block)
    }

    /// The boxes of a block that is part of nothing, out of those that were set before where it is among them.
    pub(super) fn cached_block(
        &mut self,
        block: &Block,
        byline: bool,
        column: Column,
        repeats: &mut Vec<LayoutBox>,
    ) -> (Vec<LayoutBox>, Spacing) {
        let set = self.remembered((block, byline)).unwrap_or_else(|| {
            self.is_replaced = false;
            let set = self.laid_out.get(&(block, byline)).cloned();
            let set = set.unwrap_or_else(|| Arc::new(self.lay_out_alone(block, byline, column)));
            if !self.is_replaced {
                let weight = set.weight();
                self.cache.of(byline).insert(block.clone(), Arc::clone(&set), weight);
            }
            set
        });
        (self.adopt(&set, repeats), set.spacing)
    }

    /// Sets a block as if nothing stood before it.
    fn lay_out_alone(&mut self, block: &Block, byline: bool, column: Column) -> LaidOutBlock {
        let root = vec![Element { role: Role::Document, parent: None }];
        let elements = std::mem::replace(&mut self.elements, root);
        let fields = std::mem::take(&mut self.fields);
        self.choices = BTreeMap::new();
        self.is_replaced = false;
        let mut repeats = Vec::new();
        let (boxes, spacing) = self.block(block, byline, column, &mut repeats);
        LaidOutBlock {
            boxes,
            spacing,
            elements: std::mem::replace(&mut self.elements, elements),
            fields: std::mem::replace(&mut self.fields, fields),
            repeats,
        }
    }

    /// Puts a block behind all that was set before it.
    fn adopt(&mut self, set: &LaidOutBlock, repeats: &mut Vec<LayoutBox>) -> Vec<LayoutBox> {
        let shift = Shift {
            // The block's own first element is the document's.
            elements: self.elements.len() - 1,
            fields: set.fields.iter().map(|field| self.adopt_field(field.clone())).collect(),
            repeats: repeats.len(),
        };
        let own = set.elements.iter().skip(1);
        self.elements.extend(own.map(|element| Element {
            parent: element.parent.map(|parent| shift.element(parent)),
            ..*element
        }));
        repeats.extend(set.repeats.iter().map(|layout_box| shift.layout_box(layout_box)));
        set.boxes.iter().map(|layout_box| shift.layout_box(layout_box)).collect()
    }
}

impl LaidOutBlock {
    /// About how much cache it takes, in bytes.
    fn weight(&self) -> usize {
        let items = self.boxes.iter().chain(&self.repeats).flat_map(|layout_box| &layout_box.items);
        let item = |item: &Item| match &item.mark {
            Mark::Text(text) => 200 + text.words.text.len() + text.words.glyphs.len() * 24,
            _ => 200,
        };
        items.map(item).sum::<usize>() + self.elements.len() * 32 + self.fields.len() * 200
    }
}

/// How far the numbers of a set block are moved.
struct Shift {
    elements: usize,
    /// By the block's own numbers.
    fields: Vec<FieldId>,
    repeats: usize,
}

impl Shift {
    fn element(&self, id: ElementId) -> ElementId {
        if id == LayoutState::ROOT { id } else { ElementId(id.0 + self.elements) }
    }

    fn field(&self, id: FieldId) -> FieldId {
        self.fields.get(id.0).copied().unwrap_or(id)
    }

    fn layout_box(&self, layout_box: &LayoutBox) -> LayoutBox {
        let mut layout_box = layout_box.clone();
        for Item { owner, mark, .. } in &mut layout_box.items {
            if let Owner::Element(id) = owner {
                *id = self.element(*id);
            }
            if let Mark::Widget(Widget { field, .. }) = mark {
                *field = self.field(*field);
            }
        }
        if let Some(growth) = &mut layout_box.growth {
            growth.field = self.field(growth.field);
            growth.form = self.element(growth.form);
        }
        layout_box.repeat = layout_box.repeat.map(|place| place + self.repeats);
        layout_box
    }
}
