use std::collections::BTreeMap;
use std::sync::Arc;

use super::layout_box::field;
use super::state::LayoutState;
use crate::document::{Block, FieldName, Inline};
use crate::print::frame::{Field, FieldKind};

impl LayoutState<'_> {
    /// Makes the fields of all choices in a block. The boxes of one choice may be in several cells of a row, and any of them may be
    /// the one that is checked.
    pub(super) fn enter_choices(&mut self, block: &Block) {
        let mut chosen = BTreeMap::new();
        block.for_each_inline(&mut |inline| {
            if let Inline::Option { field, value, chosen: is_chosen, .. } = inline {
                let entry: &mut (_, Option<String>) =
                    chosen.entry(field.name.clone()).or_insert_with(|| (Arc::clone(field), None));
                if *is_chosen {
                    entry.1 = Some(value.clone());
                }
            }
        });
        let fields = chosen.into_iter().map(|(name, (names, chosen))| {
            let choice: Arc<Field> = field(&names, FieldKind::Choice { chosen });
            (name, choice)
        });
        self.choices = fields.collect();
    }

    /// The field of a choice in the block that is being laid out.
    pub(super) fn choice(&self, name: &FieldName) -> Arc<Field> {
        #[expect(clippy::expect_used, reason = "`enter_choices` has seen every box of the block")]
        let choice = self.choices.get(name).expect("every choice of the block has a field");
        Arc::clone(choice)
    }
}
