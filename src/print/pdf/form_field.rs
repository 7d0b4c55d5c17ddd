use std::collections::BTreeSet;

use super::annotations::Spot;
use super::appearance::{Appearance, BoxAppearance, CHECKED, EMPTY};
use super::faces::FontIds;
use super::facts::FACTS;
use super::field_tree::Position;
use super::ink::fill_ink;
use super::objects::{Dict, Id};
use super::write::Objects;
use crate::print::frame::{Field, FieldKind, FieldLook, Ink, Pages};

/// The name under which fields ask for their font.
const FORM_FONT: &str = "Typed";

/// How text fields show what is typed on one line (ISO 32000-1, 12.7.3.3). Size 0 means as large as fits, so that nothing is cut off.
fn on_a_line(look: &FieldLook) -> String {
    format!("/{FORM_FONT} 0 Tf {}", filled_in(look.ink))
}

/// The same for several lines. Viewers begin at about 12 pt and take a smaller size for long notes. Only pdf-lib makes few words
/// so large that they leave the field. It goes by the size in the middle, as it does not know that `0.` is a number. All others go
/// by the first size or by the last.
fn on_several_lines(look: &FieldLook) -> String {
    let FieldLook { ink, notes_size, .. } = look;
    let ink = filled_in(*ink);
    format!("/{FORM_FONT} 0 Tf /{FORM_FONT} {} Tf /{FORM_FONT} 0. Tf {ink}", notes_size.0)
}

/// The operator that sets the ink of what is filled in.
fn filled_in(ink: Ink) -> String {
    let mut operator = Vec::new();
    fill_ink(&mut operator, ink);
    operator.into_iter().map(char::from).collect()
}

/// Writes the list of the fonts that the form asks for by name.
pub(super) fn write_fonts(form_font: Id, fonts: &FontIds<'_>, objects: &mut Objects<'_>) -> Id {
    objects.add_dict(|dict| {
        dict.refer(FORM_FONT, form_font);
        for (resource, font) in &fonts.pages {
            dict.refer(resource, *font);
        }
    })
}

/// Writes what appearances ask for by name: these fonts.
pub(super) fn write_resources(id: Id, fonts: Id, objects: &mut Objects<'_>) {
    objects.dict(id, |dict| {
        dict.refer("Font", fonts);
    });
}

/// Writes the root of the form, with the fields and branches that are at the top.
pub(super) fn write_root(
    (top, fonts): (Vec<Id>, Id),
    look: &FieldLook,
    objects: &mut Objects<'_>,
) -> Id {
    objects.add_dict(|dict| {
        dict.refers("Fields", top);
        dict.dict("DR", |dict| {
            dict.refer("Font", fonts);
        });
        // Fields of one line inherit it.
        dict.text("DA", &on_a_line(look));
    })
}

/// A field and its place among all of them.
pub(super) struct WholeField<'f> {
    pub(super) field: &'f Field,
    pub(super) position: Position,
    /// What it says of its document, if it identifies one.
    pub(super) facts: Option<String>,
}

impl WholeField<'_> {
    /// Writes its entries.
    pub(super) fn write(&self, pages: &Pages, dict: &mut Dict<'_>) {
        write_field(self.field, &self.position, pages, dict);
        if let Some(facts) = &self.facts {
            dict.text(FACTS, facts);
        }
    }

    /// Writes it above its widgets. A value is twice among those of the boxes of a choice that are on a scoring form and on the scorecard of the
    /// same file.
    pub(super) fn write_above(
        &self,
        own: Id,
        widgets: impl Iterator<Item = Id>,
        has_value_twice: bool,
        pages: &Pages,
        objects: &mut Objects<'_>,
    ) {
        objects.dict(own, |dict| {
            self.write(pages, dict);
            if has_value_twice {
                // Bit 16: one of several. Bit 26: all boxes of a value are checked together (ISO 32000-1, 12.7.4.2.4).
                dict.int("Ff", (1 << 15) | (1 << 25));
            } else if is_choice(self.field) {
                // Bit 15 is not set, so that a rating can be taken back.
                dict.int("Ff", 1 << 15);
            }
            dict.refers("Kids", widgets);
        });
    }
}

/// Writes one of several widgets of a field.
pub(super) fn write_one_of_several(
    (spot, appearance): (Spot, &Appearance<'_>),
    (field, label): (Id, &str),
    (pages, sheets): (&Pages, &[Id]),
    objects: &mut Objects<'_>,
) {
    objects.dict(spot.id, |dict| {
        write_widget(spot, appearance, (pages, sheets), dict);
        dict.refer("Parent", field).text("Contents", label);
    });
}

/// Whether a value is there twice.
pub(super) fn has_twice<'v>(mut values: impl Iterator<Item = &'v str>) -> bool {
    let mut known = BTreeSet::new();
    !values.all(|value| known.insert(value))
}

/// Writes the entries of a field (ISO 32000-1, 12.7.3).
pub(super) fn write_field(field: &Field, position: &Position, pages: &Pages, dict: &mut Dict<'_>) {
    match &field.kind {
        FieldKind::Check { checked } => {
            dict.name("FT", "Btn").name("V", if *checked { CHECKED } else { EMPTY });
        }
        FieldKind::Choice { chosen } => {
            dict.name("FT", "Btn").name("V", chosen.as_deref().unwrap_or(EMPTY));
        }
        FieldKind::Line => {
            dict.name("FT", "Tx");
        }
        FieldKind::Identity { text, details: _ } => {
            // Bit 1: nobody can change it.
            dict.name("FT", "Tx").int("Ff", 1).text("V", text);
        }
        FieldKind::Notes { text } => {
            // Bit 13: several lines.
            dict.name("FT", "Tx").int("Ff", 1 << 12);
            dict.text("DA", &on_several_lines(&pages.field_look));
            if !text.is_empty() {
                dict.text("V", text);
            }
        }
    }
    if matches!(field.kind, FieldKind::Line | FieldKind::Notes { .. })
        && pages.info.lang.is_right_to_left()
    {
        // What is typed ends at the right edge (ISO 32000-1, table 222).
        dict.int("Q", 2);
    }
    dict.text("TU", &field.label).text("T", &position.partial);
    if let Some(parent) = position.parent {
        dict.refer("Parent", parent);
    }
}

/// Writes the entries of a widget (ISO 32000-1, 12.5.6.19).
pub(super) fn write_widget(
    spot: Spot,
    appearance: &Appearance<'_>,
    (pages, sheets): (&Pages, &[Id]),
    dict: &mut Dict<'_>,
) {
    spot.common(pages, sheets, dict);
    dict.name("Subtype", "Widget");
    match *appearance {
        // Written out for every box: poppler takes a shared dictionary for a single appearance.
        Appearance::Box { shared: BoxAppearance { checked, empty }, on, is_checked } => {
            dict.dict("AP", |dict| {
                dict.dict("N", |dict| {
                    dict.refer(on, checked).refer(EMPTY, empty);
                });
            });
            dict.name("AS", if is_checked { on } else { EMPTY });
        }
        Appearance::Text(id) => {
            dict.dict("AP", |dict| {
                dict.refer("N", id);
            });
        }
    }
}

pub(super) fn is_choice(field: &Field) -> bool {
    matches!(field.kind, FieldKind::Choice { .. })
}
