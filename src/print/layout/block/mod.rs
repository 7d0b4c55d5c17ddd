//! In: blocks of a document. Out: boxes, which pages are made of. One file for each kind of block, and one `match` that knows them all.

mod code;
mod columns;
mod heading;
mod list;
mod notes;
mod options;
mod particulars;
mod picture;
mod quote;
mod bar_strip;
mod range_strip;
mod rating_list;
mod ratings;
mod table;
mod table_row;
mod text;
mod timeline;

use super::layout_box::{Children, Column, Indent, LaidOutBlock, LayoutBox, height};
use super::logo::BesideLogo;
use super::state::LayoutState;
use crate::base::unit::Pt;
use crate::document::{Block, BlockStyle, Document, Emphasis, Inline, List, Marker, plain_text};
use crate::print::frame::Role;
use particulars::LabelPosition;

impl LayoutState<'_> {
    /// Lays out a block. This is the one place that knows every kind of block.
    pub(super) fn block(
        &mut self,
        block: &Block,
        byline: Option<Indent>,
        column: Column,
    ) -> LaidOutBlock {
        let style = self.style;
        let body = column.body.spacing;
        let (role, spacing, boxes) = match block {
            Block::Heading(heading) => {
                return self.heading(heading, style.heading(heading.level), column);
            }
            Block::Paragraph(content) => {
                let look = self.paragraph_look(content, byline.is_some(), column.body);
                let column =
                    byline.map_or(column, |indent| self.column_of_byline(content, indent, column));
                (Some(Role::Paragraph), look.spacing, self.paragraph(content, look, column))
            }
            Block::List(list) => (Some(role_of(list)), body, self.list(list, column)),
            Block::Table(table) => {
                (Some(Role::Table), style.cell.spacing, self.table(table, column))
            }
            Block::Notes(notes) => {
                (Some(Role::Form), style.notes.spacing, vec![self.notes(notes, column)])
            }
            Block::Quote(blocks) => {
                (Some(Role::Quote), body, self.quote(blocks, &style.quote, column))
            }
            Block::Code(text, span) => {
                (Some(Role::Code), style.code.spacing, self.code(text, &span.0, column))
            }
            Block::Rule => (None, style.thematic_break.spacing, vec![self.thematic_break(column)]),
            Block::PageBreak => (None, body, Vec::new()),
            Block::Picture(picture) => return self.picture(picture, column),
            Block::Columns(columns) => {
                (Some(Role::Division), style.columns.spacing, self.columns(columns, column))
            }
            Block::Styled(look, block) => return self.styled(*look, block, byline, column),
        };
        LaidOutBlock { role, spacing, boxes }
    }

    /// A block that looks different from others of its kind.
    fn styled(
        &mut self,
        look: BlockStyle,
        block: &Block,
        byline: Option<Indent>,
        column: Column,
    ) -> LaidOutBlock {
        let style = self.style;
        let (role, spacing, boxes) = match (look, block) {
            (_, Block::Heading(heading)) => {
                let plain = style.heading(heading.level);
                let look = style.blocks.heading(look).unwrap_or(plain);
                return self.heading(heading, look, column);
            }
            (BlockStyle::Script, Block::Quote(blocks)) => {
                let text = style.blocks.script_text;
                let column = Column { body: text, ..column };
                (Role::Quote, text.spacing, self.quote(blocks, &style.blocks.script, column))
            }
            (BlockStyle::Label, Block::Paragraph(content)) => {
                let look = style.blocks.label;
                (Role::Paragraph, look.spacing, self.paragraph(content, look, column))
            }
            (BlockStyle::Fixed, Block::Notes(notes)) => {
                (Role::Form, style.notes.spacing, vec![self.fixed_notes(notes, column)])
            }
            (BlockStyle::Particulars, Block::Table(table)) => {
                let boxes = self.particulars(table, LabelPosition::Above, column);
                (Role::Table, style.particulars.spacing, boxes)
            }
            (BlockStyle::Signatures, Block::Table(table)) => {
                let boxes = self.particulars(table, LabelPosition::Below, column);
                (Role::Table, style.particulars.spacing, boxes)
            }
            (BlockStyle::Options, Block::Paragraph(content)) => {
                (Role::Paragraph, style.options.look.spacing, self.options(content, column))
            }
            (BlockStyle::Small, block) => {
                let small = Column { body: style.small, cell: style.small_cell, ..column };
                return self.block(block, byline, small);
            }
            (BlockStyle::Ratings, Block::Table(table)) => {
                (Role::Table, style.ratings.spacing, self.ratings(table, column))
            }
            (look, Block::List(list)) => return self.styled_list(look, list, column),
            // A style is read only for blocks that it fits.
            (_, block) => return self.block(block, byline, column),
        };
        LaidOutBlock { role: Some(role), spacing, boxes }
    }

    /// A list that looks different from others.
    fn styled_list(&mut self, style: BlockStyle, list: &List, column: Column) -> LaidOutBlock {
        let Some(look) = self.style.blocks.list(style) else {
            return self.block(&Block::List(list.clone()), None, column);
        };
        let (body, item_label, check_gap) = (look.body, look.label, look.gap);
        let column = Column { body, item_label, check_gap, ..column };
        let boxes = match style {
            BlockStyle::TwoColumns | BlockStyle::CompactTwoColumns => {
                self.list_in_two_columns(list, column)
            }
            _ => self.list(list, column),
        };
        LaidOutBlock { role: Some(role_of(list)), spacing: body.spacing, boxes }
    }

    /// How far a block begins to the right if it is the byline of a heading.
    pub(super) fn byline(
        &mut self,
        blocks: &[Block],
        index: usize,
        column: Column,
    ) -> Option<Indent> {
        let heading = is_byline(blocks, index).then(|| &blocks[index - 1])?;
        Some(self.words_indent(heading, column.width).into())
    }

    /// Where a byline is that begins below the words of its heading.
    fn column_of_byline(&self, content: &[Inline], indent: Indent, column: Column) -> Column {
        let indent = indent.into();
        let is_moved = !self.runs_against(&plain_text(content));
        let x = if is_moved { column.x + indent } else { column.x };
        Column { x, width: column.width - indent, ..column }
    }

    /// Blocks, one after the other, as elements among `children`.
    pub(super) fn blocks(
        &mut self,
        blocks: &[Block],
        column: Column,
        children: &mut Children,
    ) -> Vec<LayoutBox> {
        self.blocks_beside(None, blocks, column, children)
    }

    /// The same for the blocks that begin a document, if it has a logo: its title is beside it.
    pub(in crate::print::layout) fn blocks_beside(
        &mut self,
        logo: Option<BesideLogo>,
        blocks: &[Block],
        outer: Column,
        children: &mut Children,
    ) -> Vec<LayoutBox> {
        let mut boxes: Vec<LayoutBox> = Vec::new();
        let mut above = Pt::ZERO;
        // A title that would need another line keeps the whole width: the logo is above it then, and no text moves.
        let logo = logo.filter(|logo| !logo.has_title || self.fits_beside(blocks, *logo, outer));
        self.logo = logo.or(self.logo);
        boxes.extend(logo.filter(|logo| !logo.has_title).map(|logo| logo.band(self.style)));
        for (index, block) in blocks.iter().enumerate() {
            let beside = logo.filter(|logo| logo.has_title && index == 0);
            let column = beside.map_or(outer, |logo| logo.column(self.style, outer));
            let byline = self.byline(blocks, index, column);
            let (role, spacing, mut new) = if column.is_outermost {
                let laid_out = self.cached_block(block, byline, column);
                (laid_out.role, laid_out.spacing, laid_out.boxes.clone())
            } else {
                if beside.is_some() {
                    self.enter_choices(block);
                }
                let laid_out = self.block(block, byline, column);
                if let Some(logo) = beside {
                    self.logo = Some(logo.beside(&laid_out, self.style));
                }
                (laid_out.role, laid_out.spacing, laid_out.boxes)
            };
            if let Some(first) = new.first_mut() {
                first.above =
                    if boxes.is_empty() { spacing.above } else { above.max(spacing.above) };
            }
            if let (true, Some(notes)) = (is_labeled(blocks, index), new.first_mut()) {
                notes.cut_first_strip(self.style.notes.label_cut);
            }
            if leads(block, blocks.get(index + 1))
                && let Some(last) = new.last_mut()
            {
                last.sticky = true;
            }
            above = spacing.below;
            let tag = role.map(|role| children.next(role));
            boxes.extend(new.into_iter().map(|it| match tag {
                // The boxes of a cached block share their frames with other documents.
                Some(_) if column.is_outermost => LayoutBox { tag, ..it },
                Some(tag) => it.tagged(tag),
                None => it,
            }));
        }
        boxes
    }
}

