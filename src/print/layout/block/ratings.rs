use std::sync::Arc;

use super::super::counts::count;
use super::super::layout_box::{Children, Column, LayoutBox, frame_of};
use super::super::line::{baseline, rule};
use super::super::state::LayoutState;
use super::particulars::stacked;
use crate::base::unit::Pt;
use crate::document::{Alignment, Cell, Emphasis, Inline, Row, Table, TextStyle, plain_text};
use crate::print::frame::{
    FieldBox, FieldOption, Frame, FrameItem, HeaderScope, Ink, Place, Role, Size, Tag,
};
use crate::print::look::Look;
use crate::print::strip_style::RatingsStyle;

/// Where the boxes of a rating scale are in their column.
#[derive(Clone, Copy)]
struct Scale {
    /// How many points there are.
    points: usize,
    /// From point to point.
    pitch: Pt,
    /// From the left edge of the column to the box behind the points.
    reach: Pt,
    column: Column,
}

/// A heading cell of a rating scale without its box: its number, and its words.
pub(super) struct Heading {
    pub(super) number: Vec<Inline>,
    pub(super) words: Vec<Inline>,
}

impl Scale {
    /// The scale of a column, if the boxes are far enough apart there.
    fn new(boxes: usize, column: Column, style: &RatingsStyle) -> Option<Self> {
        let points = boxes.saturating_sub(1);
        let reach = style.reach.min(column.width - style.least_last);
        // In a narrower column, the points lose what the box behind them loses.
        let pitch = (reach + style.share - style.reach) / count(points.max(1));
        (pitch >= style.least_pitch).then_some(Self { points, pitch, reach, column })
    }

    fn is_last(&self, index: usize) -> bool {
        index == self.points
    }

    /// The left edge of a box.
    fn x(&self, index: usize) -> Pt {
        let x = if self.is_last(index) { self.reach } else { self.pitch * count(index) };
        self.column.x + x
    }

    /// Where the words of a box must end.
    fn end(&self, index: usize, style: &RatingsStyle) -> Pt {
        match index {
            _ if self.is_last(index) => self.column.x + self.column.width,
            _ if self.is_last(index + 1) => self.line_x(style) - style.word_gap,
            _ => self.x(index + 1) - style.word_gap,
        }
    }

    /// Where the line before the last box is.
    fn line_x(&self, style: &RatingsStyle) -> Pt {
        self.column.x + self.reach - style.line_gap
    }

    /// The columns of what the points mean: each begins under the box of every second point, and the last one goes on to the right
    /// edge.
    fn anchor_columns(&self, style: &RatingsStyle) -> Vec<(Pt, Pt)> {
        let columns = self.points.div_ceil(2);
        let column = |index: usize| {
            let x = self.x(index * 2);
            let is_last = index + 1 == columns;
            let end = if is_last {
                self.column.x + self.column.width
            } else {
                self.x(index * 2 + 2) - style.anchor_gap
            };
            (x, end - x)
        };
        (0..columns).map(column).collect()
    }
}

