use std::collections::{BTreeMap, BTreeSet};

use super::PdfError;
use super::annotations::{Annotation, Kind, Spot};
use super::content;
use super::faces::{Faces, FontIds};
use super::facts::{FACTS, Told};
use super::field_tree::{FieldTree, Position};
use super::ink::{fill_ink, stroke_ink};
use super::objects::{Data, Dict, Id, length};
use super::page_streams::PackedPage;
use super::write::{File, Objects};
use crate::base::facts::{Facts, KnownDetails};
use crate::base::unit::Pt;
use crate::print::frame::{
    CheckMark, Field, FieldId, FieldKind, FieldLook, Ink, Item, Pages, Rect, Size, Widget,
};

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

/// The states of a box (ISO 32000-1, 12.7.4.2.3). The boxes of a choice are named after their values when they are checked.
const CHECKED: &str = "Yes";
const EMPTY: &str = "Off";

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
    let fonts = objects.add_dict(|dict| {
        dict.refer(FORM_FONT, form_font);
        for (resource, font) in &fonts.pages {
            dict.refer(resource, *font);
        }
    });
    let resources = objects.add_dict(|dict| {
        dict.refer("Font", fonts);
    });
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
    let (details, boxes, own) = (Details::of(pages), BTreeMap::new(), Vec::new());
    let about = (told, packed);
    let mut form = Form { pages, details, about, sheets, faces, resources, objects, boxes, own };
    for (id, (field, widgets)) in fields() {
        form.field((FieldId(id), field), widgets, &mut tree);
        form.objects.relieve()?;
    }
    let own = form.own;
    let top = tree.finish(objects);
    let root = objects.add_dict(|dict| {
        dict.refers("Fields", top);
        dict.dict("DR", |dict| {
            dict.refer("Font", fonts);
        });
        // Fields of one line inherit it.
        dict.text("DA", &on_a_line(&pages.field_look));
    });
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
    /// The appearances of boxes by their size in hundredths of a point. Boxes can share them, since no program changes them. Text
    /// fields cannot: a program that fills in a form in place would write one person's words into all that share one.
    boxes: BTreeMap<i64, BoxAppearance>,
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

/// The two appearances of a box: the check mark alone, since the box is content of the page.
#[derive(Clone, Copy)]
struct BoxAppearance {
    checked: Id,
    empty: Id,
}

