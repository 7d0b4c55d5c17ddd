use std::borrow::Cow;
use std::sync::Arc;

use super::scopes::Scopes;
use super::{Field, FieldBox, FieldKind, Frame, FrameItem, Frames, Group, GroupKind, TextRun};

/// How pages differ from others that have the same structure: the same elements, fields, links, anchors and bookmarks at the same places.
pub struct Likeness<'f> {
    /// Of each page, whether what is painted on it is the same, but for its header and its marks.
    pub same: Vec<bool>,
    /// The boxes of fields that are not the same, with their names in the file.
    pub boxes: Vec<(String, &'f FieldBox)>,
}

impl Frames {
    /// How pages differ from these. `None` if something else does: the structure, the paper, or the fonts.
    #[must_use]
    pub fn likeness<'f>(&self, to: &'f Self) -> Option<Likeness<'f>> {
        let same_faces = self.faces.len() == to.faces.len()
            && self.faces.iter().zip(&to.faces).all(|(one, other)| one.is(other))
            && self.form_face.is(&to.form_face);
        let same_logo = match (&self.logo, &to.logo) {
            (None, None) => true,
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            _ => false,
        };
        let same_look = self.info.lang == to.info.lang && self.field_look == to.field_look;
        if !(same_faces && same_logo && same_look) || self.pages.len() != to.pages.len() {
            return None;
        }
        let mut boxes = Vec::new();
        let mut same = Vec::with_capacity(self.pages.len());
        for (one, other) in self.pages.iter().zip(&to.pages) {
            let mut comparison = Comparison { is_same: true, boxes: &mut boxes };
            let around = Around { is_artifact: false, is_moved: false, scope: None };
            if one.size != other.size || !comparison.frames(one, other, around) {
                return None;
            }
            same.push(comparison.is_same);
        }
        Some(Likeness { same, boxes })
    }
}

/// What the groups around an item make of it.
#[derive(Clone, Copy)]
struct Around<'a> {
    is_artifact: bool,
    /// Whether a group around it is at another place.
    is_moved: bool,
    scope: Option<&'a Scopes<'a>>,
}

/// The comparison of a page with another one.
struct Comparison<'c, 'f> {
    is_same: bool,
    boxes: &'c mut Vec<(String, &'f FieldBox)>,
}

