use super::super::layout_box::{Children, Column, LayoutBox, frame_of};
use super::super::line::rule;
use super::super::state::LayoutState;
use super::ratings::Heading;
use crate::base::unit::Pt;
use crate::document::{Cell, Table};
use crate::print::frame::{Frame, FrameItem, HeaderScope, Place, Role, Size, Tag};

/// The elements of a point of a scale: its rows, and its cells in them.
struct PointTags {
    head: (Tag, Tag),
    anchor: Option<(Tag, Tag)>,
}

impl LayoutState<'_> {
    /// A rating scale whose points are below each other, each with what it means. The whole is a line at the top, the points, and a
    /// line at the bottom.
    pub(super) fn rating_list(
        &mut self,
        table: &Table,
        headings: &[Heading],
        column: Column,
    ) -> Vec<LayoutBox> {
        let mut rows = Children::default();
        let head_row = rows.next(Role::Row);
        let anchor_row = table.rows.first().map(|row| (row, rows.next(Role::Row)));
        let (mut heads, mut anchors) = (Children::default(), Children::default());
        let mut boxes = Vec::new();
        for (index, (cell, heading)) in table.head.iter().zip(headings).enumerate() {
            let head = (head_row, heads.next(Role::Header(HeaderScope::Column)));
            let anchor = anchor_row.map(|(_, row)| (row, anchors.next(Role::Cell)));
            let meaning = anchor_row.and_then(|(row, _)| row.get(index));
            let tags = PointTags { head, anchor };
            let frame = self.rating_point(cell, heading, meaning, column, &tags);
            boxes.push(LayoutBox { sticky: true, ..LayoutBox::new(frame) });
        }
        let (line, width) = (self.style.ratings.rule, column.width);
        if let Some(first) = boxes.first_mut() {
            let at = Place { x: column.x, y: Pt::ZERO };
            first.draw_below(|frame| rule(frame, at, width, line));
        }
        if let Some(last) = boxes.last_mut() {
            let at = Place { x: column.x, y: last.height() };
            last.draw_below(|frame| rule(frame, at, width, line));
            last.sticky = false;
            last.ends_ruled = true;
        }
        boxes
    }

    /// A box with its number and its words beside it, and what it means below them.
    fn rating_point(
        &mut self,
        cell: &Cell,
        heading: &Heading,
        meaning: Option<&Cell>,
        column: Column,
        tags: &PointTags,
    ) -> Frame {
        let style = self.style.ratings.clone();
        let mut own = Children::default();
        let form = own.next(Role::Form);
        let number = self.rating_words(&heading.number, style.number, &mut own);
        let x = column.x + style.side + style.box_gap;
        let lead = number.as_ref().map_or(Pt::ZERO, |(_, width)| *width + style.number_gap);
        let width = column.x + column.width - x;
        let words = self.rating_lines(&heading.words, style.label, width - lead, &mut own);
        let gap = (style.least_pitch - style.side) / 2.0;
        let line = style.label.leading;
        let words_top = gap + (style.side - line) / 2.0;
        let mut height = (words_top + words.size.height).max(gap + style.side);
        let meaning = meaning.filter(|cell| !cell.is_empty());
        let mut inner = Children::default();
        let meaning = meaning.map(|cell| self.rating_lines(cell, style.anchor, width, &mut inner));
        let meaning_top = words_top + words.size.height;
        if let Some(meaning) = &meaning {
            height = height.max(meaning_top + meaning.size.height);
        }
        let mut frame = frame_of(height + gap);
        let (row, head) = tags.head;
        let size = Size { width: style.side, height: style.side };
        let at = Place { x: column.x, y: gap };
        let mut inner = Frame::default();
        inner.push(at, FrameItem::Outline { size, width: style.stroke });
        if let Some(option) = self.rating_box(cell, size) {
            inner.tagged(form, |frame| frame.push(at, FrameItem::FieldBox(option)));
        }
        if let Some((number, _)) = number {
            inner.append(Place { x, y: words_top }, number);
        }
        inner.append(Place { x: x + lead, y: words_top }, words);
        frame
            .tagged(row, |frame| frame.tagged(head, |frame| frame.append(Place::default(), inner)));
        if let Some((row, cell)) = tags.anchor {
            let content = meaning.unwrap_or_default();
            let at = Place { x, y: meaning_top };
            frame.tagged(row, |frame| frame.tagged(cell, |frame| frame.append(at, content)));
        }
        frame
    }
}
