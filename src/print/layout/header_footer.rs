use std::sync::Arc;

use super::identity_field::IdentityField;
use super::isolate;
use super::layout_box::{Children, frame_of};
use super::logo::draw_in_header;
use super::name_tag::NameTags;
use super::one_line::{ENDLESS, OneLine};
use super::page_marks::PageMarks;
use super::paginate::LaidOutPage;
use super::shorten::beginning;
use super::state::LayoutState;
use crate::base::page_words::PageWords;
use crate::base::unit::Pt;
use crate::document::{Block, Document, KitCode, TextStyle};
use crate::print::frame::{Artifact, Frame, FrameItem, GroupKind, Place, Size};
use crate::print::look::Look;

/// What accompanies every page: header, names, marks, footer, page number, and the title of a form that continues there.
pub(super) struct Furniture {
    /// How many pages there are.
    total: usize,
    header: Arc<Frame>,
    names: NameTags,
    marks: Option<PageMarks>,
    identity: Option<IdentityField>,
    /// The kit's code, which is before the page number.
    kit: String,
    /// The legend of marks beside the footer, or above it.
    legend: (Option<OneLine>, Option<OneLine>),
    /// What is behind the title of a form that continues.
    continued: String,
    /// How far the bar, or the logo in its place, reaches: it ends before the marks.
    beside_marks: Pt,
    is_titled: bool,
}

impl Furniture {
    /// That of a document of so many pages.
    pub(super) fn new(state: &mut LayoutState<'_>, total: usize) -> Self {
        let (front, style) = (&state.document.front, state.style);
        let look = style.running;
        let [left, right] = &front.header;
        let marks = PageMarks::new(state, total);
        let width = marks.as_ref().map_or(style.measure(), |marks| marks.clear_width);
        let header = Arc::new(state.strip([left, right], look, style.header, width).frame());
        let names = NameTags::new(state, width);
        // The code is before the page number, where no long footer can push it out.
        let kit =
            front.kit.as_ref().map_or_else(String::new, |kit| state.shown(kit, &front.words) + DOT);
        let legend = front.marking.as_ref().map(|text| {
            let last = kit.clone() + &front.words.page(total, total);
            let (_, taken) = state.one_line(&last, look, ENDLESS);
            let beside = style.measure() - style.running_gap - taken;
            state.legend(text, if style.legend.is_above { style.measure() } else { beside })
        });
        let beside_marks = marks.as_ref().map_or(style.measure(), |marks| {
            marks.clear_width + style.page_marks.clear - style.bar.clear
        });
        Self {
            total,
            header,
            names,
            marks,
            identity: IdentityField::new(front),
            kit,
            legend: if style.legend.is_above { (None, legend) } else { (legend, None) },
            continued: format!(" {}", front.words.continued),
            beside_marks,
            is_titled: front.identity.is_some() && begins_with_title(state.document),
        }
    }

    /// A page with all of this. Its first is number 0.
    pub(super) fn add(
        &self,
        state: &mut LayoutState<'_>,
        (index, page): (usize, LaidOutPage),
        children: &mut Children,
    ) -> Frame {
        let (front, style) = (&state.document.front, state.style);
        let look = style.running;
        let foot = style.paper.height - style.footer - look.leading;
        let number = self.kit.clone() + &front.words.page(index + 1, self.total);
        let (beside, above) = &self.legend;
        let mut footer = match beside {
            Some(legend) => state.strip_behind(legend, [&front.footer, &number], look, foot),
            None => state.strip([&front.footer, &number], look, foot, style.measure()),
        };
        let mut frame = Frame::new(style.paper);
        let logo = state.logo;
        if index == 0 && self.is_titled && !page.has_title_in_header {
            let logo_above = style.logo.size_in_header().filter(|_| logo.is_none());
            let taken = logo_above.map_or(Pt::ZERO, |size| size.width + style.logo.gap);
            let size = Size { width: self.beside_marks - taken, height: style.bar.height };
            let at = Place { x: style.side, y: style.bar.top };
            frame.push(at, FrameItem::Fill { size, ink: style.accent });
        }
        if index == 0 {
            let to = (&mut frame, &mut *children);
            match logo.filter(|_| !page.has_title_in_header) {
                Some(logo) => logo.draw(style, to),
                None => draw_in_header(style.side + self.beside_marks, style, to),
            }
        }
        if let Some(title) = &page.continued {
            let look = (style.continued, TextStyle::default());
            let (title, _) = state.fitting(title, &self.continued, look, style.measure());
            let at = Place { x: style.side, y: style.top };
            frame.group(at, GroupKind::Artifact(Artifact::Pagination), title);
        }
        // The first page begins with the title itself.
        if index > 0 {
            let kind = GroupKind::Artifact(Artifact::Header);
            frame.group(Place::default(), kind, Arc::clone(&self.header));
        }
        self.names.draw(&mut frame, children);
        frame.append(Place::default(), page.frame);
        let field = self.identity.as_ref().filter(|_| index == 0);
        match (&self.marks, field) {
            (Some(marks), field) => marks.draw(index, field, style, (&mut frame, children)),
            (None, Some(field)) => {
                state.set_apart(field.code(), &number, look, &mut footer);
                footer.draw_field(field, (&mut frame, children));
            }
            (None, None) => {}
        }
        let kind = GroupKind::Artifact(Artifact::Footer);
        if let Some((legend, _)) = above {
            let at = Place { x: style.side, y: foot - look.leading };
            frame.group(at, kind.clone(), Arc::clone(legend));
        }
        frame.group(Place::default(), kind, Arc::new(footer.frame()));
        if state.is_mirrored { frame.mirrored(style.paper.width) } else { frame }
    }
}

