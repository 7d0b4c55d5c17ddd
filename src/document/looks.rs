use super::block_style::BlockStyle;
use super::layout_hint::LayoutHint;
use super::model::{Block, Heading};
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

    /// Whether no hint waits for a block, and no columns for their end.
    pub(super) fn is_settled(&self) -> bool {
        self.next.is_empty() && self.columns.is_none()
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

/// Gives the block at `index` its look.
pub(super) fn apply(
    mut hints: Vec<(LayoutHint, Span)>,
    blocks: &mut Vec<Block>,
    index: usize,
    diagnostics: &mut Diagnostics,
) {
    // A style goes around the table that another hint is about, whichever is written first.
    hints.sort_by_key(|(hint, _)| matches!(hint, LayoutHint::Style(_)));
    for (hint, span) in hints {
        let is_time = matches!(hint, LayoutHint::Style(BlockStyle::Time));
        if is_time && set_aside(blocks, index) {
            continue;
        }
        match (hint, blocks.get_mut(index)) {
            (LayoutHint::Table(layout), Some(Block::Table(table)))
                if layout.columns.len() == table.columns.len() =>
            {
                table.layout = Some(layout);
            }
            (LayoutHint::Table(layout), Some(Block::Table(table))) => {
                let (hint, columns) = (layout.columns.len(), table.columns.len());
                diagnostics.push(LayoutHint::miscounted(hint, columns, &span));
            }
            (LayoutHint::Timeline(scale), Some(Block::Table(table))) => {
                table.timeline = scale.of(table, span.clone());
                diagnostics.extend(LayoutHint::timeline_fault(table.timeline.as_ref(), &span));
            }
            (LayoutHint::Style(style), Some(block)) if fits(style, block) => {
                let inner = std::mem::replace(block, Block::Rule);
                *block = Block::Styled(style, Box::new(inner));
            }
            (hint, _) => diagnostics.push(hint.unfit(&span)),
        }
    }
}

/// Whether a block can look like this.
fn fits(style: BlockStyle, block: &Block) -> bool {
    match style {
        BlockStyle::CoverTitle
        | BlockStyle::FormTitle
        | BlockStyle::Ask
        | BlockStyle::Question
        | BlockStyle::Scored => matches!(block, Block::Heading(_)),
        BlockStyle::Script => matches!(block, Block::Quote(_)),
        BlockStyle::Particulars | BlockStyle::Signatures => {
            matches!(block, Block::Table(table) if table.rows.len() == 1)
        }
        BlockStyle::Label | BlockStyle::Options => matches!(block, Block::Paragraph(_)),
        BlockStyle::FollowUp
        | BlockStyle::CompactFollowUp
        | BlockStyle::Probes
        | BlockStyle::CompactProbes
        | BlockStyle::Rubric
        | BlockStyle::TwoColumns
        | BlockStyle::CompactTwoColumns => matches!(block, Block::List(_)),
        BlockStyle::Fixed => matches!(block, Block::Notes(_)),
        BlockStyle::Small => {
            matches!(block, Block::Paragraph(_) | Block::List(_) | Block::Table(_))
        }
        BlockStyle::Ratings => matches!(block, Block::Table(table) if table.is_rating_scale()),
        // It becomes a part of another block.
        BlockStyle::Time => false,
    }
}

/// Makes a paragraph a part of the heading directly above it. Returns whether it is one now.
fn set_aside(blocks: &mut Vec<Block>, index: usize) -> bool {
    let Some((before, [Block::Paragraph(content), ..])) = blocks.split_at_mut_checked(index) else {
        return false;
    };
    let Some(heading) = before.last_mut().and_then(heading_of) else { return false };
    if heading.aside.is_some() {
        return false;
    }
    heading.aside = Some(std::mem::take(content));
    blocks.remove(index);
    true
}

/// The heading that a block is, whatever it looks like.
fn heading_of(block: &mut Block) -> Option<&mut Heading> {
    match block {
        Block::Heading(heading) => Some(heading),
        Block::Styled(_, block) => heading_of(block),
        _ => None,
    }
}
