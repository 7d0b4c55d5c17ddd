use super::block::{Galley, count, layout, whole};
use super::brick::{Brick, Course};
use crate::base::unit::Pt;
use crate::print::frame::{
    Anchor, Artifact, Bookmark, Destination, Ink, Item, Mark, Owner, Page, Place, Size, Widget,
};
use crate::print::style::{HAIRLINE, Style};

/// Lays bricks on pages.
pub(super) struct Flow<'a> {
    style: &'a Style,
    galley: Galley,
    /// The page that is being filled: bricks, each with the distance of its top from the top of the words.
    page: Vec<(Brick, Pt)>,
    /// How far the page is filled.
    y: Pt,
    laid: Laid,
}

/// Pages without header and footer.
#[derive(Default)]
pub(super) struct Laid {
    pub(super) pages: Vec<Page>,
    pub(super) outline: Vec<Bookmark>,
    pub(super) anchors: Vec<Anchor>,
    /// Pages on which a form goes on, with the form's title.
    pub(super) continued: Vec<(usize, String)>,
}

/// How much of the page a form that must be torn may at least use where it begins.
const WORTH_BEGINNING: f32 = 0.35;
/// The room above the first words that is kept for saying what goes on.
const CONTINUED: Pt = Pt(20.0);
/// The white space between what stands above a form and its rule.
const BEFORE_RULE: Pt = Pt(14.0);
/// The white space between a form's rule and its heading.
const AFTER_RULE: Pt = Pt(10.0);

impl<'a> Flow<'a> {
    pub(super) fn new(style: &'a Style, galley: Galley) -> Self {
        Self { style, galley, page: Vec::new(), y: Pt::ZERO, laid: Laid::default() }
    }

    pub(super) fn lay(mut self) -> Laid {
        for course in std::mem::take(&mut self.galley.courses) {
            match course {
                Course::Break if self.page.is_empty() => {}
                Course::Break => self.turn(),
                Course::Running(bricks) => self.run(bricks, None),
                Course::Whole(bricks, title) => self.keep(bricks, &title),
            }
        }
        if !self.page.is_empty() || self.laid.pages.is_empty() {
            self.turn();
        }
        self.laid
    }

    /// Lays a form on this page, or on the next, or, where no page can hold it, on several.
    fn keep(&mut self, mut bricks: Vec<Brick>, title: &str) {
        let Some(first) = bricks.first_mut() else { return };
        let gap = first.above;
        first.above = BEFORE_RULE + AFTER_RULE;
        let all = height(&bricks);
        let fits = self.y + all <= self.style.depth();
        let needs = bricks.first().map_or(Pt::ZERO, |first| all - first.above);
        if !fits && needs <= self.style.depth() && !self.page.is_empty() {
            self.turn();
        }
        if needs > self.style.depth() && self.y > self.style.depth() * WORTH_BEGINNING {
            self.turn();
        }
        if let Some(first) = bricks.first_mut() {
            if self.page.is_empty() {
                first.above = gap;
            } else if self.ends_ruled() {
                // Two rules above each other would look like an empty row.
                first.above = BEFORE_RULE.max(gap);
            } else {
                first.items.insert(0, self.divider());
            }
        }
        self.run(bricks, Some(title));
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
        let at = Place { x: Pt::ZERO, y: -AFTER_RULE };
        layout(at, Mark::Line { length, width: Pt(0.9), ink: Ink::Black })
    }

    /// Lays bricks from page to page, and tears them only between chains of bricks that stick together.
    fn run(&mut self, bricks: Vec<Brick>, title: Option<&str>) {
        let mut rest = bricks.into_iter().peekable();
        while rest.peek().is_some() {
            let mut chain = Vec::new();
            for brick in rest.by_ref() {
                let sticky = brick.sticky;
                chain.push(brick);
                if !sticky {
                    break;
                }
            }
            let fits = |flow: &Self, tall: Pt| flow.y + tall <= flow.style.depth();
            if !fits(self, height(&chain)) && !self.page.is_empty() {
                self.go_on(title);
            }
            for brick in chain {
                if !fits(self, brick.above + brick.height) && !self.page.is_empty() {
                    self.go_on(title);
                }
                self.place(brick);
            }
        }
    }

    fn go_on(&mut self, title: Option<&str>) {
        self.turn();
        if let Some(title) = title {
            self.laid.continued.push((self.laid.pages.len(), title.to_owned()));
            self.y = CONTINUED;
        }
    }

    fn place(&mut self, brick: Brick) {
        if self.page.is_empty() {
            if let Some(head) = brick.repeat.and_then(|index| self.galley.repeats.get(index)) {
                let head = head.as_artifact(Artifact::Pagination);
                let height = head.height;
                self.page.push((head, self.y));
                self.y += height;
            }
        } else {
            self.y += brick.above;
        }
        let height = brick.height;
        self.page.push((brick, self.y));
        self.y += height;
    }

    /// Ends the page: what is left of it goes to the spaces for notes, in equal parts, the odd lines to the first.
    fn turn(&mut self) {
        let growing = self.page.iter().filter(|(brick, _)| brick.growth.is_some()).count();
        let mut spare = whole((self.style.depth() - self.y) / self.style.ruling);
        let mut left = growing;
        let mut grown = Pt::ZERO;
        let mut page = Page::default();
        let number = self.laid.pages.len();
        for (brick, y) in std::mem::take(&mut self.page) {
            let y = y + grown;
            let top = self.style.top + y;
            let items = brick.items.into_iter();
            page.items.extend(items.map(|item| item.moved(self.style.side, top)));
            if let Some(growth) = brick.growth {
                let more = spare.div_ceil(left.max(1));
                spare -= more;
                left -= 1;
                grown += self.style.ruling * count(more);
                let lines = growth.lines + more;
                let at = Place { x: growth.x, y: Pt::ZERO };
                let leading = self.style.ruling;
                let height = leading * count(lines) + BELOW_RULE;
                let size = Size { width: growth.width, height };
                let mut look = growth.written;
                if growth.is_ruled {
                    look.splice(0..0, ruled(size.width, lines, leading));
                }
                let (field, label) = (growth.field, String::new());
                let widget = Widget { field, size, value: None, label, look };
                let owner = Owner::Element(growth.form);
                let item = Item { owner, at, mark: Mark::Widget(widget) };
                page.items.push(item.moved(self.style.side, top));
            }
            let to = Destination { page: number, top: (top - Pt(14.0)).max(Pt::ZERO) };
            let anchors = brick.anchors.into_iter();
            self.laid.anchors.extend(anchors.map(|name| Anchor { name, at: to }));
            if let Some((level, title)) = brick.bookmark {
                let deepest = self.laid.outline.last().map_or(1, |before| before.level + 1);
                let level = level.clamp(1, deepest);
                self.laid.outline.push(Bookmark { title, level, to });
            }
        }
        self.laid.pages.push(page);
        self.y = Pt::ZERO;
    }
}

/// How tall bricks are on top of each other, below others.
fn height(bricks: &[Brick]) -> Pt {
    bricks.iter().map(|brick| brick.above + brick.height).sum()
}

/// How far a space for notes reaches below its last line: what a widget shows is cut off at its edges.
const BELOW_RULE: Pt = Pt(1.0);

/// Lines to write on: each at the bottom of its own strip, as people write above a line.
fn ruled(length: Pt, lines: usize, leading: Pt) -> impl Iterator<Item = Item> {
    (1..=lines).map(move |line| {
        let at = Place { x: Pt::ZERO, y: leading * count(line) };
        layout(at, Mark::Line { length, width: HAIRLINE, ink: Ink::Ruling })
    })
}
