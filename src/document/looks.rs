use super::layout_hint::LayoutHint;
use super::model::Block;
use crate::base::diagnostic::Diagnostics;
use crate::base::source::Span;

/// Hints about the look of blocks, while these are read.
#[derive(Default)]
pub(super) struct Looks {
    /// Those about the next block, each with its place.
    next: Vec<(LayoutHint, Span)>,
    /// Columns that have begun, and not yet ended.
    columns: Option<OpenColumns>,
}

/// Columns that have begun.
struct OpenColumns {
    /// Where each of them begins among the blocks.
    starts: Vec<usize>,
    /// Where the first of them is written.
    span: Span,
}

impl OpenColumns {
    /// Takes the columns out of the blocks: nothing if they are empty, and the blocks themselves if there is one column only.
    fn close(self, blocks: &mut Vec<Block>) -> Vec<Block> {
        let mut columns: Vec<Vec<Block>> = Vec::new();
        for start in self.starts.into_iter().rev() {
            columns.push(blocks.split_off(start.min(blocks.len())));
        }
        columns.retain(|column| !column.is_empty());
        columns.reverse();
        match columns.len() {
            0 | 1 => columns.into_iter().flatten().collect(),
            _ => vec![Block::Columns(columns)],
        }
    }
}

impl Looks {
    /// Takes the hints about the next block.
    pub(super) fn take(&mut self) -> Vec<(LayoutHint, Span)> {
        std::mem::take(&mut self.next)
    }

    /// Puts back hints after which no block came yet.
    pub(super) fn put_back(&mut self, hints: Vec<(LayoutHint, Span)>) {
        self.next.splice(0..0, hints);
    }

    /// Whether columns have begun.
    pub(super) fn has_columns(&self) -> bool {
        self.columns.is_some()
    }

    /// Adds a hint that is written after these blocks, `depth` containers deep.
    pub(super) fn add(
        &mut self,
        hint: LayoutHint,
        span: Span,
        depth: usize,
        blocks: &mut Vec<Block>,
        diagnostics: &mut Diagnostics,
    ) {
        let is_about_columns =
            matches!(hint, LayoutHint::Columns | LayoutHint::NextColumn | LayoutHint::EndColumns);
        if is_about_columns && depth > 0 {
            diagnostics.push(LayoutHint::nested(&span));
            return;
        }
        match (hint, self.columns.take()) {
            (LayoutHint::Columns, None) => {
                self.columns = Some(OpenColumns { starts: vec![blocks.len()], span });
            }
            (LayoutHint::NextColumn, Some(mut open)) => {
                open.starts.push(blocks.len());
                self.columns = Some(open);
            }
            (LayoutHint::EndColumns, Some(open)) => {
                let columns = open.close(blocks);
                blocks.extend(columns);
            }
            (LayoutHint::Columns | LayoutHint::NextColumn | LayoutHint::EndColumns, open) => {
                diagnostics.push(LayoutHint::unmatched(&span));
                self.columns = open;
            }
            (hint, open) => {
                self.next.push((hint, span));
                self.columns = open;
            }
        }
    }

    /// Reports hints after which nothing came.
    pub(super) fn finish(self, diagnostics: &mut Diagnostics) {
        if let Some(OpenColumns { span, .. }) = self.columns {
            diagnostics.push(LayoutHint::unclosed(&span));
        }
        for (hint, span) in self.next {
            diagnostics.push(hint.unfit(&span));
        }
    }
}

/// Gives a block its look.
pub(super) fn apply(
    mut hints: Vec<(LayoutHint, Span)>,
    block: &mut Block,
    diagnostics: &mut Diagnostics,
) {
    // A style goes around the table that another hint is about, whichever is written first.
    hints.sort_by_key(|(hint, _)| matches!(hint, LayoutHint::Style(_)));
    for (hint, span) in hints {
        match (hint, &mut *block) {
            (LayoutHint::Table(layout), Block::Table(table))
                if layout.columns.len() == table.columns.len() =>
            {
                table.layout = Some(layout);
            }
            (LayoutHint::Table(layout), Block::Table(table)) => {
                let (hint, columns) = (layout.columns.len(), table.columns.len());
                diagnostics.push(LayoutHint::miscounted(hint, columns, &span));
            }
            (LayoutHint::Style(style), block) if style.fits(block) => {
                let inner = std::mem::replace(block, Block::Rule);
                *block = Block::Styled(style, Box::new(inner));
            }
            (hint, _) => diagnostics.push(hint.unfit(&span)),
        }
    }
}
