use super::counts::{count, whole};
use super::layout_box::{LaidOutSections, LayoutBox, Section, decoration};
use super::line::rule;
use crate::base::unit::Pt;
use crate::print::frame::{
    Anchor, Artifact, Bookmark, Destination, Item, Mark, Owner, Page, Place, Size, Widget,
};
use crate::print::style::Style;

/// Lays boxes on pages.
pub(super) struct Paginator<'a> {
    style: &'a Style,
    sections: LaidOutSections,
    /// The page that is being filled: boxes, each with the distance of its top from the top of the words.
    page: Vec<(LayoutBox, Pt)>,
    /// How far the page is filled.
    y: Pt,
    laid: LaidOutPages,
}

/// Pages without header and footer.
#[derive(Default)]
pub(super) struct LaidOutPages {
    pub(super) pages: Vec<Page>,
    pub(super) outline: Vec<Bookmark>,
    pub(super) anchors: Vec<Anchor>,
    /// Pages on which a form goes on, with the form's title.
    pub(super) continued: Vec<(usize, String)>,
}

impl<'a> Paginator<'a> {
    pub(super) fn new(style: &'a Style, sections: LaidOutSections) -> Self {
        Self { style, sections, page: Vec::new(), y: Pt::ZERO, laid: LaidOutPages::default() }
    }

    pub(super) fn lay(mut self) -> LaidOutPages {
        for section in std::mem::take(&mut self.sections.sections) {
            match section {
                Section::PageBreak if self.page.is_empty() => {}
                Section::PageBreak => self.turn(),
                Section::Flowing(boxes) => self.run(boxes, None),
                Section::KeepTogether(boxes, title) => self.keep(boxes, &title),
            }
        }
        if !self.page.is_empty() || self.laid.pages.is_empty() {
            self.turn();
        }
        self.laid
    }

    /// Lays a form on this page, or on the next, or, where no page can hold it, on several.
    fn keep(&mut self, mut boxes: Vec<LayoutBox>, title: &str) {
        let Some(first) = boxes.first_mut() else { return };
        let gap = first.above;
        first.above = self.style.form.before_rule + self.style.form.after_rule;
        let all = height(&boxes);
        let fits = self.y + all <= self.style.depth();
        let needs = boxes.first().map_or(Pt::ZERO, |first| all - first.above);
        if !fits && needs <= self.style.depth() && !self.page.is_empty() {
            self.turn();
        }
        if needs > self.style.depth() && self.y > self.style.depth() * self.style.form.begin_share {
            self.turn();
        }
        if let Some(first) = boxes.first_mut() {
            if self.page.is_empty() {
                first.above = gap;
            } else if self.ends_ruled() {
                // Two rules above each other would look like an empty row.
                first.above = self.style.form.before_rule.max(gap);
            } else {
                first.items.insert(0, self.divider());
            }
        }
        self.run(boxes, Some(title));
    }

    /// Whether the page ends, as far as it is filled, with the rule below a table.
    fn ends_ruled(&self) -> bool {
        let Some((last, _)) = self.page.last() else { return false };
        let is_end =
            |item: &Item| matches!(item.mark, Mark::Line { .. }) && item.at.y >= last.height;
        last.items.last().is_some_and(is_end)
    }

    /// A rule across the page, in the white space above a form.
    fn divider(&self) -> Item {
        let length = self.style.measure();
        let at = Place { x: Pt::ZERO, y: -self.style.form.after_rule };
        rule(at, length, self.style.form.rule)
    }

    /// Lays boxes from page to page, and tears them only between chains of boxes that stick together.
    fn run(&mut self, boxes: Vec<LayoutBox>, title: Option<&str>) {
        let mut rest = boxes.into_iter().peekable();
        while rest.peek().is_some() {
            let mut chain = Vec::new();
            for layout_box in rest.by_ref() {
                let sticky = layout_box.sticky;
                chain.push(layout_box);
                if !sticky {
                    break;
                }
            }
            let fits = |flow: &Self, tall: Pt| flow.y + tall <= flow.style.depth();
            if !fits(self, height(&chain)) && !self.page.is_empty() {
                self.go_on(title);
            }
            for layout_box in chain {
                if !fits(self, layout_box.above + layout_box.height) && !self.page.is_empty() {
                    self.go_on(title);
                }
                self.place(layout_box);
            }
        }
    }

