use super::layout_box::{Children, Column, Section};
use super::logo::BesideLogo;
use super::paginate::{LaidOutPage, Paginator};
use super::shorten::beginning;
use super::state::LayoutState;
use crate::base::unit::Pt;
use crate::document::{Block, plain_text};

/// About so many blocks are laid out side by side: a document of a hundred pages at once.
const AT_ONCE: usize = 1024;
/// A document of more blocks than this, which is written page by page, is laid out in smaller parts.
const LONG: usize = 4096;
const AT_ONCE_IF_LONG: usize = 256;

impl LayoutState<'_> {
    /// Lays out the blocks, and shows each page as soon as it is full.
    ///
    /// A form under its heading is a section, and so is all text between two such forms.
    pub(super) fn flow(
        &mut self,
        children: &mut Children,
        see: &mut dyn FnMut(&mut Self, LaidOutPage),
    ) {
        let width = self.style.measure();
        let (body, cell) = (self.style.body, self.style.cell);
        let check_gap = self.style.list.check_gap;
        let column = Column {
            x: Pt::ZERO,
            width,
            is_outermost: true,
            body,
            cell,
            item_label: None,
            check_gap,
        };
        let mut paginator = Paginator::new(self.style);
        let document = self.document;
        let mut begins_document = true;
        let at_once = if document.blocks.len() > LONG { AT_ONCE_IF_LONG } else { AT_ONCE };
        // A part ends where a page does.
        for part in document.blocks.parts() {
            let (mut start, mut laid_out) = (0, 0);
            while let Some(first) = part.get(start) {
                let end = start + section_length(&part[start..]);
                if end > laid_out {
                    // The sections have copies of what was laid out before.
                    self.laid_out.clear();
                    laid_out = end;
                    while laid_out < part.len() && laid_out - start < at_once {
                        laid_out += section_length(&part[laid_out..]);
                    }
                    self.lay_out_in_parallel(part, start..laid_out, column);
                }
                let section = match first {
                    Block::PageBreak => Section::PageBreak,
                    first => {
                        self.section(first, &part[start..end], begins_document, column, children)
                    }
                };
                for page in paginator.add(section) {
                    see(self, page);
                }
                begins_document = false;
                start = end;
            }
        }
        self.laid_out.clear();
        for page in paginator.finish() {
            see(self, page);
        }
    }

    /// A section of these blocks.
    fn section(
        &mut self,
        first: &Block,
        blocks: &[Block],
        begins_document: bool,
        column: Column,
        children: &mut Children,
    ) -> Section {
        // What begins the document is beside the logo.
        let logo = BesideLogo::new(blocks, self.style, |text| self.runs_against(text))
            .filter(|_| begins_document);
        let boxes = self.blocks_beside(logo, blocks, column, children);
        match first.unstyled() {
            Block::Heading(heading) if blocks.iter().any(Block::is_form) => {
                let title = beginning(&plain_text(&heading.content)).into_owned();
                Section::KeepTogether(boxes, title)
            }
            _ => Section::Flowing(boxes),
        }
    }
}

/// How many blocks belong together, from the first: a page break alone, a section under its heading, or what is before the next of
/// them.
fn section_length(blocks: &[Block]) -> usize {
    let opens = |block: &Block| match block.unstyled() {
        Block::Heading(heading) => heading.level <= 2,
        Block::PageBreak => true,
        _ => false,
    };
    match blocks.first() {
        Some(Block::PageBreak) => 1,
        _ => 1 + blocks.iter().skip(1).take_while(|block| !opens(block)).count(),
    }
}
