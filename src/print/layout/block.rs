use super::header_footer::beginning;
use super::layout_box::{Column, LaidOutSections, LayoutBox, Section, decoration};
use super::line::{Line, rule};
use super::shaped::Shaped;
use super::state::LayoutState;
use crate::base::source::Span;
use crate::base::unit::Pt;
use crate::document::{
    Alignment, Block, Emphasis, Heading, Inline, List, ListItem, Marker, TextStyle, plain_text,
};
use crate::print::frame::{ElementId, Mark, Place, Role, Size};
use crate::print::style::{Look, Spacing};

impl LayoutState<'_> {
    /// The whole document, in sections: a form under its heading is one, and so is all that runs between two such forms.
    pub(super) fn sections(&mut self) -> LaidOutSections {
        let column = Column { x: Pt::ZERO, width: self.style.measure(), parent: Self::ROOT };
        self.lay_out_in_parallel(column);
        let mut sections = LaidOutSections { sections: Vec::new(), repeats: Vec::new() };
        let blocks = &self.document.blocks;
        let mut rest = blocks.as_slice();
        while let Some(first) = rest.first() {
            let length = section(rest);
            let (blocks, after) = rest.split_at(length);
            rest = after;
            if matches!(first, Block::PageBreak) {
                sections.sections.push(Section::PageBreak);
                continue;
            }
            let boxes = self.blocks(blocks, column, &mut sections.repeats);
            sections.sections.push(match first {
                Block::Heading(heading) if is_form(blocks) => Section::KeepTogether(
                    boxes,
                    beginning(&plain_text(&heading.content)).into_owned(),
                ),
                _ => Section::Flowing(boxes),
            });
        }
        sections
    }

    /// Blocks, one after the other.
    pub(super) fn blocks(
        &mut self,
        blocks: &[Block],
        column: Column,
        repeats: &mut Vec<LayoutBox>,
    ) -> Vec<LayoutBox> {
        let mut boxes: Vec<LayoutBox> = Vec::new();
        let mut above = Pt::ZERO;
        for (index, block) in blocks.iter().enumerate() {
            let byline = is_byline(blocks, index);
            let (mut set, spacing) = if column.parent == Self::ROOT {
                self.cached_block(block, byline, column, repeats)
            } else {
                self.block(block, byline, column, repeats)
            };
            if let Some(first) = set.first_mut() {
                first.above =
                    if boxes.is_empty() { spacing.above } else { above.max(spacing.above) };
            }
            if leads(block, blocks.get(index + 1))
                && let Some(last) = set.last_mut()
            {
                last.sticky = true;
            }
            above = spacing.below;
            boxes.append(&mut set);
        }
        boxes
    }

    pub(super) fn block(
        &mut self,
        block: &Block,
        byline: bool,
        column: Column,
        repeats: &mut Vec<LayoutBox>,
    ) -> (Vec<LayoutBox>, Spacing) {
        let body = self.style.body;
        match block {
            Block::Heading(heading) => self.heading(heading, column),
            Block::Paragraph(content) => {
                let is_choice = content.iter().any(|it| matches!(it, Inline::Option { .. }));
                let look = match (byline, is_choice) {
                    (true, _) => self.style.byline,
                    (_, true) => self.style.choice,
                    _ => body,
                };
                (self.paragraph(content, look, column), look.spacing)
            }
            Block::List(list) => (self.list(list, column, repeats), body.spacing),
            Block::Table(table) => (self.table(table, column, repeats), self.style.cell.spacing),
            Block::Notes(notes) => (vec![self.notes(notes, column)], body.spacing),
            Block::Quote(blocks) => (self.quote(blocks, column, repeats), body.spacing),
            Block::Code(text, span) => (self.code(text, &span.0, column), self.style.code.spacing),
            Block::Rule => (vec![self.thematic_break(column)], self.style.thematic_break.spacing),
            Block::PageBreak => (Vec::new(), body.spacing),
        }
    }

    fn heading(&mut self, heading: &Heading, column: Column) -> (Vec<LayoutBox>, Spacing) {
        let look = self.style.heading(heading.level);
        let element = self.element(Role::Heading(heading.level), column.parent);
        let shaped = self.shape(&heading.content, look, element);
        let mut boxes = self.lines(shaped, column, Alignment::Start);
        for layout_box in &mut boxes {
            layout_box.sticky = true;
        }
        if let Some(first) = boxes.first_mut() {
            first.bookmark = Some((heading.level, plain_text(&heading.content)));
            first.anchors.extend(heading.anchor.clone());
        }
        (boxes, look.spacing)
    }

    fn paragraph(&mut self, content: &[Inline], look: Look, column: Column) -> Vec<LayoutBox> {
        let element = self.element(Role::Paragraph, column.parent);
        let is_written_on = content.iter().any(|inline| matches!(inline, Inline::Blank { .. }));
        let leading = if is_written_on { self.style.notes.ruling } else { look.leading };
        let shaped = self.shape(content, Look { leading, ..look }, element);
        let mut boxes = self.lines(shaped, column, Alignment::Start);
        hold_ends(&mut boxes);
        boxes
    }

    /// Running text as boxes, one a line.
    fn lines(&mut self, shaped: Shaped, column: Column, alignment: Alignment) -> Vec<LayoutBox> {
        let lines = shaped.lines(column.width, alignment, self.style, self.fonts);
        lines.into_iter().map(|line| layout_box(line, column.x)).collect()
    }

    fn list(
        &mut self,
        list: &List,
        column: Column,
        repeats: &mut Vec<LayoutBox>,
    ) -> Vec<LayoutBox> {
        let numbered = matches!(list.marker, Marker::Number(_));
        let parent = self.element(Role::List { numbered }, column.parent);
        let is_checklist = list.items.iter().any(|item| item.check.is_some());
        let gap = match (is_checklist, list.tight) {
            (true, _) => self.style.list.check_gap,
            (false, true) => self.style.list.tight_gap,
            (false, false) => self.style.list.loose_gap,
        };
        let mut boxes = Vec::new();
        let mut number = list.marker;
        let at_end = list.items.len().saturating_sub(1);
        for (index, item) in list.items.iter().enumerate() {
            let mut set = self.item(item, number, Column { parent, ..column }, repeats);
            if let (Some(first), false) = (set.first_mut(), boxes.is_empty()) {
                first.above = gap;
            }
            // One item alone, at the foot of a page or at the head of the next, looks lost.
            if let Some(end) = set.last_mut()
                && index < at_end
            {
                end.sticky |= index == 0 || index + 1 == at_end;
            }
            if let Marker::Number(n) = &mut number {
                *n = n.saturating_add(1);
            }
            boxes.append(&mut set);
        }
        boxes
    }

    fn item(
        &mut self,
        item: &ListItem,
        marker: Marker,
        column: Column,
        repeats: &mut Vec<LayoutBox>,
    ) -> Vec<LayoutBox> {
        let look = self.style.body;
        let element = self.element(Role::ListItem, column.parent);
        let label = self.element(Role::Label, element);
        let mut label_items = Vec::new();
        let mut indent = self.style.list.indent;
        if let Some(check) = &item.check {
            let tick = self.tick(check, label);
            label_items = tick.items(Pt::ZERO, look.leading, self.style);
        } else {
            let text = match marker {
                Marker::Bullet => "•".to_owned(),
                Marker::Number(number) => format!("{number}."),
            };
            let line = self.label(&text, label);
            indent = indent.max(line.width + self.style.list.marker_gap);
            label_items.extend(line.items);
        }
        // Nested ever deeper, a column still leaves room for a few words.
        let indent = self.style.nested(indent, column.width);
        let body = self.element(Role::ListBody, element);
        let inner = Column { x: column.x + indent, width: column.width - indent, parent: body };
        let mut boxes = match item.blocks.split_first() {
            // CommonMark wraps the words of an item in a paragraph; an item's body is paragraph enough.
            Some((Block::Paragraph(content), rest)) => {
                let shaped = self.shape(content, look, body);
                let mut first = self.lines(shaped, inner, Alignment::Start);
                hold_ends(&mut first);
                let mut more = self.blocks(rest, inner, repeats);
                if let Some(layout_box) = more.first_mut() {
                    layout_box.above = layout_box.above.max(self.style.list.body_gap);
                }
                first.append(&mut more);
                first
            }
            _ => self.blocks(&item.blocks, inner, repeats),
        };
        if boxes.is_empty() {
            boxes.push(LayoutBox::new(look.leading, Vec::new()));
        }
        if let Some(first) = boxes.first_mut() {
            let placed = label_items.into_iter().map(|item| item.moved(column.x, Pt::ZERO));
            first.items.splice(0..0, placed);
            first.above = Pt::ZERO;
            first.height = first.height.max(look.leading);
        }
        boxes
    }

    /// What stands before an item.
    fn label(&mut self, text: &str, owner: ElementId) -> Line {
        let shaped = self.shape_plain(text, TextStyle::default(), self.style.body, owner);
        let lines = shaped.lines(self.style.measure(), Alignment::Start, self.style, self.fonts);
        lines.into_iter().next().unwrap_or_default()
    }

    fn quote(
        &mut self,
        blocks: &[Block],
        column: Column,
        repeats: &mut Vec<LayoutBox>,
    ) -> Vec<LayoutBox> {
        let parent = self.element(Role::Quote, column.parent);
        let indent = self.style.nested(self.style.quote.indent, column.width);
        let inner = Column { x: column.x + indent, width: column.width - indent, parent };
        let mut boxes = self.blocks(blocks, inner, repeats);
        for (index, layout_box) in boxes.iter_mut().enumerate() {
            // The bar runs on through the white space, so that it looks like one line.
            let above = if index == 0 { Pt::ZERO } else { layout_box.above };
            let at = Place { x: column.x + self.style.quote.bar_inset, y: -above };
            let size =
                Size { width: self.style.quote.bar_width, height: layout_box.height + above };
            layout_box
                .items
                .insert(0, decoration(at, Mark::Fill { size, gray: self.style.quote.bar_gray }));
        }
        boxes
    }

    fn thematic_break(&self, column: Column) -> LayoutBox {
        let style = &self.style.thematic_break;
        let at = Place { x: column.x, y: Pt::ZERO };
        let line = rule(at, column.width, style.width);
        LayoutBox::new(style.height, vec![line])
    }

    fn code(&mut self, text: &str, span: &Span, column: Column) -> Vec<LayoutBox> {
        let owner = self.element(Role::Code, column.parent);
        let style = TextStyle { code: true, ..TextStyle::default() };
        let (look, area) = (self.style.code, &self.style.code_area);
        let pad = area.pad_x;
        let inner = Column { x: column.x + pad, width: column.width - pad * 2.0, ..column };
        // Which of its bytes a line begins with is not known.
        let start = Span::new(span.source, span.bytes.start..span.bytes.start + 1);
        let mut boxes = Vec::new();
        for line in text.lines() {
            // Tabs stop every four characters, counted from the first.
            let text = line.replace('\t', area.tab);
            let shaped = self.shape_written(&text, Some(&start), style, look, owner);
            boxes.append(&mut self.lines(shaped, inner, Alignment::Start));
        }
        let last = boxes.len().saturating_sub(1);
        for (index, layout_box) in boxes.iter_mut().enumerate() {
            let before = if index == 0 { area.pad_y } else { Pt::ZERO };
            let after = if index == last { area.pad_y } else { Pt::ZERO };
            let at = Place { x: column.x, y: -before };
            let size = Size { width: column.width, height: layout_box.height + before + after };
            layout_box.items.insert(0, decoration(at, Mark::Fill { size, gray: area.gray }));
        }
        boxes
    }
}

