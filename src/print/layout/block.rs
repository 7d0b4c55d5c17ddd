use super::layout_box::{Children, Column, LaidOutBlock, LayoutBox, frame_of};
use super::line::{Line, rule};
use super::shaped::Shaped;
use super::state::LayoutState;
use crate::base::unit::Pt;
use crate::document::{Alignment, Block, Emphasis, Heading, Inline, Marker, plain_text};
use crate::print::frame::{FrameItem, Place, Role};
use crate::print::style::Look;

impl LayoutState<'_> {
    /// Lays out a block. This is the one place that knows every kind of block.
    pub(super) fn block(&mut self, block: &Block, byline: bool, column: Column) -> LaidOutBlock {
        let body = self.style.body.spacing;
        let (role, spacing, boxes) = match block {
            Block::Heading(heading) => {
                let look = self.style.heading(heading.level);
                let boxes = self.heading(heading, look, column);
                (Some(Role::Heading(heading.level)), look.spacing, boxes)
            }
            Block::Paragraph(content) => {
                let look = self.paragraph_look(content, byline);
                (Some(Role::Paragraph), look.spacing, self.paragraph(content, look, column))
            }
            Block::List(list) => (
                Some(Role::List { numbered: matches!(list.marker, Marker::Number(_)) }),
                body,
                self.list(list, column),
            ),
            Block::Table(table) => {
                (Some(Role::Table), self.style.cell.spacing, self.table(table, column))
            }
            Block::Notes(notes) => (Some(Role::Form), body, vec![self.notes(notes, column)]),
            Block::Quote(blocks) => (Some(Role::Quote), body, self.quote(blocks, column)),
            Block::Code(text, span) => {
                (Some(Role::Code), self.style.code.spacing, self.code(text, &span.0, column))
            }
            Block::Rule => {
                (None, self.style.thematic_break.spacing, vec![self.thematic_break(column)])
            }
            Block::PageBreak => (None, body, Vec::new()),
        };
        LaidOutBlock { role, spacing, boxes }
    }

    /// Blocks, one after the other, as elements among `children`.
    pub(super) fn blocks(
        &mut self,
        blocks: &[Block],
        column: Column,
        children: &mut Children,
    ) -> Vec<LayoutBox> {
        let mut boxes: Vec<LayoutBox> = Vec::new();
        let mut above = Pt::ZERO;
        for (index, block) in blocks.iter().enumerate() {
            let byline = is_byline(blocks, index);
            let (role, spacing, mut new) = if column.is_outermost {
                let laid_out = self.cached_block(block, byline, column);
                (laid_out.role, laid_out.spacing, laid_out.boxes.clone())
            } else {
                let LaidOutBlock { role, spacing, boxes } = self.block(block, byline, column);
                (role, spacing, boxes)
            };
            if let Some(first) = new.first_mut() {
                first.above =
                    if boxes.is_empty() { spacing.above } else { above.max(spacing.above) };
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

    fn heading(&mut self, heading: &Heading, look: Look, column: Column) -> Vec<LayoutBox> {
        let shaped = self.shape(&heading.content, look, &mut Children::default());
        let mut lines = self.lines(shaped, column.width);
        if let Some(first) = lines.first_mut() {
            let at = Place { x: Pt::ZERO, y: -self.style.marks.destination_lead };
            let (level, title) = (heading.level, plain_text(&heading.content));
            first.frame.push(at, FrameItem::Bookmark { title, level });
            if let Some(name) = heading.anchor.clone() {
                first.frame.push(at, FrameItem::Anchor(name));
            }
        }
        let boxes = lines.into_iter().map(|line| line.into_box(column.x));
        boxes.map(|it| LayoutBox { sticky: true, ..it }).collect()
    }

    fn paragraph_look(&self, content: &[Inline], byline: bool) -> Look {
        let is_choice = content.iter().any(|it| matches!(it, Inline::Option { .. }));
        match (byline, is_choice) {
            (true, _) => self.style.byline,
            (_, true) => self.style.choice,
            _ => self.style.body,
        }
    }

    fn paragraph(&mut self, content: &[Inline], look: Look, column: Column) -> Vec<LayoutBox> {
        let is_written_on = content.iter().any(|inline| matches!(inline, Inline::Blank { .. }));
        let leading = if is_written_on { self.style.notes.ruling } else { look.leading };
        let shaped = self.shape(content, Look { leading, ..look }, &mut Children::default());
        self.running_text(shaped, column)
    }

    /// Lines of running text as boxes, of which the first two and the last two stay together.
    pub(super) fn running_text(&mut self, shaped: Shaped, column: Column) -> Vec<LayoutBox> {
        let lines = self.lines(shaped, column.width);
        let mut boxes: Vec<_> = lines.into_iter().map(|line| line.into_box(column.x)).collect();
        let count = boxes.len();
        for (index, it) in boxes.iter_mut().enumerate() {
            it.sticky |= index + 1 < count && (index == 0 || index + 2 == count);
        }
        boxes
    }

    /// The lines of running text.
    pub(super) fn lines(&self, shaped: Shaped, width: Pt) -> Vec<Line> {
        shaped.lines(width, Alignment::Start, self.style, self.fonts)
    }

    fn thematic_break(&self, column: Column) -> LayoutBox {
        let style = &self.style.thematic_break;
        let mut frame = frame_of(style.height);
        rule(&mut frame, Place { x: column.x, y: Pt::ZERO }, column.width, style.width);
        LayoutBox::new(frame)
    }
}

/// Whether a block is a line under a heading, all of it emphasized, that says more about the heading.
pub(super) fn is_byline(blocks: &[Block], index: usize) -> bool {
    let is_emphasis = |inline: &Inline| matches!(inline, Inline::Text { style, .. } if style.emphasis == Emphasis::Emphasis);
    let before = index.checked_sub(1).and_then(|before| blocks.get(before));
    matches!(before, Some(Block::Heading(_)))
        && matches!(&blocks[index], Block::Paragraph(content) if content.iter().all(is_emphasis))
}

/// Whether a block makes sense only with the next one: a line above a list, a table or a space for notes.
fn leads(block: &Block, next: Option<&Block>) -> bool {
    let led = matches!(next, Some(Block::List(_) | Block::Table(_) | Block::Notes(_)));
    matches!(block, Block::Heading(_)) || (matches!(block, Block::Paragraph(_)) && led)
}
