use std::collections::BTreeMap;

use super::content;
use super::faces::Faces;
use super::ink::stroke_ink;
use super::objects::{Data, Dict, Id, length};
use super::write::Objects;
use crate::base::unit::Pt;
use crate::print::frame::{CheckMark, FieldLook, Item, Size, Widget};

/// The states of a box (ISO 32000-1, 12.7.4.2.3). The boxes of a choice are named after their values when they are checked.
pub(super) const CHECKED: &str = "Yes";
pub(super) const EMPTY: &str = "Off";

/// The two appearances of a box: the check mark alone, since the box is content of the page.
#[derive(Clone, Copy)]
pub(super) struct BoxAppearance {
    pub(super) checked: Id,
    pub(super) empty: Id,
}

/// The appearances of boxes by their size in hundredths of a point. Boxes can share them, since no program changes them. Text
/// fields cannot: a program that fills in a form in place would write one person's words into all that share one.
#[derive(Default)]
pub(super) struct BoxAppearances(BTreeMap<i64, BoxAppearance>);

impl BoxAppearances {
    /// The appearance of a box.
    pub(super) fn of(
        &mut self,
        widget: &Widget,
        look: &FieldLook,
        objects: &mut Objects<'_>,
    ) -> BoxAppearance {
        let size = widget.size.width.min(widget.size.height);
        *self.0.entry(hundredths(size)).or_insert_with(|| {
            let mark = check_mark(look, size);
            let mut add = |content: Vec<u8>| {
                objects.add_stream(Data::Plain(content), |dict| {
                    dict.name("Type", "XObject").name("Subtype", "Form");
                    dict.reals("BBox", &[0.0, 0.0, size.0, size.0]).raw("Resources", b"<<>>");
                })
            };
            BoxAppearance { checked: add(mark), empty: add(Vec::new()) }
        })
    }
}

/// The appearance of a widget.
pub(super) enum Appearance<'f> {
    Box {
        shared: BoxAppearance,
        /// The name of the checked state.
        on: &'f str,
        is_checked: bool,
    },
    Text(Id),
}

/// The appearance of a box of a choice in which a value may be chosen.
#[expect(clippy::expect_used, reason = "`validate` refuses a choice whose boxes have no value")]
pub(super) fn choice_appearance<'f>(
    (widget, chosen): (&'f Widget, Option<&str>),
    boxes: &mut BoxAppearances,
    look: &FieldLook,
    objects: &mut Objects<'_>,
) -> Appearance<'f> {
    let on = widget.value.as_deref().expect("a box of a choice has a value");
    Appearance::Box { shared: boxes.of(widget, look, objects), on, is_checked: chosen == Some(on) }
}

/// Writes the appearance of a text field.
pub(super) fn add_text(
    content: Data,
    size: Size,
    resources: Option<Id>,
    objects: &mut Objects<'_>,
) -> Id {
    objects.add_stream(content, |dict| about_text(size, resources, dict))
}

/// The content of the appearance of a text field. All of it counts as its text (ISO 32000-1, 12.7.3.3): programs that write other text into
/// the field replace it as a whole.
pub(super) fn text_content(items: &[Item], size: Size, faces: &Faces<'_>) -> Vec<u8> {
    let mut content = b"/Tx BMC\n".to_vec();
    if !items.is_empty() {
        content.extend_from_slice(b"q\n");
        content.append(&mut content::appearance(items, size.height, faces));
        content.extend_from_slice(b"Q\n");
    }
    content.extend_from_slice(b"EMC");
    content
}

/// Writes the entries of such an appearance.
pub(super) fn about_text(Size { width, height }: Size, resources: Option<Id>, dict: &mut Dict<'_>) {
    dict.name("Subtype", "Form").reals("BBox", &[0.0, 0.0, width.0, height.0]);
    if let Some(resources) = resources {
        dict.refer("Resources", resources);
    }
}

/// The content of a check mark in a box of this size: a line with round ends and corners.
fn check_mark(FieldLook { ink, check_mark, .. }: &FieldLook, size: Pt) -> Vec<u8> {
    let CheckMark { stroke, points: [start, middle, end] } = *check_mark;
    let mut content = b"q ".to_vec();
    stroke_ink(&mut content, *ink);
    content.push(b' ');
    let mut draw = |shares: &[f32], operator: &[u8]| {
        for share in shares {
            length(&mut content, size * *share);
            content.push(b' ');
        }
        content.extend_from_slice(operator);
    };
    draw(&[stroke], b"w 1 J 1 j ");
    draw(&[start.0, start.1], b"m ");
    draw(&[middle.0, middle.1], b"l ");
    draw(&[end.0, end.1], b"l S Q");
    content
}

#[expect(clippy::cast_possible_truncation, reason = "the cast saturates")]
fn hundredths(length: Pt) -> i64 {
    (length.0 * 100.0).round() as i64
}