/// How many blocks belong together, from the first: a page break alone, a section under its heading, or what runs up to the
/// next of them.
fn section(blocks: &[Block]) -> usize {
    let opens = |block: &Block| match block {
        Block::Heading(heading) => heading.level <= 2,
        Block::PageBreak => true,
        _ => false,
    };
    match blocks.first() {
        Some(Block::PageBreak) => 1,
        _ => 1 + blocks.iter().skip(1).take_while(|block| !opens(block)).count(),
    }
}

/// Whether a section is there to be filled in.
fn is_form(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| match block {
        Block::Notes(_) => true,
        Block::List(list) => list.items.iter().any(|item| item.check.is_some()),
        _ => false,
    })
}

/// Whether a block is a line under a heading, all emphasis, that says more about it.
pub(super) fn is_byline(blocks: &[Block], index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|before| blocks.get(before));
    let follows = matches!(before, Some(Block::Heading(_)));
    follows
        && matches!(blocks.get(index), Some(Block::Paragraph(content)) if content.iter().all(|inline| matches!(
            inline,
            Inline::Text { style, .. } if style.emphasis == Emphasis::Emphasis
        )))
}

/// Whether a block only makes sense with the next one: a line above a list, a table or a space for notes.
fn leads(block: &Block, next: Option<&Block>) -> bool {
    let led = matches!(next, Some(Block::List(_) | Block::Table(_) | Block::Notes(_)));
    matches!(block, Block::Heading(_)) || (matches!(block, Block::Paragraph(_)) && led)
}

/// Keeps two lines of a paragraph together at its beginning and at its end.
fn hold_ends(boxes: &mut [LayoutBox]) {
    let count = boxes.len();
    for (index, layout_box) in boxes.iter_mut().enumerate() {
        layout_box.sticky |= index + 1 < count && (index == 0 || index + 2 == count);
    }
}

fn layout_box(line: Line, x: Pt) -> LayoutBox {
    let items = line.items.into_iter().map(|item| item.moved(x, Pt::ZERO)).collect();
    LayoutBox::new(line.height, items)
}