impl LayoutState<'_> {
    /// A table whose heading row is a choice, as a rating scale: boxes at fixed places, and below them what the points mean. Where that
    /// does not fit, it is a table like any other.
    pub(super) fn ratings(&mut self, table: &Table, column: Column) -> Vec<LayoutBox> {
        let Some(scale) = Scale::new(table.head.len(), column, &self.style.ratings) else {
            return self.table(table, column);
        };
        let headings: Vec<Heading> = table.head.iter().map(|cell| Heading::new(cell)).collect();
        if self.style.ratings.is_list {
            return self.rating_list(table, &headings, column);
        }
        let mut children = Children::default();
        let strip = self.rating_strip(&table.head, &headings, scale, children.next(Role::Row));
        let row = table.rows.first();
        let anchors = row.map(|row| self.anchors(row, &headings, scale, children.next(Role::Row)));
        let strip_height = strip.size.height;
        let mut frame = frame_of(strip_height);
        frame.append(Place::default(), strip);
        let is_strip_alone = match anchors {
            Some(anchors) => {
                let height = anchors.size.height;
                frame.append(Place { x: Pt::ZERO, y: strip_height }, anchors);
                frame.size.height += height;
                height == Pt::ZERO
            }
            None => true,
        };
        if frame.size.height > self.style.depth() {
            return self.table(table, column);
        }
        vec![LayoutBox { ends_ruled: is_strip_alone, ..LayoutBox::new(frame) }]
    }

    /// The boxes with their numbers and words, between two lines.
    fn rating_strip(&mut self, head: &Row, headings: &[Heading], scale: Scale, tag: Tag) -> Frame {
        let style = self.style.ratings.clone();
        let mut parts = Vec::new();
        let mut children = Children::default();
        for (cell, heading) in head.iter().zip(headings) {
            let mut own = Children::default();
            let form = own.next(Role::Form);
            let number = self.rating_words(&heading.number, style.number, &mut own);
            let lead = match &number {
                Some((_, width)) => style.box_gap + *width + style.number_gap,
                None => style.box_gap,
            };
            let number = match &number {
                Some(_) if !heading.words.is_empty() => {
                    self.rating_words(&spaced(&heading.number), style.number, &mut own)
                }
                _ => number,
            };
            let words = self.rating_words(&heading.words, style.label, &mut own);
            let tag = children.next(Role::Header(HeaderScope::Column));
            parts.push(((tag, form, own), cell, number, words, style.side + lead));
        }
        // All points have their words beside their boxes, or all have them below.
        let is_beside: Vec<bool> = parts
            .iter()
            .enumerate()
            .map(|(index, (.., words, lead))| {
                let width = words.as_ref().map_or(Pt::ZERO, |(_, width)| *width);
                scale.x(index) + *lead + width <= scale.end(index, &style)
            })
            .collect();
        let are_beside = is_beside.iter().take(scale.points).all(|it| *it);
        let box_top = (style.height - style.side) / 2.0;
        let words_top = box_top + style.side + style.below_gap;
        let mut height = style.height;
        let mut cells = Frame::default();
        for (index, (tags, cell, number, words, lead)) in parts.into_iter().enumerate() {
            let (tag, form, mut own) = tags;
            let x = scale.x(index);
            let at = Place { x, y: box_top };
            let size = Size { width: style.side, height: style.side };
            let mut inner = Frame::default();
            inner.push(at, FrameItem::Outline { size, width: style.stroke });
            if let Some(option) = self.rating_box(cell, size) {
                inner.tagged(form, |frame| frame.push(at, FrameItem::FieldBox(option)));
            }
            let mut line = None;
            if let Some((number, _)) = number {
                let y = (style.height - number.size.height) / 2.0;
                line = baseline(&number).map(|baseline| y + baseline);
                inner.append(Place { x: x + style.side + style.box_gap, y }, number);
            }
            let fits = if scale.is_last(index) { is_beside[index] } else { are_beside };
            match words {
                Some((words, _)) if fits => {
                    let middle = (style.height - words.size.height) / 2.0;
                    let y = line.zip(baseline(&words)).map_or(middle, |(line, own)| line - own);
                    inner.append(Place { x: x + lead, y }, words);
                }
                Some(_) => {
                    let width = scale.end(index, &style) - x;
                    let words = &headings[index].words;
                    let words = self.rating_lines(words, style.label, width, &mut own);
                    height = height.max(words_top + words.size.height + style.below_gap);
                    inner.append(Place { x, y: words_top }, words);
                }
                None => {}
            }
            cells.tagged(tag, |frame| frame.append(Place::default(), inner));
        }
        let mut frame = frame_of(height);
        for y in [Pt::ZERO, height] {
            let at = Place { x: scale.column.x, y };
            rule(&mut frame, at, scale.column.width, style.rule);
        }
        let at = Place { x: scale.line_x(&style) - style.rule / 2.0, y: style.line_inset };
        let size = Size { width: style.rule, height: height - style.line_inset * 2.0 };
        frame.push(at, FrameItem::Fill { size, ink: Ink::BLACK });
        frame.tagged(tag, |frame| frame.append(Place::default(), cells));
        frame
    }

    /// What the points mean, each under its box or under the one before it, and what the box behind them means. Long texts are below
    /// each other across the column if they take less space there.
    fn anchors(&mut self, row: &Row, headings: &[Heading], scale: Scale, tag: Tag) -> Frame {
        let columns = scale.anchor_columns(&self.style.ratings);
        let beside = self.anchors_in(&columns, row, headings, (scale, tag));
        if beside.size.height <= self.style.ratings.most_beside {
            return beside;
        }
        let whole = [(scale.column.x, scale.column.width)];
        let below = self.anchors_in(&whole, row, headings, (scale, tag));
        if below.size.height < beside.size.height { below } else { beside }
    }

    /// What the points mean in columns, each given by its left edge and its width: two points in each, but for the last.
    fn anchors_in(
        &mut self,
        columns: &[(Pt, Pt)],
        row: &Row,
        headings: &[Heading],
        (scale, tag): (Scale, Tag),
    ) -> Frame {
        let style = self.style.ratings.clone();
        let is_beside = columns.len() > 1;
        let gap = if is_beside { style.anchor_lead } else { style.anchor_gap_below };
        let anchor = if is_beside { style.anchor } else { style.anchor_below };
        let mut tops = vec![style.anchor_lead; columns.len()];
        let mut height = Pt::ZERO;
        let mut children = Children::default();
        let mut cells = Frame::default();
        for (index, (cell, heading)) in row.iter().zip(headings).enumerate() {
            let tag = children.next(Role::Cell);
            let place = (index / 2).min(columns.len().saturating_sub(1));
            let (Some((x, width)), Some(top)) = (columns.get(place), tops.get_mut(place)) else {
                continue;
            };
            let look = if scale.is_last(index) { style.note } else { anchor };
            let mut content = Frame::default();
            if !cell.is_empty() {
                let words = heading.before(cell);
                content = self.rating_lines(&words, look, *width, &mut Children::default());
                let bottom = *top + content.size.height;
                content.translate(Place { x: *x, y: *top });
                *top = bottom + gap;
                height = height.max(bottom);
            }
            cells.tagged(tag, |frame| frame.append(Place::default(), content));
        }
        let mut frame = frame_of(height);
        frame.tagged(tag, |frame| frame.append(Place::default(), cells));
        frame
    }

    /// The form field of a heading cell.
    pub(super) fn rating_box(&mut self, cell: &Cell, size: Size) -> Option<FieldBox> {
        let option = cell.iter().find_map(|inline| match inline {
            Inline::Option { field, value, label, lang, .. } => Some((field, value, label, lang)),
            _ => None,
        });
        let (field, value, label, lang) = option?;
        let option = FieldOption { value: value.clone(), label: label.clone(), lang: lang.clone() };
        let (field, option) = (self.choice(&field.name), Some(Arc::new(option)));
        Some(FieldBox { field, size, option, appearance: Arc::default() })
    }

    /// Words on as many lines as they have, and their width. `None` if there are none.
    pub(super) fn rating_words(
        &mut self,
        content: &[Inline],
        look: Look,
        children: &mut Children,
    ) -> Option<(Frame, Pt)> {
        if content.is_empty() {
            return None;
        }
        let shaped = self.shape(content, look, children);
        let (_, width) = shaped.widths(self.style);
        let lines = shaped.lines(width, Alignment::Start, self.style, self.fonts);
        let width = lines.iter().fold(Pt::ZERO, |most, line| most.max(line.width));
        Some((stacked(lines), width))
    }

    pub(super) fn rating_lines(
        &mut self,
        content: &[Inline],
        look: Look,
        width: Pt,
        children: &mut Children,
    ) -> Frame {
        let shaped = self.shape(content, look, children);
        stacked(shaped.lines(width, Alignment::Start, self.style, self.fonts))
    }
}