impl<'f> Comparison<'_, 'f> {
    /// Whether frames have the same structure. `Numbering` tells what of an item belongs to it.
    fn frames(&mut self, one: &Frame, other: &'f Frame, around: Around<'_>) -> bool {
        if std::ptr::eq(one, other) && !around.is_moved {
            return true;
        }
        let (items, others) = (one.items(), other.items());
        items.len() == others.len()
            && items.iter().zip(others).all(|((at, item), (other_at, other))| {
                let is_moved = around.is_moved || at != other_at;
                self.is_same &= !is_moved;
                self.items(item, other, Around { is_moved, ..around })
            })
    }

    fn items(&mut self, one: &FrameItem, other: &'f FrameItem, around: Around<'_>) -> bool {
        // What carries no meaning cannot be filled in, followed or jumped to.
        let counts = !around.is_artifact;
        let is_there = |is_equal: bool| is_equal && !around.is_moved;
        match (one, other) {
            (FrameItem::Group(one), FrameItem::Group(other)) => self.groups(one, other, around),
            (FrameItem::Text(one), FrameItem::Text(other)) => {
                self.is_same &= is_text(one, other);
                true
            }
            (
                FrameItem::Line { length, width, ink },
                FrameItem::Line { length: other, width: other_width, ink: other_ink },
            ) => {
                self.is_same &= (length, width, ink) == (other, other_width, other_ink);
                true
            }
            (
                FrameItem::Outline { size, width },
                FrameItem::Outline { size: other, width: other_width },
            ) => {
                self.is_same &= (size, width) == (other, other_width);
                true
            }
            (
                FrameItem::Stroke { by, width },
                FrameItem::Stroke { by: other, width: other_width },
            ) => {
                self.is_same &= (by, width) == (other, other_width);
                true
            }
            (FrameItem::Fill { size, ink }, FrameItem::Fill { size: other, ink: other_ink }) => {
                self.is_same &= (size, ink) == (other, other_ink);
                true
            }
            (FrameItem::Grid(one), FrameItem::Grid(other)) => {
                self.is_same &= one == other;
                true
            }
            (FrameItem::Logo(one), FrameItem::Logo(other)) => is_there(one == other),
            (FrameItem::Picture(one), FrameItem::Picture(other)) => is_there(one == other),
            (FrameItem::PageNumber(_), FrameItem::PageNumber(_)) => true,
            (FrameItem::FieldBox(one), FrameItem::FieldBox(other)) => {
                !counts || is_there(true) && self.boxes(one, other, around)
            }
            (FrameItem::LinkArea(one, size), FrameItem::LinkArea(other, other_size)) => {
                !counts || is_there(one == other && size == other_size)
            }
            (FrameItem::Anchor(one), FrameItem::Anchor(other)) => !counts || is_there(one == other),
            (
                FrameItem::Bookmark { title, level },
                FrameItem::Bookmark { title: other, level: other_level },
            ) => !counts || is_there((title, level) == (other, other_level)),
            _ => false,
        }
    }

    fn groups(&mut self, one: &Group, other: &'f Group, around: Around<'_>) -> bool {
        let (frame, inner) = (&*one.frame, &*other.frame);
        match (&one.kind, &other.kind) {
            (GroupKind::Artifact(kind), GroupKind::Artifact(other)) => {
                // Each file has these by itself.
                let is_own = kind.is_apart() && !around.is_artifact;
                let around = Around { is_artifact: true, ..around };
                kind == other && (is_own || self.frames(frame, inner, around))
            }
            (GroupKind::Scoped(scope), GroupKind::Scoped(other)) => {
                let scopes = Scopes { scope: other, around: around.scope };
                scope == other
                    && self.frames(frame, inner, Around { scope: Some(&scopes), ..around })
            }
            (GroupKind::Tagged(tag), GroupKind::Tagged(other)) => {
                tag == other && self.frames(frame, inner, around)
            }
            (GroupKind::InLanguage(lang), GroupKind::InLanguage(other)) => {
                lang == other && self.frames(frame, inner, around)
            }
            (GroupKind::Plain, GroupKind::Plain) => self.frames(frame, inner, around),
            _ => false,
        }
    }

    /// Whether boxes are those of the same field. What differs may be what the field is called, and what a document says in it of itself.
    fn boxes(&mut self, one: &FieldBox, other: &'f FieldBox, around: Around<'_>) -> bool {
        let (field, inner) = (&*one.field, &*other.field);
        let is_like = |Field { name, lang, kind, .. }: &Field| {
            let identifies = |kind: &FieldKind| matches!(kind, FieldKind::Identity { .. });
            let is_kind = *kind == inner.kind || identifies(kind) && identifies(&inner.kind);
            *name == inner.name && *lang == inner.lang && is_kind
        };
        if one.size != other.size || one.option != other.option || !is_like(field) {
            return false;
        }
        let shows_same = self.shows_same(one, other);
        let identifies = matches!(field.kind, FieldKind::Identity { .. });
        if !identifies && !shows_same {
            return false;
        }
        if field != inner || !shows_same {
            let name = Scopes::field(around.scope, Cow::Borrowed(&inner.name)).into_owned();
            self.boxes.push((name, other));
        }
        true
    }

    /// Whether boxes show the same until somebody fills them in.
    fn shows_same(&mut self, one: &FieldBox, other: &'f FieldBox) -> bool {
        let mut comparison = Comparison { is_same: true, boxes: self.boxes };
        let around = Around { is_artifact: true, is_moved: false, scope: None };
        comparison.frames(&one.appearance, &other.appearance, around) && comparison.is_same
    }
}

fn is_text(one: &TextRun, other: &TextRun) -> bool {
    let is_run = Arc::ptr_eq(&one.run, &other.run) || one.run == other.run;
    is_run && one.face.is(&other.face) && (one.size, one.ink) == (other.size, other.ink)
}
