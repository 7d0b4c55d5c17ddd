use super::PdfError;
use super::annotations::{Annotation, Kind, Spot};
use super::appearance::{
    Appearance, BoxAppearances, CHECKED, about_text, add_text, choice_appearance, text_content,
};
use super::faces::{Faces, FontIds};
use super::facts::{FACTS, Told};
use super::field_tree::{FieldTree, Position};
use super::form_field::{
    WholeField, has_twice, is_choice, write_field, write_fonts, write_one_of_several,
    write_resources, write_root, write_widget,
};
use super::objects::{Data, Id};
use super::page_streams::PackedPage;
use super::write::{File, Objects};
use crate::base::facts::{Facts, KnownDetails};
use crate::print::frame::{Field, FieldId, FieldKind, Item, Pages, Rect, Size, Widget};

/// A form after it was written, but for the fields that no other file has.
pub(super) struct WrittenForm<'p> {
    /// Its root.
    pub(super) root: Id,
    /// Each of those fields, and what is to be seen of it.
    pub(super) own: Vec<(OwnField, OwnBox<'p>)>,
    /// The fonts that appearances ask for by name.
    pub(super) resources: Id,
}

/// A field that no other file has: it identifies the document, or it is called after the candidate. It is written after all that files of a
/// roster have in common.
pub(super) struct OwnField {
    id: FieldId,
    spot: Spot,
    position: Position,
    appearance: Appearance<'static>,
}

/// What is to be seen of such a field.
#[derive(Clone, Copy)]
pub(super) struct OwnBox<'p> {
    pub(super) field: &'p Field,
    /// What is shown there, unless it is drawn from what other fields show as well.
    pub(super) appearance: &'p [Item],
}

/// Writes the form (ISO 32000-1, 12.7); there is none in a file without fields. Boxes, and the lines of single blanks, are content of the page
/// beneath the widgets. The ruled lines of a note space are its appearance while it is empty: text that is typed replaces them.
pub(super) fn write<'p>(
    (pages, told, packed): (&'p Pages, &[Told], &[PackedPage]),
    (faces, fonts): (&Faces<'_>, &FontIds<'_>),
    annotations: &[Annotation<'p>],
    sheets: &[Id],
    objects: &mut Objects<'_>,
) -> Result<Option<WrittenForm<'p>>, PdfError> {
    let Some(form_font) = fonts.form else { return Ok(None) };
    let fonts = write_fonts(form_font, fonts, objects);
    let resources = objects.reserve();
    write_resources(resources, fonts, objects);
    let mut widgets: Vec<Vec<(Spot, &'p Widget)>> = vec![Vec::new(); pages.fields.len()];
    for annotation in annotations {
        if let Kind::Widget(widget) = annotation.kind {
            widgets[widget.field.0].push((annotation.spot, widget));
        }
    }
    let fields = || {
        let fields = pages.fields.iter().zip(&widgets).enumerate();
        fields.filter(|(_, (_, widgets))| !widgets.is_empty())
    };
    let mut tree = FieldTree::new(fields().map(|(_, (field, _))| field.name.as_str()));
    let (details, boxes, own) = (Details::of(pages), BoxAppearances::default(), Vec::new());
    let about = (told, packed);
    let mut form = Form { pages, details, about, sheets, faces, resources, objects, boxes, own };
    for (id, (field, widgets)) in fields() {
        form.field((FieldId(id), field), widgets, &mut tree);
        form.objects.relieve()?;
    }
    let own = form.own;
    let top = tree.finish(objects);
    let root = write_root((top, fonts), &pages.field_look, objects);
    Ok(Some(WrittenForm { root, own, resources }))
}

struct Form<'a, 'p, 'w> {
    pages: &'p Pages,
    details: Details,
    /// The documents that say of themselves what they were built with, and the pages.
    about: (&'a [Told], &'a [PackedPage]),
    sheets: &'a [Id],
    faces: &'a Faces<'a>,
    resources: Id,
    objects: &'a mut Objects<'w>,
    boxes: BoxAppearances,
    own: Vec<(OwnField, OwnBox<'p>)>,
}

/// What differs between the files of a roster, such as the candidate's name.
pub(super) struct Details(Vec<String>);

impl Details {
    fn of(pages: &Pages) -> Self {
        let known = pages.fields.iter().filter_map(|field| match &field.kind {
            FieldKind::Identity { details, .. } => Some(details),
            _ => None,
        });
        Self::new(known)
    }

    pub(super) fn new<'d>(known: impl Iterator<Item = &'d KnownDetails>) -> Self {
        let details = known.flat_map(|known| known.entries().map(|(_, detail)| detail.to_owned()));
        let mut details: Vec<String> = details.collect();
        details.sort_unstable();
        details.dedup();
        Self(details)
    }

    /// Whether a label has one of them among its parts: `Interview: Ana Silva, Date`.
    pub(super) fn names_part_of(&self, label: &str) -> bool {
        !self.0.is_empty() && parts_of(label).any(|part| self.has(part))
    }

    /// All of them.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    fn has(&self, part: &str) -> bool {
        self.0.binary_search_by(|detail| detail.as_str().cmp(part)).is_ok()
    }
}

