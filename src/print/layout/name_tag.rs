use super::line::rule;
use super::shaped::BLANK_DROP;
use super::shorten::is_right_to_left;
use super::state::LayoutState;
use crate::base::unit::Pt;
use crate::document::{Field, NameTag};
use crate::print::frame::{Artifact, FieldKind, Item, Mark, Owner, Place, Role, Size, Widget};
use crate::print::style::HAIRLINE;

/// The space between two names.
const GAP: Pt = Pt(18.0);
/// The space between a label and its blank.
const LABEL_GAP: Pt = Pt(4.0);
/// The height of a name's field: Chromium sets 8 pt in it, as large as the words beside it.
const FIELD: Pt = Pt(13.0);
/// How much of its room a label may take.
const LABEL_SHARE: f32 = 0.5;

impl LayoutState<'_> {
    /// The names at the head of a page, side by side, each in a column of its own. A name stands there as words that a reader
    /// passes over, as the page is theirs; a blank is a field, which a reader must be told of (ISO 14289-1, 7.18.1).
    pub(super) fn name_tags(&mut self) -> Vec<Item> {
        let style = self.style;
        let tags = &self.document.front.names;
        // One name alone does not need the whole line.
        let columns = f32::from(u8::try_from(tags.len().max(2)).unwrap_or(u8::MAX));
        let width = (style.measure() - GAP * (columns - 1.0)) / columns;
        let mut items = Vec::new();
        let mut x = style.side;
        for tag in tags {
            let tag = match tag {
                NameTag::Known { label, name } => self.known(label, name, width),
                NameTag::Blank(field) => self.blank(field, width),
            };
            items.extend(tag.into_iter().map(|item| item.moved(x, style.names)));
            x += width + GAP;
        }
        items
    }

    fn known(&mut self, label: &str, name: &str, width: Pt) -> Vec<Item> {
        let (words, advance) =
            self.one_line(&format!("{label}: {name}"), self.style.running, width);
        let shift = if is_right_to_left(label) { width - advance } else { Pt::ZERO };
        words.into_iter().map(|item| header_footer(item.moved(shift, Pt::ZERO))).collect()
    }

    fn blank(&mut self, field: &Field, width: Pt) -> Vec<Item> {
        let look = self.style.running;
        let (words, advance) =
            self.one_line(&format!("{}:", field.label), look, width * LABEL_SHARE);
        let length = width - advance - LABEL_GAP;
        let (label_x, blank_x) = if is_right_to_left(&field.label) {
            (width - advance, Pt::ZERO)
        } else {
            (Pt::ZERO, advance + LABEL_GAP)
        };
        let mut items: Vec<Item> =
            words.into_iter().map(|it| header_footer(it.moved(label_x, Pt::ZERO))).collect();
        // Where the words stand in their line, a blank's line runs below them as in running text.
        let baseline = look.leading * 0.76;
        let on_line = Place { x: blank_x, y: baseline + BLANK_DROP };
        items.push(header_footer(rule(on_line, length, HAIRLINE)));
        let id = self.adopt_field(crate::print::frame::Field {
            name: field.name.clone(),
            label: field.label.clone(),
            kind: FieldKind::Line,
        });
        let form = self.element(Role::Form, Self::ROOT);
        let size = Size { width: length, height: FIELD };
        let widget =
            Widget { field: id, size, value: None, label: field.label.clone(), look: Vec::new() };
        let at = on_line.moved(Pt::ZERO, -size.height);
        items.push(Item { owner: Owner::Element(form), at, mark: Mark::Widget(widget) });
        items
    }
}

fn header_footer(item: Item) -> Item {
    Item { owner: Owner::Artifact(Artifact::Header), ..item }
}
