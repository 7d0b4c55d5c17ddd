use std::sync::Arc;

use super::counts::{count, whole};
use super::layout_box::{Growth, LayoutBox, Section, frame_of, height};
use super::line::rule;
use crate::base::unit::Pt;
use crate::print::frame::{Artifact, FieldBox, Frame, FrameItem, GroupKind, Place, Size};
use crate::print::style::Style;

/// Puts boxes on pages.
pub(super) struct Paginator<'a> {
    style: &'a Style,
    /// The page that is being filled: each box with the distance of its top from the top of the text area.
    page: Vec<(LayoutBox, Pt)>,
    /// How far the page is filled.
    y: Pt,
    /// The title of the form that continues on this page.
    continued: Option<String>,
    /// The pages that are full and were not taken yet.
    pages: Vec<LaidOutPage>,
    /// Whether no page was full so far.
    is_first: bool,
}

/// A page without header and footer.
pub(super) struct LaidOutPage {
    /// What is on it.
    pub(super) frame: Frame,
    /// The title of the form that continues on it.
    pub(super) continued: Option<String>,
    /// Whether the title of the document is above its text area, beside the marks.
    pub(super) has_title_in_header: bool,
}

impl<'a> Paginator<'a> {
    pub(super) fn new(style: &'a Style) -> Self {
        let (page, pages) = (Vec::new(), Vec::new());
        Self { style, page, y: Pt::ZERO, continued: None, pages, is_first: true }
    }

    /// Adds a section. Returns the pages that are full since the last one.
    pub(super) fn add(&mut self, section: Section) -> Vec<LaidOutPage> {
        match section {
            Section::PageBreak if self.page.is_empty() => {}
            Section::PageBreak => self.finish_page(),
            Section::Flowing(boxes) => self.flow(boxes, None),
            Section::KeepTogether(boxes, title) => self.keep_together(boxes, &title),
        }
        std::mem::take(&mut self.pages)
    }

    /// The last page, if something is on it, or if there is no other.
    pub(super) fn finish(mut self) -> Vec<LaidOutPage> {
        if !self.page.is_empty() || self.is_first {
            self.finish_page();
        }
        self.pages
    }

    /// Puts a form on this page, or on the next, or, if no page can hold it, on several.
    fn keep_together(&mut self, mut boxes: Vec<LayoutBox>, title: &str) {
        let (form, depth) = (&self.style.form, self.style.depth());
        let Some(first) = boxes.first_mut() else { return };
        let gap = first.above;
        first.above = form.before_rule + form.after_rule;
        let all = height(&boxes);
        let fits = self.y + all <= depth;
        let needs = boxes.first().map_or(Pt::ZERO, |first| all - first.above);
        let is_late = self.y > depth * form.begin_share;
        // A title does not stay alone on its page.
        let is_begun = self.y > depth * form.title_share;
        if (!fits && needs <= depth && is_begun) || (needs > depth && is_late) {
            self.finish_page();
        }
        if let Some(first) = boxes.first_mut() {
            if self.page.is_empty() {
                first.above = gap;
            } else if self.page.last().is_some_and(|(last, _)| last.ends_ruled) {
                // Two lines below each other would look like an empty row.
                first.above = form.before_rule.max(gap);
            } else {
                first.has_rule_above = true;
            }
        }
        self.flow(boxes, Some(title));
    }

    /// Puts boxes on one page after the other, and breaks only between chains of sticky boxes.
    fn flow(&mut self, boxes: Vec<LayoutBox>, title: Option<&str>) {
        let mut rest = boxes.into_iter().peekable();
        while rest.peek().is_some() {
            let mut chain = Vec::new();
            for it in rest.by_ref() {
                let sticky = it.sticky;
                chain.push(it);
                if !sticky {
                    break;
                }
            }
            let fits = |it: &Self, tall: Pt| it.y + tall <= it.style.depth();
            if !fits(self, height(&chain)) && !self.page.is_empty() {
                self.continue_on_next_page(title);
            }
            for it in chain {
                if !fits(self, it.above + it.height()) && !self.page.is_empty() {
                    self.continue_on_next_page(title);
                }
                self.place(it);
            }
        }
    }

    fn continue_on_next_page(&mut self, title: Option<&str>) {
        self.finish_page();
        if let Some(title) = title {
            self.continued = Some(title.to_owned());
            self.y = self.style.form.continued_height;
        }
    }