    fn go_on(&mut self, title: Option<&str>) {
        self.turn();
        if let Some(title) = title {
            self.laid.continued.push((self.laid.pages.len(), title.to_owned()));
            self.y = self.style.form.continued_height;
        }
    }

    fn place(&mut self, layout_box: LayoutBox) {
        if self.page.is_empty() {
            if let Some(head) = layout_box.repeat.and_then(|index| self.sections.repeats.get(index))
            {
                let head = head.as_artifact(Artifact::Pagination);
                let height = head.height;
                self.page.push((head, self.y));
                self.y += height;
            }
        } else {
            self.y += layout_box.above;
        }
        let height = layout_box.height;
        self.page.push((layout_box, self.y));
        self.y += height;
    }

    /// Ends the page: what is left of it goes to the spaces for notes, in equal parts, the odd lines to the first.
    fn turn(&mut self) {
        let growing =
            self.page.iter().filter(|(layout_box, _)| layout_box.growth.is_some()).count();
        let mut spare = whole((self.style.depth() - self.y) / self.style.notes.ruling);
        let mut left = growing;
        let mut grown = Pt::ZERO;
        let mut page = Page::default();
        let number = self.laid.pages.len();
        for (layout_box, y) in std::mem::take(&mut self.page) {
            let y = y + grown;
            let top = self.style.top + y;
            let items = layout_box.items.into_iter();
            page.items.extend(items.map(|item| item.moved(self.style.side, top)));
            if let Some(growth) = layout_box.growth {
                let more = spare.div_ceil(left.max(1));
                spare -= more;
                left -= 1;
                grown += self.style.notes.ruling * count(more);
                let lines = growth.lines + more;
                let at = Place { x: growth.x, y: Pt::ZERO };
                let leading = self.style.notes.ruling;
                let height = leading * count(lines) + self.style.notes.below_rule;
                let size = Size { width: growth.width, height };
                let mut look = growth.written;
                if growth.is_ruled {
                    look.splice(0..0, ruled(size.width, lines, self.style));
                }
                let (field, label) = (growth.field, String::new());
                let widget = Widget { field, size, value: None, label, look };
                let owner = Owner::Element(growth.form);
                let item = Item { owner, at, mark: Mark::Widget(widget) };
                page.items.push(item.moved(self.style.side, top));
            }
            let to = Destination {
                page: number,
                top: (top - self.style.marks.destination_lead).max(Pt::ZERO),
            };
            let anchors = layout_box.anchors.into_iter();
            self.laid.anchors.extend(anchors.map(|name| Anchor { name, at: to }));
            if let Some((level, title)) = layout_box.bookmark {
                let deepest = self.laid.outline.last().map_or(1, |before| before.level + 1);
                let level = level.clamp(1, deepest);
                self.laid.outline.push(Bookmark { title, level, to });
            }
        }
        self.laid.pages.push(page);
        self.y = Pt::ZERO;
    }
}

/// How tall boxes are on top of each other, below others.
fn height(boxes: &[LayoutBox]) -> Pt {
    boxes.iter().map(|layout_box| layout_box.above + layout_box.height).sum()
}

/// Lines to write on: each at the bottom of its own strip, as people write above a line.
fn ruled(length: Pt, lines: usize, style: &Style) -> impl Iterator<Item = Item> {
    let (leading, width, gray) = (style.notes.ruling, style.marks.hairline, style.notes.rule_gray);
    (1..=lines).map(move |line| {
        let at = Place { x: Pt::ZERO, y: leading * count(line) };
        decoration(at, Mark::Line { length, width, gray })
    })
}
