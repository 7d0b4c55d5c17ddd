use std::collections::HashMap;
use std::sync::Arc;

use super::layout_box::{Children, frame_of};
use super::name_tag::NameTags;
use super::paginate::LaidOutPage;
use super::shorten::{beginning, shorten};
use super::state::LayoutState;
use crate::base::page_words::PageWords;
use crate::base::unit::Pt;
use crate::document::{KitCode, TextStyle};
use crate::print::frame::{Artifact, Frame, GroupKind, Place};
use crate::print::style::Look;

/// Text on one line, and how far it moves the pen.
pub(super) type OneLine = (Arc<Frame>, Pt);

/// Adds to every page what accompanies it: header, names, footer, page number, and the title of a form that continues there.
pub(super) fn add(
    state: &mut LayoutState<'_>,
    pages: Vec<LaidOutPage>,
    children: &mut Children,
) -> Vec<Arc<Frame>> {
    let (front, style) = (&state.document.front, state.style);
    let look = style.running;
    let [left, right] = &front.header;
    let foot = style.paper.height - style.footer - look.leading;
    let header = Arc::new(state.strip(left, right, look, style.header));
    let names = NameTags::new(state);
    let total = pages.len();
    // The code is before the page number, where no long footer can push it out.
    let kit = front.kit.as_ref().map_or_else(String::new, |kit| shown(kit, &front.words) + " · ");
    let continued = format!(" ({})", front.words.continued);
    let mut frames = Vec::with_capacity(total);
    for (index, page) in pages.into_iter().enumerate() {
        let number = kit.clone() + &front.words.page(index + 1, total);
        let footer = Arc::new(state.strip(&front.footer, &number, look, foot));
        let mut frame = Frame::new(style.paper);
        if let Some(title) = &page.continued {
            let (title, _) = state.fitting(title, &continued, style.continued, style.measure());
            let at = Place { x: style.side, y: style.top };
            frame.group(at, GroupKind::Artifact(Artifact::Pagination), title);
        }
        // The first page begins with the title itself.
        if index > 0 {
            let kind = GroupKind::Artifact(Artifact::Header);
            frame.group(Place::default(), kind, Arc::clone(&header));
        }
        names.draw(&mut frame, children);
        frame.append(Place::default(), page.frame);
        frame.group(Place::default(), GroupKind::Artifact(Artifact::Footer), footer);
        frames.push(Arc::new(frame));
    }
    frames
}

/// The kit's code and whether it can be trusted.
fn shown(KitCode { code, is_edited }: &KitCode, words: &PageWords) -> String {
    let kit = words.kit(code);
    if *is_edited { format!("{kit} · {}", words.edited) } else { kit }
}

impl LayoutState<'_> {
    /// One line of text at the left and at the right edge. If both do not fit, the shorter one stays whole, unless it takes more than
    /// half of the line.
    fn strip(&mut self, left: &str, right: &str, look: Look, top: Pt) -> Frame {
        let is_shared = !left.is_empty() && !right.is_empty();
        let gap = if is_shared { self.style.running_gap } else { Pt::ZERO };
        let available = self.style.measure() - gap;
        let whole = [left, right].map(|text| self.one_line(text, look, ENDLESS));
        let left_over = |other: &OneLine| (available - other.1).max(available / 2.0);
        let widths = [left_over(&whole[1]), left_over(&whole[0])];
        let [whole_left, whole_right] = whole;
        let (left, _) = self.one_line_of(left, whole_left, look, widths[0]);
        let (right, right_advance) = self.one_line_of(right, whole_right, look, widths[1]);
        let mut frame = frame_of(look.leading);
        let side = self.style.side;
        frame.group(Place { x: side, y: top }, GroupKind::Plain, left);
        let x = side + self.style.measure() - right_advance;
        frame.group(Place { x, y: top }, GroupKind::Plain, right);
        frame
    }

    /// As much of a text as fits on one line of this width, if `whole` is the text without a limit.
    fn one_line_of(&mut self, text: &str, whole: OneLine, look: Look, width: Pt) -> OneLine {
        if whole.1 <= width { whole } else { self.one_line(text, look, width) }
    }

    /// As much of a text as fits on one line of this width.
    pub(super) fn one_line(&mut self, text: &str, look: Look, width: Pt) -> OneLine {
        let text = &*beginning(text);
        let key =
            (text.to_owned(), look.size.0.to_bits(), look.leading.0.to_bits(), width.0.to_bits());
        if let Some(known) = self.cache.one_liners.get(&key) {
            return known;
        }
        self.is_replaced = false;
        let line = self.fitting(text, "", look, width);
        if !self.is_replaced {
            self.cache.one_liners.insert(key, line.clone(), 1);
        }
        line
    }

    fn fitting(&mut self, text: &str, tail: &str, look: Look, width: Pt) -> OneLine {
        let mut tried: HashMap<String, OneLine> = HashMap::new();
        let shown = shorten(text, tail, width, |text| {
            let line = self.run_of(text, look);
            let advance = line.1;
            tried.insert(text.to_owned(), line);
            advance
        });
        tried.remove(&shown).unwrap_or_else(|| self.run_of(&shown, look))
    }

    fn run_of(&mut self, text: &str, look: Look) -> OneLine {
        let shaped = self.shape_plain(text, TextStyle::default(), look);
        let line = shaped.one_line(self.style, self.fonts);
        (Arc::new(line.frame), line.advance)
    }
}

/// Wider than any text.
const ENDLESS: Pt = Pt(f32::MAX);
