use super::layout_box::{Children, Column, Section};
use super::logo::BesideLogo;
use super::shorten::beginning;
use super::state::LayoutState;
use crate::base::unit::Pt;
use crate::document::{Block, plain_text};

impl LayoutState<'_> {
    /// The whole document in sections: a form under its heading is one, and so is all text between two such forms.
    pub(super) fn sections(&mut self, children: &mut Children) -> Vec<Section> {
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
        self.lay_out_in_parallel(column);
        let mut sections = Vec::new();
        let mut rest = self.document.blocks.as_slice();
        while let Some(first) = rest.first() {
            let (blocks, after) = rest.split_at(section_length(rest));
            rest = after;
            if matches!(first, Block::PageBreak) {
                sections.push(Section::PageBreak);
                continue;
            }
            // What begins the document is beside the logo.
            let logo = BesideLogo::new(blocks, self.style, |text| self.runs_against(text))
                .filter(|_| sections.is_empty());
            let boxes = self.blocks_beside(logo, blocks, column, children);
            sections.push(match first.unstyled() {
                Block::Heading(heading) if blocks.iter().any(Block::is_form) => {
                    let title = beginning(&plain_text(&heading.content)).into_owned();
                    Section::KeepTogether(boxes, title)
                }
                _ => Section::Flowing(boxes),
            });
        }
        // The sections have copies of them.
        self.laid_out.clear();
        sections
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
