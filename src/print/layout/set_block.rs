use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::block::{Column, is_byline};
use super::brick::Brick;
use super::fingerprint;
use super::setter::Setter;
use crate::document::Block;
use crate::print::frame::{Element, ElementId, Field, FieldId, Item, Mark, Owner, Role, Widget};
use crate::print::style::Look;

/// A block as it is set, wherever it stands: its elements and fields are numbered from its own beginning. The same question is
/// set alike in the kits of all candidates.
#[derive(Debug)]
pub(super) struct SetBlock {
    bricks: Vec<Brick>,
    look: Look,
    /// The first one stands for the document.
    elements: Vec<Element>,
    fields: Vec<Field>,
    repeats: Vec<Brick>,
}

/// Fewer blocks than this are set before another thread would have begun.
const WORTH_A_THREAD: usize = 16;

impl Setter<'_> {
    /// Sets the blocks that are part of nothing, and that no document had before, on all cores. Where a roster sets its documents side
    /// by side, the cores are taken, and a thread that waited for the blocks of one document would begin another.
    pub(super) fn set_side_by_side(&mut self, column: Column) {
        if rayon::current_thread_index().is_some() {
            return;
        }
        let mut new: BTreeMap<Vec<u8>, (&Block, bool)> = BTreeMap::new();
        for (index, block) in self.document.blocks.iter().enumerate() {
            let byline = is_byline(&self.document.blocks, index);
            let key = fingerprint::of(block, byline);
            if self.memory.blocks.get(key.as_slice()).is_none() {
                new.entry(key).or_insert((block, byline));
            }
        }
        let new: Vec<_> = new.into_iter().collect();
        let (document, style, fonts, memory) = (self.document, self.style, self.fonts, self.memory);
        let setter = || Setter::new(document, style, fonts, memory);
        let set = |setter: &mut Setter<'_>, (key, (block, byline))| {
            let set = setter.set_alone(block, byline, column);
            (!setter.is_replaced).then(|| (key, Arc::new(set)))
        };
        let shares = new.into_par_iter().with_min_len(WORTH_A_THREAD);
        self.set_already = shares.map_init(setter, set).flatten().collect();
    }

    /// The bricks of a block that is part of nothing, out of those that were set before where it is among them.
    pub(super) fn top_block(
        &mut self,
        block: &Block,
        byline: bool,
        column: Column,
        repeats: &mut Vec<Brick>,
    ) -> (Vec<Brick>, Look) {
        let key = fingerprint::of(block, byline);
        let known = self.memory.blocks.get(key.as_slice());
        let set = known.unwrap_or_else(|| {
            self.is_replaced = false;
            let set = self.set_already.get(key.as_slice()).cloned();
            let set = set.unwrap_or_else(|| Arc::new(self.set_alone(block, byline, column)));
            if !self.is_replaced {
                let weight = key.len() + set.weight();
                self.memory.blocks.insert(key, Arc::clone(&set), weight);
            }
            set
        });
        (self.adopt(&set, repeats), set.look)
    }

    /// Sets a block as if nothing stood before it.
    fn set_alone(&mut self, block: &Block, byline: bool, column: Column) -> SetBlock {
        let root = vec![Element { role: Role::Document, parent: None }];
        let elements = std::mem::replace(&mut self.elements, root);
        let fields = std::mem::take(&mut self.fields);
        self.choices = BTreeMap::new();
        self.is_replaced = false;
        let mut repeats = Vec::new();
        let (bricks, look) = self.block(block, byline, column, &mut repeats);
        SetBlock {
            bricks,
            look,
            elements: std::mem::replace(&mut self.elements, elements),
            fields: std::mem::replace(&mut self.fields, fields),
            repeats,
        }
    }

    /// Puts a block behind all that was set before it.
    fn adopt(&mut self, set: &SetBlock, repeats: &mut Vec<Brick>) -> Vec<Brick> {
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
        repeats.extend(set.repeats.iter().map(|brick| shift.brick(brick)));
        set.bricks.iter().map(|brick| shift.brick(brick)).collect()
    }
}

impl SetBlock {
    /// About how much memory it takes, in bytes.
    fn weight(&self) -> usize {
        let items = self.bricks.iter().chain(&self.repeats).flat_map(|brick| &brick.items);
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
        if id == Setter::ROOT { id } else { ElementId(id.0 + self.elements) }
    }

    fn field(&self, id: FieldId) -> FieldId {
        self.fields.get(id.0).copied().unwrap_or(id)
    }

    fn brick(&self, brick: &Brick) -> Brick {
        let mut brick = brick.clone();
        for Item { owner, mark, .. } in &mut brick.items {
            if let Owner::Element(id) = owner {
                *id = self.element(*id);
            }
            if let Mark::Widget(Widget { field, .. }) = mark {
                *field = self.field(*field);
            }
        }
        if let Some(growth) = &mut brick.growth {
            growth.field = self.field(growth.field);
            growth.form = self.element(growth.form);
        }
        brick.repeat = brick.repeat.map(|place| place + self.repeats);
        brick
    }
}
