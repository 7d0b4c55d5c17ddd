use std::collections::{BTreeMap, BTreeSet};

use super::PdfError;
use super::annotations::{Annotation, Kind};
use super::content;
use super::faces::{Faces, FontIds};
use super::facts::FACTS;
use super::ink::{fill_ink, stroke_ink};
use super::objects::{Data, Dict, Id, length};
use super::write::Objects;
use crate::base::facts::Facts;
use crate::base::unit::Pt;
use crate::print::frame::{
    CheckMark, Field, FieldId, FieldKind, FieldLook, Ink, Pages, Size, Widget,
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

/// Writes the form (ISO 32000-1, 12.7) and returns its root; `None` for a file without fields. Boxes, and the lines of single
/// blanks, are content of the page beneath the widgets. The ruled lines of a note space are its appearance while it is empty: text
/// that is typed replaces them.
pub(super) fn write(
    (pages, told): (&Pages, &BTreeMap<FieldId, Facts>),
    (faces, fonts): (&Faces<'_>, &FontIds<'_>),
    annotations: &[Annotation<'_>],
    sheets: &[Id],
    objects: &mut Objects<'_>,
) -> Result<Option<Id>, PdfError> {
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
    let mut widgets: Vec<Vec<(&Annotation<'_>, &Widget)>> = vec![Vec::new(); pages.fields.len()];
    for annotation in annotations {
        if let Kind::Widget(widget) = annotation.kind {
            widgets[widget.field.0].push((annotation, widget));
        }
    }
    let fields = || {
        let fields = pages.fields.iter().zip(&widgets).enumerate();
        fields.filter(|(_, (_, widgets))| !widgets.is_empty())
    };
    let mut tree = FieldTree::new(fields().map(|(_, (field, _))| field.name.as_str()));
    let (details, boxes) = (Details::of(pages), BTreeMap::new());
    let mut form = Form { pages, details, told, sheets, faces, resources, objects, boxes };
    for (id, (field, widgets)) in fields() {
        form.field((FieldId(id), field), widgets, &mut tree);
        form.objects.relieve()?;
    }
    let top = tree.finish(objects);
    let root = objects.add_dict(|dict| {
        dict.refers("Fields", top);
        dict.dict("DR", |dict| {
            dict.refer("Font", fonts);
        });
        // Fields of one line inherit it.
        dict.text("DA", &on_a_line(&pages.field_look));
    });
    Ok(Some(root))
}

struct Form<'a, 'w> {
    pages: &'a Pages,
    details: Details<'a>,
    /// What the documents say of themselves, by the fields that identify them.
    told: &'a BTreeMap<FieldId, Facts>,
    sheets: &'a [Id],
    faces: &'a Faces<'a>,
    /// The fonts that appearances ask for by name.
    resources: Id,
    objects: &'a mut Objects<'w>,
    /// The appearances of boxes by their size in hundredths of a point. Boxes can share them, since no program changes them. Text
    /// fields cannot: a program that fills in a form in place would write one person's words into all that share one.
    boxes: BTreeMap<i64, BoxAppearance>,
}

/// What differs between the files of a roster, such as the candidate's name.
struct Details<'a>(Vec<&'a str>);

impl<'a> Details<'a> {
    fn of(pages: &'a Pages) -> Self {
        let mut details: Vec<&str> = Vec::new();
        for field in &pages.fields {
            if let FieldKind::Identity { details: known, .. } = &field.kind {
                details.extend(known.entries().map(|(_, detail)| detail));
            }
        }
        details.sort_unstable();
        details.dedup();
        Self(details)
    }

    /// Whether a label has one of them among its parts: `Interview: Ana Silva, Date`.
    fn is_named_by(&self, label: &str) -> bool {
        !self.0.is_empty()
            && label.split([':', ',']).any(|part| self.0.binary_search(&part.trim()).is_ok())
    }
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

impl Form<'_, '_> {
    /// Writes a field and its widgets.
    fn field<'n>(
        &mut self,
        (id, field): (FieldId, &'n Field),
        widgets: &[(&Annotation<'_>, &Widget)],
        tree: &mut FieldTree<'n>,
    ) {
        // A field with one widget shares its dictionary. A choice never does: viewers look for its boxes below it.
        if let ([(annotation, widget)], false) = (widgets, is_choice(field)) {
            let position = tree.place(&field.name, annotation.id, self.objects);
            let appearance = self.appearance(field, widget);
            let (pages, sheets, told) = (self.pages, self.sheets, self.told);
            let write = |dict: &mut Dict<'_>| {
                write_field(field, &position, pages, dict);
                if let Some(facts) = told.get(&id) {
                    dict.text(FACTS, &facts.to_string());
                }
                write_widget(annotation, &appearance, (pages, sheets), dict);
            };
            if is_unique(field) || self.details.is_named_by(&field.label) {
                self.objects.dict_apart(annotation.id, write);
            } else {
                self.objects.dict(annotation.id, write);
            }
            return;
        }
        let facts = self.told.get(&id);
        let id = self.objects.reserve();
        let position = tree.place(&field.name, id, self.objects);
        let pages = self.pages;
        self.objects.dict(id, |dict| {
            write_field(field, &position, pages, dict);
            if let Some(facts) = facts {
                dict.text(FACTS, &facts.to_string());
            }
            if has_box_twice(widgets) {
                // Bit 16: one of several. Bit 26: all boxes of a value are checked together (ISO 32000-1, 12.7.4.2.4).
                dict.int("Ff", (1 << 15) | (1 << 25));
            } else if is_choice(field) {
                // Bit 15 is not set, so that a rating can be taken back.
                dict.int("Ff", 1 << 15);
            }
            dict.refers("Kids", widgets.iter().map(|(annotation, _)| annotation.id));
        });
        for (annotation, widget) in widgets {
            let appearance = self.appearance(field, widget);
            let (pages, sheets) = (self.pages, self.sheets);
            self.objects.dict(annotation.id, |dict| {
                write_widget(annotation, &appearance, (pages, sheets), dict);
                dict.refer("Parent", id).text("Contents", &widget.label);
            });
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
                return Appearance::Text(self.text_appearance(widget, is_unique(field)));
            }
        };
        let size = widget.size.width.min(widget.size.height);
        Appearance::Box { shared: self.box_appearance(size), on, is_checked }
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

    /// The appearance of a text field. All of it counts as its text (ISO 32000-1, 12.7.3.3): programs that write other text into the
    /// field replace it as a whole.
    fn text_appearance(&mut self, widget: &Widget, is_unique: bool) -> Id {
        let Size { width, height } = widget.size;
        let mut content = b"/Tx BMC\n".to_vec();
        if !widget.appearance.is_empty() {
            content.extend_from_slice(b"q\n");
            content.append(&mut content::appearance(&widget.appearance, height, self.faces));
            content.extend_from_slice(b"Q\n");
        }
        content.extend_from_slice(b"EMC");
        let resources = self.resources;
        let content = if is_unique { Data::Readable(content) } else { Data::Plain(content) };
        self.objects.add_stream(content, |dict| {
            dict.name("Subtype", "Form").reals("BBox", &[0.0, 0.0, width.0, height.0]);
            dict.refer("Resources", resources);
        })
    }
}

/// Whether a choice has two boxes of the same value: on a scoring form and on the scorecard of the same file.
fn has_box_twice(widgets: &[(&Annotation<'_>, &Widget)]) -> bool {
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
    annotation: &Annotation<'_>,
    appearance: &Appearance<'_>,
    (pages, sheets): (&Pages, &[Id]),
    dict: &mut Dict<'_>,
) {
    annotation.common(pages, sheets, dict);
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

/// The tree of field names: a dot in a name is a step down (ISO 32000-1, 12.7.3.2).
struct FieldTree<'n> {
    /// The names of all branches.
    prefixes: BTreeSet<&'n str>,
    /// The branches that have children so far.
    branches: BTreeMap<&'n str, Branch>,
    top: Vec<Id>,
}

struct Branch {
    id: Id,
    parent: Option<Id>,
    kids: Vec<Id>,
}

/// The position of a field in the tree.
struct Position {
    partial: String,
    parent: Option<Id>,
}

impl<'n> FieldTree<'n> {
    fn new(names: impl Iterator<Item = &'n str>) -> Self {
        let mut prefixes = BTreeSet::new();
        for name in names {
            prefixes.extend(name.match_indices('.').map(|(dot, _)| &name[..dot]));
        }
        Self { prefixes, branches: BTreeMap::new(), top: Vec::new() }
    }

    /// Puts a field in its position.
    fn place(&mut self, name: &'n str, id: Id, objects: &mut Objects<'_>) -> Position {
        let partial = partial_name(name);
        // A field cannot be a branch too.
        let is_branch = self.prefixes.contains(name);
        let partial = if is_branch { format!("{partial}-0") } else { partial.to_owned() };
        Position { partial, parent: self.attach(name, id, objects) }
    }

    /// Attaches a field or a branch to the branch above it, which it returns. At the top there is none.
    fn attach(&mut self, name: &'n str, id: Id, objects: &mut Objects<'_>) -> Option<Id> {
        let Some((above, _)) = name.rsplit_once('.') else {
            self.top.push(id);
            return None;
        };
        if let Some(branch) = self.branches.get_mut(above) {
            branch.kids.push(id);
            return Some(branch.id);
        }
        let own = objects.reserve();
        let parent = self.attach(above, own, objects);
        self.branches.insert(above, Branch { id: own, parent, kids: vec![id] });
        Some(own)
    }

    /// Writes all branches and returns the fields and branches at the top.
    fn finish(self, objects: &mut Objects<'_>) -> Vec<Id> {
        for (name, Branch { id, parent, kids }) in self.branches {
            objects.dict(id, |dict| {
                dict.text("T", partial_name(name)).refers("Kids", kids);
                if let Some(parent) = parent {
                    dict.refer("Parent", parent);
                }
            });
        }
        self.top
    }
}

/// The last part of a name (ISO 32000-1, 12.7.3.2: partial field name).
fn partial_name(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(_, partial)| partial)
}
