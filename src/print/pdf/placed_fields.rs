use std::collections::BTreeMap;

use super::annotations::Spot;
use super::appearance::{self, Appearance, BoxAppearances, CHECKED};
use super::faces::{Faces, FontIds};
use super::facts::Told;
use super::field_tree::FieldTree;
use super::form_field::{self, WholeField};
use super::objects::{Data, Id};
use super::page_streams::PageDigests;
use super::write::Objects;
use crate::print::frame::{Field, FieldId, FieldKind, Pages, Widget};

/// The form of a file that is written page by page. What a widget shows is written with its page, and so are the boxes of choices; the rest is
/// written at the end, when it is known how many widgets each field has.
#[derive(Default)]
pub(super) struct PlacedFields {
    /// The fonts that appearances ask for by name.
    resources: Option<Id>,
    appearances: BoxAppearances,
    /// The numbers of choices in the file.
    choices: BTreeMap<FieldId, Id>,
    /// Their boxes, each with its value.
    boxes: Vec<(FieldId, Id, Option<String>)>,
    /// The widgets of all other fields.
    widgets: Vec<(FieldId, PlacedWidget)>,
}

/// A widget whose appearance is written.
struct PlacedWidget {
    spot: Spot,
    appearance: Appearance<'static>,
    /// What it is called, if not like its field.
    label: Option<String>,
}

impl PlacedFields {
    /// Adds a widget.
    pub(super) fn add(
        &mut self,
        spot: Spot,
        widget: Widget,
        (pages, sheets, faces): (&Pages, &[Id], &Faces<'_>),
        objects: &mut Objects<'_>,
    ) {
        let (id, field) = (widget.field, &pages.fields[widget.field.0]);
        if let FieldKind::Choice { chosen } = &field.kind {
            let own = *self.choices.entry(id).or_insert_with(|| objects.reserve());
            let appearance = appearance::choice_appearance(
                (&widget, chosen.as_deref()),
                &mut self.appearances,
                &pages.field_look,
                objects,
            );
            form_field::write_one_of_several(
                (spot, &appearance),
                (own, &widget.label),
                (pages, sheets),
                objects,
            );
            self.boxes.push((id, spot.id, widget.value));
            return;
        }
        let appearance = self.appearance(field, &widget, (pages, faces), objects);
        let label = Some(widget.label).filter(|label| *label != field.label);
        self.widgets.push((id, PlacedWidget { spot, appearance, label }));
    }

    fn appearance(
        &mut self,
        field: &Field,
        widget: &Widget,
        (pages, faces): (&Pages, &Faces<'_>),
        objects: &mut Objects<'_>,
    ) -> Appearance<'static> {
        if let FieldKind::Check { checked } = field.kind {
            let shared = self.appearances.of(widget, &pages.field_look, objects);
            return Appearance::Box { shared, on: CHECKED, is_checked: checked };
        }
        let resources = *self.resources.get_or_insert_with(|| objects.reserve());
        let content = appearance::text_content(&widget.appearance, widget.size, faces);
        let is_identity = matches!(field.kind, FieldKind::Identity { .. });
        let content = if is_identity { Data::Readable(content) } else { Data::Plain(content) };
        Appearance::Text(appearance::add_text(content, widget.size, Some(resources), objects))
    }

    /// Writes the fields, and returns the root of the form; a file without fields has none.
    pub(super) fn finish(
        mut self,
        fonts: &FontIds<'_>,
        (pages, sheets): (&Pages, &[Id]),
        (told, digests): (&[Told], &[Option<PageDigests>]),
        objects: &mut Objects<'_>,
    ) -> Result<Option<Id>, super::PdfError> {
        let Some(form_font) = fonts.form else { return Ok(None) };
        let resources = self.resources.unwrap_or_else(|| objects.reserve());
        let fonts = form_field::write_fonts(form_font, fonts, objects);
        form_field::write_resources(resources, fonts, objects);
        // Those of the same field are in the order of their pages.
        self.widgets.sort_by_key(|(id, _)| *id);
        self.boxes.sort_by_key(|(id, ..)| *id);
        let widgets = self.widgets.chunk_by(|(one, _), (other, _)| one == other);
        let boxes = self.boxes.chunk_by(|(one, ..), (other, ..)| one == other);
        let mut of_fields: Vec<(FieldId, Widgets<'_>)> = Vec::new();
        of_fields.extend(widgets.map(|all| (all[0].0, Widgets::Others(all))));
        of_fields.extend(boxes.map(|all| (all[0].0, Widgets::Boxes(all))));
        of_fields.sort_unstable_by_key(|(id, _)| *id);
        let names = of_fields.iter().map(|(id, _)| pages.fields[id.0].name.as_str());
        let mut tree = FieldTree::new(names);
        for (id, widgets) in &of_fields {
            let field = &pages.fields[id.0];
            let facts = told.iter().rfind(|told| told.field == *id);
            let facts = facts.map(|told| told.facts(&field.kind, |page| digests[page].as_ref()));
            let mut whole = |own: Id, objects: &mut Objects<'_>| WholeField {
                field,
                position: tree.place(&field.name, own, objects),
                facts: facts.as_ref().map(ToString::to_string),
            };
            match widgets {
                Widgets::Others([(_, PlacedWidget { spot, appearance, .. })]) => {
                    let whole = whole(spot.id, objects);
                    objects.dict(spot.id, |dict| {
                        whole.write(pages, dict);
                        form_field::write_widget(*spot, appearance, (pages, sheets), dict);
                    });
                }
                Widgets::Others(all) => {
                    let own = objects.reserve();
                    let kids = all.iter().map(|(_, widget)| widget.spot.id);
                    whole(own, objects).write_above(own, kids, false, pages, objects);
                    for (_, PlacedWidget { spot, appearance, label }) in *all {
                        let label = label.as_ref().unwrap_or(&field.label);
                        form_field::write_one_of_several(
                            (*spot, appearance),
                            (own, label),
                            (pages, sheets),
                            objects,
                        );
                    }
                }
                Widgets::Boxes(all) => {
                    let own = self.choices[id];
                    let kids = all.iter().map(|(_, id, _)| *id);
                    let values = all.iter().filter_map(|(.., value)| value.as_deref());
                    let is_twice = form_field::has_twice(values);
                    whole(own, objects).write_above(own, kids, is_twice, pages, objects);
                }
            }
            objects.relieve()?;
        }
        let top = tree.finish(objects);
        Ok(Some(form_field::write_root((top, fonts), &pages.field_look, objects)))
    }
}

/// The widgets of a field.
enum Widgets<'p> {
    Boxes(&'p [(FieldId, Id, Option<String>)]),
    Others(&'p [(FieldId, PlacedWidget)]),
}
