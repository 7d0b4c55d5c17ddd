use std::sync::Arc;

use super::isolate;
use super::layout_box::{Children, field, frame_of};
use super::line::rule;
use super::one_line::{ENDLESS, OneLine};
use super::state::LayoutState;
use crate::base::unit::Pt;
use crate::document::{Field, NameTag};
use crate::print::frame::{
    Artifact, FieldBox, FieldKind, Frame, FrameItem, GroupKind, Place, Role, Size,
};

/// The names at the top of a page, side by side, each in a column of its own.
///
/// A name is text that screen readers ignore, as the page is about them. A blank is a field, which they must not ignore (ISO 14289-1,
/// 7.18.1).
pub(super) struct NameTags {
    tags: Vec<DrawnTag>,
}

/// The frame of a tag, and the box of its field if it is a blank.
type DrawnTag = (Arc<Frame>, Option<(Place, FieldBox)>);

impl NameTags {
    /// The names of a document, on so much of the width of the text area.
    pub(super) fn new(state: &mut LayoutState<'_>, width: Pt) -> Self {
        let style = state.style;
        let names = &state.document.front.names;
        let columns = names.len().max(style.names.least_columns);
        let columns = f32::from(u8::try_from(columns).unwrap_or(u8::MAX));
        let width = (width - style.names.gap * (columns - 1.0)) / columns;
        let mut at = Place { x: style.side, y: style.names.top };
        let mut tags = Vec::with_capacity(names.len());
        for name in names {
            let mut frame = frame_of(style.running.leading);
            let blank = match name {
                NameTag::Known { id: _, label, name } => {
                    state.known_name(label, name, (at, width), &mut frame);
                    None
                }
                NameTag::Blank { field, .. } => {
                    Some(state.blank_name(field, (at, width), &mut frame))
                }
            };
            tags.push((Arc::new(frame), blank));
            at.x += width + style.names.gap;
        }
        Self { tags }
    }

    /// Draws them on a page. A blank is the same field on every page.
    pub(super) fn draw(&self, frame: &mut Frame, children: &mut Children) {
        for (tag, blank) in &self.tags {
            let kind = GroupKind::Artifact(Artifact::Header);
            frame.group(Place::default(), kind, Arc::clone(tag));
            if let Some((at, blank)) = blank {
                frame.tagged(children.next(Role::Form), |frame| {
                    frame.push(*at, FrameItem::FieldBox(blank.clone()));
                });
            }
        }
    }
}

impl LayoutState<'_> {
    fn known_name(&mut self, label: &str, name: &str, (at, width): (Place, Pt), frame: &mut Frame) {
        let words = &self.document.front.words;
        let shown = words.name(label, name);
        let text = if self.is_mirrored {
            // The ellipsis of a name that is too long stays at its end, whichever way the name runs.
            words.name(label, &format!("{}{name}{}", isolate::FIRST_STRONG, isolate::END))
        } else {
            shown.clone()
        };
        let (text, advance) = self.warned_line(&text, &shown, width);
        let shift = if self.runs_against(label) { width - advance } else { Pt::ZERO };
        frame.group(at.moved(shift, Pt::ZERO), GroupKind::Plain, text);
    }

    /// As much of a text as fits on one line, with a warning of what it `says` if that is not all.
    fn warned_line(&mut self, text: &str, says: &str, width: Pt) -> OneLine {
        let whole = self.one_line(text, self.style.running, ENDLESS);
        if whole.1 <= width {
            return whole;
        }
        self.warn_of_cut(says);
        self.one_line(text, self.style.running, width)
    }

    /// Draws a label and a line. Returns the field above the line, and its place.
    fn blank_name(
        &mut self,
        names: &Field,
        (at, width): (Place, Pt),
        frame: &mut Frame,
    ) -> (Place, FieldBox) {
        let (look, style) = (self.style.running, &self.style.names);
        let text = self.document.front.words.label(&names.label);
        let (text, advance) = self.warned_line(&text, &text, width * style.label_share);
        let length = width - advance - style.label_gap;
        let (label_x, blank_x) = if self.runs_against(&names.label) {
            (width - advance, Pt::ZERO)
        } else {
            (Pt::ZERO, advance + style.label_gap)
        };
        frame.group(at.moved(label_x, Pt::ZERO), GroupKind::Plain, text);
        // The line runs as far below the text as that of a blank in running text.
        let baseline = look.leading * style.baseline_share;
        let line = at.moved(blank_x, baseline + self.style.blank.rule_drop);
        rule(frame, line, length, self.style.marks.hairline);
        let size = Size { width: length, height: style.field_height };
        let field = field(names, FieldKind::Line);
        let place = FieldBox { field, size, option: None, appearance: Arc::default() };
        (line.moved(Pt::ZERO, -size.height), place)
    }
}
