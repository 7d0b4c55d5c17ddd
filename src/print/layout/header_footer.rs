use std::borrow::Cow;
use std::sync::Arc;

use super::paginate::LaidOutPages;
use super::shorten::{first, shorten};
use super::state::LayoutState;
use crate::base::unit::Pt;
use crate::document::{KitCode, TextStyle};
use crate::print::frame::{Artifact, Item, Owner};
use crate::print::style::Look;

/// Adds to every page what runs along with it: header, names, footer, page number, and what goes on from the page before.
pub(super) fn add(state: &mut LayoutState<'_>, laid: &mut LaidOutPages) {
    let (front, style) = (&state.document.front, state.style);
    let look = style.running;
    let [left, right] = &front.header;
    let head = style.header;
    let foot = style.paper.height - style.footer - look.leading;
    let top = state.strip(left, right, look, head, Artifact::Header);
    let total = laid.pages.len();
    let kit = front.kit.as_ref().map_or_else(String::new, shown);
    for (index, page) in laid.pages.iter_mut().enumerate() {
        let number = format!("{kit}Page {} of {total}", index + 1);
        let bottom = state.strip(&front.footer, &number, look, foot, Artifact::Footer);
        // The first page opens with the title itself.
        let mut top = if index == 0 { Vec::new() } else { top.clone() };
        top.extend(state.name_tags());
        page.items.splice(0..0, top);
        page.items.extend(bottom);
    }
    for (index, title) in std::mem::take(&mut laid.continued) {
        let look = style.continued;
        let measure = style.measure();
        let (items, _) = state.fitting(&title, " (continued)", look, measure);
        let at = |item: Item| item.moved(style.side, style.top);
        let owner = Owner::Artifact(Artifact::Pagination);
        let items = items.into_iter().map(|item| Item { owner, ..at(item) });
        if let Some(page) = laid.pages.get_mut(index) {
            page.items.splice(0..0, items);
        }
    }
}

/// The kit's code and whether it can be trusted, for a place before the page number: no long footer can push them out there.
fn shown(KitCode { code, is_edited }: &KitCode) -> String {
    let edited = if *is_edited { "edited · " } else { "" };
    format!("Kit {code} · {edited}")
}

impl LayoutState<'_> {
    /// One line of words at the left and at the right edge. Where there is not room for both, the shorter one stays whole if it
    /// takes no more than half of the measure.
    fn strip(
        &mut self,
        left: &str,
        right: &str,
        look: Look,
        top: Pt,
        artifact: Artifact,
    ) -> Vec<Item> {
        let is_shared = !left.is_empty() && !right.is_empty();
        let gap = if is_shared { self.style.running_gap } else { Pt::ZERO };
        let room = self.style.measure() - gap;
        let needs = [left, right].map(|text| self.one_line(text, look, ENDLESS).1);
        let [left_room, right_room] =
            [needs[1], needs[0]].map(|other| (room - other).max(room / 2.0));
        let (left, _) = self.one_line(left, look, left_room);
        let (right, right_width) = self.one_line(right, look, right_room);
        let side = self.style.side;
        let left = left.into_iter().map(|item| item.moved(side, top));
        let shift = side + self.style.measure() - right_width;
        let right = right.into_iter().map(|item| item.moved(shift, top));
        left.chain(right).map(|item| Item { owner: Owner::Artifact(artifact), ..item }).collect()
    }

    /// As much of a text as fits on one line.
    pub(super) fn one_line(&mut self, text: &str, look: Look, room: Pt) -> (Vec<Item>, Pt) {
        let text = &*beginning(text);
        let key =
            (text.to_owned(), look.size.0.to_bits(), look.leading.0.to_bits(), room.0.to_bits());
        if let Some((items, width)) = self.cache.one_liners.get(&key) {
            return (items.to_vec(), width);
        }
        self.is_replaced = false;
        let (items, width) = self.fitting(text, "", look, room);
        if !self.is_replaced {
            self.cache.one_liners.insert(key, (Arc::new(items.clone()), width), 1);
        }
        (items, width)
    }

    fn fitting(&mut self, text: &str, tail: &str, look: Look, room: Pt) -> (Vec<Item>, Pt) {
        let shown = shorten(text, tail, room, |text| self.run_of(text, look).1);
        self.run_of(&shown, look)
    }

    fn run_of(&mut self, text: &str, look: Look) -> (Vec<Item>, Pt) {
        let line = self
            .shape_plain(text, TextStyle::default(), look, Self::ROOT)
            .one_line(self.style, self.fonts);
        (line.items, line.advance)
    }
}

/// More room than any text takes.
const ENDLESS: Pt = Pt(f32::MAX);

/// More characters than fit on any line.
const MORE_THAN_A_LINE: usize = 1000;

/// As much of a text as there is any use in setting on one line.
pub(super) fn beginning(text: &str) -> Cow<'_, str> {
    match first(text, MORE_THAN_A_LINE) {
        None => Cow::Borrowed(text),
        Some(first) => Cow::Owned(format!("{first}…")),
    }
}