/// Whether the first of a document's blocks is its title.
fn begins_with_title(document: &Document) -> bool {
    let first = document.blocks.iter().next().map(Block::unstyled);
    matches!(first, Some(Block::Heading(heading)) if heading.level == 1)
}

/// One line of text at the left edge of the text area, and one that ends at its right edge or before the marks of the page.
struct Strip {
    height: Pt,
    left: (Place, Arc<Frame>),
    /// What is before the line at the right.
    before_right: Vec<(Place, Arc<Frame>)>,
    right: (Place, OneLine),
}

impl Strip {
    fn frame(self) -> Frame {
        let mut frame = frame_of(self.height);
        let (right_at, (right, _)) = self.right;
        let right = [(right_at, right)];
        for (at, line) in [self.left].into_iter().chain(self.before_right).chain(right) {
            frame.group(at, GroupKind::Plain, line);
        }
        frame
    }

    /// Draws the kit's code, which is at the right, as the field of the document's identity.
    fn draw_field(&mut self, field: &IdentityField, to: (&mut Frame, &mut Children)) {
        let (at, (line, advance)) = &self.right;
        let rest = field.draw_in_line(*at, (line, *advance), to);
        self.right.1.0 = Arc::new(rest);
    }
}

impl LayoutState<'_> {
    /// The kit's code and whether it can be trusted.
    fn shown(&self, KitCode { code, is_edited }: &KitCode, words: &PageWords) -> String {
        // Digits and a hyphen before a letter would change places in text from right to left.
        let kit = if self.is_mirrored {
            words.kit(&format!("{}{code}{}", isolate::LEFT_TO_RIGHT, isolate::END))
        } else {
            words.kit(code)
        };
        if *is_edited { format!("{kit} · {}", words.edited) } else { kit }
    }

    /// One line of text at the left edge, and one at the right edge of this width. If both do not fit, the shorter one stays whole,
    /// unless it takes more than half of the line.
    fn strip(&mut self, [left, right]: [&str; 2], look: Look, top: Pt, width: Pt) -> Strip {
        let is_shared = !left.is_empty() && !right.is_empty();
        let gap = if is_shared { self.style.running_gap } else { Pt::ZERO };
        let available = width - gap;
        let whole = [left, right].map(|text| self.one_line(text, look, ENDLESS));
        let left_over = |other: &OneLine| (available - other.1).max(available / 2.0);
        let widths = [left_over(&whole[1]), left_over(&whole[0])];
        for ((text, (_, whole)), width) in [left, right].into_iter().zip(&whole).zip(widths) {
            if *whole > width {
                self.warn_of_cut(text);
            }
        }
        let [whole_left, whole_right] = whole;
        let (left, _) = self.one_line_of(left, whole_left, look, widths[0]);
        let right = self.one_line_of(right, whole_right, look, widths[1]);
        let side = self.style.side;
        Strip {
            height: look.leading,
            left: (Place { x: side, y: top }, left),
            before_right: Vec::new(),
            right: (Place { x: side + width - right.1, y: top }, right),
        }
    }

    /// A legend at the left edge, and two texts at the right edge, with a dot between them. The first one gets what the others leave.
    fn strip_behind(
        &mut self,
        (legend, width): &OneLine,
        [text, last]: [&str; 2],
        look: Look,
        top: Pt,
    ) -> Strip {
        let (side, measure) = (self.style.side, self.style.measure());
        let right = self.one_line(last, look, measure);
        let mut x = side + measure - right.1;
        let right = (Place { x, y: top }, right);
        let dot = self.one_line(DOT, look, ENDLESS);
        let room = x - dot.1 - (side + *width + self.style.running_gap);
        let mut before_right = Vec::new();
        if !text.is_empty() && self.one_line(text, look, ENDLESS).1 > room {
            self.warn_of_footer(text);
        }
        if !text.is_empty() && room >= self.style.legend.least_footer {
            let text = self.one_line(text, look, room);
            for (line, advance) in [dot, text] {
                x -= advance;
                before_right.push((Place { x, y: top }, line));
            }
        }
        let left = (Place { x: side, y: top }, Arc::clone(legend));
        Strip { height: look.leading, left, before_right, right }
    }

    /// Makes a part of the right line of a strip an item of its own, unless the line is shortened.
    fn set_apart(&mut self, part: &str, text: &str, look: Look, strip: &mut Strip) {
        let Some((before, after)) = text.split_once(part) else { return };
        let parts = [before, part, after];
        let shaped = self.shape_parts(&parts, TextStyle::default(), look);
        let line = shaped.one_line(self.style, self.fonts);
        let (_, (right, advance)) = &mut strip.right;
        if line.advance <= *advance {
            *right = Arc::new(line.frame);
        }
    }

    /// Warns of a footer that has too little room beside the legend of marks.
    fn warn_of_footer(&mut self, text: &str) {
        let message =
            format!("there is no room for the footer `{}` beside `marking`", beginning(text));
        self.warn_once(text, message, "shorten one of the two");
    }
}

/// What is between two texts on one line.
const DOT: &str = " · ";
