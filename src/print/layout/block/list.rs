use super::super::inline::tick;
use super::super::layout_box::{Children, Column, LayoutBox, frame_of, height};
use super::super::state::LayoutState;
use crate::base::unit::Pt;
use crate::document::{Block, Emphasis, Inline, List, ListItem, Marker, TextStyle, plain_text};
use crate::print::frame::{Frame, GroupKind, Place, Role, Tag};
use crate::print::look::Look;

/// What is before an item of a list: a bullet, a number or a box, each with the least space that the item leaves for it.
struct Label {
    frame: Frame,
    /// How far it reaches to the right.
    end: Pt,
    /// How far it moves the item.
    width: Pt,
}

impl LayoutState<'_> {
    pub(super) fn list(&mut self, list: &List, column: Column) -> Vec<LayoutBox> {
        self.list_items(list, column, &mut Children::default())
    }

    /// The items of a list, as elements among `children`.
    pub(super) fn list_items(
        &mut self,
        list: &List,
        column: Column,
        children: &mut Children,
    ) -> Vec<LayoutBox> {
        let style = &self.style.list;
        let is_checklist = list.items.iter().any(|item| item.check.is_some());
        let gap = match (is_checklist, list.tight) {
            (true, _) => column.check_gap,
            (false, true) => style.tight_gap,
            (false, false) => style.loose_gap,
        };
        let mut boxes: Vec<LayoutBox> = Vec::new();
        let mut marker = list.marker;
        let at_end = list.items.len().saturating_sub(1);
        let mut above: Option<(&ListItem, Pt)> = None;
        for (index, item) in list.items.iter().enumerate() {
            let mut new = self.item(item, marker, children.next(Role::ListItem), column);
            let tall = height(&new);
            if let (Some(first), Some((before, height))) = (new.first_mut(), above) {
                let has_boxes = before.check.is_some() && item.check.is_some();
                let pitch = if has_boxes { column.body.checkbox.pitch } else { Pt::ZERO };
                first.above = gap.max(pitch - height);
            }
            above = Some((item, tall));
            // A single item at the bottom of a page, or at the top of the next, looks lost.
            if let Some(end) = new.last_mut()
                && index < at_end
            {
                end.sticky |= index == 0 || index + 1 == at_end;
            }
            if let Marker::Number(number) = &mut marker {
                *number = number.saturating_add(1);
            }
            boxes.append(&mut new);
        }
        boxes
    }

    fn item(
        &mut self,
        item: &ListItem,
        marker: Marker,
        tag: Tag,
        column: Column,
    ) -> Vec<LayoutBox> {
        let label = column.item_label.filter(|_| begins_with_label(item));
        let (look, has_label) = (label.unwrap_or(column.body), label.is_some());
        let look = Look { checkbox: column.body.checkbox, ..look };
        let mut parts = Children::default();
        let (label_tag, body_tag) = (parts.next(Role::Label), parts.next(Role::ListBody));
        let label = self.label(item, marker, look);
        let indent = self.style.nested(label.width, column.width);
        // The marker is where the text of the item begins.
        let runs_against = match item.blocks.first() {
            Some(Block::Paragraph(content)) => self.runs_against(&plain_text(content)),
            _ => false,
        };
        let inner = Column {
            x: if runs_against { column.x } else { column.x + indent },
            width: column.width - indent,
            is_outermost: false,
            item_label: None,
            ..column
        };
        let mut children = Children::default();
        let mut boxes = match item.blocks.split_first() {
            // CommonMark wraps the text of an item in a paragraph; the body of the item is paragraph enough.
            Some((Block::Paragraph(content), rest)) => {
                let shaped = self.shape(content, look, &mut children);
                let mut first = self.running_text(shaped, inner);
                let mut more = self.blocks(rest, inner, &mut children);
                match (more.first_mut(), first.last_mut()) {
                    (Some(it), Some(last)) if has_label => {
                        it.above = look.spacing.below;
                        last.sticky = true;
                    }
                    (Some(it), _) => it.above = it.above.max(self.style.list.body_gap),
                    (None, _) => {}
                }
                first.append(&mut more);
                first
            }
            _ => self.blocks(&item.blocks, inner, &mut children),
        };
        if boxes.is_empty() {
            boxes.push(LayoutBox::new(frame_of(look.leading)));
        }
        let mut boxes: Vec<LayoutBox> = boxes.into_iter().map(|it| it.tagged(body_tag)).collect();
        if let Some(first) = boxes.first_mut() {
            // A box is taller than the line that it is in the middle of. Lines to write on stay where they are.
            let is_tall = item.check.is_some() && first.growth.is_none();
            let lead = if is_tall { look.checkbox.lead(look.leading) } else { Pt::ZERO };
            let at = Place { x: Pt::ZERO, y: lead };
            let least = look.leading.max(if is_tall { look.checkbox.side } else { Pt::ZERO });
            let mut outer = frame_of((first.height() + lead).max(least));
            let label_x = if runs_against { column.x + column.width - label.end } else { column.x };
            let mut label = label.frame;
            label.translate(at.moved(label_x, Pt::ZERO));
            outer.tagged(label_tag, |frame| frame.append(Place::default(), label));
            outer.group(at, GroupKind::Plain, first.frame.clone());
            first.frame = outer.into();
            first.above = Pt::ZERO;
        }
        boxes.into_iter().map(|it| it.tagged(tag)).collect()
    }

    fn label(&mut self, item: &ListItem, marker: Marker, look: Look) -> Label {
        let style = &self.style.list;
        let text = match (&item.check, marker) {
            (Some(check), _) => {
                let tick = tick(check, look.checkbox, &mut Children::default());
                let mut frame = Frame::default();
                tick.draw(Pt::ZERO, look.leading, &mut frame);
                return Label { frame, end: look.checkbox.side, width: look.checkbox.indent };
            }
            (None, Marker::Bullet) => "•".to_owned(),
            (None, Marker::Number(number)) => format!("{number}."),
        };
        let shaped = self.shape_plain(&text, TextStyle::default(), look);
        let line = self.lines(shaped, self.style.measure()).swap_remove(0);
        let width = style.indent.max(line.width + style.marker_gap);
        Label { frame: line.frame, end: line.width, width }
    }
}

/// Whether the first paragraph of an item says what the next one is: all of it is strong.
fn begins_with_label(item: &ListItem) -> bool {
    let is_strong = |inline: &Inline| match inline {
        Inline::Text { text, style, .. } => {
            text.trim().is_empty() || matches!(style.emphasis, Emphasis::Strong | Emphasis::Both)
        }
        _ => false,
    };
    matches!(item.blocks.as_slice(), [Block::Paragraph(first), _, ..] if first.iter().all(is_strong))
}
