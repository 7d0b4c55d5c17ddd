use super::line::rule;
use super::shorten::is_right_to_left;
use super::state::LayoutState;
use crate::base::unit::Pt;
use crate::document::{Field, NameTag};
use crate::print::frame::{Artifact, FieldKind, Item, Mark, Owner, Place, Role, Size, Widget};

impl LayoutState<'_> {
    /// The names at the head of a page, side by side, each in a column of its own. A name stands there as words that a reader
    /// passes over, as the page is theirs; a blank is a field, which a reader must be told of (ISO 14289-1, 7.18.1).
    pub(super) fn name_tags(&mut self) -> Vec<Item> {
        let style = self.style;
        let tags = &self.document.front.names;
        let columns =
            f32::from(u8::try_from(tags.len().max(style.names.least_columns)).unwrap_or(u8::MAX));
        let width = (style.measure() - style.names.gap * (columns - 1.0)) / columns;
        let mut items = Vec::new();
        let mut x = style.side;
        for tag in tags {
            let tag = match tag {
                NameTag::Known { label, name } => self.known(label, name, width),
                NameTag::Blank(field) => self.blank(field, width),
            };
            items.extend(tag.into_iter().map(|item| item.moved(x, style.names.top)));
            x += width + style.names.gap;
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
        let (look, style) = (self.style.running, &self.style.names);
        let (words, advance) =
            self.one_line(&format!("{}:", field.label), look, width * style.label_share);
        let length = width - advance - style.label_gap;
        let (label_x, blank_x) = if is_right_to_left(&field.label) {
            (width - advance, Pt::ZERO)
        } else {
            (Pt::ZERO, advance + style.label_gap)
        };
        let mut items: Vec<Item> =
            words.into_iter().map(|it| header_footer(it.moved(label_x, Pt::ZERO))).collect();
        // Where the words stand in their line, a blank's line runs below them as in running text.
        let baseline = look.leading * style.baseline_share;
        let on_line = Place { x: blank_x, y: baseline + self.style.blank.rule_drop };
        items.push(header_footer(rule(on_line, length, self.style.marks.hairline)));
        let id = self.adopt_field(crate::print::frame::Field {
            name: field.name.clone(),
            label: field.label.clone(),
            kind: FieldKind::Line,
        });
        let form = self.element(Role::Form, Self::ROOT);
        let size = Size { width: length, height: style.field_height };
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