/// The parts of a label.
pub(super) fn parts_of(label: &str) -> impl Iterator<Item = &str> {
    label.split([':', ',']).map(str::trim)
}

impl<'p> Form<'_, 'p, '_> {
    /// Writes a field and its widgets.
    fn field(
        &mut self,
        (id, field): (FieldId, &'p Field),
        widgets: &[(Spot, &'p Widget)],
        tree: &mut FieldTree<'p>,
    ) {
        // A field with one widget shares its dictionary. A choice never does: viewers look for its boxes below it.
        if let ([(spot, widget)], false) = (widgets, is_choice(field)) {
            let position = tree.place(&field.name, spot.id, self.objects);
            if is_unique(field) || self.details.names_part_of(&field.label) {
                let appearance = self.appearance_of_one(field, widget);
                let own = OwnField { id, spot: *spot, position, appearance };
                self.own.push((own, OwnBox { field, appearance: &widget.appearance }));
                return;
            }
            let appearance = self.appearance_of_one(field, widget);
            let (pages, sheets) = (self.pages, self.sheets);
            self.objects.dict(spot.id, |dict| {
                write_field(field, &position, pages, dict);
                write_widget(*spot, &appearance, (pages, sheets), dict);
            });
            return;
        }
        let own = self.objects.reserve();
        let position = tree.place(&field.name, own, self.objects);
        let facts = self.facts(id, field).map(|facts| facts.to_string());
        let whole = WholeField { field, position, facts };
        let (pages, sheets) = (self.pages, self.sheets);
        let kids = widgets.iter().map(|(spot, _)| spot.id);
        let values = widgets.iter().filter_map(|(_, widget)| widget.value.as_deref());
        whole.write_above(own, kids, has_twice(values), pages, self.objects);
        for (spot, widget) in widgets {
            let appearance = self.appearance(field, widget);
            let about = (own, widget.label.as_str());
            write_one_of_several((*spot, &appearance), about, (pages, sheets), self.objects);
        }
    }

    /// What a field says of its document, if it identifies one.
    fn facts(&self, id: FieldId, field: &Field) -> Option<Facts> {
        let (told, packed) = self.about;
        let told = told.iter().rfind(|told| told.field == id)?;
        Some(told.facts(&field.kind, |page| packed[page].digests.as_ref()))
    }

    /// The appearance of the only widget of a field that is no choice. That of a field that identifies a document is written with it.
    fn appearance_of_one(&mut self, field: &Field, widget: &Widget) -> Appearance<'static> {
        match &field.kind {
            FieldKind::Identity { .. } => Appearance::Text(self.objects.reserve()),
            FieldKind::Check { checked } => {
                let shared = self.boxes.of(widget, &self.pages.field_look, self.objects);
                Appearance::Box { shared, on: CHECKED, is_checked: *checked }
            }
            _ => Appearance::Text(self.text_appearance(widget)),
        }
    }

    fn appearance<'f>(&mut self, field: &'f Field, widget: &'f Widget) -> Appearance<'f> {
        match &field.kind {
            FieldKind::Choice { chosen } => {
                let (chosen, look) = (chosen.as_deref(), &self.pages.field_look);
                choice_appearance((widget, chosen), &mut self.boxes, look, self.objects)
            }
            FieldKind::Check { checked } => {
                let shared = self.boxes.of(widget, &self.pages.field_look, self.objects);
                Appearance::Box { shared, on: CHECKED, is_checked: *checked }
            }
            FieldKind::Line | FieldKind::Identity { .. } | FieldKind::Notes { .. } => {
                Appearance::Text(self.text_appearance(widget))
            }
        }
    }

    fn text_appearance(&mut self, widget: &Widget) -> Id {
        let content = text_content(&widget.appearance, widget.size, self.faces);
        let resources = Some(self.resources);
        add_text(Data::Plain(content), widget.size, resources, self.objects)
    }
}

impl OwnField {
    /// Writes it, with what it shows.
    pub(super) fn write(
        &self,
        OwnBox { field, appearance }: OwnBox<'_>,
        (says, resources): (Option<Facts>, Option<Id>),
        (pages, sheets, faces): (&Pages, &[Id], &Faces<'_>),
        file: &mut File,
    ) -> Result<(), PdfError> {
        file.dict(self.spot.id, |dict| {
            write_field(field, &self.position, pages, dict);
            if let Some(facts) = says {
                dict.text(FACTS, &facts.to_string());
            }
            write_widget(self.spot, &self.appearance, (pages, sheets), dict);
        })?;
        let (Appearance::Text(id), true) = (&self.appearance, is_unique(field)) else {
            return Ok(());
        };
        let Rect { width, height, .. } = self.spot.rect;
        let size = Size { width, height };
        let content = Data::Readable(text_content(appearance, size, faces));
        file.add_stream(*id, &content, |dict| about_text(size, resources, dict))
    }

    /// Which field it is.
    pub(super) fn id(&self) -> FieldId {
        self.id
    }
}

/// Whether no other file has the same field: it identifies the document.
fn is_unique(field: &Field) -> bool {
    matches!(field.kind, FieldKind::Identity { .. })
}