    fn place(&mut self, it: LayoutBox) {
        let is_first = self.page.is_empty() && self.is_first;
        if it.is_in_header && is_first {
            self.page.push((it, self.style.header_title - self.style.top));
            return;
        }
        if self.page.is_empty() {
            if let Some(head) = &it.repeat {
                self.repeat(head);
                self.y += head.size.height;
            }
            if let Some(label) = &it.label {
                self.repeat(label);
            }
        } else {
            self.y += it.above;
        }
        let y = self.y;
        self.y += it.height();
        self.page.push((it, y));
    }

    /// Draws here what was on an earlier page.
    fn repeat(&mut self, earlier: &Arc<Frame>) {
        let mut frame = frame_of(earlier.size.height);
        let kind = GroupKind::Artifact(Artifact::Pagination);
        frame.group(Place::default(), kind, Arc::clone(earlier));
        self.page.push((LayoutBox::new(frame), self.y));
    }

    /// Ends the page. The spaces for notes share what is left of it in equal parts; the first ones get the odd lines. What is less than
    /// a line is above the first of them, so that the page is full.
    fn finish_page(&mut self) {
        let style = self.style;
        let mut growing = self.page.iter().filter(|(it, _)| it.grows()).count();
        let left = (style.depth() - self.y).max(Pt::ZERO);
        let mut spare = whole(left / style.notes.ruling);
        let mut remainder = left - style.notes.ruling * count(spare);
        let mut grown = Pt::ZERO;
        let mut frame = Frame::new(style.paper);
        let has_title_in_header = self.page.iter().any(|(_, y)| *y < Pt::ZERO);
        for (it, y) in std::mem::take(&mut self.page) {
            if it.grows() {
                grown += std::mem::take(&mut remainder);
            }
            let at = Place { x: style.side, y: style.top + (y + grown) };
            if it.has_rule_above {
                let line = at.moved(Pt::ZERO, -style.form.after_rule);
                rule(&mut frame, line, style.measure(), style.form.rule);
            }
            let kind = it.tag.map_or(GroupKind::Plain, GroupKind::Tagged);
            // An element is also on pages that have only empty lines of it: what is on no page between two of them would be complete.
            if it.tag.is_some() || !it.frame.is_empty() {
                frame.group(at, kind.clone(), it.frame);
            }
            if let Some(growth) = it.growth {
                let more = if growth.is_fixed { 0 } else { spare.div_ceil(growing.max(1)) };
                if !growth.is_fixed {
                    growing -= 1;
                }
                spare -= more;
                grown += style.notes.ruling * count(more);
                let notes = filled(growth, more, style);
                frame.group(at, kind, Arc::new(notes));
            }
        }
        let continued = self.continued.take();
        self.pages.push(LaidOutPage { frame, continued, has_title_in_header });
        self.is_first = false;
        self.y = Pt::ZERO;
    }
}

/// A space for notes with this many more lines than it has at least.
pub(super) fn filled(growth: Growth, more: usize, style: &Style) -> Frame {
    let lines = growth.lines + more;
    let height = style.notes.ruling * count(lines) + style.notes.below_rule - growth.cut;
    let size = Size { width: growth.width, height };
    let mut appearance = Frame::new(size);
    if growth.is_ruled {
        rule_lines(&mut appearance, lines, growth.cut, style);
    }
    appearance.append(Place { x: Pt::ZERO, y: -growth.cut }, growth.written);
    let place =
        FieldBox { field: growth.field, size, option: None, appearance: Arc::new(appearance) };
    let mut frame = Frame::new(size);
    frame.push(Place { x: growth.x, y: Pt::ZERO }, FrameItem::FieldBox(place));
    for tag in growth.tags {
        let mut outer = Frame::new(size);
        outer.group(Place::default(), GroupKind::Tagged(tag), Arc::new(frame));
        frame = outer;
    }
    frame
}

/// Draws lines to write on: each at the bottom of its strip, as people write above a line.
fn rule_lines(frame: &mut Frame, lines: usize, cut: Pt, style: &Style) {
    let (width, ink) = (style.notes.rule, style.notes.rule_ink);
    let length = frame.size.width;
    for line in 1..=lines {
        let at = Place { x: Pt::ZERO, y: style.notes.ruling * count(line) - cut };
        frame.push(at, FrameItem::Line { length, width, ink });
    }
}