impl Heading {
    /// The number and the words of a cell: digits at the beginning of its words are its number.
    fn new(cell: &[Inline]) -> Self {
        let rest = cell.iter().filter(|inline| !matches!(inline, Inline::Option { .. }));
        let mut words: Vec<Inline> = rest.cloned().collect();
        let mut number = Vec::new();
        let first = words.iter_mut().find_map(|inline| match inline {
            Inline::Text { text, style, lang, link, span } if !text.trim().is_empty() => {
                Some((text, (*style, lang.clone(), link.clone(), span.clone())))
            }
            _ => None,
        });
        if let Some((text, (style, lang, link, span))) = first
            && let Some((digits, rest)) = split_number(text)
        {
            number.push(Inline::Text { text: digits.to_owned(), style, lang, link, span });
            *text = rest.to_owned();
        }
        if plain_text(&words).is_empty() {
            words.clear();
        }
        Self { number, words }
    }

    /// What a point means, after its number, or else after its words.
    fn before(&self, cell: &Cell) -> Vec<Inline> {
        let name = if self.number.is_empty() { &self.words } else { &self.number };
        let mut all: Vec<Inline> = name.iter().cloned().map(strong).collect();
        if let Some(Inline::Text { link, span, .. }) = all.first().cloned() {
            let (text, style) = (GAP.to_owned(), TextStyle::default());
            all.push(Inline::Text { text, style, lang: None, link, span });
        }
        all.extend(cell.iter().cloned());
        all
    }
}

/// What is between a number and the words after it, which are not as close as words of one sentence.
const GAP: &str = "  ";

/// A number with a space after it: words that are printed apart from it are a word of their own for readers of the file, too.
fn spaced(number: &[Inline]) -> Vec<Inline> {
    let mut spaced = number.to_vec();
    if let Some(Inline::Text { text, .. }) = spaced.last_mut() {
        text.push(' ');
    }
    spaced
}

/// The number that a text begins with, and what follows it.
fn split_number(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start();
    let end = text.find(|char: char| !char.is_numeric()).unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    let is_apart = rest.is_empty() || rest.starts_with(char::is_whitespace);
    let is_number = !digits.is_empty() && is_apart;
    is_number.then(|| (digits, rest.trim_start()))
}

fn strong(inline: Inline) -> Inline {
    match inline {
        Inline::Text { text, style, lang, link, span } => {
            let style = TextStyle { emphasis: Emphasis::Strong, ..style };
            Inline::Text { text, style, lang, link, span }
        }
        inline => inline,
    }
}