/// The appearance of a widget.
enum Appearance<'f> {
    Box {
        shared: BoxAppearance,
        /// The name of the checked state.
        on: &'f str,
        is_checked: bool,
    },
    Text(Id),
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
        let (told, packed) = self.about;
        let told = told.iter().rfind(|told| told.field == id);
        let id = self.objects.reserve();
        let position = tree.place(&field.name, id, self.objects);
        let pages = self.pages;
        self.objects.dict(id, |dict| {
            write_field(field, &position, pages, dict);
            if let Some(told) = told {
                dict.text(FACTS, &told.facts(&field.kind, packed).to_string());
            }
            if has_box_twice(widgets) {
                // Bit 16: one of several. Bit 26: all boxes of a value are checked together (ISO 32000-1, 12.7.4.2.4).
                dict.int("Ff", (1 << 15) | (1 << 25));
            } else if is_choice(field) {
                // Bit 15 is not set, so that a rating can be taken back.
                dict.int("Ff", 1 << 15);
            }
            dict.refers("Kids", widgets.iter().map(|(spot, _)| spot.id));
        });
        for (spot, widget) in widgets {
            let appearance = self.appearance(field, widget);
            let (pages, sheets) = (self.pages, self.sheets);
            self.objects.dict(spot.id, |dict| {
                write_widget(*spot, &appearance, (pages, sheets), dict);
                dict.refer("Parent", id).text("Contents", &widget.label);
            });
        }
    }

    /// The appearance of the only widget of a field that is no choice. That of a field that identifies a document is written with it.
    fn appearance_of_one(&mut self, field: &Field, widget: &Widget) -> Appearance<'static> {
        match &field.kind {
            FieldKind::Identity { .. } => Appearance::Text(self.objects.reserve()),
            FieldKind::Check { checked } => {
                let shared = self.box_appearance(side(widget.size));
                Appearance::Box { shared, on: CHECKED, is_checked: *checked }
            }
            _ => Appearance::Text(self.text_appearance(widget)),
        }
    }

    #[expect(clippy::expect_used, reason = "`validate` refuses a choice whose boxes have no value")]
    fn appearance<'f>(&mut self, field: &'f Field, widget: &'f Widget) -> Appearance<'f> {
        let (on, is_checked) = match &field.kind {
            FieldKind::Check { checked } => (CHECKED, *checked),
            FieldKind::Choice { chosen } => {
                let value = widget.value.as_deref().expect("a box of a choice has a value");
                (value, chosen.as_deref() == Some(value))
            }
            FieldKind::Line | FieldKind::Identity { .. } | FieldKind::Notes { .. } => {
                return Appearance::Text(self.text_appearance(widget));
            }
        };
        Appearance::Box { shared: self.box_appearance(side(widget.size)), on, is_checked }
    }

    fn box_appearance(&mut self, size: Pt) -> BoxAppearance {
        let Self { pages, objects, boxes, .. } = self;
        *boxes.entry(hundredths(size)).or_insert_with(|| {
            let mark = check_mark(&pages.field_look, size);
            let mut add = |content: Vec<u8>| {
                objects.add_stream(Data::Plain(content), |dict| {
                    dict.name("Type", "XObject").name("Subtype", "Form");
                    dict.reals("BBox", &[0.0, 0.0, size.0, size.0]).raw("Resources", b"<<>>");
                })
            };
            BoxAppearance { checked: add(mark), empty: add(Vec::new()) }
        })
    }

    fn text_appearance(&mut self, widget: &Widget) -> Id {
        let content = text_content(&widget.appearance, widget.size, self.faces);
        let resources = Some(self.resources);
        self.objects
            .add_stream(Data::Plain(content), |dict| about_text(widget.size, resources, dict))
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

/// The content of the appearance of a text field. All of it counts as its text (ISO 32000-1, 12.7.3.3): programs that write other text into
/// the field replace it as a whole.
fn text_content(items: &[Item], size: Size, faces: &Faces<'_>) -> Vec<u8> {
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
fn about_text(Size { width, height }: Size, resources: Option<Id>, dict: &mut Dict<'_>) {
    dict.name("Subtype", "Form").reals("BBox", &[0.0, 0.0, width.0, height.0]);
    if let Some(resources) = resources {
        dict.refer("Resources", resources);
    }
}

/// The side of a box.
fn side(Size { width, height }: Size) -> Pt {
    width.min(height)
}

/// Whether a choice has two boxes of the same value: on a scoring form and on the scorecard of the same file.
fn has_box_twice(widgets: &[(Spot, &Widget)]) -> bool {
    let mut known = BTreeSet::new();
    let mut values = widgets.iter().filter_map(|(_, widget)| widget.value.as_deref());
    !values.all(|value| known.insert(value))
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

/// Writes the entries of a field (ISO 32000-1, 12.7.3).
fn write_field(field: &Field, position: &Position, pages: &Pages, dict: &mut Dict<'_>) {
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
fn write_widget(
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

/// Whether no other file has the same field: it identifies the document.
fn is_unique(field: &Field) -> bool {
    matches!(field.kind, FieldKind::Identity { .. })
}

fn is_choice(field: &Field) -> bool {
    matches!(field.kind, FieldKind::Choice { .. })
}

#[expect(clippy::cast_possible_truncation, reason = "the cast saturates")]
fn hundredths(length: Pt) -> i64 {
    (length.0 * 100.0).round() as i64
}