impl LayoutState<'_> {
    /// Whether the title, which is the first block, is as tall beside the logo as it is alone.
    fn fits_beside(&mut self, blocks: &[Block], logo: BesideLogo, outer: Column) -> bool {
        let Some(title) = blocks.first() else { return false };
        let beside = logo.column(self.style, outer);
        let [beside, alone] = [beside, outer].map(|it| height(&self.block(title, None, it).boxes));
        beside <= alone
    }
}

/// Whether a block is a line under a heading, all of it emphasized, that says more about the heading.
fn is_byline(blocks: &[Block], index: usize) -> bool {
    let is_emphasis = |inline: &Inline| match inline {
        Inline::Text { style, .. } => style.emphasis == Emphasis::Emphasis,
        _ => false,
    };
    let before = index.checked_sub(1).and_then(|before| blocks.get(before));
    matches!(before.map(Block::unstyled), Some(Block::Heading(_)))
        && matches!(&blocks[index], Block::Paragraph(content) if content.iter().all(is_emphasis))
}

/// Whether a document has words in italics, or may have.
pub(crate) fn may_have_italics(document: &Document) -> bool {
    let is_slanted = |emphasis| matches!(emphasis, Emphasis::Emphasis | Emphasis::Both);
    document.blocks.parts().any(|blocks| {
        let mut others = (0..blocks.len()).filter(|index| !is_byline(blocks, *index));
        others.any(|index| {
            let mut has_it = false;
            blocks[index].for_each_inline(&mut |inline| {
                if let Inline::Text { style, .. } | Inline::PageNumber { style, .. } = inline {
                    has_it |= is_slanted(style.emphasis);
                }
            });
            has_it
        })
    })
}

/// Whether a block makes sense only with the next one: a line above a list, a table, a space for notes or a picture.
fn leads(block: &Block, next: Option<&Block>) -> bool {
    let led = matches!(
        next.map(Block::unstyled),
        Some(Block::List(_) | Block::Table(_) | Block::Notes(_) | Block::Picture(_))
    );
    match block {
        Block::Styled(BlockStyle::Label, _) => true,
        block => match block.unstyled() {
            Block::Heading(_) => true,
            Block::Paragraph(_) => led,
            _ => false,
        },
    }
}

fn role_of(list: &List) -> Role {
    Role::List { numbered: matches!(list.marker, Marker::Number(_)) }
}

/// Whether a block is a space for notes right below a label.
fn is_labeled(blocks: &[Block], index: usize) -> bool {
    let above = index.checked_sub(1).and_then(|above| blocks.get(above));
    let is_label = matches!(above, Some(Block::Styled(BlockStyle::Label, _)));
    is_label && matches!(blocks[index].unstyled(), Block::Notes(_))
}
